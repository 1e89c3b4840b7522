"""A week as it was told: what came after it belongs to the pages of later weeks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from repairlog.dates import Span
from repairlog.readings.boundaries import BoundaryReport, boundaries
from repairlog.readings.milestones import MilestoneReport
from repairlog.readings.people import Settings
from repairlog.readings.record import MENDING, Record

LATEST = timedelta(days=7)
"""A week that ended in the last seven days is the latest one, until it was reviewed."""


def told_through(week: Span, held: date | None, today: date, *, sitting: bool) -> date:
    """The last day of which a week's page tells: that of its review, which may come some days
    after it (``sitting``: it is held now). Of the latest week without one, today; of an earlier
    one, its own last day."""
    if sitting or (held is None and is_latest(week, today)):
        return today
    return min(max(week.last, held or week.last), today)


def is_latest(week: Span, today: date) -> bool:
    """Whether it is the running week, or the one that ended last."""
    return week.last + LATEST >= today


def boundaries_then(
    record: Record, settings: Settings, now: datetime, week: Span, through: date
) -> Iterator[BoundaryReport]:
    """The boundaries of the week as they stood on the day ``through``: in the words of then, with
    the crossings up to the week's end, and what had been done about them."""
    at = now
    if through < settings.calendar.day_of(now):
        record = _until(record, through)
        at = datetime.combine(through, time(23, 59), now.tzinfo)
    for report in boundaries(record, settings, at):
        begun = report.day <= week.last
        if begun and (report.retired is None or report.retired >= week.first):
            crossings = tuple(one for one in report.crossings if one.day <= week.last)
            yield replace(report, crossings=crossings)


def _until(record: Record, through: date) -> Record:
    """What the record holds of the days up to this one."""
    told = (i for i in record if i.day <= through or i.entry.kind in MENDING)
    return Record([entry for item in told for entry in (item.entry, *record.lines(item))])


def milestones_then(
    reports: Iterable[MilestoneReport], week: Span, through: date
) -> Iterator[MilestoneReport]:
    """The milestones as they stood: one that was reached or celebrated later was still ahead."""
    for one in reports:
        reached = one.reached if one.reached and one.reached <= week.last else None
        later = one.celebrated is not None and one.celebrated.day > through
        celebrated = None if later and not reached else one.celebrated
        yield replace(one, reached=reached, celebrated=celebrated)
