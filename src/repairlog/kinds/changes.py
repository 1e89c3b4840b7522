"""What changes a commitment once both agree: a pause, a release, new terms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from repairlog.kinds.body import Proposal, Words
from repairlog.kinds.commitments import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Ease(Proposal):
    """A pause of one commitment, first day to last day; it may reach back."""

    start: date
    until: date
    why: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Proposal):
    """The commitment binds no more."""

    why: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Renegotiation(Terms, Proposal):
    """New terms for a commitment; what is not said stays as it was."""

    text: Words | None = None
    why: Words | None = None
