"""The pages of log, show, today and doctor, as they were looked at, and whatever people write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import cycle

import pytest
from rich.cells import cell_len

from repairlog.entries import Entry
from repairlog.kinds.assent import Assent
from repairlog.kinds.boundaries import Boundary
from repairlog.kinds.mending import Amend, Undo
from repairlog.readings.check import Checked, Covered, Finding
from repairlog.readings.health import Advice, Health, Sealed
from repairlog.readings.log import log
from repairlog.readings.people import settings as settings_of
from repairlog.readings.record import Record
from repairlog.readings.thing import thing
from repairlog.readings.today import today_report
from repairlog.render.doctor import doctor_page
from repairlog.render.log import log_page
from repairlog.render.show import show_page
from repairlog.render.theme import Page
from repairlog.render.today import today_page
from tests.build import DEVICE, Book, moment
from tests.made import everything, reworded
from tests.render.looked_at import looks_as_kept, text_of
from tests.render.test_ledger import UNTAMED
from tests.week import EVENING, on, week

NOW = moment(EVENING)
MONDAY = "2026-11-23T17:00"


def mended_week() -> Book:
    """The week of the sketch, with something put right, taken back and erased in it."""
    book = week()
    by_kind = {entry.kind: entry for entry in book.entries}
    told, away = by_kind["appreciation"], by_kind["note"]
    better = Amend(text="You told me about the call before I could ask.")
    book.write(better, by=told.by, about=told, at=on(19))
    book.erase(away)
    return book


def log_of(entries: list[Entry], **asked: object) -> Page:
    held = settings_of(Record(entries), DEVICE)
    recent = [e for e in entries if e.day.isoformat() >= "2026-11-16"]
    return log_page(log(recent, entries, held, NOW, **asked))  # type: ignore[arg-type]


def show_of(entries: list[Entry], root: Entry) -> Page:
    return show_page(thing(entries, root, settings_of(Record(entries), DEVICE), NOW))


def today_of(entries: list[Entry], person: str | None = "Ana", at: str = MONDAY) -> Page:
    record = Record(entries)
    return today_page(today_report(record, settings_of(record, DEVICE), moment(at), person))


def find(entries: list[Entry], ref: str) -> Entry:
    return next(entry for entry in entries if entry.ref == ref)


# -- as they were looked at ------------------------------------------------------------------------


@pytest.mark.parametrize("width", [48, 80, 120])
def test_the_log_as_it_was_looked_at(width: int) -> None:
    looks_as_kept(f"log-{width}", text_of(log_of(mended_week().entries), width))


@pytest.mark.parametrize(("ref", "width"), [("c1", 80), ("b3", 80), ("b3", 48), ("t5", 80)])
def test_one_thing_as_it_was_looked_at(ref: str, width: int) -> None:
    entries = week().entries
    looks_as_kept(f"show-{ref}-{width}", text_of(show_of(entries, find(entries, ref)), width))


@pytest.mark.parametrize("width", [48, 80, 120])
def test_today_as_it_was_looked_at(width: int) -> None:
    looks_as_kept(f"today-{width}", text_of(today_of(week().entries), width))


def health(**other: object) -> Health:
    given: dict[str, object] = {
        "as_of": NOW,
        "path": "/home/ana/journal.db",
        "checked": Checked(123, 1, ()),
        "file": (),
        "advice": (),
        "seal": "7K3Q-M2XD-90AF",
        "asked": None,
    }
    return Health(**(given | other))  # type: ignore[arg-type]


def test_a_whole_journal_as_it_was_looked_at() -> None:
    covers = Covered(100, "e40", "2026-11-15T19:00:00.000000Z")
    report = health(asked=Sealed("7K3Q-M2XD-90AF", covers, stands=True))
    looks_as_kept("doctor-80", text_of(doctor_page(report)))


def test_a_damaged_journal_as_it_was_looked_at() -> None:
    found = (
        Finding("e17", "its words or fields are not the ones that were written", 17),
        Finding("c3", "2 entries are missing just before it, after e20", 24),
    )
    advice = Advice("Other accounts on this computer may open the journal.", "chmod 600 journal.db")
    report = health(checked=Checked(121, 2, found), file=("page 7 is torn",), advice=(advice,))
    looks_as_kept("doctor-damaged-80", text_of(doctor_page(report)))


# -- whatever people write -------------------------------------------------------------------------


def untamed() -> list[Entry]:
    texts = cycle(UNTAMED)
    return reworded(everything("אנה", "健太郎 the very long-named one"), lambda e, f: next(texts))


def pages() -> Iterator[Page]:
    entries = untamed()
    yield log_of(entries)
    yield log_of(entries, everything=True)
    yield today_of(entries, None)
    yield today_of(entries, "אנה")
    for entry in entries:
        if entry.ref[0] in "cbtmp" or entry.kind in ("miss", "checkin"):
            yield show_of(entries, entry)


@pytest.mark.parametrize("width", [30, 48, 80, 100])
def test_no_line_is_wider_than_the_page_and_no_control_code_is_in_it(width: int) -> None:
    for page in pages():
        shown = text_of(page, width)
        assert max(map(cell_len, shown.splitlines())) <= width
        assert all(char == "\n" or ord(char) >= 32 for char in shown)


@pytest.mark.parametrize("width", [48, 80, 120])
def test_todays_page_has_at_most_a_dozen_lines(width: int) -> None:
    for person in ("אנה", None):
        shown = text_of(today_of(untamed(), person), width)
        assert len(shown.splitlines()) <= 12


def test_nothing_that_was_written_is_cut_from_the_log() -> None:
    shown = text_of(log_of(untamed()), 100).replace("\n", "").replace(" ", "")
    for text in UNTAMED[:4]:
        for word in text.split():
            assert word in shown
    assert "\\x1b[31mred" in shown
    assert "[bold]no" in shown


def test_the_pages_read_without_signs() -> None:
    entries = week().entries
    for page in (log_of(entries), show_of(entries, find(entries, "c1")), today_of(entries)):
        assert text_of(page, encoding="ascii").isascii()


def test_nothing_scolds() -> None:
    entries = week().entries
    for page in (log_of(entries), show_of(entries, find(entries, "c1")), today_of(entries)):
        shown = text_of(page).lower()
        for word in ("fail", "broke", "streak", "score", "overdue", "violat"):
            assert word not in shown


def test_what_was_taken_back_is_told_in_its_place() -> None:
    book = Book()
    asks = book.write(Boundary(text="we ask first", means=("x",)), at=on(17))
    agreed = book.write(Assent(), by="Ben", about=asks, at=on(17))
    book.write(Undo(), by="Ben", about=agreed, at=on(18))

    shown = text_of(show_of(book.entries, asks))
    assert "Ben  agreed\n" in shown
    assert "taken back\n" in shown


def test_an_empty_log_says_so() -> None:
    empty = log([], [], Book().settings, datetime(2026, 11, 23, 18).astimezone())

    assert "Nothing was written down for these days." in text_of(log_page(empty))
