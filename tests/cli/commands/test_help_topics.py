"""`help`: a command's help, and how to use this safely."""

from __future__ import annotations

import re

import pytest

from repairlog.cli.lines import Group
from repairlog.cli.topics import TOPICS
from repairlog.cli.tree import REPAIRLOG
from tests.program import Run


@pytest.mark.parametrize("words", ["", "commit", "boundary", "boundary add", "trigger meant"])
def test_it_is_what_the_command_itself_says(run: Run, words: str) -> None:
    assert run.ok(f"help {words}").out == run.ok(f"{words} --help").out


def test_a_slip_is_met_with_the_name(run: Run) -> None:
    assert "Did you mean boundary?" in run.refused("help boundry", code=2)


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_fits_a_terminal_and_needs_no_journal(run: Run, topic: str) -> None:
    lines = run.ok(f"help {topic}").out.splitlines()

    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("topic", TOPICS)
def test_every_command_that_a_topic_names_is_there(topic: str) -> None:
    named = re.findall(r"\brepairlog (?:--private )?(\w+)(?: (\w+))?", TOPICS[topic])
    assert named
    for name, inner in named:
        command = REPAIRLOG.get_command(None, name)  # type: ignore[arg-type]  # no context is needed
        assert command is not None, name
        if isinstance(command, Group) and inner:
            assert inner in command.places, (name, inner)


def test_a_program_gets_it_as_json(run: Run) -> None:
    assert run.ok("help safety --json").report == {"topic": "safety", "text": TOPICS["safety"]}


def test_safety_says_who_it_suits_and_how_to_leave(run: Run) -> None:
    said = " ".join(run.ok("help safety").out.split())

    for words in (
        "two people who both choose it",
        "violence, threats or control",
        "Nothing here makes anyone safe",
        "People to talk to".upper(),
        "discretion, not secrecy",
        "repairlog away",
        "HIST_IGNORE_SPACE",
        "repairlog export --for me",
        "Names are statements, not proof",
    ):
        assert words in said


def test_no_number_of_a_helpline_stands_there_to_go_stale() -> None:
    assert not re.search(r"\d", TOPICS["safety"])


def test_init_shows_it_in_short(run: Run) -> None:
    said = run.ok("init Ana Ben").out

    assert "both choose it" in said
    assert "repairlog help safety" in said
