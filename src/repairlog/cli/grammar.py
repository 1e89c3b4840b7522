"""How a line is read: words first, then options; nothing on it is dropped, swallowed or misplaced.

What could be read in two ways is refused, with the spelling that works.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from repairlog.dates import quoted
from repairlog.errors import Misread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Protocol

    class Context(Protocol):
        """What a command hands on of Typer's context, or in its place (cli/quick.py)."""

        obj: Any


@dataclass(frozen=True, slots=True)
class Known:
    """An option that a line may hold. `metavar` is empty for a flag; `[WHEN]` may stand alone."""

    name: str
    fills: str  # the command's parameter, or the field of Globals
    metavar: str = ""
    repeats: bool = False
    everywhere: bool = False

    @property
    def kind(self) -> str:
        return self.metavar.strip("[]…")


EVERYWHERE: Mapping[str, Known] = {
    known.name: known
    for known in (
        Known("--journal", "journal", "PATH", everywhere=True),
        Known("--as", "as_", "NAME", everywhere=True),
        Known("--private", "private", everywhere=True),
        Known("--json", "json", everywhere=True),
        Known("--demo", "demo", everywhere=True),
        Known("--version", "version", everywhere=True),
    )
}


@dataclass(frozen=True, slots=True)
class Globals:
    """What was said, before or after the command, in the options that every command takes."""

    journal: str | None = None
    as_: str | None = None
    private: bool = False
    json: bool = False
    demo: bool = False

    @classmethod
    def of(cls, context: Context) -> Globals:
        """Those that a command was called with."""
        return context.obj if isinstance(context.obj, Globals) else cls()


def merged(so_far: Globals, given: Iterable[tuple[Known, str | None]], path: str) -> Globals:
    """What was said globally so far, and now. Two different things said are refused."""
    for known, value in given:
        if not known.everywhere or known.fills in ("help", "version"):
            continue
        before, now = getattr(so_far, known.fills), True if value is None else value
        change: dict[str, Any] = {known.fills: now}
        if before and before != now:
            raise Misread(
                f"{known.name} says {quoted(str(before))}, then {quoted(str(now))};"
                " it can say only one thing.",
                f"{path} … {known.name} {now}",
            )
        so_far = replace(so_far, **change)
    return so_far


def reads_on(kind: str, words: str, more: str) -> bool:
    """Would `more` go on with the date, time or rule that `words` already are?"""
    from repairlog import dates, recurrence

    if kind == "RULE":
        return recurrence.rule_extends(words, more)
    if kind == "TIME":
        with suppress(Misread):
            dates.read_time(f"{words} {more}")
            return True
        return False
    # Neither the settings nor the direction of the look is known yet: any will do.
    now, calendar = dates.read_clock(os.environ), dates.Calendar()
    return any(dates.extends(words, more, now, calendar, tense) for tense in dates.Tense)


# The values that a following word might go on with: `--by fri` and then `18:00`.
DATED = frozenset({"WHEN", "RULE", "TIME"})
_LONGEST_DATE = 6  # words

ReadsOn = Callable[[str, str, str], bool]


class Reader:
    """One line, read from left to right. `words` and `given` are what it says."""

    def __init__(
        self,
        path: str,
        options: Mapping[str, Known],
        args: Sequence[str],
        *,
        takes_words: bool = True,
        words_lead: bool = False,
        reads_on: ReadsOn,
    ) -> None:
        self.path = path
        self.options = options
        self.args = list(args)
        self.takes_words = takes_words
        self.words_lead = words_lead  # words stand before the command's own options, or nowhere
        self.reads_on = reads_on
        self.at = 0
        self.words: list[str] = []
        self.given: list[tuple[Known, str | None]] = []
        self.before = 0  # how many of the given stand before the words

    def leading(self) -> list[str]:
        """Read the known options that stand first; return what follows them."""
        while self._next_is_known():
            self._take_option()
        return self.args[self.at :]

    def whole(self) -> Reader:
        """Read the whole line."""
        self._take_words()
        while self.at < len(self.args):
            self._take_option()
            if not self.words:
                self._take_words()
            elif misplaced := self._run():
                raise self._misplaced(misplaced)
        return self

    def says(self, what: str) -> bool:
        """Was the option that fills `what` on the line?"""
        return any(known.fills == what for known, _ in self.given)

    def _take_words(self) -> None:
        """Take the words that stand first; a `--` before them makes words of all that follows."""
        self.before = len(self.given)
        if self.args[self.at : self.at + 1] == ["--"]:
            self.words, self.at = self.args[self.at + 1 :], len(self.args)
        else:
            self.words = self._run()

    def _run(self, most: int | None = None) -> list[str]:
        """Take the words up to the next option, at most so many."""
        start = self.at
        end = len(self.args) if most is None else min(start + most, len(self.args))
        while self.at < end and not dashed(self.args[self.at]):
            self.at += 1
        return self.args[start : self.at]

    def _take_option(self) -> None:
        token = self.args[self.at]
        name, equals, attached = token.partition("=")
        known = self.options.get(name)
        if known is None:
            raise self._unknown(token)
        self.at += 1
        value = None
        if known.metavar:
            value = self._value(known, attached if equals else None)
        elif equals:
            raise Misread(
                f"{name} takes no value; {quoted(attached)} was given to it.",
                spelled(self.path, *self.args[: self.at - 1], name, *self.args[self.at :]),
            )
        self._note(known, value)

    def _value(self, known: Known, attached: str | None) -> str:
        """What belongs to an option: one word before the words, all up to the next one after."""
        takes_all = bool(self.words) or not self.takes_words
        takes_all = takes_all or (self.words_lead and not known.everywhere)
        pieces = [] if attached is None else [attached]
        if pieces or self.args[self.at : self.at + 1] != ["--"]:
            pieces += self._run(None if takes_all else 1 - len(pieces))
        value = " ".join(pieces)
        if not value.strip() and (attached is not None or not known.metavar.startswith("[")):
            raise self._without_value(known)
        if known.kind in DATED:
            self._refuse_cut_date(known, value)
        return value

    def _note(self, known: Known, value: str | None) -> None:
        others = [pair for pair in self.given if pair[0].fills != known.fills]
        before = next((pair for pair in self.given if pair not in others), None)
        same_again = known.everywhere and before is not None and before[1] == value
        if before is not None and not known.repeats and not same_again:
            lines = [
                spelled(self.path, *self.words, *_told([*others, pair]), *self.args[self.at :])
                for pair in (before, (known, value))
            ]
            raise Misread(
                f"{known.name} stands on this line twice; it can say only one thing.",
                "\n".join(dict.fromkeys(lines)),
            )
        self.given.append((known, value))

    def taken_by_option(self) -> str:
        """The line on which the words belong to the option before them, if that may be meant."""
        if not self.before or not self.words or self.given[self.before - 1][1] is None:
            return ""
        known, value = self.given[self.before - 1]
        whole = f"{known.name}={' '.join([value or '', *self.words])}"
        told = self._told()
        return spelled(self.path, *told[: self.before - 1], whole, *told[self.before :])

    # --- what is refused, and the line that works ---

    def _refuse_cut_date(self, known: Known, value: str) -> None:
        start = self.at
        run = self._run()
        rest = self.args[self.at :]
        self.at = start
        for count in range(min(len(run), _LONGEST_DATE), 0, -1):
            more = " ".join(run[:count])
            if not self.reads_on(known.kind, value, more):
                continue
            words, options = run[count:], [*self._told(), *rest]
            whole = f"{value} {more}"
            late = [*words, known.name, *whole.split()] if words else [f"{known.name}={whole}"]
            raise Misread(
                f"{quoted(more)} could belong to {known.name} {value} or begin the words. Which?",
                f"{spelled(self.path, *late, *options)}\n"
                f"{spelled(self.path, *run, known.name, *value.split(), *options)}",
            )

    def _without_value(self, known: Known) -> Misread:
        sentence = f"{known.name} stands without its {known.kind}."
        following = self.args[self.at : self.at + 1]
        if not following or self._next_is_known():
            return Misread(sentence, f"{self.path} … {known.name} {known.kind}")
        end = self._until_known(self.at)
        value = " ".join(self.args[self.at : end])
        return Misread(
            f"{sentence} A value that begins with a dash is joined to it with '='.",
            spelled(
                self.path,
                *self.args[: self.at - 1],
                f"{known.name}={value}",
                *self.args[end:],
            ),
        )

    def _misplaced(self, misplaced: list[str]) -> Misread:
        known = self.given[-1][0]
        return Misread(
            f"{quoted(' '.join(misplaced))} stands after {known.name}, which takes no words."
            " Words come first, then options.",
            spelled(self.path, *self.words, *misplaced, *self._told(), *self.args[self.at :]),
        )

    def _unknown(self, token: str) -> Misread:
        name = token.partition("=")[0]
        near, meant = self._meant(token)
        mend = []
        if near:
            mend.append(spelled(self.path, *self.args[: self.at], *meant))
        if as_word := self._as_word():
            mend.append(f"{'or, as a word: ' if near else ''}{as_word}")
        sentence = f"There is no option {quoted(name)} here. Did you mean {near}?"
        if not near:
            sentence = f"{quoted(name)} begins with a dash, and no option here is called so."
        return Misread(sentence, "\n".join(mend) or f"{self.path} --help")

    def _meant(self, token: str) -> tuple[str, list[str]]:
        """The option that was most likely meant, and the rest of the line with it: one with which
        the line reads, up to what it says next; else nothing."""
        name, equals, attached = token.partition("=")
        end = self._until_dashed(self.at + 1)
        following, rest = self.args[self.at + 1 : end], self.args[end:]
        for near in dict.fromkeys([*_ALIKE.get(name, ()), *_near(name, self.options)]):
            if near not in self.options:
                continue
            value = [f"{near}={attached}" if equals else near, *following]
            if (name, near) == ("--at", "--on"):
                value = [near, *_of_today([*([attached] if equals else []), *following])]
            if self._would_read([*self.args[: self.at], *value]):
                return near, [*value, *rest]
        return "", []

    def _would_read(self, args: list[str]) -> bool:
        reader = Reader(
            self.path,
            self.options,
            args,
            takes_words=self.takes_words,
            words_lead=self.words_lead,
            reads_on=self.reads_on,
        )
        try:
            reader.whole()
        except Misread:
            return False
        return self.takes_words or not reader.words

    def _until_dashed(self, start: int) -> int:
        every = len(self.args)
        return next((n for n in range(start, every) if dashed(self.args[n])), every)

    def _as_word(self) -> str:
        """The line on which the word with a dash, at which reading stopped, is text."""
        end = self._until_known(self.at)
        text, rest = self.args[self.at : end], self.args[end:]
        in_words = self.takes_words and len(self.given) == self.before
        if not in_words and self.given and self.given[-1][1] is not None:
            *told, (known, value) = self.given
            joined = " ".join([value or "", *text])
            return spelled(self.path, *self.words, *_told(told), f"{known.name}={joined}", *rest)
        if not self.takes_words:
            return ""
        return spelled(self.path, *self._told(), *_joined(rest), "--", *self.words, *text)

    def _told(self) -> list[str]:
        return _told(self.given)

    def _next_is_known(self) -> bool:
        return self.at < len(self.args) and self._is_known(self.args[self.at])

    def _is_known(self, token: str) -> bool:
        return dashed(token) and token.partition("=")[0] in self.options

    def _until_known(self, start: int) -> int:
        end = start
        while end < len(self.args) and not self._is_known(self.args[end]):
            end += 1
        return end


def dashed(token: str) -> bool:
    """Does the token begin with a dash? Neither a lone one, nor `--` inside a text, counts."""
    return token.startswith("-") and token not in ("-", "--")


def _told(given: Iterable[tuple[Known, str | None]]) -> list[str]:
    return [known.name if value is None else f"{known.name}={value}" for known, value in given]


def _joined(tokens: Iterable[str]) -> list[str]:
    """Options with their words, each made one token: `--by=fri 18:00`."""
    made: list[str] = []
    for token in tokens:
        if dashed(token) or not made:
            made.append(token)
        else:
            made[-1] += (" " if "=" in made[-1] else "=") + token
    return made


def spelled(path: str, *tokens: str) -> str:
    """A command line as one would type it, quoted where the shell needs it, cut if very long."""
    from shlex import quote

    made = [path]
    for token in tokens:
        name, equals, value = token.partition("=")
        made.append(f"{name}={quote(value)}" if equals and dashed(name) else quote(token))
    line = " ".join(made)
    return line if len(line) <= 400 else f"{line[:400]} …"


def nearest(name: str, names: Iterable[str], least: float = 0.6) -> str:
    """The name that was most likely meant, or nothing: it is alike by ``least`` of 1."""
    return next(iter(_near(name, names, least)), "")


def _near(name: str, names: Iterable[str], least: float = 0.6) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name, list(names), n=3, cutoff=least)


_ALIKE: Mapping[str, Sequence[str]] = {
    "--at": ("--on",),
    "--on": ("--by",),
    "--by": ("--until", "--on"),
    "--when": ("--on", "--by"),
    "--date": ("--on", "--by"),
    "--time": ("--at", "--on"),
}
"""What another command calls so, and what says the same where it is not called so."""


def _of_today(words: Sequence[str]) -> list[str]:
    """A time alone as the time of today: that is when one says it."""
    from repairlog import dates

    with suppress(Misread):
        dates.read_time(" ".join(words))
        return ["today", *words]
    return list(words)
