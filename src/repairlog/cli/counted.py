"""What the conditions of milestones count, read from the journal by its indexes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from repairlog.cli.session import Session
from repairlog.entries import Entry
from repairlog.journal import Query, split_ref
from repairlog.readings.comparing import fewer, month_before, silent
from repairlog.readings.milestones import Condition, read_condition
from repairlog.readings.record import Record

Days = set[tuple[str, date]]
"""Who wrote something on which days."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The entries that are counted, and the days on which who logs them wrote something."""

    entries: list[Entry]
    days: Days


def counted(s: Session, entries: Iterable[Entry]) -> Counted:
    """What the conditions of the milestones among these count: a promise's whole course, every
    check-in and disclosure, the triggers since the month before."""
    planned = [(e, read_condition(words)) for e in entries if (words := _condition(e))]
    found: list[Entry] = []
    for subject in sorted({one.subject for _, one in planned if one.of_promise}):
        found += _whole(s, s.journal.read(Query(ref=split_ref(subject))))
    for subject, kind in (("checkins", "checkin"), ("disclosures", "disclosure")):
        if any(one.subject == subject for _, one in planned):
            since = _first(planned, subject) if subject == "checkins" else None
            found += _whole(s, s.journal.read(Query(kinds=(kind,), since=since)))
    days: Days = set()
    if compared := [e for e, one in planned if one.subject == "triggers"]:
        since = month_before(s.calendar, s.calendar.month_of(min(e.day for e in compared))).first
        triggers = _whole(s, s.journal.read(Query(kinds=("trigger",), since=since)))
        found += triggers
        days = _days(s, compared, triggers)
    return Counted(found, days)


def _condition(entry: Entry) -> str | None:
    return entry.fields.get("when") if entry.kind == "milestone" and entry.fields else None


def _first(planned: Iterable[tuple[Entry, Condition]], subject: str) -> date:
    return min(entry.day for entry, one in planned if one.subject == subject)


def _whole(s: Session, found: list[Entry]) -> list[Entry]:
    return [*found, *s.journal.about([entry.uid for entry in found])]


def _days(s: Session, milestones: list[Entry], triggers: list[Entry]) -> Days:
    """The days written on in the months with fewer triggers, up to the first one that can be
    compared after the last of these milestones was agreed to."""
    record, days = Record(triggers), set[tuple[str, date]]()
    answers = s.journal.about([entry.uid for entry in milestones])
    agreed = max(entry.day for entry in (*milestones, *answers))
    since = min(entry.day for entry in milestones)
    for month in fewer(record, s.calendar, since, s.today):
        before = month_before(s.calendar, month)
        days |= s.journal.days_written(before.first, month.last)
        if month.first > agreed and not silent(Record(triggers, days), before, month):
            break
    return days
