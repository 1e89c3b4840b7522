"""`milestone list`: what is to come, what was reached, what was celebrated."""

from __future__ import annotations

import typer

from repairlog.cli import show
from repairlog.cli.commands.milestone import gathered
from repairlog.cli.session import session
from repairlog.journal import Query
from repairlog.readings.lists import milestone_list, milestones_json
from repairlog.readings.milestones import milestones


def list_all(context: typer.Context) -> None:
    """List the milestones: those reached, those to come, and those celebrated.

    Example: repairlog milestone list
    """
    with session(context) as s:
        record = gathered(s, s.journal.read(Query(kinds=("milestone",))))
        report = milestone_list(milestones(record, s.settings, s.now), s.settings, s.now)
        if s.said.json:
            show.as_json(milestones_json(report))
            return
        from repairlog.render.milestones import milestones_page

        show.page(milestones_page(report))
