"""The kinds that a person names on a line: `--kind trigger`, `--without check-ins`."""

from __future__ import annotations

from collections.abc import Iterable

from repairlog.cli.grammar import nearest
from repairlog.dates import quoted
from repairlog.errors import Misread
from repairlog.kinds import KIND_OF, KINDS
from repairlog.kinds.moments import MOMENTS

FAMILIES: dict[str, tuple[str, ...]] = {
    "moment": tuple(KIND_OF[moment].name for moment in MOMENTS),
    "proposal": tuple(kind.name for kind in KINDS.values() if kind.letter == "p"),
    "pace": ("hold", "slow", "lift"),
    "conversation": ("talk", "paraphrase", "confirmation", "summary"),
    "consent": ("consent", "assent", "decline"),
}
"""Several kinds under the name that people have for them."""


def kinds_named(words: Iterable[str], option: str) -> tuple[str, ...]:
    """The names of the kinds that the words mean, whatever their number. Raises Misread."""
    found: dict[str, None] = {}
    for word in words:
        found.update(dict.fromkeys(_named(word, option)))
    return tuple(found)


def _named(word: str, option: str) -> tuple[str, ...]:
    plain = word.strip().casefold()
    one = f"{plain[:-3]}y" if plain.endswith("ies") else plain.removesuffix("s")
    for name in (plain, one, one.replace("-", "")):
        if name in FAMILIES:
            return FAMILIES[name]
        if name in KINDS:
            return (name,)
    known = [*KINDS, *FAMILIES]
    near = nearest(plain, known)
    mend = f"{option} {near}" if near else f"Kinds: {', '.join(sorted(known))}"
    raise Misread(f"{quoted(word)} is not a kind of entry.", mend)
