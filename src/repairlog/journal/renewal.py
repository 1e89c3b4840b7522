"""An older journal brought to the newest schema: copied first, whole or not at all, once.

What changes is only what stands beside the entries. So a journal that cannot be renewed, since it
is read-only, the disk is full or the file is damaged, is opened as it is: it reads the same.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path

from repairlog import schema
from repairlog.entries import Head
from repairlog.errors import RepairlogError
from repairlog.journal import word_index
from repairlog.journal.book import Journal
from repairlog.journal.disk import beside_its_place, put
from repairlog.journal.driver import Key, connect, errors
from repairlog.journal.files import copy_and_compare
from repairlog.journal.trouble import busy


def renew(path: Path, connection: sqlite3.Connection, key: Key | None = None) -> Path | None:
    """Bring the journal to the newest schema. Returns the copy from before, if one was made.

    Of several programs at once one does it and the others wait. Raises what SQLite says where
    another has been writing for too long.
    """
    copies: list[Path] = []
    try:
        schema.migrate(
            connection,
            keep=lambda _: copies.append(_copied(path, connection, key)),
            fill=word_index.build,
        )
    except _failures() as problem:
        if busy(problem):
            raise
        return None
    return copies[0] if copies else None


def _failures() -> tuple[type[Exception], ...]:
    return (*errors(), OSError, RepairlogError)


def _copied(path: Path, holding: sqlite3.Connection, key: Key | None) -> Path:
    """A copy beside the journal, read back and compared. One that an interrupted run left will do.

    SQLite copies nothing through the connection that holds the lock; it keeps others from writing
    while a second one reads.
    """
    heads = Journal(path, holding).heads()
    for number in count(1):
        again = f"-{number}" if number > 1 else ""
        target = path.with_name(f"{path.stem}-before-{schema.MIGRATIONS[-1]}{again}{path.suffix}")
        if not target.exists():
            break
        if _holds(target, heads, key):
            return target
    for half_made in path.parent.glob(f".{target.name}.*.new*"):  # by a run that was interrupted
        half_made.unlink(missing_ok=True)
    with beside_its_place(target) as building, closing(connect(path, "mode=rw", key)) as source:
        source.execute("BEGIN")
        copy_and_compare(building, Journal(path, source, key=key), source)
        if not put(building, target):
            raise FileExistsError(target)
    return target


def _holds(target: Path, heads: list[Head], key: Key | None) -> bool:
    try:
        with closing(connect(target, "mode=rw", key)) as copy:
            return Journal(target, copy).heads() == heads
    except _failures():
        return False
