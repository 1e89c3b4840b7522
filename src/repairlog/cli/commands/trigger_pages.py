"""`trigger list`: triggers with both accounts, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated

import typer

from repairlog.cli import load, show
from repairlog.cli.commands.trigger import trigger_kind
from repairlog.cli.session import Session, session
from repairlog.dates import Tense
from repairlog.entries import Entry
from repairlog.journal import Query
from repairlog.kinds.triggers import Trigger
from repairlog.readings.lists import trigger_list, triggers_json
from repairlog.readings.record import Record
from repairlog.readings.triggers import trigger

DAY = timedelta(days=1)
MONTHS_COUNTED = 3
SHOWN = timedelta(days=27)
"""How far back the list goes by itself: four weeks, today included."""


def _counted_from(first: date, today: date) -> date:
    """The months are counted whole: this one, the two before it, and all since ``first``."""
    month = today.replace(day=1)
    for _ in range(MONTHS_COUNTED - 1):
        month = (month - DAY).replace(day=1)
    return min(month, first.replace(day=1))


def _days(s: Session, counted: Sequence[Entry]) -> list[tuple[date, str | None]]:
    """The day and the kind of each, put right where that was done; also of those erased since."""
    mending = Query(kinds=("amend", "erase"), about=tuple(entry.uid for entry in counted))
    record = Record([*counted, *s.journal.read(mending)])
    items = record.of(Trigger)
    return [(item.day, item.body.sort) for item in items if isinstance(item.body, Trigger)]


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
        counted = s.journal.read(Query(kinds=("trigger",), since=_counted_from(first, s.today)))
        waiting = load.open_threads(s.journal, ("trigger",), s.today)
        listed = (*(entry for entry in counted if entry.day >= first), *waiting)
        entries = {entry.uid: entry for entry in listed}
        record = load.record(s.journal, entries.values())
        reports = [trigger(record, item, s.settings, s.now) for item in record.of(Trigger)]
        report = trigger_list(reports, s.settings, s.now, first, sort, _days(s, counted))
        if s.said.json:
            show.as_json(triggers_json(report))
            return
        from repairlog.render.triggers import triggers_page

        show.page(triggers_page(report))
