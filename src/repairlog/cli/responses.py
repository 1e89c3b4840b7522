"""The response that a trigger names: what both agreed to do under that name, if they did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from shlex import quote

from repairlog.cli import load
from repairlog.cli.session import Session
from repairlog.dates import day_text, quoted
from repairlog.kinds.agreement import Response
from repairlog.readings.agreed_words import known_by
from repairlog.readings.agreement import Agreed, Agreement, agreement
from repairlog.readings.wording import GONE, listed
from repairlog.text import check, one_line

PAUSE = re.compile(r"\bpaus(?:e|es|ed|ing)\b|\btime[- ]?out\b", re.IGNORECASE)
"""What a chosen response says when it is a pause, which needs a time to be back; one that was
agreed may be called otherwise and still be one."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The response that was chosen: its name or words, what both agreed to under it (None: not
    yet), and the agreement that it was looked for in."""

    words: str
    response: Agreed | None
    agreement: Agreement

    @property
    def body(self) -> Response | None:
        """What was agreed to."""
        found = self.response.body if self.response else None
        return found if isinstance(found, Response) else None

    @property
    def pause(self) -> bool:
        """Whether it is a pause, and so needs a time to be back."""
        return bool(PAUSE.search(self.words)) or (self.body is not None and self.body.pause)


def chosen(s: Session, words: str | None) -> Chosen | None:
    """The response under the name by which both know it, or in the words that were typed."""
    if not words:
        return None
    standing = agreement(load.agreement(s.journal), s.settings, s.now)
    found = standing.response(check(words))
    if found and not (found.holds_for(s.writer) and (found.agreed or s.settings.alone)):
        found = None
    name = found.body.name if found and isinstance(found.body, Response) else ""
    return Chosen(name or check(words), found, standing)


def told(s: Session, chosen: Chosen | None) -> list[str]:
    """What both agreed to do, in their words; or, gently, that it is not agreed yet."""
    if chosen is None:
        return []
    if chosen.response and chosen.body:
        agreed = chosen.response.agreed_on
        whose = f"Agreed on {day_text(agreed, s.now)}" if agreed else "Your own response"
        words = GONE if chosen.response.erased else f'"{one_line(chosen.body.text)}"'
        return [f"{whose}: {words}"]
    return [] if s.private else _not_agreed(s, chosen)


def _not_agreed(s: Session, chosen: Chosen) -> list[str]:
    asked = _waiting_of(chosen)
    if asked:
        whose = s.settings.other(asked.by) or asked.by
        return [f"{quoted(chosen.words)} waits for {whose}'s yes: repairlog agree {asked.ref}"]
    names = list(_names(s, chosen.agreement))
    known = f" Agreed so far: {listed(names)}." if names else ""
    line = f"repairlog agreement response {quote(one_line(chosen.words))} TEXT…"
    if s.settings.alone:
        return [f"{quoted(chosen.words)} is none of your responses yet.", f"To say what: {line}"]
    return [f"{quoted(chosen.words)} is not agreed yet.{known}", f"To propose it: {line}"]


def _names(s: Session, agreement: Agreement) -> Iterator[str]:
    for one in agreement.responses:
        if isinstance(one.body, Response) and one.body.name and (one.agreed or s.settings.alone):
            yield one_line(one.body.name)


def _waiting_of(chosen: Chosen) -> Agreed | None:
    """What was proposed under this name and is not answered."""
    wanted = known_by(chosen.words)
    for one in (*chosen.agreement.waiting, *chosen.agreement.responses):
        if isinstance(one.body, Response) and known_by(one.body.name) == wanted and one.asked:
            return one
    return None
