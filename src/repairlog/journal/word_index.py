"""The index of people's words, for search alone: a cache that may be dropped and made again.

It is a contentless FTS5 table, so no word stands in the file twice; `word_rows` says what it
holds. Where SQLite has no FTS5, or the table is not whole, a mark says so, and search reads the
entries themselves.
"""

# ruff: noqa: S608  (statements are pasted together from this module's own words only; every value
# is bound)

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from repairlog import schema
from repairlog.entries import Entry
from repairlog.journal.driver import errors
from repairlog.journal.trouble import code_of
from repairlog.journal.word_rows import every_row, rows_of

INSERT = "INSERT INTO words (rowid, text) VALUES (?, ?)"
BEHIND = "words are behind"
MARK = f"INSERT OR IGNORE INTO local (name, value) VALUES ('{BEHIND}', '')"
UNMARK = f"DELETE FROM local WHERE name = '{BEHIND}'"


def add(db: sqlite3.Connection, written: Iterable[tuple[int, Entry]]) -> None:
    """Index what this transaction wrote, each entry with its id. It costs nothing where there are
    no words; where it cannot be done, the index is marked as behind."""
    new = sorted(row for id_, entry in written for row in rows_of(db, id_, entry))
    if not new:
        return
    db.execute("SAVEPOINT words")
    try:
        db.executemany(INSERT, new)
        db.execute("SAVEPOINT words_written")  # FTS5 writes now what it would at the commit
    except errors() as problem:
        if not of_the_index(problem):
            raise
        db.execute("ROLLBACK TO words")
        db.execute(MARK)
    db.execute("RELEASE words")


def build(db: sqlite3.Connection) -> bool:
    """Drop the index and make it from all entries, in the caller's transaction: what it held of
    erased words goes with it. Without FTS5 it stays empty, and is marked as behind: False."""
    if _made(db):
        return True
    _empty(db)  # a table that is not whole may not even be dropped
    if _made(db):
        return True
    db.execute(MARK)
    return False


def _made(db: sqlite3.Connection) -> bool:
    db.execute("SAVEPOINT words")
    try:
        db.execute("DROP TABLE IF EXISTS words")
        db.execute(schema.WORDS)
        db.executemany(INSERT, every_row(db))
        db.execute(UNMARK)
    except errors() as problem:
        if not of_the_index(problem):
            raise
        db.execute("ROLLBACK TO words")
        return False
    finally:
        db.execute("RELEASE words")
    return True


EMPTIED = {
    "words_data": "INSERT INTO words_data VALUES (1, x''), (10, x'00000000000000')",
    "words_idx": "",
    "words_docsize": "",
    "words_config": "INSERT INTO words_config VALUES ('version', 4)",
}
"""The plain tables in which FTS5 keeps an index, and what they hold of one that is empty
(https://www.sqlite.org/fts5.html, "The FTS5 Shadow Tables")."""


def _empty(db: sqlite3.Connection) -> None:
    """Take everything out of the index, also where there is no FTS5 to do it."""
    there = {name for (name,) in db.execute("SELECT name FROM sqlite_master").fetchall()}
    for table, statement in EMPTIED.items():
        if table in there:
            db.execute(f"DELETE FROM {table}")
            if statement:
                db.execute(statement)


def of_the_index(problem: Exception) -> bool:
    """Whether there is no FTS5, no table, or one that is not whole, rather than no room or disk."""
    return code_of(problem) in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT)
