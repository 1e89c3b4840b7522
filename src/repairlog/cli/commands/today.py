"""`repairlog` alone: what today holds."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import timedelta

import typer

from repairlog.cli import carried, load, show
from repairlog.cli.session import Session, known_person, session
from repairlog.cli.week import SHARED, SHARED_NEWEST
from repairlog.journal import Query
from repairlog.readings.progress import NEWS
from repairlog.readings.record import Record
from repairlog.readings.today import Copy, TodayReport, copy_wanted, today_report
from repairlog.readings.today_json import as_json

HABIT = timedelta(days=62)
"""How far back one looks for check-ins: two months, so that a monthly one is known."""


def today(context: typer.Context) -> None:
    """What is due now, what waits for you, and one thing that you share.

    Example: repairlog
    """
    with session(context) as s:
        report = report_of(s)
        if s.said.json:
            show.as_json(as_json(report))
            return
        from repairlog.render.today import today_page

        show.page(today_page(report, carried.program()))


def report_of(s: Session) -> TodayReport:
    """Today as of now."""
    read, since = s.journal.read, s.today - NEWS
    roots = [
        *read(Query(kinds=load.OPENING, open_since=since)),
        *read(Query(kinds=SHARED, newest=SHARED_NEWEST)),
        *read(Query(kinds=("update",), since=since)),
        *read(Query(kinds=("checkin",), since=s.today - HABIT, until=s.today)),
    ]
    roots += s.journal.above(roots)
    below = s.journal.about({entry.uid for entry in roots}, summed=True)
    agreed = (item.entry for item in load.agreement(s.journal))
    record = Record([*roots, *below, *load.paces(s.journal), *agreed])
    checkpoints = load.checkpoints(s.journal, record)
    report = today_report(record, s.settings, s.now, _who_looks(s), checkpoints)
    return replace(report, copy=_copy(s))


def _copy(s: Session) -> Copy | None:
    """Whether it is time for a backup. The demonstration, and a private journal that holds nothing
    yet, need none."""
    if not s.journal.path.exists():
        return None
    [began] = s.journal.read(Query(kinds=("init",), newest=1))
    return copy_wanted(s.journal.backed_up, began.day, s.today, s.settings.backup)


def _who_looks(s: Session) -> str | None:
    """Who is at the screen, where that is known; a page asks nobody."""
    name = s.said.as_ or os.environ.get("REPAIRLOG_AS")
    if name:
        return known_person(s.settings, name)
    return s.settings.me if s.settings.me in s.settings.people else None
