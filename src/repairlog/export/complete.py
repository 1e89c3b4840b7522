"""The complete record as JSON, and back: what is read in is exactly what was written out.

One entry a line, in the order of arrival, each with its salt and hash; before them the heads of
all chains and the seal, so that a file whose end was cut off is known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from repairlog.entries import Entry, Head, canonical, moment_text, seal, written_text
from repairlog.errors import Refused
from repairlog.readings.check import Stored, check
from repairlog.text import json_shown

FORMAT, VERSION = "repairlog-journal", 1
OPENING = '"entries": ['
"""What stands before the first entry, on a line of its own."""
LARGEST = 2**63 - 1

KEYS: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("uid", "device", "ref", "kind", "by", "day", "written", "command"), (str,)),
    **dict.fromkeys(("content", "hash"), (str,)),
    **dict.fromkeys(("seq", "version"), (int,)),
    **dict.fromkeys(("at", "about", "salt"), (str, type(None))),
    "fields": (dict, type(None)),
}
"""What an entry's line holds, and of which type each may be."""


@dataclass(frozen=True, slots=True)
class Complete:
    """A whole record: its entries in the order of arrival, and the heads of its chains.

    ``private``: it is one person's own journal.
    """

    entries: tuple[Entry, ...]
    heads: tuple[Head, ...]
    private: bool

    @property
    def seal(self) -> str:
        return seal(self.heads)


# -- out -----------------------------------------------------------------------------------------


def write(record: Complete, as_of: datetime) -> Iterator[str]:
    """The record as JSON, piece by piece."""
    head = {
        "format": FORMAT,
        "version": VERSION,
        "as_of": as_of.isoformat(timespec="seconds"),
        "private": record.private,
        "seal": record.seal,
        "heads": [list(head) for head in record.heads],
    }
    opening = json.dumps(head, ensure_ascii=False, indent=1)
    yield f"{opening.removesuffix(chr(10) + '}')},\n {OPENING}"
    for number, entry in enumerate(record.entries):
        yield f"{',' if number else ''}\n  {_line(entry)}"
    yield "\n ]\n}\n"


def _line(entry: Entry) -> str:
    row = dict(zip(KEYS_IN_A_LINE, _row(entry), strict=True))
    return json_shown(json.dumps({**row, "fields": entry.fields}, ensure_ascii=False))


KEYS_IN_A_LINE = (
    *("uid", "device", "seq", "ref", "kind", "version", "by", "at", "day", "written"),
    *("about", "command", "content", "hash", "salt", "fields"),
)


def _row(entry: Entry) -> Stored:
    """The entry as its row is stored."""
    return (
        *(entry.uid, entry.device, entry.seq, entry.ref, entry.kind, entry.version, entry.by),
        *(moment_text(entry.at), entry.day.isoformat(), written_text(entry.written)),
        *(entry.about, entry.command, entry.content, entry.hash, entry.salt),
        None if entry.fields is None else canonical(entry.fields),
    )


# -- in ------------------------------------------------------------------------------------------


def read(text: str) -> Complete:
    """The record in a text that `write` made, with every hash and digest made again.

    Raises Refused for a text that is something else, was damaged, or is not whole, naming the
    entry that it concerns.
    """
    document = _document(text)
    entries = tuple(_entry(line, place) for place, line in enumerate(document["entries"], 1))
    _refuse_damaged(check(_row(entry) for entry in entries).findings)
    heads = _heads(entries)
    if [list(head) for head in heads] != document.get("heads"):
        raise Refused(
            f"This file ends before the record does: {len(entries):,} of its entries are there. "
            "Nothing was written.",
            AGAIN,
        )
    _refuse_without_beginning(entries)
    return Complete(entries, heads, document.get("private") is True)


AGAIN = "Export it again where the journal still is: repairlog export --format json -o FILE"
HOW_MADE = "A complete record is made by: repairlog export --format json -o FILE"


def _document(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except json.JSONDecodeError as problem:
        raise _unread(text, problem.lineno) from None
    except (ValueError, RecursionError):
        raise Refused("This file is not a record that repairlog wrote.", HOW_MADE) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Refused("This file is not a record that repairlog wrote.", HOW_MADE)
    if document.get("version") != VERSION:
        raise Refused(
            "This record was written by a newer repairlog. Nothing was written.",
            "Bring this repairlog up to date, then try again.",
        )
    if not isinstance(document.get("entries"), list):
        raise Refused("This record has no entries. Nothing was written.", AGAIN)
    return document


def _unread(text: str, line: int) -> Refused:
    """Where a record stops being one: its entries stand on a line each."""
    head = text.partition(OPENING)[0]
    if f'"format": "{FORMAT}"' not in head:
        return Refused("This file is not a record that repairlog wrote.", HOW_MADE)
    place = max(line - head.count("\n") - 1, 1)
    return Refused(
        f"This record cannot be read from its entry {place} on: the file was cut off or changed. "
        "Nothing was written.",
        AGAIN,
    )


def _entry(line: object, place: int) -> Entry:
    """The entry in a line. Raises Refused, with its place and reference."""
    ref = line.get("ref") if isinstance(line, dict) else None
    name = f"{ref} (entry {place})" if isinstance(ref, str) else f"Entry {place}"
    try:
        return _understood(line)
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError):
        raise Refused(
            f"{name} of this record cannot be read. Nothing was written.", AGAIN
        ) from None


def _understood(line: object) -> Entry:
    if not isinstance(line, dict) or set(line) != set(KEYS):
        raise ValueError("not the keys of an entry")
    for key, types in KEYS.items():
        if type(line[key]) not in types:
            raise TypeError(key)
    if not REFERENCE.fullmatch(line["ref"]):
        raise ValueError("not a reference")
    if not 0 < line["seq"] <= LARGEST or not 0 < line["version"] <= LARGEST:
        raise ValueError("not a number of an entry")
    entry = Entry(
        **{
            **line,
            "at": datetime.fromisoformat(line["at"]) if line["at"] else None,
            "day": date.fromisoformat(line["day"]),
            "written": datetime.fromisoformat(line["written"]),
        }
    )
    canonical(line).encode()  # no floats, and nothing that is no text
    return entry


REFERENCE = re.compile(r"[a-z][1-9][0-9]{0,17}")


def _refuse_damaged(findings: Sequence[Any]) -> None:
    if not findings:
        return
    more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
    found = findings[0]
    raise Refused(
        f"{found.ref} of this record is not as it was written: {found.what}{more}. "
        "Nothing was written.",
        AGAIN,
    )


def _heads(entries: Iterable[Entry]) -> tuple[Head, ...]:
    heads: dict[str, Head] = {}
    for entry in entries:
        heads[entry.device] = entry.device, entry.seq, entry.hash
    return tuple(heads[device] for device in sorted(heads))


def _refuse_without_beginning(entries: Sequence[Entry]) -> None:
    if not any(entry.kind == "init" for entry in entries):
        raise Refused("This record does not begin as a journal does. Nothing was written.", AGAIN)
