"""Conversations: both accounts side by side, what each heard and whether it was meant so, what is
still open, and the summary that both could give.

The record holds each talk with all that is about it and about that, what it is about itself, and
the ground rules with all about them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from repairlog.dates import Span
from repairlog.kinds.conversations import Confirmation, Paraphrase, Summary, Talk
from repairlog.kinds.mending import Erase
from repairlog.kinds.moments import Misread
from repairlog.readings.assent import bound, declined
from repairlog.readings.moments import Said, clearing, in_order, said, spoken
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record
from repairlog.readings.talk_rules import GentleNote, Kept, gentle_notes, rules_kept
from repairlog.readings.waiting import asks


@dataclass(frozen=True, slots=True)
class Round:
    """What one person heard the other say, and the speaker's word on it.

    ``speaker`` is who said it, the other person (None: there is none). ``state``: "waits" for the
    speaker; "confirmed"; "corrected"; "said again" (its writer put it otherwise before an answer
    came); "erased". ``answer`` is the speaker's word, with what they meant where they corrected
    it. ``asks`` is whose turn it is: the speaker's to confirm or correct, or, after a correction,
    its writer's to say again what they hear.
    """

    uid: str
    ref: str
    by: str
    day: date
    heard: str
    erased: bool
    speaker: str | None
    state: str
    answer: Said | None
    asks: str | None


@dataclass(frozen=True, slots=True)
class Account:
    """One person's account of a conversation. ``still`` is what it left open, each with what
    cleared it since; ``notes`` is what is gently said beside it."""

    uid: str
    ref: str
    by: str
    day: date
    at: datetime | None
    topic: str
    said: str | None
    heard: str | None
    minutes: int | None
    erased: bool
    still: tuple[Said, ...]
    rounds: tuple[Round, ...]
    notes: tuple[GentleNote, ...]

    @property
    def remarks(self) -> tuple[str, ...]:
        """The gentle notes that stand on pages: none of a topic, which is said to its writer once
        and then is nobody's reproach."""
        return tuple(note.text for note in self.notes if note.sort != "topic")


@dataclass(frozen=True, slots=True)
class JointSummary:
    """What both could say of it. ``agreed`` is the day of the other's yes (None: it stands as its
    writer's own, or waits for ``asks``)."""

    uid: str
    ref: str
    by: str
    day: date
    text: str
    erased: bool
    agreed: date | None
    asks: str | None


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation: the accounts of it, the first one first; ``about`` is the reference of
    what it was about, if that is something written before."""

    uid: str
    ref: str
    day: date
    about: str | None
    accounts: tuple[Account, ...]
    summaries: tuple[JointSummary, ...]

    @property
    def people(self) -> tuple[str, ...]:
        """Whose accounts there are, in the order in which they came."""
        return tuple(dict.fromkeys(account.by for account in self.accounts))

    @property
    def waits(self) -> bool:
        """Whether someone is asked for something: to confirm, to say again, to agree."""
        rounds = (one.asks for account in self.accounts for one in account.rounds)
        return any(rounds) or any(one.asks for one in self.summaries)

    @property
    def days(self) -> Iterator[date]:
        """The days on which something was said of it."""
        for account in self.accounts:
            yield account.day
            for one in account.rounds:
                yield one.day
                if one.answer:
                    yield one.answer.day
        for summary in self.summaries:
            yield summary.agreed or summary.day


def conversations(record: Record, settings: Settings) -> tuple[Conversation, ...]:
    """All conversations of the record, as they happened."""
    rules = rules_kept(record, settings)
    firsts = [item for item in in_order(record.of(Talk)) if first_account(record, item) is item]
    return tuple(_conversation(record, item, settings, rules) for item in firsts)


def conversation(record: Record, item: Item, settings: Settings) -> Conversation:
    """The conversation of which this talk is an account."""
    rules = rules_kept(record, settings)
    return _conversation(record, first_account(record, item), settings, rules)


def of_week(record: Record, settings: Settings, week: Span) -> tuple[Conversation, ...]:
    """The conversations of which something was said in the week, and earlier ones of which
    something still waits."""
    return tuple(
        one
        for one in conversations(record, settings)
        if any(day in week for day in one.days) or (one.waits and one.day < week.first)
    )


def first_account(record: Record, item: Item) -> Item:
    """The first account of the conversation that this talk tells of."""
    above = record.get(item.about)
    while above is not None and isinstance(above.body, Talk):
        item, above = above, record.get(above.about)
    return item


def talk_of(record: Record, item: Item) -> Item | None:
    """The talk in which a paraphrase, or the word on one, belongs; the talk itself for a talk."""
    found: Item | None = item
    while found is not None and isinstance(found.body, Paraphrase | Confirmation):
        found = record.get(found.about)
    return found if found is not None and isinstance(found.body, Talk) else None


def _conversation(
    record: Record, first: Item, settings: Settings, rules: Iterable[Kept]
) -> Conversation:
    above = record.get(first.about)
    talks = in_order(list(_accounts(record, first)))
    told = (summaries(record, talk.uid, settings) for talk in talks)
    return Conversation(
        uid=first.uid,
        ref=first.ref,
        day=first.day,
        about=above.ref if above else None,
        accounts=tuple(_account(record, talk, settings, rules) for talk in talks),
        summaries=tuple(one for those in told for one in those),
    )


def _accounts(record: Record, talk: Item) -> Iterator[Item]:
    yield talk
    for other in record.about(talk.uid, Talk):
        yield from _accounts(record, other)


def _account(record: Record, item: Item, settings: Settings, rules: Iterable[Kept]) -> Account:
    body = item.body
    assert isinstance(body, Talk)
    return Account(
        uid=item.uid,
        ref=item.ref,
        by=item.by,
        day=item.day,
        at=item.at,
        topic=body.text,
        said=body.said,
        heard=body.heard,
        minutes=body.minutes,
        erased=item.erased,
        still=tuple(_still(record, one, settings) for one in record.about(item.uid, Misread)),
        rounds=rounds(record, item, settings),
        notes=gentle_notes(item, rules, alone=settings.alone),
    )


def _still(record: Record, misread: Item, settings: Settings) -> Said:
    cleared = {one.uid for one in clearing(record, misread, settings)}
    told = spoken(record, misread)
    return replace(told, answers=tuple(a for a in told.answers if a.uid in cleared))


# -- rounds --------------------------------------------------------------------------------------


def rounds(record: Record, talk: Item, settings: Settings) -> tuple[Round, ...]:
    """What was heard, said again and confirmed below one account, in the order of writing."""
    found = _heard(record, talk)
    last = {item.by: item.uid for item in found}
    return tuple(_round(record, item, settings, latest=last[item.by] == item.uid) for item in found)


def _heard(record: Record, talk: Item) -> list[Item]:
    """Every paraphrase: the account's own, and those that came later."""
    own = isinstance(talk.body, Talk) and talk.body.heard is not None
    told = own or bool(record.about(talk.uid, Confirmation))
    return sorted([*([talk] if told else []), *_later(record, talk)], key=lambda item: item.uid)


def _later(record: Record, item: Item) -> Iterator[Item]:
    for one in record.about(item.uid, Paraphrase, Confirmation):
        if isinstance(one.body, Paraphrase):
            yield one
        yield from _later(record, one)


def _round(record: Record, item: Item, settings: Settings, *, latest: bool) -> Round:
    speaker = settings.other(item.by)
    words = record.about(item.uid, Confirmation)
    word = next((one for one in words if one.by != item.by), None)
    state = _state(item, word, latest=latest)
    turn = {"waits": speaker, "corrected": item.by if latest else None}
    return Round(
        uid=item.uid,
        ref=item.ref,
        by=item.by,
        day=item.day,
        heard=_words_heard(item),
        erased=item.erased,
        speaker=speaker,
        state=state,
        answer=said(word, _meant(word)) if word else None,
        asks=turn.get(state),
    )


def _state(item: Item, word: Item | None, *, latest: bool) -> str:
    if word is not None:
        return "corrected" if corrects(word) else "confirmed"
    if item.erased:
        return "erased"
    return "waits" if latest else "said again"


def corrects(word: Item) -> bool:
    """Whether the speaker's word is a correction: one that was erased held words, as a plain yes
    never does."""
    return word.erased or _meant(word) is not None


def _meant(word: Item) -> str | None:
    return word.body.correct if isinstance(word.body, Confirmation) else None


def _words_heard(item: Item) -> str:
    match item.body:
        case Talk(heard=heard):
            return heard or ""
        case Paraphrase(text=text):
            return text
    raise TypeError(type(item.body))


def settled_on(record: Record, talk: Item, settings: Settings) -> date | None:
    """The day from which nothing that was heard in this account waits (None: something does)."""
    if any(one.asks for one in rounds(record, talk, settings)):
        return None
    heard = _heard(record, talk)
    words = [word for item in heard for word in record.about(item.uid, Confirmation, Erase)]
    written = (item.written.date() for item in (talk, *heard, *words))
    return max(talk.day, *written)


# -- the summary of both -------------------------------------------------------------------------


def summaries(record: Record, uid: str, settings: Settings) -> tuple[JointSummary, ...]:
    """The summary that holds of a conversation or a trigger, and those that wait for an answer."""
    found = [
        _summary(record, item, settings)
        for item in record.about(uid, Summary)
        if not declined(record, item)
    ]
    holding = [one for one in found if one.asks is None]
    return (*holding[-1:], *(one for one in found if one.asks))


def _summary(record: Record, item: Item, settings: Settings) -> JointSummary:
    assert isinstance(item.body, Summary)
    stands = bound(record, item, settings.partner_since)
    return JointSummary(
        uid=item.uid,
        ref=item.ref,
        by=item.by,
        day=item.day,
        text=item.body.text,
        erased=item.erased,
        agreed=stands.agreed_on if stands else None,
        asks=asks(record, item, settings),
    )
