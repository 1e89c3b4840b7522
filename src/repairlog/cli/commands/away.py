"""`away`: leave the screen at once."""

from __future__ import annotations

import typer

from repairlog.cli import leaving


def away(context: typer.Context) -> None:
    """Clear the screen, and what can be scrolled back to, at once.

    It cannot clear the shell's history, other windows, or what was exported: repairlog help safety

    Example: repairlog away
    """
    leaving.away()
