"""What the lists of boundaries, triggers, talks and milestones show, and `boundary show`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from repairlog.kinds.assent import Adoption
from repairlog.kinds.boundaries import Revision
from repairlog.kinds.triggers import NO_KIND, TRIGGER_KINDS
from repairlog.readings.boundaries import BoundaryReport, Version
from repairlog.readings.conversations import Conversation
from repairlog.readings.in_force import by_value
from repairlog.readings.milestones import MilestoneReport
from repairlog.readings.people import Settings
from repairlog.readings.proposals import proposed
from repairlog.readings.record import Item, Record
from repairlog.readings.rows import (
    Row,
    boundary_row,
    conversation_rows,
    crossing_row,
    day_of,
    milestone_row,
    said_row,
    trigger_row,
)
from repairlog.readings.triggers import TriggerReport


@dataclass(frozen=True, slots=True)
class AsOf:
    """The moment of a list, its day, and whose journal it is."""

    at: datetime
    today: date
    people: tuple[str, ...]

    @classmethod
    def of(cls, settings: Settings, now: datetime) -> AsOf:
        return cls(now, settings.calendar.day_of(now), settings.people)

    @property
    def alone(self) -> bool:
        return len(self.people) == 1


@dataclass(frozen=True, slots=True)
class Asked:
    """A proposal that waits: what it would change, in words (nothing where it is to agree to what
    stands), the version that it would make, and who is asked."""

    ref: str
    by: str
    what: str
    asks: str
    version: Revision | None = None


@dataclass(frozen=True, slots=True)
class Stand:
    """A boundary on the list, and what of it waits for an answer."""

    boundary: BoundaryReport
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class BoundaryList:
    """All boundaries: those that stand by the value they guard, drafts and retired ones apart."""

    as_of: AsOf
    values: tuple[tuple[str, tuple[Stand, ...]], ...]
    drafts: tuple[Stand, ...]
    retired: tuple[Stand, ...]

    @property
    def empty(self) -> bool:
        return not (self.values or self.drafts or self.retired)


def boundary_list(
    record: Record, reports: Iterable[BoundaryReport], settings: Settings, now: datetime
) -> BoundaryList:
    """The list of these boundaries; values in the order of the alphabet, none last."""
    stands = [stand(record, report, settings, now) for report in reports]
    over = [s for s in stands if s.boundary.retired]
    drafts = [s for s in stands if s.boundary.draft and not s.boundary.retired]
    rest = [s for s in stands if not (s.boundary.retired or s.boundary.draft)]
    return BoundaryList(
        as_of=AsOf.of(settings, now),
        values=by_value((s.boundary.version.value, s) for s in rest),
        drafts=tuple(drafts),
        retired=tuple(over),
    )


def stand(record: Record, report: BoundaryReport, settings: Settings, now: datetime) -> Stand:
    """One boundary with what of it waits."""
    as_it_stands = (report.uid, report.version.uid)
    asked = (_asked(record, item, as_it_stands, settings, now) for item in report.waiting)
    return Stand(report, tuple(asked))


def _asked(
    record: Record, item: Item, as_it_stands: tuple[str, str], settings: Settings, now: datetime
) -> Asked:
    asks = settings.other(item.by) or settings.people[0]
    if item.uid in as_it_stands or isinstance(item.body, Adoption):
        return Asked(item.ref, item.by, "", asks)
    version = item.body if isinstance(item.body, Revision) and not item.erased else None
    return Asked(item.ref, item.by, proposed(record, item, now), asks, version)


@dataclass(frozen=True, slots=True)
class MonthOfTriggers:
    """How many triggers of each kind were written down in a month, by both together."""

    first: date
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class TriggerList:
    """The triggers since a day (and earlier ones that still wait for something), newest first;
    ``months`` are counted whole, from the first that has a trigger on."""

    as_of: AsOf
    since: date
    sort: str | None
    here: tuple[TriggerReport, ...]
    earlier: tuple[TriggerReport, ...]
    months: tuple[MonthOfTriggers, ...]

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many of each kind there were since that day."""
        return _counts(one.sort for one in self.here)


def _counts(sorts: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    """How many of each kind; those of none last."""
    named = [sort or NO_KIND for sort in sorts]
    known = [*TRIGGER_KINDS, NO_KIND]
    return tuple((sort, named.count(sort)) for sort in known if sort in named)


def trigger_list(
    reports: Iterable[TriggerReport],
    settings: Settings,
    now: datetime,
    since: date,
    sort: str | None = None,
    happened: Sequence[tuple[date, str | None]] = (),
) -> TriggerList:
    """The list of these triggers, of one kind where that is named. ``happened``: the day and the
    kind of each trigger of the months that are counted."""
    wanted = [one for one in reports if sort is None or one.sort == sort]
    newest = sorted(wanted, key=lambda one: (one.day, one.uid), reverse=True)
    return TriggerList(
        as_of=AsOf.of(settings, now),
        since=since,
        sort=sort,
        here=tuple(one for one in newest if one.day >= since),
        earlier=tuple(one for one in newest if one.day < since and one.waits),
        months=tuple(_months([day for day in happened if sort in (None, day[1])], now)),
    )


def _months(
    happened: Sequence[tuple[date, str | None]], now: datetime
) -> Iterator[MonthOfTriggers]:
    """Every month from the first of these days to this one."""
    first = min((day for day, _ in happened), default=now.date()).replace(day=1)
    while happened and first <= now.date():
        sorts = (sort for day, sort in happened if day.replace(day=1) == first)
        yield MonthOfTriggers(first, _counts(sorts))
        first = (first + timedelta(days=31)).replace(day=1)


@dataclass(frozen=True, slots=True)
class TalkList:
    """The conversations since a day (and earlier ones of which something waits), newest first."""

    as_of: AsOf
    since: date
    here: tuple[Conversation, ...]
    earlier: tuple[Conversation, ...]


def talk_list(
    found: Iterable[Conversation], settings: Settings, now: datetime, since: date
) -> TalkList:
    """The list of these conversations."""
    newest = sorted(found, key=lambda one: (one.day, one.uid), reverse=True)
    here = tuple(one for one in newest if any(a.day >= since for a in one.accounts))
    earlier = tuple(one for one in newest if one.waits and one not in here)
    return TalkList(AsOf.of(settings, now), since, here, earlier)


@dataclass(frozen=True, slots=True)
class MilestoneList:
    """All milestones: to come, reached and not celebrated yet, celebrated."""

    as_of: AsOf
    coming: tuple[MilestoneReport, ...]
    reached: tuple[MilestoneReport, ...]
    celebrated: tuple[MilestoneReport, ...]


def milestone_list(
    reports: Sequence[MilestoneReport], settings: Settings, now: datetime
) -> MilestoneList:
    """The list of these milestones; what is planned in the order of its days."""
    here = AsOf.of(settings, now)
    done = sorted((m for m in reports if m.celebrated), key=_celebrated_on, reverse=True)
    rest = [m for m in reports if not m.celebrated]
    come = [m for m in rest if m.reached or _has_come(m, here.today)]
    coming = sorted((m for m in rest if m not in come), key=lambda m: m.planned or date.max)
    return MilestoneList(here, tuple(coming), tuple(come), tuple(done))


def _has_come(one: MilestoneReport, today: date) -> bool:
    return one.planned is not None and one.planned <= today and not one.declined


def _celebrated_on(one: MilestoneReport) -> date:
    assert one.celebrated is not None
    return one.celebrated.day


# -- as JSON -------------------------------------------------------------------------------------


def boundaries_json(report: BoundaryList) -> Row:
    """What `boundary list --json` prints: all of them in one list, in the order of the page."""
    stands = [s for _, those in report.values for s in those]
    rows = [_stand_row(s) for s in (*stands, *report.drafts, *report.retired)]
    return {"as_of": _at(report.as_of), "boundaries": rows}


def boundary_json(one: Stand, as_of: AsOf) -> Row:
    """What `boundary show --json` prints: one boundary with its whole history."""
    report = one.boundary
    return {
        "as_of": _at(as_of),
        "boundary": {
            **_stand_row(one),
            "versions": [_version_row(version) for version in report.versions],
            "honoured": [said_row(said) for said in report.honoured],
            "crossed": [crossing_row(report, crossing) for crossing in report.crossings],
        },
    }


def _stand_row(one: Stand) -> Row:
    report = one.boundary
    return {
        **boundary_row(report),
        "remedy": report.version.remedy,
        "crossings": len(report.crossings),
        "unrepaired": len(report.unrepaired),
        "waiting": [{"ref": a.ref, "by": a.by, "asks": a.asks} for a in one.asked],
    }


def _version_row(version: Version) -> Row:
    return {
        "number": version.number,
        "since": str(version.since),
        "agreed": day_of(version.agreed_on),
        "attainable": version.attainable,
        "ratings": dict(version.ratings),
        "text": None if version.erased else version.text,
        "value": version.value,
        "means": list(version.means),
        "remedy": version.remedy,
        "revisit": day_of(version.revisit),
        "why": version.why,
    }


def triggers_json(report: TriggerList) -> Row:
    """What `trigger list --json` prints."""
    return {
        "as_of": _at(report.as_of),
        "since": str(report.since),
        "kind": report.sort,
        "counts": dict(report.counts),
        "months": [
            {"month": f"{month.first:%Y-%m}", "counts": dict(month.counts)}
            for month in report.months
        ],
        "triggers": [trigger_row(one) for one in report.here],
        "earlier": [trigger_row(one) for one in report.earlier],
    }


def talks_json(report: TalkList) -> Row:
    """What `talk list --json` prints: a row for each account."""
    return {
        "as_of": _at(report.as_of),
        "since": str(report.since),
        "conversations": [row for one in report.here for row in conversation_rows(one)],
        "earlier": [row for one in report.earlier for row in conversation_rows(one)],
    }


def milestones_json(report: MilestoneList) -> Row:
    """What `milestone list --json` prints."""
    listed = (*report.coming, *report.reached, *report.celebrated)
    return {"as_of": _at(report.as_of), "milestones": [milestone_row(one) for one in listed]}


def _at(as_of: AsOf) -> str:
    return as_of.at.isoformat(timespec="seconds")
