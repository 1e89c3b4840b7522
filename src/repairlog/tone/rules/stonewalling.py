"""Stonewalling: the door closed on the talk, without a word when it opens again (Gottman)."""

from __future__ import annotations

from repairlog.tone.rule import Gentler, Rule

_BACK_AT = Gentler(
    "I notice that my heart is racing and I take in less and less",
    "I feel flooded",
    "I need half an hour to calm down",
    "Can we go on at nine? I will come back to it.",
)

STONEWALLING = (
    Rule(
        name="I'm done talking",
        kind="stonewalling",
        patterns="""
        i|we am|are|is ADV* done|finished ADV|with|about* talking|discussing|arguing|explaining|
            listening|YOU|this|that|here|conversation|trying ~ YOU|this|it|that|$
        i am ADV* through with YOU|this
        ^ ADV* done talking|discussing|arguing|here|with ~ YOU|this|it|$
        ^ i|we am|are ADV* done|out|through|finished $$
        ^ i am ADV* over|past this|it|YOU|caring $
        end of ADV* discussion|story|conversation|debate|topic|chat|argument $
        the|this|that|our ADV* conversation|discussion|subject|topic|matter|chat|argument is|
            are ADV* over|closed|finished|done $
        ^ ADV* conversation|discussion|subject|topic|case|argument over|closed|finished|done
        we are ADV* done|finished|through here|talking
        that is final $
        that is the end of it|that|this|the
        that is all i =have|am ~ say
        i have ADV* had enough of this|YOU|YOUR|it $
        i have ADV* had enough of YOUR
        i have ADV* had enough $$
        i have ADV* heard enough
        ^ not another word
        ^ i give up $$
        ^^ ADV|that|is* enough $$
        ^ end of $$
        i am hanging up
        """,
        heard="a door that closes, with no word on when it opens again",
        gentler=_BACK_AT,
        example="I'm done talking about this.",
        near_miss="I'm done talking for tonight; can we go on tomorrow at seven?",
        reason="A pause helps when it names its end; without one it is heard as leaving (Gottman, on"
        " flooding and the break of twenty minutes).",
        unless=("returning",),
    ),
    Rule(
        name="leave me alone",
        kind="stonewalling",
        patterns="""
        ^ ADV|please* =leave me ADV|CURSE* alone|be
        can|could|would|will|want|need YOU ADV|please|to* =leave me ADV* alone|be
        can|could we ADV|please|just* =drop|=skip it|this|that|$
        can|could we ADV|please|just* =drop the subject|topic|matter $
        ^ ADV|go* talk|tell|speak|complain|cry to? YOUR ADV* therapist|counsellor|counselor|mother|mum|
            mom|sister|friends|diary ~ not me|to|$
        want to be left alone $
        ^^ ADV* =leave it ADV* alone|be|$
        ^ ADV* go away
        ^ ADV* go bother|annoy
        ^ ADV* get lost $
        ^ ADV* get ADV|CURSE* out of here|my|face
        ^ ADV* get|stay ADV|CURSE* away from me
        ^^ ADV* get ADV|CURSE* out $$
        out of my face|sight|way|life|hair|head $
        ^ ADV* back off $
        get off my back|case
        ^ ADV* drop it|this $
        ^ ADV* let it|this go|be|lie $
        ^ ADV* give it a rest
        ^ ADV* =do not YOU|ADV* talk|speak to me ADV|ever|again* until|unless|$
        ^ ADV* =do not YOU|ADV* start|bother|try|ask me|$
        ^ ADV* =do not even =start|=bother|=try|=ask
        ^ ADV|please|will|YOU* stop talking|texting|asking|calling|bothering|messaging|bugging|
            pestering|hassling|nagging ADV* to|me|if|$ !names
        ^ ADV* shut it|up|YOUR
        ^ ADV|please|can|could|would|will|YOU|to|need* shut ADV|CURSE|YOUR* up|it|mouth|face|trap|
            gob
        ^ ADV* be quiet $
        ^ ADV* zip it
        ^ ADV* =do not touch|look|follow|contact ADV* me|at $
        mind YOUR own
        none of YOUR business|concern
        i do not owe YOU ADV|any* explanation|anything|answer|apology
        i do not have|need to explain|justify|answer|prove
        ^ ADV* ask someone|somebody|YOUR else|mother|mum|mom|friends
        save YOUR|the ADV|fake* breath|excuse|apology|apologies|tears|lecture
        ^^ ADV* =do not ADV* wait up $$
        i am ADV|going|to* block|blocking|muting YOU|YOUR
        ^ ADV* =do not ADV* bother asking|talking|explaining|coming|calling|texting|trying|me|$
        YOU will not ADV* get ADV|a|any* anything|word|answer|thing ~ out|from of|me
        if YOU ADV* bring|mention|start|say ~ up|it|this|that ~ again|more ~~ i am|will
        ^^ =do not ADV|even* call|text|message|contact|ring|phone|ask me ADV* $$
        ^ ADV* =do not ADV* expect an|a|any|me ADV* answer|reply|apology|to
        ^^ just go $$
        ^^ just leave $$
        ^^ just stop $$
        ^^ save it $$
        ^ ADV* save it for someone|somebody|YOUR
        deal|cope with it|that yourself|alone
        sort|figure|work it out yourself
        ^ YOU figure|sort|work it out
        ^ ADV* =do not ADV* start with me
        ^ ADV* =do not ADV* think ADV|even* about bringing|talking|asking
        ^ ADV* =do not ADV* come near
        ^ ADV* =do not ADV* look at me
        ^ ADV* =do not ADV* wait for an|a|any ADV* answer|reply|response
        ^ ADV* drop the subject|matter|topic
        ^ ADV* let me be $
        ^ ADV* quit asking|talking|bothering|calling|texting
        ^ ADV* give it up $
        ^^ ADV* move on $$
        ^^ enough ADV|already|said* said|already $$
        not YOUR business|concern
        ^ forget i exist
        go talk to YOUR|someone|somebody ~ about it|this
        ^ ADV* =do not ADV* knock $
        i am ADV* walking out $
        """,
        heard="sending the other one away, with no word on when to come back",
        gentler=_BACK_AT,
        example="Just leave me alone.",
        near_miss="Please don't leave me alone tonight.",
        reason="To be alone for a while is a fair wish; with the time of coming back it is heard as"
        " care (the article: constructive formats instead of reactive cycles).",
        unless=("returning",),
    ),
    Rule(
        name="nothing to discuss",
        kind="stonewalling",
        patterns="""
        ^ ADV|there|is|we|i|=have|got* nothing more|left|else|further|here* to discuss|say|talk|add|
            tell !but|except|against|first|for
        i|we =have ADV|got* nothing more|left|else|further* to say|discuss|add|tell !but|except|
            against|for
        there is nothing more|left|else|further|here* to discuss|say|talk !but|except
        i am|will ADV* not|NEVER ADV|going|to|be* =talking|=talk|=discussing|=discuss|=speaking|
            =speak ADV|about|to|with* this|that|it|YOU|$
        i am|will ADV* not|NEVER ADV|going|to* =having|=have ADV|same|another* this|conversation|
            discussion|argument|fight ~ conversation|discussion|argument|fight|again|talk|$
        i am|will ADV* not ADV|going|to* =doing|=do this|that ADV|with* again|anymore|now|YOU|$
        ^ ADV* not talking|discussing ADV|about|to* this|that|it|YOU
        ^ ADV* not having|doing ADV* this|conversation|discussion|argument
        ^ ADV|i|am|nope* not ADV* =listening|=listen to|anymore|$
        i ADV|am|not|going|to|will* =listening|=listen to this|YOU|any|another
        i ADV* refuse to ADV* talk|discuss|engage|answer|listen|hear|argue|explain|justify|speak|
            participate|respond
        i will|am not ADV|going|be|to* answer|explain|discuss|engage|respond|justify|
            dignify !for ~ that|this|it|YOU|YOUR|any|$
        not ADV* want|wish|need|care to ADV* hear|listen it|another|any|YOUR|excuse|this|to|from|$
        not ADV* want|wish to ADV* talk|speak|discuss ADV|about|to|with* this|that|it|YOU|$
        can not ADV* talk|deal to|with YOU $
        not in ADV* mood for this|YOU|YOUR
        ^ not this|that again
        let us ADV* not talk about it|this|that $
        we have ADV* been over|through this|it|that
        said all|everything i ~ say
        not going there $
        ^ ADV|i|am* not interested $$
        i am ADV* checked out
        i do not have ADV|the* time|energy|patience for ADV|YOUR|this|your* YOU|drama|nonsense|
            bullshit|tantrum|$
        YOU to stop talking
        impossible|pointless|useless to? talk ~ YOU
        no answer|reply|response from me
        YOU will get no|nothing
        ^ no comment
        ^ ADV* talk|speak to the|my|a|YOUR|someone|yourself|somebody hand|wall|lawyer|else|$
        i am|will ADV* not ADV|going|to|be* =getting|=get|=drawn|=dragged|=going into this|it|that|
            there
        we are ADV* not ADV|going|to|be* =having|=discussing|=doing|=talking ADV|about* this|
            that ~ again|conversation|discussion|$
        not interested in YOUR|talking|hearing|this|discussing|YOU
        not in ADV* mood $
        i am ADV* tired|sick ADV* of talking|explaining|discussing ADV|about|to|with* this|it|YOU|$
        i am|will ADV* not ADV|going|to|be* =listening|=listen to this|YOU|any|another
        not ADV* want|wish|need to ADV* know $
        not ADV* want|wish|need to ADV* hear ADV* about YOUR|it|this|any
        not ADV* feel like ADV* talking|discussing|explaining ADV|myself|it|this|anything* $
        no|zero interest|intention|desire in|of|to ADV* talking|talk|discussing|discuss|hearing|
            hear|YOU|YOUR|explaining|this
        i will not be spoken|lectured|questioned|dragged|talked|interrogated
        i have ADV* stopped|quit listening|caring|talking
        rather not ADV* discuss|talk|speak ADV|about|of* it|this|that|$
        nothing YOU can ADV* say ~ that|will|to|$
        nothing YOU say will ADV* change
        this|that is not up for
        YOU can talk to the
        word|answer|reply|peep out of|from me
        let us ADV* not ADV* talk|speak ADV* $
        let us ADV* drop|leave|skip|forget it|this|the ADV|subject|topic|there* $
        ^ no more talking|talk|discussion|questions $
        ^ ADV* tell|ask|bother|talk it|that|someone|somebody|to ADV|to* else|someone|somebody
        all YOU will ADV* get from me
        i do not ADV* need this|that $
        i do not have to ADV* listen|take|put|hear
        not in ADV* mood for
        nothing ADV|more|left|else* to be said
        talk to my back
        i am|will not ADV|going|to|be* =saying|=say ADV* another|anything|more|a word|anything|else|
            $
        i am not here for
        not in ADV* mood to
        better things to do
        not ADV* want to ADV* deal with YOU|this|it
        not ADV* want to ADV* see YOU or|again|$
        not ADV* want to ADV* argue so
        i =do not ADV* have anything ADV|more|else* to say ADV|to* YOU|$
        can not hear YOU la|over|$
        can not talk to YOU when
        would rather ~~ than talk|listen|speak|deal
        i have? stopped caring $
        i have? stopped caring a|about YOU|long|what
        not worth talking|discussing|arguing|my|YOUR
        not up for debate|discussion
        why are we still
        keep YOUR questions|comments|thoughts|opinions to
        let us ADV* not do this $
        let us ADV* pretend
        my lips are
        my answer is ADV* silence|final
        my last|final word
        there is no ADV* conversation|discussion|talking
        will|are not ADV|going|to* get|getting ADV|an|a|any* answer|reply|word|response
        will not hear from me
        talking to yourself
        NEVER ADV* speaking|talking|discussing of|about this|it|that
        talked about it|this ADV* enough|already|to
        not a word from me
        i am ADV* checking out
        why are YOU ADV* still ADV* talking|asking|calling|texting
        """,
        heard="a wall, where perhaps it is only too much just now",
        gentler=_BACK_AT,
        example="There's nothing to discuss.",
        near_miss="I don't want to talk about it tonight; tomorrow at ten is good.",
        reason="Silence shields the one and shuts out the other; saying that it is too much, and"
        " when it will not be, does only the first.",
        unless=("returning",),
    ),
    Rule(
        name="I don't care",
        kind="stonewalling",
        patterns="""
        i ADV* do|could not ADV* care ADV|any|more|less|anymore* $$
        i ADV* do|could not ADV* care ADV|any|more|less* what|how|why YOU|YOUR ~ think|want|say|
            feel|do|reasons|$
        i ADV* do|could not ADV* care ADV|any|more|less* if YOU ADV|are* upset|leave|hurt|cry|go|
            stay|angry|mad|hate|sad|like|want
        i ADV* could ADV|not* care less
        i ADV* do not ADV* give ADV|two|flying* CURSE|monkeys|toss $
        i ADV* do not ADV* give ADV|two|flying* CURSE|monkeys|toss ~ YOU|YOUR
        ^ ADV* who ADV* =cares $$
        who gives a
        why should|would|do i care|bother|listen
        not my ADV* problem|concern $
        ^^ fine $$
        ^^ fine fine|whatever
        ^ ADV|fine|ok* whatever $
        ^ whatever YOU say|think|reckon $$
        ^ suit yourself|yourselves
        ^ have it YOUR
        if YOU say so
        ^ ADV|YOU|can* do what|whatever|as YOU ADV* want|like|please|wish|feel $
        ^ ADV|YOU|can* think|believe|say what|whatever YOU ADV* want|like|please|will
        ^ ADV* forget it|that i|$
        ^ ADV* forget about it $
        ^ ADV* forget i said|asked|mentioned
        ^^ ADV* forget it it|i|just
        ^^ NEVER mind $$
        what is|was ADV* point|use of|in|$ talking|discussing|trying|arguing|even|this|YOU|$
        no|little point|use ADV|in|even* talking|discussing|arguing|trying|explaining ~ YOU|this|$
        there is no point $
        this|it|that is ADV* pointless|useless $
        waste of|my|YOUR my|YOUR|time|breath ~ time|breath|energy|$
        wasting my|YOUR time|breath|energy
        why =do|should|would i|we ADV* bother
        can not ADV* be bothered|arsed with|$
        not now not ever
        ^^ why bother $$
        ^^ YOU win $$
        talk|tell to? someone|somebody who cares|gives
        ^^ it do not matter =anymore $$
        ^^ k $$
        ^^ so what $$
        ^^ bye $$
        ^^ goodbye $$
        i give up talking|explaining|trying|with|on ADV|to|with* YOU|$
        ask me if i care
        ^ ADV* be that way $
        ^ ADV* be like that $
        i am ADV* out of here $
        ^^ ADV|if* that is what YOU want $$
        ^^ as YOU wish|like|please $$
        ^^ whatever YOU think is best $$
        just do it myself $
        ^^ whatever YOU want $$
        ^^ whatever makes YOU happy $$
        ^ ADV* who ADV* cares what YOU
        i do not care enough
        not today not tomorrow
        ^ ADV* ask someone|somebody who cares
        ^^ k fine|whatever $$
        """,
        heard="a shrug that ends the talk",
        gentler=_BACK_AT,
        example="I don't care anymore, do what you want.",
        near_miss="I don't care about the money. I care about us.",
        reason="A shrug hides that something matters; what matters can be said in a calmer hour.",
        unless=("returning",),
    ),
)
