"""What the ground rules gently say of a talk: only what was agreed, and only while it held."""

from __future__ import annotations

import pytest

from repairlog.entries import Entry
from repairlog.kinds.agreement import Ending, Rule
from repairlog.kinds.assent import Assent, Decline
from repairlog.kinds.body import Proposal
from repairlog.kinds.conversations import Talk
from repairlog.kinds.keeping import Init, Setting
from repairlog.readings.conversations import conversations
from tests.build import Book

LONG = "You agreed on 45 minutes at most; this was 60. It may be worth looking at together."
OFF = (
    "For easier talks you both chose: money, the children. Talks about other things have their "
    "place, too."
)


def agreed(book: Book, body: Proposal, day: int = 10, about: Entry | None = None) -> Entry:
    made = book.write(body, by="Ana", about=about, at=f"2026-11-{day:02}T18:00")
    book.write(Assent(), by="Ben", about=made, at=f"2026-11-{day:02}T19:00")
    return made


def notes(
    book: Book, text: str = "the holiday", minutes: int | None = None, **when: str
) -> list[str]:
    book.write(Talk(text=text, minutes=minutes), **({"at": "2026-11-17T20:00"} | when))
    account = conversations(book.record, book.settings)[-1].accounts[0]
    return [note.text for note in account.notes]


def test_a_talk_over_the_agreed_limit() -> None:
    book = Book()
    agreed(book, Rule(text="45 minutes at most", minutes=45))

    assert notes(book, minutes=60) == [LONG]
    assert notes(book, minutes=45) == []
    assert notes(book) == []


def test_the_shortest_of_several_limits_counts() -> None:
    book = Book()
    agreed(book, Rule(text="an hour and a half", minutes=90))
    agreed(book, Rule(text="45 minutes at most", minutes=45))

    assert notes(book, minutes=60) == [LONG]


@pytest.mark.parametrize(
    "text", ["money", "The children and school", "children's school", "MONEY, again", "moneys"]
)
def test_a_word_of_a_safe_topic_is_enough(text: str) -> None:
    book = Book()
    agreed(book, Rule(text="safe topics", topics=("money", "the children")))

    assert notes(book, text) == []


@pytest.mark.parametrize("text", ["the holiday", "the affair", "mo ney"])
def test_a_topic_that_is_none_of_the_safe_ones(text: str) -> None:
    book = Book()
    agreed(book, Rule(text="safe topics", topics=("money", "the children")))

    assert notes(book, text) == [OFF]


def test_without_an_agreed_topic_every_topic_is_as_good() -> None:
    book = Book()
    agreed(book, Rule(text="no name-calling"))

    assert notes(book, "anything", 600) == []


def test_what_is_proposed_or_declined_says_nothing() -> None:
    book = Book()
    for minutes in (30, 40):
        made = book.write(Rule(text="x", minutes=minutes), by="Ana", at="2026-11-10T18:00")
    book.write(Decline(), by="Ben", about=made, at="2026-11-10T19:00")

    assert notes(book, minutes=60) == []


def test_only_what_held_when_the_talk_was() -> None:
    book = Book()
    rule = agreed(book, Rule(text="45", minutes=45), day=10)
    agreed(book, Ending(), day=18, about=rule)

    assert notes(book, minutes=60, at="2026-11-09T20:00") == []
    assert notes(book, minutes=60, at="2026-11-10T18:30") == []
    assert notes(book, minutes=60, at="2026-11-10T19:30") == [LONG]
    assert notes(book, minutes=60, at="2026-11-18T18:30") == [LONG]
    assert notes(book, minutes=60, at="2026-11-18T19:30") == []


def test_a_later_version_holds_from_its_own_yes() -> None:
    book = Book()
    rule = agreed(book, Rule(text="45", minutes=45), day=10)
    agreed(book, Rule(text="90", minutes=90), day=15, about=rule)

    assert notes(book, minutes=60, at="2026-11-12T20:00") == [LONG]
    assert notes(book, minutes=60, at="2026-11-16T20:00") == []


def test_alone_a_rule_speaks_to_its_writer_only() -> None:
    book = Book(Init(me="Ana"))
    book.write(Rule(text="45", minutes=45), at="2026-11-10T18:00")
    own = "You set yourself 45 minutes at most; this was 60. It may be worth another look."
    assert notes(book, minutes=60) == [own]

    book.write(Setting(name="partner", value="Ben"), at="2026-11-18T09:00")
    book.write(Talk(text="x", minutes=60), by="Ben", at="2026-11-18T20:00")
    assert conversations(book.record, book.settings)[-1].accounts[0].notes == ()
