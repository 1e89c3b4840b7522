"""What the index of words holds for each entry: a row's number, and its text.

A row's number is its day and, below that, its entry's id: rows in order are entries by day. Its
text is folded beforehand, so that a tokenizer which every FTS5 has splits it rightly.

No row ever changes. What puts an entry right, goes on with it, or takes such a part back, gets a
row of its own with all words of the whole so far: who wants the whole as it reads now finds it by
its latest row.
"""

# ruff: noqa: S608  (statements are pasted together from this module's own words only; every value
# is bound)

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from repairlog.entries import Entry, Fields
from repairlog.kinds import KINDS
from repairlog.kinds.body import words_of
from repairlog.words import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

Row: TypeAlias = "tuple[int, str]"
"""A row's number and its text."""

ID_BITS = 27  # below the day; from one day to the next a number then grows by four bytes, not five
BETWEEN = " \u241e "  # between the fields, so that no phrase reaches from one into the next

PARTS = ("amend", "undo", "checkin")
"""The kinds that may be a part of an earlier entry: put it right, take a part back, go on."""


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
    found: list[object] = []
    for name in worded(kind):
        value = fields.get(name)
        found += value if isinstance(value, list) else [value]
    texts = (text for text in found if isinstance(text, str))  # in a damaged file it may be none
    return [text if text.isascii() else " ".join(words(text)) for text in texts]


@cache
def worded(kind: str) -> tuple[str, ...]:
    """The names of a kind's fields that hold a person's own words."""
    return words_of(KINDS[kind].body)


# -- from the file -------------------------------------------------------------------------------

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


def rows_of(db: sqlite3.Connection, id_: int, entry: Entry) -> list[Row]:
    """The row of an entry that was written just now, with the id it got; none without words."""
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
        found: object = json.loads(fields)
    except ValueError:  # a damaged file: `doctor` says where
        found = None
    return found if isinstance(found, dict) else {}


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
