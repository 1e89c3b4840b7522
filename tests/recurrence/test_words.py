"""Rules in words: what each means, how pages say it, and what is refused."""

from __future__ import annotations

from datetime import date, time
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repairlog.dates import Calendar
from repairlog.errors import Misread
from repairlog.recurrence import Rule, days, describe, read_rule, rule_extends
from tests.recurrence.rules import raw_rules

MONDAY = date(2026, 11, 23)
CALENDAR = Calendar()


def rule(words: str, first: date = MONDAY, calendar: Calendar = CALENDAR) -> Rule:
    found, times = read_rule(words, first, calendar)
    assert times is None
    return found


def told(words: str) -> Misread:
    with pytest.raises(Misread) as refused:
        read_rule(words, MONDAY, CALENDAR)
    return refused.value


# --- what the words mean ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ways", "rrule", "said"),
    [
        (["day", "daily", "every day", "everyday", "1 day"], "FREQ=DAILY", "every day"),
        (
            ["weekday", "weekdays", "every weekday", "mon-fri", "monday to friday"],
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            "weekdays",
        ),
        (
            ["weekend", "weekends", "sat,sun", "saturday and sunday"],
            "FREQ=WEEKLY;BYDAY=SA,SU",
            "weekends",
        ),
        (["sunday", "sundays", "Sun", "every sunday"], "FREQ=WEEKLY;BYDAY=SU", "Sundays"),
        (
            ["mon,wed,fri", "fri, wed, mon", "mon wed fri", "Mondays, Wednesdays and Fridays"],
            "FREQ=WEEKLY;BYDAY=MO,WE,FR",
            "Mondays, Wednesdays and Fridays",
        ),
        (["tue & thu", "tue and thu"], "FREQ=WEEKLY;BYDAY=TU,TH", "Tuesdays and Thursdays"),
        (["mon-thu"], "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", "Mon, Tue, Wed and Thu"),
        (["sat-mon"], "FREQ=WEEKLY;BYDAY=MO,SA,SU", "Mondays, Saturdays and Sundays"),
        (["week", "weekly", "every week", "1 week"], "FREQ=WEEKLY;BYDAY=SU", "every week"),
        (["month", "monthly", "each month"], "FREQ=MONTHLY;BYMONTHDAY=-1", "every month"),
        (
            ["2 days", "two days", "other day", "every second day"],
            "FREQ=DAILY;INTERVAL=2",
            "every 2 days",
        ),
        (
            ["2 weeks", "other week", "fortnight"],
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
            "every 2 weeks",
        ),
        (["3 months"], "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=23", "every 3 months"),
        (["year", "yearly"], "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=23", "every year"),
        (
            ["other friday", "every other fri", "other fridays"],
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
            "every other Friday",
        ),
        (
            ["2 weeks on mon,thu", "other week on mon and thu"],
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=MO",
            "every 2 weeks on Mondays and Thursdays",
        ),
        (["week on friday", "weekly on fri"], "FREQ=WEEKLY;BYDAY=FR", "Fridays"),
        (
            [
                "15th",
                "the 15th",
                "15th of the month",
                "the 15th of each month",
                "month on the 15th",
            ],
            "FREQ=MONTHLY;BYMONTHDAY=15",
            "the 15th of the month",
        ),
        (
            ["1st and 15th", "15th, 1st", "the 1st and the 15th of the month"],
            "FREQ=MONTHLY;BYMONTHDAY=1,15",
            "the 1st and 15th of the month",
        ),
        (["first day of the month"], "FREQ=MONTHLY;BYMONTHDAY=1", "the 1st of the month"),
        (
            ["last day of the month", "last day"],
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "the last day of the month",
        ),
        (
            ["last friday", "the last friday of the month", "month on the last friday"],
            "FREQ=MONTHLY;BYDAY=-1FR",
            "the last Friday of the month",
        ),
        (
            ["first monday", "1st monday of each month"],
            "FREQ=MONTHLY;BYDAY=1MO",
            "the first Monday of the month",
        ),
        (
            ["second friday of the month", "2nd friday of the month"],
            "FREQ=MONTHLY;BYDAY=2FR",
            "the second Friday of the month",
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_what_words_mean_and_how_pages_say_it(ways: list[str], rrule: str, said: str) -> None:
    for words in ways:
        found = rule(words)
        assert (found.rrule, describe(found)) == (rrule, said)
        assert rule(found.words) == found


def test_only_the_words_day_week_and_month_mean_the_whole_of_it() -> None:
    assert [rule(words).whole for words in ("day", "weekly", "1 month")] == ["day", "week", "month"]
    for words in ("weekday", "sunday", "2 weeks", "31st", "last day", "mon-sun", "FREQ=DAILY"):
        assert rule(words).whole is None


def test_a_week_ends_where_the_journals_week_does() -> None:
    assert rule("week", calendar=Calendar(week_starts=6)).rrule == "FREQ=WEEKLY;BYDAY=SA"
    from_sunday = rule("2 weeks on sun,mon", calendar=Calendar(week_starts=6))
    assert from_sunday.rrule.endswith(";WKST=SU")


@pytest.mark.parametrize(
    ("words", "whole", "times", "said"),
    [
        ("3 times a week", "week", 3, "3 × a week"),  # noqa: RUF001 (as pages write it)
        ("3x a week", "week", 3, "3 × a week"),  # noqa: RUF001
        ("3 × a week", "week", 3, "3 × a week"),  # noqa: RUF001
        ("three times every week", "week", 3, "3 × a week"),  # noqa: RUF001
        ("twice a week", "week", 2, "2 × a week"),  # noqa: RUF001
        ("2 times a month", "month", 2, "2 × a month"),  # noqa: RUF001
        ("twice monthly", "month", 2, "2 × a month"),  # noqa: RUF001
        ("once a week", "week", None, "every week"),
    ],
)
def test_several_times_in_each_week_or_month(
    words: str, whole: str, times: int | None, said: str
) -> None:
    found, counted = read_rule(words, MONDAY, CALENDAR)
    assert (found, counted) == (rule(whole), times)
    assert describe(found, times=counted) == said


def test_a_time_of_day_stands_behind_the_days() -> None:
    assert describe(rule("weekday"), time(18)) == "weekdays by 18:00"
    assert describe(rule("week"), time(9, 30), 3).endswith("a week by 09:30")
    assert describe(rule("FREQ=WEEKLY;BYDAY=TU"), time(9)) == "FREQ=WEEKLY;BYDAY=TU by 09:00"


@pytest.mark.parametrize("nth", range(1, 32))
def test_a_day_that_a_month_lacks_is_its_last(nth: int) -> None:
    ending = "th" if nth in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(nth % 10, "th")
    found = rule(f"{nth}{ending}")
    assert describe(found) == f"the {nth}{ending} of the month"
    fallen = list(islice(days(found.rrule, date(2027, 1, 1), date(2027, 1, 1)), 14))
    lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 29]  # 2027, and on into 2028
    assert [day.day for day in fallen] == [min(nth, length) for length in lengths]


def test_the_end_of_a_month_beside_another_day() -> None:
    found = rule("15th and 31st")
    fallen = islice(days(found.rrule, date(2027, 2, 1), date(2027, 2, 1)), 4)
    assert [str(day) for day in fallen] == ["2027-02-15", "2027-02-28", "2027-03-15", "2027-03-31"]
    assert describe(found) == "the 15th and 31st of the month"


def test_months_counted_from_a_31st_keep_to_the_last_day() -> None:
    begun = date(2026, 8, 31)
    found = rule("3 months", first=begun)
    fallen = islice(days(found.rrule, begun, begun), 4)
    assert [str(day) for day in fallen] == ["2026-08-31", "2026-11-30", "2027-02-28", "2027-05-31"]


def test_a_year_counted_from_a_leap_day_falls_every_year() -> None:
    begun = date(2024, 2, 29)
    fallen = islice(days(rule("year", first=begun).rrule, begun, begun), 3)
    assert [str(day) for day in fallen] == ["2024-02-29", "2025-02-28", "2026-02-28"]


# --- raw rules ----------------------------------------------------------------------------------


def test_a_raw_rule_is_kept_as_it_is_written() -> None:
    for words in ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "rrule:freq=weekly;interval=2;byday=mo,th"):
        found = rule(words)
        assert found.rrule == found.words == "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"
        assert describe(found) == found.rrule


@given(raw_rules())
def test_every_raw_rule_reads_or_is_refused_and_reads_back(rrule: str) -> None:
    try:
        found = rule(rrule)
    except Misread as refused:
        assert "never falls" in refused.sentence  # noqa: PT017 (a drawn rule may fall or not)
    else:
        assert found == rule(found.words) == Rule(rrule, rrule)
        assert next(days(rrule, MONDAY, MONDAY)) >= MONDAY


@pytest.mark.parametrize(
    ("words", "option"),
    [
        ("FREQ=DAILY;COUNT=3", "--until"),
        ("FREQ=DAILY;UNTIL=20270101", "--until"),
        ("DTSTART:20260101 RRULE:FREQ=DAILY", "--from"),
        ("FREQ=DAILY;DTSTART=20260101", "--from"),
        ("FREQ=DAILY;BYHOUR=18", "--at"),
        ("FREQ=DAILY;BYMINUTE=30", "--at"),
        ("FREQ=HOURLY", "--at"),
        ("FREQ=MINUTELY;INTERVAL=5", "--at"),
        ("day at 18:00", "--every day --at 18:00"),
        ("every weekday at 6pm", "--every weekday --at 6pm"),
        ("friday until may", "--every friday --until may"),
        ("friday starting tomorrow", "--every friday --from tomorrow"),
    ],
)
def test_what_has_an_option_of_its_own_is_sent_there(words: str, option: str) -> None:
    assert option in told(words).mend


@pytest.mark.parametrize(
    "words",
    [
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=99999",
        "FREQ=FORTNIGHTLY",
        "BYDAY=MO",
        "FREQ=",
        "FREQ=DAILY;FREQ=DAILY",
        "FREQ=DAILY;;BYDAY=MO",
        "FREQ=DAILY;BYDAY",
        "FREQ=DAILY;BYDAY=XX",
        "FREQ=DAILY;BYDAY=1MO",
        "FREQ=WEEKLY;BYMONTHDAY=3",
        "FREQ=MONTHLY;BYYEARDAY=3",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=YEARLY;BYMONTH=-1",
        "FREQ=YEARLY;BYWEEKNO=54",
        "FREQ=WEEKLY;BYSETPOS=1",
        "FREQ=WEEKLY;WKST=XX",
        "FREQ=YEARLY;BYEASTER=0",
        "FREQ=DAILY\nRRULE:FREQ=DAILY",
        "FREQ=DAILY;EXDATE=20260101",
    ],
)
def test_a_raw_rule_that_does_not_fit_is_refused_with_one_that_does(words: str) -> None:
    refused = told(words)
    assert "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH" in refused.mend
    assert refused.sentence.isprintable()


# --- what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "ways"),
    [
        ("second friday", "second friday of the month, or other friday"),
        ("3rd friday", "3rd friday of the month, or 3 weeks on friday"),
        ("biweekly", "twice a week, or other week"),
        ("bimonthly", "twice a month, or other month"),
    ],
)
def test_what_could_be_two_rules_is_shown_both_ways(words: str, ways: str) -> None:
    assert told(words).mend == f"Say which: {ways}"
    for way in ways.split(", or "):
        read_rule(way, MONDAY, CALENDAR)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("evry day", "every day"),
        ("wekday", "weekday"),
        ("evry othr friday", "every other friday"),
        ("mondy", "monday"),
    ],
)
def test_a_slip_of_the_finger_is_met_with_what_was_meant(words: str, meant: str) -> None:
    refused = told(words)
    assert refused.sentence == f"'{words}' does not read as a rule."
    assert refused.mend.startswith(f"Did you mean {meant}?\nWords that work: day, weekday, ")


@pytest.mark.parametrize(
    "words",
    [
        *("", " ", "-", "[1]", "xyzzy", "every", "and", "other", "RRULE:", "mon and", "mon-"),
        *("mon call", "5 fridays", "every single day", "3 times", "\x1b[31mday"),
        *("9" * 400 + " days", "9" * 40 + "th"),
    ],
)
def test_everything_else_is_refused_with_words_that_work(words: str) -> None:
    refused = told(words)
    assert "Words that work: day, weekday, " in refused.mend
    assert len(refused.sentence) < 80
    assert refused.sentence.isprintable()


def test_the_words_that_are_said_to_work_do_work() -> None:
    listed = told("xyzzy").mend.replace("\n", " ").removeprefix("Words that work: ")
    offered = listed.replace("mon,wed,fri", "mon wed fri").split(", ")
    assert len(offered) == 12
    for words in offered:
        read_rule(words, MONDAY, CALENDAR)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("32nd", "The days of a month go from the 1st to the 31st."),
        ("0th", "The days of a month go from the 1st to the 31st."),
        ("0 days", "'0' is not a number of days to wait."),
        ("2000 weeks", "'2000' is not a number of weeks to wait."),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "That rule never falls on a day."),
    ],
)
def test_what_cannot_be_says_why(words: str, sentence: str) -> None:
    assert told(words).sentence == sentence


def test_times_are_counted_by_the_week_or_the_month() -> None:
    for words in ("twice a day", "0 times a week", "101 times a month"):
        assert told(words).mend == "From 1 to 100, such as: 3 times a week, twice a month"


def test_two_of_the_last_days_do_not_stand_in_one_rule() -> None:
    assert told("30th and 31st").mend == "Such as: 31st, or 15th and 31st"


_PIECES = (
    *("every", "other", "day", "days", "week", "weeks", "month", "friday", "mon", "weekday", "of"),
    *("2", "15th", "31st", "last", "first", "second", "times", "a", "and", ",", "-", "on", "the"),
    *("FREQ=DAILY", ";", "INTERVAL=2", "BYDAY=MO", "at", "until", "x", "3x", "twice", "/", "year"),
)


@given(
    st.one_of(st.text(max_size=40), st.lists(st.sampled_from(_PIECES), max_size=6).map(" ".join))
)
def test_nothing_that_is_typed_breaks_the_reading(words: str) -> None:
    try:
        found, times = read_rule(words, MONDAY, CALENDAR)
    except Misread as refused:
        assert refused.sentence  # noqa: PT017 (drawn words may read or not)
        assert refused.mend  # noqa: PT017
    else:
        assert rule(found.words) == found
        assert next(days(found.rrule, MONDAY, MONDAY)) >= MONDAY
        assert describe(found, None, times)


@pytest.mark.parametrize(
    ("words", "more", "goes_on"),
    [
        ("mon", "wed", True),
        ("mon", "and wed", True),
        ("other", "friday", True),
        ("2", "days", True),
        ("last", "friday", True),
        ("3", "times a week", True),
        ("15th", "of the month", True),
        ("second", "friday", True),
        ("mon", "call", False),
        ("mon", "and", False),
        ("day", "call", False),
        ("week", "at", False),
    ],
)
def test_a_rule_goes_on_only_with_what_makes_a_rule_of_both(
    words: str, more: str, goes_on: bool
) -> None:
    assert rule_extends(words, more) is goes_on
