"""`--as NAME` on a line goes on in the lines that are offered in answer to it.

`repairlog --as Ben` shows what waits for Ben; what it offers would else be done as somebody else.
"""

from __future__ import annotations

import re

PROGRAM = "repairlog"

_OFFERED = re.compile(
    # Where a line is offered, not where somebody's words mention the program …
    r"(?:(?<=: )|(?<=, )|(?<=  )|(?<=\n)|^)repairlog"
    # … and what it calls is done by somebody, and is not said to be by somebody else already.
    r"(?=$|\n| (?!--|init\b|help\b|away\b|doctor\b|settings me\b|import\b|restore\b))"
)
_FOR_SOMEBODY = re.compile(r"waits for|can say|· for ")
_SAYS_WHO = re.compile(r"--as[ =]")

_NAME: list[str] = []


def begin(name: str | None) -> None:
    """A command begins, with `--as` this name or without."""
    _NAME[:] = [name] if name else []


def carried(words: str) -> str:
    """The words, in whose offered lines the name is said that this command was called with."""
    if not _NAME or PROGRAM not in words:
        return words
    return "\n".join(map(_carried, words.split("\n")))


def _carried(line: str) -> str:
    from shlex import quote

    [name] = _NAME
    if _SAYS_WHO.search(line) or (_FOR_SOMEBODY.search(line) and name not in line):
        return line
    found = _OFFERED.search(line)
    if found is None:
        return line
    said = f"{PROGRAM} --as {quote(name)}"
    # What stands at the right edge of a page takes its room from the blanks before it.
    before, after = line[: found.start()], line[found.end() :]
    spare = min(len(before) - len(before.rstrip()) - 2, len(said) - len(PROGRAM))
    return before[: len(before) - max(spare, 0) * bool(before.strip())] + said + after
