"""Safety and vigilance over weeks: two lines for each person, each for itself."""

from __future__ import annotations

from datetime import date, timedelta

from repairlog.dates import Span
from repairlog.kinds.checkins import Checkin
from repairlog.readings.scales import Line, lines
from repairlog.readings.timeline import as_json, timeline
from tests.build import Book, moment

WEEKS = [
    Span(date(2026, 11, 2) + n * timedelta(days=7), date(2026, 11, 8) + n * timedelta(days=7))
    for n in range(3)
]


def given(book: Book, day: int, by: str = "Ana", **scales: int) -> None:
    body = Checkin(cadence="daily", **scales)  # type: ignore[arg-type]  # its scales by name
    book.write(body, by=by, at=f"2026-11-{day:02}T20:00")


def test_each_weeks_mean_and_a_gap_where_nothing_was_given() -> None:
    book = Book()
    given(book, 2, safety=4, vigilance=9)
    given(book, 3, safety=5)
    given(book, 17, vigilance=8)

    assert lines(book.record, book.settings.people, WEEKS) == (
        Line("Ana", "safety", (4.5, None, None)),
        Line("Ana", "vigilance", (9, None, 8)),
    )


def test_both_may_be_high_and_each_person_has_lines_of_their_own() -> None:
    book = Book()
    given(book, 2, by="Ben", safety=9, vigilance=9)
    given(book, 2, safety=2)

    found = lines(book.record, book.settings.people, WEEKS)
    assert [(line.who, line.name, line.weeks[0]) for line in found] == [
        ("Ana", "safety", 2),
        ("Ben", "safety", 9),
        ("Ben", "vigilance", 9),
    ]


def test_the_timeline_draws_them_month_by_month() -> None:
    book = Book()
    given(book, 2, safety=4, vigilance=9)
    now = moment("2026-11-22T20:00")
    report = timeline(book.record, book.settings, now)

    [month] = [month for month in report.months if month.first == date(2026, 11, 1)]
    assert [line.name for line in month.scales] == ["safety", "vigilance"]
    assert as_json(report)["months"][-1]["scales"][0]["weeks"][0] == 4
