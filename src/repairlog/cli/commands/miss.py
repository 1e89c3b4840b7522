"""`miss`: it was not done, and its person says so."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from repairlog.cli import ask, commitments, echo, find, texts
from repairlog.cli.asked import Asked, Needs, by_when, rest
from repairlog.cli.session import Session, session
from repairlog.cli.terms import Said, read_terms
from repairlog.dates import day_text
from repairlog.entries import Entry
from repairlog.errors import Misread
from repairlog.journal import Draft
from repairlog.kinds.commitments import Miss
from repairlog.readings.binding import bind_miss
from repairlog.readings.wording import sentence
from repairlog.text import check

OWN = (Asked("--own TEXT", "What do you own? One sentence is enough."),)
ASK_REPAIR = "What repairs it, or what do you promise from now on? (Enter: later)"


def miss(
    context: typer.Context,
    ref: Annotated[list[str], typer.Argument(metavar="REF", help="c3, 3, or words of it")],
    own: Annotated[
        str | None, typer.Option(metavar="TEXT", help="what you own; one sentence is enough")
    ] = None,
    of: Annotated[
        str | None, typer.Option("--for", metavar="WHEN", help="the day it was promised for")
    ] = None,
    repair: Annotated[
        str | None, typer.Option(metavar="TEXT", help="what you promise instead, or from now on")
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="WHEN", help="when the repair is due")] = None,
) -> None:
    """Own that something promised was not done, and say what repairs it.

    Example: repairlog miss c5 --own I let it slide --repair say by eight if I move it --by friday
    """
    with session(context) as s:
        if by and not repair:
            raise Misread(
                "--by says when the repair is due, and there is no --repair.",
                "repairlog miss REF --own TEXT --repair TEXT --by WHEN",
            )
        with texts.kept_in_sight("\n".join(filter(None, [own, repair]))):
            entry = find.one(s, ref, find.COMMITMENT.to("miss"))
            path, _ = commitments.course_of(s, entry, whole=not own)
            commitments.own(s, path, "miss")
            if not own:  # before anyone is asked for words, they must have a place to go
                bind_miss(path, s.now, s.back(of))
            needs = Needs(f"miss {entry.ref}", OWN, rest(**{"for": of}, repair=repair, by=by))
            [words] = needs.all_of(s, [own])
        with texts.kept_in_sight("\n".join(filter(None, [words, repair]))):
            mending = check(repair) if repair else None
            if not own:
                mending, by = _mended(s, words, mending, by)
            written = record_miss(s, entry, words, named=of, repair=mending, by=by)
        echo.wrote(s, written, _lines(s, entry, written))


def _mended(
    s: Session, own: str, repair: str | None, by: str | None
) -> tuple[str | None, str | None]:
    """What repairs it, and by when, asked of whoever is at the terminal; both may wait."""
    repair = repair or ask.text(ASK_REPAIR) or None
    if repair and by is None:
        with texts.kept_in_sight(f"{own}\n{repair}"):
            by = by_when(s)
    return repair, by


def record_miss(
    s: Session,
    entry: Entry,
    own: str,
    *,
    named: str | None = None,
    repair: str | None = None,
    by: str | None = None,
) -> list[Entry]:
    """Write the miss, and the repair as a promise tied to it, in one command. Raises Refused."""
    terms = read_terms(s, Said(by=by)) if repair else None
    with s.writing() as writer:
        path, _ = commitments.course_of(s, entry, whole=True)
        commitments.own(s, path, "miss")
        of = bind_miss(path, s.now, s.back(named))
        said = writer.append(s.draft(Miss(own=own, of=of), about=entry.uid))
        if terms and repair:
            body = commitments.promise(terms, repair)
            writer.append(Draft(body, s.writer, s.today, s.now, about=said.uid))
        return list(writer.written)


def _lines(s: Session, entry: Entry, written: list[Entry]) -> list[str]:
    said = written[0]
    of = said.fields.get("of") if said.fields else None
    day = f" for {day_text(date.fromisoformat(of), s.now)}" if of else ""
    lines = [echo.headed(entry.ref, f"owned{day}.")]
    for repair in written[1:]:
        path, _ = commitments.course_of(s, repair)
        due = commitments.due(s, path)
        lines.append(
            echo.headed(repair.ref, sentence(commitments.shown(path)), due, f"repairs {entry.ref}")
            + "."
        )
    return lines
