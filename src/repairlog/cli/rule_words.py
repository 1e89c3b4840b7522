"""What a ground rule's own words say of its limit and of its safe topics.

Only what can hardly mean anything else is taken: a length of time is a limit where the words say
so ("at most 45 minutes"), where the rule is of talking, or where it is the whole rule. What else
the rule says, in other clauses, takes nothing from that. Whatever is understood is said back, and
that nothing is; `--minutes` and `--topics` say it outright.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from repairlog.dates import quoted
from repairlog.errors import Misread
from repairlog.text import check, one_line

MOST_MINUTES = 24 * 60
NONE = ("no", "none", "0")
EDGES = " .:;!-\N{EN DASH}\N{EM DASH}"

_NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "ten": 10,
    "fifteen": 15,
    "twenty": 20,
    "twenty-five": 25,
    "thirty": 30,
    "forty": 40,
    "forty-five": 45,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}
_COUNT = rf"(?:[0-9]+(?:[.,][0-9]+)?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_FIXED = {
    r"three[ -]quarters of an hour": 45,
    r"(?:a )?quarter of an hour": 15,
    r"(?:an|one) hour and a half": 90,
    r"(?:half an hour|(?:a )?half[ -]hour)": 30,
    r"an hour": 60,
}
_LENGTH = "|".join(
    [
        *(f"(?P<f{n}>{words})" for n, words in enumerate(_FIXED)),
        rf"(?P<hours>{_COUNT})[ -]?(?:hours?|hrs?|h)"
        rf"(?: (?:and )?(?P<rest>{_COUNT}) ?(?:minutes?|mins?|min|m))?",
        rf"(?P<minutes>{_COUNT})[ -]?(?:minutes?|mins?|min)",
    ]
)
_A_LENGTH = re.compile(rf"(?<![\w.,-])(?:{_LENGTH})(?![\w-])", re.IGNORECASE)
_LIMITS = re.compile(
    r"(?:at (?:the )?most|(?:no|not|never) (?:more|longer) than|up to|under|below"
    r"|max(?:imum)?(?: of)?|limit(?:ed)?(?: (?:to|of|is))?:?)\W*(?:of )?\Z",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    r"\A\W*(?:at (?:the )?most|max(?:imum)?\b|limit\b|is (?:the (?:limit|most)|enough)|or less)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\b(?:end|stop|finish|close)(?:s|es)? (?:it )?(?:after|at)\W*\Z", re.IGNORECASE)
_TALKING = re.compile(
    r"\b(?:talk|talks|talking|conversations?|discuss\w*|speak\w*|argu\w+)\b", re.IGNORECASE
)
_OTHERWISE = re.compile(
    r"\b(?:pauses?|breaks?|apart|after|before|within|wait\w*|later|ago|until|least|every|each day"
    r"|a day|a week|back|return\w*|notice|ahead|alone|silence|sleep|walk\w*|time[ -]?out)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r",|\b(?:and|but|or|so)\b", re.IGNORECASE)
_TOPICS = re.compile(
    r"\bsafe (?:topics?|subjects?|things to talk about)(?: are| is)?\s*:?\s+(?P<list>[^.;\n]+)",
    re.IGNORECASE,
)
_SPLIT = re.compile(r",\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+|/", re.IGNORECASE)


def minutes_in(text: str) -> int | None:
    """The limit, in minutes, that a rule's words set to a conversation; None: they set none.

    Of several the shortest counts.
    """
    text = one_line(text)
    found = [length for part in _parts(text) for length in _limits(part)]
    return min(found, default=None)


def names_a_length(text: str) -> bool:
    """Whether a length of time stands in the words at all, a limit or not."""
    return _A_LENGTH.search(one_line(text)) is not None


def topics_in(text: str) -> tuple[str, ...]:
    """The safe topics that a rule's words name."""
    named = _TOPICS.search(one_line(text))
    if named is None or re.match(r"(?:not|only|always|never)\b", named["list"], re.IGNORECASE):
        return ()
    return topics(_SPLIT.split(named["list"]))


def topics(named: Iterable[str]) -> tuple[str, ...]:
    """Topics, each once, without the limit that may stand among them."""
    plain = (one_line(topic).strip(EDGES) for topic in named)
    found: dict[str, str] = {}
    for topic in plain:
        if topic and minutes_in(topic) is None:
            found.setdefault(topic.casefold(), topic)
    return tuple(found.values())


def read_minutes(words: str) -> int | None:
    """What `--minutes` says: `45`, `an hour`; None for `no`. Raises Misread."""
    text = one_line(check(words)).strip()
    if text.casefold() in NONE:
        return None
    length = _A_LENGTH.fullmatch(f"{text} minutes" if text.isascii() and text.isdigit() else text)
    found = _minutes(length) if length else 0
    if not 1 <= found <= MOST_MINUTES:
        raise Misread(
            f"--minutes is how long a conversation is to take at most, not {quoted(text)}.",
            "--minutes 45",
        )
    return found


def read_topics(said: Iterable[str]) -> tuple[str, ...]:
    """What `--topics` says, commas between them or said several times; `no`: none."""
    parts = [part for words in said for part in check(words).split(",")]
    if [part.strip().casefold() for part in parts] in ([word] for word in NONE):
        return ()
    return topics(parts)


# -- one sentence --------------------------------------------------------------------------------


def _parts(text: str) -> list[str]:
    return re.split(r"[.;!?](?:\s|\Z)|\bthen\b", text)


def _limits(part: str) -> Iterator[int]:
    for length in _A_LENGTH.finditer(part):
        minutes = _minutes(length)
        before, behind = part[: length.start()], part[length.end() :]
        said = _LIMITS.search(before) or _LIMITED.match(behind)
        alone = not before.strip(EDGES) and not behind.strip(EDGES)
        of_talk = _TALKING.search(before + behind)
        is_limit = _ENDS.search(before) or (
            (alone or said or of_talk) and not _OTHERWISE.search(_clause(before, behind))
        )
        if is_limit and 1 <= minutes <= MOST_MINUTES:
            yield minutes


def _clause(before: str, behind: str) -> str:
    """The words that a length stands among: those of its own clause, and those before it unless
    its clause is itself of talking."""
    own, goes_on = _CLAUSES.split(before)[-1], _CLAUSES.split(behind)[0]
    return f"{own if _TALKING.search(own + goes_on) else before} {goes_on}"


def _minutes(length: re.Match[str]) -> int:
    for n, minutes in enumerate(_FIXED.values()):
        if length[f"f{n}"]:
            return minutes
    if length["hours"]:
        return round(_count(length["hours"]) * 60 + _count(length["rest"] or "0"))
    return round(_count(length["minutes"]))


def _count(words: str) -> float:
    return _NUMBERS.get(words.casefold()) or float(words.replace(",", "."))
