"""How a reading reaches the person: a page on the terminal or in a pipe, or JSON."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from repairlog.cli.carried import carried, is_private
from repairlog.text import json_shown

if TYPE_CHECKING:
    from repairlog.render.theme import Page


def page(laid: Page) -> None:
    """Print a page as wide as the terminal, plain in a pipe."""
    from repairlog.render.theme import console

    console(sys.stdout).print(laid.said_with(carried))
    if is_private():
        print("\n  From a private journal, and from nowhere else.")


def as_json(report: Any) -> None:
    """Print a report as JSON, in one piece."""
    print(json_shown(json.dumps(report, ensure_ascii=False, indent=2)))
