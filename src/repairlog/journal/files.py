"""The journal's file: made, opened as it is found, and copied."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from repairlog import schema
from repairlog.entries import Head
from repairlog.errors import Refused
from repairlog.journal.book import Draft, Journal
from repairlog.journal.disk import beside_its_place, make_private, put, with_ending
from repairlog.journal.trouble import (
    WAIT_SECONDS,
    damaged,
    newer,
    no_journal,
    shut_out,
    told_in_reading,
    told_of_files,
)


def open_journal(path: Path) -> Journal:
    """Open an existing journal and bring it to the newest schema.

    Raises Unwritable when the file is no journal, is damaged, cannot be read, or was written by a
    newer version; it is left untouched then.
    """
    with told_in_reading(path):
        try:
            return _opened(path, "mode=rw")
        except sqlite3.OperationalError as problem:
            if not _only_readable(path, problem):
                raise
        # Nobody can be writing where not even the file's own companions can be made.
        return _opened(path, "mode=ro&immutable=1")


def _only_readable(path: Path, problem: sqlite3.OperationalError) -> bool:
    """Whether the file could not be opened just because nothing can be made in its folder, and
    holds all there is."""
    wal = with_ending(path, "-wal")
    unmerged = wal.exists() and wal.stat().st_size > 0
    return shut_out(problem) and os.access(path, os.R_OK) and not unmerged


def _opened(path: Path, how: str) -> Journal:
    connection = connect(path, how)
    try:
        return Journal(path, connection, _checked(path, connection))
    except BaseException:
        connection.close()
        raise


def connect(path: Path, how: str) -> sqlite3.Connection:
    """A connection to a file that is there; ``how`` are the parameters of SQLite's URI."""
    name = str(path.absolute())
    for sign, code in (("%", "%25"), ("?", "%3f"), ("#", "%23")):  # what means something in a URI
        name = name.replace(sign, code)
    return sqlite3.connect(
        f"file://{name}?{how}", uri=True, isolation_level=None, timeout=WAIT_SECONDS
    )


def _checked(path: Path, connection: sqlite3.Connection) -> Path | None:
    """Bring the journal to the newest schema where it has an older one; the copy made before."""
    names = schema.applied(connection)
    if names is None:
        raise no_journal(path)
    if set(names) - set(schema.MIGRATIONS):
        raise newer(path)
    _refuse_cut(path, connection)
    connection.execute("PRAGMA synchronous = FULL")
    if names == schema.MIGRATIONS:
        return None
    from repairlog.journal.renewal import renew

    return renew(path, connection)


def _refuse_cut(path: Path, connection: sqlite3.Connection) -> None:
    """A file that lost whole pages SQLite finds by itself; not one that lost a part of its last."""
    [page] = connection.execute("PRAGMA page_size").fetchone()
    if path.stat().st_size % page:
        raise damaged(path, "its end is cut off")


def create_journal(path: Path, now: datetime, drafts: Sequence[Draft]) -> Journal:
    """Make a new journal that holds the drafts, readable by its owner only from the first byte.

    It is built beside its place and then put there, so that a half-made journal never has the
    journal's name and of several first runs one wins. Raises FileExistsError to the others.
    """
    with told_of_files(path):
        make_private(path.parent)
        with beside_its_place(path) as building:
            with closing(connect(building, "mode=rw")) as connection:
                begin_file(connection)
                with Journal(path, connection).writing(now) as writer:
                    for draft in drafts:
                        writer.append(draft)
            won = put(building, path)
    if not won:
        raise FileExistsError(path)
    return open_journal(path)


def begin_file(connection: sqlite3.Connection) -> None:
    """Make an empty file a journal that holds nothing yet, on a device of its own."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    _begin(connection)


def _begin(connection: sqlite3.Connection) -> None:
    from repairlog.journal import word_index

    schema.migrate(connection, keep=lambda _: None, fill=word_index.build)
    schema.name_device(connection, os.urandom(8).hex())


def memory_journal() -> Journal:
    """A journal that lives in memory and is gone with the process, for the demonstration."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _begin(connection)
    return Journal(Path(":memory:"), connection)


def copy_to(target: Path, journal: Journal, connection: sqlite3.Connection) -> None:
    """Copy an open journal to a new file, and read the copy back. See `Journal.backup`."""
    if os.path.lexists(target):
        raise _taken(target)
    with told_of_files(target), beside_its_place(target) as building:
        connection.execute("BEGIN")  # nobody's later entry comes between the two
        copy_and_compare(building, journal, connection)
        connection.execute("COMMIT")
        kept = put(building, target)
    if not kept:
        raise _taken(target)


def copy_and_compare(building: Path, journal: Journal, connection: sqlite3.Connection) -> None:
    """Copy a journal whose connection is in a transaction to an empty file, and read it back."""
    heads = journal.heads()
    with closing(connect(building, "mode=rw")) as copy:
        connection.backup(copy)
    with closing(connect(building, "mode=rw")) as copy:
        _compare(journal, heads, Journal(building, copy))


def _compare(journal: Journal, heads: list[Head], copy: Journal) -> None:
    found = copy.problems()
    if found:
        raise damaged(journal.path, found[0])
    if copy.heads() != heads:
        raise damaged(copy.path, "the copy does not end as the journal does")


def _taken(target: Path) -> Refused:
    return Refused(
        f"{target} is there already; nothing was written.",
        "Give the copy a name of its own: repairlog backup FILE",
    )
