"""A boundary as it stands: its version, who agreed, what crossed it and what puts that right."""

from __future__ import annotations

from datetime import date

from repairlog.entries import Entry
from repairlog.kinds.assent import Adoption, Assent, Decline
from repairlog.kinds.boundaries import (
    Boundary,
    Crossing,
    Honoured,
    Pattern,
    Repaired,
    Retirement,
    Revision,
)
from repairlog.kinds.commitments import Delivery
from repairlog.kinds.keeping import Init, Setting
from repairlog.readings.boundaries import BoundaryReport, boundaries
from tests.build import Book, moment, promise

NOW = "2026-11-23T18:00"


def only(book: Book) -> BoundaryReport:
    [one] = boundaries(book.record, book.settings, moment(NOW))
    return one


def named(book: Book, *, means: tuple[str, ...] = ("ask first",)) -> Entry:
    body = Boundary(text="we ask", value="privacy", means=means)
    return book.write(body, at="2026-09-06T18:00")


def adopted(book: Book, boundary: Entry, at: str = "2026-09-06T19:00") -> None:
    adoption = book.write(Adoption(), about=boundary, at="2026-09-06T18:00")
    book.write(Assent(attainable=4), by="Ben", about=adoption, at=at)


def revised(book: Book, boundary: Entry, text: str, at: str, *, agreed: bool = True) -> Entry:
    revision = book.write(
        Revision(text=text, means=("knock",), why="it fits"), about=boundary, at=at
    )
    if agreed:
        book.write(Assent(), by="Ben", about=revision, at=at)
    return revision


def test_without_a_behaviour_it_is_a_draft() -> None:
    book = Book()
    named(book, means=())

    assert only(book).draft


def test_it_stands_as_its_authors_own_until_the_other_agrees() -> None:
    book = Book()
    boundary = named(book)
    adoption = book.write(Adoption(), about=boundary, at="2026-09-06T18:00")
    assert only(book).agreed is None
    assert [p.ref for p in only(book).waiting] == [adoption.ref]

    book.write(Assent(attainable=4), by="Ben", about=adoption, at="2026-09-07T18:00")
    assert only(book).agreed == date(2026, 9, 7)
    assert only(book).version.attainable == 4
    assert only(book).waiting == ()


def test_alone_what_was_adopted_stands_as_ones_own_and_waits_for_the_other_to_join() -> None:
    book = Book(Init(me="Ana"))
    boundary = named(book)
    adoption = book.write(Adoption(), about=boundary, at="2026-09-06T18:00")
    assert (only(book).agreed, only(book).waiting) == (None, ())

    book.write(Setting(name="partner", value="Ben"), at="2026-09-10T18:00")
    assert (only(book).agreed, [p.ref for p in only(book).waiting]) == (None, [adoption.ref])

    book.write(Assent(), by="Ben", about=adoption, at="2026-09-12T18:00")
    assert (only(book).agreed, only(book).waiting) == (date(2026, 9, 12), ())


def test_of_all_that_was_revised_alone_only_the_latest_version_waits() -> None:
    book = Book(Init(me="Ana"))
    boundary = named(book)
    book.write(Adoption(), about=boundary, at="2026-09-06T18:00")
    revised(book, boundary, "we knock", "2026-09-07T18:00", agreed=False)
    latest = revised(book, boundary, "we wait", "2026-09-08T18:00", agreed=False)
    book.write(Setting(name="partner", value="Ben"), at="2026-09-10T18:00")

    assert [p.ref for p in only(book).waiting] == [latest.ref]


def test_its_authors_own_words_hold_while_both_have_agreed_to_none() -> None:
    book = Book()
    boundary = named(book, means=())
    revision = revised(book, boundary, "we knock", "2026-09-07T18:00", agreed=False)
    one = only(book)
    assert (one.version.text, one.draft, one.agreed) == ("we knock", False, None)
    assert [p.ref for p in one.waiting] == [revision.ref]

    book.write(Assent(), by="Ben", about=revision, at="2026-09-09T18:00")
    assert only(book).agreed == date(2026, 9, 9)


def test_the_others_revision_holds_only_once_its_author_agrees() -> None:
    book = Book()
    boundary = named(book)
    theirs = Revision(text="we knock", means=("knock",))
    book.write(theirs, by="Ben", about=boundary, at="2026-09-07T18:00")

    assert only(book).version.text == "we ask"


def test_a_revision_that_binds_leaves_nothing_to_answer_of_the_first_words() -> None:
    book = Book()
    boundary = named(book)
    book.write(Adoption(), about=boundary, at="2026-09-06T18:00")
    revised(book, boundary, "we knock", "2026-09-07T18:00")

    assert only(book).waiting == ()


def test_a_revision_holds_once_both_agreed_and_the_old_words_stay_readable() -> None:
    book = Book()
    boundary = named(book)
    adopted(book, boundary)
    revised(book, boundary, "we knock", "2026-10-01T18:00")
    revised(book, boundary, "we wait", "2026-10-02T18:00", agreed=False)

    one = only(book)

    assert [(v.number, v.text) for v in one.versions] == [(1, "we ask"), (2, "we knock")]
    assert (one.version.text, one.version.why) == ("we knock", "it fits")
    assert len(one.waiting) == 1


def test_a_crossing_restates_the_words_that_held_then() -> None:
    book = Book()
    boundary = named(book)
    adopted(book, boundary)
    what = Crossing(what="it was opened", version_of=boundary.uid)
    book.write(what, about=boundary, at="2026-09-20T18:00")
    revised(book, boundary, "we knock", "2026-10-01T18:00")

    [crossing] = only(book).crossings

    assert crossing.crossed.text == "we ask"


def test_a_crossing_is_open_until_both_steps_and_repair_are_said() -> None:
    book = Book()
    boundary = named(book)
    what = Crossing(what="it was opened", version_of=boundary.uid)
    crossing = book.write(what, about=boundary, at="2026-11-02T18:00")
    step = book.write(
        promise("ask", start="2026-11-02", by="2026-11-30"), about=crossing, at="2026-11-02T19:00"
    )
    [report] = only(book).unrepaired
    assert [s.ref for s in report.open_steps] == [step.ref]

    book.write(Delivery(), about=step, at="2026-11-05T18:00")
    [report] = only(book).unrepaired
    assert report.open_steps == ()

    book.write(Repaired(), about=crossing, at="2026-11-06T18:00")
    assert only(book).unrepaired == ()


def test_a_step_for_the_other_is_open_while_it_waits_for_their_yes() -> None:
    book = Book()
    boundary = named(book)
    what = Crossing(what="it was opened", version_of=boundary.uid)
    crossing = book.write(what, about=boundary, at="2026-11-02T18:00")
    body = promise("ask", start="2026-11-02", by="2026-11-30", who="Ben")
    step = book.write(body, about=crossing, at="2026-11-02T19:00")
    book.write(Adoption(), about=step, at="2026-11-02T19:00")

    [report] = only(book).unrepaired

    assert [(s.who, s.standing) for s in report.open_steps] == [("Ben", "proposed")]


def test_a_step_that_was_declined_is_not_waited_for() -> None:
    book = Book()
    boundary = named(book)
    what = Crossing(what="it was opened", version_of=boundary.uid)
    crossing = book.write(what, about=boundary, at="2026-11-02T18:00")
    body = promise("ask", start="2026-11-02", by="2026-11-30", who="Ben")
    step = book.write(body, about=crossing, at="2026-11-02T19:00")
    adoption = book.write(Adoption(), about=step, at="2026-11-02T19:00")
    book.write(Decline(), by="Ben", about=adoption, at="2026-11-03T19:00")

    [report] = only(book).unrepaired

    assert [s.standing for s in report.steps] == ["declined"]
    assert report.open_steps == ()


def test_its_author_alone_retires_what_nobody_agreed_to() -> None:
    book = Book()
    boundary = named(book)
    book.write(Retirement(), about=boundary, at="2026-10-01T18:00")

    assert only(book).retired == date(2026, 10, 1)
    assert only(book).waiting == ()


def test_what_both_agreed_to_takes_both_to_retire() -> None:
    book = Book()
    boundary = named(book)
    adopted(book, boundary)
    proposal = book.write(Retirement(), about=boundary, at="2026-10-01T18:00")
    assert only(book).retired is None

    book.write(Assent(), by="Ben", about=proposal, at="2026-10-03T18:00")
    assert only(book).retired == date(2026, 10, 3)


def test_the_name_of_a_pattern_takes_both() -> None:
    book = Book()
    boundary = named(book)
    waits = book.write(Pattern(name="secrecy"), about=boundary, at="2026-10-01T18:00")
    declined = book.write(Pattern(name="lies"), about=boundary, at="2026-10-01T18:00")
    book.write(Decline(), by="Ben", about=declined, at="2026-10-02T18:00")
    assert only(book).patterns == ()

    book.write(Assent(), by="Ben", about=waits, at="2026-10-02T18:00")
    assert only(book).patterns == ("secrecy",)


def test_it_remembers_each_time_that_it_was_honoured() -> None:
    book = Book()
    boundary = named(book)
    for day in (3, 1, 2):
        book.write(Honoured(), about=boundary, at=f"2026-11-{day:02}T18:00")

    assert [said.day.day for said in only(book).honoured] == [1, 2, 3]
