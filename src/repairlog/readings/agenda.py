"""The questions of a review, in the order of DESIGN 5; each one is for one person, by name.

They follow from the report alone: what is answered is no longer asked, so a review that was
broken off goes on where it stopped. What was put and left for later is known by its key; which
of them are put first says `readings.putting`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from repairlog.dates import Span
from repairlog.kinds.assent import Adoption
from repairlog.kinds.boundaries import Pattern
from repairlog.readings.boundaries import BoundaryReport, CrossingReport
from repairlog.readings.challenges import Challenge
from repairlog.readings.consent import Word
from repairlog.readings.conversations import Round
from repairlog.readings.in_force import Term
from repairlog.readings.milestones import MilestoneReport
from repairlog.readings.promised import Promise
from repairlog.readings.repair import DisclosureReport, Owned, Silent
from repairlog.readings.review import ReviewReport, Waiting
from repairlog.readings.standing import Occurrence
from repairlog.readings.triggers import TriggerReport


@dataclass(frozen=True, slots=True)
class Question:
    """A question put to a person. ``key`` is its name within the week."""

    key: str
    person: str


@dataclass(frozen=True, slots=True)
class HowWasIt(Question):
    """Their weekly check-in."""


@dataclass(frozen=True, slots=True)
class WentRight(Question):
    """What went right, and what of the other's doing meant something; as much as there is."""


@dataclass(frozen=True, slots=True)
class Unsettled(Question):
    """What became of a promise: the occurrences of which nothing was said (none: made once)."""

    promise: Promise
    occurrences: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class ToAnswer(Question):
    """A doubt, a need, something misread, or what the other's check-in calls challenging."""

    challenge: Challenge


@dataclass(frozen=True, slots=True)
class ToPlan(Question):
    """An owned miss without a plan; one is asked for once for all the misses of a promise."""

    challenge: Challenge


@dataclass(frozen=True, slots=True)
class IsMeantSo(Question):
    """What the other heard of them: as they meant it, or not quite."""

    round: Round


@dataclass(frozen=True, slots=True)
class WhatIsHeard(Question):
    """What they heard was put right: they say again what they hear."""

    round: Round


@dataclass(frozen=True, slots=True)
class ToReceive(Question):
    """Something told unasked, of which the other has not said that they have it."""

    disclosure: DisclosureReport


@dataclass(frozen=True, slots=True)
class ToRepair(Question):
    """An apology or a setback without a repair that is open or done."""

    owned: Owned


@dataclass(frozen=True, slots=True)
class HowFar(Question):
    """A repair of which nothing was said for a week."""

    silent: Silent


@dataclass(frozen=True, slots=True)
class HowWasBoundary(Question):
    """A boundary of which nothing was said this week."""

    boundary: BoundaryReport


@dataclass(frozen=True, slots=True)
class ToMend(Question):
    """A crossing without a step to put it right."""

    boundary: BoundaryReport
    crossing: CrossingReport


@dataclass(frozen=True, slots=True)
class IsRepaired(Question):
    """A crossing whose steps are all done."""

    boundary: BoundaryReport
    crossing: CrossingReport


@dataclass(frozen=True, slots=True)
class WhatWasMeant(Question):
    """A trigger whose meaning is not said yet."""

    trigger: TriggerReport


@dataclass(frozen=True, slots=True)
class HasSettled(Question):
    """A trigger that has not settled."""

    trigger: TriggerReport


@dataclass(frozen=True, slots=True)
class ToCelebrate(Question):
    """A milestone that was reached, or whose day has come."""

    milestone: MilestoneReport


@dataclass(frozen=True, slots=True)
class StillFits(Question):
    """A part of the agreement that is due to be looked at again: a boundary, a ground rule, a
    response, a cadence; or a boundary that was crossed again within some weeks."""

    term: Term


@dataclass(frozen=True, slots=True)
class GoesOn(Question):
    """Whether the person goes on together with the other: asked for where the agreement is
    revisited, of each for themselves."""

    word: Word


@dataclass(frozen=True, slots=True)
class ToAgree(Question):
    """A proposal that waits."""

    waiting: Waiting


@dataclass(frozen=True, slots=True)
class NextWeek(Question):
    """Promises for the week to come, or one thing that would help."""


def agenda(report: ReviewReport) -> tuple[Question, ...]:
    """What is still to be asked, those left for later among it."""
    return (
        *_each(report),
        *_promises(report),
        *_challenges(report),
        *_conversations(report),
        *_repairs(report),
        *_boundaries(report),
        *_triggers(report),
        *_milestones(report),
        *_agreement(report),
        *_ahead(report),
    )


def one_by_one(question: Unsettled) -> tuple[Unsettled, ...]:
    """A question for each of the occurrences."""
    return tuple(
        replace(question, key=key_of(question, occurrence), occurrences=(occurrence,))
        for occurrence in question.occurrences
    )


def key_of(question: Unsettled, occurrence: Occurrence) -> str:
    """The key of the question about one of its occurrences."""
    return f"{question.key}:{occurrence.day}"


def _each(report: ReviewReport) -> Iterator[Question]:
    week = report.checkins
    weekly = [held for held in week.held if held.cadence == "weekly"]
    held = {one.who for one in weekly if one.count} - week.broken_off
    eased = {one.who for one in weekly if "eased" in one.cells}
    everything = any(pace.kind == "hold" and not pace.refs for pace in report.paces)
    for person in () if everything else report.people:
        if person not in held | eased:
            yield HowWasIt(f"checkin:{person}", person)
    for person in report.people:
        yield WentRight(f"right:{person}", person)


def _promises(report: ReviewReport) -> Iterator[Question]:
    for promise in report.promises:
        key, who = f"promise:{promise.ref}", promise.who
        before = tuple(promise.unsaid)
        found = _unsettled(promise, report)
        if found or _once_unsettled(promise, report):
            yield Unsettled(key, who, promise, found)
        if before:
            yield Unsettled(f"{key}:before", who, promise, before)


def _unsettled(promise: Promise, report: ReviewReport) -> tuple[Occurrence, ...]:
    """The days of the week of which nothing was said; once there is none, one whose last day has
    come and is not over."""
    come = [o for o in promise.due if o.day <= report.today]
    said_nothing = tuple(o for o in come if o.standing == "missed")
    return said_nothing or tuple(o for o in come if o.standing == "open")


def _once_unsettled(promise: Promise, report: ReviewReport) -> bool:
    due = promise.due_on
    last = min(report.today, report.week.last)
    return promise.once in ("open", "overdue") and due is not None and due <= last


def _challenges(report: ReviewReport) -> Iterator[Question]:
    planned = {one.ref for one in report.challenges if one.kind == "owned" and one.steps}
    for one in report.challenges:
        other = next((name for name in report.people if name != one.who), None)
        if one.kind == "owned" and one.ref not in planned:
            planned.add(one.ref)
            yield ToPlan(f"plan:{one.ref}", one.who, one)
        elif one.kind == "checkin" and other and not one.answers:
            yield ToAnswer(f"answer:{one.ref}", other, one)
        elif one.kind not in ("owned", "unsaid", "checkin") and one.asks:
            yield ToAnswer(f"answer:{one.ref}", one.asks, one)


def _conversations(report: ReviewReport) -> Iterator[Question]:
    for conversation in report.conversations:
        for account in conversation.accounts:
            for one in account.rounds:
                if one.asks and one.state == "waits":
                    yield IsMeantSo(f"confirm:{one.ref}", one.asks, one)
                elif one.asks:
                    yield WhatIsHeard(f"heard:{one.ref}", one.asks, one)


def _repairs(report: ReviewReport) -> Iterator[Question]:
    for told in report.repairs.disclosures:
        if told.asks:
            yield ToReceive(f"receive:{told.ref}", told.asks, told)
    for one in report.repairs.owned:
        if one.unplanned:
            yield ToRepair(f"repair:{one.ref}", one.by, one)
    asked = {p.ref for p in report.promises if _once_unsettled(p, report)}
    for silent in report.repairs.silent:
        if silent.step.ref not in asked:
            yield HowFar(f"silent:{silent.step.ref}", silent.step.who, silent)


def _boundaries(report: ReviewReport) -> Iterator[Question]:
    for one in report.boundaries:
        if one.retired is None and not one.draft and not _told(one, report):
            yield HowWasBoundary(f"boundary:{one.ref}", one.by, one)
        for crossing in one.unrepaired:
            other = next((name for name in report.people if name != crossing.by), crossing.by)
            if not crossing.planned:
                yield ToMend(f"mend:{crossing.ref}", other, one, crossing)
            elif not crossing.open_steps:
                yield IsRepaired(f"repaired:{crossing.ref}", crossing.by, one, crossing)


def _told(one: BoundaryReport, report: ReviewReport) -> bool:
    days = [*(told.day for told in one.honoured), *(told.day for told in one.crossings)]
    return any(day in report.week for day in days)


def _triggers(report: ReviewReport) -> Iterator[Question]:
    for one in (*report.triggers.here, *report.triggers.carried):
        if one.asked:
            yield WhatWasMeant(f"meant:{one.ref}", one.asked, one)
        if one.settled is None:
            yield HasSettled(f"settled:{one.ref}", one.by, one)


def _milestones(report: ReviewReport) -> Iterator[Question]:
    for one in report.milestones:
        come = one.condition is None and one.planned is not None and one.planned <= report.today
        if one.celebrated is None and (one.reached or come):
            yield ToCelebrate(f"celebrate:{one.ref}", one.by, one)


def _agreement(report: ReviewReport) -> Iterator[Question]:
    for question in still_fits((*report.revisit, *_repeated(report))):
        if question.key not in report.answered:
            yield question
    for waiting in report.waiting:
        if waiting.asks:
            yield ToAgree(f"agree:{waiting.ref}", waiting.asks, waiting)
    answered = any(key.startswith(AGAIN) for key in report.answered)
    if answered or any(term.due for term in report.revisit):
        yield from going_on(report, report.week)


def _repeated(report: ReviewReport) -> Iterator[Term]:
    """The boundaries that were crossed again and again, and this week too, if their day has not
    come anyway."""
    due = {term.root for term in report.revisit}
    for term in report.terms:
        crossings = term.boundary.crossings if term.boundary and term.boundary.repeats else ()
        if term.root not in due and any(one.day in report.week for one in crossings):
            yield term


AGAIN = "revisit:"
"""Begins the key of each question whether a part of the agreement still fits."""


def still_fits(found: Iterable[Term]) -> Iterator[StillFits]:
    """Whether each of these still fits, unless something is proposed for it already."""
    for term in found:
        if not proposed_anew(term):
            yield StillFits(f"{AGAIN}{term.ref}", term.by, term)


def proposed_anew(term: Term) -> bool:
    """Whether other words, that it goes on or that it ends waits for an answer already."""
    own = (term.root, term.version)
    return any(not isinstance(i.body, Adoption | Pattern) and i.uid not in own for i in term.asked)


def going_on(report: ReviewReport, days: Span) -> Iterator[GoesOn]:
    """Whether each of the two goes on, unless they said so in these days."""
    words = report.consents.of("growth")
    for word in words if len(words) > 1 else ():
        if not (word.said and word.said in days):
            yield GoesOn(f"growth:{word.who}", word.who, word)


def _ahead(report: ReviewReport) -> Iterator[Question]:
    for person in report.people:
        yield NextWeek(f"ahead:{person}", person)
