"""What the commands about boundaries share: the one that is meant, its words, whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from repairlog.cli import find
from repairlog.cli.session import Session
from repairlog.dates import day_text
from repairlog.entries import Entry
from repairlog.errors import Misread, Refused
from repairlog.kinds.boundaries import Boundary, Revision
from repairlog.readings.boundaries import BoundaryReport, CrossingReport, Version, boundary
from repairlog.readings.record import Item, Record
from repairlog.readings.wording import GONE
from repairlog.text import check, one_line

LONGEST_VALUE = 40
CROSSING = find.Sought(("crossing",), "e", "crossing", "repairlog boundary list")


@dataclass(frozen=True, slots=True)
class Found:
    """One boundary: its entry, all about it, and how it stands now."""

    record: Record
    item: Item
    report: BoundaryReport

    @property
    def ref(self) -> str:
        return self.item.ref

    @property
    def agreed(self) -> bool:
        """Whether both agreed to it, in whatever version."""
        return any(version.agreed for version in self.report.versions)

    def in_force(self, day: date) -> Version:
        """The version that held on a day."""
        held = [version for version in self.report.versions if version.since <= day]
        return held[-1] if held else self.report.versions[0]


def named(s: Session, words: Sequence[str], command: str) -> Entry:
    """The boundary that the words mean. Raises Refused for none, or for several."""
    return find.one(s, words, find.BOUNDARY.to(f"boundary {command}"))


def look(s: Session, entry: Entry) -> Found:
    """How the boundary stands now."""
    record, item = find.item_of(s, entry)
    return Found(record, item, boundary(record, item, s.settings, s.now))


def standing(s: Session, entry: Entry) -> Found:
    """The same, refused once it is retired."""
    found = look(s, entry)
    if found.report.retired:
        raise Refused(
            f"{found.ref} was retired on {day_text(found.report.retired, s.now)}; "
            "nothing was written.",
            f"To see it: repairlog boundary show {found.ref}\n"
            "To name one anew: repairlog boundary add TEXT… --means TEXT",
        )
    return found


def with_crossing(s: Session, ref: str, command: str) -> tuple[Entry, str | None]:
    """The boundary that a reference means, and the crossing's uid where it named that (`e12`)."""
    if not (find.is_reference(ref) and ref.lower().startswith("e")):
        return named(s, [ref], command), None
    crossing = find.one(s, [ref], CROSSING)
    [above] = s.journal.above([crossing])[:1]
    return above, crossing.uid


def unrepaired(found: Found, uid: str | None = None) -> list[CrossingReport]:
    """The crossings that are still open, in their order; of one uid where that was named."""
    return [c for c in found.report.unrepaired if uid in (None, c.uid)]


def repaired_already(s: Session, found: Found, uid: str) -> Refused:
    """A crossing that is called repaired has nothing left to be put right."""
    crossing = next(c for c in found.report.crossings if c.uid == uid)
    assert crossing.repaired is not None
    return Refused(
        f"{crossing.ref} was repaired on {day_text(crossing.repaired, s.now)} already; "
        "nothing was written.",
        f"To see it: repairlog boundary show {found.ref}",
    )


def value(words: str | None) -> str | None:
    """The value that a boundary guards: a word or a few, in small letters. Raises Misread."""
    if words is None:
        return None
    kept = one_line(check(words)).casefold()
    if len(kept) > LONGEST_VALUE:
        raise Misread(
            f"A --value is a word or a few, up to {LONGEST_VALUE} characters.", "--value privacy"
        )
    return kept


def behaviours(words: Sequence[str] | None) -> tuple[str, ...]:
    """What the boundary means, each once, in the order said."""
    return tuple(dict.fromkeys(check(one) for one in words or ()))


def revisit(s: Session, words: str | None) -> date | None:
    """The day on which it is looked at again. Raises Refused for one that is past."""
    return s.to_come(words, "a boundary is revisited on a day to come", "--revisit in 4 weeks")


def heading(s: Session, version: Version) -> list[str]:
    """The parts of the first line that a boundary's echo has."""
    words = GONE if version.erased else f'"{one_line(version.text)}"'
    day = f"revisit {day_text(version.revisit, s.now)}" if version.revisit else ""
    return [words, version.value or "", day]


def meaning(version: Version | Boundary | Revision) -> list[str]:
    """What it means and what mends it, a line each, exactly as it was said."""
    if isinstance(version, Version) and version.erased:
        return []
    lines = [f"It means: {one}" for one in version.means]
    return [*lines, f"If it is crossed: {version.remedy}"] if version.remedy else lines


def restated(version: Version) -> list[str]:
    """The boundary's exact words."""
    if version.erased:
        return [f"What it said was {GONE}."]
    return [f'What it says: "{version.text}"', *meaning(version)]


def whose(s: Session, found: Found) -> str:
    """That it is its author's own so far; nothing where both agreed, or nobody else could."""
    author = found.item.by
    other = s.settings.other(author)
    if found.agreed or other is None:
        return ""
    return f"It is {author}'s own so far; {other} has not agreed to it."
