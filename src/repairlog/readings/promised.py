"""What was promised for a week, and what was delivered of it: the week's part of every standing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from repairlog.dates import Span
from repairlog.kinds.commitments import Commitment
from repairlog.kinds.moments import Update
from repairlog.readings.course import Course, course
from repairlog.readings.moments import Said, in_order, spoken
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record
from repairlog.readings.standing import (
    Checkpoint,
    Occurrence,
    Standing,
    judge,
    on_time,
    reckon_once,
)

DAY = timedelta(days=1)

CARRIED = timedelta(days=28)
"""How long a day of which nothing was said is asked about by itself: four weeks, as the ledger
shows them. After that a promise's days are carried in one line, until they are answered."""

DONE = ("kept", "late")


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that was done: the delivery, and the day of the occurrence it belongs to (for a
    promise made once the day it was due, if there was one).

    ``standing`` is "kept", "late", "partly" or "extra".
    """

    delivery: Item
    of: date | None
    standing: str


@dataclass(frozen=True, slots=True)
class Promise:
    """One commitment in one week.

    ``due`` are the occurrences whose day is in the week and whose window has begun, in order;
    ``running`` one that touches the week and ends after it; ``unsaid`` the occurrences of the
    four weeks before of which nothing was said. A promise made once has ``once`` instead: its
    standing, with ``due_on``, its day after pauses.

    ``older`` counts the occurrences before those of which nothing was said, the first of them on
    ``older_since``; nothing is carried of a promise that was released.

    ``standings``: how each thing stands that was promised for this very week. ``acts``: what was
    done in the week, whatever it belongs to; of these ``mended`` were for an earlier week, and
    ``besides`` for a later one or for no day.
    """

    course: Course
    due: tuple[Occurrence, ...] = ()
    running: Occurrence | None = None
    unsaid: tuple[Occurrence, ...] = ()
    older: int = 0
    older_since: date | None = None
    once: str | None = None
    due_on: date | None = None
    done: Item | None = None
    standings: tuple[str, ...] = ()
    acts: tuple[Act, ...] = ()
    mended: tuple[Act, ...] = ()
    besides: tuple[Act, ...] = ()
    updates: tuple[Said, ...] = ()

    @property
    def ref(self) -> str:
        return self.course.item.ref

    @property
    def who(self) -> str:
        return self.course.who

    @property
    def here(self) -> bool:
        """Whether the week's table shows it: `unsaid` alone belongs to what remains."""
        return self.once is not None or bool(self.due or self.running or self.acts)


def promises(
    record: Record,
    settings: Settings,
    now: datetime,
    week: Span,
    checkpoints: Mapping[str, Checkpoint],
) -> tuple[Promise, ...]:
    """Every commitment that the week has something of: recurring ones first, each sort in the
    order in which it was promised."""
    found = []
    for item in record.of(Commitment):
        path = course(record, item, settings)
        if path.made is None or path.made.day > week.last:
            continue
        promise = (
            _once(record, path, now, week)
            if path.once
            else _recurring(record, path, now, week, checkpoints.get(item.uid))
        )
        if promise is not None:
            found.append(promise)
    return tuple(sorted(found, key=lambda promise: promise.course.once))


# -- recurring ---------------------------------------------------------------------------------


def _recurring(
    record: Record, path: Course, now: datetime, week: Span, checkpoint: Checkpoint | None
) -> Promise | None:
    through = checkpoint.through if checkpoint else None
    if through is not None and through >= week.first - CARRIED:
        through = None  # the caller then loads the course whole
    begun, beyond, loose = judge(path, now, through)
    known = [*begun, *(o for o in beyond if o.standing != "open")]
    here = tuple(o for o in known if o.day in week)
    running = next((o for o in known if _spans(o, week)), None)
    let_go = path.released is not None and path.released.day <= week.last
    unsaid = () if let_go else tuple(o for o in known if _unsaid_before(o, week))
    acts = _acts(known, loose, week)
    summed = checkpoint if through else None
    older, older_since = (0, None) if let_go else _older(known, week, summed)
    if not (here or running or unsaid or acts or older):
        return None
    return Promise(
        course=path,
        due=here,
        running=running,
        unsaid=unsaid,
        older=older,
        older_since=older_since,
        standings=tuple(occurrence.standing for occurrence in here),
        acts=acts,
        mended=tuple(a for a in acts if a.standing == "late" and a.of and a.of < week.first),
        besides=tuple(a for a in acts if a.standing == "kept" and a.of and a.of > week.last),
        updates=_updates(record, path, week),
    )


def _spans(occurrence: Occurrence, week: Span) -> bool:
    """Whether it was under way at the end of the week."""
    window = occurrence.window
    return window.first <= week.last < window.day


def _unsaid_before(occurrence: Occurrence, week: Span) -> bool:
    return occurrence.standing == "missed" and week.first - CARRIED <= occurrence.day < week.first


def _older(
    known: list[Occurrence], week: Span, checkpoint: Checkpoint | None
) -> tuple[int, date | None]:
    """How many occurrences nothing was said of before the four weeks, and since when."""
    days = [o.day for o in known if o.standing == "missed" and o.day < week.first - CARRIED]
    first = min(days, default=None)
    if checkpoint is None:
        return len(days), first
    return checkpoint.tally.missed + len(days), checkpoint.unsaid or first


def _acts(known: list[Occurrence], loose: tuple[Item, ...], week: Span) -> tuple[Act, ...]:
    acts = [Act(item, None, "extra") for item in loose]
    for o in known:
        acts += [Act(item, o.day, _kept_or_late(o, item)) for item in o.delivered]
        acts += [Act(item, o.day, "partly") for item in o.partly]
        acts += [Act(item, o.day, "extra") for item in o.extra]
    return _in_week(acts, week)


def _kept_or_late(occurrence: Occurrence, item: Item) -> str:
    return "kept" if on_time(occurrence.window, item) else "late"


def _in_week(acts: list[Act], week: Span) -> tuple[Act, ...]:
    by_uid = {act.delivery.uid: act for act in acts}
    ordered = in_order([act.delivery for act in acts])
    return tuple(by_uid[item.uid] for item in ordered if item.day in week)


# -- once --------------------------------------------------------------------------------------


def _once(record: Record, path: Course, now: datetime, week: Span) -> Promise | None:
    standing = reckon_once(path, now)
    if not _in_sight(path, standing, week):
        return None
    due_on = standing.due
    acts = [
        Act(item, due_on, _of_once(standing, item)) for item in path.deliveries if item.day in week
    ]
    done = tuple(act for act in acts if act.standing in DONE)
    return Promise(
        course=path,
        once=standing.standing,
        due_on=due_on,
        done=standing.done,
        standings=(standing.standing,) if due_on and due_on in week else (),
        acts=_in_week(acts, week),
        mended=done if due_on and due_on < week.first else (),
        besides=done if due_on is None or due_on > week.last else (),
        updates=_updates(record, path, week),
    )


def _in_sight(path: Course, standing: Standing, week: Span) -> bool:
    """Whether it was still to be done as the week began."""
    if standing.done:
        return standing.done.day >= week.first
    if standing.standing == "owned":
        return path.misses[-1].day >= week.first
    return path.released is None or path.released.day >= week.first


def _of_once(standing: Standing, item: Item) -> str:
    if standing.done and item.uid == standing.done.uid:
        return standing.standing
    return "extra" if item in standing.extras else "partly"


def _updates(record: Record, path: Course, week: Span) -> tuple[Said, ...]:
    told = in_order(record.about(path.item.uid, Update))
    return tuple(spoken(record, item) for item in told if item.day in week)
