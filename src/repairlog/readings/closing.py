"""What closes each thread that is no commitment: an answer, an assent, a repair, a settling."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from repairlog.kinds.body import Proposal
from repairlog.kinds.boundaries import Boundary, Crossing
from repairlog.kinds.conversations import Talk
from repairlog.kinds.milestones import Celebration, Milestone
from repairlog.kinds.moments import Moment
from repairlog.kinds.pace import Hold, Slow
from repairlog.kinds.repair import Apology, Disclosure, Setback
from repairlog.kinds.triggers import Meaning, Settling, Trigger
from repairlog.readings import repair
from repairlog.readings.assent import bound, declined
from repairlog.readings.boundaries import repairing
from repairlog.readings.changes import held
from repairlog.readings.conversations import settled_on
from repairlog.readings.moments import clearing
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record
from repairlog.readings.threads import first_written
from repairlog.readings.triggers import meant_by
from repairlog.readings.waiting import LASTING, retirement

DAY = timedelta(days=1)


def closed_by(record: Record, item: Item, settings: Settings, now: datetime) -> date | None:
    """The first day on which the thread is open no more, as `threads.closed_on` has it."""
    match item.body:
        case Proposal():
            return _proposal(record, item, settings)
        case Hold(until=until) | Slow(until=until):
            return min(until, held(record, item).last) + DAY
        case Boundary():
            return _retired(record, item, settings)
        case Crossing():
            repaired = repairing(record, item, settings, now)
            return first_written([repaired] if repaired else [])
        case Trigger():
            return _trigger(record, item, settings)
        case Milestone():
            return first_written(record.about(item.uid, Celebration))
        case Disclosure():
            return _received(record, item, settings)
        case Apology() | Setback():
            return repair.closed(record, item, settings, now)
        case Moment():
            return first_written(clearing(record, item, settings))
        case Talk():
            return settled_on(record, item, settings)
    return None


def _proposal(record: Record, item: Item, settings: Settings) -> date | None:
    """Answered; or alone at once, unless it is to look for the other's yes when they join."""
    if no := declined(record, item):
        return _later(item, no.written)
    stands = bound(record, item, settings.partner_since)
    if stands is None:
        return None
    if stands.assent:
        return _later(item, stands.assent.written)
    joined = not settings.alone and isinstance(item.body, LASTING)
    return None if joined else _later(item, stands.written)


def _retired(record: Record, item: Item, settings: Settings) -> date | None:
    proposal = retirement(record, item, settings.partner_since)
    if proposal is None:
        return None
    agreed = bound(record, proposal, settings.partner_since)
    return (agreed.written if agreed else proposal.written).date()


def _received(record: Record, item: Item, settings: Settings) -> date | None:
    """Received by the other; alone there is nobody to receive it, and it waits for no one."""
    if settings.alone:
        return _later(item, item.written)
    return first_written(repair.receipts(record, item))


def _trigger(record: Record, item: Item, settings: Settings) -> date | None:
    settled = first_written(record.about(item.uid, Settling))
    meant = first_written(record.about(item.uid, Meaning))
    if meant is None and meant_by(item, settings) is None:
        return settled
    return max(settled, meant) if settled and meant else None


def _later(item: Item, moment: datetime) -> date:
    return max(moment.date(), item.day)
