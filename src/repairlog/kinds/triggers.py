"""Triggers: the behaviour observed and its effect by one, the intended meaning by the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from repairlog.kinds.body import Body, NameWords, Words

TRIGGER_KINDS = ("conflict", "reminder", "stressor")
NO_KIND = "no kind"
"""What those are counted under that nobody gave a kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger(Body):
    """What was observed, how strongly it hit (0 to 10), its effect, the response chosen.

    ``back`` is when its writer is back from a pause.
    """

    text: Words
    sort: str | None = None
    intensity: int | None = None
    effect: Words | None = None
    response: NameWords | None = None
    back: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning(Body):
    """What the other person meant by it, in their own words; about the trigger."""

    text: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling(Body):
    """It settled: to what intensity, and what helped; about the trigger."""

    intensity: int | None = None
    helped: Words | None = None
