"""The one clock; days, weeks and deadlines; and the words in which people say them.

`clock` says what time it is and which day that makes, `names` how a day is written and called,
`when` reads words, with the grammar in `times` and `days`.
"""

from __future__ import annotations

from repairlog.dates.clock import Calendar, Span, after, read_clock, settled
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
from repairlog.dates.when import Tense, When, extends, read_day_name, read_time, read_when

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
