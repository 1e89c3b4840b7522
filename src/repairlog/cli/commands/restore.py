"""`restore`: a backup becomes the journal again; the one that was there is kept."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import Annotated

import typer

from repairlog.cli import passphrase, places, show
from repairlog.cli.grammar import Globals
from repairlog.cli.session import clock, opened, session
from repairlog.errors import Misread, Refused, Unwritable
from repairlog.journal import Journal
from repairlog.journal.driver import Key, salt_of
from repairlog.journal.exchange import Backup, brought, restored, set_aside
from repairlog.journal.stored import homeless, missing_guards, stored
from repairlog.readings.check import check
from repairlog.text import visible


@dataclass(slots=True)
class Looked:
    """What was seen in the copy: how many entries there are, and the seal over them."""

    entries: int = 0
    seal: str = ""

    def look(self, journal: Journal) -> None:
        """Raises Unwritable for a copy that is not as it was written."""
        faults = [*journal.problems(), *missing_guards(journal)]
        rows = stored(journal)
        checked = check(rows)
        faults += [f"{f.ref} {f.what}".strip() for f in checked.findings if f.damage]
        if homeless(journal):
            faults.append("words are there, and their entry is not")
        if faults:
            raise Unwritable(
                f"{journal.path} is damaged ({faults[0]}). Nothing was changed.",
                "To look into it: repairlog doctor --journal FILE",
            )
        self.entries, self.seal = checked.entries, journal.seal()


def restore(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="what `repairlog backup` made")],
) -> None:
    """Let a backup be the journal again. It is looked through first, and the journal that is there
    now is kept beside it, under a name with today's date.

    Example: repairlog restore /media/stick/journal-2026-11-22-213000.db
    """
    said = Globals.of(context)
    if said.demo:
        raise Misread("--demo shows a made-up journal; nothing is restored there.", "")
    source = _source(file)
    path = _path(context, said)
    looked = Looked()
    backup = Backup(source, _key(source, said), looked.look)
    kept = _restored(path, backup, said)
    if said.json:
        rows = {"file": str(path), "kept": str(kept) if kept else None}
        show.as_json({"written": [], **rows, "entries": looked.entries, "seal": looked.seal})
        return
    print(f"{looked.entries:,} entries of {visible(str(source))} are the journal now.")
    print(f"    {visible(str(path))} · Seal {looked.seal}")
    if kept:
        print(f"    The journal that was there is kept as {visible(str(kept))}")
    if backup.key:
        print("    It is locked, as the backup is, and opens with the same passphrase.")


def _source(file: str) -> Path:
    source = Path(file).expanduser()
    if not source.is_file():
        raise Refused(
            f"There is no file {source}; nothing was changed.",
            "Name what a backup made: repairlog restore FILE",
        )
    return source


def _path(context: typer.Context, said: Globals) -> Path:
    """The journal's place; that of the private one, with --private."""
    if not said.private:
        return places.journal_path(said.journal)
    with session(context) as s:
        return s.journal.path


def _key(source: Path, said: Globals) -> Key | None:
    """What opens the backup, tried here. Raises Shut where its passphrase is not known."""
    salt = salt_of(source)
    if salt is None:
        return None
    return passphrase.opening(source, salt, may_ask=not said.json)


def _restored(path: Path, backup: Backup, said: Globals) -> Path | None:
    """Do it; the name under which the journal that was there is kept."""
    if path.exists() and path.samefile(backup.path):
        raise Refused(f"{path} is the journal itself; nothing was changed.", "")
    if not path.exists():
        brought(path, backup)
        return None
    kept = _free(path, f"{path.stem}-before-restore-{clock():%Y-%m-%d-%H%M%S}")
    try:
        with opened(path, said) as journal:
            key = journal.key
    except Unwritable:  # damaged: that is what a backup is for
        set_aside(path, backup, kept)
    else:
        restored(path, key, backup, kept)
    return kept


def _free(path: Path, name: str) -> Path:
    """A name beside the journal that no file has yet."""
    ends = chain([""], (f"-{number}" for number in count(2)))
    names = (path.with_name(f"{name}{n}{path.suffix}") for n in ends)
    return next(found for found in names if not found.exists())
