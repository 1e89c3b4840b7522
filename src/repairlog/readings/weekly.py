"""The weekly pattern: week by week, how much was kept, how many triggers, whether it was reviewed.

Silence is not progress: where nothing was written there is a gap, not a zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import takewhile

from repairlog.dates import Calendar, Span
from repairlog.kinds.commitments import Commitment
from repairlog.kinds.keeping import Init, Setting
from repairlog.kinds.reviews import Review
from repairlog.kinds.triggers import Trigger
from repairlog.readings.course import Course, Segment, course
from repairlog.readings.people import Settings
from repairlog.readings.record import Record
from repairlog.readings.standing import SETTLED, judge, reckon_once

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
BEGINNING = (Init, Setting)
"""What tells nothing of its week."""


@dataclass(frozen=True, slots=True)
class WeekPattern:
    """One week: the share kept of what was settled in it, its triggers, whether it was reviewed.

    None where there is nothing to tell: nothing was written (silence is not progress), nothing
    was settled, or the week is not over. ``silent``: nothing was said of what was promised.
    """

    days: Span
    kept: float | None
    triggers: int | None
    reviewed: bool | None
    silent: bool = False

    @property
    def share(self) -> float | None:
        """What pages show of ``kept``: nothing where nothing was said of any of it."""
        return None if self.silent else self.kept


def weeks(record: Record, settings: Settings, now: datetime, days: Span) -> Iterator[WeekPattern]:
    """The pattern of every week most of whose days are in the window, and of its last one.

    A week's triggers are counted only where a person who logs them wrote something in it.
    """
    calendar = settings.calendar
    today = calendar.day_of(now)
    logged = {
        (item.by, calendar.week_of(item.day).first)
        for item in record
        if not isinstance(item.body, BEGINNING)
    }
    written = {week for _, week in logged}
    triggers = record.of(Trigger)
    watching = {week for person, week in logged if person in {item.by for item in triggers}}
    reviewed = _reviewed(record, calendar)
    spans = list(_spans(calendar, days))
    settled = settled_since(record, settings, now, Span(spans[0].first, spans[-1].last))
    for week in spans:
        told = week.first in written
        over = week.last < today or week.first in reviewed
        standings = [standing for day, standing in settled if day in week]
        yield WeekPattern(
            days=week,
            kept=_share(standings) if told else None,
            triggers=sum(t.day in week for t in triggers) if week.first in watching else None,
            reviewed=week.first in reviewed if told and over else None,
            silent=set(standings) == {"missed"},
        )


def _reviewed(record: Record, calendar: Calendar) -> set[date]:
    """The first days of the weeks that were reviewed, as the journal counts weeks now."""
    return {
        calendar.week_of(item.body.week).first
        for item in record.of(Review)
        if isinstance(item.body, Review)
    }


def _spans(calendar: Calendar, days: Span) -> Iterator[Span]:
    """The weeks most of whose days are in the window, and the one that its last day is in."""
    week = calendar.week_of(days.first)
    while week.first <= days.last:
        if week.first + 3 * DAY >= days.first or days.last in week:
            yield week
        week = week.moved(WEEK)


def _share(standings: Sequence[str]) -> float | None:
    if not standings:
        return None
    return sum(standing in ("kept", "late") for standing in standings) / len(standings)


def settled_since(
    record: Record, settings: Settings, now: datetime, days: Span
) -> list[tuple[date, str]]:
    """The day and the standing of everything promised that is settled and of these days (or, as it
    may be, of later ones)."""
    found = []
    for item in record.of(Commitment):
        path = course(record, item, settings)
        if path.made is None:
            continue
        if path.once:
            found += _settled_once(path, now)
            continue
        begun, beyond, _ = judge(path, now, _last_before(path, days.first), days.last)
        found += [(o.day, o.standing) for o in (*begun, *beyond) if o.standing in SETTLED]
    return found


def _settled_once(path: Course, now: datetime) -> list[tuple[date, str]]:
    standing = reckon_once(path, now)
    if standing.standing not in SETTLED:
        return []
    done = standing.done or path.misses[-1]
    return [(standing.due or done.day, standing.standing)]


def _last_before(path: Course, day: date) -> date | None:
    """The last occurrence's day before ``day``: what came until then need not be judged."""
    for segment in reversed(path.segments):
        found = _latest(segment, min(day, segment.ends + DAY) if segment.ends else day)
        if found:
            return found
    return None


def _latest(segment: Segment, end: date) -> date | None:
    """The segment's last day before ``end``, looked for further and further back."""
    for back in (40, 400, 4000):
        start = max(segment.first, end - back * DAY)
        found = list(takewhile(lambda each: each < end, segment.days(start)))
        if found or start == segment.first:
            return found[-1] if found else None
    return None
