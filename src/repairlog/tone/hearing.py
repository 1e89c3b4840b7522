"""How a draft is heard: rule by rule, and what a rule speaks to, unless a guard lets it be."""

from __future__ import annotations

from dataclasses import dataclass

from repairlog.text import one_line
from repairlog.tone.guards import FOR_EVERY_RULE, spared
from repairlog.tone.patterns import Read, matches
from repairlog.tone.rule import Gentler, Rule
from repairlog.tone.rules import RULES
from repairlog.tone.words import sentences


@dataclass(frozen=True, slots=True)
class Nudge:
    """What the nudge saw and offers; `why` is one tentative line."""

    rule: str
    saw: str
    why: str
    gentler: Gentler


def heard(text: str) -> Nudge | None:
    """What the rules make of the draft, the first words first; None where they let it be."""
    draft = tuple(Read.of(sentence) for sentence in sentences(text))
    for read in draft:
        for rule in RULES:
            found = _found(rule, read, draft)
            if found is not None:
                first, last = (read.words[at] for at in found)
                return _nudge(rule, one_line(text[first.start : last.end]))
    return None


def _found(rule: Rule, read: Read, draft: tuple[Read, ...]) -> tuple[int, int] | None:
    """The first and the last word that the rule speaks to, unless a guard lets them be."""
    guards = (*FOR_EVERY_RULE, *rule.unless)
    for start, end in matches(rule.patterns, read):
        if not any(spared(guard, read, start, draft) for guard in guards):
            return start, end - 1
    return None


def _nudge(rule: Rule, saw: str) -> Nudge:
    return Nudge(rule.name, saw, f"“{saw}” could be heard as {rule.heard}.", rule.gentler)
