"""What the timeline tells: each thing reached, agreed, crossed, repaired, eased or planned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from repairlog.kinds.agreement import Consent
from repairlog.kinds.boundaries import Crossing
from repairlog.kinds.changes import Ease, Release, Renegotiation
from repairlog.kinds.commitments import Commitment, Terms
from repairlog.kinds.conversations import Summary
from repairlog.kinds.pace import Hold, Slow
from repairlog.kinds.repair import Apology, Disclosure, Setback
from repairlog.readings.agreed_words import short
from repairlog.readings.agreement import versions
from repairlog.readings.assent import bound
from repairlog.readings.boundaries import BoundaryReport, CrossingReport, Version, boundaries
from repairlog.readings.changes import held
from repairlog.readings.course import Course, course
from repairlog.readings.milestones import MilestoneReport, milestones
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record
from repairlog.readings.repair import Owned, disclosure, owned
from repairlog.readings.standing import reckon_once
from repairlog.readings.steps import repairs
from repairlog.readings.versions import Course as VersionCourse
from repairlog.readings.versions import courses


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, or is planned.

    ``sort``, of milestones: "proposed", "planned", "reached", "celebrated", "hoped" (still to
    come); of boundaries: "named", "agreed", "revised", "pattern" (what keeps happening has a name,
    its ``note``), "retired", "crossed", "steps" (all done after a crossing), "repaired", "revisit";
    of promises: "renegotiated", "released", "eased",
    "mended" (a repair was done), "mending" (one is due); of the pace: "hold", "slow"; of consent
    (whose ``text`` is what it is to, "export" or "growth"): "consented", "withdrew"; of a rule, a
    response or a cadence: "adopted" by both, "own" where it stands as its writer's, "reworded",
    "ended", and of these and of boundaries "renewed"; "again" is when it is looked at again; of a
    talk or a trigger "shared": both agreed to a summary of it, which is its ``note``.

    ``day`` is None for what is planned without one. ``text`` is what it is called, in a person's
    words (None: they were erased). ``note`` is why, or what was said; of a repair what it repairs.
    ``number`` counts a crossing's steps, or is the version of a revision, of a setback's plan.
    """

    day: date | None
    sort: str
    ref: str
    text: str | None = None
    by: str | None = None
    note: str | None = None
    number: int = 0
    until: date | None = None
    terms: Terms | None = None


def events(record: Record, settings: Settings, now: datetime) -> Iterator[Event]:
    """Everything there is to tell, in no order; what is planned lies after today or has no day."""
    today = settings.calendar.day_of(now)
    for milestone in milestones(record, settings, now):
        yield from _of_milestone(milestone, today)
    for report in boundaries(record, settings, now):
        yield from _of_boundary(report, today)
    for thing in courses(record, settings.partner_since):
        yield from _of_agreed(record, thing, settings, now)
    for item in record.of(Commitment):
        yield from _of_commitment(record, item, settings, now)
    for item in record.of(Disclosure):
        yield from _of_disclosure(record, item, settings)
    for item in record.of(Apology, Setback):
        yield from _of_owned(owned(record, item, settings, now))
    for item in record.of(Summary):
        yield from _of_summary(record, item, settings)
    for item in record.of(Hold, Slow):
        yield from _of_pace(record, item)
    for item in record.of(Consent):
        if isinstance(item.body, Consent):
            sort = "consented" if item.body.given else "withdrew"
            why = None if item.erased else item.body.why
            yield Event(item.day, sort, item.ref, item.body.to, by=item.by, note=why)


def _of_summary(record: Record, item: Item, settings: Settings) -> Iterator[Event]:
    agreed, above = bound(record, item, settings.partner_since), record.get(item.about)
    if agreed and agreed.assent and above and isinstance(item.body, Summary):
        topic = getattr(above.body, "text", "") or None
        yield Event(agreed.assent.day, "shared", above.ref, topic, note=item.body.text or None)


def _of_milestone(report: MilestoneReport, today: date) -> Iterator[Event]:
    text = report.text or None
    counted = report.condition if report.condition and report.condition.of_promise else None
    subject = counted.subject if counted else None
    done = report.celebrated.day if report.celebrated else None
    yield Event(
        report.agreed or report.day,
        "planned" if report.agreed else "proposed",
        report.ref,
        text,
        by=report.by,
        until=report.planned,
    )
    if report.reached and report.reached != done:
        yield Event(report.reached, "reached", report.ref, text, note=subject)
    if report.celebrated:
        note = report.celebrated.text or None
        yield Event(done, "celebrated", report.ref, text, note=note)
    elif _hoped(report, today):
        yield Event(report.planned, "hoped", report.ref, text)


def _hoped(report: MilestoneReport, today: date) -> bool:
    """Whether it is still to come: on a day ahead, or whenever the record meets its condition."""
    if not report.agreed or report.reached:
        return False
    return report.planned > today if report.planned else report.condition is not None


def _of_boundary(report: BoundaryReport, today: date) -> Iterator[Event]:
    first = report.versions[0]
    name = _name(report)
    if report.agreed:
        first_agreed = next(v for v in report.versions if v.agreed_on == report.agreed)
        yield Event(report.agreed, "agreed", report.ref, _short(first_agreed), by=report.by)
    elif not report.draft:
        yield Event(report.day, "named", report.ref, name, by=report.by)
    for version in report.versions[1:]:
        if version.since != report.agreed or first.agreed:
            words = _short(version)
            yield Event(
                version.since, "revised", report.ref, words, note=version.why, number=version.number
            )
        if version.renewed:
            yield Event(version.renewed, "renewed", report.ref, name)
    if report.versions[0].renewed:
        yield Event(report.versions[0].renewed, "renewed", report.ref, name)
    for day, pattern in report.named:
        yield Event(day, "pattern", report.ref, name, note=pattern)
    if report.retired:
        yield Event(report.retired, "retired", report.ref, name)
    for crossing in report.crossings:
        yield from _of_crossing(report, crossing)
    revisit = report.version.revisit
    if revisit and revisit > today and not report.retired:
        yield Event(revisit, "revisit", report.ref, name)


def _of_agreed(
    record: Record, thing: VersionCourse, settings: Settings, now: datetime
) -> Iterator[Event]:
    for one, kept in zip(versions(record, thing, settings, now), thing.held, strict=True):
        text = None if one.erased else short(one.body)
        sort = "reworded" if one.number > 1 else "adopted" if one.agreed else "own"
        why = None if one.erased else one.body.why
        day = one.agreed_on if sort == "adopted" and one.agreed_on else one.since
        yield Event(day, sort, one.ref, text, by=one.by, note=why, number=one.number)
        for bound_then, _ in kept.renewed:
            yield Event(bound_then.day, "renewed", one.ref, text)
        if thing.ended and one.number == len(thing.held):
            over = thing.ending.body if thing.ending and not thing.ending.erased else None
            yield Event(thing.ended.day, "ended", one.ref, text, note=getattr(over, "why", None))
        elif not kept.until and one.revisit and not one.due:
            yield Event(one.revisit, "again", one.ref, text)


def _name(report: BoundaryReport) -> str | None:
    """What a boundary is called for short: its value, else its words."""
    return _short(report.version)


def _short(version: Version) -> str | None:
    return version.value or version.text or None


def _of_crossing(report: BoundaryReport, crossing: CrossingReport) -> Iterator[Event]:
    name, count = _name(report), len(crossing.steps)
    then = _short(crossing.crossed)
    yield Event(crossing.day, "crossed", report.ref, then, number=count)
    done = [step.done for step in crossing.steps if step.done]
    all_done = bool(done) and not crossing.open_steps
    if all_done and crossing.repaired != max(done):
        yield Event(max(done), "steps", report.ref, name, number=count)
    if crossing.repaired:
        yield Event(crossing.repaired, "repaired", report.ref, name, number=count)


def _of_commitment(
    record: Record, item: Item, settings: Settings, now: datetime
) -> Iterator[Event]:
    path = course(record, item, settings)
    text = path.text or None
    for proposal in record.about(item.uid, Renegotiation, Release, Ease):
        agreed = bound(record, proposal, settings.partner_since)
        if agreed is None:
            continue
        match proposal.body:
            case Renegotiation(why=why) as terms:
                yield Event(agreed.day, "renegotiated", item.ref, text, note=why, terms=terms)
            case Release(why=why):
                yield Event(agreed.day, "released", item.ref, text, note=why)
            case Ease(start=start, until=until, why=why):
                yield Event(start, "eased", item.ref, text, note=why, until=until)
    yield from _mended(record, path, settings, now)


def _mended(record: Record, path: Course, settings: Settings, now: datetime) -> Iterator[Event]:
    """A repair that was done, or is due; the steps after a crossing are told with it, and so is
    the repair that makes an apology complete."""
    item = path.item
    repaired = repairs(record, item)
    if repaired is None or isinstance(repaired.body, Crossing) or not path.once or not path.made:
        return
    standing = reckon_once(path, now)
    named = record.typed(repaired)
    if standing.done and standing.done.day == _completed(record, repaired, settings, now):
        return
    if standing.done:
        yield Event(standing.done.day, "mended", item.ref, path.text or None, note=named.ref)
    elif standing.standing == "open" and path.terms.by:
        yield Event(path.terms.by, "mending", item.ref, path.text or None, note=named.ref)


def _completed(record: Record, item: Item, settings: Settings, now: datetime) -> date | None:
    """The day on which an apology became complete, if it is one."""
    if not isinstance(item.body, Apology):
        return None
    return owned(record, item, settings, now).mended


def _of_disclosure(record: Record, item: Item, settings: Settings) -> Iterator[Event]:
    """One that the other has received."""
    report = disclosure(record, item, settings)
    if report.received:
        text = report.text or None
        yield Event(report.received.day, "received", report.ref, text, by=report.by)


def _of_owned(report: Owned) -> Iterator[Event]:
    """An apology from when it is complete; a setback, with the version of the plan it opened."""
    text = report.text or None
    if report.plan:
        number = report.plan.number
        yield Event(report.day, "setback", report.ref, text, by=report.by, number=number)
    elif report.mended:
        yield Event(report.mended, "complete", report.ref, text, by=report.by)


def _of_pace(record: Record, item: Item) -> Iterator[Event]:
    days = held(record, item)
    match item.body:
        case Hold(of=of, why=why):
            refs = ", ".join(found.ref for uid in of if (found := record.get(uid)))
            yield Event(days.first, "hold", item.ref, refs, by=item.by, note=why, until=days.last)
        case Slow(why=why):
            yield Event(days.first, "slow", item.ref, None, by=item.by, note=why, until=days.last)
