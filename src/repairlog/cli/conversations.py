"""Conversations as commands see them: the talk that is meant, the round that waits, whose turn."""

from __future__ import annotations

from collections.abc import Sequence

from repairlog.cli import find, load
from repairlog.cli.session import Session
from repairlog.dates import day_text
from repairlog.entries import Entry
from repairlog.errors import Refused
from repairlog.readings import conversations
from repairlog.readings.conversations import Account, Conversation, Round
from repairlog.readings.record import Item, Record

TALK = find.Sought(
    ("talk", "paraphrase", "confirmation"), "e", "talk", "repairlog talk list", "talk heard"
).ever()
HEARD = find.Sought(
    ("talk", "paraphrase"), "e", "talk", "repairlog talk list", "confirm", theirs=True
).ever()
"""What a person heard the other say: a talk that says so, or a later paraphrase."""

JOIN = "To let the other join: repairlog settings partner NAME"


def talk_of(s: Session, entry: Entry) -> tuple[Record, Item]:
    """The talk that the entry is, or belongs to, with all about it and about its other accounts.

    Raises Refused where the talk was taken back.
    """
    record, item = find.item_of(s, entry)
    talk = conversations.talk_of(record, item)
    if talk is None:
        raise Refused(
            f"The talk that {entry.ref} belongs to was taken back; nothing was written.",
            "repairlog talk list",
        )
    return record, talk


def _conversation_of(s: Session, entry: Entry) -> Conversation:
    """The whole conversation as it stands, with what is gently said beside it."""
    record, talk = talk_of(s, entry)
    rules = [item.entry for item in load.agreement(s.journal)]
    both = Record([*(item.entry for item in record), *rules])
    found = both.get(talk.uid)
    assert found is not None
    return conversations.conversation(both, found, s.settings)


def account_of(s: Session, entry: Entry) -> Account:
    """The account that a talk gives."""
    accounts = _conversation_of(s, entry).accounts
    return next(account for account in accounts if account.uid == entry.uid)


def subject(s: Session, words: str | None) -> Entry | None:
    """What `--about` names. Of a conversation it is the first account, so that all stand beside
    one another."""
    return first_account(s, find.one(s, words.split(), find.ABOUT)) if words else None


def first_account(s: Session, entry: Entry) -> Entry:
    """The first account of the conversation that the entry belongs to; the entry itself where it
    belongs to none."""
    if entry.kind not in TALK.kinds:
        return entry
    record, talk = talk_of(s, entry)
    return conversations.first_account(record, talk).entry


# -- rounds --------------------------------------------------------------------------------------


def answers(s: Session, entry: Entry) -> str:
    """What a new paraphrase in this talk is about: the correction that it answers, if it does,
    else the talk itself. Raises Refused where the other said already that it was heard as it was
    meant."""
    record, talk = talk_of(s, entry)
    mine = [one for one in conversations.rounds(record, talk, s.settings) if one.by == s.writer]
    last = mine[-1] if mine else None
    if last and last.state == "confirmed" and last.answer:
        raise Refused(
            f"{last.answer.by} said on {day_text(last.answer.day, s.now)} that {s.writer} heard it "
            "as it was meant; nothing was written.",
            f"What you heard besides: repairlog talk TOPIC… --heard TEXT --about {talk.ref}",
        )
    return last.answer.uid if last and last.answer and last.asks else talk.uid


def to_confirm(s: Session, words: Sequence[str]) -> Round:
    """The paraphrase that waits for the writer's word: the one that is named, or the one that
    waits in the talk that is named. Raises Refused."""
    if s.settings.alone:
        raise Refused(
            "There is one person in this journal, so nothing that was heard waits for a word.",
            JOIN,
        )
    entry = find.one(s, words, HEARD)
    record, talk = talk_of(s, entry)
    every = conversations.rounds(record, talk, s.settings)
    named = [one for one in every if one.uid == entry.uid]
    waiting = [one for one in every if one.state == "waits" and one.asks == s.writer]
    if entry.uid == talk.uid and waiting:
        return waiting[-1]
    if not named and not every:
        raise Refused(
            f"{entry.ref} does not say what was heard, so there is nothing to confirm.",
            f"To see it: repairlog show {entry.ref}",
        )
    one = named[0] if named else every[-1]
    if one not in waiting:
        raise _not_yours(s, one, every)
    return one


def _not_yours(s: Session, one: Round, every: Sequence[Round]) -> Refused:
    """Why this one does not wait for the writer's word, and what does."""
    see = f"To see it: repairlog show {one.ref}"
    if one.by == s.writer:
        return Refused(
            f"{one.ref} is what {s.writer} heard; whether it was meant so is {one.speaker}'s to "
            "say. Nothing was written.",
            f"If {one.speaker} is here: repairlog --as {one.speaker} confirm {one.ref}",
        )
    if one.state == "confirmed" and one.answer:
        day = day_text(one.answer.day, s.now)
        return Refused(f"{one.ref} was confirmed on {day}; nothing was written.", see)
    if one.state == "corrected" and one.answer:
        day = day_text(one.answer.day, s.now)
        return Refused(
            f"{one.ref} was put right on {day}; nothing was written.",
            f"To put those words otherwise: repairlog amend {one.answer.ref} TEXT…",
        )
    if one.state == "said again":
        last = next(each for each in reversed(every) if each.by == one.by)
        return Refused(
            f"{one.by} has said again what they heard since; nothing was written.",
            f"repairlog confirm {last.ref}",
        )
    return Refused(f"The words of {one.ref} were erased; nothing was written.", see)
