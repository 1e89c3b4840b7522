"""Conversations: accounts side by side, rounds by two authors, what is open and what clears it."""

from __future__ import annotations

from datetime import date

import pytest

from repairlog.dates import Span
from repairlog.entries import Entry
from repairlog.kinds.assent import Assent, Decline
from repairlog.kinds.conversations import Confirmation, Paraphrase, Summary, Talk
from repairlog.kinds.keeping import Init, Setting
from repairlog.kinds.mending import Amend, Undo
from repairlog.kinds.moments import Answer, Doubt, Misread
from repairlog.kinds.triggers import Trigger
from repairlog.readings.agenda import IsMeantSo, WhatIsHeard, agenda
from repairlog.readings.challenges import Challenge
from repairlog.readings.conversations import Conversation, Round, conversations, settled_on
from repairlog.readings.review import ReviewReport, review
from repairlog.readings.review_json import as_json
from repairlog.readings.today import Waiting, today_report
from repairlog.readings.triggers import trigger
from tests.build import Book, moment

WEEK = Span(date(2026, 11, 16), date(2026, 11, 22))
LATER = Span(date(2026, 12, 7), date(2026, 12, 13))
EVENING = "2026-11-22T19:40"


def talked(
    book: Book, by: str = "Ana", about: Entry | None = None, heard: str | None = "x"
) -> Entry:
    body = Talk(text="the holiday", said="I felt left out", heard=heard, minutes=30)
    return book.write(body, by=by, about=about, at="2026-11-17T20:00")


def all_of(book: Book) -> tuple[Conversation, ...]:
    return conversations(book.record, book.settings)


def rounds(book: Book) -> list[Round]:
    [one] = all_of(book)
    return [each for account in one.accounts for each in account.rounds]


def page(book: Book, at: str = EVENING, week: Span = WEEK) -> ReviewReport:
    return review(book.record, book.settings, moment(at), week)


def closed(book: Book, talk: Entry) -> date | None:
    item = book.record.get(talk.uid)
    assert item is not None
    return settled_on(book.record, item, book.settings)


# -- accounts ------------------------------------------------------------------------------------


def test_both_accounts_of_one_conversation_stand_beside_each_other() -> None:
    book = Book()
    first = talked(book)
    second = book.write(
        Talk(text="the trip", said="I was tired"), by="Ben", about=first, at="2026-11-18T09:00"
    )

    [one] = all_of(book)

    assert (one.ref, one.people) == (first.ref, ("Ana", "Ben"))
    assert [(a.ref, a.by, a.topic, a.said) for a in one.accounts] == [
        (first.ref, "Ana", "the holiday", "I felt left out"),
        (second.ref, "Ben", "the trip", "I was tired"),
    ]


def test_an_account_of_an_account_belongs_to_the_same_conversation() -> None:
    book = Book()
    second = talked(book, by="Ben", about=talked(book))
    talked(book, about=second)

    [one] = all_of(book)

    assert [account.by for account in one.accounts] == ["Ana", "Ben", "Ana"]


def test_a_talk_about_something_else_is_a_conversation_of_its_own() -> None:
    book = Book()
    doubt = book.write(Doubt(text="the Thursdays"), by="Ben")
    talked(book)
    talked(book, about=doubt)

    assert [one.about for one in all_of(book)] == [None, doubt.ref]


# -- rounds --------------------------------------------------------------------------------------


def test_what_was_heard_waits_for_the_speaker() -> None:
    book = Book()
    talked(book)

    [one] = rounds(book)

    assert (one.by, one.speaker, one.state, one.asks) == ("Ana", "Ben", "waits", "Ben")


def test_only_the_speakers_word_counts() -> None:
    book = Book()
    talk = talked(book)
    book.write(Confirmation(), by="Ana", about=talk, at="2026-11-18T09:00")
    assert rounds(book)[0].state == "waits"

    book.write(Confirmation(), by="Ben", about=talk, at="2026-11-18T10:00")
    [one] = rounds(book)
    assert (one.state, one.asks) == ("confirmed", None)
    assert one.answer is not None
    assert one.answer.by == "Ben"


def test_after_a_correction_its_writer_says_again_and_every_round_is_kept() -> None:
    book = Book()
    talk = talked(book)
    no = book.write(
        Confirmation(correct="I was tired"), by="Ben", about=talk, at="2026-11-18T09:00"
    )
    [one] = rounds(book)
    assert (one.state, one.asks, one.answer and one.answer.text) == (
        "corrected",
        "Ana",
        "I was tired",
    )

    again = book.write(Paraphrase(text="tired"), by="Ana", about=no, at="2026-11-18T10:00")
    assert [(r.heard, r.state, r.asks) for r in rounds(book)] == [
        ("x", "corrected", None),
        ("tired", "waits", "Ben"),
    ]

    book.write(Confirmation(), by="Ben", about=again, at="2026-11-19T09:00")
    assert [(r.state, r.asks) for r in rounds(book)] == [("corrected", None), ("confirmed", None)]


def test_what_was_put_otherwise_before_an_answer_waits_no_more() -> None:
    book = Book()
    talk = talked(book)
    book.write(Paraphrase(text="y"), by="Ana", about=talk, at="2026-11-18T10:00")

    assert [(r.heard, r.state, r.asks) for r in rounds(book)] == [
        ("x", "said again", None),
        ("y", "waits", "Ben"),
    ]


def test_the_other_may_say_what_they_heard_in_the_same_account() -> None:
    book = Book()
    talk = talked(book)
    book.write(Paraphrase(text="left out"), by="Ben", about=talk, at="2026-11-18T10:00")

    assert [(r.by, r.asks) for r in rounds(book)] == [("Ana", "Ben"), ("Ben", "Ana")]


def test_alone_nobody_is_asked_until_someone_joins() -> None:
    book = Book(Init(me="Ana"))
    talk = talked(book)
    assert [(r.speaker, r.asks) for r in rounds(book)] == [(None, None)]
    assert closed(book, talk) == date(2026, 11, 17)

    book.write(Setting(name="partner", value="Ben"), at="2026-11-18T09:00")
    assert [r.asks for r in rounds(book)] == ["Ben"]
    assert closed(book, talk) is None


def test_an_erased_correction_is_still_a_correction() -> None:
    book = Book()
    talk = talked(book)
    no = book.write(
        Confirmation(correct="I was tired"), by="Ben", about=talk, at="2026-11-18T09:00"
    )
    book.erase(no, at="2026-11-18T10:00")

    [one] = rounds(book)

    assert (one.state, one.asks) == ("corrected", "Ana")
    assert one.answer is not None
    assert (one.answer.text, one.answer.erased) == ("", True)


def test_erased_words_wait_for_nobody() -> None:
    book = Book()
    talk = talked(book)
    book.erase(talk, at="2026-11-18T10:00")

    [one] = all_of(book)

    assert not one.waits
    assert (one.accounts[0].erased, one.accounts[0].minutes) == (True, 30)
    assert closed(book, talk) == date(2026, 11, 17)


def test_words_put_right_are_the_ones_that_are_asked_about() -> None:
    book = Book()
    talk = talked(book)
    no = book.write(Confirmation(correct="tird"), by="Ben", about=talk, at="2026-11-18T09:00")
    book.write(Amend(text="tired"), by="Ben", about=no, at="2026-11-18T09:10")

    [one] = rounds(book)

    assert one.answer is not None
    assert one.answer.text == "tired"


def test_a_correction_taken_back_asks_the_speaker_again() -> None:
    book = Book()
    talk = talked(book)
    no = book.write(Confirmation(correct="no"), by="Ben", about=talk, at="2026-11-18T09:00")
    book.write(Undo(), by="Ben", about=no, at="2026-11-18T09:10")

    assert [(r.state, r.asks) for r in rounds(book)] == [("waits", "Ben")]


def test_a_talk_is_open_while_something_that_was_heard_waits() -> None:
    book = Book()
    talk = talked(book)
    assert closed(book, talk) is None
    no = book.write(Confirmation(correct="no"), by="Ben", about=talk, at="2026-11-18T09:00")
    assert closed(book, talk) is None
    again = book.write(Paraphrase(text="y"), by="Ana", about=no, at="2026-11-19T09:00")
    assert closed(book, talk) is None
    book.write(Confirmation(), by="Ben", about=again, at="2026-11-20T09:00")
    assert closed(book, talk) == date(2026, 11, 20)


def test_a_talk_without_a_paraphrase_is_never_open() -> None:
    book = Book()
    assert closed(book, talked(book, heard=None)) == date(2026, 11, 17)


def test_as_of_an_earlier_moment_only_what_was_written_by_then_counts() -> None:
    book = Book()
    talk = talked(book)
    book.write(Confirmation(), by="Ben", about=talk, at="2026-11-20T09:00")

    then = conversations(book.by(moment("2026-11-19T09:00")), book.settings)

    assert then[0].accounts[0].rounds[0].state == "waits"


# -- what is still open --------------------------------------------------------------------------


def waiting(book: Book, at: str = "2026-12-13T19:40", week: Span = LATER) -> Challenge:
    [one] = [c for c in page(book, at, week).challenges if c.kind == "misread"]
    return one


def test_what_is_still_open_is_carried_with_its_age() -> None:
    book = Book()
    talk = talked(book)
    book.write(Misread(text="who tells them"), by="Ana", about=talk, at="2026-11-17T20:00")

    one = waiting(book)

    assert (one.carried, one.since, one.asks) == (True, date(2026, 11, 17), "Ben")


@pytest.mark.parametrize("by", ["Ana", "Ben"])
def test_a_talk_about_it_clears_it_whoever_wrote_that_down(by: str) -> None:
    book = Book()
    talk = talked(book)
    still = book.write(Misread(text="who"), by="Ana", about=talk, at="2026-11-17T20:00")
    book.write(Talk(text="telling them"), by=by, about=still, at="2026-12-08T20:00")

    one = waiting(book)

    assert one.asks is None
    assert [(a.kind, a.by, a.text) for a in one.answers] == [("talk", by, "telling them")]
    assert [a.kind for c in all_of(book) for s in c.accounts[0].still for a in s.answers] == [
        "talk"
    ]
    assert [w.command for w in _today(book, "Ben") if w.ref == still.ref] == []


@pytest.mark.parametrize(("by", "asks"), [("Ben", None), ("Ana", "Ben")])
def test_an_answer_by_the_other_clears_it_and_ones_own_does_not(by: str, asks: str | None) -> None:
    book = Book()
    still = book.write(Misread(text="who"), by="Ana", about=talked(book), at="2026-11-17T20:00")
    book.write(Answer(text="I do"), by=by, about=still, at="2026-12-08T20:00")

    assert waiting(book).asks == asks


def test_another_account_of_the_talk_does_not_clear_it() -> None:
    book = Book()
    talk = talked(book)
    book.write(Misread(text="who"), by="Ana", about=talk, at="2026-11-17T20:00")
    talked(book, by="Ben", about=talk)

    assert waiting(book).asks == "Ben"


# -- today, the review ---------------------------------------------------------------------------


def _today(book: Book, person: str) -> list[Waiting]:
    report = today_report(book.record, book.settings, moment(EVENING), person)
    return list(report.waiting)


def test_today_says_who_confirms_and_who_says_again() -> None:
    book = Book()
    talk = talked(book)
    assert [(w.ref, w.command) for w in _today(book, "Ben")] == [(talk.ref, "confirm")]
    assert _today(book, "Ana") == []

    book.write(Confirmation(correct="tired"), by="Ben", about=talk, at="2026-11-18T09:00")
    assert _today(book, "Ben") == []
    [again] = _today(book, "Ana")
    assert (again.command, again.text) == ("talk heard", "tired")


def test_the_review_asks_the_speaker_and_then_the_one_who_heard() -> None:
    book = Book()
    talk = talked(book)
    [asked] = [q for q in agenda(page(book)) if isinstance(q, IsMeantSo)]
    assert (asked.key, asked.person) == (f"confirm:{talk.ref}", "Ben")

    book.write(Confirmation(correct="tired"), by="Ben", about=talk, at="2026-11-18T09:00")
    [asks] = [q for q in agenda(page(book)) if isinstance(q, IsMeantSo | WhatIsHeard)]
    assert (asks.key, asks.person) == (f"heard:{talk.ref}", "Ana")


def test_a_week_shows_its_own_conversations_and_those_that_wait() -> None:
    book = Book()
    talk = talked(book)
    settled = talked(book, heard=None)
    assert [c.ref for c in page(book).conversations] == [talk.ref, settled.ref]
    assert [c.ref for c in page(book, "2026-12-13T19:40", LATER).conversations] == [talk.ref]

    book.write(Confirmation(), by="Ben", about=talk, at="2026-12-08T09:00")
    assert [c.ref for c in page(book, "2026-12-13T19:40", LATER).conversations] == [talk.ref]
    after = Span(date(2026, 12, 14), date(2026, 12, 20))
    assert page(book, "2026-12-20T19:40", after).conversations == ()


def test_the_reviews_json_holds_all_of_it() -> None:
    book = Book()
    talk = talked(book)
    book.write(Confirmation(correct="tired"), by="Ben", about=talk, at="2026-11-18T09:00")
    other = talked(book, by="Ben", about=talk, heard=None)
    book.write(Summary(text="we both wanted to"), by="Ana", about=talk, at="2026-11-18T10:00")

    first, second = as_json(page(book))["conversations"]

    assert first | {"rounds": [], "summaries": []} == {
        "ref": talk.ref,
        "by": "Ana",
        "day": "2026-11-17",
        "at": "2026-11-17T20:00:00+01:00",
        "about": None,
        "topic": "the holiday",
        "said": "I felt left out",
        "heard": "x",
        "minutes": 30,
        "still": [],
        "rounds": [],
        "accounts": [other.ref],
        "summaries": [],
        "notes": [],
    }
    assert (first["rounds"][0]["state"], first["rounds"][0]["correct"]) == ("corrected", "tired")
    assert (second["ref"], second["accounts"]) == (other.ref, [talk.ref])
    assert [(s["text"], s["asks"]) for s in second["summaries"]] == [("we both wanted to", "Ben")]


# -- the summary of both -------------------------------------------------------------------------


def test_a_summary_is_of_both_once_the_other_agreed_and_the_accounts_stand() -> None:
    book = Book()
    talk = talked(book)
    made = book.write(Summary(text="we both"), by="Ana", about=talk, at="2026-11-18T09:00")
    [one] = all_of(book)
    assert [(s.agreed, s.asks) for s in one.summaries] == [(None, "Ben")]

    book.write(Assent(), by="Ben", about=made, at="2026-11-19T09:00")
    [one] = all_of(book)
    assert [(s.agreed, s.asks) for s in one.summaries] == [(date(2026, 11, 19), None)]
    assert one.accounts[0].said == "I felt left out"


def test_the_newest_that_both_agreed_to_holds_and_what_was_declined_is_gone() -> None:
    book = Book()
    talk = talked(book)
    for text, answer in (("one", Assent()), ("two", Assent()), ("three", Decline())):
        made = book.write(Summary(text=text), by="Ana", about=talk, at="2026-11-18T09:00")
        book.write(answer, by="Ben", about=made, at="2026-11-18T10:00")

    assert [s.text for s in all_of(book)[0].summaries] == ["two"]


def test_a_trigger_has_one_too() -> None:
    book = Book()
    t1 = book.write(Trigger(text="a late reply"), by="Ben", at="2026-11-17T18:00")
    book.write(Summary(text="nobody meant harm"), by="Ana", about=t1, at="2026-11-18T09:00")
    item = book.record.get(t1.uid)
    assert item is not None

    one = trigger(book.record, item, book.settings, moment(EVENING))

    assert [(s.text, s.asks) for s in one.summaries] == [("nobody meant harm", "Ben")]


def test_alone_a_summary_stands_as_ones_own() -> None:
    book = Book(Init(me="Ana"))
    book.write(Summary(text="we both"), about=talked(book), at="2026-11-18T09:00")

    assert [(s.agreed, s.asks) for s in all_of(book)[0].summaries] == [(None, None)]
