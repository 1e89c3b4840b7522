"""`commit`: a promise."""

from __future__ import annotations

from repairlog.cli import commitments, echo, find, texts
from repairlog.cli.session import Session, session
from repairlog.cli.terms import Said, read_terms
from repairlog.entries import Entry
from repairlog.errors import Refused
from repairlog.readings.wording import sentence
from repairlog.text import check

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer

REPAIRABLE = ("crossing", "boundary", "trigger", "miss", "setback", "apology")


def commit(
    context: typer.Context,
    text: Annotated[list[str] | None, typer.Argument(metavar="TEXT…")] = None,
    by: Annotated[str | None, typer.Option(metavar="WHEN", help="promised once, by then")] = None,
    every: Annotated[
        str | None,
        typer.Option(metavar="RULE", help="again and again: weekday, sunday, 3 times a week …"),
    ] = None,
    at: Annotated[str | None, typer.Option(metavar="TIME", help="by this time of the day")] = None,
    times: Annotated[
        str | None, typer.Option(metavar="N", help="how often within each week or month")
    ] = None,
    start: Annotated[
        str | None, typer.Option("--from", metavar="WHEN", help="the first day; today without it")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="WHEN", help="the last day")] = None,
    need: Annotated[
        str | None, typer.Option(metavar="TEXT", help="the need that it answers")
    ] = None,
    repairs: Annotated[
        str | None, typer.Option(metavar="REF", help="what it repairs: a crossing, a trigger …")
    ] = None,
    edit: Annotated[bool, typer.Option("--edit", help="write the text in your editor")] = False,
) -> None:
    """Promise something, once or again and again.

    Example: repairlog commit text when leaving work --every weekday --at 18:00
    """
    with session(context) as s:
        words = texts.take(text or [], edit=edit, ask="What do you promise?", json=s.said.json)
        with texts.kept_in_sight(words):
            terms = read_terms(s, Said(by, every, at, times, start, until))
            repaired = repairable(s, repairs) if repairs else None
            body = commitments.promise(terms, words, need=check(need) if need else None)
            with s.writing() as writer:
                entry = writer.append(s.draft(body, about=repaired.uid if repaired else None))
        _echo(s, entry, repaired)


def repairable(s: Session, ref: str) -> Entry:
    """What a promise may repair. Raises Refused for anything else."""
    entry = find.one(s, ref.split(), find.ANYTHING)
    if entry.kind not in REPAIRABLE:
        raise Refused(
            f"{entry.ref} is nothing that a promise repairs: {find.title(s, entry)}. "
            "Nothing was written.",
            "A promise repairs a crossed boundary, a trigger, a setback, a miss or an apology.",
        )
    return entry


def _echo(s: Session, entry: Entry, repaired: Entry | None) -> None:
    path, _ = commitments.course_of(s, entry)
    repairs = f"repairs {repaired.ref}" if repaired else ""
    due = commitments.due(s, path)
    line = echo.headed(entry.ref, sentence(commitments.shown(path)), due, repairs)
    past = [f"{echo.INDENT}That is past already."] if commitments.overdue(s, path) else []
    echo.wrote(s, [entry], [line + ".", *past])
