"""What lets a sentence be: false alarms on healthy words cost more than misses (DESIGN 7).

Each guard is patterns and where they count: before the match in its own `clause`, or `before` it in
the same stretch (a sentence, cut at "but"); anywhere in that `stretch`; anywhere in the `draft`.
"""

from __future__ import annotations

from dataclasses import dataclass

from repairlog.tone.patterns import Read, matches
from repairlog.tone.words import Sentence


@dataclass(frozen=True, slots=True)
class Guard:
    """Patterns, and the part of the draft in which one of them is enough."""

    where: str
    patterns: str


GUARDS = {
    # Words or thoughts are told: "you said that I…", "I thought you…", "you feel that you…".
    "reported": Guard(
        "clause",
        """SAID
        i|you|we|they|he|she|to|not|will|never|again|stop|avoid|without|by|of SAY !at
        YOU AUX* think|feel|fear|worry|believe|wonder|wondered
        ^ my FAMILY|friend|boss|therapist|counsellor|colleague think|say|believe|feel""",
    ),
    # "I don't think you are lazy", "it's not that…", "nobody thinks you…".
    "denied": Guard(
        "clause",
        """not|never|hardly ADV* think|believe|mean|feel|say|find|consider|want|suppose|see
        it is not that
        nobody|one think|say|believe
        not because|that|as|all|everything|always
        nor
        instead of
        rather than SAY|assume|judge|guess|think
        without|avoid""",
    ),
    # An apology, a promise to leave it, a look at oneself: "I'm sorry I said…", "I used to…".
    "owned": Guard(
        "before",
        """sorry|apologise|regret|ashamed|guilty ~ i|for|about|of|if|to
        i was|am wrong|unfair|unkind|cruel|mean|harsh|rude
        i should not
        i|we =used to
        i catch|tend|promise|try|stop
        it was|is unfair|wrong|unkind|mean|cruel of|to|that
        ^^ not to""",
    ),
    # Gratitude and affection: "I love that you never…", "thank you for always…".
    "praised": Guard(
        "stretch",
        """^ i ~ THANKS
        and|which|that|what i ~ THANKS
        i|we like that|how|when|it
        ^ thank|grateful|glad|proud|lucky
        THANKS how|that|for|to|when
        mean !nothing ~ to me|us
        i am|was ADV* touched|moved
        make me|us|my ~ GOOD""",
    ),
    # A fear, a hope, an understanding, a condition: "I worry that you'll never…", "if you never…".
    "held": Guard(
        "clause",
        """i AUX|ADV|would|will|can|not|ALWAYS* HOLDING !why
        i would ADV* like|love
        it ADV* HOLDING|helps|feels
        to know|feel|understand|wonder
        my ~ fear|hope|wish|worry|dream
        part of me
        ^^ if|whether|until|unless|when|whenever
        whether|unless
        what if
        how come""",
    ),
    # It tells of one day, not of all.
    "dated": Guard(
        "stretch",
        """DATE
        last|that|this PART
        at|by NUMBER
        in may|march""",
    ),
    # It asks how it was for the other.
    "curious": Guard(
        "draft",
        """i would ADV* like|love|want to ADV* know|understand|hear|learn
        i ADV* want|wish to ADV* know|understand|hear|learn how|what|why|where""",
    ),
    # The fear of not being loved, or of being left: pain, whatever words it comes in.
    "fearing to be left": Guard(
        "stretch",
        """=feel|=feels like|that|as though|if? YOU AUX|ADV* not ADV|really* love|miss me
        =feel|=feels like|that|as though|if? YOU AUX|ADV* not ADV|really* want|need me ADV|any|more* $
        =feel|=feels like|that|as though|if? YOU AUX|ADV* not ADV|really* care about|for me ADV|any|more* $
        =feel|=feels like|that|as though|if? YOU AUX|ADV|about|to|going* leave me ADV|soon|one|day|again* $
        =feel|=feels like|that|as though|if? YOU AUX|ADV* stop =loving|=missing|=wanting me""",
    ),
    # It is thanked for, or praised.
    "thanked": Guard("draft", "thank|thanks|grateful|glad|proud|lucky|love"),
    # What hurts about it stands beside it.
    "hurt by it": Guard(
        "draft",
        """it|that|this hurt|scare|shake|shock|break
        i|my ADV* cry|cried|shake|shook|froze|read|sleep|hand|hands|stomach|heart
        it|that|this was ADV* not|mine|a
        i ADV|am|was* FEELING""",
    ),
    # The draft is about somebody else.
    "about someone else": Guard(
        "draft",
        """he|she|they|him|them|i|boss|colleague|neighbour|neighbor|FAMILY|friend|driver|movie|film""",
    ),
    # Good news stands beside it.
    "good news": Guard("draft", "GLAD"),
    # A pause that names its end, or what it is for, is no wall.
    "returning": Guard(
        "draft",
        """RETURN
        NUMBER|few|couple|some|a|an|of|ten|half|quarter minute|mins|hour|hrs
        at|by|till NUMBER
        back at|in|soon|for
        come back""",
    ),
    # The writer answers for it, here or elsewhere in the draft.
    "answered for": Guard(
        "draft",
        """no excuse
        it|that|this was my fault|responsibility|mistake|part|doing
        it|that|this is my fault|responsibility|mistake|part|doing !now|is|again
        that|this|it is|was ADV* on me $
        i was|am wrong|responsible|accountable|ashamed
        i own|take|accept ~ it|responsibility|that
        sorry i|for|that|about !YOU
        i ADV* should have
        that|it|this was|is ADV* wrong|unfair|unkind|cruel""",
    ),
}
FOR_EVERY_RULE = ("reported", "denied", "owned", "fearing to be left")
_TURNS = frozenset({"but", "yet", "though", "although", "however"})


def spared(guard: str, read: Read, start: int, draft: tuple[Read, ...]) -> bool:
    """Does this guard let the match be that begins at word `start` of this sentence?"""
    kept = GUARDS[guard]
    first, last = _stretch(read.words, start)
    match kept.where:
        case "draft":
            places = [each.words for each in draft]
        case "stretch":
            places = [read.words[first:last]]
        case "before":
            places = [read.words[first:start]]
        case _:
            places = [read.words[_clause(read.words, start) : start]]
    return any(next(matches(kept.patterns, Read.of(place)), None) for place in places)


def _clause(words: Sentence, start: int) -> int:
    """Where the clause begins in which this word stands."""
    at = start
    while at and not (words[at - 1].closes and words[at].opens):
        at -= 1
    return at


def _stretch(words: Sentence, start: int) -> tuple[int, int]:
    """From behind the last "but" before this word up to the next one."""
    buts = [at for at, word in enumerate(words) if not word.names.isdisjoint(_TURNS)]
    first = max((at + 1 for at in buts if at < start), default=0)
    last = min((at for at in buts if at > start), default=len(words))
    return first, last
