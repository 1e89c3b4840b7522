"""What closes each thread that is no commitment: an answer, an assent, a repair, a settling."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from repairlog.kinds.assent import Adoption, Proposal
from repairlog.kinds.boundaries import Boundary, Crossing, Repaired, Retirement, Revision
from repairlog.kinds.milestones import Celebration, Milestone
from repairlog.kinds.moments import Answer, Moment
from repairlog.kinds.pace import Hold, Slow
from repairlog.kinds.triggers import Meaning, Settling, Trigger
from repairlog.readings.assent import bound, declined
from repairlog.readings.course import held
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record
from repairlog.readings.threads import first_written

DAY = timedelta(days=1)


def closed_by(record: Record, item: Item, settings: Settings) -> date | None:
    """The first day on which the thread is open no more, as `threads.closed_on` has it."""
    match item.body:
        case Proposal():
            agreed = bound(record, item, settings.partner_since)
            no = declined(record, item)
            return _later(item, agreed.written if agreed else None, no.written if no else None)
        case Hold(until=until) | Slow(until=until):
            return min(until, held(record, item).last) + DAY
        case Boundary():
            return _retired(record, item, settings)
        case Crossing():
            return first_written(record.about(item.uid, Repaired))
        case Trigger():
            return _trigger(record, item, settings)
        case Milestone():
            return first_written(record.about(item.uid, Celebration))
        case Moment():
            answers = record.about(item.uid, Answer)
            return first_written([a for a in answers if settings.alone or a.by != item.by])
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
    since = settings.partner_since
    return any(bound(record, p, since) for p in record.about(item.uid, Adoption, Revision))


def _retired(record: Record, item: Item, settings: Settings) -> date | None:
    proposal = retirement(record, item, settings)
    if proposal is None:
        return None
    agreed = bound(record, proposal, settings.partner_since)
    return (agreed.written if agreed else proposal.written).date()


def _trigger(record: Record, item: Item, settings: Settings) -> date | None:
    settled = first_written(record.about(item.uid, Settling))
    meant = first_written(record.about(item.uid, Meaning))
    if settings.alone:
        return settled
    return max(settled, meant) if settled and meant else None


def _later(item: Item, *moments: datetime | None) -> date | None:
    known = [moment for moment in moments if moment]
    return max(max(known).date(), item.day) if known else None
