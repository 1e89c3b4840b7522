"""What may stand in a rule as it is kept (RFC 5545)."""

from __future__ import annotations

import re

from repairlog.dates import quoted
from repairlog.errors import Misread

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FORMS = (
    "Words that work: day, weekday, weekend, mon,wed,fri, 2 days, other friday, week,\n"
    "3 times a week, month, 15th, last friday, last day of the month"
)

# RFC 5545, 3.3.10: what narrows a rule of each frequency.
_FILTERS = {
    "DAILY": {"BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS"},
    "WEEKLY": {"BYMONTH", "BYDAY", "BYSETPOS"},
    "MONTHLY": {"BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS"},
    "YEARLY": {"BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "BYYEARDAY", "BYWEEKNO"},
}
# The greatest number in each list, and whether it may be counted from the end.
_GREATEST = {
    "BYMONTH": (12, False),
    "BYMONTHDAY": (31, True),
    "BYYEARDAY": (366, True),
    "BYWEEKNO": (53, True),
    "BYSETPOS": (366, True),
}
MOST_TIMES = 100
"""So often at most is one thing promised in a week or a month."""

_PLACES = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}  # days in one period
_NTH = {"MONTHLY": 5, "YEARLY": 53}  # the same weekday, at most, in one period
_OPTIONS = {  # what other programs write into a rule, and here has an option
    **dict.fromkeys(("UNTIL", "COUNT"), "--until 2027-01-31"),
    "DTSTART": "--from 2026-11-27",
    **dict.fromkeys(("BYHOUR", "BYMINUTE", "BYSECOND"), "--at 18:00"),
}
_FINER = ("HOURLY", "MINUTELY", "SECONDLY")


def parts_of(rrule: str) -> dict[str, str]:
    """The parts of an RRULE, each checked: nothing unread may reach dateutil, which walks for
    ever on INTERVAL=0. Raises Misread."""
    parts: dict[str, str] = {}
    for part in rrule.split(";"):
        name, equals, value = part.partition("=")
        if name in _OPTIONS:
            raise Misread(
                f"A rule says on which days, and no more: {name} has an option of its own.",
                f"Such as: {_OPTIONS[name]}",
            )
        if not equals or name in parts:
            raise _unread(part, rrule)
        parts[name] = value
    if parts.get("FREQ") not in _FILTERS:
        raise _no_frequency(parts.get("FREQ"))
    for name, value in parts.items():
        if name != "FREQ" and not _fits(name, value, parts["FREQ"]):
            raise _unread(f"{name}={value}", rrule)
    if "BYSETPOS" in parts and not parts.keys() & (_FILTERS["YEARLY"] - {"BYSETPOS"}):
        raise _unread(f"BYSETPOS={parts['BYSETPOS']}", rrule)
    return parts


def _no_frequency(freq: str | None) -> Misread:
    if freq in _FINER:
        return Misread(
            "A rule says on which days, and nothing finer than a day.",
            "The time of day has an option of its own: --at 18:00",
        )
    return Misread(
        "A raw rule says how often by FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.",
        "Such as: FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
    )


def _fits(name: str, value: str, freq: str) -> bool:
    if name == "INTERVAL":
        return re.fullmatch("0*[1-9][0-9]{0,3}", value) is not None
    if name == "WKST":
        return value in DAYS
    if name not in _FILTERS[freq]:
        return False
    if name == "BYDAY":
        return all(_weekday_fits(item, freq) for item in value.split(","))
    greatest, from_end = _GREATEST[name]
    if name == "BYSETPOS":
        greatest = _PLACES[freq]
    return all(_number_fits(item, greatest, from_end) for item in value.split(","))


def _number_fits(item: str, greatest: int, from_end: bool) -> bool:
    sign = "[+-]?" if from_end else ""
    return re.fullmatch(f"{sign}[0-9]{{1,3}}", item) is not None and 1 <= abs(int(item)) <= greatest


def _weekday_fits(item: str, freq: str) -> bool:
    which, day = item[:-2], item[-2:]
    return day in DAYS and (not which or (freq in _NTH and _number_fits(which, _NTH[freq], True)))


def joined(parts: dict[str, str]) -> str:
    """The parts as one RRULE again."""
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _unread(part: str, rrule: str) -> Misread:
    return Misread(
        f"{quoted(part)} does not fit the rule {quoted(rrule)}.",
        "Such as: FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH\n" + FORMS,
    )
