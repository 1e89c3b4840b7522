"""Defensiveness as an excuse, or as making it small (the article: "without excuses")."""

from __future__ import annotations

from repairlog.tone.rule import Gentler, Rule

_MY_PART = Gentler(
    "I said that I would call, and I did not",
    "I feel ashamed",
    "I want my word to count again",
    "May I tell you what I will do differently, and hear what it was like for you?",
)
_YOUR_SIDE = Gentler(
    "I see that this hurt you more than I had thought",
    "I feel unsure what to say",
    "I want to understand it",
    "Would you tell me what it was like for you?",
)

EXCUSES = (
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
        ^ ADV* =do not ADV* blame|accuse|attack|judge|lecture|interrogate me !for|if
        ^ ADV* stop|quit ADV|ALWAYS* blame|accuse|attack|judge|lecture|interrogate|criticise me
        why ADV* do|are|must YOU ADV|ALWAYS* blame|accuse|attack|criticise me
        YOU ADV|are|ALWAYS* =blame|=blaming me !for
        can not ADV* blame me
        i can not be blamed|held
        not ADV* put|pin ADV|this|that|it|all* on me
        turn|twist|flip ADV|this|that|it|everything|things* around? on|against me
        i am ALWAYS ADV* bad|villain|guilty|wrong
        make|paint me out|look|into|the ADV|to|be|like|some* ADV* bad|villain|monster
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
        excuse me for having|trying|living|breathing|wanting|existing|caring|thinking
        sorry for existing|breathing|living|caring|having
        sorry i am not ADV* perfect|saint|enough
        ^ stop ADV* making me
        so it|this|now|everything BE|i ADV|am* all|my|the ADV* fault|bad
        everything is ADV* my fault
        ^ ADV* nothing i do|say is|will|be ADV|ever* KIND|right|enough
        can not ADV* win with YOU
        it was|is =the drink|alcohol|beer|drugs|stress|booze|wine talking|not|$
        ^ ADV* blame ADV* drink|alcohol|stress|childhood
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
        ^ ADV* =do not ADV* act ADV* innocent|perfect
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
        ^ ADV* =do not ADV* pin|put ~ on me
        my hands were tied
        what did i do now
        what is ADV|all* fuss
        boys will be
        ^ ADV* blame my|the|YOUR parents|mother|work|boss|job|friends
        making me feel like a ~ criminal|monster|villain
        can not i have one|a ~ night|drink|evening|friend|day
        can not a man|woman|person|guy
        nobody|one told me $
        it is ADV* always me
        so what if
        this|that is ADV|exactly* why i do|can|could|NEVER not|tell|talk ADV|ever* tell|talk|come|
            share
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
        name="it was only",
        kind="defensiveness",
        patterns="""
        i|we was|were|am ADV* =just|=only =joking|=kidding|=messing|=teasing|=playing|friends|
            =flirting|=texting|=talking !with|at|to|about|for
        i|we was|were ADV* =just|=only being ADV* friendly|nice|polite|honest|sociable|civil
        i was ADV* =just|=only =trying|=having|=doing|=saying ~ help|protect|keep|peace|fun|job|
            best|my|joke|laugh !myself
        it|that|this|we was|is|were|are ADV* =just|=only ADV|bit|of|harmless|silly|few|some|one|my|
            good|old|meaningless|SLUR* joke|banter|laugh|fun|sex|texting|texts|text|kiss|flirting|
            messages|friend|friends|flirt|time|once|word|words|night $
        ^ ADV|it|was|is* just|only ADV|bit|of* joke|laugh|banter|kiss|joking|kidding $
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
        ^ ADV* nothing ADV* happened $
        out of proportion
        YOU AUX* make ADV|such|too|out|of|it|this* mountain|fuss|drama|issue
        YOU AUX* make ADV|such|out|of|it|this* big|huge deal|thing|issue
        ^ ADV* =do not make ADV|such|out|of|it|this* mountain|fuss|drama|deal|issue
        make|making ~ mountain out
        storm in a
        it is|was not like i|we|YOU|it
        it is|was not as if i|we|YOU|it
        ^ ADV* not like i|we|YOU
        it|that|this was not ADV|even* ADV|even* =real|=proper|=full|=actual affair|relationship|lie|date
        it|that|this was not even ADV|a|an* affair|cheating|lie|kiss|date|serious|sex|physical|that
        not ADV* what|how|true|right ~ and YOU know it|that $
        everyone|everybody|people ~ =does|=do it|this|that $$
        ^ ADV* not as if i|we|YOU
        ^ ADV* everyone|everybody ADV* =does it|this|that|$
        ^ ADV* all? men|women ADV* =do it|this|that
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
        they|it were|was ADV* =just|=only messages|texts|photos|words $
        it was ADV* =just|=only a ADV* phase|message|text|photo|kiss $
        it was ADV* harmless|innocent
        it could ADV|have* happen ADV* anyone|anybody
        oh|come come|on it was one|a|just|only
        other men|women|husbands|wives|people do ADV|far|much* worse
        everyone|everybody else? thinks|think it is
        everyone|everybody tells ADV|white* lies|white
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
        name="only one of them",
        kind="defensiveness",
        patterns="""
        ^^ it|that|this was ADV* =just|=only a? ADV* one|two|few ADV|silly* =message|=messages|
            =call|=calls|=photo|=photos|=email|=emails $$
        """,
        heard="making it smaller than it was for the other one",
        gentler=_YOUR_SIDE,
        example="It was only one message.",
        near_miss="It was only one message, and I read it forty times.",
        reason="Alone it makes small what happened; with what it did to the writer it is their hurt.",
        unless=("good news", "answered for", "held", "hurt by it"),
    ),
    Rule(
        name="you're too sensitive",
        kind="defensiveness",
        patterns="""
        YOU ADV|are* =too|=so|over|overly|=way|=being ADV|being* sensitive|emotional|touchy|jealous|
            needy|insecure|hysterical|oversensitive
        YOU ADV|are* hypersensitive|oversensitive|overreacting|over-reacting|exaggerating|imagining|
            overthinking|over-thinking|delusional !!progress
        YOU ALWAYS|just =overreact|=exaggerate
        YOU ADV* take everything|things|it|this ADV* personal|personally|serious|seriously|wrong
        ^ ADV* =do not be|get|take ADV|it|everything|all|things* sensitive|emotional|seriously|hysterical
        ^ ADV* stop overreacting|over-reacting|exaggerating|overthinking
        YOU ADV|are* make|making it|this|that|things|stuff|all ADV* up|bigger|worse
        YOU ADV|are* read|reading ADV* into|things
        YOU ADV|are* put|putting words
        YOU ADV|are* hearing|seeing things
        all in YOUR head
        it is ADV* in YOUR head
        it|just|only is? ADV* YOUR imagination
        YOUR imagination is|running
        YOUR own insecurity|insecurities|jealousy|paranoia|hang-ups
        blame|blamed ~ YOUR insecurity|insecurities|jealousy
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
        YOU ADV|are* =picking|=starting ADV* fight|fights|argument
        YOU ADV|are* =trying to ADV* punish|control|confuse|trap|provoke|guilt|manipulate|start|pick
        YOU ADV|are* =trying to ADV* make me ADV|feel|look|out|to|be* HARD|guilty|jealous|villain
        can not ADV* believe YOU ADV|would* accuse|blame|think|doubt|question
        ^ ADV* prove it
        over something|nothing|a|such ADV|so* little|small|tiny|nothing thing|$
        YOU are ADV* =just|=only ADV* jealous|insecure|angry|mad|upset
        YOU must be ADV* confused|mistaken|imagining|crazy|mad
        YOU are ADV* inventing|fabricating|blowing it|this|that|things|everything
        that|it is ADV* YOUR interpretation|misunderstanding|perception|version
        misunderstanding on YOUR
        ^ ADV* =do not exaggerate|overreact|over-react
        YOU ADV* want to be ADV* angry|mad|upset|miserable|offended
        YOU can not|hardly ADV* be ADV* angry|mad|upset ADV* with|at|about|for me|it|this|that|
            something
        YOU can =hardly talk|complain|judge|blame
        i NEVER promised|agreed|touched that|it|anything|YOU|her|him $
        YOU ADV|are* taking|take it|this|that|everything|things ADV|way|too* wrong|personally|
            seriously|personal
        ^^ =do not ADV* take it|this|everything ADV* personally $$
        YOU ADV|have|are|must* misunderstood|misheard|misunderstanding|misunderstand ~ usual|
            purpose|deliberately
        YOU ADV|have|must* misheard
        YOU are ADV* looking for things|something|reasons
        it|that is ADV* YOUR ADV|own|guilty* insecurity|jealousy|paranoia|conscience
        that is ADV|just* YOUR ADV* opinion|view|interpretation
        ^ ADV* stop being ADV* sensitive|emotional|jealous|paranoid|insecure
        ^ ADV* stop making excuses|things|it|this|a
        ^ ADV* stop twisting
        ^ ADV* stop putting words
        that is not true and
        and YOU can not prove
        YOU have no ADV* proof|evidence
        YOU do not ADV* understand ADV|how* hard|pressure|stress|stressed
        ^ =do not ADV* put words
        """,
        heard="telling the other one that their feeling is wrong",
        gentler=_YOUR_SIDE,
        example="You're too sensitive.",
        near_miss="You aren't too sensitive. I was careless.",
        reason="A feeling cannot be argued away; asking what it is about is shorter than proving it"
        " wrong.",
        unless=("praised", "answered for", "held"),
    ),
)
