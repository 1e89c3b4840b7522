"""A no to what the other asked for: a need, a doubt, something misread."""

from __future__ import annotations

from collections.abc import Sequence

from repairlog.cli import find
from repairlog.cli.session import Session
from repairlog.entries import Entry
from repairlog.errors import Refused
from repairlog.journal import Query
from repairlog.kinds import KIND_OF
from repairlog.kinds.moments import MOMENTS
from repairlog.readings.moments import clearing

WAITING = tuple(KIND_OF[moment].name for moment in MOMENTS if moment.place == "challenging")


def asked_for(s: Session, refs: Sequence[str]) -> list[Entry]:
    """Those of the references that name a need, a doubt or something misread. Raises Refused for
    one's own, and for what was answered already."""
    found: dict[str, Entry] = {}
    for ref in refs:
        word = ref.lower()
        if find.is_reference(word) and not word.isdecimal():
            for entry in s.journal.read(Query(ref=(word[0], int(word[1:])))):
                if entry.kind in WAITING:
                    found[entry.uid] = entry
    for entry in found.values():
        _refuse(s, entry)
    return list(found.values())


def _refuse(s: Session, entry: Entry) -> None:
    other = s.settings.other(s.writer)
    if entry.by == s.writer:
        raise Refused(
            f"{entry.ref} is {s.writer}'s own, so a yes or a no to it is {other}'s; nothing was "
            "written.",
            f"To take it back: repairlog undo\nTo look at it: repairlog show {entry.ref}",
        )
    record, item = find.item_of(s, entry)
    if answered := clearing(record, item, s.settings):
        raise Refused(
            f"{entry.ref} was answered already ({answered[0].ref}); nothing was written.",
            f"To add to it: repairlog answer {entry.ref} TEXT…",
        )
