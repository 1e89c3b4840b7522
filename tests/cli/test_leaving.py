"""The way out: `away` clears what can be cleared, at once and whatever state the journal is in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.test_start_up import OURS_UNUSED, UNUSED, loaded
from tests.program import Run
from tests.sitting import Sitting

WAIT = 20.0  # seconds that a terminal may take on a busy machine


@pytest.mark.parametrize("line", ["away", "--json away", "--as Ben away", "away --private"])
def test_off_a_terminal_it_prints_nothing(run: Run, line: str) -> None:
    done = run.ok(line)

    assert (done.out, done.err) == ("", "")


def test_it_needs_no_journal_and_makes_none(run: Run, journal_path: Path) -> None:
    run.ok("away")

    assert not journal_path.exists()


def test_a_damaged_journal_is_no_hindrance(run: Run, journal_path: Path) -> None:
    journal_path.parent.mkdir()
    journal_path.write_bytes(b"damaged" * 999)

    run.ok("away")


def test_it_loads_nothing_that_costs_time() -> None:
    found = loaded("away")

    assert found & (UNUSED | OURS_UNUSED | {"repairlog.journal", "repairlog.cli.quick"}) == set()


def test_it_clears_the_screen_and_gives_it_a_title_that_says_nothing(run: Run) -> None:
    with Sitting(["away"]) as sitting:
        sitting.screen.draw("what was said")
        assert sitting.ends() == 0
        assert sitting.shown.strip() == ""
        assert sitting.screen.title == "Terminal"


def test_a_terminal_that_takes_no_commands_is_scrolled() -> None:
    with Sitting(["away"], TERM="dumb", lines=10) as sitting:
        sitting.screen.draw("what was said")
        assert sitting.ends() == 0
        assert sitting.shown.strip() == ""


class Tmux:
    """A tmux of its own, with one shell in it."""

    def __init__(self, folder: Path) -> None:
        self._at = ["tmux", "-S", str(folder / "tmux"), "-f", "/dev/null"]
        self("new-session", "-d", "-x", "80", "-y", "24", "sh")

    def __call__(self, *words: str) -> str:
        done = subprocess.run(
            [*self._at, *words],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PS1": "$ "},
        )
        return done.stdout

    def type(self, line: str) -> None:
        self("send-keys", line, "Enter")

    @property
    def all(self) -> str:
        """The screen with all that can be scrolled back to."""
        return self("capture-pane", "-p", "-S", "-")

    def waits(self, for_: str, *, gone: bool = False) -> str:
        end = time.monotonic() + WAIT
        while (for_ in (seen := self.all)) == gone:
            assert time.monotonic() < end, seen
        return seen


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    made = Tmux(tmp_path)
    yield made
    made("kill-server")


@pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux on this machine")
def test_in_tmux_nothing_can_be_scrolled_back_to(tmux: Tmux) -> None:
    tmux.type("seq 100 500; echo what was sai''d")
    tmux.waits("what was said")

    tmux.type(f"{sys.executable} -m repairlog away")

    seen = tmux.waits("what was said", gone=True)
    assert not any(char.isdigit() for char in seen)
    assert tmux("display-message", "-p", "#{history_size} #{pane_title}").split() == [
        "0",
        "Terminal",
    ]


# -- names that say nothing ----------------------------------------------------------------------

TELLING = ("repair", "trust", "breach", "betray", "couple", "partner", "ana", "ben")


def test_no_file_that_is_named_by_the_program_says_what_it_is_about(
    run: Run, journal_path: Path, tmp_path: Path
) -> None:
    run.ok("init Ana Ben")
    run.ok("backup")
    run.ok(f"backup {tmp_path}")

    made = [*journal_path.parent.iterdir(), *tmp_path.glob("*.db")]

    assert len(made) > 2
    assert [p.name for p in made if any(word in p.name.casefold() for word in TELLING)] == []


def test_an_editor_is_given_a_file_whose_name_says_nothing(run: Run, tmp_path: Path) -> None:
    run.ok("init Ana Ben")
    editor, seen = tmp_path / "editor", tmp_path / "seen"
    editor.write_text(f'#!/bin/sh\necho "$1" > {seen}\necho words > "$1"\n', encoding="utf-8")
    editor.chmod(0o700)

    with Sitting(["add", "note", "--edit"], EDITOR=str(editor)) as sitting:
        assert sitting.ends() == 0
        assert sitting.screen.title == ""

    folder, name = Path(seen.read_text("utf-8").strip()).parts[-2:]
    assert folder.startswith("draft-")
    assert name == "entry.txt"


@pytest.mark.parametrize(
    "line", ["", "review", "review --no-input", "log", "help safety", "ledger"]
)
def test_no_page_gives_the_window_a_title(run: Run, line: str) -> None:
    run.ok("init Ana Ben")
    run.ok("commit call my mother --by fri")
    with Sitting(line.split()) as sitting:
        if line == "review":
            sitting.sees("how was this week")
            sitting.press("p")
        assert sitting.ends() == 0
        assert sitting.screen.title == ""
