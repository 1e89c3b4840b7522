"""Triggers: what was observed and its effect by one, what was meant by the other, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from repairlog.dates import Span
from repairlog.kinds.triggers import NO_KIND, TRIGGER_KINDS, Meaning, Settling, Trigger
from repairlog.readings.conversations import JointSummary, summaries
from repairlog.readings.moments import Said, in_order, said
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record
from repairlog.readings.steps import Step, steps


@dataclass(frozen=True, slots=True)
class TriggerReport:
    """One trigger with both accounts.

    ``meant`` is what the other person said they meant; ``asked`` is who could still say it (None:
    said, nobody to ask, or a stressor from outside, which nobody meant). ``settled`` is the day on
    which it settled, ``settled_at`` the intensity then.
    """

    uid: str
    ref: str
    by: str
    day: date
    text: str
    sort: str | None
    intensity: int | None
    effect: str | None
    response: str | None
    back: datetime | None
    erased: bool
    meant: tuple[Said, ...]
    asked: str | None
    settled: date | None
    settled_at: int | None
    helped: str | None
    steps: tuple[Step, ...]
    summaries: tuple[JointSummary, ...]

    @property
    def levels(self) -> str:
        """How strong it was, and what it fell to: ``6 → 3``; or the one that is known."""
        known = [str(n) for n in (self.intensity, self.settled_at) if n is not None]
        return " → ".join(known)

    @property
    def waits(self) -> bool:
        """Whether it has not settled, its meaning is not said, or a summary of it waits."""
        summed_up = any(one.asks for one in self.summaries)
        return self.settled is None or self.asked is not None or summed_up


@dataclass(frozen=True, slots=True)
class WeekOfTriggers:
    """The triggers of a week, how many of each kind, and those before it that still wait.

    ``counts`` has each kind once, "no kind" last and only where one has no kind. ``before`` counts
    the week before; None where nothing at all was written then, since silence is not progress.
    """

    here: tuple[TriggerReport, ...]
    counts: tuple[tuple[str, int], ...]
    before: int | None
    carried: tuple[TriggerReport, ...]


def trigger(record: Record, item: Item, settings: Settings, now: datetime) -> TriggerReport:
    """One trigger as it stands; the record holds all that is about it."""
    body = item.body
    assert isinstance(body, Trigger)
    meant = tuple(
        said(one, one.body.text)
        for one in in_order(record.about(item.uid, Meaning))
        if isinstance(one.body, Meaning)
    )
    last = next(iter(reversed(in_order(record.about(item.uid, Settling)))), None)
    settling = last.body if last and isinstance(last.body, Settling) else None
    return TriggerReport(
        uid=item.uid,
        ref=item.ref,
        by=item.by,
        day=item.day,
        text=body.text,
        sort=body.sort,
        intensity=body.intensity,
        effect=body.effect,
        response=body.response,
        back=body.back,
        erased=item.erased,
        meant=meant,
        asked=None if meant else meant_by(item, settings),
        settled=last.day if last else None,
        settled_at=settling.intensity if settling else None,
        helped=settling.helped if settling else None,
        steps=steps(record, item.uid, settings, now),
        summaries=summaries(record, item.uid, settings),
    )


def meant_by(item: Item, settings: Settings) -> str | None:
    """Who could say what was meant: nobody where it came from outside, where its words are gone,
    or where there is no second person."""
    body = item.body
    outside = isinstance(body, Trigger) and body.sort == "stressor"
    return None if outside or item.erased else settings.other(item.by)


def week_of_triggers(
    record: Record, settings: Settings, now: datetime, week: Span, before: Span
) -> WeekOfTriggers:
    """The triggers of ``week``, beside the count of the week ``before``."""
    items = in_order(record.of(Trigger))
    reports = [trigger(record, item, settings, now) for item in items]
    here = tuple(report for report in reports if report.day in week)
    earlier = [report for report in reports if report.day < week.first]
    return WeekOfTriggers(
        here=here,
        counts=_counts(here),
        before=_count_before(record, reports, before),
        carried=tuple(report for report in earlier if report.waits),
    )


def _counts(here: tuple[TriggerReport, ...]) -> tuple[tuple[str, int], ...]:
    sorts = [report.sort for report in here]
    counts = [(sort, sorts.count(sort)) for sort in TRIGGER_KINDS]
    other = sum(sort not in TRIGGER_KINDS for sort in sorts)
    return (*counts, (NO_KIND, other)) if other else tuple(counts)


def _count_before(record: Record, reports: list[TriggerReport], before: Span) -> int | None:
    if not any(item.day in before for item in record):
        return None
    return sum(report.day in before for report in reports)
