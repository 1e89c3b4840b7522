"""The days that words name: near ones, weekdays, dates, so many weeks away, the end of a month."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from repairlog.dates.clock import Calendar, Span
from repairlog.dates.look import Look, out_of_reach, reachable
from repairlog.dates.names import MONTHS, WEEKDAYS, day_name, in_full, month_name, number, quoted
from repairlog.errors import Misread

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)


def spans_of(tokens: list[str], look: Look) -> list[Span]:
    """Every way in which the tokens read as a day (or a week or month): none, one, or several."""
    forms: tuple[Callable[[list[str], Look], list[Span]], ...]
    forms = (_near, _weekday, _dated, _counted, _whole)
    return next((spans for form in forms if (spans := form(tokens, look))), [])


def _on(*days: date) -> list[Span]:
    return [Span(day, day) for day in sorted(set(days))]


def _near(tokens: list[str], look: Look) -> list[Span]:
    match tokens:
        case [] if look.at is not None:
            days = (look.today + n * _DAY for n in (-1, 0, 1))
            return look.nearest(_on(*days), by_clock=True)
        case ["today" | "tonight"]:
            return _on(look.today)
        case ["tomorrow"]:
            return _on(look.today + _DAY)
        case ["yesterday"] | ["last", "night"]:
            return _on(look.today - _DAY)
        case ["day", "after", "tomorrow"]:
            return _on(look.today + 2 * _DAY)
        case ["day", "before", "yesterday"]:
            return _on(look.today - 2 * _DAY)
    return []


# --- weekdays --------------------------------------------------------------------------------


def _weekday(tokens: list[str], look: Look) -> list[Span]:
    """A weekday by its name, alone, with its week, or with its date."""
    match tokens:
        case [name] if (weekday := day_name(name)) is not None:
            days = (_coming(weekday, look.today) + n * _WEEK for n in (-2, -1, 0, 1))
            return look.nearest(_on(*days), by_clock=True)
        case [name, "this" | "next" | "last" as which, "week"]:
            return _in_week(name, which, look)
        case ["this" | "next" | "last" as which, "week", name]:
            return _in_week(name, which, look)
        case ["this" | "next" | "last" as which, name] if (weekday := day_name(name)) is not None:
            return _which(weekday, which, look)
        case [name, *rest] if (weekday := day_name(name)) is not None:
            spans = _dated(rest, look)
            for span in spans:
                check_weekday(span.last, weekday)
            return spans
    return []


def _coming(weekday: int, day: date) -> date:
    return day + (weekday - day.weekday()) % 7 * _DAY


def _in_week(name: str, which: str, look: Look) -> list[Span]:
    weekday = day_name(name)
    week = _around(look.today, look.calendar.week_of)[which]
    return [] if weekday is None else _on(_coming(weekday, week.first))


def _which(weekday: int, which: str, look: Look) -> list[Span]:
    """`next friday`: the Friday of next week and the first one after today. People mean either,
    so both are given where they are two. `last` and `this` likewise."""
    name = WEEKDAYS[weekday]
    coming = _coming(weekday, look.today + _DAY)
    beside = {
        "last": _on(_coming(weekday, look.today - _WEEK)),
        "this": _weekday([name], look),
        "next": _on(coming),
    }[which]
    return _on(*(span.last for span in _in_week(name, which, look) + beside))


def check_weekday(day: date, named: int | None) -> None:
    """Refuse a date whose weekday is not the one that was named with it."""
    if named is not None and day.weekday() != named:
        weekday, _, said = in_full(day).partition(" ")
        raise Misread(
            f"{said} is a {weekday}, not a {WEEKDAYS[named].title()}.",
            f"With its year, and no weekday, it is clear. Such as: {day}",
        )


# --- weeks, months, and so many of them away ---------------------------------------------------


def _around(today: date, whole: Callable[[date], Span]) -> dict[str, Span]:
    this = whole(today)
    return {"last": whole(this.first - _DAY), "this": this, "next": whole(this.last + _DAY)}


def _whole(tokens: list[str], look: Look) -> list[Span]:
    """A week or month, or the end or the start of one."""
    match tokens:
        case ["end" | "start" | "beginning" as edge, "of", *named]:
            spans = _named_whole(named, look) or _named_month(named, look)
            days = (span.last if edge == "end" else span.first for span in spans)
            return look.nearest(_on(*days)) if len(named) == 1 else _on(*days)
        case ["week", week, *year] if re.fullmatch("(?:[0-9]{4})?", " ".join(year)):
            return _numbered_week(week, "".join(year), look)
        case [one] if parts := re.fullmatch("([0-9]{4})-w([0-9]{2})", one):
            return _numbered_week(parts[2], parts[1], look)
        case [_, _]:
            return _named_whole(tokens, look)
    return []


def _named_whole(tokens: list[str], look: Look) -> list[Span]:
    """The week or month that is named; those around today where only `week` or `month` is."""
    if tokens[-1:] not in (["week"], ["month"]):
        return []
    calendar = look.calendar
    around = _around(look.today, calendar.week_of if tokens[-1] == "week" else calendar.month_of)
    match tokens:
        case [_]:
            return list(around.values())
        case [which, _] if which in around:
            return [around[which]]
    return []


def _named_month(tokens: list[str], look: Look) -> list[Span]:
    """The month of that name in its year; without one, in the years around."""
    match tokens:
        case [name, *year] if re.fullmatch("(?:[0-9]{4})?", " ".join(year)):
            month = month_name(name)
        case _:
            return []
    if month is None:
        return []
    around = look.today.year
    years = [int(year[0])] if year else range(around - 1, around + 2)
    for one in years:
        reachable(one)
    return [look.calendar.month_of(date(one, month, 1)) for one in years]


def _numbered_week(week: str, year: str, look: Look) -> list[Span]:
    """The journal's week that holds the Thursday of the ISO week of this number."""
    if not re.fullmatch("[0-9]{1,2}", week):
        return []
    around = look.today.year
    spans = []
    for y in [int(year)] if year else range(around - 1, around + 2):
        try:
            spans.append(look.calendar.week_of(date.fromisocalendar(y, int(week), 4)))
        except ValueError:
            continue
    if not spans:
        of_year = f"{year} has no week {week}." if year else f"There is no week {week}."
        raise Misread(of_year, "Such as: week 47, last week, 2026-11-27")
    return spans if year else look.nearest(spans)


def _counted(tokens: list[str], look: Look) -> list[Span]:
    match tokens:
        case ["in", count, unit] | [count, unit, "from", "now"]:
            n = number(count)
        case [count, unit, "ago"]:
            n = number(count)
            n = None if n is None else -n
        case _:
            return []
    unit = unit.removesuffix("s")
    if n is None or unit not in ("day", "week", "month", "year"):
        return []
    try:
        return _on(_stepped(look.today, n, unit))
    except (ValueError, OverflowError):
        raise out_of_reach(quoted(" ".join(tokens))) from None


def _stepped(day: date, n: int, unit: str) -> date:
    if unit in ("day", "week"):
        return day + n * (_DAY if unit == "day" else _WEEK)
    from dateutil.relativedelta import relativedelta

    return day + (relativedelta(months=n) if unit == "month" else relativedelta(years=n))


# --- dates -------------------------------------------------------------------------------------


def _dated(tokens: list[str], look: Look) -> list[Span]:
    """A date in numbers, or with its month's name. Without its year it is the nearest by day."""
    match tokens:
        case [first, "of", *rest] if _ordinal(first) is not None:
            return _dated([first, *rest], look)
        case [one]:
            return _in_numbers(one, look)
        case [first, second, *year] if re.fullmatch("(?:[0-9]{4})?", " ".join(year)):
            for day_word, month_word in ((first, second), (second, first)):
                day, month = _ordinal(day_word), month_name(month_word)
                if day is not None and month is not None:
                    return _one_of([(day, month)], "".join(year), look)
    return []


def _ordinal(token: str) -> int | None:
    parts = re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th|\.)?", token)
    return int(parts[1]) if parts else None


def _in_numbers(token: str, look: Look) -> list[Span]:
    if parts := re.fullmatch(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})", token):
        return _on(existing(int(parts[1]), int(parts[3]), int(parts[4])))
    if parts := re.fullmatch("([0-9]{1,2})(?:st|nd|rd|th)", token):
        return _day_of_month(int(parts[1]), look)
    if parts := re.fullmatch(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})?", token):
        return _one_of([(int(parts[1]), int(parts[2]))], parts[3] or "", look)
    if re.fullmatch(r"[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{2}", token):
        raise Misread(
            f"{quoted(token)} leaves open which of its numbers is the year.", "Such as: 2026-11-27"
        )
    parts = re.fullmatch("([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}))?", token)
    parts = parts or re.fullmatch("([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})", token)
    if not parts:
        return []
    one, other = int(parts[1]), int(parts[2])
    return _one_of([(one, other), (other, one)], parts[3] or "", look)


def _one_of(pairs: list[tuple[int, int]], year: str, look: Look) -> list[Span]:
    """The dates that (day, month) name; where none of them exists, why."""
    today = look.today.year
    years = [int(year)] if year else range(today - 8, today + 9)  # with a 29 February either way
    spans: list[Span] = []
    for day, month in pairs:
        days = _on(*(found for y in years if (found := _date(y, month, day))))
        spans += days if year else look.nearest(days)
    if not spans:
        day, month = next((pair for pair in pairs if pair[1] <= 12), pairs[0])
        existing(int(year) if year else None, month, day)
    return _on(*(span.last for span in spans))


def _day_of_month(day: int, look: Look) -> list[Span]:
    months = (divmod(look.today.year * 12 + look.today.month - 1 + n, 12) for n in range(-8, 9))
    days = [found for year, month in months if (found := _date(year, month + 1, day))]
    if not days:
        raise Misread(f"No month has a day {day}.", "Such as: 1st, 27th, 27 nov")
    return look.nearest(_on(*days))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def existing(year: int | None, month: int, day: int) -> date:
    """The date; Misread, with the reason, where there is none."""
    if year is not None:
        reachable(year)
    if not 1 <= month <= 12:
        raise Misread(f"There is no month {month}: a year has twelve.", "Such as: 2026-11-27")
    leap = 2024
    if found := _date(year or leap, month, day):
        return found
    last = Calendar().month_of(date(year or leap, month, 1)).last
    name = MONTHS[month - 1].title()
    if year:
        raise Misread(
            f"There is no {day} {name} {year}: that month has {last.day} days.",
            f"Its last day: {last}",
        )
    raise Misread(
        f"There is no {day} {name}: the month has at most {last.day} days.",
        f"Its last day: {last.day} {name.lower()}",
    )
