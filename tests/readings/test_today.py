"""Today's page: what is due now, what waits, the next check-in, one shared thing."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from repairlog.kinds.assent import Adoption, Assent, Decline
from repairlog.kinds.boundaries import Boundary, Crossing, Repaired
from repairlog.kinds.checkins import Checkin
from repairlog.kinds.commitments import Delivery, Miss
from repairlog.kinds.moments import Answer, Doubt, Memory, Value
from repairlog.kinds.pace import Hold, Slow
from repairlog.kinds.triggers import Meaning, Settling, Trigger
from repairlog.readings.today import TodayReport, today_report
from tests.build import Book, moment, promise

MONDAY = "2026-11-23T17:00"


def today(book: Book, at: str = MONDAY, person: str | None = "Ana") -> TodayReport:
    return today_report(book.record, book.settings, moment(at), person)


def due(report: TodayReport) -> list[tuple[str, int, bool]]:
    return [(one.ref, one.left, one.over) for one in report.due]


def test_what_falls_on_today_is_due_until_it_is_delivered() -> None:
    book = Book()
    text = book.write(promise("text", every="weekday", at="18:00"))
    book.write(promise("plan", every="sunday"))
    assert due(today(book)) == [("c1", 1, False)]

    book.write(Delivery(), about=text, at="2026-11-23T16:30")
    assert due(today(book)) == []


def test_a_promise_made_once_is_due_on_its_day_and_stays_until_it_is_done() -> None:
    book = Book()
    call = book.write(promise("call", by="2026-11-23"))
    book.write(promise("letter", by="2026-11-24"))
    assert due(today(book)) == [("c1", 1, False)]
    assert due(today(book, "2026-11-25T10:00")) == [("c1", 1, True), ("c2", 1, True)]

    book.write(Delivery(), about=call, at="2026-11-25T11:00")
    assert due(today(book, "2026-11-25T12:00")) == [("c2", 1, True)]


@pytest.mark.parametrize(("day", "expected"), [("26", []), ("27", [("c1", 3, False)])])
def test_several_times_a_week_are_due_once_each_day_is_needed(
    day: str, expected: list[tuple[str, int, bool]]
) -> None:
    book = Book()
    book.write(promise("news", every="3 times a week"))

    assert due(today(book, f"2026-11-{day}T10:00")) == expected


def test_what_is_held_is_not_due() -> None:
    book = Book()
    book.write(promise("text", every="weekday", at="18:00"))
    book.write(promise("call", by="2026-11-23"))
    book.write(Hold(until=date(2026, 11, 25)), at="2026-11-22T18:00")

    report = today(book)
    assert report.due == ()
    assert [pace.kind for pace in report.paces] == ["hold"]


def test_ones_own_come_first() -> None:
    book = Book()
    book.write(promise("text", every="weekday", at="10:00"), by="Ben")
    book.write(promise("walk", every="weekday", at="18:00"), by="Ana")

    assert [one.who for one in today(book, person="Ana").due] == ["Ana", "Ben"]
    assert [one.who for one in today(book, person="Ben").due] == ["Ben", "Ana"]


def test_a_repair_that_was_done_is_told_of_unasked_and_a_stale_one_comes_up() -> None:
    book = Book()
    text = book.write(promise("text", every="weekday", at="18:00"))
    miss = book.write(Miss(own="I let it slide", of=date(2026, 11, 10)), about=text)
    done = book.write(promise("say by 20:00", by="2026-11-22"), about=miss, at="2026-11-12T18:00")
    book.write(Delivery(), about=done, at="2026-11-21T18:00")
    book.write(promise("a new charger"), about=miss, at="2026-11-16T18:00")

    found = [(one.ref, one.done, one.since.day) for one in today(book).mending]
    assert found == [("c2", date(2026, 11, 21), 12), ("c3", None, 16)]
    assert [one.ref for one in today(book, "2026-11-22T18:00").mending] == ["c2"]


def test_what_waits_is_for_the_other_person() -> None:
    book = Book()
    asks = book.write(Boundary(text="we ask first", means=("no looking",)), by="Ben")
    adoption = book.write(Adoption(), by="Ben", about=asks)
    doubt = book.write(Doubt(text="at six"), by="Ben")
    late = book.write(Trigger(text="a late reply", sort="conflict"), by="Ben")
    mine = book.write(Doubt(text="is it enough"), by="Ana")

    waiting = [(one.ref, one.command) for one in today(book, person="Ana").waiting]
    assert waiting == [
        (adoption.ref, "agree"),
        (doubt.ref, "answer"),
        (late.ref, "trigger meant"),
    ]
    assert [one.ref for one in today(book, person="Ben").waiting] == [mine.ref]
    assert len(today(book, person=None).waiting) == 4

    book.write(Assent(), by="Ana", about=adoption)
    book.write(Answer(text="yes"), by="Ana", about=doubt)
    book.write(Meaning(text="the tunnel"), by="Ana", about=late)
    assert today(book, person="Ana").waiting == ()


def test_a_pause_tells_when_its_person_is_back() -> None:
    book = Book()
    back = datetime.fromisoformat("2026-11-23T17:20+01:00")
    late = book.write(Trigger(text="a late reply", back=back), by="Ben", at="2026-11-23T16:50")

    def told(at: str) -> list[tuple[str, bool]]:
        return [(one.who, one.over) for one in today(book, at).back]

    assert told("2026-11-23T17:00") == [("Ben", False)]
    assert told("2026-11-23T17:30") == [("Ben", True)]
    assert told("2026-12-23T21:30") == [("Ben", True)]  # until it is settled, however long
    book.write(Settling(intensity=2), by="Ben", about=late, at="2026-11-23T17:25")
    assert told("2026-11-23T17:30") == []


def test_the_pauses_that_still_run_come_first_and_then_the_latest() -> None:
    book = Book()
    for hour in (9, 10, 19, 18):
        back = datetime.fromisoformat(f"2026-11-23T{hour:02}:20+01:00")
        book.write(Trigger(text="a late reply", back=back), at="2026-11-23T08:50")

    assert [one.ref for one in today(book).back] == ["t4", "t3", "t2", "t1"]


def test_a_crossing_without_a_step_is_there_for_both_until_one_is_planned() -> None:
    book = Book()
    asks = book.write(Boundary(text="we ask first", means=("no looking",)), by="Ben")
    crossing = book.write(Crossing(what="it hurt", version_of=asks.uid), by="Ben", about=asks)

    def crossed(person: str | None) -> list[tuple[str, str]]:
        return [(one.ref, one.boundary) for one in today(book, person=person).crossed]

    for person in ("Ana", "Ben", None):
        assert crossed(person) == [(crossing.ref, "b1")]

    step = book.write(promise("talk", who="Ana"), by="Ben", about=crossing)
    adoption = book.write(Adoption(), by="Ben", about=step)
    assert crossed("Ana") == []
    book.write(Decline(), by="Ana", about=adoption)
    assert crossed("Ana") == [(crossing.ref, "b1")]
    book.write(Repaired(), by="Ben", about=crossing)
    assert crossed("Ana") == []


@pytest.mark.parametrize(
    ("cadence", "last", "expected"),
    [
        ("daily", "2026-11-22", "2026-11-23"),
        ("daily", "2026-11-23", "2026-11-24"),
        ("weekly", "2026-11-22", "2026-11-29"),
        ("weekly", "2026-11-23", "2026-12-06"),
        ("monthly", "2026-10-30", "2026-11-30"),
        ("monthly", "2026-11-02", "2026-12-31"),
    ],
)
def test_the_next_check_in_follows_the_last(cadence: str, last: str, expected: str) -> None:
    book = Book()
    book.write(Checkin(cadence=cadence), at=f"{last}T09:00")

    report = today(book)
    assert report.checkin is not None
    assert report.checkin.day == date.fromisoformat(expected)
    assert today(book, person="Ben").checkin is None


def test_what_is_shared_takes_turns_by_day() -> None:
    book = Book()
    book.write(Memory(text="the night train"))
    book.write(Value(text="we tell each other first"))

    def shared(day: int) -> str:
        one = today(book, f"2026-11-{day}T10:00").shared
        assert one is not None
        return one.text

    assert {shared(23), shared(24)} == {"the night train", "we tell each other first"}
    assert shared(23) == shared(25)


def test_a_slow_pace_is_known() -> None:
    book = Book()
    book.write(Slow(until=date(2026, 11, 25)), by="Ben", at="2026-11-22T18:00")

    slow = today(book).slow
    assert slow is not None
    assert slow.until == date(2026, 11, 25)
    assert today(book, "2026-11-26T10:00").slow is None
