"""The entry envelope, its canonical JSON, and the hash chain that each device keeps.

An entry is a fact: immutable, written by a person, at a time, of one kind. What this module
computes is what `doctor` computes again, so nothing here may ever change for entries already
written: a new way of hashing would be a new envelope version.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

Fields: TypeAlias = "Mapping[str, Any]"

CHAIN_START = ""
"""What stands for the previous hash before a device's first entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact of the journal (DESIGN 2, "The envelope").

    ``at`` is the local wall clock with its UTC offset, or None for a day without a time;
    ``written`` is UTC. ``command`` is the uid of the first entry that the same command wrote,
    so that `undo` can take a command back whole. ``fields`` is None once the text was erased.
    """

    uid: str
    device: str
    seq: int
    ref: str
    kind: str
    version: int
    by: str
    at: datetime | None
    day: date
    written: datetime
    about: str | None
    command: str
    content: str
    hash: str
    salt: str | None
    fields: Fields | None


def canonical(value: object) -> str:
    """JSON with sorted keys, compact, UTF-8 text as it is; floats are refused (TypeError)."""
    _refuse_floats(value)
    return _ENCODER.encode(value)


_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _refuse_floats(value: object) -> None:
    if isinstance(value, float):
        raise TypeError("an entry holds no floats: their text differs between machines")
    if isinstance(value, Mapping):
        for inner in value.values():
            _refuse_floats(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _refuse_floats(inner)


def content_digest(salt: str, fields: Fields) -> str:
    """SHA-256 (hex) over the salt (hex) and the canonical JSON of a kind's own fields.

    The salt keeps an erased text from being guessed by trying likely sentences.
    """
    return hashlib.sha256(bytes.fromhex(salt) + canonical(fields).encode()).hexdigest()


def chain_hash(previous: str, entry: Entry) -> str:
    """SHA-256 (hex) over the previous hash of the device's chain and the entry's envelope."""
    envelope = {
        "uid": entry.uid,
        "device": entry.device,
        "seq": entry.seq,
        "ref": entry.ref,
        "kind": entry.kind,
        "version": entry.version,
        "by": entry.by,
        "at": moment_text(entry.at),
        "day": entry.day.isoformat(),
        "written": written_text(entry.written),
        "about": entry.about,
        "command": entry.command,
        "content": entry.content,
    }
    return hashlib.sha256((previous + canonical(envelope)).encode()).hexdigest()


def chained(previous: str, entry: Entry) -> Entry:
    """The entry with its hash, as the next link after ``previous``."""
    return replace(entry, hash=chain_hash(previous, entry))


def moment_text(at: datetime | None) -> str | None:
    """How a local moment stands in the file: ``2026-11-23T17:52:00+01:00``."""
    return None if at is None else at.isoformat(timespec="seconds")


def written_text(written: datetime) -> str:
    """How a moment of writing stands in the file: UTC, fixed width, so that text order is time
    order."""
    return written.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def new_uid(written: datetime, seq: int) -> str:
    """A UUIDv7 (RFC 9562): milliseconds, then the chain's number as a 32-bit counter.

    The counter keeps entries of one millisecond (or of a fixed clock) in the order written.
    """
    milliseconds = int(written.timestamp() * 1000) & (1 << 48) - 1
    high, low = divmod(seq & (1 << 32) - 1, 1 << 20)
    chance = int.from_bytes(os.urandom(6)) >> 6
    bits = milliseconds << 80 | 7 << 76 | high << 64 | 2 << 62 | low << 42 | chance
    text = f"{bits:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def new_salt() -> str:
    """Sixteen random bytes, hex."""
    return os.urandom(16).hex()


CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


Head = tuple[str, int, str]
"""The last entry of a chain: its device, seq and hash."""


def seal(heads: Iterable[Head]) -> str:
    """The short code over the heads of all chains.

    60 bits in Crockford's base 32 (https://www.crockford.com/base32.html), three groups of four.
    """
    digest = hashlib.sha256(canonical(sorted(map(list, heads))).encode()).digest()
    number = int.from_bytes(digest[:8], "big") >> 4
    code = "".join(CROCKFORD[number >> shift & 31] for shift in range(55, -1, -5))
    return f"{code[:4]}-{code[4:8]}-{code[8:]}"
