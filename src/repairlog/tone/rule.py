"""What a rule of the nudge consists of, and the gentler form that it offers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gentler:
    """One way to say it, in the four steps of nonviolent communication (Rosenberg)."""

    observation: str
    feeling: str
    need: str
    request: str

    def __str__(self) -> str:
        need = f"{self.need[0].upper()}{self.need[1:]}"
        leads = self.observation.partition(" ")[0] in ("When", "Since", "After")
        return f"{self.observation}{', ' if leads else '. '}{self.feeling}. {need}. {self.request}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way of speaking that a partner could hear as hurtful.

    `kind` is one of Gottman's four horsemen (criticism, contempt, defensiveness, stonewalling), or
    the judgement in a feeling's clothes that Rosenberg warns of. `patterns` has one pattern a line
    (see `patterns`). `unless` names the guards (see `guards`) that let a sentence be, besides those
    that hold for every rule.
    """

    name: str
    kind: str
    patterns: str
    heard: str  # one tentative line: how it could be heard
    gentler: Gentler
    example: str
    near_miss: str  # healthy, alike, and left alone
    reason: str
    unless: tuple[str, ...] = ()
