"""Consent: what is proposed, and how the other person answers it.

A proposal binds from the moment that the other person agrees; written while the journal has one
person only, it stands as that person's own at once (DESIGN 2, "Who writes").
"""

from __future__ import annotations

from dataclasses import dataclass

from repairlog.kinds.body import Body, Proposal, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption(Proposal):
    """That a new thing (a boundary, a milestone, a step for the other) shall bind both."""

    attainable: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingChange(Proposal):
    """A shared setting: holds from the moment that both want it."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure(Proposal):
    """That the words of what both agreed to be removed for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assent(Body):
    """The other person's yes to one proposal, and how attainable they find it (0 to 10)."""

    attainable: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline(Body):
    """The other person's no. It is never held against anyone."""

    why: Words | None = None
