"""The log: entries as they happened, day by day, the newest at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from repairlog.entries import Entry
from repairlog.kinds import body_of
from repairlog.kinds.mending import Amend, Erase, Undo
from repairlog.kinds.reviews import Asked
from repairlog.readings.moments import in_order
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record
from repairlog.readings.told import Told, told
from repairlog.readings.told import as_json as told_json

SHOWN_DAYS = 14
"""How many days that hold entries the log shows, where nothing else is asked for."""

SIGNS_ONLY = (Amend, Erase, Undo, Asked)
"""What has no line of its own: the entry that it is about bears its sign."""


@dataclass(frozen=True, slots=True)
class LogReport:
    """What the log shows as of a moment.

    ``days`` are the days that hold entries, each with its lines. ``earlier``: there are entries
    before ``since``. ``everything``: what was taken back is shown, too.
    """

    as_of: datetime
    people: tuple[str, ...]
    days: tuple[tuple[date, tuple[Told, ...]], ...]
    since: date | None
    until: date | None
    earlier: bool
    everything: bool

    @property
    def lines(self) -> tuple[Told, ...]:
        return tuple(line for _, lines in self.days for line in lines)


def log(
    listed: Iterable[Entry],
    around: Iterable[Entry],
    settings: Settings,
    now: datetime,
    *,
    since: date | None = None,
    until: date | None = None,
    everything: bool = False,
    latest: int | None = None,
) -> LogReport:
    """The entries ``listed``, told; ``around`` is what they are about and what is about them.

    ``latest``: only so many of the last days that hold any. ``everything``: with what was taken
    back, and with the entries that changed others.
    """
    entries = {entry.uid: entry for entry in (*around, *listed)}
    undone = {entry.about for entry in entries.values() if entry.kind == "undo"}
    record = Record(entries.values(), whole=everything)
    items = {item.uid: item for e in listed if (item := _item(record, e, everything))}
    told_of = in_order(list(items.values()))
    shown = [item for item in told_of if _belongs(item, since, until, everything)]
    days = [
        (day, tuple(told(record, i, settings, now, undone=i.uid in undone) for i in of_day))
        for day, of_day in groupby(shown, key=lambda item: item.day)
    ]
    kept = days[-latest:] if latest is not None else days
    return LogReport(
        as_of=now,
        people=settings.people,
        days=tuple(kept),
        since=kept[0][0] if latest is not None and kept else since,
        until=until,
        earlier=len(kept) < len(days),
        everything=everything,
    )


def _item(record: Record, entry: Entry, everything: bool) -> Item | None:
    if everything and entry.kind == "undo":
        return Item(entry, body_of(entry), entry.day, entry.at)
    return record.get(entry.uid)


def _belongs(item: Item, since: date | None, until: date | None, everything: bool) -> bool:
    if (since and item.day < since) or (until and item.day > until):
        return False
    return everything or not isinstance(item.body, SIGNS_ONLY)


def as_json(report: LogReport) -> dict[str, Any]:
    """What `log --json` prints."""
    return {
        "as_of": report.as_of.isoformat(timespec="seconds"),
        "since": report.since.isoformat() if report.since else None,
        "until": report.until.isoformat() if report.until else None,
        "earlier": report.earlier,
        "entries": [told_json(line) for line in report.lines],
    }
