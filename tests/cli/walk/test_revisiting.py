"""`agreement revisit` at a terminal: one thing at a time, each answer saved at once."""

from __future__ import annotations

from typing import Any

import pytest

from tests.program import Run
from tests.sitting import CTRL_C, ENTER, Sitting

AGAIN = "When do you look at it again?"
FELT = "How attainable does it feel to you"


@pytest.fixture
def due(run: Run) -> Run:
    """Ana and Ben, with a boundary, a rule, a response and a cadence that are due."""
    run.at("2026-11-02T18:00")
    run.ok("init Ana Ben --hurt Ana")
    run.ok("boundary add we ask --means I ask first --revisit 2026-11-16")
    run.ok("agreement rule talks take at most 45 minutes --revisit 2026-11-17 --attainable 8")
    run.ok("agreement response time-out we part for a while --revisit 2026-11-18 --as Ben")
    run.ok("agreement cadence daily --at 21:00 --revisit 2026-11-19")
    run.ok("agree p1 p4 --as Ben")
    run.ok("agree p2 --attainable 2 --as Ben")
    run.ok("agree p3")
    return run.at("2026-11-20T18:00")


def sitting(*more: str) -> Sitting:
    return Sitting(["agreement", "revisit", *more])


def page(run: Run) -> Any:
    return run.ok("agreement --json").report


def test_everything_due_is_gone_through_and_the_page_is_left_standing(due: Run) -> None:
    with Sitting(["agreement", "revisit"], lines=60) as seat:
        seat.sees("The agreement", "1 of 6", "Ana, does this boundary still fit?", "I ask first")
        seat.press("f")
        seat.sees(AGAIN)
        seat.type("in 4 weeks")
        seat.sees("Ben, do you agree?")
        seat.press("y")
        seat.sees("Ana, does this ground rule still fit?", "Other words may suit better.")
        seat.press("r")
        seat.sees("In which words, from now on?")
        seat.type("talks take at most half an hour")
        seat.sees(AGAIN)
        seat.type("in 8 weeks")
        seat.sees(FELT)
        seat.type("9")
        seat.sees("Ben, do you agree?")
        seat.press("y")
        seat.sees("And to you, Ben, 0 to 10?")
        seat.type("7")
        seat.sees("a talk takes at most 30 minutes: agreed by both", "Ben, does this response")
        seat.press("e")
        seat.sees("Ana, do you agree?")
        seat.press("y")
        seat.sees("Ana, does this rhythm of check-ins still fit?")
        seat.press("r")
        seat.sees("By what time, from now on?")
        seat.type("20:00")
        seat.sees(AGAIN)
        seat.type("")
        seat.sees(FELT)
        seat.type("")
        seat.sees("Ben, do you agree?")
        seat.press(ENTER)
        seat.sees("Ana, do you say yes to going on together?")
        seat.press("y")
        seat.sees("Ben, do you say yes to going on together?")
        seat.press("y")
        assert seat.ends() == 0
        assert "Both" not in seat.shown
        assert "GOING ON TOGETHER" in seat.shown
    report = page(due)
    assert report["boundaries"][0]["revisit"] == "2026-12-18"
    [rule] = report["rules"]
    assert (rule["version"], rule["minutes"], rule["revisit"]) == (2, 30, "2027-01-15")
    assert rule["attainable"] == {"Ana": 9, "Ben": 7}
    assert report["responses"] == []
    assert [(c["at"], c["version"]) for c in report["cadences"]] == [("21:00", 1)]
    assert [w["what"] for w in report["waiting"]] == ["daily check-ins by 20:00"]
    assert report["consent"]["together"] == "2026-11-20"


def test_what_is_left_for_later_is_asked_the_next_time(due: Run) -> None:
    with sitting() as seat:
        for sort in ("boundary", "ground rule", "response", "rhythm"):
            seat.sees(f"does this {sort}")
            seat.press(ENTER)
        for person in ("Ana", "Ben"):
            seat.sees(f"{person}, do you say yes")
            seat.press(ENTER)
        assert seat.ends() == 0
    assert len(page(due)["due"]) == 4
    with sitting() as seat:
        seat.sees("Ana, does this boundary still fit?")


def test_a_pause_and_ctrl_c_lose_nothing(due: Run) -> None:
    with sitting() as seat:
        seat.sees("does this boundary")
        seat.press("f")
        seat.sees(AGAIN)
        seat.type("in 4 weeks")
        seat.sees("Ben, do you agree?")
        seat.press(CTRL_C)
        assert seat.ends() == 130
    assert page(due)["boundaries"][0]["waiting"] == ["p5"]
    with sitting() as seat:
        seat.sees("Ana, does this ground rule still fit?")
        seat.press("p")
        assert seat.ends() == 0
        assert "repairlog agreement revisit` goes on from here" in seat.words


def test_there_is_a_way_back_that_takes_back_what_was_saved(due: Run) -> None:
    with sitting() as seat:
        seat.sees("does this boundary")
        seat.press("f")
        seat.sees(AGAIN)
        seat.type("in 4 weeks")
        seat.sees("Ben, do you agree?")
        seat.press("n")
        seat.sees("does this ground rule")
        seat.press("b")
        seat.sees("[u]ndo it, and ask again")
        seat.press("u")
        seat.sees("Ana, does this boundary still fit?", "Taken back.")
        seat.press("p")
        assert seat.ends() == 0
    assert page(due)["boundaries"][0]["waiting"] == []


def test_a_day_that_is_past_is_told_and_asked_for_again(due: Run) -> None:
    with sitting() as seat:
        seat.sees("does this boundary")
        seat.press("f")
        seat.sees(AGAIN)
        seat.type("2026-11-01")
        seat.sees("is not ahead", "Ana, does this boundary still fit?")


def test_the_weekly_review_asks_the_same_and_each_once_a_week(due: Run) -> None:
    due.at("2026-11-22T19:00")
    with Sitting(["review"], lines=40) as seat:
        while "does this boundary still fit?" not in seat.words:
            seat.sees("[p]ause")
            seat.press(ENTER)
            seat.waits(0.3)
        for sort in ("boundary", "ground rule", "response", "rhythm"):
            seat.sees(f"does this {sort}", "THE AGREEMENT")
            seat.press(ENTER)
        seat.sees("Ana, do you say yes to going on together?")


def test_nothing_due_asks_nothing(due: Run) -> None:
    due.at("2026-11-03T18:00")
    with sitting() as seat:
        assert seat.ends() == 0
        assert "the next day for it is Mon 16 Nov" in seat.words


def test_no_input_lists_it_at_a_terminal_too(due: Run) -> None:
    with sitting("--no-input") as seat:
        assert seat.ends() == 0
        assert "repairlog agreement end p3" in seat.words


def test_alone_ones_own_word_is_enough(run: Run) -> None:
    run.at("2026-11-02T18:00")
    run.ok("init Ana")
    run.ok("agreement rule no name-calling --revisit 2026-11-16")
    run.at("2026-11-20T18:00")
    with sitting() as seat:
        seat.sees("1 of 1", "Ana, does this ground rule still fit?")
        seat.press("f")
        seat.sees(AGAIN)
        seat.type("in 4 weeks")
        assert seat.ends() == 0
    assert page(run)["rules"][0]["revisit"] == "2026-12-18"


def test_what_was_crossed_again_is_asked_about_and_somebody_may_help(run: Run) -> None:
    run.at("2026-11-02T18:00").ok("init Ana Ben --hurt Ana")
    run.ok("boundary add we ask --means I ask first")
    run.ok("agree p1 --as Ben")
    for day in (3, 18):
        run.at(f"2026-11-{day:02}T18:00").ok("boundary crossed b1 --what it hurt")
        run.ok("boundary step b1 talk --by sunday")
    run.at("2026-11-22T19:40")
    with Sitting(["review"], lines=60) as seat:
        for number in range(1, 9):
            seat.sees(f" {number} of ")
            if "[s]omeone to help" in seat.words:
                break
            seat.press(ENTER)
        seat.sees("It was crossed twice in twelve weeks", "[r]eword it")
        seat.press("s")
        seat.sees("Who or what could help?")
        seat.type("the counsellor on Thursdays")
        seat.sees("kept; what helps is for both to read")
        seat.press(CTRL_C)
        assert seat.ends() == 130

    [kept] = run.ok("log --json --kind support").report["entries"]
    assert (kept["by"], kept["about"]) == ("Ana", "b1")
    assert kept["fields"]["text"] == "the counsellor on Thursdays"
