"""The README is true: its lines run as they stand, and what it shows is what is there."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from repairlog.cli import guard, places
from repairlog.cli.grammar import EVERYWHERE
from repairlog.cli.lines import Group, Line, metavar
from repairlog.cli.tree import REPAIRLOG
from repairlog.dates import Calendar, Tense, read_when
from repairlog.errors import Misread
from repairlog.recurrence import describe, read_rule
from repairlog.render.theme import SIGNS, WORDS
from tests.conftest import ZONE
from tests.program import Run
from tests.sitting import Sitting

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")

HOME = "/home/sam"  # what the README calls the home folder
EVENING = "2026-11-22T20:00"  # the clock where the README does not set one
SEAL = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}\b")


# -- the README's parts --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, what stands in it, and the heading that it is under."""

    language: str
    text: str
    under: str

    def commands(self) -> Iterator[tuple[str, str]]:
        """Each command line, with the output that is shown below it (empty: none is shown)."""
        for piece in re.split(r"^\$ ", self.text, flags=re.M)[1:]:
            line, _, shown = piece.partition("\n")
            yield line, shown.rstrip()


def blocks(language: str) -> list[Block]:
    """The fenced blocks of one language, in order."""
    return [block for block in _blocks() if block.language == language]


def _blocks() -> Iterator[Block]:
    under, language, lines = "", None, list[str]()
    for line in README.splitlines():
        if language is None and line.startswith("#"):
            under = line.lstrip("# ")
        elif language is None and line.startswith("```"):
            language, lines = line.removeprefix("```"), []
        elif line == "```" and language is not None:
            yield Block(language, "\n".join(lines), under)
            language = None
        else:
            lines.append(line)


def section(title: str) -> str:
    """The text under a heading, up to the next one of any level."""
    found = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^#|\Z)", README, flags=re.M | re.S)
    assert found, f"the README has no section '{title}'"
    return found[1]


def table(text: str, first: str) -> list[list[str]]:
    """The rows of the table whose first column is headed so."""
    for found in re.findall(r"(?:^\|.*\n)+", text, flags=re.M):
        head, _, *rows = ([c.strip() for c in r.split("|")[1:-1]] for r in found.splitlines())
        if head[0].strip("`") == first:
            return rows
    pytest.fail(f"no table begins with '{first}'")


# -- its command lines, typed as they stand ------------------------------------------------------


class Shell:
    """A person's shell: what one line exports holds for those after it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        program = home / "bin" / "repairlog"
        program.parent.mkdir(parents=True)
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m repairlog "$@"\n')
        program.chmod(0o755)
        path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
        self.environ = {"HOME": str(home), "PATH": path, **PLAIN}

    def type(self, lines: list[str]) -> list[tuple[int, str]]:
        """Type the lines one after the other; returns each one's exit code and what it printed."""
        said = 'printf "\\036%s\\035" "$?"'
        keep = f'"{sys.executable}" -c "import json,os; print(json.dumps(dict(os.environ)))"'
        script = "\n".join(["exec 2>&1", *(f"{line}\n{said}" for line in lines), keep])
        done = subprocess.run(
            ["sh", "-c", script],
            cwd=self.home,
            env={"REPAIRLOG_NOW": EVENING, **self.environ},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        *outcomes, environ = done.stdout.split("\035")
        self.environ = json.loads(environ)
        pairs = (outcome.rpartition("\036") for outcome in outcomes)
        return [(int(code), text) for text, _, code in pairs]


PLAIN = {"LANG": "C.UTF-8", "TERM": "xterm", "TZ": ZONE, "COLUMNS": "80", "NO_COLOR": "1"}


def as_shown(text: str, home: Path) -> str:
    """Output as the README would show it: another home, another seal."""
    text = SEAL.sub("7K3Q-M2XD-90AF", text.replace(str(home), HOME))
    return "\n".join(line.rstrip() for line in text.splitlines())


@dataclass(frozen=True, slots=True)
class Tour:
    """What became of every line of the README: what did not work, or came out otherwise than it
    is shown. ``journal`` is the tour's, as it was at its end."""

    shell: Shell
    wrong: list[str]
    journal: Path


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Tour:
    """Type all that the README says, in order."""
    shell = Shell(tmp_path_factory.mktemp("readme") / "sam")
    kept = shell.home / "kept.db"
    wrong: list[str] = []
    for block in blocks("console"):
        if "rm -r" in block.text:
            shutil.copy(shell.environ["REPAIRLOG_JOURNAL"], kept)
        wrong += differences(shell, block)
    return Tour(shell, wrong, kept)


def differences(shell: Shell, block: Block) -> Iterator[str]:
    """Type a block; what did not work, or came out otherwise than it is shown."""
    commands = list(block.commands())
    outcomes = shell.type([line for line, _ in commands])
    for (line, shown), (code, text) in zip(commands, outcomes, strict=True):
        came = as_shown(text, shell.home)
        if code:
            yield f"$ {line}\nexit {code}\n{came}"
        elif shown and came != as_shown(shown, shell.home):
            yield f"$ {line}\n{came}\n--- is shown as\n{shown}"


def test_every_line_runs_as_it_stands_and_shows_what_is_shown(tour: Tour) -> None:
    assert not tour.wrong, "\n\n".join(tour.wrong)


@pytest.fixture
def sunday(tour: Tour, monkeypatch: pytest.MonkeyPatch) -> None:
    """The end of the tour: its journal and its clock."""
    monkeypatch.setenv("REPAIRLOG_JOURNAL", str(tour.journal))
    monkeypatch.setenv("REPAIRLOG_NOW", "2026-11-22T19:30")


@pytest.mark.usefixtures("sunday")
def test_the_review_begins_with_the_screen_that_is_shown() -> None:
    [screen] = blocks("text")
    with Sitting(["review"]) as sitting:
        sitting.sees("[c]heck in")
        *seen, prompt = (line for line in sitting.shown.splitlines() if line)

    assert seen == [line for line in screen.text.splitlines() if line]
    assert prompt.strip() == ">"


@pytest.mark.usefixtures("sunday")
def test_the_reports_are_those_that_are_shown(run: Run) -> None:
    shown = [SEAL.sub("", block.text) for block in blocks("json")]
    for report, line in zip(shown, ("ledger --since '16 nov'", "review"), strict=True):
        held_in(json.loads(report), json.loads(SEAL.sub("", run.ok(f"{line} --json").out)))


def held_in(shown: Any, whole: Any) -> None:
    """What is shown is there: the same keys and values, of lists at least the first."""
    match shown, whole:
        case dict(), dict():
            assert list(shown) == list(whole)
            for key in shown:
                held_in(shown[key], whole[key])
        case list(), list():
            assert len(shown) == min(len(whole), 1)
            for one, other in zip(shown, whole, strict=False):
                held_in(one, other)
        case _:
            assert shown == whole


def test_its_two_lines_for_a_bare_machine() -> None:
    lines = [block.text for block in blocks("sh")]

    assert all(line.startswith("python3 -m venv ") and "\n" not in line for line in lines)
    assert [line.rpartition(" && ")[2] for line in lines] == [
        ".venv/bin/repairlog review --demo",
        ".venv/bin/python -m pytest",
    ]


# -- its list of commands ------------------------------------------------------------------------


def commands(group: Group, path: str = "") -> Iterator[tuple[str, Line]]:
    """Every command that people are told of, by its path."""
    with group.make_context("repairlog", ["--version"], resilient_parsing=True) as context:
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            if isinstance(command, Group):
                yield from commands(command, f"{path}{name} ")
            else:
                assert isinstance(command, Line)
                yield f"{path}{name}", command


def usage(command: Line) -> str:
    """The command's words and options, as the README writes them."""
    arguments = command.arguments()
    words = [metavar(p) if p.required else f"[{metavar(p)}]" for p in arguments]
    return " ".join([*words, *(option(p) for p in command.params if p not in arguments)])


def option(param: Any) -> str:
    """One option, as the README writes it."""
    written = f"{param.opts[-1]} {metavar(param).removesuffix(MORE)}".rstrip()
    return f"[{written}]{MORE if param.multiple else ''}"


MORE = "…"
ENTRY = re.compile(r"^- `([a-z|-]+(?: [a-z|-]+)?)((?: [^`]*)?)`", flags=re.M)


def told() -> Iterator[tuple[str, str]]:
    """Each command of the README's list, and how it is written there."""
    for path, rest in ENTRY.findall(section("Every command")):
        *group, names = path.split()
        for name in names.split("|"):
            yield " ".join([*group, name]), rest.strip()


def test_it_tells_of_every_command_with_all_its_options() -> None:
    assert dict(told()) == {path: usage(command) for path, command in commands(REPAIRLOG)}


def test_the_list_has_the_order_of_the_help() -> None:
    panels = list(dict.fromkeys(place.panel for place in REPAIRLOG.places.values()))

    assert re.findall(r"^\*\*(.+)\*\*$", section("Every command"), flags=re.M) == panels


def test_it_tells_of_every_option_that_all_commands_take() -> None:
    everywhere = section("Every command").partition("**With every command**")[2]

    for known in EVERYWHERE.values():
        assert f"`{known.name} {known.metavar}".rstrip() + "`" in everywhere


def test_no_command_and_no_option_is_named_that_is_not_there() -> None:
    there = {path for path, _ in commands(REPAIRLOG)}
    groups = {path.partition(" ")[0] for path in there if " " in path}
    options = {name for _, line in commands(REPAIRLOG) for name in line.options()}
    options |= {*EVERYWHERE, "--help", "--locked"}  # the last one is our tests' own

    for named in re.findall(r"`repairlog ([a-z]+)(?: ([a-z]+))?", README):
        first, second = named
        assert first in there | groups, named
        assert first not in groups or not second or f"{first} {second}" in there, named
    prose = re.sub(r"^```(?:ba)?sh\n.*?^```", "", README, flags=re.M | re.S)
    for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", prose):
        assert option in options, option


# -- its tables ----------------------------------------------------------------------------------

NOW = datetime(2026, 11, 18, 19)
DATES = section("Dates and rules")


def reading(words: str, tense: Tense) -> str:
    """What the words mean on the README's Wednesday evening, or "refused"."""
    now, calendar = NOW.astimezone(), Calendar()
    try:
        return read_when(words, now, calendar, tense).echo(calendar, now)
    except Misread:
        return "refused"


@pytest.mark.parametrize("row", table(DATES, "words"), ids=" ".join)
def test_words_that_look_ahead_or_back(row: list[str]) -> None:
    for words in row[0].split(", "):
        assert [reading(words.strip("`"), tense) for tense in Tense] == row[1:]


@pytest.mark.parametrize("row", table(DATES, "other words"), ids=" ".join)
def test_words_that_mean_one_day_only(row: list[str]) -> None:
    assert [reading(row[0].strip("`"), tense) for tense in Tense] == row[1:] * 2


def test_words_that_are_refused() -> None:
    [line] = re.findall(r"^What could mean two days.*: (.*)\.$", DATES, flags=re.M)

    for words in re.findall("`(.+?)`", line):
        assert [reading(words, tense) for tense in Tense] == ["refused"] * 2


@pytest.mark.parametrize("row", table(DATES, "--every"), ids=" ".join)
def test_the_rules(row: list[str]) -> None:
    rule, times = read_rule(row[0].strip("`"), NOW.date(), Calendar())

    assert describe(rule, None, times) == row[1]


def test_the_signs() -> None:
    rows = table(section("How a promise stands"), "sign")

    assert [(sign, word) for sign, word, _ in rows] == [
        (SIGNS[name], WORDS.get(name, name))
        for name in ("kept", "late", "owned", "missed", "eased", "open")
    ]


def test_where_files_are(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("REPAIRLOG_JOURNAL", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name)
    monkeypatch.setattr(Path, "home", lambda: Path("~"))
    rows = table(section("Files and environment"), "file")
    for column, system in enumerate(("linux", "darwin"), start=1):
        monkeypatch.setattr(sys, "platform", system)
        journal, mistakes = (row[column].strip("`") for row in rows)
        assert str(places.journal_path(None)) == journal
        assert str(guard.state_folder() / "mistake.log") == mistakes
    [beside] = re.findall(r"`(journal\.private-.*?)`", README)
    assert places.private_path(Path("journal.db"), "Ana").name == beside
