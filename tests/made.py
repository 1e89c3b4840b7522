"""A week in which everything that can be written was written, in whatever words a test wants."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import Any

from repairlog.dates import Span
from repairlog.entries import Entry
from repairlog.export.redaction import withheld
from repairlog.export.report import Summary
from repairlog.kinds import kind_of
from repairlog.kinds.assent import Adoption, Assent, Decline
from repairlog.kinds.body import words_of
from repairlog.kinds.boundaries import Boundary, Crossing, Pattern, Repaired, Retirement, Revision
from repairlog.kinds.changes import Ease, Release
from repairlog.kinds.commitments import Commitment, Delivery
from repairlog.kinds.milestones import Celebration, Milestone
from repairlog.kinds.moments import (
    Answer,
    Appreciation,
    Care,
    Goal,
    Misread,
    Need,
    Note,
    Project,
    Ritual,
    Support,
    Value,
)
from repairlog.kinds.pace import Hold, Slow
from repairlog.readings.ledger import ledger
from repairlog.readings.moments import of_place
from repairlog.readings.people import settings as settings_of
from repairlog.readings.record import Record
from repairlog.readings.review import review
from repairlog.readings.timeline import timeline
from tests.build import DEVICE, Book, moment, promise
from tests.week import EVENING, WEEK, on, week

FREE = ("value",)
"""Fields of a boundary that a person fills with words of their own."""


def everything(ana: str = "Ana", ben: str = "Ben") -> Book:
    """The week of `tests.week`, and at least one entry of every other kind that holds words."""
    book = week(ana, ben)
    walk = _promises(book, ana, ben)
    _boundaries(book, ana, ben)
    for number, kind in enumerate((Care, Goal, Note, Project, Ritual, Support, Value)):
        book.write(kind(text="x"), by=(ana, ben)[number % 2], at=on(19, "12:00"))
    for number, kind in enumerate((Need, Misread, Need)):
        asked = book.write(kind(text="x"), by=(ana, ben)[number % 2], at=on(19, "13:00"))
        if number:
            other = (ben, ana)[number % 2]
            book.write(Answer(text="x"), by=other, about=asked, at=on(20, "13:00"))
    book.write(Appreciation(text="x"), by=ana, at=on(20, "14:00"))
    held = Hold(until=date(2026, 11, 18), of=(walk.uid,), why="x")
    book.write(held, by=ben, at=on(18, "08:00"))
    book.write(Slow(until=date(2026, 11, 29), why="x"), by=ben, at=on(20, "08:00"))
    done = book.write(Milestone(text="x", by=date(2026, 11, 20)), by=ben, at=on(1))
    agreed(book, done, Adoption(), ben, ana)
    book.write(Celebration(note="x"), by=ana, about=done, at=on(20, "20:00"))
    return book


def _promises(book: Book, ana: str, ben: str) -> Entry:
    walk = book.write(
        promise("x", start="2026-11-02", every="day", need="x"), by=ben, at=on(1, "12:00")
    )
    book.write(Delivery(partly=True, note="x"), by=ben, about=walk, at=on(17))
    book.write(Delivery(note="x"), by=ben, about=walk, at=on(17, "19:00"))
    book.write(Delivery(note="x"), by=ben, about=walk, at=on(17, "20:00"))
    pause = Ease(start=date(2026, 11, 20), until=date(2026, 11, 21), why="x")
    agreed(book, walk, pause, ben, ana)
    free = book.write(promise("x", start="2026-11-02", every="day"), by=ana, at=on(2))
    agreed(book, free, Release(why="x"), ana, ben)
    no = book.write(Release(why="x"), by=ben, about=walk, at=on(20, "10:00"))
    book.write(Decline(why="x"), by=ana, about=no, at=on(20, "11:00"))
    step = Commitment(text="x", start=date(2026, 11, 16), who=ana)
    agreed(book, book.write(step, by=ben, at=on(16)), Adoption(), ben, ana)
    return walk


def _boundaries(book: Book, ana: str, ben: str) -> None:
    body = Boundary(text="x", value="x", means=("x", "x"), remedy="x", revisit=date(2026, 11, 24))
    asks = book.write(body, by=ana, at=on(2))
    agreed(book, asks, Adoption(), ana, ben)
    changed = Revision(text="x", value="x", means=("x",), remedy="x", why="x")
    agreed(book, asks, changed, ben, ana)
    agreed(book, asks, Pattern(name="x"), ben, ana)
    crossed = book.write(Crossing(what="x", version_of=asks.uid), by=ana, about=asks, at=on(19))
    book.write(Repaired(note="x"), by=ana, about=crossed, at=on(20))
    book.write(replace(changed, why="x"), by=ana, about=asks, at=on(21))
    old = book.write(body, by=ben, at=on(2))
    book.write(Retirement(why="x"), by=ben, about=old, at=on(20))
    book.write(Boundary(text="x"), by=ana, at=on(20))


def agreed(book: Book, thing: Entry, proposal: Any, by: str, other: str) -> Entry:
    """A proposal about the thing to which the other said yes."""
    made = book.write(proposal, by=by, about=thing, at=on(17, "09:00"))
    book.write(Assent(attainable=7), by=other, about=made, at=on(17, "09:30"))
    return made


# -- other words -----------------------------------------------------------------------------------


def reworded(book: Book, words: Callable[[Entry, str], str]) -> list[Entry]:
    """The entries, with other words wherever a person's own stand."""
    return [replace(e, fields=dict(_fields(e, words))) for e in book.entries]


def _fields(entry: Entry, words: Callable[[Entry, str], str]) -> Iterator[tuple[str, Any]]:
    free = FREE if entry.kind in ("boundary", "revision") else ()
    theirs = (*words_of(kind_of(entry).body), *free)
    for name, value in (entry.fields or {}).items():
        if name not in theirs or not value:
            yield name, value
        elif isinstance(value, list):
            yield name, [words(entry, name) for _ in value]
        else:
            yield name, words(entry, name)


@dataclass
class Numbered:
    """A name of its own for every text, and whose text it is."""

    def __post_init__(self) -> None:
        self._numbers = count(1)
        self.of: dict[str, tuple[Entry, str]] = {}

    def __call__(self, entry: Entry, field: str) -> str:
        name = f"zq{next(self._numbers)}zq"
        self.of[name] = entry, field
        return name


def summary(entries: list[Entry], days: Span = WEEK) -> Summary:
    """The summary of these entries on the Sunday evening."""
    record, now = Record(entries), moment(EVENING)
    held = settings_of(record, DEVICE)
    return Summary(
        days=days,
        week=True,
        audience=None,
        writer=held.people[0],
        private=False,
        review=review(record, held, now, days, seal="7K3Q-M2XD-90AF"),
        ledger=ledger(record, held, now, {}, since=days.first, until=days.last),
        timeline=timeline(record, held, now, days.first, days.last),
        shared=of_place(record, "shared", days),
        without=(),
        withheld=frozenset(map(withheld, held.people)),
        left_out=(),
    )
