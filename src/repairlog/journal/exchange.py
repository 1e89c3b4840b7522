"""Another file in a journal's place: locked, unlocked, or restored; whole, or the old one stays.

While it goes on nobody can write, and a program that has the journal open is not pulled away from
under it: then nothing is changed, and it is said. Whoever comes to write to the old file a moment
later finds that it lost its name, and writes nothing (`Journal.writing`).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from repairlog.errors import Refused
from repairlog.journal.book import Journal
from repairlog.journal.disk import beside_its_place, sync
from repairlog.journal.driver import Key, cipher, connect, errors
from repairlog.journal.files import compare, open_journal
from repairlog.journal.trouble import busy, told_of_files

Make = Callable[[sqlite3.Connection, Path], None]
"""Fills the new, empty file from the old one's connection."""


def locked(path: Path, key: Key | None, new: Key | None) -> None:
    """Give the journal another key, or its first, or with ``new`` None take it off.

    The new file is read back and compared before it takes the place of the old one. Raises Refused
    while another program has the journal open.
    """

    def make(old: sqlite3.Connection, building: Path) -> None:
        _exported(path, key, building, new)
        with closing(connect(building, "mode=rw", new)) as made:
            made.execute("PRAGMA journal_mode = WAL")
            compare(Journal(path, old, key=key), Journal(building, made, key=new))

    _exchanged(path, key, make)


def restored(path: Path, key: Key | None, backup: Journal, kept: Path) -> None:
    """Let a backup's entries be the journal at ``path``, as a device of its own; the journal that
    was there stays, under the name ``kept``.

    The file is locked exactly if the backup is, with the same passphrase.
    """

    def make(_: sqlite3.Connection, building: Path) -> None:
        _copied(backup, building)

    _exchanged(path, key, make, kept)


def brought(path: Path, backup: Journal) -> None:
    """The same, where there is no journal at ``path``. Raises FileExistsError where there is."""
    from repairlog.journal.disk import make_private, put

    with told_of_files(path):
        make_private(path.parent)
        with beside_its_place(path) as building:
            _copied(backup, building)
            if not put(building, path):
                raise FileExistsError(path)


def _exchanged(path: Path, key: Key | None, make: Make, kept: Path | None = None) -> None:
    open_journal(path, key).close()  # an older one is renewed first
    with told_of_files(path), closing(connect(path, "mode=rw", key)) as old:
        _alone(path, old)
        try:
            old.execute("BEGIN IMMEDIATE")
            with beside_its_place(path) as building:
                make(old, building)
                if kept is not None:
                    os.link(path, kept)
                building.replace(path)
                sync(path.parent)
        except BaseException:
            with suppress(*errors()):
                old.rollback()
                old.execute("PRAGMA journal_mode = WAL")
            raise


def _alone(path: Path, old: sqlite3.Connection) -> None:
    """Merge what stands beside the file into it. Nothing may stand there once another file has
    its name; SQLite does this only where no one else has it open."""
    try:
        [mode] = old.execute("PRAGMA journal_mode = DELETE").fetchone()
    except errors() as problem:
        if not busy(problem):
            raise
        mode = "wal"
    if mode != "delete":
        raise Refused(
            f"Another program has {path} open. Nothing was changed.",
            "Close it there, then the same once more.",
        )


def _exported(path: Path, key: Key | None, building: Path, new: Key | None) -> None:
    """Copy all that the file holds into an empty one that has another key, or none."""
    source = cipher().connect(str(path), isolation_level=None)
    with closing(source):
        source.execute("PRAGMA cipher_log_level = NONE")
        if key is not None:
            source.execute(f'PRAGMA key = "{key.literal}"')
        literal = new.literal if new else ""
        source.execute("ATTACH DATABASE ? AS made KEY ?", (str(building), literal))
        source.execute("SELECT sqlcipher_export('made')")
        for pragma in ("application_id", "user_version"):
            [value] = source.execute(f"PRAGMA main.{pragma}").fetchone()
            source.execute(f"PRAGMA made.{pragma} = {int(value)}")
        source.execute("DETACH DATABASE made")


def _copied(backup: Journal, building: Path) -> None:
    """A copy of a backup in an empty file, which is a device of its own: two copies never go on
    with one chain."""
    with closing(connect(building, "mode=rw", backup.key)) as made:
        backup.copy_into(made)
        made.execute("PRAGMA journal_mode = WAL")
        made.execute("PRAGMA synchronous = FULL")
        compare(backup, Journal(building, made, key=backup.key))
        made.execute("UPDATE local SET value = ? WHERE name = 'device'", (os.urandom(8).hex(),))
        made.execute("PRAGMA wal_checkpoint(TRUNCATE)")
