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
from dataclasses import dataclass
from pathlib import Path

from repairlog import schema
from repairlog.errors import Refused, Unwritable
from repairlog.journal import word_index
from repairlog.journal.book import Journal
from repairlog.journal.disk import (
    BESIDE,
    beside_its_place,
    make_private,
    place_of,
    put,
    put_over,
    with_ending,
)
from repairlog.journal.driver import Key, connect, errors
from repairlog.journal.files import READ_AND_WRITE, compare, open_journal, up_to_date
from repairlog.journal.trouble import busy, replaced, told, told_of_files

Make = Callable[[sqlite3.Connection, Path], None]
"""Fills the new, empty file from the old one's connection."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A file to restore from, its key where it is locked, and how a copy of it is looked at before
    it becomes the journal: ``look`` raises for what may not."""

    path: Path
    key: Key | None
    look: Callable[[Journal], None]


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

    exchanged(path, key, make)


def restored(path: Path, key: Key | None, backup: Backup, kept: Path) -> None:
    """Let a backup's entries be the journal at ``path``, as a device of its own; the journal that
    was there stays, under the name ``kept``, however damaged it is.

    The file is locked exactly if the backup is, with the same passphrase.
    """
    try:
        exchanged(path, key, lambda _, building: _copied(backup, building), kept)
    except Unwritable:
        set_aside(path, backup, kept)


def set_aside(path: Path, backup: Backup, kept: Path) -> None:
    """The same, where the journal that is there cannot be read. Then nobody writes to it either,
    and it is kept as it is."""
    with told_of_files(path), beside_its_place(path) as building:
        _copied(backup, building)
        for ending in BESIDE:  # all of it has its second name before any loses its first
            with suppress(FileNotFoundError):
                os.link(with_ending(path, ending), with_ending(kept, ending))
        for ending in BESIDE[1:]:
            with_ending(path, ending).unlink(missing_ok=True)
        put_over(building, path)


def brought(path: Path, backup: Backup) -> None:
    """The same, where there is no journal at ``path``. Raises FileExistsError where there is."""
    with told_of_files(path):
        make_private(path.parent)
        with beside_its_place(path) as building:
            _copied(backup, building)
            if not put(building, path):
                raise FileExistsError(path)


def exchanged(path: Path, key: Key | None, make: Make, kept: Path | None = None) -> None:
    """Give the journal the file that ``make`` makes, while nobody else can write; ``kept`` is the
    second name under which the old one stays.

    One that is stopped half-way leaves the old file without a WAL; opening it brings that back.
    """
    open_journal(path, key).close()  # an older one is renewed first
    place = place_of(path)
    with told_of_files(path), closing(connect(path, "mode=rw", key)) as old:
        _alone(path, old)
        if place_of(path) != place:  # another exchange was quicker: what we hold has no name now
            raise replaced(path)
        try:
            with beside_its_place(path) as building:
                make(old, building)
                if kept is not None:
                    os.link(path, kept)
                put_over(building, path)
        finally:
            with suppress(*errors()):
                old.rollback()


def _alone(path: Path, old: sqlite3.Connection) -> None:
    """Keep others from writing, and merge what stands beside the file into it. Nothing may stand
    there once another file has its name; SQLite does this only where no one else has it open."""
    try:
        old.execute("PRAGMA journal_mode = DELETE").fetchall()  # to its end: it may fail there
        old.execute("BEGIN IMMEDIATE")
        # Somebody may have come between the two, and have brought the WAL back.
        [mode] = old.execute("PRAGMA journal_mode").fetchone()
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
    with closing(connect(path, READ_AND_WRITE, key, ciphers=True)) as source:
        source.execute("PRAGMA cipher_log_level = NONE")
        literal = new.literal if new else ""
        source.execute("ATTACH DATABASE ? AS made KEY ?", (str(building), literal))
        source.execute("SELECT sqlcipher_export('made')")
        for pragma in ("application_id", "user_version"):
            [value] = source.execute(f"PRAGMA main.{pragma}").fetchone()
            source.execute(f"PRAGMA made.{pragma} = {int(value)}")
        source.execute("DETACH DATABASE made")


def _copied(backup: Backup, building: Path) -> None:
    """A copy of a backup in an empty file, of the newest schema, looked at, and a device of its
    own: two copies never go on with one chain. The backup's own file stays as it is."""
    with closing(connect(building, "mode=rw", backup.key)) as made:
        with told(backup.path):
            with closing(_source(backup)) as source:
                source.backup(made)
            _renew(backup.path, made)
        made.execute("PRAGMA journal_mode = WAL")
        made.execute("PRAGMA synchronous = FULL")
        backup.look(Journal(backup.path, made, key=backup.key))
        made.execute("UPDATE local SET value = ? WHERE name = 'device'", (os.urandom(8).hex(),))
        made.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _source(backup: Backup) -> sqlite3.Connection:
    """The backup to read from. Nothing is made beside a file that has nothing there."""
    wal = with_ending(backup.path, "-wal")
    alone = not (wal.exists() and wal.stat().st_size)
    return connect(backup.path, "mode=ro&immutable=1" if alone else "mode=ro", backup.key)


def _renew(path: Path, made: sqlite3.Connection) -> None:
    if not up_to_date(path, schema.applied(made)):
        schema.migrate(made, keep=lambda _: None, fill=word_index.build)
