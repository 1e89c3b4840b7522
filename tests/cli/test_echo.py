"""What is said after writing: the line that takes it back takes back this, and nothing else."""

from __future__ import annotations

import pytest

from repairlog.cli.echo import headed
from tests.program import Run


@pytest.fixture
def couple(run: Run) -> Run:
    run.ok("init Sam Ana --hurt Ana")
    return run


def hint(out: str) -> str:
    """The command that the echo names for taking it back, without the program's name."""
    return out.rpartition("To take it back: repairlog ")[2].strip()


def test_the_one_at_this_account_needs_no_name(couple: Run) -> None:
    assert hint(couple.ok("commit call my mother").out) == "undo"
    assert hint(couple.ok("commit call my mother --as sam").out) == "undo"


def test_written_as_the_other_it_is_taken_back_as_the_other(couple: Run) -> None:
    couple.ok("commit call my mother")
    line = hint(couple.ok("commit book the train --as Ana").out)

    assert line == "undo --as Ana"
    assert "book the train" in couple.ok(line).out


def test_a_private_entry_of_the_other(couple: Run) -> None:
    line = hint(couple.ok("add care a walk --as Ana").out)

    assert line == "undo --private --as Ana"
    assert "a walk" in couple.ok(line).out


def test_who_writes_by_the_environment_needs_no_name(
    couple: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPAIRLOG_AS", "Ana")

    assert hint(couple.ok("commit book the train").out) == "undo"
    assert hint(couple.ok("commit call my mother --as Sam").out) == "undo --as Sam"


def test_a_name_that_a_shell_would_break_is_quoted(run: Run) -> None:
    run.ok(["init", "Sam", "Ana Maria"])
    line = hint(run.ok(["commit", "book the train", "--as", "Ana Maria"]).out)

    assert line == "undo --as 'Ana Maria'"
    assert "book the train" in run.ok(line).out


@pytest.mark.parametrize("ref", ["c1", "e42", "e305", "e12345"])
def test_a_space_stands_between_a_reference_and_what_follows_however_long_it_is(ref: str) -> None:
    words, _, rest = headed(ref, "hid my phone", "again").partition(" ")

    assert words == ref
    assert rest.lstrip() == "hid my phone · again"
