"""`timeline`: milestones, agreements, setbacks and repairs through the months."""

from __future__ import annotations

from typing import Annotated

import typer

from repairlog.cli import months, show
from repairlog.cli.session import refuse_backwards, session
from repairlog.dates import Tense
from repairlog.readings.timeline import as_json


def timeline(
    context: typer.Context,
    since: Annotated[str | None, typer.Option(metavar="WHEN", help="from this day on")] = None,
    until: Annotated[str | None, typer.Option(metavar="WHEN", help="up to this day")] = None,
) -> None:
    """See the months: what was reached, agreed, crossed and repaired, with the weekly pattern.

    Example: repairlog timeline --since 1 september
    """
    with session(context) as s:
        first = s.when(since, Tense.BACK).begins if since else None
        last = s.back(until)
        refuse_backwards(first, last, "timeline")
        report = months.report_of(s, first, last)
        if s.said.json:
            show.as_json(as_json(report))
            return
        from repairlog.render.timeline import timeline_page

        show.page(timeline_page(report))
