"""`boundary show|list`: one boundary whole, or all of them by value."""

from __future__ import annotations

from typing import Annotated

import typer

from repairlog.cli import boundaries, load, show
from repairlog.cli.session import session
from repairlog.journal import Query
from repairlog.readings import boundaries as reading
from repairlog.readings.lists import AsOf, boundaries_json, boundary_json, boundary_list, stand


def show_one(
    context: typer.Context,
    ref: Annotated[list[str], typer.Argument(metavar="REF", help="b1, 1, or words of it")],
) -> None:
    """Show one boundary: its words now and before, who agreed when, what crossed it, what mends.

    Example: repairlog boundary show b1
    """
    with session(context) as s:
        found = boundaries.look(s, boundaries.named(s, ref, "show"))
        one = stand(found.record, found.report, s.settings, s.now)
        as_of = AsOf.of(s.settings, s.now)
        if s.said.json:
            show.as_json(boundary_json(one, as_of))
            return
        from repairlog.render.boundaries import boundary_page

        show.page(boundary_page(one, as_of))


def list_all(context: typer.Context) -> None:
    """List the boundaries by the value they guard, drafts and retired ones apart.

    Example: repairlog boundary list
    """
    with session(context) as s:
        record = load.record(s.journal, s.journal.read(Query(kinds=("boundary",))))
        reports = reading.boundaries(record, s.settings, s.now)
        report = boundary_list(record, reports, s.settings, s.now)
        if s.said.json:
            show.as_json(boundaries_json(report))
            return
        from repairlog.render.boundaries import boundaries_page

        show.page(boundaries_page(report))
