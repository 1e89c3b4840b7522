"""What changed a promise after it was made: consent to it, new terms, pauses, a release."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from repairlog.dates import Span
from repairlog.kinds.assent import Adoption
from repairlog.kinds.changes import Ease, Release, Renegotiation
from repairlog.kinds.commitments import Commitment
from repairlog.kinds.pace import Hold, Lift, Slow
from repairlog.readings.assent import Bound, bound, declined
from repairlog.readings.course import Changes
from repairlog.readings.record import Item, Record


def changes(record: Record, item: Item, since: datetime | None) -> Changes:
    """All that changed the commitment; ``since`` is when the second person joined."""
    made = _made(record, item, since)
    return Changes(
        made=made,
        terms=tuple(_renegotiated(record, item, since)),
        pauses=tuple(_pauses(record, item, since)),
        released=_released(record, item, since),
        declined=None if made else _declined(record, item),
    )


def _made(record: Record, item: Item, since: datetime | None) -> Bound | None:
    body = item.body
    assert isinstance(body, Commitment)
    proposals = record.about(item.uid, Adoption)
    if body.who in (None, item.by) or not proposals:
        return Bound(item.at or item.written, item.day, item.written)
    return bound(record, proposals[0], since)


def _declined(record: Record, item: Item) -> Item | None:
    answers = (declined(record, proposal) for proposal in record.about(item.uid, Adoption))
    return next((no for no in answers if no), None)


def _renegotiated(
    record: Record, item: Item, since: datetime | None
) -> list[tuple[Bound, Renegotiation]]:
    found = []
    for proposal in record.about(item.uid, Renegotiation):
        agreed = bound(record, proposal, since)
        if agreed and isinstance(proposal.body, Renegotiation):
            found.append((agreed, proposal.body))
    return sorted(found, key=lambda pair: pair[0].written)


def _released(record: Record, item: Item, since: datetime | None) -> Bound | None:
    bounds = [bound(record, proposal, since) for proposal in record.about(item.uid, Release)]
    return next((agreed for agreed in bounds if agreed), None)


def _pauses(record: Record, item: Item, since: datetime | None) -> Iterator[Span]:
    for proposal in record.about(item.uid, Ease):
        if isinstance(proposal.body, Ease) and bound(record, proposal, since):
            yield Span(proposal.body.start, proposal.body.until)
    for hold in record.of(Hold):
        if isinstance(hold.body, Hold) and (not hold.body.of or item.uid in hold.body.of):
            yield held(record, hold)


def held(record: Record, pace: Item) -> Span:
    """The days of a hold or a slow pace; one that was lifted covers the day of its lifting."""
    assert isinstance(pace.body, Hold | Slow)
    lifted = [lift.day for lift in record.about(pace.uid, Lift)]
    return Span(pace.day, min([pace.body.until, *lifted]))
