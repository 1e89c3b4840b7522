"""The versions of a plan: what was promised before any setback, and what each setback opened.

The record holds each setback with all about it and about that, and what it is about up to the top,
with all about that.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from repairlog.kinds.assent import Adoption
from repairlog.kinds.boundaries import Boundary, Crossing
from repairlog.kinds.commitments import Commitment, Delivery, Miss, in_part
from repairlog.kinds.repair import Apology, Setback
from repairlog.readings.assent import bound, declined
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record
from repairlog.readings.steps import Step, step_of
from repairlog.readings.waiting import asks


@dataclass(frozen=True, slots=True)
class Plan:
    """One version of a plan. The first one is what was promised before any setback (a boundary is
    no plan, so its setbacks' plans are all that there are); each setback opens the next. ``ref``
    is the setback's, or that of what the plan was made for.

    ``state``: "agreed" (on the day ``agreed``), "own" (it stands as its writer's), "declined", or
    "waits" for the answer of ``asks`` to ``proposal``. ``done`` counts what was done of it: a later
    version takes nothing of that away.
    """

    number: int
    ref: str
    by: str
    day: date
    text: str | None
    steps: tuple[Step, ...]
    done: int
    state: str = "own"
    agreed: date | None = None
    proposal: str | None = None
    asks: str | None = None


def root_of(record: Record, item: Item) -> Item:
    """The thing whose plan it is: what a setback is about, up through earlier setbacks, the plans
    and apologies that they are about; of a miss its promise, of a crossing its boundary."""
    above = record.get(item.about)
    while above is not None:
        match item.body:
            case Setback() | Miss() | Crossing():
                item = above
            case Commitment() if isinstance(above.body, Setback | Apology):
                item = above
            case _:
                return item
        above = record.get(item.about)
    return item


def plans(record: Record, root: Item, settings: Settings, now: datetime) -> tuple[Plan, ...]:
    """Every version of the plan of a root (see `root_of`), the first one first; none where no
    setback was ever written about it."""
    opened = [one for one in record.of(Setback) if root_of(record, one).uid == root.uid]
    if not opened:
        return ()
    first = [] if isinstance(root.body, Setback | Boundary) else _as_first(record, root)
    made = [_plan(record, root, first, settings, now)] if first else []
    made += [_plan(record, one, _tied(record, one), settings, now) for one in opened]
    return tuple(replace(plan, number=number) for number, plan in enumerate(made, 1))


def plan_of(record: Record, item: Item, settings: Settings, now: datetime) -> Plan | None:
    """The version of the plan that a setback opened."""
    versions = plans(record, root_of(record, item), settings, now)
    return next((plan for plan in versions if plan.ref == item.ref), None)


def _tied(record: Record, item: Item) -> list[Item]:
    return record.about(item.uid, Commitment)


def _as_first(record: Record, root: Item) -> list[Item]:
    """What was promised before the first setback: the promise itself, or what repairs the thing."""
    if isinstance(root.body, Commitment):
        return [root]
    return _tied(record, root)


def _plan(
    record: Record, item: Item, promised: list[Item], settings: Settings, now: datetime
) -> Plan:
    asked = [p for one in promised for p in record.about(one.uid, Adoption)]
    proposal = asked[-1] if asked else None  # one that was declined may be followed by another
    stands = bound(record, proposal, settings.partner_since) if proposal else None
    asked_of = asks(record, proposal, settings) if proposal else None
    state = "agreed" if stands and stands.assent else "own"
    if proposal and not stands:
        state = "declined" if declined(record, proposal) else "waits"
    return Plan(
        number=0,
        ref=item.ref,
        by=item.by,
        day=item.day,
        text=_words(item),
        steps=tuple(step_of(record, one, settings, now) for one in promised),
        done=sum(_deeds(record, one) for one in promised),
        state=state,
        agreed=stands.agreed_on if stands else None,
        proposal=proposal.ref if proposal and asked_of else None,
        asks=asked_of,
    )


def _words(item: Item) -> str | None:
    return None if item.erased else getattr(item.body, "text", None)


def _deeds(record: Record, promise: Item) -> int:
    return sum(not in_part(one.body) for one in record.about(promise.uid, Delivery))
