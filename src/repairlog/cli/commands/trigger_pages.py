"""`trigger list`: triggers with both accounts, newest first."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import typer

from repairlog.cli import load, show
from repairlog.cli.commands.trigger import trigger_kind
from repairlog.cli.session import session
from repairlog.dates import Tense
from repairlog.journal import Query
from repairlog.kinds.triggers import Trigger
from repairlog.readings.lists import trigger_list, triggers_json
from repairlog.readings.triggers import trigger

SHOWN = timedelta(days=27)
"""How far back the list goes by itself: four weeks, today included."""


def list_all(
    context: typer.Context,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="conflict, reminder or stressor")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="WHEN", help="from then on; four weeks without it")
    ] = None,
) -> None:
    """List the triggers of four weeks, and older ones that still wait for something.

    Example: repairlog trigger list --kind reminder --since 1 november
    """
    with session(context) as s:
        sort = trigger_kind(kind)
        first = s.when(since, Tense.BACK).begins if since else s.today - SHOWN
        happened = s.journal.read(Query(kinds=("trigger",), since=first))
        waiting = load.open_threads(s.journal, ("trigger",), s.today)
        entries = {entry.uid: entry for entry in (*happened, *waiting)}
        record = load.record(s.journal, entries.values())
        reports = [trigger(record, item, s.settings, s.now) for item in record.of(Trigger)]
        report = trigger_list(reports, s.settings, s.now, first, sort)
        if s.said.json:
            show.as_json(triggers_json(report))
            return
        from repairlog.render.triggers import triggers_page

        show.page(triggers_page(report))
