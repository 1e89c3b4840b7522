"""What still waits for the other person's answer, and what needs none any more."""

from __future__ import annotations

from repairlog.kinds.assent import Adoption
from repairlog.kinds.body import Proposal
from repairlog.kinds.boundaries import Boundary, Pattern, Retirement, Revision
from repairlog.readings.assent import bound, declined
from repairlog.readings.record import Item, Record, Written

LASTING = (Adoption, Revision, Pattern)
"""What is to bind both for as long as it stands. Written while there was one person, it stands as
that person's own, and still looks for the other's yes once they join (DESIGN 2, "Who writes")."""


def waiting(record: Record, partner_since: Written | None) -> list[Item]:
    """The proposals that nobody has answered."""
    return [item for item in record.of(Proposal) if waits(record, item, partner_since)]


def waits(record: Record, proposal: Item, partner_since: Written | None) -> bool:
    """Whether the proposal still looks for an answer. The record holds what it is about."""
    if partner_since is None or declined(record, proposal):
        return False
    stands = bound(record, proposal, partner_since)
    if stands and (stands.assent or not isinstance(proposal.body, LASTING)):
        return False
    return not overtaken(record, proposal, partner_since)


def overtaken(record: Record, proposal: Item, partner_since: Written | None) -> bool:
    """Whether there is nothing left to answer: the boundary that it is about was retired, or
    reads otherwise by now."""
    boundary = record.get(proposal.about)
    if boundary is None or not isinstance(boundary.body, Boundary):
        return False
    if retirement(record, boundary, partner_since):
        return True
    match proposal.body:
        case Revision() if bound(record, proposal, partner_since) is None:
            return False
        case Adoption() | Revision():
            later = [r for r in record.about(boundary.uid, Revision) if r.uid > proposal.uid]
            return any(bound(record, revision, partner_since) for revision in later)
    return False


def adopted(record: Record, thing: Item, partner_since: Written | None) -> bool:
    """Whether both agreed to the thing, in whatever version."""
    proposals = record.about(thing.uid, Adoption, Revision)
    bounds = [bound(record, proposal, partner_since) for proposal in proposals]
    return any(agreed.assent for agreed in bounds if agreed)


def retirement(record: Record, boundary: Item, partner_since: Written | None) -> Item | None:
    """What retired a boundary: a proposal that both agreed to, or its author's own word while
    the boundary was not agreed."""
    for proposal in record.about(boundary.uid, Retirement):
        if bound(record, proposal, partner_since):
            return proposal
        if proposal.by == boundary.by and not adopted(record, boundary, partner_since):
            return proposal
    return None
