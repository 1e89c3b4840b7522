"""Literal entries for tests of readings: a body, who wrote it, when, and what it is about.

    book = Book()
    c1 = book.write(promise("text when leaving work", every="weekday", at="18:00"))
    book.write(Delivery(), about=c1, at="2026-11-16T17:50")
    report = ledger(book.record, book.settings, moment("2026-11-22T19:40"), {})

Hashes and salts are left empty: readings never look at them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import count

from repairlog.dates import Calendar
from repairlog.entries import Entry
from repairlog.kinds import KIND_OF, KINDS, Body, encode
from repairlog.kinds.body import without_words
from repairlog.kinds.commitments import Commitment
from repairlog.kinds.keeping import Init
from repairlog.kinds.mending import Erase
from repairlog.readings.people import Settings, settings
from repairlog.readings.record import Record
from repairlog.recurrence import read_rule

BEGUN = "2026-08-30T20:00"
DEVICE = "here"

_uids = count(1)


def moment(text: str) -> datetime:
    """An aware local moment; without an offset it is the zone's of the tests."""
    return datetime.fromisoformat(text).astimezone()


def entry(
    body: Body,
    *,
    by: str = "Ana",
    at: str | None = "2026-11-16T18:00",
    day: str | None = None,
    about: Entry | str | None = None,
    written: str | None = None,
    ref: str | None = None,
    calendar: Calendar | None = None,
) -> Entry:
    """An entry as the journal would give it back, with a uid after all earlier ones.

    ``day`` without a time: give the day. ``written`` is the moment itself unless it is said, and
    eight in the evening of a day without a time.
    """
    moment_of = None if day else moment(at or BEGUN)
    told = moment(written) if written else moment_of or moment(f"{day}T20:00")
    kind = KIND_OF[type(body)]
    uid = f"{next(_uids):012d}"
    return Entry(
        uid=uid,
        device=DEVICE,
        seq=int(uid),
        ref=ref or f"{kind.letter}{int(uid)}",
        kind=kind.name,
        version=kind.version,
        by=by,
        at=moment_of,
        day=date.fromisoformat(day) if day else (calendar or Calendar()).day_of(moment_of or told),
        written=told.astimezone(UTC),
        about=about.uid if isinstance(about, Entry) else about,
        command=uid,
        content="",
        hash="",
        salt="",
        fields=encode(body),
    )


class Book:
    """Entries in the making, with references numbered as the journal numbers them."""

    def __init__(self, init: Init | None = None, *, begun: str = BEGUN) -> None:
        self.entries: list[Entry] = []
        self._numbers: dict[str, int] = {}
        self.write(init or Init(me="Ana", partner="Ben"), at=begun)

    def write(
        self,
        body: Body,
        *,
        by: str = "Ana",
        at: str | None = "2026-11-16T18:00",
        day: str | None = None,
        about: Entry | str | None = None,
        written: str | None = None,
    ) -> Entry:
        """One more entry."""
        letter = KIND_OF[type(body)].letter
        self._numbers[letter] = number = self._numbers.get(letter, 0) + 1
        made = entry(
            body, by=by, at=at, day=day, about=about, written=written, ref=f"{letter}{number}"
        )
        self.entries.append(made)
        return made

    def erase(self, erased: Entry, *, at: str = "2026-11-16T18:00") -> Entry:
        """Take an entry's words away, and say so with an entry."""
        assert erased.fields is not None
        remains = without_words(KINDS[erased.kind].body, erased.fields)
        self.entries = [replace(e, fields=None) if e is erased else e for e in self.entries]
        return self.write(Erase(remains=remains), by=erased.by, about=erased, at=at)

    def by(self, now: datetime) -> Record:
        """The record as it was at a moment: what was written by then."""
        return Record(entry for entry in self.entries if entry.written <= now)

    @property
    def record(self) -> Record:
        """All entries, ready to be read."""
        return Record(self.entries)

    @property
    def settings(self) -> Settings:
        """What holds after all entries."""
        return settings(self.record, DEVICE)


def promise(
    text: str,
    *,
    start: str = "2026-10-26",
    every: str | None = None,
    at: str | None = None,
    times: int | None = None,
    by: str | None = None,
    until: str | None = None,
    who: str | None = None,
    need: str | None = None,
) -> Commitment:
    """A commitment with terms in words; ``start``, ``by`` and ``until`` are ISO days."""
    first = date.fromisoformat(start)
    rule, quota = read_rule(every, first, Calendar()) if every else (None, None)
    return Commitment(
        text=text,
        start=first,
        by=date.fromisoformat(by) if by else None,
        every=rule.words if rule else None,
        rrule=rule.rrule if rule else None,
        whole=rule.whole if rule else None,
        at=time.fromisoformat(at) if at else None,
        times=times or quota or 1,
        until=date.fromisoformat(until) if until else None,
        who=who,
        need=need,
    )
