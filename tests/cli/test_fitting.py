"""Words on a terminal break between words; elsewhere a line stays whole."""

from __future__ import annotations

import io
import os

import pytest

from repairlog.cli import ask
from repairlog.cli.fitting import fitted


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    monkeypatch.setattr(os, "get_terminal_size", lambda _stream: os.terminal_size((30, 24)))
    stream = io.StringIO()
    monkeypatch.setattr(stream, "fileno", lambda: 2)
    return stream


def test_a_terminal_gets_whole_words(narrow: io.StringIO) -> None:
    line = "c1  Put the phone on the table · every day by 20:00."
    assert fitted(line, narrow, "    ") == (
        "c1  Put the phone on the table\n    · every day by 20:00."
    )


def test_a_command_stays_in_one_line(narrow: io.StringIO) -> None:
    line = "  If Ana is here: repairlog --as Ana deliver c1"
    assert fitted(line, narrow) == line


def test_a_pipe_gets_the_line_as_it_is() -> None:
    assert fitted("word " * 40, io.StringIO()) == "word " * 40


@pytest.mark.parametrize(
    ("typed", "key"), [("y", "y"), ("YES", "y"), ("yes, for good", "y"), ("no", "n")]
)
def test_a_choice_may_be_written_out(monkeypatch: pytest.MonkeyPatch, typed: str, key: str) -> None:
    monkeypatch.setattr("builtins.input", lambda: typed)
    assert ask.choose("Remove?", {"y": "yes, for good", "n": "no"}) == key
