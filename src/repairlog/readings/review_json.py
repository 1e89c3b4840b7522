"""The week's report as plain values: what `review --json` prints (DESIGN 5)."""

from __future__ import annotations

from repairlog.dates import Span
from repairlog.kinds.commitments import Delivery
from repairlog.readings.challenges import Challenge
from repairlog.readings.checkins import WeekOfCheckins, days_of
from repairlog.readings.promised import Act, Promise
from repairlog.readings.review import ReviewReport
from repairlog.readings.rows import (
    Row,
    boundary_row,
    conversation_rows,
    crossing_row,
    day_of,
    milestone_row,
    moment_of,
    occurrence_row,
    project_row,
    repairs_row,
    said_row,
    step_rows,
    trigger_row,
)
from repairlog.readings.triggers import WeekOfTriggers


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
        "promised": [_promise(promise) for promise in report.promises if promise.here],
        "delivered": [_act(p, act) for p in report.promises for act in p.acts],
        "challenging": [_challenge(challenge) for challenge in report.challenges],
        "repairs": repairs_row(report.repairs),
        "boundaries": _boundaries(report),
        "triggers": _triggers(report.triggers),
        "checkins": _checkins(report.checkins, report.week),
        "conversations": [row for one in report.conversations for row in conversation_rows(one)],
        "milestones": [milestone_row(milestone) for milestone in report.milestones],
        "moments": [said_row(one) for one in (*report.right, *report.moments)],
        "shared": said_row(report.shared) if report.shared else None,
        "projects": [project_row(one) for one in report.projects],
        "waiting": [
            {"ref": w.ref, "by": w.by, "day": str(w.day), "what": w.what, "asks": w.asks}
            for w in report.waiting
        ],
        "revisit": [
            {"ref": one.ref, "kind": one.sort, "text": one.words, "day": day_of(one.revisit)}
            for one in report.revisit
        ],
        "next_week": [
            {"kind": a.kind, "ref": a.ref, "text": a.text, "day": day_of(a.day)}
            for a in report.ahead
        ],
        "seal": report.seal or None,
    }


def _span(span: Span) -> Row:
    return {"from": str(span.first), "to": str(span.last)}


def _reviewed(report: ReviewReport) -> Row | None:
    held = report.held
    return {"day": str(held.day), "present": list(held.present)} if held else None


def _promise(promise: Promise) -> Row:
    course, terms = promise.course, promise.course.terms
    under_way = [promise.running] if promise.running and not promise.due else []
    return {
        "ref": promise.ref,
        "who": promise.who,
        "what": None if course.item.erased else course.text,
        "once": terms.once,
        "by": day_of(terms.by),
        "every": terms.every,
        "at": terms.at.strftime("%H:%M") if terms.at else None,
        "times": terms.times,
        "from": str(terms.start),
        "until": day_of(terms.until),
        "standing": promise.once,
        "occurrences": [occurrence_row(one) for one in (*promise.due, *under_way)],
    }


def _act(promise: Promise, act: Act) -> Row:
    body = act.delivery.body
    return {
        "ref": promise.ref,
        "entry": act.delivery.ref,
        "who": promise.who,
        "day": str(act.delivery.day),
        "at": moment_of(act.delivery.at),
        "for": day_of(act.of),
        "standing": act.standing,
        "note": body.note if isinstance(body, Delivery) else None,
    }


def _challenge(one: Challenge) -> Row:
    return {
        "kind": one.kind,
        "ref": one.ref,
        "who": one.who,
        "days": [str(day) for day in one.days],
        "older": {"days": one.older, "since": day_of(one.older_since)} if one.older else None,
        "text": None if one.erased else one.text,
        "about": one.about,
        "carried": one.carried,
        "asks": one.asks,
        "steps": step_rows(one.steps),
        "answers": [said_row(answer) for answer in one.answers],
    }


def _boundaries(report: ReviewReport) -> Row:
    here = report.boundaries
    crossings = [(b, c) for b in here for c in b.crossings]
    shown = [(b, c) for b, c in crossings if c.repaired is None or c.day in report.week]
    honoured = [(b, said) for b in here for said in b.honoured if said.day in report.week]
    return {
        "standing": [boundary_row(one) for one in here],
        "honoured": [{"boundary": b.ref, **said_row(said)} for b, said in honoured],
        "crossed": [crossing_row(b, c) for b, c in shown],
    }


def _triggers(week: WeekOfTriggers) -> Row:
    return {
        "counts": dict(week.counts),
        "week_before": week.before,
        "entries": [trigger_row(one) for one in week.here],
        "carried": [trigger_row(one) for one in week.carried],
    }


def _checkins(week: WeekOfCheckins, span: Span) -> Row:
    days = [str(day) for day in days_of(span)]
    return {
        "held": [
            {
                "cadence": h.cadence,
                "who": h.who,
                "agreed": h.agreed,
                "by": h.at.strftime("%H:%M") if h.at else None,
                "days": dict(zip(days, h.cells, strict=True)),
            }
            for h in week.held
        ],
        "scales": [
            {"who": s.who, "scale": s.name, "days": dict(zip(days, s.values, strict=True))}
            for s in week.scales
        ],
        "summaries": [said_row(one) for one in week.summaries],
    }
