"""Steps: the commitments that are tied to what they repair."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from repairlog.kinds.commitments import Commitment
from repairlog.readings.course import course
from repairlog.readings.people import Settings
from repairlog.readings.record import Record
from repairlog.readings.standing import Standing, reckon


@dataclass(frozen=True, slots=True)
class Step:
    """One step: whose it is, what and by when, and how it stands.

    ``standing`` is that of a commitment; "proposed" while it waits for the assent of the person
    it would bind, "declined" once they said no. ``done`` is the day of its delivery.
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

    @property
    def open(self) -> bool:
        """Whether something is still to be done about it."""
        return self.standing in ("open", "overdue", "proposed", "active", "paused")


def steps(record: Record, uid: str, settings: Settings, now: datetime) -> tuple[Step, ...]:
    """The commitments about this entry, in the order of writing."""
    tied = record.about(uid, Commitment)
    return tuple(_step(reckon(course(record, item, settings), now)) for item in tied)


def _step(standing: Standing) -> Step:
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
    )
