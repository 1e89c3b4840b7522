"""What a promise is tied to: the thing that it repairs, or a joint project that it is a step of."""

from __future__ import annotations

from repairlog.cli import find
from repairlog.cli.commitments import Tie
from repairlog.cli.session import Session
from repairlog.dates import quoted
from repairlog.entries import Entry
from repairlog.errors import Misread, Refused
from repairlog.journal import Query
from repairlog.text import one_line

REPAIRABLE = ("crossing", "boundary", "trigger", "miss", "setback", "apology")
PROJECT = find.Sought(("project",), "e", "project", "repairlog log", "--project")
NEED = find.Sought(("need",), "e", "need", "repairlog log --kind need", "--need")
NEWEST = 100
"""So many projects are looked through for words."""


def read(s: Session, repairs: str | None, project: str | None) -> Tie:
    """What `--repairs` or `--project` names.

    Raises Misread for both at once, Refused for what no promise repairs or is a step of.
    """
    if repairs and project:
        raise Misread(
            "A promise repairs something, or is a step of a project: --repairs and --project do "
            "not stand together.",
            f"repairlog commit TEXT… --repairs {repairs}\n"
            f"repairlog commit TEXT… --project {project}",
        )
    if repairs:
        return _repairable(s, repairs)
    if project:
        found = _project(s, project)
        return Tie(found.uid, f"a step of {found.ref}")
    return Tie()


def _repairable(s: Session, ref: str) -> Tie:
    entry = find.one(s, ref.split(), find.ANYTHING.to("--repairs"))
    if entry.kind not in REPAIRABLE:
        raise Refused(
            f"{entry.ref} is nothing that a promise repairs: {find.title(s, entry)}. "
            "Nothing was written.",
            "A promise repairs a crossed boundary, a trigger, a setback, a miss or an apology.",
        )
    return Tie(_crossing(s, entry) or entry.uid, f"repairs {entry.ref}")


def _crossing(s: Session, entry: Entry) -> str | None:
    """Of a boundary: its latest crossing that is open, as `boundary step` has it. Raises Refused
    for a crossing that is repaired."""
    if entry.kind not in ("boundary", "crossing"):
        return None
    from repairlog.cli import boundaries

    if entry.kind == "crossing":
        [boundary] = s.journal.above([entry])[:1]
        found = boundaries.look(s, boundary)
        if not boundaries.unrepaired(found, entry.uid):
            raise boundaries.repaired_already(s, found, entry.uid)
        return entry.uid
    still_open = boundaries.unrepaired(boundaries.look(s, entry))
    return still_open[-1].uid if still_open else None


def _project(s: Session, words: str) -> Entry:
    """The joint project that a reference or some words mean."""
    said = words.split()
    if all(map(find.is_reference, said)):
        return find.one(s, said, PROJECT)
    known = s.journal.read(Query(kinds=("project",), newest=NEWEST))
    fitting = [one for one in known if _fits(s, one, said)]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise Refused(
            f"{quoted(words)} fits no project; nothing was written.",
            "To begin one: repairlog add project TEXT…",
        )
    listed = [f"{one.ref:<4} {find.title(s, one)}" for one in reversed(fitting[: find.SHOWN])]
    raise Refused(
        f"{quoted(words)} fits {len(fitting)} projects; nothing was written:",
        "\n".join([*listed, f"Say which: --project {fitting[0].ref}"]),
    )


def need(s: Session, ref: str) -> Entry:
    """The need that a reference names. Raises Refused for anything else, or without words."""
    entry = find.one(s, [ref], NEED)
    if not words(s, entry):
        raise Refused(
            f"The words of {entry.ref} were erased; nothing was written.",
            "In your own words: --need TEXT",
        )
    return entry


def words(s: Session, entry: Entry) -> str:
    """What the entry says, as it reads now."""
    _, item = find.item_of(s, entry)
    return find.own_words(item)


def _fits(s: Session, entry: Entry, words: list[str]) -> bool:
    title = one_line(find.title(s, entry)).casefold()
    return all(word.casefold() in title for word in words)
