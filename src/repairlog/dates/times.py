"""Times of day, and moments that are named as such: now, so long ago, an ISO date-time."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from repairlog.dates.days import check_weekday, existing
from repairlog.dates.look import Look
from repairlog.dates.names import day_name, month_name, number
from repairlog.errors import Misread

_CLOCK = "([0-9]{1,2})(?:[:.]([0-9]{2}))?(?::([0-9]{2}))? ?([ap]m)?"
_ISO = (
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})[t ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\.[0-9]+)?"
    r" ?(z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)


def time_of(text: str) -> time | None:
    """`18:00`, `6pm`, `6:30 pm`, `noon`; None where it is no time, Misread where there is none."""
    if text in ("noon", "midnight"):
        return time(12 if text == "noon" else 0)
    parts = re.fullmatch(_CLOCK, text)
    if not parts or not (parts[4] or ":" in text):
        return None
    hour, minute, second = (int(part or 0) for part in parts.group(1, 2, 3))
    if parts[4]:
        if not 1 <= hour <= 12:
            raise Misread(
                f"There is no {text}: am and pm go with the hours from 1 to 12.",
                "Such as: 18:00, or 6pm",
            )
        hour = hour % 12 + (12 if parts[4] == "pm" else 0)
    if hour > 23 or minute > 59 or second > 59:
        raise Misread(
            f"There is no {text}: the times of a day run from 00:00 to 23:59.",
            "Such as: 18:00, or 6pm",
        )
    return time(hour, minute, second)


def time_apart(tokens: list[str]) -> tuple[list[str], time | None]:
    """The tokens without the time that stands at their end or beginning, and that time."""
    for size in (2, 1):
        if (at := time_of(" ".join(tokens[-size:]))) is not None:
            rest = tokens[:-size]
            return (rest[:-1] if rest[-1:] == ["at"] else rest), at
        if (at := time_of(" ".join(tokens[:size]))) is not None:
            rest = tokens[size:]
            return (rest[1:] if rest[:1] == ["on"] else rest), at
    return tokens, None


def moment_of(tokens: list[str], look: Look) -> datetime | None:
    """The moment that the tokens name by themselves."""
    minute = look.now.replace(second=0, microsecond=0)
    match tokens:
        case ["now"]:
            return look.now
        case ["in", *length] | [*length, "from", "now"] if apart := _length(length):
            return (minute + apart).astimezone()
        case [*length, "ago"] if apart := _length(length):
            return (minute - apart).astimezone()
    return _iso(" ".join(tokens), look)


def _length(tokens: list[str]) -> timedelta | None:
    match tokens:
        case ["half", "an", "hour"]:
            return timedelta(minutes=30)
        case [count, "minute" | "minutes" | "min" | "mins"] if (n := number(count)) is not None:
            return timedelta(minutes=n)
        case [count, "hour" | "hours"] if (n := number(count)) is not None:
            return timedelta(hours=n)
    return None


def _iso(text: str, look: Look) -> datetime | None:
    parts = re.fullmatch(_ISO, text)
    if not parts:
        return None
    year, month, day = (int(part) for part in parts.group(1, 2, 3))
    date, at = existing(year, month, day), time_of(parts[4])
    if not parts[5]:
        return look.local(datetime.combine(date, at or time()))
    try:
        return datetime.fromisoformat(f"{date}T{at}{parts[5].upper()}").astimezone()
    except ValueError:
        raise Misread(
            f"There is no time zone {parts[5]} hours away.", f"Such as: {date}T{parts[4]}+01:00"
        ) from None


def foreign_moment(tokens: list[str], look: Look) -> datetime | None:
    """A date-time as other programs write it: `Fri, 27 Nov 2026 18:00:00 +0100`.

    dateutil takes from today what is missing and guesses the order of numbers, so it is given
    only what names month, day, year and time once each.
    """
    shapes = "".join(map(_shape, tokens)).replace("w", "", 1).replace("o", "", 1)
    if sorted(shapes) != ["d", "m", "t", "y"]:
        return None
    from dateutil.parser import parse

    try:
        moment = parse(" ".join(tokens))
    except (ValueError, OverflowError):
        return None
    for token in tokens:
        check_weekday(moment.date(), day_name(token))
    return moment.astimezone() if moment.tzinfo else look.local(moment)


def _shape(token: str) -> str:
    if month_name(token) is not None:
        return "m"
    if day_name(token) is not None:
        return "w"
    shapes = {"d": "[0-9]{1,2}(?:st|nd|rd|th)?", "y": "[0-9]{4}", "o": "[+-][0-9]{4}|utc|gmt"}
    shapes |= {"t": "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"}
    return next((name for name, shape in shapes.items() if re.fullmatch(shape, token)), "?")
