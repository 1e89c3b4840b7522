"""Words to dates: the coming one for promises, the last one for records, and never a guess."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repairlog.dates import (
    MONTHS,
    WEEKDAYS,
    Calendar,
    Tense,
    When,
    day_text,
    extends,
    moment_text,
    read_day_name,
    read_time,
    read_when,
)
from repairlog.errors import Misread
from tests.dates.zones import NEW_YORK, zone

AHEAD, BACK = Tense.AHEAD, Tense.BACK
CALENDAR = Calendar()
MONDAY = "2026-11-23T18:00"  # now, unless a test says otherwise

# Words that a message never uses: it is about dates, not about blame.
HARSH = ("error", "invalid", "failed", "illegal", "must", "wrong")


def at(iso: str) -> datetime:
    return datetime.fromisoformat(iso).astimezone()


def read(words: str, tense: Tense, now: str = MONDAY, calendar: Calendar = CALENDAR) -> When:
    return read_when(words, at(now), calendar, tense)


def told(words: str, tense: Tense = AHEAD, now: str = MONDAY) -> Misread:
    with pytest.raises(Misread) as refused:
        read(words, tense, now)
    return refused.value


def shown(when: When) -> str:
    """`2026-11-27`, `2026-11-27 18:00`, or `2026-11-27: 2026-11-28 01:00` for that night."""
    if when.at is None:
        return str(when.day)
    night = f"{when.day}: " if when.at.date() != when.day else ""
    return f"{night}{when.at:%Y-%m-%d %H:%M}"


# --- what reads the same way for promises and records -------------------------------------------


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("today", "2026-11-23"),
        ("tonight", "2026-11-23"),
        ("tomorrow", "2026-11-24"),
        ("yesterday", "2026-11-22"),
        ("day after tomorrow", "2026-11-25"),
        ("the day before yesterday", "2026-11-21"),
        ("now", "2026-11-23 18:00"),
        ("today 20:15", "2026-11-23 20:15"),
        ("tonight at 11pm", "2026-11-23 23:00"),
        ("tonight 1am", "2026-11-23: 2026-11-24 01:00"),
        ("yesterday 9:05", "2026-11-22 09:05"),
        ("in 3 days", "2026-11-26"),
        ("in 2 weeks", "2026-12-07"),
        ("in 2 weeks at 18:00", "2026-12-07 18:00"),
        ("in two weeks", "2026-12-07"),
        ("2 weeks from now", "2026-12-07"),
        ("in a month", "2026-12-23"),
        ("in 1 year", "2027-11-23"),
        ("2 days ago", "2026-11-21"),
        ("3 weeks ago", "2026-11-02"),
        ("a week ago", "2026-11-16"),
        ("in 2 hours", "2026-11-23 20:00"),
        ("in 8 hours", "2026-11-23: 2026-11-24 02:00"),
        ("30 minutes ago", "2026-11-23 17:30"),
        ("half an hour ago", "2026-11-23 17:30"),
        ("an hour ago", "2026-11-23 17:00"),
        ("friday next week", "2026-12-04"),
        ("next week friday", "2026-12-04"),
        ("friday last week", "2026-11-20"),
        ("next monday", "2026-11-30"),
        ("last monday", "2026-11-16"),
        ("this monday", "2026-11-23"),
        ("end of this month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("end of october 2025", "2025-10-31"),
        ("the beginning of feb 2027", "2027-02-01"),
        ("start of next week", "2026-11-30"),
        ("27 november 2026", "2026-11-27"),
        ("November 27th, 2026", "2026-11-27"),
        ("27th of November 2026", "2026-11-27"),
        ("Fri 27 Nov 2026 18:00", "2026-11-27 18:00"),
        ("2026-11-27", "2026-11-27"),
        ("2026-11-27 6pm", "2026-11-27 18:00"),
        ("2026/11/27", "2026-11-27"),
        ("27.11.2026", "2026-11-27"),
        ("13/04/2026", "2026-04-13"),
        ("04/13/2026", "2026-04-13"),
        ("05/05/2026", "2026-05-05"),
        ("29 feb 2028", "2028-02-29"),
    ],
)
@pytest.mark.parametrize("tense", Tense)
def test_words_that_name_one_day(words: str, means: str, tense: Tense) -> None:
    assert shown(read(words, tense)) == means


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("2026-11-27 18:00", "2026-11-27 18:00"),
        ("2026-11-27T18:00", "2026-11-27 18:00"),
        ("2026-11-27T18:00:00", "2026-11-27 18:00"),
        ("2026-11-27T18:00+01:00", "2026-11-27 18:00"),
        ("2026-11-27T18:00:00Z", "2026-11-27 19:00"),
        ("2026-11-28T01:00", "2026-11-27: 2026-11-28 01:00"),
        ("2026-11-28 01:00", "2026-11-27: 2026-11-28 01:00"),
        ("Fri, 27 Nov 2026 18:00:00 +0100", "2026-11-27 18:00"),
        ("Fri Nov 27 18:00:00 2026", "2026-11-27 18:00"),
    ],
)
@pytest.mark.parametrize("tense", Tense)
def test_a_date_time_is_that_very_moment(words: str, means: str, tense: Tense) -> None:
    assert shown(read(words, tense)) == means


# --- where promises look ahead and records look back --------------------------------------------


@pytest.mark.parametrize(
    ("words", "coming", "last"),
    [
        ("monday", "2026-11-23", "2026-11-23"),
        ("fri", "2026-11-27", "2026-11-20"),
        ("Friday", "2026-11-27", "2026-11-20"),
        ("on friday", "2026-11-27", "2026-11-20"),
        ("fri 18:00", "2026-11-27 18:00", "2026-11-20 18:00"),
        ("friday 6pm", "2026-11-27 18:00", "2026-11-20 18:00"),
        ("fri at 18:00", "2026-11-27 18:00", "2026-11-20 18:00"),
        ("18:00 on friday", "2026-11-27 18:00", "2026-11-20 18:00"),
        ("fri noon", "2026-11-27 12:00", "2026-11-20 12:00"),
        ("fri 01:00", "2026-11-27: 2026-11-28 01:00", "2026-11-20: 2026-11-21 01:00"),
        ("fri midnight", "2026-11-27: 2026-11-28 00:00", "2026-11-20: 2026-11-21 00:00"),
        ("27 nov", "2026-11-27", "2025-11-27"),
        ("nov 27", "2026-11-27", "2025-11-27"),
        ("23 nov", "2026-11-23", "2026-11-23"),
        ("27.11.", "2026-11-27", "2025-11-27"),
        ("22/11", "2027-11-22", "2026-11-22"),
        ("15th", "2026-12-15", "2026-11-15"),
        ("31st", "2026-12-31", "2026-10-31"),
        ("29 feb", "2028-02-29", "2024-02-29"),
        ("end of month", "2026-11-30", "2026-10-31"),
        ("end of october", "2027-10-31", "2026-10-31"),
        ("start of march", "2027-03-01", "2026-03-01"),
        ("end of november", "2026-11-30", "2025-11-30"),
        ("end of the week", "2026-11-29", "2026-11-22"),
        ("start of month", "2026-12-01", "2026-11-01"),
        # A time is the coming or the last one by the clock; it is 18:00 now.
        ("18:00", "2026-11-23 18:00", "2026-11-23 18:00"),
        ("17:00", "2026-11-24 17:00", "2026-11-23 17:00"),
        ("19:00", "2026-11-23 19:00", "2026-11-22 19:00"),
        ("01:00", "2026-11-23: 2026-11-24 01:00", "2026-11-22: 2026-11-23 01:00"),
        ("mon 17:00", "2026-11-30 17:00", "2026-11-23 17:00"),
        ("mon 19:00", "2026-11-23 19:00", "2026-11-16 19:00"),
        # With its date it is that day, whatever the clock says: whoever asks can say it is over.
        ("23 nov 17:00", "2026-11-23 17:00", "2026-11-23 17:00"),
        ("23 nov 19:00", "2026-11-23 19:00", "2026-11-23 19:00"),
    ],
)
def test_promises_look_ahead_and_records_look_back(words: str, coming: str, last: str) -> None:
    assert shown(read(words, AHEAD)) == coming
    assert shown(read(words, BACK)) == last


@given(st.sampled_from(WEEKDAYS), st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1)))
def test_a_weekday_is_within_a_week_and_today_counts(name: str, now: datetime) -> None:
    today = CALENDAR.day_of(now)
    coming = read_when(name, now.astimezone(), CALENDAR, AHEAD).day
    last = read_when(name[:3], now.astimezone(), CALENDAR, BACK).day
    assert today <= coming < today + timedelta(days=7)
    assert today - timedelta(days=7) < last <= today
    assert WEEKDAYS[coming.weekday()] == WEEKDAYS[last.weekday()] == name


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("this week", "2026-11-23", "2026-11-29"),
        ("next week", "2026-11-30", "2026-12-06"),
        ("last week", "2026-11-16", "2026-11-22"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("this month", "2026-11-01", "2026-11-30"),
        ("week 47 2026", "2026-11-16", "2026-11-22"),
        ("2026-W47", "2026-11-16", "2026-11-22"),
        ("week 53 2026", "2026-12-28", "2027-01-03"),
    ],
)
def test_a_week_or_month_has_a_first_and_a_last_day(words: str, first: str, last: str) -> None:
    when = read(words, BACK)
    assert (str(when.begins), str(when.day), when.at) == (first, last, None)


def test_weeks_are_the_journals_own() -> None:
    from_sunday = Calendar(week_starts=6)
    assert str(read("next week", AHEAD, calendar=from_sunday).begins) == "2026-11-29"
    assert str(read("week 47", BACK, calendar=from_sunday).begins) == "2026-11-15"
    assert str(read("sunday next week", AHEAD, calendar=from_sunday).day) == "2026-11-29"


def test_a_day_begins_on_itself() -> None:
    assert read("fri 18:00", AHEAD).begins == date(2026, 11, 27)


# --- before the day's end -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "tense", "means"),
    [
        ("today", AHEAD, "2026-11-27"),
        ("tonight", AHEAD, "2026-11-27"),
        ("friday", AHEAD, "2026-11-27"),
        ("saturday", AHEAD, "2026-11-28"),
        ("yesterday", BACK, "2026-11-26"),
        ("tomorrow", AHEAD, "2026-11-28"),
        ("18:00", BACK, "2026-11-27 18:00"),
        ("18:00", AHEAD, "2026-11-28 18:00"),
        ("02:00", AHEAD, "2026-11-27: 2026-11-28 02:00"),
        ("01:00", BACK, "2026-11-27: 2026-11-28 01:00"),
        ("now", BACK, "2026-11-27: 2026-11-28 01:30"),
        ("in 2 hours", AHEAD, "2026-11-28 03:30"),
    ],
)
def test_at_half_past_one_it_is_still_the_evening_before(
    words: str, tense: Tense, means: str
) -> None:
    assert shown(read(words, tense, now="2026-11-28T01:30")) == means


def test_a_day_that_ends_at_half_past_five_has_a_longer_night() -> None:
    late = Calendar(time(5, 30))
    assert shown(read("fri 05:00", AHEAD, calendar=late)) == "2026-11-27: 2026-11-28 05:00"
    assert shown(read("fri 05:30", AHEAD, calendar=late)) == "2026-11-27 05:30"


def test_a_day_that_ends_at_midnight_has_no_night() -> None:
    sharp = Calendar(time(0))
    assert shown(read("fri 01:00", AHEAD, calendar=sharp)) == "2026-11-27 01:00"
    assert shown(read("midnight", AHEAD, calendar=sharp)) == "2026-11-24 00:00"
    with pytest.raises(Misread, match="Friday 27 November 2026 or Saturday 28 November 2026"):
        read("fri midnight", AHEAD, calendar=sharp)


# --- nights when the clocks change --------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "now", "means"),
    [
        ("sat 02:30", "2026-03-27T18:00", "2026-03-29T03:00+02:00"),  # skipped
        ("2026-03-29 02:30", "2026-03-27T18:00", "2026-03-29T03:00+02:00"),
        ("sat 02:30", "2026-10-23T18:00", "2026-10-25T02:30+01:00"),  # the second of two
        ("2026-10-25T02:30", "2026-10-23T18:00", "2026-10-25T02:30+01:00"),
        ("2026-10-25T02:30+02:00", "2026-10-23T18:00", "2026-10-25T02:30+02:00"),
        ("in 4 hours", "2026-03-29T00:30", "2026-03-29T05:30+02:00"),
        ("in 4 hours", "2026-10-25T00:30", "2026-10-25T03:30+01:00"),
        ("tomorrow 18:00", "2026-10-24T18:00", "2026-10-25T18:00+01:00"),
    ],
)
def test_promises_on_nights_when_the_clocks_change(words: str, now: str, means: str) -> None:
    moment = read(words, AHEAD, now).at
    assert moment is not None
    assert moment.isoformat(timespec="minutes") == means


def test_a_record_in_the_repeated_hour_is_never_ahead_of_the_clock() -> None:
    first_pass, second_pass = "2026-10-25T02:40+02:00", "2026-10-25T02:40+01:00"
    assert read("02:30", BACK, first_pass).at == datetime.fromisoformat("2026-10-25T02:30+02:00")
    assert read("02:30", BACK, second_pass).at == datetime.fromisoformat("2026-10-25T02:30+01:00")


def test_new_york_changes_its_clocks_on_other_nights() -> None:
    with zone(NEW_YORK):
        spring = read("sat 02:30", AHEAD, "2026-03-06T18:00").at
        autumn = read("sat 01:30", AHEAD, "2026-10-30T18:00").at
        ago = read("3 hours ago", BACK, "2026-11-01T03:30").at
    assert spring == datetime.fromisoformat("2026-03-08T03:00-04:00")
    assert autumn == datetime.fromisoformat("2026-11-01T01:30-05:00")
    assert ago == datetime.fromisoformat("2026-11-01T01:30-04:00")


# --- what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "sentence", "mend"),
    [
        (
            "05/06/2026",
            "'05/06/2026' could be Wednesday 6 May 2026 or Friday 5 June 2026.",
            "Say which: 2026-05-06 or 2026-06-05",
        ),
        (
            "05-06-2026",
            "'05-06-2026' could be Wednesday 6 May 2026 or Friday 5 June 2026.",
            "Say which: 2026-05-06 or 2026-06-05",
        ),
        (
            "05/06/2026 18:00",
            "'05/06/2026 18:00' could be Wednesday 6 May 2026 or Friday 5 June 2026.",
            "Say which: 2026-05-06 18:00 or 2026-06-05 18:00",
        ),
        (
            "1/2",
            "'1/2' could be Saturday 2 January 2027 or Monday 1 February 2027.",
            "Say which: 2027-01-02 or 2027-02-01",
        ),
        (
            "next friday",
            "'next friday' could be Friday 27 November 2026 or Friday 4 December 2026.",
            "Say which: 2026-11-27 or 2026-12-04",
        ),
    ],
)
def test_what_could_be_two_days_is_shown_both_ways(words: str, sentence: str, mend: str) -> None:
    refused = told(words)
    assert (refused.sentence, refused.mend) == (sentence, mend)


def test_next_and_last_friday_are_plain_where_they_can_be_only_one() -> None:
    assert shown(read("next friday", AHEAD, "2026-11-27T12:00")) == "2026-12-04"
    assert shown(read("next friday", AHEAD, "2026-11-28T12:00")) == "2026-12-04"
    assert shown(read("last friday", BACK, "2026-11-27T12:00")) == "2026-11-20"
    assert shown(read("last friday", BACK, MONDAY)) == "2026-11-20"
    assert shown(read("this friday", AHEAD, MONDAY)) == "2026-11-27"
    assert "2026-11-20 or 2026-11-27" in told("last friday", BACK, "2026-11-28T12:00").mend


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("feb 30", "There is no 30 February: the month has at most 29 days."),
        ("30 feb 2026", "There is no 30 February 2026: that month has 28 days."),
        ("29 feb 2027", "There is no 29 February 2027: that month has 28 days."),
        ("31/02/2026", "There is no 31 February 2026: that month has 28 days."),
        ("2026-02-30", "There is no 30 February 2026: that month has 28 days."),
        ("2026-04-31T10:00", "There is no 31 April 2026: that month has 30 days."),
        ("2026-13-01", "There is no month 13: a year has twelve."),
        ("13/13/2026", "There is no month 13: a year has twelve."),
        ("32nd", "No month has a day 32."),
        ("week 54", "There is no week 54."),
        ("week 53 2025", "2025 has no week 53."),
        ("25:00", "There is no 25:00: the times of a day run from 00:00 to 23:59."),
        ("fri 24:00", "There is no 24:00: the times of a day run from 00:00 to 23:59."),
        ("2026-11-27T18:60", "There is no 18:60: the times of a day run from 00:00 to 23:59."),
        ("fri 13pm", "There is no 13pm: am and pm go with the hours from 1 to 12."),
        ("thu 27 nov", "27 November 2026 is a Friday, not a Thursday."),
        ("Thu, 27 Nov 2026 18:00:00 +0100", "27 November 2026 is a Friday, not a Thursday."),
        ("2026-11-27T18:00+99:00", "There is no time zone +99:00 hours away."),
    ],
)
def test_what_does_not_exist_is_said_not_to_exist(words: str, sentence: str) -> None:
    assert told(words).sentence == sentence


@pytest.mark.parametrize(
    "words", ["0000-01-01", "9999-12-31", "1 jan 0001", "in 9999 years", "in 999999 weeks"]
)
def test_far_years_are_out_of_reach(words: str) -> None:
    assert "out of reach: a journal counts from 1900 to 2999" in told(words).sentence


@pytest.mark.parametrize(
    ("words", "sentence", "mend"),
    [
        (
            "may",
            "'may' names a month and no day.",
            "Such as: 1 may, or start of may, or end of may",
        ),
        ("30m", "'30m' could be minutes or months.", "Such as: in 30 minutes"),
        ("27", "'27' alone does not say which day.", "Such as: 27th, 27 nov"),
        ("fri 6", "6 could be 06:00 or 18:00.", "Say which: fri 06:00 or fri 18:00"),
        ("nov 27 10", "10 could be 10:00 or 22:00.", "nov 27 10:00 or nov 27 22:00"),
        ("fri at 18", "18 alone is not yet a time.", "Such as: fri 18:00"),
        ("27.11.26", "'27.11.26' leaves open which of its numbers is the year.", "2026-11-27"),
        ("", "No date was given.", "Words that work: today, fri 18:00, in 2 weeks"),
        (" \t ", "No date was given.", "Words that work: today, fri 18:00, in 2 weeks"),
        ("tomorow", "'tomorow' does not read as a date.", "Did you mean tomorrow?"),
        ("firday 18:00", "'firday 18:00' does not read as a date.", "Did you mean friday 18:00?"),
    ],
)
def test_what_is_only_half_a_date_is_told_what_is_missing(
    words: str, sentence: str, mend: str
) -> None:
    refused = told(words)
    assert refused.sentence == sentence
    assert mend in refused.mend


@pytest.mark.parametrize(
    "words",
    [
        "[1]",
        "soon",
        "9" * 400,
        "27 nov 26",
        "10 nov z",
        "2026",
        "2026-11",
        "in",
        "next",
        "week",
        "the",
        "fri call",
        "fri fri",
        "next week 18:00",
        "27 nov 18:00 call",
        "Fri Nov 27 18:00:00 CET 2026",
        "٢٧ nov",
        "\x1b[31mfri",
        "27 nov\x00",
        "1e5",
        "-1 days ago",
    ],
)
@pytest.mark.parametrize("tense", Tense)
def test_everything_else_is_refused_with_words_that_work(words: str, tense: Tense) -> None:
    refused = told(words, tense)
    assert refused.sentence.endswith("does not read as a date.")
    assert "Words that work: " in refused.mend
    assert len(refused.sentence) < 80
    assert (refused.sentence + refused.mend.replace("\n", "")).isprintable()


@pytest.mark.parametrize("tense", Tense)
def test_the_words_that_are_said_to_work_do_work(tense: Tense) -> None:
    offered = told("soon", tense).mend.removeprefix("Words that work: ").split(", ")
    assert len(offered) == 5
    for words in offered:
        read(words, tense)


_PIECES = (
    *(*WEEKDAYS, *MONTHS, "fri", "nov", "in", "ago", "next", "last", "this", "end", "of", "at"),
    *("2", "27", "27th", "2026", "18:00", "6", "pm", "week", "month", "days", "hours", "/", ","),
    *("05/06/2026", "2026-11-27", "2026-11-27T18:00", "+0100", "the", "on", "a", "now", "midnight"),
)


@given(
    st.one_of(st.text(max_size=40), st.lists(st.sampled_from(_PIECES), max_size=6).map(" ".join)),
    st.sampled_from(Tense),
)
def test_nothing_that_is_typed_breaks_the_reading(words: str, tense: Tense) -> None:
    found = outcome(words, tense)
    if isinstance(found, Misread):
        assert found.sentence
        assert found.mend
        assert not any(harsh in found.sentence.lower().split() for harsh in HARSH)
    else:
        assert found.at is None or CALENDAR.day_of(found.at) == found.day
        assert found.begins <= found.day


def outcome(words: str, tense: Tense) -> When | Misread:
    try:
        return read(words, tense)
    except Misread as refused:
        return refused


# --- what a date is read from, it can be read back from ------------------------------------------


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)), st.sampled_from(Tense))
def test_a_full_date_reads_the_same_everywhere(day: date, tense: Tense) -> None:
    name = MONTHS[day.month - 1]
    for words in (
        day.isoformat(),
        f"{day:%d.%m.%Y}",
        f"{day.day} {name} {day:%Y}",
        f"{name[:3]} {day.day} {day:%Y}",
        day_text(day),
    ):
        assert read(words, tense).day == day


@given(st.integers(0, 364), st.one_of(st.none(), st.times()))
def test_what_is_echoed_reads_back_as_itself(days: int, said: time | None) -> None:
    now = at("2026-01-01T12:00")
    day = now.date() + timedelta(days=days)
    said = said and said.replace(second=0, microsecond=0, tzinfo=None)
    words = f"{day}" if said is None else f"{day.day} {MONTHS[day.month - 1]} {said:%H:%M}"
    when = read_when(words, now, CALENDAR, AHEAD)
    echo = when.echo(CALENDAR, now)
    if said is None or said >= CALENDAR.day_ends:
        assert read_when(echo, now, CALENDAR, AHEAD) == when


@pytest.mark.parametrize(
    ("words", "echo"),
    [
        ("fri 18:00", "Fri 27 Nov 18:00"),
        ("fri", "Fri 27 Nov"),
        ("in 2 months", "Sat 23 Jan 2027"),
        ("1 jan 9:00", "Fri 1 Jan 2027 09:00"),
        ("fri 01:00", "Sat 28 Nov 01:00 (Friday night)"),
        ("next week", "Sun 6 Dec"),
    ],
)
def test_the_echo_says_the_date_in_full(words: str, echo: str) -> None:
    assert read(words, AHEAD).echo(CALENDAR, at(MONDAY)) == echo


def test_a_day_shows_its_year_where_it_is_not_this_one() -> None:
    assert day_text(date(2026, 11, 6), at(MONDAY)) == "Fri 6 Nov"
    assert day_text(date(2025, 11, 6), at(MONDAY)) == "Thu 6 Nov 2025"
    assert day_text(date(2026, 11, 6)) == "Fri 6 Nov 2026"
    assert moment_text(datetime(2026, 11, 6, 9, 5), at(MONDAY)) == "Fri 6 Nov 09:05"


# --- which words belong to a date ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "more", "goes_on"),
    [
        ("fri", "18:00", True),
        ("fri", "at 18:00", True),
        ("fri", "6pm", True),
        ("fri", "27 nov", True),
        ("27", "nov", True),
        ("27 nov", "2026", True),
        ("in", "2 weeks", True),
        ("2", "days ago", True),
        ("next", "friday", True),
        ("30", "feb", True),
        ("fri", "25:00", True),
        ("2026-11-27", "18:00", True),
        ("fri", "call", False),
        ("fri", "at", False),
        ("fri", "march", False),
        ("today", "may", False),
        ("tomorrow", "2 eggs", False),
        ("18:00", "call", False),
        ("in", "2", False),
    ],
)
def test_a_date_goes_on_only_with_what_makes_a_date_of_both(
    words: str, more: str, goes_on: bool
) -> None:
    assert extends(words, more, at(MONDAY), CALENDAR, AHEAD) is goes_on


# --- times and weekdays by themselves -----------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("18:00", time(18)),
        ("9:05", time(9, 5)),
        ("at 18:00", time(18)),
        ("6pm", time(18)),
        ("6 PM", time(18)),
        ("6:30 p.m.", time(18, 30)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("noon", time(12)),
        ("midnight", time(0)),
        ("18:00:30", time(18, 0, 30)),
    ],
)
def test_times_of_day(words: str, means: time) -> None:
    assert read_time(words) == means


@pytest.mark.parametrize(
    ("words", "mend"),
    [
        ("6", "Say which: 06:00 or 18:00"),
        ("18", "Such as: 18:00"),
        ("12", "Say which: 00:00 or 12:00"),
        ("25:00", "Such as: 18:00, or 6pm"),
        ("0am", "Such as: 18:00, or 6pm"),
        ("friday", "Such as: 18:00, or 6pm"),
        ("", "Such as: 18:00, or 6pm"),
    ],
)
def test_what_is_no_time_of_day(words: str, mend: str) -> None:
    with pytest.raises(Misread) as refused:
        read_time(words)
    assert refused.value.mend == mend


def test_weekdays_by_name() -> None:
    assert [read_day_name(name) for name in WEEKDAYS] == list(range(7))
    assert read_day_name(" Sun ") == 6
    assert read_day_name("thurs") == 3
    with pytest.raises(Misread) as refused:
        read_day_name("sonday")
    assert refused.value.mend in ("Did you mean sunday?", "Did you mean monday?")
    with pytest.raises(Misread, match="'x' is not the name of a weekday"):
        read_day_name("x")
