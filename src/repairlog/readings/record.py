"""The record: entries as they read now, with what was undone left out and what was put right
applied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime

from repairlog.entries import Entry
from repairlog.kinds import Body, body_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    from repairlog.dates import Span
    from repairlog.kinds.mending import Amend, Erase

    Found = TypeVar("Found")


Written = tuple[datetime, str]
"""When something was written, and its uid: the order of writing, also within one second."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry as it reads now: its body, day and time after amendments.

    ``amended_at`` is when it was last put right (None: never), ``amended_by`` the uid of what did;
    ``erased`` that its words are gone.
    """

    entry: Entry
    body: Body
    day: date
    at: datetime | None
    amended_at: datetime | None = None
    amended_by: str = ""
    erased: bool = False

    @property
    def uid(self) -> str:
        return self.entry.uid

    @property
    def ref(self) -> str:
        return self.entry.ref

    @property
    def by(self) -> str:
        return self.entry.by

    @property
    def about(self) -> str | None:
        return self.entry.about

    @property
    def written(self) -> datetime:
        return self.entry.written

    @property
    def order(self) -> Written:
        return self.entry.written, self.entry.uid


class Record:
    """A set of entries, whatever order they came in, ready to be asked."""

    __slots__ = ("_about", "_days", "_items", "_lines", "_of", "_whole", "_worked_out", "kinds")

    def __init__(
        self,
        entries: Iterable[Entry],
        days: Iterable[tuple[str, date]] = (),
        *,
        whole: bool = False,
    ) -> None:
        """``days``: who wrote something on which days, beyond what these entries say. ``whole``:
        what was taken back stands among the rest, though it puts nothing right any more."""
        known = {entry.uid: entry for entry in entries}
        undone, erased, amends = _mended(known.values())
        if whole:
            undone = {uid for uid, entry in known.items() if entry.kind == "undo"}
        live = [known[uid] for uid in sorted(known) if uid not in undone]
        self.kinds = frozenset(entry.kind for entry in live)
        """The names of the kinds that are here: who finds none of his need not look."""
        self._days = frozenset(days)
        self._worked_out: dict[object, Any] = {}
        self._items: dict[str, Item] = {}
        self._about: dict[str, dict[type[Body], list[Item]]] = {}
        self._of: dict[type[Body], list[Item]] = {}
        self._lines = lines = _further_lines(live)
        self._whole = {line.uid: first for first, those in lines.items() for line in those}
        for entry in live:
            if entry.uid in self._whole:
                continue
            body = body_of(entry, erased.get(entry.uid))
            for line in lines.get(entry.uid, ()):
                body = _with_line(body, body_of(line, erased.get(line.uid)))
            item = Item(entry, body, entry.day, entry.at, erased=entry.fields is None)
            for change, amend in amends.get(entry.uid, ()):
                item = _amended(item, change, amend)
            self._items[entry.uid] = item
            self._of.setdefault(type(item.body), []).append(item)
            if entry.about and not (entry.kind == "erase" and entry.about in self._whole):
                about = self._whole.get(entry.about, entry.about)
                self._about.setdefault(about, {}).setdefault(type(item.body), []).append(item)

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items.values())

    def __len__(self) -> int:
        return len(self._items)

    def get(self, uid: str | None) -> Item | None:
        """The item with this uid, if it is here and not undone; for a further line of a check-in
        the whole of it."""
        return self._items.get(self._whole.get(uid, uid)) if uid else None

    def lines(self, item: Item) -> list[Entry]:
        """The further entries that read as one with this item."""
        return self._lines.get(item.uid, [])

    def logged(self, person: str, days: Span) -> set[date]:
        """The days among these on which the person wrote something, as far as it is known here."""
        here = {item.day for item in self if item.by == person and item.day in days}
        return here | {day for by, day in self._days if by == person and day in days}

    def typed(self, item: Item) -> Item:
        """The item, or what it is about where its own reference is none that people type: a miss,
        a crossing and the like."""
        known = item.ref[0] != "e" or item.entry.kind in NAMED
        return item if known else self.get(item.about) or item

    def of(self, *bodies: type[Body]) -> list[Item]:
        """All items of these kinds, in the order of writing."""
        return _of_kinds(self._of, bodies)

    def about(self, uid: str, *bodies: type[Body]) -> list[Item]:
        """The items directly about this one (of these kinds, if any are named), in the order of
        writing."""
        return _of_kinds(self._about.get(uid, {}), bodies or (Body,))

    def worked_out(self, key: object, work: Callable[[], Found]) -> Found:
        """What ``work`` finds in this record, by its key; it is done once, since a record never
        changes."""
        if key not in self._worked_out:
            self._worked_out[key] = work()
        found: Found = self._worked_out[key]
        return found


def _of_kinds(items: Mapping[type[Body], list[Item]], bodies: tuple[type[Body], ...]) -> list[Item]:
    fitting = [found for kind, found in items.items() if issubclass(kind, bodies)]
    if len(fitting) == 1:
        return list(fitting[0])
    return sorted((item for found in fitting for item in found), key=lambda item: item.uid)


def _further_lines(live: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The entries that go on with an earlier one by the same person, by its uid."""
    found: dict[str, list[Entry]] = {}
    checkins = {entry.uid: entry for entry in live if entry.kind == "checkin"}
    for entry in checkins.values():
        first = checkins.get(entry.about or "")
        if first is not None and first.by == entry.by:
            found.setdefault(first.uid, []).append(entry)
    return found


def _with_line(body: Body, line: Body) -> Body:
    from repairlog.kinds.checkins import Checkin

    if isinstance(body, Checkin) and isinstance(line, Checkin):
        return body.with_line(line)
    return body


def _mended(
    entries: Iterable[Entry],
) -> tuple[set[str | None], dict[str | None, Erase], dict[str | None, list[tuple[Entry, Amend]]]]:
    """What was undone, erased and put right among some entries, by the uid that it is about."""
    mending = [e for e in entries if e.kind in MENDING]
    if not mending:  # mostly: nothing of it has to be imported
        return set(), {}, {}
    from repairlog.kinds.mending import Amend, Erase, Undo

    gone = [e for e in mending if e.kind == "erase"]
    erased = {e.about: body for e in gone if isinstance(body := body_of(e), Erase)}
    # Of an amendment whose words are gone, the day and the time that it gave still stand.
    in_order = sorted(mending, key=lambda e: e.uid)
    bodies = [(entry, body_of(entry, erased.get(entry.uid))) for entry in in_order]
    undone = {entry.about for entry, body in bodies if isinstance(body, Undo)}
    amends: dict[str | None, list[tuple[Entry, Amend]]] = {}
    for entry, body in bodies:
        if isinstance(body, Amend) and entry.uid not in undone:
            amends.setdefault(entry.about, []).append((entry, body))
    return undone, erased, amends


MENDING = ("amend", "undo", "erase")

NAMED = ("disclosure", "apology", "setback")
"""The kinds that people act on by their own reference, though it is but a number among others."""

MAIN_WORDS = ("text", "own", "what", "name", "correct")
"""The field that holds what an entry says, whichever of these its kind has."""

NOTES = ("note", "why", "helped")
"""The field that holds a word beside it."""


def _amended(item: Item, change: Entry, amend: Amend) -> Item:
    named = [known.name for known in fields(item.body)]
    words: dict[str, str] = {}
    for given, places in ((amend.text, MAIN_WORDS), (amend.note, NOTES)):
        place = next((name for name in places if name in named), None)
        if given is not None and place and not item.erased:
            words[place] = given
    return replace(
        item,
        body=_with_words(item.body, words),
        day=amend.day or item.day,
        at=amend.at if amend.day else item.at,
        amended_at=change.written,
        amended_by=change.uid,
    )


def _with_words(body: Body, words: dict[str, str]) -> Body:
    changed: Any = words
    return replace(body, **changed)
