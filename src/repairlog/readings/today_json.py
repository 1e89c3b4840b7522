"""Today's page as plain values: what `repairlog --json` prints."""

from __future__ import annotations

from repairlog.readings.in_force import Term
from repairlog.readings.moments import Said
from repairlog.readings.pace import Pace
from repairlog.readings.progress import Mending
from repairlog.readings.rows import Row, day_of
from repairlog.readings.today import Back, Copy, Crossed, Due, NextCheckin, TodayReport, Waiting


def as_json(report: TodayReport) -> Row:
    """The report; days are ISO dates, what is unknown or was erased is null."""
    return {
        "as_of": report.as_of.isoformat(timespec="seconds"),
        "day": report.today.isoformat(),
        "person": report.person,
        "pace": [_pace_json(pace) for pace in report.paces],
        "back": [_back_json(one) for one in report.back],
        "crossed": [_crossed_json(one) for one in report.crossed],
        "took_back": [{"who": word.who, "day": day_of(word.since)} for word in report.took_back],
        "due": [_due_json(due) for due in report.due],
        "repairs": [_mending_json(one) for one in report.mending],
        "waiting": [_waiting_json(one) for one in report.waiting],
        "revisit": [_again_json(one) for one in report.again],
        "checkin": _checkin_json(report.checkin) if report.checkin else None,
        "shared": _shared_json(report.shared) if report.shared else None,
        "backup": _copy_json(report.copy) if report.copy else None,
    }


def _copy_json(one: Copy) -> Row:
    return {"last": day_of(one.last), "command": "repairlog backup"}


def _pace_json(pace: Pace) -> Row:
    until = pace.until.isoformat()
    return {"kind": pace.kind, "by": pace.by, "until": until, "refs": list(pace.refs)}


def _back_json(one: Back) -> Row:
    at = one.at.isoformat(timespec="minutes")
    return {"ref": one.ref, "who": one.who, "at": at, "over": one.over}


def _crossed_json(one: Crossed) -> Row:
    return {
        "ref": one.ref,
        "boundary": one.boundary,
        "text": one.text,
        "day": one.day.isoformat(),
    }


def _due_json(due: Due) -> Row:
    return {
        "ref": due.ref,
        "who": due.who,
        "what": due.text,
        "day": due.day.isoformat(),
        "deadline": due.deadline.isoformat(timespec="minutes"),
        "left": due.left,
        "over": due.over,
    }


def _mending_json(one: Mending) -> Row:
    return {
        "sort": one.sort,
        "ref": one.ref,
        "who": one.who,
        "what": one.text,
        "since": one.since.isoformat(),
        "done": day_of(one.done),
    }


def _waiting_json(one: Waiting) -> Row:
    return {
        "ref": one.ref,
        "by": one.by,
        "asks": one.asks,
        "what": one.text,
        "day": one.day.isoformat(),
        "command": f"repairlog {one.command} {one.ref}",
    }


def _again_json(one: Term) -> Row:
    """A part of the agreement that is to be looked at again, today or some time ago."""
    day = day_of(one.revisit)
    return {"ref": one.ref, "kind": one.sort, "text": one.words, "day": day, "lapsed": one.lapsed}


def _checkin_json(one: NextCheckin) -> Row:
    by = one.by.isoformat(timespec="minutes") if one.by else None
    day = one.day.isoformat()
    return {"cadence": one.cadence, "who": one.who, "day": day, "by": by, "over": one.over}


def _shared_json(one: Said) -> Row:
    return {"ref": one.ref, "kind": one.kind, "by": one.by, "text": one.text}
