"""A month beside the month before: true figures, and silence told from progress."""

from __future__ import annotations

from datetime import date

import pytest

from repairlog.dates import Calendar, Span
from repairlog.kinds.agreement import Cadence
from repairlog.kinds.assent import Assent
from repairlog.kinds.changes import Renegotiation
from repairlog.kinds.checkins import Checkin
from repairlog.kinds.commitments import Delivery, Miss
from repairlog.kinds.keeping import Init
from repairlog.kinds.moments import Note
from repairlog.kinds.repair import Acknowledgement, Disclosure
from repairlog.kinds.reviews import Review
from repairlog.kinds.triggers import Trigger
from repairlog.readings.month import MonthReport, month_report, which_month
from repairlog.readings.month_json import as_json
from repairlog.readings.month_opening import opening
from tests.build import Book, moment, promise

OCTOBER = Span(date(2026, 10, 1), date(2026, 10, 31))
NOVEMBER = Span(date(2026, 11, 1), date(2026, 11, 30))
BEGAN = date(2026, 8, 30)
LATER = "2026-12-05T12:00"


def month(book: Book, now: str = LATER, of: Span = NOVEMBER, began: date = BEGAN) -> MonthReport:
    return month_report(book.by(moment(now)), book.settings, moment(now), of, began)


def said(book: Book, now: str = LATER, of: Span = NOVEMBER, began: date = BEGAN) -> str:
    return " ".join(opening(month(book, now, of, began)))


def weekly(book: Book) -> None:
    """c1, every Sunday by noon: kept in October but once late, and in November one owned."""
    made = promise("plan", every="sunday", at="12:00", start="2026-10-01")
    c1 = book.write(made, at="2026-10-01T08:00")
    for day in ("10-04", "10-11", "10-18", "11-01", "11-08"):
        book.write(Delivery(), about=c1, at=f"2026-{day}T11:00")
    book.write(Delivery(), about=c1, at="2026-10-25T13:00")
    book.write(Miss(own="I forgot", of=date(2026, 11, 15)), about=c1, at="2026-11-16T11:00")


def logging(book: Book, month: int, days: int, *felt: int, by: str = "Ana") -> None:
    """Something written on so many days of a month, and triggers of these strengths."""
    for day in range(1, days + 1):
        book.write(Note(text="a day"), by=by, at=f"2026-{month:02}-{day:02}T12:00")
    for day, intensity in enumerate(felt, 1):
        body = Trigger(text="late", sort="reminder", intensity=intensity)
        book.write(body, by=by, at=f"2026-{month:02}-{day:02}T13:00")


# -- which month -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "began", "first"),
    [
        ("2026-11-23", "2026-08-30", "2026-10-01"),
        ("2026-11-30", "2026-08-30", "2026-11-01"),  # it ends today
        ("2026-12-01", "2026-08-30", "2026-11-01"),
        ("2026-11-23", "2026-10-31", "2026-10-01"),
        ("2026-11-23", "2026-11-02", "2026-11-01"),  # no earlier one
        ("2026-01-15", "2025-08-30", "2025-12-01"),
    ],
)
def test_the_month_that_ended_last_or_ends_today(today: str, began: str, first: str) -> None:
    found = which_month(Calendar(), date.fromisoformat(today), date.fromisoformat(began))

    assert found.first == date.fromisoformat(first)


# -- what was promised -------------------------------------------------------------------------


def test_what_was_due_in_each_month_counts_for_it() -> None:
    book = Book()
    weekly(book)
    report = month(book)
    before = report.before

    here = report.here.kept
    assert (here.on_time, here.late, here.owned, here.unsaid) == (2, 0, 1, 2)
    assert before is not None
    assert (before.kept.on_time, before.kept.late, before.kept.settled) == (3, 1, 4)
    assert here.rate == pytest.approx(2 / 5)


def test_the_opening_counts_what_was_promised() -> None:
    book = Book()
    weekly(book)

    told = (
        "In November two of the five things that were promised were done; in October it was 4 of 4."
    )
    assert said(book).startswith(told)


def test_what_was_promised_once_and_is_past_counts_as_nothing_said() -> None:
    book = Book()
    book.write(promise("call", by="2026-11-10"), at="2026-11-02T12:00")

    assert month(book).here.kept.unsaid == 1
    assert "nothing was said of the one thing promised" in said(book)
    assert month(book, "2026-11-09T12:00").here.kept.settled == 0


def test_a_running_month_says_so() -> None:
    book = Book()
    weekly(book)

    assert "were done so far" in said(book, "2026-11-16T12:00")


def test_a_month_with_nothing_in_it_is_called_quiet_not_good() -> None:
    book = Book()

    assert said(book) == (
        "Nothing was written down in November. That says nothing about the month itself."
    )


def test_the_first_month_stands_alone() -> None:
    book = Book(begun="2026-11-02T20:00")
    book.write(promise("call", by="2026-11-10"), at="2026-11-02T21:00")
    report = month(book, began=date(2026, 11, 2))

    assert report.before is None
    assert "The journal begins on Mon 2 Nov." in " ".join(opening(report))
    assert as_json(report)["kept"]["before"] is None


def test_a_month_in_which_the_journal_began_is_said_to_be_short() -> None:
    book = Book(begun="2026-10-20T20:00")
    weekly(book)

    assert "in October, from Tue 20 Oct on, it was" in said(book, began=date(2026, 10, 20))


# -- triggers ----------------------------------------------------------------------------------


def test_triggers_are_compared_by_count_and_strength_where_both_months_were_written_in() -> None:
    book = Book()
    logging(book, 10, 20, 7, 6, 8)
    logging(book, 11, 20, 4)
    report = month(book)

    assert report.silent == ()
    assert report.here.triggers.intensity == 4
    assert report.before is not None
    assert report.before.triggers.count == 3
    assert "One trigger was written down, two fewer than in October, and milder on average." in (
        said(book)
    )


def test_where_one_month_was_silent_it_says_so_and_compares_nothing() -> None:
    book = Book()
    logging(book, 10, 20, 7, 6, 8)
    logging(book, 11, 3, 4)
    report = month(book)

    assert [who for who, _ in report.silent] == ["Ana"]
    told = said(book)
    assert "fewer than in October" not in told
    assert "Ana, who logs them, wrote on fewer than 20 days of November" in told
    assert as_json(report)["triggers"]["compared"] is False


def test_a_month_that_runs_is_not_called_better() -> None:
    book = Book()
    logging(book, 10, 25, 7, 6, 8)
    logging(book, 11, 21, 4)

    told = said(book, "2026-11-22T12:00")
    assert "One trigger was written down so far; in the whole of October it was three." in told


# -- check-ins ---------------------------------------------------------------------------------


def test_check_ins_of_both_together_and_how_many_in_time() -> None:
    book = Book()
    cadence = book.write(Cadence(cadence="weekly"), at="2026-10-28T12:00")
    book.write(Assent(), by="Ben", about=cadence, at="2026-10-28T12:30")
    for day in (1, 8, 15):
        book.write(Checkin(cadence="weekly", safety=4), at=f"2026-11-{day:02}T20:00")
    book.write(Checkin(cadence="weekly"), by="Ben", day="2026-11-08", written="2026-11-10T09:00")
    book.write(Checkin(cadence="daily", safety=8), at="2026-11-17T20:00")
    by_name = {one.cadence: one for one in month(book).here.checkins}

    one = by_name["weekly"]  # weeks that end on the 1st, 8th, 15th, 22nd and 29th, for two people
    assert (one.held, one.on_time, one.looked_for) == (4, 3, 10)
    assert (by_name["daily"].held, by_name["daily"].looked_for) == (1, None)


def test_the_scales_are_two_lines_for_each_person_that_know_nothing_of_each_other() -> None:
    book = Book()
    for day, safety, vigilance in ((2, 4, 9), (4, 6, 9), (10, 8, None)):
        body = Checkin(cadence="daily", safety=safety, vigilance=vigilance)
        book.write(body, at=f"2026-11-{day:02}T20:00")
    lines = {line.name: line.weeks for line in month(book).scales}

    assert lines["safety"][:2] == (5, 8)
    assert lines["vigilance"][:2] == (9, None)


# -- what happened -----------------------------------------------------------------------------


def test_what_changed_what_was_told_and_what_was_looked_back_on() -> None:
    book = Book()
    c1 = book.write(promise("plan", every="sunday", start="2026-10-01"))
    new = Renegotiation(start=date(2026, 10, 1), why="work")
    terms = book.write(new, about=c1, at="2026-11-09T12:00")
    book.write(Assent(), by="Ben", about=terms, at="2026-11-10T12:00")
    told = book.write(Disclosure(text="a bill"), by="Ben", at="2026-11-11T12:00")
    book.write(Acknowledgement(), about=told, at="2026-11-12T12:00")
    book.write(
        Checkin(cadence="monthly", summary="we talk", keep="the walks"), at="2026-11-29T12:00"
    )
    report = month(book)

    assert [event.sort for event in report.changed] == ["renegotiated"]
    [one] = report.disclosures
    assert one.received is not None
    assert report.here.told == 1
    [looked] = report.looked_back
    assert [(label, words.text) for label, words in looked.words] == [
        ("what changed", "we talk"),
        ("to keep", "the walks"),
    ]
    assert "one thing was told unasked" in said(book).casefold()


def test_weeks_without_a_review_are_named() -> None:
    book = Book()
    for day in (2, 9, 16, 23):
        book.write(Note(text="a day"), at=f"2026-11-{day:02}T12:00")
    book.write(Review(week=date(2026, 11, 9), present=("Ana",)), at="2026-11-15T12:00")

    assert [week.first.day for week in month(book).unreviewed] == [2, 16, 23]


def test_no_figure_of_the_month_names_a_person() -> None:
    book = Book(Init(me="Ana", partner="Ben"))
    weekly(book)
    logging(book, 10, 20, 7)
    logging(book, 11, 20, 4)
    rows = as_json(month(book))

    for figures in ("kept", "triggers", "checkins"):
        assert "Ana" not in str(rows[figures])
        assert "Ben" not in str(rows[figures])
