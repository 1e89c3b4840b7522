"""The journal as its file holds it, text by text: to be checked before it is believed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from repairlog import schema
from repairlog.entries import Entry
from repairlog.journal import rows, word_index, word_search
from repairlog.journal.book import Journal
from repairlog.journal.driver import errors
from repairlog.journal.trouble import told
from repairlog.kinds import KINDS

Stored = tuple[Any, ...]
"""An entry's row as it is stored: uid, device, seq, ref, kind, version, by, at, day, written,
about, command, content, hash, salt and fields (both None once erased), every date a text."""

IN_ORDER = f"SELECT {rows.COLUMNS} FROM entry e {rows.CONTENT} ORDER BY e.id"  # noqa: S608
IDS = "SELECT id FROM entry ORDER BY id"
HOMELESS = "SELECT uid FROM content WHERE uid NOT IN (SELECT uid FROM entry)"


def stored(journal: Journal) -> list[Stored]:
    """Every entry's row in the order of arrival. Bytes that are no text come as lone surrogates.

    Raises Unwritable where SQLite cannot read the file to its end.
    """
    return _read(journal, IN_ORDER)


def homeless(journal: Journal) -> list[str]:
    """The uids of contents that belong to no entry."""
    return [str(uid) for (uid,) in _read(journal, HOMELESS)]


def entries_of(found: Sequence[Stored]) -> list[Entry]:
    """The entries in these rows. Raises ValueError where one cannot be read."""
    return [rows.entry_of(row) for row in found]


def _read(journal: Journal, sql: str) -> list[Stored]:
    database = journal._db  # of the same package: this is another way to read the same file
    with told(journal.path):
        try:
            return database.execute(sql).fetchall()
        except errors("OperationalError") as problem:
            if "decode" not in str(problem):
                raise
        database.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
        try:
            return database.execute(sql).fetchall()
        finally:
            database.text_factory = str


@contextmanager
def at_one_moment(journal: Journal) -> Iterator[None]:
    """Everything read inside is of the same moment, whoever writes meanwhile."""
    database = journal._db
    with told(journal.path):
        database.execute("BEGIN")
    try:
        yield
    finally:
        database.rollback()  # nothing was written


def missing_guards(journal: Journal) -> list[str]:
    """The names of the triggers that are not in place as they were made."""
    return sorted(set(schema.GUARDS) - journal.guards())


def put_back_guards(journal: Journal) -> list[str]:
    """Make the triggers that keep entries as they are, where one is missing or was changed.

    Returns the names of those made. Raises Unwritable where the file cannot be written.
    """
    missing = missing_guards(journal)
    if not missing:
        return []
    database = journal._db
    with told(journal.path), database:
        database.execute("BEGIN IMMEDIATE")
        for name in missing:
            database.execute(f"DROP TRIGGER IF EXISTS {name}")
            database.execute(schema.GUARDS[name])
    return missing


def words_agree(journal: Journal, found: Sequence[Stored]) -> bool:
    """Whether the index of words holds what the entries say, as far as SQLite can read it.

    What a newer version wrote it indexed as it knows how, and only that version can tell.
    """
    if any(_unknown(kind, version) for kind, version in {(row[4], row[5]) for row in found}):
        return True
    ids = (id_ for (id_,) in _read(journal, IDS))
    stored_words = (
        (id_, row[0], row[4], row[5], row[8], row[15])
        for id_, row in zip(ids, found, strict=True)
        if row[15] is not None
    )
    with told(journal.path):
        return word_search.agrees(journal._db, stored_words)


def _unknown(kind: str, version: int) -> bool:
    known = KINDS.get(kind)
    return known is None or version > known.version


def rebuild_words(journal: Journal) -> bool:
    """Drop the index of words and make it anew from all entries; False where there can be none.

    Raises Unwritable where the file cannot be written.
    """
    with told(journal.path), journal._db as database:
        database.execute("BEGIN IMMEDIATE")
        return word_index.build(database)
