"""One line, as a person types it at a terminal: edited as one types, and a paste is one answer.

A paste of several lines would else answer the questions to come before anyone has read them.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from io import TextIOWrapper

from repairlog.text import one_line, visible

PROMPT = "  > "


def line(prompt: str = PROMPT, *, begun: str = "") -> str:
    """One line; it may be empty. Of a paste only the first: the rest comes with the arrow up.
    What was ``begun`` stands there to go on with. Raises EOFError on Ctrl-D."""
    first, rest = _read(prompt, begun)
    if rest:
        _remember(one_line(rest))
        print("  The first line was taken; the arrow up brings the rest.", file=sys.stderr)
    return first


def text(prompt: str = PROMPT, *, within_reach: str = "", begun: str = "") -> str:
    """One line, or all of a paste, whichever the person says; it may be empty. What is
    ``within_reach`` comes with the arrow up; what was ``begun`` stands there to go on with."""
    if within_reach:
        _remember(within_reach)
    first, rest = _read(prompt, begun)
    if not rest:
        return first
    more = one_line(rest)
    beginning = more if len(more) <= _SHOWN else f"{more[:_SHOWN]}…"
    print(f"  There is more in the paste: “{visible(beginning)}”", file=sys.stderr)
    print("  [enter] only the first line   [a] all of it, as one text", file=sys.stderr)
    chosen = _read(PROMPT)[0].casefold()
    return f"{first}\n{rest}" if chosen in ("a", "all") else first


_SHOWN = 60


def _read(prompt: str, begun: str = "") -> tuple[str, str]:
    """What was typed: its first line, and what a paste held besides."""
    _prepare(begun)
    if sys.stdout.isatty():
        typed = input(prompt)
    else:  # the answer to a command may go to a file; the question does not
        print(prompt, end="", file=sys.stderr, flush=True)
        typed = input()
    first, _, rest = typed.strip().partition("\n")
    return first.rstrip(), rest


def _prepare(begun: str) -> None:
    """Let the line be edited, and the terminal mark what is pasted: Python leaves that off."""
    with suppress(ImportError):  # Windows edits lines by itself
        import readline

        readline.set_startup_hook((lambda: readline.insert_text(begun)) if begun else None)
        readline.parse_and_bind("set enable-bracketed-paste on")
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")


def _remember(words: str) -> None:
    with suppress(ImportError):
        import readline

        if "\n" not in words:
            readline.add_history(words)
