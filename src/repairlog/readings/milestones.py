"""Milestones: planned for a day, or reached by the record itself, counted from agreement on.

A condition counts deeds. Silence is none, so an empty stretch reaches nothing.

The record needs each milestone with all about it; for a condition about a commitment, that
commitment with all its deliveries since (no checkpoint); for one about check-ins or disclosures,
all of them with what is about them; for one about triggers, those since the month before, and the
days on which who logs them wrote something (`readings.comparing`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate

from repairlog.dates import Span, day_text, quoted
from repairlog.errors import Misread
from repairlog.kinds.assent import Adoption
from repairlog.kinds.checkins import CADENCES, Checkin
from repairlog.kinds.commitments import Commitment
from repairlog.kinds.milestones import Celebration, Milestone
from repairlog.kinds.repair import Acknowledgement, Disclosure
from repairlog.readings.assent import Bound, at_once, bound, declined
from repairlog.readings.cadence import period
from repairlog.readings.comparing import months_down
from repairlog.readings.course import Course, course
from repairlog.readings.moments import Said, in_order, said
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record
from repairlog.readings.standing import SETTLED, Occurrence, judge, reckon_once
from repairlog.readings.waiting import adopted

FORMS = "c3 kept 30, c3 punctual 7, c3 run 7, checkins weekly 8, disclosures 5, triggers down month"
MEASURES = ("kept", "punctual", "run")

_CONDITION = re.compile(r"(c\d{1,9}|checkins)\s+([a-z]+)\s+(\d{1,5})")
_DISCLOSURES = re.compile(r"disclosures?\s+(\d{1,5})")
TRIGGERS_DOWN = "triggers down month"


@dataclass(frozen=True, slots=True)
class Condition:
    """What has to be so: ``count`` of ``measure`` for ``subject``, a commitment's reference,
    "checkins", "disclosures" (of which there is no other measure) or "triggers".

    ``c3 kept 30``: thirty times kept, in all. ``c3 punctual 7``: seven in a row kept on time.
    ``c3 run 7``: seven in a row kept or late. ``checkins weekly 8``: eight weeks in which
    everyone held one. ``disclosures 5``: five that the other received, each from the day on which
    they said so. ``triggers down month``: a calendar month that is over with fewer triggers than
    the month before it, where the two can be compared.
    """

    subject: str
    measure: str
    count: int

    @property
    def words(self) -> str:
        """The condition as it is typed: ``c3 kept 30``."""
        if self.subject == "triggers":
            return TRIGGERS_DOWN
        return " ".join(filter(None, [self.subject, self.measure, str(self.count)]))

    @property
    def told(self) -> str:
        """The condition as people say it: ``when c3 was kept 30 times``."""
        times, row = _times(self.count), " in a row" if self.count > 1 else ""
        match self.subject, self.measure:
            case "triggers", _:
                return "when a month had fewer triggers than the one before"
            case "disclosures", _:
                return f"when something told unasked was received {times}"
            case "checkins", cadence:
                return f"when the {cadence} check-in was held {times}"
            case ref, "kept":
                return f"when {ref} was kept {times}"
            case ref, "punctual":
                return f"when {ref} was kept on time {times}{row}"
        return f"when {self.subject} was done {times}{row}, on time or late"

    @property
    def in_a_row(self) -> bool:
        """Whether one slip begins the count anew, or there is none: then no page shows how far it
        has come."""
        return self.measure in ("punctual", "run", "down")

    @property
    def of_promise(self) -> bool:
        """Whether it is about a commitment."""
        return self.measure in MEASURES


@dataclass(frozen=True, slots=True)
class MilestoneReport:
    """One milestone as it stands.

    ``planned`` is its day, if it has one. ``agreed`` is the day from which it is both's, or its
    writer's ``own`` (None: it waits, or was ``declined``). ``reached`` is the day on which the
    record met the condition; ``so_far`` how far its count has come. ``celebrated`` holds what was
    said then. ``over`` says how the promise that it counts came to an end, where the record can no
    longer reach it.
    """

    uid: str
    ref: str
    by: str
    day: date
    text: str
    erased: bool
    planned: date | None
    condition: Condition | None
    agreed: date | None
    reached: date | None
    so_far: int
    celebrated: Said | None
    over: str = ""
    declined: bool = False
    own: bool = False


def read_condition(words: str) -> Condition:
    """A condition from its words. Raises Misread, with the forms that work."""
    said = " ".join(words.lower().split())
    if said == TRIGGERS_DOWN:
        return Condition("triggers", "down", 1)
    if (told := _DISCLOSURES.fullmatch(said)) and int(told[1]):
        return Condition("disclosures", "", int(told[1]))
    if match := _CONDITION.fullmatch(said):
        subject, measure, count = match[1], match[2], int(match[3])
        if count and measure in (CADENCES if subject == "checkins" else MEASURES):
            return Condition(subject, measure, count)
    raise Misread(
        f"{quoted(words)} is not something that the record can reach by itself.",
        f"Conditions that work: {FORMS}",
    )


def condition_told(words: str | None) -> str:
    """A stored condition as people say it; nothing where there is none."""
    try:
        return read_condition(words).told if words else ""
    except Misread:  # a newer version knows more of them
        return f"when {words}"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count) or f"{count} times"


def milestones(record: Record, settings: Settings, now: datetime) -> tuple[MilestoneReport, ...]:
    """All milestones of the record, in the order of writing."""
    return tuple(milestone(record, item, settings, now) for item in record.of(Milestone))


def milestone(record: Record, item: Item, settings: Settings, now: datetime) -> MilestoneReport:
    """One milestone as it stands at ``now``."""
    body = item.body
    assert isinstance(body, Milestone)
    agreed = _agreed(record, item, settings)
    condition = read_condition(body.when) if body.when else None
    steps = _steps(record, condition, settings, now, agreed) if condition and agreed else ()
    reached = next((day for day, n in steps if condition and n >= condition.count), None)
    party = next(iter(in_order(record.about(item.uid, Celebration))), None)
    return MilestoneReport(
        uid=item.uid,
        ref=item.ref,
        by=item.by,
        day=item.day,
        text=body.text,
        erased=item.erased,
        planned=body.by,
        condition=condition,
        agreed=agreed.day if agreed else None,
        reached=reached,
        so_far=condition.count if condition and reached else steps[-1][1] if steps else 0,
        celebrated=_celebrated(party) if party else None,
        over="" if reached or not condition else _over(record, condition, settings, now),
        declined=agreed is None and _declined(record, item),
        own=agreed is not None and not adopted(record, item, settings.partner_since),
    )


def over(path: Course, now: datetime) -> str:
    """How a promise came to an end, if it did: then nothing more of it can be counted."""
    today = path.calendar.day_of(now)
    if path.declined:
        return "was declined"
    if path.released:
        return f"was released on {day_text(path.released.day, now)}"
    if path.once and path.deliveries and reckon_once(path, now).done:
        return "is done already"
    if not path.once and path.terms.until and path.terms.until < today:
        return f"ended on {day_text(path.terms.until, now)}"
    return ""


def _over(record: Record, condition: Condition, settings: Settings, now: datetime) -> str:
    if not condition.of_promise:
        return ""
    named = (item for item in record.of(Commitment) if item.ref == condition.subject)
    item = next(named, None)
    return over(course(record, item, settings), now) if item else "was taken back"


def _celebrated(party: Item) -> Said:
    assert isinstance(party.body, Celebration)
    return said(party, party.body.note)


def _agreed(record: Record, item: Item, settings: Settings) -> Bound | None:
    """From when it counts. One that was written while alone stands from its writing."""
    since = settings.partner_since
    if since is None or item.order < since:
        return at_once(item)
    bounds = [bound(record, proposal, since) for proposal in record.about(item.uid, Adoption)]
    return next((agreed for agreed in bounds if agreed), None)


def _declined(record: Record, item: Item) -> bool:
    return any(declined(record, proposal) for proposal in record.about(item.uid, Adoption))


Steps = Sequence[tuple[date, int]]
"""Day by day, how far the count had come."""


def _steps(
    record: Record, condition: Condition, settings: Settings, now: datetime, agreed: Bound
) -> Steps:
    match condition.subject:
        case "checkins":
            held = [item for item in record.of(Checkin) if _since(item, agreed)]
            return _periods(held, condition.measure, settings)
        case "disclosures":
            return _received(record, settings, agreed)
        case "triggers":
            down = months_down(record, agreed.day, settings.calendar, now)
            return [(month.last, 1) for month in down]
    named = (item for item in record.of(Commitment) if item.ref == condition.subject)
    item = next(named, None)
    if item is None:
        return ()
    return _deeds(_deeds_of(record, item, settings, now), condition.measure, agreed)


def _since(item: Item, agreed: Bound) -> bool:
    """Whether it happened after the agreement: by the moment, or where there is none by the day."""
    return item.at >= agreed.at if item.at else item.day >= agreed.day


@dataclass(frozen=True, slots=True)
class _Deed:
    """A settled occurrence, and the delivery that decided it."""

    standing: str
    day: date
    last: Item | None


def _deeds_of(record: Record, item: Item, settings: Settings, now: datetime) -> list[_Deed]:
    path = course(record, item, settings)
    if path.made is None:
        return []
    if path.once:
        standing = reckon_once(path, now)
        return [_Deed(standing.standing, standing.done.day, standing.done)] if standing.done else []
    begun, beyond, _ = judge(path, now)
    return [_deed(o) for o in (*begun, *beyond) if o.standing in SETTLED]


def _deed(occurrence: Occurrence) -> _Deed:
    last = occurrence.delivered[-1] if not occurrence.undelivered else None
    return _Deed(occurrence.standing, occurrence.day, last)


def _deeds(deeds: Iterable[_Deed], measure: str, agreed: Bound) -> Steps:
    """How far the count had come after each deed since the agreement.

    What was kept ahead of its day counts on the day of its delivery, so days are kept in order.
    """
    counted = [d for d in deeds if _counts(d, agreed)]
    met = [_met(deed.standing, measure) for deed in counted]
    sums = accumulate(met, lambda n, one: n + one if measure == "kept" else (n + 1) * one)
    days = accumulate((d.last.day if d.last else d.day for d in counted), max)
    return list(zip(days, sums, strict=True))


def _counts(deed: _Deed, agreed: Bound) -> bool:
    return _since(deed.last, agreed) if deed.last else deed.day >= agreed.day


def _met(standing: str, measure: str) -> int:
    return int(standing == "kept" or (measure == "run" and standing == "late"))


def _periods(held: list[Item], cadence: str, settings: Settings) -> Steps:
    """The days on which the days, weeks or months in which everyone held one became so many."""
    by_period: dict[date, dict[str, date]] = {}
    for item in in_order(held):
        if isinstance(item.body, Checkin) and item.body.cadence == cadence:
            first = period(settings.calendar, cadence, item.day).first
            by_period.setdefault(first, {}).setdefault(item.by, item.day)
    complete = sorted(
        max(by_person.values())
        for first, by_person in by_period.items()
        if _everyone(settings, period(settings.calendar, cadence, first)) <= by_person.keys()
    )
    return [(day, n) for n, day in enumerate(complete, 1)]


def _received(record: Record, settings: Settings, agreed: Bound) -> Steps:
    """The days on which the disclosures that the other has received became so many.

    One counts when the other says so, were it told before. What was told while nobody else was
    there to receive it counts from its writing.
    """
    days = []
    for item in record.of(Disclosure):
        alone = settings.partner_since is None or item.order < settings.partner_since
        said = [a for a in record.about(item.uid, Acknowledgement) if a.by != item.by]
        received = item if alone else min(said, key=lambda each: each.order, default=None)
        if received and _at_writing(received, agreed):
            days.append(_day_of_writing(received, settings))
    return [(day, n) for n, day in enumerate(sorted(days), 1)]


def _at_writing(item: Item, agreed: Bound) -> bool:
    return item.order >= agreed.order


def _day_of_writing(item: Item, settings: Settings) -> date:
    """A disclosure's own day is when it happened; what counts is when it was told."""
    if isinstance(item.body, Disclosure):
        return settings.calendar.day_of(item.written.astimezone())
    return item.day


def _everyone(settings: Settings, days: Span) -> set[str]:
    """Who was there before these days were over: nobody is looked for before they joined."""
    joined = settings.partner_since
    since = settings.calendar.day_of(joined[0].astimezone()) if joined else None
    alone = since is not None and since > days.last
    return set(settings.people[:1] if alone else settings.people)


COMING = timedelta(days=28)
"""How far ahead a planned milestone is looked forward to on the week's page."""


def of_week(
    reports: Iterable[MilestoneReport], first: date, last: date, *, latest: bool = True
) -> tuple[MilestoneReport, ...]:
    """Those that belong on a week's page: reached or celebrated in it, planned for the four weeks
    to come, and in the ``latest`` week those reached earlier and not celebrated yet."""
    return tuple(report for report in reports if _shows(report, Span(first, last), latest))


def not_celebrated(one: MilestoneReport, week: Span) -> bool:
    """Whether it was reached before the week, and nobody has celebrated it yet."""
    return one.reached is not None and one.reached < week.first and one.celebrated is None


def ahead(reports: Iterable[MilestoneReport], last: date) -> tuple[MilestoneReport, ...]:
    """All that is looked forward to from a day on, however far ahead."""
    return tuple(one for one in reports if _is_ahead(one, last))


def _is_ahead(one: MilestoneReport, last: date) -> bool:
    return one.day <= last and not (one.celebrated or one.reached or one.declined)


def _shows(report: MilestoneReport, week: Span, latest: bool) -> bool:
    if report.day > week.last:
        return False
    if report.celebrated or report.reached:
        days = (report.reached, report.celebrated.day if report.celebrated else None)
        here = any(day in week for day in days if day)
        return here or (latest and not_celebrated(report, week))
    if report.declined:
        return False
    return report.planned is not None and report.planned <= week.last + COMING
