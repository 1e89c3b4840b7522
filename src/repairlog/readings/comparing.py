"""Two months side by side, where they can be compared: silence is not progress.

A month's triggers are those of both together, never one person's beside the other's. Two months
can be compared only where each person who logged one in either of them wrote something, of
whatever kind, on at least twenty days of each: who stopped writing may have been triggered all the
same. So a month without logging is compared with none, and one of two people who falls silent
keeps both from being compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from repairlog.dates import Calendar, Span
from repairlog.kinds.triggers import Trigger
from repairlog.readings.record import Record

LOGGED = 20
"""On so many days of a month somebody has to have written something."""

DAY = timedelta(days=1)


def month_before(calendar: Calendar, month: Span) -> Span:
    """The calendar month before this one."""
    return calendar.month_of(month.first - DAY)


def silent(record: Record, *months: Span) -> tuple[tuple[str, Span], ...]:
    """Who logged a trigger in one of these months and wrote too little in one of them to compare
    them: each with the first such month. None: they can be compared."""
    logging = sorted({t.by for t in record.of(Trigger) if any(t.day in m for m in months)})
    found = []
    for person in logging:
        sparse = (month for month in months if len(record.logged(person, month)) < LOGGED)
        if month := next(sparse, None):
            found.append((person, month))
    return tuple(found)


def fewer(record: Record, calendar: Calendar, since: date, today: date) -> Iterator[Span]:
    """The calendar months from the one of ``since`` on that are over and hold fewer triggers than
    the month before, compared or not."""
    days = [trigger.day for trigger in record.of(Trigger)]
    month = calendar.month_of(since)
    while month.last < today:
        before = month_before(calendar, month)
        if sum(day in month for day in days) < sum(day in before for day in days):
            yield month
        month = calendar.month_of(month.last + DAY)


def months_down(record: Record, since: date, calendar: Calendar, now: datetime) -> Iterator[Span]:
    """The calendar months with fewer triggers than the month before, where the two can be
    compared.

    A month counts from agreement on where its whole was still ahead then, or it was running.
    """
    for month in fewer(record, calendar, since, calendar.day_of(now)):
        if not silent(record, month_before(calendar, month), month):
            yield month
