"""A record that somebody rewrote with its whole chain: only a seal from before tells of it.

Whoever can write the file can compute every hash behind a change again, as is done here. `doctor`
alone finds nothing then; with a seal that was printed before, it does.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from repairlog.entries import (
    CHAIN_START,
    Entry,
    chain_hash,
    content_digest,
    moment_text,
    written_text,
)
from repairlog.journal import Query, driver
from repairlog.journal.rows import split_ref
from repairlog.schema import GUARDS
from tests.faults.figures import Figure
from tests.faults.kills import NOTES
from tests.faults.stage import FIRST, Stage, _derived

Forgery = Callable[[list[Entry]], list[Entry]]


def _said(entries: list[Entry], word: str) -> int:
    return next(n for n, e in enumerate(entries) if word in str((e.fields or {}).get("text")))


def rewritten(entries: list[Entry]) -> list[Entry]:
    """Other words."""
    at = _said(entries, "second")
    entries[at] = replace(entries[at], fields={"text": "the second evening was loud"})
    return entries


def removed(entries: list[Entry]) -> list[Entry]:
    """One less."""
    del entries[_said(entries, "second")]
    return entries


def inserted(entries: list[Entry]) -> list[Entry]:
    """One more, before others."""
    at = _said(entries, "second")
    uid = entries[at].uid[:-4] + "ffff"
    other = replace(entries[at], uid=uid, command=uid, ref="e90", fields={"text": "never said"})
    return [*entries[:at], other, *entries[at:]]


def redated(entries: list[Entry]) -> list[Entry]:
    """Another day."""
    at = _said(entries, "second")
    one = entries[at]
    assert one.at is not None
    earlier = one.at - timedelta(days=3)
    entries[at] = replace(one, at=earlier, day=one.day - timedelta(days=3))
    return entries


def written_later(entries: list[Entry]) -> list[Entry]:
    """Written a second later, it says, with all that follows."""
    at = _said(entries, "second")
    later = [replace(e, written=e.written + timedelta(seconds=1)) for e in entries[at:]]
    return entries[:at] + later


def by_another(entries: list[Entry]) -> list[Entry]:
    """Written by the other."""
    at = _said(entries, "second")
    entries[at] = replace(entries[at], by="Ben")
    return entries


FORGERIES = (rewritten, removed, inserted, redated, written_later, by_another)


def forge(stage: Stage, forgery: Forgery) -> None:
    """Let the journal hold what the forgery makes of it, with all hashes behind it anew."""
    with stage.open() as journal:
        entries = forgery(journal.read(Query(undone=True)))
    salt = driver.salt_of(stage.path)
    key = _derived(FIRST, salt) if salt else None
    with closing(driver.connect(stage.path, "mode=rw", key)) as database:
        database.execute("BEGIN")
        for guard in GUARDS:
            database.execute(f"DROP TRIGGER {guard}")
        database.execute("DELETE FROM content")
        database.execute("DELETE FROM entry")
        last = CHAIN_START
        for seq, entry in enumerate(entries, 1):
            last = _put(database, replace(entry, seq=seq), last)
        for guard in GUARDS.values():
            database.execute(guard)
        database.execute("COMMIT")


def _put(database: sqlite3.Connection, entry: Entry, last: str) -> str:
    if entry.fields is not None:
        assert entry.salt is not None
        entry = replace(entry, content=content_digest(entry.salt, entry.fields))
        fields = json.dumps(entry.fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        database.execute("INSERT INTO content VALUES (?, ?, ?)", (entry.uid, entry.salt, fields))
    hash_ = chain_hash(last, entry)
    database.execute(
        "INSERT INTO entry (uid, device, seq, letter, number, kind, version, by, at, day, written, "
        "about, command, content, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(entry.uid, entry.device, entry.seq, *split_ref(entry.ref), entry.kind),
            *(entry.version, entry.by, moment_text(entry.at), entry.day.isoformat()),
            *(written_text(entry.written), entry.about, entry.command, entry.content, hash_),
        ),
    )
    return hash_


def forgeries(folder: Path, locked: bool) -> Iterator[Figure]:
    """Each is found by the seal, and by nothing else; an erased text breaks no seal."""
    figure = Figure(f"rewritten with its chain, seal asked{', locked' if locked else ''}")
    stage = Stage(folder, locked)
    stage.begin(*NOTES)
    seal = json.loads(stage.ok("doctor", "--json"))["seal"]
    stage.ok("commit", "what", "came", "later")
    kept = stage.keep()
    for forgery in FORGERIES:
        stage.bring_back(kept)
        forge(stage, forgery)
        assert stage.run(["doctor"]).code == 0, forgery
        asked = stage.run(["doctor", "--json", "--seal", seal])
        assert asked.code == 1, (forgery, asked)
        assert json.loads(asked.out)["asked"]["stands"] is False
        figure.saw("found")
    stage.bring_back(kept)
    stage.ok("erase", "e3")
    stage.ok("doctor", "--seal", seal)
    figure.saw("erased: the seal stands")
    yield figure
