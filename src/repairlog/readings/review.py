"""The week's review: what was promised, what was delivered, what remains challenging.

A pure fold over a record. What the record has to hold for a week:

- every entry of the week's days and of the week before it, with all that is about these, and all
  that these are about;
- every open thread, and those closed since the week began, with all about them: commitments,
  doubts, needs and misreads, triggers, boundaries and crossings, milestones, proposals, paces;
- for a commitment or the check-ins that a milestone's condition names: all of them (`milestones`);
- check-ins and deliveries of the four weeks before the week; a checkpoint is used only where it
  ends before those, so for an older week the courses have to be whole;
- shared moments (values, goals, memories, rituals, projects), of which one resurfaces;
- every rule, response, cadence and word of consent, with all that is about them;
- all reviews that were held.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from repairlog.dates import Span
from repairlog.kinds.reviews import Asked, Review
from repairlog.readings import opening as words
from repairlog.readings.boundaries import BoundaryReport
from repairlog.readings.challenges import Challenge, challenges
from repairlog.readings.checkins import WeekOfCheckins, week_of_checkins
from repairlog.readings.consent import ConsentReport, consents
from repairlog.readings.conversations import Conversation
from repairlog.readings.conversations import of_week as conversations_of_week
from repairlog.readings.in_force import Term, terms
from repairlog.readings.milestones import MilestoneReport, milestones, not_celebrated
from repairlog.readings.milestones import of_week as milestones_of_week
from repairlog.readings.moments import Said, of_place, resurfacing
from repairlog.readings.pace import Pace, paces
from repairlog.readings.people import Settings
from repairlog.readings.projects import ProjectReport, projects_of_week
from repairlog.readings.promised import Promise, promises
from repairlog.readings.proposals import proposed
from repairlog.readings.record import Item, Record
from repairlog.readings.repair import Repairs, repairs_of_week
from repairlog.readings.standing import Checkpoint
from repairlog.readings.then import boundaries_then, is_latest, milestones_then, told_through
from repairlog.readings.triggers import WeekOfTriggers, week_of_triggers
from repairlog.readings.waiting import waiting

WEEK = timedelta(days=7)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class HeldReview:
    """That a week was reviewed: on which day, and who was there."""

    ref: str
    week: date
    day: date
    present: tuple[str, ...]
    seal: str | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposal that nobody has answered: ``what`` it would change, and who is asked."""

    uid: str
    ref: str
    by: str
    day: date
    what: str
    asks: str | None


@dataclass(frozen=True, slots=True)
class Ahead:
    """Something of the week to come: a promise that is due, a revisit, a milestone."""

    kind: str
    ref: str
    text: str
    day: date | None


@dataclass(frozen=True, slots=True)
class ReviewReport:
    """One week, as of a moment. ``held`` is None for a week that was not reviewed;
    ``unreviewed`` are the weeks just before it that were not. ``left`` are the keys of
    questions that were put and left for later, ``answered`` of those whose answer does not show
    elsewhere. ``terms`` is all that binds; ``revisit`` what of it is to be looked at again by the
    end of the next week."""

    week: Span
    number: int
    as_of: datetime
    today: date
    people: tuple[str, ...]
    held: HeldReview | None
    unreviewed: tuple[Span, ...]
    paces: tuple[Pace, ...]
    opening: tuple[str, ...]
    right: tuple[Said, ...]
    promises: tuple[Promise, ...]
    challenges: tuple[Challenge, ...]
    repairs: Repairs
    boundaries: tuple[BoundaryReport, ...]
    triggers: WeekOfTriggers
    checkins: WeekOfCheckins
    conversations: tuple[Conversation, ...]
    milestones: tuple[MilestoneReport, ...]
    shared: Said | None
    projects: tuple[ProjectReport, ...]
    moments: tuple[Said, ...]
    waiting: tuple[Waiting, ...]
    terms: tuple[Term, ...]
    revisit: tuple[Term, ...]
    consents: ConsentReport
    ahead: tuple[Ahead, ...]
    seal: str
    left: frozenset[str]
    answered: frozenset[str]

    @property
    def over(self) -> bool:
        """Whether the week has ended."""
        return self.today > self.week.last

    @property
    def next_week(self) -> Span:
        return self.week.moved(WEEK)


# -- which week --------------------------------------------------------------------------------


def which_week(
    held: Iterable[HeldReview | Review], now: datetime, settings: Settings, began: date
) -> Span:
    """The latest week not reviewed that has ended or ends today, else the running one.

    ``began`` is the day of the journal's first entry: no week before it is looked for.
    """
    calendar = settings.calendar
    today = calendar.day_of(now)
    running = calendar.week_of(today)
    week = running if today == running.last else running.moved(-WEEK)
    reviewed = {one.week for one in held}
    while week.last >= began:
        if not any(first in week for first in reviewed):
            return week
        week = week.moved(-WEEK)
    return running


def reviews_held(record: Record) -> tuple[HeldReview, ...]:
    """The reviews of the record, in the order in which they were held."""
    return tuple(
        HeldReview(item.ref, item.body.week, item.day, item.body.present, item.body.seal)
        for item in record.of(Review)
        if isinstance(item.body, Review)
    )


def _unreviewed(held: tuple[HeldReview, ...], week: Span, began: date | None) -> tuple[Span, ...]:
    """All weeks since the one that was reviewed last before this one."""
    found: list[Span] = []
    earlier = week.moved(-WEEK)
    while began and earlier.last >= began:
        if any(review.week in earlier for review in held):
            break
        found.append(earlier)
        earlier = earlier.moved(-WEEK)
    return tuple(reversed(found))


# -- the week ----------------------------------------------------------------------------------


def review(
    record: Record,
    settings: Settings,
    now: datetime,
    week: Span,
    *,
    checkpoints: Mapping[str, Checkpoint] | None = None,
    began: date | None = None,
    seal: str = "",
    sitting: bool = False,
) -> ReviewReport:
    """The report of one week as of ``now`` (aware).

    ``checkpoints``: the sums of commitments that the record holds only since then.
    ``began``: the day of the journal's first entry. ``seal``: the journal's seal now.
    ``sitting``: it is being reviewed, so that what is done about it now belongs to it.
    """
    today = settings.calendar.day_of(now)
    held_reviews = reviews_held(record)
    of_week = promises(record, settings, now, week, checkpoints or {})
    remaining = challenges(record, settings, now, week, of_week)
    held = next((one for one in reversed(held_reviews) if one.week in week), None)
    through = told_through(week, held.day if held else None, today, sitting=sitting)
    standing = tuple(boundaries_then(record, settings, now, week, through))
    ever = milestones_then(milestones(record, settings, now), week, through)
    latest = sitting or is_latest(week, today)
    reached = milestones_of_week(ever, week.first, week.last, latest=latest)
    next_week = week.moved(WEEK)
    holds = terms(record, settings, now)
    revisit = tuple(one for one in holds if _revisit_due(one, week, next_week))
    repairs = repairs_of_week(record, settings, now, week)
    shown = {promise.course.item.uid for promise in of_week if promise.here}
    shown |= {one.uid for one in repairs.owned}
    return ReviewReport(
        week=week,
        number=(week.first + 3 * DAY).isocalendar().week,
        as_of=now,
        today=today,
        people=settings.people,
        held=held,
        unreviewed=_unreviewed(held_reviews, week, began),
        paces=paces(record, today),
        opening=words.opening(
            words.Week(
                promises=of_week,
                challenges=remaining,
                crossed=[b for b in standing if b.unrepaired],
                reached=sum(one.reached in week for one in reached if one.reached),
                uncelebrated=sum(not_celebrated(one, week) for one in reached),
                revisits=tuple(one.sort for one in revisit),
                over=today > week.last or (today == week.last and not _open(of_week)),
                quiet=not any(item.day in week and _tells(item) for item in record),
            )
        ),
        right=of_place(record, "right", week),
        promises=of_week,
        challenges=remaining,
        repairs=repairs,
        boundaries=standing,
        triggers=week_of_triggers(record, settings, now, week, week.moved(-WEEK)),
        checkins=week_of_checkins(record, settings, today, week),
        conversations=conversations_of_week(record, settings, week),
        milestones=reached,
        shared=resurfacing(record, week),
        projects=projects_of_week(record, settings, now, week),
        moments=tuple(_other_moments(record, week, shown)),
        waiting=tuple(_waiting(record, settings, now, week)),
        terms=holds,
        revisit=revisit,
        consents=consents(record, settings, now),
        ahead=tuple(_ahead(of_week, revisit, reached, next_week)),
        seal=seal,
        left=frozenset(_asked(record, week, answered=False)),
        answered=frozenset(_asked(record, week, answered=True)),
    )


def _asked(record: Record, week: Span, *, answered: bool) -> Iterable[str]:
    """The keys of the questions that were put; written together with an answer, they have one."""
    for item in record.of(Asked):
        with_answer = item.entry.command != item.uid
        if isinstance(item.body, Asked) and item.body.week in week and answered == with_answer:
            yield item.body.question


def _open(of_week: Iterable[Promise]) -> bool:
    return any("open" in promise.standings for promise in of_week)


def _tells(item: Item) -> bool:
    """Whether the entry says something of its week; a review of it does not."""
    return not isinstance(item.body, Review | Asked)


def _revisit_due(term: Term, week: Span, next_week: Span) -> bool:
    begun = term.proposed is None or term.proposed <= week.last
    return begun and term.revisit is not None and term.revisit <= next_week.last


def _other_moments(record: Record, week: Span, shown: set[str]) -> Iterable[Said]:
    """The moments that have no place of their own; an update stands beside its promise."""
    for one in of_place(record, "moments", week):
        item = record.get(one.uid)
        if item is None or item.about not in shown:
            yield one


def _waiting(record: Record, settings: Settings, now: datetime, week: Span) -> Iterable[Waiting]:
    for item in waiting(record, settings.partner_since):
        if item.day <= week.last:
            what = proposed(record, item, now)
            other = settings.other(item.by)
            yield Waiting(item.uid, item.ref, item.by, item.day, what, other)


def _ahead(
    of_week: Iterable[Promise],
    revisit: Iterable[Term],
    reached: Iterable[MilestoneReport],
    next_week: Span,
) -> Iterable[Ahead]:
    """What the week to come brings, in the order of its days; what has no day comes last."""
    found = [
        Ahead("promise", p.ref, p.course.text, p.due_on)
        for p in of_week
        if p.once in ("open", "overdue") and (p.due_on is None or p.due_on <= next_week.last)
    ]
    found += [Ahead("revisit", one.ref, one.text or "", one.revisit) for one in revisit]
    found += [
        Ahead("milestone", m.ref, m.text, m.planned)
        for m in reached
        if m.planned is not None and m.planned in next_week and not m.celebrated
    ]
    return sorted(found, key=lambda ahead: ahead.day or date.max)
