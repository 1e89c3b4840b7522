"""The timeline: what was reached, agreed, crossed and repaired, month by month, with the weekly
pattern, and what is planned ahead.

The record holds every entry of the days that `span` names with what it is about, every thread
that was open in them with all about it (a commitment's deliveries since a checkpoint before those
days), what a milestone's condition names, and every hold and slow pace.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from repairlog.dates import Calendar, Span
from repairlog.readings.events import Event, events
from repairlog.readings.people import Settings
from repairlog.readings.record import Record
from repairlog.readings.scales import Line, lines
from repairlog.readings.weekly import WeekPattern, weeks

MONTHS_BACK = 2
"""Without `--since` the timeline begins with the month before the last."""
MIDDLE = timedelta(days=3)
"""From the first day of a week to the one that decides which month it belongs to."""


@dataclass(frozen=True, slots=True)
class Month:
    """One calendar month: its events in order, its weeks (each belongs to one month), and how safe
    and how watchful each person was in these."""

    first: date
    events: tuple[Event, ...]
    weeks: tuple[WeekPattern, ...]
    scales: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineReport:
    """The months of a window, and, where it reaches to today, what is planned ahead."""

    as_of: datetime
    today: date
    alone: bool
    days: Span
    months: tuple[Month, ...]
    ahead: tuple[Event, ...] | None

    @property
    def events(self) -> tuple[Event, ...]:
        return tuple(event for month in self.months for event in month.events)

    @property
    def weeks(self) -> tuple[WeekPattern, ...]:
        return tuple(week for month in self.months for week in month.weeks)


def span(
    calendar: Calendar, now: datetime, since: date | None = None, until: date | None = None
) -> Span:
    """The days that the timeline looks at: whole weeks, so they may begin before ``since``."""
    today = calendar.day_of(now)
    last = min(until or today, today)
    first = min(since, last) if since else _months_before(last, MONTHS_BACK)
    return Span(calendar.week_of(first).first, last)


def timeline(
    record: Record,
    settings: Settings,
    now: datetime,
    since: date | None = None,
    until: date | None = None,
) -> TimelineReport:
    """What happened from ``since`` (else since the month before the last) to ``until`` or today;
    without ``until`` also what is planned."""
    today = settings.calendar.day_of(now)
    last = min(until or today, today)
    days = Span(min(since or _months_before(last, MONTHS_BACK), last), last)
    told = sorted(events(record, settings, now), key=lambda event: event.day or date.max)
    patterns = weeks(record, settings, now, days)
    return TimelineReport(
        as_of=now,
        today=today,
        alone=settings.alone,
        days=days,
        months=tuple(
            replace(month, scales=lines(record, settings.people, [w.days for w in month.weeks]))
            for month in _months(days, [e for e in told if e.day and e.day in days], patterns)
        ),
        ahead=None if until else tuple(e for e in told if e.day is None or e.day > today),
    )


def _months_before(day: date, count: int) -> date:
    month = day.year * 12 + day.month - 1 - count
    return date(month // 12, month % 12 + 1, 1)


# -- months --------------------------------------------------------------------------------------


def _months(days: Span, told: Iterable[Event], patterns: Iterable[WeekPattern]) -> Iterator[Month]:
    """The months from the first one of which there is anything to tell."""
    by_month: dict[date, list[Event]] = {}
    for event in told:
        if event.day:
            by_month.setdefault(event.day.replace(day=1), []).append(event)
    weeks_of = {
        first: tuple(each)
        for first, each in groupby(patterns, lambda week: _month_of(week.days, days))
    }
    begun = False
    first = days.first.replace(day=1)
    while first <= days.last:
        month = Month(first, tuple(by_month.get(first, ())), weeks_of.get(first, ()))
        begun = begun or bool(month.events) or any(_tells(week) for week in month.weeks)
        if begun:
            yield month
        first = _months_before(first, -1)


def _tells(week: WeekPattern) -> bool:
    return (week.kept, week.triggers, week.reviewed) != (None, None, None)


def _month_of(week: Span, days: Span) -> date:
    """A week belongs to the month that has most of its days; the last one to a month shown."""
    return max(days.first, min(week.first + MIDDLE, days.last)).replace(day=1)


# -- as JSON -------------------------------------------------------------------------------------


def as_json(report: TimelineReport) -> dict[str, Any]:
    """What `timeline --json` prints."""
    return {
        "as_of": report.as_of.isoformat(timespec="seconds"),
        "from": report.days.first.isoformat(),
        "to": report.days.last.isoformat(),
        "months": [
            {
                "month": f"{month.first:%Y-%m}",
                "events": [_event_json(event) for event in month.events],
                "weeks": [_week_json(week) for week in month.weeks],
                "scales": [_line_json(line) for line in month.scales],
            }
            for month in report.months
        ],
        "ahead": [_event_json(event) for event in report.ahead or ()],
    }


def _event_json(event: Event) -> dict[str, Any]:
    return {
        "day": event.day.isoformat() if event.day else None,
        "sort": event.sort,
        "ref": event.ref,
        "text": event.text,
        "by": event.by,
        "note": event.note,
        "number": event.number,
        "until": event.until.isoformat() if event.until else None,
    }


def _line_json(line: Line) -> dict[str, Any]:
    return {"who": line.who, "scale": line.name, "weeks": list(line.weeks)}


def _week_json(week: WeekPattern) -> dict[str, Any]:
    return {
        "from": week.days.first.isoformat(),
        "to": week.days.last.isoformat(),
        "kept": week.kept,
        "triggers": week.triggers,
        "reviewed": week.reviewed,
    }
