"""The guided review, in a real terminal: one thing at a time, each answer saved at once."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from repairlog.entries import Entry
from repairlog.journal import Query
from tests.locked import open_journal
from tests.program import Run
from tests.sitting import CTRL_C, CTRL_D, ENTER, UP, Sitting

SUNDAY = "2026-11-22T19:40"
SIZES = [(80, 24), (120, 40)]

# What is asked, in this order, of the journal below: something that only this question says.
QUESTIONS = (
    "Ana, how was this week for you?",
    "Ben, how was this week for you?",
    "Ana, what went right this week",
    "Ben, what went right this week",
    "Ana, nothing is said yet of Wed 18, Thu 19 and Fri 20.",
    "Ben, nothing is said yet of Fri 20.",
    "Ana, what do you answer?",
    "Ben, how was it with this boundary this week?",
    "Ana, what did you mean by it?",
    "Ben, has it settled for you?",
    "Ana, how do you two celebrate it?",
    "Ben, does this boundary still fit?",
    "Ana, do you agree?",
    "Ana, what about the week to come?",
    "Ben, what about the week to come?",
)
(
    CHECKIN_ANA,
    CHECKIN_BEN,
    RIGHT_ANA,
    RIGHT_BEN,
    TEXTING,
    CALLING,
    DOUBT,
    BOUNDARY,
    MEANT,
    SETTLED,
    CELEBRATE,
    REVISIT,
    AGREE,
    AHEAD_ANA,
    AHEAD_BEN,
) = range(len(QUESTIONS))
PRESENT = "who was present?"
LEFT = "left for later."


@pytest.fixture
def two(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Two people on a Sunday evening, with one question of every sort."""
    run.at("2026-11-09T08:00")
    run.ok("init Ana Ben --repairing Ana --hurt Ben")
    run.ok("commit text when leaving work --every weekday --at 18:00")
    run.ok(
        "boundary add we ask before we open a phone --means ask first --revisit 24.11.2026 "
        "--value privacy --as Ben"
    )
    run.ok("agree b1 --attainable 4")
    for day in (9, 10, 11, 12, 13, 16, 17):
        run.at(f"2026-11-{day:02}T17:45").ok("deliver c1")
    run.at("2026-11-16T12:00").ok("commit call my mother --by friday --as Ben")
    run.at("2026-11-18T12:00").ok("trigger a late reply --kind conflict --intensity 6 --as Ben")
    run.ok("add doubt I still check the clock at six --as Ben")
    run.ok("milestone add two weeks --by sunday")
    run.ok("agree m1 --as Ben")
    run.at("2026-11-19T12:00").ok("renegotiate c2 --by sunday --why the train --as Ben")
    run.at(SUNDAY)
    monkeypatch.setenv("REPAIRLOG_NOW", SUNDAY)
    return run


def sitting(columns: int = 80, lines: int = 24, *words: str) -> Sitting:
    return Sitting(["review", *words], columns=columns, lines=lines)


def written(path: Path) -> list[Entry]:
    """All entries, in the order of writing; the undone ones, too."""
    with open_journal(path) as journal:
        return journal.read(Query(undone=True))


def since(path: Path, count: int) -> list[tuple[str, str, dict[str, Any]]]:
    """Who wrote what since there were so many entries."""
    return [(e.by, e.kind, dict(e.fields or {})) for e in written(path)[count:]]


def later(seat: Sitting, first: int, last: int) -> None:
    """Leave the questions from one to another for later."""
    for place in range(first, last):
        seat.sees(QUESTIONS[place])
        seat.press(ENTER)


# -- one question after the other --------------------------------------------------------------


@pytest.mark.parametrize(("columns", "lines"), SIZES)
def test_every_question_stands_on_a_screen_with_all_its_keys(
    two: Run, columns: int, lines: int
) -> None:
    with sitting(columns, lines) as seat:
        for place, question in enumerate(QUESTIONS):
            seat.sees(question, f"{place + 1} of {len(QUESTIONS) + 1}", "[enter]", "[p]ause")
            assert ("[b]ack" in seat.shown) == (place > 0)
            assert "Week 47" in seat.screen.display[1] + seat.screen.display[0]
            seat.press(ENTER)
        seat.sees("left for later.")


def test_it_asks_under_the_heading_of_the_page_and_shows_the_thing_itself(two: Run) -> None:
    with sitting() as seat:
        later(seat, 0, TEXTING)
        seat.sees(
            "WHAT WAS PROMISED, WHAT WAS DELIVERED",
            "● ● ○ ○ ○ Text when leaving work",
            "all [d]elivered",
        )
        seat.press(ENTER)
        later(seat, CALLING, DOUBT)
        seat.sees("WHAT REMAINS CHALLENGING", "I still check the clock at six", "waits for Ana")


def test_stopping_with_ctrl_c_at_every_question_goes_on_from_there(
    two: Run, journal_path: Path
) -> None:
    start = len(written(journal_path))
    for place, question in enumerate(QUESTIONS):
        with sitting() as seat:
            seat.sees(question)  # where the sitting before was stopped
            seat.press(ENTER)
            seat.sees((*QUESTIONS, LEFT)[place + 1])
            seat.press(CTRL_C)
            assert seat.ends() == 130
            assert "goes on from here" in seat.words
        assert [kind for _, kind, _ in since(journal_path, start)] == ["asked"] * (place + 1)


def test_pause_and_the_end_of_input_stop_as_calmly(two: Run) -> None:
    with sitting() as seat:
        later(seat, 0, RIGHT_ANA)
        seat.sees(QUESTIONS[RIGHT_ANA])
        seat.press("p")
        assert seat.ends() == 0
        assert "goes on from here" in seat.shown
    with sitting() as seat:
        seat.sees(QUESTIONS[RIGHT_ANA])
        seat.press(CTRL_D)
        assert seat.ends() == 130


def test_what_is_no_key_of_the_question_is_no_answer(two: Run, journal_path: Path) -> None:
    before = len(written(journal_path))
    with sitting() as seat:
        seat.sees(QUESTIONS[CHECKIN_ANA])
        for slip in ("x", "7", UP, "é", "b", " ", "cc"):
            seat.press(slip)
            seat.waits(0.4)
        assert QUESTIONS[CHECKIN_ANA] in seat.words
        seat.press("C")  # a capital is the same key
        seat.sees("How safe do you feel")
        assert len(written(journal_path)) == before


def test_enter_after_a_letter_is_of_that_letter_and_answers_nothing_more(
    two: Run, journal_path: Path
) -> None:
    with sitting() as seat:
        later(seat, 0, BOUNDARY)
        seat.sees(QUESTIONS[BOUNDARY])
        before = len(written(journal_path))
        seat.press("h", ENTER)
        seat.sees(QUESTIONS[MEANT])
        seat.waits(0.6)
        assert QUESTIONS[MEANT] in seat.words
        seat.press("m", ENTER)
        seat.sees("What you meant, in your words:")
    assert [kind for _, kind, _ in since(journal_path, before)] == ["honoured"]


# -- what is saved -----------------------------------------------------------------------------


def test_all_answers_are_saved_once_each_as_its_own_command_by_its_own_person(
    two: Run, journal_path: Path
) -> None:
    before = len(written(journal_path))
    with sitting() as seat:
        for answer in _all_answers():
            seat.sees(answer[0])
            for line in answer[1:]:
                seat.press(line) if len(line) == 1 else seat.type(line)
        seat.sees(PRESENT)
        seat.press("y")
        assert seat.ends() == 0
    entries = since(journal_path, before)

    kept = [(by, kind) for by, kind, _ in entries if kind != "asked"]
    assert kept == [
        ("Ana", "checkin"),
        ("Ana", "checkin"),
        ("Ana", "checkin"),
        ("Ana", "checkin"),  # that there is no more of it
        ("Ben", "win"),
        ("Ana", "delivery"),
        ("Ana", "delivery"),
        ("Ana", "delivery"),
        ("Ben", "miss"),
        ("Ben", "commitment"),
        ("Ana", "answer"),
        ("Ben", "honoured"),
        ("Ana", "meaning"),
        ("Ben", "settling"),
        ("Ana", "celebration"),
        ("Ben", "renewal"),
        ("Ana", "assent"),
        ("Ana", "decline"),
        ("Ana", "consent"),
        ("Ana", "commitment"),
        ("Ben", "need"),
        ("Ana", "review"),
    ]
    deliveries = [fields for _, kind, fields in entries if kind == "delivery"]
    assert [d["of"] for d in deliveries] == ["2026-11-18", "2026-11-19", "2026-11-20"]
    assert entries[-1][2]["present"] == ["Ana", "Ben"]
    commands = {e.command for e in written(journal_path)[before:] if e.kind == "delivery"}
    assert len(commands) == 1  # all three are one answer


def _all_answers() -> Iterator[tuple[str, ...]]:
    """What is seen, and then what is pressed (one character) or typed (a line)."""
    yield QUESTIONS[CHECKIN_ANA], "c"
    yield "How safe do you feel", "6 "
    yield "And how watchful", "much"
    yield "It is a whole number from 0 to 10", "5 "
    yield "How was this week between you", "steadier"
    yield "What remains challenging?", ENTER
    yield "What do you need for the week", ENTER
    yield QUESTIONS[CHECKIN_BEN], ENTER
    yield QUESTIONS[RIGHT_ANA], ENTER
    yield QUESTIONS[RIGHT_BEN], "w"
    yield "In a line:", "we laughed"
    yield "“we laughed”", ENTER
    yield QUESTIONS[TEXTING], "d"
    yield QUESTIONS[CALLING], "o"
    yield "What do you own?", "I put it off"
    yield "Ben, is there a step that repairs it", "s"
    yield "What will you do?", "call on Monday"
    yield "By when?", "monday 12:00"
    yield QUESTIONS[DOUBT], "a"
    yield "In your words:", "I see that"
    yield QUESTIONS[BOUNDARY], "h"
    yield QUESTIONS[MEANT], "m"
    yield "What you meant", "the train stood"
    yield QUESTIONS[SETTLED], "s"
    yield "How strong is it now", "2 "
    yield "What helped?", "a walk"
    yield QUESTIONS[CELEBRATE], "c"
    yield "How? (Enter: just celebrated)", "pancakes"
    yield QUESTIONS[REVISIT], "f"
    yield "When do you look at it again?", "in 4 weeks"
    yield "How attainable does it feel to you", ""
    yield "Ana, do you agree? [y]es", "y"
    yield "And to you, Ana, 0 to 10?", "7 "
    yield "New terms for c2", "d"
    yield "Ana, do you say yes to going on together?", "y"
    yield "Ben, do you say yes to going on together?", ENTER
    yield QUESTIONS[AHEAD_ANA], "c"
    yield "What do you promise?", "plan the week"
    yield "When? (friday", "every sunday at 18:00"
    yield "plan the week, Sundays by 18:00", ENTER
    yield QUESTIONS[AHEAD_BEN], "h"
    yield "What would help?", "an hour alone"
    yield "“an hour alone”", ENTER
    yield "Ana, can you meet this", ENTER
    yield LEFT, ENTER


def test_the_week_is_then_reviewed_and_its_page_left_standing(two: Run, journal_path: Path) -> None:
    with sitting(120, 60) as seat:
        later(seat, 0, len(QUESTIONS))
        seat.sees(LEFT)
        seat.press(ENTER)
        seat.sees(PRESENT)
        seat.press("2")
        assert seat.ends() == 0
        assert "Reviewed on Sun 22 by Ben." in seat.shown
        assert "Seal " in seat.shown
        assert "repairlog export --week 2026-11-16" in seat.shown
    report = two.ok("review --json --week today").report
    assert report["reviewed"] == {"day": "2026-11-22", "present": ["Ben"]}


def test_undo_takes_back_just_the_last_answer(two: Run, journal_path: Path) -> None:
    with sitting() as seat:
        later(seat, 0, BOUNDARY)
        seat.sees(QUESTIONS[BOUNDARY])
        seat.press("h")
        seat.sees(QUESTIONS[MEANT])
        seat.press("p")
        assert seat.ends() == 0

    assert "saw it honoured" in two.ok("undo --as Ben").out
    with sitting() as seat:
        seat.sees(QUESTIONS[BOUNDARY])


def test_ctrl_c_while_typing_saves_nothing_half(two: Run, journal_path: Path) -> None:
    with sitting() as seat:
        later(seat, 0, TEXTING)
        seat.sees(QUESTIONS[TEXTING])
        before = len(written(journal_path))
        seat.press("o")
        seat.sees("What do you own?")
        seat.press("I was", CTRL_C)
        assert seat.ends() == 130
    assert len(written(journal_path)) == before
    with sitting() as seat:
        seat.sees(QUESTIONS[TEXTING])


@pytest.mark.parametrize("killed", [False, True])
def test_whatever_ends_it_in_the_middle_of_a_check_in_keeps_what_was_given(
    two: Run, journal_path: Path, killed: bool
) -> None:
    before = len(written(journal_path))
    with sitting() as seat:
        seat.sees(QUESTIONS[CHECKIN_ANA])
        seat.press("c")
        seat.sees("How safe do you feel")
        seat.type("6")
        seat.sees("And how watchful")
        if killed:
            seat.is_killed()
        else:
            seat.press(CTRL_C)
            assert seat.ends() == 130
    assert since(journal_path, before)[0] == (
        "Ana",
        "checkin",
        {"cadence": "weekly", "safety": 6, "goes_on": True},
    )
    with sitting() as seat:
        seat.sees(QUESTIONS[CHECKIN_ANA], "safety Ana")
        seat.press("c")
        seat.sees("And how watchful")
        seat.type("3")
        for question in ("between you", "What remains", "What do you need"):
            seat.sees(question)
            seat.press(ENTER)
        seat.sees(QUESTIONS[CHECKIN_BEN])
        seat.press("p")
        assert seat.ends() == 0
    with sitting() as seat:
        seat.sees(QUESTIONS[CHECKIN_BEN])


# -- promises ----------------------------------------------------------------------------------


def test_one_by_one_asks_for_each_day_and_saves_each_at_once(two: Run, journal_path: Path) -> None:
    with sitting() as seat:
        later(seat, 0, TEXTING)
        seat.sees(QUESTIONS[TEXTING])
        seat.press("1")
        seat.sees("Ana, nothing is said yet of Wed 18.", "[l]ate")
        seat.press("d")
        seat.sees("c1 delivered for Wed 18", "nothing is said yet of Thu 19.", "● ● ● ○ ○")
        seat.press("l")
        seat.sees("c1 late for Thu 19", "nothing is said yet of Fri 20.", "● ● ● ◐ ○")
        seat.press(CTRL_C)
        assert seat.ends() == 130
    with sitting() as seat:
        seat.sees("Ana, nothing is said yet of Fri 20.")
        seat.press("s")
        seat.sees(QUESTIONS[CALLING])


def test_new_terms_are_proposed_and_the_other_answers_at_once(two: Run, journal_path: Path) -> None:
    before = len(written(journal_path))
    with sitting() as seat:
        later(seat, 0, TEXTING)
        seat.sees(QUESTIONS[TEXTING])
        seat.press("r")
        seat.sees("How often, from now on?")
        seat.type("whenever")
        seat.sees("How often, from now on? (weekday, 2 times a week, at 20:00 …) > whenever")
        seat.type("at 18:30")
        seat.sees("Why?")
        seat.type("the new bus")
        seat.sees("Ben, do you agree?")
        seat.press("y")
        seat.sees("weekdays by 18:30: agreed by both", QUESTIONS[TEXTING])
    kept = [(by, kind) for by, kind, _ in since(journal_path, before) if kind != "asked"]
    assert kept == [("Ana", "renegotiation"), ("Ben", "assent")]


def test_ctrl_c_at_the_others_answer_keeps_the_proposal(two: Run, journal_path: Path) -> None:
    before = len(written(journal_path))
    with sitting() as seat:
        later(seat, 0, REVISIT)
        seat.sees(QUESTIONS[REVISIT], "Ana finds it attainable to 4 of 10")
        seat.press("f")
        seat.sees("When do you look at it again?")
        seat.type("in 4 weeks")
        seat.sees("How attainable does it feel to you")
        seat.type("")
        seat.sees("Ana, do you agree?")
        seat.press(CTRL_C)
        assert seat.ends() == 130
    assert ("Ben", "renewal") in {(by, kind) for by, kind, _ in since(journal_path, before)}
    with sitting() as seat:
        seat.sees("Ana, do you agree?", "New terms for c2")
        seat.press(ENTER)
        seat.sees("Ana, do you agree?", "Go on with b1")


# -- a way back --------------------------------------------------------------------------------


def test_back_asks_again_what_was_left_for_later(two: Run, journal_path: Path) -> None:
    with sitting() as seat:
        later(seat, 0, RIGHT_ANA)
        seat.sees(QUESTIONS[RIGHT_ANA])
        seat.press("b")
        seat.sees(QUESTIONS[CHECKIN_BEN])
        seat.press("b")
        seat.sees(QUESTIONS[CHECKIN_ANA])
        seat.press(ENTER)
        seat.sees(QUESTIONS[CHECKIN_BEN])
        seat.press(ENTER)
        seat.sees(QUESTIONS[RIGHT_ANA])
    asked = [e.fields for e in written(journal_path) if e.kind == "asked"]
    assert len(asked) == 2  # left twice, noted once


def test_back_shows_what_was_saved_and_can_take_it_back(two: Run, journal_path: Path) -> None:
    with sitting() as seat:
        later(seat, 0, TEXTING)
        seat.sees(QUESTIONS[TEXTING])
        seat.press("d")
        seat.sees(QUESTIONS[CALLING])
        seat.press("b")
        seat.sees("Saved here, as Ana: c1 delivered", "[u]ndo it")
        seat.press(ENTER)
        seat.sees(QUESTIONS[CALLING])
        seat.press("b")
        seat.sees("Saved here, as Ana")
        seat.press("u")
        seat.sees("Taken back.", QUESTIONS[TEXTING], "● ● ○ ○ ○")
        seat.press("s")
        seat.sees(QUESTIONS[CALLING])
    undone = [e for e in written(journal_path) if e.kind == "undo"]
    assert len(undone) == 3


def test_back_from_the_last_question(two: Run) -> None:
    with sitting() as seat:
        later(seat, 0, len(QUESTIONS))
        seat.sees(LEFT)
        seat.press("b")
        seat.sees(QUESTIONS[-1])
        seat.press(ENTER)
        seat.sees(LEFT)
        seat.press("g")
        seat.sees(QUESTIONS[CHECKIN_ANA])


# -- when it does not ask ----------------------------------------------------------------------


def test_no_input_prints_the_page_without_a_question(two: Run, journal_path: Path) -> None:
    before = len(written(journal_path))
    with sitting(80, 60, "--no-input") as seat:
        assert seat.ends() == 0
        assert "WHAT REMAINS CHALLENGING" in seat.shown
        assert "  >" not in seat.shown
    assert len(written(journal_path)) == before


def test_off_a_terminal_it_is_the_same_page_without_control_codes(two: Run) -> None:
    out = two.ok("review").out

    assert "WHAT WAS PROMISED, WHAT WAS DELIVERED" in out
    assert "\x1b" not in out


def test_a_slow_pace_prompts_nothing(two: Run) -> None:
    two.ok("pace slow --until next friday --as Ben")
    with sitting(80, 60) as seat:
        assert seat.ends() == 0
        assert "Ben asked for a slow pace until Fri 27 Nov" in seat.shown


def test_a_week_that_was_reviewed_is_shown_and_not_gone_through_again(two: Run) -> None:
    with sitting() as seat:
        later(seat, 0, len(QUESTIONS))
        seat.sees(LEFT)
        seat.press(ENTER)
        seat.sees(PRESENT)
        seat.press("y")
        assert seat.ends() == 0
    with sitting(80, 60, "--week", "today") as seat:
        assert seat.ends() == 0
        assert "Reviewed on Sun 22 by Ana and Ben." in seat.shown


def test_alone_it_asks_that_one_person(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run.at("2026-11-16T08:00").ok("init Ana")
    run.ok("commit walk --every day")
    monkeypatch.setenv("REPAIRLOG_NOW", SUNDAY)
    with sitting() as seat:
        seat.sees("Ana, how was this week for you?")
        seat.press(ENTER)
        seat.sees("Ana, what went right")
        assert "appreciation" not in seat.shown
        seat.press(ENTER)
        seat.sees("Ana, nothing is said yet of")
        seat.press("o")
        seat.sees("What do you own?")
        seat.type("I stayed in")
        seat.sees("Ana, what became of it so far?")  # today is not over
        seat.press("s")
        seat.sees("Ana, is there a step")


def test_the_json_is_what_it_would_be_anywhere(two: Run) -> None:
    with sitting(200, 60, "--json") as seat:
        assert seat.ends() == 0
    assert json.loads(two.ok("review --json").out)["week"]["from"] == "2026-11-16"


def test_a_dumb_terminal_gets_no_control_codes(two: Run) -> None:
    with Sitting(["review"], TERM="dumb") as seat:
        seat.sees(QUESTIONS[CHECKIN_ANA])
        seat.press(ENTER)
        seat.sees(QUESTIONS[CHECKIN_BEN])
        assert "\x1b" not in seat.shown
    assert os.environ["TERM"] != "dumb"
