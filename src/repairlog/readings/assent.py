"""Consent: from when a proposal binds, and who said no to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from repairlog.readings.record import Item, Record, Written


@dataclass(frozen=True, slots=True)
class Bound:
    """From when a proposal binds: the local moment and its day, its place in the order of writing,
    and the other person's assent (None: it stands as its writer's own, there being no second
    person)."""

    at: datetime
    day: date
    order: Written
    assent: Item | None = None

    @property
    def written(self) -> datetime:
        return self.order[0]

    @property
    def agreed_on(self) -> date | None:
        """The day of the other person's yes."""
        return self.assent.day if self.assent else None


def bound(record: Record, proposal: Item, partner_since: Written | None) -> Bound | None:
    """From when the proposal binds, or None while it waits or after it was declined.

    One written before there was a partner stands at once. An amendment of the proposal voids the
    assents that came before it (DESIGN 4, `amend`).
    """
    from repairlog.kinds.assent import Assent

    assent = next((i for i in record.about(proposal.uid, Assent) if _holds(proposal, i)), None)
    if partner_since is None or proposal.order < partner_since:
        return at_once(proposal, assent)
    return at_once(assent, assent) if assent else None


def at_once(item: Item, assent: Item | None = None) -> Bound:
    """What binds from the moment of this item."""
    return Bound(item.at or item.written, item.day, item.order, assent)


def declined(record: Record, proposal: Item) -> Item | None:
    """The other person's no, if it was said."""
    from repairlog.kinds.assent import Decline

    return next((i for i in record.about(proposal.uid, Decline) if i.by != proposal.by), None)


def _holds(proposal: Item, assent: Item) -> bool:
    """Whether it is the other's yes, and to the words as they are now."""
    amended = proposal.amended_at
    void = amended is not None and (amended, proposal.amended_by) > assent.order
    return assent.by != proposal.by and not void
