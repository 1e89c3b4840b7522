"""One question to the person at the terminal, asked calmly, answered with one key or a line."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from repairlog.text import visible


def choose(question: str, choices: Mapping[str, str]) -> str:
    """Ask until one of the keys is given; returns the key. Ctrl-C and Ctrl-D stop the command."""
    print(visible(question), file=sys.stderr)
    for key, meaning in choices.items():
        print(f"  [{key}] {visible(meaning)}", file=sys.stderr)
    while True:
        print("  > ", end="", file=sys.stderr, flush=True)
        answer = input().strip().casefold()
        if answer in choices:
            return answer
        print(f"  {' or '.join(choices)}, please.", file=sys.stderr)


def line(question: str) -> str:
    """Ask for one line; it may be empty."""
    print(visible(question), file=sys.stderr)
    print("  > ", end="", file=sys.stderr, flush=True)
    return input().strip()


def agrees(question: str) -> bool | None:
    """Ask for a yes or a no; None for later."""
    answer = choose(question, {"y": "yes", "n": "no", "l": "later"})
    return {"y": True, "n": False}.get(answer)
