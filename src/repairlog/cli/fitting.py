"""Words on a terminal break between words, never inside one.

Only where a terminal shows them: a pipe and a file get each line whole.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

COMMAND = "repairlog "
NARROWEST = 20


def fitted(words: str, stream: TextIO, hang: str = "") -> str:
    """The words as the stream shows them best; what goes on below a line stands after ``hang``.

    A line with a command in it stays whole: it is there to be copied.
    """
    width = _width(stream)
    if width is None or all(len(line) <= width for line in words.split("\n")):
        return words
    return "\n".join(_broken(line, width, hang) for line in words.split("\n"))


def _broken(line: str, width: int, hang: str) -> str:
    if len(line) <= width or COMMAND in line:
        return line
    from textwrap import fill

    own = line[: len(line) - len(line.lstrip())]
    return fill(
        line,
        width,
        subsequent_indent=own or hang,
        replace_whitespace=False,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _width(stream: TextIO) -> int | None:
    """How many columns the terminal has; None where there is no terminal."""
    try:
        return max(os.get_terminal_size(stream.fileno()).columns, NARROWEST)
    except (OSError, ValueError):
        return None
