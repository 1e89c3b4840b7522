"""Check-ins against the agreed cadence, period by period; and against a slow, obvious reference."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repairlog.dates import Calendar, Span
from repairlog.entries import Entry
from repairlog.kinds.agreement import Cadence, Ending
from repairlog.kinds.assent import Assent
from repairlog.kinds.checkins import Checkin
from repairlog.kinds.keeping import Init
from repairlog.kinds.mending import Undo
from repairlog.kinds.pace import Hold, Lift
from repairlog.readings.cadence import Cadences, given_by, periods
from repairlog.readings.checkins import week_of_checkins
from tests.build import Book, entry, moment

WEEK = Span(date(2026, 11, 16), date(2026, 11, 22))
DAY = timedelta(days=1)


def agree(
    book: Book,
    cadence: str = "daily",
    at: str | None = "21:00",
    on: str = "2026-11-01T12:00",
    about: Entry | None = None,
) -> Entry:
    """A cadence proposed by Ana, and agreed to by Ben at once."""
    body = Cadence(cadence=cadence, at=time.fromisoformat(at) if at else None)
    made = book.write(body, at=on, about=about)
    book.write(Assent(), by="Ben", about=made, at=on)
    return made


def check_in(book: Book, at: str, by: str = "Ana", cadence: str = "daily") -> Entry:
    return book.write(Checkin(cadence=cadence, safety=5), by=by, at=at)


def standings(
    book: Book, now: str, cadence: str = "daily", days: Span = WEEK, who: str = "Ana"
) -> str:
    """A letter for each period: k(ept), l(ate), m(issed), e(ased), o(pen)."""
    here, at = book.by(moment(now)), moment(now)
    today = book.settings.calendar.day_of(at)
    found = periods(here, book.settings, today, cadence, days)
    return "".join(one.standing[0] for one in found if one.who == who)


# -- one by one --------------------------------------------------------------------------------


def test_in_time_late_or_nothing_said() -> None:
    book = Book()
    agree(book)
    check_in(book, "2026-11-16T21:00")
    check_in(book, "2026-11-17T21:01")

    assert standings(book, "2026-11-18T12:00") == "klooooo"
    assert standings(book, "2026-11-19T12:00") == "klmoooo"


def test_the_night_belongs_to_its_evening() -> None:
    book = Book()
    agree(book, at="01:00")
    check_in(book, "2026-11-17T00:59")
    check_in(book, "2026-11-18T01:01")

    assert standings(book, "2026-11-18T02:00")[:2] == "kl"


def test_without_a_time_the_whole_day_is_in_time() -> None:
    book = Book()
    agree(book, at=None)
    check_in(book, "2026-11-17T02:59")

    assert standings(book, "2026-11-17T12:00")[:2] == "ko"


def test_one_in_time_is_enough_whatever_came_beside_it() -> None:
    book = Book()
    agree(book)
    check_in(book, "2026-11-16T20:00")
    book.write(Checkin(cadence="daily"), day="2026-11-16", written="2026-11-18T09:00")

    assert standings(book, "2026-11-18T12:00")[0] == "k"


def test_one_given_for_an_earlier_day_is_late_once_its_period_is_over() -> None:
    book = Book()
    agree(book, "weekly", None)
    agree(book, "daily", None)
    book.write(Checkin(cadence="daily"), day="2026-11-17", written="2026-11-18T09:00")
    book.write(Checkin(cadence="weekly"), day="2026-11-17", written="2026-11-18T09:00")

    assert standings(book, "2026-11-18T12:00")[1] == "l"
    assert standings(book, "2026-11-18T12:00", "weekly") == "k"


def test_a_time_that_was_said_is_taken_at_its_word() -> None:
    book = Book()
    agree(book)
    book.write(Checkin(cadence="daily"), at="2026-11-17T20:00", written="2026-11-18T09:00")

    assert standings(book, "2026-11-18T12:00")[1] == "k"


def test_each_owes_their_own_and_an_own_cadence_binds_nobody_else() -> None:
    book = Book()
    agree(book)
    check_in(book, "2026-11-16T20:00", by="Ben")
    assert standings(book, "2026-11-17T12:00", who="Ana")[0] == "m"
    assert standings(book, "2026-11-17T12:00", who="Ben")[0] == "k"

    asked = Book()
    asked.write(Cadence(cadence="daily"), at="2026-11-01T12:00")
    assert standings(asked, "2026-11-17T12:00") == ""

    alone = Book(Init(me="Ana"))
    alone.write(Cadence(cadence="daily"), at="2026-11-01T12:00")
    assert standings(alone, "2026-11-17T12:00")[0] == "m"


def test_it_binds_from_the_first_time_that_was_still_ahead() -> None:
    book = Book()
    agree(book, on="2026-11-18T21:30")

    assert standings(book, "2026-11-23T12:00") == "mmmm"  # Thursday to Sunday


def test_a_week_and_a_month_count_where_the_agreement_came_before_their_end() -> None:
    book = Book()
    agree(book, "weekly", "20:00", on="2026-11-22T19:00")
    agree(book, "monthly", None, on="2026-11-30T12:00")
    november = Span(date(2026, 11, 1), date(2026, 11, 30))

    assert standings(book, "2026-11-23T12:00", "weekly") == "m"
    assert standings(book, "2026-12-01T12:00", "monthly", november) == "m"


def test_revised_and_ended_in_the_middle() -> None:
    book = Book()
    first = agree(book, at="21:00")
    for day in range(16, 23):
        check_in(book, f"2026-11-{day}T20:00")
    second = agree(book, at="19:00", on="2026-11-18T12:00", about=first)
    end = book.write(Ending(), about=second, at="2026-11-21T12:00")
    book.write(Assent(), by="Ben", about=end, at="2026-11-21T12:00")

    assert standings(book, "2026-11-23T12:00") == "kklll"
    assert standings(book, "2026-11-18T11:00") == "kkooooo"  # as it was known then


def test_nothing_is_asked_while_everything_is_held() -> None:
    book = Book()
    agree(book)
    hold = book.write(Hold(until=date(2026, 11, 20)), by="Ben", at="2026-11-18T09:00")
    check_in(book, "2026-11-19T22:00")  # given all the same

    assert standings(book, "2026-11-23T12:00") == "mmekemm"
    book.write(Lift(), by="Ben", about=hold, at="2026-11-19T09:00")
    assert standings(book, "2026-11-23T12:00") == "mmekmmm"


def test_a_hold_of_one_promise_eases_no_check_in_and_one_of_the_cadence_does() -> None:
    book = Book()
    daily = agree(book)
    book.write(
        Hold(until=date(2026, 11, 16), of=("000000000000",)), by="Ben", at="2026-11-16T09:00"
    )
    book.write(Hold(until=date(2026, 11, 17), of=(daily.uid,)), by="Ben", at="2026-11-17T09:00")

    assert standings(book, "2026-11-18T12:00")[:2] == "me"


def test_undoing_a_check_in_leaves_nothing_said() -> None:
    book = Book()
    agree(book)
    given_then = check_in(book, "2026-11-16T20:00")
    book.write(Undo(), about=given_then, at="2026-11-16T20:01")

    assert standings(book, "2026-11-17T12:00")[0] == "m"


@pytest.mark.parametrize(
    ("at", "standing"),
    [
        ("2026-10-25T02:30+02:00", "k"),  # the first half past two
        ("2026-10-25T02:30+01:00", "k"),  # the second, which is meant
        ("2026-10-25T02:31+01:00", "l"),
    ],
)
def test_where_the_hour_occurs_twice_the_second_is_meant(at: str, standing: str) -> None:
    book = Book()
    agree(book, at="02:30", on="2026-10-20T12:00")
    check_in(book, at)
    saturday = Span(date(2026, 10, 24), date(2026, 10, 24))

    assert standings(book, "2026-10-26T12:00", days=saturday) == standing


def test_a_clock_that_springs_forward_changes_no_wall_clock() -> None:
    book = Book()
    agree(book, at="21:00", on="2026-03-01T12:00")
    days = Span(date(2026, 3, 28), date(2026, 3, 30))
    for day in (28, 29, 30):
        check_in(book, f"2026-03-{day}T20:59")

    assert standings(book, "2026-03-31T12:00", days=days) == "kkk"


# -- what is asked next ------------------------------------------------------------------------


def coming(book: Book, now: str, cadence: str = "daily") -> str:
    known = Cadences(book.record, book.settings, book.settings.calendar.day_of(moment(now)))
    found = known.coming(cadence, "Ana", given_by(book.record, "Ana", cadence))
    return f"{found.days.last} {found.deadline:%H:%M}" if found else ""


def test_the_next_one_is_todays_until_it_is_given_and_skips_what_is_held() -> None:
    book = Book()
    agree(book)
    assert coming(book, "2026-11-16T22:00") == "2026-11-16 21:00"

    check_in(book, "2026-11-16T22:30")
    assert coming(book, "2026-11-16T22:40") == "2026-11-17 21:00"

    book.write(Hold(until=date(2026, 11, 20)), by="Ben", at="2026-11-16T23:00")
    assert coming(book, "2026-11-17T22:40") == "2026-11-21 21:00"


def test_what_was_let_go_is_not_asked_for_by_habit() -> None:
    book = Book()
    daily = agree(book)
    for day in range(10, 16):
        check_in(book, f"2026-11-{day}T20:00")
    end = book.write(Ending(), about=daily, at="2026-11-16T12:00")
    book.write(Assent(), by="Ben", about=end, at="2026-11-16T12:00")

    held = week_of_checkins(book.record, book.settings, date(2026, 11, 23), WEEK).held
    assert held == ()
    assert coming(book, "2026-11-17T12:00") == ""


def test_the_weeks_row_has_a_mark_for_each() -> None:
    book = Book()
    agree(book)
    agree(book, "weekly", "20:00")
    check_in(book, "2026-11-16T20:00")
    check_in(book, "2026-11-17T22:00")
    check_in(book, "2026-11-20T22:00", cadence="weekly")

    rows = week_of_checkins(book.record, book.settings, date(2026, 11, 20), WEEK).held
    marks = {(row.cadence, row.who): [cell[:1] for cell in row.cells] for row in rows}

    assert marks["daily", "Ana"] == ["k", "l", "m", "m", "o", "", ""]
    assert marks["weekly", "Ana"] == ["", "", "", "", "k", "", ""]
    assert marks["weekly", "Ben"] == ["", "", "", "", "", "", "o"]


# -- the slow reference ------------------------------------------------------------------------

FIRST = datetime(2026, 10, 12)
ZERO = date(2026, 10, 12)
LENGTH = 50  # days, across the end of summer time and the end of two months
MINUTES = st.integers(0, LENGTH * 24 * 12 - 1).map(lambda n: FIRST + timedelta(minutes=5 * n))
# No moment in the hour that occurs twice: the tests above are about it.
MOMENTS = MINUTES.filter(lambda at: not (at.date() == date(2026, 10, 25) and at.hour in (2, 3)))
TIMES = st.sampled_from([None, time(0, 30), time(7), time(12, 5), time(21), time(23, 55)])


@dataclass(frozen=True)
class Version:
    """A version of the cadence: from when it holds, and its time (``end``: it ends)."""

    at: datetime
    time: time | None
    end: bool


def versions() -> st.SearchStrategy[list[Version]]:
    one = st.builds(Version, MOMENTS, TIMES, st.booleans())
    return st.lists(one, min_size=1, max_size=4, unique_by=lambda v: v.at).map(
        lambda found: sorted(found, key=lambda v: v.at)
    )


@dataclass(frozen=True)
class Story:
    """What happened, in naive local time."""

    cadence: str
    day_ends: time
    week_starts: int
    versions: list[Version]
    given: list[datetime]
    holds: list[tuple[datetime, int]]
    now: datetime


STORIES = st.builds(
    Story,
    st.sampled_from(["daily", "weekly", "monthly"]),
    st.sampled_from([time(0), time(3), time(5)]),
    st.integers(0, 6),
    versions(),
    st.lists(MOMENTS, max_size=25),
    st.lists(st.tuples(MOMENTS, st.integers(0, 9)), max_size=2),
    MOMENTS,
)


def day_of(at: datetime, day_ends: time) -> date:
    return at.date() if at.time() >= day_ends else at.date() - DAY


def slow(story: Story) -> list[tuple[date, str]]:
    """The last day of each period and its standing, minute by obvious minute."""
    found = []
    today = day_of(story.now, story.day_ends)
    for last, days in ends(story):
        late_at = in_force(story, last)
        if late_at is None:
            continue
        given = [at for at in story.given if at <= story.now and day_of(at, story.day_ends) in days]
        held = any(
            begun <= story.now
            and any(day_of(begun, story.day_ends) + n * DAY in days for n in range(more + 1))
            for begun, more in story.holds
        )
        if given:
            standing = "kept" if held or any(at <= late_at for at in given) else "late"
        elif held:
            standing = "eased"
        else:
            standing = "missed" if last < today else "open"
        found.append((last, standing))
    return found


def ends(story: Story) -> list[tuple[date, set[date]]]:
    """Every period whose last day lies in the story, with its days."""
    every = [ZERO + n * DAY for n in range(-40, LENGTH)]
    found = []
    for last in every[40:]:
        match story.cadence:
            case "daily":
                days = {last}
            case "weekly":
                if (last + DAY).weekday() != story.week_starts:
                    continue
                days = {last - n * DAY for n in range(7)}
            case _:
                if (last + DAY).day != 1:
                    continue
                days = {day for day in every if (day.year, day.month) == (last.year, last.month)}
        found.append((last, days))
    return found


def due(story: Story, last: date, at: time | None) -> datetime:
    if at is None:
        return datetime.combine(last + DAY, story.day_ends)
    return datetime.combine(last + DAY if at < story.day_ends else last, at)


def in_force(story: Story, last: date) -> datetime | None:
    """When the period is due: by the version that holds when its own time comes."""
    known = [v for v in story.versions if v.at <= story.now]
    for number, version in enumerate(known):
        if version.end:
            continue
        until = known[number + 1].at if number + 1 < len(known) else datetime.max
        late_at = due(story, last, version.time)
        if version.at <= late_at < until:
            return late_at
    return None


def told(story: Story) -> Book:
    """The story as entries."""
    init = Init(me="Ana", partner="Ben", day_ends=story.day_ends, week_starts=story.week_starts)
    book = Book(init, begun="2026-09-01T12:00")
    calendar = Calendar(story.day_ends, story.week_starts)
    before: Entry | None = None
    for version in story.versions:
        if version.end and before is None:
            continue
        body = Ending() if version.end else Cadence(cadence=story.cadence, at=version.time)
        made = _write(book, calendar, body, version.at, about=before)
        _write(book, calendar, Assent(), version.at, about=made, by="Ben")
        before = before if version.end else made
    for at in story.given:
        _write(book, calendar, Checkin(cadence=story.cadence), at)
    for at, more in story.holds:
        until = calendar.day_of(at) + more * DAY
        _write(book, calendar, Hold(until=until), at, by="Ben")
    return book


def _write(
    book: Book,
    calendar: Calendar,
    body: Cadence | Ending | Assent | Checkin | Hold,
    at: datetime,
    *,
    about: Entry | None = None,
    by: str = "Ana",
) -> Entry:
    made = entry(body, by=by, at=at.isoformat(), about=about, calendar=calendar)
    book.entries.append(made)
    return made


@given(STORIES)
def test_every_period_stands_as_a_slow_reference_says(story: Story) -> None:
    book = told(story)
    now = moment(story.now.isoformat())
    days = Span(ZERO, ZERO + (LENGTH - 1) * DAY)
    today = book.settings.calendar.day_of(now)

    found = periods(book.by(now), book.settings, today, story.cadence, days)

    assert [(one.days.last, one.standing) for one in found if one.who == "Ana"] == slow(story)
