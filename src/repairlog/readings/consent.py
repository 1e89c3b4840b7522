"""Consent: each person's own word to have their words in the other's exports, and to going on.

Nobody can give it for the other, and what was given can be taken back at any time. The record
holds every word of consent; the last one that a person said on a thing is the one that holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from repairlog.dates import Span
from repairlog.kinds.agreement import CONSENTS, Consent
from repairlog.readings.people import Settings
from repairlog.readings.record import Record


@dataclass(frozen=True, slots=True)
class Word:
    """One person's word on one thing, "export" or "growth", as it holds.

    ``since`` is the day from which it is given, or withdrawn, without a break (None: nothing was
    said yet), ``renewed`` the day on which it was last given once more. ``why`` belongs to the
    last that was said.
    """

    to: str
    who: str
    given: bool
    since: date | None = None
    renewed: date | None = None
    why: str | None = None
    ref: str | None = None

    @property
    def withdrawn(self) -> bool:
        return not self.given and self.since is not None

    @property
    def said(self) -> date | None:
        """The day on which it was last said."""
        return self.renewed or self.since


@dataclass(frozen=True, slots=True)
class ConsentReport:
    """Who consents to what, as of a moment: a word for each thing and person, said or not."""

    as_of: datetime
    today: date
    people: tuple[str, ...]
    words: tuple[Word, ...]

    def of(self, to: str) -> tuple[Word, ...]:
        """Everybody's word on one thing."""
        return tuple(word for word in self.words if word.to == to)

    def word(self, to: str, who: str) -> Word:
        """One person's word on one thing."""
        return next((w for w in self.of(to) if w.who == who), Word(to, who, given=False))

    def took_back(self, days: Span) -> tuple[Word, ...]:
        """Who withdrew the yes to going on together in these days."""
        words = self.of("growth")
        return tuple(w for w in words if w.withdrawn and w.since and w.since in days)

    @property
    def together(self) -> date | None:
        """The day from which going on holds: everybody's word, given and not withdrawn."""
        given = self.of("growth")
        days = [word.since for word in given if word.given and word.since]
        return max(days) if days and len(days) == len(given) else None


def consents(record: Record, settings: Settings, now: datetime) -> ConsentReport:
    """Who consents to what at ``now``."""
    return ConsentReport(
        as_of=now,
        today=settings.calendar.day_of(now),
        people=settings.people,
        words=tuple(_word(record, to, who) for to in CONSENTS for who in settings.people),
    )


def _word(record: Record, to: str, who: str) -> Word:
    word = Word(to, who, given=False)
    for item in record.of(Consent):
        body = item.body
        if not isinstance(body, Consent) or (body.to, item.by) != (to, who):
            continue
        again = body.given == word.given and word.since is not None
        word = Word(
            to,
            who,
            given=body.given,
            since=word.since if again else item.day,
            renewed=item.day if again and body.given else None,
            why=None if item.erased else body.why,
            ref=item.ref,
        )
    return word


# -- as JSON -------------------------------------------------------------------------------------


def as_json(report: ConsentReport) -> dict[str, Any]:
    """What `consent --json` prints."""
    together = report.together
    return {
        "as_of": report.as_of.isoformat(timespec="seconds"),
        **{to: [_word_row(word) for word in report.of(to)] for to in CONSENTS},
        "together": together.isoformat() if together else None,
    }


def _word_row(word: Word) -> dict[str, Any]:
    """One person's word: whether it is given, and since when."""
    return {
        "who": word.who,
        "given": word.given,
        "since": word.since.isoformat() if word.since else None,
        "renewed": word.renewed.isoformat() if word.renewed else None,
        "why": word.why,
    }
