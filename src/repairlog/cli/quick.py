"""The quick way in: a plain everyday line is read and called without loading Typer.

Typer costs more than the whole of such an entry. The line is read by the same `Reader`, against
the options that the command's own signature declares, so there is no second grammar to drift; a
test compares both ways over many thousands of lines. Whatever is not plain (help, a mistake, a
question to be asked) is left to Typer, which says it better.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import FunctionType, SimpleNamespace
from typing import Annotated, Any, get_args, get_origin

from repairlog.cli.grammar import EVERYWHERE, Globals, Known, Reader, merged, reads_on
from repairlog.errors import Misread

PLAIN = ("commit", "deliver")
"""The commands that may go the quick way; each stands in a module of its own name, which names
Typer in its annotations only."""

LEFT_TO_TYPER = ("help", "version", "demo", "edit")


@dataclass(frozen=True, slots=True)
class Context:
    """What a command needs of Typer's context: what was said globally."""

    obj: Globals


@dataclass(frozen=True, slots=True)
class Declared:
    """One parameter, as `typer.Argument` or `typer.Option` in an annotation declares it."""

    argument: bool
    names: tuple[str, ...] = ()
    metavar: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A plain line: the command's function and what it is called with."""

    function: FunctionType
    context: Context
    said: dict[str, Any]

    def __call__(self) -> None:
        self.function(self.context, **self.said)


def run(argv: Sequence[str]) -> int | None:
    """Run a plain line and return its exit code; None where the line is for Typer."""
    call = read(argv)
    if call is None:
        return None
    from repairlog.cli.boundary import guarded

    return guarded(call)


def read(argv: Sequence[str]) -> Call | None:
    """What a plain line says, or None where it is not plain."""
    if not argv or argv[0] not in PLAIN or {"--help", "-h"} & set(argv):
        return None
    function = _function(argv[0])
    arguments, options = declared(function)
    reader = Reader(f"repairlog {argv[0]}", {**EVERYWHERE, **options}, argv[1:], reads_on=reads_on)
    try:
        reader.whole()
        said = merged(Globals(), reader.given, reader.path)
    except Misread:
        return None
    if any(known.fills in LEFT_TO_TYPER for known, _ in reader.given):
        return None
    if not reader.words or reader.words == ["-"]:
        return None
    own = {k.fills: True if v is None else v for k, v in reader.given if not k.everywhere}
    return Call(function, Context(said), {arguments[0]: reader.words, **own})


def declared(function: FunctionType) -> tuple[list[str], dict[str, Known]]:
    """The words and the options that a command takes, from its signature. Commands that go the
    quick way take one run of words, and no option more than once."""
    names = {**function.__globals__, "typer": DECLARING, "Annotated": Annotated}
    arguments, options = [], {}
    for parameter, written in function.__annotations__.items():
        found = eval(written, names)  # noqa: S307  (our own annotation, which Typer evaluates too)
        if get_origin(found) is not Annotated:
            continue
        kind, said = get_args(found)
        if said.argument:
            arguments.append(parameter)
            continue
        metavar = "" if kind is bool else said.metavar
        for name in said.names or (f"--{parameter}",):
            options[name] = Known(name, parameter, metavar)
    return arguments, options


def _option(*names: str, metavar: str = "", **_: Any) -> Declared:
    return Declared(argument=False, names=names, metavar=metavar)


def _argument(**_: Any) -> Declared:
    return Declared(argument=True)


DECLARING = SimpleNamespace(Option=_option, Argument=_argument, Context=Context)


def _function(name: str) -> FunctionType:
    from importlib import import_module

    function: FunctionType = getattr(import_module(f"repairlog.cli.commands.{name}"), name)
    return function
