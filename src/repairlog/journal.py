"""The only reads and writes: one SQLite file, appended to and never rewritten.

`Journal.read` and its companions answer questions about entries; `Journal.writing` opens the one
transaction in which a command looks once more, then appends. Nothing here knows what an entry
means.
"""

from __future__ import annotations

import json
import os
import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from repairlog import schema
from repairlog.entries import (
    CHAIN_START,
    Entry,
    canonical,
    chained,
    content_digest,
    moment_text,
    new_salt,
    new_uid,
    seal,
    written_text,
)
from repairlog.errors import Unwritable
from repairlog.kinds import KIND_OF, KINDS, Body, encode
from repairlog.kinds.keeping import Erase

WAIT_SECONDS = 30.0
"""How long a writer waits for another one before it gives up."""

SUMMED_UP = tuple(kind.name for kind in KINDS.values() if kind.sums_up)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a command wants written: a body, its writer, when it happened and what it is about."""

    body: Body
    by: str
    day: date
    at: datetime | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """Which entries: every condition given must hold; undone entries never come.

    ``since`` and ``until`` are days, both included; an entry whose day was put right counts for
    its new day too. ``open_since``: only threads that are open, or closed on that day or later.
    ``newest``: at most so many, the newest first.
    """

    kinds: tuple[str, ...] = ()
    uids: tuple[str, ...] | None = None
    about: tuple[str, ...] | None = None
    ref: tuple[str, int] | None = None
    by: str | None = None
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


COLUMNS = (
    "e.uid, e.device, e.seq, e.letter || e.number, e.kind, e.version, e.by, e.at, e.day, "
    "e.written, e.about, e.command, e.content, e.hash, c.salt, c.fields"
)
FROM = "FROM entry e LEFT JOIN content c ON c.uid = e.uid"
LIVE = (
    "NOT EXISTS (SELECT 1 FROM entry u WHERE u.about = e.uid AND u.kind = 'undo' "
    "AND u.written <= :as_of)"
)
END_OF_TIME = "9999-12-31T23:59:59.999999Z"


class Journal:
    """An open journal. Use it as a context manager, or close it."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._db = connection

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._db.close()

    # -- reading ---------------------------------------------------------------------------

    def read(self, query: Query, as_of: datetime | None = None) -> list[Entry]:
        """The entries that the query asks for, in the order of writing (or newest first).

        ``as_of``: only what was written by then.
        """
        conditions, values = _conditions(query)
        values["as_of"] = written_text(as_of) if as_of else END_OF_TIME
        order = "e.id DESC LIMIT :newest" if query.newest is not None else "e.id"
        rows = self._db.execute(
            f"SELECT {COLUMNS} {FROM} WHERE {' AND '.join(conditions)} ORDER BY {order}", values
        )
        return [_entry(row) for row in rows]

    def about(
        self, roots: Iterable[str], as_of: datetime | None = None, *, summed: bool = False
    ) -> list[Entry]:
        """All that is about the roots, and about that, and so on.

        ``summed``: without the deliveries and misses that the roots' checkpoints stand for.
        """
        found: dict[str, Entry] = {}
        frontier = list(roots)
        while frontier:
            level = self._about_once(frontier, as_of, summed=summed)
            fresh = [entry for entry in level if entry.uid not in found]
            found.update((entry.uid, entry) for entry in fresh)
            frontier = [entry.uid for entry in fresh]
            summed = False
        return sorted(found.values(), key=lambda entry: entry.uid)

    def _about_once(
        self, uids: Sequence[str], as_of: datetime | None, *, summed: bool
    ) -> list[Entry]:
        values: dict[str, Any] = {
            "uids": json.dumps(uids),
            "as_of": written_text(as_of) if as_of else END_OF_TIME,
            "summed": json.dumps(SUMMED_UP),
        }
        join = "FROM json_each(:uids) j JOIN entry e ON e.about = j.value"
        tail = f"LEFT JOIN content c ON c.uid = e.uid WHERE e.written <= :as_of AND {LIVE}"
        if not summed:
            sql = f"SELECT {COLUMNS} {join} {tail}"
        else:
            sql = (
                f"SELECT {COLUMNS} {join} {tail} "
                "AND e.kind NOT IN (SELECT value FROM json_each(:summed)) "
                f"UNION ALL SELECT {COLUMNS} FROM json_each(:uids) j "
                "JOIN json_each(:summed) k LEFT JOIN thread t ON t.uid = j.value "
                "JOIN entry e ON e.about = j.value AND e.kind = k.value "
                f"AND e.day > coalesce(t.through, '') {tail}"
            )
        return [_entry(row) for row in self._db.execute(sql, values)]

    def above(self, entries: Iterable[Entry], as_of: datetime | None = None) -> list[Entry]:
        """The entries that these are about, and what those are about, up to the top."""
        known = {entry.uid for entry in entries}
        wanted = {entry.about for entry in entries if entry.about} - known
        found: list[Entry] = []
        while wanted:
            level = self.read(Query(uids=tuple(sorted(wanted)), undone=True), as_of)
            found += level
            known |= wanted
            wanted = {entry.about for entry in level if entry.about} - known
        return found

    def threads(self, uids: Iterable[str]) -> dict[str, Thread]:
        """The cache's rows for these roots."""
        rows = self._db.execute(
            "SELECT t.uid, t.kind, t.closed, t.through, t.checkpoint "
            "FROM json_each(?) j JOIN thread t ON t.uid = j.value",
            (json.dumps(list(uids)),),
        )
        return {row[0]: _thread(row) for row in rows}

    def all_threads(self) -> list[Thread]:
        """Every row of the cache, for `doctor`."""
        rows = self._db.execute("SELECT uid, kind, closed, through, checkpoint FROM thread")
        return [_thread(row) for row in rows]

    def count(self) -> int:
        """How many entries the journal holds."""
        return int(self._db.execute("SELECT count(*) FROM entry").fetchone()[0])

    def heads(self) -> list[tuple[str, int, str]]:
        """(device, seq, hash) of the last entry of every chain."""
        return self._db.execute(
            "SELECT device, seq, hash FROM entry e WHERE seq = "
            "(SELECT max(seq) FROM entry WHERE device = e.device) "
            "AND e.device IN (SELECT DISTINCT device FROM entry)"
            if self._many_devices()
            else "SELECT device, max(seq), hash FROM entry WHERE device = "
            "(SELECT device FROM entry WHERE id = 1)"
        ).fetchall()

    def _many_devices(self) -> bool:
        first, last = self._db.execute("SELECT min(device), max(device) FROM entry").fetchone()
        return bool(first != last)

    def seal(self) -> str:
        """The short code over all that the journal holds now."""
        return seal(self.heads())

    @property
    def device(self) -> str:
        """The id of the device that this file belongs to."""
        row = self._db.execute("SELECT value FROM local WHERE name = 'device'").fetchone()
        return str(row[0])

    # -- writing ---------------------------------------------------------------------------

    @contextmanager
    def writing(self, now: datetime) -> Iterator[Writer]:
        """One transaction: look, then append; all of it is durable afterwards, or none of it.

        Raises Unwritable when the file cannot be written; then nothing was.
        """
        with _told(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                writer = Writer(self, self._db, now)
                yield writer
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
            if writer.erased:
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def backup(self, target: Path) -> None:
        """Copy the journal, whole and consistent, to a new file that only its owner can read."""
        with _told(target):
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            copy = sqlite3.connect(target)
            try:
                self._db.backup(copy)
            finally:
                copy.close()

    def problems(self) -> list[str]:
        """What SQLite's own check of the file finds; empty when it is whole."""
        rows = self._db.execute("PRAGMA integrity_check").fetchall()
        return [str(row[0]) for row in rows if row[0] != "ok"]

    def guards(self) -> set[str]:
        """The names of the triggers that are in place as they were made."""
        rows = self._db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return {
            name for name, sql in rows if schema.GUARDS.get(name, "").split() == sql.split()
        }


class Writer:
    """The append side of one transaction. One command uses one writer."""

    def __init__(self, journal: Journal, db: sqlite3.Connection, now: datetime) -> None:
        self._db = db
        self.journal = journal
        self.device = journal.device
        self.written: list[Entry] = []
        self.erased = False
        row = db.execute(
            "SELECT seq, hash, written FROM entry WHERE device = ? ORDER BY seq DESC LIMIT 1",
            (self.device,),
        ).fetchone()
        self._seq, self._hash, last = row or (0, CHAIN_START, "")
        self._now = now.astimezone(UTC)
        if last and datetime.fromisoformat(last) > self._now:
            self._now = datetime.fromisoformat(last)  # written never goes back within a chain

    def append(self, draft: Draft) -> Entry:
        """Write one entry: number, reference, digest and hash are given here."""
        kind = KIND_OF[type(draft.body)]
        self._seq += 1
        uid = new_uid(self._now, self._seq)
        salt, fields = new_salt(), encode(draft.body)
        number = self._next_number(kind.letter)
        entry = Entry(
            uid=uid,
            device=self.device,
            seq=self._seq,
            ref=f"{kind.letter}{number}",
            kind=kind.name,
            version=kind.version,
            by=draft.by,
            at=draft.at,
            day=draft.day,
            written=self._now,
            about=draft.about,
            command=self.written[0].uid if self.written else uid,
            content=content_digest(salt, fields),
            hash="",
            salt=salt,
            fields=fields,
        )
        entry = chained(self._hash, entry)
        self._insert(entry)
        self._hash = entry.hash
        self.written.append(entry)
        return entry

    def keep(self, entry: Entry) -> None:
        """Take an entry over as it is, hash and all: what `import` does."""
        self._insert(entry)

    def erase(self, entry: Entry, body: Erase, by: str, day: date, at: datetime | None) -> Entry:
        """Remove an entry's words for good, and say so with an entry of its own."""
        said = self.append(Draft(body, by, day, at, about=entry.uid))
        self._db.execute("DELETE FROM content WHERE uid = ?", (entry.uid,))
        self.erased = True
        return said

    def remember(self, thread: Thread) -> None:
        """Keep a row of the cache."""
        self._db.execute(
            "INSERT OR REPLACE INTO thread (uid, kind, closed, through, checkpoint) "
            "VALUES (?, ?, ?, ?, ?)",
            (
                thread.uid,
                thread.kind,
                thread.closed.isoformat() if thread.closed else None,
                thread.through.isoformat() if thread.through else None,
                thread.checkpoint,
            ),
        )

    def forget_threads(self) -> None:
        """Drop the cache, to be rebuilt."""
        self._db.execute("DELETE FROM thread")

    def _next_number(self, letter: str) -> int:
        row = self._db.execute("SELECT max(number) FROM entry WHERE letter = ?", (letter,))
        return int(row.fetchone()[0] or 0) + 1

    def _insert(self, entry: Entry) -> None:
        letter, number = split_ref(entry.ref)
        self._db.execute(
            "INSERT INTO entry (uid, device, seq, letter, number, kind, version, by, at, day, "
            "written, about, command, content, hash) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                entry.uid,
                entry.device,
                entry.seq,
                letter,
                number,
                entry.kind,
                entry.version,
                entry.by,
                moment_text(entry.at),
                entry.day.isoformat(),
                written_text(entry.written),
                entry.about,
                entry.command,
                entry.content,
                entry.hash,
            ),
        )
        if entry.fields is not None:
            self._db.execute(
                "INSERT INTO content (uid, salt, fields) VALUES (?, ?, ?)",
                (entry.uid, entry.salt, canonical(entry.fields)),
            )


# -- opening and making ------------------------------------------------------------------------


def open_journal(path: Path) -> Journal:
    """Open an existing journal and bring it to the newest schema.

    Raises Unwritable when the file is no journal, is damaged, cannot be read, or was written by a
    newer version; it is left untouched then.
    """
    with _told(path):
        connection = _connect(path)
        try:
            _check_schema(path, connection)
        except BaseException:
            connection.close()
            raise
    return Journal(path, connection)


def create_journal(path: Path, now: datetime, drafts: Sequence[Draft]) -> Journal:
    """Make a new journal that holds the drafts, readable by its owner only from the first byte.

    It is built beside its place and then linked there, so that a half-made journal never has the
    journal's name and of several first runs one wins. Raises FileExistsError to the others.
    """
    with _told(path):
        _private_folder(path.parent)
        building = path.with_name(f".{path.name}.{secrets.token_hex(6)}.new")
        os.close(os.open(building, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            _build(building, now, drafts)
            os.link(building, path)
        finally:
            for leftover in ("", "-wal", "-shm"):
                Path(f"{building}{leftover}").unlink(missing_ok=True)
    return open_journal(path)


def _build(path: Path, now: datetime, drafts: Sequence[Draft]) -> None:
    connection = _connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    schema.migrate(connection)
    connection.execute(
        "INSERT INTO local (name, value) VALUES ('device', ?)", (secrets.token_hex(8),)
    )
    journal = Journal(path, connection)
    with journal.writing(now) as writer:
        for draft in drafts:
            writer.append(draft)
    connection.close()


def memory_journal(now: datetime) -> Journal:
    """A journal that lives in memory and is gone with the process, for the demonstration."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    schema.migrate(connection)
    connection.execute(
        "INSERT INTO local (name, value) VALUES ('device', ?)", (secrets.token_hex(8),)
    )
    return Journal(Path(":memory:"), connection)


def _private_folder(folder: Path) -> None:
    """Make the folder, and those above it, so that only their owner can enter; those that are
    there already stay as they are."""
    if folder.is_dir():
        return
    _private_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)


def _connect(path: Path) -> sqlite3.Connection:
    from urllib.parse import quote

    connection = sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode=rw",
        uri=True,
        isolation_level=None,
        timeout=WAIT_SECONDS,
    )
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")
    return connection


def _check_schema(path: Path, connection: sqlite3.Connection) -> None:
    names = schema.applied(connection)
    if names == schema.MIGRATIONS:
        return
    if names is None:
        raise Unwritable(f"{path} is not a repairlog journal. It was left as it is.", OTHER_FILE)
    if set(names) - set(schema.MIGRATIONS):
        raise Unwritable(
            f"{path} was written by a newer repairlog. It was left as it is.",
            "Bring this repairlog up to date, then try again.",
        )
    connection.execute("BEGIN IMMEDIATE")
    schema.migrate(connection)
    connection.execute("COMMIT")


OTHER_FILE = "Name another file with --journal PATH, or start one there: repairlog init YOU"


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say in words what SQLite or the file system could not do with the file."""
    try:
        yield
    except FileExistsError:
        raise
    except sqlite3.DatabaseError as problem:
        raise _unwritable(path, str(problem)) from problem
    except OSError as problem:
        raise _unwritable(path, problem.strerror or "the system gave no reason") from problem


def _unwritable(path: Path, reason: str) -> Unwritable:
    if "file is not a database" in reason:
        return Unwritable(f"{path} is not a repairlog journal. It was left as it is.", OTHER_FILE)
    if "locked" in reason:
        return Unwritable(
            f"Another program has been writing to {path} for {WAIT_SECONDS:.0f} seconds; "
            "nothing was saved.",
            "Try again in a moment.",
        )
    if "malformed" in reason or "append-only" in reason:
        return Unwritable(
            f"{path} is damaged ({reason}); nothing was changed.",
            "repairlog doctor says what is affected.",
        )
    return Unwritable(
        f"{path} cannot be read or written: {reason}. Nothing was saved.",
        "Look at the folder's permissions and at the free space, or name another file "
        "with --journal PATH.",
    )


# -- rows --------------------------------------------------------------------------------------


def _conditions(query: Query) -> tuple[list[str], dict[str, Any]]:
    conditions = ["e.written <= :as_of"]
    values: dict[str, Any] = {"newest": query.newest}
    if not query.undone:
        conditions.append(LIVE)
    if query.kinds:
        conditions.append("e.kind IN (SELECT value FROM json_each(:kinds))")
        values["kinds"] = json.dumps(query.kinds)
    if query.uids is not None:
        conditions.append("e.uid IN (SELECT value FROM json_each(:uids))")
        values["uids"] = json.dumps(query.uids)
    if query.about is not None:
        conditions.append("e.about IN (SELECT value FROM json_each(:about))")
        values["about"] = json.dumps(query.about)
    if query.ref is not None:
        conditions.append("e.letter = :letter AND e.number = :number")
        values["letter"], values["number"] = query.ref
    if query.by is not None:
        conditions.append("e.by = :by")
        values["by"] = query.by
    if query.since is not None or query.until is not None:
        conditions.append(
            "(e.day BETWEEN :since AND :until OR e.uid IN (SELECT a.about FROM entry a "
            "WHERE a.kind = 'amend' AND a.day BETWEEN :since AND :until))"
        )
        values["since"] = (query.since or date.min).isoformat()
        values["until"] = (query.until or date.max).isoformat()
    if query.open_since is not None:
        conditions.append(
            "e.uid IN (SELECT t.uid FROM thread t WHERE t.kind IN "
            "(SELECT value FROM json_each(:kinds)) "
            "AND (t.closed IS NULL OR t.closed >= :open_since))"
        )
        values["open_since"] = query.open_since.isoformat()
    return conditions, values


def _entry(row: Sequence[Any]) -> Entry:
    (uid, device, seq, ref, kind, version, by, at, day, written, about, command, content) = row[:13]
    hash_, salt, fields = row[13:]
    return Entry(
        uid=uid,
        device=device,
        seq=seq,
        ref=ref,
        kind=kind,
        version=version,
        by=by,
        at=datetime.fromisoformat(at) if at else None,
        day=date.fromisoformat(day),
        written=datetime.fromisoformat(written),
        about=about,
        command=command,
        content=content,
        hash=hash_,
        salt=salt,
        fields=json.loads(fields) if fields is not None else None,
    )


def _thread(row: Sequence[Any]) -> Thread:
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
