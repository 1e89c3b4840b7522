"""What comes up by itself about repairs: news of the other's, and what waits for a word."""

from __future__ import annotations

from repairlog.entries import Entry
from repairlog.kinds.boundaries import Boundary
from repairlog.kinds.commitments import Delivery
from repairlog.kinds.moments import Project, Update
from repairlog.kinds.repair import Apology
from repairlog.readings.progress import Mending
from repairlog.readings.today import today_report
from tests.build import Book, moment, promise

MONDAY = "2026-11-23T17:00"


def found(book: Book, at: str = MONDAY, person: str | None = "Ben") -> list[tuple[str, str]]:
    return [(one.sort, one.ref) for one in mending(book, at, person)]


def mending(book: Book, at: str = MONDAY, person: str | None = "Ben") -> tuple[Mending, ...]:
    return today_report(book.record, book.settings, moment(at), person).mending


def apology(book: Book, at: str = "2026-11-20T10:00") -> Entry:
    return book.write(Apology(text="I hurt you", responsibility="mine"), at=at)


def test_a_deed_for_a_repair_is_told_for_some_days_whole_or_in_part() -> None:
    book = Book()
    sorry = apology(book)
    call = book.write(promise("call"), about=sorry, at="2026-11-20T10:00")
    book.write(Delivery(partly=True), about=call, at="2026-11-20T12:00")
    assert found(book) == [("partly", call.ref)]
    book.write(Delivery(), about=call, at="2026-11-22T12:00")

    assert found(book) == [("done", call.ref)]
    assert found(book, "2026-11-25T10:00") == [("done", call.ref)]
    assert found(book, "2026-11-26T10:00") == []


def test_a_repair_that_recurs_tells_of_its_latest_deed_once() -> None:
    book = Book()
    text = book.write(promise("text", every="day"), about=apology(book), at="2026-11-20T10:00")
    for day in ("21", "22", "23"):
        book.write(Delivery(), about=text, at=f"2026-11-{day}T12:00")

    [one] = [one for one in mending(book) if one.sort == "done"]
    assert one.done is not None
    assert one.done.day == 23


def test_what_was_told_unasked_is_news_to_the_other_only() -> None:
    book = Book()
    call = book.write(promise("call", by="2026-12-20"), at="2026-11-01T10:00")
    book.write(Update(text="I called"), about=call, at="2026-11-21T10:00")
    book.write(Update(text="about nothing"), at="2026-11-21T10:00")

    assert found(book) == [("told", call.ref)]
    assert found(book, person="Ana") == []
    assert found(book, person=None) == [("told", call.ref)]
    assert found(book, "2026-11-25T10:00") == []


def test_news_and_what_waits_longest_stand_side_by_side() -> None:
    book = Book()
    old = apology(book, at="2026-11-01T10:00")
    silent = book.write(promise("write", start="2026-11-01"), about=old, at="2026-11-01T10:00")
    for text in ("one", "two"):
        book.write(Update(text=text), about=apology(book), at="2026-11-22T10:00")
    sorts = [sort for sort, _ in found(book)]

    assert (sorts[0], found(book)[1][0]) == ("told", "unplanned")
    assert sorts.count("told") == 2
    assert ("silent", silent.ref) in found(book)


def test_a_step_of_a_project_or_a_plain_promise_is_no_repair() -> None:
    book = Book()
    beds = book.write(Project(text="beds"), at="2026-11-01T10:00")
    for about in (beds, None):
        done = book.write(promise("wood"), about=about, at="2026-11-01T10:00")
        book.write(Delivery(), about=done, at="2026-11-22T10:00")
        book.write(promise("earth"), about=about, at="2026-11-01T10:00")
    assert found(book) == []

    asks = book.write(Boundary(text="we ask", means=("I ask",)), at="2026-11-01T10:00")
    step = book.write(promise("knock"), about=asks, at="2026-11-20T10:00")
    book.write(Delivery(), about=step, at="2026-11-22T10:00")
    assert found(book) == [("done", step.ref)]
