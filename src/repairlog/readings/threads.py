"""Threads: things that stay open until something closes them, and the day on which it did.

What this says is kept beside the entries as a cache, so that a reading of what is open needs to
look at nothing else. `doctor` compares the two.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from repairlog.kinds.assent import Proposal
from repairlog.kinds.boundaries import Boundary, Crossing, Repaired, Retirement
from repairlog.kinds.commitments import Commitment
from repairlog.kinds.milestones import Celebration, Milestone
from repairlog.kinds.moments import Answer, Moment
from repairlog.kinds.pace import Hold, Slow
from repairlog.kinds.triggers import Meaning, Settling, Trigger
from repairlog.readings.assent import bound, declined
from repairlog.readings.course import course, held
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record
from repairlog.readings.standing import reckon_once

DAY = timedelta(days=1)


def closed_on(record: Record, item: Item, settings: Settings, now: datetime) -> date | None:
    """The first day on which the thread is open no more, or None while nothing closes it.

    It may lie ahead (a commitment with a last day). It is never before the day on which the
    closing was written, so that readings as of an earlier moment still find the thread.
    """
    match item.body:
        case Commitment():
            return _commitment(record, item, settings, now)
        case Proposal():
            agreed = bound(record, item, settings.partner_since)
            no = declined(record, item)
            return _later(item, agreed.written if agreed else None, no.written if no else None)
        case Hold(until=until) | Slow(until=until):
            return min(until, held(record, item).last) + DAY
        case Boundary():
            return _retired(record, item, settings)
        case Crossing():
            return _written(record.about(item.uid, Repaired))
        case Trigger():
            return _trigger(record, item, settings)
        case Milestone():
            return _written(record.about(item.uid, Celebration))
        case Moment():
            answers = record.about(item.uid, Answer)
            return _written([a for a in answers if settings.alone or a.by != item.by])
    return None


def retirement(record: Record, boundary: Item, settings: Settings) -> Item | None:
    """What retired a boundary: a proposal that both agreed to, or its author's own word while
    the boundary was not agreed."""
    for proposal in record.about(boundary.uid, Retirement):
        if bound(record, proposal, settings.partner_since):
            return proposal
        if proposal.by == boundary.by and not adopted(record, boundary, settings):
            return proposal
    return None


def adopted(record: Record, item: Item, settings: Settings) -> bool:
    """Whether both agreed to the thing, in whatever version (alone: whether it stands)."""
    from repairlog.kinds.assent import Adoption
    from repairlog.kinds.boundaries import Revision

    since = settings.partner_since
    return any(bound(record, p, since) for p in record.about(item.uid, Adoption, Revision))


def _commitment(record: Record, item: Item, settings: Settings, now: datetime) -> date | None:
    path = course(record, item, settings)
    if path.released:
        return max(path.released.day, path.released.written.date()) + DAY
    if not path.once:
        return path.terms.until + DAY if path.terms.until else None
    standing = reckon_once(path, now)
    if standing.done:
        return max(standing.done.day, standing.done.written.date())
    return _written(list(path.misses)) if standing.standing == "owned" else None


def _retired(record: Record, item: Item, settings: Settings) -> date | None:
    proposal = retirement(record, item, settings)
    if proposal is None:
        return None
    agreed = bound(record, proposal, settings.partner_since)
    return (agreed.written if agreed else proposal.written).date()


def _trigger(record: Record, item: Item, settings: Settings) -> date | None:
    settled = _written(record.about(item.uid, Settling))
    meant = _written(record.about(item.uid, Meaning))
    if settings.alone:
        return settled
    return max(settled, meant) if settled and meant else None


def _written(closing: list[Item]) -> date | None:
    return closing[0].written.date() if closing else None


def _later(item: Item, *moments: datetime | None) -> date | None:
    known = [moment for moment in moments if moment]
    return max(max(known).date(), item.day) if known else None
