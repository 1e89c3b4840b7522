"""A week in which everything that can be written was written, in whatever words a test wants."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from itertools import count
from typing import Any

from repairlog.dates import Span
from repairlog.entries import Entry
from repairlog.export.redaction import withheld
from repairlog.export.report import Summary as Document
from repairlog.kinds import kind_of
from repairlog.kinds.agreement import Cadence, Consent, Ending, Renewal, Response, Rule
from repairlog.kinds.assent import Adoption, Assent, Decline
from repairlog.kinds.body import words_of
from repairlog.kinds.boundaries import (
    Boundary,
    Crossing,
    Honoured,
    Pattern,
    Repaired,
    Retirement,
    Revision,
)
from repairlog.kinds.changes import Ease, Release
from repairlog.kinds.checkins import CADENCES, Checkin
from repairlog.kinds.commitments import Commitment, Delivery
from repairlog.kinds.conversations import Confirmation, Paraphrase, Summary, Talk
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
from repairlog.kinds.repair import Acknowledgement, Apology, Disclosure, Setback
from repairlog.kinds.triggers import Trigger
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
    _agreement(book, ana, ben)
    _conversations(book, ana, ben)
    _repairs(book, walk, ana, ben)
    for number, kind in enumerate((Care, Goal, Note, Project, Ritual, Support, Value)):
        book.write(kind(text="x"), by=(ana, ben)[number % 2], at=on(19, "12:00"))
    for number, kind in enumerate((Need, Misread, Need)):
        asked = book.write(kind(text="x"), by=(ana, ben)[number % 2], at=on(19, "13:00"))
        if number:
            other = (ben, ana)[number % 2]
            book.write(Answer(text="x"), by=other, about=asked, at=on(20, "13:00"))
    book.write(Appreciation(text="x"), by=ana, at=on(20, "14:00"))
    for cadence in CADENCES:
        back = Checkin(cadence=cadence, summary="x", keep="x", challenging="x", need="x")
        book.write(back, by=ana, at=on(20, "15:00"))
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
    book.write(Honoured(note="x"), by=ben, about=asks, at=on(18))
    book.write(Repaired(note="x"), by=ana, about=crossed, at=on(20))
    book.write(replace(changed, why="x"), by=ana, about=asks, at=on(21))
    old = book.write(body, by=ben, at=on(2))
    book.write(Retirement(why="x"), by=ben, about=old, at=on(20))
    book.write(Boundary(text="x"), by=ana, at=on(20))


def _agreement(book: Book, ana: str, ben: str) -> None:
    """What binds both, in its versions; what waits; what ended; and each one's own consent."""
    later = date(2026, 11, 24)
    rule = Rule(text="x", minutes=45, revisit=later, attainable=6, why="x")
    pause = Response(name="x", text="x", pause=True, revisit=later, attainable=6, why="x")
    daily = Cadence(cadence="daily", at=time(22), revisit=later, attainable=6, why="x")
    stand = [both(book, one, ben, ana) for one in (rule, pause, daily)]
    agreed(book, stand[0], replace(rule, minutes=30), ana, ben)
    agreed(book, stand[1], replace(pause, pause=False), ben, ana)
    agreed(book, stand[2], Renewal(revisit=date(2026, 12, 24)), ben, ana)
    agreed(book, both(book, Rule(text="x"), ana, ben), Ending(why="x"), ben, ana)
    # From after the talks on: whether a talk is off the safe topics depends on the words.
    safe = book.write(Rule(text="x", topics=("x", "x")), by=ana, at=on(21, "09:00"))
    book.write(Assent(), by=ben, about=safe, at=on(21, "09:10"))
    for waiting in (rule, pause, replace(daily, cadence="weekly"), Rule(text="x")):
        book.write(waiting, by=ana, at=on(20, "19:00"))
    book.write(Ending(why="x"), by=ben, about=stand[1], at=on(20, "19:10"))
    for by, to, given in ((ana, "growth", True), (ben, "growth", True), (ben, "export", False)):
        book.write(Consent(to=to, given=given, why="x"), by=by, at=on(20, "19:20"))


def _conversations(book: Book, ana: str, ben: str) -> None:
    """One talk told by both, heard in two rounds and summed up; another that waits."""
    account = Talk(text="x", said="x", heard="x", minutes=50)
    talk = book.write(account, by=ana, at=on(18, "20:00"))
    book.write(Confirmation(correct="x"), by=ben, about=talk, at=on(18, "20:10"))
    again = book.write(Paraphrase(text="x"), by=ana, about=talk, at=on(18, "20:20"))
    book.write(Confirmation(), by=ben, about=again, at=on(18, "20:30"))
    book.write(replace(account, minutes=None), by=ben, about=talk, at=on(18, "20:40"))
    agreed(book, talk, Summary(text="x"), ana, ben)
    trigger = book.write(Trigger(text="x", effect="x"), by=ana, at=on(18, "21:00"))
    agreed(book, trigger, Summary(text="x"), ben, ana)
    waits = book.write(account, by=ben, at=on(20, "20:00"))
    book.write(Misread(text="x"), by=ben, about=waits, at=on(20, "20:00"))
    book.write(Summary(text="x"), by=ben, about=waits, at=on(20, "20:10"))


def _repairs(book: Book, walk: Entry, ana: str, ben: str) -> None:
    """Told and received; an apology that is complete and one that is open; a plan begun anew."""
    for about, by in ((None, ana), (walk, ben)):
        book.write(Disclosure(text="x"), by=by, about=about, at=on(18, "12:00"))
        told = book.write(Disclosure(text="x"), by=by, about=about, at=on(18, "12:10"))
        other = ben if by == ana else ana
        book.write(Acknowledgement(note="x"), by=other, about=told, at=on(18, "13:00"))
    for day, forgiveness in ((17, True), (20, False)):
        sorry = Apology(text="x", responsibility="x", forgiveness=forgiveness)
        apology = book.write(sorry, by=ana, at=on(day, "14:00"))
        repair = promise("x", start=f"2026-11-{day}", by="2026-11-25")
        made = book.write(repair, by=ana, about=apology, at=on(day, "14:00"))
        if forgiveness:
            book.write(Acknowledgement(note="x"), by=ben, about=apology, at=on(day, "15:00"))
            book.write(Delivery(note="x"), by=ana, about=made, at=on(19, "14:00"))
    for day in (18, 20):
        setback = book.write(Setback(text="x"), by=ben, about=walk, at=on(day, "16:00"))
        plan = promise("x", start=f"2026-11-{day}", by="2026-11-29")
        step = book.write(plan, by=ben, about=setback, at=on(day, "16:00"))
        adoption = book.write(Adoption(), by=ben, about=step, at=on(day, "16:00"))
        if day == 18:
            book.write(Acknowledgement(note="x"), by=ana, about=setback, at=on(day, "17:00"))
            book.write(Assent(attainable=7), by=ana, about=adoption, at=on(day, "17:10"))


def both(book: Book, proposal: Any, by: str, other: str) -> Entry:
    """A proposal about nothing else, such as a ground rule, to which the other said yes."""
    made = book.write(proposal, by=by, at=on(16, "09:00"))
    book.write(Assent(attainable=7), by=other, about=made, at=on(16, "09:30"))
    return made


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


def summary(entries: list[Entry], days: Span = WEEK) -> Document:
    """The summary of these entries on the Sunday evening."""
    record, now = Record(entries), moment(EVENING)
    held = settings_of(record, DEVICE)
    return Document(
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
