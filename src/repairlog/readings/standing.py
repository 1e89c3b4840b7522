"""Standing: the rules of DESIGN 3, each in one place.

`reckon` judges every occurrence of a commitment as of a moment and adds up the figures.
A checkpoint sums up the occurrences through a day that nothing will change any more in the usual
run of things, so that a promise of ten years is read as fast as one of ten days. It is a cache:
whatever touches earlier days drops it.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta

from repairlog.dates import after
from repairlog.kinds.commitments import Delivery, Miss
from repairlog.readings.course import Course, Window
from repairlog.readings.record import Item

SETTLED = ("kept", "late", "owned", "missed")
CREDIT = {"kept": 1.0, "late": 0.5, "owned": 0.0, "missed": 0.0}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One occurrence as judged: the deliveries that count, efforts made partly, the owned miss."""

    window: Window
    standing: str
    times: int
    delivered: tuple[Item, ...] = ()
    extra: tuple[Item, ...] = ()
    partly: tuple[Item, ...] = ()
    miss: Item | None = None

    @property
    def day(self) -> date:
        return self.window.day

    @property
    def deadline(self) -> datetime:
        return self.window.deadline

    @property
    def undelivered(self) -> bool:
        return self.standing not in ("kept", "late")


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of a run of occurrences, in order of day."""

    kept: int = 0
    late: int = 0
    owned: int = 0
    missed: int = 0
    eased: int = 0
    extra: int = 0
    run: int = 0
    best_run: int = 0
    steadiness: float = 0.0

    @property
    def settled(self) -> int:
        return self.kept + self.late + self.owned + self.missed

    def with_next(self, occurrence: Occurrence, decay: float) -> Tally:
        """The tally with one more occurrence."""
        return self.with_all((occurrence,), lambda _: decay)

    def with_all(self, occurrences: Iterable[Occurrence], decay: Callable[[int], float]) -> Tally:
        """The tally with more occurrences; ``decay`` gives m of DESIGN 3 by a window's segment."""
        counts = {"kept": self.kept, "late": self.late, "owned": self.owned, "missed": self.missed}
        eased, extra = self.eased, self.extra
        run, best_run, steadiness = self.run, self.best_run, self.steadiness
        for occurrence in occurrences:
            name = occurrence.standing
            extra += len(occurrence.extra)
            if name not in counts:
                eased += name == "eased"
                continue
            counts[name] += 1
            run = run + 1 if name in ("kept", "late") else 0
            best_run = max(best_run, run)
            m = decay(occurrence.window.segment)
            steadiness = steadiness * m + CREDIT[name] * (1 - m)
        return Tally(
            **counts,
            eased=eased,
            extra=extra,
            run=run,
            best_run=best_run,
            steadiness=steadiness,
        )


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The tally of all occurrences through the day of one of them, and the first among them of
    which nothing was said. ``whole``: False for one that was stored before that was asked for."""

    through: date
    tally: Tally
    unsaid: date | None = None
    whole: bool = True

    def to_text(self) -> str:
        first = self.unsaid.isoformat() if self.unsaid else None
        return json.dumps({**asdict(self.tally), "unsaid": first})

    @classmethod
    def from_text(cls, through: date, text: str) -> Checkpoint:
        figures = json.loads(text)
        whole = "unsaid" in figures
        first = figures.pop("unsaid", None)
        unsaid = date.fromisoformat(first) if first else None
        return cls(through, Tally(**figures), unsaid, whole)


@dataclass(frozen=True, slots=True)
class Standing:
    """How one commitment stands at a moment; the fields are those of `ledger --json`.

    ``occurrences``: those since the checkpoint (all of them without one) up to the running one;
    ``ahead``: later ones of which something was said already.
    ``due``, ``deadline`` and ``done`` are a once commitment's; ``extras`` are deliveries that
    count nowhere.
    """

    course: Course
    standing: str
    tally: Tally
    rate: float | None = None
    rate_28d: float | None = None
    punctual: float | None = None
    open: int = 0
    next: Occurrence | None = None
    occurrences: tuple[Occurrence, ...] = ()
    ahead: tuple[Occurrence, ...] = ()
    due: date | None = None
    deadline: datetime | None = None
    done: Item | None = None
    extras: tuple[Item, ...] = ()


def reckon(course: Course, now: datetime, checkpoint: Checkpoint | None = None) -> Standing:
    """The standing of a commitment at ``now`` (aware). Its record holds only what was written by
    then. With a checkpoint the course needs no deliveries or misses of the days it covers."""
    if course.made is None:
        return Standing(course, "declined" if course.declined else "proposed", Tally())
    if course.once:
        return reckon_once(course, now)
    return _reckon_recurring(course, now, checkpoint)


# -- recurring ---------------------------------------------------------------------------------


def _reckon_recurring(course: Course, now: datetime, checkpoint: Checkpoint | None) -> Standing:
    today = course.calendar.day_of(now)
    through = checkpoint.through if checkpoint else None
    judged, beyond, loose = judge(course, now, through)
    tally = checkpoint.tally if checkpoint else Tally()
    settled = (*judged, *(o for o in beyond if o.standing in SETTLED))
    tally = tally.with_all(settled, course.decay)
    tally = replace(tally, extra=tally.extra + len(loose))
    running = [o for o in judged if o.window.owns(today)]
    return Standing(
        course=course,
        standing=_state(course, today),
        tally=tally,
        rate=_share(tally.kept + tally.late, tally.settled),
        rate_28d=_recent_rate(judged, running, today),
        punctual=_share(tally.kept, tally.settled),
        open=int(any(o.standing == "open" for o in judged)),
        next=_next(course, judged, beyond, today, through),
        occurrences=judged,
        ahead=tuple(o for o in beyond if o.standing != "open" or o.partly),
        extras=loose,
    )


def judge(
    course: Course, now: datetime, through: date | None = None, until: date | None = None
) -> tuple[tuple[Occurrence, ...], tuple[Occurrence, ...], tuple[Item, ...]]:
    """The occurrences whose window has begun, those after them that something was said of
    already, and the deliveries that belong to none; all after the day ``through``.

    ``until``: only those whose window begins by that day, with what belongs to them.
    """
    today = course.calendar.day_of(now)
    if until is None:
        windows = _known_windows(course, today, through)
    else:
        course, windows = _begun_by(until, course, through)
    acts, misses, loose = _sorted_out(course, windows, through)
    judged = [
        judged_window(course, w, acts.get(w.day, ()), misses.get(w.day), today) for w in windows
    ]
    begun = tuple(o for o in judged if o.window.first <= today)
    beyond = tuple(o for o in judged if o.window.first > today)
    return begun, beyond, tuple(loose)


def _known_windows(course: Course, today: date, through: date | None) -> list[Window]:
    """The windows up to today's, or up to the last one that an entry names; up to the release."""
    limit = today
    for item in (*course.deliveries, *course.misses):
        limit = max(limit, named_day(item) or item.day)
    if course.released:
        limit = min(limit, course.released.day)
    found = []
    for window in course.windows(through):
        if window.first > limit:
            break
        found.append(window)
    return found


def _begun_by(until: date, course: Course, through: date | None) -> tuple[Course, list[Window]]:
    """The windows that begin by then, and the course without what is of a later one."""
    found: list[Window] = []
    for window in course.windows(through):
        if course.released and window.first > course.released.day:
            break
        if window.first > until:
            mine = tuple(d for d in course.deliveries if (named_day(d) or d.day) < window.first)
            return replace(course, deliveries=mine), found
        found.append(window)
    return course, found


def named_day(item: Item) -> date | None:
    """The day by which a delivery or a miss names its occurrence, if it does."""
    match item.body:
        case Delivery(of=of) | Miss(of=of):
            return of
    return None


def _sorted_out(
    course: Course, windows: Sequence[Window], through: date | None
) -> tuple[dict[date, list[Item]], dict[date, Item], list[Item]]:
    """Which occurrence (by its day) each delivery and each miss belongs to."""
    acts: dict[date, list[Item]] = {}
    loose: list[Item] = []
    on_day = {window.day: window for window in windows}  # what most are for: their very day
    for item in course.deliveries:
        named = named_day(item) or item.day
        if through is not None and named <= through:
            continue
        window = on_day.get(named) or owner(windows, named) or _last_one(windows, item)
        if window is None:
            loose += [] if _partly(item) else [item]
        else:
            acts.setdefault(window.day, []).append(item)
    misses = {}
    for item in course.misses:
        window = owner(windows, named_day(item) or item.day)
        if window is not None:
            misses[window.day] = item
    return acts, misses, loose


def _last_one(windows: Sequence[Window], item: Item) -> Window | None:
    """A delivery after the last occurrence goes to that one (also where new terms began later).
    One that was named for an occurrence which, after a release or under new terms, never came,
    is extra."""
    if named_day(item):
        return None
    before = bisect_left(windows, item.day, key=lambda window: window.day)
    return windows[before - 1] if before else None


def owner(windows: Sequence[Window], day: date) -> Window | None:
    """The window that owns a day, if one does."""
    place = bisect_left(windows, day, key=lambda window: window.day)
    if place < len(windows) and windows[place].owns(day):
        return windows[place]
    return None


def judged_window(
    course: Course, window: Window, acts: Iterable[Item], miss: Item | None, today: date
) -> Occurrence:
    """One occurrence with what was said of it: the first N deliveries count, the rest is extra."""
    times = course.segments[window.segment].terms.times
    whole = [a for a in acts if not _partly(a)]
    if len(whole) > 1:
        whole.sort(key=lambda act: (_order(course, act), act.uid))
    counted, extra = whole[:times], whole[times:]
    return Occurrence(
        window=window,
        standing=_standing(course, window, counted, times, miss, today),
        times=times,
        delivered=tuple(counted),
        extra=tuple(extra),
        partly=tuple(a for a in acts if _partly(a)),
        miss=miss,
    )


def _standing(
    course: Course,
    window: Window,
    counted: Sequence[Item],
    times: int,
    miss: Item | None,
    today: date,
) -> str:
    """The table of DESIGN 3: the first that applies."""
    over = today > window.day
    if len(counted) == times:
        return "kept" if all(on_time(window, act) for act in counted) else "late"
    if course.paused(window.first, window.day) or (window.cut and over):
        return "eased"
    if course.released and window.owns(course.released.day):
        return "eased"
    if miss is not None:
        return "owned"
    return "missed" if over else "open"


def on_time(window: Window, act: Item) -> bool:
    """Whether a delivery that belongs to the window is on time (DESIGN 3, "A delivery")."""
    if act.day > window.day:
        return False
    return act.at is None or not after(act.at, window.deadline)


def _partly(act: Item) -> bool:
    return isinstance(act.body, Delivery) and act.body.partly


def _order(course: Course, act: Item) -> datetime:
    """A day without a time is ordered as that day's first minute."""
    return act.at.replace(tzinfo=None) if act.at else course.calendar.first_minute(act.day)


def _state(course: Course, today: date) -> str:
    if course.released:
        return "released"
    if course.terms.until is not None and today > course.terms.until:
        return "ended"
    return "paused" if course.paused(today, today) else "active"


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _recent_rate(
    judged: Iterable[Occurrence], running: Sequence[Occurrence], today: date
) -> float | None:
    since = today - timedelta(days=27)
    recent = [o for o in judged if since <= o.day <= today or o in running]
    settled = [o.standing for o in recent if o.standing in SETTLED]
    return _share(sum(s in ("kept", "late") for s in settled), len(settled))


def _next(
    course: Course,
    judged: Sequence[Occurrence],
    beyond: Iterable[Occurrence],
    today: date,
    through: date | None,
) -> Occurrence | None:
    """The earliest open occurrence, begun or to come."""
    running = next((o for o in judged if o.standing == "open"), None)
    if running or course.released:
        return running
    known = {o.day: o for o in beyond}
    for window in course.windows(judged[-1].day if judged else through):
        occurrence = known.get(window.day) or judged_window(course, window, (), None, today)
        if occurrence.standing == "open":
            return occurrence
    return None


# -- once --------------------------------------------------------------------------------------


def reckon_once(course: Course, now: datetime) -> Standing:
    """The standing of a once commitment (DESIGN 3, "Once commitments")."""
    whole = [d for d in course.deliveries if not _partly(d)]
    whole.sort(key=lambda act: (_order(course, act), act.uid))
    done, extras = (whole[0] if whole else None), tuple(whole[1:])
    deadline = _moved_deadline(course, done, course.calendar.day_of(now))
    name = _once_standing(course, now, deadline, done)
    counts = {name: 1} if name in ("kept", "late", "owned") else {}
    return Standing(
        course=course,
        standing=name,
        tally=Tally(**counts, extra=len(extras)),
        open=int(name == "open"),
        due=deadline[0] if deadline else None,
        deadline=deadline[1] if deadline else None,
        done=done,
        extras=extras,
    )


def _once_standing(
    course: Course, now: datetime, deadline: tuple[date, datetime] | None, done: Item | None
) -> str:
    if done:
        if deadline is None:
            return "kept"
        day, moment = deadline
        late = after(done.at, moment) if done.at else done.day > day
        return "late" if late else "kept"
    if course.misses and deadline:
        return "owned"
    if course.released:
        return "released"
    return "overdue" if deadline and after(now, deadline[1]) else "open"


def _moved_deadline(course: Course, done: Item | None, today: date) -> tuple[date, datetime] | None:
    """The deadline's day and moment; a pause moves it to the pause's end.

    So does one that begins after the deadline while nothing was delivered, from the day on which
    it begins: what is held is never overdue.
    """
    terms = course.terms
    if terms.by is None:
        return None
    day, moment = terms.by, course.calendar.deadline(terms.by, terms.at)
    for pause in sorted(course.pauses, key=lambda p: (p.first, p.last)):
        begun = pause.first <= today and (done is None or done.day >= pause.first)
        if pause.last >= day and (pause.first <= day or begun):
            day, moment = pause.last, course.calendar.end_of(pause.last)
    return day, moment


# -- checkpoints -------------------------------------------------------------------------------

LEFT_OPEN = timedelta(days=124)
"""How far back a checkpoint stays: beyond the 28 days of figures, the three months of the
timeline and most late deliveries."""


def next_checkpoint(course: Course, now: datetime, last: Checkpoint | None) -> Checkpoint | None:
    """The newest checkpoint that is safe: every entry of the days it covers belongs to an
    occurrence that it covers, and the two latest occurrences stay outside it. None where there is
    nothing to sum up yet."""
    if course.once or course.made is None:
        return None
    limit = course.calendar.day_of(now) - LEFT_OPEN
    through = last.through if last else None
    following = next(course.windows(through), None)
    if following is None or following.day > limit:
        return last
    judged = judge(course, now, through)[0]
    covered = [o for o in judged[:-2] if o.day <= limit]
    if not covered:
        return last
    through = covered[-1].day
    said = (*course.deliveries, *course.misses)
    if any(item.day <= through < (named_day(item) or item.day) for item in said):
        return last
    inside = [i for o in covered for i in (*o.delivered, *o.extra, *o.partly)]
    if any((named_day(item) or item.day) > through for item in inside):
        return last
    tally = last.tally if last else Tally()
    unsaid = last.unsaid if last else None
    if unsaid is None:
        unsaid = first_unsaid(covered)
    return Checkpoint(through, tally.with_all(covered, course.decay), unsaid)


def first_unsaid(occurrences: Iterable[Occurrence]) -> date | None:
    """The first day of which nothing was said."""
    return next((o.day for o in occurrences if o.standing == "missed"), None)
