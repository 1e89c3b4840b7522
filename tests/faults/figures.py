"""What came of the faults: one line each, for the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Figure:
    """One fault, how often it was tried, and what was seen how often."""

    what: str
    tries: int = 0
    seen: Counter[str] = field(default_factory=Counter)

    def saw(self, *names: str) -> None:
        """One more try, of which this can be said."""
        self.tries += 1
        self.seen.update(names)


def table(figures: Iterable[Figure]) -> str:
    """The figures as lines of text."""
    lines = []
    for figure in figures:
        seen = " · ".join(f"{name} {count:,}" for name, count in sorted(figure.seen.items()))
        lines.append(f"{figure.what:<52} {figure.tries:>6,}  {seen}")
    return "\n".join(lines)
