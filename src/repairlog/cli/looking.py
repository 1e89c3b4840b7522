"""Where words are looked for: in the index of words, or in every entry where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from repairlog.cli.session import Session
from repairlog.entries import Entry
from repairlog.journal import Query
from repairlog.journal.word_search import Hit, Sought
from repairlog.readings.record import Item, Record
from repairlog.readings.search import Wanted, holds, newest_first, scan

MOST_AT_ONCE = 2_000
"""So many rows of the index are read at once, and at least four for each entry to be shown."""

CHANGES = ("amend", "erase", "checkin")
"""What changes how an entry reads, besides that it was taken back."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found so far, the newest first, in a record that holds what it is about."""

    record: Record
    found: list[Item]


def look(s: Session, wanted: Wanted, limit: int) -> Looked:
    """What is wanted, and one more than the limit if there is more."""
    sought = Sought(
        tuple((term.words, term.begins) for term in wanted.terms),
        wanted.kinds,
        wanted.who,
        wanted.since,
        wanted.until,
    )
    entries: dict[str, Entry] = {}
    found: dict[str, Item] = {}
    most, before = min(max(4 * limit, 64), MOST_AT_ONCE), None
    while True:
        hits = s.journal.sought(sought, before, most)
        if hits is None:
            return _scanned(s, wanted)
        around = _around(s, hits)
        record = Record(around)
        found.update((i.uid, i) for i in _wholes(record, around, hits) if holds(i, wanted))
        entries.update((entry.uid, entry) for entry in around)
        whole_days = [i for i in found.values() if len(hits) < most or i.day > hits[-1][1]]
        if len(hits) < most or len(whole_days) > limit:
            return Looked(Record(entries.values()), newest_first(whole_days))
        before = hits[-1][0]


def _scanned(s: Session, wanted: Wanted) -> Looked:
    """The same from all entries, one by one."""
    everything = s.journal.read(Query())
    return Looked(Record(everything), scan(everything, wanted))


def _around(s: Session, hits: Sequence[Hit]) -> list[Entry]:
    """The entries of these rows, what they are about or a part of, and what changed them."""
    entries = s.journal.read(Query(uids=tuple(uid for _, _, uid in hits), undone=True))
    above = s.journal.above(entries)
    known = tuple(entry.uid for entry in (*entries, *above))
    changes = s.journal.read(Query(kinds=CHANGES, about=known))
    # What was taken back stays so, even where the word that did it was itself taken back.
    taken_back = s.journal.read(Query(kinds=("undo",), about=known, undone=True))
    return [*entries, *above, *changes, *taken_back]


def _wholes(record: Record, around: Iterable[Entry], hits: Iterable[Hit]) -> Iterator[Item]:
    """What the rows stand for: their entries, or what these are a part of."""
    known = {entry.uid: entry for entry in around}
    for _, _, uid in hits:
        entry = known.get(uid)
        while entry is not None and entry.kind in ("amend", "undo"):
            entry = known.get(entry.about or "")
        item = record.get(entry.uid) if entry else None
        if item:
            yield item
