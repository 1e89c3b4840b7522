"""Contempt in jest: sarcasm and mockery, which Gottman counts with it."""

from __future__ import annotations

from repairlog.tone.rule import Gentler, Rule

MOCKERY = (
    Rule(
        name="good for you",
        kind="contempt",
        patterns="""
        ^ good|great|bully for YOU $$
        good|great for YOU ~~~ finally|once|remembered|managed
        """,
        heard="mockery, where praise or disappointment was meant",
        gentler=Gentler(
            "When you told me about your day",
            "I noticed that I was a little envious",
            "I would like us to have such days together, too",
            "Shall we plan one for Friday?",
        ),
        example="Well, good for you.",
        near_miss="You got the job! Good for you, I'm so proud.",
        reason="Alone it reads as a shrug from above; with what one is glad about it is praise.",
        unless=("good news",),
    ),
    Rule(
        name="amazing husband",
        kind="contempt",
        patterns="""
        ^^ oh|wow|ooh|ha ADV|what|a|an|such* amazing|wonderful|great|brilliant|fantastic|lovely|nice|
            super husband|wife|boyfriend|girlfriend|partner|father|mother|dad|mum|mom $$
        """,
        heard="sarcasm, and the hurt beneath it stays hidden",
        gentler=Gentler(
            "When the table was laid and I sat there by myself",
            "I felt let down",
            "I would like to count on an evening we planned",
            "Would you tell me what got in the way?",
        ),
        example="Wow, amazing husband.",
        near_miss="Wow, amazing husband of mine, you did it!",
        reason="Bare praise with a “wow” and no deed to praise is heard as its opposite.",
        unless=("thanked",),
    ),
    Rule(
        name="oh great, another",
        kind="contempt",
        patterns="""
        ^^ oh|wow|well|ah|ooh ADV|how|look* GOOD|fantastic|super|marvellous|terrific|charming|
            fabulous ADV* another|more|again|BAD|now|excuse|late !!together
        ^^ oh|wow|well|ah|ooh ADV|how|look|GOOD* GOOD|fantastic|charming ~~ BAD|again|late
        ^^ oh|wow|well|ah ADV* GOOD|fantastic|brilliant YOU ADV|are|have|did* HARD|again|late
        ^ how GOOD|fantastic|charming another|more
        oh GOOD for YOU
        ^^ oh|wow|well|ah|ooh ADV* GOOD|fantastic|brilliant YOU ADV|have|are|did* remembered|
            noticed|called|texted|asked|listened|helped ~ for once $$
        ^^ ADV|oh|wow* GOOD|nice|way|fantastic|top|smooth =job|=going|=one|=work|=move|=try|
            =effort ~~~ TITLE|INSULT|ruin|HARD|again
        ^^ ADV|oh|wow* well =done ~~~ TITLE|INSULT|ruin|again
        ^ way to go ~ TITLE|INSULT|$
        ^ way to HARD
        ^ ADV* nice|smooth going $
        ^ ADV* thanks|thank YOU|ADV|lot|very|much* for finally|HARD|wasting|gracing
        ^ ADV* thanks|thank YOU|ADV|lot|very|much* for nothing $
        congratulations|congrats|bravo YOU ADV|have|finally* ruin|wreck|spoil|disappoint|lie|fail|
            hit|HARD
        congratulations|congrats|bravo ~~~ worst|liar|loser|low
        congratulations|congrats|bravo ~~~ managed to ADV* text|answer|call|show|be|come|remember|
            tell|HARD
        ^^ bravo $
        slow clap
        want|expect|like a|some|YOUR ADV|gold|round|of|standing* MEDAL
        shall|should i give YOU a ADV|gold* MEDAL|star
        want|need a gold star
        ^^ surprise surprise ~~~ HARD|not|again|NEVER
        big|no|huge|zero surprise there
        ^^ big|huge|what ADV* surprise ~~~ YOU ~ HARD|not|again
        ^^ ADV|oh* big surprise $
        how ADV* nice|kind|good|generous|lovely|thoughtful|gracious|sweet|big of YOU to finally|
            join|grace|show|bother|turn
        nice|kind|good of YOU to finally|join|grace|bother|turn
        look who is? ADV* finally|decided|bothered|remembered|woke
        ^ must be nice|lovely|great|easy|wonderful
        YOU =call that|this|it ADV* a|an|sorry|cleaning|helping|trying|love|clean|cooking|work
        call yourself a|an PERSON
        ^ ADV|please|oh* spare me|us !a|some|from|one
        poor YOU ~~~ hard|victim|must|having|suffer
        ^ ADV|YOU* poor little|old|baby YOU|thing|me|victim|baby
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
        call|alert the media|press|papers
        stop the presses
        captain obvious
        see if i care
        are YOU ADV* going to cry
        YOU could not ADV* organise|boil|run
        even if YOU tried $
        ^^ nice try $$
        ^ ADV* big man|boy $
        whatever helps YOU
        keep telling yourself
        how cute|adorable|precious|sweet YOU
        ^ wow how|so nice|kind|good|generous|lovely|thoughtful|gracious|sweet|big of YOU
        ^ i bet YOU did|will|do|were $
        because|since|like|and YOU !PAST ARE ADV|all* perfect|innocent|blameless|flawless
        mr|mrs|ms|saint|captain|lord TITLE|perfect|HARD|know-it-all|important|sensitive|busy
        miss perfect|know-it-all|important|innocent
        YOU ~ know-it-all
        whatever YOU say ~~~ TITLE|princess|boss|dear|queen|king
        YOU would|could not ADV|possibly* understand|get|know ADV|it* $
        what would YOU know
        ^ not that YOU ADV|would|have* care|notice|=ever
        here|there come|go ADV* waterworks|drama|excuse|lecture|victim|guilt|tears|violins|speech
        said|speak|just like a true|real ~ HARD
        are not YOU ADV* clever|special|precious|sweet|cute|smart|brilliant|a|perfect|lucky|
            wonderful|hilarious|funny
        ^ ADV* real|very|how|super ADV* mature|classy of|$
        ^ ADV* how original|convenient|typical|predictable|noble $
        =father|=mother|husband|wife|partner|dad|mum|mom|parent of the year $
        ^ dream on $
        ^ ADV|in* YOUR dreams
        ^ YOU wish $
        YOU must be ADV* proud|pleased ~ yourself|$
        hope YOU are ADV* proud|happy|pleased|satisfied now|with|$
        one does? wonder whether|if YOU
        since when do|are|did YOU ADV* care|know|help|ever
        ^ cool story
        is that another|more SLUR|of|excuse
        look who ADV* grew|suddenly|wants|cares
        ^^ ADV|oh|wow|well* what ADV|original|great|brilliant|lovely* original|great|brilliant|
            lovely|lame|convenient excuse|story|speech|apology
        what a surprise another|again
        ADV|such* hard|tough life YOU
        ^ ADV|oh* now|suddenly YOU ADV* care|listen|want|remember|notice
        so YOU care now
        YOUR ADV|royal|little* majesty|highness|lordship|ladyship
        here|there ADV|we* go ADV|with* waterworks|drama|tears|violins|theatrics
        ^ ADV* =do not make me =laugh $
        that is ADV* cute|adorable|hilarious|precious|rich coming|YOU
        smallest|tiniest violin
        ^^ ADV* typical man|woman|men|women|bloke|male|female $$
        ^ ADV* who asked YOU|for
        because YOU are ADV|such|a* saint|angel|perfect|genius
        must be ADV* exhausting|tiring|tough|sad|hard being|to ADV|be* wrong|perfect|HARD|YOU|right
        fake tears|crying
        sob story
        ^^ ADV* big whoop $$
        ^^ oh|look|well look? the great|mighty|almighty
        ^ ADV* =do not strain yourself
        did YOUR mummy|mommy
        look at the state of YOU
        good luck with that ~ TITLE|INSULT|$
        YOUR brain must
        size of a pea|peanut|walnut
        here come ADV|another|the* lecture|excuse|drama|speech
        what are YOU going to do cry
        ^ =genius|=einstein|=sherlock $
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
)
