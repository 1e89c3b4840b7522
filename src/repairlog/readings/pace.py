"""The pace that holds at a moment: what was slowed down, what is held, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from repairlog.kinds.pace import Hold, Lift, Slow
from repairlog.readings.changes import held
from repairlog.readings.record import Record


@dataclass(frozen=True, slots=True)
class Pace:
    """A pace that holds: "slow" or "hold", to its last day; a hold of some ``refs`` or, where
    there are none, of everything."""

    kind: str
    by: str
    until: date
    refs: tuple[str, ...]
    why: str | None


def paces(record: Record, today: date) -> tuple[Pace, ...]:
    """Those that cover ``today`` and were not lifted, in the order of writing."""
    return tuple(_paces(record, today))


def _paces(record: Record, today: date) -> Iterator[Pace]:
    for item in record.of(Hold, Slow):
        span = held(record, item)
        # The day of the lifting is eased all the same, but nothing is held from then on.
        if today not in span or record.about(item.uid, Lift):
            continue
        match item.body:
            case Hold(of=of, why=why):
                refs = tuple(found.ref for uid in of if (found := record.get(uid)))
                yield Pace("hold", item.by, span.last, refs, why)
            case Slow(why=why):
                yield Pace("slow", item.by, span.last, (), why)
