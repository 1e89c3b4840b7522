"""Which occurrence a delivery or a miss written now belongs to (DESIGN 3, "A delivery")."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from repairlog.dates import after
from repairlog.readings import refusals
from repairlog.readings.course import Course
from repairlog.readings.standing import Occurrence, judge, judged_window, owner, reckon_once


def bind(
    course: Course,
    now: datetime,
    day: date,
    at: datetime | None,
    *,
    late: bool = False,
    named: date | None = None,
    partly: bool = False,
    through: date | None = None,
) -> date | None:
    """The day of the occurrence that a delivery of ``day`` (and time) written now is bound to, or
    None where its own day says so. Raises Refused, or Ambiguous where it could mean two.

    ``through``: the course holds only what came after the checkpoint of that day; not for `late`.
    """
    if course.released and day > course.released.day:
        raise refusals.released(course)
    if day < course.first:
        raise refusals.too_early(course, day)
    if course.once:
        _check_once(course, now, at, late=late, named=named)
        return None
    if named is not None:
        return _named(course, _around(course, now, day, named, through=through), named)
    if late:
        return _late(course, _around(course, now, day, through=through), day, at)
    if not partly and _between(course, day, through):
        _refuse_ambiguous(course, _around(course, now, day, through=through), day)
    return None


def _around(
    course: Course, now: datetime, *days: date | None, through: date | None = None
) -> list[Occurrence]:
    """All occurrences up to today's and up to those that own the days asked about."""
    begun, beyond, _ = judge(course, now, through)
    known = {o.day: o for o in (*begun, *beyond)}
    today = course.calendar.day_of(now)
    limit = max([today, *(d for d in days if d), *known])
    found = []
    for window in course.windows(through):
        if window.first > limit or (course.released and window.first > course.released.day):
            break
        found.append(known.get(window.day) or judged_window(course, window, (), None, today))
    return found


def _check_once(
    course: Course, now: datetime, at: datetime | None, *, late: bool, named: date | None
) -> None:
    """A once commitment has no occurrences to name. What is done once more is extra."""
    standing = reckon_once(course, now)
    if named is not None:
        raise refusals.for_of_once(course)
    past = standing.deadline is not None and after(at or now, standing.deadline)
    if late and (standing.done or not past):
        raise refusals.nothing_late(course)


def _named(course: Course, occurrences: Sequence[Occurrence], named: date) -> date:
    window = owner([o.window for o in occurrences], named)
    if window is None:
        raise refusals.owned_by_none(course, named)
    return window.day


def _late(
    course: Course, occurrences: Sequence[Occurrence], day: date, at: datetime | None
) -> date:
    """The latest undelivered one that was due by the delivery's own moment: before its day's
    owner, or that one itself once its deadline is past."""
    moment = at or course.calendar.first_minute(day).astimezone()
    for occurrence in reversed(occurrences):
        due = occurrence.day < day or (
            occurrence.window.owns(day) and after(moment, occurrence.deadline)
        )
        if due and occurrence.undelivered:
            return occurrence.day
    raise refusals.nothing_late(course)


def _between(course: Course, day: date, through: date | None) -> bool:
    """Whether the day is on its way to an occurrence, which is not a whole week or month."""
    window = next((w for w in course.windows(through) if w.day >= day), None)
    if window is None or day == window.day or not window.owns(day):
        return False
    return course.segments[window.segment].terms.whole is None


def _refuse_ambiguous(course: Course, occurrences: Sequence[Occurrence], day: date) -> None:
    running = next(o for o in occurrences if o.window.owns(day))
    before = next((o for o in reversed(occurrences) if o.day < day), None)
    if before and before.standing in ("open", "missed"):
        raise refusals.ambiguous(course, before, running)


def bind_miss(course: Course, now: datetime, named: date | None = None) -> date | None:
    """The day of the occurrence that a miss written now is of (None for once). Raises Refused."""
    if course.once:
        _check_miss_once(course, now, named)
        return None
    occurrences = _around(course, now, named)
    if named is not None:
        found = next((o for o in occurrences if o.window.owns(named)), None)
        if found is None:
            raise refusals.owned_by_none(course, named)
    else:
        found = _latest_unsaid(course, occurrences, now)
    if found is None:
        raise refusals.nothing_to_own(course)
    if not found.undelivered:
        raise refusals.done(course, found.delivered[-1])
    if found.miss is not None:
        raise refusals.owned_already(course, found)
    return found.day


def _latest_unsaid(
    course: Course, occurrences: Sequence[Occurrence], now: datetime
) -> Occurrence | None:
    for occurrence in reversed(occurrences):
        unsaid = occurrence.standing in ("open", "missed")
        if unsaid and after(now, occurrence.deadline):
            return occurrence
    today = course.calendar.day_of(now)
    return next((o for o in occurrences if o.window.owns(today)), None)


def _check_miss_once(course: Course, now: datetime, named: date | None) -> None:
    if named is not None:
        raise refusals.for_of_once(course)
    standing = reckon_once(course, now)
    if standing.due is None:
        raise refusals.no_date_to_miss(course)
    if standing.done:
        raise refusals.done(course, standing.done)
    if standing.standing == "owned":
        raise refusals.owned_already(course, None)
    if standing.standing == "released":
        raise refusals.released(course)
