"""What the ground rules gently say of a conversation: longer than agreed, or off the safe topics.

Each talk is looked at with the rules that held when it was. Whether a topic was a safe one is told
by its words alone, so what is said is a remark and never a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from repairlog.kinds.agreement import Rule
from repairlog.kinds.conversations import Talk
from repairlog.readings.assent import Bound, at_once, declined
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record
from repairlog.readings.versions import Held, courses
from repairlog.text import one_line


@dataclass(frozen=True, slots=True)
class Kept:
    """A ground rule that held for a time: for its writer ``by`` from ``since`` on, for the other
    from their ``yes`` on (None: it stands as its writer's own)."""

    rule: Rule
    by: str
    yes: Bound | None
    since: Bound
    until: Bound | None

    @property
    def agreed(self) -> bool:
        """Whether it is both's."""
        return self.yes is not None

    def covers(self, talk: Item) -> bool:
        """Whether it held for the talk, when that was."""
        mine = self.by == talk.by or (self.yes is not None and _by_then(self.yes, talk))
        return (
            mine and _by_then(self.since, talk) and not (self.until and _by_then(self.until, talk))
        )


@dataclass(frozen=True, slots=True)
class GentleNote:
    """What is gently said beside an account. ``sort``: "limit" or "topic", of which only the echo
    of the one who writes it down speaks."""

    sort: str
    text: str


def _by_then(one: Bound, talk: Item) -> bool:
    if one.day == talk.day and talk.at is not None:
        return (one.at, one.order) < (talk.at, talk.order)
    return one.day <= talk.day


def rules_kept(record: Record, settings: Settings) -> tuple[Kept, ...]:
    """Every version of a ground rule that ever held, but those that the other would rather not."""
    since = settings.partner_since
    held = (one for course in courses(record, since) for one in course.held)
    return tuple(kept for one in held if (kept := _kept(record, one)))


def _kept(record: Record, held: Held) -> Kept | None:
    item, yes = held.item, held.bound.assent
    if not isinstance(item.body, Rule) or (yes is None and declined(record, item)):
        return None
    return Kept(item.body, item.by, at_once(yes) if yes else None, held.bound, held.until)


def gentle_notes(talk: Item, rules: Iterable[Kept], *, alone: bool) -> tuple[GentleNote, ...]:
    """What is said beside one account; nothing where no rule speaks of it."""
    held = [kept for kept in rules if kept.covers(talk)]
    return (*_over_limit(talk, held, alone=alone), *_off_topic(talk, held))


def _over_limit(talk: Item, held: list[Kept], *, alone: bool) -> Iterator[GentleNote]:
    limits = [(kept.rule.minutes, kept) for kept in held if kept.rule.minutes is not None]
    minutes = talk.body.minutes if isinstance(talk.body, Talk) else None
    if minutes is None or not limits:
        return
    limit, kept = min(limits, key=lambda each: each[0])
    if minutes > limit:
        count = "1 minute" if limit == 1 else f"{limit} minutes"
        words = f"{_whose([kept])} {count} at most; this was {minutes}. {_look(alone)}"
        yield GentleNote("limit", words)


def _off_topic(talk: Item, held: list[Kept]) -> Iterator[GentleNote]:
    named = [kept for kept in held if kept.rule.topics]
    topics = dict.fromkeys(topic for kept in named for topic in kept.rule.topics)
    text = talk.body.text if isinstance(talk.body, Talk) else ""
    if not topics or not text or any(_words(topic) & _words(text) for topic in topics):
        return
    safe = ", ".join(map(one_line, topics))
    yield GentleNote("topic", f"For easier talks {_who(named)} chose: {safe}. {OTHERWISE}")


OTHERWISE = "Talks about other things have their place, too."
"""What is said of a topic beside the safe ones: that it came up is nothing to mend."""


def _who(rules: Iterable[Kept]) -> str:
    return "you both" if all(kept.agreed for kept in rules) else "you"


def _whose(rules: Iterable[Kept]) -> str:
    """How the rule came about; one that stands as one person's own speaks to that person."""
    return "You agreed on" if all(kept.agreed for kept in rules) else "You set yourself"


def _look(alone: bool) -> str:
    return "It may be worth another look." if alone else "It may be worth looking at together."


_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(
    (
        *("a", "about", "an", "and", "are", "at", "be", "by", "for", "from", "how", "i", "in"),
        *("into", "is", "it", "its", "me", "my", "of", "on", "or", "our", "the", "their"),
        *("them", "there", "they", "this", "to", "up", "us", "we", "what", "when", "where"),
        *("with", "you", "your"),
    )
)
"""Words that do not say what a text is about."""


def _words(text: str) -> frozenset[str]:
    """The words that say what a text is about, one of several the same as several of one."""
    every = [word.casefold() for word in _WORD.findall(text)]
    telling = [word for word in every if word not in _SMALL] or every
    return frozenset(word.removesuffix("s") if len(word) > 3 else word for word in telling)
