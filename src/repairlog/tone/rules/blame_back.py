"""Defensiveness that hands the blame back, or answers a hurt with another (Gottman)."""

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

BLAME_BACK = (
    Rule(
        name="you made me",
        kind="defensiveness",
        patterns="""
        i ADV* only|just ADV* MISDEED|do ~~ because|since|cause YOU ~- not|NEVER|HARD|were|would|
            made|keep|ALWAYS|had|started|MISDEED
        i ADV* do|did it|that|this|what ~ because|since|cause YOU !KIND
        i ADV* MISDEED ~ because|since|cause YOU ADV|would|were|are|keep|have* not|NEVER|HARD|
            ALWAYS|freak|stop|start
        YOU ADV* make me ADV* do|this|like|that|into|lie|cheat|yell|shout|scream|hide|snap|act|react
        YOU ADV* make me way
        YOU drive|push|force|lead me ADV* to|into it|this|her|him|that|=lie|=cheat|=hide|=drink|
            lying|cheating
        YOU ADV* pushed|drove|forced|provoked me $
        YOU force my hand
        leave|give me ADV|with* no ADV|other* choice|option|alternative
        had|have no ADV|other* choice|option|alternative $
        i had no other? choice|option YOU
        YOU ADV* started|began|provoked it|this|me|first|that
        YOU asked for it|this $
        YOU had it coming
        ^ ADV|just* look|see what YOU make|do|have
        it|that is|was ADV* YOUR fault ADV|that* i|we
        because of YOUR ADV* nagging|jealousy|insecurity|insecurities|drama|attitude|mood|moods|
            temper|HARD
        only happen ~ because YOU
        if YOU ADV|have|did|were|would|do|are* not ADV|ALWAYS|been|be|being* HARD|nag|go|went|gone|
            freak|start|keep|push|work|pressure|ALWAYS
        if YOU ~ have|had been|shown|paid|given ADV* more|home|there|KIND|HARD|me
        if YOU ~~~ i would not|NEVER have|had? had? to ADV* MISDEED|do|keep
        if YOU ~~~ i would not|NEVER have MISDEED|gone|looked|strayed|needed|done
        if YOU ~~~ none|it|this|that of|would would|not|this ~ happened
        i would not|NEVER ADV|have|had|to* MISDEED ~~~ if YOU ADV|would|were|had|did|do|have* not|
            HARD|freak|stop|listen|trust|get|been
        if YOU ADV|had|only* trust|listen|love|care ~~~ we would not
        i would|could not ADV* have to MISDEED
        maybe|perhaps if YOU ADV|had|have|did|would* HARD|not|were|paid|gave|listened|showed|spent|
            stopped|worked|loved|trusted|treated|let|cared
        well|so if YOU ADV* have|were|did|would|could|just|paid|gave
        ^ had YOU ADV|not* been|shown|paid|given|listened|told|not
        takes two to ADV* tango|ruin|fight|argue|quarrel|break|destroy|wreck|cheat|lie
        YOU would have ADV* done|do|did same
        it|that ADV* meant nothing $
        i ~~ because i knew YOU would explode|freak|overreact|react|flip|lose|yell|shout|kick|go
        i only ~~ because i knew YOU
        i had to ADV* MISDEED because? YOU
        i would not ADV|have|had|to* MISDEED ~~~ if YOU were ADV* nicer|kinder|more|less|KIND
        feel like i had|have to MISDEED
        YOUR jealousy|nagging|coldness|temper|drinking|moods|mood|insecurity|behaviour|
            attitude ADV* drove|pushed|forced|caused
        YOUR jealousy|nagging|coldness|temper|moods|insecurity|behaviour made me do|lie|cheat|hide|
            leave
        it was YOU who ADV* HARD|started|began|wanted|insisted
        YOU =lied|=cheated|=yelled|=shouted|=flirted ~ first|=too|remember ~ $
        what do|did YOU ADV* expect $
        i only ~~ because YOU gave|give|NEVER|made|ALWAYS
        i only ADV* MISDEED|drink ~ because YOU !want|ask|look|need|seem|KIND
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
        make me feel like i had|have|could|can
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
        name="yes, but you",
        kind="defensiveness",
        patterns="""
        ^^ yes|yeah|ok|okay|sure|right|true|fine|no|perhaps|maybe but YOU !KIND|can|may
        ^^ yes|yeah|ok|okay|sure|right but who|what
        YOU have got? it ADV* wrong
        i ~~~ MISDEED|forget|late|wrong|know|sorry ~~~ but YOU NEVER|not ADV* told|said|asked|
            mentioned|explained|warned|reminded
        ADV|yes|i|but|and* only because YOU AUX|would|could|will* not|NEVER|HARD|ALWAYS|keep|
            stop !!KIND
        but so what
        i ADV* should have ~~ but YOU know how|what|me !!KIND|sorry|much|now
        ^ ADV|go|ahead|on|sure|fine* =blame me ADV|again* $|for|again
        ^ ADV|yes|so|and* YOU ADV* =forget|=lie|=shout|=yell|=snap|=drink|=flirt|=hide|=exaggerate ~ =too $
        technically i|it|that|we
        ^^ but YOU ADV* HARD|NEVER|ALWAYS|do|also|too|not|started|should|made|keep|
            MISDEED !YOU !!KIND
        i ~~~ but YOU ADV|have|were|are|do|could|can* HARD|NEVER|ALWAYS|also|too|start|provoke|push|
            nag|keep|make|no|exactly|worse !!KIND
        i ~~~ MISDEED|forget|late|wrong|know|admit|sorry ~~~ but YOU do|did|are|were|have|can|could|
            should not !deserve|mean|need|blame|want|hurt|know|judge|alone|KIND
        i ~~~ but YOU do|did|are|were|have|would ADV* too|it|that|same|also|first !KIND
        i ~~~ but YOU should|could|ought ADV|to* have
        i ~~~ but it|that was|is ADV* YOU|because|YOUR
        sorry but YOU|it|i|that ADV* was|had|did|were|made|started|pushed|should|have|NEVER|are|
            MISDEED|provoked !KIND
        sorry that? YOU =feel that|this|like way|that|$
        sorry if YOU ADV|are|were|got|get|feel|felt|was* offended|upset|hurt|bothered $
        sorry that|for? YOU ADV|are|were|got|get|feel* offended|misunderstood $
        sorry if|that? YOU ADV* took|take|interpreted ~ way|wrong|personally|seriously|like
        sorry if|that? YOU ADV* think|see|thought ~ way|that|it
        sorry if anyone|that|it|my ~ offended|YOU|bothered|upset
        ^ i ADV|have* said i|that? am? ADV* sorry
        ^ i ADV|have* said sorry
        i ADV* have? already ADV* apologised|explained $
        i ADV* have? already ADV* apologised|explained ADV|NUMBER|hundred|thousand|many|enough* times|
            enough|twice
        i ADV* have? already ADV* said ~ sorry
        i ADV* have? already ADV* told YOU
        how many|often times? do|must|have|should|can i ADV|have|to* apologise|say|explain
        what more|else do|could|can YOU ADV* want|expect
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
        =do not like it ~ problem|leave|door|tough
        i ~~~ but YOU ~~ twice|=too|worse|same|either|yourself !!KIND
        ^^ but YOU knew
        sorry if YOU got|get ADV* wrong|idea|impression
        sorry for existing|breathing|living|caring|trying $
        ^^ but YOU =told|=said|=agreed|=promised ~~ ok|okay|fine
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
        what about when|all|that|how ADV* time|times|YOU ADV|when|did|have* HARD|YOU|MISDEED|did|
            went
        what about ~~ YOU MISDEED|did|HARD|went !!home|tomorrow|later
        YOU AUX* not ~~ either $
        YOU BE ADV* no saint|angel|picnic|prize
        what about YOUR own|MISDEED|HARD|affair|ex|behaviour|behavior
        and|like YOU are|have|do|did|NEVER ADV|so|any|all|NEVER* perfect|innocent|better|saint|
            angel|honest|MISDEED
        YOU are ADV* no|not|hardly ADV|exactly* better|angel|saint|innocent|expert|
            blameless !friend|than
        YOU are ADV* one to talk
        YOU are ADV* just as bad|guilty|HARD
        YOU are ADV* one ADV* who|that|with ~- HARD|started|began|should|needs|not|never|wanted|
            push|cheated|lied|left
        YOU can|should talk $$
        YOU ADV* do|did ADV|exactly|it|this|that* same|first|yourself
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
        YOU would|will ADV* do ADV|the* same
        YOU would have ADV* do|done ADV|the* same|it
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
        ^ ADV* =do not ADV* look at me like|i
        well ADV* what did YOU think
        YOU are ADV* one who ~ stopped|quit|wanted|walked|refused
        i was not ADV* one who ~ $$
        YOU are ADV* one who ~ brought|bring
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
