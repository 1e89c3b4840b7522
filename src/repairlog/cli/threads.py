"""The cache of threads kept true: what each command touched is read anew in its own transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from repairlog.cli import load
from repairlog.entries import Entry
from repairlog.journal import Journal, Query, Thread, Writer
from repairlog.kinds import KINDS
from repairlog.kinds.commitments import Commitment, Delivery, Miss
from repairlog.readings.course import course
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record
from repairlog.readings.standing import Checkpoint, named_day, next_checkpoint
from repairlog.readings.threads import closed_on

UNSETTLING = ("undo", "setting", "setting-change", "assent")
"""The kinds that may change a setting."""


def refresh(writer: Writer, settings: Settings, now: datetime) -> None:
    """Bring the rows of all threads that this command touched up to date, in its transaction."""
    journal, before = writer.journal, settings
    if any(entry.kind in UNSETTLING for entry in writer.written):
        settings = _settings_again(writer, settings)
    touched = _touched(journal, writer.written)
    if _reads_anew(before, settings) or _rewinds_pace(writer.written, touched):
        _rebuild(writer, settings, now)
        return
    for root in touched:
        _refresh(writer, root, settings, now)


def _reads_anew(before: Settings, after: Settings) -> bool:
    """Whether the command changed what every thread is read by: the days, or who there is."""
    return (before.calendar, before.people) != (after.calendar, after.people)


def _rewinds_pace(written: Sequence[Entry], touched: Sequence[Entry]) -> bool:
    """Whether a hold was undone or put right: any checkpoint may have counted on it."""
    changed = {entry.about for entry in written if entry.kind in ("undo", "amend")}
    return any(entry.uid in changed for entry in touched if entry.kind in load.PACE)


def _settings_again(writer: Writer, settings_before: Settings) -> Settings:
    try:
        return load.settings(writer.journal)
    except LookupError:
        return settings_before


def _touched(journal: Journal, written: Sequence[Entry]) -> list[Entry]:
    everything = [*written, *journal.above(written)]
    return [entry for entry in everything if (kind := KINDS.get(entry.kind)) and kind.opens]


def _refresh(writer: Writer, root: Entry, settings: Settings, now: datetime) -> None:
    journal = writer.journal
    old = journal.threads([root.uid]).get(root.uid)
    checkpoint = _still_good(writer.written, old)
    gathered = load.record(journal, [root], summed=checkpoint is not None)
    item = gathered.get(root.uid)
    if item is None:  # undone: nothing reads it any more
        writer.forget_thread(root.uid)
        return
    writer.remember(thread(gathered, item, settings, now, checkpoint))


def thread(
    gathered: Record,
    item: Item,
    settings: Settings,
    now: datetime,
    checkpoint: Checkpoint | None = None,
) -> Thread:
    """The cache's row for one thing, from a record that holds all about it (since the
    checkpoint)."""
    if isinstance(item.body, Commitment):
        checkpoint = next_checkpoint(course(gathered, item, settings), now, checkpoint)
    return Thread(
        uid=item.uid,
        kind=item.entry.kind,
        closed=closed_on(gathered, item, settings, now),
        through=checkpoint.through if checkpoint else None,
        checkpoint=checkpoint.to_text() if checkpoint else None,
    )


def _still_good(written: Sequence[Entry], old: Thread | None) -> Checkpoint | None:
    """The old checkpoint, unless something was written that may change what it sums up."""
    if old is None or old.through is None or old.checkpoint is None:
        return None
    for item in Record(written):
        match item.body:
            case Delivery() | Miss() if min(item.day, named_day(item) or item.day) > old.through:
                continue
            case Commitment():
                continue
            case _:
                return None
    checkpoint = Checkpoint.from_text(old.through, old.checkpoint)
    return checkpoint if checkpoint.whole else None


def rebuild(journal: Journal, now: datetime) -> None:
    """Drop the cache and make it anew from all entries."""
    with journal.writing(now) as writer:
        _rebuild(writer, load.settings(journal), now)


def _rebuild(writer: Writer, held: Settings, now: datetime) -> None:
    writer.forget_threads()
    for row in from_entries(writer.journal, held, now):
        writer.remember(row)


def from_entries(journal: Journal, held: Settings, now: datetime) -> list[Thread]:
    """What the cache should hold, from all entries; undone ones get no row."""
    everything = Record(journal.read(Query()))
    return [
        thread(everything, item, held, now)
        for item in everything
        if item.entry.kind in load.OPENING
    ]
