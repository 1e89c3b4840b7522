"""Owning and repairing: told unasked, received, apologised for, and begun anew after a setback.

The repair of an apology and the plan after a setback are commitments about them.
"""

from __future__ import annotations

from dataclasses import dataclass

from repairlog.kinds.body import Body, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure(Body):
    """Something told unasked. Its day and time say when it happened; how long it took to be told
    is the way from there to its writing."""

    text: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledgement(Body):
    """The other person received it; about a disclosure, an apology or a setback. It says nothing
    of whether it is forgiven, or believed."""

    note: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Apology(Body):
    """An apology: what for, in one's own words, and what one is responsible for. It is complete
    once its repair, a commitment about it, is done. ``forgiveness``: it asks to be forgiven,
    which it need not, and which asks for no answer."""

    text: Words
    responsibility: Words
    forgiveness: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Setback(Body):
    """A setback, about what it set back if that is named. Its plan, a commitment about it, is the
    next version of the plan and takes both; what was done before stands."""

    text: Words
