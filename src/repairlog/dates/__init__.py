"""The one clock; days, weeks and deadlines; and the words in which people say them.

`clock` says what time it is and which day that makes, `names` how days are called and written,
`when` reads words: `look` is from where and which way, `times` and `days` are the grammar.
"""

from __future__ import annotations

from repairlog.dates.clock import Calendar, Span, after, read_clock, settled
from repairlog.dates.look import Tense, When
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
from repairlog.dates.when import extends, read_day_name, read_time, read_when

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "Calendar",
    "Span",
    "Tense",
    "When",
    "after",
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
    "read_time",
    "read_when",
    "settled",
]
