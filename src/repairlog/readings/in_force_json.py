"""The agreement as `--json` gives it: days are ISO dates, what is unknown or erased is null."""

from __future__ import annotations

from repairlog.kinds.agreement import Cadence, Response, Rule
from repairlog.readings.consent import as_json as consents_json
from repairlog.readings.in_force import InForce, Open, Planned, Term, commands
from repairlog.readings.rows import Row, day_of

LISTS = {"boundary": "boundaries", "rule": "rules", "response": "responses", "cadence": "cadences"}


def as_json(report: InForce) -> Row:
    """What `agreement --json` prints."""
    consents = consents_json(report.consents)
    return {
        "as_of": report.as_of.isoformat(timespec="seconds"),
        **{name: [_term_row(one) for one in report.of(sort)] for sort, name in LISTS.items()},
        "milestones": [_planned_row(one) for one in report.planned],
        "pace": [
            {
                "kind": pace.kind,
                "by": pace.by,
                "until": str(pace.until),
                "of": list(pace.refs),
                "why": pace.why,
            }
            for pace in report.paces
        ],
        "consent": {name: consents[name] for name in ("export", "growth", "together")},
        "due": [one.ref for one in report.due],
        "waiting": [_open_row(one) for one in report.waiting],
    }


def _term_row(one: Term) -> Row:
    """One thing that binds, in the version that holds."""
    return {
        "ref": one.ref,
        "kind": one.sort,
        "text": one.words,
        "version": one.number,
        "by": one.by,
        "proposed": day_of(one.proposed),
        "since": day_of(one.since),
        "agreed": day_of(one.agreed_on),
        "agreed_by": one.agreed_by,
        "attainable": dict(one.attainable),
        "revisit": day_of(one.revisit),
        "due": one.due,
        "lapsed": one.lapsed,
        "waiting": [item.ref for item in one.asked],
        **_own_fields(one),
    }


def _own_fields(one: Term) -> Row:
    if one.boundary:
        version = one.boundary.version
        return {"value": version.value, "means": list(version.means), "remedy": version.remedy}
    match one.agreed.body if one.agreed else None:
        case Rule(minutes=minutes, topics=topics):
            return {"minutes": minutes, "topics": list(topics)}
        case Response(name=name, pause=pause):
            return {"name": name, "pause": pause}
        case Cadence(cadence=cadence, at=at):
            return {"cadence": cadence, "at": f"{at:%H:%M}" if at else None}
    return {}


def _planned_row(one: Planned) -> Row:
    return {
        "ref": one.ref,
        "by": one.by,
        "text": one.text,
        "day": day_of(one.day),
        "when": one.when,
        "agreed": day_of(one.agreed),
    }


def _open_row(one: Open) -> Row:
    return {
        "ref": one.ref,
        "by": one.by,
        "day": str(one.day),
        "what": one.what,
        "asks": one.asks or None,
    }


def due_json(report: InForce) -> Row:
    """What `agreement revisit --json` prints: what is due, the longest due first."""
    return {
        "as_of": report.as_of.isoformat(timespec="seconds"),
        "due": [{**_term_row(one), "commands": commands(one)} for one in report.due],
    }
