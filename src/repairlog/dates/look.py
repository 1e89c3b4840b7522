"""From where, and which way, a person looks who names a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum
from itertools import islice

from repairlog.dates.clock import YEARS, Calendar, Span, settled
from repairlog.dates.names import WEEKDAYS, day_text, moment_text
from repairlog.errors import Misread


class Tense(Enum):
    """Promises look ahead: `friday` is the coming one. Records look back: it is the last one."""

    AHEAD = "ahead"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class When:
    """A day that was named, with its moment (aware, local) where a time was given.

    ``span`` is set for a whole week or month (`next week`). ``day`` is then its last day, which is
    what `--by` and `--until` mean; `--from` and `--since` take ``begins``.
    """

    day: date
    at: datetime | None
    span: Span | None = None

    @property
    def begins(self) -> date:
        """The first of the days that were named."""
        return self.span.first if self.span else self.day

    def echo(self, calendar: Calendar, now: datetime) -> str:
        """What was understood, in full: `Fri 27 Nov 18:00`, `Sat 28 Nov 01:00 (Friday night)`."""
        if self.at is None:
            return day_text(self.day, now)
        night = f" ({WEEKDAYS[self.day.weekday()].title()} night)"
        return moment_text(self.at, now) + (night if self.at.time() < calendar.day_ends else "")


@dataclass(frozen=True, slots=True)
class Look:
    """The moment, the calendar and the direction; ``at`` is the time of day that was said."""

    now: datetime
    calendar: Calendar
    tense: Tense
    at: time | None = None

    @property
    def today(self) -> date:
        return self.calendar.day_of(self.now)

    def local(self, wall: datetime) -> datetime:
        """The moment of a wall-clock time. One that occurs twice is, in a record, the later one
        that is over."""
        wall = settled(wall)
        if wall.fold and self.tense is Tense.BACK and wall.astimezone() > self.now:
            wall = wall.replace(fold=0)
        return wall.astimezone()

    def on(self, span: Span) -> When:
        """The day, at the time that was said."""
        reachable(span.first.year)
        reachable(span.last.year)
        if self.at is None:
            return When(span.last, None, span if span.first < span.last else None)
        return When(span.last, self.local(self.calendar.deadline(span.last, self.at)))

    def exactly(self, moment: datetime) -> When:
        """The moment, and the day that it belongs to."""
        reachable(moment.year)
        return When(self.calendar.day_of(moment), moment)

    def nearest(self, spans: Iterable[Span], *, by_clock: bool = False) -> list[Span]:
        """Of spans in order the coming one or the last one, or none.

        Today's counts; ``by_clock``, only while its time is ahead (or is over, for a record).
        """
        if self.tense is Tense.AHEAD:
            ahead = (s for s in spans if s.last >= self.today and not (by_clock and self._over(s)))
            return list(islice(ahead, 1))
        past = [s for s in spans if s.first <= self.today and not (by_clock and self._to_come(s))]
        return past[-1:]

    def _over(self, span: Span) -> bool:
        moment = self.on(span).at
        return moment is not None and moment < self.now

    def _to_come(self, span: Span) -> bool:
        moment = self.on(span).at
        return moment is not None and moment > self.now


def reachable(year: int) -> None:
    """Refuse years in which nobody keeps this journal."""
    if year not in YEARS:
        raise out_of_reach(f"The year {year}")


def out_of_reach(what: str) -> Misread:
    return Misread(
        f"{what} is out of reach: a journal counts from {YEARS[0]} to {YEARS[-1]}.",
        "Such as: 2026-11-27",
    )
