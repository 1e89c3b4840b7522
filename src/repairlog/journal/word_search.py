"""The index of words asked, and compared with the entries."""

# ruff: noqa: S608  (statements are pasted together from this module's own words only; every value
# is bound)

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from repairlog.journal.driver import errors
from repairlog.journal.word_index import BEHIND, of_the_index
from repairlog.journal.word_rows import ID_BITS, Row, Stored, every_row, number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

Term: TypeAlias = "tuple[Sequence[str], bool]"
"""Folded words that follow each other, and whether the last is only a beginning."""

MOST_TERMS = 32
"""So many terms, and words of one, the index is asked for; all of them are looked for in what it
finds."""


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
    except errors() as problem:
        if of_the_index(problem):
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
    return " AND ".join(_phrase(*term) for term in list(terms)[:MOST_TERMS])


def _phrase(words: Sequence[str], begins: bool) -> str:
    cut = words[:MOST_TERMS]
    return f'"{" ".join(cut)}"{" *" if begins and len(cut) == len(words) else ""}'


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
    except errors() as problem:
        if not of_the_index(problem):
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
