"""`talk list`: conversations with both accounts, newest first."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import typer

from repairlog.cli import load, show
from repairlog.cli.session import Session, session
from repairlog.dates import Tense
from repairlog.journal import Query
from repairlog.readings.conversations import conversations
from repairlog.readings.lists import TalkList, talk_list, talks_json
from repairlog.readings.record import Record

SHOWN = timedelta(days=27)
"""How far back the list goes by itself: four weeks, today included."""


def list_all(
    context: typer.Context,
    since: Annotated[
        str | None, typer.Option(metavar="WHEN", help="from then on; four weeks without it")
    ] = None,
) -> None:
    """List the conversations of four weeks, and older ones that still wait for something.

    Example: repairlog talk list --since 1 november
    """
    with session(context) as s:
        report = report_of(s, since)
        if s.said.json:
            show.as_json(talks_json(report))
            return
        from repairlog.render.conversations import talks_page

        show.page(talks_page(report))


def report_of(s: Session, since: str | None) -> TalkList:
    """The conversations since a day, from the entries that they are made of."""
    first = s.when(since, Tense.BACK).begins if since else s.today - SHOWN
    happened = s.journal.read(Query(kinds=("talk",), since=first))
    waiting = load.open_threads(s.journal, ("talk", "summary"), s.today)
    talks = {entry.uid: entry for entry in (*happened, *waiting)}
    roots = [*talks.values(), *s.journal.above(talks.values())]
    below = s.journal.about({entry.uid for entry in roots})
    rules = [item.entry for item in load.agreement(s.journal)]
    record = Record([*roots, *below, *rules])
    return talk_list(conversations(record, s.settings), s.settings, s.now, first)
