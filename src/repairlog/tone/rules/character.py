"""Criticism of character: what happened, told as what the other person is or lacks."""

from __future__ import annotations

from repairlog.tone.rule import Gentler, Rule

CHARACTER = (
    Rule(
        name="you only care about",
        kind="criticism",
        patterns="""
        all YOU ADV|seem|to* do|care|think|talk|want|know|see is|about|of|how
        YOU only ADV|seem|to* care|think|talk|call|want|see|come|listen|remember ~~ YOU|yourself|
            YOUR|money|work|when|about|of|what|if
        only thing|person|one YOU ADV* care|think|love
        YOU think only of
        YOU only ADV* DEED|LIGHT ~ when|if|because ~- someone|YOU|it|others|people|they
        YOU spend all YOUR|the|our
        YOU AUX|ALWAYS* care more ~ about|for|than
        ^ ADV* trust YOU to
        YOU =keep|=kept ADV* !KIND|going|coming|working|smiling|learning|asking|looking BAD|ING !!KIND
        blame everyone|everybody|everything ADV* but|else
        anyone|anybody|anything but|except|besides yourself|YOUR
        anyone|anybody|anything other than yourself|YOUR
        do YOU =ever|=even|=actually ADV* think|listen|care|stop|help|clean|consider|notice|hear|
            realise|apologise|learn|know|want|try !to|how
        do YOU ADV* =even ADV* love|like|respect|see|remember|miss
        YOU had one job
        more important|interesting to YOU than me|us|our|my|i|YOUR
        matter|mean more to YOU than me|us|our|my|i|YOUR
        every|each time i ADV* trust|believe|count|rely|depend|need ~~ YOU ~- HARD|let|leave|run
        do|have YOU not|no ADV|any|have|ever* shame|heart|decency|respect|manners|conscience
        =do not YOU ADV* care|dare|listen
        =do not YOU ADV* think of|about
        =do not YOU have ADV|any* shame|heart|decency|respect|manners|conscience
        how dare YOU
        how can|could|do YOU ADV* be ADV* HARD
        how HARD can|could|are YOU
        how can|could|do YOU be =so !KIND|sure|certain
        how ADV* SLUR|MILD|INSULT YOU are
        YOU ADV* make it|everything|this|that|our ADV* about|into YOU|yourself|a|an|drama
        YOU AUX* turn every|everything|each|any|all ~ into
        everything|world|universe ADV|have|to|be|do|not|BE* about|around YOU|yourself $
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
        YOU ADV|have|had* have|had to ADV* ruin|spoil|make|argue|turn|control|
            criticise ~ everything|it|a|this|about|every
        everything|nothing is ADV|just* joke|game|drama|fight|battle|competition ~ to|with YOU
        is that all YOU
        is it|this ADV* ever going to
        so much for YOUR
        neither do YOU $
        who ADV* =raised YOU
        ^ ADV* who =forgets|=lies|=treats|=behaves|=acts
        ^^ ADV* who does that $$
        do i look like
        am i YOUR maid|servant|mother|secretary|slave|chauffeur|cook
        ^ ADV* some husband|wife|father|mother|friend|partner|dad|mum|mom YOU
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
        YOU think ADV* everything|it|this is ADV* joke|game
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
        YOU =do not ADV|seem|bother|to* care|try|respect|appreciate|value|deserve|listen|bother|
            consider !yet|tonight|who|when|what|this|that|to|for
        YOU do not ADV|ever* give ADV|two* CURSE|monkeys|thought|toss
        YOU ADV* =do not ADV* get it
        YOU ADV* =do not ADV* do anything|a|much|shit
        YOU ADV* =do nothing|everything wrong|around|but|to|$
        everything YOU do|say|touch ~ HARD|wrong|fall|turn
        YOU ADV* make everything|things|life|it ADV|so|much* harder|worse|difficult|impossible|hell|
            miserable
        YOU do not even|ever|actually|CLEARLY ADV* DEED|LIGHT|know|realise|want|bother|try !him|her|them
        YOU do not know|have ADV* what|a YOU|clue ADV|are* talking|doing|how|$
        YOU AUX|ADV* not ADV* think|care ADV* about|of ADV|our|my|this* anyone|anybody|others|me|us|
            how|what|family|feelings|marriage|children|kids
        YOU AUX* CLEARLY AUX* not|NEVER|HARD|think|have
        YOU can not ADV* do|get|handle|manage|keep|follow|take|see|say|admit ~ promise|word|secret|
            job|anything|one|thing|right|single|simple|straight|sorry|criticism|past|YOUR
        YOU can not even|be|ever ADV|be|even* LIGHT|DEED|bothered|trusted|honest|manage|look|admit
        YOU could not ADV|be* even|bothered|bother
        YOU did not ADV* even|bother|so ADV* DEED|LIGHT|to|try|bother|much
        YOU will not ADV* take ~ responsibility|accountability|no|hint
        YOU will|would not ADV* even|lift|admit|listen|change ~ finger|a|DEED|LIGHT|HARD|that|wrong|
            $
        YOU will|can NEVER|not ADV* change|learn|amount|understand|get $
        YOU will NEVER ADV* change|learn|amount|understand|get
        YOU have got? ADV* no|zero|little ADV* respect|shame|heart|right|clue|consideration|
            conscience|manners|backbone|self-control|empathy|interest|spine|decency|willpower|
            ambition|patience|sense|friends|self-respect|boundaries
        YOU have not got? ADV|the|a* faintest|slightest|foggiest|clue
        YOU show ADV* no|zero
        YOU lack ADV|any* respect|empathy|consideration|decency|maturity|any
        ^ YOU ADV* =refuse|=insist|=fail to|on
        YOU are ADV* not ADV* capable|able|willing|even
        YOU are ADV* incapable
        YOU ADV|have|once|again* managed to
        once|yet again YOU ADV* managed|HARD|failed|not|have|put|chose
        as usual YOU
        YOU have ADV|once* again
        YOU still ADV* do not ADV* get|understand|care|see|listen
        YOU AUX* ruin|wreck|sabotage|destroy|spoil everything|every|my|our|all|any|this|that|
            christmas
        YOU AUX* twist ~ words|everything|what|things|facts|it
        YOU do not lift
        lift a finger
        YOU are not ADV* sorry|trying|listening $
        YOU are not ADV* sorry YOU
        YOU ADV|will|would|do|can* not know ~ if it
        YOU =do not ADV* know ADV* how|meaning|first to|of|thing
        YOU ADV|AUX* not ADV* have ADV|common* decency|courtesy|guts|balls|courage
        if YOU had ADV|any|ounce|of|shred* decency|respect|heart|shame|spine|conscience
        YOU can not ADV* go ~ without
        YOU ADV* =make|=put|=show|=bring|=give|=contribute|=do|=offer ADV|in|me* no|zero|
            nothing !!HARD
        YOU are ADV* no|zero help|use|fun|good
        YOU are ADV* =ruining|=destroying|=wasting|=wrecking|=killing|=sabotaging|=dragging
        let|letting ADV|whole|this|our* family|everyone|everybody|kids|side|team down
        YOU bring out ADV* worst|side|this|that
        instead of ~ YOU ADV* complain|BAD|sit|play|go
        YOU make ADV|empty|false* promises YOU|and ~ not|NEVER|no|break
        YOU =keep|=kept ADV* making|giving|breaking ADV|empty|false|the|same* promises|excuses
        YOU =keep|=kept promising !yourself
        no|any|zero intention of ADV* keeping|doing|changing|stopping|telling|being
        nothing i do|say =ever
        YOU could not care less
        have|got ADV|any* idea how SLUR|MILD
        YOU did not care
        YOU =do not ADV* listen|help|support|communicate|contribute|clean|compromise|share|
            apologise|thank|notice|prioritise|pick|make !!yet|anymore|ok|understand|BAD|sense
        YOU =do not ADV* take|pull ~ anything|weight|it|me ADV* seriously|$
        YOU =do not ADV* pull
        YOU would not dream
        YOU could not ADV* wait
        YOU ADV* can not help yourself
        YOU =just do not think|care|listen|understand|get
        YOU take no
        YOU have ADV|been|caused|brought|given|me|us* nothing but ADV* trouble|problems|drama|HARD
        YOU have ADV* wasted|destroyed ADV|NUMBER|my|our|of* years|year|life
        YOU have ADV* broken every|all|each
        YOU have ADV* let ~ down
        YOU =say ~~~ and|but then? YOU do not|NEVER
        YOU say sorry but
        YOU =promise ~~ and|but deliver|then|never|do
        YOU let YOUR ~ walk|treat|talk|run|control|decide
        YOU let ~ down ADV|single* every
        no matter what i ~~~ YOU
        nobody|one ADV|in|this|house|can|could* rely|count|depend ADV* on YOU
        i ask|asked for one|a ~ thing
        for one|a single thing and YOU
        can not even do that
        NEVER ADV* mean it $
        =do not know why i ADV* expected|bother|bothered|trusted|married|thought
        what i ADV|ever* saw in YOU
        expected ADV|so|much* more|better from|of YOU
        not ADV* single thank
        it is not rocket
        be nice if YOU could|would ~~ for once|bothered
        i wish YOU would grow|learn|shut|stop|disappear ADV|a* conscience|spine|up|BELITTLE|being|
            talking
        i wish YOU were ADV* more|less|like|half ADV* like|MILD|the|as
        same excuses|excuse|lies|story ~ different|again|$
        one lie|excuse ~ after ~ with YOU
        every conversation|time|talk|discussion with YOU
        god|heaven forbid YOU|i
        as per usual
        it is like YOU ADV* want|enjoy|like|do|try|not
        trouble|problem with YOU is
        YOUR ADV* lies|lie|silence|selfishness ADV|has|have|is* destroyed|childish|ruined|killed
        YOUR excuses|lies|drama|temper ADV|are* getting|old|boring|tiring|exhausting
        YOUR ADV* ING ~ has|have|is ADV* destroyed|ruined|SLUR|MILD|killed
        everything i do|say is ADV* wrong
        YOU =do not ADV* give me|us ADV|any* credit|respect|time|attention|chance|support
        YOU have got? ADV* no idea what|who|about|$
        YOU have got? ADV* no idea how to
        """,
        heard="a list of what someone lacks, where one thing is missed",
        gentler=Gentler(
            "Last night I waited half an hour for us to begin",
            "I felt alone with it",
            "I would like to feel that we do this together",
            "Would you tell me when a good time is, next time?",
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
        YOU !PAST ARE ADV* MILD !KIND !because|tonight|today|after|but|to
        YOU !PAST ARE ADV* MILD to live|talk|deal|please|be|reach|work|speak
        YOU have ADV|been|become|got* MILD !KIND|to|INSULT
        YOU !PAST ARE ADV|MILD* too|such ADV|MILD* MILD|INSULT|KID
        YOU !PAST ARE ADV|exactly|turning|into* like|into|as YOUR|my ADV* FAMILY $$
        YOU ADV* act|sound|look|behave|ARE ADV|exactly|just* like YOUR|my ADV* SLUR|MILD|BAD ADV* FAMILY
        YOU !PAST ARE ADV|exactly|turning|into* like|into|as YOUR|my ADV* FAMILY ~~~ HARD
        YOU ADV|getting|to|be|are* just|exactly like|as him|her|them|YOUR|my $
        as SLUR|MILD as YOU
        NEVER met anyone|someone|anybody|PERSON ~ SLUR|MILD
        YOU BE ADV* =just|=exactly like him|her|them $
        YOU have? ADV* turned|turning|become|becoming into? YOUR FAMILY
        YOU can|could ADV* be|get ADV* MILD|SLUR
        YOU ADV* act|behave|talk|speak|treat ~ like|as ADV|if* KID|dirt|rubbish|servant|maid|YOU|
            center|centre|enemy
        YOU are ADV* bad|terrible|awful|useless|hopeless|rubbish|crap|shit|lousy|horrible|rotten|
            worst ADV* at|with|PERSON|in
        YOU are ADV* =a|=such terrible|awful|horrible|lousy|rotten !!day|night
        YOU are ADV* worst !!day|night
        ADV|most* MILD PERSON ADV* i|YOU|alive|on|in
        that|this|it BE ADV* MILD of YOU
        how ADV* MILD of YOU
        are YOU ADV|going|to|be|always* ADV|being MILD|SLUR
        see|hear|realise|know how ADV* MILD|SLUR|INSULT YOU|that
        YOU are not ADV* PERSON|partner ADV* i|YOU AUX|ADV|once|ever* marry|know|meet|love|think|
            believe|want|choose|promise|pretend|used|claim|fell|fall|was|were !angry
        YOU are not a|an KIND|team|real|proper|decent
        YOU BE ADV* wrapped|caught up in yourself
        YOU ADV|are* =act|=acting|=behave|=behaving ADV* like|as !!KIND
        YOU ADV|are* =treat|=treating ~~ like|as !!KIND|equal|queen|king|princess|prince
        YOU ADV* =talk|=speak to|about me|us ADV* like|as
        YOU are ADV* hard|tough work
        YOU BE ADV* supposed|meant to be ADV|my|the* PERSON
        it is ADV|being|feels* like ADV|being|am|i* married|marry|living|dealing|raising|talking|
            arguing to|with ADV* KID|INSULT|stranger|wall|robot|brick|ghost
        i am ADV* married|marry to ADV* KID|INSULT|stranger|robot
        ADV* KID ~ more|better ~ than YOU
        YOU !PAST ARE ADV* terrible|horrible|awful $
        are YOU ALWAYS this|so|that ADV* HARD|flirtatious
        YOU make ADV* fool of
        YOU have to go and
        YOU are ADV* =gaslighting|=projecting|=manipulating|=exaggerating|=sulking|=nagging|
            =overreacting|=deflecting|=stonewalling
        YOU BE ADV|emotionally|completely* unavailable|immature|stunted|manipulative
        """,
        heard="a label for the person rather than what happened",
        gentler=Gentler(
            "When the weekend was planned before we had spoken",
            "I felt overlooked",
            "I would like us to decide such things together",
            "Could we look at the calendar on Sunday?",
        ),
        example="You're so selfish.",
        near_miss="You were rude to me at dinner and I felt small.",
        reason="A label leaves nothing to change, an evening does (Rosenberg: static language;"
        " Gottman: criticism).",
        unless=("praised", "held"),
    ),
    Rule(
        name="a real partner would",
        kind="criticism",
        patterns="""
        any|a normal|real|decent|good|proper|loving|caring ADV|grown* PERSON would|could|knows|
            should !know !!YOU|we|us
        any normal|decent|sane|real|self-respecting PERSON
        normal|decent PERSON would|could|can|=do|manage|help
        anyone|anybody else would|could
        everyone|everybody else manages|copes
        everyone|everybody else can ADV* manage|cope|do
        what kind|sort|type of ADV* PERSON|HARD does|forgets|are|would|lies|leaves|says|acts|HARD|
            treats
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
        what kind|sort|type of ADV* PERSON !do|did|am|are|is|can|could|would|should|will|i|we|YOU|has|have
        """,
        heard="a comparison with someone better",
        gentler=Gentler(
            "When the day went by without a word between us",
            "I felt unimportant",
            "I would like to be thought of now and then",
            "Would you plan an evening for us this week?",
        ),
        example="A real partner would have known.",
        near_miss="A good friend would know what to say; I only know that I am here.",
        reason="Comparing people is a judgement in disguise (Rosenberg), and nobody can answer for"
        " what others would do.",
        unless=("praised", "held"),
    ),
)
