"""The agreement: the ground rules, responses and cadences that hold at a moment, and who said yes.

What both agreed to holds for both. What was written while there was one person stands as its
writer's own, and waits for the other's yes once they join.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from repairlog.dates import after
from repairlog.kinds.agreement import Cadence, Response, Rule
from repairlog.readings.agreed_words import known_by
from repairlog.readings.assent import Bound, at_once, declined
from repairlog.readings.people import Settings
from repairlog.readings.ratings import Rating, low, ratings
from repairlog.readings.record import Item, Record
from repairlog.readings.versions import VERSIONED, Course, Held, courses, proposed_of
from repairlog.readings.waiting import waits


@dataclass(frozen=True, slots=True)
class Agreed:
    """A rule, response or cadence in one version.

    ``root`` is the uid of its first version, ``number`` counts those that held, ``day`` is when
    ``by`` proposed it and ``since`` from when it holds (None: it waits). ``agreed_on`` is the day
    on which ``agreed_by`` said yes; without one it stands as its writer's own, and ``refused``
    says that the other would rather not; ``ever_agreed`` that
    both said yes to some version of it. ``attainable`` are the latest ratings of each.
    ``revisit`` is when both look at it again; past that day it has ``lapsed``: it still holds, and
    asks to be looked at. ``asked`` is what was proposed about it and waits for an answer.
    """

    uid: str
    ref: str
    root: str
    number: int
    by: str
    day: date
    since: date | None
    agreed_on: date | None
    agreed_by: str | None
    body: Rule | Response | Cadence
    attainable: tuple[Rating, ...]
    revisit: date | None
    lapsed: bool
    due: bool
    asked: tuple[Item, ...]
    refused: bool
    erased: bool
    ever_agreed: bool = False

    @property
    def agreed(self) -> bool:
        """Whether both said yes to this version."""
        return self.agreed_on is not None

    @property
    def low(self) -> tuple[Rating, ...]:
        """The ratings that ask for other words."""
        return low(self.attainable)

    def holds_for(self, person: str) -> bool:
        """Whether it holds for this person: for both, or as their own."""
        return self.agreed or self.by == person


@dataclass(frozen=True, slots=True)
class Agreement:
    """What holds at a moment, each in the order in which it was first proposed; ``waiting`` are
    first versions that nobody has answered yet."""

    rules: tuple[Agreed, ...]
    responses: tuple[Agreed, ...]
    cadences: tuple[Agreed, ...]
    waiting: tuple[Agreed, ...]

    @property
    def everything(self) -> tuple[Agreed, ...]:
        """All that holds: rules, responses, cadences."""
        return (*self.rules, *self.responses, *self.cadences)

    @property
    def due(self) -> tuple[Agreed, ...]:
        """What is to be looked at again: today, or some time ago."""
        return tuple(one for one in self.everything if one.due)

    @property
    def limit(self) -> int | None:
        """How many minutes a conversation is to take at most; None: nothing says so."""
        minutes = [rule.minutes for rule in self._rules() if rule.minutes is not None]
        return min(minutes, default=None)

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics called safe; none where no rule names any."""
        found: dict[str, str] = {}
        for rule in self._rules():
            for topic in rule.topics:
                found.setdefault(topic.casefold(), topic)
        return tuple(found.values())

    def response(self, name: str) -> Agreed | None:
        """The response of this name, or the only one whose name begins so."""
        wanted = known_by(name)
        named = [(one, _name(one)) for one in self.responses]
        exactly = [one for one, called in named if called == wanted]
        begins = [one for one, called in named if wanted and called.startswith(wanted)]
        return exactly[-1] if exactly else begins[0] if len(begins) == 1 else None

    def _rules(self) -> Iterator[Rule]:
        for one in self.rules:
            if isinstance(one.body, Rule) and not one.refused:
                yield one.body


def agreement(record: Record, settings: Settings, now: datetime) -> Agreement:
    """What holds at ``now``. The record holds each version with all that is about it."""
    today = settings.calendar.day_of(now)
    every = courses(record, settings.partner_since)
    holds = [_agreed(record, one, held, settings, today) for one in every if (held := one.current)]
    return Agreement(
        rules=tuple(one for one in holds if isinstance(one.body, Rule)),
        responses=tuple(one for one in holds if isinstance(one.body, Response)),
        cadences=tuple(one for one in holds if isinstance(one.body, Cadence)),
        waiting=tuple(_unanswered(record, every, settings)),
    )


def cadence_on(record: Record, settings: Settings, cadence: str, day: date) -> Agreed | None:
    """What was agreed of this cadence for the period whose last day is ``day``: the version that
    held at its own time on that day. None: no check-in of this cadence was looked for then."""
    found = [
        (held.bound.order, one, held)
        for one in courses(record, settings.partner_since)
        for held in one.held
        if isinstance(held.item.body, Cadence)
        and held.item.body.cadence == cadence
        and _came(held.bound, held, settings, day)
        and not (held.until and _came(held.until, held, settings, day))
    ]
    if not found:
        return None
    _, one, held = max(found, key=lambda each: each[0])
    yes = held.bound.assent
    if yes and not _came(at_once(yes), held, settings, day):  # it was its writer's own until then
        held = replace(held, bound=replace(held.bound, assent=None))
    return _agreed(record, one, held, settings, day)


def _came(bound: Bound, held: Held, settings: Settings, day: date) -> bool:
    """Whether this had come by the time that the version names, on ``day``."""
    at = held.item.body.at if isinstance(held.item.body, Cadence) else None
    deadline = settings.calendar.deadline(day, at)
    return bound.day < day or (bound.day == day and not after(bound.at, deadline))


def is_due(revisit: date | None, today: date) -> bool:
    """Whether the day has come on which something agreed is looked at again."""
    return revisit is not None and revisit <= today


def has_lapsed(revisit: date | None, today: date) -> bool:
    """Whether that day has passed; what was agreed binds all the same."""
    return revisit is not None and revisit < today


def versions(record: Record, course: Course, settings: Settings, now: datetime) -> list[Agreed]:
    """Every version that ever held, the first one first."""
    today = settings.calendar.day_of(now)
    return [_agreed(record, course, held, settings, today) for held in course.held]


def _agreed(record: Record, course: Course, held: Held, settings: Settings, today: date) -> Agreed:
    item, yes = held.item, held.bound.assent
    revisit = held.revisit
    over = held.until is not None
    return Agreed(
        uid=item.uid,
        ref=item.ref,
        root=course.root.uid,
        number=held.number,
        by=item.by,
        day=item.day,
        since=held.bound.day,
        agreed_on=held.bound.agreed_on,
        agreed_by=yes.by if yes else None,
        body=_body(item),
        attainable=ratings([(item, held.bound), *((r, b) for b, r in held.renewed)]),
        revisit=revisit,
        lapsed=not over and has_lapsed(revisit, today),
        due=not over and is_due(revisit, today),
        asked=() if over else tuple(_asked(record, held.item, settings)),
        refused=yes is None and declined(record, item) is not None,
        erased=item.erased,
        ever_agreed=course.agreed,
    )


def _unanswered(record: Record, every: Iterable[Course], settings: Settings) -> Iterator[Agreed]:
    for course in every:
        if course.current or course.ended:
            continue
        for item in course.proposed:
            if waits(record, item, settings.partner_since):
                yield _proposed(course, item)


def _proposed(course: Course, item: Item) -> Agreed:
    body = _body(item)
    return Agreed(
        uid=item.uid,
        ref=item.ref,
        root=course.root.uid,
        number=len(course.held) + 1,
        by=item.by,
        day=item.day,
        since=None,
        agreed_on=None,
        agreed_by=None,
        body=body,
        attainable=ratings([(item, None)]),
        revisit=body.revisit,
        lapsed=False,
        due=False,
        asked=(item,),
        refused=False,
        erased=item.erased,
    )


def _asked(record: Record, current: Item, settings: Settings) -> Iterator[Item]:
    """What waits about the thing: its own words where nobody agreed to them yet, later versions,
    renewals, endings."""
    for item in proposed_of(record, current):
        if waits(record, item, settings.partner_since):
            yield item


def _body(item: Item) -> Rule | Response | Cadence:
    assert isinstance(item.body, VERSIONED)
    return item.body


def _name(one: Agreed) -> str:
    return known_by(one.body.name) if isinstance(one.body, Response) else ""
