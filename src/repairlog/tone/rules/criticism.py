"""Criticism: what happened, told as what the other person is (Gottman: complaint or criticism)."""

from __future__ import annotations

from repairlog.tone.rule import Gentler, Rule

CRITICISM = (
    Rule(
        name="you always",
        kind="criticism",
        patterns="""
        YOU AUX* ALWAYS ~- HARD !for|KIND
        YOU AUX* ALWAYS ADV* do|did this|that|it|the|what
        YOU AUX* ALWAYS do|did|have|will|are $
        YOU AUX* ALWAYS ADV* have|need|want|try to ~- be|win|know|start|control|make|prove|check !there|KIND|sure
        YOU AUX* ALWAYS have|find|make ~ excuse|reason|fault|something to|for|$ !KIND|make
        YOU AUX* ALWAYS pick|choose|take|put !my !our !me !us ~~ over|side|first|before|ahead|above !all
        YOU AUX* ALWAYS on|at|with ~ phone|work|computer|laptop|office|pub|game|friends|screen|them
        YOU AUX* ALWAYS leave YOUR|the !!KIND|for|open|on|light
        YOU AUX* ALWAYS leave ~- everything|mess|dishes|clothes|stuff|towel|toilet|behind|door
        YOU AUX* ALWAYS make ~- everything|yours|yourself|excuse|do|beg|cry|look|out|about|responsible !laugh
        YOU AUX* ALWAYS drive me ~- mad|crazy|insane|away|wall|up
        YOU AUX* ALWAYS think|act|behave|expect|assume ~- YOU|everything|everyone|me|like|as|know|right|first
        YOU AUX* ALWAYS say ~ later|no|sorry but|$
        YOU AUX* ALWAYS let ~ down|slide
        YOU AUX* ALWAYS find ADV|way* to !!KIND
        YOU AUX* ALWAYS ADV|got|to|have|need|want* last word
        YOU AUX* ALWAYS walk|run|push|back|go|turn|talk|speak|throw|bring ~- off|away|out|over|up|against|down !with|to
        YOU AUX* ALWAYS get|go|turn|become ADV* HARD|defensive|silent|upset|way !when
        YOU are ALWAYS ADV* !KIND ING !!KIND|for|us|others|out
        YOU AUX* ALWAYS ~~ minute|purpose|nothing|instead|excuse
        YOU AUX* ALWAYS ~~ without =asking|=telling|=thinking
        YOU BAD ~ everything|everyone|nonstop|constantly
        YOU BAD ~~ all the time
        ALWAYS ADV|some* excuse|drama|something|problem with YOU
        every time YOU ~- HARD|excuse
        why =do|are|must|have|is YOU|it ALWAYS !!KIND
        must YOU ALWAYS
        it|everything is ALWAYS ADV* about|because YOU
        it|that is ALWAYS YOUR
        it is ALWAYS ADV* same with|thing|story
        it is ALWAYS something|someone with|else
        YOU AUX* ALWAYS leave me|us ADV* to|with|alone|hanging|waiting|behind
        it is ALWAYS me|us who|that
        it is ALWAYS ADV|up* up|down to me
        i ALWAYS end up ~ YOUR|mess|alone|doing|paying|cleaning|apologising|apologizing
        YOU leave everything|it to|for me|us
        YOU ADV|have* leave it all
        YOU leave YOUR ~ everywhere|around|lying
        YOU drink|smoke|complain|shop ADV* =too much
        YOU take me|us|this|everything|it ~ for granted
        YOU are ADV* doing it|that again|thing
        late again as always
        """,
        heard="a verdict on the whole person rather than on what happened",
        gentler=Gentler(
            "On Tuesday and on Friday the kitchen was still as I had left it",
            "I felt tired and a little alone",
            "I need us to carry this together",
            "Would you take Tuesdays from now on?",
        ),
        example="You always forget what I tell you.",
        near_miss="You always make me tea when I have had a hard day.",
        reason="One evening can be talked about, “always” can only be denied (Gottman: a complaint"
        " names what happened, a criticism the person).",
        unless=("praised", "held"),
    ),
    Rule(
        name="you never",
        kind="criticism",
        patterns="""
        YOU AUX|can|could* NEVER NEVER|ADV|once|bother|try|seem|want|manage|going|to* DEED !against
        YOU AUX|can|could* NEVER NEVER|ADV|once|bother|try|seem|want|manage|going|to* LIGHT !for !it !to !!HARD|UNDO|FEELING
        YOU AUX* NEVER ADV* =tell|=tells me|us|anyone !off|to|twice
        YOU AUX* NEVER ADV* told me ~ anything|truth|what|where|why
        YOU AUX* NEVER ADV|once|been* available|ready|free|there|here|honest|home|satisfied|happy|wrong|around|interested|good !!without|against
        YOU AUX* NEVER ADV|once* lift|stand|stick|open|pick|look|own|make|take|follow|back|show|clean|turn ~ up|out|through|after|responsibility|initiative|time !on|against
        YOU AUX* NEVER ADV|once* have|get ~ time|patience|word|energy|interest|clue
        YOU AUX|can|could* NEVER ADV* do|have|will|can|could|change|listen|care $
        YOU are NEVER going to ADV* DEED|LIGHT|change|learn|get !!UNDO|BAD
        i can NEVER ADV* rely|count|depend on YOU
        i can not ADV* rely|count|depend on YOU for|to|with
        NEVER NEVER YOU
        why =do|can|will|are|have YOU NEVER
        not|NEVER once have|did|do YOU
        YOU have|do|did not once
        YOU have not ADV|once* DEED|LIGHT !to|HARD
        when have|did|are|do YOU =ever
        YOU AUX* rarely|hardly|barely|seldom|scarcely ADV* DEED|LIGHT !!UNDO|HARD
        YOU AUX* NEVER ADV* =once !!HARD|UNDO
        i can NEVER|not ADV* trust|believe ADV|any|word* a|one|any|single word|thing
        have YOU =ever ADV|in|YOUR|life|once* =put|=considered|=apologised|=apologized|=listened|=helped|=thanked|=tried|=thought ~ someone|anyone|else|me|how|to|sorry|$
        of course it is NEVER YOUR
        of course YOU ADV* forgot
        of course YOU ADV* did|have|are|do $
        i NEVER know which
        """,
        heard="a verdict on the whole person rather than on what happened",
        gentler=Gentler(
            "This week I told you twice how my day was, and I heard no question back",
            "I felt lonely",
            "I would like to have a place in your evening",
            "Could we take ten minutes after dinner today?",
        ),
        example="You never listen to me.",
        near_miss="You never made me feel stupid for asking.",
        reason="“Never” leaves no evening on which it was otherwise, so it invites counting rather"
        " than listening (Gottman, on criticism).",
        unless=("praised", "held", "dated"),
    ),
    Rule(
        name="why can't you",
        kind="criticism",
        patterns="""
        why can not YOU !sleep|eat|come|make|go|walk|drive|drink|lift|tell|talk|see
        why can YOU not|NEVER ADV|for* be|do|see|listen|understand|tell|stop|leave|DEED
        why =do not YOU ADV|for* care|listen|try|think|understand|get|trust|grow|want|help|DEED !it|to
        why =do not YOU ever|just|even
        why will not YOU ADV* listen|admit|stop|change|DEED
        why must|should YOU|i ALWAYS|CLEARLY|keep|make|be|turn|have|do|insist
        why =do|must YOU ALWAYS|NEVER|even|insist|keep|bother !!KIND
        why =do YOU ADV* have to ADV* be|make|do|turn|ruin|say|act !!KIND
        why are YOU ALWAYS|NEVER|so|such|being|acting|behaving ~- HARD|KID
        why are YOU like this|that
        why are YOU bring|start|drag|rake this|it|that
        why would YOU ever|even
        why =do|am|should|must i ALWAYS|NEVER|even|have ~ to|one|bother
        why am i ALWAYS
        can YOU =ever ADV* do|get|be|tell|manage|say ~ anything|right|once|straight|thing
        do YOU have to be ADV* so|such
        nothing YOU do|say|touch is|goes|works|turns
        must YOU ADV* make|be|do|turn|have|keep|start
        can not YOU ADV|for* just|ever|even|do|see|get|once|be|DEED
        can YOU not|NEVER ADV|for* just|ever|even|do|once|see|one
        could|would not YOU even|just|at|for|have
        could YOU not ADV|for* even|just|at|once
        why must|do everything|it ADV|have|to|ALWAYS|with|YOU* be ~ fight|battle|drama|argument|struggle|hard|difficult|about
        why|how is it ADV* hard|difficult|impossible for YOU
        could|can YOU be ADV* any more
        can YOU not|NEVER ADV|for* think|listen|behave|control
        have to bring|dig|drag|rake ~ up|past
        do YOU ADV* have to bring|dig|drag|start|nag|argue|criticise|comment
        why is it that YOU ~ but|and|yet
        how is it that YOU
        do everything have to be
        how can|could anyone|anybody|someone|PERSON be ADV* MILD|SLUR
        are YOU ADV* =even trying|listening
        are YOU =ever going to
        are YOU ADV* trying to ADV* drive|make|ruin|hurt|start
        why am i not surprised
        why would i =ever? trust|believe|listen YOU
        why bother asking|telling|talking
        what kind of ADV* answer|apology|excuse|question is
        when will YOU ADV|ever* learn|listen|stop|change|realise
        is there anything YOU ~ not ADV* lie|ruin|mess|spoil|break|forget
        """,
        heard="a question that has its answer already",
        gentler=Gentler(
            "I saw that the form was still on the table",
            "I felt uneasy",
            "I would like to count on what we planned",
            "What got in the way, and what would help?",
        ),
        example="Why can't you just be honest for once?",
        near_miss="Why can't you sleep? Is it the same dream again?",
        reason="A “why can't you” asks for a defence rather than an answer; a real question starts"
        " with what was seen.",
        unless=("praised", "held"),
    ),
    Rule(
        name="what is wrong with you",
        kind="criticism",
        patterns="""
        what ADV|the|CURSE|in|on|earth|name* is ADV|the|CURSE* wrong|matter|up with YOU !tonight|today
        what is YOUR ADV|CURSE* problem|deal|damage|issue
        something ADV* wrong with YOU
        problem|trouble|issue|matter with YOU is
        problem|trouble|issue here? is YOU
        YOU are ADV* problem|issue !solver
        YOU are ADV* reason|cause ~- BAD|marriage|family|kids|children|we|trouble|falling|not|NEVER
        YOU are why i|we|the ~- not|HARD|this|FEELING
        ^ YOU have ADV|some|serious|a|got* issue|problem $
        ^ YOU have ADV* serious|real|massive problem|issue
        what is it with YOU
        how do YOU live|sleep|look ADV* with|at
        attitude problem
        problem with YOUR attitude
        YOUR ADV|whole|entire* attitude|priorities|memory|temper|behaviour|behavior|selfishness|laziness|judgement|judgment =is|=are ADV|all* HARD|wrong|problem|ridiculous
        YOUR attitude|behaviour|behavior stinks|sucks
        YOUR problem is
        did|do it =ever ADV* occur|cross|dawn
        what were YOU ADV* thinking $$
        what|which part of ~~~ do
        YOU have ADV|got|commitment|anger|trust* commitment|anger|attitude|control|trust issue|problem
        YOU have the ~ range|brain|intelligence|maturity|attention of a
        it ADV|cross|crossed* =ever cross|crossed YOUR
        """,
        heard="a judgement on the person, where something that happened was meant",
        gentler=Gentler(
            "When the door slammed and the car drove off",
            "I felt shocked",
            "I would like to understand what goes on for you",
            "Would you tell me what you felt just then?",
        ),
        example="What is wrong with you?",
        near_miss="Is something wrong, or are you just tired?",
        reason="It looks for a fault in the person (Gottman: criticism) where curiosity would ask"
        " what happened.",
        unless=("praised", "held"),
    ),
    Rule(
        name="you should have",
        kind="criticism",
        patterns="""
        YOU should|ought ADV* to? have ADV* known|thought|asked|told|called|rung|phoned|listened|done|said|warned|remembered|stopped|come|left|tried|realised|realized|apologised|apologized|texted|checked|considered|noticed|waited|kept|admitted|cared
        YOU should|ought ADV* to? have been ADV* there|more|honest|home|here|paying|thinking|at|with|KIND
        YOU should ADV* know ADV* better|by|how
        YOU should ADV* be ADV* ashamed|grateful|thankful|embarrassed|sorry|more|better
        YOU should|must|need|ought ADV* to? try|learn|stop|grow|listen|change|control|watch harder|to|up|yourself|how|YOUR|BELITTLE|being|acting|HARD
        YOU could|might ADV|have* at least
        YOU could|might have ADV* told|called|asked|tried|helped|thought|texted|apologised|apologized|mentioned|warned|bothered
        the least YOU could|can
        should not YOU have
        YOU ADV* should|need|must|ought ADV|to|have* sort|pull|get yourself
        ^ ADV* pull yourself together
        YOU should not have been? looked|looking|read|reading|snooping|snooped|gone|opened|checked|checking|followed|asked
        YOU should not need|have to be told|asked|reminded
        YOU should be the one ING
        YOU could|should|might try being|to be KIND|in|a
        """,
        heard="a reproach about what can no longer be changed",
        gentler=Gentler(
            "When I heard it from Sam first",
            "I felt left out",
            "I would like to hear such things from you",
            "Would you tell me the same day, next time?",
        ),
        example="You should have known that I would be upset.",
        near_miss="You should have been able to rely on me.",
        reason="“Should” measures a person by a rule that was not agreed on (Rosenberg); a request"
        " can still be met.",
        unless=("praised", "held", "answered for"),
    ),
    Rule(
        name="you only care about",
        kind="criticism",
        patterns="""
        all YOU ADV|seem|to* do|care|think|talk|want|know|see is|about|of|how
        YOU only ADV|seem|to* care|think|talk|call|want|see|come|listen|remember ~~ YOU|yourself|YOUR|money|work|when|about|of|what|if
        only thing|person|one YOU ADV* care|think|love
        YOU think only of
        YOU only ADV* DEED|LIGHT ~ when|if|because ~- someone|YOU|it|others|people|they
        YOU spend all YOUR|the|our
        YOU AUX|ALWAYS* care more ~ about|for|than
        ^ ADV* trust YOU to
        YOU =keep|=kept ADV* BAD|ING !going|coming|working|smiling|learning|asking !!KIND
        blame everyone|everybody|everything ADV* but|else
        anyone|anybody|anything but|except|besides|other yourself|YOU|YOUR|than
        do YOU =ever|=even|=actually ADV* think|listen|care|stop|help|clean|consider|notice|hear|realise|apologise|learn|know|want|try !to|how
        do|have YOU not|no ADV|any|have|ever* shame|heart|decency|respect|manners|conscience
        do not YOU ADV* care|dare|think|listen
        do not YOU have ADV|any* shame|heart|decency|respect|manners|conscience
        how dare YOU
        how can|could|do YOU ADV* be ADV* HARD
        how HARD can|could|are YOU
        how can|could|do YOU be =so !KIND|sure|certain
        how ADV* SLUR|MILD|INSULT YOU are
        YOU ADV* make it|everything|this|that|our ADV* about|into YOU|yourself|a|an|drama
        YOU AUX* turn every|everything|each|any|all ~ into
        everything|it|this|that|world|universe ADV|have|to|be|do|not|BE* about|around YOU|yourself $
        world|universe|everything ADV|do|not* revolve around YOU
        YOU think ADV* rules|normal|laws
        YOU think ADV* world|everything|everyone|universe ADV* revolve|owe
        YOU think YOU are ADV* KIND|above|right|perfect|so
        YOU expect me|everyone|us|everything ADV* to
        ^ so YOU are ADV* going to ~ sit|lie|ignore|leave|pretend|stand
        i knew YOU would $
        YOU =just|=only had to
        ^ YOU =just ADV* sit|stand|lie ~ there|around|$
        YOU ADV* do whatever|what YOU ADV* want|like|please|feel
        YOU love|prefer|value YOUR|that|her|the|his|a ~~ more than
        YOU ADV|have|had* have|had to ADV* ruin|spoil|make|argue|turn|control|criticise ~ everything|it|a|this|about|every
        everything|nothing is ADV|just* joke|game|drama|fight|battle|competition ~ to|with YOU
        is that all YOU
        is it|this ADV* ever going to
        so much for YOUR
        neither do YOU $
        who ADV* =raised YOU
        who ADV* =forgets|=lies|=treats|=behaves|=acts
        ^^ ADV* who does that $$
        do i look like
        am i YOUR maid|servant|mother|secretary|slave|chauffeur|cook
        some husband|wife|father|mother|friend|partner|dad|mum|mom YOU
        YOU would rather ~~ than with|talk|spend|be|listen|me|us|YOUR
        YOU are more interested in ~~ than
        YOU are ADV* glued|married|addicted to YOUR|that|the|work
        YOU spend more ~~ than
        YOU spend money like
        YOU =just|=only want someone|me|a ~ to|for
        mean|means nothing to YOU
        YOUR ~ come|comes first
        i am ADV* not YOUR mother|servant|maid|slave|secretary|cook|nanny|chauffeur
        tired|sick of ADV* being YOUR
        i am ADV|CLEARLY* not a? ~ priority
        not a ADV* priority for|to
        YOU NEVER|not ADV* put me|us|our ADV* first
        who do YOU think pays|does|cleans|cooks|keeps
        """,
        heard="a guess at what goes on in the other person, told as a fact",
        gentler=Gentler(
            "When the evening went by without a word about the appointment",
            "I felt forgotten",
            "I would like to know that it is on both our minds",
            "Can we plan it together tonight?",
        ),
        example="You only ever think about yourself.",
        near_miss="I only care about being honest with you.",
        reason="What someone cares about cannot be seen, only what they did (Rosenberg: observing"
        " without evaluating).",
        unless=("praised", "held"),
    ),
    Rule(
        name="you don't even",
        kind="criticism",
        patterns="""
        YOU =do not ADV|seem|bother|to* care|try|respect|appreciate|value|deserve|listen|bother|consider !yet|tonight|who|when|what|this|that|to
        YOU do not ADV|ever* give ADV|two* CURSE|monkeys|thought|toss
        YOU ADV* =do not ADV* get it
        YOU ADV* =do not ADV* do anything|a|much|shit
        YOU ADV* =do nothing|everything wrong|around|but|to|$
        everything YOU do|say|touch ~ HARD|wrong|fall|turn
        YOU ADV* make everything|things|life|it ADV|so|much* harder|worse|difficult|impossible|hell|miserable
        YOU do not even|ever|actually|CLEARLY ADV* DEED|LIGHT|know|realise|want|bother|try
        YOU do not know|have ADV* what|a YOU|clue ADV|are* talking|doing|how|$
        YOU do not think|care ADV* about|of ADV* anyone|anybody|others|me|us|how|what|family|feelings
        YOU AUX* CLEARLY AUX* not|NEVER|HARD|think|have
        YOU can not ADV* do|get|handle|manage|keep|follow|take|see|say|admit ~ promise|word|secret|job|anything|one|thing|right|single|simple|straight|sorry|criticism|past|YOUR
        YOU can not even|be|ever ADV|be|even* LIGHT|DEED|bothered|trusted|honest|manage
        YOU could not ADV|be* even|bothered|bother
        YOU did not ADV* even|bother|so ADV* DEED|LIGHT|to|try|bother|much
        YOU will not ADV* take ~ responsibility|accountability|no|hint
        YOU will|would not ADV* even|lift|admit|listen|change ~ finger|a|DEED|LIGHT|HARD|that|wrong|$
        YOU will|can NEVER|not ADV* change|learn|amount|understand|get $
        YOU will NEVER ADV* change|learn|amount|understand|get
        YOU have got? ADV* no|zero|little ADV* respect|idea|shame|heart|right|clue|consideration|conscience|manners|backbone|self-control|empathy|interest|spine|decency|willpower|ambition|patience|sense|friends|self-respect|boundaries
        YOU have not got? ADV|the|a* faintest|slightest|foggiest|clue
        YOU show|lack ADV|no* respect|empathy|consideration|decency|interest|maturity|any
        ^ YOU ADV* =refuse|=insist|=fail to|on
        YOU are ADV* not ADV* capable|able|willing|even
        YOU are ADV* incapable
        YOU ADV|have|once|again* managed to
        once|yet again YOU ADV* managed|HARD|failed|not|have|put|chose
        as usual YOU
        YOU have ADV|once* again
        YOU still ADV* do not ADV* get|understand|care|see|listen
        YOU AUX* ruin|wreck|sabotage|destroy|spoil everything|every|my|our|all|any|this|that|christmas
        YOU AUX* twist ~ words|everything|what|things|facts|it
        YOU do not lift
        lift a finger
        YOU are not ADV* sorry|trying|listening $
        YOU are not ADV* sorry YOU
        YOU ADV|will|would|do|can* not know ~ if it
        YOU =do not ADV* know how|meaning|first to|of|thing
        YOU ADV|AUX* not ADV* have ADV|common* decency|courtesy|guts|balls|courage
        if YOU had ADV|any|ounce|of|shred* decency|respect|heart|shame|spine|conscience
        YOU can not ADV* go ~ without
        YOU ADV* =make|=put|=show|=bring|=give|=contribute|=do|=offer ADV|in|me* no|zero|nothing !!HARD
        YOU are ADV* no|zero help|use|fun|good
        YOU are ADV* =ruining|=destroying|=wasting|=wrecking|=killing|=sabotaging|=dragging
        let|letting ADV|whole|this|our* family|everyone|everybody|kids|side|team down
        YOU bring out ADV* worst|side|this|that
        instead of ~ YOU ADV* complain|BAD|sit|play|go
        YOU make ADV|empty|false* promises YOU|and ~ not|NEVER|no|break
        nothing i do|say =ever
        YOU could not care less
        have|got ADV|any* idea how SLUR|MILD
        YOU did not care
        YOU =do not ADV* listen|help|support|communicate|contribute|clean|compromise|share|apologise|thank|notice|prioritise|pick|make !!yet|anymore|ok|understand|BAD|sense
        YOU =do not ADV* take|pull ~ anything|weight|it|me ADV* seriously|$
        YOU =do not ADV* pull
        YOU would not dream
        YOU could not ADV* wait
        YOU ADV* can not help yourself
        YOU =just do not think|care|listen|understand|get
        YOU take no
        YOU have ADV|been|caused* nothing but trouble|problems|drama
        YOU have ADV* wasted|destroyed ADV|NUMBER|my|our|of* years|year|life
        YOU have ADV* broken every|all|each
        YOU have ADV* let ~ down
        YOU =say ~~~ and|but then? YOU do not|NEVER
        YOU say sorry but
        YOU promise ~~ and|but deliver|then|never|do
        YOU let YOUR ~ walk|treat|talk|run|control|decide
        YOU let ~ down ADV|single* every
        no matter what i ~~~ YOU
        nobody|one ADV|in|this|house|can|could* rely|count|depend ADV* on YOU
        i ask|asked for one|a ~ thing
        for one|a single thing and YOU
        can not even do that
        NEVER ADV* mean it $
        do not know why i ADV* expected|bother|bothered|trusted|married|thought
        what i ADV|ever* saw in YOU
        expected ADV|so|much* more|better from|of YOU
        not ADV* single thank
        it is not rocket
        be nice if YOU could|would ~~ for once|bothered
        i wish YOU would grow|learn|shut|stop|disappear ADV|a* conscience|spine|up|BELITTLE|being|talking
        i wish YOU were ADV* more|less|like|half ADV* like|MILD|the|as
        same excuses|excuse|lies|story ~ different|again|$
        one lie|excuse ~ after ~ with YOU
        every conversation|time|talk|discussion with YOU
        god|heaven forbid
        as per usual
        it is like YOU ADV* want|enjoy|like|do|try|not
        trouble|problem with YOU is
        lies|lie|lying|silence|selfishness|drinking ADV|has|have|is* destroyed|childish|ruined|killed
        YOUR excuses|lies|drama|temper ADV|are* getting|old|boring|tiring|exhausting
        YOUR ADV* ING ~ has|have|is ADV* destroyed|ruined|SLUR|MILD|killed
        """,
        heard="a list of what someone lacks, where one thing is missed",
        gentler=Gentler(
            "At the party I stood by the door for an hour while you were with the others",
            "I felt out of place",
            "I would like to feel that we came together",
            "Would you come and find me now and then, next time?",
        ),
        example="You don't even try.",
        near_miss="You don't need to try so hard; I see what you do.",
        reason="It speaks of what a person is not (Gottman: criticism of character) and hides what"
        " is wished for.",
        unless=("praised", "held", "dated"),
    ),
    Rule(
        name="you are so selfish",
        kind="criticism",
        patterns="""
        YOU ARE ADV* MILD !KIND !because|tonight|today|after|but|to
        YOU ARE ADV* MILD to live|talk|deal|please|be|reach|work|speak
        YOU have ADV|been|become|got* MILD !KIND|to|INSULT
        YOU ARE ADV|MILD* too|such ADV|MILD* MILD|INSULT|KID
        YOU ARE ADV|exactly|turning|into* like|into|as YOUR|my ADV* FAMILY !!KIND
        YOU ADV|getting|to|be|are* just|exactly like|as him|her|them|YOUR|my $
        as SLUR|MILD as YOU
        NEVER met anyone|someone|anybody|PERSON ~ SLUR|MILD
        YOU BE ADV* =just|=exactly like him|her|them $
        YOU have? ADV* turned|turning|become|becoming into? YOUR FAMILY
        YOU can|could ADV* be|get ADV* MILD|SLUR
        YOU ADV* act|behave|talk|speak|treat ~ like|as ADV|if* KID|dirt|rubbish|servant|maid|YOU|center|centre|enemy
        YOU are ADV* bad|terrible|awful|useless|hopeless|rubbish|crap|shit|lousy|horrible|rotten|worst ADV* at|with|PERSON|in
        YOU are ADV* =a|=such terrible|awful|horrible|lousy|rotten !!day|night
        YOU are ADV* worst !!day|night
        ADV|most* MILD PERSON ADV* i|YOU|alive|on|in
        that|this|it BE ADV* MILD of YOU
        how ADV* MILD of YOU
        are YOU ADV|going|to|be|always* ADV|being MILD|SLUR
        see|hear|realise|know how ADV* MILD|SLUR|INSULT YOU|that
        YOU are not ADV* PERSON|partner ADV* i|YOU
        YOU are not a|an KIND|team|real|proper|decent
        YOU BE ADV* wrapped|caught up in yourself
        YOU ADV|are* =act|=acting|=behave|=behaving ADV* like|as !!KIND
        YOU ADV|are* =treat|=treating ~~ like|as !!KIND|equal|queen|king|princess|prince
        YOU ADV* =talk|=speak to|about me|us ADV* like|as
        YOU are ADV* hard|tough work
        YOU BE ADV* supposed|meant to be ADV|my|the* PERSON
        it is ADV|being|feels* like ADV|being|am|i* married|marry|living|dealing|raising|talking|arguing to|with ADV* KID|INSULT|stranger|wall|robot|brick|ghost
        i am ADV* married|marry to ADV* KID|INSULT|stranger|robot
        ADV* KID ~ more|better ~ than YOU
        YOU ARE ADV* terrible|horrible|awful $
        are YOU ALWAYS this|so|that !!KIND
        YOU make ADV* fool of
        YOU have to go and
        """,
        heard="a label for the person rather than what happened",
        gentler=Gentler(
            "When the last of the money went on the trip before we had spoken",
            "I felt worried",
            "I would like us to decide such things together",
            "Could we look at the account on Sunday?",
        ),
        example="You're so selfish.",
        near_miss="You were rude to me at dinner and I felt small.",
        reason="A label leaves nothing to change, an evening does (Rosenberg: static language;"
        " Gottman: criticism).",
        unless=("praised", "held"),
    ),
    Rule(
        name="it is your fault",
        kind="criticism",
        patterns="""
        it|this|that BE|have|been ADV|entirely|always* YOUR ADV|own* fault|doing|mess
        all YOUR fault|doing
        YOUR own ADV* fault|mess
        it|this BE ADV|only* because of YOU ~- !!KIND
        YOU BE ADV* one|ones? ADV* to blame
        i =blame YOU
        YOU brought|bring this|it|that ADV* on
        YOU have only yourself
        after all|everything i ADV|have* done|gave|sacrificed for
        YOU have ADV|some|lot|of|got* nerve|gall|cheek|audacity
        YOU did|do this ADV* to us|our
        """,
        heard="blame for all of it, which leaves little to say but a defence",
        gentler=Gentler(
            "Since the letter from the bank came",
            "I have felt frightened",
            "I would like a plan that both of us know",
            "Would you sit down with me and the numbers on Saturday?",
        ),
        example="It's all your fault.",
        near_miss="It is not your fault that I feel anxious at night.",
        reason="Who is to blame and what helps now are two questions; the second can be answered"
        " together.",
        unless=("praised", "held"),
    ),
    Rule(
        name="how many times",
        kind="criticism",
        patterns="""
        how many|often times? do|have|must|will|did|am|are i|YOU|we ADV|have|to|going|need* tell|ask|say|promise|remind|explain|go
        how hard|difficult ADV* is|can|could it|that
        is it|that ADV* much|hard|difficult to|for ADV|YOU|to* ask|expect|pick|get|do|call|text|say|DEED !if|for|when
        too much to ask of|for|that|$
        would|will it ADV* kill|hurt YOU to
        i have|told|ask ADV* told|asked|YOU ~ hundred|thousand|million
        i =should not have to ask|tell|remind|beg|explain|spell|chase|nag|be|do
        i ADV|ALWAYS* have to =do everything|it|all|the ADV|all* myself|here|house|around|in|home|alone|because|everything|$
        do i ADV* have|need ADV* to do|tell|remind|ask|spell|explain ~ everything|YOU|it
        why =do i have to
        i am ALWAYS|the|only ADV|ALWAYS* one who|that =has|=does|=do|=cleans|=cooks|=pays|=gives|=tries|=apologises
        i am ALWAYS ADV* one
        every ADV|single* time i|we ~~~ YOU ~- HARD|not|turn|walk
        YOU would not have to be asked|told
        YOU do|did this|that every|each|whenever
        every weekend|holiday|night|morning|christmas|birthday|day it is ADV* same
        i ALWAYS|ADV* have to be the|a adult|parent|grown-up|one|bigger|responsible
        do i have to draw|spell|do|remind
        there YOU go again
        here|there we go again $
        same old story|YOU|excuse
        i do all|everything ~~ YOU
        had it with YOU|YOUR
        sick|tired|fed ADV|up* of|with YOUR
        am i the only parent|adult|grown-up
        i am ADV* only one who|that =ever
        nothing|none gets|get|is done|cleaned|fixed ~ unless i
        while YOU ADV* sit|lounge|scroll|have|do ADV|around|YOUR* fun|nothing|there|around|on|there
        """,
        heard="a count that is being kept, more than as a wish",
        gentler=Gentler(
            "The gate was open again this morning",
            "I felt anxious about the dog",
            "I would like to know that he is safe",
            "Could we hang the key where both of us see it?",
        ),
        example="How many times do I have to tell you?",
        near_miss="How many times a week shall we check in?",
        reason="It counts what is past (Gottman: complaints piled up become criticism); a request"
        " looks ahead.",
        unless=("praised", "held"),
    ),
    Rule(
        name="a real partner would",
        kind="criticism",
        patterns="""
        any|a normal|real|decent|good|proper|loving|caring ADV|grown* PERSON would|could|knows|should !know !!YOU|we|us
        any|normal|decent|real PERSON would|could|can|=do|manage|help
        anyone|anybody|everyone|everybody else would|can|could|manages|=does|knows
        what kind|sort|type of ADV* PERSON|HARD does|forgets|are|would|lies|leaves|says|acts|HARD|treats
        YOU ~ call yourself
        if YOU ADV* loved|cared|respected ~~~ YOU would
        if YOU were ADV|half|even* real|decent|proper|good|half PERSON|the
        YOU would ~~ if YOU ADV* loved|cared|respected|wanted
        once a INSULT|cheat
        ^ ADV* typical $
        typical of? YOU
        that is ADV* typical
        it is ADV|ALWAYS* same with YOU
        i =should have known YOU
        YOU|men|women are all ADV* same
        YOU NEVER change
        YOU will NEVER be ADV* like|half|good|anything|more|able !!alone|FEELING
        like talking|talk to a ADV* KID|wall|brick
        let yourself go
        get YOUR act|shit|life together
        """,
        heard="a comparison with someone better",
        gentler=Gentler(
            "When my birthday passed without a call",
            "I felt unimportant",
            "I would like to be thought of on such days",
            "Would you plan an evening for us this week?",
        ),
        example="A real partner would have known.",
        near_miss="A good friend would know what to say; I only know that I am here.",
        reason="Comparing people is a judgement in disguise (Rosenberg), and nobody can answer for"
        " what others would do.",
        unless=("praised", "held"),
    ),
)
