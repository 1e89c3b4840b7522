"""One person at the terminal of the guided review: what they type, read, and what is saved."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time
from typing import TypeVar

from repairlog.cli import nudging, texts
from repairlog.cli.session import Session
from repairlog.cli.terms import Said, read_terms
from repairlog.cli.walk.terminal import Terminal
from repairlog.dates import Tense, When, read_time
from repairlog.entries import Entry
from repairlog.errors import RepairlogError, Unwritable
from repairlog.journal import Draft
from repairlog.kinds.body import Body
from repairlog.kinds.commitments import Terms
from repairlog.kinds.reviews import Asked
from repairlog.readings.agenda import Question
from repairlog.readings.review import ReviewReport
from repairlog.text import check, visible

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Saved:
    """What an answer came to: in words, and what it wrote. ``stays``: the question is put once
    more, for there may be more to say. ``split``: questions to put instead of it."""

    told: str
    written: tuple[Entry, ...] = ()
    stays: bool = False
    split: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Asking:
    """Who is asked (the session's writer), where they type, and the week that it is about."""

    session: Session
    terminal: Terminal
    report: ReviewReport

    def person(self, name: str) -> Asking:
        """The same, for another person at the same terminal."""
        said = replace(self.session.said, as_=name)
        return replace(self, session=replace(self.session, said=said))

    # -- what they type ------------------------------------------------------------------------

    def text(self, question: str, *, quotes: bool = False, needed: bool = False) -> str | None:
        """A text as its writer wants it saved, or None where the line stays empty. ``quotes``: it
        repeats what the other said. ``needed``: an empty line is asked about once more."""

        def read(words: str) -> str:
            return check(words) if quotes else nudging.heeded(check(words))

        return self._read(question, read, free=True, needed=needed)

    def rating(self, question: str) -> int | None:
        """A number from 0 to 10, or None."""
        return self._read(question, lambda words: texts.rating(words, "It"))

    def ahead(self, question: str) -> When | None:
        """A day to come, or None."""
        return self._read(question, lambda words: self.session.when(words, Tense.AHEAD))

    def clock(self, question: str) -> time | None:
        """A time of day, or None."""
        return self._read(question, read_time)

    def past(self, question: str) -> When | None:
        """A day that was, or None."""
        return self._read(question, lambda words: self.session.past(words))

    def terms(
        self, question: str, before: Terms | None = None, *, needed: bool = False
    ) -> Terms | None:
        """When something is promised: `friday 18:00`, `every weekday at 18:00`; or None."""

        def read(words: str) -> Terms:
            return read_terms(self.session, said_terms(words, before), before)

        return self._read(question, read, needed=needed)

    def _read(
        self, question: str, read: Callable[[str], T], *, free: bool = False, needed: bool = False
    ) -> T | None:
        """What the line means; what cannot be read is told, and asked for again."""
        while words := self._line(question, free=free, needed=needed):
            try:
                return read(words)
            except Unwritable:
                raise
            except RepairlogError as told:
                self.terminal.say(visible(f"  {told.sentence}"))
                near = told.mend.partition("\n")[0]
                if near.startswith("Did you mean"):
                    self.terminal.say(visible(f"  {near}"))
        return None

    def _line(self, question: str, *, free: bool, needed: bool) -> str:
        words = self.terminal.line(question, free=free)
        return words if words or not needed else self.terminal.line(texts.ONCE_MORE, free=free)

    # -- what is saved -------------------------------------------------------------------------

    @property
    def of_the_week(self) -> When | None:
        """When something of the week was: now, or its last day once the week is over."""
        return When(self.report.week.last, None) if self.report.over else None

    def say(self, body: Body, about: str | None = None, on: When | None = None) -> Draft:
        """A draft by the person asked."""
        return self.session.draft(body, about=about, on=on)

    def keep(self, *drafts: Draft) -> tuple[Entry, ...]:
        """Write them as one command."""
        with self.session.writing() as writer:
            for draft in drafts:
                writer.append(draft)
            return tuple(writer.written)

    def put(self, key: str) -> Draft:
        """That the question of this key was put, and needs no second putting."""
        return self.say(Asked(week=self.report.week.first, question=key))

    def leave(self, question: Question) -> None:
        """Leave a question for later, unless it was left already."""
        if question.key not in self.report.left:
            self.keep(self.put(question.key))


_EVERY = re.compile(r"(?:every\s+)?(.+?)(?:\s+(?:at|by)\s+(\S+))?", re.IGNORECASE)
_CLOCK = re.compile(r"(?:at|by)\s+(\S+)", re.IGNORECASE)


def said_terms(words: str, before: Terms | None = None) -> Said:
    """The options that a line stands for: `every weekday at 18:00`, `by friday`, `friday 18:00`;
    for a promise that recurs already, `weekday at 18:00` and `at 18:00`, too."""
    recurs = before is not None and not before.once
    if recurs and (clock := _CLOCK.fullmatch(words)):
        return Said(at=clock[1])
    if recurs or words.casefold().startswith("every "):
        rule = _EVERY.fullmatch(words)
        assert rule is not None  # it takes any text
        return Said(every=rule[1], at=rule[2])
    return Said(by=words[3:].strip() if words.casefold().startswith("by ") else words)
