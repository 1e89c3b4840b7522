"""The command line: parse, call, render."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line (without the program's name); returns the exit code of DESIGN 4."""
    from repairlog.cli import quick

    argv = sys.argv[1:] if argv is None else list(argv)
    code = quick.run(argv)
    if code is not None:
        return code
    from repairlog.cli.boundary import run
    from repairlog.cli.tree import REPAIRLOG

    return run(REPAIRLOG, argv)
