"""What a command still needs, asked at a terminal one thing after another; nothing typed is lost.

Who leaves a needed answer empty, twice, gets all of it back, with the whole line that saves it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from shlex import quote

from repairlog.cli import ask, nudging, texts
from repairlog.cli.session import Session
from repairlog.cli.terms import Said, read_terms
from repairlog.errors import Misread, RepairlogError, Unwritable
from repairlog.text import check, one_line, visible

BY_WHEN = "By when? (friday, in 2 weeks …; Enter: no date)"


@dataclass(frozen=True, slots=True)
class Asked:
    """A text that a command needs: what it is called on the line, and what a terminal asks."""

    name: str
    ask: str


@dataclass(frozen=True, slots=True)
class Needs:
    """The texts that a command needs, and what else was said on its line (``rest``)."""

    command: str
    asked: tuple[Asked, ...]
    rest: tuple[str, ...] = ()

    def all_of(self, s: Session, given: Sequence[str | None], *, edit: bool = False) -> list[str]:
        """Every text, the first one from `-` or the editor if that was said.

        A terminal is asked for each that is missing. Raises Misread elsewhere, naming them all;
        and where an answer stays empty, with the line that would save the others.
        """
        missing = self.missing(given, edit=edit)
        if missing and (s.said.json or not texts.on_terminal()):
            names = [one.name.removesuffix(" TEXT") for one in missing]
            raise Misread(
                f"Still to be said: {', '.join(names)}.",
                " ".join(["repairlog", self.command, *(one.name for one in self.asked)]),
            )
        checked = [check(words) if words else None for words in given[1:]]
        found: list[str] = []
        for place, (one, words) in enumerate(zip(self.asked, [given[0], *checked], strict=True)):
            with texts.kept_in_sight("\n".join(text for text in found if text not in given)):
                if place == 0 and (words or edit):
                    typed = [words] if words else []
                    words = texts.take(typed, edit=edit, ask=one.ask, json=s.said.json)
                found.append(words or self._asked(one, [*found, None, *checked[place:]]))
        return found

    def missing(self, given: Sequence[str | None], *, edit: bool = False) -> list[Asked]:
        """What is still to be said."""
        named = [one for one, words in zip(self.asked, given, strict=True) if not words]
        return [one for one in named if not (edit and one is self.asked[0])]

    def _asked(self, one: Asked, so_far: Sequence[str | None]) -> str:
        words = texts.asked(one.ask)
        if not words:
            raise Misread(
                f"Nothing was saved: {one.name.removesuffix(' TEXT')} is still to be said. "
                "The whole line, with its place left for it:",
                self.line(so_far),
            )
        return nudging.heeded(check(words))

    def line(self, said: Sequence[str | None]) -> str:
        """The command line that says all this, with the names of what is not said yet."""
        words = [
            " ".join(
                [*one.name.split()[:-1], quote(one_line(text)) if text else one.name.split()[-1]]
            )
            for one, text in zip(self.asked, said, strict=True)
        ]
        return " ".join(["repairlog", self.command, *words, *self.rest])


def rest(**options: str | bool | None) -> tuple[str, ...]:
    """Options that were said, as they stand on a line."""
    return tuple(
        f"--{name}" if words is True else f"--{name} {quote(str(words))}"
        for name, words in options.items()
        if words
    )


def by_when(s: Session, question: str = BY_WHEN) -> str | None:
    """By when, in words that can be read; None for an empty line. What cannot is told, and asked
    for again."""
    while words := ask.line(question):
        said = words[3:].strip() if words.casefold().startswith("by ") else words
        try:
            read_terms(s, Said(by=said))
        except Unwritable:
            raise
        except RepairlogError as told:
            near = told.mend.partition("\n")[0]
            print(f"  {visible(told.sentence)}", file=sys.stderr)
            if near.startswith(("Did you mean", "Say which")):
                print(f"  {visible(near)}", file=sys.stderr)
        else:
            return said
    return None
