"""Today's page: what is due now, what waits for an answer, the next check-in, one shared thing.

The record holds everything that is open with all about it (a commitment's deliveries since its
checkpoint), what repairs were done in the last days, the check-ins of two months, shared moments,
and every hold and slow pace.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from repairlog.dates import Calendar
from repairlog.kinds.checkins import CADENCES, Checkin
from repairlog.kinds.commitments import Commitment
from repairlog.kinds.conversations import Talk
from repairlog.kinds.moments import Moment
from repairlog.kinds.triggers import Trigger
from repairlog.readings.cadence import period
from repairlog.readings.conversations import rounds
from repairlog.readings.course import course
from repairlog.readings.moments import Said, clearing, place_of, spoken
from repairlog.readings.pace import Pace, paces
from repairlog.readings.people import Settings
from repairlog.readings.proposals import proposed
from repairlog.readings.record import Record
from repairlog.readings.standing import Checkpoint, Standing, reckon
from repairlog.readings.triggers import trigger
from repairlog.readings.waiting import waiting

DAY = timedelta(days=1)
NEWS = timedelta(days=3)
"""For so long a repair that was done is told of, unasked."""
STALE = timedelta(days=7)
"""After so long a repair without a date, of which nothing was said, comes up by itself."""
STILL_BACK = timedelta(hours=3)
"""For so long after its end a pause is shown, while the trigger is not called settled."""


@dataclass(frozen=True, slots=True)
class Due:
    """A promise that is due: whose, its words (None: erased), by when.

    ``left``: how many times are still to be done, where it is several times a week or month.
    ``over``: its day is past, and it can still be done.
    """

    ref: str
    who: str
    text: str | None
    day: date
    deadline: datetime
    left: int
    over: bool


@dataclass(frozen=True, slots=True)
class Mending:
    """A repair: done on a day, or waiting without a word since it was promised."""

    ref: str
    who: str
    text: str | None
    since: date
    done: date | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for an answer: what it is, whose answer, and the command that gives it
    ("agree", "answer", "confirm", "talk heard", "trigger meant")."""

    ref: str
    by: str
    asks: str
    text: str | None
    day: date
    command: str


@dataclass(frozen=True, slots=True)
class Back:
    """A pause after a trigger: who is back, and when; ``over``: that time has come."""

    ref: str
    who: str
    at: datetime
    over: bool


@dataclass(frozen=True, slots=True)
class NextCheckin:
    """The next check-in: of which cadence, whose, and its last day."""

    cadence: str
    who: str
    day: date


@dataclass(frozen=True, slots=True)
class TodayReport:
    """Today, for one person, or for both where it is not known who looks (``person`` is None)."""

    as_of: datetime
    today: date
    people: tuple[str, ...]
    person: str | None
    paces: tuple[Pace, ...]
    back: tuple[Back, ...]
    due: tuple[Due, ...]
    mending: tuple[Mending, ...]
    waiting: tuple[Waiting, ...]
    checkin: NextCheckin | None
    shared: Said | None

    @property
    def slow(self) -> Pace | None:
        """The slow pace that holds: while it does, nothing prompts."""
        return next((pace for pace in self.paces if pace.kind == "slow"), None)


def today_report(
    record: Record,
    settings: Settings,
    now: datetime,
    person: str | None,
    checkpoints: Mapping[str, Checkpoint] | None = None,
) -> TodayReport:
    """What today holds, as of ``now`` (aware)."""
    today = settings.calendar.day_of(now)
    standings = [
        reckon(course(record, item, settings), now, (checkpoints or {}).get(item.uid))
        for item in record.of(Commitment)
    ]
    return TodayReport(
        as_of=now,
        today=today,
        people=settings.people,
        person=person,
        paces=paces(record, today),
        back=tuple(_back(record, settings, now)),
        due=_due(standings, today, person),
        mending=tuple(_mending(standings, today)),
        waiting=_waiting(record, settings, now, person),
        checkin=_next_checkin(record, settings.calendar, today, person),
        shared=_shared(record, today),
    )


# -- due -----------------------------------------------------------------------------------------


def _due(standings: Iterable[Standing], today: date, person: str | None) -> tuple[Due, ...]:
    """What is due: one's own first, then by the clock."""
    found = [due for standing in standings if (due := _one_due(standing, today))]
    return tuple(sorted(found, key=lambda due: (person not in (None, due.who), due.deadline)))


def _one_due(standing: Standing, today: date) -> Due | None:
    path = standing.course
    if path.once:
        day = standing.due
        if not day or not standing.deadline or standing.standing not in ("open", "overdue"):
            return None
        over = standing.standing == "overdue"
        return (
            _made(standing, day, standing.deadline, 1, over=over) if over or day == today else None
        )
    running = standing.next
    if running is None or not running.window.owns(today):
        return None
    left = running.times - len(running.delivered)
    if left <= (running.day - today).days:
        return None
    return _made(standing, running.day, running.deadline, left, over=False)


def _made(standing: Standing, day: date, deadline: datetime, left: int, *, over: bool) -> Due:
    path = standing.course
    return Due(path.item.ref, path.who, path.text or None, day, deadline, left, over)


def _mending(standings: Iterable[Standing], today: date) -> Iterator[Mending]:
    """Repairs done in the last days, and those that have waited long without a word."""
    for standing in standings:
        path = standing.course
        if path.item.about is None or not path.once:
            continue
        made, done = path.item.day, standing.done
        text = path.text or None
        if done and done.day >= today - NEWS:
            yield Mending(path.item.ref, path.who, text, made, done.day)
        elif standing.standing == "open" and standing.deadline is None:
            last = max([made, *(item.day for item in path.deliveries)])
            if last <= today - STALE:
                yield Mending(path.item.ref, path.who, text, last, None)


# -- waiting -------------------------------------------------------------------------------------


def _waiting(
    record: Record, settings: Settings, now: datetime, person: str | None
) -> tuple[Waiting, ...]:
    """What waits for this person's answer (for anyone's, where it is not known who looks), the
    oldest first."""
    found = [*_proposals(record, settings, now), *_unanswered(record, settings)]
    found += [*_unmeant(record, settings, now), *_unconfirmed(record, settings)]
    mine = [one for one in found if person in (None, one.asks)]
    return tuple(sorted(mine, key=lambda one: one.day))


def _proposals(record: Record, settings: Settings, now: datetime) -> Iterator[Waiting]:
    for item in waiting(record, settings.partner_since):
        if asks := settings.other(item.by):
            what = proposed(record, item, now)
            yield Waiting(item.ref, item.by, asks, what, item.day, "agree")


def _unanswered(record: Record, settings: Settings) -> Iterator[Waiting]:
    for item in record.of(Moment):
        asks = settings.other(item.by)
        open_still = not clearing(record, item, settings)
        if place_of(item.body) == "challenging" and asks and open_still:
            text = None if item.erased else spoken(record, item).text
            yield Waiting(item.ref, item.by, asks, text, item.day, "answer")


def _unmeant(record: Record, settings: Settings, now: datetime) -> Iterator[Waiting]:
    for item in record.of(Trigger):
        one = trigger(record, item, settings, now)
        if one.asked:
            text = None if one.erased else one.text
            yield Waiting(one.ref, one.by, one.asked, text, one.day, "trigger meant")


def _unconfirmed(record: Record, settings: Settings) -> Iterator[Waiting]:
    """What was heard of a person and waits for their word; and what they put right, for the other
    to say again what they hear."""
    for talk in record.of(Talk):
        for one in rounds(record, talk, settings):
            if one.asks == one.speaker and one.asks:
                yield Waiting(one.ref, one.by, one.asks, one.heard, one.day, "confirm")
            elif one.asks and one.answer:
                word = one.answer
                yield Waiting(
                    one.ref, word.by, one.asks, word.text or None, word.day, "talk heard"
                )


def _back(record: Record, settings: Settings, now: datetime) -> Iterator[Back]:
    for item in record.of(Trigger):
        one = trigger(record, item, settings, now)
        if one.back is None or (one.settled and one.back <= now):
            continue
        if one.back > now - STILL_BACK:
            yield Back(one.ref, one.by, one.back, one.back <= now)


# -- check-ins, and what is shared ---------------------------------------------------------------


def _next_checkin(
    record: Record, calendar: Calendar, today: date, person: str | None
) -> NextCheckin | None:
    """The next of the check-ins that this person holds, whatever its cadence."""
    held: dict[tuple[str, str], date] = {}
    for item in record.of(Checkin):
        if isinstance(item.body, Checkin) and person in (None, item.by):
            key = item.body.cadence, item.by
            held[key] = max(held.get(key, item.day), item.day)
    found = [
        NextCheckin(cadence, who, _next_day(calendar, cadence, last, today))
        for (cadence, who), last in held.items()
    ]
    return min(found, key=lambda one: (one.day, CADENCES.index(one.cadence)), default=None)


def _next_day(calendar: Calendar, cadence: str, last: date, today: date) -> date:
    running = period(calendar, cadence, today)
    return period(calendar, cadence, running.last + DAY).last if last in running else running.last


def _shared(record: Record, today: date) -> Said | None:
    """One of what both hold dear: another each day, in turn, the same for whoever looks."""
    known = [i for i in record.of(Moment) if place_of(i.body) == "shared" and not i.erased]
    return spoken(record, known[today.toordinal() % len(known)]) if known else None


# -- as JSON -------------------------------------------------------------------------------------


def as_json(report: TodayReport) -> dict[str, Any]:
    """What `repairlog --json` prints."""
    return {
        "as_of": report.as_of.isoformat(timespec="seconds"),
        "day": report.today.isoformat(),
        "person": report.person,
        "pace": [_pace_json(pace) for pace in report.paces],
        "back": [_back_json(one) for one in report.back],
        "due": [_due_json(due) for due in report.due],
        "repairs": [_mending_json(one) for one in report.mending],
        "waiting": [_waiting_json(one) for one in report.waiting],
        "checkin": _checkin_json(report.checkin) if report.checkin else None,
        "shared": _shared_json(report.shared) if report.shared else None,
    }


def _pace_json(pace: Pace) -> dict[str, Any]:
    until = pace.until.isoformat()
    return {"kind": pace.kind, "by": pace.by, "until": until, "refs": list(pace.refs)}


def _back_json(one: Back) -> dict[str, Any]:
    at = one.at.isoformat(timespec="minutes")
    return {"ref": one.ref, "who": one.who, "at": at, "over": one.over}


def _due_json(due: Due) -> dict[str, Any]:
    return {
        "ref": due.ref,
        "who": due.who,
        "what": due.text,
        "day": due.day.isoformat(),
        "deadline": due.deadline.isoformat(timespec="minutes"),
        "left": due.left,
        "over": due.over,
    }


def _mending_json(one: Mending) -> dict[str, Any]:
    return {
        "ref": one.ref,
        "who": one.who,
        "what": one.text,
        "since": one.since.isoformat(),
        "done": one.done.isoformat() if one.done else None,
    }


def _waiting_json(one: Waiting) -> dict[str, Any]:
    return {
        "ref": one.ref,
        "by": one.by,
        "asks": one.asks,
        "what": one.text,
        "day": one.day.isoformat(),
        "command": f"repairlog {one.command} {one.ref}",
    }


def _checkin_json(one: NextCheckin) -> dict[str, Any]:
    return {"cadence": one.cadence, "who": one.who, "day": one.day.isoformat()}


def _shared_json(one: Said) -> dict[str, Any]:
    return {"ref": one.ref, "kind": one.kind, "by": one.by, "text": one.text}
