"""A trigger has two accounts side by side; counting minds that silence is not progress."""

from __future__ import annotations

from datetime import date

from repairlog.dates import Span
from repairlog.entries import Entry
from repairlog.kinds.keeping import Init
from repairlog.kinds.moments import Note
from repairlog.kinds.triggers import Meaning, Settling, Trigger
from repairlog.readings.triggers import WeekOfTriggers, week_of_triggers
from tests.build import Book, moment

WEEK = Span(date(2026, 11, 16), date(2026, 11, 22))
BEFORE = Span(date(2026, 11, 9), date(2026, 11, 15))


def triggers(book: Book) -> WeekOfTriggers:
    now = moment("2026-11-22T19:40")
    return week_of_triggers(book.record, book.settings, now, WEEK, BEFORE)


def met(book: Book, day: int, sort: str | None = "conflict") -> Entry:
    body = Trigger(text="a late reply", sort=sort, intensity=6, effect="I froze")
    return book.write(body, by="Ben", at=f"2026-11-{day:02}T18:00")


def test_effect_by_one_and_meaning_by_the_other() -> None:
    book = Book()
    t1 = met(book, 17)
    assert triggers(book).here[0].asked == "Ana"

    book.write(Meaning(text="the train stood"), by="Ana", about=t1, at="2026-11-18T18:00")
    [one] = triggers(book).here
    assert (one.by, one.effect, one.asked) == ("Ben", "I froze", None)
    assert [(m.by, m.text) for m in one.meant] == [("Ana", "the train stood")]


def test_how_it_settled_is_what_was_said_last() -> None:
    book = Book()
    t1 = met(book, 17)
    book.write(Settling(intensity=4), by="Ben", about=t1, at="2026-11-17T20:00")
    book.write(Settling(intensity=2, helped="a walk"), by="Ben", about=t1, at="2026-11-17T22:00")

    [one] = triggers(book).here

    assert (one.settled, one.settled_at, one.helped) == (date(2026, 11, 17), 2, "a walk")


def test_they_are_counted_by_kind_and_never_by_person() -> None:
    book = Book()
    for day, sort in ((16, "reminder"), (17, "reminder"), (18, "conflict")):
        met(book, day, sort)

    assert triggers(book).counts == (("conflict", 1), ("reminder", 2), ("stressor", 0))


def test_one_without_a_kind_is_counted_as_other() -> None:
    book = Book()
    met(book, 16, None)

    assert triggers(book).counts[-1] == ("no kind", 1)


def test_a_silent_week_before_is_no_zero() -> None:
    book = Book()
    met(book, 17)
    assert triggers(book).before is None

    book.write(Note(text="a quiet day"), at="2026-11-10T18:00")
    assert triggers(book).before == 0

    met(book, 11)
    assert triggers(book).before == 1


def test_an_earlier_one_is_carried_until_it_settled_and_was_explained() -> None:
    book = Book()
    t1 = met(book, 3)
    book.write(Settling(), by="Ben", about=t1, at="2026-11-03T20:00")
    assert [one.ref for one in triggers(book).carried] == [t1.ref]

    book.write(Meaning(text="nothing"), by="Ana", about=t1, at="2026-11-04T20:00")
    assert triggers(book).carried == ()


def test_nobody_is_asked_what_a_stressor_from_outside_meant() -> None:
    book = Book()
    met(book, 17, "stressor")

    assert triggers(book).here[0].asked is None


def test_alone_there_is_nobody_to_ask() -> None:
    book = Book(Init(me="Ben"))
    met(book, 17)

    assert triggers(book).here[0].asked is None
