"""Made-up commitments for Hypothesis: each a life that the program would have let somebody write.

A life is written in order, on a clock that never goes back. What the reference refuses when it
is written, is left out; what ``--late`` or ``--for`` named then, is bound as it was then.

Left out because DESIGN 3 does not say: anything written after a release, a once commitment
renegotiated when it was delivered, or released when it was owned, and new terms that start after
the end of the old on a day that already has a delivery.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from tests.reference import (
    Case,
    Delivery,
    NewTerms,
    bind,
    bind_miss,
    day_of,
    deadline_of,
    due_of,
    first_minute,
    has_occurrence,
    owner_of,
    standing_of_once,
    stretches_of,
    windows_of,
)

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)

# Every form of rule that DESIGN 3 names, and raw ones that are easily got wrong.
WORDS = (
    "day",
    "weekday",
    "weekend",
    "mon,wed,fri",
    "tue,sat",
    "sunday",
    "wednesday",
    "2 days",
    "3 days",
    "10 days",
    "other friday",
    "other sunday",
    "15th",
    "1st",
    "29th",
    "30th",
    "31st",
    "last friday",
    "last monday",
)
WHOLE = ("week", "month")
COUNTED = ("2 times a week", "3 times a week", "2 times a month", "5 times a month")
RAW = (
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=DAILY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;BYDAY=SU",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,SU",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TU",
    "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,TH",
    "FREQ=MONTHLY",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYMONTHDAY=1,15,-1",
    "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=10",
    "FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=MONTHLY;BYDAY=1SU,3SU",
    "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=24",
)

# Times of day at which something begins, ends or crosses over for one of the day-end hours.
TIMES = tuple(
    time.fromisoformat(text)
    for text in ("00:00", "00:30", "02:59", "03:00", "04:59", "05:00", "12:00", "18:00", "23:59")
)
DAY_ENDS = (time(3), time(0), time(5))


@dataclass(frozen=True, slots=True)
class Writing:
    """What was written ``at`` a moment: the case's list that it stands in, and its place there."""

    at: datetime
    what: str  # deliveries, misses, pauses, renegotiations, released
    index: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """A commitment's life, and a moment at or after its last writing."""

    case: Case
    now: datetime
    written: tuple[Writing, ...]


@dataclass(frozen=True, slots=True)
class Probe:
    """The arguments of a delivery that somebody might try to write at the scene's moment."""

    day: date
    moment: datetime | None
    late: bool
    for_day: date | None
    partly: bool


def moments(first: date, last: date) -> st.SearchStrategy[datetime]:
    return st.datetimes(datetime.combine(first, time()), datetime.combine(last, time(23, 59))).map(
        lambda moment: moment.replace(second=0, microsecond=0)
    )


def rules() -> st.SearchStrategy[tuple[str, int]]:
    """A rule and its `--times`, which only `week` and `month` take."""
    return st.sampled_from(
        [
            *((rule, 1) for rule in WORDS),
            *((rule, times) for times in (1, 2, 3) for rule in WHOLE),
            *((rule, int(rule.split()[0])) for rule in COUNTED),
            *((rule, 1) for rule in RAW),
        ]
    )


def clock_times() -> st.SearchStrategy[time | None]:
    return st.none() | st.sampled_from(TIMES)


@st.composite
def _promises(draw: st.DrawFn, once: bool) -> Case:
    made = draw(moments(date(2023, 11, 1), date(2026, 12, 31)))
    case = Case(
        made=made,
        first=made.date(),
        once=once,
        day_ends=draw(st.sampled_from(DAY_ENDS)),
        week_starts=draw(st.sampled_from([0, 6])),
    )
    case = replace(case, first=day_of(case, made))
    if once:
        ahead = draw(st.integers(0, 3) | st.integers(0, 20) | st.none())
        by = None if ahead is None else (case.first + ahead * DAY, draw(clock_times()))
        return replace(case, by=by)
    rule, times = draw(rules())
    first = case.first + draw(st.just(0) | st.integers(-60, 30)) * DAY
    return replace(
        case,
        first=first,
        until=draw(st.none() | st.integers(0, 120).map(lambda days: first + days * DAY)),
        rule=rule,
        times=times,
        at=draw(clock_times()),
    )


def promises(once: bool | None = None) -> st.SearchStrategy[Case]:
    """Commitments as they were just made, four in five recurring; or of one sort only."""
    if once is None:
        sorts = st.sampled_from([False, False, False, False, True])
        return sorts.flatmap(lambda sort: promises(sort))
    made = _promises(once)
    return made if once else made.filter(has_occurrence)


@st.composite
def _days_and_moments(draw: st.DrawFn, case: Case, now: datetime) -> tuple[date, datetime | None]:
    """The day of a delivery written now, mostly a recent one, and a moment in it or none."""
    day = day_of(case, now) - draw(st.just(0) | st.integers(0, 3) | st.integers(0, 40)) * DAY
    latest = min(now, first_minute(case, day + DAY) - MINUTE)
    telling = [one.moment for one in case.deliveries if one.moment is not None]
    telling += [deadline_of(case, day, at) + late for at in TIMES for late in (MINUTE * 0, MINUTE)]
    telling = [one for one in telling if day_of(case, one) == day and one <= latest]
    length = int((latest - first_minute(case, day)) / MINUTE)
    any_minute = st.integers(0, length).map(lambda n: first_minute(case, day) + n * MINUTE)
    likely = st.sampled_from(telling) if telling else any_minute
    return day, draw(st.none() | any_minute | likely)


@st.composite
def probes(draw: st.DrawFn, scene: Scene) -> Probe:
    """Deliveries that might be tried, refused ones among them."""
    day, moment = draw(_days_and_moments(scene.case, scene.now))
    late = draw(st.sampled_from([False, False, True]))
    named = None
    if not late and not scene.case.once:
        named = draw(st.none() | st.integers(-20, 20).map(lambda days: day + days * DAY))
    return Probe(day, moment, late, named, draw(st.sampled_from([False, False, False, True])))


Step = Callable[[st.DrawFn, Scene], Scene]


def _deliver(draw: st.DrawFn, scene: Scene) -> Scene:
    case = scene.case
    probe = draw(probes(scene))
    found = bind(case, scene.now, probe.day, probe.moment, probe.late, probe.for_day, probe.partly)
    if not isinstance(found, date):
        return scene
    # Two devices, so that the order of writing is not the order of the uids.
    uid = f"{draw(st.sampled_from('ab'))}{len(case.deliveries):03}"
    bound = None if case.once else probe.for_day or (found if probe.late else None)
    one = Delivery(uid, probe.day, probe.moment, bound, probe.partly)
    return _wrote(scene, replace(case, deliveries=[*case.deliveries, one]), "deliveries")


def _miss(draw: st.DrawFn, scene: Scene) -> Scene:
    case = scene.case
    near = st.integers(-15, 15).map(lambda days: day_of(case, scene.now) + days * DAY)
    found = bind_miss(case, scene.now, None if case.once else draw(st.none() | near))
    if not isinstance(found, date):
        return scene
    said = None if case.once else found
    return _wrote(scene, replace(case, misses=[*case.misses, said]), "misses")


def _pause(draw: st.DrawFn, scene: Scene) -> Scene:
    begin = day_of(scene.case, scene.now) + draw(st.just(0) | st.integers(-20, 20)) * DAY
    end = begin + draw(st.integers(0, 15)) * DAY
    case = replace(scene.case, pauses=[*scene.case.pauses, (begin, end)])
    return _wrote(scene, case, "pauses")


def _release(draw: st.DrawFn, scene: Scene) -> Scene:
    if scene.case.once and standing_of_once(scene.case, scene.now) not in ("open", "overdue"):
        return scene
    return _wrote(scene, replace(scene.case, released=scene.now), "released")


def _renegotiate(draw: st.DrawFn, scene: Scene) -> Scene:
    case, today = scene.case, day_of(scene.case, scene.now)
    if case.once:
        return _renegotiate_once(draw, scene)
    rule, times = draw(rules())
    until = draw(st.none() | st.integers(0, 90).map(lambda days: today + days * DAY))
    new: NewTerms = {"rule": rule, "at": draw(clock_times()), "times": times, "until": until}
    renewed = replace(case, renegotiations=[*case.renegotiations, (scene.now, new)])
    after_the_end = owner_of(windows_of(case, today), today) is None
    if not has_occurrence(renewed):
        return scene
    if after_the_end and any(one.day == today for one in case.deliveries):
        return scene
    return _wrote(scene, renewed, "renegotiations")


def _renegotiate_once(draw: st.DrawFn, scene: Scene) -> Scene:
    case = scene.case
    if standing_of_once(case, scene.now) in ("kept", "late"):
        return scene
    by = (day_of(case, scene.now) + draw(st.integers(0, 20)) * DAY, draw(clock_times()))
    new: NewTerms = {"by": by}
    renewed = replace(case, renegotiations=[*case.renegotiations, (scene.now, new)])
    return _wrote(scene, renewed, "renegotiations")


def _wrote(scene: Scene, case: Case, what: str) -> Scene:
    index = 0 if what == "released" else len(getattr(case, what)) - 1
    return Scene(case, scene.now, (*scene.written, Writing(scene.now, what, index)))


STEPS: tuple[Step, ...] = (*[_deliver] * 9, *[_miss] * 3, _pause, _pause, _renegotiate)


@st.composite
def _later(draw: st.DrawFn, scene: Scene) -> Scene:
    """The same life some while later, often exactly at a deadline or a minute after one."""
    case, now = scene.case, scene.now
    gap = draw(st.just(0) | st.integers(0, 60 * 24) | st.integers(0, 60 * 24 * 12))
    later = now + gap * MINUTE
    telling = [
        deadline + late for deadline in _deadlines(case, later) for late in (0 * DAY, MINUTE)
    ]
    telling = [one for one in telling if now <= one]
    likely = st.sampled_from(telling) if telling else st.just(later)
    return replace(scene, now=draw(st.just(later) | likely))


def _deadlines(case: Case, moment: datetime) -> list[datetime]:
    today = day_of(case, moment)
    if case.once:
        due = due_of(case, moment)
        return [due[1]] if due else []
    windows = windows_of(case, max(today, stretches_of(case)[0].first))
    return [one.deadline for one in windows[-3:]]


@st.composite
def scenes(draw: st.DrawFn, once: bool | None = None) -> Scene:
    """Whole lives of commitments; ``once`` asks for one sort only."""
    case = draw(promises(once))
    scene = Scene(case, case.made, ())
    for step in draw(st.lists(st.sampled_from(STEPS), max_size=16)):
        scene = step(draw, draw(_later(scene)))
    scene = draw(_later(scene))
    if draw(st.sampled_from([False] * 7 + [True])):
        scene = draw(_later(_release(draw, scene)))
    return replace(scene, now=scene.now + draw(st.just(0) | st.integers(0, 60)) * DAY)
