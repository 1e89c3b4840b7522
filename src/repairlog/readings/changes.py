"""What changed a promise after it was made: consent to it, new terms, pauses, a release."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from repairlog.dates import Calendar, Span
from repairlog.kinds.assent import Adoption
from repairlog.kinds.changes import Ease, Release, Renegotiation
from repairlog.kinds.pace import Hold, Lift, Slow
from repairlog.readings.assent import Bound, at_once, bound, declined
from repairlog.readings.course import DAY, Course, Segment, as_made, opening, windows
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record, Written


def changed(record: Record, item: Item, settings: Settings) -> Course:
    """The course of the commitment ``item`` with all that changed it since it was made."""
    since = settings.partner_since
    made = _made(record, item, since)
    path = as_made(record, item, made, settings.calendar)
    for agreed, terms in _renegotiated(record, item, since):
        segments = _followed(path.segments, agreed, terms, path.calendar)
        path = replace(path, terms=terms, text=terms.text or path.text, segments=segments)
    return replace(
        path,
        pauses=tuple(_pauses(record, item, since)),
        released=_released(record, item, since),
        declined=None if made else _declined(record, item),
    )


def _followed(
    segments: tuple[Segment, ...], agreed: Bound, terms: Renegotiation, calendar: Calendar
) -> tuple[Segment, ...]:
    """New terms hold from the day after the window that is open when they are agreed."""
    if terms.once or not segments:
        return segments
    *earlier, last = segments
    if agreed.day < last.first:
        return (*earlier, Segment(terms, last.first, last.first))
    open_then = next(
        (w for w in windows(calendar, last, 0, last.first) if w.day >= agreed.day), None
    )
    first = open_then.day + DAY if open_then else agreed.day
    closed = Segment(last.terms, last.first, last.anchor, first - DAY)
    return (*earlier, closed, opening(terms, first, agreed.at, calendar))


def _made(record: Record, item: Item, since: Written | None) -> Bound | None:
    """From when it binds: at once, unless it was proposed: a step for the other, or a plan after a
    setback, takes both."""
    proposals = record.about(item.uid, Adoption)
    return bound(record, proposals[0], since) if proposals else at_once(item)


def _declined(record: Record, item: Item) -> Item | None:
    answers = (declined(record, proposal) for proposal in record.about(item.uid, Adoption))
    return next((no for no in answers if no), None)


def _renegotiated(
    record: Record, item: Item, since: Written | None
) -> list[tuple[Bound, Renegotiation]]:
    found = []
    for proposal in record.about(item.uid, Renegotiation):
        agreed = bound(record, proposal, since)
        if agreed and isinstance(proposal.body, Renegotiation):
            found.append((agreed, proposal.body))
    return sorted(found, key=lambda pair: pair[0].order)


def _released(record: Record, item: Item, since: Written | None) -> Bound | None:
    bounds = [bound(record, proposal, since) for proposal in record.about(item.uid, Release)]
    return next((agreed for agreed in bounds if agreed), None)


def _pauses(record: Record, item: Item, since: Written | None) -> Iterator[Span]:
    for proposal in record.about(item.uid, Ease):
        if isinstance(proposal.body, Ease) and bound(record, proposal, since):
            yield Span(proposal.body.start, proposal.body.until)
    for hold in record.of(Hold):
        if isinstance(hold.body, Hold) and (not hold.body.of or item.uid in hold.body.of):
            yield held(record, hold)


def held(record: Record, pace: Item) -> Span:
    """The days of a hold or a slow pace; one that was lifted covers the day of its lifting."""
    assert isinstance(pace.body, Hold | Slow)
    lifted = [lift.day for lift in record.about(pace.uid, Lift)]
    return Span(pace.day, min([pace.body.until, *lifted]))
