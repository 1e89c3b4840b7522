"""Two months side by side: fewer triggers count only where writing went on; silence is not
progress."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repairlog.kinds.assent import Adoption, Assent
from repairlog.kinds.keeping import Init
from repairlog.kinds.mending import Undo
from repairlog.kinds.milestones import Milestone
from repairlog.kinds.moments import Note
from repairlog.kinds.triggers import Trigger
from repairlog.readings.milestones import milestones
from repairlog.readings.record import Record
from tests.build import Book, moment

LATER = "2026-12-31T20:00"


def note_on(book: Book, month: int, days: int, by: str = "Ana", year: int = 2026) -> None:
    """Something of no weight on the first so many days of a month."""
    for day in range(1, days + 1):
        book.write(Note(text="a day"), by=by, at=f"{year}-{month:02}-{day:02}T12:00")


def triggers(book: Book, month: int, count: int, by: str = "Ana", year: int = 2026) -> None:
    for day in range(1, count + 1):
        body = Trigger(text="a late reply", sort="reminder")
        book.write(body, by=by, at=f"{year}-{month:02}-{day:02}T13:00")


def planned(book: Book, at: str = "2026-08-31T12:00", yes: str | None = None) -> None:
    made = book.write(Milestone(text="fewer of them", when="triggers down month"), at=at)
    adoption = book.write(Adoption(), about=made, at=at)
    book.write(Assent(), by="Ben", about=adoption, at=yes or at)


def reached(book: Book, now: str = LATER) -> date | None:
    [one] = milestones(book.by(moment(now)), book.settings, moment(now))
    return one.reached


def lived(october: int = 5, november: int = 3, days: int = 20, by: str = "Ana") -> Book:
    book = Book()
    planned(book)
    for month, count in ((10, october), (11, november)):
        note_on(book, month, days, by)
        triggers(book, month, count, by)
    return book


def test_it_is_reached_on_the_last_day_of_the_first_month_with_fewer() -> None:
    assert reached(lived()) == date(2026, 11, 30)


@pytest.mark.parametrize(("october", "november"), [(3, 3), (3, 5), (0, 0)])
def test_as_many_or_more_reach_nothing(october: int, november: int) -> None:
    assert reached(lived(october, november)) is None


def test_a_month_without_any_is_fewer_where_writing_went_on() -> None:
    assert reached(lived(3, 0)) == date(2026, 11, 30)


def test_nineteen_days_are_too_few_in_either_month() -> None:
    assert reached(lived(days=19)) is None

    book = lived()
    for entry in [e for e in book.entries if e.kind == "note" and e.day == date(2026, 10, 20)]:
        book.write(Undo(), about=entry, at="2026-12-01T12:00")
    assert reached(book) is None


def test_a_silent_month_never_fires_it() -> None:
    book = Book()
    planned(book)
    note_on(book, 10, 31)
    triggers(book, 10, 6)

    assert reached(book) is None


def test_a_month_that_is_not_over_says_nothing_yet() -> None:
    assert reached(lived(), "2026-11-30T20:00") is None
    assert reached(lived(), "2026-12-01T02:59") is None
    assert reached(lived(), "2026-12-01T03:00") == date(2026, 11, 30)


def test_who_logs_has_to_have_written_not_the_other() -> None:
    book = lived(days=5)
    note_on(book, 10, 31, by="Ben")
    note_on(book, 11, 30, by="Ben")

    assert reached(book) is None


def test_where_both_log_they_are_counted_together_and_neither_may_fall_silent() -> None:
    book = lived()
    triggers(book, 10, 1, by="Ben")
    assert reached(book) is None  # of Ben nothing else was written

    note_on(book, 10, 20, by="Ben")
    note_on(book, 11, 20, by="Ben")
    assert reached(book) == date(2026, 11, 30)

    triggers(book, 11, 3, by="Ben")
    assert reached(book) is None  # six in all, as in October


def test_it_counts_from_agreement_on() -> None:
    book = Book()
    for month, count in ((9, 5), (10, 4), (11, 3)):
        note_on(book, month, 25)
        triggers(book, month, count)
    planned(book, at="2026-11-01T12:00", yes="2026-11-02T12:00")

    assert reached(book) == date(2026, 11, 30)


def test_one_that_nobody_agreed_to_is_not_reached() -> None:
    book = lived()
    book.entries = [e for e in book.entries if e.kind != "assent"]

    assert reached(book) is None


def test_undone_triggers_are_none() -> None:
    book = lived(5, 5)
    for entry in [e for e in book.entries if e.kind == "trigger" and e.day.month == 11][:2]:
        book.write(Undo(), about=entry, at="2026-11-30T12:00")

    assert reached(book) == date(2026, 11, 30)


def test_what_is_known_of_the_days_counts_beside_the_entries() -> None:
    book = lived(days=3)
    days = [("Ana", date(2026, m, d)) for m in (10, 11) for d in range(1, 21)]
    record = Record(book.entries, days)

    [one] = milestones(record, book.settings, moment(LATER))
    assert one.reached == date(2026, 11, 30)


def test_it_works_for_one_person_alone_and_over_the_turn_of_the_year() -> None:
    book = Book(Init(me="Ana"))
    book.write(Milestone(text="fewer", when="triggers down month"), at="2026-11-30T12:00")
    note_on(book, 12, monthrange(2026, 12)[1])
    triggers(book, 12, 4)
    note_on(book, 1, 31, year=2027)
    triggers(book, 1, 1, year=2027)

    assert reached(book, "2027-02-01T12:00") == date(2027, 1, 31)


# -- a slow, obvious reference -------------------------------------------------------------------

FIRST = date(2026, 9, 1)
DAYS = [FIRST + n * timedelta(days=1) for n in range(122)]  # to the end of the year
PEOPLE = ("Ana", "Ben")
ENOUGH = st.sampled_from([0, 18, 19, 20, 21, 26, 31])
DENSE = st.fixed_dictionaries(dict.fromkeys(PEOPLE, ENOUGH))


@dataclass(frozen=True)
class Story:
    """On how many of its first days each person wrote in each month, and who was triggered when."""

    written: dict[int, dict[str, int]]
    triggers: list[tuple[str, date]]
    agreed: date
    now: date


STORIES = st.builds(
    Story,
    st.fixed_dictionaries(dict.fromkeys((9, 10, 11, 12), DENSE)),
    st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(DAYS)), max_size=14),
    st.sampled_from(DAYS),
    st.sampled_from(DAYS[60:]),
)


def slow(story: Story) -> date | None:
    """The end of the first month that has fewer, month by obvious month."""
    if story.agreed > story.now:
        return None
    for month in (10, 11, 12):
        last = date(2026, month, monthrange(2026, month)[1])
        if last < story.agreed or last >= story.now:
            continue
        told = [(who, day) for who, day in story.triggers if day <= story.now]
        here = [who for who, day in told if day.month == month]
        before = [who for who, day in told if day.month == month - 1]
        if len(here) < len(before) and all(
            len(days_of(story, who, each)) >= 20
            for who in {*here, *before}
            for each in (month - 1, month)
        ):
            return last
    return None


def days_of(story: Story, who: str, month: int) -> set[date]:
    """On which days of the month this person wrote something, by now."""
    last = monthrange(2026, month)[1]
    days = {date(2026, month, n) for n in range(1, min(story.written[month][who], last) + 1)}
    days |= {day for by, day in story.triggers if by == who and day.month == month}
    # With the milestone something is written, too, and with the yes to it.
    days |= {story.agreed} if story.agreed.month == month else set()
    return {day for day in days if day <= story.now}


@given(STORIES)
def test_it_is_reached_when_a_slow_reference_says_so(story: Story) -> None:
    book = Book(begun="2026-08-30T12:00")
    for month, people in story.written.items():
        for who, count in people.items():
            note_on(book, month, min(count, monthrange(2026, month)[1]), by=who)
    for who, day in story.triggers:
        book.write(Trigger(text="late"), by=who, at=f"{day}T13:00")
    planned(book, at=f"{story.agreed}T12:00")

    assert (reached(book, f"{story.now}T20:00") if story.agreed <= story.now else None) == slow(
        story
    )
