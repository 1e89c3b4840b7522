"""`milestone`: something to look forward to, planned for a day or reached by the record itself."""

from __future__ import annotations

from typing import Annotated

import typer

from repairlog.cli import commitments, echo, find, load, proposals, texts
from repairlog.cli.counted import counted
from repairlog.cli.lines import Group, Place
from repairlog.cli.options import Edit, Together
from repairlog.cli.session import Session, session
from repairlog.dates import day_text
from repairlog.entries import Entry
from repairlog.errors import Refused
from repairlog.kinds.assent import Adoption
from repairlog.kinds.milestones import Celebration, Milestone
from repairlog.readings import milestones
from repairlog.readings.milestones import Condition, MilestoneReport, read_condition
from repairlog.readings.record import Record
from repairlog.readings.wording import sentence
from repairlog.text import check, one_line


def add(
    context: typer.Context,
    text: Annotated[list[str] | None, typer.Argument(metavar="TEXT…")] = None,
    by: Annotated[
        str | None, typer.Option(metavar="WHEN", help="the day that it is planned for")
    ] = None,
    when: Annotated[
        str | None,
        typer.Option(metavar="CONDITION", help="when the record reaches it: c3 kept 30 …"),
    ] = None,
    together: Together = False,
    edit: Edit = False,
) -> None:
    """Propose something to look forward to: on a day, or when the record has come so far.

    Example: repairlog milestone add a month of Sunday plans --when c2 kept 4
    """
    with session(context) as s:
        words = texts.take(
            text or [], edit=edit, ask="What do you look forward to?", json=s.said.json
        )
        with texts.kept_in_sight(words):
            body = _planned(s, words, by, when)
            answer = proposals.ask_together(s, together, _summary(s, body))
            with s.writing() as writer:
                entry = writer.append(s.draft(body))
                proposal = proposals.propose(s, writer, Adoption(), entry.uid, answer)
        lines = [
            echo.headed(entry.ref, _summary(s, body)) + ".",
            echo.INDENT + proposals.outcome(s, proposal, answer),
        ]
        echo.wrote(s, writer.written, lines)


def _planned(s: Session, words: str, by: str | None, when: str | None) -> Milestone:
    past = "To keep a good moment that was: repairlog add win TEXT…"
    day = s.to_come(by, "a milestone lies ahead", past)
    condition = read_condition(when) if when else None
    if condition:
        _refuse_unknown(s, condition)
    return Milestone(text=words, by=day, when=condition.words if condition else None)


def _refuse_unknown(s: Session, condition: Condition) -> None:
    """Refuse a promise that is not there, or of which so much can no longer be kept."""
    if not condition.of_promise:
        return
    entry = find.one(s, [condition.subject], find.COMMITMENT)
    path, _ = commitments.course_of(s, entry)
    if path.once and condition.count > 1:
        raise Refused(
            f"{entry.ref} is promised once, so it cannot be kept {condition.count} times; "
            "nothing was written.",
            f"--when {entry.ref} kept 1",
        )
    if over := milestones.over(path, s.now):
        raise Refused(
            f"{entry.ref} {over}, so nothing more of it can be counted; nothing was written.",
            "For another promise: repairlog ledger",
        )


def _summary(s: Session, body: Milestone) -> str:
    by = f"by {day_text(body.by, s.now)}" if body.by else ""
    when = milestones.condition_told(body.when)
    return " · ".join(part for part in (sentence(one_line(body.text)), by, when) if part)


def celebrate(
    context: typer.Context,
    ref: Annotated[list[str], typer.Argument(metavar="REF", help="m2, 2, or words of it")],
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="how you celebrate it")] = None,
) -> None:
    """Celebrate a milestone: what was planned and has come, or what the record has reached.

    Example: repairlog milestone celebrate m2 --note pancakes, and the long way home
    """
    with session(context) as s:
        entry = find.one(s, ref, find.MILESTONE.to("milestone celebrate"))
        with texts.kept_in_sight(note or ""), s.writing() as writer:
            body = Celebration(note=check(note) if note else None)
            report = report_of(s, entry)
            _refuse_celebration(s, report)
            writer.append(s.draft(body, about=entry.uid))
        words = sentence(one_line(report.text)) or entry.ref
        echo.wrote(s, writer.written, [echo.headed(entry.ref, words, "celebrated.")])


def _refuse_celebration(s: Session, report: MilestoneReport) -> None:
    ref, condition = report.ref, report.condition
    if report.celebrated:
        raise Refused(
            f"{ref} was celebrated on {day_text(report.celebrated.day, s.now)} already, by "
            f"{report.celebrated.by}; nothing was written.",
            "For one more word about it: repairlog add appreciation TEXT…",
        )
    if report.declined:
        raise Refused(
            f"{ref} was declined, and that is all right; nothing was written.",
            "To propose another: repairlog milestone add TEXT…",
        )
    if condition is None or report.reached:
        return
    if report.agreed is None:
        raise Refused(
            f"{ref} counts from the day on which both agree to it, and it still waits; "
            "nothing was written.",
            f"repairlog --as {s.settings.other(report.by)} agree {ref}",
        )
    if report.over:
        raise Refused(
            f"{ref} is reached {condition.told}, and {condition.subject} {report.over}, so "
            "the record cannot reach it; nothing was written.",
            "To look forward to something else: repairlog milestone add TEXT…",
        )
    come = f"there are {report.so_far} of {condition.count} so far"
    if condition.in_a_row:
        come = "it is not there yet"
    raise Refused(
        f"{ref} is reached {condition.told}, and {come}; nothing was written.",
        "To celebrate how far it has come: repairlog add win TEXT…",
    )


def report_of(s: Session, entry: Entry) -> MilestoneReport:
    """How one milestone stands now."""
    record = gathered(s, [entry])
    item = record.get(entry.uid)
    assert item is not None
    return milestones.milestone(record, item, s.settings, s.now)


def gathered(s: Session, entries: list[Entry]) -> Record:
    """The milestones with what their conditions count."""
    below = s.journal.about([entry.uid for entry in entries])
    counts = counted(s, entries)
    return Record([*entries, *below, *counts.entries, *load.paces(s.journal)], counts.days)


milestone = Group(
    "milestone",
    {
        "add": Place(add, "propose something to look forward to"),
        "celebrate": Place(celebrate, "celebrate it"),
        "list": Place(
            "repairlog.cli.commands.milestone_pages:list_all", "all milestones", reads=True
        ),
    },
    help="Something to look forward to. Alone it lists them.",
    alone="list",
)
