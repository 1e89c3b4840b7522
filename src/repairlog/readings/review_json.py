"""The week's report as plain values: what `review --json` prints (DESIGN 5)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from repairlog.dates import Span
from repairlog.kinds.commitments import Delivery
from repairlog.readings.boundaries import BoundaryReport, CrossingReport
from repairlog.readings.challenges import Challenge
from repairlog.readings.checkins import WeekOfCheckins, days_of
from repairlog.readings.milestones import MilestoneReport
from repairlog.readings.moments import Said
from repairlog.readings.promised import Act, Promise
from repairlog.readings.review import ReviewReport
from repairlog.readings.standing import Occurrence
from repairlog.readings.steps import Step
from repairlog.readings.triggers import TriggerReport, WeekOfTriggers

Row = dict[str, Any]


def as_json(report: ReviewReport) -> Row:
    """The report; days are ISO dates, what is unknown or was erased is null."""
    return {
        "week": _span(report.week),
        "as_of": report.as_of.isoformat(timespec="seconds"),
        "reviewed": _reviewed(report),
        "not_reviewed": [_span(week) for week in report.unreviewed],
        "pace": [
            {"kind": p.kind, "by": p.by, "until": str(p.until), "refs": list(p.refs)}
            for p in report.paces
        ],
        "opening": list(report.opening),
        "promised": [_promise(promise) for promise in report.promises],
        "delivered": [_act(p, act) for p in report.promises for act in p.acts],
        "challenging": [_challenge(challenge) for challenge in report.challenges],
        "boundaries": _boundaries(report),
        "triggers": _triggers(report.triggers),
        "checkins": _checkins(report.checkins, report.week),
        "conversations": [],
        "milestones": [_milestone(milestone) for milestone in report.milestones],
        "moments": [_said(one) for one in (*report.right, *report.moments)],
        "shared": _said(report.shared) if report.shared else None,
        "waiting": [
            {"ref": w.ref, "by": w.by, "day": str(w.day), "what": w.what, "asks": w.asks}
            for w in report.waiting
        ],
        "revisit": [
            {"ref": b.ref, "text": b.version.text, "day": _day(b.version.revisit)}
            for b in report.revisit
        ],
        "next_week": [
            {"kind": a.kind, "ref": a.ref, "text": a.text, "day": _day(a.day)} for a in report.ahead
        ],
        "seal": report.seal or None,
    }


def _span(span: Span) -> Row:
    return {"from": str(span.first), "to": str(span.last)}


def _day(day: date | None) -> str | None:
    return str(day) if day else None


def _moment(at: datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at else None


def _reviewed(report: ReviewReport) -> Row | None:
    held = report.held
    return {"day": str(held.day), "present": list(held.present)} if held else None


def _said(one: Said) -> Row:
    return {
        "ref": one.ref,
        "kind": one.kind,
        "by": one.by,
        "day": str(one.day),
        "text": None if one.erased else one.text,
        "answers": [_said(answer) for answer in one.answers],
    }


def _promise(promise: Promise) -> Row:
    course, terms = promise.course, promise.course.terms
    under_way = [promise.running] if promise.running and not promise.due else []
    return {
        "ref": promise.ref,
        "who": promise.who,
        "what": None if course.item.erased else course.text,
        "once": terms.once,
        "by": _day(terms.by),
        "every": terms.every,
        "at": terms.at.strftime("%H:%M") if terms.at else None,
        "times": terms.times,
        "from": str(terms.start),
        "until": _day(terms.until),
        "standing": promise.once,
        "occurrences": [_occurrence(one) for one in (*promise.due, *under_way)],
    }


def _occurrence(occurrence: Occurrence) -> Row:
    return {
        "day": str(occurrence.day),
        "deadline": occurrence.deadline.isoformat(timespec="minutes"),
        "standing": occurrence.standing,
        "partly": len(occurrence.partly),
    }


def _act(promise: Promise, act: Act) -> Row:
    body = act.delivery.body
    return {
        "ref": promise.ref,
        "entry": act.delivery.ref,
        "who": promise.who,
        "day": str(act.delivery.day),
        "at": _moment(act.delivery.at),
        "for": _day(act.of),
        "standing": act.standing,
        "note": body.note if isinstance(body, Delivery) else None,
    }


def _challenge(one: Challenge) -> Row:
    return {
        "kind": one.kind,
        "ref": one.ref,
        "who": one.who,
        "days": [str(day) for day in one.days],
        "text": None if one.erased else one.text,
        "carried": one.carried,
        "asks": one.asks,
        "steps": _steps(one.steps),
        "answers": [_said(answer) for answer in one.answers],
    }


def _steps(steps: Iterable[Step]) -> list[Row]:
    return [
        {
            "ref": step.ref,
            "who": step.who,
            "text": None if step.erased else step.text,
            "standing": step.standing,
            "by": _day(step.by),
            "done": _day(step.done),
        }
        for step in steps
    ]


def _boundaries(report: ReviewReport) -> Row:
    here = report.boundaries
    crossings = [(b, c) for b in here for c in b.crossings]
    shown = [(b, c) for b, c in crossings if c.repaired is None or c.day in report.week]
    honoured = [(b, said) for b in here for said in b.honoured if said.day in report.week]
    return {
        "standing": [_boundary(one) for one in here],
        "honoured": [{"boundary": b.ref, **_said(said)} for b, said in honoured],
        "crossed": [_crossing(b, c) for b, c in shown],
    }


def _boundary(one: BoundaryReport) -> Row:
    version = one.version
    return {
        "ref": one.ref,
        "by": one.by,
        "value": version.value,
        "text": None if version.erased else version.text,
        "means": list(version.means),
        "version": version.number,
        "agreed": _day(one.agreed),
        "draft": one.draft,
        "retired": _day(one.retired),
        "revisit": _day(version.revisit),
    }


def _crossing(boundary: BoundaryReport, one: CrossingReport) -> Row:
    return {
        "boundary": boundary.ref,
        "ref": one.ref,
        "by": one.by,
        "day": str(one.day),
        "what": None if one.erased else one.what,
        "restated": None if one.crossed.erased else one.crossed.text,
        "steps": _steps(one.steps),
        "repaired": _day(one.repaired),
    }


def _triggers(week: WeekOfTriggers) -> Row:
    return {
        "counts": dict(week.counts),
        "week_before": week.before,
        "entries": [_trigger(one) for one in week.here],
        "carried": [_trigger(one) for one in week.carried],
    }


def _trigger(one: TriggerReport) -> Row:
    return {
        "ref": one.ref,
        "by": one.by,
        "day": str(one.day),
        "kind": one.sort,
        "observed": None if one.erased else one.text,
        "effect": one.effect,
        "intensity": one.intensity,
        "response": one.response,
        "back": _moment(one.back),
        "meant": [_said(said) for said in one.meant],
        "asks": one.asked,
        "settled": _day(one.settled),
        "settled_at": one.settled_at,
        "helped": one.helped,
        "steps": _steps(one.steps),
    }


def _checkins(week: WeekOfCheckins, span: Span) -> Row:
    days = [str(day) for day in days_of(span)]
    return {
        "held": [
            {"cadence": h.cadence, "who": h.who, "days": dict(zip(days, h.cells, strict=True))}
            for h in week.held
        ],
        "scales": [
            {"who": s.who, "scale": s.name, "days": dict(zip(days, s.values, strict=True))}
            for s in week.scales
        ],
        "summaries": [_said(one) for one in week.summaries],
    }


def _milestone(one: MilestoneReport) -> Row:
    condition = one.condition
    words = f"{condition.subject} {condition.measure} {condition.count}" if condition else None
    return {
        "ref": one.ref,
        "text": None if one.erased else one.text,
        "by": _day(one.planned),
        "when": words,
        "agreed": _day(one.agreed),
        "so_far": one.so_far,
        "reached": _day(one.reached),
        "celebrated": _day(one.celebrated.day) if one.celebrated else None,
    }
