"""The quick way reads a line as Typer does, or leaves it to Typer."""

from __future__ import annotations

import random
import shlex
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import wraps
from importlib import import_module
from inspect import signature
from typing import Any

import pytest
import typer

from repairlog.cli import quick
from repairlog.cli.grammar import Globals
from repairlog.cli.lines import Group, Place
from repairlog.cli.tree import REPAIRLOG
from repairlog.errors import Misread
from tests.program import Run

Read = tuple[dict[str, Any], Globals]
"""What a command is called with: every parameter of its own, and what was said globally."""

LINES, PARTS = 20_000, 4


class Called(Exception):
    """A command was reached, and this is what it was given."""

    def __init__(self, read: Read) -> None:
        super().__init__(read)
        self.read = read


def function(name: str) -> Callable[..., None]:
    found: Callable[..., None] = getattr(import_module(f"repairlog.cli.commands.{name}"), name)
    return found


def telling(name: str) -> Place:
    """The command of that name, with its own signature, that only tells what it was called with."""
    REPAIRLOG.get_command(typer.Context(REPAIRLOG), name)  # built once, it knows Typer's names

    @wraps(function(name))
    def tell(context: typer.Context, **own: Any) -> None:
        raise Called((own, context.obj))

    return Place(tell, name)


TELLING = Group("repairlog", {name: telling(name) for name in quick.PLAIN})


def by_typer(argv: Sequence[str]) -> Read | None:
    """What Typer makes of a line; None for what it answers or refuses."""
    try:
        with TELLING.make_context("repairlog", list(argv)) as ctx:
            TELLING.invoke(ctx)
    except Called as called:
        return called.read
    except (Misread, typer.Exit, typer.TyperException):
        return None
    return None


def by_quick(argv: Sequence[str]) -> Read | None:
    """What the quick way makes of it; None for what it leaves to Typer."""
    call = quick.read(argv)
    if call is None:
        return None
    assert call.func is function(argv[0])
    bound = signature(call.func).bind(*call.args, **call.keywords)
    bound.apply_defaults()
    own = dict(bound.arguments)
    return own, own.pop("context").obj


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("deliver 3", {"ref": ["3"]}),
        ("deliver c3 c4", {"ref": ["c3", "c4"]}),
        ("deliver text --on yesterday 17:50", {"ref": ["text"], "on": "yesterday 17:50"}),
        ("deliver 3 --for fri --partly", {"ref": ["3"], "of": "fri", "partly": True}),
        ("deliver --late 3", {"ref": ["3"], "late": True}),
        ("deliver 3 --note= by phone", {"ref": ["3"], "note": " by phone"}),
        ("commit call my mother", {"text": ["call", "my", "mother"]}),
        ("commit call --by fri 18:00", {"text": ["call"], "by": "fri 18:00"}),
        ("commit text --every weekday --at=18:00", {"every": "weekday", "at": "18:00"}),
        ("commit plan --every week --times 2 --from mon", {"times": "2", "start": "mon"}),
        ("commit -- --by is a word here", {"text": ["--by", "is", "a", "word", "here"]}),
    ],
)
def test_a_plain_line_goes_the_quick_way(line: str, own: dict[str, Any]) -> None:
    argv = shlex.split(line)
    read = by_quick(argv)
    assert read is not None
    assert own.items() <= read[0].items()
    assert read == by_typer(argv)


def test_what_is_said_globally_goes_with_it() -> None:
    read = by_quick(["deliver", "3", "--as", "Ben", "--private", "--json", "--journal=a.db"])
    assert read is not None
    assert read[1] == Globals(journal="a.db", as_="Ben", private=True, json=True)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "ledger",
        "--private deliver 3",  # an option before the command
        "deliver",  # no words: a refusal, or a question
        "commit --by fri 18:00",
        "commit -",  # standard input
        "commit call --edit",
        "deliver 3 --demo",
        "deliver --help",
        "commit call -h",
        "deliver 3 --version",
        "deliver 3 --latte",  # mistakes
        "deliver 3 --late --late",
        "deliver 3 --note",
        "commit --by fri 18:00 call",
        "deliver 3 --late 4",
        "deliver 3 --as Ben --as Anna",
    ],
)
def test_anything_else_is_left_to_typer(line: str) -> None:
    assert quick.read(shlex.split(line)) is None


def test_the_quick_way_does_what_the_line_says(run: Run) -> None:
    run.ok("init Anna Ben")
    assert (
        "c1  Call mother · by Fri 27 Nov 18:00." in run.ok("commit call mother --by fri 18:00").out
    )
    assert "kept" in run.ok("deliver c1").out
    assert "c9" in run.refused("deliver c9")


# --- both ways, over random lines -----------------------------------------------------------

WORDS = (
    *("call", "my", "mother", "3", "c3", "C4", "fri", "18:00", "tomorrow", "in", "2", "weeks"),
    *("", " ", "-", "--", "---", "=", "a=b", "-5", "\u2013x", "--x y", "@", "it's", "ünï", "次"),
)
VALUES = (
    *("fri", "fri 18:00", "tomorrow", "yesterday 17:50", "2026-11-27", "now", "18:00", "6 pm"),
    *("weekday", "mon,wed", "3 times a week", "week", "FREQ=DAILY", "15th", "2", "-1", "e12"),
    *("by phone", "Ben", "--late", "a=b", "./x.db", "nonsense", "", " "),
)
OPTIONS = {
    "commit": (
        *("--by", "--every", "--at", "--times", "--from"),
        *("--until", "--need", "--repairs", "--project"),
    ),
    "deliver": ("--on", "--for", "--note", "--late", "--partly"),
}
EVERYWHERE = ("--as", "--journal", "--private", "--json", "--demo", "--version", "--help", "-h")
STRANGE = ("--edit", "--start", "--of", "--lat", "--LATE", "-l", "--no-late", "--text", "--=x")


def lines(part: int) -> Iterator[list[str]]:
    """Random lines, the same in every run: words, then options, and now and then any order."""
    chance = random.Random(part)
    for _ in range(LINES // PARTS):
        name = chance.choice(quick.PLAIN)
        tokens = chance.choices(WORDS, k=chance.choice((0, 1, 1, 1, 2, 2, 3, 5)))
        for _ in range(chance.choice((0, 0, 1, 1, 2, 3))):
            tokens += said(chance, name)
        if chance.random() < 0.15:
            chance.shuffle(tokens)
        yield [name, *tokens]


def said(chance: random.Random, name: str) -> list[str]:
    """An option as it may be typed: its value after it in one word or in several, joined to it,
    or not there."""
    of_the_other = OPTIONS["commit" if name == "deliver" else "deliver"]
    kinds = (OPTIONS[name], of_the_other, EVERYWHERE, STRANGE)
    option = chance.choice(chance.choices(kinds, weights=(12, 1, 2, 1))[0])
    value = chance.choice(VALUES)
    forms = ([option, *value.split()], [option, value], [f"{option}={value}"], [option])
    return chance.choices(forms, weights=(5, 1, 1, 1))[0]


@pytest.mark.parametrize("part", range(PARTS))
def test_both_ways_read_a_line_the_same(part: int) -> None:
    came: Counter[str] = Counter()
    for argv in lines(part):
        quickly, slowly = by_quick(argv), by_typer(argv)
        if quickly is not None:
            came["quick"] += 1
            assert quickly == slowly, argv
        elif slowly is not None:
            came["left"] += 1
            assert is_left(argv, slowly[0]), argv
    assert came["quick"] > LINES / PARTS / 4, came
    assert came["left"] > 0, came


def is_left(argv: Sequence[str], own: Mapping[str, Any]) -> bool:
    """Whether a line that Typer called the command with is one that only Typer is to answer."""
    words = own["text"] if argv[0] == "commit" else own["ref"]
    return words in (None, [], ["-"]) or bool(own.get("edit"))
