"""Safety and vigilance over weeks: two lines for each person, which know nothing of each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from repairlog.dates import Span
from repairlog.kinds.checkins import Checkin
from repairlog.readings.record import Record

SCALES = ("safety", "vigilance")
CALLED = {"safety": "safety", "vigilance": "watchful"}
"""The two scales as pages call them; the article speaks of relief and vigilance."""
TOP = 10


@dataclass(frozen=True, slots=True)
class Line:
    """What one person gave on one scale, week by week: the mean of the week's check-ins, 0 to 10.
    None: nothing was given in that week."""

    who: str
    name: str
    weeks: tuple[float | None, ...]

    @property
    def given(self) -> bool:
        """Whether anything was given at all."""
        return any(value is not None for value in self.weeks)


def lines(record: Record, people: Sequence[str], weeks: Sequence[Span]) -> tuple[Line, ...]:
    """The lines of these weeks, those of one person together; without those never given."""
    given: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for item in record.of(Checkin):
        place = next((n for n, week in enumerate(weeks) if item.day in week), None)
        for name in SCALES:
            value = getattr(item.body, name)
            if place is not None and value is not None:
                given.setdefault((item.by, name), []).append((place, value))
    every = [*people, *sorted({who for who, _ in given} - set(people))]
    named = ((who, name) for who in every for name in SCALES)
    found = (_line(*each, given.get(each, []), len(weeks)) for each in named)
    return tuple(line for line in found if line.given)


def _line(who: str, name: str, given: Sequence[tuple[int, int]], weeks: int) -> Line:
    of_week = [[value for place, value in given if place == n] for n in range(weeks)]
    return Line(who, name, tuple(sum(v) / len(v) if v else None for v in of_week))
