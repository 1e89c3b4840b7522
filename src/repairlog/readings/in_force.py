"""All that binds now, on one page: boundaries, rules, responses, cadences, what is planned, the
pace and each one's consent; in which version, who agreed when, and when it is looked at again.

The record holds every boundary, rule, response, cadence, milestone and word of consent with all
that is about it, and the proposals that wait with what they are about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from repairlog.kinds.agreement import Cadence, Renewal, Response, Rule
from repairlog.kinds.assent import Adoption
from repairlog.kinds.milestones import Celebration, Milestone
from repairlog.readings.agreed_words import called, title, unsaid
from repairlog.readings.agreement import Agreed, agreement, has_lapsed, is_due
from repairlog.readings.assent import bound, declined
from repairlog.readings.boundaries import BoundaryReport, boundaries
from repairlog.readings.consent import ConsentReport, consents
from repairlog.readings.pace import Pace, paces
from repairlog.readings.people import Settings
from repairlog.readings.proposals import proposed
from repairlog.readings.ratings import Rating, low
from repairlog.readings.record import Item, Record
from repairlog.readings.waiting import waiting
from repairlog.readings.wording import GONE
from repairlog.text import one_line

T = TypeVar("T")
SORTS = ("boundary", "rule", "response", "cadence")


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that binds, whatever its kind, in the version that holds.

    ``sort`` is one of SORTS; ``ref`` is what people type, ``version`` the uid of the version and
    ``root`` of its first one. ``text`` is None where its words were erased; ``lines`` are what it
    means. ``agreed_on`` is None where it stands as its writer's own. ``asked`` is what waits about
    it, ``ever_agreed`` that both said yes to some version. ``lapsed``: its day has passed; it
    binds all the same.
    """

    sort: str
    ref: str
    root: str
    version: str
    number: int
    by: str
    proposed: date | None
    since: date | None
    agreed_on: date | None
    agreed_by: str | None
    text: str | None
    lines: tuple[str, ...]
    attainable: tuple[Rating, ...]
    revisit: date | None
    due: bool
    lapsed: bool
    asked: tuple[Item, ...]
    ever_agreed: bool
    value: str | None = None
    boundary: BoundaryReport | None = None
    agreed: Agreed | None = None

    @property
    def words(self) -> str | None:
        """Its own words, as they were written; None where it has none, or none any more."""
        body = self.agreed.body if self.agreed else None
        if isinstance(body, Rule | Response):
            return body.text if self.text is not None else None
        return self.text if self.boundary else None

    @property
    def low(self) -> tuple[Rating, ...]:
        """The ratings that ask for other words."""
        return low(self.attainable)

    @property
    def renewal(self) -> Item | None:
        """That it goes on as it is, where that waits for a yes."""
        return next((one for one in self.asked if isinstance(one.body, Renewal)), None)


@dataclass(frozen=True, slots=True)
class Planned:
    """A milestone that is not celebrated yet; ``agreed``: both look forward to it, ``own``: it
    stands as its writer's."""

    ref: str
    by: str
    text: str | None
    day: date | None
    when: str | None
    agreed: date | None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Open:
    """A proposal that waits, and whose yes it waits for."""

    ref: str
    by: str
    day: date
    what: str
    asks: str


@dataclass(frozen=True, slots=True)
class InForce:
    """All that binds at a moment, and what waits for whose yes."""

    as_of: datetime
    today: date
    people: tuple[str, ...]
    terms: tuple[Term, ...]
    planned: tuple[Planned, ...]
    paces: tuple[Pace, ...]
    consents: ConsentReport
    waiting: tuple[Open, ...]

    def of(self, sort: str) -> tuple[Term, ...]:
        """The terms of one sort."""
        return tuple(term for term in self.terms if term.sort == sort)

    @property
    def values(self) -> tuple[tuple[str, tuple[Term, ...]], ...]:
        """The boundaries by the value that they guard."""
        return by_value((term.value, term) for term in self.of("boundary"))

    @property
    def due(self) -> tuple[Term, ...]:
        """What is to be looked at again, the longest due first."""
        return due(self.terms)

    @property
    def empty(self) -> bool:
        """Whether nothing is agreed or proposed at all."""
        said = any(word.since for word in self.consents.words)
        return not (self.terms or self.planned or self.paces or self.waiting or said)


def in_force(record: Record, settings: Settings, now: datetime) -> InForce:
    """All that binds at ``now``."""
    today = settings.calendar.day_of(now)
    return InForce(
        as_of=now,
        today=today,
        people=settings.people,
        terms=terms(record, settings, now),
        planned=tuple(_planned(record, settings)),
        paces=paces(record, today),
        consents=consents(record, settings, now),
        waiting=tuple(
            Open(one.ref, one.by, one.day, proposed(record, one, now), settings.other(one.by) or "")
            for one in waiting(record, settings.partner_since)
        ),
    )


def by_value(guarding: Iterable[tuple[str | None, T]]) -> tuple[tuple[str, tuple[T, ...]], ...]:
    """What guards each value, in the order of the alphabet; what names none comes last."""
    found: dict[str, list[T]] = {}
    for value, one in guarding:
        found.setdefault(value or "", []).append(one)
    return tuple((name, tuple(found[name])) for name in sorted(found, key=lambda v: (not v, v)))


def terms(record: Record, settings: Settings, now: datetime) -> tuple[Term, ...]:
    """Every boundary, rule, response and cadence that holds; drafts bind no one."""
    today = settings.calendar.day_of(now)
    named = boundaries(record, settings, now)
    standing = [one for one in named if not (one.draft or one.retired)]
    parts = agreement(record, settings, now).everything
    return (*(_of_boundary(one, settings, today) for one in standing), *map(_of_part, parts))


def due(found: Iterable[Term]) -> tuple[Term, ...]:
    """What is to be looked at again, the longest due first."""
    return tuple(sorted((t for t in found if t.due), key=lambda t: t.revisit or date.max))


def _of_boundary(one: BoundaryReport, settings: Settings, today: date) -> Term:
    version = one.version
    remedy = (f"If it is crossed: {one_line(version.remedy)}",) if version.remedy else ()
    return Term(
        sort="boundary",
        ref=one.ref,
        root=one.uid,
        version=version.uid,
        number=version.number,
        by=version.by,
        proposed=version.proposed,
        since=version.since,
        agreed_on=version.agreed_on,
        agreed_by=settings.other(version.by) if version.agreed_on else None,
        text=None if version.erased else version.text,
        lines=() if version.erased else (*map(one_line, version.means), *remedy),
        attainable=version.ratings,
        revisit=version.revisit,
        due=is_due(version.revisit, today),
        lapsed=has_lapsed(version.revisit, today),
        asked=one.waiting,
        ever_agreed=any(version.agreed for version in one.versions),
        value=version.value,
        boundary=one,
    )


def _of_part(one: Agreed) -> Term:
    body = one.body
    return Term(
        sort=_sort(body),
        ref=one.ref,
        root=one.root,
        version=one.uid,
        number=one.number,
        by=one.by,
        proposed=one.day,
        since=one.since,
        agreed_on=one.agreed_on,
        agreed_by=one.agreed_by,
        text=None if one.erased and not isinstance(body, Cadence) else called(body),
        lines=unsaid(body),
        attainable=one.attainable,
        revisit=one.revisit,
        due=one.due,
        lapsed=one.lapsed,
        asked=one.asked,
        ever_agreed=one.ever_agreed,
        agreed=one,
    )


def _sort(body: Rule | Response | Cadence) -> str:
    match body:
        case Rule():
            return "rule"
        case Response():
            return "response"
    return "cadence"


def name(term: Term) -> str:
    """What it is called in a sentence: its kind and its words."""
    if term.agreed:
        return title(term.agreed.body)
    return f"Boundary: {one_line(term.text) if term.text else GONE}"


REWORD = {
    "boundary": "repairlog boundary revise {ref} TEXT…",
    "rule": "repairlog agreement rule TEXT… --instead {ref}",
    "response": "repairlog agreement response NAME TEXT…",
    "cadence": "repairlog agreement cadence {cadence} --at TIME",
}


def commands(term: Term) -> dict[str, str]:
    """The command for each thing that can be said of it: it still fits, other words, it ends."""
    body = term.agreed.body if term.agreed else None
    cadence = body.cadence if isinstance(body, Cadence) else ""
    end = "boundary retire" if term.boundary else "agreement end"
    found = {
        "fits": f"repairlog agreement revisit {term.ref} --revisit in 4 weeks",
        "reword": REWORD[term.sort].format(ref=term.ref, cadence=cadence),
        "end": f"repairlog {end} {term.ref}",
    }
    return {"agree": f"repairlog agree {term.renewal.ref}", **found} if term.renewal else found


def _planned(record: Record, settings: Settings) -> Iterator[Planned]:
    for item in record.of(Milestone):
        adoptions = record.about(item.uid, Adoption)
        if not isinstance(item.body, Milestone) or record.about(item.uid, Celebration):
            continue
        bounds = [bound(record, one, settings.partner_since) for one in adoptions]
        agreed = next((one for one in bounds if one and one.assent), None)
        own = settings.alone or any(bounds)
        if agreed is None and not own and any(declined(record, one) for one in adoptions):
            continue
        yield Planned(
            ref=item.ref,
            by=item.by,
            text=None if item.erased else item.body.text,
            day=item.body.by,
            when=item.body.when,
            agreed=agreed.agreed_on if agreed else None,
            own=agreed is None and own,
        )
