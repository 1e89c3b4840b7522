"""The weekly review: that it was held, and what was left for later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from repairlog.kinds.body import Body


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Body):
    """A week was reviewed (its first day), and who was present."""

    week: date
    present: tuple[str, ...]
    seal: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Body):
    """A question of a review that was put and left for later, so that it is not put twice."""

    week: date
    question: str
