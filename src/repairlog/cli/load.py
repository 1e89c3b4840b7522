"""From the journal to the record that a reading needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from repairlog.entries import Entry
from repairlog.journal import Journal, Query, unlisted
from repairlog.kinds import KINDS
from repairlog.kinds.commitments import Commitment
from repairlog.readings.people import Settings
from repairlog.readings.people import settings as settings_of
from repairlog.readings.record import Record
from repairlog.readings.standing import Checkpoint

AGREEMENT = ("rule", "response", "cadence", "consent")
BEGINNING = ("init", "setting", "setting-change")
PACE = ("hold", "slow")
OPENING = tuple(kind.name for kind in KINDS.values() if kind.opens)
REACH = timedelta(days=118)
"""How far back the days of a page may begin that no checkpoint covers yet."""
PROPOSALS = tuple(kind.name for kind in KINDS.values() if kind.letter == "p")


def settings(journal: Journal, as_of: datetime | None = None) -> Settings:
    """The settings that hold now (or held then).

    Raises LookupError for a moment before the journal began, Unwritable where its beginning is
    gone.
    """
    began = journal.read(Query(kinds=BEGINNING), as_of)
    changes = [entry.uid for entry in began if entry.kind == "setting-change"]
    answers = journal.about(changes, as_of) if changes else []
    try:
        return settings_of(Record([*began, *answers]), journal.device)
    except LookupError:
        if as_of is not None:  # there was no journal yet
            raise
        from repairlog.journal.trouble import damaged

        raise damaged(journal.path, "its first entry is not there") from None


def paces(journal: Journal, as_of: datetime | None = None) -> list[Entry]:
    """Every hold and slow pace, with their lifting: few, and each may touch any commitment."""
    found = journal.read(Query(kinds=PACE), as_of)
    return [*found, *journal.about([e.uid for e in found], as_of)] if found else []


def consents(journal: Journal, as_of: datetime | None = None) -> Record:
    """Every word of consent, by either: few."""
    found = journal.read(Query(kinds=("consent",)), as_of)
    return Record([*found, *journal.about([entry.uid for entry in found], as_of)])


def agreement(journal: Journal, as_of: datetime | None = None) -> Record:
    """Every rule, response, cadence and consent, with all that was said to them: few."""
    found = journal.read(Query(kinds=AGREEMENT), as_of)
    return Record([*found, *journal.about([e.uid for e in found], as_of)] if found else [])


def in_force(journal: Journal, today: date, as_of: datetime | None = None) -> Record:
    """All that binds, or bound then, and every proposal that waits, with what it is about."""
    found = journal.read(Query(kinds=("boundary", "milestone", *AGREEMENT)), as_of)
    # What was open then may since have been closed, or undone.
    open_then = Query(kinds=PROPOSALS, open_since=None if as_of else today + timedelta(days=1))
    asked = journal.read(open_then, as_of)
    above = journal.above(asked, as_of)
    return record(journal, [*found, *asked, *above], as_of)


def cadences(journal: Journal, as_of: datetime | None = None) -> list[Entry]:
    """Every cadence of check-ins, with all that was said to it: few."""
    found = journal.read(Query(kinds=("cadence",)), as_of)
    return [*found, *journal.about([e.uid for e in found], as_of)] if found else []


def checkins(
    journal: Journal, since: date, until: date | None = None, as_of: datetime | None = None
) -> list[Entry]:
    """The check-ins of these days, with all their lines and what was said to them."""
    found = journal.read(Query(kinds=("checkin",), since=since, until=until), as_of)
    return [*found, *journal.about([e.uid for e in found], as_of)] if found else []


def record(
    journal: Journal, roots: Iterable[Entry], as_of: datetime | None = None, *, summed: bool = False
) -> Record:
    """The record of these roots: all that is about them, and every pace."""
    roots = list(roots)
    below = journal.about([entry.uid for entry in roots], as_of, summed=summed)
    return Record([*roots, *below, *paces(journal, as_of)])


def open_threads(journal: Journal, kinds: Sequence[str], today: date) -> list[Entry]:
    """The things of these kinds that are open on ``today``."""
    tomorrow = today + timedelta(days=1)
    return journal.read(Query(kinds=tuple(kinds), open_since=tomorrow))


def checkpoints(journal: Journal, record: Record) -> dict[str, Checkpoint]:
    """The checkpoints of the commitments in the record, by uid."""
    uids = [item.uid for item in record.of(Commitment)]
    summed = journal.threads(uids).items()
    try:
        return {
            uid: Checkpoint.from_text(thread.through, thread.checkpoint)
            for uid, thread in summed
            if thread.through and thread.checkpoint
        }
    except (TypeError, ValueError) as problem:
        raise unlisted(journal.path) from problem
