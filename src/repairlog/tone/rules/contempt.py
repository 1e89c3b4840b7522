"""Contempt: words from above, and names (Gottman's gravest horseman)."""

from __future__ import annotations

from repairlog.tone.rule import Gentler, Rule

CONTEMPT = (
    Rule(
        name="calling a name",
        kind="contempt",
        patterns="""
        YOU ADV|SLUR|MILD|little|old|sad* INSULT !to|of|with|me|out|around|off|us|him|her|everyone
        YOU SLUR|MILD|sad ADV|SLUR|MILD|little|sad|old* INSULT|FAILING|PERSON|=child|=thing|piece|
            excuse
        YOU ADV* BE ADV|SLUR|MILD|going|to|be|nothing|but* INSULT
        YOU ADV* !PAST ARE ADV|SLUR|MILD* a|an|such ADV|SLUR|MILD* FAILING
        YOU have|will|would|can|could ADV|ALWAYS|be|been* a|an ADV|SLUR|MILD* INSULT
        ^ YOU ADV|SLUR|MILD|little* INSULT $
        what ADV|SLUR|MILD* INSULT YOU
        YOU ADV* act|behave|look|sound|BE ~ like ADV|SLUR|MILD|little* INSULT|KID|teenager
        YOU ~ like ADV|SLUR|MILD|little* INSULT
        are YOU ADV* a|an ADV|SLUR|MILD* INSULT
        YOU !PAST ARE ADV|MILD|SLUR* a|such ADV|SLUR|MILD* KID !!KIND
        cry|act like a|some ADV* KID
        YOU BE ADV* nothing but|without|compared|special|$
        YOU BE ADV* waste|excuse|sack of|for
        YOU BE ADV|SLUR|MILD|BAD* piece|pile|heap of shit|crap|trash|garbage|work|filth|dirt
        waste of space|skin|oxygen|air
        ^ ADV|what* drama queen|king|llama $
        YOU !PAST ARE ADV* drama queen|king
        ^ ADV* control freak $
        YOU !PAST ARE ADV* control freak
        YOU ADV|BE* good for nothing
        excuse for a|an PERSON
        ADV* INSULT like YOU
        only ADV* INSULT would|could|can|will|does
        marry ADV* KID $
        marry|with|love|choose|trust a|an|such ADV|SLUR|MILD* INSULT $
        YOU SLUR|MILD|=lying|=cheating|=two-timing ADV|SLUR|MILD|ING* INSULT|FAILING $
        YOU ADV* BE ADV|biggest|bad|sad|poor|sick* INSULT
        YOU ADV* BE a|an|the ADV|biggest|bad|sad|poor|sick* FAILING
        YOU people are
        """,
        heard="a name for a person, and names stay long after the matter is settled",
        gentler=Gentler(
            "When our plans changed twice this week",
            "I felt upset",
            "I need to know what I can count on",
            "Would you tell me today what still stands?",
        ),
        example="You idiot!",
        near_miss="I was such an idiot to hide it from you.",
        reason="A name puts one person below the other; of all that Gottman counted, contempt says"
        " most about how things end.",
        unless=("praised",),
    ),
    Rule(
        name="a name on its own",
        kind="contempt",
        patterns="""
        ^^ ADV|SLUR|MILD|little|YOU|INSULT* INSULT $$
        ^^ what a|an ADV|SLUR|MILD* INSULT|KID $$
        ^^ ADV|how* pathetic|ridiculous|stupid|disgraceful|childish|immature|laughable $$
        """,
        heard="a name for a person, and names stay long after the matter is settled",
        gentler=Gentler(
            "When dinner was cold before we sat down together",
            "I felt cross and worn out",
            "I would like to know what to expect",
            "Would you text me when it gets later, next time?",
        ),
        example="Pathetic.",
        near_miss="My boss shouted at all of us again. What a jerk.",
        reason="One word and no person named: in a letter to a partner it lands on the partner.",
        unless=("about someone else",),
    ),
    Rule(
        name="you are pathetic",
        kind="contempt",
        patterns="""
        YOU ADV* BE|look|sound ADV|going|to* SLUR !!good|about|love
        YOU BE not ADV* that|very|so|too ADV* smart|clever|bright|special|important
        are|is|were YOU ADV|born|deaf|blind|or* SLUR|blind|deaf|kidding !about
        YOUR ADV|sad|little* =stupid|=pathetic|=dumb|=ridiculous|=pointless|=lame|=useless|
            =worthless|so-called|=precious !boss|manager|illness
        YOUR ADV|sad* =little friends|games|game|hobby|drama|tantrum|feelings|excuse|ego|world|
            girlfriend|stories|act|show|mind|lie
        that|this|it is ADV* pathetic|laughable !to|for|of
        what a joke|clown|disgrace YOU|$
        YOUR ADV* feelings|opinion|tears|job|family|friends|excuse|idea|plan|apology BE ADV* SLUR|
            joke|worth
        ^ ADV* SLUR|MILD as ever|ALWAYS|usual
        YOU disgust|repulse|sicken|repel|bore me
        YOU make me ADV|want|to|feel* sick|vomit|puke|cringe|throw
        sick|tired of YOU $
        sick|tired of YOUR face|voice|SLUR|excuse|crap|shit|BELITTLE|lie|bullshit
        ^^ i ADV* hate YOU $$
        i can not ADV* stand YOU|looking|the ADV* at|sight|YOU|face|$
        no|any|all|every respect for YOU
        embarrass|ashamed|shame to be|call|have ~ YOU
        ashamed|embarrassed of|by YOU $
        YOU ADV|are* embarrass|embarrassing me|us|yourself
        shame on YOU
        YOU BE ADV* beneath
        not ADV* half ADV* PERSON|as
        nobody|anyone|one|who else? would|could|will|wants|can ADV* put|want|love|stand|believe|
            live ~ YOU|up
        no wonder ~~ left|leave|dump|hate|friends|stand|nobody
        no wonder no one
        YOU do not deserve me|us|my|love|anything|this|a family|$
        i deserve ADV* better
        better off without YOU
        YOU BE ADV* lost|hopeless case|cause
        more|better sense|brains|backbone|maturity|manners|class than YOU
        what a SLUR|MILD ~ YOU
        what a ADV* SLUR excuse|apology|attempt|effort|joke|PERSON|performance
        YOU are not ADV* sharpest|brightest
        YOU are ADV|about* as ADV* useful|sharp|bright|romantic|warm|reliable|SLUR|MILD as
        YOU BE ADV* full of yourself|it|shit|crap|lies|hot|yourselves
        YOU are not ADV* worth|worthy my|the|it|a|this|of|$
        YOU BE ADV|sad|lost|basket* case
        YOU have? ADV|are* lost|losing it|YOUR $
        YOU ADV|are* lost|losing|out ADV|of* YOUR mind|marbles|plot
        YOU sound like a broken
        YOU would ~~ without me
        YOU ~~ =real man|woman|husband|wife|father|mother
        ^ YOU ADV* =really|=honestly|=actually|=seriously think|expect|believe|thought
        YOUR ADV* tears|opinion|feelings|word|promise|apology|apologies|sorry ~ nothing|worthless|
            cheap|work|joke
        how SLUR|MILD can|could|do one|a|anyone|YOU|PERSON
        i ADV|almost|genuinely* =feel sorry for ADV* next|whoever|anyone|person|woman|man
        i =almost|=actually|=genuinely ADV* feel sorry for YOU
        i ADV|almost* pity YOU|the|whoever
        should have listened to my ~ about YOU
        should have married|stayed|picked YOUR|him|her|someone|with
        could|can|deserve do ADV|so|much* better than YOU|this
        ADV|my* FAMILY|friend|everyone was|were ADV* right about YOU
        everyone|everybody|people ~ laugh|laughs|laughing ADV* at YOU
        nobody|one ADV* take YOU|YOUR
        nobody|one ADV* want to hear
        imagine being ADV|this* HARD
        YOU have ADV* gone ADV* mad|crazy|insane|mental
        YOU go ADV* mad|insane|mental
        YOU are ADV* sick in the
        YOU BE ADV|far|so* far ADV* beneath
        YOU are the last person who|to|on
        YOU have no|zero class|charm|talent|brain|brains|backbone
        YOU have got? nothing to offer
        YOU could not ADV* keep|find|handle|tell|hold ~ alive|both|if|with|down
        YOU make me =laugh YOU|acting|when|with|pretending
        YOU ADV* wish YOU were
        god gift
        think YOU are ADV* god|gods
        YOUR ADV* ING|crying|voice|face|whining|nagging is|make|makes ADV* SLUR|me|MILD
        i am ADV* too good for YOU
        i am embarrassed for YOU
        would not trust YOU to|with
        only thing YOU are ADV* good
        no one|nobody would miss|want|believe|notice YOU
        wrong with YOUR head|brain
        does|do it hurt|feel ~ to be|being ADV|that|this|so* SLUR|INSULT|FAILING
        YOU practise|practice being
        what is it like being ADV* SLUR|MILD|INSULT|so
        that|this is ADV* stupidest|dumbest|pathetic|laziest thing
        so? do have a heart
        is that the best YOU
        is that supposed|meant to
        is YOUR brain|head
        YOU can take YOUR ~~ shove|elsewhere|stick
        shove it
        YOU would not ADV* last
        YOU must be ADV* SLUR|INSULT
        """,
        heard="looking down on the person, which is hard to answer with anything but distance",
        gentler=Gentler(
            "When my question stayed without an answer last night",
            "I felt disappointed and uneasy",
            "I need us to be open with each other",
            "Would you tell me how you see it?",
        ),
        example="You're pathetic.",
        near_miss="I feel pathetic for still checking your phone.",
        reason="Contempt speaks from above; anger that speaks from beside can be heard (Gottman).",
        unless=("praised", "held"),
    ),
    Rule(
        name="can't believe I married you",
        kind="contempt",
        patterns="""
        can not ADV* believe i|that ADV|i|am|have* marry|love|waste|choose|trust|fall|end|live|stay|
            with|put ~~ YOU|someone|HARD|year|up|this
        YOU BE lucky|fortunate ADV* i|anyone|anybody|someone ADV* put|stay|tolerate|bother|have|am|
            even
        i wish i ADV|had* NEVER ADV* met|married YOU
        i regret ADV|ever* marrying|meeting|choosing YOU
        marrying YOU was ~ mistake
        worst mistake|decision i|of
        children|kids with ADV|PERSON|someone* like YOU
        """,
        heard="taking back all of it at once",
        gentler=Gentler(
            "After a week like this one",
            "I feel lost",
            "I need to know what I can still rely on",
            "Would you tell me what you want to hold on to?",
        ),
        example="I can't believe I married someone like you.",
        near_miss="I can't believe I kept this from you for so long.",
        reason="It wipes out what was good along with what hurts; Gottman found couples apart soon"
        " after they told their past that way.",
    ),
    Rule(
        name="grow up",
        kind="contempt",
        patterns="""
        ^ ADV* grow ADV* up !together|in|with|to|beside|near|on
        YOU ADV|really* need|have|should|must|ought|better|could ADV|to* grow up !together|in|with
        when will|are YOU ~ grow|act
        grow a|some pair|spine|backbone|balls|brain
        ^ ADV* man up
        be|act like? a =real? =man|grown-up|adult|grown $
        act like a man|adult|grown-up
        act YOUR age
        ^ ADV* get ADV* over it|yourself|YOU|this
        YOU need|should|have|can ADV|to* get over it|yourself
        ^ ADV* get a|YOUR|some life|grip|clue|brain|facts|head
        ^ ADV* go cry
        ^ ADV* keep BELITTLE
        ^ ADV* poor ADV|little* baby|lamb $
        cry me|us a
        boo hoo
        ^ ADV* blah
        ^ ADV|YOU|can|could|would|will|need|to* stop ADV|YOUR* BELITTLE
        ^ ADV|YOU|can|could|would|will|need|to* stop ADV* being|acting|behaving ADV* HARD|KID|like|
            as
        stop playing ADV* victim|martyr|games|innocent|dumb|KID
        stop feeling sorry
        ^ ADV* =do not be|get|act ADV|all* SLUR|MILD|INSULT|KID|silly|daft
        use YOUR ADV* head|brain|noggin
        YOU ~ have|get|need a|half ADV* brain
        require a brain
        grow|get a brain
        a|any ADV* KID|dog|monkey could|would|can ADV* understand|know|do|see|manage
        even a|the ADV* KID|dog|cat|monkey
        my|our ADV* year-old|KID|dog ~~ than YOU
        draw|paint YOU a picture|diagram|map
        spell it out
        victim act|card|mode|mentality|routine|complex
        play ADV* victim|martyr card|again|$
        crocodile tears
        YOU need ADV|serious|professional|psychiatric* serious|professional|psychiatric|mental help
        YOU need help YOU
        YOU should|ought|belong ~ locked|committed|sectioned|asylum
        nobody|one ADV* care ~ YOU|YOUR
        nobody ADV* asked for? YOU|YOUR ~ opinion|$
        are YOU NUMBER year|$
        what are YOU NUMBER|a NUMBER|KID|$
        is the ADV|poor|little|widdle* baby|princess|snowflake|queen
        try to keep up
        small|simple|short words so|for
        KID with more|better
        YOU are ADV* crying|sulking|whining|pouting again
        i have a? ~ KID to|not raise|husband|wife|partner
        go to hell
        ^ ADV* =fuck|=screw|=piss|=sod|=bugger YOU|off
        drop dead
        kiss my arse|ass
        bite me
        ^ ADV* grow ADV|CURSE* up $
        poor ADV|little|rich* rich|little ADV|rich* boy|girl
        ^ ADV* toughen up
        ^ ADV* snap out of it
        ^ ADV* stop embarrassing|stalling
        ^ ADV* =do not ADV* play|act ADV|all|like* dumb|stupid|coy|innocent|surprised|victim
        ^ ADV* =do not flatter yourself
        ^ ADV* =do not ~ yourself thinking|trying
        cry|run|crawl ADV|back|crying* to YOUR FAMILY|mummy|mommy
        ^ ADV* did|has|is the poor|little
        is|are someone|somebody ADV|feeling|having|getting|a* sorry|grumpy|jealous|cranky|sulking|
            tantrum
        ^ ADV* stop showing off
        ^ did i ask YOU $
        not so ADV* clever|smart|tough|brave|funny now
        ^ ADV* let me guess $
        who died and
        like father like son
        crawl back under|into|to
        next time try ~ thinking|using|listening
        do the|us|me|everyone world|all|a ~ favour|favor
        have a medal
        throw ~ parade
        need a ADV|participation* trophy
        pat on the|YOUR back
        mark the|YOUR calendar $
        ^ ADV* =do not break a sweat
        ^ ADV* =do not pretend YOU
        anyone|anybody home in there
        some hero|catch|man|prize|friend YOU
        what a catch|prize|hero|gem|charmer
        pearls of wisdom
        ^ ADV|big* tough guy $
        what do YOU want a|an|some|applause|me ADV* medal|cookie|applause|prize|$ $$
        ^^ ADV* that is rich $$
        ^^ so ADV* dramatic $$
        nobody|one likes|believes YOU
        no one asked YOU $
        so ADV* brave|kind|noble|nice|generous of YOU to finally
        have|has someone|anyone else to ~ bore|annoy|bother
        roll off YOUR tongue
        """,
        heard="being talked to like a child",
        gentler=Gentler(
            "When you left the table in the middle of my sentence",
            "I felt helpless",
            "I would like us to finish what we began",
            "Would you tell me when you are ready to go on?",
        ),
        example="Grow up.",
        near_miss="I want us to grow up together, slowly.",
        reason="It makes the other one small, and what was felt and wished for stays unsaid"
        " (Gottman: belittling is contempt).",
    ),
)
