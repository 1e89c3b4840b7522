"""What was said in passing: what went right, what is shared, and everything else worth keeping."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from repairlog.dates import Span
from repairlog.kinds.assent import Decline
from repairlog.kinds.body import Body
from repairlog.kinds.conversations import Talk
from repairlog.kinds.moments import Answer, Moment
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a person said, in their words, and what the other answered.

    ``erased``: its author removed the words, and ``text`` is empty.
    """

    uid: str
    ref: str
    kind: str
    by: str
    day: date
    text: str
    erased: bool = False
    answers: tuple[Said, ...] = ()


def said(item: Item, text: str | None, answers: tuple[Said, ...] = ()) -> Said:
    """What the item says in ``text``, one of its fields."""
    return Said(
        uid=item.uid,
        ref=item.ref,
        kind=item.entry.kind,
        by=item.by,
        day=item.day,
        text=text or "",
        erased=item.erased,
        answers=answers,
    )


def in_order(items: list[Item]) -> list[Item]:
    """Items as they happened: by day, then time (a day without one comes first), then writing."""
    return sorted(items, key=lambda item: (item.day, _clock(item.at), item.uid))


def _clock(at: datetime | None) -> datetime:
    return at.replace(tzinfo=None) if at else datetime.combine(date.min, time.min)


def of_place(record: Record, place: str, week: Span) -> tuple[Said, ...]:
    """The moments that belong in this place of the review, as they happened in the week."""
    found = [item for item in record.of(Moment) if place_of(item.body) == place]
    return tuple(spoken(record, item) for item in in_order(found) if item.day in week)


def place_of(body: Body) -> str:
    """Where the review shows a moment; empty for what is none."""
    return body.place if isinstance(body, Moment) else ""


def spoken(record: Record, item: Item) -> Said:
    """A moment with the other's answers and the talks about it, as they came."""
    assert isinstance(item.body, Moment)
    return said(item, item.body.text, answers(record, item))


def answers(record: Record, item: Item) -> tuple[Said, ...]:
    """What was answered to it, a no to it among that, and the talks about it, as they came."""
    found = in_order(record.about(item.uid, Answer, Talk, Decline))
    return tuple(said(one, _answered(one.body)) for one in found)


def _answered(body: Body) -> str | None:
    if isinstance(body, Decline):
        return body.why
    return body.text if isinstance(body, Answer | Talk) else None


def is_left_open(record: Record, item: Item) -> bool:
    """Whether it is what a talk left open: written with it, by `talk --still`."""
    above = record.get(item.about)
    written_with_it = above is not None and above.entry.command == item.entry.command
    return bool(written_with_it and above and isinstance(above.body, Talk))


def clearing(record: Record, item: Item, settings: Settings) -> list[Item]:
    """What cleared a doubt, a need or something misread, in the order of writing: the other's
    answer, the other's no (which is all right), or a talk about it, whoever of the two wrote that
    down."""
    return [
        one
        for one in record.about(item.uid, Answer, Talk, Decline)
        if settings.alone or one.by != item.by or isinstance(one.body, Talk)
    ]


def resurfacing(record: Record, week: Span) -> Said | None:
    """The one shared value, goal, memory, ritual or project that comes back this week.

    They take turns, week by week; the same week shows the same one, whoever looks and whenever.
    """
    shared = [i for i in record.of(Moment) if place_of(i.body) == "shared" and not i.erased]
    known = [item for item in shared if item.day <= week.last]
    if not known:
        return None
    return spoken(record, known[week.first.toordinal() // 7 % len(known)])
