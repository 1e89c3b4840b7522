"""What days, months and counts are called, and how a day is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from repairlog.text import one_line

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_COUNTS = ("one", "two", "three", "four", "five", "six")
_MORE_COUNTS = ("seven", "eight", "nine", "ten", "eleven", "twelve")


def day_text(day: date, now: datetime | None = None) -> str:
    """`Fri 27 Nov`, with the year unless it is now's."""
    short = f"{WEEKDAYS[day.weekday()][:3].title()} {day.day} {MONTHS[day.month - 1][:3].title()}"
    return short if now is not None and day.year == now.year else f"{short} {day.year}"


def moment_text(at: datetime, now: datetime | None = None) -> str:
    """`Fri 27 Nov 18:00`, with the year unless it is now's."""
    return f"{day_text(at, now)} {at:%H:%M}"


def in_full(day: date) -> str:
    """`Friday 27 November 2026`."""
    return f"{WEEKDAYS[day.weekday()].title()} {day.day} {MONTHS[day.month - 1].title()} {day.year}"


def day_name(word: str) -> int | None:
    """The weekday that a lower-case word names or shortens: `fri`, `thurs`, `sunday`."""
    return _named("wed" if word == "weds" else word, WEEKDAYS)


def month_name(word: str) -> int | None:
    """The month (1 to 12) that a lower-case word names or shortens."""
    found = _named(word, MONTHS)
    return None if found is None else found + 1


def _named(word: str, names: Sequence[str]) -> int | None:
    if len(word) < 3:
        return None
    return next((i for i, name in enumerate(names) if name.startswith(word)), None)


def number(word: str) -> int | None:
    """A count in digits or words: `2`, `two`, `a`."""
    if re.fullmatch("[0-9]{1,6}", word):
        return int(word)
    if word in ("a", "an"):
        return 1
    counts = _COUNTS + _MORE_COUNTS
    return counts.index(word) + 1 if word in counts else None


def quoted(words: str) -> str:
    """What was typed, fit to stand in a sentence: visible, on one line, not too long."""
    line = one_line(words)
    return f"'{line}'" if len(line) <= 40 else f"'{line[:39]}…'"


def closest(words: Iterable[str], vocabulary: Sequence[str]) -> str:
    """The words, each one that is almost a known one put right."""
    from difflib import get_close_matches

    near = ([*get_close_matches(word, vocabulary, 1, 0.8), word] for word in words)
    return " ".join(found[0] for found in near)
