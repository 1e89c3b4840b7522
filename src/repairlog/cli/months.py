"""The timeline, and one month, from an open journal: the entries that `readings.timeline` says it
needs."""

from __future__ import annotations

from datetime import date

from repairlog.cli import load
from repairlog.cli.counted import counted
from repairlog.cli.session import Session
from repairlog.cli.week import began
from repairlog.dates import Span
from repairlog.journal import Query
from repairlog.readings.comparing import month_before
from repairlog.readings.month import MonthReport, month_report, which_month
from repairlog.readings.record import Record
from repairlog.readings.timeline import TimelineReport, span, timeline


def report_of(s: Session, since: date | None, until: date | None) -> TimelineReport:
    """The timeline of some months as of now; the latest ones where no days are named."""
    record = _record(s, span(s.calendar, s.now, since, until).first, until)
    return timeline(record, s.settings, s.now, since, until)


def month_to_review(s: Session) -> Span:
    """The month that a review without its name is about."""
    return which_month(s.calendar, s.today, began(s))


def month_of(s: Session, month: Span) -> MonthReport:
    """The report of one month as of now, beside the month before."""
    record = _record(s, month_before(s.calendar, month).first, month.last)
    return month_report(record, s.settings, s.now, month, began(s))


def _record(s: Session, first: date, until: date | None) -> Record:
    read = s.journal.read
    roots = [
        *read(Query(since=first, until=until)),
        *read(Query(kinds=load.OPENING, open_since=first)),
        *read(Query(kinds=("review",), since=first)),
    ]
    roots += s.journal.above(roots)
    summed = first > s.today - load.REACH
    below = s.journal.about({entry.uid for entry in roots}, summed=summed)
    agreed = (item.entry for item in load.agreement(s.journal))
    around = [*load.paces(s.journal), *agreed]
    for_milestones = counted(s, roots)
    return Record([*roots, *below, *for_milestones.entries, *around], for_milestones.days)
