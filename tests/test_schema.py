"""The tables keep what was written: not even a plain SQLite client changes it by accident."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest

from repairlog import schema
from repairlog.journal import word_index

ENTRY = {
    "id": 7,
    "uid": "u7",
    "device": "d",
    "seq": 1,
    "letter": "e",
    "number": 1,
    "kind": "note",
    "version": 1,
    "by": "Ana",
    "at": None,
    "day": "2026-11-23",
    "written": "2026-11-23T17:00:00.000000Z",
    "about": None,
    "command": "u7",
    "content": "c",
    "hash": "h",
}
CONTENT = {"rowid": 3, "uid": "u7", "salt": "00", "fields": '{"text":"call"}'}
UNUSED = {"id": 8, "rowid": 8, "uid": "u8", "seq": 2}


@pytest.fixture(params=["recursive triggers off", "recursive triggers on"])
def db(request: pytest.FixtureRequest) -> Iterator[sqlite3.Connection]:
    """A new journal's tables with one entry, as any SQLite client would open them."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection)
    connection.execute(f"PRAGMA recursive_triggers = {request.param.split()[-1]}")
    insert(connection, "entry", ENTRY)
    insert(connection, "content", CONTENT)
    yield connection
    connection.close()


def migrate(connection: sqlite3.Connection) -> None:
    schema.migrate(connection, keep=lambda _: None, fill=word_index.build)


def insert(db: sqlite3.Connection, table: str, row: dict[str, Any], how: str = "INSERT") -> None:
    marks = ", ".join("?" * len(row))
    db.execute(f"{how} INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))


def rows(db: sqlite3.Connection) -> list[Any]:
    return [
        *db.execute("SELECT * FROM entry ORDER BY id"),
        *db.execute("SELECT rowid, * FROM content ORDER BY rowid"),
    ]


def refused(db: sqlite3.Connection, statement: str, *values: Any) -> None:
    before = rows(db)
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(statement, values)
    assert rows(db) == before


# -- entries -----------------------------------------------------------------------------------


@pytest.mark.parametrize("column", ENTRY)
@pytest.mark.parametrize("how", ["UPDATE", "UPDATE OR REPLACE", "UPDATE OR IGNORE"])
def test_no_part_of_an_entry_is_changed(db: sqlite3.Connection, column: str, how: str) -> None:
    refused(db, f"{how} entry SET {column} = {column}")


def test_no_entry_is_removed(db: sqlite3.Connection) -> None:
    refused(db, "DELETE FROM entry")
    refused(db, "DELETE FROM entry WHERE id = 7")


@pytest.mark.parametrize("how", ["INSERT OR REPLACE", "REPLACE"])
@pytest.mark.parametrize("same", ["id", "uid", "seq"])
def test_no_entry_is_replaced_by_one_that_is_the_same_in(
    db: sqlite3.Connection, same: str, how: str
) -> None:
    other = ENTRY | UNUSED | {same: ENTRY[same], "by": "somebody else"}
    del other["rowid"]
    before = rows(db)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        insert(db, "entry", other, how)
    assert rows(db) == before


def test_not_even_by_an_upsert(db: sqlite3.Connection) -> None:
    columns, marks = ", ".join(ENTRY), ", ".join("?" * len(ENTRY))
    for conflict in ("uid", "id", "device, seq"):
        refused(
            db,
            f"INSERT INTO entry ({columns}) VALUES ({marks}) "
            f"ON CONFLICT ({conflict}) DO UPDATE SET by = 'somebody else'",
            *ENTRY.values(),
        )


def test_a_new_entry_is_taken(db: sqlite3.Connection) -> None:
    new = ENTRY | UNUSED
    del new["rowid"], new["id"]
    insert(db, "entry", new)
    assert db.execute("SELECT uid FROM entry ORDER BY id").fetchall() == [("u7",), ("u8",)]


# -- their words -------------------------------------------------------------------------------


@pytest.mark.parametrize("column", CONTENT)
def test_no_words_are_changed(db: sqlite3.Connection, column: str) -> None:
    refused(db, f"UPDATE content SET {column} = {column}")
    refused(db, f"UPDATE OR REPLACE content SET {column} = {column}")


def test_no_words_are_removed(db: sqlite3.Connection) -> None:
    refused(db, "DELETE FROM content")


@pytest.mark.parametrize("same", ["uid", "rowid"])
def test_no_words_are_replaced(db: sqlite3.Connection, same: str) -> None:
    other = CONTENT | {"rowid": 8, "uid": "u8", "fields": "{}"} | {same: CONTENT[same]}
    before = rows(db)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        insert(db, "content", other, "INSERT OR REPLACE")
    assert rows(db) == before


def test_words_go_when_an_entry_says_that_they_are_erased(db: sqlite3.Connection) -> None:
    insert(db, "entry", ENTRY | {"id": 8, "uid": "u8", "seq": 2, "kind": "erase", "about": "u7"})
    db.execute("DELETE FROM content WHERE uid = 'u7'")
    assert db.execute("SELECT count(*) FROM content").fetchone() == (0,)


def test_erased_words_do_not_come_back(db: sqlite3.Connection) -> None:
    test_words_go_when_an_entry_says_that_they_are_erased(db)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        insert(db, "content", CONTENT)


def test_an_erasing_entry_is_no_leave_to_change_words(db: sqlite3.Connection) -> None:
    insert(db, "entry", ENTRY | {"id": 8, "uid": "u8", "seq": 2, "kind": "erase", "about": "u7"})
    refused(db, "UPDATE content SET fields = '{}'")


# -- the rest of the file ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO thread (uid, kind) VALUES ('u7', 'commitment')",
        "INSERT OR REPLACE INTO thread (uid, kind, closed) VALUES ('u7', 'commitment', '2026')",
        "DELETE FROM thread",
    ],
)
def test_the_cache_may_change_and_go(db: sqlite3.Connection, statement: str) -> None:
    db.execute(statement)


@pytest.mark.parametrize(
    ("column", "value"),
    [("seq", "one"), ("number", 1.5), ("by", None), ("written", b"\xff"), ("version", "new")],
)
def test_a_value_of_another_type_is_not_taken(
    db: sqlite3.Connection, column: str, value: Any
) -> None:
    new = ENTRY | {"id": 8, "uid": "u8", "seq": 2} | {column: value}
    with pytest.raises(sqlite3.IntegrityError):
        insert(db, "entry", new)


def test_every_table_of_ours_is_strict(db: sqlite3.Connection) -> None:
    ours = {"entry", "content", "thread", "local"}
    tables = {row[1]: row[5] for row in db.execute("PRAGMA table_list") if row[1] in ours}
    assert tables == dict.fromkeys(ours, 1)


@pytest.mark.parametrize(
    "columns",
    [["letter", "number"], ["kind", "day"], ["about", "kind", "day"], ["day"], ["by"], ["command"]],
    ids=" ".join,
)
def test_what_is_asked_for_is_indexed(db: sqlite3.Connection, columns: list[str]) -> None:
    indexes = [row[1] for row in db.execute("PRAGMA index_list (entry)")]
    indexed = [[row[2] for row in db.execute(f"PRAGMA index_info ({name})")] for name in indexes]
    assert columns in indexed


# -- migrations --------------------------------------------------------------------------------


def test_the_file_says_what_it_is_and_which_migrations_it_had(db: sqlite3.Connection) -> None:
    assert db.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
    assert schema.applied(db) == schema.MIGRATIONS


def test_to_migrate_again_changes_nothing(db: sqlite3.Connection) -> None:
    before = db.execute("SELECT * FROM sqlite_master").fetchall(), rows(db)
    migrate(db)
    assert (db.execute("SELECT * FROM sqlite_master").fetchall(), rows(db)) == before


def test_a_migration_that_fails_leaves_nothing_behind() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("CREATE TABLE thread (it TEXT)")  # in the way of ours
    before = connection.execute("SELECT * FROM sqlite_master").fetchall()
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection)
    assert connection.execute("SELECT * FROM sqlite_master").fetchall() == before
    assert not connection.in_transaction
    connection.close()


def test_another_programs_file_had_none(db: sqlite3.Connection) -> None:
    other = sqlite3.connect(":memory:")
    assert schema.applied(other) is None
    other.close()


def test_every_guard_is_in_place(db: sqlite3.Connection) -> None:
    found = db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    assert {name for (name,) in found} == set(schema.GUARDS)
