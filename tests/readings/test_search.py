"""Search: what was typed is text, what matches is decided by the words that stand there now."""

from __future__ import annotations

from datetime import date

import pytest

from repairlog.errors import Misread
from repairlog.kinds.boundaries import Boundary
from repairlog.kinds.commitments import Delivery
from repairlog.kinds.mending import Amend, Undo
from repairlog.kinds.moments import Answer, Doubt, Note
from repairlog.readings.search import (
    Wanted,
    as_json,
    matches,
    read_terms,
    scan,
    search,
    typed,
    wider,
)
from tests.build import Book, moment, promise

NOW = moment("2026-11-23T18:00")


def refs(book: Book, *said: str, **narrowed: object) -> list[str]:
    wanted = Wanted(read_terms(said), **narrowed)  # type: ignore[arg-type]  # days and names
    return [item.ref for item in scan(book.entries, wanted)]


# -- what was typed ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "terms"),
    [
        (["trust"], [("trust",)]),
        (["Trust", "TRUST", "trúst"], [("trust",)]),
        (["quiet", "evening"], [("quiet",), ("evening",)]),
        (["quiet evening"], [("quiet", "evening")]),
        (['"quiet evening"'], [("quiet", "evening")]),
        (['"quiet', 'evening"', "walk"], [("quiet", "evening"), ("walk",)]),
        (["“quiet", "evening”"], [("quiet", "evening")]),
        (['a "quiet evening" b'], [("a",), ("quiet", "evening"), ("b",)]),
        (["trust*"], [("trust", "*")]),
        (['"quiet even*"'], [("quiet", "even", "*")]),
        (["*trust"], [("trust",)]),
        (["tr*st"], [("tr", "st")]),
        (["don't"], [("don", "t")]),
        (["信頼"], [("信", "頼")]),
        (['5"', "pipe"], [("5",), ("pipe",)]),
        (["AND", "(", "NOT", "text:x^2"], [("and",), ("not",), ("text", "x", "2")]),
        (["NEAR(a", "b,", "3)"], [("near", "a"), ("b",), ("3",)]),
        (["'; DROP TABLE entry; --"], [("drop", "table", "entry")]),
        (["-", "rain"], [("rain",)]),
    ],
)
def test_every_sign_in_it_is_text(said: list[str], terms: list[tuple[str, ...]]) -> None:
    read = read_terms(said)
    assert [(*term.words, *(["*"] if term.begins else [])) for term in read] == [*map(tuple, terms)]


@pytest.mark.parametrize(
    ("said", "again"),
    [("-evening", "evening"), ('"a  b"', "a  b"), ("(Trust*", "Trust*"), ("don't!", "don't")],
)
def test_it_can_be_typed_again(said: str, again: str) -> None:
    [term] = read_terms([said])
    assert typed(term) == again
    [same] = read_terms([again])
    assert same.words == term.words


def test_as_a_phrase_the_words_stand_next_to_each_other() -> None:
    [term] = read_terms(["quiet", "evening"], phrase=True)
    assert term.words == ("quiet", "evening")


@pytest.mark.parametrize("said", [["..."], ["*"], ['""'], ["%", "_"], [""]])
def test_without_a_word_it_says_what_it_finds(said: list[str]) -> None:
    with pytest.raises(Misread, match="no word"):
        read_terms(said)


# -- what matches --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said", "marked"),
    [
        ("Trust, and truth", "trust*", ["Trust"]),
        ("Trust, and truth", "tru*", ["Trust", "truth"]),
        ("Straßen und STRASSE", "strasse", ["STRASSE"]),
        ("the the the", '"the the"', ["the the the"]),
        ("don’t, don't, dont", "don't", ["don’t", "don't"]),
        ("毎日信頼する", "信頼", ["信頼"]),
        ("an e\u0301lan", "elan", ["e\u0301lan"]),
        ("trusted", "trust", []),
    ],
)
def test_matches_are_where_they_stand(text: str, said: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in matches(text, read_terms([said]))] == marked


@pytest.fixture
def book() -> Book:
    """Some words of two people."""
    book = Book()
    asked = Boundary(text="we ask first", value="privacy", means=("we knock", "we wait"))
    book.write(asked, at="2026-11-01T18:00")  # b1
    book.write(Note(text="the evening was quiet"), at="2026-11-02T18:00")  # e2
    c1 = book.write(promise("a quiet walk"), by="Ben", at="2026-11-03T18:00")
    book.write(Delivery(note="in the evening"), about=c1, by="Ben", at="2026-11-04T18:00")  # e3
    return book


def test_all_words_have_to_be_in_one_entry_in_whichever_field(book: Book) -> None:
    assert refs(book, "quiet") == ["c1", "e2"]
    assert refs(book, "quiet", "evening") == ["e2"]
    assert refs(book, "privacy", "wait") == ["b1"]
    assert refs(book, "knock we") == []
    assert refs(book, "evening") == ["e3", "e2"]


def test_it_is_narrowed_by_kind_writer_and_days(book: Book) -> None:
    assert refs(book, "quiet", kinds=("note",)) == ["e2"]
    assert refs(book, "quiet", who="Ben") == ["c1"]
    assert refs(book, "quiet", since=date(2026, 11, 3)) == ["c1"]
    assert refs(book, "quiet", until=date(2026, 11, 2)) == ["e2"]


def test_what_was_taken_back_put_right_or_erased_is_found_as_it_reads_now(book: Book) -> None:
    note = book.write(Note(text="said in anger"), at="2026-11-05T18:00")
    amend = book.write(Amend(text="said in haste"), about=note, at="2026-11-05T18:10")
    assert refs(book, "anger") == []
    assert refs(book, "haste") == [note.ref]
    book.write(Undo(), about=amend, at="2026-11-05T18:20")
    assert refs(book, "anger") == [note.ref]
    book.write(Undo(), about=note, at="2026-11-05T18:30")
    assert refs(book, "said") == []
    gone = book.write(Note(text="gone soon"), at="2026-11-06T18:00")
    book.erase(gone, at="2026-11-06T18:10")
    assert refs(book, "gone") == []


def test_one_moved_to_another_day_is_found_on_that_day(book: Book) -> None:
    note = book.write(Note(text="quiet again"), at="2026-11-10T18:00")
    book.write(Amend(day=date(2026, 11, 1)), about=note, at="2026-11-10T19:00")
    assert refs(book, "quiet") == ["c1", "e2", note.ref]
    assert refs(book, "quiet", until=date(2026, 11, 1)) == [note.ref]


# -- the report ----------------------------------------------------------------------------------


def test_the_report_tells_what_it_is_about_and_what_matched(book: Book) -> None:
    doubt = book.write(Doubt(text="I check the clock"), by="Ben", at="2026-11-07T18:00")
    book.write(Answer(text="Ask me, Quiet or not"), about=doubt, at="2026-11-08T18:00")
    wanted = Wanted(read_terms(["quiet", "ask"]))
    report = search(book.record, scan(book.entries, wanted), wanted, book.settings, NOW)
    [found] = report.found
    assert (found.told.subject, found.above and found.above.text) == (
        doubt.ref,
        "I check the clock",
    )
    assert found.voices == (("text", "Ask me, Quiet or not"),)
    told = as_json(report)
    assert told["words"] == ["quiet", "ask"]
    assert told["more"] is False
    [one] = told["found"]
    assert one["matched"] == [{"field": "text", "text": "Ask"}, {"field": "text", "text": "Quiet"}]
    assert (one["kind"], one["about"]) == ("answer", doubt.ref)


def test_what_would_find_more_comes_nearest_first() -> None:
    wanted = Wanted(read_terms(['"quiet evening"', "walk"]), kinds=("note",))
    others = [(why, " ".join(map(typed, other.terms))) for why, other in wider(wanted)]
    assert others == [
        ("Without the other conditions", "quiet evening walk"),
        ("With the words anywhere in it", "quiet evening walk"),
        ("With words that begin so", "quiet evening* walk*"),
        ("With one of the words", "quiet evening"),
        ("With one of the words", "walk"),
    ]
    assert not list(wider(Wanted(read_terms(["walk*"]))))
