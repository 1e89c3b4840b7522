"""Check-ins over a week: who held which, and the two scales, which know nothing of each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from repairlog.dates import Calendar, Span
from repairlog.kinds.checkins import CADENCES, Checkin
from repairlog.readings.moments import Said, in_order, said
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record

SCALES = ("safety", "vigilance")

FRESH = timedelta(days=28)
"""How long before the week a habit is still looked for: what was left four weeks ago is not."""


HABIT = {"daily": 3, "weekly": 2, "monthly": 2}
"""How many of a cadence make a habit, whose silences are shown: one check-in asks for no more."""


@dataclass(frozen=True, slots=True)
class Held:
    """One person's check-ins of one cadence: a mark for each day of the week.

    "kept" where one was held, "missed" where nothing was said once the habit had begun, "open"
    while there is time, and empty where none is looked for.
    """

    cadence: str
    who: str
    cells: tuple[str, ...]

    @property
    def count(self) -> int:
        return self.cells.count("kept")


@dataclass(frozen=True, slots=True)
class Scale:
    """What one person gave on one scale, 0 to 10, on each day of the week; None: not given."""

    who: str
    name: str
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class WeekOfCheckins:
    """The check-ins of a week: rows of marks, the scales, and the summaries of its weekly and
    monthly ones (the short daily ones stand in the log)."""

    held: tuple[Held, ...]
    scales: tuple[Scale, ...]
    summaries: tuple[Said, ...]


def week_of_checkins(record: Record, settings: Settings, today: date, week: Span) -> WeekOfCheckins:
    """The check-ins of the week; the record holds those of the weeks before it, too, from which
    it shows who holds which."""
    since = week.first - FRESH
    items = in_order([i for i in record.of(Checkin) if since <= i.day <= week.last])
    people = [*settings.people, *(sorted({i.by for i in items} - set(settings.people)))]
    rows = (
        _row(settings.calendar, _of(items, cadence, who), cadence, who, today, week)
        for cadence in CADENCES
        for who in people
    )
    here = [item for item in items if item.day in week]
    scales = (_scale(here, name, who, week) for who in people for name in SCALES)
    return WeekOfCheckins(
        held=tuple(row for row in rows if any(row.cells)),
        scales=tuple(scale for scale in scales if any(v is not None for v in scale.values)),
        summaries=tuple(
            said(item, text)
            for item in here
            if _checkin(item).cadence != "daily" and (text := _checkin(item).summary)
        ),
    )


def period(calendar: Calendar, cadence: str, day: date) -> Span:
    """The day, week or month around ``day`` for which one check-in of this cadence is held."""
    match cadence:
        case "weekly":
            return calendar.week_of(day)
        case "monthly":
            return calendar.month_of(day)
    return Span(day, day)


def days_of(span: Span) -> list[date]:
    """The days of a span, in order."""
    return [span.first + timedelta(days=n) for n in range((span.last - span.first).days + 1)]


def _checkin(item: Item) -> Checkin:
    assert isinstance(item.body, Checkin)
    return item.body


def _of(items: list[Item], cadence: str, who: str) -> list[Item]:
    return [item for item in items if item.by == who and _checkin(item).cadence == cadence]


def _row(
    calendar: Calendar, items: list[Item], cadence: str, who: str, today: date, week: Span
) -> Held:
    held = {item.day for item in items}
    due = _due(calendar, cadence, week) if len(held) >= HABIT[cadence] else {}
    cells = [_mark(day, due.get(day), held, today) for day in days_of(week)]
    return Held(cadence, who, tuple(cells))


def _mark(day: date, due: Span | None, held: set[date], today: date) -> str:
    if day in held:
        return "kept"
    if due is None or not held or min(held) > due.last or any(other in due for other in held):
        return ""
    if today > day:
        return "missed"
    return "open" if today in due else ""


def _due(calendar: Calendar, cadence: str, week: Span) -> dict[date, Span]:
    """The days of the week on which a check-in of this cadence is looked for at last, and the
    days on any of which it may be held."""
    if cadence == "weekly":
        return {week.last: week}
    periods = [period(calendar, cadence, day) for day in days_of(week)]
    return {each.last: each for each in periods if each.last in week}


def _scale(here: list[Item], name: str, who: str, week: Span) -> Scale:
    given = {
        item.day: value
        for item in here
        if item.by == who and (value := getattr(item.body, name)) is not None
    }
    return Scale(who, name, tuple(given.get(day) for day in days_of(week)))
