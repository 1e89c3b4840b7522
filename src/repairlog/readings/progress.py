"""What comes up by itself about repairs, so that nobody has to ask: done, told of, or grown silent.

The record is that of today's page: everything open with all about it, what was closed in the last
days, and what was told unasked in them with what that is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from repairlog.kinds.commitments import in_part
from repairlog.kinds.moments import Update
from repairlog.readings.moments import in_order
from repairlog.readings.people import Settings
from repairlog.readings.record import Record
from repairlog.readings.repair import silent, unplanned
from repairlog.readings.standing import Standing
from repairlog.readings.steps import repairs

NEWS = timedelta(days=3)
"""For so long what was done for a repair, or told unasked, is shown."""

STALE_SORTS = ("unplanned", "silent")


@dataclass(frozen=True, slots=True)
class Mending:
    """Something about a repair that nobody had to ask for.

    ``sort``: "done" or "partly" (on the day ``done``), "told" (an update, on the day ``done``;
    ``text`` is what it says), "silent" (nothing was said of it since ``since``), "unplanned" (an
    apology or a setback of that day, without a step). ``ref`` is what it is about,
    ``who`` it belongs to.
    """

    sort: str
    ref: str
    who: str
    text: str | None
    since: date
    done: date | None = None


def mendings(
    record: Record,
    settings: Settings,
    now: datetime,
    person: str | None,
    standings: Iterable[Standing],
) -> tuple[Mending, ...]:
    """All of it, for this person: what the other did comes first, and beside it at once what waits
    longest for a word."""
    today = settings.calendar.day_of(now)
    news = [*_done(record, standings, today), *_told(record, today, person)]
    news.sort(key=lambda one: (one.who == person, -(one.done or one.since).toordinal()))
    stale = [*_unplanned(record, settings, now), *_silent(record, settings, now)]
    return (*news[:1], *stale[:1], *news[1:], *stale[1:])


def _done(record: Record, standings: Iterable[Standing], today: date) -> Iterator[Mending]:
    """The latest deed of each repair, whole or in part."""
    for standing in standings:
        path = standing.course
        deeds = in_order(list(path.deliveries))
        if repairs(record, path.item) is None or not deeds or deeds[-1].day < today - NEWS:
            continue
        last = standing.done or deeds[-1]
        sort = "partly" if in_part(last.body) else "done"
        if last.day >= today - NEWS:
            ref, made = path.item.ref, path.item.day
            yield Mending(sort, ref, path.who, path.text or None, made, last.day)


def _told(record: Record, today: date, person: str | None) -> Iterator[Mending]:
    """What was told unasked about something; one's own words are no news to oneself."""
    for item in record.of(Update):
        above = record.get(item.about)
        if above is None or item.by == person or not today - NEWS <= item.day <= today:
            continue
        text = None if item.erased else getattr(item.body, "text", None)
        ref = record.typed(above).ref
        yield Mending("told", ref, item.by, text, item.day, item.day)


def _unplanned(record: Record, settings: Settings, now: datetime) -> Sequence[Mending]:
    return [
        Mending("unplanned", one.ref, one.by, None if one.erased else one.text, one.day)
        for one in unplanned(record, settings, now)
    ]


def _silent(record: Record, settings: Settings, now: datetime) -> Sequence[Mending]:
    """Those of which the page does not say already that they are due."""
    return [
        Mending("silent", one.step.ref, one.step.who, one.step.text or None, one.since)
        for one in silent(record, settings, now)
        if one.step.standing != "overdue"
    ]
