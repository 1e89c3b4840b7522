"""How attainable each of the two finds what is agreed, 0 to 10: a low one asks for other words."""

from __future__ import annotations

from collections.abc import Iterable

from repairlog.readings.assent import Bound
from repairlog.readings.record import Item

Rating = tuple[str, int]
"""A person, and how attainable they find it."""

LOW = 4
"""Up to here a rating asks for other words."""


def ratings(said: Iterable[tuple[Item, Bound | None]]) -> tuple[Rating, ...]:
    """The latest rating of each, from proposals and what answered them, the first one first: the
    proposer's stands with the proposal, the other's with their yes."""
    found: dict[str, int] = {}
    for proposal, stands in said:
        for each in (proposal, stands.assent if stands else None):
            rating = getattr(each.body, "attainable", None) if each else None
            if each and rating is not None:
                found[each.by] = rating
    return tuple(found.items())


def low(rated: Iterable[Rating]) -> tuple[Rating, ...]:
    """Those that ask for other words."""
    return tuple(rating for rating in rated if rating[1] <= LOW)
