"""The page of a search, as it was looked at; and whatever people wrote, it keeps its columns."""

from __future__ import annotations

import io

import pytest
from rich.cells import cell_len

from repairlog.kinds.boundaries import Boundary
from repairlog.kinds.checkins import Checkin
from repairlog.kinds.commitments import Delivery
from repairlog.kinds.keeping import Init
from repairlog.kinds.moments import Answer, Doubt, Note
from repairlog.readings.search import Wanted, read_terms, scan, search
from repairlog.render.search import search_page
from repairlog.render.theme import Page, console
from tests.build import Book, moment, promise
from tests.render.looked_at import looks_as_kept, text_of
from tests.render.test_lists import UNTAMED

NOW = moment("2026-11-23T18:00")
LONG = "It rained all day and nobody said much. " * 9


def lived(text: str = "trust is slow", people: tuple[str, str] = ("Ana", "Sam")) -> Book:
    """A life in which each sort of entry holds the words that are looked for."""
    me, other = people
    book = Book(Init(me=me, partner=other))
    asked = Boundary(text="We ask first", value="privacy", means=(text, "we knock"))
    book.write(asked, by=me, at="2026-09-06T18:00")
    c1 = book.write(promise(text, every="weekday"), by=other, at="2026-10-26T18:00")
    book.write(Delivery(note=f"{text}, by phone"), by=other, about=c1, at="2026-10-27T18:00")
    d1 = book.write(Doubt(text=f"Is it {text}?"), by=me, at="2026-11-20T20:15")
    book.write(Answer(text=f"{text}, yes"), by=other, about=d1, at="2026-11-20T21:40")
    said = f"{LONG}At night: {text}, she said. {LONG}"
    book.write(Note(text=said), by=me, day="2026-11-21")
    checkin = Checkin(cadence="daily", safety=4, summary="so so", need=text)
    book.write(checkin, by=other, at="2026-11-22T09:05")
    return book


def page(book: Book, *said: str, more: bool = False) -> Page:
    wanted = Wanted(read_terms(said))
    found = scan(book.entries, wanted)
    return search_page(search(book.record, found, wanted, book.settings, NOW, more=more))


@pytest.mark.parametrize("width", [48, 80])
def test_it_looks_as_it_was_looked_at(width: int) -> None:
    looks_as_kept(f"search-{width}", text_of(page(lived(), "trust*", more=True), width))


def test_with_styles_there_are_no_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "‹Trust›" in text_of(page(lived(), "trust"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    terminal = io.StringIO()
    console(terminal, width=80).print(page(lived(), "trust"))
    assert "\x1b[1;4mTrust\x1b[0m" in terminal.getvalue()
    assert "‹" not in terminal.getvalue()


def test_where_the_terminal_is_not_utf8_the_signs_are_plain() -> None:
    assert "<trust>" in text_of(page(lived(), "trust"), encoding="ascii").casefold()


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("people", [("Ana", "Sam"), ("杏奈", "שמואל")])
@pytest.mark.parametrize("text", UNTAMED)
def test_whatever_people_wrote_its_columns_stay(
    text: str, people: tuple[str, str], width: int
) -> None:
    lines = text_of(page(lived(f"{text} trust", people), "trust"), width).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert not any("\x1b" in line for line in lines)
    assert sum("‹trust›" in line for line in lines) >= 6
    clocks = [line.index("  ") for line in lines if ":" in line[4:9]]
    assert len(set(clocks)) <= 1
