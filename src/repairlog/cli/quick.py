"""The quick way in: a plain everyday line is read and called without loading Typer.

Typer costs more than the whole of such an entry. The line is read by the same `Reader`, against
the options that the command's own signature declares, so there is no second grammar to drift; a
test compares both ways over many thousands of lines. Whatever is not plain (help, a mistake, a
question to be asked) is left to Typer, which says it better.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from types import FunctionType, SimpleNamespace

from repairlog.cli.grammar import EVERYWHERE, Globals, Known, Reader, merged, reads_on
from repairlog.cli.nudging import TEXT
from repairlog.errors import Misread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

PLAIN = ("commit", "deliver")
"""The commands that may go the quick way; each stands in a module of its own name, which names
`typer` and `Annotated` in its annotations only."""

LEFT_TO_TYPER = ("version", "demo", "edit")


def run(argv: Sequence[str]) -> int | None:
    """Run a plain line and return its exit code; None where the line is for Typer."""
    call = read(argv)
    if call is None:
        return None
    from repairlog.cli.guard import guarded

    return guarded(partial(_called, call))


def _called(call: partial[None]) -> None:
    """Call the command as Typer would, its free texts as their writer wants them."""
    from repairlog.cli.spoken import spoken

    [context], given = call.args, call.keywords
    options: list[str] = []
    if len(given) > 1:
        _, known = declared(_function(call.func.__name__))
        options = [option.fills for option in known.values() if option.metavar == TEXT]
    with spoken(context.obj, given, ["text"], options) as heard:
        call.func(context, **heard)


def read(argv: Sequence[str]) -> partial[None] | None:
    """The call that a plain line means, or None where it is not plain."""
    if not argv or argv[0] not in PLAIN:
        return None
    function = _function(argv[0])
    takes_words, options = declared(function)
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
    return partial(function, SimpleNamespace(obj=said), **{takes_words: reader.words}, **own)


def declared(function: FunctionType) -> tuple[str, dict[str, Known]]:
    """The parameter that takes the words, and the options of a command, from its signature.

    Commands that go the quick way take one run of words, and no option more than once.
    """
    names = {**function.__globals__, **READ_AS}
    takes_words, options = "", {}
    for parameter, annotation in function.__annotations__.items():
        if not annotation.startswith("Annotated["):
            continue
        kind, said = eval(annotation, names)  # noqa: S307  (our own; Typer evaluates it too)
        if said is WORDS:
            takes_words = parameter
            continue
        spellings, metavar = said
        for name in spellings or (f"--{parameter}",):
            takes = "" if kind is bool else metavar or parameter.upper()
            options[name] = Known(name, parameter, takes)
    return takes_words, options


class _Pair:
    """What `Annotated[kind, said]` is read as: the pair of both."""

    def __class_getitem__(cls, pair: tuple[object, object]) -> tuple[object, object]:
        return pair


WORDS = "words"


def _argument(**_: Any) -> str:
    return WORDS


def _option(*spellings: str, metavar: str = "", **_: Any) -> tuple[tuple[str, ...], str]:
    return spellings, metavar


READ_AS = {"Annotated": _Pair, "typer": SimpleNamespace(Argument=_argument, Option=_option)}
"""What the names in a signature stand for here, in the place of what they are for Typer."""


def _function(name: str) -> FunctionType:
    from importlib import import_module

    function: FunctionType = getattr(import_module(f"repairlog.cli.commands.{name}"), name)
    return function
