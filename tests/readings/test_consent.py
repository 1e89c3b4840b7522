"""Consent: each one's own word, from when it holds, and until when."""

from __future__ import annotations

from datetime import date

from repairlog.kinds.agreement import Consent
from repairlog.kinds.keeping import Init
from repairlog.kinds.mending import Undo
from repairlog.readings.consent import ConsentReport, consents
from tests.build import Book, moment

NOW = "2026-11-23T18:00"


def said(book: Book, at: str = NOW) -> ConsentReport:
    return consents(book.by(moment(at)), book.settings, moment(at))


def yes(to: str = "growth") -> Consent:
    return Consent(to=to, given=True)


def no(to: str = "growth") -> Consent:
    return Consent(to=to, given=False)


def test_going_on_holds_from_the_later_of_two_words() -> None:
    book = Book()
    book.write(yes(), by="Ana", at="2026-11-02T18:00")
    assert said(book).together is None

    book.write(yes(), by="Ben", at="2026-11-05T18:00")
    assert said(book).together == date(2026, 11, 5)
    assert said(book, "2026-11-04T18:00").together is None


def test_either_takes_it_back_and_either_gives_it_anew() -> None:
    book = Book()
    for by in ("Ana", "Ben"):
        book.write(yes(), by=by, at="2026-11-02T18:00")
    book.write(no(), by="Ben", at="2026-11-09T18:00")
    word = said(book).word("growth", "Ben")
    assert (word.given, word.withdrawn, word.since) == (False, True, date(2026, 11, 9))
    assert said(book).together is None

    book.write(yes(), by="Ben", at="2026-11-12T18:00")
    assert said(book).together == date(2026, 11, 12)
    assert said(book, "2026-11-10T18:00").together is None


def test_said_again_it_holds_since_the_first_time() -> None:
    book = Book()
    book.write(yes(), by="Ana", at="2026-11-02T18:00")
    book.write(yes(), by="Ana", at="2026-11-16T18:00")

    word = said(book).word("growth", "Ana")
    assert (word.since, word.renewed) == (date(2026, 11, 2), date(2026, 11, 16))


def test_one_word_says_nothing_of_another_thing_or_person() -> None:
    book = Book()
    book.write(yes("export"), by="Ana")

    assert [word.given for word in said(book).of("export")] == [True, False]
    assert [word.given for word in said(book).of("growth")] == [False, False]
    assert [word.since for word in said(book).of("growth")] == [None, None]


def test_what_was_taken_back_was_never_said() -> None:
    book = Book()
    book.write(yes("export"), by="Ana")
    withdrawn = book.write(no("export"), by="Ana")
    book.write(Undo(), by="Ana", about=withdrawn)

    assert said(book).word("export", "Ana").given


def test_for_one_alone_it_stands_as_their_own_until_somebody_joins() -> None:
    book = Book(Init(me="Ana"))
    book.write(yes(), by="Ana", at="2026-11-02T18:00")

    assert said(book).together == date(2026, 11, 2)
