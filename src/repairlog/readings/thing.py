"""One thing with its whole history: every version of it, and all that was ever said about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from repairlog.dates import day_text, moment_text
from repairlog.entries import Entry
from repairlog.kinds import body_of
from repairlog.kinds.agreement import Ending, Renewal
from repairlog.kinds.body import Proposal
from repairlog.kinds.boundaries import Boundary
from repairlog.kinds.commitments import Commitment
from repairlog.kinds.conversations import Talk
from repairlog.kinds.moments import Project
from repairlog.kinds.triggers import Trigger
from repairlog.readings.agreed_words import called
from repairlog.readings.agreement import Agreed, versions
from repairlog.readings.assent import bound, declined
from repairlog.readings.boundaries import BoundaryReport, Version, boundary
from repairlog.readings.conversations import Conversation, conversation
from repairlog.readings.course import course
from repairlog.readings.moments import in_order
from repairlog.readings.people import Settings
from repairlog.readings.projects import ProjectReport, project
from repairlog.readings.record import Item, Record
from repairlog.readings.repair import Mended, mended
from repairlog.readings.rows import (
    conversation_rows,
    disclosure_row,
    owned_row,
    plan_row,
    project_row,
)
from repairlog.readings.standing import Occurrence, Standing, on_time, reckon
from repairlog.readings.told import BESIDE, Told, Voice, main_words, told
from repairlog.readings.told import as_json as told_json
from repairlog.readings.triggers import TriggerReport, trigger
from repairlog.readings.versions import VERSIONED
from repairlog.readings.versions import Course as VersionCourse
from repairlog.readings.versions import course as version_course
from repairlog.readings.waiting import waits
from repairlog.readings.wording import sentence


@dataclass(frozen=True, slots=True)
class Happening:
    """Something of a thing's history: ``depth`` 0 is about the thing itself, 1 about that, …

    ``became`` is what it came to: for a delivery or a miss how its occurrence stands ("kept",
    "late", "owned", "partly", "extra"), for a proposal "agreed", "own", "declined", "waits" or
    "outgrown". ``of`` is the day of the occurrence.
    """

    told: Told
    depth: int
    became: str = ""
    of: date | None = None


@dataclass(frozen=True, slots=True)
class ThingReport:
    """One thing as it reads now, and all that led there.

    ``above`` is what it is about. ``first_words`` are what it said before it was put right (None:
    they still stand). ``standing`` is a commitment's, ``boundary`` a boundary's, ``trigger`` a
    trigger's, ``conversation`` the whole one that a talk tells of, ``became`` a proposal's.
    ``mended`` is what it has to do with repairs, ``project`` the steps of a joint project,
    ``agreed`` every version of a part of the agreement that held, ``ended`` when that ended.
    """

    as_of: datetime
    people: tuple[str, ...]
    thing: Told
    above: Told | None
    first_words: str | None
    standing: Standing | None
    boundary: BoundaryReport | None
    trigger: TriggerReport | None
    conversation: Conversation | None
    mended: Mended | None
    project: ProjectReport | None
    agreed: tuple[Agreed, ...]
    ended: date | None
    became: str
    history: tuple[Happening, ...]

    @property
    def text(self) -> str:
        """What it says now: in the version that holds, where it has several."""
        if self.standing:
            return sentence(self.standing.course.text)
        return sentence(self.boundary.version.text) if self.boundary else self.thing.text

    @property
    def beside(self) -> tuple[Voice, ...]:
        """Its author's other words, in the version that holds; those of a talk stand in the
        conversation."""
        if self.conversation:
            return ()
        if self.boundary is None:
            return self.thing.beside
        version = self.boundary.version
        means = (Voice(BESIDE["means"], behaviour) for behaviour in version.means)
        remedy = [Voice(BESIDE["remedy"], version.remedy)] if version.remedy else []
        return () if version.erased else (*means, *remedy)

    @property
    def detail(self) -> str:
        """What the program adds to it. A promise's terms are told with how it stands."""
        if self.trigger is not None:
            return " · ".join(filter(None, self._of_trigger(self.trigger)))
        if self.boundary is None:
            return "" if self.standing or self.conversation else self.thing.detail
        version = self.boundary.version
        revisit = f"revisit {day_text(version.revisit, self.as_of)}" if version.revisit else ""
        draft = "a draft: no behaviour named yet" if self.boundary.draft else ""
        return " · ".join(part for part in (version.value, draft, revisit) if part)

    def _of_trigger(self, one: TriggerReport) -> Iterator[str]:
        yield one.sort or ""
        yield f"{one.levels} of 10" if one.levels else ""
        yield f"settled {day_text(one.settled, self.as_of)}" if one.settled else "not settled yet"
        if one.back and not one.settled:
            yield f"back {moment_text(one.back, self.as_of)}"


def thing(entries: Iterable[Entry], root: Entry, settings: Settings, now: datetime) -> ThingReport:
    """The report of ``root``; ``entries`` hold it, all about it and about that, what it is about,
    and every hold. What was taken back is among them, and shown as such."""
    seen = _Seen.of(entries, settings, now)
    item = seen.item(root)
    standing = _standing(seen, item)
    report = None
    if isinstance(item.body, Boundary) and item.uid not in seen.undone:
        report = boundary(seen.live, item, settings, now)
    above = seen.whole.get(item.about)
    parts = _parts(seen, item)
    return ThingReport(
        as_of=now,
        people=settings.people,
        thing=seen.told(item),
        above=seen.told(above) if above else None,
        first_words=_first_words(item),
        standing=standing,
        boundary=report,
        trigger=_triggered(seen, item),
        conversation=_talked(seen, item),
        mended=_mended(seen, item),
        project=_project(seen, item),
        agreed=tuple(versions(seen.live, parts, settings, now)) if parts else (),
        ended=parts.ended.day if parts and parts.ended else None,
        became=seen.answer(item),
        history=tuple(_history(seen, item, _outcomes(standing), 0)),
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """The entries twice: ``live`` as they count, ``whole`` with what was taken back."""

    live: Record
    whole: Record
    undone: frozenset[str]
    settings: Settings
    now: datetime

    @classmethod
    def of(cls, entries: Iterable[Entry], settings: Settings, now: datetime) -> _Seen:
        everything = list(entries)
        whole = Record(everything, whole=True)
        undone = frozenset(e.about for e in everything if e.kind == "undo" and e.about)
        return cls(Record(everything), whole, undone, settings, now)

    def item(self, entry: Entry) -> Item:
        return self.whole.get(entry.uid) or Item(entry, body_of(entry), entry.day, entry.at)

    def told(self, item: Item) -> Told:
        gone = item.uid in self.undone
        return told(self.whole, item, self.settings, self.now, undone=gone)

    def answer(self, item: Item) -> str:
        """What became of a proposal: "agreed", "own", "declined", "waits", or "outgrown" where
        there is nothing left to answer; else nothing."""
        if not isinstance(item.body, Proposal) or item.uid in self.undone:
            return ""
        agreed = bound(self.live, item, self.settings.partner_since)
        if agreed:
            return "agreed" if agreed.assent else "own"
        if declined(self.live, item):
            return "declined"
        waiting = waits(self.live, item, self.settings.partner_since)
        return "waits" if waiting else "outgrown"


def _first_words(item: Item) -> str | None:
    if item.amended_at is None or item.erased:
        return None
    before, name = body_of(item.entry), main_words(item.body)
    words = getattr(before, name, None) if name else None
    return words if isinstance(words, str) and words != getattr(item.body, name) else None


def _standing(seen: _Seen, item: Item) -> Standing | None:
    if not isinstance(item.body, Commitment) or item.uid in seen.undone:
        return None
    return reckon(course(seen.live, item, seen.settings), seen.now)


def _triggered(seen: _Seen, item: Item) -> TriggerReport | None:
    if not isinstance(item.body, Trigger) or item.uid in seen.undone:
        return None
    return trigger(seen.live, item, seen.settings, seen.now)


def _talked(seen: _Seen, item: Item) -> Conversation | None:
    if not isinstance(item.body, Talk) or item.uid in seen.undone:
        return None
    return conversation(seen.live, item, seen.settings)


def _mended(seen: _Seen, item: Item) -> Mended | None:
    if item.uid in seen.undone:
        return None
    return mended(seen.live, item, seen.settings, seen.now)


def _parts(seen: _Seen, item: Item) -> VersionCourse | None:
    """All versions of the part of the agreement that it is one of, or renews, or ends."""
    if isinstance(item.body, (*VERSIONED, Ending, Renewal)) and item.uid not in seen.undone:
        return version_course(seen.live, item, seen.settings.partner_since)
    return None


def _project(seen: _Seen, item: Item) -> ProjectReport | None:
    if not isinstance(item.body, Project) or item.uid in seen.undone:
        return None
    return project(seen.live, item, seen.settings, seen.now)


# -- history -------------------------------------------------------------------------------------

Outcome = tuple[str, date | None]


def _outcomes(standing: Standing | None) -> dict[str, Outcome]:
    """What became of each delivery and miss, by uid."""
    if standing is None:
        return {}
    found: dict[str, Outcome] = {item.uid: ("extra", None) for item in standing.extras}
    if standing.done:
        found[standing.done.uid] = standing.standing, None
    for occurrence in (*standing.occurrences, *standing.ahead):
        found.update(_of_occurrence(occurrence))
    return found


def _of_occurrence(occurrence: Occurrence) -> Iterator[tuple[str, Outcome]]:
    day = occurrence.day
    for item in occurrence.delivered:
        yield item.uid, ("kept" if on_time(occurrence.window, item) else "late", day)
    for item in occurrence.extra:
        yield item.uid, ("extra", day)
    for item in occurrence.partly:
        yield item.uid, ("partly", day)
    if occurrence.miss:
        yield occurrence.miss.uid, ("owned" if occurrence.standing == "owned" else "", day)


def _history(
    seen: _Seen, root: Item, outcomes: Mapping[str, Outcome], depth: int
) -> Iterator[Happening]:
    for item in in_order(seen.whole.about(root.uid)):
        became, of = outcomes.get(item.uid, (seen.answer(item), None))
        if isinstance(item.body, Commitment):
            step = _standing(seen, item)
            yield Happening(seen.told(item), depth, step.standing if step else "")
            continue  # what became of a step stands on a page of its own
        yield Happening(seen.told(item), depth, became, of)
        yield from _history(seen, item, outcomes, depth + 1)


# -- as JSON -------------------------------------------------------------------------------------


def as_json(report: ThingReport) -> dict[str, Any]:
    """What `show --json` prints; a commitment's figures are those of `ledger --json`."""
    return {
        "as_of": report.as_of.isoformat(timespec="seconds"),
        "thing": told_json(report.thing),
        "above": told_json(report.above) if report.above else None,
        "first_words": report.first_words,
        "standing": report.standing.standing if report.standing else None,
        "became": report.became or None,
        "conversation": conversation_rows(report.conversation) if report.conversation else [],
        "versions": _versions_json(report),
        "ended": report.ended.isoformat() if report.ended else None,
        **_mended_json(report.mended),
        "project": project_row(report.project) if report.project else None,
        "history": [
            {
                **told_json(one.told),
                "depth": one.depth,
                "became": one.became or None,
                "of": one.of.isoformat() if one.of else None,
            }
            for one in report.history
        ],
    }


def _mended_json(one: Mended | None) -> dict[str, Any]:
    told = one.disclosure if one else None
    owns = one.owned if one else None
    return {
        "disclosure": disclosure_row(told) if told else None,
        "owned": owned_row(owns) if owns else None,
        "plans": [{**plan_row(plan), "done": plan.done} for plan in one.plans] if one else [],
    }


def _versions_json(report: ThingReport) -> list[dict[str, Any]]:
    if report.boundary:
        return [_version_json(version) for version in report.boundary.versions]
    return [
        {
            "number": one.number,
            "ref": one.ref,
            "since": one.since.isoformat() if one.since else None,
            "agreed": one.agreed,
            "text": None if one.erased else called(one.body),
            "attainable": dict(one.attainable),
        }
        for one in report.agreed
    ]


def _version_json(version: Version) -> dict[str, Any]:
    return {
        "number": version.number,
        "since": version.since.isoformat(),
        "agreed": version.agreed,
        "text": version.text,
        "means": list(version.means),
    }
