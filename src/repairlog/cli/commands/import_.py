"""`import`: a complete record becomes a journal that is equal to the one it came from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from repairlog.cli import places, show, threads
from repairlog.cli.grammar import Globals
from repairlog.cli.session import clock, opened, session
from repairlog.entries import Fields
from repairlog.errors import Misread, Refused
from repairlog.export.complete import HOW_MADE, Complete, read
from repairlog.journal import Journal, Query
from repairlog.journal.arrival import take_over
from repairlog.text import visible


def import_(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="a complete record; - reads a pipe")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="check it, and say what would be done")
    ] = False,
) -> None:
    """Begin a journal with a complete record, as `export --format json` writes it.

    Every digest and hash is checked before anything is written. A journal that holds entries
    already is left as it is.

    Example: repairlog import our-record.json --dry-run
    """
    said = Globals.of(context)
    now = clock()
    record = read(_text(file))
    _refuse_other_kind(record, private=said.private)
    path = _path(context, said)
    aside, key = None, None
    if path.exists():
        with opened(path, said) as journal:
            _refuse_begun(journal)
            key = journal.key
        aside = path.with_name(f"{path.stem}-before-import-{now:%Y-%m-%d-%H%M%S}{path.suffix}")
    if not dry_run:
        try:
            take_over(
                path,
                record.entries,
                now,
                lambda journal: threads.rebuild(journal, now),
                instead_of=aside,
                key=key,
            )
        except FileExistsError as taken:
            raise Refused(f"{taken} is there already; nothing was written.", TRY_AGAIN) from None
    _say(record, path, aside, said, dry_run=dry_run)


TRY_AGAIN = "Try again in a moment."


def _text(file: str) -> str:
    """What the file holds. Raises Refused for one that cannot be read, or is no text."""
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).expanduser().read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as problem:
        raise Refused(f"{file} cannot be read: {problem.strerror}.", HOW_MADE) from None
    except UnicodeDecodeError:
        raise Refused("This file is not a record that repairlog wrote.", HOW_MADE) from None


def _refuse_other_kind(record: Complete, *, private: bool) -> None:
    """A private record never becomes a shared journal, nor the other way round."""
    if record.private and not private:
        raise Refused(
            "This is the record of one person's private journal; it stays private. "
            "Nothing was written.",
            "repairlog --private import FILE",
        )
    if private and not record.private:
        raise Refused(
            "This is the record of a shared journal. Nothing was written.", "repairlog import FILE"
        )


def _path(context: typer.Context, said: Globals) -> Path:
    if said.demo:
        raise Misread("--demo shows a made-up journal; nothing is read into it.", HOW_MADE)
    if not said.private:
        return places.journal_path(said.journal)
    with session(context) as s:
        return s.journal.path


def _refuse_begun(journal: Journal) -> None:
    """A journal that holds more than its beginning is left as it is."""
    count = journal.count()
    if not (count == 1 and journal.read(Query(kinds=("init",)))):
        raise Refused(
            f"The journal at {journal.path} holds {count:,} entries already. It was left as it is.",
            "Into a journal of its own: repairlog --journal PATH import FILE",
        )


def _say(record: Complete, path: Path, aside: Path | None, said: Globals, *, dry_run: bool) -> None:
    count, kept = len(record.entries), visible(str(aside)) if aside else ""
    if said.json:
        rows = [] if dry_run else record.entries
        written = [{"ref": e.ref, "uid": e.uid, "kind": e.kind} for e in rows]
        show.as_json({"written": written, "entries": count, "seal": record.seal, "file": str(path)})
        return
    if dry_run:
        print(f"{count:,} entries, each as it was written. Seal {record.seal}. Nothing was done.")
        print(f"    Without --dry-run they become the journal at {visible(str(path))}")
        return
    print(f"{count:,} entries are in the journal at {visible(str(path))}. Seal {record.seal}.")
    if kept:
        print(f"    The journal that had just begun there is kept as {kept}")
    if not record.private:
        me = visible(str(_begun(record).get("me")))
        print(f"    {me} writes here. If that is not you: repairlog settings me NAME")


def _begun(record: Complete) -> Fields:
    return next((e.fields for e in record.entries if e.kind == "init" and e.fields), {})
