"""The terms of a promise, from the options of a line (DESIGN 3, "Terms")."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time

from repairlog import dates, recurrence  # whole: what reads words is loaded where it is used
from repairlog.cli.session import Session
from repairlog.dates import day_text, quoted
from repairlog.errors import Misread, Refused
from repairlog.kinds.commitments import Terms
from repairlog.readings.course import opening
from repairlog.recurrence.rule import MOST_TIMES


@dataclass(frozen=True, slots=True)
class Said:
    """The options that say when a promise is due, as they were typed."""

    by: str | None = None
    every: str | None = None
    at: str | None = None
    times: str | None = None
    start: str | None = None
    until: str | None = None


def read_terms(session: Session, said: Said, before: Terms | None = None) -> Terms:
    """The terms that the options mean; with ``before``, what is not said stays as it was there.

    Raises Misread for what cannot be read or does not go together, Refused where `--until` leaves
    no occurrence.
    """
    _refuse_mixed(said, before)
    start = session.when(said.start, dates.Tense.AHEAD).begins if said.start else session.today
    once = said.every is None and (before is None or before.once)
    terms = (_once if once else _recurring)(session, said, start, before)
    # New terms change when a promise is due, not when it began.
    return replace(terms, start=before.start) if before else terms


def _refuse_mixed(said: Said, before: Terms | None) -> None:
    if said.by and said.every:
        raise Misread(
            "--by promises something once, --every again and again; one promise is one of them.",
            "repairlog commit TEXT… --by fri 18:00\nrepairlog commit TEXT… --every fri --at 18:00",
        )
    recurring = said.every or (before is not None and not before.once)
    if said.by and recurring:
        raise Misread("This is promised again and again, so it has no single --by.", "--every RULE")
    if said.until and not recurring:
        raise Misread(
            "--until ends a promise that recurs; one that is kept once says when with --by.",
            f"repairlog commit TEXT… --by {said.until}",
        )
    if said.times and not recurring:
        raise Misread("--times counts within a week or a month.", "--every week --times 3")
    if said.at and not recurring and not said.by and not (before and before.by):
        raise Misread(
            "--at is the time of a --by or of an --every, and neither is given.",
            f"--by today --at {said.at}\n--every weekday --at {said.at}",
        )


def _once(session: Session, said: Said, start: date, before: Terms | None) -> Terms:
    by = before.by if before else None
    at = before.at if before else None
    if said.by:
        due = session.when(said.by, dates.Tense.AHEAD)
        if due.at and said.at:
            raise Misread(
                f"--by {said.by} has a time already, and --at {said.at} gives another.",
                f"--by {due.day} --at {said.at}",
            )
        by, at = due.day, None
        if due.at:
            # Its own day: a night's minute that DST skips may have moved into the next one.
            by = session.calendar.day_of(due.at)
            at = due.at.time().replace(second=0, microsecond=0)
    if said.at:
        at = dates.read_time(said.at)
    if by and by < start:
        raise Refused(
            f"--by {day_text(by, session.now)} is before --from {day_text(start, session.now)}; "
            "nothing was written.",
            "Give a later --by, or an earlier --from.",
        )
    return Terms(start=start, by=by, at=at)


def _recurring(session: Session, said: Said, start: date, before: Terms | None) -> Terms:
    terms = before or Terms(start=start)
    if said.every:
        rule, times = recurrence.read_rule(said.every, start, session.calendar)
        if times and said.times:
            raise Misread(
                f"--every {quoted(said.every)} says how many times already.",
                f"--every {rule.words} --times {said.times}",
            )
        terms = replace(
            terms, every=rule.words, rrule=rule.rrule, whole=rule.whole, times=times or 1
        )
    terms = replace(terms, start=start, at=_at(said, terms), times=_times(said, terms))
    if said.until:
        terms = replace(terms, until=session.ahead(said.until))
    if terms.until is not None:
        _refuse_empty(session, terms)
    return terms


def _at(said: Said, terms: Terms) -> time | None:
    return dates.read_time(said.at) if said.at else terms.at


def _times(said: Said, terms: Terms) -> int:
    if said.times is None:
        return terms.times
    try:
        times = int(said.times)
    except ValueError:
        times = 0
    if not 1 <= times <= MOST_TIMES:
        raise Misread(
            f"--times {quoted(said.times)} is not a number from 1 to {MOST_TIMES}.",
            "--every week --times 3",
        )
    if terms.whole not in ("week", "month"):
        raise Misread(
            f"--times counts within a week or a month, not with --every {terms.every}.",
            f"--every week --times {times}",
        )
    return times


def _refuse_empty(session: Session, terms: Terms) -> None:
    assert terms.until is not None
    segment = opening(terms, terms.start, session.now, session.calendar)
    first = next(segment.days(segment.first), None)
    whole = terms.whole in ("week", "month")
    last = terms.until
    if segment.first > last or (not whole and (first is None or first > last)):
        first_text = f"the first is {day_text(first, session.now)}" if first else "there is none"
        raise Refused(
            f"--until {day_text(last, session.now)} leaves no occurrence: {first_text}. "
            "Nothing was written.",
            "Give a later --until, or an earlier --from.",
        )
