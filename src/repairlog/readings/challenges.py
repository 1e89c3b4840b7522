"""What remains challenging: owned misses, days of which nothing was said, and what waits for the
other's answer. It is carried from week to week until it is answered, and its age with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from repairlog.dates import Span
from repairlog.kinds.checkins import Checkin
from repairlog.kinds.commitments import Miss
from repairlog.kinds.moments import Moment
from repairlog.readings.moments import (
    Said,
    answers,
    clearing,
    in_order,
    is_left_open,
    place_of,
    spoken,
)
from repairlog.readings.people import Settings
from repairlog.readings.promised import Promise
from repairlog.readings.record import Item, Record
from repairlog.readings.steps import Step, steps


@dataclass(frozen=True, slots=True)
class Challenge:
    """One thing that remains.

    ``ref`` is what people type to act on it: the commitment's for "owned" and "unsaid", else the
    entry's own. ``kind``: "owned", "unsaid", "doubt", "need", "misread" or "checkin". ``who`` it
    belongs to. ``days``: the days it is about, the first one telling its age. ``carried``: it is
    older than the week. ``steps`` are the plan; ``asks`` is who could answer it, if anyone is to.
    ``about`` is the reference of what it was said of: a talk that left it open, a promise.
    ``older``: so many days besides, before the four weeks, since ``older_since``. ``left_open``:
    a talk left it open; nobody says that it was misread.
    """

    kind: str
    ref: str
    uid: str
    who: str
    days: tuple[date, ...]
    text: str
    carried: bool
    steps: tuple[Step, ...] = ()
    answers: tuple[Said, ...] = ()
    asks: str | None = None
    erased: bool = False
    about: str | None = None
    older: int = 0
    older_since: date | None = None
    left_open: bool = False

    @property
    def answered(self) -> bool:
        """Whether it was answered, and only stands here because that was this week."""
        return bool(self.answers) and self.kind not in ("owned", "unsaid")

    @property
    def long_past(self) -> bool:
        """Whether it is of days before the four weeks alone: carried, and said in few words."""
        return self.kind == "unsaid" and not self.days

    @property
    def since(self) -> date:
        return self.older_since or self.days[0]


def challenges(
    record: Record,
    settings: Settings,
    now: datetime,
    week: Span,
    promises: Sequence[Promise],
) -> tuple[Challenge, ...]:
    """What remains of the promises, then what waits for an answer; each by its age, newest of the
    week first come in the order of their days."""
    of_promises = [
        *_owned(record, settings, now, week, promises),
        *_unsaid(promises, week),
    ]
    waiting = [*_waiting(record, settings, week), *_from_checkins(record, week)]
    return (
        *sorted(of_promises, key=lambda c: (c.carried, c.since)),
        *sorted(waiting, key=lambda c: (c.carried, c.since)),
    )


# -- of what was promised ----------------------------------------------------------------------


def _owned(
    record: Record, settings: Settings, now: datetime, week: Span, promises: Sequence[Promise]
) -> Iterator[Challenge]:
    """The misses that their person owned, of the week's occurrences; not those delivered since."""
    for promise in promises:
        for miss, day in _misses(promise, week):
            assert isinstance(miss.body, Miss)
            yield Challenge(
                kind="owned",
                ref=promise.ref,
                uid=miss.uid,
                who=promise.who,
                days=(day,),
                text=miss.body.own,
                carried=False,
                steps=steps(record, miss.uid, settings, now),
                erased=miss.erased,
            )


def _misses(promise: Promise, week: Span) -> Iterable[tuple[Item, date]]:
    if promise.once is not None:
        theirs = [] if promise.done else promise.course.misses
        due_here = promise.due_on is not None and promise.due_on in week
        return [(miss, miss.day) for miss in theirs if due_here or miss.day in week]
    return [(o.miss, o.day) for o in promise.due if o.miss and o.standing == "owned"]


def _unsaid(promises: Sequence[Promise], week: Span) -> Iterator[Challenge]:
    """The days of which nothing was said, one challenge for all of a promise."""
    for promise in promises:
        earlier = tuple(o.day for o in promise.unsaid)
        here = tuple(o.day for o in promise.due if o.standing == "missed")
        if promise.once == "overdue" and promise.due_on and promise.due_on <= week.last:
            here = (promise.due_on,)
        days = (*earlier, *here)
        if days or promise.older:
            yield Challenge(
                kind="unsaid",
                ref=promise.ref,
                uid=promise.course.item.uid,
                who=promise.who,
                days=days,
                text=promise.course.text,
                carried=promise.older > 0 or days[0] < week.first,
                asks=promise.who,
                erased=promise.course.item.erased,
                older=promise.older,
                older_since=promise.older_since,
            )


# -- of what waits for an answer ---------------------------------------------------------------


def _waiting(record: Record, settings: Settings, week: Span) -> Iterator[Challenge]:
    """Doubts, needs and misreads: unanswered ones, whatever their age, and those of this week or
    answered in it."""
    for item in record.of(Moment):
        if place_of(item.body) != "challenging" or item.day > week.last:
            continue
        told, above = spoken(record, item), record.get(item.about)
        cleared = {one.uid for one in clearing(record, item, settings)}
        by_now = tuple(a for a in told.answers if a.uid in cleared)
        if item.day < week.first and by_now and by_now[0].day < week.first:
            continue
        yield Challenge(
            kind=told.kind,
            ref=told.ref,
            uid=told.uid,
            who=told.by,
            days=(told.day,),
            text=told.text,
            carried=told.day < week.first,
            answers=by_now,
            asks=None if by_now else settings.other(told.by) or settings.people[0],
            erased=told.erased,
            about=above.ref if above else None,
            left_open=is_left_open(record, item),
        )


def _from_checkins(record: Record, week: Span) -> Iterator[Challenge]:
    """What each person's check-ins say is challenging, or needed: those of the week, and until
    there is a newer one the latest from before it."""
    for person in dict.fromkeys(item.by for item in record.of(Checkin)):
        theirs = [i for i in record.of(Checkin) if i.by == person and i.day <= week.last]
        telling = [item for item in in_order(theirs) if _tells(item)]
        here = [item for item in telling if item.day in week]
        for item in here or telling[-1:]:
            by_now = answers(record, item)
            if item.day < week.first and by_now and by_now[0].day < week.first:
                continue
            yield Challenge(
                kind="checkin",
                ref=item.ref,
                uid=item.uid,
                who=item.by,
                days=(item.day,),
                text=_tells(item),
                carried=item.day < week.first,
                answers=by_now,
                erased=item.erased,
            )


def _tells(item: Item) -> str:
    assert isinstance(item.body, Checkin)
    needs = [f"Needed: {item.body.need}"] if item.body.need else []
    return " · ".join([*([item.body.challenging] if item.body.challenging else []), *needs])
