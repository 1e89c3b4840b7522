"""What an export shows of the entries it is made from: whose words, which kinds, whose names.

It works on entries, before any reading looks at them, so that no page can show what it left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from repairlog.entries import Entry
from repairlog.kinds import UNKNOWN, kind_of
from repairlog.kinds.body import Proposal, words_of
from repairlog.readings.assent import bound
from repairlog.readings.people import Settings
from repairlog.readings.record import Record

STAND_ALONE = ("commitment",)
"""What stands by itself, even where the thing that it repairs is left out."""

ONES_OWN = ("why", "note", "need")
"""Words that stay their author's own though both agreed to the rest of the entry."""

UNMARKED = ("value",)
"""Words that stand in no sentence: where they are left out, nothing stands in their place."""

NAMING = ("who", "me", "partner", "repairing", "hurt", "value", "present")
"""Fields that name a person."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """What is shown.

    ``allowed``: whose own words (None: everyone's). ``agreed``: the uids of entries to whose
    words both agreed. ``without``: kinds that are left out, with all that is about them.
    ``initials`` stand for names (none: names stay).
    """

    allowed: frozenset[str] | None = None
    agreed: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    initials: Mapping[str, str] = field(default_factory=dict)
    _names: re.Pattern[str] | None = None

    @classmethod
    def of(
        cls,
        *,
        allowed: Iterable[str] | None = None,
        agreed: Iterable[str] = (),
        without: Iterable[str] = (),
        initials: Mapping[str, str] | None = None,
    ) -> Redaction:
        """What is shown, ready to be applied."""
        return cls(
            None if allowed is None else frozenset(allowed),
            frozenset(agreed),
            frozenset(without),
            initials or {},
            _pattern(initials) if initials else None,
        )

    def withholds(self, entry: Entry) -> bool:
        """Whether words of this entry are left out."""
        if self.allowed is None or entry.by in self.allowed or not entry.fields:
            return False
        return any(entry.fields.get(name) for name in self._withheld(entry))

    def entry(self, entry: Entry) -> Entry:
        """The entry as it is shown."""
        fields = entry.fields
        if fields is None:
            return replace(entry, by=self.name(entry.by)) if self.initials else entry
        if self.withholds(entry):
            gone = set(self._withheld(entry))
            shown = {k: self._marked(entry, k, v) if k in gone else v for k, v in fields.items()}
            fields = {name: value for name, value in shown.items() if value is not None}
        if self.initials:
            fields = {name: self._renamed(entry, name, value) for name, value in fields.items()}
        return replace(entry, by=self.name(entry.by), fields=fields)

    def name(self, person: str) -> str:
        """The person as the export names them."""
        return self.initials.get(person, person)

    # -- words -----------------------------------------------------------------------------------

    def _withheld(self, entry: Entry) -> Sequence[str]:
        """The fields of an entry of the other's that are not shown."""
        kind = kind_of(entry)
        if kind is UNKNOWN:
            return tuple(entry.fields or ())
        theirs = words_of(kind.body)
        if entry.uid in self.agreed or (kind.name == "amend" and entry.about in self.agreed):
            return tuple(name for name in theirs if name in ONES_OWN)
        return theirs

    def _marked(self, entry: Entry, name: str, value: Any) -> Any:
        if not value or name in UNMARKED or kind_of(entry) is UNKNOWN:
            return None
        marker = withheld(entry.by)
        return [marker for _ in value] if isinstance(value, list) else marker

    # -- names -----------------------------------------------------------------------------------

    def _renamed(self, entry: Entry, name: str, value: Any) -> Any:
        kind = kind_of(entry)
        if kind is UNKNOWN or name in words_of(kind.body):
            return self._in_text(value)
        return self._exactly(value) if name in (*NAMING, "remains") else value

    def _in_text(self, value: Any) -> Any:
        match value:
            case str() if self._names:
                return self._names.sub(self._initial, value)
            case list():
                return [self._in_text(inner) for inner in value]
            case dict():
                return {key: self._in_text(inner) for key, inner in value.items()}
        return value

    def _initial(self, match: re.Match[str]) -> str:
        genitive = match["s"] or ""
        if genitive and not match["name"][:1].isupper():
            return match[0]  # "marks" is no name
        plain = _plain(match["name"])
        for person, initial in self.initials.items():
            if plain in map(_plain, _parts(person)):
                return initial + genitive
        return match[0]

    def _exactly(self, value: Any) -> Any:
        match value:
            case str():
                return self.name(value)
            case list():
                return [self._exactly(inner) for inner in value]
            case dict():
                return {key: self._exactly(inner) for key, inner in value.items()}
        return value


def withheld(person: str) -> str:
    """What stands where words of this person's own are left out."""
    return f"({person}'s own words, left out)"


def agreed_by_both(record: Record, settings: Settings) -> frozenset[str]:
    """The uids of the entries to whose words both agreed: a proposal that the other said yes to,
    and the thing that it adopted. The record holds the proposals and their answers."""
    found: set[str] = set()
    for item in record.of(Proposal):
        stands = bound(record, item, settings.partner_since)
        if stands and stands.assent:
            found.add(item.uid)
            if item.entry.kind == "adoption" and item.about:
                found.add(item.about)
    return frozenset(found)


# -- kinds ---------------------------------------------------------------------------------------


def kept(
    entries: Iterable[Entry], without: frozenset[str], above: Callable[[list[Entry]], list[Entry]]
) -> list[Entry]:
    """The entries without those of some kinds, and without what is about these; a promise stands,
    whatever it repairs. ``above`` finds what entries are about, up to the top."""
    entries = list(entries)
    known = {entry.uid: entry for entry in (*entries, *above(entries))}
    return [e for e in entries if not any(one.kind in without for one in _upwards(e, known))]


def _upwards(entry: Entry, known: Mapping[str, Entry]) -> Iterator[Entry]:
    """The entry, and what it is about, as far as it belongs to that."""
    one: Entry | None = entry
    while one is not None:
        yield one
        one = known.get(one.about) if one.about and one.kind not in STAND_ALONE else None


# -- initials ------------------------------------------------------------------------------------


def initials_of(people: Sequence[str]) -> dict[str, str]:
    """An initial for each person; people who share one are numbered."""
    first = {person: unicodedata.normalize("NFC", person)[:1].upper() for person in people}
    taken = list(first.values())
    return {
        person: letter if taken.count(letter) == 1 else f"{letter}{number}"
        for number, (person, letter) in enumerate(first.items(), 1)
    }


def _pattern(initials: Mapping[str, str]) -> re.Pattern[str]:
    """Every name, and every part of one, as a whole word, in whatever case and normal form; and
    with the ``s`` of a genitive (Anas mother, as it is written in German)."""
    forms = {
        unicodedata.normalize(form, part)
        for person in initials
        for part in _parts(person)
        for form in ("NFC", "NFD")
    }
    longest_first = sorted(forms, key=lambda name: (-len(name), name))
    names = "|".join(re.escape(name) for name in longest_first)
    return re.compile(rf"(?<!\w)(?P<name>{names})(?P<s>s?)(?![\w\u0300-\u036f])", re.IGNORECASE)


def _parts(person: str) -> list[str]:
    """A name, and those of its words that are long enough to be one."""
    words = person.split()
    return [person, *(word for word in words if len(word) > 2 and word != person)]


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
