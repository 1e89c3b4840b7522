"""Threads: things that stay open until something closes them, and the day on which it did.

What this says is kept beside the entries as a cache, so that a reading of what is open needs to
look at nothing else. `doctor` compares the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from repairlog.kinds.commitments import Commitment
from repairlog.readings.course import course
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record
from repairlog.readings.standing import reckon_once

DAY = timedelta(days=1)


def closed_on(record: Record, item: Item, settings: Settings, now: datetime) -> date | None:
    """The first day on which the thread is open no more, or None while nothing closes it.

    It may lie ahead (a commitment with a last day). It is never before the day on which the
    closing was written, so that readings as of an earlier moment still find the thread.
    """
    if isinstance(item.body, Commitment):
        return _commitment(record, item, settings, now)
    from repairlog.readings.closing import closed_by  # its kinds are not a quick entry's

    return closed_by(record, item, settings, now)


def _commitment(record: Record, item: Item, settings: Settings, now: datetime) -> date | None:
    path = course(record, item, settings)
    if path.released:
        return max(path.released.day, path.released.written.date()) + DAY
    if path.declined:
        return path.declined.written.date()
    if not path.once:
        return path.terms.until + DAY if path.terms.until else None
    standing = reckon_once(path, now)
    if standing.done:
        return max(standing.done.day, standing.done.written.date())
    return first_written(path.misses) if standing.standing == "owned" else None


def first_written(closing: Sequence[Item]) -> date | None:
    """The day on which the first of these was written."""
    return closing[0].written.date() if closing else None
