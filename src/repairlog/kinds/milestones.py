"""Milestones: planned for a day, or reached by the record itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from repairlog.kinds.body import Body, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Body):
    """Something to look forward to; ``when`` is a condition that the record can meet by itself."""

    text: Words
    by: date | None = None
    when: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Celebration(Body):
    """It was celebrated; about the milestone."""

    note: Words | None = None
