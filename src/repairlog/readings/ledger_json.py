"""The ledger as plain values: what `ledger --json` prints (DESIGN 5)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from repairlog.kinds.commitments import Terms
from repairlog.readings.ledger import LedgerReport, Line
from repairlog.readings.rows import occurrence_row
from repairlog.readings.standing import Standing, Tally


def as_json(report: LedgerReport) -> dict[str, Any]:
    """What `ledger --json` prints (DESIGN 5)."""
    return {
        "as_of": report.as_of.isoformat(timespec="seconds"),
        "commitments": [_line_json(line) for line in report.lines],
    }


def _line_json(line: Line) -> dict[str, Any]:
    terms, standing = line.terms, line.standing
    row = {
        "ref": line.ref,
        "who": line.who,
        "what": line.text,
        "once": terms.once,
        "by": _by_json(terms),
        "every": terms.every,
        "at": terms.at.strftime("%H:%M") if terms.at else None,
        "times": terms.times,
        "from": terms.start.isoformat(),
        "until": terms.until.isoformat() if terms.until else None,
        "standing": standing.standing,
        **(_once_json(line) if terms.once else _recurring_json(standing)),
    }
    if line.occurrences is not None:
        row["occurrences"] = [occurrence_row(o) for o in line.occurrences]
    return row


def _by_json(terms: Terms) -> str | None:
    if terms.by is None:
        return None
    return f"{terms.by}T{terms.at:%H:%M}" if terms.at else terms.by.isoformat()


def _counts_json(tally: Tally, still_open: int) -> dict[str, int]:
    return {
        "kept": tally.kept,
        "late": tally.late,
        "owned": tally.owned,
        "missed": tally.missed,
        "eased": tally.eased,
        "open": still_open,
        "extra": tally.extra,
        "settled": tally.settled,
    }


def _recurring_json(standing: Standing) -> dict[str, Any]:
    tally, coming = standing.tally, standing.next
    return {
        **_counts_json(tally, standing.open),
        "rate": standing.rate,
        "rate_28d": standing.rate_28d,
        "punctual": standing.punctual,
        "run": tally.run,
        "best_run": tally.best_run,
        "steadiness": tally.steadiness,
        "next": _next_json(coming.day, coming.deadline) if coming else None,
    }


def _once_json(line: Line) -> dict[str, Any]:
    """A promise made once counts by its own standing; an overdue one counts nowhere yet."""
    standing = line.standing
    is_open = standing.standing == "open"
    rates = ("rate", "rate_28d", "punctual", "run", "best_run", "steadiness")
    ahead = is_open and line.due is not None and standing.deadline is not None
    return {
        **_counts_json(standing.tally, int(is_open)),
        **dict.fromkeys(rates),
        "next": _next_json(line.due, standing.deadline) if ahead else None,
    }


def _next_json(day: date | None, deadline: datetime | None) -> dict[str, str] | None:
    if day is None or deadline is None:
        return None
    return {"day": day.isoformat(), "deadline": deadline.isoformat(timespec="minutes")}
