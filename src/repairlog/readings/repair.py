"""Owning and repairing: what was told unasked and received, and what became of each apology and
each plan after a setback.

The record holds each of them with all about it and about that, and what it is about up to the top,
with all about that. An apology is complete, and a plan done, by deeds alone: a repair of it was
delivered, or both let it go, and none is open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from repairlog.dates import Span
from repairlog.kinds.commitments import Commitment
from repairlog.kinds.moments import Update
from repairlog.kinds.repair import Acknowledgement, Apology, Disclosure, Setback
from repairlog.readings.course import course
from repairlog.readings.moments import Said, in_order, said, spoken
from repairlog.readings.people import Settings
from repairlog.readings.plans import Plan, plan_of, plans, root_of
from repairlog.readings.record import Item, Record
from repairlog.readings.standing import reckon_once
from repairlog.readings.steps import Step, repairs, step_of, steps
from repairlog.readings.threads import closed_on
from repairlog.readings.told import told_after
from repairlog.readings.wording import listed

STALE = timedelta(days=7)
"""After so long a repair of which nothing was said comes up by itself."""


@dataclass(frozen=True, slots=True)
class DisclosureReport:
    """Something told unasked: ``after`` is how long after it happened ("told 40 minutes after"),
    or nothing where that was not said. ``received`` is the other's word that they have it, ``asks``
    who could still say so."""

    uid: str
    ref: str
    by: str
    day: date
    text: str
    erased: bool
    told_on: date
    after: str
    about: str | None
    received: Said | None
    asks: str | None


@dataclass(frozen=True, slots=True)
class Owned:
    """An apology or a setback, and its repairs. ``mended`` is the day from which no repair was
    open, one at least being done; ``let_go``: both released what there was instead.

    Of an apology: what its writer is responsible for, and whether it asks to be forgiven, which
    nobody has to answer. Of a setback: the version of the plan that it opened.
    """

    kind: str
    uid: str
    ref: str
    by: str
    day: date
    text: str
    erased: bool
    about: str | None
    steps: tuple[Step, ...]
    mended: date | None
    let_go: bool
    received: Said | None
    updates: tuple[Said, ...]
    responsibility: str = ""
    forgiveness: bool = False
    plan: Plan | None = None

    @property
    def over(self) -> bool:
        """Whether nothing of it is left to be done."""
        return self.mended is not None or self.let_go

    @property
    def unplanned(self) -> bool:
        """Whether it has neither a repair that is open nor one that was done."""
        return not self.over and not any(step.moves for step in self.steps)


@dataclass(frozen=True, slots=True)
class Silent:
    """A repair of which nothing was said for a week: since when, and what it repairs."""

    step: Step
    since: date
    repairs: str


@dataclass(frozen=True, slots=True)
class Repairs:
    """What was owned, told and repaired in some days, and what of it is still open."""

    disclosures: tuple[DisclosureReport, ...] = ()
    owned: tuple[Owned, ...] = ()
    silent: tuple[Silent, ...] = ()


@dataclass(frozen=True, slots=True)
class Mended:
    """What one thing has to do with repairs: it is a disclosure, an apology or a setback, or there
    are versions of its plan."""

    disclosure: DisclosureReport | None
    owned: Owned | None
    plans: tuple[Plan, ...]


def mended(record: Record, item: Item, settings: Settings, now: datetime) -> Mended:
    """What the record says of the repairs of one thing."""
    told = isinstance(item.body, Disclosure)
    owns = isinstance(item.body, Apology | Setback)
    return Mended(
        disclosure=disclosure(record, item, settings) if told else None,
        owned=owned(record, item, settings, now) if owns else None,
        plans=plans(record, root_of(record, item), settings, now),
    )


def state_of(one: Owned) -> str:
    """How far an apology or a setback has come, in words."""
    if one.plan:
        return f"version {one.plan.number} of the plan{_plan_state(one, one.plan)}"
    if one.mended:
        return "complete: its repair is done"
    if one.let_go:
        return "its repair was let go"
    still = [step.ref for step in one.steps if step.open and step.once]
    still = still or [step.ref for step in one.steps if step.open]
    if not still:
        return "open: nothing is promised yet to repair it"
    be = "its repair" if len(still) == 1 else "its repairs"
    return f"open until {be} {listed(still)} {'is' if len(still) == 1 else 'are'} done"


def _plan_state(one: Owned, plan: Plan) -> str:
    if one.mended:
        return ", done"
    if one.let_go:
        return ", let go"
    if plan.state == "waits":
        return f", waits for {plan.asks}"
    if one.unplanned:
        declined = plan.state == "declined"
        return ", declined; another can be proposed" if declined else ", without a step"
    return ", agreed by both" if plan.state == "agreed" else ""


# -- one of each ---------------------------------------------------------------------------------


def disclosure(record: Record, item: Item, settings: Settings) -> DisclosureReport:
    """A disclosure, and whether the other has received it."""
    assert isinstance(item.body, Disclosure)
    above = record.get(item.about)
    received = _received(record, item)
    return DisclosureReport(
        uid=item.uid,
        ref=item.ref,
        by=item.by,
        day=item.day,
        text=item.body.text,
        erased=item.erased,
        told_on=settings.calendar.day_of(item.written.astimezone()),
        after=told_after(item, settings.calendar),
        about=record.typed(above).ref if above else None,
        received=received,
        asks=None if received else settings.other(item.by),
    )


def owned(record: Record, item: Item, settings: Settings, now: datetime) -> Owned:
    """An apology or a setback, and how far its repair has come."""
    body = item.body
    assert isinstance(body, Apology | Setback)
    above = record.get(item.about)
    known = steps(record, item.uid, settings, now)
    apology = body if isinstance(body, Apology) else None
    mended, let_go = _ended(record, known, settings)
    return Owned(
        kind=item.entry.kind,
        uid=item.uid,
        ref=item.ref,
        by=item.by,
        day=item.day,
        text=body.text,
        erased=item.erased,
        about=record.typed(above).ref if above else None,
        steps=known,
        mended=mended,
        let_go=let_go,
        received=_received(record, item),
        updates=tuple(spoken(record, one) for one in in_order(record.about(item.uid, Update))),
        responsibility=apology.responsibility if apology else "",
        forgiveness=bool(apology and apology.forgiveness),
        plan=None if apology else plan_of(record, item, settings, now),
    )


def receipts(record: Record, item: Item) -> list[Item]:
    """The other person's words that they have it; nobody receives what they told themselves."""
    return [one for one in record.about(item.uid, Acknowledgement) if one.by != item.by]


def _received(record: Record, item: Item) -> Said | None:
    for one in in_order(receipts(record, item)):
        assert isinstance(one.body, Acknowledgement)
        return said(one, one.body.note)
    return None


def _ended(record: Record, known: Iterable[Step], settings: Settings) -> tuple[date | None, bool]:
    """From which day no repair is open, and one is done; and whether all were let go instead.

    A promise that recurs is never delivered once and for all: beside one that is made once it
    does not count, alone it ends when its last day is past.
    """
    tied = [step for step in known if step.standing != "declined"]
    once = [step for step in tied if step.once] or tied
    if any(step.open for step in once):
        return None, False
    days = [day for step in once if (day := _done(record, step, settings))]
    let_go = not days and any(step.standing == "released" for step in once)
    return max(days, default=None), let_go


def _done(record: Record, step: Step, settings: Settings) -> date | None:
    if step.standing != "ended":
        return step.done
    item = record.get(step.uid)
    return course(record, item, settings).terms.until if item else None


def closed(record: Record, item: Item, settings: Settings, now: datetime) -> date | None:
    """The first day on which an apology or a setback is open no more, as `threads.closed_on` has
    it: whatever was done, no moment of reading changes it."""
    paths = [course(record, one, settings) for one in record.about(item.uid, Commitment)]
    tied = [path for path in paths if not path.declined]
    days = []
    for path in [path for path in tied if path.once] or tied:
        day = closed_on(record, path.item, settings, now)
        if day is None:
            return None
        if not (path.once and reckon_once(path, now).standing == "owned"):
            days.append(day)
    return max(days, default=None)


# -- what comes up by itself ---------------------------------------------------------------------


def silent(record: Record, settings: Settings, now: datetime) -> tuple[Silent, ...]:
    """The repairs, made once and still open, of which nothing was said for a week: neither about
    them, nor by their person about what they repair. The longest silence comes first; a pause of
    the repair asks for no word."""
    today = settings.calendar.day_of(now)
    found = []
    for item in record.of(Commitment):
        repaired = repairs(record, item)
        if repaired is None or not _is_open(record, item, settings, now):
            continue
        step = step_of(record, item, settings, now)
        last = _last_word(record, item, repaired, step)
        if last <= today - STALE:
            found.append(Silent(step, last, record.typed(repaired).ref))
    return tuple(sorted(found, key=lambda one: one.since))


def _is_open(record: Record, item: Item, settings: Settings, now: datetime) -> bool:
    path = course(record, item, settings)
    today = settings.calendar.day_of(now)
    if not path.once or path.made is None or path.paused(today, today):
        return False
    return reckon_once(path, now).standing in ("open", "overdue")


def _last_word(record: Record, item: Item, repaired: Item, step: Step) -> date:
    """The day on which something was last said of a repair."""
    about = [one.day for one in record.about(item.uid)]
    told = [one.day for one in record.about(repaired.uid, Update) if one.by == step.who]
    return max([item.day, step.start, *about, *told])


def unplanned(record: Record, settings: Settings, now: datetime) -> tuple[Owned, ...]:
    """The apologies and setbacks without a repair that is open or done, the oldest first."""
    found = [owned(record, item, settings, now) for item in record.of(Apology, Setback)]
    return tuple(sorted((one for one in found if one.unplanned), key=lambda one: one.day))


# -- a week --------------------------------------------------------------------------------------


def repairs_of_week(record: Record, settings: Settings, now: datetime, week: Span) -> Repairs:
    """What was owned, told or repaired in the week, and what of before is still open."""
    disclosures = [disclosure(record, item, settings) for item in record.of(Disclosure)]
    apologies = [owned(record, item, settings, now) for item in record.of(Apology, Setback)]
    return Repairs(
        disclosures=tuple(one for one in disclosures if _told_in(one, week)),
        owned=tuple(one for one in apologies if _owned_in(one, week)),
        silent=tuple(one for one in silent(record, settings, now) if one.since <= week.last),
    )


def _told_in(one: DisclosureReport, week: Span) -> bool:
    """Told in the week, or before it and not received yet as it began."""
    if one.told_on > week.last:
        return False
    waited = one.received.day >= week.first if one.received else one.asks is not None
    return waited or one.told_on in week


def _owned_in(one: Owned, week: Span) -> bool:
    """Said in the week, or before it and not mended yet as it began; or the other said that they
    have it."""
    if one.day > week.last:
        return False
    waited = one.mended >= week.first if one.mended else not one.let_go
    said = [one.day, *([one.received.day] if one.received else [])]
    return waited or any(day in week for day in said)
