"""Criticism in absolutes: a verdict on every evening at once (Gottman: complaint or criticism)."""

from __future__ import annotations

from repairlog.tone.rule import Gentler, Rule

ABSOLUTES = (
    Rule(
        name="you always",
        kind="criticism",
        patterns="""
        YOU AUX* ALWAYS ~- HARD !for|KIND
        YOU AUX* ALWAYS ADV* do|did this|that|it|the|what
        YOU AUX* ALWAYS do|did|have|will|are $
        YOU AUX* ALWAYS ADV* have|need|want|try to ~- be|win|know|start|control|make|prove|
            check !there|KIND|sure
        YOU AUX* ALWAYS have|find|make ~ excuse|reason|fault|something to|for|$ !KIND|make
        YOU AUX* ALWAYS pick|choose|take|put !my !our !me !us ~~ over|side|ahead|above !all
        YOU AUX* ALWAYS pick|choose|put ~~ before|first me|us|my|our|the|everyone|everything|$ !!KIND|on
        YOU AUX* ALWAYS on|at|with ~ phone|work|computer|laptop|office|pub|game|friends|screen|them
        YOU AUX* ALWAYS leave YOUR|the !!KIND|for|open|on|light
        YOU AUX* ALWAYS leave ~- everything|mess|dishes|clothes|stuff|towel|toilet|behind|door
        YOU AUX* ALWAYS make ~- everything|yours|yourself|excuse|do|beg|cry|look|out|about|
            responsible !laugh
        YOU AUX* ALWAYS drive me ~- mad|crazy|insane|away|wall|up
        YOU AUX* ALWAYS think|act|behave|expect|assume ~- YOU|everything|everyone|me|like|as|know|
            right|first
        YOU AUX* ALWAYS say ~ later|no|sorry but|$
        YOU AUX* ALWAYS let ~ down|slide
        YOU AUX* ALWAYS find ADV|way* to ~- HARD|out|about|yourself|YOUR|someone|somebody
        YOU AUX* ALWAYS ADV* have|keep one foot
        why is it ALWAYS me|my|us|our|YOU|YOUR
        YOU AUX* ALWAYS ADV|got|to|have|need|want* last word
        YOU AUX* ALWAYS walk|run|push|back|go|turn|talk|speak|throw|bring ~- off|away|out|over|up|
            against|down !with|to
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
        YOU AUX* ALWAYS leave ~- until|till ~ late|last
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
        YOU AUX* ALWAYS shut|push|lock|freeze|block|brush me|us ADV* out|away|off
        YOU AUX* ALWAYS make ADV* promises|excuses YOU
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
        YOU AUX|can|could* NEVER NEVER|ADV|once|bother|try|seem|want|manage|going|to* DEED !against|
            in|without
        YOU AUX|can|could* NEVER NEVER|ADV|once|bother|try|seem|want|manage|going|to* !PAST LIGHT !for|it|
            to|where|who|why|anything|in !!HARD|UNDO|FEELING
        YOU AUX* NEVER ADV* =tell|=tells me|us|anyone !off|to|twice
        YOU AUX|can|could* NEVER ADV|once* =tell|=speak|=say|=admit ADV|whole|full* truth
        YOU AUX* NEVER ~~ unless ADV* someone|somebody|i|they AUX* force|beg|remind|push|nag|threaten
        YOU AUX* NEVER ADV* told me ~ anything|truth|what|where|why
        YOU AUX* NEVER ADV|once|been* available|ready|free|there|here|honest|home|satisfied|happy|
            wrong|around|interested|good !!without|against
        YOU AUX* NEVER ADV|once* lift|stand|stick|open|pick|look|own|make|take|follow|back|show|
            clean|turn ~ up|out|through|after|responsibility|initiative|time !on|against
        YOU AUX* NEVER ADV|once* have|get ~ time|patience|word|energy|interest|clue
        YOU AUX|can|could* NEVER ADV* do|have|will|can|could|change|listen|care $
        YOU are NEVER going to ADV* DEED|LIGHT|change|learn|get !!UNDO|BAD
        i can NEVER ADV* rely|count|depend on YOU
        i can not ADV* rely|count|depend on YOU for|to|with
        NEVER NEVER YOU
        why =do|can|will|are|have YOU NEVER
        not|NEVER once have|did|do YOU !!HARD
        YOU =have ADV* NEVER ADV* LIGHT !for|it|to|where|who|why|anything|in|me !!HARD|UNDO|FEELING|less
        YOU AUX* NEVER ADV* make|put ADV|any|in* effort|time|attempt
        YOU have|do|did not once
        YOU have not ADV|once* DEED|LIGHT !to|HARD
        when have|did|are|do YOU =ever
        YOU AUX* rarely|hardly|barely|seldom|scarcely ADV* DEED|LIGHT !!UNDO|HARD
        YOU AUX* NEVER ADV* =once !!HARD|UNDO
        i can NEVER|not ADV* trust|believe ADV|any|word* a|one|any|single word|thing
        have YOU =ever ADV|in|YOUR|life|once* =put|=considered|=apologised|=apologized|=listened|
            =helped|=thanked|=tried|=thought ~ someone|anyone|else|me|how|to|sorry|$
        of course it is NEVER YOUR
        of course YOU ADV* forgot
        of course YOU ADV* did|have|are|do $
        i NEVER know which
        YOU AUX* NEVER ADV* ask for|about my|me|our ADV* opinion|help|advice|view|day|work|$
        YOU AUX* NEVER ADV* say anything|one ADV* KIND
        YOU AUX* NEVER ADV* see my|what|how|anything|things|me
        YOU AUX* NEVER ADV* keep YOUR|a|any ADV* word|promise|promises|appointments|word|side
        YOU AUX* NEVER ADV* let me|us ADV* speak|talk|finish|explain|in|have|decide|choose|help
        YOU AUX* NEVER ADV* call|come !PAST me|back|when|home|to|with|and|near|$ !!HARD|UNDO|names
        YOU AUX* NEVER ADV* look at|after me|us|them|my
        YOU AUX* NEVER ADV* hold|buy|bring|start|begin me|my|us|anything|space|a !!HARD
        YOU AUX* NEVER ADV* go|turn|want to? go? anywhere|out|up|with|to !!without|away|bed
        YOU AUX* NEVER ADV* be|stand|stick there|up|honest|by|with ~ for|me|us|$
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
        unless=("praised", "held", "dated", "curious"),
    ),
)
