"""This week first: what is older waits behind one question to each person, and stays in reach."""

from __future__ import annotations

import pytest

from tests.program import Run
from tests.sitting import CTRL_C, ENTER, Sitting

WEEKS = ("2026-10-01", "2026-10-08", "2026-10-15")
OF_THE_WEEK = (
    "Ana, what went right",
    "Ben, what went right",
    "Ana, what did you mean by it?",
    "Ben, has it settled for you?",
    "Ana, what about the week to come?",
    "Ben, what about the week to come?",
)
ANA, BEN = "Ana, four older things wait. Look at them now?", "Ben, three older things wait."


@pytest.fixture
def two(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Three weeks in which nothing was answered, and a quiet one with a trigger."""
    run.at("2026-10-01T08:00").ok("init Ana Ben")
    for day in WEEKS:
        run.at(f"{day}T19:00").ok(f"--as Ben trigger the song of {day}")
    run.ok("--as Ben add doubt is it over?")
    for name in ("Ana", "Ben"):
        run.at("2026-11-13T18:00").ok(f"--as {name} checkin weekly --summary calm")
    run.at("2026-11-13T19:00").ok("--as Ben trigger a late reply")
    return run


def sitting() -> Sitting:
    return Sitting(["review", "--week", "today"])


def of_the_week(seat: Sitting) -> None:
    for question in OF_THE_WEEK:
        seat.sees(question)
        seat.press(ENTER)


def test_a_walk_of_a_quiet_week_is_short_whatever_was_left_before(two: Run) -> None:
    with sitting() as seat:
        seat.sees(OF_THE_WEEK[0], "1 of 9", "(one key, without Enter)")
        of_the_week(seat)
        seat.sees(ANA, "challenges 1", "triggers 3", "7 of 9", "[y]es", "[n]o", "[enter] later")
        seat.press("n")
        seat.sees(BEN)
        seat.press(ENTER)
        seat.sees("Four questions were left for later.")
        seat.press(ENTER)
        seat.sees("who was present?")


def test_with_a_yes_each_of_them_is_asked(two: Run) -> None:
    with sitting() as seat:
        of_the_week(seat)
        seat.sees(ANA)
        seat.press("y")
        seat.sees("Ana, what do you answer?", "is it over?")
        seat.press("a")
        seat.sees("In your words:")
        seat.type("it is")
        for day in ("Thu 1 Oct", "Thu 8 Oct", "Thu 15 Oct"):  # a day of no page is a date
            seat.sees("Ana, what did you mean by it?", day)
            seat.press(ENTER)
        seat.sees(BEN)


def test_who_stops_among_them_goes_on_with_the_rest(two: Run) -> None:
    with sitting() as seat:
        of_the_week(seat)
        seat.sees(ANA)
        seat.press("y")
        seat.sees("Ana, what do you answer?")
        seat.press(ENTER)
        seat.sees("Ana, what did you mean by it?")
        seat.press(CTRL_C)
        assert seat.ends() == 130
    with sitting() as seat:
        seat.sees("Ana, three older things wait.")


def test_later_they_are_in_reach_at_the_end_and_in_the_next_review(two: Run) -> None:
    with sitting() as seat:
        of_the_week(seat)
        for question in (ANA, BEN):
            seat.sees(question)
            seat.press("n")
        seat.sees("were left for later.")
        seat.press("g")
        seat.sees("Ana, what did you mean by it?", "A late reply")
        seat.press(ENTER)
        seat.sees("Ben, has it settled for you?")
        seat.press(ENTER)
        seat.sees(ANA)
        seat.press("b")
        seat.sees("Ben, has it settled for you?")


def test_a_week_later_this_weeks_trigger_is_older_too(
    two: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPAIRLOG_NOW", "2026-11-20T19:00")
    with sitting() as seat:
        for name in ("Ana", "Ben"):
            seat.sees(f"{name}, how was this week for you?")
            seat.press(ENTER)
        for question in (*OF_THE_WEEK[:2], *OF_THE_WEEK[4:]):
            seat.sees(question)
            seat.press(ENTER)
        seat.sees("Ana, five older things wait.", "challenges 1", "triggers 4")
