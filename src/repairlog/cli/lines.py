"""The command class and the group class: they read a line by our rules and hand it to Typer.

What Typer gets can be read in one way only; commands are imported when they are called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup

from repairlog.cli.grammar import (
    EVERYWHERE,
    Globals,
    Known,
    Reader,
    dashed,
    merged,
    nearest,
    reads_on,
    spelled,
)
from repairlog.cli.nudging import TEXT
from repairlog.cli.spoken import spoken
from repairlog.dates import quoted
from repairlog.errors import Misread

if TYPE_CHECKING:
    from typer._click import Command, Context, Parameter
    from typer._click.formatting import HelpFormatter


class Line(TyperCommand):
    """A command whose line is read as DESIGN 4 says. What is global ends in `ctx.obj`."""

    reads: ClassVar[bool] = False  # a reading, which --demo may stand before
    words_lead: ClassVar[bool] = False  # its words stand before its own options, or nowhere

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the line; hand Typer what it says in a form that it cannot mistake."""
        if ctx.resilient_parsing:
            return super().parse_args(ctx, args)
        reader = self.reader(ctx.command_path, args)
        # Who asks for help is not first told what else is amiss on the line.
        if _asks_for_help(args) or reader.whole().says("help"):
            return super().parse_args(ctx, ["--help"])
        self._count(ctx, reader)
        ctx.obj = _merged(ctx, reader.given)
        if ctx.obj.demo and not self.reads:
            raise Misread(
                f"--demo shows a reading on a made-up journal; {ctx.command_path} writes.",
                f"{ctx.find_root().command_path} review --demo",
            )
        try:
            return super().parse_args(ctx, _for_typer(reader))
        except typer.BadParameter as problem:
            from repairlog.cli.manual import complaint

            raise complaint(self, ctx, problem, reader) from None

    def reader(self, path: str, args: Sequence[str]) -> Reader:
        """The line as this command reads it."""
        return Reader(
            path,
            {**EVERYWHERE, **_HELP, **self.options()},
            args,
            takes_words=bool(self.arguments()),
            words_lead=self.words_lead,
            reads_on=self.reads_on,
        )

    def would_read(self, path: str, args: Sequence[str]) -> bool:
        """Whether a line can be read so: it may be offered instead of one that cannot."""
        try:
            words = self.reader(path, args).whole().words
        except Misread:
            return False
        arguments = self.arguments()
        free = any(argument.nargs == -1 for argument in arguments)
        least = sum(argument.required for argument in arguments)
        return len(words) >= least and (free or len(words) <= len(arguments))

    def invoke(self, ctx: Context) -> Any:
        """Call the command, its free texts as their writer wants them (cli/nudging.py)."""
        words = [p.name or "" for p in self.arguments() if metavar(p).startswith(TEXT)]
        options = [known.fills for known in self.options().values() if known.metavar == TEXT]
        with spoken(ctx.obj, ctx.params, words, options) as heard:
            ctx.params = heard
            return super().invoke(ctx)

    @staticmethod
    def reads_on(kind: str, words: str, more: str) -> bool:
        """Would `more` go on with the date, time or rule that `words` already are?"""
        return reads_on(kind, words, more)

    def options(self) -> dict[str, Known]:
        """This command's own options, under each of their names."""
        return {
            name: Known(name, param.name or "", metavar(param), param.multiple)
            for param in self.params
            if param.param_type_name == "option"
            for name in (*param.opts, *param.secondary_opts)
        }

    def arguments(self) -> list[Parameter]:
        """What the words of a line are, in order."""
        return [param for param in self.params if param.param_type_name == "argument"]

    @property
    def example(self) -> str:
        """The line that the docstring gives as an example, or nothing."""
        lines = (self.help or "").splitlines()
        return next((line[8:].strip() for line in lines if line.startswith("Example:")), "")

    def _count(self, ctx: Context, reader: Reader) -> None:
        arguments, words = self.arguments(), reader.words
        most = len(arguments)
        if len(words) <= most or any(argument.nargs == -1 for argument in arguments):
            return
        extra = words[most]
        mend = [reader.taken_by_option() or self.example or f"{ctx.command_path} --help"]
        if f"--{extra}" in self.options():
            mend = [spelled(ctx.command_path, *words[:most], f"--{extra}", *words[most + 1 :])]
        if ctx.parent and isinstance(group := ctx.parent.command, Group) and group.otherwise:
            path = f"{ctx.parent.command_path} {group.otherwise}"
            mend.append(f"or, as text: {spelled(path, self.name or '', *words)}")
        takes = " ".join(metavar(argument) for argument in arguments) or "no words, only options"
        told = f"{ctx.command_path} takes {takes}: {quoted(extra)} is too many."
        raise Misread(told, "\n".join(mend))

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """The help: plain, words before options as they are typed, and one real example."""
        from repairlog.cli.manual import of_line

        of_line(self, ctx, formatter)


class Leading(Line):
    """A command that is mostly called without words: `checkin --summary a quiet evening`."""

    words_lead = True


class Reading(Line):
    """A command that shows and never writes; `--demo` shows it on the made-up journal."""

    reads = True


@dataclass(frozen=True, slots=True)
class Place:
    """Where a command is, and what the list of commands says of it.

    `at` is a function, a Group, or the path of one ("package.module:name"), which is imported
    only when that command is called. `words_lead`: as in `Leading`.
    """

    at: str | Callable[..., None] | Group
    line: str
    panel: str = "Commands"
    reads: bool = False
    hidden: bool = False
    words_lead: bool = False


class Group(TyperGroup):
    """Commands by name, each imported when it is called.

    `alone` runs when the group's name stands alone or with options; `otherwise` takes any words
    that are no command's name (`trigger TEXT…`). `first` leads the help.
    """

    def __init__(
        self,
        name: str,
        places: Mapping[str, Place],
        *,
        help: str = "",  # noqa: A002  (Typer's own name for it)
        alone: str = "",
        otherwise: str = "",
        first: Sequence[str] = (),
    ) -> None:
        settings = {"help_option_names": list(_HELP)}
        super().__init__(name=name, help=help, rich_markup_mode=None, context_settings=settings)
        self.places = dict(places)
        self.alone = alone or otherwise
        self.otherwise = otherwise
        self.first = tuple(first)

    def list_commands(self, ctx: Context) -> list[str]:
        """The names that people are told, in the order of the table."""
        return [name for name, place in self.places.items() if not place.hidden]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """The command of that name, imported now if it was not yet."""
        if cmd_name in self.places and cmd_name not in self.commands:
            self.commands[cmd_name] = _built(cmd_name, self.places[cmd_name])
        return self.commands.get(cmd_name)

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the global options that stand before the command, then choose the command."""
        if ctx.resilient_parsing:
            return super().parse_args(ctx, args)
        reader = Reader(ctx.command_path, {**EVERYWHERE, **_HELP}, args, reads_on=Line.reads_on)
        rest = reader.leading()
        helped = reader.says("help")
        if helped and not rest:
            return super().parse_args(ctx, ["--help"])
        ctx.obj = _merged(ctx, reader.given)
        name, rest = self._chosen(ctx, rest)
        ctx._protected_args, ctx.args = [name], ["--help", *rest] if helped else rest
        return ctx.args

    def _chosen(self, ctx: Context, rest: list[str]) -> tuple[str, list[str]]:
        first = rest[0] if rest else ""
        if first in self.places:
            return first, rest[1:]
        if not rest or dashed(first) or first == "--":
            if self.alone and self._suits(ctx, self.alone, first):
                return self.alone, rest
        elif self.otherwise and not self._mistyped(ctx, rest):
            return self.otherwise, rest
        raise self._no_command(ctx, rest)

    def _suits(self, ctx: Context, name: str, option: str) -> bool:
        command = self.get_command(ctx, name)
        known = command.options() if isinstance(command, Line) else {}
        return not option or bool(self.otherwise) or option.partition("=")[0] in known

    def _mistyped(self, ctx: Context, rest: list[str]) -> bool:
        """Is this rather a command with a slip in its name than the beginning of a text?

        Only where the word stands alone, or a reference follows it: `trigger lits`,
        `trigger mean t3 she was tired`.
        """
        goes_on = rest[1:2]
        reference = bool(goes_on) and goes_on[0].lstrip("abcdefghijklmnopqrstuvwxyz").isdigit()
        return (not goes_on or reference) and bool(nearest(rest[0], self.list_commands(ctx)))

    def _no_command(self, ctx: Context, rest: list[str]) -> Misread:
        path, names = ctx.command_path, self.list_commands(ctx)
        listed = f"{path} goes on with one of: {', '.join(names)}."
        if not rest:
            return Misread(listed, f"{path} --help")
        first = rest[0]
        if dashed(first):
            return Misread(
                f"{quoted(first)} does not stand before the command: words first, then options.",
                f"{path} COMMAND … {first}",
            )
        slip = nearest(first, names, A_SLIP)
        near = slip or self._within(ctx, first) or nearest(first, names)
        meant = [*near.split(), *rest[1:]]
        if near and not self.would_read(ctx, meant):  # its help says what it does read
            meant = [*near.split(), "--help"]
        mend = [spelled(path, *meant) if near else f"{path} --help"]
        if self.otherwise:
            mend.append(f"or, as text: {spelled(f'{path} {self.otherwise}', *rest)}")
        told = f"Did you mean {near}?" if near else (listed if ctx.parent else "")
        return Misread(f"There is no command {quoted(first)}. {told}".rstrip(), "\n".join(mend))

    def would_read(self, ctx: Context, rest: Sequence[str]) -> bool:
        """Whether a line that goes on so can be read."""
        first, path = next(iter(rest), ""), ctx.command_path
        inside = self.get_command(ctx, first)
        if inside is None:
            name = self.otherwise or (self.alone if dashed(first) or not rest else "")
            inside = self.get_command(ctx, name) if name else None
        else:
            rest = rest[1:]
        if isinstance(inside, Group):
            return inside.would_read(ctx, rest)
        return isinstance(inside, Line) and inside.would_read(path, rest)

    def _within(self, ctx: Context, name: str) -> str:
        """The one group that has a command of this name, with the name: `milestone celebrate`."""
        groups = [g for n in self.places if isinstance(g := self.get_command(ctx, n), Group)]
        found = [f"{g.name} {name}" for g in groups if name in g.list_commands(ctx)]
        return found[0] if len(found) == 1 else ""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """The help: the commands in their panels, those most used first."""
        from repairlog.cli.manual import of_group

        of_group(self, ctx, formatter)


A_SLIP = 0.8  # so near is a name of which a letter or two went wrong
_HELP = {name: Known(name, "help", everywhere=True) for name in ("--help", "-h")}


def _built(name: str, place: Place) -> Command:
    found: Any = place.at
    if isinstance(found, str):
        from importlib import import_module

        module, _, inside = found.partition(":")
        found = getattr(import_module(module), inside)
    if isinstance(found, Group):
        return found
    # A command that goes the quick way too names these in its annotations only (cli/quick.py).
    for named, meant in {"typer": typer, "Annotated": Annotated}.items():
        found.__globals__.setdefault(named, meant)
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    kind = Reading if place.reads else Leading if place.words_lead else Line
    app.command(name, cls=kind)(found)
    return typer.main.get_command(app)


def metavar(param: Parameter) -> str:
    """What stands for the parameter's value in messages and help; empty for a flag."""
    if getattr(param, "is_flag", False):
        return ""
    if param.metavar:
        return param.metavar
    if choices := getattr(param.type, "choices", None):
        return "|".join(str(getattr(choice, "value", choice)) for choice in choices)
    return (param.name or "").upper() + ("…" if param.nargs == -1 else "")


def _asks_for_help(args: list[str]) -> bool:
    before = args[: args.index("--")] if "--" in args else args
    return any(name in before for name in _HELP)


def _for_typer(reader: Reader) -> list[str]:
    own = [(known, value) for known, value in reader.given if not known.everywhere]
    options = [part for known, value in own for part in (known.name, value) if part is not None]
    return [*options, "--", *reader.words]


def _merged(ctx: Context, given: Iterable[tuple[Known, str | None]]) -> Globals:
    """What was said globally so far, and now; `--version` is answered here."""
    given = list(given)
    if any(known.fills == "version" for known, _ in given):
        from repairlog import __version__

        typer.echo(f"{ctx.find_root().command_path} {__version__}")
        raise typer.Exit
    return merged(ctx.obj if isinstance(ctx.obj, Globals) else Globals(), given, ctx.command_path)
