"""Joint projects: the steps that are tied to each, whoever's they are.

The record holds each project with all about it and about that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from repairlog.dates import Span
from repairlog.kinds.moments import Project
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record
from repairlog.readings.steps import Step, steps


@dataclass(frozen=True, slots=True)
class ProjectReport:
    """A joint project and its steps, in the order in which they were promised.

    ``missing`` is the person of whom it has no step yet, while it has some of the other's; None
    for one alone, and for a project without any step.
    """

    uid: str
    ref: str
    by: str
    day: date
    text: str
    erased: bool
    steps: tuple[Step, ...]
    missing: str | None

    @property
    def hint(self) -> str:
        """What would make it joint, said kindly; nothing where it is."""
        if self.missing is None:
            return ""
        whose = next(step.who for step in self.steps if step.who != self.missing)
        return f"So far its steps are {whose}'s; one of {self.missing}'s would make it joint."


def project(record: Record, item: Item, settings: Settings, now: datetime) -> ProjectReport:
    """A joint project as it stands."""
    assert isinstance(item.body, Project)
    known = steps(record, item.uid, settings, now)
    return ProjectReport(
        uid=item.uid,
        ref=item.ref,
        by=item.by,
        day=item.day,
        text=item.body.text,
        erased=item.erased,
        steps=known,
        missing=_missing(known, settings),
    )


def _missing(known: tuple[Step, ...], settings: Settings) -> str | None:
    """A step that was declined or released, or not kept, makes nothing joint."""
    people = {step.who for step in known if step.moves}
    absent = [person for person in settings.people if person not in people]
    return absent[0] if people and len(absent) == 1 and not settings.alone else None


def projects_of_week(
    record: Record, settings: Settings, now: datetime, week: Span
) -> tuple[ProjectReport, ...]:
    """The projects that are under way: a step of them is open, or was done in the week, or they
    were begun in it."""
    known = [project(record, item, settings, now) for item in record.of(Project)]
    return tuple(one for one in known if _here(one, week))


def _here(one: ProjectReport, week: Span) -> bool:
    if one.day > week.last:
        return False
    under_way = any(step.open or (step.done and step.done in week) for step in one.steps)
    return under_way or (one.day in week and bool(one.steps))
