"""What stands in versions, whatever order its entries came in; and boundaries that are renewed."""

from __future__ import annotations

import random
from datetime import date

from repairlog.kinds.agreement import Ending, Renewal, Rule
from repairlog.kinds.assent import Adoption, Assent, Decline
from repairlog.kinds.boundaries import Boundary, Revision
from repairlog.kinds.keeping import Init, Setting
from repairlog.kinds.mending import Undo
from repairlog.readings.boundaries import BoundaryReport, boundaries
from repairlog.readings.in_force import in_force
from repairlog.readings.record import Record
from repairlog.readings.versions import courses
from repairlog.readings.waiting import waiting
from tests.build import Book, moment

NOW = moment("2026-12-23T18:00")


def changing() -> Book:
    """A rule in three versions, renewed, ended, and proposed anew."""
    book = Book()
    first = book.write(Rule(text="one"), at="2026-11-02T18:00")
    book.write(Assent(), by="Ben", about=first, at="2026-11-02T19:00")
    second = book.write(Rule(text="two"), by="Ben", about=first, at="2026-11-03T18:00")
    book.write(Renewal(revisit=date(2026, 12, 1)), about=first, at="2026-11-03T19:00")
    book.write(Assent(), about=second, at="2026-11-04T18:00")
    renewal = book.write(Renewal(revisit=date(2027, 1, 5)), about=second, at="2026-11-05T18:00")
    book.write(Assent(), by="Ben", about=renewal, at="2026-11-05T19:00")
    third = book.write(Rule(text="three"), about=second, at="2026-11-06T18:00")
    book.write(Decline(), by="Ben", about=third, at="2026-11-06T19:00")
    ending = book.write(Ending(), about=second, at="2026-11-07T18:00")
    book.write(Assent(), by="Ben", about=ending, at="2026-11-07T19:00")
    anew = book.write(Rule(text="anew"), at="2026-11-08T18:00")
    book.write(Assent(), by="Ben", about=anew, at="2026-11-08T19:00")
    return book


def test_it_does_not_depend_on_the_order_of_arrival() -> None:
    book = changing()
    as_written = courses(book.record, book.settings.partner_since)
    for seed in range(20):
        entries = list(book.entries)
        random.Random(seed).shuffle(entries)
        assert courses(Record(entries), book.settings.partner_since) == as_written


def test_versions_follow_each_other_and_the_end_closes_the_last() -> None:
    book = changing()
    old, new = courses(book.record, book.settings.partner_since)
    assert [one.item.ref for one in old.held] == ["p1", "p2"]
    assert [one.until is not None for one in old.held] == [True, True]
    assert old.held[1].revisit == date(2027, 1, 5)
    assert (old.current, old.ended is not None) == (None, True)
    assert new.current is not None
    assert waiting(book.record, book.settings.partner_since) == []


def test_an_end_that_was_taken_back_ends_nothing() -> None:
    book = Book()
    rule = book.write(Rule(text="one"), at="2026-11-02T18:00")
    book.write(Assent(), by="Ben", about=rule, at="2026-11-02T19:00")
    ending = book.write(Ending(), about=rule, at="2026-11-07T18:00")
    yes = book.write(Assent(), by="Ben", about=ending, at="2026-11-07T19:00")
    book.write(Undo(), by="Ben", about=yes, at="2026-11-07T19:05")
    [one] = courses(book.record, book.settings.partner_since)
    assert one.current is not None
    assert waiting(book.record, book.settings.partner_since) == [book.record.get(ending.uid)]


# -- boundaries ------------------------------------------------------------------------------------


def named(*, adopted: bool = True) -> Book:
    book = Book()
    body = Boundary(text="we ask", means=("ask",), revisit=date(2026, 12, 1))
    boundary = book.write(body, at="2026-11-02T18:00")
    adoption = book.write(Adoption(attainable=9), about=boundary, at="2026-11-02T18:00")
    if adopted:
        yes = Assent(attainable=2)
        book.write(yes, by="Ben", about=adoption, at="2026-11-03T18:00")
    return book


def only(book: Book) -> BoundaryReport:
    [one] = boundaries(book.record, book.settings, NOW)
    return one


def test_a_boundary_that_still_fits_keeps_its_version_and_moves_its_day() -> None:
    book = named()
    body = Renewal(revisit=date(2027, 1, 5), attainable=7)
    renewal = book.write(body, by="Ben", about=book.entries[1], at="2026-12-02T18:00")
    assert only(book).version.revisit == date(2026, 12, 1)
    assert [item.ref for item in only(book).waiting] == [renewal.ref]

    book.write(Assent(attainable=8), about=renewal, at="2026-12-02T19:00")
    version = only(book).version
    assert (version.number, version.revisit) == (1, date(2027, 1, 5))
    assert (version.renewed, version.ratings) == (date(2026, 12, 2), (("Ana", 8), ("Ben", 7)))
    assert only(book).waiting == ()


def test_other_words_have_a_day_and_ratings_of_their_own() -> None:
    book = named()
    revision = book.write(
        Revision(text="we knock", means=("knock",), attainable=6),
        about=book.entries[1],
        at="2026-12-02T18:00",
    )
    late = book.write(
        Renewal(revisit=date(2027, 1, 5)), about=book.entries[1], at="2026-12-02T18:30"
    )
    book.write(Assent(), by="Ben", about=revision, at="2026-12-02T19:00")
    version = only(book).version
    assert (version.number, version.revisit, version.ratings) == (2, None, (("Ana", 6),))
    assert late.uid not in {i.uid for i in waiting(book.record, book.settings.partner_since)}


def test_ones_own_is_renewed_by_ones_own_word_and_by_no_one_elses() -> None:
    book = named(adopted=False)
    book.write(
        Renewal(revisit=date(2027, 2, 1)), by="Ben", about=book.entries[1], at="2026-12-02T18:00"
    )
    assert only(book).version.revisit == date(2026, 12, 1)
    book.write(Renewal(revisit=date(2027, 1, 5)), about=book.entries[1], at="2026-12-02T19:00")
    assert only(book).version.revisit == date(2027, 1, 5)


# -- all that binds --------------------------------------------------------------------------------


def test_drafts_and_what_is_over_do_not_bind() -> None:
    book = named()
    book.write(Boundary(text="no surprises"), at="2026-11-02T18:00")
    report = in_force(book.record, book.settings, NOW)
    assert [term.ref for term in report.terms] == ["b1"]
    assert [term.ref for term in report.due] == ["b1"]
    assert [rating for _, rating in report.terms[0].low] == [2]


def test_alone_and_then_together() -> None:
    book = Book(Init(me="Ana"))
    book.write(Rule(text="one"), at="2026-11-02T18:00")
    alone = in_force(book.record, book.settings, NOW)
    assert ([t.agreed_on for t in alone.terms], alone.waiting) == ([None], ())

    book.write(Setting(name="partner", value="Ben"), at="2026-11-03T18:00")
    joined = in_force(book.record, book.settings, NOW)
    assert [(one.ref, one.asks) for one in joined.waiting] == [("p1", "Ben")]
