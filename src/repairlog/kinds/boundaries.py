"""Boundaries: a nonnegotiable, the behaviours it means, and what happens to it over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from repairlog.kinds.body import Body, NameWords, Proposal, Uid, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundary(Body):
    """A nonnegotiable. Without an observable behaviour in ``means`` it is a draft."""

    text: Words
    value: NameWords | None = None
    means: tuple[Words, ...] = ()
    remedy: Words | None = None
    revisit: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision(Proposal):
    """The next version of a boundary, whole: what it would be once both agree."""

    text: Words
    value: NameWords | None = None
    means: tuple[Words, ...] = ()
    remedy: Words | None = None
    revisit: date | None = None
    attainable: int | None = None
    why: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retirement(Proposal):
    """That the boundary binds no more. Before both agreed to it, its author's word is enough."""

    why: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Honoured(Body):
    """The boundary was honoured."""

    note: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing(Body):
    """The boundary was crossed: the version that it crossed, and what it did, if they say so."""

    version_of: Uid
    what: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired(Body):
    """Both the crossing and its steps are behind them; about the crossing."""

    note: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern(Proposal):
    """A name for what keeps happening at a boundary; it takes both."""

    name: NameWords
