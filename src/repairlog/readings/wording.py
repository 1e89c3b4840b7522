"""How terms, standings and counts are said in words, the same on every page and in every echo."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from repairlog.dates import day_text, moment_text
from repairlog.kinds.commitments import Terms

SAID = {
    "kept": "kept",
    "late": "late",
    "owned": "owned",
    "missed": "nothing said",
    "eased": "eased",
    "open": "open",
    "overdue": "past its day, still open",
    "released": "released",
    "proposed": "proposed",
    "declined": "declined",
    "active": "going on",
    "paused": "paused",
    "ended": "ended",
}
"""A standing as people read it: a silence is called a silence, never a failure."""


def when_due(terms: Terms, now: datetime) -> str:
    """When a promise is due: ``weekdays by 18:00``, ``by Fri 27 Nov 18:00``, ``no date``."""
    if terms.rrule is not None and terms.every is not None:
        from repairlog.recurrence import Rule, describe

        rule = Rule(terms.every, terms.rrule, terms.whole)
        until = f", until {day_text(terms.until, now)}" if terms.until else ""
        return describe(rule, terms.at, terms.times) + until
    if terms.by is None:
        return "no date"
    return f"by {day_text(terms.by, now)}" + (f" {terms.at:%H:%M}" if terms.at else "")


def happened(day: date, at: datetime | None, now: datetime) -> str:
    """When something happened: ``Mon 23 Nov 17:52``, or the day where no time is known."""
    return moment_text(at, now) if at else day_text(day, now)


def sentence(text: str) -> str:
    """A person's words as a heading shows them: the first letter capital, the rest untouched."""
    return text[:1].upper() + text[1:]


CONSENTED = {
    ("growth", True): "{who} said yes to going on together",
    ("growth", False): "{who} took back the yes to going on together",
    ("export", True): "{who} said yes to their own words in the other's exports",
    ("export", False): "{who} took back the yes to their own words in the other's exports",
}
"""What a word of consent is told as: what was said, and nothing of what it may mean."""


def consent_told(to: str, given: bool, who: str) -> str:
    """A person's word of consent in a sentence."""
    return CONSENTED[to, given].format(who=who)


def other_ways(boundary: str) -> tuple[str, ...]:
    """The commands that help where one boundary is crossed again: other words, a name for what
    keeps happening, someone to help."""
    return (
        f"repairlog boundary revise {boundary} TEXT… --why TEXT",
        f"repairlog boundary pattern {boundary} NAME",
        "repairlog add support TEXT…",
    )


NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def number(count: int) -> str:
    """A count in words up to twelve, in figures beyond."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def times(count: int) -> str:
    """``twice``, ``three times``."""
    return {1: "once", 2: "twice"}.get(count) or f"{number(count)} times"


def listed(parts: Sequence[str]) -> str:
    """``a, b and c``."""
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


GONE = "erased by its author"
"""What stands where an entry's words were."""


SAID_NO = "said no to it, and that is all right"
"""What a no to a need, a doubt or something misread is called on every page."""


def took_back(who: str, day: str) -> str:
    """That somebody withdrew their yes to going on together, told calmly to the other."""
    return (
        f"{who} took back the yes to going on together on {day}. That is {who}'s own to say; "
        "nothing is asked of anyone."
    )
