"""The month's page, as it was looked at, and whatever people write in it."""

from __future__ import annotations

from datetime import date

import pytest
from rich.cells import cell_len

from repairlog.dates import Span
from repairlog.kinds.agreement import Cadence
from repairlog.kinds.assent import Assent
from repairlog.kinds.checkins import Checkin
from repairlog.kinds.keeping import Init
from repairlog.kinds.moments import Note
from repairlog.kinds.repair import Acknowledgement, Disclosure
from repairlog.kinds.triggers import Trigger
from repairlog.readings.month import month_report
from repairlog.render.month import month_page
from repairlog.render.theme import Page
from tests.build import Book, moment
from tests.render.looked_at import looks_as_kept, text_of
from tests.render.samples import NOW, months
from tests.render.test_ledger import UNTAMED

OCTOBER = Span(date(2026, 10, 1), date(2026, 10, 31))
NOVEMBER = Span(date(2026, 11, 1), date(2026, 11, 30))


def page(book: Book, month: Span = OCTOBER, now: str = NOW) -> Page:
    at = moment(now)
    began = min(entry.day for entry in book.entries)
    return month_page(month_report(book.by(at), book.settings, at, month, began))


def lived() -> Book:
    """The twelve weeks of the other pages, with check-ins, notes and things told unasked."""
    book = months()
    cadences = [("daily", "2026-09-06T20:00"), ("weekly", "2026-09-06T20:05")]
    for cadence, at in cadences:
        made = book.write(Cadence(cadence=cadence), at=at)
        book.write(Assent(), by="Ben", about=made, at=at)
    for month, vigilance in ((9, 7), (10, 5)):
        for day in range(1, 31):
            at = f"2026-{month:02}-{day:02}T20:00"
            book.write(Note(text="a day"), by="Ben", at=at)
            if day % 5:
                book.write(Checkin(cadence="daily", safety=4), at=at)
                body = Checkin(cadence="daily", safety=3 + day // 8, vigilance=vigilance)
                book.write(body, by="Ben", at=at)
    told = book.write(Disclosure(text="the old number called"), at="2026-10-14T20:00")
    book.write(Acknowledgement(), by="Ben", about=told, at="2026-10-15T20:00")
    last = Checkin(cadence="monthly", summary="we talk", keep="the walks", need="a slow month")
    book.write(last, by="Ben", at="2026-10-31T20:00")
    return book


def untamed() -> Book:
    book = Book(Init(me="אנה", partner="健太郎"), begun="2026-09-01T12:00")
    for text in UNTAMED:
        told = book.write(Disclosure(text=text), by="אנה", at="2026-10-14T20:00")
        book.write(Acknowledgement(note=text), by="健太郎", about=told, at="2026-10-15T20:00")
        body = Checkin(cadence="monthly", summary=text, keep=text, need=text, safety=3)
        book.write(body, by="健太郎", at="2026-10-20T20:00")
        book.write(Trigger(text=text, intensity=3), by="健太郎", at="2026-10-20T20:00")
    return book


@pytest.mark.parametrize("width", [80, 120, 48])
def test_the_page_as_it_was_looked_at(width: int) -> None:
    looks_as_kept(f"month-{width}", text_of(page(lived()), width))


def test_the_page_on_a_terminal_without_signs() -> None:
    looks_as_kept("month-ascii", text_of(page(lived()), 80, encoding="ascii"))


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_page_and_no_control_code_is_in_it(width: int) -> None:
    for book in (untamed(), lived()):
        shown = text_of(page(book), width)
        assert max(cell_len(line) for line in shown.splitlines()) <= width
        assert all(char == "\n" or ord(char) >= 32 for char in shown)


def test_where_months_cannot_be_compared_the_page_says_why_and_shows_one() -> None:
    book = lived()
    book.write(Trigger(text="late", sort="reminder"), by="Ana", at="2026-10-12T20:00")
    book.entries = [
        e for e in book.entries if e.by != "Ana" or e.day.month != 9 or e.kind != "checkin"
    ]
    shown = " ".join(text_of(page(book)).split())

    assert "Not compared: Ana, who logs them, wrote on fewer than 20 days of September" in shown


def test_a_month_in_which_nothing_was_written_says_so() -> None:
    shown = text_of(page(Book(begun="2026-09-01T12:00")))

    assert "Nothing was written down in October." in shown
    assert "WHAT WAS PROMISED" not in shown


def test_nothing_scolds() -> None:
    shown = text_of(page(lived())).lower()
    for word in ("miss", "fail", "broke", "streak", "score", "overdue", "violat", "rank"):
        assert word not in shown
