"""A month by its name, its number, or one of its days."""

from __future__ import annotations

from datetime import date

import pytest

from repairlog.dates import Calendar, Span, read_month
from repairlog.errors import Misread
from tests.build import moment

NOW = moment("2026-11-23T18:00")


@pytest.mark.parametrize(
    ("words", "year", "month"),
    [
        ("october", 2026, 10),
        ("Oct", 2026, 10),
        ("november", 2026, 11),  # the running one
        ("december", 2025, 12),
        ("may", 2026, 5),
        ("october 2024", 2024, 10),
        ("2024 oct", 2024, 10),
        ("october, 2024", 2024, 10),
        ("2026-02", 2026, 2),
        ("2026/2", 2026, 2),
        ("last month", 2026, 10),
        ("this month", 2026, 11),
        ("month", 2026, 11),
        ("yesterday", 2026, 11),
        ("2026-03-31", 2026, 3),
        ("2 months ago", 2026, 9),
    ],
)
def test_a_month_is_named(words: str, year: int, month: int) -> None:
    found = read_month(words, NOW, Calendar())

    assert found == Calendar().month_of(date(year, month, 1))
    assert found.first.day == 1


def test_a_month_that_has_just_begun_is_not_this_nights() -> None:
    night = moment("2026-12-01T01:30")  # the night of the 30th of November

    assert read_month("this month", night, Calendar()) == Span(
        date(2026, 11, 1), date(2026, 11, 30)
    )


@pytest.mark.parametrize("words", ["2026-13", "2026-00", "9999-01", "octember", "foo 2026", "13"])
def test_what_names_no_month_is_refused(words: str) -> None:
    with pytest.raises(Misread):
        read_month(words, NOW, Calendar())
