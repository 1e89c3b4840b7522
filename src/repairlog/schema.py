"""The tables of a journal, the triggers that keep them append-only, and the migrations.

``entry`` and ``content`` are the record. ``thread`` and ``words`` are caches that may be dropped
and rebuilt; ``local`` names this file's device. A migration never uses sqlite-utils'
``transform()`` on the record: it would drop the triggers without a word.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

MIGRATION_SET = "repairlog"
MIGRATIONS = ("0001_journal", "0002_words")
"""The names of all migrations, in order. Kept here so that opening an up-to-date journal needs
one query and no sqlite-utils."""

APPLICATION_ID = 0x5265706C  # "Repl": marks the file for `file` and for us

TABLES = """
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    letter TEXT NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    by TEXT NOT NULL,
    at TEXT,
    day TEXT NOT NULL,
    written TEXT NOT NULL,
    about TEXT,
    command TEXT NOT NULL,
    content TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (device, seq)
) STRICT;
CREATE TABLE content (
    uid TEXT PRIMARY KEY,
    salt TEXT NOT NULL,
    fields TEXT NOT NULL
) STRICT;
CREATE TABLE thread (
    uid TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    closed TEXT,
    through TEXT,
    checkpoint TEXT
) STRICT;
CREATE TABLE local (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE INDEX entry_by_ref ON entry (letter, number);
CREATE INDEX entry_by_kind ON entry (kind, day);
CREATE INDEX entry_by_about ON entry (about, kind, day);
CREATE INDEX entry_by_day ON entry (day);
CREATE INDEX entry_by_writer ON entry (by);
CREATE INDEX entry_by_command ON entry (command);
CREATE INDEX thread_by_kind ON thread (kind, closed);
"""

WORDS = "CREATE VIRTUAL TABLE words USING fts5 (text, content = '', tokenize = 'ascii')"
"""The index of people's words (`journal.word_index` says how it is filled, and what happens where
SQLite has no FTS5). ``contentless_delete`` would need a newer SQLite than Python may bring."""

GUARDS = {
    "entry_is_never_changed": """
        CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
        BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END""",
    "entry_is_never_removed": """
        CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
        BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END""",
    "entry_is_never_replaced": """
        CREATE TRIGGER entry_is_never_replaced BEFORE INSERT ON entry
        WHEN EXISTS (SELECT 1 FROM entry WHERE uid = NEW.uid)
          OR EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
          OR EXISTS (SELECT 1 FROM entry WHERE device = NEW.device AND seq = NEW.seq)
        BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END""",
    "content_is_never_changed": """
        CREATE TRIGGER content_is_never_changed BEFORE UPDATE ON content
        BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END""",
    "content_goes_only_when_erased": """
        CREATE TRIGGER content_goes_only_when_erased BEFORE DELETE ON content
        WHEN NOT EXISTS (SELECT 1 FROM entry WHERE about = OLD.uid AND kind = 'erase')
        BEGIN SELECT RAISE(ABORT, 'words go only by erase'); END""",
    "content_is_never_replaced": """
        CREATE TRIGGER content_is_never_replaced BEFORE INSERT ON content
        WHEN EXISTS (SELECT 1 FROM content WHERE uid = NEW.uid)
          OR EXISTS (SELECT 1 FROM content WHERE rowid = NEW.rowid)
          OR EXISTS (SELECT 1 FROM entry WHERE about = NEW.uid AND kind = 'erase')
        BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END""",
}
"""The triggers by name. BEFORE INSERT catches REPLACE too, which passes a delete trigger unless
``recursive_triggers`` is on."""


def applied(connection: sqlite3.Connection) -> tuple[str, ...] | None:
    """The names of the migrations that the file has had, or None when it is no journal at all."""
    named = "SELECT count(*) FROM sqlite_master WHERE name = '_sqlite_migrations'"
    if not connection.execute(named).fetchone()[0]:
        return None
    rows = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id",
        (MIGRATION_SET,),
    ).fetchall()
    return tuple(name for (name,) in rows) or None


Step = Callable[[sqlite3.Connection], object]


def migrate(connection: sqlite3.Connection, *, keep: Step, fill: Step) -> None:
    """Bring the file to the newest schema, whole or not at all.

    ``keep`` is called before anything changes, in the same transaction: to copy what was there.
    ``fill`` makes the index of words.
    """
    from sqlite_utils import Database, Migrations

    migrations = Migrations(MIGRATION_SET)

    @migrations(name="0001_journal")
    def _journal(database: Database) -> None:
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        for statement in TABLES.strip().split(";\n"):
            database.execute(statement)
        for guard in GUARDS.values():
            database.execute(guard)

    @migrations(name="0002_words")
    def _words(_: Database) -> None:
        fill(connection)

    with connection:
        connection.execute("BEGIN IMMEDIATE")  # one program migrates; another finds it done
        if applied(connection) == MIGRATIONS:
            return
        keep(connection)
        migrations.apply(Database(connection, execute_plugins=False))


def name_device(connection: sqlite3.Connection, device: str) -> None:
    """Say which device this file belongs to: the chain to which it appends."""
    connection.execute("INSERT INTO local (name, value) VALUES ('device', ?)", (device,))
