"""How a story is written down: events, each one command of one person, in lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol, TypedDict

from repairlog.dates import Calendar
from repairlog.kinds import Body
from repairlog.kinds.assent import Adoption, Assent
from repairlog.kinds.changes import Renegotiation
from repairlog.kinds.commitments import Commitment
from repairlog.recurrence import read_rule


class Told(Protocol):
    """What a body may look at when its moment comes: the days of the story and what it holds."""

    @property
    def now(self) -> datetime: ...
    @property
    def today(self) -> date: ...
    def day(self, week: int, day: int) -> date: ...
    def uid(self, name: str) -> str: ...
    def ref(self, name: str) -> str: ...
    def seal(self) -> str: ...


Making = Callable[[Told], Body | None]
"""How a body is made when its moment comes; None where there is nothing to write."""


@dataclass(frozen=True, slots=True)
class Line:
    """One entry: its body (or how it is made), the name of what it is about, and its own name.

    ``ago``: how long before its writing it happened.
    """

    body: Body | Making
    about: str | None = None
    name: str | None = None
    ago: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Event:
    """One command: its week (from 1), its day (Monday 0), its time, its writer, its lines."""

    week: int
    day: int
    at: time
    by: str
    lines: tuple[Line, ...]


def said(
    week: int,
    day: int,
    at: str,
    by: str,
    body: Body | Making,
    about: str | None = None,
    name: str | None = None,
) -> Event:
    """An event of one line."""
    return Event(week, day, time.fromisoformat(at), by, (Line(body, about, name),))


def together(week: int, day: int, at: str, by: str, *lines: Line) -> Event:
    """An event of several lines."""
    return Event(week, day, time.fromisoformat(at), by, lines)


When = tuple[int, int, str, str]
"""A week, a day, a time and a writer."""


def agreed(
    proposed: When,
    body: Body | Making,
    about: str | None,
    answered: When,
    *,
    attainable: int | None = None,
    name: str = "",
) -> Iterator[Event]:
    """A proposal by one, and the other's yes."""
    name = name or f"proposed {proposed}"
    yield said(*proposed, body, about, name)
    yield said(*answered, Assent(attainable=attainable), name)


def adopted(
    proposed: When,
    body: Body | Making,
    name: str,
    answered: When,
    attainable: int | None = None,
    *,
    with_it: tuple[Line, ...] = (),
) -> Iterator[Event]:
    """A new thing by one that shall bind both, and the other's yes.

    ``with_it`` is written before it by the same command, such as the setback that it is a plan for.
    """
    adoption = f"adoption of {name}"
    about = with_it[-1].name if with_it else None
    thing = Line(body, about, name)
    yield together(*proposed, *with_it, thing, Line(Adoption(), about=name, name=adoption))
    yield said(*answered, Assent(attainable=attainable), adoption)


def once(
    text: str, week: int | None = None, day: int = 0, at: str | None = None, need: str | None = None
) -> Making:
    """A promise to be kept once, by a day of the story; without one it is open-ended."""

    def made(told: Told) -> Body | None:
        by = told.day(week, day) if week else None
        return Commitment(start=told.today, by=by, at=_time(at), text=text, need=need)

    return made


def again(text: str, every: str, at: str | None = None, need: str | None = None) -> Making:
    """A promise to be kept again and again, from the day on which it is made."""
    return lambda told: Commitment(text=text, need=need, **_terms(told.today, every, at))


def renewed(every: str, why: str, at: str | None = None) -> Making:
    """New terms for a promise that is kept again and again."""
    return lambda told: Renegotiation(why=why, **_terms(told.today, every, at))


class _Terms(TypedDict):
    start: date
    every: str
    rrule: str
    whole: str | None
    times: int
    at: time | None


def _terms(start: date, every: str, at: str | None) -> _Terms:
    rule, times = read_rule(every, start, Calendar())
    return _Terms(
        start=start,
        every=rule.words,
        rrule=rule.rrule,
        whole=rule.whole,
        times=times or 1,
        at=_time(at),
    )


def _time(at: str | None) -> time | None:
    return time.fromisoformat(at) if at else None
