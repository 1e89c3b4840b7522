"""One entry as a line that people can read: who, what, about what, in whose words, and what became
of the entry itself since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from repairlog.dates import WEEKDAYS, Calendar, day_text, moment_text
from repairlog.kinds import Body, encode, kind_of
from repairlog.kinds.agreement import Cadence, Consent, Renewal, Response, Rule
from repairlog.kinds.assent import Adoption, Assent, Decline
from repairlog.kinds.body import Proposal, Unknown, words_of
from repairlog.kinds.boundaries import Boundary, Crossing, Revision
from repairlog.kinds.changes import Renegotiation
from repairlog.kinds.checkins import Checkin
from repairlog.kinds.commitments import Commitment, Delivery, Miss
from repairlog.kinds.conversations import Confirmation, Talk
from repairlog.kinds.keeping import Init, Setting
from repairlog.kinds.mending import Amend
from repairlog.kinds.milestones import Milestone
from repairlog.kinds.moments import Misread, Moment
from repairlog.kinds.pace import Hold, Slow
from repairlog.kinds.repair import Apology, Disclosure
from repairlog.kinds.reviews import Asked, Review
from repairlog.kinds.triggers import Settling, Trigger
from repairlog.readings.agreed_words import length
from repairlog.readings.milestones import condition_told
from repairlog.readings.moments import is_left_open
from repairlog.readings.people import Settings
from repairlog.readings.proposals import proposed
from repairlog.readings.record import MAIN_WORDS, Item, Record
from repairlog.readings.wording import SAID_NO, consent_told, sentence, when_due

BESIDE = {
    "value": "it guards",
    "means": "it means",
    "remedy": "if it is crossed",
    "effect": "its effect",
    "response": "the response chosen",
    "helped": "what helped",
    "challenging": "challenging",
    "need": "needed",
    "summary": "in sum",
    "keep": "to keep",
    "why": "why",
    "note": "note",
    "said": "said",
    "heard": "heard",
    "correct": "what was meant",
    "responsibility": "what is owned",
    "topics": "a safe topic",
}
"""How a person's words beside the main ones are introduced, by the name of their field."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Words of a person's own, and what introduces them (nothing for the main ones)."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """One entry, told.

    ``label`` is what its kind is called; ``subject`` the reference of what it is about.
    ``text`` is what it says: its own words (it ``speaks``), or those of what it is about, or
    nothing. ``detail`` is what the program adds in words of its own; ``beside`` are the other
    words of its author. ``unknown``: a newer version wrote it.
    """

    item: Item
    label: str
    subject: str
    text: str
    speaks: bool
    detail: str
    beside: tuple[Voice, ...]
    written_on: date
    undone: bool = False
    unknown: bool = False

    @property
    def ref(self) -> str:
        return self.item.ref

    @property
    def by(self) -> str:
        return self.item.by

    @property
    def day(self) -> date:
        return self.item.day

    @property
    def at(self) -> datetime | None:
        return self.item.at

    @property
    def later(self) -> bool:
        """Whether it was written on a later day than the one it tells of."""
        return self.written_on > self.item.entry.day


def told(
    record: Record, item: Item, settings: Settings, now: datetime, *, undone: bool = False
) -> Told:
    """The entry as a line. The record holds what it is about, and what that is about."""
    main = main_words(item.body)
    return Told(
        item=item,
        label=_label(record, item),
        subject=_subject(record, item),
        text=_text(record, item, now),
        speaks=bool(main) or isinstance(item.body, Proposal) or _emptied(item),
        detail=detail(record, item, now),
        beside=() if item.erased else tuple(_beside(item.body, main)),
        written_on=settings.calendar.day_of(item.written.astimezone()),
        undone=undone,
        unknown=isinstance(item.body, Unknown),
    )


def _label(record: Record, item: Item) -> str:
    """What the entry did; a proposal's own words say of what. What a talk left open is called so,
    and a no to what the other wrote is told kindly."""
    above = record.get(item.about)
    if isinstance(item.body, Decline) and above and isinstance(above.body, Moment):
        return SAID_NO
    if isinstance(item.body, Misread) and is_left_open(record, item):
        return "still open"
    if isinstance(item.body, Consent):
        return consent_told(item.body.to, item.body.given, "").strip()
    return "proposed" if isinstance(item.body, Proposal) else kind_of(item.entry).label


def main_words(body: Body) -> str:
    """The name of the field that holds what an entry says, or nothing (a proposal's is made)."""
    if isinstance(body, Proposal):
        return ""
    theirs = words_of(type(body))
    return next((n for n in (*MAIN_WORDS, *theirs) if n in theirs and getattr(body, n)), "")


def _emptied(item: Item) -> bool:
    """Whether it had words, and they were erased."""
    return item.erased and bool(words_of(type(item.body)))


def _text(record: Record, item: Item, now: datetime) -> str:
    if isinstance(item.body, Proposal):
        return proposed(record, item, now)
    if item.erased:
        return ""
    if name := main_words(item.body):
        value = getattr(item.body, name)
        return sentence(value) if isinstance(value, str) else " · ".join(value)
    above = record.get(item.about)
    if isinstance(item.body, Crossing):  # restated in the words that it crossed
        above = record.get(item.body.version_of) or above
        words = above.body if above and not above.erased else None
        return sentence(words.text) if isinstance(words, Boundary | Revision) else ""
    if isinstance(item.body, Delivery | Miss) and above:
        return _promised_then(record, above, item) or _text(record, above, now)
    return _text(record, above, now) if above else ""


def _promised_then(record: Record, promised: Item, act: Item) -> str:
    """What a promise read when something was done about it, where it has had other words."""
    found = ""
    for terms in record.about(promised.uid, Renegotiation):
        body = terms.body
        yes = (one for one in record.about(terms.uid, Assent) if one.by != terms.by)
        agreed = any(one.order < act.order for one in yes)
        if agreed and isinstance(body, Renegotiation) and body.text and not terms.erased:
            found = sentence(body.text)
    return found


def _subject(record: Record, item: Item) -> str:
    """What it is about; a proposal says so in its own words."""
    above = record.get(item.about)
    if above is None or isinstance(item.body, Proposal):
        return ""
    return above.ref


def _beside(body: Body, main: str) -> Iterator[Voice]:
    for name in words_of(type(body)):
        value = getattr(body, name)
        if not value or name == main or (isinstance(body, Proposal) and name in MAIN_WORDS):
            continue
        if name == "value" and isinstance(body, Boundary):  # told with its day, in the detail
            continue
        for text in [value] if isinstance(value, str) else value:
            yield Voice(BESIDE.get(name, name), text)


# -- what the program adds -----------------------------------------------------------------------


def detail(record: Record, item: Item, now: datetime) -> str:
    """The numbers, dates and names of an entry, in the program's words."""
    return " · ".join(part for part in _parts(record, item, now) if part)


def _parts(record: Record, item: Item, now: datetime) -> Iterator[str]:
    match item.body:
        case Commitment(who=who) as terms:
            yield when_due(terms, now)
            yield f"for {who}" if who and who != item.by else ""
            yield f"from {day_text(terms.start, now)}" if terms.start > item.day else ""
        case Delivery(of=of, partly=partly):
            yield "in part" if partly else ""
            yield f"for {day_text(of, now)}" if of and of != item.day else ""
        case Miss(of=of):
            yield f"of {day_text(of, now)}" if of else ""
        case Boundary(value=value, revisit=revisit, means=means):
            yield value or ""
            yield "" if means else "a draft: no behaviour named yet"
            yield f"revisit {day_text(revisit, now)}" if revisit else ""
        case Trigger(sort=sort, intensity=intensity, back=back):
            yield sort or ""
            yield _of_ten(intensity)
            yield f"back {moment_text(back, now)}" if back else ""
        case Settling(intensity=intensity) | Assent(attainable=intensity):
            label = "attainable " if isinstance(item.body, Assent) else "now "
            yield label + _of_ten(intensity) if intensity is not None else ""
        case Checkin(cadence=cadence, safety=safety, vigilance=vigilance):
            yield cadence
            yield f"safety {safety}" if safety is not None else ""
            yield f"vigilance {vigilance}" if vigilance is not None else ""
        case Milestone(by=by, when=when):
            yield f"by {day_text(by, now)}" if by else ""
            yield condition_told(when)
        case _:
            yield from _parts_of_agreement(item, now)
            yield from _parts_of_repair(item)
            yield from _parts_of_keeping(record, item, now)


def _parts_of_agreement(item: Item, now: datetime) -> Iterator[str]:
    """What a proposal would hold besides its words, and how attainable its writer finds it."""
    match item.body:
        case Rule(minutes=minutes, revisit=revisit):
            yield f"at most {length(minutes)}" if minutes else ""
            yield f"revisit {day_text(revisit, now)}" if revisit else ""
        case Response(pause=pause, revisit=revisit):
            yield "a pause" if pause else ""
            yield f"revisit {day_text(revisit, now)}" if revisit else ""
        case Cadence(revisit=revisit) | Revision(revisit=revisit):
            yield f"revisit {day_text(revisit, now)}" if revisit else ""
    match item.body:
        case (
            Adoption(attainable=felt)
            | Revision(attainable=felt)
            | Rule(attainable=felt)
            | Response(attainable=felt)
            | Cadence(attainable=felt)
            | Renewal(attainable=felt)
        ):
            yield f"attainable {_of_ten(felt)}" if felt is not None else ""


def _parts_of_repair(item: Item) -> Iterator[str]:
    match item.body:
        case Talk(minutes=minutes):
            yield f"{minutes} minutes" if minutes is not None else ""
        case Confirmation(correct=correct):
            yield "" if correct or item.erased else "as it was meant"
        case Apology(forgiveness=forgiveness):
            yield "asks forgiveness" if forgiveness else ""
        case Disclosure():
            yield told_after(item)


def told_after(item: Item, calendar: Calendar | None = None) -> str:
    """How long after it happened a disclosure was told: ``told 40 minutes after``.

    Nothing where its moment is that of its writing: then nobody said when it happened.
    """
    if item.at is None:
        written_on = (calendar or Calendar()).day_of(item.written.astimezone())
        return _days_after((written_on - item.day).days)
    minutes = int((item.written - item.at).total_seconds() // 60)
    if minutes < 1:
        return ""
    for size, name in ((1440, "day"), (60, "hour"), (1, "minute")):
        if minutes >= 2 * size or minutes == size:
            count = minutes // size
            return f"told {count} {name}s after" if count > 1 else f"told {A[name]} after"
    raise AssertionError(minutes)


A = {"day": "a day", "hour": "an hour", "minute": "a minute"}


def _days_after(days: int) -> str:
    return {0: "told the same day", 1: "told the day after"}.get(days, f"told {days} days after")


def _parts_of_keeping(record: Record, item: Item, now: datetime) -> Iterator[str]:
    match item.body:
        case Hold(until=until, of=of):
            refs = [found.ref for uid in of if (found := record.get(uid))]
            yield ", ".join(refs) or "everything"
            yield f"until {day_text(until, now)}"
        case Slow(until=until):
            yield f"until {day_text(until, now)}"
        case Init(me=me, partner=partner):
            yield f"{me} and {partner}" if partner else me
        case Setting(name=name, value=value):
            yield f"{name}: {_setting_value(name, value)}"
        case Amend(day=day, at=at):
            yield "its time" if day else ""
            yield f"{moment_text(at, now) if at else day_text(day, now)}" if day else ""
        case Review(week=week, present=present):
            yield f"of the week from {day_text(week, now)}"
            yield " and ".join(present)
        case Asked(week=week):
            yield f"a question of the week from {day_text(week, now)}"
        case Unknown():
            yield f"of the kind “{item.entry.kind}”"


def _setting_value(name: str, value: str) -> str:
    """A setting's value as people say it."""
    return WEEKDAYS[int(value)] if name == "week-starts" and value.isdigit() else value


def _of_ten(number: int | None) -> str:
    return "" if number is None else f"{number} of 10"


# -- as JSON -------------------------------------------------------------------------------------


def as_json(one: Told) -> dict[str, Any]:
    """The entry as `--json` gives it, its fields as they read now."""
    item = one.item
    return {
        "ref": item.ref,
        "uid": item.uid,
        "kind": item.entry.kind,
        "by": item.by,
        "day": item.day.isoformat(),
        "at": item.at.isoformat(timespec="seconds") if item.at else None,
        "written": item.written.isoformat(timespec="seconds"),
        "about": one.subject or None,
        "fields": plain_fields(item.body),
        "amended": item.amended_at is not None,
        "erased": item.erased,
        "undone": one.undone,
        "unknown": one.unknown,
    }


def plain_fields(body: Body) -> dict[str, Any]:
    """The fields of an entry as plain values; empty ones are left out."""
    return {name: value for name, value in encode(body).items() if value not in ("", [], False)}
