"""The beginning of a journal: the first questions, the names, and the notice that belongs there."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from repairlog.cli import ask
from repairlog.dates import Calendar, quoted
from repairlog.errors import Misread, Refused
from repairlog.journal import Draft, create_journal
from repairlog.journal.driver import Key
from repairlog.kinds.keeping import Init
from repairlog.text import check

LONGEST_NAME = 40

NOTICE = """\
This record suits two people who both choose it. It keeps what you write; it
makes no one safe. If there is violence, threats or control, it is not the right
tool: please talk to someone you trust, or to people whose work it is.
How to use it safely, and leave the screen quickly: repairlog help safety"""


def begin(path: Path, now: datetime, init: Init, key: Key | None = None) -> str:
    """Make the journal, with a key a locked one. Returns the reference of its first entry. Raises
    Refused where there is one already."""
    names = [init.me, init.partner] if init.partner else [init.me]
    for person in (init.repairing, init.hurt):
        if person is not None and person not in names:
            raise Refused(
                f"{quoted(person)} is not one of the names given.",
                f"Names here: {', '.join(names)}",
            )
    calendar = Calendar(day_ends=init.day_ends, week_starts=init.week_starts)
    draft = Draft(init, init.me, calendar.day_of(now), now)
    try:
        with create_journal(path, now, [draft], key):
            return "e1"
    except FileExistsError:
        raise Refused(
            f"There is a journal at {path} already; it was left as it is.",
            "To see it: repairlog\nTo begin another: repairlog init YOU --journal PATH\n"
            "If a name went wrong and nothing is written in it yet: remove that file, begin again.",
        ) from None


def name(words: str) -> str:
    """A person's name: one line, not too long, and none of the words that settings know."""
    kept = check(words)
    if len(kept) > LONGEST_NAME or "\n" in kept:
        raise Misread(
            f"A name is one line of up to {LONGEST_NAME} characters.", "repairlog init YOU"
        )
    if kept.casefold().startswith("repairlog "):
        raise Misread("That reads as a command, not as a name.", kept)
    if kept.casefold() == "ask":
        raise Misread("'ask' means that each command asks who writes, so no one can be called so.")
    return kept


def offer(path: Path, now: datetime, *, may_ask: bool) -> None:
    """Without a journal: offer to start one, with two questions; elsewhere say how, exit 1."""
    if not (may_ask and sys.stdin.isatty() and sys.stdout.isatty()):
        raise Refused(f"There is no journal yet at {path}.", "repairlog init YOU [PARTNER]")
    print(f"There is no journal yet. One can begin here: {path}\n{NOTICE}\n", file=sys.stderr)
    me = None
    while me is None:
        me = _asked("What is your first name? (Ctrl-C leaves without starting one)")
    partner = _asked("And the other person's? (nothing, if you begin alone)")
    begin(path, now, Init(me=me, partner=partner))
    whose = f"{me} and {partner}" if partner else me
    print(f"The journal of {whose} begins.\n", file=sys.stderr)


def _asked(question: str) -> str | None:
    """A name, or None where the line stays empty; what cannot be one is asked for again."""
    while words := ask.line(question):
        try:
            return name(words)
        except Misread as told:
            print(f"  {told.sentence}", file=sys.stderr)
    return None
