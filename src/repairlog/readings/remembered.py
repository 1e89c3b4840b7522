"""Whether what is remembered beside the entries (which things are open, what their past sums up to)
is what the entries say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from math import isclose

from repairlog.entries import Entry
from repairlog.kinds import KINDS
from repairlog.kinds.commitments import Commitment
from repairlog.readings.course import Course, course
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record
from repairlog.readings.standing import Checkpoint, Tally, first_unsaid, judge
from repairlog.readings.threads import closed_on

Remembered = tuple[str, date | None, date | None, str | None]
"""A thing as it is remembered: its kind, the day on which it closed, up to which day its past is
summed up, and the sum."""

STARTING = ("init", "setting", "setting-change")


def matters(kind: str, about: str | None) -> bool:
    """Whether an entry can be a thing that stays open, or say anything of one."""
    known = KINDS.get(kind)
    return about is not None or kind in STARTING or (known is not None and known.opens)


def mistaken(
    entries: Iterable[Entry],
    settings: Settings,
    now: datetime,
    remembered: Mapping[str, Remembered],
) -> list[str]:
    """The uids of the things that are remembered otherwise than the entries say, or not at all,
    or though they are not there. ``entries`` are all that matter."""
    record = Record(entries)
    things = {item.uid: item for item in record if _opens(item)}
    found = [uid for uid in remembered if uid not in things]
    for uid, item in things.items():
        row = remembered.get(uid)
        if row is None or not _agrees(record, item, settings, now, row):
            found.append(uid)
    return found


def _opens(item: Item) -> bool:
    kind = KINDS.get(item.entry.kind)
    return kind is not None and kind.opens


def _agrees(record: Record, item: Item, settings: Settings, now: datetime, row: Remembered) -> bool:
    kind, closed, through, text = row
    if (kind, closed) != (item.entry.kind, closed_on(record, item, settings, now)):
        return False
    if through is None or text is None:
        return through is None and text is None
    if not isinstance(item.body, Commitment):
        return False
    return _same(_sum(course(record, item, settings), now, through), text)


def _sum(path: Course, now: datetime, through: date) -> Checkpoint:
    """The figures of all occurrences up to a day, from the beginning."""
    summed = [o for o in judge(path, now)[0] if o.day <= through]
    return Checkpoint(through, Tally().with_all(summed, path.decay), first_unsaid(summed))


def _same(made: Checkpoint, text: str) -> bool:
    try:
        stored = Checkpoint.from_text(made.through, text)
    except (ValueError, TypeError, AttributeError):
        return False
    if not stored.whole or stored.unsaid != made.unsaid:
        return False
    kept, tally = stored.tally, made.tally
    steady = isclose(kept.steadiness, tally.steadiness, rel_tol=0, abs_tol=1e-9)
    return steady and _counts(kept) == _counts(tally)


def _counts(tally: Tally) -> tuple[int, ...]:
    return (
        *(tally.kept, tally.late, tally.owned, tally.missed),
        *(tally.eased, tally.extra, tally.run, tally.best_run),
    )
