"""The one clock; days, weeks and deadlines; and the words in which people say them.

`clock` says what time it is and which day that makes, `names` how days are called and written,
`when` reads words: `look` is from where and which way, `times` and `days` are the grammar. What
reads words is imported when it is asked for: most entries are of now.
"""

from __future__ import annotations

from repairlog.dates.clock import Calendar, Span, after, before, read_clock, settled
from repairlog.dates.names import (
    MONTHS,
    WEEKDAYS,
    closest,
    day_name,
    day_text,
    in_full,
    moment_text,
    number,
    quoted,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from repairlog.dates.look import Tense, When
    from repairlog.dates.months import read_month
    from repairlog.dates.when import extends, read_day_name, read_time, read_when

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "Calendar",
    "Span",
    "Tense",
    "When",
    "after",
    "before",
    "closest",
    "day_name",
    "day_text",
    "extends",
    "in_full",
    "moment_text",
    "number",
    "quoted",
    "read_clock",
    "read_day_name",
    "read_month",
    "read_time",
    "read_when",
    "settled",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    from repairlog.dates import look, when

    if name == "read_month":
        from repairlog.dates.months import read_month

        return read_month
    return getattr(look if name in ("Tense", "When") else when, name)
