"""A promise whose words end in a date or a rule, of which no option says anything.

Words are words, so it was saved as it stands; what its writer may have meant is offered after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from shlex import quote

from repairlog.cli import echo
from repairlog.cli.session import Session
from repairlog.cli.terms import Said, read_terms
from repairlog.dates import Tense, read_time
from repairlog.errors import Misread, RepairlogError, Unwritable

LEADS = frozenset({"by", "until", "every", "at"})
"""The words that lead to when something is promised, which are options of the same name."""

_STOPS = ".,;!"


def offered(s: Session, text: str, more: Mapping[str, str | None]) -> str | None:
    """How to take the promise back, and the line that makes it with its date; ``more`` are the
    other options that were said. None where its words end in none."""
    words = text.split(" ")
    if "\n" in text or any(word.startswith("-") for word in words):
        return None
    for place in range(1, len(words)):
        if words[place].casefold() in LEADS and (said := _read(s, words[place:])):
            undo = echo.undo(s)
            options = [*_options(said), *(f"--{k} {quote(v)}" for k, v in more.items() if v)]
            rest = " ".join(words[:place])
            plain = all(word == quote(word) for word in words[:place])
            line = ["repairlog commit", rest if plain else quote(rest), *options]
            again = " ".join(line) + undo.removeprefix("repairlog undo")
            return f"It is words only, no date. To give it one: {undo}, then {again}"
    return None


def _options(said: Said) -> Iterator[str]:
    for one in fields(said):
        if value := getattr(said, one.name):
            yield f"--{one.name} {quote(value)}"


def _read(s: Session, words: list[str]) -> Said | None:
    """The options that the words are, if they are nothing else and can be read."""
    parts: dict[str, list[str]] = {}
    lead = ""
    for word in words:
        if word.casefold() in LEADS:
            lead = word.casefold()
            if lead in parts:
                return None
            parts[lead] = []
        else:
            parts[lead].append(word)
    said = {lead: " ".join(part).rstrip(_STOPS) for lead, part in parts.items()}
    if not all(said.values()):
        return None
    try:
        if "by" in said:
            said["by"] = _one_day(s, said["by"])
        if set(said) == {"at"}:
            read_time(said["at"])
            said = {"by": said["at"]}
            if s.when(said["by"], Tense.AHEAD).at is None:
                return None
        found = Said(**said)
        read_terms(s, found)
    except Unwritable:
        raise
    except RepairlogError:
        return None
    return found


def _one_day(s: Session, words: str) -> str:
    """The words of a day; of one that could be two, the first. Raises Misread for no day."""
    try:
        s.when(words, Tense.AHEAD)
    except Misread as told:
        which = told.mend.partition("Say which: ")[2]
        if not which:
            raise
        return which.partition(" or ")[0].partition(",")[0]
    return words
