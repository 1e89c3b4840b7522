"""One key for many days: at once for those of the week, asked about where some lie before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from repairlog.journal import Query
from tests.locked import open_journal
from tests.program import Run
from tests.sitting import ENTER, Sitting

ASKED = "All 7, from 5 November on: were they done on time? [y]es [n]o"


@pytest.fixture
def silent(run: Run) -> Run:
    """One person whose promise of every weekday nobody spoke of for two weeks and a half."""
    run.at("2026-11-05T08:00").ok("init Ana")
    run.ok("commit text when leaving --every weekday --at 18:00")
    return run.at("2026-11-22T20:00")


def deliveries(path: Path) -> int:
    with open_journal(path) as journal:
        return sum(1 for _ in journal.read(Query(kinds=("delivery",))))


def to_the_promise(seat: Sitting) -> None:
    """Past the two questions that any week begins with."""
    for ask in ("how was this week for you?", "what went right this week"):
        seat.sees(ask)
        seat.press(ENTER)
    seat.sees("all [d]elivered", "Mon 16")


def to_what_is_older(seat: Sitting) -> None:
    to_the_promise(seat)
    seat.press(ENTER)
    seat.sees("what about the week to come?")
    seat.press(ENTER)
    seat.sees("older thing")
    seat.press("y")
    seat.sees("all [d]elivered", "seven days before this week")


def test_days_before_the_week_are_asked_about_once(silent: Run, journal_path: Path) -> None:
    with Sitting(["review"], lines=40) as seat:
        to_what_is_older(seat)
        seat.press("d")
        seat.sees(ASKED)
        assert deliveries(journal_path) == 0
        seat.press("y")
        seat.sees("Saved, as Ana: c1 delivered")
    assert deliveries(journal_path) == 7


@pytest.mark.parametrize("key", ["n", ENTER])
def test_without_a_yes_nothing_is_written_and_the_question_comes_again(
    silent: Run, journal_path: Path, key: str
) -> None:
    with Sitting(["review"], lines=40) as seat:
        to_what_is_older(seat)
        seat.press("d")
        seat.sees(ASKED)
        seat.press(key)
        seat.sees("all [d]elivered", "[1] one by one")
    assert deliveries(journal_path) == 0


def test_days_of_the_week_are_said_with_one_key(silent: Run, journal_path: Path) -> None:
    with Sitting(["review"], lines=40) as seat:
        to_the_promise(seat)
        seat.press("d")
        seat.sees("Saved, as Ana: c1 delivered")
    assert deliveries(journal_path) == 5
