"""Check-ins: a short daily one, a weekly one, a monthly one, each person's own."""

from __future__ import annotations

from dataclasses import dataclass

from repairlog.kinds.body import Body, Words

CADENCES = ("daily", "weekly", "monthly")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkin(Body):
    """How one person is: safety and vigilance are two independent scales, 0 to 10 each."""

    cadence: str
    safety: int | None = None
    vigilance: int | None = None
    summary: Words | None = None
    challenging: Words | None = None
    need: Words | None = None
