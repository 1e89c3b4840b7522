"""The journal's file: made, opened as it is found, and copied."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from repairlog import schema
from repairlog.errors import Refused
from repairlog.journal.book import Draft, Journal
from repairlog.journal.disk import (
    beside_its_place,
    clear_half_made,
    make_private,
    place_of,
    put,
    with_ending,
)
from repairlog.journal.driver import Key, connect, errors, salt_of
from repairlog.journal.trouble import (
    Locked,
    damaged,
    newer,
    no_database,
    no_journal,
    shut_out,
    told_in_reading,
    told_of_files,
)

READ_AND_WRITE = "mode=rw"


def open_journal(path: Path, key: Key | None = None) -> Journal:
    """Open an existing journal, with its key where it is locked, and bring it to the newest
    schema.

    Raises Locked where the journal is locked and the key does not open it, or none is given, and
    Unwritable when the file is no journal, is damaged, cannot be read, or was written by a newer
    version; it is left untouched then.
    """
    if key is None and (salt := salt_of(path)):
        raise Locked(path, salt)
    with told_in_reading(path):
        try:
            return _opened(path, READ_AND_WRITE, key)
        except errors("OperationalError") as problem:
            if not _only_readable(path, problem):
                raise
        # Nobody can be writing where not even the file's own companions can be made.
        return _opened(path, "mode=ro&immutable=1", key)


def _only_readable(path: Path, problem: Exception) -> bool:
    """Whether the file could not be opened just because nothing can be made in its folder, and
    holds all there is."""
    wal = with_ending(path, "-wal")
    unmerged = wal.exists() and wal.stat().st_size > 0
    return shut_out(problem) and os.access(path, os.R_OK) and not unmerged


def _opened(path: Path, how: str, key: Key | None) -> Journal:
    place = place_of(path)
    connection = connect(path, how, key)
    try:
        copied = _checked(path, connection, key)
        if how == READ_AND_WRITE:
            _put_right(path, connection, key)
        return Journal(path, connection, key=key, place=place, copied=copied)
    except BaseException:
        connection.close()
        raise


def _checked(path: Path, connection: sqlite3.Connection, key: Key | None) -> Path | None:
    """Bring the journal to the newest schema where it has an older one; the copy made before."""
    newest = up_to_date(path, _names(path, connection, key))
    _refuse_cut(path, connection)
    # In a WAL this is FULL. Without one it syncs the folder, too, so that what is written stays.
    connection.execute("PRAGMA synchronous = EXTRA")
    if newest:
        return None
    from repairlog.journal.renewal import renew

    return renew(path, connection, key)


def up_to_date(path: Path, names: tuple[str, ...] | None) -> bool:
    """Whether a file that has had these migrations needs none. Raises Unwritable for what is no
    journal, or one of a newer version."""
    if names is None:
        raise no_journal(path)
    if set(names) - set(schema.MIGRATIONS):
        raise newer(path)
    return names == schema.MIGRATIONS


def opens(path: Path, key: Key) -> bool:
    """Whether the key opens this file. Nothing of it is changed, nor anything made beside it."""
    with closing(connect(path, "mode=ro&immutable=1", key)) as connection:
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except errors() as problem:  # it may open it all the same, and show damage
            return not no_database(problem)
    return True


def _names(path: Path, connection: sqlite3.Connection, key: Key | None) -> tuple[str, ...] | None:
    """The migrations that the file has had. What a key does not open reads as no database."""
    try:
        return schema.applied(connection)
    except errors() as problem:
        if key is None or not no_database(problem):
            raise
        raise Locked(path, key.salt) from None


def _refuse_cut(path: Path, connection: sqlite3.Connection) -> None:
    """A file that lost whole pages SQLite finds by itself; not one that lost a part of its last."""
    [page] = connection.execute("PRAGMA page_size").fetchone()
    if path.stat().st_size % int(page):  # SQLCipher says it as text
        raise damaged(path, "its end is cut off")


def _put_right(path: Path, connection: sqlite3.Connection, key: Key | None) -> None:
    """Undo what an exchange that was stopped half-way left (`exchange`): a journal without a WAL,
    and beside a locked one a half-made file, which might hold its words for all to read."""
    if key is not None:
        clear_half_made(path)
    [mode] = connection.execute("PRAGMA journal_mode").fetchone()
    if mode == "delete":
        _bring_back_wal(path, key)


def _bring_back_wal(path: Path, key: Key | None) -> None:
    """Let the journal have a WAL again, unless somebody is at it just now. Nobody can exchange the
    file meanwhile, or a WAL would come to stand beside another one."""
    place = place_of(path)
    with suppress(*errors()), closing(connect(path, READ_AND_WRITE, key)) as alone:
        alone.execute("PRAGMA busy_timeout = 0")
        alone.execute("PRAGMA locking_mode = EXCLUSIVE")  # the lock taken next is kept to the end
        alone.execute("BEGIN IMMEDIATE")
        ours = place_of(path) == place
        alone.execute("ROLLBACK")
        if ours:
            alone.execute("PRAGMA journal_mode = WAL")


def create_journal(
    path: Path, now: datetime, drafts: Sequence[Draft], key: Key | None = None
) -> Journal:
    """Make a new journal that holds the drafts, readable by its owner only from the first byte;
    with a key it is locked from there, too.

    It is built beside its place and then put there, so that a half-made journal never has the
    journal's name and of several first runs one wins. Raises FileExistsError to the others.
    """
    with told_of_files(path):
        make_private(path.parent)
        with beside_its_place(path) as building:
            with closing(connect(building, "mode=rw", key)) as connection:
                begin_file(connection)
                with Journal(path, connection).writing(now) as writer:
                    for draft in drafts:
                        writer.append(draft)
                merge(connection)
            won = put(building, path)
    if not won:
        raise FileExistsError(path)
    return open_journal(path, key)


def begin_file(connection: sqlite3.Connection) -> None:
    """Make an empty file a journal that holds nothing yet, on a device of its own."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    _begin(connection)


def merge(connection: sqlite3.Connection) -> None:
    """Bring what stands in the WAL into the file. Closing it would do so, too, but say nothing
    when the disk does not take it."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


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
    with closing(connect(building, "mode=rw", journal.key)) as copy:
        connection.backup(copy)
    with closing(connect(building, "mode=rw", journal.key)) as copy:
        compare(journal, Journal(building, copy))


def compare(journal: Journal, copy: Journal) -> None:
    """Read a copy back. Raises Unwritable where it is not whole, lacks a trigger, or does not end
    as the journal does, into which nobody writes meanwhile."""
    found = copy.problems()
    if found:
        raise damaged(journal.path, found[0])
    if copy.heads() != journal.heads():
        raise damaged(copy.path, "the copy does not end as the journal does")
    if copy.guards() != journal.guards():
        raise damaged(copy.path, "the copy lacks what keeps its entries as they are")


def _taken(target: Path) -> Refused:
    return Refused(
        f"{target} is there already; nothing was written.",
        "Give the copy a name of its own: repairlog backup FILE",
    )
