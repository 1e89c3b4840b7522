"""`agreement` alone: all that binds now, or bound at an earlier moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated

import typer

from repairlog.cli import load, show
from repairlog.cli.session import Session, session
from repairlog.dates import Tense
from repairlog.readings.in_force import InForce, in_force
from repairlog.readings.in_force_json import as_json


def show_all(
    context: typer.Context,
    as_of: Annotated[
        str | None, typer.Option(metavar="WHEN", help="as it was then, not now")
    ] = None,
) -> None:
    """Show all that binds now: who agreed when, how attainable it is, when you look at it again.

    Example: repairlog agreement
    """
    with session(context) as s:
        report = report_of(s, _moment(s, as_of) if as_of else None)
        if s.said.json:
            show.as_json(as_json(report))
            return
        from repairlog.render.agreement import agreement_page

        show.page(agreement_page(report))


def report_of(s: Session, as_of: datetime | None = None) -> InForce:
    """All that binds now, or bound then."""
    held = s.settings_of(as_of, "agreement")
    seen = s if as_of is None else replace(s, now=as_of, settings=held)
    record = load.in_force(s.journal, seen.today, as_of)
    return in_force(record, seen.settings, seen.now)


def _moment(s: Session, words: str) -> datetime:
    """The moment that `--as-of` names; a bare day means its last minute."""
    when = s.when(words, Tense.BACK)
    if when.at:
        return min(when.at, s.now)
    end = s.calendar.end_of(when.day) - timedelta(seconds=1)
    return min(end.astimezone(), s.now)
