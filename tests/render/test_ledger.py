"""The ledger's page, as it was looked at, and whatever people write in it."""

from __future__ import annotations

from datetime import date

import pytest
from rich.cells import cell_len

from repairlog.kinds.assent import Adoption
from repairlog.kinds.commitments import Delivery
from repairlog.kinds.keeping import Init
from repairlog.readings.ledger import ledger
from repairlog.render.ledger import ledger_page
from repairlog.render.theme import Page
from tests.build import Book, moment, promise
from tests.render.looked_at import looks_as_kept, text_of
from tests.render.samples import NOW, twelve_weeks

UNTAMED = [
    "להתקשר לאמא שלי 3 פעמים",
    "اكتب ثلاث ذكريات جيدة (2026)",
    "毎日仕事が終わったら必ず連絡する、遅くても十八時までに",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 dinner \U0001f469\U0001f3fd\u200d\U0001f680 ❤️",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung" * 3,
    "[bold]no markup[/bold] :smile: \x1b[31mred \u202eevil \u2028 line",
    "क्षिप्र उत्तर देना",
]


def page(book: Book, now: str = NOW, since: date | None = None) -> Page:
    at = moment(now)
    return ledger_page(ledger(book.by(at), book.settings, at, {}, since=since))


def untamed() -> Book:
    book = Book(Init(me="אנה", partner="健太郎 the very long-named one"))
    for text in UNTAMED:
        tea = book.write(
            promise(text, every="weekday", at="18:00"), by="אנה", at="2026-10-26T08:00"
        )
        book.write(Delivery(partly=True, note=text), about=tea, at="2026-11-17T17:00")
        step = book.write(promise(text, by="2026-11-29", who="אנה"), by=book.settings.people[1])
        book.write(Adoption(), about=step, by=book.settings.people[1])
        book.write(promise(text, by="2026-11-29"), by="אנה", at="2026-10-26T08:00")
    return book


@pytest.mark.parametrize("width", [80, 120])
def test_the_page_as_it_was_looked_at(width: int) -> None:
    looks_as_kept(f"ledger-{width}", text_of(page(twelve_weeks()), width))


def test_the_page_on_a_terminal_without_signs() -> None:
    looks_as_kept("ledger-ascii", text_of(page(twelve_weeks()), 80, encoding="ascii"))


def test_the_page_on_half_a_screen() -> None:
    looks_as_kept("ledger-48", text_of(page(twelve_weeks()), 48))


def test_the_page_of_a_longer_window() -> None:
    looks_as_kept("ledger-since", text_of(page(twelve_weeks(), since=date(2026, 9, 7)), 80))


def test_a_page_of_200_columns_is_the_one_of_100() -> None:
    book = twelve_weeks()
    assert text_of(page(book), 200) == text_of(page(book), 100)


@pytest.mark.parametrize("width", [24, 40, 60, 71, 72, 80, 100])
def test_no_line_is_wider_than_the_page_and_no_control_code_is_in_it(width: int) -> None:
    shown = text_of(page(untamed()), width)
    assert max(cell_len(line) for line in shown.splitlines()) <= width
    assert all(char == "\n" or ord(char) >= 32 for char in shown)
    assert not any(line != line.rstrip() for line in shown.splitlines())


def test_signs_stand_in_their_columns_beside_whatever_was_written() -> None:
    starts = set()
    for line in text_of(page(untamed())).splitlines():
        if "○○○○○    ○" in line:
            starts.add(cell_len(line[: line.index("○")]))
    assert len(starts) == 1


def test_nothing_that_was_written_is_cut() -> None:
    shown = text_of(page(untamed()), 100).replace("\n", "").replace(" ", "")
    for text in UNTAMED[:4]:
        for word in text.split():
            assert word in shown
    assert "\\x1b[31mred" in shown
    assert "\\u202eevil" in shown
    assert "[bold]no" in shown


def test_an_empty_ledger_says_how_to_begin() -> None:
    shown = text_of(page(Book()))
    assert "No promise stands here." in shown
    assert "repairlog commit call my mother --by friday" in shown


def test_alone_nobody_is_named() -> None:
    book = Book(Init(me="Ana"))
    book.write(promise("tea", every="day", start="2026-11-16"))
    assert "Ana" not in text_of(page(book))


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-11-20T12:00", "open, 7 days left"),
        ("2026-11-26T12:00", "open, due tomorrow"),
        ("2026-11-27T12:00", "open, due today"),
        ("2026-11-28T02:00", "open, due today"),
        ("2026-11-28T12:00", "past its day, still open"),
    ],
)
def test_a_promise_made_once_says_how_long_there_is(now: str, words: str) -> None:
    book = Book()
    book.write(promise("call", by="2026-11-27"))
    assert words in text_of(page(book, now))


@pytest.mark.parametrize(
    ("start", "until", "words"),
    [
        ("2026-11-16", None, "Sun 22 18:00"),
        ("2026-12-20", None, "20 Dec 18:00"),
        ("2026-11-01", "2026-11-10", "ended"),
    ],
)
def test_beside_the_signs_stands_what_is_next(start: str, until: str | None, words: str) -> None:
    book = Book()
    book.write(
        promise("tea", every="day", start=start, until=until, at="18:00"), at="2026-11-01T08:00"
    )
    assert words in text_of(page(book))


def test_nothing_scolds() -> None:
    shown = text_of(page(twelve_weeks())).lower()
    for word in ("miss", "fail", "broken", "streak", "score", "overdue", "!"):
        assert word not in shown
