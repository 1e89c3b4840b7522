"""`backup`: a copy of the journal, read back and compared before it is called one."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from repairlog.cli import show
from repairlog.cli.session import Session, session
from repairlog.errors import Refused, Unwritable
from repairlog.journal import open_journal
from repairlog.text import visible


def backup(
    context: typer.Context,
    file: Annotated[
        str | None,
        typer.Argument(metavar="FILE", help="a file or folder; beside the journal without it"),
    ] = None,
) -> None:
    """Copy the whole journal to a file that only you can read, and check the copy.

    Example: repairlog backup /media/stick
    """
    with session(context) as s:
        target = _target(s, file)
        s.journal.backup(target)
        with open_journal(target, s.journal.key) as copy:
            count, seal = copy.count(), copy.seal()
        s.journal.note_backup(s.today)
    if s.said.json:
        show.as_json({"file": str(target), "entries": count, "seal": seal})
        return
    whose = f"{visible(s.writer)}'s private journal" if s.private else "the journal"
    print(
        f"{count:,} entries of {whose} are copied to {visible(str(target))}, read back and whole."
    )
    print(f"    {_kept_how(s)}")
    print(f"    Seal {seal}. To look into the copy: repairlog --journal {quote(str(target))}")


def _kept_how(s: Session) -> str:
    """Whether the copy is encrypted, said plainly."""
    if s.journal.key:
        return "It is locked as the journal is, and opens with the same passphrase."
    return "It is not encrypted: whoever gets hold of it can read it."


def _target(s: Session, file: str | None) -> Path:
    """Where the copy goes: a dated name beside the journal, in the folder named, or as named."""
    source = s.journal.path
    if str(source) == ":memory:":
        raise Refused("The demonstration is made up anew each time; there is nothing to keep.")
    if not source.exists():
        raise Refused(
            "There is nothing in your private journal yet, so there is nothing to keep.",
            "To write there: repairlog add note TEXT… --private",
        )
    dated = f"{source.stem}-{s.now:%Y-%m-%d-%H%M%S}{source.suffix}"
    if file is None:
        return source.with_name(dated)
    chosen = Path(file).expanduser()
    target = chosen / dated if chosen.is_dir() else chosen
    if not target.absolute().parent.is_dir():
        raise Unwritable(
            f"There is no folder {target.parent}; nothing was written.",
            "Name a folder that is there: repairlog backup FILE",
        )
    return target
