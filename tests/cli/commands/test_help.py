"""Every command's help has one real example, and it reads."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from repairlog.cli.lines import Group, Line
from repairlog.cli.tree import REPAIRLOG
from tests.program import Run


def commands(group: Group, path: str = "repairlog") -> Iterator[tuple[str, Line]]:
    """Every command below the group, with its whole name."""
    context = typer.Context(group)
    for name in group.places:
        command = group.get_command(context, name)
        if isinstance(command, Group):
            yield from commands(command, f"{path} {name}")
        elif isinstance(command, Line):
            yield f"{path} {name}", command


ALL = dict(commands(REPAIRLOG))
SHORTER = {
    "repairlog trigger add": "repairlog trigger",
    "repairlog talk add": "repairlog talk",
    "repairlog pace show": "repairlog pace",
    "repairlog agreement show": "repairlog agreement",
    "repairlog consent show": "repairlog consent",
    "repairlog today": "repairlog",
}
"""What is typed for these is less than their names."""


@pytest.mark.parametrize("path", ALL)
def test_it_has_one_example_of_itself(path: str) -> None:
    docs = ALL[path].help or ""

    assert docs.count("Example:") == 1
    assert ALL[path].example.startswith(SHORTER.get(path, path))


@pytest.mark.parametrize("path", ALL)
def test_its_example_reads(
    couple: Run, path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # some of them write a file

    outcome = couple(shlex.split(ALL[path].example)[1:])

    assert outcome.code in (0, 1), str(outcome)
