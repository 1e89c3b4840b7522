"""`--together`: the other person is asked by name at this terminal, and answers there."""

from __future__ import annotations

import sys
from typing import Any

import pexpect
import pytest

from tests.cli.commands.conftest import Untouched
from tests.program import Run


def asked(words: str) -> Any:
    """The program at a terminal of its own."""
    return pexpect.spawn(
        sys.executable, ["-m", "repairlog", *words.split()], encoding="utf-8", timeout=20
    )


def answered(line: str, key: str, rated: str = "") -> str:
    """What is shown after the other person gave this answer, and how attainable they find it."""
    screen = asked(line)
    screen.expect_exact("Sam, do you agree?")
    screen.expect_exact("> ")
    screen.sendline(key)
    if key == "y" and rated:
        screen.expect_exact("How attainable does it feel to you, 0 to 10?")
        screen.sendline(rated)
    screen.expect(pexpect.EOF)
    screen.close()
    assert screen.exitstatus == 0
    return str(screen.before)


LINES = [
    "boundary pattern b1 secrecy --together",
    "boundary retire b1 --together",
    "milestone add a hundred days --together",
    "settings week-starts sunday --together",
    "release c1 --together",
    "renegotiate c1 --by sunday --together",
    "ease c1 --until sunday --together",
]


@pytest.fixture
def both(couple: Run) -> Run:
    couple.ok("boundary add we tell --means the same day")
    couple.ok("agree b1 --as Sam")
    couple.ok("commit call my mother --by fri")
    return couple


@pytest.mark.parametrize("line", LINES)
def test_a_yes_binds_at_once_and_is_the_others_own_entry(both: Run, line: str) -> None:
    assert "Sam agreed. It binds from now." in answered(line, "y")

    *_, last = both.ok("log --json").report["entries"]
    assert (last["kind"], last["by"]) == ("assent", "Sam")


RATED = [
    "boundary add we ask --means I ask first --together",
    "boundary revise b1 we knock --together",
    "agreement rule no name-calling --together",
    "agreement response time-out we part for twenty minutes --together",
    "agreement cadence daily --at 21:00 --together",
    "agreement revisit b1 --revisit tomorrow --together",
]


@pytest.mark.parametrize("line", RATED)
def test_with_a_yes_the_other_may_say_how_attainable_it_feels(both: Run, line: str) -> None:
    assert "Sam agreed. It binds from now." in answered(f"{line} --attainable 9", "y", rated="3")

    *_, last = both.ok("log --json").report["entries"]
    assert (last["kind"], last["by"], last["fields"]) == ("assent", "Sam", {"attainable": 3})
    ratings = [one["attainable"] for one in _terms(both.ok("agreement --json").report)]
    assert {"Ana": 9, "Sam": 3} in ratings


def _terms(report: Any) -> list[Any]:
    return [
        *report["boundaries"], *report["rules"], *report["responses"], *report["cadences"]
    ]  # fmt: skip


def test_a_no_changes_nothing(both: Run) -> None:
    assert "that is all right" in answered("release c1 --together", "n")

    assert "declined by Sam" in both.refused("agree p2 --as Sam")


def test_later_leaves_it_waiting(both: Run) -> None:
    assert "waits for Sam" in answered("release c1 --together", "l")
    both.ok("agree c1 --as Sam")


def test_an_interruption_writes_nothing(both: Run, untouched: Untouched) -> None:
    with untouched():
        screen = asked("release c1 --together")
        screen.expect_exact("> ")
        screen.sendcontrol("c")
        screen.expect(pexpect.EOF)
        screen.close()
        assert screen.exitstatus == 130


def test_each_takes_back_their_own_part_of_it(both: Run) -> None:
    answered("release c1 --together", "y")
    assert "Sam has answered p2" in both.refused("undo")

    both.ok("undo --as Sam")
    both.ok("agree c1 --as Sam")
    both.ok("undo --as Sam")
    both.ok("undo")
    assert "was taken back" in both.refused("agree p2 --as Sam")


def test_alone_there_is_nobody_to_ask(alone: Run, untouched: Untouched) -> None:
    with untouched():
        assert "no second person" in alone.refused("boundary add x --means y --together")
