"""Check-ins over some days: who held which, and the two scales, each of which stands alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from repairlog.dates import Calendar, Span
from repairlog.kinds.agreement import Cadence
from repairlog.kinds.checkins import CADENCES, Checkin
from repairlog.readings.cadence import Cadences, Period, given_by, period
from repairlog.readings.moments import Said, in_order, said
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record
from repairlog.readings.scales import SCALES

FRESH = timedelta(days=28)
"""How long before the week a habit is still looked for: what was left four weeks ago is not."""


HABIT = {"daily": 3, "weekly": 2, "monthly": 2}
"""How many of a cadence make a habit, whose silences are shown: one check-in asks for no more."""


@dataclass(frozen=True, slots=True)
class Held:
    """One person's check-ins of one cadence: a mark for each day of the week.

    "kept" where one was held, "late" where it came after the agreed time, "missed" where nothing
    was said of what was agreed or, once the habit had begun, is usual, "eased" by a hold, "open"
    while there is time, and empty where none is looked for. ``agreed``: its last day has an agreed
    cadence, with its time ``at`` if it has one.
    """

    cadence: str
    who: str
    cells: tuple[str, ...]
    agreed: bool = False
    at: time | None = None

    @property
    def count(self) -> int:
        """On how many days one was held."""
        return sum(cell in ("kept", "late") for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Scale:
    """What one person gave on one scale, 0 to 10, on each day of the week; None: not given."""

    who: str
    name: str
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class WeekOfCheckins:
    """The check-ins of a week: rows of marks, the scales, and what was said in sum, with what is
    to be kept. ``broken_off`` are those whose weekly one goes on where it stopped."""

    held: tuple[Held, ...]
    scales: tuple[Scale, ...]
    summaries: tuple[Said, ...]
    broken_off: frozenset[str] = frozenset()


def week_of_checkins(record: Record, settings: Settings, today: date, week: Span) -> WeekOfCheckins:
    """The check-ins of the week; the record holds those of the weeks before it, too, from which
    it shows who holds which where no cadence is agreed, and those of the months of its days."""
    since = week.first - FRESH
    items = in_order([i for i in record.of(Checkin) if since <= i.day <= week.last])
    people = [*settings.people, *(sorted({i.by for i in items} - set(settings.people)))]
    known = Cadences(record, settings, today)
    rows = (_row(known, items, cadence, who, week) for cadence in CADENCES for who in people)
    here = [item for item in items if item.day in week]
    scales = (_scale(here, name, who, week) for who in people for name in SCALES)
    return WeekOfCheckins(
        held=tuple(row for row in rows if any(row.cells)),
        scales=tuple(scale for scale in scales if any(v is not None for v in scale.values)),
        summaries=tuple(said(item, text) for item in here for text in _in_sum(_checkin(item))),
        broken_off=frozenset(
            item.by
            for item in here
            if _checkin(item).cadence == "weekly" and _checkin(item).goes_on and not item.erased
        ),
    )


def _in_sum(checkin: Checkin) -> Iterator[str]:
    if checkin.summary:
        yield checkin.summary
    if checkin.keep:
        yield f"To keep: {checkin.keep}"


def days_of(span: Span) -> list[date]:
    """The days of a span, in order."""
    return [span.first + timedelta(days=n) for n in range((span.last - span.first).days + 1)]


def _checkin(item: Item) -> Checkin:
    assert isinstance(item.body, Checkin)
    return item.body


def _of(items: list[Item], cadence: str, who: str) -> list[Item]:
    return [item for item in items if item.by == who and _checkin(item).cadence == cadence]


def _row(known: Cadences, items: list[Item], cadence: str, who: str, week: Span) -> Held:
    calendar = known.settings.calendar
    given = given_by(known.record, who, cadence)
    usual = _habit(known, _of(items, cadence, who), cadence, week)
    cells = []
    for day in days_of(week):
        span = period(calendar, cadence, day)
        found = known.of(cadence, who, span, given)
        cells.append(_agreed_mark(known, found, day, given) if found else usual[day])
    last = known.agreed(cadence, who, period(calendar, cadence, week.last))
    at = last.body.at if last and isinstance(last.body, Cadence) else None
    return Held(cadence, who, tuple(cells), agreed=last is not None, at=at)


def _agreed_mark(known: Cadences, found: Period, day: date, given: list[Item]) -> str:
    """What stands on this day of a period: its standing where a check-in was held on it, and on
    the last day where none was; nothing while the period is still ahead."""
    if any(item.day == day for item in given):
        return found.standing
    ahead = found.standing == "open" and known.today not in found.days
    return "" if ahead or found.held or day != found.days.last else found.standing


# -- a habit, where nothing is agreed ------------------------------------------------------------


def _habit(known: Cadences, items: list[Item], cadence: str, week: Span) -> dict[date, str]:
    """The marks of a habit. Nothing is asked while everything is held, nor of what was agreed
    once and let go."""
    held = {item.day for item in items}
    due = _due(known.settings.calendar, cadence, week) if len(held) >= HABIT[cadence] else {}
    due = {
        day: span
        for day, span in due.items()
        if not (known.eased(span) or known.ended(cadence, span))
    }
    return {day: _mark(day, due.get(day), held, known.today) for day in days_of(week)}


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


# -- the scales ----------------------------------------------------------------------------------


def _scale(here: list[Item], name: str, who: str, week: Span) -> Scale:
    given = {
        item.day: value
        for item in here
        if item.by == who and (value := getattr(item.body, name)) is not None
    }
    return Scale(who, name, tuple(given.get(day) for day in days_of(week)))
