"""A summary of some days, read from the journal through a veil that leaves out what it should."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from repairlog.cli import load, week
from repairlog.cli.session import Session
from repairlog.dates import Span
from repairlog.entries import Entry
from repairlog.export.redaction import Redaction, agreed_by_both, initials_of, kept, withheld
from repairlog.export.report import Summary, left_out
from repairlog.journal import Journal, Query
from repairlog.journal.veiled import VeiledJournal
from repairlog.readings import milestones
from repairlog.readings.consent import ConsentReport, Word, consents
from repairlog.readings.ledger import LedgerReport, ledger
from repairlog.readings.moments import of_place
from repairlog.readings.people import Settings
from repairlog.readings.record import Record
from repairlog.readings.timeline import timeline


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: which days, for whom, by whom, and what is to be left out."""

    days: Span
    week: bool
    audience: str
    writer: str
    initials: bool = False
    without: tuple[str, ...] = ()


def summary_of(s: Session, asked: Asked) -> Summary:
    """The summary that was asked for. Nothing that it leaves out is even read by its parts."""
    said = consents(load.consents(s.journal), s.settings, s.now)
    redaction = _redaction(s, asked, said)
    veil = _Veil(s.journal, redaction)
    seen = replace(s, journal=VeiledJournal(s.journal, veil), settings=_settings(s, redaction))
    days, writer = asked.days, redaction.name(asked.writer)
    record, checkpoints = week.gathered(seen, days)
    return Summary(
        days=days,
        week=asked.week,
        audience=_audience(s, asked, redaction),
        writer=writer,
        private=s.private,
        review=week.report_from(seen, record, checkpoints, days),
        ledger=_ledger(seen, record, checkpoints, days),
        timeline=timeline(record, seen.settings, seen.now, days.first, days.last),
        shared=of_place(record, "shared", days),
        without=asked.without,
        withheld=frozenset(withheld(redaction.name(p)) for p in s.settings.people),
        consented=tuple(_words(redaction, said, _consenting(asked, said))),
        ahead=milestones.ahead(milestones.milestones(record, seen.settings, seen.now), days.last),
        left_out=left_out(
            writer=writer,
            withheld_of=tuple(_words(redaction, said, veil.withheld)),
            without=asked.without,
            initials=asked.initials,
            private=s.private,
        ),
    )


def _ledger(
    seen: Session, record: Record, checkpoints: week.Checkpoints, days: Span
) -> LedgerReport:
    """The ledger of these days. What was gathered for them holds all that it needs."""
    return ledger(record, seen.settings, seen.now, checkpoints, since=days.first, until=days.last)


def _audience(s: Session, asked: Asked, redaction: Redaction) -> str | None:
    """Who will read it: the other by name, or a therapist; None for oneself."""
    if asked.audience == "partner":
        other = s.settings.other(asked.writer)
        return redaction.name(other) if other else "the other person"
    return "a therapist" if asked.audience == "therapist" else None


def _redaction(s: Session, asked: Asked, said: ConsentReport) -> Redaction:
    whole = asked.audience == "me"
    return Redaction.of(
        allowed=None if whole else (asked.writer, *_consenting(asked, said)),
        agreed=() if whole else _agreed(s),
        without=asked.without,
        initials=initials_of(s.settings.people) if asked.initials else None,
    )


def _consenting(asked: Asked, said: ConsentReport) -> Sequence[str]:
    """The others whose own words are shown because they consent to it now."""
    if asked.audience == "me":
        return ()
    return [word.who for word in said.of("export") if word.given and word.who != asked.writer]


def _words(redaction: Redaction, said: ConsentReport, people: Container[str]) -> Iterator[Word]:
    """These people's word on exports, under the names that the summary has."""
    for word in said.of("export"):
        if word.who in people:
            yield replace(word, who=redaction.name(word.who))


def _agreed(s: Session) -> frozenset[str]:
    """What both agreed to: every yes that was ever said, and to what."""
    yes = s.journal.read(Query(kinds=("assent",)))
    above = s.journal.above(yes)
    changed = s.journal.read(Query(kinds=("amend",), about=tuple(e.uid for e in above)))
    return agreed_by_both(Record([*yes, *above, *changed]), s.settings)


def _settings(s: Session, redaction: Redaction) -> Settings:
    """The settings that hold, with the names that the summary has."""
    me = s.settings.me and redaction.name(s.settings.me)
    return replace(s.settings, me=me, people=tuple(map(redaction.name, s.settings.people)))


class _Veil:
    """Entries as they are shown, and whose words were left out on the way."""

    def __init__(self, journal: Journal, redaction: Redaction) -> None:
        self._journal = journal
        self._redaction = redaction
        self.withheld: set[str] = set()

    def __call__(self, entries: list[Entry]) -> list[Entry]:
        shown = entries
        if self._redaction.without:
            shown = kept(entries, self._redaction.without, self._journal.above)
        self.withheld.update(e.by for e in shown if self._redaction.withholds(e))
        return [self._redaction.entry(entry) for entry in shown]
