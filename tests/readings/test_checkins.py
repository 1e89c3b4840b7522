"""Check-ins: marks for what was held, and two scales that know nothing of each other."""

from __future__ import annotations

from datetime import date

import pytest

from repairlog.dates import Span
from repairlog.kinds.checkins import Checkin
from repairlog.readings.checkins import WeekOfCheckins, week_of_checkins
from tests.build import Book

WEEK = Span(date(2026, 11, 16), date(2026, 11, 22))


def checkins(book: Book, today: int = 23, week: Span = WEEK) -> WeekOfCheckins:
    return week_of_checkins(book.record, book.settings, date(2026, 11, today), week)


def hold(book: Book, cadence: str, *days: int, by: str = "Ana") -> None:
    for day in days:
        book.write(Checkin(cadence=cadence), by=by, at=f"2026-11-{day:02}T20:00")


def row(book: Book, today: int = 23) -> str:
    """One letter a day: k(ept), m(issed), o(pen) or a dot."""
    [held] = checkins(book, today).held
    return "".join(cell[:1] or "." for cell in held.cells)


def test_a_daily_one_is_looked_for_on_each_day_once_the_habit_has_begun() -> None:
    book = Book()
    hold(book, "daily", 18, 20, 21)

    assert row(book) == "..kmkkm"


def test_one_check_in_asks_for_no_more() -> None:
    book = Book()
    hold(book, "daily", 18)

    assert row(book) == "..k...."


def test_today_there_is_still_time_and_tomorrow_is_not_looked_for_yet() -> None:
    book = Book()
    hold(book, "daily", 15, 16, 17)

    assert row(book, today=18) == "kko...."


def test_a_weekly_one_may_be_held_on_any_day_of_the_week() -> None:
    book = Book()
    hold(book, "weekly", 19)

    assert row(book) == "...k..."


@pytest.mark.parametrize(("today", "marks"), [(20, "......o"), (22, "......o"), (23, "......m")])
def test_a_weekly_one_has_time_to_the_end_of_the_week(today: int, marks: str) -> None:
    book = Book()
    hold(book, "weekly", 5, 12)

    assert row(book, today) == marks


def test_a_habit_left_four_weeks_ago_is_not_looked_for() -> None:
    book = Book()
    book.write(Checkin(cadence="daily"), at="2026-10-18T20:00")

    assert checkins(book).held == ()


def test_a_monthly_one_shows_in_the_week_in_which_the_month_ends() -> None:
    book = Book()
    hold(book, "monthly", 3)
    last = Span(date(2026, 11, 30), date(2026, 12, 6))
    book.write(Checkin(cadence="monthly"), at="2026-10-30T20:00")

    assert checkins(book).held == ()
    assert checkins(book, 30, last).held == ()  # November's was held on the 3rd


def test_safety_and_vigilance_are_two_scales_and_both_can_be_high() -> None:
    book = Book()
    given = Checkin(cadence="daily", safety=8, vigilance=9)
    book.write(given, by="Ben", at="2026-11-17T20:00")

    scales = {scale.name: scale.values for scale in checkins(book).scales}

    assert scales == {
        "safety": (None, 8, None, None, None, None, None),
        "vigilance": (None, 9, None, None, None, None, None),
    }


def test_a_scale_that_was_not_given_is_not_shown() -> None:
    book = Book()
    book.write(Checkin(cadence="daily", safety=8), by="Ben", at="2026-11-17T20:00")

    assert [scale.name for scale in checkins(book).scales] == ["safety"]


def test_the_latest_value_of_a_day_counts() -> None:
    book = Book()
    book.write(Checkin(cadence="daily", safety=2), by="Ben", at="2026-11-17T08:00")
    book.write(Checkin(cadence="weekly", safety=6), by="Ben", at="2026-11-17T20:00")

    assert checkins(book).scales[0].values[1] == 6


def test_each_person_has_a_row_of_their_own_and_no_sum() -> None:
    book = Book()
    hold(book, "daily", 16)
    hold(book, "daily", 16, 17, by="Ben")

    assert [(held.cadence, held.who) for held in checkins(book).held] == [
        ("daily", "Ana"),
        ("daily", "Ben"),
    ]
