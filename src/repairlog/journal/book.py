"""An open journal: what can be asked of it, and the one transaction in which it is added to."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path

from repairlog import schema
from repairlog.entries import (
    CHAIN_START,
    Entry,
    Fields,
    Head,
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
from repairlog.journal import rows
from repairlog.journal.disk import place_of
from repairlog.journal.driver import Key, errors
from repairlog.journal.rows import Query, Thread, entry_of, split_ref, thread_of
from repairlog.journal.trouble import damaged, lingering, replaced, told, told_in_reading, unlisted
from repairlog.kinds import KIND_OF, KINDS, Body, encode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from repairlog.journal.word_search import Hit, Sought
    from repairlog.kinds.mending import Erase

SUMMED_UP = tuple(kind.name for kind in KINDS.values() if kind.sums_up)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a command wants written: a body, its writer, when it happened and what it is about."""

    body: Body
    by: str
    day: date
    at: datetime | None = None
    about: str | None = None


class Journal:
    """An open journal. Use it as a context manager, or close it.

    Every method raises Unwritable where the file is damaged or cannot be reached. ``key`` opens
    it, where it is locked. ``place`` is the file that was opened (None: any); what comes to have
    its name later is never written to, nor is what lost it. ``copied`` is where a copy of it went
    when it was opened, since it had an older schema.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        *,
        key: Key | None = None,
        place: tuple[int, int] | None = None,
        copied: Path | None = None,
    ) -> None:
        self.path = path
        self.key = key
        self.copied = copied
        self._place = place
        self._db = connection

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the last one to close it leaves nothing beside it."""
        self._db.close()

    # -- reading ---------------------------------------------------------------------------

    def read(self, query: Query, as_of: datetime | None = None) -> list[Entry]:
        """The entries that the query asks for, in the order of writing (or newest first).

        ``as_of``: only what was written by then.
        """
        return self._entries(*rows.select(query, as_of))

    def about(
        self,
        roots: Iterable[str],
        as_of: datetime | None = None,
        *,
        summed: bool = False,
        amid: tuple[Iterable[str], date, date] | None = None,
    ) -> list[Entry]:
        """All that is about the roots, and about that, and so on.

        ``summed``: without the deliveries and misses that the roots' checkpoints stand for.
        ``amid``: of these roots, only the deliveries and misses that are of the days from the
        first to the last one, or may be.
        """
        found: dict[str, Entry] = {}
        values = {"as_of": rows.moment_of(as_of)}
        if summed or amid:
            values |= {"summed": json.dumps(SUMMED_UP), "gaps": json.dumps(rows.gaps(SUMMED_UP))}
        if amid:
            long, first, last = amid
            values |= {"long": json.dumps(list(long))}
            values |= {"first": first.isoformat(), "last": last.isoformat()}
        frontier = list(roots)
        while frontier:
            sql = rows.BELOW_SUMMED if summed else rows.BELOW_AMID if amid else rows.BELOW
            level = self._entries(sql, values | {"uids": json.dumps(frontier)})
            fresh = [entry for entry in level if entry.uid not in found]
            found.update((entry.uid, entry) for entry in fresh)
            frontier = [entry.uid for entry in fresh]
            summed, amid = False, None
        return sorted(found.values(), key=lambda entry: entry.uid)

    def above(self, entries: Iterable[Entry], as_of: datetime | None = None) -> list[Entry]:
        """The entries that these are about, and what those are about, up to the top."""
        entries = list(entries)
        known = {entry.uid for entry in entries}
        wanted = {entry.about for entry in entries if entry.about} - known
        found: list[Entry] = []
        while wanted:
            level = self.read(Query(uids=tuple(sorted(wanted)), undone=True), as_of)
            found += level
            known |= wanted
            wanted = {entry.about for entry in level if entry.about} - known
        return found

    def command(self, uid: str) -> list[Entry]:
        """The entries that one command wrote, by the uid of its first, without undone ones."""
        return self.read(Query(command=uid))

    def days_written(self, since: date, until: date) -> set[tuple[str, date]]:
        """Who wrote something on which of these days, both ends included; undone entries do not
        count."""
        days = {"since": since.isoformat(), "until": until.isoformat()}
        found = self._rows(rows.DAYS_WRITTEN, {"as_of": rows.moment_of(None), **days})
        return {(by, date.fromisoformat(day)) for by, day in found}

    def threads(self, uids: Iterable[str]) -> dict[str, Thread]:
        """The cache's rows for these roots."""
        found = self._rows(rows.THREADS, {"uids": json.dumps(list(uids))})
        return {row[0]: thread for row, thread in zip(found, self._threads(found), strict=True)}

    def all_threads(self) -> list[Thread]:
        """Every row of the cache, for `doctor`."""
        return self._threads(self._rows(rows.ALL_THREADS))

    def _threads(self, found: Iterable[Sequence[Any]]) -> list[Thread]:
        try:
            return [thread_of(row) for row in found]
        except (TypeError, ValueError) as problem:
            raise unlisted(self.path) from problem

    def sought(self, sought: Sought, before: int | None, most: int) -> list[Hit] | None:
        """The entries that hold the words sought, or are a part of one that may, by the rows of
        the index: the newest day first, only those before a row's number, at most so many.

        Some of them may read otherwise by now. None: the index cannot say, only the entries can.
        """
        from repairlog.journal import word_search

        with told_in_reading(self.path):
            return word_search.find(self._db, sought, before, most)

    def count(self) -> int:
        """How many entries the journal holds."""
        return int(self._rows("SELECT count(*) FROM entry")[0][0])

    def heads(self) -> list[Head]:
        """The last entry of every chain, in the order of devices."""
        return self._rows(rows.HEADS)

    def seal(self) -> str:
        """The short code over all that the journal holds now."""
        return seal(self.heads())

    @cached_property
    def device(self) -> str:
        """The id of the device that this file belongs to."""
        found = self._rows("SELECT value FROM local WHERE name = 'device'")
        if not found:
            raise damaged(self.path, "it does not say which device it belongs to")
        return str(found[0][0])

    @property
    def backed_up(self) -> date | None:
        """The day on which a copy of this file was made last, as far as it knows."""
        found = self._rows("SELECT value FROM local WHERE name = 'backup'")
        return date.fromisoformat(str(found[0][0])) if found else None

    def note_backup(self, day: date) -> None:
        """Remember that a copy was made. Where nothing can be written it is not remembered."""
        with suppress(*errors()):
            self._db.execute(
                "INSERT INTO local (name, value) VALUES ('backup', ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (day.isoformat(),),
            )

    def problems(self) -> list[str]:
        """What SQLite's own check of the file finds; empty when it is whole."""
        try:
            found = self._rows("PRAGMA integrity_check")
        except Unwritable as told:
            if "fts5" not in told.sentence:
                raise
            found = self._rows(rows.CHECKED_ALONE)
        # Newer versions look into the index of words as well: a cache, which `doctor` compares.
        return [text for (text,) in found if text != "ok" and "fts5" not in text.casefold()]

    def guards(self) -> set[str]:
        """The names of the triggers that are in place as they were made."""
        found = self._rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return {n for n, sql in found if schema.GUARDS.get(n, "").split() == sql.split()}

    def _rows(self, sql: str, values: Mapping[str, Any] | None = None) -> list[Any]:
        with told_in_reading(self.path):
            return self._db.execute(sql, values or {}).fetchall()

    def _entries(self, sql: str, values: Mapping[str, Any]) -> list[Entry]:
        found = self._rows(sql, values)
        try:
            return [entry_of(row) for row in found]
        except ValueError as problem:
            raise damaged(self.path, str(problem)) from problem

    # -- writing ---------------------------------------------------------------------------

    @contextmanager
    def writing(self, now: datetime, goes_on: Entry | None = None) -> Iterator[Writer]:
        """One transaction: look, then append; all of it is durable afterwards, or none of it.

        ``goes_on``: an entry whose command goes on with this one, so that `undo` takes back both.
        Raises Unwritable when the file cannot be written; then nothing was.
        """
        with told(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                if self._place and place_of(self.path) != self._place:
                    raise replaced(self.path)
                writer = Writer(self, self._db, now, goes_on)
                yield writer
                writer.index_words()
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
            if writer.erased:
                self._clear_away()

    def _clear_away(self) -> None:
        """Leave no byte of erased words in the file or beside it.

        Deleting is not enough, even with ``secure_delete``: where SQLite once moved a row from
        page to page, the old page may still hold a copy. Writing the file anew leaves none.
        """
        try:
            self._db.execute("PRAGMA temp_store = MEMORY")
            self._db.execute("VACUUM")
            busy, _, _ = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except errors() as problem:
            raise lingering(self.path, str(problem)) from problem
        if busy:
            raise lingering(self.path, "another program is reading it")

    def backup(self, target: Path) -> None:
        """Copy the journal, whole and consistent, to a new file that only its owner can read.

        The copy is read back and compared before this returns. Raises Refused where there is a
        file already, and Unwritable where the copy cannot be made; then none is left.
        """
        from repairlog.journal.files import copy_to

        copy_to(target, self, self._db)


class Writer:
    """The append side of one transaction. One command uses one writer."""

    def __init__(
        self,
        journal: Journal,
        db: sqlite3.Connection,
        now: datetime,
        goes_on: Entry | None = None,
    ) -> None:
        self._db = db
        self._command = goes_on.command if goes_on else ""
        self.journal = journal
        self.device = journal.device
        self.written: list[Entry] = []
        self.erased = False
        self._unindexed: list[tuple[int, Entry]] = []
        self._seq: int = 0
        self._hash: str = CHAIN_START
        self._now = now.astimezone(UTC)
        last = db.execute(
            "SELECT seq, hash, written FROM entry WHERE device = ? ORDER BY seq DESC LIMIT 1",
            (self.device,),
        ).fetchone()
        if last:
            self._follow(last[0], last[1], datetime.fromisoformat(last[2]))

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
            at=draft.at and draft.at.replace(microsecond=0),  # as it will be read back
            day=draft.day,
            written=self._now,
            about=draft.about,
            command=self._command or (self.written[0].uid if self.written else uid),
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
        if entry.device == self.device and entry.seq > self._seq:
            self._follow(entry.seq, entry.hash, entry.written)

    def erase(self, entry: Entry, body: Erase, by: str, day: date, at: datetime | None) -> Entry:
        """Remove an entry's words for good, and say so with an entry of its own."""
        said = self.append(Draft(body, by, day, at, about=entry.uid))
        self._db.execute("PRAGMA secure_delete = ON")
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

    def forget_thread(self, uid: str) -> None:
        """Drop one row of the cache: its thread was undone."""
        self._db.execute("DELETE FROM thread WHERE uid = ?", (uid,))

    def forget_threads(self) -> None:
        """Drop the cache, to be rebuilt."""
        self._db.execute("DELETE FROM thread")

    def index_words(self) -> None:
        """Index the words of what was written; without any trace of what was erased."""
        if not (self.erased or self._unindexed):
            return
        from repairlog.journal import word_index  # what holds no words does not wait for it

        if self.erased:
            word_index.build(self._db)
        else:
            word_index.add(self._db, self._unindexed)

    def _follow(self, seq: int, hash_: str, written: datetime) -> None:
        self._seq, self._hash = seq, hash_
        self._now = max(self._now, written)  # it never goes back within a chain

    def _next_number(self, letter: str) -> int:
        row = self._db.execute("SELECT max(number) FROM entry WHERE letter = ?", (letter,))
        return int(row.fetchone()[0] or 0) + 1

    def _insert(self, entry: Entry) -> None:
        id_ = self._db.execute(INSERT, _columns(entry)).lastrowid or 0
        if entry.fields is not None:
            if _may_hold_words(entry.kind, entry.fields):
                self._unindexed.append((id_, entry))
            self._db.execute(
                "INSERT INTO content (uid, salt, fields) VALUES (?, ?, ?)",
                (entry.uid, entry.salt, canonical(entry.fields)),
            )


INSERT = (
    "INSERT INTO entry (uid, device, seq, letter, number, kind, version, by, at, day, "
    "written, about, command, content, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def _may_hold_words(kind: str, fields: Fields) -> bool:
    """Whether the index of words has to look closer, or has nothing to do with the entry."""
    return kind == "undo" or any(isinstance(value, (str, list)) for value in fields.values())


def _columns(entry: Entry) -> Sequence[Any]:
    return (
        entry.uid,
        entry.device,
        entry.seq,
        *split_ref(entry.ref),
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
    )
