"""What the clock says, and what it makes of it: days, weeks, months and deadlines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from repairlog.dates.names import quoted
from repairlog.errors import Misread

YEARS = range(1900, 3000)  # in which people live, and the local clock can be reckoned with

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Span:
    """The days from ``first`` to ``last``, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def moved(self, by: timedelta) -> Span:
        """As many days, so much later."""
        return Span(self.first + by, self.last + by)


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a journal counts: the hour at which its days end, the weekday its weeks start on.

    Deadlines are naive local wall-clock times; ``fold`` is 1 on one that occurs twice.
    ``earlier`` keeps the hours that held before, each with the first day that ends by its
    successor: a change moves no deadline of a day that has begun.
    """

    day_ends: time = time(3)
    week_starts: int = 0  # Monday is 0
    earlier: tuple[tuple[date, time], ...] = ()

    def ending(self, day_ends: time, since: date) -> Calendar:
        """This calendar with another hour, from the day ``since`` on."""
        return replace(self, day_ends=day_ends, earlier=(*self.earlier, (since, self.day_ends)))

    def day_of(self, at: datetime) -> date:
        """The day a moment belongs to: before ``day_ends`` it is still the evening before."""
        day = at.date()
        return day - _DAY if before(at, self.first_minute(day)) else day

    def end_of(self, day: date) -> datetime:
        """Where ``day`` ends: what is due on it without a time is due by then."""
        return settled(datetime.combine(day + _DAY, self._hour(day)))

    def first_minute(self, day: date) -> datetime:
        """Where ``day`` begins."""
        return settled(datetime.combine(day, self.day_ends))

    def deadline(self, day: date, at: time | None) -> datetime:
        """``day`` at a time of that day (one before ``day_ends`` is that night), or its end."""
        if at is None:
            return self.end_of(day)
        return settled(datetime.combine(day + _DAY if at < self._hour(day) else day, at))

    def _hour(self, day: date) -> time:
        if not self.earlier:  # mostly, and this is asked for every window of every promise
            return self.day_ends
        return next((hour for until, hour in self.earlier if day < until), self.day_ends)

    def week_of(self, day: date) -> Span:
        """The journal's week around ``day``."""
        first = day - timedelta(days=(day.weekday() - self.week_starts) % 7)
        return Span(first, first + timedelta(days=6))

    def month_of(self, day: date) -> Span:
        """The calendar month around ``day``."""
        first = day.replace(day=1)
        return Span(first, (first + timedelta(days=31)).replace(day=1) - _DAY)


def settled(wall: datetime) -> datetime:
    """A local wall-clock time as it exists: a skipped one moves to the next existing minute,
    one that occurs twice means the second (``fold=1``)."""
    first = wall.replace(fold=0) if wall.fold else wall
    second = wall.replace(fold=1)
    order = first.timestamp() - second.timestamp()
    if order <= 0:
        return second if order else first
    minute = first.replace(second=0, microsecond=0)
    while _skipped(minute):
        minute += _MINUTE
    return minute


def _skipped(wall: datetime) -> bool:
    # PEP 495: in a gap the two folds stand in the wrong order.
    return wall.replace(fold=0).timestamp() > wall.replace(fold=1).timestamp()


def after(moment: datetime, deadline: datetime) -> bool:
    """Whether an aware moment is after a naive local deadline.

    Wall clock is compared with wall clock, so that someone on a journey is judged by the
    clock on their own wall. Only where the deadline's hour occurs twice does the moment's
    offset tell which of the two it was.
    """
    if _tells_apart(moment, deadline):
        return moment > deadline.astimezone()
    return moment.replace(tzinfo=None) > deadline


def before(moment: datetime, deadline: datetime) -> bool:
    """Whether a moment is before a naive local deadline, as `after` compares them."""
    if _tells_apart(moment, deadline):
        return moment < deadline.astimezone()
    return moment.replace(tzinfo=None) < deadline


def _tells_apart(moment: datetime, deadline: datetime) -> bool:
    if not deadline.fold or moment.tzinfo is None:
        return False
    offsets = {deadline.replace(fold=fold).astimezone().utcoffset() for fold in (0, 1)}
    return moment.utcoffset() in offsets


def read_clock(environ: Mapping[str, str]) -> datetime:
    """Now, aware, in the local zone. Nothing else reads the clock.

    ``REPAIRLOG_NOW`` (an ISO date-time, local unless it carries an offset) fixes it.
    """
    words = environ.get("REPAIRLOG_NOW", "").strip()
    if not words:
        return datetime.now().astimezone()
    try:
        moment = datetime.fromisoformat(words)
        if len(words) <= len("2026-11-27") or moment.year not in YEARS:
            raise ValueError(words)  # a date alone would be midnight, and so the day before
        return moment.astimezone()
    except ValueError:
        raise Misread(
            f"REPAIRLOG_NOW holds {quoted(words)}, which is not a date with a time.",
            "REPAIRLOG_NOW=2026-11-27T18:00",
        ) from None
