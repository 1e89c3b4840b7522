"""A month by its name: `october`, `oct 2025`, `2026-10`, `last month`, or by one of its days."""

from __future__ import annotations

import re
from datetime import date, datetime

from repairlog.dates.clock import YEARS, Calendar, Span
from repairlog.dates.look import Tense
from repairlog.dates.names import month_name, quoted
from repairlog.dates.when import read_when
from repairlog.errors import Misread


def read_month(words: str, now: datetime, calendar: Calendar) -> Span:
    """The calendar month that words name; without its year the last one of that name, the running
    one included. Raises Misread."""
    tokens = words.lower().replace(",", " ").split()
    today = calendar.day_of(now)
    match tokens:
        case [name] if month := month_name(name):
            return calendar.month_of(date(today.year - (month > today.month), month, 1))
        case [name, year] if month := _of_year(name, year):
            return _month(calendar, int(year), month, words)
        case [year, name] if month := _of_year(name, year):
            return _month(calendar, int(year), month, words)
        case [one] if parts := re.fullmatch("([0-9]{4})[-/.]([0-9]{1,2})", one):
            return _month(calendar, int(parts[1]), int(parts[2]), words)
        case [] | ["month" | "this" | "running"]:
            return calendar.month_of(today)
    return calendar.month_of(read_when(words, now, calendar, Tense.BACK).day)


def _of_year(name: str, year: str) -> int | None:
    return month_name(name) if re.fullmatch("[0-9]{4}", year) else None


def _month(calendar: Calendar, year: int, month: int, words: str) -> Span:
    if year not in YEARS or not 1 <= month <= 12:
        raise Misread(
            f"{quoted(words)} names no month that a journal could hold.",
            "Such as: october, 2026-10, last month",
        )
    return calendar.month_of(date(year, month, 1))
