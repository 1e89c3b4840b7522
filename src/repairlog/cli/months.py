"""The timeline, and one month, from an open journal: the entries that `readings.timeline` says it
needs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from repairlog.cli import load
from repairlog.cli.counted import counted
from repairlog.cli.session import Session
from repairlog.cli.week import began
from repairlog.dates import Span
from repairlog.entries import Entry
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


MARGIN = timedelta(days=124)
SHORT = re.compile(r"FREQ=(DAILY|WEEKLY|MONTHLY)(;BY(DAY|MONTHDAY)=[^;]*)?(;WKST=..)?")
"""Rules whose windows are shorter than the margin; a delivery's own day lies in its window."""


def _long(s: Session, roots: Iterable[Entry]) -> list[str]:
    """Those of the roots that are promises on one set of terms, without an end, whose past can be
    read in parts: what is of one occurrence lies about its day, or names it."""
    on_one = {
        entry.uid
        for entry in roots
        if entry.kind == "commitment"
        and entry.fields
        and not entry.fields.get("until")
        and SHORT.fullmatch(str(entry.fields.get("rrule")))
    }
    if not on_one:
        return []
    changed = s.journal.read(Query(kinds=TURNS, about=tuple(on_one)))
    return sorted(on_one - {entry.about for entry in changed})


TURNS = ("renegotiation", "release", "setback")
"""What a promise takes a turn by: other terms, its end, another version of its plan."""


def _record(s: Session, first: date, until: date | None) -> Record:
    read = s.journal.read
    ends = s.calendar.week_of(min(until or s.today, s.today)).last  # its last week is told whole
    roots = [
        *read(Query(since=first, until=until)),
        *read(Query(kinds=load.OPENING, open_since=first, until=ends if ends < s.today else None)),
        *read(Query(kinds=("review",), since=first)),
    ]
    roots += s.journal.above(roots)
    uids = {entry.uid for entry in roots}
    if first > s.today - load.REACH:
        below = s.journal.about(uids, summed=True)
    else:
        days = first - MARGIN, ends + MARGIN
        below = s.journal.about(uids, amid=(_long(s, roots), *days))
    agreed = (item.entry for item in load.agreement(s.journal))
    around = [*load.paces(s.journal), *agreed]
    for_milestones = counted(s, roots)
    return Record([*roots, *below, *for_milestones.entries, *around], for_milestones.days)
