"""Consent: from when a proposal binds, and what still waits for an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from repairlog.kinds.assent import Assent, Decline, Proposal
from repairlog.readings.record import Item, Record


@dataclass(frozen=True, slots=True)
class Bound:
    """From when a proposal binds: the local moment and its day, when that was written, and the
    assent (None: it stands as its writer's own, there being no second person)."""

    at: datetime
    day: date
    written: datetime
    assent: Item | None = None


def bound(record: Record, proposal: Item, partner_since: datetime | None) -> Bound | None:
    """From when the proposal binds, or None while it waits or after it was declined.

    One written before there was a partner stands at once. An amendment of the proposal voids the
    assents that came before it (DESIGN 4, `amend`).
    """
    if partner_since is None or proposal.written < partner_since:
        return Bound(proposal.at or proposal.written, proposal.day, proposal.written)
    for item in record.about(proposal.uid, Assent):
        if item.by != proposal.by and not _void(proposal, item):
            return Bound(item.at or item.written, item.day, item.written, item)
    return None


def declined(record: Record, proposal: Item) -> Item | None:
    """The other person's no, if it was said."""
    return next((i for i in record.about(proposal.uid, Decline) if i.by != proposal.by), None)


def waiting(record: Record, partner_since: datetime | None) -> list[Item]:
    """The proposals that nobody has answered."""
    return [
        item
        for item in record.of(Proposal)
        if bound(record, item, partner_since) is None and declined(record, item) is None
    ]


def _void(proposal: Item, assent: Item) -> bool:
    return proposal.amended_at is not None and proposal.amended_at > assent.written
