"""Days, weeks, months and deadlines, on ordinary nights and on those when the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repairlog.dates import Calendar, Span, after, read_clock, settled
from repairlog.errors import Misread
from tests.dates.zones import BERLIN, NEW_YORK, zone

FRIDAY, SATURDAY = date(2026, 11, 27), date(2026, 11, 28)
SUMMER, WINTER = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))

DAY_ENDS = st.sampled_from([time(0), time(1, 30), time(2), time(2, 30), time(3), time(5, 30)])
# Whole minutes of the years around the examples, and of the nights when the clocks change.
_NIGHTS = [datetime(2026, *day, tzinfo=UTC) for day in ((3, 8), (3, 29), (10, 25), (11, 1))]
MOMENTS = st.one_of(
    st.integers(-500_000, 1_000_000).map(lambda n: _NIGHTS[0] + timedelta(minutes=n)),
    st.builds(
        lambda night, minutes: night + timedelta(minutes=minutes),
        st.sampled_from(_NIGHTS),
        st.integers(-6 * 60, 12 * 60),
    ),
)


# --- days -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day_ends", "last", "first"),
    [
        (time(3), "02:59", "03:00"),
        (time(5, 30), "05:29", "05:30"),
    ],
)
def test_a_day_runs_on_into_the_night(day_ends: time, last: str, first: str) -> None:
    calendar = Calendar(day_ends)
    assert calendar.day_of(datetime.fromisoformat(f"2026-11-28 {last}")) == FRIDAY
    assert calendar.day_of(datetime.fromisoformat(f"2026-11-28 {first}")) == SATURDAY


def test_a_day_may_end_at_midnight() -> None:
    calendar = Calendar(time(0))
    assert calendar.day_of(datetime(2026, 11, 27, 23, 59)) == FRIDAY
    assert calendar.day_of(datetime(2026, 11, 28)) == SATURDAY
    assert calendar.end_of(FRIDAY) == datetime(2026, 11, 28)


@pytest.mark.parametrize("place", [BERLIN, NEW_YORK])
@given(MOMENTS, DAY_ENDS)
def test_every_moment_lies_between_the_ends_of_its_day(
    place: str, moment: datetime, day_ends: time
) -> None:
    calendar = Calendar(day_ends)
    with zone(place):
        moment = moment.astimezone()
        day = calendar.day_of(moment)
        assert calendar.first_minute(day).astimezone() <= moment
        assert moment < calendar.end_of(day).astimezone()
        assert calendar.end_of(day) == calendar.first_minute(day + timedelta(days=1))


# --- deadlines --------------------------------------------------------------------------------


def test_a_day_without_a_time_is_due_at_its_end() -> None:
    assert Calendar().deadline(FRIDAY, None) == datetime(2026, 11, 28, 3)


def test_a_time_before_the_day_ends_means_that_night() -> None:
    assert Calendar().deadline(FRIDAY, time(18)) == datetime(2026, 11, 27, 18)
    assert Calendar().deadline(FRIDAY, time(1)) == datetime(2026, 11, 28, 1)
    assert Calendar().deadline(FRIDAY, time(3)) == datetime(2026, 11, 27, 3)
    assert Calendar(time(5, 30)).deadline(FRIDAY, time(5)) == datetime(2026, 11, 28, 5)
    assert Calendar(time(0)).deadline(FRIDAY, time(1)) == datetime(2026, 11, 27, 1)


@pytest.mark.parametrize(
    ("place", "skipped", "exists"),
    [
        (BERLIN, "2026-03-29 02:00", "2026-03-29 03:00"),
        (BERLIN, "2026-03-29 02:30", "2026-03-29 03:00"),
        (BERLIN, "2026-03-29 02:59:59", "2026-03-29 03:00"),
        (NEW_YORK, "2026-03-08 02:30", "2026-03-08 03:00"),
        ("Pacific/Apia", "2011-12-30 12:00", "2011-12-31 00:00"),
    ],
)
def test_a_time_that_the_clocks_skip_moves_to_the_next_minute(
    place: str, skipped: str, exists: str
) -> None:
    with zone(place):
        assert settled(datetime.fromisoformat(skipped)) == datetime.fromisoformat(exists)


@pytest.mark.parametrize(
    ("place", "twice"), [(BERLIN, "2026-10-25 02:30"), (NEW_YORK, "2026-11-01 01:30")]
)
def test_a_time_that_occurs_twice_means_the_second(place: str, twice: str) -> None:
    with zone(place):
        wall = settled(datetime.fromisoformat(twice))
        assert wall.fold == 1
        assert wall.astimezone() - wall.replace(fold=0).astimezone() == timedelta(hours=1)


def test_a_day_that_ends_in_the_skipped_hour_ends_when_the_clocks_resume() -> None:
    calendar = Calendar(time(2, 30))
    assert calendar.end_of(date(2026, 3, 28)) == datetime(2026, 3, 29, 3)
    assert calendar.day_of(datetime(2026, 3, 29, 1, 59, tzinfo=WINTER)) == date(2026, 3, 28)
    assert calendar.day_of(datetime(2026, 3, 29, 3, 0, tzinfo=SUMMER)) == date(2026, 3, 29)


def test_a_day_that_ends_in_the_repeated_hour_ends_the_second_time() -> None:
    calendar = Calendar(time(2, 30))
    assert calendar.day_of(datetime(2026, 10, 25, 2, 45, tzinfo=SUMMER)) == date(2026, 10, 24)
    assert calendar.day_of(datetime(2026, 10, 25, 2, 15, tzinfo=WINTER)) == date(2026, 10, 24)
    assert calendar.day_of(datetime(2026, 10, 25, 2, 30, tzinfo=WINTER)) == date(2026, 10, 25)


def test_a_delivery_on_the_minute_is_not_after_its_deadline() -> None:
    deadline = Calendar().deadline(FRIDAY, time(18))
    assert not after(datetime(2026, 11, 27, 18, 0, tzinfo=WINTER), deadline)
    assert after(datetime(2026, 11, 27, 18, 1, tzinfo=WINTER), deadline)


def test_a_traveller_is_judged_by_the_clock_on_their_own_wall() -> None:
    deadline = Calendar().deadline(FRIDAY, time(18))
    in_tokyo, in_lima = timezone(timedelta(hours=9)), timezone(timedelta(hours=-5))
    assert after(datetime(2026, 11, 27, 18, 30, tzinfo=in_tokyo), deadline)
    assert not after(datetime(2026, 11, 27, 17, 30, tzinfo=in_lima), deadline)


def test_in_the_repeated_hour_the_offset_tells_which_of_the_two_it_was() -> None:
    deadline = Calendar(time(2)).deadline(date(2026, 10, 25), time(2, 30))
    assert deadline.fold == 1
    assert not after(datetime(2026, 10, 25, 2, 45, tzinfo=SUMMER), deadline)
    assert after(datetime(2026, 10, 25, 2, 45, tzinfo=WINTER), deadline)
    elsewhere = timezone(timedelta(hours=-5))
    assert after(datetime(2026, 10, 25, 2, 45, tzinfo=elsewhere), deadline)


# --- weeks and months -------------------------------------------------------------------------


def test_a_week_begins_where_the_journal_says() -> None:
    assert Calendar().week_of(FRIDAY) == Span(date(2026, 11, 23), date(2026, 11, 29))
    assert Calendar(week_starts=6).week_of(FRIDAY) == Span(date(2026, 11, 22), SATURDAY)


@given(st.dates(date(1901, 1, 1), date(2998, 1, 1)), st.integers(0, 6))
def test_weeks_tile_the_years(day: date, week_starts: int) -> None:
    week = Calendar(week_starts=week_starts).week_of(day)
    assert day in week
    assert week.first.weekday() == week_starts
    assert week.last - week.first == timedelta(days=6)


@pytest.mark.parametrize(
    ("day", "last"),
    [
        ("2026-11-27", "2026-11-30"),
        ("2026-12-31", "2026-12-31"),
        ("2026-02-01", "2026-02-28"),
        ("2028-02-29", "2028-02-29"),
        ("2100-02-10", "2100-02-28"),
    ],
)
def test_a_month_ends_on_its_own_last_day(day: str, last: str) -> None:
    month = Calendar().month_of(date.fromisoformat(day))
    assert month == Span(date.fromisoformat(day).replace(day=1), date.fromisoformat(last))
    assert month.last + timedelta(days=1) not in month


# --- the clock --------------------------------------------------------------------------------


def test_the_clock_can_be_made_to_stand() -> None:
    assert read_clock({"REPAIRLOG_NOW": "2026-11-27T18:00"}) == datetime(
        2026, 11, 27, 18, tzinfo=WINTER
    )
    assert read_clock({"REPAIRLOG_NOW": "2026-07-01 12:00:05"}).utcoffset() == timedelta(hours=2)


def test_a_standing_clock_of_elsewhere_shows_the_local_time() -> None:
    moment = read_clock({"REPAIRLOG_NOW": "2026-11-27T18:00:00Z"})
    assert moment.replace(tzinfo=None) == datetime(2026, 11, 27, 19)


def test_otherwise_the_clock_runs_in_the_local_zone() -> None:
    before = datetime.now(UTC)
    moment = read_clock({"REPAIRLOG_NOW": " "})
    assert before <= moment <= datetime.now(UTC)
    assert moment.utcoffset() == moment.astimezone().utcoffset()


@pytest.mark.parametrize(
    "words",
    ["2026-11-27", "soon", "18:00", "2026-02-30T18:00", "0001-01-01T00:00", "9999-12-31T23:59"],
)
def test_an_unreadable_clock_is_refused(words: str) -> None:
    with pytest.raises(Misread) as refused:
        read_clock({"REPAIRLOG_NOW": words})
    assert words in refused.value.sentence
    assert refused.value.mend == "REPAIRLOG_NOW=2026-11-27T18:00"
