"""One question to the person at the terminal, asked calmly, answered with one key or a line."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from repairlog.cli import nudging, typed
from repairlog.cli.fitting import fitted
from repairlog.text import check, visible


def choose(question: str, choices: Mapping[str, str]) -> str:
    """Ask until a key, or the words that it stands for, are given; returns the key. Ctrl-C and
    Ctrl-D stop the command."""
    print(fitted(visible(question), sys.stderr), file=sys.stderr)
    for key, meaning in choices.items():
        print(f"  [{key}] {visible(meaning)}", file=sys.stderr)
    while True:
        print("  > ", end="", file=sys.stderr, flush=True)
        answer = input().strip().casefold()
        if answer in choices:
            return answer
        meant = [key for key, meaning in choices.items() if _begins(meaning, answer)]
        if len(meant) == 1:
            return meant[0]
        print(f"  {' or '.join(choices)}, please; Ctrl-C leaves it.", file=sys.stderr)


def _begins(meaning: str, answer: str) -> bool:
    """Whether the answer is the choice written out, or its first words."""
    return bool(answer) and f"{meaning.casefold()} ".startswith((f"{answer} ", f"{answer}, "))


def line(question: str) -> str:
    """Ask for one line; it may be empty."""
    print(fitted(visible(question), sys.stderr), file=sys.stderr)
    return typed.line()


def text(question: str) -> str:
    """Ask for a text of their own, in one line; it may be empty. Raises Misread for what cannot be
    kept."""
    print(fitted(visible(question), sys.stderr), file=sys.stderr)
    words = typed.text()
    return nudging.heeded(check(words)) if words else ""


def rating(question: str) -> int | None:
    """Ask for a number from 0 to 10; None for an empty line."""
    while answer := line(question):
        if answer.isascii() and answer.isdigit() and int(answer[:4]) <= 10:
            return int(answer)
        print("  A number from 0 to 10, please, or nothing.", file=sys.stderr)
    return None


def agrees(question: str) -> bool | None:
    """Ask for a yes or a no; None for later."""
    answer = choose(question, {"y": "yes", "n": "no", "l": "later"})
    return {"y": True, "n": False}.get(answer)
