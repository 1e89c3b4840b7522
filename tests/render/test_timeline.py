"""The timeline's page, as it was looked at, and whatever people write in it."""

from __future__ import annotations

from datetime import date

import pytest
from rich.cells import cell_len

from repairlog.kinds.assent import Adoption, Assent
from repairlog.kinds.boundaries import Boundary, Crossing
from repairlog.kinds.changes import Release, Renegotiation
from repairlog.kinds.keeping import Init
from repairlog.kinds.milestones import Celebration, Milestone
from repairlog.kinds.pace import Hold
from repairlog.readings.timeline import timeline
from repairlog.render.theme import DASH, Page
from repairlog.render.timeline import timeline_page
from tests.build import Book, moment, promise
from tests.render.looked_at import looks_as_kept, text_of
from tests.render.samples import NOW, months
from tests.render.test_ledger import UNTAMED


def page(book: Book, now: str = NOW, since: date | None = None, until: date | None = None) -> Page:
    at = moment(now)
    return timeline_page(timeline(book.by(at), book.settings, at, since, until))


def untamed() -> Book:
    book = Book(Init(me="אנה", partner="健太郎"))
    for text in UNTAMED:
        boundary = book.write(Boundary(text=text, means=(text,)), by="אנה")
        asked = book.write(Adoption(), by="אנה", about=boundary)
        book.write(Assent(), by="健太郎", about=asked)
        book.write(Crossing(what=text, version_of=boundary.uid), by="健太郎", about=boundary)
        mile = book.write(Milestone(text=text, by=date(2027, 1, 3)), by="אנה")
        book.write(Assent(), by="健太郎", about=book.write(Adoption(), by="אנה", about=mile))
        done = book.write(Milestone(text=text), by="אנה")
        book.write(Celebration(note=text), by="אנה", about=done)
        tea = book.write(promise(text, every="day", start="2026-11-01"), by="אנה")
        free = book.write(Release(why=text), by="אנה", about=tea)
        book.write(Assent(), by="健太郎", about=free)
    return book


@pytest.mark.parametrize("width", [80, 120])
def test_the_page_as_it_was_looked_at(width: int) -> None:
    looks_as_kept(f"timeline-{width}", text_of(page(months()), width))


def test_the_page_on_a_terminal_without_signs() -> None:
    looks_as_kept("timeline-ascii", text_of(page(months()), 80, encoding="ascii"))


def test_the_page_on_half_a_screen() -> None:
    looks_as_kept("timeline-48", text_of(page(months()), 48))


def test_a_page_of_200_columns_is_the_one_of_100() -> None:
    assert text_of(page(months()), 200) == text_of(page(months()), 100)


@pytest.mark.parametrize("width", [24, 40, 60, 80, 100])
def test_no_line_is_wider_than_the_page_and_no_control_code_is_in_it(width: int) -> None:
    shown = text_of(page(untamed()), width)
    assert max(cell_len(line) for line in shown.splitlines()) <= width
    assert all(char == "\n" or ord(char) >= 32 for char in shown)


def test_what_is_too_long_for_a_name_is_cut_with_a_sign() -> None:
    shown = text_of(page(untamed()))
    assert "Donaudampfschifffahrtsgesellschaftskapitäns… agreed by" in shown


def test_an_empty_timeline_says_so() -> None:
    shown = text_of(page(Book()))
    assert "There is nothing to tell of these months yet." in shown
    assert "nothing is planned yet" in shown


def test_erased_words_say_so() -> None:
    book = Book()
    mile = book.write(Milestone(text="a secret walk"))
    book.write(Celebration(note="cake"), about=mile)
    book.erase(mile)
    shown = text_of(page(book))
    assert "secret" not in shown
    assert "erased by its author" in shown


def test_a_silent_month_is_called_that() -> None:
    book = Book()
    for day in ("2026-09-01", "2026-11-10"):
        book.write(Milestone(text="a walk"), at=f"{day}T12:00")
    assert "October 2026\n                   nothing was written down\n" in text_of(page(book))


def test_days_of_another_year_say_which() -> None:
    book = Book(Init(me="Ana"))
    book.write(Milestone(text="a walk", by=date(2027, 1, 3)))
    shown = text_of(page(book))
    assert "    3 Jan 2027  ☆  A walk" in shown
    across = text_of(page(book, since=date(2025, 12, 1)))
    assert f"December 2025 {DASH} November 2026 · as of Sun 22 Nov" in across


def test_the_parts_of_a_sentence() -> None:
    book = Book()
    tea = book.write(promise("tea", every="day", start="2026-11-01"), at="2026-11-01T08:00")
    sundays = promise("", every="sunday", start="2026-11-01", at="20:00")
    change = Renegotiation(
        start=sundays.start, every="sunday", rrule=sundays.rrule, at=sundays.at, why="calmer"
    )
    asked = book.write(change, about=tea, at="2026-11-02T12:00")
    book.write(Assent(), by="Ben", about=asked, at="2026-11-03T12:00")
    book.write(Hold(until=date(2026, 11, 20)), by="Ben", at="2026-11-17T08:00")
    book.write(Hold(until=date(2026, 11, 20), of=(tea.uid,)), by="Ben", at="2026-11-18T08:00")
    shown = text_of(page(book))
    assert "c1 Tea, now Sundays by 20:00\n                   “calmer”\n" in shown
    assert "everything held to Fri 20 Nov, as Ben asked" in shown
    assert "c1 held to Fri 20 Nov, as Ben asked" in shown


def test_nothing_scolds() -> None:
    shown = text_of(page(months())).lower()
    for word in ("miss", "fail", "broke", "streak", "score", "overdue", "violat"):
        assert word not in shown
