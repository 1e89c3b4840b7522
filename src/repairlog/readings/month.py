"""A month looked back on, beside the month before it: what was kept, what changed, what was said.

Nothing here is counted by person, and months are compared only where they can be: silence is not
progress (`comparing`). The record holds what the timeline needs for the days of both months, every
cadence and every hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from repairlog.dates import Calendar, Span
from repairlog.kinds.checkins import CADENCES, Checkin
from repairlog.kinds.commitments import Commitment
from repairlog.kinds.repair import Disclosure
from repairlog.kinds.triggers import NO_KIND, TRIGGER_KINDS, Trigger
from repairlog.readings.cadence import given_by, period, periods
from repairlog.readings.comparing import month_before, silent
from repairlog.readings.course import course
from repairlog.readings.events import Event, events
from repairlog.readings.moments import Said, in_order, said
from repairlog.readings.pace import Pace, paces
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record
from repairlog.readings.repair import DisclosureReport, disclosure
from repairlog.readings.scales import Line, lines
from repairlog.readings.standing import reckon_once
from repairlog.readings.timeline import MIDDLE
from repairlog.readings.weekly import BEGINNING, WeekPattern, settled_since, weeks

REACHED = ("reached", "celebrated")
MENDED = ("crossed", "pattern", "steps", "repaired", "mended", "complete", "setback")
CHANGED = (
    *("agreed", "revised", "retired", "adopted", "own", "reworded", "renewed", "ended", "shared"),
    *("renegotiated", "released", "eased", "hold", "slow"),
)
"""Which events of the timeline stand under which heading."""

LOOKED_BACK = {
    "summary": "what changed",
    "keep": "to keep",
    "challenging": "what weighs",
    "need": "needed",
}
"""What a monthly check-in says, by the name of its field."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What fell due in a month and is settled, of all commitments together. ``unsaid``: nothing
    was said of it yet."""

    on_time: int
    late: int
    owned: int
    unsaid: int

    @property
    def done(self) -> int:
        return self.on_time + self.late

    @property
    def settled(self) -> int:
        return self.done + self.owned + self.unsaid

    @property
    def silent(self) -> bool:
        """Whether nothing was said of all that was settled; that is no verdict on it."""
        return self.settled > 0 and self.unsaid == self.settled

    @property
    def rate(self) -> float | None:
        """The share that was done; None while nothing is settled."""
        return self.done / self.settled if self.settled else None


@dataclass(frozen=True, slots=True)
class Triggered:
    """The triggers of a month by kind ("no kind" last), and how strong they were on average, 0
    to 10, where that was said."""

    counts: tuple[tuple[str, int], ...]
    intensity: float | None

    @property
    def count(self) -> int:
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True)
class Checkins:
    """The check-ins of one cadence in a month, of both together. ``looked_for`` counts the agreed
    periods that are over or held, eased ones aside; of these were ``held`` so many, and so many
    ``on_time``. Both are None where no cadence was agreed: then ``held`` counts what there was."""

    cadence: str
    held: int
    on_time: int | None
    looked_for: int | None


@dataclass(frozen=True, slots=True)
class Side:
    """What can be counted of one month."""

    month: Span
    kept: Kept
    triggers: Triggered
    checkins: tuple[Checkins, ...]
    told: int

    def of(self, cadence: str) -> Checkins | None:
        """Its check-ins of one cadence."""
        return next((one for one in self.checkins if one.cadence == cadence), None)


@dataclass(frozen=True, slots=True)
class LookedBack:
    """A monthly check-in: whose, and what it says under which label."""

    by: str
    day: date
    words: tuple[tuple[str, Said], ...]


@dataclass(frozen=True, slots=True)
class MonthReport:
    """One month as of a moment. ``before`` is None where the journal began later than that month;
    ``partly`` is the day in it on which it began. ``silent`` says who logs triggers and wrote too
    little in one of the two months to compare them; none: they are compared."""

    month: Span
    as_of: datetime
    today: date
    people: tuple[str, ...]
    began: date
    here: Side
    before: Side | None
    quiet: bool
    silent: tuple[tuple[str, Span], ...]
    weeks: tuple[WeekPattern, ...]
    paces: tuple[Pace, ...]
    reached: tuple[Event, ...]
    changed: tuple[Event, ...]
    mended: tuple[Event, ...]
    disclosures: tuple[DisclosureReport, ...]
    scales: tuple[Line, ...]
    looked_back: tuple[LookedBack, ...]

    @property
    def over(self) -> bool:
        """Whether the month has ended."""
        return self.today > self.month.last

    @property
    def partly(self) -> date | None:
        """The day of the month before on which the journal began, if it was not its first."""
        before = self.before
        return self.began if before and self.began > before.month.first else None

    @property
    def unreviewed(self) -> tuple[Span, ...]:
        """The weeks that were not reviewed."""
        return tuple(week.days for week in self.weeks if week.reviewed is False)


def which_month(calendar: Calendar, today: date, began: date) -> Span:
    """The month that ended last or ends today, else the running one (also where the journal had
    not begun before it)."""
    running = calendar.month_of(today)
    before = month_before(calendar, running)
    return running if today == running.last or before.last < began else before


def month_report(
    record: Record, settings: Settings, now: datetime, month: Span, began: date
) -> MonthReport:
    """The report of one month as of ``now``; ``began`` is the day of the journal's first entry."""
    calendar = settings.calendar
    today = calendar.day_of(now)
    before = month_before(calendar, month)
    settled = _settled(record, settings, now, Span(before.first, month.last))
    told = sorted(events(record, settings, now), key=lambda event: event.day or date.max)
    here = [event for event in told if event.day and event.day in month and event.day <= today]
    days = Span(month.first, min(month.last, today))
    patterns = tuple(w for w in weeks(record, settings, now, days) if _middle(w) in month)
    compared = before.last >= began
    return MonthReport(
        month=month,
        as_of=now,
        today=today,
        people=settings.people,
        began=began,
        here=_side(record, settings, today, month, settled),
        before=_side(record, settings, today, before, settled) if compared else None,
        quiet=not any(i.day in month and not isinstance(i.body, BEGINNING) for i in record),
        silent=silent(record, before, month) if compared else (),
        weeks=patterns,
        paces=paces(record, today),
        reached=tuple(event for event in here if event.sort in REACHED),
        changed=tuple(event for event in here if event.sort in CHANGED),
        mended=tuple(event for event in here if event.sort in MENDED),
        disclosures=tuple(_disclosures(record, settings, month)),
        scales=lines(record, settings.people, [week.days for week in patterns]),
        looked_back=tuple(_looked_back(record, month)),
    )


def _middle(week: WeekPattern) -> date:
    """A week belongs to the month that has most of its days."""
    return week.days.first + MIDDLE


def _side(
    record: Record,
    settings: Settings,
    today: date,
    month: Span,
    settled: Sequence[tuple[date, str]],
) -> Side:
    told = sum(one.told_on in month for one in _all_disclosures(record, settings))
    return Side(
        month=month,
        kept=_kept(standing for day, standing in settled if day in month),
        triggers=_triggered(record, month),
        checkins=tuple(_checkins(record, settings, today, month)),
        told=told,
    )


# -- kept ----------------------------------------------------------------------------------------


def _settled(
    record: Record, settings: Settings, now: datetime, days: Span
) -> list[tuple[date, str]]:
    """What is settled of these days, and what was promised once, is past its day, and nothing
    was said of it."""
    found = settled_since(record, settings, now, days)
    for item in record.of(Commitment):
        path = course(record, item, settings)
        if path.made and path.once:
            standing = reckon_once(path, now)
            if standing.standing == "overdue" and standing.due:
                found.append((standing.due, "overdue"))
    return found


def _kept(standings: Iterable[str]) -> Kept:
    counts = Counter(standings)
    unsaid = counts["missed"] + counts["overdue"]
    return Kept(counts["kept"], counts["late"], counts["owned"], unsaid)


# -- triggers ------------------------------------------------------------------------------------


def _triggered(record: Record, month: Span) -> Triggered:
    found = [item.body for item in record.of(Trigger) if item.day in month]
    bodies = [body for body in found if isinstance(body, Trigger)]
    sorts = [body.sort for body in bodies]
    counts = [(sort, sorts.count(sort)) for sort in TRIGGER_KINDS]
    other = sum(sort not in TRIGGER_KINDS for sort in sorts)
    felt = [body.intensity for body in bodies if body.intensity is not None]
    return Triggered(
        counts=(*counts, (NO_KIND, other)) if other else tuple(counts),
        intensity=sum(felt) / len(felt) if felt else None,
    )


# -- check-ins -----------------------------------------------------------------------------------


def _checkins(record: Record, settings: Settings, today: date, month: Span) -> Iterator[Checkins]:
    """Each cadence that was held or agreed in the month; a week belongs to the month in which it
    ends."""
    for cadence in CADENCES:
        agreed = list(periods(record, settings, today, cadence, month))
        spans = {(one.who, one.days) for one in agreed}
        beside = _held(record, settings, cadence, month) - spans
        over = [one for one in agreed if one.standing not in ("open", "eased")]
        if over:
            in_time = sum(one.standing == "kept" for one in over)
            yield Checkins(cadence, sum(one.held for one in over), in_time, len(over))
        elif beside:
            yield Checkins(cadence, len(beside), None, None)


def _held(record: Record, settings: Settings, cadence: str, month: Span) -> set[tuple[str, Span]]:
    """The days, weeks or months that end in the month, or are still running in it, for which
    somebody held one."""
    found = set()
    for who in {item.by for item in record.of(Checkin)}:
        for item in given_by(record, who, cadence):
            span = period(settings.calendar, cadence, item.day)
            if span.last in month:
                found.add((who, span))
    return found


# -- what was told, and looked back on -----------------------------------------------------------


def _all_disclosures(record: Record, settings: Settings) -> Iterator[DisclosureReport]:
    for item in record.of(Disclosure):
        yield disclosure(record, item, settings)


def _disclosures(record: Record, settings: Settings, month: Span) -> Iterator[DisclosureReport]:
    """Those told in the month, and those of before that were received in it."""
    for one in _all_disclosures(record, settings):
        if one.told_on in month or (one.received and one.received.day in month):
            yield one


def _looked_back(record: Record, month: Span) -> Iterator[LookedBack]:
    """The monthly check-ins of the month, as they came."""
    for item in in_order([i for i in record.of(Checkin) if i.day in month]):
        if isinstance(item.body, Checkin) and item.body.cadence == "monthly":
            words = tuple(_words(item, item.body))
            if words:
                yield LookedBack(item.by, item.day, words)


def _words(item: Item, body: Checkin) -> Iterator[tuple[str, Said]]:
    for name, label in LOOKED_BACK.items():
        if text := getattr(body, name):
            yield label, said(item, text)
