"""The terminal as the guided review sees it: a fresh screen, one key, one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Container
from shutil import get_terminal_size

from repairlog.cli import typed

ENTER = ""
END = "\x04"  # what Ctrl-D sends while keys are read one by one
LONGEST_KEY = 64  # bytes: what an arrow, or a slip of the hand, sends at once
AT_ONCE = 0.25  # seconds in which an enter key still belongs to the letter before it

CLEAR = "\x1b[H\x1b[2J"


class Terminal:
    """A person's terminal. Ctrl-C raises KeyboardInterrupt and Ctrl-D EOFError, at any question."""

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

        What was typed before the question stood there is dropped: nobody answers unread. So is
        an enter key that follows a letter at once, as after a line.
        """
        print("  > ", end="", flush=True)
        while True:
            typed = _read_key().casefold()
            if typed in ("", END):
                print()
                raise EOFError
            key = ENTER if typed in ("\n", "\r") else typed
            if key in choices:
                return key

    def line(self, question: str, *, free: bool = False) -> str:
        """One line, typed after a question and edited as one types; it may be empty. Of a paste
        it is the first line, or all of it if they say so where ``free`` text is asked for."""
        print(f"\n  {question}", flush=True)
        return typed.text() if free else typed.line()


if sys.platform == "win32":

    def _read_key() -> str:
        import msvcrt

        while msvcrt.kbhit():
            msvcrt.getwch()
        typed = msvcrt.getwch()
        if typed == "\x03":
            raise KeyboardInterrupt
        if typed in ("\x00", "\xe0"):  # an arrow or a function key: its second half says which
            return typed + msvcrt.getwch()
        return END if typed == "\x1a" else typed

else:

    def _read_key() -> str:
        """What one press of a key sends; an arrow sends several characters at once."""
        import select
        import termios
        import tty

        stream = sys.stdin.fileno()
        before = termios.tcgetattr(stream)
        try:
            tty.setcbreak(stream, termios.TCSAFLUSH)
            typed = os.read(stream, LONGEST_KEY).decode("utf-8", "replace")
            if typed.isalnum() and select.select([stream], [], [], AT_ONCE)[0]:
                os.read(stream, LONGEST_KEY)
        finally:
            termios.tcsetattr(stream, termios.TCSADRAIN, before)
        return typed
