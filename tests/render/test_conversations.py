"""The page of conversations, as it was looked at: two accounts side by side, or one below the
other where a page is narrow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from rich.cells import cell_len

from repairlog.kinds.agreement import Rule
from repairlog.kinds.assent import Assent
from repairlog.kinds.conversations import Confirmation, Paraphrase, Summary, Talk
from repairlog.kinds.keeping import Init
from repairlog.kinds.moments import Answer, Misread
from repairlog.readings.conversations import conversations
from repairlog.readings.lists import talk_list
from repairlog.render.conversations import talks_page
from repairlog.render.theme import Page
from tests.build import Book, moment
from tests.render.looked_at import looks_as_kept, text_of
from tests.render.test_lists import UNTAMED

NOW = moment("2026-11-23T18:00")


def lived(text: str | None = None, people: tuple[str, str] = ("Ana", "Sam")) -> Book:
    """Conversations with rounds in every state, and a gentle note."""
    ana, sam = people
    book = Book(Init(me=ana, partner=sam))
    limit = book.write(Rule(text="45 minutes at most", minutes=45), by=ana, at="2026-10-01T18:00")
    book.write(Assent(), by=sam, about=limit, at="2026-10-01T19:00")
    first = Talk(
        text=text or "the holiday with your parents",
        said=text or "I felt left out when the flights were booked without a word to me.",
        heard=text or "you were afraid that I would say no",
        minutes=60,
    )
    talk = book.write(first, by=ana, at="2026-11-16T20:00")
    still = Misread(text=text or "who tells your mother")
    book.write(still, by=ana, about=talk, at="2026-11-16T20:00")
    meant = Confirmation(correct=text or "I was tired, and I did not think. I was not afraid.")
    no = book.write(meant, by=sam, about=talk, at="2026-11-17T08:00")
    tired = Paraphrase(text=text or "you were tired and did not think of asking")
    again = book.write(tired, by=ana, about=no, at="2026-11-17T20:00")
    book.write(Confirmation(), by=sam, about=again, at="2026-11-18T08:00")
    second = Talk(
        text=text or "the flights",
        said=text or "I wanted it to be a surprise, and I see that it was none.",
        heard=text or "you felt left out",
    )
    book.write(second, by=sam, about=talk, at="2026-11-18T09:00")
    both = Summary(text=text or "We both wanted to go, and we ask each other before we book.")
    book.write(both, by=sam, about=talk, at="2026-11-19T09:00")
    money = book.write(Talk(text="money", minutes=30), by=sam, at="2026-11-20T20:00")
    left = book.write(Misread(text=text or "the rent"), by=sam, about=money, at="2026-11-20T20:00")
    book.write(Answer(text="I pay it"), by=ana, about=left, at="2026-11-21T20:00")
    done = book.write(Summary(text="the rent comes first"), by=ana, about=money)
    book.write(Assent(), by=sam, about=done, at="2026-11-21T20:00")
    book.write(Talk(text="the attic", heard="it can wait"), by=sam, at="2026-09-20T20:00")
    return book


def page(book: Book) -> Page:
    found = conversations(book.record, book.settings)
    return talks_page(talk_list(found, book.settings, NOW, date(2026, 10, 27)))


@pytest.mark.parametrize("width", [80, 48])
def test_the_page_as_it_was_looked_at(width: int) -> None:
    looks_as_kept(f"talks-{width}", text_of(page(lived()), width))


@pytest.mark.parametrize("width", [80, 120, 60, 40])
@pytest.mark.parametrize("text", UNTAMED)
def test_no_text_breaks_a_column_or_acts_on_the_terminal(width: int, text: str) -> None:
    book = lived(text, ("אנה", "健太郎 the very long-named one"))

    shown = text_of(page(book), width)

    assert max(cell_len(line) for line in shown.splitlines()) <= width
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_erased_words_are_said_to_be_gone() -> None:
    book = lived("an unspeakable word")
    book.entries = [
        replace(e, fields=None) if "unspeakable" in str(e.fields) else e for e in book.entries
    ]

    shown = text_of(page(book))

    assert "unspeakable" not in shown
    assert "erased by its author" in shown


def test_nothing_written_down_is_said_and_not_judged() -> None:
    assert "no conversation was written down" in text_of(page(Book()))
