"""Commitments and what becomes of them: delivered, or owned when they were missed."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, time

from repairlog.kinds.body import Body, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms(Body):
    """When a promise is due (DESIGN 3, "Terms").

    Once: ``by`` (with ``at``), or neither for an open-ended one. Recurring: ``every`` as it was
    said, the RFC 5545 rule it means, ``whole`` for the rules `day`, `week` and `month`, and
    ``times`` a window. ``start`` and ``until`` are the first and the last day.
    """

    start: date
    by: date | None = None
    every: str | None = None
    rrule: str | None = None
    whole: str | None = None
    at: time | None = None
    times: int = 1
    until: date | None = None

    @property
    def once(self) -> bool:
        return self.rrule is None

    def said(self) -> dict[str, Any]:
        """Just the terms, by field: for another body that holds them."""
        return {field.name: getattr(self, field.name) for field in fields(Terms)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Terms):
    """A promise. ``who`` is the person it binds when that is not its writer."""

    text: Words
    need: Words | None = None
    who: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery(Body):
    """It was done. ``of`` is a day that the occurrence owns, where `--for` or `--late` named it."""

    of: date | None = None
    partly: bool = False
    note: Words | None = None


def in_part(body: Body) -> bool:
    """Whether it is a delivery in part only, which keeps nothing."""
    return isinstance(body, Delivery) and body.partly


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss(Body):
    """Owned by its person, not excused. ``of`` is the day of the occurrence, none for once."""

    own: Words
    of: date | None = None
