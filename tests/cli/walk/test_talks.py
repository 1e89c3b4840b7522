"""What was heard, asked about in the guided review: confirm, put right, say again, or later."""

from __future__ import annotations

from pathlib import Path

import pytest

from repairlog.journal import Query
from tests.locked import open_journal
from tests.program import Run
from tests.sitting import ENTER, Sitting

SUNDAY = "2026-11-22T19:40"
BEFORE = (
    "Ana, how was this week for you?",
    "Sam, how was this week for you?",
    "Ana, what went right this week",
    "Sam, what went right this week",
)
MEANT = "Sam, is this what you meant?"
HEARD = "Ana, what do you hear now?"


@pytest.fixture
def talked(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Ana wrote down what she heard (e2), and Sam his account of the same conversation (e3)."""
    run.at("2026-11-17T20:00").ok("init Ana Sam --hurt Ana --repairing Sam")
    run.ok("talk the holiday --said I felt left out --heard you were afraid")
    run.ok("talk the trip --said I was tired --about e2 --as Sam")
    run.at(SUNDAY)
    monkeypatch.setenv("REPAIRLOG_NOW", SUNDAY)
    return run


def written(path: Path) -> list[tuple[str, str, str | None]]:
    """Who wrote what since the two accounts, and its words."""
    with open_journal(path) as journal:
        entries = journal.read(Query(kinds=("confirmation", "paraphrase")))
    return [(e.by, e.kind, next(iter((e.fields or {}).values()), None)) for e in entries]


def sat(seat: Sitting) -> None:
    """Leave for later what comes before."""
    for question in BEFORE:
        seat.sees(question)
        seat.press(ENTER)
    seat.sees(MEANT)


def test_the_speaker_is_asked_with_both_accounts_in_sight(talked: Run) -> None:
    with Sitting(["review"]) as seat:
        sat(seat)
        seat.sees("CONVERSATIONS", "I felt left out", "you were afraid", "I was tired")
        seat.sees("[c]onfirm", "co[r]rect", "[enter] later")


def test_confirming_is_one_key(talked: Run, journal_path: Path) -> None:
    with Sitting(["review"]) as seat:
        sat(seat)
        seat.press("c")
        seat.sees("Saved, as Sam: e2, heard as it was meant")

    assert written(journal_path) == [("Sam", "confirmation", None)]


def test_after_a_correction_the_one_who_heard_says_it_again(
    talked: Run, journal_path: Path
) -> None:
    with Sitting(["review"]) as seat:
        sat(seat)
        seat.press("r")
        seat.sees("What did you mean?")
        seat.type("I was tired")
        seat.sees(HEARD, "Sam meant: “I was tired”")
        seat.press("h")
        seat.sees("What do you hear Sam say?")
        seat.type("you were tired")
        seat.sees(MEANT, "you were tired")
        seat.press("c")
        seat.sees("heard as it was meant")

    assert written(journal_path) == [
        ("Sam", "confirmation", "I was tired"),
        ("Ana", "paraphrase", "you were tired"),
        ("Sam", "confirmation", None),
    ]


def test_later_asks_nothing_more_this_week(talked: Run, journal_path: Path) -> None:
    with Sitting(["review"]) as seat:
        sat(seat)
        seat.press(ENTER)
        seat.sees("Ana, what about the week to come?")

    assert written(journal_path) == []


def test_a_summary_is_agreed_to_with_both_accounts_in_sight(talked: Run) -> None:
    talked.ok("confirm e2 --as Sam")
    talked.ok("talk summary e2 we both wanted to go")
    with Sitting(["review"]) as seat:
        for question in BEFORE:
            seat.sees(question)
            seat.press(ENTER)
        seat.sees("Sam, do you agree?", "I felt left out", "I was tired", "we both wanted to go")
