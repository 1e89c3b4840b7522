"""A line at a terminal: a paste answers one question, and what cannot be saved is shown back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from repairlog.journal import Query
from tests.locked import open_journal
from tests.program import Run
from tests.sitting import ENTER, UP, Sitting

MORE = "There is more in the paste"


def pasted(*lines: str) -> str:
    """What a terminal sends for a paste, to a program that asked to have it marked."""
    return "\x1b[200~" + "\r".join(lines) + "\x1b[201~"


def kept(path: Path, kind: str) -> list[dict[str, object]]:
    with open_journal(path) as journal:
        return [dict(entry.fields or {}) for entry in journal.read(Query(kinds=(kind,)))]


@pytest.fixture(autouse=True)
def begun(run: Run) -> None:
    run.ok("init Ana Ben")


def test_of_a_paste_of_two_lines_the_first_is_taken_unless_all_of_it_is_meant(
    journal_path: Path,
) -> None:
    with Sitting(["add", "note"]) as sitting:
        sitting.sees("worth remembering")
        sitting.press(pasted("one", "two"), ENTER)
        sitting.sees(MORE, "“two”")
        sitting.press(ENTER)
        assert sitting.ends() == 0
    assert kept(journal_path, "note") == [{"text": "one"}]


def test_all_of_it_is_one_text(journal_path: Path) -> None:
    with Sitting(["add", "note"]) as sitting:
        sitting.sees("worth remembering")
        sitting.press(pasted("one", "", "two", ""), ENTER)
        sitting.sees(MORE)
        sitting.type("a")
        assert sitting.ends() == 0
    assert kept(journal_path, "note") == [{"text": "one\n\ntwo"}]


def test_a_paste_that_ends_with_a_new_line_is_one_line(journal_path: Path) -> None:
    with Sitting(["add", "note"]) as sitting:
        sitting.sees("worth remembering")
        sitting.press(pasted("one", ""), ENTER)
        assert sitting.ends() == 0
    assert kept(journal_path, "note") == [{"text": "one"}]


def test_in_a_form_it_answers_one_question(journal_path: Path) -> None:
    with Sitting(["checkin"]) as sitting:
        sitting.sees("How safe")
        sitting.press(pasted("4", "9"), ENTER)
        sitting.sees("The first line was taken", "how watchful")
        sitting.press(UP, ENTER)
        sitting.sees("The day in a sentence.")
        sitting.press(ENTER)
        assert sitting.ends() == 0
    said = {k: v for one in reversed(kept(journal_path, "checkin")) for k, v in one.items()}
    assert (said["safety"], said["vigilance"]) == (4, 9)


def test_in_the_review_it_answers_one_question(journal_path: Path) -> None:
    with Sitting(["review"], lines=40) as sitting:
        sitting.sees("Ana, how was this week for you?")
        sitting.press("c")
        sitting.sees("How safe")
        sitting.press(pasted("4", "I never said that", "and more"), ENTER)
        sitting.sees("The first line was taken", "how watchful")
        sitting.press("\x03")
        assert sitting.ends() == 130
    assert [one["safety"] for one in kept(journal_path, "checkin")] == [4]
    assert all("summary" not in one for one in kept(journal_path, "checkin"))


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("add note it took me an hour to find these words", ["it took me an hour to find"]),
        ("commit call my mother --need to know how she is", ["call my mother", "to know how"]),
        ("deliver c1 --note by phone", ["by phone"]),
        ("trigger a late reply --effect I froze", ["a late reply", "I froze"]),
        ("miss c1 --own I forgot --repair a reminder", ["I forgot", "a reminder"]),
    ],
)
def test_words_that_a_damaged_journal_cannot_take_are_shown_back_once(
    run: Run, journal_path: Path, line: str, texts: list[str]
) -> None:
    journal_path.write_bytes(os.urandom(9000))

    told = run.refused(line, code=3)

    assert told.startswith("Not saved:\n")
    assert [told.count(text) for text in texts] == [1] * len(texts)
