"""A quick entry, as a whole process, loads nothing that it does not use."""

from __future__ import annotations

import shlex
import subprocess
import sys

import pytest

from tests.program import Run

# Each of these costs a twentieth to a whole of what the entry itself does.
UNUSED = {
    "asyncio",
    "dateutil",
    "importlib.metadata",
    "pydantic",
    "rich",
    "sqlite_utils",
    "subprocess",
    "tempfile",
    "typer",
    "typing",
    "uuid",
    "zoneinfo",
}


# The families of kinds of which an everyday entry is written or read.
EVERYDAY_KINDS = {"body", "commitments", "keeping"}

# What of ours a plain entry does not use: Typer's commands, pages, words for dates and rules,
# and what changes, closes or mends a promise.
OURS_UNUSED = {
    "repairlog.cli.lines",
    "repairlog.cli.tree",
    "repairlog.dates.when",
    "repairlog.readings.changes",
    "repairlog.readings.closing",
    "repairlog.recurrence.expansion",
    "repairlog.recurrence.words",
    "repairlog.render",
}


TOLD = "import sys; before = {*sys.modules}\n"
TOLD += "from repairlog.cli import run; code = run(sys.argv[1:])\n"
TOLD += "print(*sys.modules.keys() - before, file=sys.stderr); sys.exit(code)"


def loaded(line: str) -> set[str]:
    """The modules that a process loads to run a line, besides what Python loads by itself."""
    argv = [sys.executable, "-c", TOLD, *shlex.split(line)]
    done = subprocess.run(argv, capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("line", ["deliver c1", "deliver c1 --note by phone", "commit call Ben"])
@pytest.mark.plain("a locked journal needs SQLCipher")
def test_an_everyday_entry_loads_no_module_that_it_does_not_use(run: Run, line: str) -> None:
    run.ok("init Anna Ben")
    run.ok("commit call my mother --by fri 18:00")
    found = loaded(line)
    kinds = {name.rpartition(".")[2] for name in found if name.startswith("repairlog.kinds.")}
    assert "repairlog.journal" in found
    assert kinds == EVERYDAY_KINDS
    assert found & (UNUSED | OURS_UNUSED) == set()


@pytest.mark.plain("a locked journal needs SQLCipher")
def test_a_promise_that_recurs_takes_dateutil_and_no_more(run: Run) -> None:
    run.ok("init Anna Ben")
    run.ok("commit ten minutes of news --every day")
    found = loaded("deliver c1")
    assert found & (UNUSED | OURS_UNUSED) == {"dateutil", "repairlog.recurrence.expansion"}
