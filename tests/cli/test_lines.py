"""How a line is read (DESIGN 4): rule by rule, and against a slow model over random lines."""

from __future__ import annotations

import random
import shlex
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, product
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
import typer

from repairlog.cli.grammar import Globals
from repairlog.cli.lines import Group, Line, Place, Reading
from repairlog.errors import Misread

GOES_ON = {"fri 18:00", "fri at 18:00", "3 times", "3 times a week", "6 pm"}

Text = Annotated[list[str] | None, typer.Argument(metavar="TEXT…")]
Refs = Annotated[list[str], typer.Argument(metavar="REF…")]
Ref = Annotated[str, typer.Argument(metavar="REF")]
By = Annotated[str | None, typer.Option("--by", metavar="WHEN")]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT")]
Late = Annotated[bool, typer.Option("--late")]
Means = Annotated[list[str] | None, typer.Option("--means", metavar="TEXT")]
Every = Annotated[str | None, typer.Option("--every", metavar="RULE")]
Month = Annotated[str | None, typer.Option("--month", metavar="[WHEN]")]
Since = Annotated[str | None, typer.Option("--since", metavar="WHEN")]
Scale = Annotated[int | None, typer.Option("--scale", metavar="0-10", min=0, max=10)]
Kind = Annotated[Literal["calm", "loud"] | None, typer.Option("--kind")]
Output = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE")]
Rhythm = Annotated[Literal["daily", "weekly"] | None, typer.Argument()]


# Each shape of command that the program has. They give back what they were called with.
def commit(text: Text = None, by: By = None, every: Every = None, note: Note = None) -> None:
    """A promise.

    Example: repairlog commit call my mother --by fri 18:00
    """


def deliver(refs: Refs, by: By = None, note: Note = None, late: Late = False) -> None:
    """It was done.

    Example: repairlog deliver 3
    """


def settle(ref: Ref, scale: Scale = None, kind: Kind = None) -> None:
    """How it settled.

    Example: repairlog settle t3 --scale 2
    """


def answer(ref: Ref, text: Text = None, means: Means = None, late: Late = False) -> None:
    """An answer."""


def ledger(
    since: Since = None, month: Month = None, output: Output = None, late: Late = False
) -> None:
    """The ledger."""


def checkin(rhythm: Rhythm = None, note: Note = None) -> None:
    """A check-in."""


READS_ON = Line.reads_on  # as the program has it


@pytest.fixture(autouse=True)
def dates_of_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dates are another module's affair: here those in GOES_ON go on, and no others."""

    def reads_on(kind: str, words: str, more: str) -> bool:
        return f"{words} {more}" in GOES_ON

    monkeypatch.setattr(Line, "reads_on", staticmethod(reads_on))


PLACES = {
    "commit": Place(commit, "a promise", "Every day"),
    "deliver": Place(deliver, "it was done", "Every day"),
    "settle": Place(settle, "how it settled", "Every day"),
    "answer": Place(answer, "an answer", "Every day"),
    "ledger": Place(ledger, "the ledger", "Each week", reads=True),
    "checkin": Place(checkin, "a check-in", "Each week"),
}


@dataclass(frozen=True, slots=True)
class Read:
    """What became of a line: the command that it chose, its parameters, and what is global."""

    command: str
    params: dict[str, Any]
    said: Globals

    def given(self) -> dict[str, Any]:
        return {name: value for name, value in self.params.items() if value not in (None, False)}


def program(places: dict[str, Place] | None = None, **more: Any) -> Group:
    """The program, with the commands above or others."""
    return Group("repairlog", places or PLACES, **more)


def read(line: str | list[str], group: Group | None = None) -> Read:
    """Read a command line as the program does, without running the command."""
    args = shlex.split(line) if isinstance(line, str) else list(line)
    ctx = (group or program()).make_context("repairlog", args)
    while isinstance(ctx.command, Group):
        name, command, rest = ctx.command.resolve_command(ctx, [*ctx._protected_args, *ctx.args])
        assert command is not None
        ctx = command.make_context(name, rest, parent=ctx)
    params = {n: list(v) or None if isinstance(v, tuple) else v for n, v in ctx.params.items()}
    return Read(ctx.command_path.partition(" ")[2], params, ctx.obj)


# --- words first, then options ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "given"),
    [
        ("commit call my mother", {"text": ["call", "my", "mother"]}),
        ("commit call her --by fri 18:00", {"text": ["call", "her"], "by": "fri 18:00"}),
        (
            "commit call --by fri --note it went well",
            {"text": ["call"], "by": "fri", "note": "it went well"},
        ),
        # an option before the words takes one word, or all that is quoted or joined
        ("commit --by fri call her", {"by": "fri", "text": ["call", "her"]}),
        ("commit --by 'fri 18:00' call her", {"by": "fri 18:00", "text": ["call", "her"]}),
        ("commit --by=fri call", {"by": "fri", "text": ["call"]}),
        (
            "deliver --late 3 4 --note at last",
            {"refs": ["3", "4"], "late": True, "note": "at last"},
        ),
        # `=` joins a value, which the words after it go on with
        ("commit call --note=it went well", {"text": ["call"], "note": "it went well"}),
        ("commit call --note=a=b", {"text": ["call"], "note": "a=b"}),
        ("commit call --note=-5 degrees", {"text": ["call"], "note": "-5 degrees"}),
        ("commit call --note=--by", {"text": ["call"], "note": "--by"}),
        # a leading -- protects words that begin with a dash; within text it is text
        ("commit -- -5 is cold --by", {"text": ["-5", "is", "cold", "--by"]}),
        ("commit --by fri -- -5 is cold", {"by": "fri", "text": ["-5", "is", "cold"]}),
        ("commit --by fri -- 18:00", {"by": "fri", "text": ["18:00"]}),
        ("commit -- -- x", {"text": ["--", "x"]}),
        ("commit call -- or write", {"text": ["call", "--", "or", "write"]}),
        ("commit call --note it -- well", {"text": ["call"], "note": "it -- well"}),
        ("deliver --late -- -3", {"late": True, "refs": ["-3"]}),
        # a lone dash is a word
        ("commit -", {"text": ["-"]}),
        ("commit call --note -", {"text": ["call"], "note": "-"}),
        # what can be given again is
        (
            "answer 3 --means one thing --means another",
            {"ref": "3", "means": ["one thing", "another"]},
        ),
        # in a command without words, options take all up to the next
        ("ledger --since mon 18:00 --late", {"since": "mon 18:00", "late": True}),
        ("ledger --month", {"month": ""}),
        ("ledger --month last june --late", {"month": "last june", "late": True}),
        ("ledger -o my file.md", {"output": "my file.md"}),
        ("ledger -o=x.md", {"output": "x.md"}),
        ("answer 3 it was so --late", {"ref": "3", "text": ["it", "was", "so"], "late": True}),
        ("settle t3 --scale 4", {"ref": "t3", "scale": 4}),
        ("checkin weekly --note so so", {"rhythm": "weekly", "note": "so so"}),
    ],
)
def test_a_line_says(line: str, given: dict[str, Any]) -> None:
    assert read(line).given() == given


# Every line here is refused, and every line that is offered instead can be read.
REFUSED = [
    # a date that the next word would extend
    (
        "commit --by fri 18:00 call her",
        ["commit call her --by fri 18:00", "commit 18:00 call her --by fri"],
    ),
    (
        "commit --by fri at 18:00 call",
        ["commit call --by fri at 18:00", "commit at 18:00 call --by fri"],
    ),
    ("commit --by=fri 18:00", ["commit --by='fri 18:00'", "commit 18:00 --by fri"]),
    (
        "commit --every 3 times a week walk",
        ["commit walk --every 3 times a week", "commit times a week walk --every 3"],
    ),
    (
        "commit --by fri 18:00 call --note so",
        ["commit call --by fri 18:00 --note so", "commit 18:00 call --by fri --note so"],
    ),
    # an option without its value never takes the next option
    ("commit call --by", []),
    ("commit call --by --note x", []),
    ("commit --by --note x call", []),
    ("commit call --by= --note x", []),
    ("commit call --note ''", []),
    # a value that begins with a dash is joined with =
    ("commit call --note -5 degrees --by fri", ["commit call --note='-5 degrees' --by fri"]),
    ("commit call --note it is -5 now --by fri", ["commit call --note='it is -5 now' --by fri"]),
    ("commit call --note -- so", ["commit call --note='-- so'"]),
    ("ledger --since -3 days", ["ledger --since='-3 days'"]),
    # words that begin with a dash
    ("commit lose -5 kg --by fri 18:00", ["commit --by='fri 18:00' -- lose -5 kg"]),
    ("commit -5 kg", ["commit -- -5 kg"]),
    ("commit --note so lose -5 kg", ["commit --note=so -- lose -5 kg"]),
    # an option that is not there
    ("commit call --bye fri", ["commit call --by fri", "commit -- call --bye fri"]),
    (
        "deliver 3 --notes went well",
        ["deliver 3 --note went well", "deliver -- 3 --notes went well"],
    ),
    ("ledger --sinse mon", ["ledger --since mon"]),
    # words in two places
    ("deliver 3 --late 4", ["deliver 3 4 --late"]),
    ("deliver 3 --late 4 --note x y", ["deliver 3 4 --late --note x y"]),
    ("deliver --late 3 --private 4", ["deliver 3 4 --late --private"]),
    # a flag takes no value
    ("deliver 3 --late=yes --note x", ["deliver 3 --late --note x"]),
    # twice
    ("commit call --by fri --by sat", ["commit call --by=fri", "commit call --by=sat"]),
    ("deliver 3 --late --late", ["deliver 3 --late"]),
    ("commit call --as Sam --as Bo", ["commit call --as=Sam", "commit call --as=Bo"]),
    # more words than the command takes
    ("settle t3 now", []),
    ("ledger late", ["ledger --late"]),
    ("ledger --late mon", []),
    ("checkin --note it went well", ["checkin --note='it went well'"]),
    ("checkin --note well thanks", ["checkin --note='well thanks'"]),
    # too few
    ("deliver", ["deliver 3"]),
    ("settle --scale 4", ["settle t3 --scale 2"]),
    # numbers and choices
    ("settle t3 --scale eleven", ["settle t3 --scale 2"]),
    ("settle t3 --scale 11", ["settle t3 --scale 2"]),
    ("settle t3 --kind quiet", ["settle t3 --scale 2"]),
    # what only a reading takes
    ("commit call --demo", []),
    ("--demo commit call", []),
]


@pytest.mark.parametrize(("line", "instead"), REFUSED)
def test_a_line_is_refused_with_the_line_that_works(line: str, instead: list[str]) -> None:
    with pytest.raises(Misread) as told:
        read(line)
    assert told.value.exit_code == 2
    assert told.value.sentence.endswith((".", "?", ":"))
    offered = [x.removeprefix("or, as a word: ") for x in told.value.mend.splitlines()]
    assert all(x.startswith("repairlog") for x in offered)
    if instead:
        assert offered == [f"repairlog {x}" for x in instead]
        for works in instead:
            read(works)


@pytest.mark.parametrize("line", [line for line, _ in REFUSED])
def test_what_is_refused_is_told_calmly(line: str) -> None:
    with pytest.raises(Misread) as told:
        read(line)
    said = f"{told.value.sentence} {told.value.mend}".lower()
    assert not any(word in said for word in ("error", "invalid", "illegal", "failed", "must"))


def test_the_lines_offered_keep_every_word() -> None:
    with pytest.raises(Misread) as told:
        read(["commit", "--by", "fri", "18:00", "it's", "late"])
    first, second = told.value.mend.splitlines()
    assert read(shlex.split(first)[1:]).given() == {"by": "fri 18:00", "text": ["it's", "late"]}
    assert read(shlex.split(second)[1:]).given() == {"by": "fri", "text": ["18:00", "it's", "late"]}


def test_a_very_long_line_is_not_repeated_whole() -> None:
    with pytest.raises(Misread) as told:
        read(["deliver", "3", "--late", "x" * 1_000_000])
    assert len(told.value.sentence + told.value.mend) < 1000
    assert "…" in told.value.mend


@pytest.mark.parametrize(
    ("kind", "words", "more", "goes_on"),
    [
        ("WHEN", "fri", "18:00", True),
        ("WHEN", "fri", "at 18:00", True),
        ("WHEN", "yesterday", "18:00", True),
        ("WHEN", "fri", "call", False),
        ("TIME", "6", "pm", True),
        ("TIME", "18:00", "call", False),
        ("RULE", "mon", "wed", True),
        ("RULE", "3", "times a week", True),
        ("RULE", "day", "walk", False),
    ],
)
def test_what_goes_on_is_for_the_dates_and_rules_to_say(
    kind: str, words: str, more: str, goes_on: bool
) -> None:
    assert READS_ON(kind, words, more) is goes_on


# --- global options --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "--as Sam --private commit call",
        "commit call --as Sam --private",
        "commit --as Sam --private call",
        "--private commit call --as Sam",
        "--as=Sam --private commit --as Sam call --private",
    ],
)
def test_global_options_stand_before_or_after_the_command(line: str) -> None:
    assert read(line) == Read(
        "commit", read("commit call").params, Globals(as_="Sam", private=True)
    )


def test_a_global_option_after_the_words_takes_all_that_follows_like_any_other() -> None:
    assert read("commit call --as Sam Smith --journal /a b/c.db").said == Globals(
        journal="/a b/c.db", as_="Sam Smith"
    )


@pytest.mark.parametrize("line", ["--as Sam commit call --as Bo", "--journal a ledger --journal b"])
def test_a_global_option_says_one_thing(line: str) -> None:
    with pytest.raises(Misread, match="can say only one thing"):
        read(line)


def test_a_reading_may_be_shown_on_the_made_up_journal() -> None:
    assert read("ledger --demo") == read("--demo ledger")
    assert read("ledger --demo").said.demo


@pytest.mark.parametrize("line", ["--version", "commit --version", "--version ledger"])
def test_the_version_is_told_wherever_it_is_asked(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from repairlog import __version__

    with pytest.raises(typer.Exit):
        read(line)
    assert capsys.readouterr().out == f"repairlog {__version__}\n"


# --- groups ----------------------------------------------------------------------------------


def trigger(**more: str) -> Group:
    sub = {
        "add": Place(commit, "write one"),
        "settle": Place(settle, "how it settled"),
        "list": Place(ledger, "all of them", reads=True),
    }
    inner = Group("trigger", sub, **more)
    return program({"trigger": Place(inner, "what I saw"), **PLACES})


@pytest.mark.parametrize(
    ("line", "command", "given"),
    [
        ("trigger he shouted", "trigger add", {"text": ["he", "shouted"]}),
        ("trigger add he shouted", "trigger add", {"text": ["he", "shouted"]}),
        ("trigger", "trigger add", {}),
        ("trigger --by fri he shouted", "trigger add", {"by": "fri", "text": ["he", "shouted"]}),
        ("trigger -- list of things", "trigger add", {"text": ["list", "of", "things"]}),
        ("trigger -", "trigger add", {"text": ["-"]}),
        ("trigger settle t3", "trigger settle", {"ref": "t3"}),
        ("trigger --private settle t3", "trigger settle", {"ref": "t3"}),
        ("trigger settled it badly", "trigger add", {"text": ["settled", "it", "badly"]}),
    ],
)
def test_a_group_may_take_words_that_are_no_command(
    line: str, command: str, given: dict[str, Any]
) -> None:
    found = read(line, trigger(otherwise="add"))
    assert (found.command, found.given()) == (command, given)
    assert found.said.private == ("--private" in line)


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("trigger lits", "repairlog trigger list"),
        ("trigger setle t3 --scale 2", "repairlog trigger settle t3 --scale 2"),
        ("trigger setle 3", "repairlog trigger settle 3"),
    ],
)
def test_a_slip_in_a_command_is_not_saved_as_text(line: str, instead: str) -> None:
    with pytest.raises(Misread) as told:
        read(line, trigger(otherwise="add"))
    first, second = told.value.mend.splitlines()
    assert first == instead
    assert second == f"or, as text: {line.replace('trigger', 'repairlog trigger add', 1)}"


def test_a_text_that_begins_like_a_command_is_refused_with_the_way_to_write_it() -> None:
    with pytest.raises(Misread) as told:
        read("trigger list of things", trigger(otherwise="add"))
    assert "or, as text: repairlog trigger add list of things" in told.value.mend


def test_a_group_may_run_one_command_when_it_stands_alone() -> None:
    group = trigger(alone="list")
    assert read("trigger", group).command == "trigger list"
    assert read("trigger --since mon", group).given() == {"since": "mon"}
    assert read("trigger --json", group).said.json
    with pytest.raises(Misread, match="no command 'he'"):
        read("trigger he shouted", group)


def test_a_group_without_either_lists_its_commands() -> None:
    for line in ("trigger", "trigger bananas"):
        with pytest.raises(Misread) as told:
            read(line, trigger())
        assert "add, settle, list" in told.value.sentence


def test_a_command_with_a_slip_is_guessed() -> None:
    with pytest.raises(Misread) as told:
        read("delivr 3 --note so")
    assert told.value.sentence == "There is no command 'delivr'. Did you mean deliver?"
    assert told.value.mend == "repairlog deliver 3 --note so"


def test_an_option_of_a_command_does_not_stand_before_it() -> None:
    with pytest.raises(Misread, match="'--by' does not stand before the command"):
        read("--by fri commit call", program(alone="ledger"))


def test_only_the_command_that_is_called_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("called_one", "other_one"):
        (tmp_path / f"{name}.py").write_text(f"def {name}(): 'It does.'", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    places = {name: Place(f"{name}:{name}", name) for name in ("called_one", "other_one")}
    group = Group("repairlog", places)
    assert read("called_one", group).command == "called_one"
    assert "called_one" in sys.modules
    help_of(group, "--help")
    assert "other_one" not in sys.modules
    with pytest.raises(Misread, match="Did you mean other_one"):  # read first, to see if it can be
        read("othr_one", group)


# --- help ------------------------------------------------------------------------------------


def help_of(group: Group, line: str) -> str:
    from _pytest.capture import SysCapture

    capture = SysCapture(1)
    capture.start()
    try:
        with pytest.raises(typer.Exit):
            read(line, group)
        return str(capture.snap())
    finally:
        capture.done()


def test_the_help_of_a_command_shows_words_options_and_an_example() -> None:
    assert help_of(program(), "deliver --help") == (
        "Usage: repairlog deliver REF… [options]\n"
        "\n"
        "It was done.\n"
        "\n"
        "Words:\n"
        "  REF…\n"
        "\n"
        "Options:\n"
        "  --by WHEN\n"
        "  --note TEXT\n"
        "  --late\n"
        "\n"
        "Example:\n"
        "  repairlog deliver 3\n"
        "\n"
        "As every command, it takes --journal PATH, --as NAME, --private, --json: see\n"
        "repairlog --help.\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        "deliver -h",
        "deliver 3 4 --help",
        "deliver --late 3 --note x --help",
        "deliver 3 --bye --help",
        "deliver 3 --note --help",
        "deliver 3 -- 4 --help",
        "--help deliver",
        "--as Sam deliver --help",
    ],
)
def test_help_reads_the_same_wherever_it_is_asked(line: str) -> None:
    assert help_of(program(), line) == help_of(program(), "deliver --help")


def test_after_a_leading_dash_dash_help_is_a_word() -> None:
    assert read("commit -- --help").given() == {"text": ["--help"]}


def test_the_help_of_a_group_opens_with_what_is_most_used() -> None:
    group = program(help="One honest record.", first=["commit", "ledger"], alone="ledger")
    page = help_of(group, "--help")
    assert page.startswith(
        "Usage: repairlog [COMMAND] …\n"
        "\n"
        "One honest record.\n"
        "\n"
        "Most used:\n"
        "  commit  a promise\n"
        "  ledger  the ledger\n"
        "\n"
        "Every day:\n"
        "  deliver  it was done\n"
        "  settle   how it settled\n"
        "  answer   an answer\n"
        "\n"
        "Each week:\n"
        "  checkin  a check-in\n"
        "\n"
        "Options, before or after any command:\n"
    )
    assert max(map(len, page.splitlines())) < 80


def test_the_example_of_a_command_can_be_read() -> None:
    group = program()
    for name in PLACES:
        command = group.get_command(typer.Context(group), name)
        assert isinstance(command, Line)
        if command.example:
            read(command.example.removeprefix("repairlog "))


def test_a_reading_is_built_as_one() -> None:
    group = program()
    assert isinstance(group.get_command(typer.Context(group), "ledger"), Reading)


# --- a slow model of the rules, and random lines ---------------------------------------------
#
# The model gives each token of a line a role (a word, a value, an option, the separator) in every
# possible way, and keeps those ways that break no rule. It shares nothing with the program but
# the rules; that there is never a second way is itself one of them.

WORD, VALUE, OPTION, SEPARATOR = "WVO-"


@dataclass(frozen=True, slots=True)
class Option:
    """What the model knows of an option."""

    fills: str
    value: bool = True
    may_stand_alone: bool = False
    dated: bool = False
    repeats: bool = False
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """What the model knows of a command."""

    words: range  # how many it takes
    options: dict[str, Option]


FLAG = Option("late", value=False)
BY, NOTE, MEANS = Option("by", dated=True), Option("note"), Option("means", repeats=True)
GLOBAL = {
    "--as": Option("as_", everywhere=True),
    "--private": Option("private", value=False, everywhere=True),
    "--json": Option("json", value=False, everywhere=True),
}
MANY = 100
SHAPES = {
    "commit": Shape(
        range(MANY),
        {"--by": BY, "--every": Option("every", dated=True), "--note": NOTE, **GLOBAL},
    ),
    "deliver": Shape(range(1, MANY), {"--by": BY, "--note": NOTE, "--late": FLAG, **GLOBAL}),
    "close": Shape(range(1, 2), {"--note": NOTE, "--late": FLAG, **GLOBAL}),
    "answer": Shape(range(1, MANY), {"--means": MEANS, "--late": FLAG, **GLOBAL}),
    "ledger": Shape(
        range(1),
        {
            "--since": Option("since", dated=True),
            "--month": Option("month", dated=True, may_stand_alone=True),
            "-o": Option("output"),
            "--output": Option("output"),
            "--late": FLAG,
            **GLOBAL,
        },
    ),
}


def close(ref: Ref, note: Note = None, late: Late = False) -> None:
    """Close one."""


def begins_with_a_dash(token: str) -> bool:
    return token[:1] == "-" and token not in {"-", "--"}


def all_ways(shape: Shape, line: list[str]) -> Iterator[dict[str, Any]]:
    """Everything that the line could say under the rules."""
    roles_of = [
        (OPTION, WORD) if begins_with_a_dash(t) else (WORD, VALUE) + (SEPARATOR,) * (t == "--")
        for t in line
    ]
    for roles in product(*roles_of):
        if holds(shape, line, "".join(roles)):
            yield what_is_said(shape, line, roles)


def holds(shape: Shape, line: list[str], roles: str) -> bool:
    """Does this way of reading the line break no rule?"""
    return (
        separator_is_right(shape, line, roles)
        and words_stand_together(roles)
        and roles.count(WORD) in shape.words
        and all(option_is_right(shape, line, roles, at) for at in places(roles, OPTION))
        and all(roles[at - 1] in (OPTION, VALUE) and at for at in places(roles, VALUE))
        and nothing_is_said_twice(shape, line, roles)
    )


def places(roles: str, role: str) -> list[int]:
    return [at for at, found in enumerate(roles) if found == role]


def separator_is_right(shape: Shape, line: list[str], roles: str) -> bool:
    """One `--` may stand before all words; then all that follows is words, dashes or not."""
    separators, words = places(roles, SEPARATOR), places(roles, WORD)
    if not separators:
        return not any(begins_with_a_dash(line[at]) for at in words) and (
            not words or line[words[0]] != "--"
        )
    at = separators[0]
    if shape.words == range(1) and at and (roles[at - 1] == VALUE or "=" in line[at - 1]):
        return False  # where an option takes all that follows, it is text
    return len(separators) == 1 and words == list(range(at + 1, len(line)))


def words_stand_together(roles: str) -> bool:
    return WORD * roles.count(WORD) in roles


def option_is_right(shape: Shape, line: list[str], roles: str, at: int) -> bool:
    name, joined, attached = line[at].partition("=")
    option = shape.options.get(name)
    if option is None:
        return False
    follow = roles[at + 1 :]
    values = line[at + 1 :][: len(follow) - len(follow.lstrip(VALUE))]
    if not option.value:
        return not joined and not values
    if not joined and values[:1] == ["--"]:
        return False
    said = [attached] * bool(joined) + values
    if not "".join(said).strip() and not (option.may_stand_alone and not joined):
        return False
    takes_all = WORD in roles[:at] or shape.words == range(1)
    return takes_all or (
        len(said) == 1
        and not (option.dated and date_is_cut(said[0], line, roles, at + 1 + len(values)))
    )


def date_is_cut(date: str, line: list[str], roles: str, at: int) -> bool:
    following = []
    while roles[at : at + 1] == WORD and not begins_with_a_dash(line[at]):
        following.append(line[at])
        at += 1
    return any(f"{date} {' '.join(following[:n])}" in GOES_ON for n in range(1, len(following) + 1))


def nothing_is_said_twice(shape: Shape, line: list[str], roles: str) -> bool:
    seen: dict[str, str] = {}
    for at in places(roles, OPTION):
        option = shape.options[line[at].partition("=")[0]]
        value = value_of(line, roles, at)
        same_again = option.everywhere and seen.get(option.fills) == value
        if option.fills in seen and not option.repeats and not same_again:
            return False
        seen[option.fills] = value
    return True


def value_of(line: list[str], roles: str, at: int) -> str:
    _, joined, attached = line[at].partition("=")
    said = [attached] if joined else []
    for token, role in zip(line[at + 1 :], roles[at + 1 :], strict=True):
        if role != VALUE:
            break
        said.append(token)
    return " ".join(said)


def what_is_said(shape: Shape, line: list[str], roles: tuple[str, ...]) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for at in places("".join(roles), OPTION):
        option = shape.options[line[at].partition("=")[0]]
        value = value_of(line, "".join(roles), at) if option.value else True
        said[option.fills] = [*said.get(option.fills, []), value] if option.repeats else value
    words = [token for token, role in zip(line, roles, strict=True) if role == WORD]
    return said | ({"words": words} if words else {})


def what_the_program_reads(group: Group, line: list[str]) -> dict[str, Any] | None:
    try:
        found = read(line, group)
    except Misread:
        return None
    said = found.given() | {
        name: value for name in ("as_", "private", "json") if (value := getattr(found.said, name))
    }
    words = said.pop("text", []) + said.pop("refs", [])
    if "ref" in said:
        words = [said.pop("ref"), *words]
    return said | ({"words": words} if words else {})


WORDS = ("a", "call", "fri", "18:00", "at", "3", "times", "a week", "pm", "-", "--", "", "x=y")
STRANGE = ("-5", "--nope", "--by=", "--late=now", "--note=", "---", "-x=1")


def random_line(chance: random.Random, shape: Shape) -> list[str]:
    """A line that is sound, but for up to three slips."""
    some = range(shape.words.start, min(shape.words.stop, 4))
    line = [chance.choice(WORDS) for _ in range(chance.choice(some))]
    before: list[str] = []
    for name in chance.sample(list(shape.options), chance.choice([0, 1, 1, 2])):
        if chance.random() < 0.3:
            before += random_option(chance, name, shape.options[name].value, most=1)
        else:
            line += random_option(chance, name, shape.options[name].value, most=3)
    line = before + line
    for _ in range(chance.choice([0, 0, 1, 1, 2, 3])):
        slip(chance, line, (*WORDS, *STRANGE, *shape.options))
    return line[:9]


def random_option(chance: random.Random, name: str, takes_value: bool, most: int) -> list[str]:
    if not takes_value:
        return [name]
    if chance.random() < 0.2:
        return [f"{name}={chance.choice(['fri', '3', 'x y', '-1', '--'])}"]
    return [name, *(chance.choice(WORDS) for _ in range(chance.randint(1, most)))]


def slip(chance: random.Random, line: list[str], tokens: tuple[str, ...]) -> None:
    at = chance.randint(0, len(line))
    match chance.choice(["more", "less", "moved"]):
        case "more":
            line.insert(at, chance.choice(tokens))
        case "less":
            del line[at : at + 1]
        case "moved" if line:
            line.insert(at, line.pop(chance.randrange(len(line))))


LINES_A_SHAPE = 5_000


@pytest.mark.parametrize("command", SHAPES)
def test_random_lines_are_read_as_the_rules_say(command: str) -> None:
    chance = random.Random(command)
    shape = SHAPES[command]
    group = program({**PLACES, "close": Place(close, "close one")})
    accepted = 0
    for _ in range(LINES_A_SHAPE):
        line = random_line(chance, shape)
        ways = list(all_ways(shape, line))
        assert len(ways) <= 1, f"{line} can be read in two ways: {ways}"
        said = what_the_program_reads(group, [command, *line])
        assert said == (ways[0] if ways else None), f"{command} {shlex.join(line)}"
        if said is not None:
            accepted += 1
            if all(line.count(name) < 2 for name in GLOBAL):
                assert is_accounted_for(said, shape, line), f"{command} {shlex.join(line)}"
    # The lines are worth reading: neither nearly all refused nor nearly all accepted.
    assert 0.2 < accepted / LINES_A_SHAPE < 0.8


def is_accounted_for(said: dict[str, Any], shape: Shape, line: list[str]) -> bool:
    """Is each piece of text on the line in what was understood, exactly once and in its order?"""
    texts = {name: value for name, value in said.items() if value is not True}
    whole = [" ".join(texts.pop("words", []))]
    understood = [text.split() for text in (*whole, *chain(*map(flat, texts.values())))]
    return any(
        Counter(typed) == Counter(piece for text in understood for piece in text)
        and all(stands_in(text, typed) for text in understood)
        for typed in pieces_typed(said, shape, line)
    )


def flat(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value]


def stands_in(part: list[str], whole: list[str]) -> bool:
    return any(part == whole[at : at + len(part)] for at in range(len(whole) + 1))


def pieces_typed(said: dict[str, Any], shape: Shape, line: list[str]) -> Iterator[list[str]]:
    """The text on the line without the names of options, and without a separator if it has one."""
    ends = [
        at for at, t in enumerate(line) if t == "--" and line[at + 1 :] == said.get("words", [])
    ]
    for end in [*ends, len(line)]:
        pieces = []
        for token in line[:end]:
            name, _, attached = token.partition("=")
            pieces += (attached if name in shape.options else token).split()
        yield pieces + " ".join(line[end + 1 :]).split()
