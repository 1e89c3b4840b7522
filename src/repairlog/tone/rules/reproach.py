"""Criticism as a question or a count: what was wished for, told as a reproach."""

from __future__ import annotations

from repairlog.tone.rule import Gentler, Rule

REPROACH = (
    Rule(
        name="why can't you",
        kind="criticism",
        patterns="""
        why can not YOU !sleep|eat|come|make|go|walk|drive|drink|lift|tell|talk|see
        why can YOU not|NEVER ADV|for* be|do|see|listen|understand|tell|stop|leave|DEED
        why =do not YOU ADV|for* care|listen|think|understand|grow|help|apologise|admit !it|to|we
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
        why must|do everything|it ADV|have|to|ALWAYS|with|YOU* be ~ fight|battle|drama|argument|
            struggle|hard|difficult|about
        why|how is it ADV* so|that|really|too hard|difficult|impossible for YOU
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
        why =do YOU ADV* have to ADV* twist|embarrass|HARD
        why =do i ALWAYS
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
        what ADV|the|CURSE|in|on|earth|name* is ADV|the|CURSE* wrong|matter|up with YOU !tonight|
            today
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
        how do YOU live|sleep|look ADV* with|at yourself|night|mirror
        attitude problem
        problem with YOUR attitude
        YOUR ADV|whole|entire* attitude|priorities|memory|temper|behaviour|behavior|selfishness|
            laziness|judgement|judgment =is|=are ADV|all* HARD|wrong|problem|ridiculous
        YOUR attitude|behaviour|behavior stinks|sucks
        YOUR problem is
        did|do it =ever ADV* occur|cross|dawn
        what were YOU ADV* thinking $$
        what|which part of ~~~ do
        YOU have ADV|got|commitment|anger|trust* commitment|anger|attitude|control|trust issue|
            problem
        YOU have the ~ range|brain|intelligence|maturity|attention of a
        it ADV|cross|crossed* =ever cross|crossed YOUR
        """,
        heard="a judgement on the person, where something that happened was meant",
        gentler=Gentler(
            "When our talk broke off this morning",
            "I felt unsettled",
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
        YOU should|ought ADV* to? have ADV* known|thought|asked|told|called|rung|phoned|listened|
            done|said|warned|remembered|stopped|come|left|tried|realised|realized|apologised|
            apologized|texted|checked|considered|noticed|waited|kept|admitted|cared
        YOU should|ought ADV* to? have been ADV* there|more|honest|home|here|paying|thinking|at|
            with|KIND
        YOU should ADV* know ADV* better|by|how
        YOU should ADV* be ADV* ashamed|grateful|thankful|embarrassed|sorry|more|better
        YOU should|must|need|ought ADV* to? try|learn|stop|grow|listen|change|control|watch harder|
            to|up|yourself|how|YOUR|BELITTLE|being|acting|HARD
        YOU could|might ADV|have* at least
        YOU could|might have ADV* told|called|asked|tried|helped|thought|texted|apologised|
            apologized|mentioned|warned|bothered !everyone|everybody|anyone|them|him|her|and
        the least YOU could|can
        should not YOU have
        YOU ADV* should|need|must|ought ADV|to|have* sort|pull|get yourself
        ^ ADV* pull yourself together
        YOU should not have been? looked|looking|read|reading|snooping|snooped|gone|opened|checked|
            checking|followed|asked
        YOU should not need|have to be told|asked|reminded
        YOU should be the one ING
        YOU could|should|might try being|to be KIND|in|a
        YOU should have ADV* picked|answered|gone|brought|helped|paid|backed ~ me|us|up|the|my|for
        """,
        heard="a reproach about what can no longer be changed",
        gentler=Gentler(
            "When I heard of the new plan only this morning",
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
        name="how many times",
        kind="criticism",
        patterns="""
        how many|often times? do|have|must|will|did|am|are i|YOU|we ADV|have|to|going|need* tell|
            ask|say|promise|remind|explain|go YOU? !i
        how hard|difficult ADV* is|can|could it|that
        is it|that ADV* much|hard|difficult to|for ADV|YOU|to* ask|expect|pick|get|do|call|text|say|
            DEED !if|for|when
        too much to ask of|that|$
        would|will it ADV* kill|hurt YOU to
        i have|told|ask ADV* told|asked|YOU ~ hundred|thousand|million
        i =should not have to ask|tell|remind|beg|explain|spell|chase|nag|be|do
        i ADV|ALWAYS* have to =do everything|it|all|the ADV|all* myself|here|house|around|in|home|
            alone|because|everything|$
        do i ADV* have|need ADV* to do|tell|remind|ask|spell|explain ~ everything|YOU|it
        why =do i have to
        i am ALWAYS|the|only ADV|ALWAYS* one who|that =has|=does|=do|=cleans|=cooks|=pays|=gives|
            =tries|=apologises
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
            "Since the list of things to do grew so long",
            "I have felt overwhelmed",
            "I would like a plan that both of us know",
            "Would you sit down with me on Saturday?",
        ),
        example="It's all your fault.",
        near_miss="It is not your fault that I feel anxious at night.",
        reason="Who is to blame and what helps now are two questions; the second can be answered"
        " together.",
        unless=("praised", "held"),
    ),
)
