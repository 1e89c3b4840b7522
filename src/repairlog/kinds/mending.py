"""What mends the record without rewriting it: words put right, taken back, or erased for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from repairlog.entries import Fields
from repairlog.kinds.body import Body, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Amend(Body):
    """One's own words or time, put right while unanswered; what is absent stays."""

    text: Words | None = None
    note: Words | None = None
    day: date | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo(Body):
    """The entry that it is about counts as if it had never been written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erase(Body):
    """The words of the entry that it is about are gone; what remains of it stands here."""

    remains: Fields
