"""`doctor`: whether the journal is as it was written, and whether a seal still holds."""

from __future__ import annotations

import gc
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from repairlog.cli import load, places, show, threads
from repairlog.cli.beside import Work, beside
from repairlog.cli.grammar import Globals
from repairlog.cli.session import clock, opened, session
from repairlog.errors import Refused, Unwritable
from repairlog.journal import Journal
from repairlog.journal.disk import clear_half_made
from repairlog.journal.stored import (
    Stored,
    at_one_moment,
    entries_of,
    homeless,
    missing_guards,
    put_back_guards,
    rebuild_words,
    stored,
    words_agree,
)
from repairlog.readings.check import Checked, Finding, check, covered, read_seal
from repairlog.readings.health import Advice, Health, Sealed, as_json, stands
from repairlog.readings.remembered import matters, mistaken
from repairlog.text import visible


def doctor(
    context: typer.Context,
    seal: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="a seal: does all that it covered still stand?"),
    ] = None,
) -> None:
    """Check that the journal is as it was written: every entry, its order, and the file.

    With a seal from a review or an export it says whether everything that the seal covered still
    stands. It cannot say that a time or a statement is true.

    Example: repairlog doctor --seal 7K3Q-M2XD-90AF
    """
    code = read_seal(seal) if seal else None
    with opened(_path(context), Globals.of(context)) as journal:
        clear_half_made(journal.path)  # what somebody left who was killed
        report = examine(journal, clock(), code)
    if Globals.of(context).json:
        show.as_json(as_json(report))
    else:
        from repairlog.render.doctor import doctor_page

        show.page(doctor_page(report))
        for advice in report.advice:  # to be copied, so on one line however long
            if advice.mend:
                print(f"\nTo mend it:\n  {visible(advice.mend)}")
    if not report.whole:
        raise typer.Exit(Unwritable.exit_code)
    if report.asked and not report.asked.stands:
        raise typer.Exit(1)


def _path(context: typer.Context) -> Path:
    """The journal's file. A shared one is not opened as a session: its settings may be what is
    damaged."""
    said = Globals.of(context)
    path = places.journal_path(said.journal)
    if path.exists() and not said.private:
        return path
    with session(context) as s:
        if s.private and not s.journal.path.exists():
            raise Refused(
                "There is nothing in your private journal yet, so there is nothing to look after.",
                "To write there: repairlog add note TEXT… --private",
            )
        return s.journal.path


def examine(journal: Journal, now: datetime, code: str | None) -> Health:
    """Look at everything, and mend what can be made again from the entries."""
    gc.disable()  # all entries are in memory at once, and none of them goes before the end
    with at_one_moment(journal):
        rows = stored(journal)
        with beside(_comparison(journal, rows, now)) as mistaken_things:
            checked = _with_homeless(check(rows), homeless(journal))
            covers = covered(rows, code) if code else None
            damaged = _damaged(checked)
            indexed = damaged or words_agree(journal, rows)
            file = _problems(journal)
            forgotten = [] if damaged else mistaken_things()
        report = Health(
            as_of=now,
            path=str(journal.path),
            checked=checked,
            file=file,
            advice=(),
            seal=journal.seal(),
            asked=Sealed(code, covers, stands(checked, covers)) if code else None,
        )
    if report.whole:
        mended = _mended(journal, now, forgotten, indexed=indexed)
    else:
        mended = _unmended(journal)
    return replace(report, advice=(*mended, *_permissions(journal.path)))


def _problems(journal: Journal) -> tuple[str, ...]:
    """What SQLite finds."""
    try:
        return tuple(journal.problems())
    except Unwritable as told:
        return (told.sentence,)


def _damaged(checked: Checked) -> bool:
    return any(finding.damage for finding in checked.findings)


def _with_homeless(checked: Checked, uids: Sequence[str]) -> Checked:
    gone = "the entry is" if len(uids) == 1 else f"the {len(uids)} entries are"
    words = Finding("", f"words are there, and {gone} not")
    return replace(checked, findings=(*checked.findings, words)) if uids else checked


def _comparison(journal: Journal, rows: Sequence[Stored], now: datetime) -> Work:
    """What finds the things that are remembered wrongly. It has no more to do with the file: all
    that it needs from there is read now."""
    try:
        found = journal.all_threads()
        held = load.settings(journal)
    except (Unwritable, LookupError):
        return lambda: [str(row[0]) for row in rows]
    remembered = {row.uid: (row.kind, row.closed, row.through, row.checkpoint) for row in found}

    def compared() -> list[str]:
        relevant = entries_of([row for row in rows if matters(row[4], row[10])])
        return mistaken(relevant, held, now, remembered)

    return compared


# -- beside the record ---------------------------------------------------------------------------


def _mended(
    journal: Journal, now: datetime, forgotten: Sequence[str], *, indexed: bool
) -> Iterator[Advice]:
    """Put right what the entries themselves say how it should be."""
    if guards := put_back_guards(journal):
        what = "keeps" if len(guards) == 1 else "keep"
        yield Advice(
            f"{len(guards)} of the triggers that {what} entries as they are had gone or been "
            "changed. They are back in place; every entry was checked, and is as it was."
        )
    if forgotten:
        threads.rebuild(journal, now)
        yield Advice(
            "The list of what is open did not agree with the entries. It was made again from them."
        )
    if not indexed and _indexed_again(journal):
        yield Advice(
            "The index that search looks into did not agree with the entries. "
            "It was made again from them."
        )


def _indexed_again(journal: Journal) -> bool:
    """Whether search has its index again. It is only quicker with one, so that a journal which
    cannot be written, or a SQLite without FTS5, is nothing to speak of."""
    try:
        return rebuild_words(journal)
    except Unwritable:
        return False


def _unmended(journal: Journal) -> Iterator[Advice]:
    if missing := missing_guards(journal):
        yield Advice(f"Triggers that keep entries as they are have gone: {', '.join(missing)}.")


def _permissions(path: Path) -> Iterator[Advice]:
    """Whether others on this computer can read or change the journal."""
    if os.name == "nt":
        return
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        yield _advice("Other accounts on this computer may open the journal.", "600", path)
    folder = path.absolute().parent
    mode = folder.stat().st_mode
    if mode & (stat.S_IWGRP | stat.S_IWOTH) and not mode & stat.S_ISVTX:
        yield _advice("Other accounts may change the folder that it is in.", "go-w", folder)


def _advice(what: str, mode: str, file: Path) -> Advice:
    from shlex import quote

    return Advice(what, f"chmod {mode} {quote(str(file))}")
