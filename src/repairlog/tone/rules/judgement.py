"""Judgements that begin with "I feel": Rosenberg tells a feeling from a thought about someone."""

from __future__ import annotations

from repairlog.tone.rule import Gentler, Rule

JUDGEMENT = (
    Rule(
        name="I feel that you",
        kind="judgement",
        patterns="""
        i AUX|ADV|often|sometimes* =feel that|like|as though|if? YOU !and !need|deserve|may|
            might !!KIND|far|away
        i AUX|ADV|often|sometimes* =feel that|like|as though|if? YOU !did ~ not|NEVER|should|ought|
            must
        i AUX|ADV|often|sometimes* =feel that|like|as though|if? YOU ~ HARD
        i AUX|ADV|often|sometimes* =feel YOU are|do|have|NEVER|ALWAYS|should|only|keep|want !!KIND|
            far|away
        i AUX|ADV|often|sometimes* =feel YOU ~ not
        i AUX|ADV* feel ~ because|when|that YOU are ADV* SLUR|MILD|INSULT
        i AUX|ADV* =feel like ~ marry|married|living|dealing|raising|talking ~ KID|INSULT|robot|
            wall|stranger
        i AUX|ADV* =feel ~ YOUR fault|problem
        it ADV* =feels like|as though|if? YOU ~- not|NEVER|BAD|SLUR|MILD|INSULT|purpose
        i AUX|ADV* =feel like|that|as though|if? YOU have ADV* stopped|given|quit|forgotten|NEVER
        """,
        heard="a thought about the other person rather than a feeling",
        gentler=Gentler(
            "When I found the calendar empty again",
            "I felt sad and a little afraid",
            "it matters to me to be let in",
            "Would you tell me on Sunday what your week looks like?",
        ),
        example="I feel that you don't care.",
        near_miss="I feel like you don't love me any more.",
        reason="Behind “I feel that you” stands a thought; the feeling itself is easier to answer"
        " (Rosenberg, Nonviolent Communication).",
        unless=("praised",),
    ),
)
