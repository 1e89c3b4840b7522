"""The agreement: ground rules, responses to triggers, the cadence of check-ins, and consent.

What both say yes to binds from then on. A later version of a rule is about the one that it
replaces, an ending and a renewal about the version that they end or renew.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from repairlog.kinds.body import Body, NameWords, Proposal, Words

CONSENTS = ("export", "growth")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Proposal):
    """A ground rule for how the two talk.

    ``minutes`` is the limit that it sets to a conversation, ``topics`` the safe ones that it names;
    both may be absent, as with a rule against name-calling.
    """

    text: Words
    minutes: int | None = None
    topics: tuple[NameWords, ...] = ()
    revisit: date | None = None
    attainable: int | None = None
    why: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Proposal):
    """What the two do when something sets one of them off, under a name that is quickly said.

    ``pause``: it is a pause, which needs a time to be back.
    """

    name: NameWords
    text: Words
    pause: bool = False
    revisit: date | None = None
    attainable: int | None = None
    why: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence(Proposal):
    """That each of the two checks in every day, week or month, by ``at`` on its last day (None: by
    the end of that day)."""

    cadence: str
    at: time | None = None
    revisit: date | None = None
    attainable: int | None = None
    why: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending(Proposal):
    """That a rule, a response or a cadence binds no more; about its version in force."""

    why: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal(Proposal):
    """That what it is about still fits, and is looked at again on ``revisit`` (None: no day)."""

    revisit: date | None = None
    attainable: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Body):
    """One person's own consent, given or withdrawn: ``to`` is "export" (one's words in the other's
    exports) or "growth" (to going on together). It needs no one's answer."""

    to: str
    given: bool
    why: Words | None = None
