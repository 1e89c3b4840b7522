"""The keys of a terminal, read one by one, on every system."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

END = "\x04"  # what Ctrl-D sends while keys are read one by one
ENDS = ("", END)
ENTERS = "\n\r"
MOST = 4096  # bytes in one reading: a whole paste, as far as a terminal takes it at once

if sys.platform == "win32":
    import msvcrt
    from time import monotonic, sleep

    POLL = 0.02  # seconds between two looks at the keyboard

    class Keys:
        """While it is open, keys are read as they are pressed; ``fresh``: none from before."""

        def __init__(self, *, fresh: bool = False) -> None:
            self._fresh = fresh

        def __enter__(self) -> Self:
            while self._fresh and msvcrt.kbhit():
                msvcrt.getwch()
            return self

        def __exit__(
            self,
            kind: type[BaseException] | None,
            problem: BaseException | None,
            trace: TracebackType | None,
        ) -> None:
            pass

        def read(self, wait: float | None = None) -> str:
            """What a press of a key sends, or a paste; nothing where ``wait`` seconds pass."""
            end = monotonic() + (wait or 0)
            while wait is not None and not msvcrt.kbhit():
                if monotonic() >= end:
                    return ""
                sleep(POLL)
            got = msvcrt.getwch()
            if got == "\x03":
                raise KeyboardInterrupt
            if got in ("\x00", "\xe0"):  # an arrow or a function key: its second half says which
                return "\x00" + msvcrt.getwch()
            return END if got == "\x1a" else got

else:
    import os
    import select
    import termios
    import tty

    class Keys:
        """While it is open, keys are read as they are pressed; ``fresh``: none from before."""

        def __init__(self, *, fresh: bool = False) -> None:
            self._stream = sys.stdin.fileno()
            self._when = termios.TCSAFLUSH if fresh else termios.TCSADRAIN
            self._before = termios.tcgetattr(self._stream)

        def __enter__(self) -> Self:
            tty.setcbreak(self._stream, self._when)
            return self

        def __exit__(
            self,
            kind: type[BaseException] | None,
            problem: BaseException | None,
            trace: TracebackType | None,
        ) -> None:
            termios.tcsetattr(self._stream, termios.TCSADRAIN, self._before)

        def read(self, wait: float | None = None) -> str:
            """What a press of a key sends, or a paste; nothing where ``wait`` seconds pass, or at
            the end of all input."""
            if not select.select([self._stream], [], [], wait)[0]:
                return ""
            return os.read(self._stream, MOST).decode("utf-8", "replace")
