"""Taking back, putting right and erasing: what `undo`, `amend` and `erase` share."""

from __future__ import annotations

from collections.abc import Sequence

from repairlog.cli.session import Session
from repairlog.entries import Entry
from repairlog.errors import Refused
from repairlog.journal import Query, Writer
from repairlog.kinds import kind_of
from repairlog.kinds.assent import Adoption, Assent, Decline
from repairlog.kinds.body import Proposal, without_words
from repairlog.kinds.commitments import Commitment
from repairlog.kinds.conversations import Summary
from repairlog.kinds.mending import Erase
from repairlog.kinds.repair import Setback
from repairlog.readings.assent import bound
from repairlog.readings.record import Item, Record

NOT_A_PERSONS_COMMAND = ("undo", "asked")
LOOK_BACK = 200


def latest_command(s: Session) -> list[Entry]:
    """The writer's own entries of their latest command that was not taken back; empty for none.

    With `--together` a command holds the other's answer, which is theirs to take back.
    """
    recent = s.journal.read(Query(by=s.writer, newest=LOOK_BACK))
    for entry in recent:
        if entry.kind in NOT_A_PERSONS_COMMAND:
            continue
        own = [one for one in s.journal.command(entry.command) if one.by == s.writer]
        if own:
            return own
    return []


def answered_by(s: Session, entries: Sequence[Entry]) -> Entry | None:
    """The first entry with which the other person answered one of these, if there is one; words
    that were put right are answered with what was said to them since, a yes with what was written
    of the thing since."""
    for entry in entries:
        if entry.kind == "setting" and entry.fields and entry.fields.get("name") == "partner":
            # Who joined has written since.
            for one in s.journal.read(Query(by=str(entry.fields["value"]), newest=LOOK_BACK)):
                if one.kind not in NOT_A_PERSONS_COMMAND and one.uid > entry.uid:
                    return one
    own = {entry.uid for entry in entries}
    put_right = {entry.about for entry in entries if entry.kind == "amend" and entry.about}
    for entry in s.journal.about(own | put_right | _agreed_to(s, entries)):
        if entry.by != s.writer and entry.uid not in own and entry.uid > min(own):
            return entry
    return None


def _agreed_to(s: Session, entries: Sequence[Entry]) -> set[str]:
    """What the yeses among these were to: the proposals, and the things that those are about."""
    yeses = tuple(entry.about for entry in entries if entry.kind == "assent" and entry.about)
    asked = s.journal.read(Query(uids=yeses)) if yeses else []
    return {*yeses, *(entry.about for entry in asked if entry.about)}


def agreed_by_both(s: Session, record: Record, item: Item) -> bool:
    """Whether the other person agreed to the thing: then only both can erase it."""
    proposals = [item] if isinstance(item.body, Proposal) else record.about(item.uid, Proposal)
    for proposal in proposals:
        if isinstance(proposal.body, Summary) and proposal is not item:
            continue  # a summary of both leaves each account its writer's own
        agreed = bound(record, proposal, s.settings.partner_since)
        if agreed and agreed.assent:
            return True
    return False


def erase_words(s: Session, writer: Writer, record: Record, item: Item) -> list[Entry]:
    """Remove the words of an entry, of its further lines and of its amendments for good, those
    that were taken back among them; returns what says so."""
    said = []
    whole = (item.entry, *record.lines(item))
    about = tuple(entry.uid for entry in whole)
    amends = s.journal.read(Query(kinds=("amend",), about=about, undone=True))
    for entry in (*whole, *amends):
        if entry.fields is None:
            continue
        remains = without_words(kind_of(entry).body, entry.fields)
        body = Erase(remains=remains)
        said.append(writer.erase(entry, body, s.writer, s.today, s.now))
    return said


def refuse_foreign(s: Session, item: Item, verb: str) -> None:
    """One changes one's own words only; no line is offered that does it in the other's name."""
    if item.by != s.writer:
        raise Refused(
            f"{item.ref} is {item.by}'s, so only {item.by} can {verb} it; nothing was written.",
            f"To add something beside it: repairlog add note TEXT… --about {item.ref}",
        )


def answers(record: Record, item: Item) -> list[Item]:
    """What the other person wrote about it; their yes to a proposal is not counted here, since an
    amendment voids it. Of what is proposed as a whole (a milestone; a setback with its plan) their
    word on that proposal is an answer."""
    found = [i for i in record.about(item.uid) if i.by != item.by]
    if isinstance(item.body, Proposal):
        return [i for i in found if not isinstance(i.body, Assent)]
    plan = record.about(item.uid, Commitment) if isinstance(item.body, Setback) else []
    asked = [p for thing in (item, *plan) for p in record.about(thing.uid, Adoption)]
    said = [i for p in asked for i in record.about(p.uid, Assent, Decline) if i.by != item.by]
    return [*found, *said]


def carry_out_erasure(s: Session, writer: Writer, record: Record, proposal: Item) -> None:
    """Both agreed: remove the words of the thing that the proposal is about."""
    thing = record.get(proposal.about)
    if thing is not None:
        erase_words(s, writer, record, thing)
