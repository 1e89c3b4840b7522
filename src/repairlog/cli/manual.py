"""What `--help` prints, and Typer's complaints in words of our own: loaded only for those."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from repairlog.cli.grammar import EVERYWHERE, Known, Reader
from repairlog.cli.lines import Group, Line, metavar
from repairlog.dates import quoted
from repairlog.errors import Misread

if TYPE_CHECKING:
    from typer import BadParameter
    from typer._click import Context, Parameter
    from typer._click.formatting import HelpFormatter

_EVERYWHERE_HELP = {
    "--journal": "another journal than your own",
    "--as": "who is writing, for this one command",
    "--private": "in your own journal, a file of its own: discretion, not secrecy",
    "--json": "the result for a program; nothing is asked",
    "--demo": "with a reading: on a made-up journal, writing nothing",
    "--version": "which version this is",
}


def of_line(command: Line, ctx: Context, formatter: HelpFormatter) -> None:
    """Write the help of one command: its words, its options, its example."""
    arguments = command.arguments()
    pieces = [metavar(p) if p.required else f"[{metavar(p)}]" for p in arguments]
    formatter.write_usage(ctx.command_path, " ".join([*pieces, "[options]"]))
    lines = (command.help or "").splitlines()
    _paragraphs(formatter, "\n".join(x for x in lines if not x.startswith("Example:")))
    _section(formatter, "Words", [(metavar(p), _help_of(p)) for p in arguments])
    options = [p for p in command.params if p not in arguments]
    _section(formatter, "Options", [(_names(p), _help_of(p)) for p in options])
    if command.example:
        with formatter.section("Example"):
            formatter.write(f"  {command.example}\n")
    unsaid = {"version"} if command.reads else {"version", "demo"}
    said = [_written(known) for known in EVERYWHERE.values() if known.fills not in unsaid]
    _paragraphs(formatter, f"As every command, it takes {', '.join(said)}: see repairlog --help.")


def of_group(group: Group, ctx: Context, formatter: HelpFormatter) -> None:
    """Write the help of a group: the commands most used, then the others in their panels."""
    formatter.write_usage(ctx.command_path, "[COMMAND] …" if group.alone else "COMMAND …")
    _paragraphs(formatter, group.help or "")
    _section(formatter, "Most used", [(name, group.places[name].line) for name in group.first])
    rest = [name for name in group.list_commands(ctx) if name not in group.first]
    for panel in dict.fromkeys(group.places[name].panel for name in rest):
        rows = [(n, group.places[n].line) for n in rest if group.places[n].panel == panel]
        _section(formatter, panel, rows)
    if ctx.parent is None:
        rows = [(_written(known), _EVERYWHERE_HELP[known.name]) for known in EVERYWHERE.values()]
        _section(formatter, "Options, before or after any command", rows)
    _paragraphs(formatter, f"{ctx.command_path} COMMAND --help shows one of them, with an example.")


def complaint(command: Line, ctx: Context, problem: BadParameter, reader: Reader) -> Misread:
    """What Typer could not take from a line that was read, as a sentence and a line that works."""
    from typer._click.exceptions import MissingParameter

    mend = command.example or f"{ctx.command_path} --help"
    param = problem.param
    if param is None:
        return Misread(problem.message, mend)
    is_option = param.param_type_name == "option"
    name = param.opts[0] if is_option else metavar(param)
    if isinstance(problem, MissingParameter):
        needed = f"{name} {metavar(param)}" if is_option else name
        return Misread(f"{ctx.command_path} needs {needed.removesuffix('…')}.", mend)
    wanted, said = _wanted(param), quoted(_said(command, param, reader))
    if not wanted:
        return Misread(problem.message, mend)
    if is_option:
        return Misread(f"{name} is {wanted}; {said} is not.", mend)
    return Misread(f"{said} stands where {wanted} belongs.", reader.taken_by_option() or mend)


def _said(command: Line, param: Parameter, reader: Reader) -> str:
    """What stands on the line for the parameter."""
    if param.param_type_name == "option":
        return next((value or "" for known, value in reader.given if known.fills == param.name), "")
    start = command.arguments().index(param)
    return " ".join(reader.words[start:] if param.nargs == -1 else reader.words[start : start + 1])


def _wanted(param: Parameter) -> str:
    kind: Any = param.type
    if choices := getattr(kind, "choices", None):
        return f"one of {', '.join(str(getattr(choice, 'value', choice)) for choice in choices)}"
    what = {"int": "a whole number", "float": "a number"}.get(kind.name.partition(" ")[0], "")
    least, most = getattr(kind, "min", None), getattr(kind, "max", None)
    if what and least is not None:
        return f"{what} from {least} {'on' if most is None else f'to {most}'}"
    return what


def _paragraphs(formatter: HelpFormatter, text: str) -> None:
    if text.strip():
        formatter.write_paragraph()
        formatter.write_text(text.strip())


def _section(formatter: HelpFormatter, title: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows)


def _names(param: Parameter) -> str:
    return f"{', '.join((*param.opts, *param.secondary_opts))} {metavar(param)}".rstrip()


def _written(known: Known) -> str:
    return f"{known.name} {known.metavar}".rstrip()


def _help_of(param: Any) -> str:
    return param.help or ""
