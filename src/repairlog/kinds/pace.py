"""Pace: the hurt person slows things down or holds them; a hold always ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from repairlog.kinds.body import Body, Uid, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold(Body):
    """A pause of the things in ``of`` (of everything, of both, when it is empty), to ``until``."""

    until: date
    of: tuple[Uid, ...] = ()
    why: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slow(Body):
    """Everything goes on, slowly: it changes no standing, and nothing prompts."""

    until: date
    why: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift(Body):
    """The end, before its time, of the hold or the slow pace that it is about."""
