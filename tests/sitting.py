"""The real program in a pseudo-terminal: what a person presses, and the screen that they see."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Sequence
from types import TracebackType
from typing import Any

import pexpect
import pyte

WAIT = 20.0  # seconds that a screen may take on a busy machine
CTRL_C, CTRL_D, ENTER = "\x03", "\x04", "\r"
UP = "\x1b[A"


class Sitting:
    """One run of the program at a terminal of `columns` by `lines`.

    Use it as a context manager; whatever still runs at its end is stopped.
    """

    def __init__(
        self, argv: Sequence[str], *, columns: int = 80, lines: int = 24, **environ: str
    ) -> None:
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        env = {**os.environ, "COLUMNS": "", "LINES": "", **environ}
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "repairlog", *argv],
            dimensions=(lines, columns),
            env={name: value for name, value in env.items() if value},
            timeout=WAIT,
        )

    def __enter__(self) -> Sitting:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._child.close(force=True)

    # -- what is done --------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """Press keys, as they are."""
        for key in keys:
            self._child.send(key)

    def type(self, line: str) -> None:
        """Type a line and press enter."""
        self._child.send(f"{line}{ENTER}")

    # -- what is seen --------------------------------------------------------------------------

    @property
    def shown(self) -> str:
        """The lines of the screen, without the blanks at their ends."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def words(self) -> str:
        """The screen as running text, so that where a line was broken does not matter."""
        return " ".join(self.shown.split())

    def sees(self, *texts: str) -> None:
        """Wait until the screen says all of this, and waits for an answer."""
        end = time.monotonic() + WAIT
        while not (self._says(texts) and self._listens()):
            assert time.monotonic() < end, f"waited for {texts} in vain:\n{self.shown}"
            self._read()
        self._read()

    def reads(self, *texts: str) -> None:
        """Wait until the screen says all of this: a question that has no sign of its own."""
        end = time.monotonic() + WAIT
        while not self._says(texts):
            assert time.monotonic() < end, f"waited for {texts} in vain:\n{self.shown}"
            self._read()

    def clears(self) -> None:
        """Forget what the screen said so far."""
        self.screen.reset()

    def waits(self, seconds: float) -> None:
        """Let some time pass, and look at what it brings."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._read()

    def _says(self, texts: Sequence[str]) -> bool:
        return all(text in self.words for text in texts)

    def _listens(self) -> bool:
        return [line.strip() for line in self.shown.rstrip().splitlines()[-1:]] == [">"]

    def _read(self) -> bool:
        """Take in what the program prints for a moment; False once it has ended."""
        try:
            got: Any = self._child.read_nonblocking(65536, 0.05)  # bytes, whatever the stubs say
            self._stream.feed(got)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        return True

    def is_killed(self) -> None:
        """End the program in the middle of whatever it does, without a word."""
        self._child.kill(signal.SIGKILL)
        self._child.wait()

    def ends(self) -> int:
        """Wait for the end; returns the exit code."""
        end = time.monotonic() + WAIT
        while self._read():
            assert time.monotonic() < end, f"it did not end:\n{self.shown}"
        self._child.close()
        assert self._child.exitstatus is not None, f"signal {self._child.signalstatus}"
        return self._child.exitstatus
