"""What can be written: the registry of every kind, and from an entry to its body and back."""

from __future__ import annotations

from repairlog.entries import Entry
from repairlog.kinds import (
    assent,
    boundaries,
    checkins,
    commitments,
    keeping,
    milestones,
    moments,
    pace,
    triggers,
)
from repairlog.kinds.body import Body, Kind, Unknown, decode, emptied, encode

KINDS: dict[str, Kind] = {
    kind.name: kind
    for family in (
        commitments,
        assent,
        pace,
        boundaries,
        triggers,
        checkins,
        moments,
        milestones,
        keeping,
    )
    for kind in family.KINDS
}

KIND_OF: dict[type[Body], Kind] = {kind.body: kind for kind in KINDS.values()}

UNKNOWN = Kind("unknown", Unknown, "written by a newer version")


def kind_of(entry: Entry) -> Kind:
    """The registry's line for an entry; ``UNKNOWN`` for what a newer version wrote."""
    kind = KINDS.get(entry.kind)
    return kind if kind is not None and entry.version <= kind.version else UNKNOWN


def body_of(entry: Entry, remains: Body | None = None) -> Body:
    """The entry's own fields as its kind's body.

    ``remains`` is the Erase body of an erased entry: its numbers and dates still stand.
    """
    kind = kind_of(entry)
    if entry.fields is None:
        left = remains.remains if isinstance(remains, keeping.Erase) else {}
        return emptied(kind.body, left) if kind is not UNKNOWN else Unknown(fields=left)
    if kind is UNKNOWN:
        return Unknown(fields=entry.fields)
    return decode(kind.body, entry.fields)


__all__ = ["KINDS", "KIND_OF", "UNKNOWN", "Body", "Kind", "body_of", "encode", "kind_of"]
