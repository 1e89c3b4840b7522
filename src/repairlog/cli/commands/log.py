"""`log`: the entries in order, the newest at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

import typer

from repairlog.cli import show
from repairlog.cli.kinds_said import kinds_named
from repairlog.cli.session import Session, known_person, refuse_backwards, session
from repairlog.dates import Tense
from repairlog.entries import Entry
from repairlog.journal import Query
from repairlog.readings.log import SHOWN_DAYS, LogReport, as_json
from repairlog.readings.log import log as report_of

LOOK_BACK = (14, 42, 126, 378)
"""How many days back one looks for enough days that hold entries, before one looks at all."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which entries a line asks for."""

    since: date | None
    until: date | None
    kinds: tuple[str, ...]
    who: str | None
    everything: bool

    @property
    def latest(self) -> bool:
        """Whether no days were named, so that the latest ones are meant."""
        return self.since is None and self.until is None and not self.everything


def log(
    context: typer.Context,
    since: Annotated[str | None, typer.Option(metavar="WHEN", help="from this day on")] = None,
    until: Annotated[str | None, typer.Option(metavar="WHEN", help="up to this day")] = None,
    kind: Annotated[
        list[str] | None, typer.Option(metavar="KIND…", help="only these: trigger, delivery …")
    ] = None,
    who: Annotated[str | None, typer.Option(metavar="NAME", help="only this person's")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="from the beginning, with what was taken back")
    ] = False,
) -> None:
    """See the entries in order, the newest at the end.

    Example: repairlog log --since last monday --kind trigger
    """
    with session(context) as s:
        asked = Asked(
            since=s.when(since, Tense.BACK).begins if since else None,
            until=s.back(until),
            kinds=kinds_named((word for words in kind or () for word in words.split()), "--kind"),
            who=known_person(s.settings, who, "--who") if who else None,
            everything=everything,
        )
        refuse_backwards(asked.since, asked.until, "log")
        report = gather(s, asked)
        if s.said.json:
            show.as_json(as_json(report))
            return
        from repairlog.render.log import log_page

        show.page(log_page(report, f"{s.writer}'s private log" if s.private else "Log"))


def gather(s: Session, asked: Asked) -> LogReport:
    """The report of what was asked for."""
    listed = _latest(s, asked) if asked.latest else _read(s, asked, asked.since)
    return report_of(
        listed,
        _around(s, listed),
        s.settings,
        s.now,
        since=asked.since,
        until=asked.until,
        everything=asked.everything,
        latest=SHOWN_DAYS if asked.latest else None,
    )


def _read(s: Session, asked: Asked, since: date | None) -> list[Entry]:
    query = Query(
        kinds=asked.kinds,
        by=asked.who,
        since=since,
        until=asked.until,
        undone=asked.everything,
    )
    return s.journal.read(query)


def _latest(s: Session, asked: Asked) -> list[Entry]:
    """Entries that surely hold the latest days asked for, and one more if there is one."""
    for days in LOOK_BACK:
        found = _read(s, asked, s.today - timedelta(days=days))
        if _days(found) > SHOWN_DAYS:
            return found
    return _read(s, asked, None)


def _days(entries: Iterable[Entry]) -> int:
    return len({entry.day for entry in entries})


def _around(s: Session, listed: Sequence[Entry]) -> list[Entry]:
    """What the entries are about, and what changed these or those: taken back, put right, gone."""
    above = [*s.journal.above(listed), *_restated(s, listed)]
    roots = [entry.uid for entry in (*listed, *above)]
    changes = s.journal.read(Query(kinds=CHANGES, about=tuple(roots), undone=True))
    return [*above, *changes]


def _restated(s: Session, listed: Sequence[Entry]) -> list[Entry]:
    """The boundaries' other words, where a crossing was written down: it restates those that it
    crossed."""
    crossed = tuple(entry.about for entry in listed if entry.kind == "crossing" and entry.about)
    return s.journal.read(Query(kinds=("revision",), about=crossed)) if crossed else []


CHANGES = ("amend", "erase", "undo")
