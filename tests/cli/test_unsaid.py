"""Words are words: a date at the end of them is saved as typed, and then offered as a date."""

from __future__ import annotations

import shlex
import subprocess
import sys
from typing import Any

import pytest

from tests.program import Run

OFFER = "It is words only, no date. To give it one: "


@pytest.fixture(autouse=True)
def begun(run: Run) -> None:
    run.at("2026-11-23T09:00").ok("init Ana Ben")


def lines_offered(out: str) -> list[str]:
    """The two lines that the echo offers, as they stand there."""
    [line] = [line for line in out.splitlines() if OFFER in line]
    return line.partition(OFFER)[2].split(", then ")


@pytest.mark.parametrize(
    ("words", "again"),
    [
        ("book the hall by friday", "book the hall --by friday"),
        ("book the hall by next friday", "book the hall --by 2026-11-27"),
        ("book it by friday at 18:00.", "book it --by friday --at 18:00"),
        (
            "text when leaving every weekday at 18:00",
            "text when leaving --every weekday --at 18:00",
        ),
        ("a walk every sunday until 31 dec", "a walk --every sunday --until '31 dec'"),
        ("news of the day every week", "news of the day --every week"),
        ("call Ben at 18:00", "call Ben --by 18:00"),
        ("stay at the table by friday", "stay at the table --by friday"),
        (["say", "it isn't me", "by", "friday"], "'say it isn'\"'\"'t me' --by friday"),
    ],
)
def test_the_echo_says_how_to_take_it_back_and_the_line_that_sets_the_date(
    run: Run, words: Any, again: str
) -> None:
    typed = words.split() if isinstance(words, str) else words
    done = run.ok(["commit", *typed])
    assert " ".join(typed)[1:] in done.out
    undo, line = lines_offered(done.out)
    assert (undo, line) == ("repairlog undo", f"repairlog commit {again}")

    run.ok(undo.removeprefix("repairlog "))
    made = run.ok(shlex.split(line)[1:])
    assert OFFER not in made.out
    assert "no date" not in made.out


def test_what_else_was_said_and_who_said_it_go_on_in_the_line(run: Run) -> None:
    done = run.ok("--as Ben commit call the bank by friday --need 'to know where we are'")
    undo, line = lines_offered(done.out)
    assert undo == "repairlog undo --as Ben"
    assert line.endswith("--by friday --need 'to know where we are' --as Ben")
    run.ok(shlex.split(undo)[1:])
    assert "Written by Ben." in run.ok(shlex.split(line)[1:]).out


@pytest.mark.parametrize(
    "words",
    [
        "be kind at home",
        "stand by you",
        "read every book of the shelf",
        "no phone until friday",
        "be back at six or so",
        "by friday",
        "tell it by yesterday",
        "every friday something small",
        "call my mother",
    ],
)
def test_other_words_get_no_offer(run: Run, words: str) -> None:
    assert OFFER not in run.ok(f"commit {words}").out


def test_an_option_that_says_when_is_taken_at_its_word(run: Run) -> None:
    assert OFFER not in run.ok("commit talk about every friday --by sunday").out


def test_what_a_program_reads_stays_json(run: Run) -> None:
    done = run.ok("commit book the hall by friday --json")
    assert [one["kind"] for one in done.report["written"]] == ["commitment"]
    assert done.err == ""


def test_plain_words_do_not_load_what_reads_dates_in_them(run: Run) -> None:
    script = (
        "import sys; from repairlog.cli import run\n"
        "try: run(['commit', 'call', 'my', 'mother'])\n"
        "except SystemExit: pass\n"
        "print('repairlog.cli.unsaid' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "False"
