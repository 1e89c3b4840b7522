"""The commitment ledger: every promise, how it stands, and how the last four weeks went.

The record holds each commitment with all about it (since its checkpoint), what it repairs and
what that is about, and every hold and slow pace.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from repairlog.dates import Calendar, Span
from repairlog.kinds.commitments import Commitment, Terms
from repairlog.readings.course import Course, course
from repairlog.readings.pace import Pace, paces
from repairlog.readings.people import Settings
from repairlog.readings.proposals import proposed
from repairlog.readings.record import Item, Record
from repairlog.readings.standing import SETTLED, Checkpoint, Occurrence, Standing, Tally, reckon
from repairlog.readings.steps import project_of, repairs
from repairlog.readings.waiting import waiting

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
LINGERS = timedelta(days=27)
"""What came to its end stays on the page for 28 days, counting its last."""
PATTERN, CURVE, LONGEST_CURVE = 4, 8, 16
"""How many weeks the pattern and the steadiness curve show; in a window the curve may be longer."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What a commitment is tied to: a reference, the kind of thing it is, and its day."""

    ref: str
    kind: str
    day: date


@dataclass(frozen=True, slots=True)
class Week:
    """One week of a pattern: its days, and the occurrences that fall on them."""

    days: Span
    occurrences: tuple[Occurrence, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One commitment: how it stands, its pattern, and the steadiness at the end of each week.

    ``repairs`` is what it is tied to as its repair, ``project`` the joint project that it is a step
    of. ``due`` is the day of a once commitment's deadline, pauses counted in. ``closed`` is the day
    on which it came to its end, None while it binds. ``occurrences`` are those of the window
    asked for, None where none was.
    """

    standing: Standing
    pattern: tuple[Week, ...]
    steadiness: tuple[float, ...]
    repairs: Tie | None
    project: Tie | None
    due: date | None
    closed: date | None
    occurrences: tuple[Occurrence, ...] | None

    @property
    def course(self) -> Course:
        return self.standing.course

    @property
    def ref(self) -> str:
        return self.course.item.ref

    @property
    def who(self) -> str:
        return self.course.who

    @property
    def text(self) -> str | None:
        """The promise in its person's words, None once they were erased."""
        return self.course.text or None

    @property
    def terms(self) -> Terms:
        return self.course.terms

    def count(self, *standings: str) -> int:
        """How many occurrences of the pattern stand so."""
        return sum(o.standing in standings for week in self.pattern for o in week.occurrences)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposal about a promise that nobody has answered: what it would change, by whom it was
    proposed, and who is asked."""

    ref: str
    by: str
    day: date
    what: str
    asks: str | None


@dataclass(frozen=True, slots=True)
class LedgerReport:
    """The ledger at a moment; ``at_end``: in the last second of its day. ``window`` is what
    `--since` and `--until` named, if they did."""

    as_of: datetime
    today: date
    at_end: bool
    alone: bool
    window: Span | None
    weeks: tuple[Span, ...]
    lines: tuple[Line, ...]
    waiting: tuple[Waiting, ...]
    paces: tuple[Pace, ...]

    @property
    def each_time(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if not line.course.once)

    @property
    def once(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.course.once)


@dataclass(frozen=True, slots=True)
class _View:
    """What was asked for, and the days that it means."""

    today: date
    since: date | None
    until: date | None
    weeks: tuple[Span, ...]
    open_only: bool
    everything: bool

    @property
    def windowed(self) -> bool:
        return self.since is not None or self.until is not None


def ledger(
    record: Record,
    settings: Settings,
    now: datetime,
    checkpoints: Mapping[str, Checkpoint],
    *,
    who: str | None = None,
    open_only: bool = False,
    everything: bool = False,
    since: date | None = None,
    until: date | None = None,
) -> LedgerReport:
    """Every promise that binds, or came to its end in the last four weeks.

    ``who``: one person's only. ``open_only``: without what came to its end. ``everything``: with
    all that ever did. ``since`` and ``until``: what bound in those days, with the occurrences that
    fall in them; their records come whole, without checkpoints.
    """
    calendar = settings.calendar
    today = calendar.day_of(now)
    view = _View(today, since, until, _weeks(calendar, today, since, until), open_only, everything)
    lines = []
    for item in record.of(Commitment):
        standing = reckon(course(record, item, settings), now, checkpoints.get(item.uid))
        line = _line(record, standing, checkpoints.get(item.uid), view)
        if _belongs(line, view) and who in (None, line.who):
            lines.append(line)
    return LedgerReport(
        as_of=now,
        today=today,
        at_end=calendar.end_of(today) - now.replace(tzinfo=None) <= timedelta(seconds=1),
        alone=settings.alone,
        window=Span(since or view.weeks[0].first, until or today) if view.windowed else None,
        weeks=view.weeks,
        lines=tuple(lines),
        waiting=tuple(_waiting(record, settings, now, who)),
        paces=paces(record, today),
    )


# -- which days, and which promises --------------------------------------------------------------


def _weeks(
    calendar: Calendar, today: date, since: date | None, until: date | None
) -> tuple[Span, ...]:
    """The journal's weeks of the pattern, the latest one last."""
    last = calendar.week_of(min(until or today, today))
    first = calendar.week_of(since) if since else last.moved((1 - PATTERN) * WEEK)
    count = max((last.first - first.first).days // 7, 0)
    return tuple(last.moved(-number * WEEK) for number in range(count, -1, -1))


def _belongs(line: Line, view: _View) -> bool:
    made = line.course.made
    if made is None:
        return False
    if view.open_only:
        return line.closed is None
    if view.everything:
        return True
    if not view.windowed:
        return line.closed is None or line.closed >= view.today - LINGERS
    begun = made.day <= (view.until or view.today)
    return begun and (line.closed is None or line.closed >= (view.since or date.min))


def _closed(standing: Standing) -> date | None:
    """The day on which a promise came to its end; an owned one may still be kept."""
    path = standing.course
    match standing.standing:
        case "released":
            return path.released.day if path.released else None
        case "ended":
            return path.terms.until
        case "kept" | "late":
            return standing.done.day if standing.done else None
        case "owned":
            return path.misses[-1].day
    return None


# -- one promise ---------------------------------------------------------------------------------


def _line(record: Record, standing: Standing, checkpoint: Checkpoint | None, view: _View) -> Line:
    known = (*standing.occurrences, *standing.ahead)
    return Line(
        standing=standing,
        pattern=tuple(_pattern(known, view)),
        steadiness=tuple(_curve(standing, checkpoint, view)),
        repairs=_tie(record, repairs(record, standing.course.item)),
        project=_tie(record, project_of(record, standing.course.item)),
        due=standing.due,
        closed=_closed(standing),
        occurrences=_asked_for(known, view) if view.windowed else None,
    )


def _pattern(known: Iterable[Occurrence], view: _View) -> Iterable[Week]:
    """Each week with its occurrences. What is settled before its day comes, and falls after the
    last week, stands at that week's end."""
    last = view.weeks[-1].last
    first, end = view.since or date.min, view.until or date.max
    shown = [
        (min(o.day, last), o)
        for o in known
        if first <= o.day <= end and (o.day <= last or o.standing in SETTLED)
    ]
    for week in view.weeks:
        yield Week(week, tuple(o for day, o in shown if day in week))


def _curve(standing: Standing, checkpoint: Checkpoint | None, view: _View) -> Iterable[float]:
    """The steadiness at the end of each week in which there was any to speak of."""
    tally = checkpoint.tally if checkpoint else Tally()
    rest = list(standing.occurrences)
    last = view.weeks[-1]
    count = min(len(view.weeks), LONGEST_CURVE) if view.windowed else CURVE
    for back in range(count - 1, -1, -1):
        week = last.moved(-back * WEEK)
        while rest and rest[0].day <= week.last:
            occurrence = rest.pop(0)
            decay = standing.course.decay(occurrence.window.segment)
            tally = tally.with_next(occurrence, decay)
        if tally.settled:
            yield tally.steadiness


def _asked_for(known: Iterable[Occurrence], view: _View) -> tuple[Occurrence, ...]:
    """The occurrences whose day is in the window; with no end named, the running one too."""
    first, last = view.since or date.min, view.until or view.today
    return tuple(
        o
        for o in known
        if first <= o.day <= last or (view.until is None and o.window.owns(view.today))
    )


def _tie(record: Record, above: Item | None) -> Tie | None:
    if above is None:
        return None
    return Tie(record.typed(above).ref, above.entry.kind, above.day)


def _waiting(
    record: Record, settings: Settings, now: datetime, who: str | None
) -> Iterable[Waiting]:
    for item in waiting(record, settings.partner_since):
        promise = record.get(item.about)
        if promise is None or not isinstance(promise.body, Commitment):
            continue
        if who in (None, promise.body.who or promise.by):
            yield Waiting(
                ref=item.ref,
                by=item.by,
                day=item.day,
                what=proposed(record, item, now),
                asks=settings.other(item.by),
            )
