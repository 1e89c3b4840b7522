"""Steps: the commitments that are tied to what they repair."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from repairlog.kinds.commitments import Commitment
from repairlog.kinds.moments import Project, Update
from repairlog.readings.course import course
from repairlog.readings.moments import Said, in_order, spoken
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record
from repairlog.readings.standing import Standing, reckon


@dataclass(frozen=True, slots=True)
class Step:
    """One step: whose it is, what and by when, and how it stands.

    ``standing`` is that of a commitment; "proposed" while it waits for the other's assent,
    "declined" once they said no. ``done`` is the day of its delivery. ``updates`` are what was
    told of it unasked.
    """

    uid: str
    ref: str
    who: str
    text: str
    standing: str
    start: date
    by: date | None = None
    done: date | None = None
    erased: bool = False
    once: bool = True
    updates: tuple[Said, ...] = ()

    @property
    def open(self) -> bool:
        """Whether something is still to be done about it."""
        return self.standing in ("open", "overdue", "proposed", "active", "paused")

    @property
    def moves(self) -> bool:
        """Whether it was done, or still can be: neither declined, released nor owned as missed."""
        return self.open or self.done is not None or self.standing == "ended"


def repairs(record: Record, item: Item) -> Item | None:
    """What the commitment ``item`` repairs: a crossing or its boundary, a trigger, a miss, an
    apology, a setback. A commitment tied to a joint project repairs nothing."""
    return None if project_of(record, item) else record.get(item.about)


def project_of(record: Record, item: Item) -> Item | None:
    """The joint project that the commitment ``item`` is a step of."""
    above = record.get(item.about)
    return above if above and isinstance(above.body, Project) else None


def steps(record: Record, uid: str, settings: Settings, now: datetime) -> tuple[Step, ...]:
    """The commitments about this entry, in the order of writing."""
    tied = record.about(uid, Commitment)
    return tuple(step_of(record, item, settings, now) for item in tied)


def step_of(record: Record, item: Item, settings: Settings, now: datetime) -> Step:
    """One commitment as a step."""
    standing = reckon(course(record, item, settings), now)
    told = in_order(record.about(item.uid, Update))
    return _step(standing, tuple(spoken(record, one) for one in told))


def _step(standing: Standing, updates: tuple[Said, ...]) -> Step:
    course = standing.course
    return Step(
        uid=course.item.uid,
        ref=course.item.ref,
        who=course.who,
        text=course.text,
        standing=standing.standing,
        start=course.first,
        by=course.terms.by,
        done=standing.done.day if standing.done else None,
        erased=course.item.erased,
        once=course.once,
        updates=updates,
    )
