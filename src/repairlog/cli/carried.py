"""`--as NAME` and `--private` on a line go on in the lines that are offered in answer to it.

`repairlog --as Ben` shows what waits for Ben; what it offers would else be done as somebody else.
What is offered of a private thing would not find it, or be done where both read it.
"""

from __future__ import annotations

import re

PROGRAM = "repairlog"

_OFFERED = (
    # Where a line is offered, not where somebody's words mention the program …
    r"(?:(?<=: )|(?<=, )|(?<=  )|(?<=\n)|^)repairlog"
    # … and what it calls is done by somebody, and is not said to be by somebody else already.
    r"(?=$|\n| (?!--|init\b|help\b|away\b|doctor\b|settings me\b|import\b|restore\b))"
)
_FOR_SOMEBODY = r"waits for|can say|· for "
_SAYS_WHO = r"--as[ =]"
_SAYS_WHERE = r"--private\b|repairlog (?:settings|consent|agreement|agree|decline)\b"
"""What says by itself that it is private, or is so never."""
_LETS_JOIN = "repairlog settings partner"
"""What nobody does with a private journal."""

_NAME: list[str] = []
_PRIVATE: list[str] = []


def begin(name: str | None, *, private: bool = False) -> None:
    """A command begins, with `--as` this name or without."""
    _NAME[:] = [name] if name else []
    _PRIVATE[:] = ["--private"] if private else []


def is_private() -> bool:
    """Whether the command was called with `--private`."""
    return bool(_PRIVATE)


def carried(words: str) -> str:
    """The words, in whose offered lines is said what this command was called with."""
    if not (_NAME or _PRIVATE) or PROGRAM not in words:
        return words
    lines = words.split("\n")
    if _PRIVATE:
        lines = [line for line in lines if _LETS_JOIN not in line]
    return "\n".join(map(_carried, lines))


def program() -> str:
    """What an offered line begins with, for a page that lays it out."""
    return _carried(PROGRAM) if _NAME or _PRIVATE else PROGRAM


def privately(line: str) -> str:
    """A line of an echo; what it offers stays in the private journal."""
    return _with(line, _where(line))


def _carried(line: str) -> str:
    return _with(line, [*(_where(line) if _PRIVATE else []), *(_who(line) if _NAME else [])])


def _who(line: str) -> list[str]:
    from shlex import quote

    [name] = _NAME
    if re.search(_SAYS_WHO, line) or (re.search(_FOR_SOMEBODY, line) and name not in line):
        return []
    return ["--as", quote(name)]


def _where(line: str) -> list[str]:
    return [] if re.search(_SAYS_WHERE, line) else ["--private"]


def _with(line: str, options: list[str]) -> str:
    found = re.search(_OFFERED, line)
    if found is None or not options:
        return line
    said = " ".join([PROGRAM, *options])
    # What stands at the right edge of a page takes its room from the blanks before it.
    before, after = line[: found.start()], line[found.end() :]
    spare = min(len(before) - len(before.rstrip()) - 2, len(said) - len(PROGRAM))
    return before[: len(before) - max(spare, 0) * bool(before.strip())] + said + after
