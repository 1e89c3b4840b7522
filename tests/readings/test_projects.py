"""Joint projects: their steps, and whose are still missing."""

from __future__ import annotations

from datetime import date

from repairlog.dates import Span
from repairlog.entries import Entry
from repairlog.kinds.assent import Adoption, Assent, Decline
from repairlog.kinds.changes import Release
from repairlog.kinds.commitments import Delivery
from repairlog.kinds.keeping import Init
from repairlog.kinds.moments import Project
from repairlog.readings.projects import ProjectReport, project, projects_of_week
from repairlog.readings.steps import project_of, repairs
from tests.build import Book, moment, promise

NOW = "2026-11-22T19:40"
WEEK = Span(date(2026, 11, 16), date(2026, 11, 22))


def beds(book: Book) -> Entry:
    return book.write(Project(text="raised beds"), at="2026-11-01T10:00")


def how(book: Book, entry: Entry) -> ProjectReport:
    item = book.record.get(entry.uid)
    assert item is not None
    return project(book.record, item, book.settings, moment(NOW))


def test_a_step_of_a_project_repairs_nothing() -> None:
    book = Book()
    step = book.write(promise("wood"), about=beds(book))
    item = book.record.get(step.uid)
    assert item is not None

    assert repairs(book.record, item) is None
    assert project_of(book.record, item) is not None


def test_the_steps_of_one_only_ask_for_one_of_the_others() -> None:
    book = Book()
    garden = beds(book)
    assert how(book, garden).hint == ""
    book.write(promise("wood"), about=garden)
    book.write(promise("earth"), about=garden)
    hint = "So far its steps are Ana's; one of Ben's would make it joint."
    assert how(book, garden).hint == hint

    book.write(promise("seeds"), by="Ben", about=garden)
    report = how(book, garden)
    assert (report.missing, report.hint) == (None, "")
    assert [step.text for step in report.steps] == ["wood", "earth", "seeds"]


def test_what_was_done_counts_and_what_was_let_go_or_declined_does_not() -> None:
    book = Book()
    garden = beds(book)
    book.write(promise("wood"), about=garden)
    seeds = book.write(promise("seeds"), by="Ben", about=garden)
    book.write(Delivery(), by="Ben", about=seeds, at="2026-11-18T10:00")
    assert how(book, garden).missing is None

    other = beds(book)
    book.write(promise("wood"), about=other)
    earth = book.write(promise("earth"), by="Ben", about=other)
    release = book.write(Release(), by="Ben", about=earth)
    book.write(Assent(), about=release)
    asked = book.write(promise("seeds", who="Ben"), about=other)
    book.write(Decline(), by="Ben", about=book.write(Adoption(), about=asked))
    assert how(book, other).missing == "Ben"


def test_alone_nobody_is_missing() -> None:
    book = Book(Init(me="Ana"))
    garden = beds(book)
    book.write(promise("wood"), about=garden)

    assert how(book, garden).hint == ""


def test_a_week_shows_those_under_way() -> None:
    book = Book()
    garden, shed = beds(book), beds(book)
    wood = book.write(promise("wood"), about=garden)

    def here(first: int) -> list[str]:
        week = Span(date(2026, 11, first), date(2026, 11, first + 6))
        found = projects_of_week(book.record, book.settings, moment(NOW), week)
        return [one.ref for one in found]

    assert here(16) == [garden.ref]
    book.write(Delivery(), about=wood, at="2026-11-10T10:00")
    assert (here(9), here(16)) == ([garden.ref], [])
    assert shed.ref not in here(9)
