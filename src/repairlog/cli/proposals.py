"""Proposing and agreeing: what one person proposes, the other answers; alone it stands at once."""

from __future__ import annotations

from dataclasses import dataclass

from repairlog.cli import ask, find, load
from repairlog.cli.session import Session
from repairlog.dates import quoted
from repairlog.entries import Entry
from repairlog.errors import Misread, Refused
from repairlog.journal import Draft, Writer
from repairlog.kinds import KINDS
from repairlog.kinds.agreement import Ending, Renewal
from repairlog.kinds.assent import Assent, Decline
from repairlog.kinds.body import Proposal
from repairlog.kinds.boundaries import Boundary, Revision
from repairlog.kinds.commitments import Commitment
from repairlog.kinds.moments import Moment
from repairlog.readings.assent import bound, declined
from repairlog.readings.record import Item, Record
from repairlog.readings.versions import VERSIONED, course, proposed_of
from repairlog.text import one_line


@dataclass(frozen=True, slots=True)
class Answer:
    """What the other person said when asked at once (`--together`): yes, no, or later (None), and
    how attainable they find it."""

    person: str
    yes: bool | None = None
    attainable: int | None = None


HOW_ATTAINABLE = "How attainable does it feel to you, 0 to 10? (Enter leaves it out)"


def ask_together(s: Session, together: bool, what: str, *, rates: bool = False) -> Answer | None:
    """With `--together`, ask the other person by name, at this terminal; with ``rates``, also how
    attainable they find it.

    Raises Misread off a terminal, Refused where there is no other person.
    """
    if not together:
        return None
    other = s.settings.other(s.writer)
    if other is None:
        raise Refused(
            "There is no second person in this journal; it stands as your own without asking.",
            "To let them join: repairlog settings partner NAME",
        )
    if not s.asks:
        raise Misread(
            f"--together asks {other} at the terminal, and there is none.",
            f"Without it; then {other} says: repairlog agree REF",
        )
    yes = ask.agrees(f"{other}, do you agree? {what}")
    return Answer(other, yes, ask.rating(HOW_ATTAINABLE) if yes and rates else None)


def propose(
    s: Session, writer: Writer, body: Proposal, about: str | None, answer: Answer | None
) -> Entry:
    """Write a proposal, and the other's answer where they gave one at once."""
    entry = writer.append(s.draft(body, about=about))
    if answer is not None and answer.yes is not None:
        said = Assent(attainable=answer.attainable) if answer.yes else Decline()
        writer.append(Draft(said, answer.person, s.today, s.now, about=entry.uid))
    return entry


def outcome(s: Session, proposal: Entry, answer: Answer | None) -> str:
    """Whether it binds, in a sentence."""
    other = s.settings.other(s.writer)
    if other is None:
        return f"{proposal.ref}: it stands as your own from now."
    if answer is not None and answer.yes is True:
        return f"{proposal.ref}: {other} agreed. It binds from now."
    if answer is not None and answer.yes is False:
        return f"{proposal.ref}: {other} declined, and that is all right. Nothing changes."
    return f"{proposal.ref}: waits for {other}, who can say: repairlog agree {proposal.ref}"


def waiting_for(s: Session, ref: str, command: str = "agree") -> tuple[Record, Item]:
    """The proposal that a reference means: its own, or that of a thing of which exactly one
    waits; or the one that waits and says these words. Raises Refused for none, for several, and
    for what was answered already."""
    if not find.is_reference(ref) and (named := _by_words(s, ref, command)):
        entry = named
    else:
        entry = _thing(s, ref, command)
    record, item = find.item_of(s, entry)
    if not (isinstance(item.body, Proposal) and _waits(s, record, item)):
        proposals = [p for p in _about(record, item) if _waits(s, record, p)]
        if len(proposals) == 1:
            [item] = proposals
        elif proposals or not isinstance(item.body, Proposal):
            raise _not_one(s, entry, proposals, command)
    _refuse_answered(s, record, item)
    return record, item


def _thing(s: Session, ref: str, command: str) -> Entry:
    """The thing that is meant, of which something may wait. Raises Refused; where words fit
    several things, none of which waits, that nothing does."""
    sought = find.PROPOSAL.to(command)
    if find.is_reference(ref):
        return find.one(s, [ref], sought)
    fitting = find.fitting(s, ref.split(), sought)
    if len(fitting) != 1:
        raise Refused(
            f"{quoted(ref)} fits no proposal that waits; nothing was written.",
            f"To see them: {sought.listing}",
        )
    return fitting[0].entry


def _by_words(s: Session, words: str, command: str) -> Entry | None:
    """The one that waits whose line says all these words: of several, the one that is not the
    writer's own. None where none does. Raises Refused for several."""
    from repairlog.readings.proposals import proposed

    record, items = all_waiting(s)
    told = {item.uid: one_line(proposed(record, item, s.now)).casefold() for item in items}
    wanted = words.casefold().split()
    fitting = [item for item in items if all(word in told[item.uid] for word in wanted)]
    others = [item for item in fitting if item.by != s.writer]
    found = others or fitting
    if len(found) > 1:
        listed = [f"{p.ref:<4} {find.title(s, p.entry)}" for p in found[: find.SHOWN]]
        raise Refused(
            f"{quoted(words)} fits {len(found)} proposals that wait; nothing was written:",
            "\n".join([*listed, f"Say which: repairlog {command} {found[0].ref}"]),
        )
    return found[0].entry if found else None


def _about(record: Record, item: Item) -> list[Item]:
    """The proposals about a thing or about its versions; where there are none, those about the
    promises that are tied to it, as the plan is to its setback."""
    if isinstance(item.body, VERSIONED):
        return proposed_of(record, item)
    if isinstance(item.body, Boundary):
        later = record.about(item.uid, Revision)
        return [
            *record.about(item.uid, Proposal),
            *(r for v in later for r in record.about(v.uid, Proposal)),
        ]
    tied = [
        p for one in record.about(item.uid, Commitment) for p in record.about(one.uid, Proposal)
    ]
    return record.about(item.uid, Proposal) or tied


def _waits(s: Session, record: Record, proposal: Item) -> bool:
    from repairlog.readings.waiting import waits

    return waits(record, proposal, s.settings.partner_since)


def _not_one(s: Session, entry: Entry, proposals: list[Item], command: str) -> Refused:
    if not proposals:
        kind = KINDS.get(entry.kind)
        asks = kind is not None and issubclass(kind.body, Moment) and kind.opens
        return Refused(
            f"Nothing about {entry.ref} waits for {'a yes or no' if asks else 'an answer'}; "
            "nothing was written.",
            f"To answer it in words: repairlog answer {entry.ref} TEXT…"
            if asks
            else f"To see it: repairlog show {entry.ref}",
        )
    listed = [f"{p.ref:<4} {find.title(s, p.entry)}" for p in proposals]
    return Refused(
        f"{len(proposals)} proposals about {entry.ref} wait for an answer; nothing was written:",
        "\n".join([*listed, f"Say which: repairlog {command} {proposals[0].ref}"]),
    )


def _refuse_answered(s: Session, record: Record, item: Item) -> None:
    from repairlog.readings.waiting import LASTING, wordless

    if _waits(s, record, item):
        return
    if no := declined(record, item):
        raise Refused(
            f"{item.ref} was declined by {no.by}; nothing was written.",
            "It can be proposed anew, in other words or at another time.",
        )
    agreed = bound(record, item, s.settings.partner_since)
    if wordless(record, item) and not (agreed and agreed.assent):
        raise Refused(
            f"The words of {item.ref} were erased by {item.by}, so there is nothing left to "
            "answer; nothing was written.",
            "It can be proposed anew, in other words or at another time.",
        )
    if isinstance(item.body, (*VERSIONED, Ending, Renewal)) and not (agreed and agreed.assent):
        raise _outgrown(s, record, item)
    thing = record.get(item.about)
    ref = thing.ref if thing else item.ref
    if agreed and agreed.assent:
        became = f"{item.ref} is agreed already"
    elif agreed and not isinstance(item.body, LASTING):
        became = f"{item.ref} holds already, as {item.by}'s own"
    else:
        became = f"{ref} has changed since {item.ref}, so there is nothing left to answer"
    raise Refused(f"{became}; nothing was written.", f"To see it: repairlog show {ref}")


def _outgrown(s: Session, record: Record, item: Item) -> Refused:
    """What became of the thing that the proposal is a version of, or about."""
    thing = course(record, item, s.settings.partner_since)
    ref = thing.current.item.ref if thing.current else thing.root.ref
    if thing.ended:
        became = f"{ref} has ended"
    elif ref == item.ref:
        became = f"{ref} holds already"
    else:
        became = f"{ref} holds by now, and {item.ref} came before it"
    return Refused(
        f"{became}, so there is nothing left to answer; nothing was written.",
        f"To see it: repairlog show {ref}",
    )


def waits_already(s: Session, item: Item, what: str) -> Refused:
    """The refusal of what was proposed already; who proposed it cannot answer for the other."""
    other = s.settings.other(s.writer)
    return Refused(
        f"{what} waits for an answer already ({item.ref}); nothing was written.",
        f"It waits for {other}. To see it: repairlog show {item.ref}"
        if item.by == s.writer
        else f"To say yes to it: repairlog agree {item.ref}",
    )


def refuse_own(s: Session, item: Item, answer: str = "agree") -> None:
    """The proposer cannot answer for the other."""
    if item.by == s.writer:
        other = s.settings.other(s.writer)
        raise Refused(
            f"{item.ref} is {s.writer}'s own proposal, so the answer is {other}'s; "
            "nothing was written.",
            f"If {other} is here: repairlog --as {other} {answer} {item.ref}",
        )


def all_waiting(s: Session) -> tuple[Record, list[Item]]:
    """All proposals that wait for an answer."""
    entries = load.open_threads(s.journal, load.PROPOSALS, s.today)
    record = load.record(s.journal, [*entries, *s.journal.above(entries)])
    items = [item for entry in entries if (item := record.get(entry.uid))]
    return record, [item for item in items if _waits(s, record, item)]
