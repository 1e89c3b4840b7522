"""`show`: one thing with its whole history."""

from __future__ import annotations

from typing import Annotated

import typer

from repairlog.cli import find, load
from repairlog.cli import show as shown
from repairlog.cli.session import Session, session
from repairlog.entries import Entry
from repairlog.errors import Refused
from repairlog.journal import Query
from repairlog.readings.thing import ThingReport, as_json, thing

VERSIONS = ("rule", "response", "cadence")


def show(
    context: typer.Context,
    ref: Annotated[list[str], typer.Argument(metavar="REF", help="c3, b1, e40, or words of it")],
) -> None:
    """See one thing with its whole history: its versions, and all that was written about it.

    Example: repairlog show c1
    """
    with session(context) as s:
        report = report_of(s, _sought(s, ref))
        if s.said.json:
            shown.as_json(as_json(report))
            return
        from repairlog.render.show import show_page

        shown.page(show_page(report))


def _sought(s: Session, words: list[str]) -> Entry:
    """The entry that is meant. One that was taken back can still be looked at."""
    word = words[0].lower()
    if len(words) == 1 and find.is_reference(word) and not word.isdecimal():
        found = s.journal.read(Query(ref=(word[0], int(word[1:])), undone=True))
        if found:
            return find.whole(s, found[-1])
        raise Refused(f"There is no {word} here.", "To see what there is: repairlog log")
    return find.one(s, words, find.ANYTHING.ever())


def report_of(s: Session, root: Entry) -> ThingReport:
    """The report of an entry, from everything that was ever written about it."""
    above = s.journal.above([root])
    below = _below(s, [root])
    # Versions of a plan are about one thing: from any of them all the others are found. Those of
    # a rule, a response or a cadence are about each other.
    # Whether a proposal still waits is said by what else became of the thing that it is about.
    kinds = {entry.kind for entry in (root, *above, *below)}
    if root.ref[0] == "p" or kinds & {"setback", *VERSIONS}:
        below = _below(s, [root, *above])
    changed = s.journal.read(Query(kinds=("amend",), about=tuple(e.uid for e in above)))
    entries = [root, *above, *changed, *below, *load.paces(s.journal)]
    if root.kind == "talk":  # it stands beside the other accounts of the same conversation
        accounts = [entry for entry in above if entry.kind == "talk"]
        rules = [item.entry for item in load.agreement(s.journal)]
        entries = list({e.uid: e for e in (*entries, *_below(s, accounts), *rules)}.values())
    return thing(entries, root, s.settings, s.now)


def _below(s: Session, roots: list[Entry]) -> list[Entry]:
    """All that is about these, and about that, with what was taken back of it."""
    found: list[Entry] = []
    frontier = roots
    while frontier:
        frontier = s.journal.read(Query(about=tuple(e.uid for e in frontier), undone=True))
        found += frontier
    return found
