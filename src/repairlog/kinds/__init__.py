"""What can be written: the registry of every kind, and from an entry to its body and back.

A new kind is one definition in its family's file and one line here. A family is imported when one
of its kinds is met, so that a quick entry does not pay for the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module

from repairlog.entries import Entry, Fields
from repairlog.kinds.body import Body, Unknown, decode, emptied, encode


@dataclass(frozen=True, slots=True)
class Kind:
    """One line of the registry: how a kind is called, referred to and where it is defined.

    ``at`` is its family's file and its body there. ``label`` is what a person reads in `log`;
    ``letter`` begins its references. ``opens``: it stays open until something closes it, so it
    has a row among the threads. ``sums_up``: a commitment's checkpoint stands for it.
    """

    name: str
    at: str
    label: str
    letter: str = "e"
    version: int = 1
    opens: bool = False
    sums_up: bool = False

    @property
    def body(self) -> type[Body]:
        """The body's class, its family imported now if it was not yet."""
        found = _BODIES.get(self.at)
        if found is None:
            family, _, name = self.at.partition(":")
            found = _BODIES[self.at] = getattr(import_module(f"repairlog.kinds.{family}"), name)
        return found


_BODIES: dict[str, type[Body]] = {}


def _moment(name: str, *, opens: bool = False) -> Kind:
    return Kind(name, f"moments:{name.capitalize()}", name, opens=opens)


UNKNOWN = Kind("unknown", "body:Unknown", "written by a newer version")

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("commitment", "commitments:Commitment", "promised", "c", opens=True),
        Kind("delivery", "commitments:Delivery", "delivered", sums_up=True),
        Kind("miss", "commitments:Miss", "owned a miss", sums_up=True),
        Kind("ease", "changes:Ease", "proposed a pause", "p", opens=True),
        Kind("release", "changes:Release", "proposed a release", "p", opens=True),
        Kind("renegotiation", "changes:Renegotiation", "proposed new terms", "p", opens=True),
        Kind("adoption", "assent:Adoption", "proposed", "p", opens=True),
        Kind("setting-change", "assent:SettingChange", "proposed a setting", "p", opens=True),
        Kind("erasure", "assent:Erasure", "proposed to erase", "p", opens=True),
        Kind("rule", "agreement:Rule", "proposed a ground rule", "p", opens=True),
        Kind("response", "agreement:Response", "proposed a response", "p", opens=True),
        Kind("cadence", "agreement:Cadence", "proposed a cadence", "p", opens=True),
        Kind("ending", "agreement:Ending", "proposed to end", "p", opens=True),
        Kind("renewal", "agreement:Renewal", "proposed to go on with", "p", opens=True),
        Kind("consent", "agreement:Consent", "said on consent"),
        Kind("assent", "assent:Assent", "agreed"),
        Kind("decline", "assent:Decline", "declined"),
        Kind("hold", "pace:Hold", "held the pace", opens=True),
        Kind("slow", "pace:Slow", "asked for a slow pace", opens=True),
        Kind("lift", "pace:Lift", "lifted the pace"),
        Kind("boundary", "boundaries:Boundary", "named a boundary", "b", opens=True),
        Kind("revision", "boundaries:Revision", "proposed a revision", "p", opens=True),
        Kind("retirement", "boundaries:Retirement", "proposed to retire", "p", opens=True),
        Kind("honoured", "boundaries:Honoured", "saw it honoured"),
        Kind("crossing", "boundaries:Crossing", "saw it crossed", opens=True),
        Kind("repaired", "boundaries:Repaired", "called it repaired"),
        Kind("pattern", "boundaries:Pattern", "proposed a name for a pattern", "p", opens=True),
        Kind("trigger", "triggers:Trigger", "was triggered", "t", opens=True),
        Kind("meaning", "triggers:Meaning", "said what was meant"),
        Kind("settling", "triggers:Settling", "settled"),
        Kind("talk", "conversations:Talk", "talked", opens=True),
        Kind("paraphrase", "conversations:Paraphrase", "said what was heard"),
        Kind("confirmation", "conversations:Confirmation", "answered what was heard"),
        Kind("summary", "conversations:Summary", "proposed a summary", "p", opens=True),
        Kind("disclosure", "repair:Disclosure", "told unasked", opens=True),
        Kind("acknowledgement", "repair:Acknowledgement", "received it"),
        Kind("apology", "repair:Apology", "apologised", opens=True),
        Kind("setback", "repair:Setback", "met a setback", opens=True),
        Kind("checkin", "checkins:Checkin", "checked in"),
        _moment("note"),
        _moment("win"),
        _moment("appreciation"),
        _moment("need", opens=True),
        _moment("doubt", opens=True),
        _moment("update"),
        _moment("misread", opens=True),
        _moment("care"),
        _moment("value"),
        _moment("goal"),
        _moment("memory"),
        _moment("ritual"),
        _moment("project"),
        _moment("support"),
        Kind("answer", "moments:Answer", "answered"),
        Kind("milestone", "milestones:Milestone", "looked forward to", "m", opens=True),
        Kind("celebration", "milestones:Celebration", "celebrated"),
        Kind("init", "keeping:Init", "began the journal"),
        Kind("setting", "keeping:Setting", "set"),
        Kind("amend", "mending:Amend", "put right"),
        Kind("undo", "mending:Undo", "took back"),
        Kind("erase", "mending:Erase", "erased"),
        Kind("review", "reviews:Review", "held a review"),
        Kind("asked", "reviews:Asked", "left for later"),
    )
}


class _ByBody(Mapping[type[Body], Kind]):
    """The registry by the body's class."""

    def __init__(self) -> None:
        self._at = {kind.at: kind for kind in (*KINDS.values(), UNKNOWN)}

    def __getitem__(self, body: type[Body]) -> Kind:
        return self._at[f"{body.__module__.rpartition('.')[2]}:{body.__name__}"]

    def __iter__(self) -> Iterator[type[Body]]:
        return (kind.body for kind in KINDS.values())

    def __len__(self) -> int:
        return len(KINDS)


KIND_OF: Mapping[type[Body], Kind] = _ByBody()


def kind_of(entry: Entry) -> Kind:
    """The registry's line for an entry; ``UNKNOWN`` for what a newer version wrote."""
    kind = KINDS.get(entry.kind)
    return kind if kind is not None and entry.version <= kind.version else UNKNOWN


def body_of(entry: Entry, remains: Body | None = None) -> Body:
    """The entry's own fields as its kind's body.

    ``remains`` is the Erase body of an erased entry: its numbers and dates still stand.
    """
    kind = kind_of(entry)
    stored = _remains(remains) if entry.fields is None else entry.fields
    if kind is UNKNOWN:
        return Unknown(fields=stored)
    try:
        return (emptied if entry.fields is None else decode)(kind.body, stored)
    except (KeyError, ValueError):  # a damaged file: `doctor` says where, the rest still reads
        return Unknown(fields=stored)


def _remains(erase: Body | None) -> Fields:
    from repairlog.kinds.mending import Erase

    return erase.remains if isinstance(erase, Erase) else {}


__all__ = ["KINDS", "KIND_OF", "UNKNOWN", "Body", "Kind", "body_of", "encode", "kind_of"]
