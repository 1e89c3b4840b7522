"""`ledger`: what was promised, and how each promise stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Annotated

import typer

from repairlog.cli import load, show
from repairlog.cli.session import Session, known_person, session
from repairlog.dates import Tense
from repairlog.journal import Query
from repairlog.readings.ledger import LINGERS, LedgerReport
from repairlog.readings.ledger import ledger as read_ledger
from repairlog.readings.ledger_json import as_json
from repairlog.readings.record import Record


@dataclass(frozen=True, slots=True)
class Asked:
    """Which promises, and the window and the moment to look at them from."""

    who: str | None = None
    open_only: bool = False
    everything: bool = False
    since: date | None = None
    until: date | None = None
    as_of: datetime | None = None


def ledger(
    context: typer.Context,
    who: Annotated[str | None, typer.Option(metavar="NAME", help="one person's promises")] = None,
    still_open: Annotated[bool, typer.Option("--open", help="only what is still open")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="also what came to its end long ago")
    ] = False,
    since: Annotated[str | None, typer.Option(metavar="WHEN", help="from this day on")] = None,
    until: Annotated[str | None, typer.Option(metavar="WHEN", help="up to this day")] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="WHEN", help="as the record showed it then")
    ] = None,
) -> None:
    """See every promise and how it stands.

    Example: repairlog ledger --since last monday
    """
    with session(context) as s:
        asked = Asked(
            who=known_person(s.settings, who, "--who") if who else None,
            open_only=still_open,
            everything=everything,
            since=s.when(since, Tense.BACK).begins if since else None,
            until=s.back(until),
            as_of=_moment(s, as_of) if as_of else None,
        )
        report = report_of(s, asked)
        if s.said.json:
            show.as_json(as_json(report))
            return
        from repairlog.render.ledger import ledger_page

        show.page(ledger_page(report))


def _moment(s: Session, words: str) -> datetime:
    """The moment that `--as-of` names; a bare day means its last minute."""
    when = s.when(words, Tense.BACK)
    if when.at:
        return when.at
    end = s.calendar.end_of(when.day) - timedelta(seconds=1)
    return min(end.astimezone(), s.now) if when.day == s.today else end.astimezone()


def report_of(s: Session, asked: Asked) -> LedgerReport:
    """The ledger that was asked for, from no more entries than it shows."""
    now = asked.as_of or s.now
    held = s.settings_of(asked.as_of, "ledger")
    quick = _within_reach(s, asked)
    record = _record(s, asked, held.calendar.day_of(now), summed=quick)
    return read_ledger(
        record,
        held,
        now,
        load.checkpoints(s.journal, record) if quick else {},
        who=asked.who,
        open_only=asked.open_only,
        everything=asked.everything,
        since=asked.since,
        until=asked.until,
    )


def _within_reach(s: Session, asked: Asked) -> bool:
    begins = asked.since or (date.min if asked.until else s.today)
    return asked.as_of is None and begins >= s.today - load.REACH


def _record(s: Session, asked: Asked, today: date, *, summed: bool) -> Record:
    lingering = today - LINGERS
    since = None if asked.everything else min(asked.since or lingering, lingering)
    if asked.as_of or (asked.until and not asked.since):
        since = None  # what was open then may since have been undone, and has no thread any more
    query = Query(kinds=("commitment",), open_since=since)
    promises = s.journal.read(query, asked.as_of)
    roots = [*promises, *s.journal.above(promises, asked.as_of)]
    return load.record(s.journal, roots, asked.as_of, summed=summed)
