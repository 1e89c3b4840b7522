"""A journal seen through a veil: what is read comes changed, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from repairlog.entries import Entry
from repairlog.journal.book import Journal
from repairlog.journal.rows import Query

Veil = Callable[[list[Entry]], list[Entry]]
"""From entries as they are to those that are shown."""


class VeiledJournal(Journal):
    """An open journal that shows every entry through a veil, whichever way it is asked. It is for
    reading: who writes has to see what is there."""

    def __init__(self, journal: Journal, veil: Veil) -> None:
        super().__init__(journal.path, journal._db)
        self._veil = veil

    def days_written(self, since: date, until: date) -> set[tuple[str, date]]:
        """The same, by the names that the veil shows."""
        return {(entry.by, entry.day) for entry in self.read(Query(since=since, until=until))}

    def _entries(self, sql: str, values: Mapping[str, Any]) -> list[Entry]:
        return self._veil(super()._entries(sql, values))
