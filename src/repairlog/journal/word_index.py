"""The index of people's words, for search alone: a cache that may be dropped and made again.

It is a contentless FTS5 table, so no word stands in the file twice. A row's number is its day and,
below that, its entry's id: rows in order are entries by day. Its text is folded beforehand, so
that a tokenizer which every FTS5 has splits it rightly.

No row ever changes. What puts an entry right, goes on with it, or takes such a part back, gets a
row of its own with all words of the whole so far: who wants the whole as it reads now finds it by
its latest row. Where SQLite has no FTS5, or the table is not whole, a mark says so, and search
reads the entries themselves.
"""

# ruff: noqa: S608  (statements are pasted together from this module's own words only; every value
# is bound)

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from repairlog import schema
from repairlog.entries import Entry, Fields
from repairlog.kinds import KINDS
from repairlog.kinds.body import words_of
from repairlog.words import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

Row: TypeAlias = "tuple[int, str]"
"""A row's number and its text."""

Term: TypeAlias = "tuple[Sequence[str], bool]"
"""Folded words that follow each other, and whether the last is only a beginning."""

ID_BITS = 27  # below the day; from one day to the next a number then grows by four bytes, not five
BETWEEN = " \u241e "  # between the fields, so that no phrase reaches from one into the next
MOST_TERMS = 32  # that the index is asked for; who reads what it finds looks for all of them

INSERT = "INSERT INTO words (rowid, text) VALUES (?, ?)"
BEHIND = "words are behind"
MARK = f"INSERT OR IGNORE INTO local (name, value) VALUES ('{BEHIND}', '')"
UNMARK = f"DELETE FROM local WHERE name = '{BEHIND}'"

PARTS = ("amend", "undo", "checkin")
"""The kinds that may be a part of an earlier entry: put it right, take a part back, go on."""


# -- from entries to rows ------------------------------------------------------------------------


class Source:
    """What the index takes from an entry."""

    __slots__ = ("about", "by", "day", "fields", "id", "kind", "uid", "version")

    def __init__(
        self,
        id_: int,
        uid: str,
        kind: str,
        version: int,
        day: str,
        by: str,
        about: str | None,
        fields: Fields,
    ) -> None:
        self.id, self.uid, self.kind, self.version = id_, uid, kind, version
        self.day, self.by, self.about, self.fields = day, by, about, fields

    def texts(self) -> list[str]:
        """A person's own words in it, folded where that takes more than FTS5."""
        return texts_of(self.kind, self.version, self.fields)


class _Whole:
    """An entry with all its parts so far: their texts, and the days that they put it on."""

    __slots__ = ("days", "first", "texts")

    def __init__(self, first: Source) -> None:
        self.first = first
        self.texts = first.texts()
        self.days: dict[str, str] = {}

    def holds(self, part: Source) -> bool:
        """Whether an entry about one of these is a part of it, too."""
        if part.kind == "undo":
            return part.about != self.first.uid
        both = part.kind == self.first.kind == "checkin" and part.by == self.first.by
        return part.kind == "amend" or both

    def take(self, part: Source) -> None:
        """Add a part. Words taken back stay: whoever reads the whole sees that they are gone."""
        self.texts += part.texts()
        if part.kind == "undo":
            self.days.pop(part.about or "", None)
        elif part.kind == "amend" and "day" in part.fields:
            self.days[part.uid] = part.fields["day"]

    def row(self, id_: int) -> Row:
        day = list(self.days.values())[-1] if self.days else self.first.day
        return _row(id_, day, self.texts)


def rows(entries: Iterable[Source]) -> Iterator[Row]:
    """The rows of these entries, which come in the order of their ids."""
    wholes: dict[str, _Whole] = {}
    for entry in entries:
        whole = wholes.get(entry.about) if entry.about and entry.kind in PARTS else None
        if whole and whole.holds(entry):
            whole.take(entry)
        elif entry.kind in ("amend", "undo"):
            continue
        else:
            whole = _Whole(entry)
        wholes[entry.uid] = whole
        if whole.texts:
            yield whole.row(entry.id)


def _row(id_: int, day: str, texts: Sequence[str]) -> Row:
    return number(date.fromisoformat(day), id_), BETWEEN.join(texts)


def number(day: date, id_: int = 0) -> int:
    """The number of a row: by day, then in the order of arrival."""
    return day.toordinal() << ID_BITS | id_


def texts_of(kind: str, version: int, fields: Fields) -> list[str]:
    """A person's own words in an entry's fields, folded where that takes more than FTS5."""
    known = KINDS.get(kind)
    if known is None or version > known.version:
        return []
    found: list[str] = []
    for name in worded(kind):
        value = fields.get(name) or ()
        found += [value] if isinstance(value, str) else value
    return [text if text.isascii() else " ".join(words(text)) for text in found]


@cache
def worded(kind: str) -> tuple[str, ...]:
    """The names of a kind's fields that hold a person's own words."""
    return words_of(KINDS[kind].body)


# -- written with the entries --------------------------------------------------------------------

SOURCE = "SELECT e.id, e.uid, e.kind, e.version, e.day, e.by, e.about, CAST(c.fields AS BLOB)"
WHOLE = f"""
    WITH RECURSIVE up (uid, about, kind) AS (
        SELECT uid, about, kind FROM entry WHERE uid = ?
        UNION ALL SELECT e.uid, e.about, e.kind FROM up JOIN entry e ON e.uid = up.about
        WHERE up.kind IN {PARTS}
    ), down (uid) AS (
        SELECT uid FROM up
        UNION SELECT e.uid FROM down JOIN entry e ON e.about = down.uid AND e.kind IN {PARTS}
    )
    {SOURCE} FROM down CROSS JOIN entry e ON e.uid = down.uid JOIN content c ON c.uid = e.uid
    ORDER BY e.id
"""
"""An entry with all that it may be a part of, and their parts."""


def add(db: sqlite3.Connection, written: Iterable[tuple[int, Entry]]) -> None:
    """Index what this transaction wrote, each entry with its id. It costs nothing where there are
    no words; where it cannot be done, the index is marked as behind."""
    new = sorted(row for id_, entry in written for row in _new_rows(db, id_, entry))
    if not new:
        return
    db.execute("SAVEPOINT words")
    try:
        db.executemany(INSERT, new)
        db.execute("SAVEPOINT words_written")  # FTS5 writes now what it would at the commit
    except sqlite3.DatabaseError as problem:
        if not _of_the_index(problem):
            raise
        db.execute("ROLLBACK TO words")
        db.execute(MARK)
    db.execute("RELEASE words")


def _new_rows(db: sqlite3.Connection, id_: int, entry: Entry) -> list[Row]:
    if entry.kind in PARTS and entry.about:
        return [row for row in _whole(db, entry.uid)[1] if row[0] & (1 << ID_BITS) - 1 == id_]
    texts = texts_of(entry.kind, entry.version, entry.fields or {})
    return [_row(id_, entry.day.isoformat(), texts)] if texts else []


def _whole(db: sqlite3.Connection, uid: str) -> tuple[list[str], list[Row]]:
    """The entry that one with this uid is a part of, with all parts: their uids, and their rows."""
    found = db.execute(WHOLE, (uid,)).fetchall()
    sources = [
        Source(id_, uid, kind, version, day, by, about, _read(_text(raw)))
        for id_, uid, kind, version, day, by, about, raw in found
    ]
    return [source.uid for source in sources], list(rows(sources))


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _read(fields: str) -> Fields:
    try:
        found: Fields = json.loads(fields)
    except ValueError:  # a damaged file: `doctor` says where
        found = {}
    return found


def _of_the_index(problem: sqlite3.DatabaseError) -> bool:
    """Whether there is no FTS5, no table, or one that is not whole, rather than no room or disk."""
    code = getattr(problem, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return code in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT)


# -- made anew -----------------------------------------------------------------------------------

Stored: TypeAlias = "tuple[int, str, str, int, str, str]"
"""What is stored of an entry: id, uid, kind, version, day, and its fields as text."""

EVERY = (
    "SELECT e.id, e.uid, e.kind, e.version, e.day, CAST(c.fields AS BLOB) "
    "FROM entry e CROSS JOIN content c ON c.uid = e.uid"
)
OF_SEVERAL = f"SELECT uid FROM entry WHERE kind IN {PARTS} AND about IS NOT NULL"


def every_row(db: sqlite3.Connection, entries: Iterable[Stored] | None = None) -> list[Row]:
    """What the index should hold, from all entries, read now where they are not given."""
    if entries is None:
        entries = ((*envelope, _text(raw)) for *envelope, raw in db.execute(EVERY))
    parts: set[str] = set()
    found: dict[int, str] = {}
    for (uid,) in db.execute(OF_SEVERAL).fetchall():
        if uid not in parts:
            uids, those = _whole(db, uid)
            parts.update(uids)
            found.update(those)
    found.update(_of_one(entry for entry in entries if entry[1] not in parts))
    return sorted(found.items())


def _of_one(entries: Iterable[Stored]) -> Iterator[Row]:
    for id_, _, kind, version, day, fields in entries:
        # Most entries hold no words, and their fields need not be read to see it.
        for name in _signs_of_words(kind):
            if name in fields:
                texts = texts_of(kind, version, _read(fields))
                if texts:
                    yield _row(id_, day, texts)
                break


@cache
def _signs_of_words(kind: str) -> tuple[str, ...]:
    """What stands in an entry's fields, as they are stored, where they hold words."""
    if kind not in KINDS or kind in ("amend", "undo"):
        return ()
    return tuple(f'"{name}":' for name in worded(kind))


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
    except sqlite3.DatabaseError as problem:
        if not _of_the_index(problem):
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


# -- asked ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: entries that hold all terms; and, of these, which."""

    terms: tuple[Term, ...]
    kinds: tuple[str, ...] = ()
    by: str | None = None
    since: date | None = None
    until: date | None = None


Hit: TypeAlias = "tuple[int, date, str]"
"""A row's number, its day, and the uid of its entry: the whole, or a part of it."""


def find(db: sqlite3.Connection, sought: Sought, before: int | None, most: int) -> list[Hit] | None:
    """The rows that hold all terms, the newest day first.

    At most so many, and only rows before the one numbered ``before``. None: the index cannot say.
    """
    if db.execute("SELECT 1 FROM local WHERE name = ?", (BEHIND,)).fetchone():
        return None
    least = number(sought.since) if sought.since else 0
    last = number(sought.until + timedelta(days=1)) if sought.until else 1 << 62
    values = {
        "match": expression(sought.terms),
        "least": least,
        "before": last if before is None else min(before, last),
        "kinds": json.dumps([*sought.kinds, "amend", "undo"]),
        "by": sought.by,
        "most": most,
    }
    try:
        found = db.execute(_statement(sought), values).fetchall()
    except sqlite3.DatabaseError as problem:
        if _of_the_index(problem):
            return None
        raise
    return [(row, date.fromordinal(row >> ID_BITS), uid) for row, uid in found]


def _statement(sought: Sought) -> str:
    narrowed = ""
    if sought.kinds:
        kinds = "SELECT id FROM entry WHERE kind IN (SELECT value FROM json_each(:kinds))"
        narrowed += f"AND w.rowid & {(1 << ID_BITS) - 1} IN ({kinds}) "
    if sought.by:
        by = "SELECT id FROM entry WHERE by = :by"
        narrowed += f"AND w.rowid & {(1 << ID_BITS) - 1} IN ({by}) "
    return (
        "SELECT w.rowid, e.uid FROM words w "
        f"CROSS JOIN entry e ON e.id = w.rowid & {(1 << ID_BITS) - 1} "
        "WHERE w.words MATCH :match AND w.rowid >= :least AND w.rowid < :before "
        f"{narrowed}ORDER BY w.rowid DESC LIMIT :most"
    )


def expression(terms: Iterable[Term]) -> str:
    """The terms in FTS5's own language. Folded words hold nothing that means anything in it."""
    phrases = (f'"{" ".join(those)}"{" *" if begins else ""}' for those, begins in terms)
    return " AND ".join(list(phrases)[:MOST_TERMS])


# -- compared ------------------------------------------------------------------------------------

ROUND = 1_000_003  # a prime: sums of row numbers and places stay far below 64 bits
IN_ROWS = "CREATE VIRTUAL TABLE temp.word_in_row USING fts5vocab (main, words, instance)"
HELD = (
    f"SELECT CAST(term AS BLOB), sum((doc % {ROUND} + 1) * (offset + 1)) "
    "FROM temp.word_in_row GROUP BY term"
)
SPLIT = bytes(byte if byte > 127 or chr(byte).isalnum() else 32 for byte in range(256)).lower()
LONGEST_WORD = 32_768  # bytes; FTS5 cuts longer ones


def agrees(db: sqlite3.Connection, entries: Iterable[Stored]) -> bool:
    """Whether the index holds what the entries say: each word in the same rows, at the same
    places there. True, too, where SQLite cannot read it at all."""
    try:
        db.execute("DROP TABLE IF EXISTS temp.word_in_row")
        db.execute(IN_ROWS)
        held = dict(db.execute(HELD).fetchall())
    except sqlite3.DatabaseError as problem:
        if not _of_the_index(problem):
            raise
        return "no such module" in str(problem)
    marked = db.execute("SELECT 1 FROM local WHERE name = ?", (BEHIND,)).fetchone()
    return not marked and held == _expected(every_row(db, entries))


def _expected(all_rows: Iterable[Row]) -> dict[bytes, int]:
    totals: dict[bytes, int] = {}
    for row, text in all_rows:
        weight = row % ROUND + 1
        for place, word in enumerate(text.encode().translate(SPLIT).split(), 1):
            totals[word] = totals.get(word, 0) + weight * place
    long = [word for word in totals if len(word) > LONGEST_WORD]
    for word in long:
        cut = word[:LONGEST_WORD]
        totals[cut] = totals.get(cut, 0) + totals.pop(word)
    return totals
