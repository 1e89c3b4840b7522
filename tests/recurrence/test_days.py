"""The days on which a rule falls, wherever one begins to look."""

from __future__ import annotations

import time
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import islice, takewhile

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given
from hypothesis import strategies as st

from repairlog.errors import Misread
from repairlog.recurrence import days
from tests.recurrence.rules import raw_rules

ANCHORS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
SHORT, LONG = timedelta(days=800), timedelta(days=4000)


def fallen(rrule: str, anchor: date, start: date, until: date) -> list[date]:
    try:
        return list(takewhile(lambda day: day <= until, days(rrule, anchor, start)))
    except Misread:  # it never falls on a day
        assume(False)
        raise


def plain(rrule: str, anchor: date, until: date) -> list[date]:
    """What dateutil says by itself, walking every step from the anchor."""
    dtstart = datetime.combine(anchor, datetime.min.time())
    moments: Iterable[datetime] = rrulestr(rrule, dtstart=dtstart)
    return list(takewhile(lambda day: day <= until, (moment.date() for moment in moments)))


# --- wherever one looks, the rule falls on the same days ----------------------------------------


@given(raw_rules(), ANCHORS, st.integers(-400, 3000))
def test_beginning_to_look_later_leaves_out_only_earlier_days(
    rrule: str, anchor: date, later: int
) -> None:
    start = anchor + timedelta(days=later)
    until = max(anchor, start) + SHORT
    every = fallen(rrule, anchor, anchor, until)
    assert fallen(rrule, anchor, start, until) == [day for day in every if day >= start]


@given(raw_rules(interval=1), ANCHORS)
def test_a_rule_without_an_interval_is_dateutils(rrule: str, anchor: date) -> None:
    until = anchor + LONG
    assert fallen(rrule, anchor, anchor, until) == plain(rrule, anchor, until)


@given(raw_rules(), ANCHORS)
def test_an_interval_counts_from_the_first_matching_day(rrule: str, anchor: date) -> None:
    assume("BYSETPOS" not in rrule or "WEEKLY" not in rrule)  # dateutil cuts the first week short
    until = anchor + LONG
    once = ";".join(part for part in rrule.split(";") if not part.startswith("INTERVAL"))
    matching = fallen(once, anchor, anchor, until)
    assume(matching)
    assert fallen(rrule, anchor, anchor, until) == plain(rrule, matching[0], until)


# --- where intervals count from -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("rrule", "anchor", "first_three"),
    [
        # Begun on a Saturday, every other Friday starts with the coming one.
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
            "2026-11-28",
            ["2026-12-04", "2026-12-18", "2027-01-01"],
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
            "2026-11-27",
            ["2026-11-27", "2026-12-11", "2026-12-25"],
        ),
        # From Wednesday: this week's Friday, then both days of the week after next.
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR",
            "2026-11-25",
            ["2026-11-27", "2026-12-07", "2026-12-11"],
        ),
        # Where the week starts decides whether Sunday and Monday are of one week.
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=MO",
            "2026-11-29",
            ["2026-11-29", "2026-12-07", "2026-12-13"],
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU",
            "2026-11-29",
            ["2026-11-29", "2026-11-30", "2026-12-13"],
        ),
        ("FREQ=DAILY;INTERVAL=2", "2026-11-30", ["2026-11-30", "2026-12-02", "2026-12-04"]),
        # Every third day that is a weekday, from the first weekday on.
        (
            "FREQ=DAILY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR",
            "2026-11-28",
            ["2026-11-30", "2026-12-03", "2026-12-09"],
        ),
        (
            "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=10",
            "2026-11-20",
            ["2026-12-10", "2027-02-10", "2027-04-10"],
        ),
        (
            "FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYMONTHDAY=1",
            "2026-11-20",
            ["2027-01-01", "2029-01-01", "2031-01-01"],
        ),
        # The second of three days in what is left of the first week, then in every other week.
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR;BYSETPOS=2",
            "2026-11-24",
            ["2026-11-27", "2026-12-09", "2026-12-23"],
        ),
        # What is left open is the anchor's own.
        ("FREQ=WEEKLY;INTERVAL=3", "2026-11-25", ["2026-11-25", "2026-12-16", "2027-01-06"]),
        ("FREQ=MONTHLY", "2026-01-31", ["2026-01-31", "2026-03-31", "2026-05-31"]),
        ("FREQ=YEARLY", "2024-02-29", ["2024-02-29", "2028-02-29", "2032-02-29"]),
        ("FREQ=YEARLY;BYMONTH=3,9", "2026-05-15", ["2026-09-15", "2027-03-15", "2027-09-15"]),
    ],
)
def test_the_first_days_of_a_rule(rrule: str, anchor: str, first_three: list[str]) -> None:
    begin = date.fromisoformat(anchor)
    assert [str(day) for day in islice(days(rrule, begin, begin), 3)] == first_three


def test_nothing_falls_before_the_anchor() -> None:
    anchor = date(2026, 11, 27)
    assert next(days("FREQ=DAILY", anchor, date(2020, 1, 1))) == anchor


# --- what never ends, and what never falls ------------------------------------------------------


@pytest.mark.parametrize("interval", ["0", "-1", "00", "", "x", "1e3", "99999"])
def test_an_interval_that_leads_nowhere_never_reaches_dateutil(interval: str) -> None:
    with pytest.raises(Misread):
        days(f"FREQ=DAILY;INTERVAL={interval}", date(2026, 1, 1), date(2026, 1, 1))


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;BYSETPOS=1",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
        "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31",
        "FREQ=YEARLY;BYMONTH=6;BYWEEKNO=53",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;INTERVAL=4",
    ],
)
def test_a_rule_that_never_falls_is_refused_soon(rrule: str) -> None:
    began = time.perf_counter()
    with pytest.raises(Misread, match="never falls on a day"):
        days(rrule, date(2026, 11, 27), date(2026, 11, 27))
    assert time.perf_counter() - began < 2  # walked day by day to the year 9999, it takes ten


def test_a_rare_rule_is_found() -> None:
    found = days("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", date(2026, 1, 1), date(2026, 1, 1))
    assert [str(day) for day in islice(found, 2)] == ["2044-02-29", "2072-02-29"]


def test_ten_years_of_days_cost_nothing() -> None:
    anchor, start = date(2016, 1, 1), date(2026, 1, 1)
    next(days("FREQ=DAILY;INTERVAL=3", anchor, start))
    began = time.perf_counter()
    for later in range(200):
        next(days("FREQ=DAILY;INTERVAL=3", anchor, start + timedelta(days=later)))
    assert (time.perf_counter() - began) / 200 < 0.001  # from the start it is 3 ms each
