"""`deliver`: it was done."""

from __future__ import annotations

from dataclasses import dataclass

from repairlog.cli import commitments, echo, find
from repairlog.cli.session import Session, session
from repairlog.entries import Entry
from repairlog.errors import Misread
from repairlog.journal import Writer
from repairlog.kinds.commitments import Delivery
from repairlog.readings.binding import bind
from repairlog.readings.record import Item
from repairlog.readings.refusals import Ambiguous
from repairlog.readings.standing import Standing, reckon
from repairlog.text import check

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from repairlog.dates import When


@dataclass(frozen=True, slots=True)
class Done:
    """What a line says was done: when, for which occurrence, whole or partly."""

    when: When | None
    named: str | None = None
    late: bool = False
    partly: bool = False
    note: str | None = None


def deliver(
    context: typer.Context,
    ref: Annotated[list[str], typer.Argument(metavar="REF…", help="c3, 3, or words of it")],
    on: Annotated[
        str | None, typer.Option(metavar="WHEN", help="when it was; now without it")
    ] = None,
    of: Annotated[
        str | None, typer.Option("--for", metavar="WHEN", help="the day it was promised for")
    ] = None,
    late: Annotated[bool, typer.Option("--late", help="for the latest one still undone")] = False,
    partly: Annotated[
        bool, typer.Option("--partly", help="some of it: effort, kept in sight")
    ] = False,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="a word about it")] = None,
) -> None:
    """Say that something promised was done.

    Example: repairlog deliver text --on yesterday 17:50
    """
    with session(context) as s:
        if late and of:
            raise Misread(
                "--late and --for both say for which time it was.", "repairlog deliver REF --late"
            )
        done = Done(
            s.past(on, "When it is done: repairlog deliver REF"),
            of,
            late,
            partly,
            check(note) if note else None,
        )
        entries = find.several(s, ref, find.COMMITMENT.to("deliver"))
        try:
            written = record_deliveries(s, entries, done)
        except Ambiguous as two:
            if not s.asks:
                raise
            written = record_deliveries(s, entries, _asked(two, done))
        lines = [_line(s, entry, standing) for entry, standing in written]
        echo.wrote(s, [entry for entry, _ in written], lines)


def record_deliveries(s: Session, entries: list[Entry], done: Done) -> list[tuple[Entry, Standing]]:
    """Write a delivery of each commitment, all in one command, or none; say how each stands with
    it. Raises Refused."""
    with s.writing() as writer:
        return [_delivered(s, writer, entry, done) for entry in entries]


def _delivered(s: Session, writer: Writer, entry: Entry, done: Done) -> tuple[Entry, Standing]:
    day = done.when.day if done.when else s.today
    at = done.when.at if done.when else s.now
    named = s.back(done.named)
    path, checkpoint = commitments.course_of(s, entry, whole=done.late)
    if checkpoint and min(day, named or day) <= checkpoint.through:
        path, checkpoint = commitments.course_of(s, entry, whole=True)
    commitments.own(s, path, "deliver")
    of = bind(
        path,
        s.now,
        day,
        at,
        late=done.late,
        named=named,
        partly=done.partly,
        through=checkpoint.through if checkpoint else None,
    )
    body = Delivery(of=of, partly=done.partly, note=done.note)
    said = writer.append(s.draft(body, about=entry.uid, on=done.when))
    path = path.with_delivery(Item(said, body, said.day, said.at))
    return said, reckon(path, s.now, checkpoint)


def _asked(two: Ambiguous, done: Done) -> Done:
    from dataclasses import replace

    from repairlog.cli.ask import choose

    before, running = two.before.day, two.running.day
    chosen = choose(
        "Which one was it?", {"1": f"{before:%a %d %b}, late", "2": f"{running:%a %d %b}, ahead"}
    )
    return replace(done, named=str(before if chosen == "1" else running))


def _line(s: Session, entry: Entry, standing: Standing) -> str:
    path = standing.course
    return echo.headed(path.item.ref, commitments.what_became(s, path, standing, entry))
