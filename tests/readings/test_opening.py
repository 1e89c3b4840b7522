"""The opening sentences are true to the figures, and kind."""

from __future__ import annotations

from datetime import date

import pytest

from repairlog.dates import Span
from repairlog.kinds.boundaries import Boundary, Crossing
from repairlog.kinds.commitments import Commitment, Delivery, Miss
from repairlog.kinds.moments import Doubt
from repairlog.readings.review import review
from tests.build import Book, moment, promise

WEEK = Span(date(2026, 11, 16), date(2026, 11, 22))
AFTER = "2026-11-23T18:00"
SUNDAY = "2026-11-22T19:40"


def sentences(book: Book, now: str = AFTER) -> str:
    return " ".join(review(book.record, book.settings, moment(now), WEEK).opening)


def once(book: Book, day: int, done: int | None = None) -> None:
    """A promise for a day of November, made on the 14th and perhaps delivered."""
    made = book.write(
        promise("call", start="2026-11-14", by=f"2026-11-{day:02}"), at="2026-11-14T18:00"
    )
    if done:
        book.write(Delivery(), about=made, at=f"2026-11-{done:02}T12:00")


@pytest.mark.parametrize(
    ("kept", "late", "silent", "said"),
    [
        (1, 0, 0, "The one thing promised for this week was done."),
        (0, 1, 0, "The one thing promised for this week was done, late."),
        (2, 0, 0, "Both things promised for this week were done."),
        (0, 2, 0, "Both things promised for this week were done, both late."),
        (3, 0, 0, "All three things promised for this week were done."),
        (2, 1, 0, "All three things promised for this week were done, one of them late."),
        (0, 3, 0, "All three things promised for this week were done, all of them late."),
        (1, 0, 2, "One of the three things promised for this week was done."),
        (5, 1, 1, "Six of the seven things promised for this week were done, one of them late."),
        (13, 0, 1, "13 of the 14 things promised for this week were done."),
    ],
)
def test_what_was_done_is_counted_of_what_was_promised(
    kept: int, late: int, silent: int, said: str
) -> None:
    book = Book()
    for done in (*[18] * kept, *[19] * late, *[None] * silent):
        once(book, 18, done)

    assert review(book.record, book.settings, moment(AFTER), WEEK).opening[0] == said


@pytest.mark.parametrize(
    ("silent", "said"),
    [
        (
            1,
            "Of the one thing promised for this week nothing was said yet. "
            "That says nothing about it.",
        ),
        (
            18,
            "Of the 18 things promised for this week nothing was said yet. "
            "That says nothing about them.",
        ),
    ],
)
def test_a_silence_about_everything_is_no_verdict(silent: int, said: str) -> None:
    book = Book()
    for _ in range(silent):
        once(book, 18)

    assert sentences(book) == said


def test_a_week_that_goes_on_says_so_far_and_what_is_open() -> None:
    book = Book()
    daily = book.write(promise("text", start="2026-11-16", every="day"), at="2026-11-15T18:00")
    book.write(Delivery(), about=daily, at="2026-11-16T12:00")
    book.write(Delivery(), about=daily, at="2026-11-17T12:00")

    assert sentences(book, "2026-11-18T12:00") == (
        "Two of the three things promised for this week are done so far; one is still open."
    )


@pytest.mark.parametrize(
    ("promised", "said"),
    [
        (1, "The one thing promised for this week is still open."),
        (2, "Both things promised for this week are still open."),
        (3, "All three things promised for this week are still open."),
    ],
)
def test_a_week_in_which_nothing_is_due_yet_says_just_that(promised: int, said: str) -> None:
    book = Book()
    for _ in range(promised):
        once(book, 20)

    assert sentences(book, "2026-11-18T12:00") == said


def test_the_last_evening_is_told_as_past_once_nothing_is_open() -> None:
    book = Book()
    once(book, 20, 19)

    assert sentences(book, SUNDAY) == "The one thing promised for this week was done."


def test_an_owned_miss_is_not_a_silence() -> None:
    book = Book()
    made = [
        book.write(promise("x", start="2026-11-14", by="2026-11-18"), at="2026-11-14T18:00")
        for _ in range(3)
    ]
    miss = book.write(Miss(own="I let it slide"), about=made[0], at="2026-11-18T20:00")
    book.write(promise("say so", start="2026-11-18"), about=miss, at="2026-11-18T20:00")
    book.write(Miss(own="I forgot"), about=made[1], at="2026-11-18T20:00")

    assert "Two misses were owned, one with a plan; of one other nothing was said yet." in (
        sentences(book)
    )


def test_one_owned_miss_tells_whether_it_has_a_plan() -> None:
    book = Book()
    made = book.write(promise("x", start="2026-11-14", by="2026-11-18"), at="2026-11-14T18:00")
    miss = book.write(Miss(own="I let it slide"), about=made, at="2026-11-18T20:00")
    assert "One miss was owned." in sentences(book)

    book.write(promise("say so", start="2026-11-18"), about=miss, at="2026-11-18T20:00")
    assert "One miss was owned and has a plan." in sentences(book)


def test_a_silent_week_says_nothing_about_the_week_itself() -> None:
    assert sentences(Book()) == (
        "Nothing was written down for this week. That says nothing about the week itself."
    )


def test_a_running_week_that_is_still_empty_says_not_yet() -> None:
    assert sentences(Book(), "2026-11-17T12:00") == (
        "Nothing has been written down for this week yet."
    )


def test_what_was_done_for_another_week_is_told_apart() -> None:
    book = Book()
    once(book, 15, 17)
    once(book, 25, 18)

    assert sentences(book) == (
        "Nothing was promised for this week. One from an earlier week was made good, and one more "
        "was done ahead of time or without a date."
    )


def test_an_open_crossing_is_said_before_anything_else_that_waits() -> None:
    book = Book()
    boundary = book.write(Boundary(text="we ask", means=("ask",)), at="2026-10-01T18:00")
    what = Crossing(what="it was opened", version_of=boundary.uid)
    crossing = book.write(what, about=boundary, at="2026-11-17T18:00")
    book.write(Doubt(text="is it over?"), by="Ben", at="2026-11-17T19:00")
    assert sentences(book).endswith("A boundary was crossed, and is not called repaired yet.")

    book.write(
        promise("ask", start="2026-11-17", by="2026-11-30"), about=crossing, at="2026-11-17T20:00"
    )
    assert sentences(book).endswith("A boundary was crossed, and one step is open.")


def test_two_open_crossings_are_said_together() -> None:
    book = Book()
    for words in ("we ask", "we are back when we said"):
        boundary = book.write(Boundary(text=words, means=("ask",)), at="2026-10-01T18:00")
        what = Crossing(what="it was opened", version_of=boundary.uid)
        book.write(what, about=boundary, at="2026-11-17T18:00")

    assert sentences(book).endswith("Boundaries were crossed, and are not called repaired yet.")


def test_what_waits_for_an_answer_is_said_when_nothing_weighs_more() -> None:
    book = Book()
    book.write(Doubt(text="is it over?"), by="Ben", at="2026-11-17T19:00")

    assert sentences(book).endswith("One thing waits for an answer.")


def test_no_sentence_names_a_person() -> None:
    book = Book()
    for who in ("Ana", "Ben"):
        body = promise("x", start="2026-11-14", by="2026-11-18")
        assert isinstance(body, Commitment)
        book.write(body, by=who, at="2026-11-14T18:00")

    assert "Ana" not in sentences(book)
    assert "Ben" not in sentences(book)
