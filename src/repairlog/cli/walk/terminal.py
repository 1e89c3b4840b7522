"""The terminal as the guided review sees it: a fresh screen, one key, one line.

A key acts at once, so what is not one press of a key is none: words that are typed or pasted where
a key is asked for do nothing, and come with the arrow up where a text is asked for.
"""

from __future__ import annotations

import os
from collections.abc import Container
from dataclasses import dataclass
from shutil import get_terminal_size
from time import monotonic

from repairlog.cli import typed
from repairlog.cli.walk.keys import ENDS, ENTERS, Keys
from repairlog.text import one_line, visible

ENTER = ""
AT_ONCE = 0.35  # seconds without another letter, after which a letter was one press of a key
OWN_ENTER = 0.6  # seconds in which an enter key still belongs to the key before it

CLEAR = "\x1b[H\x1b[2J"

ONE_KEY = "One key, please."
KEPT = "Where a text is asked for, the arrow up brings what you typed."


@dataclass(slots=True)
class Terminal:
    """A person's terminal. Ctrl-C raises KeyboardInterrupt and Ctrl-D EOFError, at any question.

    ``unused`` is what was typed where a key was asked for; ``own_enter`` the moment until which an
    enter key is part of the last key.
    """

    unused: str = ""
    own_enter: float = 0.0

    @property
    def height(self) -> int:
        """How many lines the screen has."""
        return get_terminal_size().lines

    def fresh(self) -> None:
        """Begin a new screen; on a terminal that cannot, leave a blank line."""
        print("" if os.environ.get("TERM", "dumb") == "dumb" else CLEAR, end="\n", flush=True)

    def say(self, words: str) -> None:
        """Print a line, or several."""
        print(words, flush=True)

    def key(self, choices: Container[str]) -> str:
        """The next key that is one of the choices, as a small letter; ENTER for the enter key.

        What was typed before the question stood there is dropped: nobody answers unread.
        """
        self._rest_of_key()
        print(typed.PROMPT, end="", flush=True)
        with Keys(fresh=True) as keys:
            while True:
                pressed = self._pressed(keys)
                if pressed in choices:
                    return pressed
                if len(pressed) > 1:
                    self.unused = one_line(pressed)
                    print(f"\n  {ONE_KEY} {KEPT}\n{typed.PROMPT}", end="", flush=True)

    def _pressed(self, keys: Keys) -> str:
        """One press of a key, or all that was typed or pasted in its place; a blank for what is
        neither: an arrow, the enter key of the letter before it."""
        got = keys.read()
        if got in ENDS:
            print()
            raise EOFError
        if not got.strip(ENTERS):
            own, self.own_enter = monotonic() < self.own_enter, 0.0
            return " " if own else ENTER
        if not got.lstrip(ENTERS)[:1].isprintable():
            return " "
        since = monotonic()
        while not got.endswith(tuple(ENTERS)) and (more := keys.read(AT_ONCE)):
            got, since = got + more, monotonic()
        self.own_enter = 0.0 if got.endswith(tuple(ENTERS)) else since + OWN_ENTER
        words = got.strip(ENTERS)
        return words.casefold() if len(words) == 1 else words

    def _rest_of_key(self) -> str:
        """Let the enter key that belongs to the last key go by; returns what else was typed."""
        left, self.own_enter = self.own_enter - monotonic(), 0.0
        if left <= 0:
            return ""
        with Keys() as keys:
            return one_line(keys.read(left).strip())

    def line(self, question: str, *, free: bool = False) -> str:
        """One line, typed after a question and edited as one types; it may be empty. Of a paste
        it is the first line, or all of it if they say so where ``free`` text is asked for."""
        print(f"\n  {question}", flush=True)
        begun = self._rest_of_key()
        if not free:
            return typed.line(begun=begun)
        unused, self.unused = self.unused, ""
        return typed.text(within_reach=visible(unused), begun=begun)
