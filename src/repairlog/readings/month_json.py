"""The month's report as plain values: what `review --month --json` prints."""

from __future__ import annotations

from collections.abc import Iterable

from repairlog.dates import Span
from repairlog.readings.events import Event
from repairlog.readings.month import Checkins, Kept, LookedBack, MonthReport, Side
from repairlog.readings.month_opening import opening
from repairlog.readings.repair import DisclosureReport
from repairlog.readings.rows import Row, day_of
from repairlog.readings.weekly import WeekPattern


def as_json(report: MonthReport) -> Row:
    """The report; days are ISO dates, what is unknown or was erased is null. ``compared`` says
    whether the triggers of the two months can be set side by side, and ``silent`` why not."""
    before = report.before
    return {
        "month": _span(report.month),
        "before": _span(before.month) if before else None,
        "as_of": report.as_of.isoformat(timespec="seconds"),
        "opening": list(opening(report)),
        "kept": _both(_kept(report.here.kept), _kept(before.kept) if before else None),
        "triggers": {
            "compared": before is not None and not report.silent,
            "silent": [{"who": who, "month": _span(month)} for who, month in report.silent],
            **_both(_triggers(report.here), _triggers(before) if before else None),
        },
        "checkins": _both(_checkins(report.here), _checkins(before) if before else None),
        "scales": [_line(report, line.who, line.name, line.weeks) for line in report.scales],
        "changed": _events(report.changed),
        "milestones": _events(report.reached),
        "boundaries": _events(report.mended),
        "disclosures": [_disclosure(one) for one in report.disclosures],
        "looked_back": [_looked_back(one) for one in report.looked_back],
        "weeks": [_week(week) for week in report.weeks],
    }


def _both(here: object, before: object) -> Row:
    return {"here": here, "before": before}


def _span(span: Span) -> Row:
    return {"from": str(span.first), "to": str(span.last)}


def _kept(kept: Kept) -> Row:
    return {
        "done": kept.done,
        "kept": kept.on_time,
        "late": kept.late,
        "owned": kept.owned,
        "missed": kept.unsaid,
        "settled": kept.settled,
        "rate": kept.rate,
    }


def _triggers(side: Side) -> Row:
    told = side.triggers
    return {"count": told.count, "counts": dict(told.counts), "intensity": told.intensity}


def _checkins(side: Side) -> list[Row]:
    return [_cadence(one) for one in side.checkins]


def _cadence(one: Checkins) -> Row:
    return {
        "cadence": one.cadence,
        "held": one.held,
        "on_time": one.on_time,
        "looked_for": one.looked_for,
    }


def _line(report: MonthReport, who: str, scale: str, weeks: Iterable[float | None]) -> Row:
    days = [str(week.days.first) for week in report.weeks]
    return {"who": who, "scale": scale, "weeks": dict(zip(days, weeks, strict=True))}


def _events(told: Iterable[Event]) -> list[Row]:
    return [
        {"day": day_of(e.day), "sort": e.sort, "ref": e.ref, "text": e.text, "note": e.note}
        for e in told
    ]


def _disclosure(one: DisclosureReport) -> Row:
    return {
        "ref": one.ref,
        "by": one.by,
        "told": str(one.told_on),
        "text": None if one.erased else one.text,
        "after": one.after or None,
        "received": day_of(one.received.day) if one.received else None,
    }


def _looked_back(one: LookedBack) -> Row:
    said = {label: None if words.erased else words.text for label, words in one.words}
    return {"by": one.by, "day": str(one.day), "said": said}


def _week(week: WeekPattern) -> Row:
    return {
        **_span(week.days),
        "kept": week.kept,
        "triggers": week.triggers,
        "reviewed": week.reviewed,
    }
