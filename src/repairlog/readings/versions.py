"""What stands in versions: which one holds, from when, what renewed it and what ended it.

A rule, a response and a cadence are proposals themselves; the next version of one is about the
version that it replaces, a renewal and an ending about the version that they renew or end. What
answers a version that does not hold by then changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from repairlog.kinds.agreement import Cadence, Ending, Renewal, Response, Rule
from repairlog.readings.assent import Bound, at_once, bound
from repairlog.readings.record import Item, Record, Written

VERSIONED = (Rule, Response, Cadence)


@dataclass(frozen=True, slots=True)
class Held:
    """A version that holds, or held: its number, from when, until when (None: it still does), and
    the renewals of it that hold, the first one first."""

    item: Item
    number: int
    bound: Bound
    until: Bound | None = None
    renewed: tuple[tuple[Bound, Item], ...] = ()

    @property
    def revisit(self) -> date | None:
        """When it is looked at again: as the latest renewal has it, else as the version itself."""
        said = self.renewed[-1][1] if self.renewed else self.item
        day: date | None = getattr(said.body, "revisit", None)
        return day


@dataclass(frozen=True, slots=True)
class Course:
    """One thing from its first version on: all that was ``proposed``, in the order of writing, and
    those that ``held``, in the order in which they came to hold.

    ``ended`` is from when it held no more, by ``ending``; both are None while a version holds, or
    none ever did.
    """

    root: Item
    proposed: tuple[Item, ...]
    held: tuple[Held, ...]
    ended: Bound | None
    ending: Item | None = None

    @property
    def current(self) -> Held | None:
        """The version that holds."""
        last = self.held[-1] if self.held else None
        return last if last and last.until is None else None

    @property
    def agreed(self) -> bool:
        """Whether the other person ever said yes to a version of it."""
        return any(one.bound.assent for one in self.held)


def courses(record: Record, since: Written | None) -> tuple[Course, ...]:
    """Everything in the record that stands in versions, in the order of writing."""

    def found() -> tuple[Course, ...]:
        firsts = [item for item in record.of(*VERSIONED) if root_of(record, item) is item]
        return tuple(course(record, item, since) for item in firsts)

    return record.worked_out((courses, since), found)


def root_of(record: Record, item: Item) -> Item:
    """The first version of the thing that this is a version of, or an ending or renewal of."""
    above = record.get(item.about)
    while above is not None and isinstance(above.body, VERSIONED):
        item, above = above, record.get(above.about)
    return item


def course(record: Record, item: Item, since: Written | None) -> Course:
    """The whole course of the thing of which ``item`` is a version, an ending or a renewal."""
    root = root_of(record, item)
    proposed = sorted(_below(record, root), key=lambda one: one.uid)
    held: list[Held] = []
    ended: Bound | None = None
    ending: Item | None = None
    for from_then, change in _changes(record, root, proposed, since):
        last = held[-1] if held else None
        standing = last if last and last.until is None else None
        if isinstance(change.body, VERSIONED):
            if standing:
                held[-1] = _until(standing, from_then)
            held.append(Held(change, len(held) + 1, from_then))
            ended = ending = None
        elif isinstance(change.body, Ending) and (standing is None or _of(change, standing)):
            held[-1:] = [_until(standing, from_then)] if standing else held[-1:]
            ended, ending = from_then, change
        elif standing and _of(change, standing):
            renewed = (*standing.renewed, (from_then, change))
            held[-1] = Held(standing.item, standing.number, standing.bound, None, renewed)
    return Course(root, tuple(proposed), tuple(held), ended, ending)


def proposed_of(record: Record, item: Item) -> list[Item]:
    """All that was ever proposed of a thing: its versions, their renewals and endings."""
    versions = list(_below(record, root_of(record, item)))
    about = [one for v in versions for one in record.about(v.uid, Ending, Renewal)]
    return sorted([*versions, *about], key=lambda one: one.uid)


def _below(record: Record, version: Item) -> Iterator[Item]:
    yield version
    for later in record.about(version.uid, *VERSIONED):
        yield from _below(record, later)


def _of(change: Item, standing: Held) -> bool:
    return change.about == standing.item.uid


def _until(standing: Held, then: Bound) -> Held:
    return Held(standing.item, standing.number, standing.bound, then, standing.renewed)


def _changes(
    record: Record, root: Item, proposed: list[Item], since: Written | None
) -> list[tuple[Bound, Item]]:
    """Every version, renewal and ending that binds, in the order in which they came to.

    While the other never agreed to the thing, its writer's own word renews or ends it.
    """
    versions = [(bound(record, one, since), one) for one in proposed]
    found = [(stands, one) for stands, one in versions if stands]
    agreed = any(stands.assent for stands, _ in found)
    mine = all(one.by == root.by for one in proposed)
    for version in proposed:
        for change in record.about(version.uid, Ending, Renewal):
            stands = bound(record, change, since)
            if stands is None and mine and not agreed and change.by == root.by:
                stands = at_once(change)
            if stands:
                found.append((stands, change))
    return sorted(found, key=lambda pair: pair[0].order)
