"""The journal's file: made whole or not at all, its owner's alone from the first byte, opened as
it is found."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from repairlog import schema
from repairlog.errors import Refused
from repairlog.journal.book import Draft, Journal
from repairlog.journal.rows import Head
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
            return Journal(path, _opened(path, "mode=rw"))
        except sqlite3.OperationalError as problem:
            if not _only_readable(path, problem):
                raise
        # Nobody can be writing where not even the file's own companions can be made.
        return Journal(path, _opened(path, "mode=ro&immutable=1"))


def _only_readable(path: Path, problem: sqlite3.OperationalError) -> bool:
    """Whether the file could not be opened just because nothing can be made in its folder, and
    holds all there is."""
    wal = _with_ending(path, "-wal")
    unmerged = wal.exists() and wal.stat().st_size > 0
    return shut_out(problem) and os.access(path, os.R_OK) and not unmerged


def _opened(path: Path, how: str) -> sqlite3.Connection:
    connection = _connect(path, how)
    try:
        _check_schema(path, connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _connect(path: Path, how: str) -> sqlite3.Connection:
    name = str(path.absolute())
    for sign, code in (("%", "%25"), ("?", "%3f"), ("#", "%23")):  # what means something in a URI
        name = name.replace(sign, code)
    return sqlite3.connect(
        f"file://{name}?{how}", uri=True, isolation_level=None, timeout=WAIT_SECONDS
    )


def _check_schema(path: Path, connection: sqlite3.Connection) -> None:
    names = schema.applied(connection)
    if names is None:
        raise no_journal(path)
    if set(names) - set(schema.MIGRATIONS):
        raise newer(path)
    _refuse_cut(path, connection)
    connection.execute("PRAGMA synchronous = FULL")
    if names != schema.MIGRATIONS:
        schema.migrate(connection)


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
        _make_private(path.parent)
        with _beside_its_place(path) as building:
            with closing(_connect(building, "mode=rw")) as connection:
                _fill(path, connection, now, drafts)
            won = _put(building, path)
    if not won:
        raise FileExistsError(path)
    return open_journal(path)


def _fill(
    path: Path, connection: sqlite3.Connection, now: datetime, drafts: Sequence[Draft]
) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    schema.migrate(connection)
    schema.name_device(connection, os.urandom(8).hex())
    with Journal(path, connection).writing(now) as writer:
        for draft in drafts:
            writer.append(draft)


def memory_journal() -> Journal:
    """A journal that lives in memory and is gone with the process, for the demonstration."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    schema.migrate(connection)
    schema.name_device(connection, os.urandom(8).hex())
    return Journal(Path(":memory:"), connection)


def copy_to(target: Path, journal: Journal, connection: sqlite3.Connection) -> None:
    """Copy an open journal to a new file, and read the copy back. See `Journal.backup`."""
    if os.path.lexists(target):
        raise _taken(target)
    with told_of_files(target), _beside_its_place(target) as building:
        with closing(_connect(building, "mode=rw")) as copy:
            connection.execute("BEGIN")  # nobody's later entry comes between the two
            heads = journal.heads()
            connection.backup(copy)
            connection.execute("COMMIT")
        with closing(_connect(building, "mode=rw")) as copy:
            _compare(journal, heads, Journal(target, copy))
        put = _put(building, target)
    if not put:
        raise _taken(target)


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


# -- the file system ---------------------------------------------------------------------------


def _make_private(folder: Path) -> None:
    """Make the folder, and those above it, so that only their owner can enter; those that are
    there already stay as they are."""
    if folder.is_dir():
        return
    _make_private(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    _sync(folder.parent)


@contextmanager
def _beside_its_place(path: Path) -> Iterator[Path]:
    """A new empty file beside ``path`` that only its owner can read; gone again afterwards, with
    what SQLite made beside it."""
    building = path.with_name(f".{path.name}.{os.urandom(6).hex()}.new")
    os.close(os.open(building, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield building
    finally:
        for ending in ("", "-wal", "-shm"):
            _with_ending(building, ending).unlink(missing_ok=True)


def _with_ending(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _put(building: Path, path: Path) -> bool:
    """Give the file its name, unless something has that name already."""
    try:
        os.link(building, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        if not _renamed(building, path):
            return False
    _sync(path.parent)
    return True


def _renamed(building: Path, path: Path) -> bool:
    import fcntl

    folder = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)  # a rename would replace: one looks and renames at once
        if os.path.lexists(path):
            return False
        building.rename(path)
    finally:
        os.close(folder)
    return True


def _sync(folder: Path) -> None:
    """Make the folder's new name durable."""
    place = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
