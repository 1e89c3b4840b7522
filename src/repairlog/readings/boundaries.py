"""Boundaries: the version that holds, who agreed to it, and what happened to it over time.

The record holds each boundary with all that is about it, and about that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from repairlog.kinds.agreement import Renewal
from repairlog.kinds.assent import Adoption, Assent
from repairlog.kinds.body import Uid
from repairlog.kinds.boundaries import (
    Boundary,
    Crossing,
    Honoured,
    Pattern,
    Repaired,
    Retirement,
    Revision,
)
from repairlog.kinds.commitments import Miss
from repairlog.readings.assent import Bound, bound
from repairlog.readings.moments import Said, in_order, said
from repairlog.readings.people import Settings
from repairlog.readings.ratings import Rating, ratings
from repairlog.readings.record import Item, Record, Written
from repairlog.readings.steps import Step, steps
from repairlog.readings.waiting import renewals, retirement, waits

AGAIN, LATELY = 2, timedelta(weeks=12)
"""From the second crossing of one boundary within twelve weeks on, other words or other help are
suggested: two are no coincidence, and what lies a quarter back may well be mended."""


@dataclass(frozen=True, slots=True)
class Version:
    """A boundary's words for a time: from ``since`` on. ``agreed_on`` is the day on which the other
    agreed to them (None: they stand as their author's own). ``by`` is whose proposal they were.

    ``attainable`` is the other's rating when they agreed, ``ratings`` the latest of each;
    ``revisit`` is as the latest renewal has it, which was on ``renewed``."""

    uid: Uid
    number: int
    since: date
    agreed_on: date | None
    text: str
    value: str | None
    means: tuple[str, ...]
    remedy: str | None
    revisit: date | None
    why: str | None
    attainable: int | None
    erased: bool
    by: str = ""
    proposed: date | None = None
    ratings: tuple[Rating, ...] = ()
    renewed: date | None = None

    @property
    def agreed(self) -> bool:
        return self.agreed_on is not None


@dataclass(frozen=True, slots=True)
class CrossingReport:
    """A crossing: the words that it crossed, what it did (None: not said), and the steps to put it
    right."""

    uid: str
    ref: str
    by: str
    day: date
    what: str | None
    crossed: Version
    steps: tuple[Step, ...]
    repaired: date | None
    erased: bool

    @property
    def open_steps(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.open)

    @property
    def planned(self) -> bool:
        """Whether something was done about it, or is to be: a step that was declined, let go or
        owned as missed is none."""
        return any(step.open or step.done for step in self.steps)


@dataclass(frozen=True, slots=True)
class BoundaryReport:
    """One boundary as it stands.

    ``version`` is the one that holds, ``versions`` all that ever held, the first one first.
    ``agreed`` is the day from which both hold it (None: it stands as its author's own, and
    ``waiting`` may hold what the other has not answered). ``draft``: it names no behaviour yet,
    so it does not bind. ``named`` has the names that both gave to what keeps happening, each with
    the day of the second yes. ``lately`` counts its crossings of the last twelve weeks, by no
    matter whom.
    """

    uid: str
    ref: str
    by: str
    day: date
    version: Version
    versions: tuple[Version, ...]
    agreed: date | None
    retired: date | None
    draft: bool
    waiting: tuple[Item, ...]
    honoured: tuple[Said, ...]
    crossings: tuple[CrossingReport, ...]
    named: tuple[tuple[date, str], ...]
    lately: int

    @property
    def patterns(self) -> tuple[str, ...]:
        """The names that both gave to what keeps happening."""
        return tuple(name for _, name in self.named)

    @property
    def repeats(self) -> int:
        """How often it was crossed lately, where that asks for other words or other help; 0 where
        it does not, or other words were found since."""
        last = max((crossing.day for crossing in self.crossings), default=None)
        if self.retired or last is None or self.lately < AGAIN:
            return 0
        reworded = self.version.number > 1 and self.version.since > last
        return 0 if reworded else self.lately

    @property
    def unrepaired(self) -> tuple[CrossingReport, ...]:
        return tuple(crossing for crossing in self.crossings if crossing.repaired is None)


def boundaries(record: Record, settings: Settings, now: datetime) -> tuple[BoundaryReport, ...]:
    """All boundaries of the record, in the order of writing."""
    return tuple(boundary(record, item, settings, now) for item in record.of(Boundary))


def boundary(record: Record, item: Item, settings: Settings, now: datetime) -> BoundaryReport:
    """One boundary as it stands at ``now``."""
    since = settings.partner_since
    versions = tuple(_versions(record, item, since))
    agreed = [version.agreed_on for version in versions if version.agreed_on]
    retired = retirement(record, item, since)
    crossings = tuple(_crossings(record, item, versions, settings, now))
    lately = settings.calendar.day_of(now) - LATELY
    return BoundaryReport(
        uid=item.uid,
        ref=item.ref,
        by=item.by,
        day=item.day,
        version=versions[-1],
        versions=versions,
        agreed=min(agreed, default=None),
        retired=_from(record, retired, since) if retired else None,
        draft=_draft(record, item, versions[-1]),
        waiting=tuple(_waiting(record, item, since)),
        honoured=tuple(_honoured(record, item)),
        crossings=crossings,
        named=tuple(_named(record, item, since)),
        lately=sum(crossing.day > lately for crossing in crossings),
    )


def _draft(record: Record, item: Item, version: Version) -> bool:
    """Whether it names no behaviour. Of erased words it is still known whether they were proposed,
    which those of a draft never are."""
    proposed = record.about(item.uid, Adoption, Revision)
    return not version.means and not (version.erased and proposed)


def _versions(record: Record, item: Item, since: Written | None) -> Iterable[Version]:
    """The first version, then every revision from the moment that it binds. While both have
    agreed to none, each of its author's own revisions stands as the author's own."""
    adoptions = [(p, bound(record, p, since)) for p in record.about(item.uid, Adoption)]
    first = next(
        ((p, b) for p, b in adoptions if b), (adoptions[0][0] if adoptions else item, None)
    )
    revisions = [(bound(record, p, since), p) for p in record.about(item.uid, Revision)]
    changes = sorted([(b.order, b, p) for b, p in revisions if b], key=lambda c: c[0])
    found = [(item, *first), *((p, p, b) for _, b, p in changes)]
    if not first[1] and not changes:
        found += [(p, p, None) for _, p in revisions if p.by == item.by]
    for number, (words, proposal, stands) in enumerate(found, 1):
        renewed = renewals(record, item, words, since)
        yield _version(words, number, item, [(proposal, stands), *((r, b) for b, r in renewed)])


def _version(
    item: Item, number: int, boundary: Item, said: Sequence[tuple[Item, Bound | None]]
) -> Version:
    """A version; ``said`` is its proposal, and every renewal, each with what makes it bind."""
    body = item.body
    assert isinstance(body, Boundary | Revision)
    agreed = said[0][1]
    yes = agreed.assent if agreed else None
    renewal, renewed = said[-1] if len(said) > 1 else (None, None)
    again = renewal.body if renewal else None
    return Version(
        uid=item.uid,
        number=number,
        since=max(agreed.day, boundary.day) if agreed else item.day,
        agreed_on=yes.day if yes else None,
        text=body.text,
        value=body.value,
        means=body.means,
        remedy=body.remedy,
        revisit=again.revisit if isinstance(again, Renewal) else body.revisit,
        why=body.why if isinstance(body, Revision) else None,
        attainable=yes.body.attainable if yes and isinstance(yes.body, Assent) else None,
        erased=item.erased,
        by=item.by,
        proposed=item.day,
        ratings=ratings(said),
        renewed=renewed.day if renewed else None,
    )


def _from(record: Record, proposal: Item, since: Written | None) -> date:
    agreed = bound(record, proposal, since)
    return agreed.day if agreed else proposal.day


def _named(record: Record, item: Item, since: Written | None) -> Iterable[tuple[date, str]]:
    for pattern in record.about(item.uid, Pattern):
        agreed = bound(record, pattern, since)
        if agreed and isinstance(pattern.body, Pattern) and not pattern.erased:
            yield agreed.day, pattern.body.name


def _waiting(record: Record, item: Item, since: Written | None) -> Iterable[Item]:
    versions = [item, *record.about(item.uid, Revision)]
    for proposal in [
        *record.about(item.uid, Adoption, Revision, Retirement, Pattern),
        *(renewal for version in versions for renewal in record.about(version.uid, Renewal)),
    ]:
        if waits(record, proposal, since):
            yield proposal


def _honoured(record: Record, item: Item) -> Iterable[Said]:
    for one in in_order(record.about(item.uid, Honoured)):
        if isinstance(one.body, Honoured):
            yield said(one, one.body.note)


def _crossings(
    record: Record, item: Item, versions: tuple[Version, ...], settings: Settings, now: datetime
) -> Iterable[CrossingReport]:
    known = {version.uid: version for version in versions}
    for one in in_order(record.about(item.uid, Crossing)):
        assert isinstance(one.body, Crossing)
        repaired = repairing(record, one, settings, now)
        yield CrossingReport(
            uid=one.uid,
            ref=one.ref,
            by=one.by,
            day=one.day,
            what=one.body.what,
            crossed=known.get(one.body.version_of) or _read_then(record, item, one.body, versions),
            steps=_all_steps(record, one.uid, settings, now),
            repaired=repaired.day if repaired else None,
            erased=one.erased,
        )


def _read_then(
    record: Record, item: Item, crossing: Crossing, versions: Sequence[Version]
) -> Version:
    """The words that a crossing names, where they hold no more: its author's own ones, before the
    two agreed on others. Words that were taken back cannot be restated."""
    words = record.get(crossing.version_of)
    if words is None or not isinstance(words.body, Boundary | Revision):
        return versions[0]
    return _version(words, 0, item, [(words, None)])


def _all_steps(record: Record, uid: Uid, settings: Settings, now: datetime) -> tuple[Step, ...]:
    """The steps, each followed by those that make good what was owned of it as missed."""
    found: list[Step] = []
    for step in steps(record, uid, settings, now):
        found.append(step)
        for miss in record.about(step.uid, Miss):
            found += _all_steps(record, miss.uid, settings, now)
    return tuple(found)


def repairing(record: Record, crossing: Item, settings: Settings, now: datetime) -> Item | None:
    """What says that a crossing is repaired. It says so no more once a step that was promised
    before is open again: its delivery, or its release, was taken back."""
    said = in_order(record.about(crossing.uid, Repaired))
    if not said:
        return None
    for step in _all_steps(record, crossing.uid, settings, now):
        promised = record.get(step.uid)
        if step.once and step.open and promised and promised.order < said[-1].order:
            return None
    return said[-1]
