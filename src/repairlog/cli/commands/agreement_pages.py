"""`agreement` alone: all that binds now, or bound at an earlier moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated

import typer

from repairlog.cli import load, show
from repairlog.cli.session import Session, session
from repairlog.dates import Tense, moment_text
from repairlog.errors import Refused
from repairlog.readings.in_force import InForce, in_force
from repairlog.readings.in_force_json import as_json
from repairlog.readings.people import Settings


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
    seen = s if as_of is None else replace(s, now=as_of, settings=_settings(s, as_of))
    record = load.in_force(s.journal, seen.today, as_of)
    return in_force(record, seen.settings, seen.now)


def _settings(s: Session, as_of: datetime) -> Settings:
    if s.private:
        return s.settings
    try:
        return load.settings(s.journal, as_of)
    except LookupError:
        raise Refused(
            f"The journal began after {moment_text(as_of, s.now)}; there is nothing to show.",
            "repairlog agreement",
        ) from None


def _moment(s: Session, words: str) -> datetime:
    """The moment that `--as-of` names; a bare day means its last minute."""
    when = s.when(words, Tense.BACK)
    if when.at:
        return min(when.at, s.now)
    end = s.calendar.end_of(when.day) - timedelta(seconds=1)
    return min(end.astimezone(), s.now)
