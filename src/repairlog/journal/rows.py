"""From a question to SQL, and from a row to an entry.

Every question names one condition that finds its rows by an index, and all others only filter
what it found (a ``+`` before a column keeps SQLite from choosing otherwise). So a question costs
what its answer is long, however long the journal is.
"""

# ruff: noqa: S608  (statements are pasted together from this module's own words only; every value
# is bound)

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from repairlog.entries import Entry, written_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

END_OF_TIME = "9999-12-31T23:59:59.999999Z"

COLUMNS = (
    "e.uid, e.device, e.seq, e.letter || e.number, e.kind, e.version, e.by, e.at, e.day, "
    "e.written, e.about, e.command, e.content, e.hash, c.salt, c.fields"
)
CONTENT = "LEFT JOIN content c ON c.uid = e.uid"
THEN = "e.written <= :as_of"
LIVE = (
    "NOT EXISTS (SELECT 1 FROM entry u WHERE u.about = e.uid AND u.kind = 'undo' "
    "AND u.written <= :as_of)"
)


@dataclass(frozen=True, slots=True)
class Query:
    """Which entries: every condition given must hold; undone entries come only if asked for.

    ``command``: the uid of the first entry that one command wrote, for all that it wrote.
    ``since`` and ``until`` are days, both included; an entry whose day was put right counts for
    its new day too. ``open_since``: only threads of ``kinds`` that are open, or closed on that
    day or later. ``newest``: at most so many, the newest first.
    """

    kinds: tuple[str, ...] = ()
    uids: tuple[str, ...] | None = None
    about: tuple[str, ...] | None = None
    ref: tuple[str, int] | None = None
    by: str | None = None
    command: str | None = None
    since: date | None = None
    until: date | None = None
    open_since: date | None = None
    newest: int | None = None
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Thread:
    """The cache's row for one thing that stays open until something closes it.

    ``closed`` is the day on which it closed (None: open). ``through`` and ``checkpoint``: up to
    which day a commitment's deliveries are summed up, and the sum.
    """

    uid: str
    kind: str
    closed: date | None = None
    through: date | None = None
    checkpoint: str | None = None


def moment_of(as_of: datetime | None) -> str:
    """The moment of writing up to which entries are read."""
    return written_text(as_of) if as_of else END_OF_TIME


def select(query: Query, as_of: datetime | None) -> tuple[str, dict[str, Any]]:
    """The statement that answers the query, and its values."""
    conditions, values = _conditions(query)
    first, *others = conditions or ["1"]
    where = [first, *(f"+{other}" for other in others), THEN]
    if not query.undone:
        where.append(LIVE)
    order = "e.id" if query.newest is None else "e.id DESC LIMIT :newest"
    sql = f"SELECT {COLUMNS} FROM entry e {CONTENT} WHERE {' AND '.join(where)} ORDER BY {order}"
    return sql, values | {"as_of": moment_of(as_of), "newest": query.newest}


def _conditions(query: Query) -> tuple[list[str], dict[str, Any]]:
    """What must hold, the condition that narrows most first."""
    conditions: list[str] = []
    values: dict[str, Any] = {"kinds": json.dumps(query.kinds)}
    if query.uids is not None:
        conditions.append("e.uid IN (SELECT value FROM json_each(:uids))")
        values["uids"] = json.dumps(query.uids)
    if query.ref is not None:
        conditions.append("e.letter = :letter AND e.number = :number")
        values["letter"], values["number"] = query.ref
    if query.command is not None:
        conditions.append("e.command = :command")
        values["command"] = query.command
    if query.about is not None:
        conditions.append("e.about IN (SELECT value FROM json_each(:about))")
        values["about"] = json.dumps(query.about)
    if query.open_since is not None:
        conditions.append(f"e.uid IN ({OPEN_SINCE})")
        values["open_since"] = query.open_since.isoformat()
    if query.since is not None or query.until is not None:
        conditions.append(f"e.id IN ({_days(query)})")
        values["since"] = (query.since or date.min).isoformat()
        values["until"] = (query.until or date.max).isoformat()
    if query.by is not None:
        conditions.append("e.by = :by")
        values["by"] = query.by
    if query.kinds and query.newest is not None and not conditions:
        # By their ids, which are in order: no sort of all that there is of these kinds.
        conditions.append(f"e.id IN (SELECT id FROM entry WHERE kind IN ({KINDS}))")
    elif query.kinds:
        conditions.append(f"e.kind IN ({KINDS})")
    return conditions, values


KINDS = "SELECT value FROM json_each(:kinds)"
OPEN_SINCE = (
    f"SELECT uid FROM thread WHERE kind IN ({KINDS}) AND closed IS NULL "
    f"UNION ALL SELECT uid FROM thread WHERE kind IN ({KINDS}) AND closed >= :open_since"
)
PUT_RIGHT = (
    "SELECT o.id FROM entry a CROSS JOIN entry o ON o.uid = a.about "
    "WHERE a.kind = 'amend' AND a.day BETWEEN :since AND :until"
)


def _days(query: Query) -> str:
    of_kinds = f"kind IN ({KINDS}) AND " if query.kinds else ""
    happened = f"SELECT id FROM entry WHERE {of_kinds}day BETWEEN :since AND :until"
    return f"{happened} UNION ALL {PUT_RIGHT}"


# What remains of erased words is said by the entry that erased them, however late it was written.
THEN_OR_ERASED = f"({THEN} OR e.kind = 'erase')"
BELOW = (
    f"SELECT {COLUMNS} FROM json_each(:uids) j CROSS JOIN entry e ON e.about = j.value {CONTENT} "
    f"WHERE {THEN_OR_ERASED} AND {LIVE}"
)
"""Everything directly about some entries."""

_OF_KINDS_BETWEEN = (
    "FROM json_each(:uids) j CROSS JOIN json_each(:gaps) g CROSS JOIN entry e "
    "ON e.about = j.value AND e.kind > json_extract(g.value, '$[0]') "
    "AND e.kind < json_extract(g.value, '$[1]')"
)
_SINCE_SUMMED = (
    "FROM json_each(:uids) j CROSS JOIN json_each(:summed) k "
    "LEFT JOIN thread t ON t.uid = j.value CROSS JOIN entry e "
    "ON e.about = j.value AND e.kind = k.value AND e.day > coalesce(t.through, '')"
)
BELOW_SUMMED = (
    f"SELECT {COLUMNS} {_OF_KINDS_BETWEEN} {CONTENT} WHERE {THEN_OR_ERASED} AND {LIVE} "
    f"UNION ALL SELECT {COLUMNS} {_SINCE_SUMMED} {CONTENT} WHERE {THEN_OR_ERASED} AND {LIVE}"
)
"""The same, but of the kinds ``:summed`` only those after the day that a thread's checkpoint sums
them up to. ``:gaps`` are the ranges of names between these kinds."""

_AMID_DAYS = (
    "FROM json_each(:uids) j CROSS JOIN json_each(:summed) k "
    f"CROSS JOIN entry e ON e.about = j.value AND e.kind = k.value {CONTENT} "
    "WHERE (j.value NOT IN (SELECT value FROM json_each(:long)) OR e.day BETWEEN :first AND :last "
    "OR c.fields IS NULL OR (c.fields LIKE '%\"of\":%' "
    "AND json_extract(c.fields, '$.of') BETWEEN :first AND :last) "
    "OR e.uid IN (SELECT about FROM entry WHERE kind = 'amend'))"
)
BELOW_AMID = (
    f"SELECT {COLUMNS} {_OF_KINDS_BETWEEN} {CONTENT} WHERE {THEN_OR_ERASED} AND {LIVE} "
    f"UNION ALL SELECT {COLUMNS} {_AMID_DAYS} AND {THEN_OR_ERASED} AND {LIVE}"
)
"""The same, but of the kinds ``:summed``, where they are about the uids in ``:long``, only those of
the days from ``:first`` to ``:last``, that name one of these, or may have been put right."""

DAYS_WRITTEN = (
    f"SELECT DISTINCT e.by, e.day FROM entry e WHERE e.day BETWEEN :since AND :until AND {LIVE}"
)
"""Who wrote something on which days."""

HEADS = """
    WITH RECURSIVE chain (device) AS (
        SELECT min(device) FROM entry
        UNION ALL
        SELECT (SELECT min(device) FROM entry WHERE device > chain.device)
        FROM chain WHERE chain.device IS NOT NULL
    )
    SELECT e.device, e.seq, e.hash FROM chain CROSS JOIN entry e ON e.device = chain.device
    AND e.seq = (SELECT max(seq) FROM entry WHERE device = chain.device)
"""
"""The last entry of each chain. It steps from device to device, past all entries between."""

CHECKED_ALONE = (
    "SELECT i.integrity_check FROM sqlite_master m CROSS JOIN pragma_integrity_check (m.name) i "
    "WHERE m.type = 'table' AND m.rootpage > 0 AND m.name NOT LIKE 'words%'"
)
"""SQLite's own check of each table, where an index that is no table of its own stops it."""

ALL_THREADS = "SELECT t.uid, t.kind, t.closed, t.through, t.checkpoint FROM thread t"
THREADS = (
    "SELECT t.uid, t.kind, t.closed, t.through, t.checkpoint "
    "FROM json_each(:uids) j CROSS JOIN thread t ON t.uid = j.value"
)


def gaps(kinds: Iterable[str]) -> list[tuple[str, str]]:
    """The open ranges of names between these kinds, which hold all others, unknown ones too."""
    names = ["", *sorted(kinds), "\U0010ffff"]
    return list(pairwise(names))


def entry_of(row: Sequence[Any]) -> Entry:
    """The entry in a row of COLUMNS. Raises ValueError where a value cannot be read."""
    uid, device, seq, ref, kind, version, by, at, day, written, about, command, content = row[:13]
    hash_, salt, fields = row[13:]
    return Entry(  # whose fields have the order of COLUMNS: by name, it takes twice as long
        uid,
        device,
        seq,
        ref,
        kind,
        version,
        by,
        datetime.fromisoformat(at) if at else None,
        date.fromisoformat(day),
        datetime.fromisoformat(written),
        about,
        command,
        content,
        hash_,
        salt,
        _read(fields) if fields is not None else None,
    )


_read = json.JSONDecoder().decode


def thread_of(row: Sequence[Any]) -> Thread:
    """The thread in a row of THREADS."""
    uid, kind, closed, through, checkpoint = row
    return Thread(
        uid=uid,
        kind=kind,
        closed=date.fromisoformat(closed) if closed else None,
        through=date.fromisoformat(through) if through else None,
        checkpoint=checkpoint,
    )


def split_ref(ref: str) -> tuple[str, int]:
    """``c12`` as its letter and number."""
    return ref[0], int(ref[1:])
