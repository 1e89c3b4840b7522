"""The course of one commitment: its terms over time, what was delivered and owned, its pauses.

It gathers from the record what DESIGN 3 reckons with; `standing` does the reckoning.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import islice

from repairlog import recurrence
from repairlog.dates import Calendar, Span, before
from repairlog.kinds.commitments import Commitment, Delivery, Miss, Terms
from repairlog.readings.assent import Bound, at_once
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """One occurrence: it owns the days from ``first`` to ``day``; ``deadline`` is naive local.

    ``cut``: a week or month that `--from` or `--until` made shorter. ``segment``: the terms'
    place among the course's segments.
    """

    first: date
    day: date
    deadline: datetime
    cut: bool
    segment: int

    def owns(self, day: date) -> bool:
        return self.first <= day <= self.day


@dataclass(frozen=True, slots=True)
class Segment:
    """Recurring terms and the days for which they hold: occurrences from ``first`` on, intervals
    counted from ``anchor``. ``ends`` is the last day, where other terms follow."""

    terms: Terms
    first: date
    anchor: date
    ends: date | None = None

    def days(self, start: date) -> Iterator[date]:
        assert self.terms.rrule is not None
        return recurrence.days(self.terms.rrule, self.anchor, max(start, self.first))

    def decay(self) -> float:
        """m of DESIGN 3, after Loop Habit Tracker's score: ½^(1/(13·√f)).

        f = 28 / (days from the 1st to the 29th occurrence); a rule that has fewer counts those.
        """
        found = list(islice(self.days(self.first), 29))
        apart = (found[-1] - found[0]).days * 28 / max(len(found) - 1, 1)
        frequency = 28 / apart if apart else 1.0
        return float(0.5 ** (1 / (13 * math.sqrt(frequency))))


@dataclass(frozen=True, slots=True)
class Course:
    """What is known of one commitment as of a moment.

    ``made`` is None while it waits for the assent of the person it would bind, and for good where
    that person ``declined``. ``pauses`` are the days of agreed pauses and holds. ``released`` is
    from when a release binds.
    """

    item: Item
    who: str
    text: str
    made: Bound | None
    terms: Terms
    first: date
    segments: tuple[Segment, ...]
    deliveries: tuple[Item, ...]
    misses: tuple[Item, ...]
    calendar: Calendar
    pauses: tuple[Span, ...] = ()
    released: Bound | None = None
    declined: Item | None = None
    decays: dict[int, float] = field(default_factory=dict, compare=False)

    @property
    def once(self) -> bool:
        return self.terms.once

    def decay(self, segment: int) -> float:
        if segment not in self.decays:
            self.decays[segment] = self.segments[segment].decay()
        return self.decays[segment]

    def windows(self, after: date | None = None) -> Iterator[Window]:
        """The occurrences in order of day, those after the day ``after`` (itself the day of an
        occurrence); endless where the terms are."""
        for number, segment in enumerate(self.segments):
            if after is not None and segment.ends is not None and segment.ends <= after:
                continue
            start = segment.first if after is None else max(segment.first, after + DAY)
            yield from windows(self.calendar, segment, number, start)

    def with_delivery(self, act: Item) -> Course:
        """The course with one more delivery, written after all the others."""
        return replace(self, deliveries=(*self.deliveries, act))

    def paused(self, first: date, last: date) -> bool:
        """Whether a pause touches any of these days."""
        return any(p.first <= last and first <= p.last for p in self.pauses)


def windows(calendar: Calendar, segment: Segment, number: int, start: date) -> Iterator[Window]:
    """The occurrences of one segment (the course's ``number``th) whose days are ``start`` or
    later."""
    terms, first = segment.terms, start
    for day in segment.days(start):
        if terms.until is not None and first > terms.until:
            return
        if segment.ends is not None and first > segment.ends:
            return
        whole = _whole(calendar, terms, day)
        last = day
        if terms.until is not None and day > terms.until:
            if whole is None:
                return
            last = terms.until
        cut = whole is not None and (first > whole.first or last < whole.last)
        yield Window(first, last, calendar.deadline(last, terms.at), cut, number)
        first = last + DAY


def _whole(calendar: Calendar, terms: Terms, last: date) -> Span | None:
    """The whole week or month that ends on ``last``, for the rules that mean one."""
    match terms.whole:
        case "week":
            return Span(last - 6 * DAY, last)
        case "month":
            return calendar.month_of(last)
    return None


CHANGING = frozenset(("adoption", "ease", "release", "renegotiation", "hold"))


def course(record: Record, item: Item, settings: Settings) -> Course:
    """Gather the course of the commitment ``item`` from a record that holds all about it."""
    if not record.kinds & CHANGING:  # most promises: nothing of it has to be imported
        return as_made(record, item, at_once(item), settings.calendar)
    from repairlog.readings.changes import changed

    return changed(record, item, settings)


def as_made(record: Record, item: Item, made: Bound | None, calendar: Calendar) -> Course:
    """The course of a commitment that nothing changed since it was made."""
    terms = item.body
    assert isinstance(terms, Commitment)
    first = max(terms.start, made.day) if made and made.assent else terms.start
    segments: tuple[Segment, ...] = ()
    if not terms.once and made:
        segments = (opening(terms, first, made.at, calendar),)
        first = segments[0].first
    return Course(
        item=item,
        who=terms.who or item.by,
        text=terms.text,
        made=made,
        terms=terms,
        first=first,
        segments=segments,
        deliveries=tuple(record.about(item.uid, Delivery)),
        misses=tuple(record.about(item.uid, Miss)),
        calendar=calendar,
    )


def opening(terms: Terms, start: date, made: datetime, calendar: Calendar) -> Segment:
    """The segment of terms that hold from ``start``.

    Where that first day is an occurrence whose deadline was not still ahead when the promise was
    made, that occurrence falls away, once (DESIGN 3, "Windows").
    """
    segment = Segment(terms, start, start)
    falls = next(segment.days(start), None)
    if falls == start and not before(made, calendar.deadline(start, terms.at)):
        return Segment(terms, start + DAY, start)
    return segment
