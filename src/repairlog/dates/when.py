"""Words to a day and a moment: read in one way, or refused with what works."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time, timedelta

from repairlog.dates.clock import Calendar, Span
from repairlog.dates.look import Look, Tense, When
from repairlog.dates.names import MONTHS, WEEKDAYS, closest, day_name, in_full, month_name, quoted
from repairlog.errors import Misread

_LONGEST = 80  # characters; no date is as long


def read_when(words: str, now: datetime, calendar: Calendar, tense: Tense) -> When:
    """The day, and perhaps the moment, that words name, as seen from ``now``.

    A time before the calendar's day end means that night (`fri 01:00` is Saturday 01:00); an ISO
    date-time is that very moment. A weekday or a bare time is the coming or the last one by the
    clock (`18:00` at 19:00 is tomorrow's, for a record today's); a date without its year is so by
    the day. Raises Misread for what does not read, what does not exist, what could mean two days.
    """
    found = _readings(words, Look(now, calendar, tense))
    if len(found) == 1:
        return found[0]
    if found:
        raise _several(words, found)
    raise _unread(words, Look(now, calendar, tense))


def read_time(words: str) -> time:
    """A time of day: `18:00`, `6pm`, `6:30 pm`, `noon`. Raises Misread."""
    from repairlog.dates.times import time_of

    tokens = _tokens(words)
    found = time_of(" ".join(tokens))
    if found is not None:
        return found
    if len(tokens) == 1 and _is_hour(tokens[0]):
        raise _bare_hour("", int(tokens[0]))
    raise Misread(f"{quoted(words)} does not read as a time of day.", "Such as: 18:00, or 6pm")


def read_day_name(words: str) -> int:
    """A weekday by its name, Monday being 0. Raises Misread."""
    name = words.strip().lower()
    found = day_name(name)
    if found is None:
        near = closest([name], WEEKDAYS) if len(name) < _LONGEST else ""
        mend = f"Did you mean {near}?" if near in WEEKDAYS else "Such as: monday, or mon"
        raise Misread(f"{quoted(words)} is not the name of a weekday.", mend)
    return found


def extends(words: str, more: str, now: datetime, calendar: Calendar, tense: Tense) -> bool:
    """Would ``more`` go on with the date in ``words``? `fri`, `18:00`: yes; `fri`, `call`: no.

    Yes also where the whole is understood and then refused (`30`, `feb`).
    """
    return _reads(f"{words} {more}", Look(now, calendar, tense))


def _reads(words: str, look: Look) -> bool:
    try:
        return bool(_readings(words, look))
    except Misread:
        return True


def _tokens(words: str) -> list[str]:
    if len(words) > _LONGEST:
        return []
    text = words.lower().replace(",", " ").replace("a.m.", "am").replace("p.m.", "pm")
    tokens = [word for word in text.split() if word != "the"]
    return tokens[1:] if tokens[:1] in (["on"], ["at"]) else tokens


def _readings(words: str, look: Look) -> list[When]:
    """Every way in which the words read: none, one, or several."""
    # Most lines name no date, and then need no grammar.
    from repairlog.dates.days import spans_of
    from repairlog.dates.times import foreign_moment, moment_of, time_apart

    tokens = _tokens(words)
    if not tokens:
        return []
    if moment := moment_of(tokens, look):
        return [look.exactly(moment)]
    rest, at = time_apart(tokens)
    look = replace(look, at=at)
    spans = spans_of(rest, look)
    if not spans and (moment := foreign_moment(tokens, look)):
        return [look.exactly(moment)]
    if at is not None and any(span.first < span.last for span in spans):
        return []
    if "midnight" in tokens and rest and look.calendar.day_ends == time():
        spans += [_day_after(span) for span in spans]  # a day's first minute, or its end?
    return [look.on(span) for span in spans]


def _day_after(span: Span) -> Span:
    day = span.last + timedelta(days=1)
    return Span(day, day)


# --- what is told when words do not read -------------------------------------------------------


def _several(words: str, found: list[When]) -> Misread:
    ways = [f"{when.at:%Y-%m-%d %H:%M}" if when.at else str(when.day) for when in found]
    return Misread(
        f"{quoted(words)} could be {' or '.join(in_full(when.day) for when in found)}.",
        f"Say which: {' or '.join(ways)}",
    )


def _unread(words: str, look: Look) -> Misread:
    ahead = look.tense is Tense.AHEAD
    near = "today, fri 18:00, in 2 weeks" if ahead else "yesterday, fri 18:00, 2 days ago"
    forms = f"Words that work: {near}, 27 nov, 2026-11-27"
    tokens = _tokens(words)
    if not words.strip():
        return Misread("No date was given.", forms)
    match tokens:
        case [month] if month_name(month):
            return Misread(
                f"{quoted(words)} names a month and no day.",
                f"Such as: 1 {month}, or start of {month}, or end of {month}",
            )
        case [short] if re.fullmatch("[0-9]{1,4}m", short):
            way = f"in {short[:-1]} minutes" if ahead else f"{short[:-1]} minutes ago"
            return Misread(f"{quoted(words)} could be minutes or months.", f"Such as: {way}")
        case [day] if re.fullmatch("[0-9]{1,2}", day):
            return Misread(
                f"{quoted(words)} alone does not say which day.", "Such as: 27th, 27 nov"
            )
        case [*rest, hour] if _is_hour(hour) and _reads(" ".join(rest).removesuffix(" at"), look):
            return _bare_hour(" ".join(rest).removesuffix(" at") + " ", int(hour))
    if (meant := closest(tokens, _VOCABULARY)) != " ".join(tokens) and _reads(meant, look):
        forms = f"Did you mean {meant}?\n{forms}"
    return Misread(f"{quoted(words)} does not read as a date.", forms)


_VOCABULARY = (
    *("today", "tonight", "tomorrow", "yesterday", "noon", "midnight", "next", "last", "this"),
    *("minutes", "hours", "days", "weeks", "week", "months", "month", "ago", "end"),
    *(WEEKDAYS + MONTHS),
)


def _is_hour(word: str) -> bool:
    return re.fullmatch("[01]?[0-9]|2[0-3]", word) is not None


def _bare_hour(before: str, hour: int) -> Misread:
    if hour > 12:
        return Misread(f"{hour} alone is not yet a time.", f"Such as: {before}{hour}:00")
    ways = [f"{before}{hour % 12:02}:00", f"{before}{hour % 12 + 12}:00"]
    return Misread(
        f"{hour} could be {ways[0][-5:]} or {ways[1][-5:]}.", f"Say which: {' or '.join(ways)}"
    )
