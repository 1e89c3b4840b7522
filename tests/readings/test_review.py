"""A week for its review: what was promised, what was delivered, what remains challenging."""

from __future__ import annotations

import json
from datetime import date

import pytest

from repairlog.dates import Calendar, Span
from repairlog.kinds.changes import Ease
from repairlog.kinds.checkins import Checkin
from repairlog.kinds.commitments import Delivery, Miss
from repairlog.kinds.keeping import Init
from repairlog.kinds.moments import Answer, Doubt, Memory, Misread, Need, Note, Value
from repairlog.kinds.reviews import Review
from repairlog.readings.people import Settings
from repairlog.readings.promised import Promise
from repairlog.readings.review import ReviewReport, review, which_week
from repairlog.readings.review_json import as_json
from tests.build import Book, moment, promise
from tests.week import EVENING, WEEK, now, on, week

TWO = Settings(me="Ana", people=("Ana", "Ben"), calendar=Calendar())


def report(book: Book, at: str = EVENING, of: Span = WEEK) -> ReviewReport:
    return review(book.record, book.settings, moment(at), of)


def only(book: Book, at: str = EVENING, of: Span = WEEK) -> Promise:
    [one] = [promise for promise in report(book, at, of).promises if promise.here]
    return one


# -- which week --------------------------------------------------------------------------------


def week_of(held: list[str], at: str, began: str = "2026-10-28") -> str:
    reviews = [Review(week=date.fromisoformat(day), present=()) for day in held]
    return str(which_week(reviews, moment(at), TWO, date.fromisoformat(began)).first)


EARLIER = ("2026-10-26", "2026-11-02", "2026-11-09")
LAST, THIS = "2026-11-16", "2026-11-23"


@pytest.mark.parametrize(
    ("held", "at", "first"),
    [
        ([], "2026-11-29T20:00", THIS),  # it ends today
        ([], "2026-11-28T20:00", LAST),  # it goes on: the one before
        ([LAST], "2026-11-29T20:00", THIS),
        ([LAST], "2026-11-30T01:30", THIS),  # at half past one it is still Sunday
        ([*EARLIER, THIS], "2026-11-29T20:00", LAST),  # the latest that was not reviewed
        ([*EARLIER[:2], LAST], "2026-11-25T20:00", EARLIER[2]),
        ([*EARLIER, LAST], "2026-11-25T20:00", THIS),  # all are: the running one
    ],
)
def test_the_latest_week_that_has_ended_and_was_not_reviewed(
    held: list[str], at: str, first: str
) -> None:
    assert week_of(held, at) == first


def test_no_week_before_the_journal_began_is_looked_for() -> None:
    assert week_of([], "2026-11-25T20:00", began="2026-11-24") == THIS


def test_the_week_in_which_the_journal_began_is_a_week() -> None:
    assert week_of([], "2026-11-25T20:00", began="2026-11-22") == LAST


def test_a_week_without_a_review_is_shown_as_such() -> None:
    book = Book()
    book.write(Review(week=date(2026, 11, 2), present=("Ana",)), at=on(8))

    shown = review(book.record, book.settings, now(), WEEK, began=date(2026, 10, 1))

    assert shown.held is None
    assert shown.unreviewed == (Span(date(2026, 11, 9), date(2026, 11, 15)),)


def test_a_week_that_was_reviewed_says_by_whom() -> None:
    book = Book()
    book.write(Review(week=WEEK.first, present=("Ana", "Ben"), seal="S"), at=on(22, "20:00"))

    held = report(book).held

    assert held is not None
    assert (held.day, held.present) == (date(2026, 11, 22), ("Ana", "Ben"))


# -- what was promised, what was delivered -----------------------------------------------------


def test_a_recurring_promise_has_the_occurrences_whose_day_is_in_the_week() -> None:
    book = Book()
    c1 = book.write(promise("text", start="2026-11-02", every="weekday", at="18:00"), at=on(1))
    for day in (13, 16, 17, 23):
        book.write(Delivery(), about=c1, at=on(day, "17:45"))
    book.write(Delivery(), about=c1, at=on(18, "18:20"))

    one = only(book, "2026-11-23T18:00")

    assert [(o.day.day, o.standing) for o in one.due] == [
        (16, "kept"),
        (17, "kept"),
        (18, "late"),
        (19, "missed"),
        (20, "missed"),
    ]
    assert [act.delivery.day.day for act in one.acts] == [16, 17, 18]


def test_days_to_come_are_not_promised_yet_unless_something_was_said_of_them() -> None:
    book = Book()
    c1 = book.write(promise("text", start="2026-11-16", every="day"), at=on(15))
    book.write(Miss(own="I shall be on the train", of=date(2026, 11, 20)), about=c1, at=on(17))

    standings = {o.day.day: o.standing for o in only(book, on(17)).due}

    assert standings == {16: "missed", 17: "open", 20: "owned"}


def test_what_was_made_good_this_week_counts_for_the_week_it_was_promised_for() -> None:
    book = Book()
    c1 = book.write(promise("plan", start="2026-11-02", every="sunday"), at=on(1))
    late = Delivery(of=date(2026, 11, 15))
    book.write(late, about=c1, at=on(17))

    one = only(book)

    assert one.standings == ("open",)
    assert [(act.of, act.standing) for act in one.mended] == [(date(2026, 11, 15), "late")]


def test_a_month_that_runs_on_is_under_way_and_not_due() -> None:
    book = Book()
    book.write(promise("go through it", start="2026-11-01", every="month"), at=on(1, "02:00"))

    one = only(book)

    assert one.due == ()
    assert one.running is not None
    assert one.standings == ()


@pytest.mark.parametrize(
    ("by", "done", "standings"),
    [
        (20, 19, ("kept",)),
        (20, 21, ("late",)),
        (20, None, ("overdue",)),
        (22, None, ("open",)),
        (25, None, ()),  # in sight, and not promised for this week
        (15, 17, ()),  # an earlier week's
        (25, 17, ()),  # ahead of its day
    ],
)
def test_a_promise_made_once_counts_in_the_week_of_its_day(
    by: int, done: int | None, standings: tuple[str, ...]
) -> None:
    book = Book()
    made = book.write(promise("call", start="2026-11-10", by=f"2026-11-{by}"), at=on(10))
    if done:
        book.write(Delivery(), about=made, at=on(done, "12:00"))

    assert only(book).standings == standings


def test_what_was_over_before_the_week_is_not_on_its_page() -> None:
    book = Book()
    made = book.write(promise("call", start="2026-11-01", by="2026-11-12"), at=on(1))
    book.write(Delivery(), about=made, at=on(12))
    book.write(promise("walk", start="2026-11-01", every="day", until="2026-11-10"), at=on(1))

    assert not any(promise.here for promise in report(book).promises)


def test_a_promise_of_a_later_week_is_not_on_an_earlier_ones_page() -> None:
    book = Book()
    book.write(promise("call", start="2026-11-23", by="2026-11-25"), at="2026-11-23T12:00")

    assert report(book, "2026-11-23T18:00").promises == ()


def test_a_pause_eases_the_days_that_it_touches() -> None:
    book = Book(Init(me="Ana"))
    c1 = book.write(promise("text", start="2026-11-02", every="weekday"), at=on(1))
    ease = Ease(start=date(2026, 11, 16), until=date(2026, 11, 17))
    book.write(ease, about=c1, at=on(15))

    assert [o.standing for o in only(book).due][:3] == ["eased", "eased", "missed"]


def test_no_total_and_no_rate_of_a_person_is_in_the_report() -> None:
    text = json.dumps(as_json(report(week())))

    for word in ("rate", "score", "rank", "total", "streak", "run", "steadiness"):
        assert f'"{word}' not in text


# -- what remains challenging ------------------------------------------------------------------


def test_an_owned_miss_stands_with_its_own_words_and_its_plan() -> None:
    [owned] = [c for c in report(week()).challenges if c.kind == "owned"]

    assert (owned.ref, owned.days) == ("c3", (date(2026, 11, 22),))
    assert owned.text.startswith("I was tired")
    assert [step.text for step in owned.steps] == ["say by 20:00 if I need to move it"]


def test_the_days_of_which_nothing_was_said_stand_together_for_four_weeks() -> None:
    book = Book()
    book.write(promise("plan", start="2026-10-01", every="sunday"), at="2026-10-01T12:00")

    [silent] = report(book, "2026-11-23T18:00").challenges

    assert silent.kind == "unsaid"
    assert [str(day) for day in silent.days] == [
        "2026-10-25",
        "2026-11-01",
        "2026-11-08",
        "2026-11-15",
        "2026-11-22",
    ]
    assert silent.carried


def test_a_day_is_no_longer_challenging_once_it_was_made_good() -> None:
    book = Book()
    c1 = book.write(promise("plan", start="2026-11-09", every="sunday"), at=on(9))
    assert [c.days for c in report(book).challenges] == [(date(2026, 11, 15),)]

    book.write(Delivery(of=date(2026, 11, 15)), about=c1, at=on(18))
    assert report(book).challenges == ()


@pytest.mark.parametrize("kind", [Doubt, Need, Misread])
def test_what_waits_for_an_answer_is_carried_with_its_age_until_it_is_answered(
    kind: type[Doubt | Need | Misread],
) -> None:
    book = Book()
    asked = book.write(kind(text="is it so?"), by="Ben", at="2026-09-20T18:00")

    [waits] = report(book).challenges
    assert (waits.since, waits.carried, waits.asks) == (date(2026, 9, 20), True, "Ana")

    book.write(Answer(text="it is"), by="Ana", about=asked, at=on(18))
    [answered] = report(book).challenges
    assert (answered.asks, [a.text for a in answered.answers]) == (None, ["it is"])

    following = Span(date(2026, 11, 23), date(2026, 11, 29))
    assert report(book, on(29), following).challenges == ()


def test_only_the_other_can_answer() -> None:
    book = Book()
    asked = book.write(Doubt(text="is it so?"), by="Ben", at=on(16))
    book.write(Answer(text="I think so"), by="Ben", about=asked, at=on(17))

    [waits] = report(book).challenges

    assert waits.asks == "Ana"


def test_a_later_week_does_not_reach_back() -> None:
    book = Book()
    book.write(Doubt(text="is it so?"), by="Ben", at="2026-11-24T18:00")

    assert report(book, "2026-11-25T18:00").challenges == ()


def test_what_a_check_in_calls_challenging_is_carried_until_there_is_a_newer_one() -> None:
    book = Book()
    book.write(Checkin(cadence="weekly", challenging="the evenings"), by="Ben", at=on(15))
    assert [(c.text, c.carried) for c in report(book).challenges] == [("the evenings", True)]

    book.write(Checkin(cadence="weekly", challenging="the mornings"), by="Ben", at=on(22))
    assert [(c.text, c.carried) for c in report(book).challenges] == [("the mornings", False)]


# -- the rest ----------------------------------------------------------------------------------


def test_one_shared_thing_comes_back_each_week_and_they_take_turns() -> None:
    book = Book()
    for text in ("the night train", "the lake"):
        book.write(Memory(text=text), at="2026-10-01T12:00")
    book.write(Value(text="we tell each other first"), at="2026-10-01T12:00")
    weeks = [Calendar().week_of(date(2026, 11, day)) for day in (2, 9, 16, 23)]

    shown = [report(book, "2026-11-30T12:00", of).shared for of in weeks]
    texts = [one.text for one in shown if one]

    assert len(set(texts[:3])) == 3
    assert texts[3] == texts[0]


def test_a_moment_of_a_later_week_never_changes_what_an_earlier_one_showed() -> None:
    book = Book()
    book.write(Memory(text="the lake"), at="2026-10-01T12:00")
    before = report(book).shared
    book.write(Memory(text="the hill"), at="2026-11-25T12:00")

    assert report(book, "2026-11-25T18:00").shared == before


def test_an_erased_moment_keeps_its_place_and_loses_its_words() -> None:
    book = Book()
    note = book.write(Note(text="a secret"), at=on(18))
    book.erase(note)

    [shown] = report(book).moments

    assert (shown.erased, shown.text) == (True, "")
    assert as_json(report(book))["moments"][0]["text"] is None


def test_the_order_of_arrival_changes_nothing() -> None:
    book = week()
    before = as_json(report(book))
    book.entries.reverse()

    assert as_json(report(book)) == before


def test_the_json_has_every_part_of_the_page() -> None:
    shown = as_json(review(week().record, week().settings, now(), WEEK, seal="7K3Q-M2XD-90AF"))

    assert shown["week"] == {"from": "2026-11-16", "to": "2026-11-22"}
    assert shown["conversations"] == []
    assert shown["seal"] == "7K3Q-M2XD-90AF"
    for part in ("promised", "delivered", "challenging", "milestones", "moments", "revisit"):
        assert isinstance(shown[part], list), part
        assert shown[part], part
    for part in ("boundaries", "triggers", "checkins"):
        assert isinstance(shown[part], dict), part
    json.dumps(shown)
