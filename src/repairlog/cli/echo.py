"""What a writing command says when it has written: what, by whom, as understood, how to undo it.

Plain lines, without Rich: a quick entry must feel instant.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence

from repairlog.cli import session as sessions
from repairlog.cli.carried import privately
from repairlog.cli.fitting import fitted
from repairlog.cli.session import Session
from repairlog.entries import Entry
from repairlog.text import visible

INDENT = "    "


def wrote(session: Session, entries: Sequence[Entry], lines: Iterable[str]) -> None:
    """Say what was written: the lines, or with `--json` the references."""
    if session.said.json:
        print(sessions.said_json(entries))
        return
    for line in map(privately, lines) if session.private else lines:
        print(fitted(visible(line), sys.stdout, INDENT))
    if session.private:
        print(f"{INDENT}In {visible(session.writer)}'s private journal, and nowhere else.")
    print(f"{INDENT}Written by {visible(session.writer)}. To take it back: {undo(session)}")


def undo(session: Session) -> str:
    """The line that takes this command back. `undo` alone would take back what the person who
    usually writes here wrote last."""
    line = f"repairlog undo{' --private' if session.private else ''}"
    usual = os.environ.get("REPAIRLOG_AS") or session.settings.me or ""
    if not session.said.as_ or usual.casefold() == session.writer.casefold():
        return line
    from shlex import quote

    return visible(f"{line} --as {quote(session.writer)}")


def headed(ref: str, *parts: str) -> str:
    """The first line of an echo: the reference and a space, however long it is, then its parts."""
    return f"{ref:<3} {' · '.join(part for part in parts if part)}"
