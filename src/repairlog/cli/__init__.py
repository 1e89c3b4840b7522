"""The command line: parse, call, render."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def main() -> int:
    """Run this process's command line to its end; returns the exit code of DESIGN 4."""
    # One command makes too little garbage to be worth a search, and all of it goes with the
    # process: looking through every object, now and once more at the end, takes a sixth of a
    # quick entry's time.
    gc.disable()
    code = run(sys.argv[1:])
    gc.freeze()
    return code


def run(argv: Sequence[str]) -> int:
    """Run one command line (without the program's name); returns its exit code."""
    if list(argv) == ["away"]:  # whoever types it cannot wait
        from repairlog.cli import leaving

        return leaving.away()
    from repairlog.cli import quick

    code = quick.run(argv)
    if code is not None:
        return code
    from repairlog.cli import guard, tree

    return guard.run(tree.REPAIRLOG, argv)
