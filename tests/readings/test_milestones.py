"""Milestones are reached by deeds, counted from agreement on; an empty stretch reaches nothing."""

from __future__ import annotations

from datetime import date

import pytest

from repairlog.entries import Entry
from repairlog.errors import Misread
from repairlog.kinds.assent import Adoption, Assent
from repairlog.kinds.changes import Release
from repairlog.kinds.checkins import Checkin
from repairlog.kinds.commitments import Delivery, Miss
from repairlog.kinds.keeping import Init, Setting
from repairlog.kinds.mending import Undo
from repairlog.kinds.milestones import Celebration, Milestone
from repairlog.kinds.repair import Acknowledgement, Disclosure
from repairlog.readings.milestones import (
    Condition,
    MilestoneReport,
    milestones,
    of_week,
    read_condition,
)
from tests.build import Book, moment, promise

LATER = "2026-12-31T20:00"


def only(book: Book, now: str = LATER) -> MilestoneReport:
    [one] = milestones(book.record, book.settings, moment(now))
    return one


def daily(book: Book) -> Entry:
    """c1: every day from the 1st of November, by six."""
    return book.write(
        promise("text", start="2026-11-01", every="day", at="18:00"), at="2026-10-31T12:00"
    )


def deliver(book: Book, c1: Entry, *days: int, clock: str = "17:00") -> None:
    for day in days:
        book.write(Delivery(), about=c1, at=f"2026-11-{day:02}T{clock}")


def agreed(book: Book, when: str, at: str = "2026-10-31T13:00") -> None:
    made = book.write(Milestone(text="a good stretch", when=when), at=at)
    adoption = book.write(Adoption(), about=made, at=at)
    book.write(Assent(), by="Ben", about=adoption, at=at)


# -- conditions --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "condition"),
    [
        ("c3 kept 30", Condition("c3", "kept", 30)),
        ("c12 punctual 7", Condition("c12", "punctual", 7)),
        ("  C3  RUN  7 ", Condition("c3", "run", 7)),
        ("checkins weekly 8", Condition("checkins", "weekly", 8)),
        ("disclosures 5", Condition("disclosures", "", 5)),
        (" Triggers  down month", Condition("triggers", "down", 1)),
        ("checkins daily 100", Condition("checkins", "daily", 100)),
    ],
)
def test_a_condition_is_read_from_words(words: str, condition: Condition) -> None:
    assert read_condition(words) == condition


@pytest.mark.parametrize(
    "words", ["", "c3", "c3 kept", "c3 kept 0", "c3 kept many", "b3 kept 3", "checkins kept 3"]
)
def test_what_the_record_cannot_reach_is_refused_with_what_it_can(words: str) -> None:
    with pytest.raises(Misread) as told:
        read_condition(words)

    assert "c3 kept 30" in told.value.mend


# -- reached by the record ---------------------------------------------------------------------


def test_kept_counts_all_that_were_kept_in_all() -> None:
    book = Book()
    c1 = daily(book)
    agreed(book, "c1 kept 3")
    deliver(book, c1, 1, 3)
    assert (only(book).reached, only(book).so_far) == (None, 2)

    deliver(book, c1, 9)
    assert only(book).reached == date(2026, 11, 9)


def test_punctual_counts_those_in_a_row_that_were_on_time() -> None:
    book = Book()
    c1 = daily(book)
    agreed(book, "c1 punctual 3")
    deliver(book, c1, 1, 2)
    deliver(book, c1, 3, clock="19:00")
    deliver(book, c1, 4, 5)
    assert only(book).reached is None

    deliver(book, c1, 6)
    assert only(book).reached == date(2026, 11, 6)


def test_run_counts_late_ones_too() -> None:
    book = Book()
    c1 = daily(book)
    agreed(book, "c1 run 3")
    deliver(book, c1, 1, 3)
    deliver(book, c1, 2, clock="19:00")

    assert only(book).reached == date(2026, 11, 3)


def test_what_was_reached_stays_reached() -> None:
    book = Book()
    c1 = daily(book)
    agreed(book, "c1 run 2")
    deliver(book, c1, 1, 2)
    book.write(Miss(own="I forgot", of=date(2026, 11, 3)), about=c1, at="2026-11-03T20:00")

    assert only(book).reached == date(2026, 11, 2)


def test_silence_breaks_a_row_and_reaches_nothing() -> None:
    book = Book()
    c1 = daily(book)
    agreed(book, "c1 run 2")
    deliver(book, c1, 1, 3, 5)

    assert only(book).reached is None


def test_an_empty_stretch_reaches_nothing() -> None:
    book = Book()
    daily(book)
    agreed(book, "c1 punctual 1")

    assert (only(book).reached, only(book).so_far) == (None, 0)


def test_it_counts_from_agreement_on() -> None:
    book = Book()
    c1 = daily(book)
    made = book.write(Milestone(text="x", when="c1 kept 2"), at="2026-11-01T08:00")
    adoption = book.write(Adoption(), about=made, at="2026-11-01T08:00")
    deliver(book, c1, 1, 2, 3)
    assert (only(book).agreed, only(book).reached) == (None, None)

    book.write(Assent(), by="Ben", about=adoption, at="2026-11-03T20:00")
    deliver(book, c1, 4)
    assert (only(book).agreed, only(book).so_far) == (date(2026, 11, 3), 1)

    deliver(book, c1, 5)
    assert only(book).reached == date(2026, 11, 5)


def test_alone_it_counts_from_its_writing() -> None:
    book = Book(Init(me="Ana"))
    c1 = daily(book)
    book.write(Milestone(text="x", when="c1 kept 1"), at="2026-11-02T20:00")
    deliver(book, c1, 1, 2)
    assert only(book).reached is None

    deliver(book, c1, 3)
    assert only(book).reached == date(2026, 11, 3)


def test_a_commitment_that_is_not_there_reaches_nothing() -> None:
    book = Book()
    agreed(book, "c9 kept 1")

    assert only(book).reached is None


@pytest.mark.parametrize(
    ("cadence", "days", "reached"),
    [
        ("daily", (2, 3, 4), 4),
        ("weekly", (2, 3, 9, 16), 16),  # two in one week are one week
        ("monthly", (2, 9, 16), None),
    ],
)
def test_check_ins_count_by_their_periods(
    cadence: str, days: tuple[int, ...], reached: int | None
) -> None:
    book = Book()
    agreed(book, f"checkins {cadence} 3")
    for day in days:
        for who in ("Ana", "Ben"):
            book.write(Checkin(cadence=cadence), by=who, at=f"2026-11-{day:02}T20:00")

    assert only(book).reached == (date(2026, 11, reached) if reached else None)


def test_a_check_in_counts_when_everyone_has_held_theirs() -> None:
    book = Book()
    agreed(book, "checkins weekly 1")
    book.write(Checkin(cadence="weekly"), by="Ana", at="2026-11-05T20:00")
    assert only(book).reached is None

    book.write(Checkin(cadence="weekly"), by="Ben", at="2026-11-08T20:00")
    assert only(book).reached == date(2026, 11, 8)


# -- planned and celebrated --------------------------------------------------------------------


def test_only_celebrating_it_makes_it_celebrated() -> None:
    book = Book()
    c1 = daily(book)
    agreed(book, "c1 kept 1")
    deliver(book, c1, 1)
    assert only(book).celebrated is None

    milestone = next(e for e in book.entries if e.kind == "milestone")
    book.write(Celebration(note="pancakes"), about=milestone, at="2026-11-02T09:00")
    celebrated = only(book).celebrated
    assert celebrated is not None
    assert (celebrated.day, celebrated.text) == (date(2026, 11, 2), "pancakes")


def test_a_week_shows_what_is_reached_and_what_is_near() -> None:
    book = Book()
    for day in ("2026-12-20", "2026-12-21"):
        book.write(Milestone(text=day, by=date.fromisoformat(day)), at="2026-10-31T12:00")

    shown = of_week(
        milestones(book.record, book.settings, moment(LATER)),
        date(2026, 11, 16),
        date(2026, 11, 22),
    )

    assert [one.text for one in shown] == ["2026-12-20"]


def test_what_was_celebrated_belongs_to_the_week_of_the_party() -> None:
    book = Book()
    made = book.write(Milestone(text="x", by=date(2026, 11, 18)), at="2026-10-31T12:00")
    book.write(Celebration(), about=made, at="2026-11-18T12:00")
    reports = milestones(book.record, book.settings, moment(LATER))

    assert of_week(reports, date(2026, 11, 16), date(2026, 11, 22)) == reports
    assert of_week(reports, date(2026, 11, 23), date(2026, 11, 29)) == ()


# -- disclosures -------------------------------------------------------------------------------


def tell(book: Book, day: int, received: int | None, by: str = "Ana") -> Entry:
    other = "Ben" if by == "Ana" else "Ana"
    told = book.write(Disclosure(text="a call"), by=by, at=f"2026-11-{day:02}T20:00")
    if received:
        at = f"2026-11-{received:02}T21:00"
        book.write(Acknowledgement(), by=other, about=told, at=at)
    return told


def test_disclosures_count_from_the_day_on_which_the_other_received_them() -> None:
    book = Book()
    agreed(book, "disclosures 2")
    tell(book, 3, 9)
    tell(book, 4, None)
    assert (only(book).reached, only(book).so_far) == (None, 1)

    tell(book, 5, 7, by="Ben")
    assert only(book).reached == date(2026, 11, 9)
    [then] = milestones(
        book.by(moment("2026-11-08T12:00")), book.settings, moment("2026-11-08T12:00")
    )
    assert (then.reached, then.so_far) == (None, 1)


def test_nobody_receives_what_they_told_themselves() -> None:
    book = Book()
    agreed(book, "disclosures 1")
    told = tell(book, 3, None)
    book.write(Acknowledgement(), by="Ana", about=told, at="2026-11-04T20:00")

    assert only(book).reached is None


def test_a_disclosure_received_twice_is_one() -> None:
    book = Book()
    agreed(book, "disclosures 2")
    told = tell(book, 3, 4)
    book.write(Acknowledgement(), by="Ben", about=told, at="2026-11-05T20:00")

    assert only(book).so_far == 1


def test_what_was_received_before_the_agreement_does_not_count() -> None:
    book = Book()
    tell(book, 3, 4)
    tell(book, 5, 12)
    agreed(book, "disclosures 2", at="2026-11-10T12:00")

    assert only(book).so_far == 1


def test_undoing_what_was_received_takes_it_back() -> None:
    book = Book()
    agreed(book, "disclosures 1")
    tell(book, 3, 4)
    book.write(Undo(), by="Ben", about=book.entries[-1], at="2026-11-05T20:00")

    assert only(book).reached is None


def test_for_one_person_alone_what_was_told_stands_as_their_own() -> None:
    book = Book(Init(me="Ana"))
    book.write(Milestone(text="open days", when="disclosures 1"), at="2026-11-01T12:00")
    tell(book, 3, None)

    assert only(book).reached == date(2026, 11, 3)


# -- what can no longer be reached ---------------------------------------------------------------


def test_a_promise_that_was_taken_back_released_or_has_ended_says_so() -> None:
    book = Book()
    c1 = daily(book)
    agreed(book, "c1 kept 30")
    assert only(book).over == ""

    let_go = book.write(Release(), about=c1, at="2026-11-05T12:00")
    book.write(Assent(), by="Ben", about=let_go, at="2026-11-06T12:00")
    assert only(book).over == "was released on Fri 6 Nov"

    book.write(Undo(), about=c1, at="2026-11-07T12:00")
    assert only(book).over == "was taken back"


def test_what_was_reached_stays_reached_when_the_promise_ends() -> None:
    book = Book()
    c1 = daily(book)
    agreed(book, "c1 kept 2")
    deliver(book, c1, 1, 2)
    let_go = book.write(Release(), about=c1, at="2026-11-05T12:00")
    book.write(Assent(), by="Ben", about=let_go, at="2026-11-06T12:00")

    assert (only(book).reached, only(book).over) == (date(2026, 11, 2), "")


def test_whoever_joins_later_takes_nothing_from_what_was_reached_before() -> None:
    book = Book(Init(me="Ana"))
    book.write(Milestone(text="steady", when="checkins weekly 2"), at="2026-11-01T12:00")
    for day in (3, 10):
        book.write(Checkin(cadence="weekly"), at=f"2026-11-{day:02}T20:00")
    book.write(Setting(name="partner", value="Ben"), at="2026-11-20T12:00")
    assert only(book).reached == date(2026, 11, 10)

    book.write(Checkin(cadence="weekly"), at="2026-11-25T20:00")
    assert only(book).so_far == 2  # that week, both are looked for
