"""What still waits for the other person's answer, and what needs none any more."""

from __future__ import annotations

from repairlog.kinds.agreement import Cadence, Ending, Renewal, Response, Rule
from repairlog.kinds.assent import Adoption, Erasure
from repairlog.kinds.body import Proposal
from repairlog.kinds.boundaries import Boundary, Pattern, Retirement, Revision
from repairlog.kinds.changes import Ease, Release, Renegotiation
from repairlog.kinds.commitments import Commitment, Delivery, in_part
from repairlog.kinds.conversations import Summary
from repairlog.kinds.milestones import Celebration, Milestone
from repairlog.readings.assent import Bound, at_once, bound, declined
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record, Written
from repairlog.readings.versions import VERSIONED, course

LASTING = (Adoption, Revision, Pattern, Rule, Response, Cadence, Summary)
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
    return not _overtaken(record, proposal, partner_since)


def asks(record: Record, proposal: Item, settings: Settings) -> str | None:
    """Whose answer the proposal looks for; None where it looks for none."""
    return settings.other(proposal.by) if waits(record, proposal, settings.partner_since) else None


def _overtaken(record: Record, proposal: Item, partner_since: Written | None) -> bool:
    """Whether there is nothing left to answer: what it is about was retired or ended, or reads
    otherwise by now; or its words were erased."""
    if wordless(record, proposal):
        return True
    match proposal.body:
        case Renegotiation() | Release() | Ease():
            return _settled(record, proposal, partner_since)
        case Erasure():
            thing = record.get(proposal.about)
            return thing is not None and thing.erased
        case Adoption() if _over(record, proposal, partner_since):
            return True
    if boundary := _boundary_of(record, proposal):
        return _no_longer_so(record, boundary, proposal, partner_since)
    in_versions = isinstance(proposal.body, (*VERSIONED, Ending, Renewal))
    return in_versions and _outgrown(record, proposal, partner_since)


def _no_longer_so(
    record: Record, boundary: Item, proposal: Item, partner_since: Written | None
) -> bool:
    """Whether the boundary was retired, or reads otherwise than as the proposal has it."""
    if retirement(record, boundary, partner_since):
        return True
    match proposal.body:
        case Renewal():
            return _renewed_otherwise(record, boundary, proposal, partner_since)
        case Retirement():
            return _changed_since(record, boundary, proposal, partner_since)
        case Adoption() | Revision():
            later = [r for r in record.about(boundary.uid, Revision) if r.uid > proposal.uid]
            return any(bound(record, revision, partner_since) for revision in later)
    return False


def _over(record: Record, proposal: Item, partner_since: Written | None) -> bool:
    """Whether what was to bind both is over by now: a step that was let go, a milestone that was
    celebrated."""
    thing = record.get(proposal.about)
    match thing.body if thing else None:
        case Commitment() if thing:
            return _let_go(record, thing, partner_since)
        case Milestone() if thing:
            return bool(record.about(thing.uid, Celebration))
    return False


def wordless(record: Record, proposal: Item) -> bool:
    """Whether the words that a yes would be to were erased: those of the proposal, or of the thing
    that it would make both's."""
    if isinstance(proposal.body, Adoption):
        thing = record.get(proposal.about)
        return thing is not None and thing.erased
    return proposal.erased and isinstance(
        proposal.body, Rule | Response | Revision | Pattern | Summary
    )


def _settled(record: Record, proposal: Item, partner_since: Written | None) -> bool:
    """Whether the promise was released, done, or given later terms since they were agreed to."""
    promise = record.get(proposal.about)
    if promise is None or not isinstance(promise.body, Commitment):
        return False
    if _let_go(record, promise, partner_since):
        return True
    if not isinstance(proposal.body, Renegotiation):
        return False
    later = (one for one in record.about(promise.uid, Renegotiation) if one.uid > proposal.uid)
    if any(bound(record, one, partner_since) for one in later):
        return True
    deliveries = record.about(promise.uid, Delivery)
    return promise.body.once and any(not in_part(one.body) for one in deliveries)


def _let_go(record: Record, promise: Item, partner_since: Written | None) -> bool:
    releases = record.about(promise.uid, Release)
    return any(bound(record, one, partner_since) for one in releases)


def _changed_since(
    record: Record,
    boundary: Item,
    proposal: Item,
    partner_since: Written | None,
    until: Bound | None = None,
) -> bool:
    """Whether other words came to hold after the proposal was written (and before it bound)."""
    bounds = (bound(record, r, partner_since) for r in record.about(boundary.uid, Revision))
    later = [b.order for b in bounds if b and b.order > proposal.order]
    return any(until is None or order < until.order for order in later)


def _boundary_of(record: Record, proposal: Item) -> Item | None:
    """What the proposal is about, where that is a boundary; a renewal is about one version."""
    above = record.get(proposal.about)
    if above and isinstance(proposal.body, Renewal) and isinstance(above.body, Revision):
        above = record.get(above.about)
    return above if above and isinstance(above.body, Boundary) else None


def in_force(record: Record, boundary: Item, partner_since: Written | None) -> Item:
    """The version of a boundary that holds: the last revision to bind, else its own first words;
    while both agreed to none, its author's own last ones."""
    revisions = record.about(boundary.uid, Revision)
    bounds = [(stands.order, r) for r in revisions if (stands := bound(record, r, partner_since))]
    if bounds:
        return max(bounds, key=lambda pair: pair[0])[1]
    if adopted(record, boundary, partner_since):
        return boundary
    return next((r for r in reversed(revisions) if r.by == boundary.by), boundary)


def renewals(
    record: Record, boundary: Item, version: Item, partner_since: Written | None
) -> list[tuple[Bound, Item]]:
    """The renewals of a boundary's version that bind, the first one first. While the other never
    agreed to the boundary, its author's own word is enough."""
    own = not adopted(record, boundary, partner_since)
    found = []
    for one in record.about(version.uid, Renewal):
        stands = bound(record, one, partner_since)
        if stands is None and own and one.by == boundary.by:
            stands = at_once(one)
        if stands:
            found.append((stands, one))
    return sorted(found, key=lambda pair: pair[0].order)


def _renewed_otherwise(
    record: Record, boundary: Item, renewal: Item, partner_since: Written | None
) -> bool:
    version = in_force(record, boundary, partner_since)
    since = renewals(record, boundary, version, partner_since)
    return version.uid != renewal.about or any(one.uid >= renewal.uid for _, one in since)


def _outgrown(record: Record, proposal: Item, partner_since: Written | None) -> bool:
    """The same of what stands in versions."""
    thing = course(record, proposal, partner_since)
    holds = thing.current
    if holds is None:
        return thing.ended is not None or not isinstance(proposal.body, VERSIONED)
    if isinstance(proposal.body, VERSIONED):
        return holds.item.uid != proposal.uid and holds.item.uid > proposal.uid
    renewed = [item.uid for _, item in holds.renewed]
    return proposal.about != holds.item.uid or any(uid >= proposal.uid for uid in renewed)


def adopted(record: Record, thing: Item, partner_since: Written | None) -> bool:
    """Whether both agreed to the thing, in whatever version."""
    proposals = record.about(thing.uid, Adoption, Revision)
    bounds = [bound(record, proposal, partner_since) for proposal in proposals]
    return any(agreed.assent for agreed in bounds if agreed)


def retirement(record: Record, boundary: Item, partner_since: Written | None) -> Item | None:
    """What retired a boundary: a proposal that both agreed to, or its author's own word while
    the boundary was not agreed."""
    for proposal in record.about(boundary.uid, Retirement):
        stands = bound(record, proposal, partner_since)
        if stands and not _changed_since(record, boundary, proposal, partner_since, stands):
            return proposal
        if proposal.by == boundary.by and not adopted(record, boundary, partner_since):
            return proposal
    return None
