"""A journal that gets its file with the first command that writes to it, and none before.

A command that is refused leaves no trace then, not even that somebody meant to begin one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from repairlog.entries import Entry
from repairlog.errors import Unwritable
from repairlog.journal.book import Draft, Journal, Writer
from repairlog.journal.disk import beside_its_place, make_private, put
from repairlog.journal.driver import connect
from repairlog.journal.files import memory_journal, open_journal
from repairlog.journal.trouble import told_of_files


class UnbegunJournal(Journal):
    """A journal that holds its beginning, in memory. What the first command writes brings it to
    the file that ``path`` names, whole; from then on it is that file."""

    def __init__(self, path: Path, now: datetime, beginning: Sequence[Draft]) -> None:
        unwritten = memory_journal()
        super().__init__(path, unwritten._db)
        self._begun = False
        with super().writing(now) as writer:
            for draft in beginning:
                writer.append(draft)

    @contextmanager
    def writing(self, now: datetime, goes_on: Entry | None = None) -> Iterator[Writer]:
        """See `Journal.writing`."""
        with super().writing(now, goes_on) as writer:
            yield writer
        if writer.written and not self._begun:
            self._begin()

    def _begin(self) -> None:
        """Put what is in memory at its place. Raises Unwritable where it cannot be put there; then
        there is no file."""
        with told_of_files(self.path):
            make_private(self.path.parent)
            with beside_its_place(self.path) as building:
                with closing(connect(building, "mode=rw")) as copy:
                    self._db.backup(copy)
                    copy.execute("PRAGMA journal_mode = WAL")
                    copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                won = put(building, self.path)
        if not won:
            raise Unwritable(
                f"Another command began {self.path} at this very moment. Nothing was saved.",
                "The same once more, and it goes there.",
            )
        self._db.close()
        self._db = open_journal(self.path)._db
        self._begun = True
