"""What a refused line offers instead can be read: for every command and each of its options."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import pytest
import typer

from repairlog.cli.grammar import dashed
from repairlog.cli.lines import Group, Line
from repairlog.cli.tree import REPAIRLOG
from repairlog.errors import Misread

if TYPE_CHECKING:
    from typer._click import Context


def lines(group: Group, path: str = "repairlog") -> Iterator[tuple[str, Line]]:
    context = typer.Context(group, info_name=path)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, Group):
            yield from lines(command, f"{path} {name}")
        elif isinstance(command, Line):
            yield f"{path} {name}", command


EVERY = dict(lines(REPAIRLOG))


def slips(name: str) -> Iterator[str]:
    """The name with two letters swapped, one lost, one too many."""
    for at in range(2, len(name) - 1):
        yield name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    yield name[:-1]
    yield f"{name}{name[-1]}"


@contextmanager
def offering() -> Iterator[list[str]]:
    """The lines that were offered where something else was meant."""
    lines: list[str] = []
    try:
        yield lines
    except Misread as told:
        if "Did you mean" in told.sentence:
            lines.append(told.mend.splitlines()[0])
        raise


@pytest.mark.parametrize("path", EVERY)
@pytest.mark.parametrize("after", [[], ["17:50"], ["3", "of", "them"], ["--json"]])
def test_an_option_that_is_meant_is_one_with_which_the_line_reads(
    path: str, after: list[str]
) -> None:
    command = EVERY[path]
    words = ["c1"] * len(command.arguments())
    known = [name for name in command.options() if name.startswith("--")]
    more = ["--at", "--on", "--by", "--when", "--date", "--time"]
    for said in [*(slip for name in known for slip in slips(name)), *more]:
        with suppress(Misread), offering() as meant:
            command.reader(path, [*words, said, *after]).whole()
        for line in meant:
            args = shlex.split(line)[len(path.split()) :]
            assert any(map(dashed, args))
            assert command.would_read(path, args), line


@pytest.mark.parametrize("path", EVERY)
@pytest.mark.parametrize("after", [[], ["c1"], ["c1", "--note", "so"], ["--weird"]])
def test_a_command_that_is_meant_is_one_that_reads_the_rest(path: str, after: list[str]) -> None:
    context: Context = typer.Context(REPAIRLOG, info_name="repairlog")
    _, first, *inside = path.split()
    for slip in slips(first):
        with suppress(Misread), offering() as meant:
            REPAIRLOG.parse_args(context, [slip, *inside, *after])
        for line in meant:
            args = shlex.split(line)[1:]
            assert args[-1] == "--help" or REPAIRLOG.would_read(context, args), line
