"""What keeps the journal itself: its beginning and its settings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from repairlog.kinds.body import Body


@dataclass(frozen=True, slots=True, kw_only=True)
class Init(Body):
    """The journal began: who it belongs to, who repairs, who was hurt, how days are counted."""

    me: str
    partner: str | None = None
    repairing: str | None = None
    hurt: str | None = None
    week_starts: int = 0
    day_ends: time = time(3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting(Body):
    """A setting that one person may make alone: for oneself, on this device, or while alone."""

    name: str
    value: str
