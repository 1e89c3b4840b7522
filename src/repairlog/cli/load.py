"""From the journal to the record that a reading needs, and the cache of what is open kept true."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from repairlog.entries import Entry
from repairlog.journal import Journal, Query, Thread, Writer, split_ref, unlisted
from repairlog.kinds import KINDS
from repairlog.kinds.commitments import Commitment, Delivery, Miss
from repairlog.readings.course import course
from repairlog.readings.people import Settings
from repairlog.readings.people import settings as settings_of
from repairlog.readings.record import Item, Record
from repairlog.readings.standing import Checkpoint, named_day, next_checkpoint
from repairlog.readings.threads import closed_on

BEGINNING = ("init", "setting", "setting-change")
PACE = ("hold", "slow")
UNSETTLING = ("undo", "setting", "setting-change", "assent")
"""The kinds that may change a setting."""
OPENING = tuple(kind.name for kind in KINDS.values() if kind.opens)
REACH = timedelta(days=118)
"""How far back the days of a page may begin that no checkpoint covers yet."""
PROPOSALS = tuple(kind.name for kind in KINDS.values() if kind.letter == "p")


def settings(journal: Journal, as_of: datetime | None = None) -> Settings:
    """The settings that hold now (or held then)."""
    began = journal.read(Query(kinds=BEGINNING), as_of)
    changes = [entry.uid for entry in began if entry.kind == "setting-change"]
    answers = journal.about(changes, as_of) if changes else []
    return settings_of(Record([*began, *answers]), journal.device)


def paces(journal: Journal, as_of: datetime | None = None) -> list[Entry]:
    """Every hold and slow pace, with their lifting: few, and each may touch any commitment."""
    found = journal.read(Query(kinds=PACE), as_of)
    return [*found, *journal.about([e.uid for e in found], as_of)] if found else []


def record(
    journal: Journal, roots: Iterable[Entry], as_of: datetime | None = None, *, summed: bool = False
) -> Record:
    """The record of these roots: all that is about them, and every pace."""
    roots = list(roots)
    below = journal.about([entry.uid for entry in roots], as_of, summed=summed)
    return Record([*roots, *below, *paces(journal, as_of)])


def open_threads(journal: Journal, kinds: Sequence[str], today: date) -> list[Entry]:
    """The things of these kinds that are open on ``today``."""
    tomorrow = today + timedelta(days=1)
    return journal.read(Query(kinds=tuple(kinds), open_since=tomorrow))


def checkpoints(journal: Journal, record: Record) -> dict[str, Checkpoint]:
    """The checkpoints of the commitments in the record, by uid."""
    uids = [item.uid for item in record.of(Commitment)]
    summed = journal.threads(uids).items()
    try:
        return {
            uid: Checkpoint.from_text(thread.through, thread.checkpoint)
            for uid, thread in summed
            if thread.through and thread.checkpoint
        }
    except (TypeError, ValueError) as problem:
        raise unlisted(journal.path) from problem


def counted(journal: Journal, entries: Iterable[Entry]) -> list[Entry]:
    """What the conditions of the milestones among these count: a promise's whole course, every
    check-in since."""
    from repairlog.readings.milestones import read_condition

    planned = [e for e in entries if e.kind == "milestone" and e.fields and e.fields.get("when")]
    subjects = {read_condition(e.fields["when"]).subject for e in planned if e.fields}
    found: list[Entry] = []
    for subject in sorted(subjects - {"checkins"}):
        promised = journal.read(Query(ref=split_ref(subject)))
        found += [*promised, *journal.about([entry.uid for entry in promised])]
    if "checkins" in subjects:
        since = min(entry.day for entry in planned)
        found += journal.read(Query(kinds=("checkin",), since=since))
    return found


# -- the cache of threads ----------------------------------------------------------------------


def refresh_threads(writer: Writer, settings: Settings, now: datetime) -> None:
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
    return any(entry.uid in changed for entry in touched if entry.kind in PACE)


def _settings_again(writer: Writer, settings_before: Settings) -> Settings:
    try:
        return settings(writer.journal)
    except LookupError:
        return settings_before


def _touched(journal: Journal, written: Sequence[Entry]) -> list[Entry]:
    everything = [*written, *journal.above(written)]
    return [entry for entry in everything if (kind := KINDS.get(entry.kind)) and kind.opens]


def _refresh(writer: Writer, root: Entry, settings: Settings, now: datetime) -> None:
    journal = writer.journal
    old = journal.threads([root.uid]).get(root.uid)
    checkpoint = _still_good(writer.written, old)
    gathered = record(journal, [root], summed=checkpoint is not None)
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
    return Checkpoint.from_text(old.through, old.checkpoint)


def rebuild_threads(journal: Journal, now: datetime) -> None:
    """Drop the cache and make it anew from all entries."""
    with journal.writing(now) as writer:
        _rebuild(writer, settings(journal), now)


def _rebuild(writer: Writer, held: Settings, now: datetime) -> None:
    writer.forget_threads()
    for row in threads_from_entries(writer.journal, held, now):
        writer.remember(row)


def threads_from_entries(journal: Journal, held: Settings, now: datetime) -> list[Thread]:
    """What the cache should hold, from all entries; undone ones get no row."""
    everything = Record(journal.read(Query()))
    return [
        thread(everything, item, held, now) for item in everything if item.entry.kind in OPENING
    ]
