"""`commit`: a promise."""

from __future__ import annotations

from repairlog.cli import commitments, echo, find, texts
from repairlog.cli.commitments import Tie
from repairlog.cli.session import Session, session
from repairlog.cli.terms import Said, read_terms
from repairlog.entries import Entry
from repairlog.readings.wording import sentence
from repairlog.text import check, one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer


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
    project: Annotated[
        str | None, typer.Option(metavar="REF", help="the joint project that it is a step of")
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
            tie = _tie(s, repairs, project)
            answered, told = _need(s, need)
            body = commitments.promise(terms, words, need=answered)
            with s.writing() as writer:
                entry = writer.append(s.draft(body, about=tie.about))
        when = (by, every, at, times, start, until)
        more = {"need": need, "repairs": repairs, "project": project}
        offer = None if s.said.json or any(when) else _unsaid(s, words, more)
        _echo(s, entry, tie, told, offer)


def _need(s: Session, words: str | None) -> tuple[str | None, str]:
    """The need that it answers, and how the echo says so: where the words are the reference of a
    need, that need's own words. Raises Refused for the reference of anything else."""
    if not words:
        return None, ""
    text = check(words)
    if not find.is_reference(text) or text.isdecimal():
        return text, f"needed: “{one_line(text)}”"
    from repairlog.cli import ties

    need = ties.need(s, text)
    return ties.words(s, need), f"needed ({need.ref}): “{one_line(ties.words(s, need))}”"


LEADS = frozenset({"by", "every", "at"})
"""Words with one of which a date or a rule would begin; most promises have none."""


def _unsaid(s: Session, words: str, more: dict[str, str | None]) -> str | None:
    """What is offered where the words end in a date or a rule."""
    if LEADS.isdisjoint(words.casefold().split(" ")):
        return None
    from repairlog.cli import unsaid  # and what it reads the words with

    return unsaid.offered(s, words, more)


def _tie(s: Session, repairs: str | None, project: str | None) -> Tie:
    """What it is tied to, if anything is named. Raises Misread, Refused."""
    if not (repairs or project):
        return Tie()
    from repairlog.cli import ties  # what it repairs may be anything; a plain promise needs none

    return ties.read(s, repairs, project)


def _echo(s: Session, entry: Entry, tie: Tie, need: str, offer: str | None) -> None:
    path, _ = commitments.course_of(s, entry)
    due = commitments.due(s, path)
    line = echo.headed(entry.ref, sentence(commitments.shown(path)), due, tie.told)
    past = ["That is past already."] if commitments.overdue(s, path) else []
    more = [sentence(need)] if need else []
    last = [offer] if offer else []
    echo.wrote(s, [entry], [line + ".", *(echo.INDENT + one for one in (*more, *past, *last))])
