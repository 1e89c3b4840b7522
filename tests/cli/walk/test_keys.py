"""One key acts at once, and nothing else does: not its Enter, not a paste, not what was typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from repairlog.journal import Query
from tests.locked import open_journal
from tests.program import Run
from tests.sitting import ENTER, UP, Sitting

PROMISE = "Ben, nothing is said yet of Wed 11."
OWN = "What do you own?"
SENTENCE = "I lied about it, and delivered nothing"


@pytest.fixture
def two(run: Run) -> Run:
    """A week of which one promise is asked about, before what anyone would add."""
    run.at("2026-11-09T08:00").ok("init Ana Ben")
    run.at("2026-11-09T09:00").ok("commit call the bank --by wednesday --as Ben")
    for name in ("Ana", "Ben"):
        run.at("2026-11-13T19:00").ok(f"--as {name} checkin weekly --summary calm")
    return run


def sitting() -> Sitting:
    return Sitting(["review", "--week", "today"])


def asked(seat: Sitting) -> None:
    """Come to the promise."""
    for question in ("Ana, what went right", "Ben, what went right"):
        seat.sees(question)
        seat.press(ENTER)
    seat.sees(PROMISE)


def written(path: Path) -> list[str]:
    """The kinds of what was saved besides what was left for later."""
    with open_journal(path) as journal:
        kinds = [entry.kind for entry in journal.read(Query(undone=True))]
    return [kind for kind in kinds if kind not in ("init", "commitment", "checkin", "asked")]


# -- the enter key of a key --------------------------------------------------------------------


def test_an_enter_after_a_key_is_no_empty_answer(two: Run, journal_path: Path) -> None:
    with sitting() as seat:
        asked(seat)
        seat.press("o")
        seat.waits(0.2)
        seat.press(ENTER)
        seat.sees(OWN)
        seat.waits(0.3)
        assert "Nothing was written" not in seat.words
        seat.type(SENTENCE)
        seat.sees("Saved, as Ben: c1 owned")
    assert written(journal_path) == ["miss"]


def test_nor_a_little_later(two: Run, journal_path: Path) -> None:
    with sitting() as seat:
        asked(seat)
        seat.press("o")
        seat.waits(0.35)
        seat.press(ENTER)
        seat.sees(OWN)
        seat.waits(0.3)
        assert "Nothing was written" not in seat.words
    assert written(journal_path) == []


def test_nor_does_it_leave_the_next_question_for_later(two: Run) -> None:
    with sitting() as seat:
        asked(seat)
        seat.press("d")
        seat.waits(0.2)
        seat.press(ENTER)
        seat.sees("Ana, what about the week to come?")
        seat.waits(0.3)
        assert "Ana, what about the week to come?" in seat.words


# -- empty answers -----------------------------------------------------------------------------


def test_an_empty_answer_is_told_and_asked_for_once_more(two: Run, journal_path: Path) -> None:
    with sitting() as seat:
        asked(seat)
        seat.press("o")
        seat.sees(OWN)
        seat.press(ENTER)
        seat.sees("Nothing was written. A sentence, or Enter again to leave it.")
        seat.type(SENTENCE)
        seat.sees("Saved, as Ben: c1 owned")
    assert written(journal_path) == ["miss"]


def test_after_the_second_one_it_goes_back_to_the_keys(two: Run, journal_path: Path) -> None:
    with sitting() as seat:
        asked(seat)
        seat.press("o")
        seat.sees(OWN)
        seat.press(ENTER)
        seat.sees("Nothing was written.")
        seat.press(ENTER)
        seat.sees(PROMISE, "[d]elivered", "[o]wn it")
    assert written(journal_path) == []


# -- words in place of a key -------------------------------------------------------------------


def test_a_paste_is_no_key_and_comes_with_the_arrow_up(two: Run, journal_path: Path) -> None:
    with sitting() as seat:
        asked(seat)
        seat.press(f"d{SENTENCE}\n")
        seat.sees("One key, please.", "the arrow up brings what you typed")
        assert written(journal_path) == []
        seat.press("o")
        seat.sees(OWN)
        seat.press(UP)
        seat.waits(0.2)
        assert f"> d{SENTENCE}" in seat.words
        seat.press(ENTER)
        seat.sees("Saved, as Ben: c1 owned")
    assert written(journal_path) == ["miss"]


def test_a_sentence_typed_where_a_key_is_asked_for_does_nothing(
    two: Run, journal_path: Path
) -> None:
    with sitting() as seat:
        asked(seat)
        for letter in "delivered":
            seat.press(letter)
            seat.waits(0.05)
        seat.press(ENTER)
        seat.sees("One key, please.")
        seat.waits(0.3)
        assert PROMISE in seat.words
    assert written(journal_path) == []


def test_a_blank_is_no_enter(two: Run) -> None:
    with sitting() as seat:
        asked(seat)
        seat.press(" ", "  ")
        seat.waits(0.6)
        assert PROMISE in seat.words


def test_what_is_typed_ahead_answers_no_question(two: Run, journal_path: Path) -> None:
    with sitting() as seat:
        asked(seat)
        seat.press("n")
        seat.sees("A word about it:")
        seat.press(f"the queue was long{ENTER}ddd{ENTER}")
        seat.sees("Saved, as Ben: a note about c1")
        seat.waits(0.6)
        assert PROMISE in seat.words
    assert written(journal_path) == ["note"]


# -- saying so ---------------------------------------------------------------------------------


def test_the_first_screen_says_that_one_key_acts_and_how_it_is_taken_back(
    two: Run, journal_path: Path
) -> None:
    with sitting() as seat:
        seat.sees("One key acts at once, without Enter", "back, then undo, takes it back again")
        for question in ("Ana, what went right", "Ben, what went right"):
            seat.sees(question)
            seat.press(ENTER)
        seat.sees(PROMISE)
        seat.press("d")
        seat.sees("Saved, as Ben: c1 delivered")
        seat.press("b")
        seat.sees("Saved here, as Ben: c1 delivered", "[u]ndo it")
        seat.press("u")
        seat.sees("Taken back.", PROMISE)
    assert written(journal_path) == ["delivery", "undo"]
