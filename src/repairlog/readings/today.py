"""Today's page: what is due now, what waits for an answer, the next check-in, one shared thing.

The record holds everything that is open with all about it (a commitment's deliveries since its
checkpoint), what repairs were done or told of in the last days, the check-ins of two months and
every rule, response and cadence that was agreed, shared moments, and every hold and slow pace.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from repairlog.dates import Span, after
from repairlog.kinds.boundaries import Crossing
from repairlog.kinds.checkins import CADENCES
from repairlog.kinds.commitments import Commitment
from repairlog.kinds.conversations import Talk
from repairlog.kinds.moments import Moment
from repairlog.kinds.repair import Disclosure
from repairlog.kinds.triggers import Trigger
from repairlog.readings.boundaries import boundaries
from repairlog.readings.cadence import AHEAD, Cadences, given_by, period
from repairlog.readings.consent import Word, consents
from repairlog.readings.conversations import rounds
from repairlog.readings.course import course
from repairlog.readings.in_force import Term, due, terms
from repairlog.readings.moments import Said, clearing, place_of, spoken
from repairlog.readings.pace import Pace, paces
from repairlog.readings.people import Settings
from repairlog.readings.progress import Mending, mendings
from repairlog.readings.proposals import proposed
from repairlog.readings.record import Record
from repairlog.readings.repair import disclosure
from repairlog.readings.standing import Checkpoint, Standing, reckon
from repairlog.readings.triggers import trigger
from repairlog.readings.waiting import waiting

DAY = timedelta(days=1)


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
    """A pause after a trigger that has not settled: who is back, and when; ``over``: that time
    has come."""

    ref: str
    who: str
    at: datetime
    over: bool


@dataclass(frozen=True, slots=True)
class Crossed:
    """A crossing that has no step yet: of which boundary, its words (None: erased), and when.
    Either of the two may act, so it is shown to both."""

    ref: str
    boundary: str
    text: str | None
    day: date


@dataclass(frozen=True, slots=True)
class NextCheckin:
    """The next check-in: of which cadence, whose, and its last day.

    ``by`` is its naive wall-clock time on that day, where one is agreed; ``over`` says that this
    is past, and there is still time to hold it.
    """

    cadence: str
    who: str
    day: date
    by: datetime | None = None
    over: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """A backup that is wanted: the day of the last one (None: there is none yet)."""

    last: date | None


def copy_wanted(last: date | None, began: date, today: date, after: int) -> Copy | None:
    """Whether the last copy is older than agreed, or the journal that has none yet."""
    return Copy(last) if after and (today - (last or began)).days >= after else None


@dataclass(frozen=True, slots=True)
class TodayReport:
    """Today, for one person, or for both where it is not known who looks (``person`` is None)."""

    as_of: datetime
    today: date
    people: tuple[str, ...]
    person: str | None
    paces: tuple[Pace, ...]
    back: tuple[Back, ...]
    crossed: tuple[Crossed, ...]
    due: tuple[Due, ...]
    mending: tuple[Mending, ...]
    waiting: tuple[Waiting, ...]
    again: tuple[Term, ...]
    checkin: NextCheckin | None
    shared: Said | None
    copy: Copy | None = None
    took_back: tuple[Word, ...] = ()

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
    held = paces(record, today)
    lately = consents(record, settings, now).took_back(Span(today - TOLD, today))
    return TodayReport(
        as_of=now,
        today=today,
        people=settings.people,
        person=person,
        paces=held,
        back=_back(record, settings, now),
        crossed=tuple(_crossed(record, settings, now)),
        due=_due([one for one in standings if not _is_held(one, held)], today, person),
        mending=mendings(record, settings, now, person, standings),
        waiting=_waiting(record, settings, now, person),
        again=due(terms(record, settings, now)),
        checkin=_next_checkin(record, settings, now, person),
        shared=_shared(record, today),
        took_back=tuple(word for word in lately if word.who != person),
    )


TOLD = timedelta(days=6)
"""For so many days after it the other is told that a yes to going on together was taken back."""


def _is_held(standing: Standing, held: Iterable[Pace]) -> bool:
    """Whether the promise is held today, the hold's last day among them: then it is not due."""
    ref = standing.course.item.ref
    return any(pace.kind == "hold" and (not pace.refs or ref in pace.refs) for pace in held)


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


# -- waiting -------------------------------------------------------------------------------------


def _waiting(
    record: Record, settings: Settings, now: datetime, person: str | None
) -> tuple[Waiting, ...]:
    """What waits for this person's answer (for anyone's, where it is not known who looks), the
    oldest first."""
    found = [*_proposals(record, settings, now), *_unanswered(record, settings)]
    found += [*_unmeant(record, settings, now), *_unconfirmed(record, settings)]
    found += _unreceived(record, settings)
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
                yield Waiting(one.ref, word.by, one.asks, word.text or None, word.day, "talk heard")


def _unreceived(record: Record, settings: Settings) -> Iterator[Waiting]:
    """What was told unasked, and waits for the word that it was received."""
    for item in record.of(Disclosure):
        one = disclosure(record, item, settings)
        if one.asks:
            text = None if one.erased else one.text
            yield Waiting(one.ref, one.by, one.asks, text, one.told_on, "acknowledge")


def _back(record: Record, settings: Settings, now: datetime) -> tuple[Back, ...]:
    """The pauses of triggers that have not settled: those that still run by the clock, then those
    whose time has come, the latest first."""
    found = [
        Back(one.ref, one.by, one.back, one.back <= now)
        for one in (trigger(record, item, settings, now) for item in record.of(Trigger))
        if one.back is not None and one.settled is None
    ]
    running = sorted((one for one in found if not one.over), key=lambda one: one.at)
    over = sorted((one for one in found if one.over), key=lambda one: one.at, reverse=True)
    return (*running, *over)


def _crossed(record: Record, settings: Settings, now: datetime) -> Iterator[Crossed]:
    """The crossings that nothing is planned for yet, the latest first."""
    if not record.of(Crossing):
        return
    for report in boundaries(record, settings, now):
        for one in reversed(report.unrepaired):
            if not one.planned and not report.retired:
                text = None if one.crossed.erased else one.crossed.text
                yield Crossed(one.ref, report.ref, text, one.day)


# -- check-ins, and what is shared ---------------------------------------------------------------


def _next_checkin(
    record: Record, settings: Settings, now: datetime, person: str | None
) -> NextCheckin | None:
    """The next of the check-ins that were agreed, or that this person holds, whatever its
    cadence."""
    known = Cadences(record, settings, settings.calendar.day_of(now))
    found = [
        coming
        for cadence in CADENCES
        for who in ([person] if person else settings.people)
        if (coming := _coming(known, cadence, who, now))
    ]
    return min(found, key=lambda one: (one.day, CADENCES.index(one.cadence)), default=None)


def _coming(known: Cadences, cadence: str, who: str, now: datetime) -> NextCheckin | None:
    given = given_by(known.record, who, cadence)
    agreed = known.coming(cadence, who, given)
    if agreed:
        by = agreed.deadline if agreed.at else None
        return NextCheckin(cadence, who, agreed.days.last, by, after(now, agreed.deadline))
    last = max((item.day for item in given), default=None)
    running = period(known.settings.calendar, cadence, known.today)
    asks = not (known.agreed(cadence, who, running) or known.ended(cadence, running))
    day = _next_day(known, cadence, last) if last and asks else None
    return NextCheckin(cadence, who, day) if day else None


def _next_day(known: Cadences, cadence: str, last: date) -> date | None:
    """The last day of the period in which the habit asks next; nothing is asked in a hold."""
    calendar = known.settings.calendar
    span = period(calendar, cadence, known.today)
    if last in span:
        span = period(calendar, cadence, span.last + DAY)
    while known.eased(span):
        if span.first > known.today + AHEAD:
            return None
        span = period(calendar, cadence, span.last + DAY)
    return span.last


def _shared(record: Record, today: date) -> Said | None:
    """One of what both hold dear: another each day, in turn, the same for whoever looks."""
    known = [i for i in record.of(Moment) if place_of(i.body) == "shared" and not i.erased]
    return spoken(record, known[today.toordinal() % len(known)]) if known else None
