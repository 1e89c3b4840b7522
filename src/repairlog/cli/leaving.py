"""Leaving the screen at once: what `away` asks the terminal for, with nothing loaded besides.

It opens no journal, so it works where there is none, or a damaged one. What it cannot reach, the
help says: `repairlog help safety`.
"""

from __future__ import annotations

import os
import sys

CLEARED = "\x1b[0m\x1b[?25h\x1b[H\x1b[2J\x1b[3J"
"""Plain letters, the screen, and then what can be scrolled back to: xterm's E3, which tmux takes
for its own history. It stands last, since some terminals keep a cleared screen there."""

TITLED = "\x1b]0;Terminal\x07"
"""A title of the window that says nothing."""


def away() -> int:
    """Clear the screen and what stands above it. Off a terminal there is nothing to clear."""
    if not sys.stdout.isatty():
        return 0
    if os.environ.get("TERM", "dumb") == "dumb":  # it takes no commands: push the page out of sight
        print("\n" * os.get_terminal_size().lines, flush=True)
        return 0
    print(f"{CLEARED}{TITLED}", end="", flush=True)
    return 0
