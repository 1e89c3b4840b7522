"""The agreed cadence of check-ins: for each day, week or month, whether one was held in time.

A cadence is looked for from the first period whose time came after both agreed, as it stood when
that time came; what was revised or ended later changes no earlier period. A hold that touches a
period eases it: nothing is asked then, and what is given all the same stands.

The record holds every cadence with all that is about it, the check-ins of the periods, and every
hold with its lifting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from repairlog.dates import Calendar, Span, after
from repairlog.kinds.agreement import Cadence
from repairlog.kinds.checkins import Checkin
from repairlog.kinds.pace import Hold
from repairlog.readings.agreement import Agreed, cadence_on
from repairlog.readings.changes import held
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record
from repairlog.readings.versions import courses

DAY = timedelta(days=1)
AHEAD = timedelta(days=62)
"""So far ahead one looks for the next check-in: past a hold of a month, to the end of the next."""


@dataclass(frozen=True, slots=True)
class Period:
    """The day, week or month for which a person holds one check-in, as it was agreed.

    ``deadline`` is its naive wall-clock time on the last day; ``at`` is that time where one was
    agreed. ``standing``: "kept" in time, "late", "eased" by a hold, "missed" where its last day
    is over and nothing was said, "open" while there is time.
    """

    cadence: str
    who: str
    days: Span
    at: time | None
    deadline: datetime
    standing: str

    @property
    def held(self) -> bool:
        """Whether a check-in was given for it."""
        return self.standing in ("kept", "late")


def period(calendar: Calendar, cadence: str, day: date) -> Span:
    """The day, week or month around ``day`` for which one check-in of this cadence is held."""
    match cadence:
        case "weekly":
            return calendar.week_of(day)
        case "monthly":
            return calendar.month_of(day)
    return Span(day, day)


def spans(calendar: Calendar, cadence: str, days: Span) -> Iterator[Span]:
    """The periods whose last day is among ``days``, in order."""
    span = period(calendar, cadence, days.first)
    while span.last <= days.last:
        yield span
        span = period(calendar, cadence, span.last + DAY)


@dataclass(frozen=True, slots=True)
class Cadences:
    """What was agreed of the check-ins, ready to be asked period by period."""

    record: Record
    settings: Settings
    today: date

    def agreed(self, cadence: str, who: str, days: Span) -> Agreed | None:
        """What held for this person when the time of this period came; None: nothing did."""
        if "cadence" not in self.record.kinds:
            return None
        found = cadence_on(self.record, self.settings, cadence, days.last)
        return found if found and found.holds_for(who) else None

    def ended(self, cadence: str, days: Span) -> bool:
        """Whether it had been agreed, and was let go by the end of this period: then no habit
        asks for it either."""
        if "ending" not in self.record.kinds:
            return False
        return any(
            one.ended is not None and one.ended.day <= days.last
            for one in courses(self.record, self.settings.partner_since)
            if isinstance(one.root.body, Cadence) and one.root.body.cadence == cadence
        )

    def of(self, cadence: str, who: str, days: Span, given: Iterable[Item]) -> Period | None:
        """How this period stands for this person; ``given`` are their check-ins of the cadence.
        None where none was agreed."""
        agreed = self.agreed(cadence, who, days)
        if agreed is None or not isinstance(agreed.body, Cadence):
            return None
        at = agreed.body.at
        deadline = self.settings.calendar.deadline(days.last, at)
        here = [item for item in given if item.day in days]
        standing = self._standing(agreed, days, deadline, here)
        return Period(cadence, who, days, at, deadline, standing)

    def coming(self, cadence: str, who: str, given: list[Item]) -> Period | None:
        """The next period that asks for a check-in; None where none does for as far as one looks
        ahead."""
        span = period(self.settings.calendar, cadence, self.today)
        while span.first <= self.today + AHEAD:
            found = self.of(cadence, who, span, given)
            if found and found.standing == "open":
                return found
            if found is None and self.today not in span:
                return None
            span = period(self.settings.calendar, cadence, span.last + DAY)
        return None

    def _standing(self, agreed: Agreed, days: Span, deadline: datetime, here: list[Item]) -> str:
        eased = self.eased(days, agreed)
        if here:
            in_time = any(self._in_time(item, days, deadline) for item in here)
            return "kept" if in_time or eased else "late"
        if eased:
            return "eased"
        return "missed" if days.last < self.today else "open"

    def _in_time(self, item: Item, days: Span, deadline: datetime) -> bool:
        """A time that was said is taken at its word. One that was given for an earlier day,
        without a time, is in time while its period is not over."""
        if item.at is not None:
            return not after(item.at, deadline)
        return self.settings.calendar.day_of(item.written.astimezone()) <= days.last

    def eased(self, days: Span, agreed: Agreed | None = None) -> bool:
        """Whether a hold of everything, or of this cadence, touches the period."""
        for hold in self.record.of(Hold):
            if not isinstance(hold.body, Hold):
                continue
            whole = not hold.body.of
            named = agreed is not None and {agreed.root, agreed.uid} & set(hold.body.of)
            span = held(self.record, hold)
            if (whole or named) and span.first <= days.last and days.first <= span.last:
                return True
        return False


def periods(
    record: Record, settings: Settings, today: date, cadence: str, days: Span
) -> Iterator[Period]:
    """Every period that was agreed on and has its last day among ``days``, for each person."""
    known = Cadences(record, settings, today)
    if "cadence" not in record.kinds:
        return
    for who in settings.people:
        given = given_by(record, who, cadence)
        for span in spans(settings.calendar, cadence, days):
            if found := known.of(cadence, who, span, given):
                yield found


def given_by(record: Record, who: str, cadence: str) -> list[Item]:
    """A person's check-ins of one cadence."""
    return [
        item
        for item in record.of(Checkin)
        if item.by == who and isinstance(item.body, Checkin) and item.body.cadence == cadence
    ]
