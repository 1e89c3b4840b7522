"""`export`: the record as a text that leaves the program: it shows what it should, no more."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from repairlog.cli import show
from repairlog.cli.kinds_said import kinds_named
from repairlog.cli.session import Session, refuse_backwards, session
from repairlog.cli.summary import Asked, summary_of
from repairlog.cli.week import week_to_review
from repairlog.dates import Span, Tense, day_text
from repairlog.errors import Misread, Refused
from repairlog.export.complete import Complete, write
from repairlog.export.markdown import markdown
from repairlog.journal import Query
from repairlog.journal.arrival import write_new
from repairlog.text import visible


@dataclass(frozen=True, slots=True)
class Said:
    """The options of a line, as they were typed."""

    since: str | None
    until: str | None
    week: str | None
    whom: str
    initials: bool
    without: tuple[str, ...]


def export(
    context: typer.Context,
    since: Annotated[str | None, typer.Option(metavar="WHEN", help="from this day on")] = None,
    until: Annotated[str | None, typer.Option(metavar="WHEN", help="up to this day")] = None,
    week: Annotated[str | None, typer.Option(metavar="WHEN", help="a week, by a day of it")] = None,
    whom: Annotated[
        Literal["me", "partner", "therapist"],
        typer.Option("--for", help="who will read it: the other's own words need their consent"),
    ] = "me",
    format_: Annotated[
        Literal["md", "json"],
        typer.Option("--format", help="md: a summary of some days; json: the complete record"),
    ] = "md",
    initials: Annotated[
        bool, typer.Option("--initials", help="initials instead of your names, in texts too")
    ] = False,
    without: Annotated[
        list[str] | None, typer.Option(metavar="KIND…", help="leave out: triggers, check-ins …")
    ] = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="a new file, yours alone")
    ] = None,
) -> None:
    """Write a summary of some days for yourself, the other, or a therapist; or the whole record.

    Without days it is the week that was reviewed last. What was left out, and why, stands at its
    end.

    Example: repairlog export --week last sunday --for therapist --initials -o week.md
    """
    named = kinds_named((word for words in without or () for word in words.split()), "--without")
    said = Said(since, until, week, whom, initials, named)
    if format_ == "json":
        _refuse_part(said)
    with session(context) as s:
        if format_ == "json":
            record = _complete(s)
            _out(s, write(record, s.now), output, record.seal)
            return
        asked = _asked(s, said)
        summary = summary_of(s, asked)
        if s.said.json and output is None:
            show.as_json(_as_json(asked, markdown(summary), summary.review.seal))
            return
        _out(s, [markdown(summary)], output, summary.review.seal)


# -- the complete record -------------------------------------------------------------------------


def _refuse_part(said: Said) -> None:
    """The complete record is whole, and one's own."""
    options = {
        "--since": said.since,
        "--until": said.until,
        "--week": said.week,
        "--initials": said.initials,
        "--without": said.without,
        "--for": said.whom != "me",
    }
    given = [name for name, value in options.items() if value]
    if given:
        raise Misread(
            f"The complete record is whole, and for the one who keeps it: {' and '.join(given)} "
            "would make it a part.",
            "A part, as a text: repairlog export --format md …\n"
            "All of it: repairlog export --format json -o FILE",
        )


def _complete(s: Session) -> Complete:
    entries = s.journal.read(Query(undone=True))
    return Complete(tuple(entries), tuple(s.journal.heads()), s.private)


# -- a summary -----------------------------------------------------------------------------------


def _asked(s: Session, said: Said) -> Asked:
    days = _days(s, said)
    return Asked(
        days=days,
        week=days == s.calendar.week_of(days.first),
        audience=said.whom,
        writer=s.writer,
        initials=said.initials,
        without=said.without,
    )


def _days(s: Session, said: Said) -> Span:
    """The days that the line names; without any, those of the week reviewed last."""
    if said.week and (said.since or said.until):
        raise Misread(
            "--week names all its days, so --since and --until have nothing left to say.",
            f"repairlog export --week {said.week}",
        )
    if said.week:
        days = s.calendar.week_of(s.when(said.week, Tense.BACK).day)
        _refuse_ahead(s, days.first)
        return days
    if not (said.since or said.until):
        return _reviewed_last(s)
    first = s.when(said.since, Tense.BACK).begins if said.since else None
    last = s.back(said.until) or s.today
    first = first or s.calendar.week_of(last).first
    refuse_backwards(first, last, "export")
    _refuse_ahead(s, first)
    return Span(first, min(last, s.today))


def _refuse_ahead(s: Session, first: date) -> None:
    if first > s.today:
        raise Refused(
            f"{day_text(first, s.now)} is still ahead; there is nothing to sum up yet.",
            "repairlog export",
        )


def _reviewed_last(s: Session) -> Span:
    held = s.journal.read(Query(kinds=("review",), newest=1))
    weeks = [date.fromisoformat(e.fields["week"]) for e in held if e.fields]
    return s.calendar.week_of(weeks[0]) if weeks else week_to_review(s)


def _as_json(asked: Asked, text: str, seal: str) -> dict[str, str]:
    return {
        "from": asked.days.first.isoformat(),
        "to": asked.days.last.isoformat(),
        "for": asked.audience,
        "seal": seal,
        "markdown": text,
    }


# -- where it goes -------------------------------------------------------------------------------


def _out(s: Session, pieces: Iterable[str], output: str | None, seal: str) -> None:
    """To the screen or the pipe, or to a new file that only its owner can read."""
    if output in (None, "-"):
        for piece in pieces:
            sys.stdout.write(piece)
        return
    path = Path(str(output)).expanduser()
    write_new(path, pieces)
    if s.said.json:
        show.as_json({"file": str(path), "seal": seal})
        return
    print(f"It is in {visible(str(path))}, which only you can read. Seal {seal}.")
