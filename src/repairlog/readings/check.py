"""Whether the record is as it was written: every digest and hash made again, and compared.

It reads rows as they are stored, so that what cannot be understood is found, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from json.encoder import encode_basestring as text
from typing import Any

from repairlog.entries import CHAIN_START, CROCKFORD, Head, seal
from repairlog.errors import Misread

Stored = Sequence[Any]
"""An entry as it is stored: uid, device, seq, ref, kind, version, by, at, day, written, about,
command, content, hash, salt, fields; dates are texts, the last two are None once erased."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be: the entry that it concerns (its reference, or
    nothing), and what is so, in a sentence. ``place`` is the entry's number in order of arrival.

    ``damage``: the record itself is not as it was written.
    """

    ref: str
    what: str
    place: int = 0
    damage: bool = True


@dataclass(frozen=True, slots=True)
class Checked:
    """What the chains came to: how many entries they hold, on how many devices, what was found."""

    entries: int
    devices: int
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Chain:
    """How far one device's chain has been followed."""

    seq: int = 0
    hash: str = CHAIN_START
    written: str = ""
    ref: str = ""


Place = tuple[str, int]
"""An entry's reference, and its number in order of arrival."""


@dataclass(slots=True)
class _Walk:
    """What is remembered on the way through all entries."""

    chains: dict[str, _Chain] = field(default_factory=dict)
    known: dict[str, Place] = field(default_factory=dict)
    emptied: dict[str, Place] = field(default_factory=dict)
    erasing: dict[str, Place] = field(default_factory=dict)
    leads: list[tuple[str, str, int]] = field(default_factory=list)  # to what was not met yet


def check(rows: Iterable[Stored]) -> Checked:
    """Follow every chain from its first entry to its last, in one pass."""
    walk, count = _Walk(), 0
    findings: list[Finding] = []
    for count, row in enumerate(rows, 1):
        try:
            findings += _entry(walk, row, count)
        except (TypeError, AttributeError):  # values of other types than any that was ever written
            findings.append(Finding(str(row[3] or ""), "its row holds what no entry holds", count))
    findings += _afterwards(walk)
    findings.sort(key=lambda finding: finding.place)
    return Checked(count, len(walk.chains), tuple(findings))


def _entry(walk: _Walk, row: Stored, place: int) -> Iterator[Finding]:
    uid, device, seq, ref, kind, *_, written, about, command, content, hash_, salt, fields = row
    chain = walk.chains.get(device)
    if chain is None:
        chain = walk.chains[device] = _Chain()
    followed = seq == chain.seq + 1
    if not followed:
        yield Finding(ref, _gap(chain, seq), place)
    elif link(chain.hash, row) != hash_:
        yield Finding(ref, "when it was, who wrote it or what it is about was changed", place)
    if written < chain.written:
        yield Finding(ref, f"it says that it was written before {chain.ref}", place)
    if uid in walk.known:
        yield Finding(ref, f"it is there twice, also as {walk.known[uid][0]}", place)
    if fields is None:
        walk.emptied[uid] = ref, place
    elif digest(salt, fields) != content:
        yield Finding(ref, "its words or fields are not the ones that were written", place)
    if kind == "erase" and about:
        walk.erasing[about] = ref, place
    walk.known[uid] = ref, place
    if about and about not in walk.known:
        walk.leads.append((about, ref, place))
    if command and command not in walk.known:
        walk.leads.append((command, ref, place))
    chain.seq, chain.hash, chain.written, chain.ref = seq, hash_, written, ref


def _gap(chain: _Chain, seq: int) -> str:
    missing = seq - chain.seq - 1
    if missing < 0:
        return "it stands in the wrong place of its chain"
    entries = "entry is" if missing == 1 else "entries are"
    return f"{missing} {entries} missing just before it" + (
        f", after {chain.ref}" if chain.ref else ""
    )


def _afterwards(walk: _Walk) -> Iterator[Finding]:
    """What can be said once all entries are known."""
    for uid, (ref, place) in walk.emptied.items():
        if uid not in walk.erasing:
            yield Finding(ref, "its words are gone, and no entry says that they were erased", place)
    for uid in walk.erasing:
        if uid in walk.known and uid not in walk.emptied:
            yield Finding(
                walk.known[uid][0],
                "its words are there, though they were erased",
                walk.known[uid][1],
            )
    for target, ref, place in walk.leads:
        if target not in walk.known:
            yield Finding(ref, "it is about an entry that is not there", place)


# -- hashes, from what is stored -----------------------------------------------------------------


def link(previous: str, row: Stored) -> str:
    """The hash of the entry in its chain: `entries.chain_hash`, from the texts as stored."""
    try:
        envelope = _envelope(row)
    except TypeError:  # a value of another type than any that was ever written
        return ""
    return sha256((previous + envelope).encode("utf-8", "surrogateescape")).hexdigest()


def _envelope(row: Stored) -> str:
    """`entries.canonical` of an envelope, made at once: a general encoder takes five times as
    long, and this is done for every entry."""
    uid, device, seq, ref, kind, version, by, at, day, written, about, command, content, *_ = row
    return (
        f'{{"about":{"null" if about is None else text(about)},'
        f'"at":{"null" if at is None else text(at)},'
        f'"by":{text(by)},"command":{text(command)},"content":{text(content)},"day":{text(day)},'
        f'"device":{text(device)},"kind":{text(kind)},"ref":{text(ref)},"seq":{seq},'
        f'"uid":{text(uid)},"version":{version},"written":{text(written)}}}'
    )


def digest(salt: str, fields: str) -> str:
    """The digest of the entry's fields: `entries.content_digest`, from the text as stored."""
    try:
        salted = bytes.fromhex(salt)
    except ValueError:
        return ""
    return sha256(salted + fields.encode("utf-8", "surrogateescape")).hexdigest()


# -- seals ---------------------------------------------------------------------------------------

GROUPS = "7K3Q-M2XD-90AF"
MISTAKEN_FOR = str.maketrans("OIL", "011")


@dataclass(frozen=True, slots=True)
class Covered:
    """What a seal covers: so many entries, the last of them ``ref``, written at ``written``."""

    entries: int
    ref: str
    written: str


def read_seal(words: str) -> str:
    """A seal as it is printed, from what was typed: lower case, without dashes, O for 0, I or L
    for 1 (Crockford's base 32). Raises Misread."""
    typed = "".join(words.upper().split()).replace("-", "").translate(MISTAKEN_FOR)
    if len(typed) != 12:
        raise Misread(
            f"A seal has twelve characters, in three groups; this one has {len(typed)}.",
            f"Such as: repairlog doctor --seal {GROUPS}",
        )
    strange = sorted({char for char in typed if char not in CROCKFORD})
    if strange:
        raise Misread(
            f"No seal holds {' or '.join(strange)}; it may be another character.",
            f"Such as: repairlog doctor --seal {GROUPS}",
        )
    return f"{typed[:4]}-{typed[4:8]}-{typed[8:]}"


def covered(rows: Sequence[Stored], code: str) -> Covered | None:
    """What the seal was given over: the state of the record that has it, the latest if several.

    A record grows entry by entry, in the order of arrival here or in that of writing.
    """
    for ordered in (rows, sorted(rows, key=lambda row: (str(row[9]), str(row[0])))):
        heads: dict[str, Head] = {}
        for count, row in enumerate(ordered, 1):
            heads[row[1]] = row[1], row[2], row[13]
            if seal(heads.values()) == code:
                return Covered(count, row[3], row[9])
    return None
