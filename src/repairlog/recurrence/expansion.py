"""The days on which a rule falls: expanded by dateutil, begun close to where one looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import dropwhile

from repairlog.errors import Misread
from repairlog.recurrence.rule import DAYS, FORMS, joined, parts_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    import dateutil.rrule


def days(rrule: str, anchor: date, start: date) -> Iterator[date]:
    """The days on or after ``start`` on which a rule that holds from ``anchor`` falls.

    INTERVAL counts from the period of the first matching day on or after ``anchor``; what the
    rule leaves open (FREQ=WEEKLY without BYDAY) is taken from ``anchor``. Ends with the year 9999.
    """
    course = _course(rrule, anchor)
    start = max(start, course.first)
    fallen = (moment.date() for moment in course.near(start))
    return dropwhile(lambda day: day < start, fallen)


@dataclass(frozen=True, slots=True)
class _Course:
    """A rule bound to the day from which it counts."""

    rule: dateutil.rrule.rrule
    freq: str
    interval: int
    week_starts: int
    anchor: date
    first: date

    def near(self, day: date) -> dateutil.rrule.rrule:
        """The rule begun close before ``day``: dateutil walks every step from its start."""
        periods = self._number(day) - self._number(self.first)
        steps = periods // self.interval
        begin = self._begin(self._number(self.first) + steps * self.interval)
        # dateutil sees a first week only from its start on (BYSETPOS counts in what is left).
        begin = max(begin, self.anchor)
        return self.rule.replace(dtstart=_midnight(begin), interval=self.interval)

    def _number(self, day: date) -> int:
        match self.freq:
            case "DAILY":
                return day.toordinal()
            case "WEEKLY":
                return (day.toordinal() - 1 - self.week_starts) // 7
            case "MONTHLY":
                return day.year * 12 + day.month - 1
            case _:
                return day.year

    def _begin(self, number: int) -> date:
        match self.freq:
            case "DAILY":
                return date.fromordinal(number)
            case "WEEKLY":
                return date.fromordinal(max(1, number * 7 + 1 + self.week_starts))
            case "MONTHLY":
                return date(number // 12, number % 12 + 1, 1)
            case _:
                return date(number, 1, 1)


@lru_cache(maxsize=1024)
def _course(text: str, anchor: date) -> _Course:
    parts = parts_of(text)
    interval = int(parts.pop("INTERVAL", "1"))
    week_starts = DAYS.index(parts.get("WKST", "MO"))
    stated = _stated(parts, anchor)
    first = _first(stated, anchor)
    return _Course(_rule(stated, anchor), parts["FREQ"], interval, week_starts, anchor, first)


def _rule(parts: dict[str, str], begin: date) -> dateutil.rrule.rrule:
    from dateutil.rrule import rrule, rrulestr

    rule = rrulestr(joined(parts), dtstart=_midnight(begin))
    assert isinstance(rule, rrule)  # a set would need EXDATE or a second rule
    return rule


def _first(parts: dict[str, str], anchor: date) -> date:
    """The first matching day on or after ``anchor``, whatever the INTERVAL.

    Looked for in the last centuries that dateutil knows, where a rule that never matches comes
    to its end soon. The calendar repeats itself every 400 years, weekdays included.
    """
    ahead = (9600 - anchor.year) // 400 * 400
    late = anchor.replace(year=anchor.year + ahead)
    found = next(iter(_rule(_by_year(parts), late)), None)
    if found is None:
        raise Misread("That rule never falls on a day.", FORMS)
    return found.date().replace(year=found.year - ahead)


def _stated(parts: dict[str, str], anchor: date) -> dict[str, str]:
    """The parts, with what they leave open taken from ``anchor`` (as dateutil does)."""
    if {"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"} & parts.keys():
        return parts
    match parts["FREQ"]:
        case "WEEKLY":
            return parts | {"BYDAY": DAYS[anchor.weekday()]}
        case "MONTHLY":
            return parts | {"BYMONTHDAY": str(anchor.day)}
        case "YEARLY":
            month = {"BYMONTH": str(anchor.month)} if "BYMONTH" not in parts else {}
            return parts | month | {"BYMONTHDAY": str(anchor.day)}
    return parts


def _by_year(parts: dict[str, str]) -> dict[str, str]:
    """The same days, walked in steps of a year where the rule only filters days."""
    if parts["FREQ"] == "DAILY":  # of the one day in a set, any BYSETPOS is that day
        parts = {name: value for name, value in parts.items() if name != "BYSETPOS"}
    elif parts["FREQ"] != "WEEKLY" or "BYSETPOS" in parts:
        return parts
    return {"BYDAY": ",".join(DAYS)} | parts | {"FREQ": "YEARLY"}


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)
