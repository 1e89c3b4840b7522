"""Defensiveness: excuses, and blame handed back (Gottman; the article: "without excuses")."""

from __future__ import annotations

from repairlog.tone.rule import Gentler, Rule

_MY_PART = Gentler(
    "I said that I would call, and I did not",
    "I feel ashamed",
    "I want my word to count again",
    "May I tell you what I will do differently, and hear what it was like for you?",
)
_MY_SIDE = Gentler(
    "When I hear about Friday",
    "I feel cornered and ashamed",
    "I would like both of us to be heard",
    "May I answer for my part first, and then tell you how it was for me?",
)
_YOUR_SIDE = Gentler(
    "I see that this hurt you more than I had thought",
    "I feel unsure what to say",
    "I want to understand it",
    "Would you tell me what it was like for you?",
)

DEFENSIVENESS = (
    Rule(
        name="not my fault",
        kind="defensiveness",
        patterns="""
        not ADV|entirely|exactly* my fault|doing !alone|only|either
        how is|was that|this|it my fault
        why is|am it|everything|that|i ALWAYS|suddenly? my|me|the fault|problem|one|bad
        i ADV* do|did|have done? nothing wrong
        i do|did|have|am not do|done|doing? anything|a wrong|thing $
        i did not do anything $
        i NEVER do|did anything|nothing wrong|to
        do not ADV* blame|accuse|attack|judge|lecture|interrogate me !for|if
        ^ ADV* stop|quit ADV|ALWAYS* blame|accuse|attack|judge|lecture|interrogate|criticise me
        why ADV* do|are|must YOU ADV|ALWAYS* blame|accuse|attack|criticise me
        YOU ADV|are|ALWAYS* =blame|=blaming me !for
        can not ADV* blame me
        i can not be blamed|held
        not ADV* put|pin ADV|this|that|it|all* on me
        turn|twist|flip ADV|this|that|it|everything|things* around? on|against me
        i am ALWAYS ADV* bad|villain|guilty|wrong
        make|paint me out|look|into|the ADV|to|be|like|some* bad|villain|monster
        ADV* make this|it|that ADV* my fault|problem
        i was ADV* busy|working|tired ok|alright
        ^ ADV* some of us have|actually|work
        i ADV* =just did not tell|mention|say
        YOU ADV|are|were* get|got on my nerves
        i can not ADV* say|do|tell anything ~ YOU|without|right
        pick|picking on me
        so now? i am ADV|now* villain|problem|monster|enemy|bad
        this is ADV* thanks|what i get
        i do ADV|so* plenty|more|much|everything ~ around|for here|YOU|this
        ^^ that is not fair $
        excuse me for
        sorry for existing|breathing|living|caring|having
        sorry i am not ADV* perfect|saint|enough
        ^ stop ADV* making me
        so it|this|now|everything BE|i ADV|am* all|my|the ADV* fault|bad
        everything is ADV* my fault
        nothing i do|say is|will|be ADV|ever* KIND|right|enough
        can not ADV* win with YOU
        it was|is =the drink|alcohol|beer|drugs|stress|booze|wine talking|not|$
        blame ADV* drink|alcohol|stress|childhood
        ^^ i was|am ADV* drunk|wasted|hammered $$
        i was|am ADV* drunk|stressed|wasted|tired that is why
        i ADV|do|did|could* not have ADV|any|other|real* choice|option $
        i am not a mind
        i can not read YOUR mind $$
        i am ADV|only|just* only|just human
        so sue|shoot me
        day too YOU know
        ^^ ADV* nobody died
        ^^ no harm done
        ^^ but i was|am|did|had ADV* drunk|tired|stressed|busy|joking|trying|only|just
        ^^ but i ADV* =only
        it is ADV* how men|women|we|i are|am
        it|that is ADV* way i was|am|have
        it|that ADV* do not count $
        excuse to ADV* attack|start|leave|hurt|criticise|fight
        that is a ADV* lie
        lie and YOU know
        do not ADV* act ADV* innocent|perfect
        what else could|should i have
        what else was|am i supposed
        anyone|anybody in my
        ^ who have not ~ MISDEED|told
        ^ ADV* so ADV|now* i can not ADV* even
        why are YOU make|making ~ thing|deal|fuss|drama|issue|scene
        get|come|climb off|down YOUR ADV|from* high
        it is not a ADV* crime
        since when is|are ~ a ADV* crime|sin|problem
        not my job to
        i am not responsible for YOUR
        not psychic
        ^ ADV* i ADV* was provoked
        i am ADV* victim here
        i am|was not ADV* bad guy|person|one
        such a ADV* terrible|bad|awful husband|wife|person|partner|mother|father then
        not apologising for
        i did what anyone
        i get no credit
        i guess|suppose i am ADV* just a|the|always
        i guess|suppose ~ my fault
        ^ so ADV* it is my fault
        so it is ADV|all* my fault
        do not ADV* pin|put ~ on me
        my hands were tied
        what did i do now
        what is ADV|all* fuss
        boys will be
        blame my|the|YOUR parents|mother|work|boss|job|friends
        making me feel like a ~ criminal|monster|villain
        can not i have one|a ~ night|drink|evening|friend|day
        can not a man|woman|person|guy
        nobody|one told me $
        it is ADV* always me
        so what if
        sorry for caring|ING $
        this|that is ADV|exactly* why i do|can|could|NEVER not|tell|talk ADV|ever* tell|talk|come|share
        nothing ADV* wrong with what i
        """,
        heard="an excuse, even where it is true",
        gentler=_MY_PART,
        example="It's not my fault.",
        near_miss="It is not your fault that I feel anxious at night.",
        reason="Whoever is hurt hears that nobody answers for it; owning a part, however small,"
        " opens the talk (Gottman).",
        unless=("held", "answered for"),
    ),
    Rule(
        name="you made me",
        kind="defensiveness",
        patterns="""
        i ADV* only|just ADV* MISDEED|do ~~ because|since|cause YOU ~- not|NEVER|HARD|were|would|made|keep|ALWAYS|had|started|MISDEED
        i ADV* do|did it|that|this|what ~ because|since|cause YOU !KIND
        i ADV* MISDEED ~ because|since|cause YOU ADV|would|were|are|keep|have* not|NEVER|HARD|ALWAYS|freak|stop|start
        YOU ADV* make me ADV* do|this|like|that|into|lie|cheat|yell|shout|scream|hide|snap|act|react
        YOU ADV* make me way
        YOU drive|push|force|lead me ADV* to|into it|this|her|him|that|=lie|=cheat|=hide|=drink|lying|cheating
        YOU ADV* pushed|drove|forced|provoked me $
        YOU force my hand
        leave|give me ADV|with* no ADV|other* choice|option|alternative
        had|have no ADV|other* choice|option|alternative $
        i had no other? choice|option YOU
        YOU ADV* started|began|provoked it|this|me|first|that
        YOU asked for it|this $
        YOU had it coming
        look|see what YOU make|do|have
        it|that is|was ADV* YOUR fault ADV|that* i|we
        because of YOUR ADV* nagging|jealousy|insecurity|insecurities|drama|attitude|mood|moods|temper|HARD
        only happen ~ because YOU
        if YOU ADV|have|did|were|would|do|are* not ADV|ALWAYS|been|be|being* HARD|nag|go|went|gone|freak|start|keep|push|work|pressure|ALWAYS
        if YOU ~ have|had been|shown|paid|given ADV* more|home|there|KIND|HARD|me
        if YOU ~~~ i would not|NEVER have|had? had? to ADV* MISDEED|do|keep
        if YOU ~~~ i would not|NEVER have MISDEED|gone|looked|strayed|needed|done
        if YOU ~~~ none|it|this|that of|would would|not|this ~ happened
        i would not|NEVER ADV|have|had|to* MISDEED ~~~ if YOU ADV|would|were|had|did|do|have* not|HARD|freak|stop|listen|trust|get|been
        if YOU ADV|had|only* trust|listen|love|care ~~~ we would not
        i would|could not ADV* have to MISDEED
        maybe|perhaps if YOU ADV|had|have|did|would* HARD|not|were|paid|gave|listened|showed|spent|stopped|worked|loved|trusted|treated|let|cared
        well|so if YOU ADV* have|were|did|would|could|just|paid|gave
        ^ had YOU ADV|not* been|shown|paid|given|listened|told|not
        takes two to tango
        YOU would have ADV* done|do|did same
        it|that ADV* meant nothing $
        i ~~ because i knew YOU would explode|freak|overreact|react|flip|lose|yell|shout|kick|go
        i only ~~ because i knew YOU
        i had to ADV* MISDEED because? YOU
        i would not ADV|have|had|to* MISDEED ~~~ if YOU were ADV* nicer|kinder|more|less|KIND
        feel like i had|have to MISDEED
        YOUR jealousy|nagging|coldness|temper|drinking|moods|mood|insecurity|behaviour|attitude ADV* drove|make|pushed|forced|caused
        it was YOU who ~ HARD|started|began|MISDEED|wanted|said
        YOU =lied|=cheated|=hit|=yelled|=shouted|=slept|=hid|=left|=flirted|=started|=broke ~ first|too|remember ~ $
        what do|did YOU ADV* expect $
        i only ~~ because YOU gave|give|NEVER|made|ALWAYS
        i only ADV* MISDEED|drink ~ because YOU
        i only ADV* MISDEED ~~ to ADV* protect|spare
        i did it for us|YOU $
        because i knew how YOU
        if YOU would ADV* stop
        if YOU ~ asked nicely|properly
        YOU pushed my|all buttons|button
        YOU should not have pushed|provoked|started|said|made
        YOU do|did not ask|want ~~ so
        YOU drove me away
        YOU ADV* got what YOU
        that|this is ADV* on YOU $$
        learnt|learned it from YOU
        what YOU get for
        """,
        heard="handing the responsibility over",
        gentler=_MY_PART,
        example="I only did it because you ignored me.",
        near_miss="I only smiled because you looked so happy.",
        reason="What I did stays mine, whatever came before it; the article asks to acknowledge"
        " harm “without excuses”.",
        unless=("praised", "answered for"),
    ),
    Rule(
        name="it was only",
        kind="defensiveness",
        patterns="""
        i|we was|were|am ADV* =just|=only =joking|=kidding|=messing|=teasing|=playing|friends|=flirting|=texting|=talking !with|at|to|about|for
        i|we was|were ADV* =just|=only being ADV* friendly|nice|polite|honest|sociable|civil
        i was ADV* =just|=only =trying|=having|=doing|=saying ~ help|protect|keep|peace|fun|job|best|my|joke|laugh
        it|that|this|we was|is|were|are ADV* =just|=only ADV|bit|of|harmless|silly|few|some|one|my|good|old|meaningless|SLUR* joke|banter|laugh|fun|sex|texting|texts|text|kiss|flirting|messages|friend|friends|flirt|time|once|word|words|night $
        just|only ADV|bit|of* joke|laugh|banter|kiss|joking|kidding $
        not|NEVER YOU|ADV* take a joke
        no|YOUR sense of humour|humor
        ^ ADV* lighten up
        ^^ ADV* chill ADV|out* $$
        ^ ADV* calm ADV* down $
        ^^ ADV|just* relax $$
        it|that|this|things was|is|were not ADV* that|so ADV* bad|serious|big|long|terrible|deep $
        ^ not ADV* that|so ADV* bad|serious|deep $
        ^ ADV* it|that was|is ADV* nothing $
        it|that|this was|is not ADV|even|such|like|any* deal|biggie $
        no ADV* big deal|thing
        what is ADV|the|YOUR* big deal
        can not we ADV* move|forget|drop|leave
        it|that|she|he do|did not ADV* mean anything|a $
        it|that|she|he do|did not ADV* mean a thing
        nothing ADV* happened $
        out of proportion
        make|making ADV|such|too|out|of|it|this* mountain|fuss|drama|deal|issue
        storm in a
        it is|was not like i|we|YOU|it
        it is|was not as if i|we|YOU|it
        ^ ADV* not like i|we|YOU
        ^ ADV* not as if i|we|YOU
        everyone|everybody|men|women ADV* =does|=do it|this|that|$
        everyone|everybody|we|people ADV|all* make mistakes $$
        everyone|everybody ADV* lie|flirt|cheat sometimes|$
        nobody|one|no is perfect $
        anyone|anybody else? would have done|MISDEED|reacted|been
        could have been ADV|much* worse
        there are worse
        that|it is|was ADV|all* in the past $
        it is not ADV* what it looks|seems
        it is not ADV* what YOU think
        it was ADV|just|only* one|single time $
        it ADV* only happened once|twice|one
        i ADV* =only did it once|twice|one
        it was|is a joke ~ chill|relax|calm
        ^^ ADV* big deal $$
        my ex NEVER complained|minded
        i do not ADV* see what|why ADV|is* problem|big|fuss
        what is the problem $$
        why YOU are ADV* making ADV|such* fuss|deal|drama|issue|scene|this|it
        she|he come on to me
        she|he ADV* mean nothing ADV|to|me* $
        it is|was not ADV* as bad|serious|big as YOU
        ^^ i was ADV* joking|kidding|teasing $$
        it ADV* =just happened $
        these things happen $
        having problems|issues anyway
        =just|=only ADV* one-time
        what are YOU ADV* talking about $$
        for YOUR own good
        they|it were|was ADV* =just|=only messages|texts|photos|words|a ADV* phase|message|text|photo|kiss|drink
        it was ADV* harmless|innocent
        it could ADV|have* happen ADV* anyone|anybody
        oh|come come|on it was one|a|just|only
        other men|women|husbands|wives|people do ADV|far|much* worse
        everyone|everybody else? thinks|think it is
        everyone|everybody tells|tell
        it is|was not ADV* that simple $
        not ADV* cheating if|it
        was not ADV* big thing|deal
        would not call it
        """,
        heard="making it smaller than it was for the other one",
        gentler=_YOUR_SIDE,
        example="It was just a joke, calm down.",
        near_miss="It was just a joke to him, but it hurt me.",
        reason="How bad it was, the hurt person knows; making it small leaves them alone with it.",
        unless=("good news", "answered for", "held"),
    ),
    Rule(
        name="you're too sensitive",
        kind="defensiveness",
        patterns="""
        YOU ADV|are* =too|=so|over|overly|=way|=being ADV|being* sensitive|emotional|touchy|jealous|needy|insecure|hysterical|oversensitive
        YOU ADV|are* hypersensitive|oversensitive|overreacting|over-reacting|exaggerating|imagining|overthinking|over-thinking|delusional !!progress
        YOU ALWAYS|just =overreact|=exaggerate
        YOU ADV* take everything|things|it|this ADV* personal|personally|serious|seriously|wrong
        do not be|get|take ADV|it|everything|all|things* sensitive|emotional|seriously|hysterical
        ^ ADV* stop overreacting|over-reacting|exaggerating|overthinking
        YOU ADV|are* make|making it|this|that|things|stuff|all ADV* up|bigger|worse
        YOU ADV|are* read|reading ADV* into|things
        YOU ADV|are* put|putting words
        YOU ADV|are* hearing|seeing things
        all in YOUR head
        it is ADV* in YOUR head
        YOUR ADV* imagination
        YOUR ADV|own* insecurity|insecurities|jealousy|paranoia|hang-ups $
        that|it is|are ADV* YOUR problem|issue
        that ADV* NEVER happen $
        that did not ADV* happen $
        that is not ADV* what|how ADV|it* happened $
        i NEVER say|do that|it|this|such|any $
        i did not say|do that|it|this $
        i do not know what YOU are ADV* talking
        YOU must have|be dreamt|dreamed|imagined|misheard|imagining
        YOU ADV|are* remember|remembering it|that|things wrong
        YOU ADV|are* looking|fishing for ADV* fight|reason|excuse|trouble|argument|compliments
        YOU ADV|are* picking|starting|trying ADV|to* fight|argument|start|pick|punish|guilt|control|confuse|trap|provoke|make ~ me|fight|$
        can not ADV* believe YOU ADV|would* accuse|blame|think|doubt|question
        ^ ADV* prove it
        over something|nothing|a|such ADV|so* little|small|tiny|nothing thing|$
        YOU are ADV* =just|=only ADV* jealous|insecure|angry|mad|upset
        YOU must be ADV* confused|mistaken|imagining|crazy|mad
        YOU are ADV* inventing|fabricating|blowing it|this|that|things|everything
        YOUR ADV* interpretation|misunderstanding|perception|version $
        misunderstanding on YOUR
        do not exaggerate|overreact|over-react
        YOU ADV* want to be ADV* angry|mad|upset|miserable|offended
        YOU can not|hardly ADV* be ADV* angry|mad|upset ADV* with|at|about|for me|it|this|that|something
        YOU can =hardly talk|complain|judge|blame
        i NEVER promised|agreed|touched that|it|anything|YOU|her|him $
        YOU ADV|are* taking|take it|this|that|everything|things ADV|way|too* wrong|personally|seriously|personal
        ^^ do not ADV* take it|this|everything ADV* personally $$
        YOU ADV|have|are|must* misunderstood|misheard|misunderstanding|mishearing me|as|it|what|$
        YOU are ADV* looking for things|something|reasons
        YOUR ADV* insecurity|jealousy|paranoia|conscience talking|$
        that is ADV|just* YOUR ADV* opinion|view|interpretation
        ^ ADV* stop being ADV* sensitive|emotional|jealous|paranoid|insecure
        ^ ADV* stop making excuses|things|it|this|a
        ^ ADV* stop twisting|putting
        that is not true and
        and YOU can not prove
        YOU have no ADV* proof|evidence
        YOU do not ADV* understand ADV|how* hard|pressure|stress|stressed
        """,
        heard="telling the other one that their feeling is wrong",
        gentler=_YOUR_SIDE,
        example="You're too sensitive.",
        near_miss="You aren't too sensitive. I was careless.",
        reason="A feeling cannot be argued away; asking what it is about is shorter than proving it"
        " wrong.",
        unless=("praised", "answered for", "held"),
    ),
    Rule(
        name="yes, but you",
        kind="defensiveness",
        patterns="""
        ^^ yes|yeah|ok|okay|sure|right|true|fine|no|perhaps|maybe but YOU !KIND|can|may
        ^^ yes|yeah|ok|okay|sure|right but who|what
        YOU have got? it ADV* wrong
        ^^ but YOU ADV* HARD|NEVER|ALWAYS|do|also|too|not|started|should|made|keep|MISDEED !YOU !!KIND
        i ~~~ but YOU ADV|have|were|are|do|could|can* HARD|NEVER|ALWAYS|also|too|start|provoke|push|nag|keep|make|no|exactly|worse !!KIND
        i ~~~ MISDEED|forget|late|wrong|know|admit|sorry ~~~ but YOU do|did|are|were|have|can|could|should not !deserve|mean|need|blame|want|hurt|know|judge|alone|KIND
        i ~~~ but YOU do|did|are|were|have|would ADV* too|it|that|same|also|first !KIND
        i ~~~ but YOU should|could|ought ADV|to* have
        i ~~~ but it|that was|is ADV* YOU|because|YOUR
        sorry but YOU|it|i|that ADV* was|had|did|were|made|started|pushed|should|have|NEVER|are|MISDEED|provoked !KIND
        sorry that? YOU =feel that|this|like way|that|$
        sorry if YOU ADV|are|were|got|get|feel|felt|was* offended|upset|hurt|bothered $
        sorry that|for? YOU ADV|are|were|got|get|feel* offended|misunderstood $
        sorry if|that|for? YOU ADV* took|take|thought|think|see|misunderstood|can|interpreted ~ way|that|it|wrong|joke|$
        sorry if anyone|that|it|my ~ offended|YOU|bothered|upset
        ^ i ADV|have* said i|that? am? ADV* sorry
        ^ i ADV|have* said sorry
        i ADV* have? already ADV* apologised|explained $
        i ADV* have? already ADV* said ~ sorry
        i ADV* have? already ADV* told YOU
        how many|often times? do|must|have|should|can i ADV|have|to* apologise|say|explain
        what more|else do|could|can YOU ADV* want|expect|need|ask
        what more|else am|can|should i ADV* supposed|say
        what do YOU want me to =say|=do $$
        what am|was i ADV* supposed|meant to
        how was|am|could|should i ADV|supposed|meant|have|to|possibly* know|known
        ^ ADV|i|have* said i|that* BE? ADV* sorry
        ^^ i am not perfect $$
        sorry i am not as|ADV* perfect|saint|good
        sorry if i ~~~ but
        sorry but i can not ADV* control|help
        that|it is YOUR ADV|own* problem|issue $
        do not like it ~ problem|leave|door|tough
        i ~~~ but YOU ~~ twice|=too|worse|same|either|yourself !!KIND
        ^^ but YOU knew
        sorry if YOU got|get ADV* wrong|idea|impression
        """,
        heard="an admission that is taken back in the same breath",
        gentler=_MY_SIDE,
        example="I know I lied, but you weren't exactly honest either.",
        near_miss="I was angry, but you listened, and I am glad.",
        reason="After “but” only the second half is heard (Gottman: yes-butting, cross-complaining);"
        " each half can have its own time.",
        unless=("praised",),
    ),
    Rule(
        name="what about you",
        kind="defensiveness",
        patterns="""
        what about when|all|that|how ADV* time|times|YOU ADV|when|did|have* HARD|YOU|MISDEED|did|went
        what about ~~ YOU MISDEED|did|HARD|went !!home|tomorrow|later
        YOU AUX* not ~~ either $
        YOU BE ADV* no saint|angel|picnic|prize
        what about YOUR own|MISDEED|HARD|affair|ex|behaviour|behavior
        and|like YOU are|have|do|did|NEVER ADV|so|any|all|NEVER* perfect|innocent|better|saint|angel|honest|MISDEED
        YOU are ADV* no|not|hardly ADV|exactly* better|angel|saint|innocent|expert|blameless !friend|than
        YOU are ADV* one to talk
        YOU are ADV* just as bad|guilty|HARD
        YOU are ADV* one ADV* who|that|with ~- HARD|started|began|should|needs|not|never|wanted|push|cheated|lied|left
        YOU can|should talk $$
        YOU ADV* do|did|have|are ADV|exactly|it|this|that* same|first|yourself
        YOU do|did|have|are ADV|it|this|that* =too $
        ^ so do|did|have|are YOU
        look|listen who is talking
        look in the mirror
        ^ look at yourself
        says|said the|a ADV* PERSON|one|YOU|queen|king|HARD who|that
        rich|funny|hilarious coming from YOU
        pot kettle
        practise|practice what YOU preach
        YOU should|ought|need ADV|to|be|one|the* apologising|apologizing|thanking ~ me|$
        if anything YOU
        who are YOU to judge|talk|say|tell|lecture
        ^ at least i|me ADV|am|was|do|did|have|can* not|NEVER|told|tried|admit
        YOU knew what|who|how i|YOU|it ADV|were|was|am* like|getting|signing|into|marry|$
        that is ADV* who|how|way i am $
        take me as i
        ^ ADV* deal with it
        i can not help it|that|who|how|being
        i am not the only|ADV one|bad|problem|villain|guy here|who|$
        not the only one who|that|to HARD|MISDEED
        YOU have|are|were|do|did not =exactly
        YOU knew i was ADV* like|busy|married|late
        YOU NEVER complained|minded|objected ~ before
        i am not ADV|only* one who|with|that ADV* HARD|MISDEED|problem|started|first
        YOU are ADV* one with ~ issue|problem|temper
        maybe|perhaps YOU should ~~ own|yourself|mirror
        ^ look at what YOU did|do ~
        anything|nothing YOU have not
        YOU have ADV* done ADV* worse|same
        YOU have|did|do ADV* made? mistakes too
        YOU did|do ADV* worse
        YOU would|will ADV* do|have ADV* do|done ADV|same|the* same|it
        YOU are ADV|hardly* hardly|not one|ADV to lecture|judge|talk
        YOU should be ADV* glad|grateful|thankful|happy i
        YOU know ADV* how|what i am|was like|$
        YOU know how i get $
        YOU know i did not mean
        i do not see YOU
        YOU do it all the
        who made YOU the? judge|jury|boss
        what about all the ~ things|times|i
        if i am ADV* such|so|that ADV* why
        do not ADV* look at me like|i
        well ADV* what did YOU think
        YOU are ADV* one who ~ stopped|quit|wanted|walked|refused
        i was not ADV* one who ~ $$
        """,
        heard="answering a hurt with another one",
        gentler=_MY_SIDE,
        example="You're one to talk.",
        near_miss="I slept badly. What about you, how did you sleep?",
        reason="Two complaints at once cancel each other (Gottman: cross-complaining); one at a time,"
        " both are heard.",
        unless=("praised", "answered for", "held"),
    ),
)
