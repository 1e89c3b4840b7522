"""From what people type to the thing they mean: references, bare numbers, and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from repairlog.cli import load
from repairlog.cli.session import Session
from repairlog.dates import quoted
from repairlog.entries import Entry
from repairlog.errors import Refused
from repairlog.journal import Query, split_ref
from repairlog.kinds import kind_of
from repairlog.kinds.body import Proposal, words_of
from repairlog.readings.record import MAIN_WORDS, Item, Record
from repairlog.readings.wording import GONE, sentence
from repairlog.text import one_line

SHOWN = 8
LONGEST_NUMBER = 9  # digits; what has more is a word


@dataclass(frozen=True, slots=True)
class Sought:
    """What a command acts on: the kinds it takes, the letter that a bare number implies (none
    where it takes several letters), its name for a sentence and the command that lists them.

    ``command`` is the one that was typed, or the option ("--about"): it says which of several is
    meant. ``kinds`` empty: any entry. ``theirs``: what the other wrote is meant, where words fit
    things of both; else one's own. ``closed``: words that fit nothing open mean the newest of what
    is closed, as they may where one only reads or refers back.
    """

    kinds: tuple[str, ...]
    letter: str
    name: str
    listing: str
    command: str = "show"
    theirs: bool = False
    closed: bool = False

    def to(self, command: str) -> Sought:
        """The same, for a command that is named where the words fit several things."""
        return replace(self, command=command)

    def ever(self) -> Sought:
        """The same, what is closed among it."""
        return replace(self, closed=True)


COMMITMENT = Sought(("commitment",), "c", "commitment", "repairlog ledger")
BOUNDARY = Sought(("boundary",), "b", "boundary", "repairlog boundary list")
TRIGGER = Sought(("trigger",), "t", "trigger", "repairlog trigger list")
MILESTONE = Sought(("milestone",), "m", "milestone", "repairlog milestone list")
PROPOSAL = Sought((), "p", "proposal", "repairlog")
"""A proposal, or the thing that it is about."""
ANYTHING = Sought((), "e", "entry", "repairlog log")
ABOUT = ANYTHING.to("--about").ever()


def one(session: Session, words: Sequence[str], sought: Sought) -> Entry:
    """The one thing that the words mean: a reference, or words of its text, or what kind of thing
    it is (`answer doubt`). Raises Refused for none, or for several."""
    found = several(session, words, sought)
    if len(found) > 1:
        raise _too_many(session, words, found, sought)
    return found[0]


def several(session: Session, words: Sequence[str], sought: Sought) -> list[Entry]:
    """The things that the words mean: references, all of them, or words that fit one open thing.

    Raises Refused, listing what fits, where they fit none or more than one.
    """
    if not words:
        raise Refused(
            f"It is not said which {sought.name} is meant.", f"To see them: {sought.listing}"
        )
    if all(map(is_reference, words)):
        return [_referred(session, word, sought) for word in dict.fromkeys(map(str.lower, words))]
    return [_matching(session, words, sought)]


def is_reference(word: str) -> bool:
    """Whether the word is a reference: a letter and a number, or a number alone."""
    number = word[1:] if word[:1].isalpha() else word
    return word.isascii() and number.isdecimal() and len(number) <= LONGEST_NUMBER


def _referred(session: Session, word: str, sought: Sought) -> Entry:
    letter, number = (sought.letter, word) if word.isdigit() else (word[0], word[1:])
    found = session.journal.read(Query(ref=(letter, int(number))))
    if not found:
        raise _not_there(session, f"{letter}{int(number)}", sought)
    entry = whole(session, found[-1])
    if sought.kinds and entry.kind not in sought.kinds:
        raise Refused(
            f"{entry.ref} is not a {sought.name}: {title(session, entry)}. Nothing was written.",
            f"To see each {sought.name}: {sought.listing}",
        )
    return entry


def whole(session: Session, entry: Entry) -> Entry:
    """The entry; for a further line of a check-in the first one, by which the whole is known."""
    if entry.kind == "checkin" and entry.about:
        found = session.journal.read(Query(uids=(entry.about,), undone=True))
        return next(iter(found), entry)
    return entry


def _not_there(session: Session, ref: str, sought: Sought) -> Refused:
    if session.journal.read(Query(ref=split_ref(ref), undone=True)):
        return Refused(f"{ref} was taken back; nothing was written.", sought.listing)
    where = "in your private journal" if session.private else "in this journal"
    return Refused(
        f"There is no {ref} {where}; nothing was written.",
        f"To see what there is: {sought.listing}",
    )


def _matching(session: Session, words: Sequence[str], sought: Sought) -> Entry:
    wanted = [word.casefold() for word in words]
    kinds = sought.kinds or load.OPENING
    found = fitting(session, words, sought)
    if not found:
        if sought.closed and (past := _closed(session, words, wanted, kinds)):
            return past
        still = "" if sought.closed else "open "
        raise Refused(
            f"{quoted(' '.join(words))} fits no {still}{sought.name}; nothing was written.",
            f"To see them: {sought.listing}",
        )
    if len(found) > 1:
        raise _too_many(session, words, [item.entry for item in found], sought)
    return found[0].entry


def fitting(session: Session, words: Sequence[str], sought: Sought) -> list[Item]:
    """The open things that the words fit: all of them where they fit things of both alike."""
    wanted = [word.casefold() for word in words]
    kinds = sought.kinds or load.OPENING
    entries = load.open_threads(session.journal, kinds, session.today)
    record = load.record(session.journal, entries, summed=True)
    items = [item for entry in entries if (item := record.get(entry.uid))]
    named = [item for item in items if wanted == [item.entry.kind]]
    found = named or [item for item in items if _fits(session, record, item, wanted)]
    likely = [item for item in found if (_whose(item) == session.writer) != sought.theirs]
    return likely if len(found) > 1 and len(likely) == 1 else found


def _closed(
    session: Session, words: Sequence[str], wanted: Sequence[str], kinds: Sequence[str]
) -> Entry | None:
    from repairlog.cli import closed  # few lines need what the search needs

    return closed.fitting(
        session, words, kinds, lambda record, item: _fits(session, record, item, wanted)
    )


def _fits(session: Session, record: Record, item: Item, wanted: Sequence[str]) -> bool:
    text = one_line(spoken(session, record, item)).casefold()
    return bool(text) and all(word in text for word in wanted)


def spoken(session: Session, record: Record, item: Item) -> str:
    """The text by which people know a thing, in the version that holds now."""
    from repairlog.kinds.commitments import Commitment
    from repairlog.readings.course import course

    if isinstance(item.body, Commitment):
        return course(record, item, session.settings).text
    return own_words(item)


def own_words(item: Item) -> str:
    """What the entry says, else the first of its author's other words, or nothing."""
    theirs = words_of(type(item.body))
    for name in (*(main for main in MAIN_WORDS if main in theirs), *theirs):
        value = getattr(item.body, name)
        if isinstance(value, str) and value:
            return value
    return ""


def _whose(item: Item) -> str:
    return getattr(item.body, "who", None) or item.by


def _too_many(
    session: Session, words: Sequence[str], found: Sequence[Entry], sought: Sought
) -> Refused:
    count = {2: "two", 3: "three", 4: "four"}.get(len(found), str(len(found)))
    listed = [f"{e.ref:<4} {title(session, e)}" for e in found[:SHOWN]]
    if len(found) > SHOWN:
        listed.append(f"… and {len(found) - SHOWN} more: {sought.listing}")
    plural = f"{sought.name[:-1]}ies" if sought.name.endswith("y") else f"{sought.name}s"
    option = sought.command.startswith("--")
    again = f"{'' if option else 'repairlog '}{sought.command} {found[0].ref}"
    return Refused(
        f"{quoted(' '.join(words))} fits {count} open {plural}; nothing was written:",
        "\n".join([*listed, f"Say which: {again}"]),
    )


def item_of(session: Session, entry: Entry, *, summed: bool = False) -> tuple[Record, Item]:
    """The entry as it reads now, with all that is about it and above it."""
    above = session.journal.above([entry])
    record = load.record(session.journal, [entry, *above], summed=summed)
    item = record.get(entry.uid)
    assert item is not None
    return record, item


def title(session: Session, entry: Entry) -> str:
    """A thing in one line: its own words, or what kind of entry it is."""
    from repairlog.readings.proposals import proposed

    record, item = item_of(session, entry, summed=True)
    if isinstance(item.body, Proposal):
        return proposed(record, item, session.now)
    words = one_line(spoken(session, record, item))
    if item.erased:
        return GONE
    return sentence(words) if words else f"{item.by} {kind_of(entry).label}"
