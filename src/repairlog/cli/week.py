"""The week's report from an open journal: the entries that `readings.review` says it needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from repairlog.cli import load
from repairlog.cli.counted import counted
from repairlog.cli.session import Session
from repairlog.dates import Span
from repairlog.journal import Query
from repairlog.kinds import KIND_OF
from repairlog.kinds.moments import MOMENTS
from repairlog.readings.promised import CARRIED
from repairlog.readings.record import Record
from repairlog.readings.review import WEEK, ReviewReport, review, reviews_held, which_week
from repairlog.readings.standing import Checkpoint

SHARED = tuple(KIND_OF[moment].name for moment in MOMENTS if moment.place == "shared")
SHARED_NEWEST = 100
"""So many shared moments take turns in resurfacing."""


def began(s: Session) -> date:
    """The day of the journal's first entry."""
    return s.journal.read(Query(kinds=("init",)))[0].day


def week_to_review(s: Session) -> Span:
    """The week that a review without `--week` is about."""
    held = reviews_held(Record(s.journal.read(Query(kinds=("review",)))))
    return which_week(held, s.now, s.settings, began(s))


def report_of(s: Session, week: Span, *, sitting: bool = False) -> ReviewReport:
    """The report of one week as of now; ``sitting``: while it is reviewed."""
    record, checkpoints = gathered(s, week)
    return report_from(s, record, checkpoints, week, sitting=sitting)


Checkpoints = Mapping[str, Checkpoint]


def gathered(s: Session, week: Span) -> tuple[Record, Checkpoints]:
    """The record of a week (or of other days), and the sums of what it holds only since then."""
    if week.first - CARRIED > s.today - load.REACH:
        record = _record(s, week, summed=True)
        checkpoints = load.checkpoints(s.journal, record)
        if all(one.whole for one in checkpoints.values()):
            return record, checkpoints
    return _record(s, week, summed=False), {}


def report_from(
    s: Session, record: Record, checkpoints: Checkpoints, week: Span, *, sitting: bool = False
) -> ReviewReport:
    """The report of one week, from what was gathered for it."""
    return review(
        record,
        s.settings,
        s.now,
        week,
        checkpoints=checkpoints,
        began=began(s),
        seal=s.journal.seal(),
        sitting=sitting,
    )


def _record(s: Session, week: Span, *, summed: bool) -> Record:
    since, month = week.first - CARRIED, s.calendar.month_of(week.first).first
    read = s.journal.read
    roots = [
        *read(Query(since=week.first - WEEK, until=week.last)),
        *read(Query(kinds=load.OPENING, open_since=since)),
        *read(Query(kinds=("checkin",), since=min(since, month), until=week.last)),
        *read(Query(kinds=("asked",), since=week.first)),
        *read(Query(kinds=SHARED, newest=SHARED_NEWEST)),
    ]
    roots += s.journal.above(roots)
    below = s.journal.about({e.uid for e in roots}, summed=summed)
    agreed = [item.entry for item in load.agreement(s.journal)]
    around = [
        *read(Query(kinds=("review",))),
        *load.paces(s.journal),
        *load.cadences(s.journal),
        *agreed,
    ]
    for_milestones = counted(s, roots)
    return Record([*roots, *below, *for_milestones.entries, *around], for_milestones.days)
