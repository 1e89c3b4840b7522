"""The three check-ins as they are asked for, line by line; each answer is saved at once.

Whoever stops in the middle, with Ctrl-C or without a word, keeps what was given; the same
check-in goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from repairlog.cli import load
from repairlog.cli import session as sessions
from repairlog.cli.session import Session
from repairlog.dates import Span, When
from repairlog.entries import Entry
from repairlog.journal import Draft
from repairlog.kinds.checkins import Checkin
from repairlog.readings.cadence import given_by, period
from repairlog.readings.moments import in_order
from repairlog.readings.record import Item, Record

SAFETY = "How safe do you feel with each other? 0 not at all, 10 entirely."
VIGILANCE = "And how watchful are you? 0 not at all, 10 all the time. Both can be high."

FORMS: Mapping[str, Mapping[str, str]] = {
    "daily": {
        "safety": SAFETY,
        "vigilance": VIGILANCE,
        "summary": "The day in a sentence.",
    },
    "weekly": {
        "safety": SAFETY,
        "vigilance": VIGILANCE,
        "summary": "How was this week between you, in your words?",
        "challenging": "What remains challenging?",
        "need": "What do you need for the week to come?",
    },
    "monthly": {
        "summary": "Looking back over the month: what has changed?",
        "keep": "What do you want to keep?",
        "challenging": "What has not moved, and weighs?",
        "need": "What do you need in the month to come?",
        "safety": SAFETY,
        "vigilance": VIGILANCE,
    },
}
"""What each cadence asks, in order: a daily one takes a minute, a monthly one looks back first."""

Answer = Callable[[str, str], "int | str | None"]
"""Asks for a field with its question; None where it is left out."""


@dataclass(slots=True)
class Making:
    """A check-in in the making: ``first`` is its first line, once there is one, and ``written``
    what this sitting wrote."""

    session: Session
    cadence: str
    day: date
    on: When | None
    first: Entry | None = None
    left: list[str] = field(default_factory=list)
    written: list[Entry] = field(default_factory=list)

    @property
    def goes_on(self) -> bool:
        """Whether it was begun earlier."""
        return self.first is not None and not self.written

    def ask(self, answer: Answer) -> None:
        """Put each question that was not put yet, and save each answer before the next one."""
        form = FORMS[self.cadence]
        while self.left:
            name = self.left[0]
            given = answer(name, form[name])
            del self.left[0]
            if given is not None:
                self._keep({name: given})
        if self.first is not None and not self._whole():
            self._keep({})

    def _whole(self) -> bool:
        return bool(self.written) and not (self.written[-1].fields or {}).get("goes_on")

    def _keep(self, given: Mapping[str, int | str]) -> None:
        now = replace(self.session, now=sessions.clock())
        body = Checkin(
            cadence=self.cadence,
            goes_on=bool(self.left),
            **given,  # type: ignore[arg-type]  # the forms name its fields
        )
        with now.writing(self.first) as writer:
            entry = writer.append(self._draft(now, body))
        self.first = self.first or entry
        self.written.append(entry)

    def _draft(self, now: Session, body: Checkin) -> Draft:
        """A line of it: of the day and the moment of its first one."""
        if self.first is None:
            return now.draft(body, on=self.on)
        first = self.first
        return Draft(body, first.by, first.day, first.at, about=first.uid)


def making(s: Session, cadence: str, on: When | None) -> Making:
    """A check-in of the writer's to be asked for: a new one, or the rest of one of the same day,
    week or month that was broken off."""
    day = on.day if on else s.today
    begun = next((i for i in reversed(held(s, cadence, day)) if _broken_off(i)), None)
    names = list(FORMS[cadence])
    if begun is None:
        return Making(s, cadence, day, on, left=names)
    given = [n for n in names if getattr(begun.body, n) is not None]
    after = names.index(given[-1]) + 1 if given else 0
    return Making(s, cadence, day, on, begun.entry, names[after:])


def held(s: Session, cadence: str, day: date) -> list[Item]:
    """The writer's check-ins of this cadence in the day, week or month around ``day``."""
    days = period(s.calendar, cadence, day)
    record = Record(around(s, days))
    return in_order([i for i in given_by(record, s.writer, cadence) if i.day in days])


def around(s: Session, days: Span) -> list[Entry]:
    """The entries of the check-ins of these days."""
    return load.checkins(s.journal, days.first, days.last)


def _broken_off(item: Item) -> bool:
    return isinstance(item.body, Checkin) and item.body.goes_on and not item.erased
