"""Contempt: words from above, in earnest or in jest (Gottman's gravest horseman)."""

from __future__ import annotations

from repairlog.tone.rule import Gentler, Rule

CONTEMPT = (
    Rule(
        name="calling a name",
        kind="contempt",
        patterns="""
        YOU ADV|SLUR|MILD|little|old|sad* INSULT !to|of|with|me|out|around|off|us|him|her|everyone
        YOU SLUR|MILD|sad ADV|SLUR|MILD|little|sad|old* INSULT|FAILING|PERSON|=child|=thing|piece|excuse
        YOU ADV* BE ADV|SLUR|MILD|going|to|be|nothing|but* INSULT
        YOU ADV* ARE ADV|SLUR|MILD* a|an|such ADV|SLUR|MILD* FAILING
        YOU have|will|would|can|could ADV|ALWAYS|be|been* a|an ADV|SLUR|MILD* INSULT
        ^ YOU ADV|SLUR|MILD|little* INSULT $
        what ADV|SLUR|MILD* INSULT YOU
        YOU ADV* act|behave|look|sound|BE ~ like ADV|SLUR|MILD|little* INSULT|KID|teenager
        YOU ~ like ADV|SLUR|MILD|little* INSULT
        are YOU ADV* a|an ADV|SLUR|MILD* INSULT
        YOU ARE ADV|MILD|SLUR* a|such ADV|SLUR|MILD* KID !!KIND
        cry|act like a|some ADV* KID
        YOU BE ADV* nothing but|without|compared|special|$
        YOU BE ADV* waste|excuse|sack of|for
        YOU BE ADV|SLUR|MILD|BAD* piece|pile|heap of shit|crap|trash|garbage|work|filth|dirt
        waste of space|skin|oxygen|air
        ^ ADV* drama queen|king|llama $
        YOU ARE ADV* drama queen|king
        ^ ADV* control freak $
        YOU ARE ADV* control freak
        YOU ADV|BE* good for nothing
        excuse for a|an PERSON
        ADV* INSULT like YOU
        marry ADV* KID $
        marry|with|love|choose|trust a|an|such ADV|SLUR|MILD* INSULT $
        YOU SLUR|MILD|=lying|=cheating|=two-timing ADV|SLUR|MILD|=lying|=cheating* INSULT|FAILING|=snake $
        YOU ADV* BE ADV|biggest|bad|sad|poor|sick* INSULT
        YOU ADV* BE a|an|the ADV|biggest|bad|sad|poor|sick* FAILING
        YOU people are
        """,
        heard="a name for a person, and names stay long after the matter is settled",
        gentler=Gentler(
            "When I read the message this morning",
            "I felt furious and hurt",
            "I need the truth, even when it is ugly",
            "Would you tell me tonight what happened, from the beginning?",
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
            "When I heard the car come home at four",
            "I felt angry and worn out",
            "I need to know when to expect you",
            "Would you text me before midnight, next time?",
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
        YOUR ADV|sad|little* SLUR|so-called|precious
        YOUR ADV|sad* =little friends|games|game|hobby|drama|tantrum|feelings|excuse|ego|world|girlfriend|stories|act|show|mind|lie
        that|this|it is ADV* pathetic|laughable !to|for|of
        what a joke|clown|disgrace YOU|$
        YOUR ADV* feelings|opinion|tears|job|family|friends|excuse|idea|plan|apology BE ADV* SLUR|joke|worth
        ^ ADV* SLUR|MILD as ever|ALWAYS|usual
        YOU disgust|repulse|sicken|repel|bore me
        YOU make me ADV|want|to|feel* sick|vomit|puke|cringe|throw
        sick|tired of YOU $
        sick|tired of YOUR face|voice|SLUR|excuse|crap|shit|BELITTLE|lie|bullshit
        i ADV* hate YOU $
        i can not ADV* stand YOU|looking|the ADV* at|sight|YOU|face|$
        no|any|all|every respect for YOU
        embarrass|ashamed|shame to be|call|have ~ YOU
        ashamed|embarrassed of|by YOU $
        YOU ADV|are* embarrass|embarrassing me|us|yourself
        shame on YOU
        YOU BE ADV* beneath
        not ADV* half ADV* PERSON|as
        nobody|anyone|one|who else? would|could|will|wants|can ADV* put|want|love|stand|believe|live ~ YOU|up
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
        YOUR ADV* tears|opinion|feelings|word|promise|apology|apologies|sorry ~ nothing|worthless|cheap|work|joke
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
        gift to
        think YOU are ADV* god|gods
        YOUR ADV* ING|crying|voice|face|whining|nagging is|make|makes ADV* SLUR|me|MILD
        i am ADV* too good for YOU
        i am embarrassed for YOU
        would not trust YOU to|with
        only thing YOU are ADV* good
        no one|nobody would miss|want|believe|notice YOU
        wrong with YOUR head|brain
        does|do it hurt|feel ~ to be|being ADV|that|this|so* SLUR|INSULT|FAILING
        practise|practice being
        what is it like being ADV* SLUR|MILD|INSULT|so
        that|this is ADV* stupidest|dumbest|pathetic|laziest thing
        so? do have a heart
        is that the best YOU
        is that supposed|meant to
        is YOUR brain|head
        you can take YOUR
        shove it
        """,
        heard="looking down on the person, which is hard to answer with anything but distance",
        gentler=Gentler(
            "When I saw the bottle behind the books",
            "I felt disappointed and afraid",
            "I need honesty about this between us",
            "Would you tell me how often it happens?",
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
        can not ADV* believe i|that ADV|i|am|have* marry|love|waste|choose|trust|fall|end|live|stay|with|put ~~ YOU|someone|HARD|year|up|this
        YOU BE lucky|fortunate ADV* i|anyone|anybody|someone ADV* put|stay|tolerate|bother|have|am|even
        i wish i ADV|had* NEVER ADV* met|married YOU
        i regret ADV|ever* marrying|meeting|choosing YOU
        marrying YOU was ~ mistake
        worst mistake|decision i|of
        """,
        heard="taking back all of it at once",
        gentler=Gentler(
            "After what I read yesterday",
            "I feel lost",
            "I need to know what I can still rely on",
            "Would you answer my questions with the counsellor there?",
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
        ^ ADV* poor ADV|little* baby|lamb|thing $
        cry me|us a
        boo hoo
        ^ ADV* blah
        ^ ADV|YOU|can|could|would|will|need|to* stop ADV|YOUR* BELITTLE
        ^ ADV|YOU|can|could|would|will|need|to* stop ADV* being|acting|behaving ADV* HARD|KID|like|as
        stop playing ADV* victim|martyr|games|innocent|dumb|KID
        stop feeling sorry
        do not be|get|act ADV|all* SLUR|MILD|INSULT|KID|silly|daft
        use|try|have|need|get|require ADV|using|to* YOUR|a|half ADV* brain|head|noggin
        a|even|any ADV* KID|dog|monkey ADV|would|could|can* understand|know|do|see|better
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
        do not ADV* play|act ADV|all|like* dumb|stupid|coy|innocent|surprised|victim
        do not flatter yourself
        do not ~ yourself thinking|trying
        cry|run|crawl ADV|back|crying* to YOUR FAMILY|mummy|mommy
        ^ ADV* did|has|is the poor|little
        is|are someone|somebody ADV|feeling|having|getting|a* sorry|grumpy|jealous|cranky|sulking|tantrum
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
        throw|need|want|get ~ parade|trophy|medal
        pat on the|YOUR back
        mark the|YOUR calendar $
        do not break a sweat
        do not pretend YOU
        anyone|anybody home ~ $
        some hero|catch|man|prize|friend YOU
        what a catch|prize|hero|gem|charmer
        pearls of wisdom
        ^ ADV|big* tough guy $
        what do YOU want a|an|some|applause|me ADV* medal|cookie|applause|prize|to|$ $$
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
    Rule(
        name="oh great, another",
        kind="contempt",
        patterns="""
        ^^ oh|wow|well|ah|ooh ADV|how|look* GOOD|fantastic|super|marvellous|terrific|charming|fabulous ADV* another|more|again|BAD|now|excuse|late !!together
        ^^ oh|wow|well|ah|ooh ADV|how|look|GOOD* GOOD|fantastic|charming ~~ BAD|again|late
        ^^ oh|wow|well|ah ADV* GOOD|fantastic|brilliant YOU ADV|are|have|did* HARD|again|late
        ^ how GOOD|fantastic|charming another|more
        oh GOOD for YOU
        ^^ ADV|oh|wow* GOOD|nice|way|fantastic|top|smooth =job|=going|=one|=work|=move|=try|=effort ~~~ TITLE|INSULT|ruin|HARD|again
        ^^ ADV|oh|wow* well =done ~~~ TITLE|INSULT|ruin|again
        ^ way to go ~ TITLE|INSULT|$
        ^ way to HARD
        ^ ADV* nice|GOOD going $
        ^ ADV* thanks|thank YOU|ADV|lot|very|much* for finally|HARD|wasting|gracing
        ^ ADV* thanks|thank YOU|ADV|lot|very|much* for nothing $
        congratulations|congrats|bravo|kudos ~~~ ruin|managed|HARD|another|again
        ^^ bravo $
        slow clap
        want|expect|like|need|give ~ a|your|another|the ADV|gold|round|of* MEDAL
        surprise surprise
        big|no|huge|zero surprise there
        ^^ big|huge|what ADV* surprise ~~~ YOU ~ HARD|not|again
        ^^ ADV|oh* big surprise $
        how ADV* nice|kind|good|generous|lovely|thoughtful|gracious|sweet|big of YOU to finally|join|grace|show|bother|turn
        nice|kind|good of YOU to finally|join|grace|bother|turn
        look who ADV* finally|decided|bothered|remembered|woke|is
        ^ must be nice|lovely|great|easy|wonderful
        YOU call that|this|it ADV* a|an|sorry|cleaning|helping|trying|love|clean|cooking|work
        call yourself a|an PERSON
        ^ ADV|please|oh* spare me|us
        poor YOU ~~~ hard|victim|must|having|suffer
        poor little|old|baby YOU|thing|me|victim|baby|PERSON|boy|girl
        hurt|bruise YOUR ADV|poor* little|precious|delicate|fragile|poor ADV* feelings|ego
        ^ ADV* give me a =break $
        who ADV|CURSE* do YOU think YOU are
        ^ as if $
        ^ as if|though YOU|i ADV|would|could|have* care|cared|ever|even|knew|believe|listen|possibly
        ^ like YOU ADV|would|have* ever|know|even|care|cared|=ever
        ^ like i believe|care|would
        ^ yeah|yep right $$
        ^^ ADV|yeah|oh* sure YOU did|will|do|were|are|have|would
        sure because YOU
        oh|yeah|ha yeah|sure? i am sure YOU
        all by yourself
        call|alert the media|press|papers|newspapers|newspaper
        stop the presses
        captain obvious
        see if i care
        are YOU ADV* going to cry
        YOU could not ADV* organise|boil|run
        even if YOU tried $
        nice try $
        ^ ADV* big man|boy $
        whatever helps YOU
        keep telling yourself
        how cute|adorable|precious|sweet YOU
        ^ wow how|so nice|kind|good|generous|lovely|thoughtful|gracious|sweet|big of YOU
        ^ i bet YOU did|will|do|were $
        because|since|like|and YOU ARE ADV|all* perfect|innocent|blameless|flawless
        mr|mrs|ms|miss|saint|captain|lady|lord TITLE|perfect|HARD|know-it-all|right|important|sensitive
        know-it-all
        whatever YOU say ~~~ TITLE|princess|boss|dear|queen|king
        YOU would|could not ADV|possibly* understand|get|know ADV|it* $
        what would YOU know
        ^ not that YOU ADV|would|have* care|notice|=ever
        here|there come|go ADV* waterworks|drama|excuse|lecture|victim|guilt|tears|violins|speech
        said|speak|just like a true|real ~ HARD
        are not YOU ADV* clever|special|precious|sweet|cute|smart|brilliant|a|perfect|lucky|wonderful|hilarious|funny
        real|very|so|how|super ADV* mature|classy of|$
        how original|convenient|typical|predictable|noble $
        =father|=mother|husband|wife|partner|dad|mum|mom|parent of the year $
        dream on
        ^ ADV|in* YOUR dreams
        ^ YOU wish $
        YOU must be ADV* proud|pleased ~ yourself|$
        hope YOU are ADV* proud|happy|pleased|satisfied now|with|$
        one does? wonder whether|if YOU
        since when do|are|did YOU ADV* care|know|help|ever
        cool story
        is that another|more SLUR|of|excuse
        look who ADV* grew|suddenly|wants|cares
        ^^ ADV|oh|wow|well* what ADV|original|great|brilliant|lovely* original|great|brilliant|lovely|lame|convenient excuse|story|speech|apology
        what a surprise another|again
        ADV|such* hard|tough life YOU
        ^ ADV|oh* now|suddenly YOU ADV* care|listen|want|remember|notice
        so YOU care now
        YOUR ADV|royal|little* majesty|highness|excellency|lordship|ladyship|grace
        here|there ADV|we* go ADV|with* waterworks|drama|tears|violins|theatrics
        do not make me =laugh $
        that is ADV* cute|adorable|hilarious|precious|rich coming|YOU
        smallest|tiniest|tiny|little violin
        ^^ ADV* typical man|woman|men|women|bloke|male|female $$
        ^ ADV* who asked YOU|for
        because YOU are ADV|such|a* saint|angel|perfect|genius
        must be ADV* exhausting|tiring|tough|sad|hard being|to ADV|be* wrong|perfect|HARD|YOU|right
        fake tears|crying
        sob story
        ^^ ADV* big whoop $$
        ^^ ADV|oh|look|well* the great|mighty|almighty
        do not strain yourself
        did YOUR mummy|mommy
        look at the state of YOU
        good luck with that ~ TITLE|INSULT|$
        YOUR brain must
        size of a pea|peanut|walnut
        """,
        heard="sarcasm, and the hurt beneath it stays hidden",
        gentler=Gentler(
            "When I heard that it will be later again",
            "I felt disappointed",
            "I had looked forward to the evening with you",
            "Could you tell me by five when you can be here?",
        ),
        example="Oh great, another excuse.",
        near_miss="Oh great, you got the tickets!",
        reason="Mockery and sarcasm are contempt in jest (Gottman); they ask for nothing that could"
        " be given.",
    ),
    Rule(
        name="good for you",
        kind="contempt",
        patterns="""
        ^ good|great|bully for YOU $$
        good|great for YOU ~~~ finally|once|remembered|managed
        """,
        heard="mockery, where praise or disappointment was meant",
        gentler=Gentler(
            "When you told me about the evening without me",
            "I felt jealous",
            "I miss evenings like that with you",
            "Shall we plan one for Friday?",
        ),
        example="Well, good for you.",
        near_miss="You got the job! Good for you, I'm so proud.",
        reason="Alone it reads as a shrug from above; with what one is glad about it is praise.",
        unless=("good news",),
    ),
)
