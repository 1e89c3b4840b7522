"""The questions of a review: their order, whom they are for, and that an answer ends them."""

from __future__ import annotations

from datetime import date

from repairlog.dates import Span
from repairlog.kinds.assent import Adoption, Assent
from repairlog.kinds.boundaries import Boundary, Crossing, Honoured, Repaired, Revision
from repairlog.kinds.checkins import Checkin
from repairlog.kinds.commitments import Delivery, Miss
from repairlog.kinds.keeping import Init
from repairlog.kinds.milestones import Celebration, Milestone
from repairlog.kinds.moments import Answer, Doubt, Win
from repairlog.kinds.pace import Hold
from repairlog.kinds.reviews import Asked
from repairlog.kinds.triggers import Meaning, Settling, Trigger
from repairlog.readings.agenda import Question, Unsettled, agenda
from repairlog.readings.putting import Older, left_for_later, to_put
from repairlog.readings.review import ReviewReport, review
from tests.build import Book, moment, promise
from tests.week import EVENING, WEEK, on, week


def report(book: Book, at: str = EVENING, of: Span = WEEK) -> ReviewReport:
    return review(book.record, book.settings, moment(at), of)


def keys(book: Book, at: str = EVENING, of: Span = WEEK) -> list[str]:
    return [question.key for question in to_put(report(book, at, of))]


def only(book: Book, prefix: str, at: str = EVENING) -> Question | None:
    found = [q for q in agenda(report(book, at)) if q.key.startswith(prefix)]
    assert len(found) < 2
    return found[0] if found else None


def test_they_come_in_the_order_of_the_design() -> None:
    assert keys(week()) == [
        "checkin:Ana",
        "right:Ana",
        "right:Ben",
        "answer:e72",
        "boundary:b2",
        "meant:t5",
        "celebrate:m1",
        "revisit:b2",
        "agree:p1",
        "ahead:Ana",
        "ahead:Ben",
        "older:Ana",  # e36, a doubt of the week before
    ]


def test_each_is_for_the_person_whose_answer_it_is() -> None:
    people = {question.key: question.person for question in agenda(report(week()))}

    assert people["meant:t5"] == "Ana"  # what was meant is hers to say
    assert people["answer:e72"] == "Ana"  # Ben asked
    assert people["boundary:b2"] == "Ben"  # he named it
    assert people["agree:p1"] == "Ben"  # she proposed it


def test_a_journal_of_one_asks_that_one_person() -> None:
    book = Book(Init(me="Ana"))
    book.write(Trigger(text="a song"), at=on(17))

    assert {question.person for question in agenda(report(book))} == {"Ana"}
    assert keys(book) == ["checkin:Ana", "right:Ana", "settled:t1", "ahead:Ana"]


# -- an answer ends its question ---------------------------------------------------------------


def test_a_check_in_is_asked_for_until_it_is_held() -> None:
    book = Book()
    assert only(book, "checkin:Ana")

    book.write(Checkin(cadence="weekly", safety=4), at=on(22))
    assert not only(book, "checkin:Ana")


def test_a_check_in_that_was_broken_off_is_asked_for_again() -> None:
    book = Book()
    part = book.write(Checkin(cadence="weekly", safety=4, goes_on=True), at=on(22))
    assert only(book, "checkin:Ana")

    book.write(Checkin(cadence="weekly", vigilance=4), about=part, at=on(22))
    assert not only(book, "checkin:Ana")


def test_no_check_in_is_asked_for_while_everything_is_held() -> None:
    book = Book()
    book.write(Hold(until=date(2026, 11, 25)), by="Ben", at=on(20))

    assert not only(book, "checkin:Ana")


def test_what_went_right_is_asked_whatever_was_said_before() -> None:
    book = Book()
    book.write(Win(text="we laughed"), at=on(18))
    assert "right:Ana" in keys(book)

    book.write(Asked(week=WEEK.first, question="right:Ana"), at=on(22))
    assert "right:Ana" not in keys(book)


def test_the_days_of_a_promise_are_asked_about_together_and_earlier_ones_apart() -> None:
    book = Book()
    c1 = book.write(promise("text", start="2026-11-12", every="weekday"), at=on(11))
    for day in (16, 18, 20):
        book.write(Delivery(), about=c1, at=on(day))

    found = [q for q in agenda(report(book)) if isinstance(q, Unsettled)]
    days = {q.key: [o.day.day for o in q.occurrences] for q in found}
    assert days == {"promise:c1": [17, 19], "promise:c1:before": [12, 13]}

    for day in (12, 13, 17, 19):
        book.write(Miss(own="I forgot", of=date(2026, 11, day)), about=c1, at=on(22))
    assert not only(book, "promise:c1")


def test_a_day_that_is_still_open_is_not_among_those_of_which_nothing_was_said() -> None:
    book = Book()
    c1 = book.write(promise("text", start="2026-11-21", every="day"), at=on(20))
    question = only(book, "promise:c1")
    assert isinstance(question, Unsettled)
    assert [o.day.day for o in question.occurrences] == [21]

    book.write(Delivery(of=date(2026, 11, 21)), about=c1, at=on(22))
    question = only(book, "promise:c1")
    assert isinstance(question, Unsettled)
    assert [(o.day.day, o.standing) for o in question.occurrences] == [(22, "open")]


# -- what is older -----------------------------------------------------------------------------


def old() -> Book:
    """A doubt, a trigger, a proposal and days of a promise from the week before, one trigger of
    this week."""
    book = Book()
    book.write(promise("text", start="2026-11-12", until="2026-11-13", every="day"), at=on(11))
    book.write(Doubt(text="is it over?"), by="Ben", at=on(12))
    book.write(Trigger(text="a song"), by="Ben", at=on(13))
    named = book.write(Boundary(text="we ask", means=("ask",)), by="Ana", at=on(13))
    book.write(Adoption(), by="Ana", about=named, at=on(13))
    book.write(Trigger(text="a late reply"), by="Ben", at=on(18))
    return book


def test_what_is_older_waits_behind_one_question_to_each_person() -> None:
    found = keys(old())
    older = [question for question in to_put(report(old())) if isinstance(question, Older)]
    behind = {question.key: [one.key for one in question.waiting] for question in older}

    assert "meant:t2" in found
    assert found[-2:] == ["older:Ana", "older:Ben"]
    assert behind["older:Ana"] == ["promise:c1:before", "answer:e2", "meant:t1"]
    assert behind["older:Ben"] == ["settled:t1", "agree:p1"]


def test_once_it_was_left_for_later_it_is_put_again_only_at_the_end() -> None:
    book = old()
    book.write(Asked(week=WEEK.first, question="older:Ana"), at=on(22))

    assert "older:Ana" not in keys(book)
    assert [q.key for q in left_for_later(report(book))] == ["older:Ana"]


def test_what_was_left_for_later_of_it_is_counted_no_more() -> None:
    book = old()
    for key in ("meant:t1", "answer:e2"):
        book.write(Asked(week=WEEK.first, question=key), at=on(22))

    [waits] = [q for q in to_put(report(book)) if q.key == "older:Ana"]
    assert isinstance(waits, Older)
    assert [one.key for one in waits.waiting] == ["promise:c1:before"]
    assert [q.key for q in left_for_later(report(book))] == ["answer:e2", "meant:t1"]


def test_a_day_that_is_not_over_yet_is_not_asked_about_before_it_comes() -> None:
    book = Book()
    book.write(promise("plan", start="2026-11-16", every="sunday"), at=on(16))

    assert not only(book, "promise:c1", on(20))
    assert only(book, "promise:c1")


def test_a_promise_made_once_is_asked_about_when_its_day_has_come() -> None:
    book = Book()
    c1 = book.write(promise("call", start="2026-11-10", by="2026-11-20"), at=on(10))
    book.write(promise("write", start="2026-11-10", by="2026-11-25"), at=on(10))
    assert not only(book, "promise:", on(19))
    assert only(book, "promise:c1")

    book.write(Delivery(), about=c1, at=on(22))
    assert not only(book, "promise:c1")


def test_an_owned_miss_without_a_plan_asks_for_one() -> None:
    book = Book()
    c1 = book.write(promise("call", start="2026-11-10", by="2026-11-20"), at=on(10))
    miss = book.write(Miss(own="I forgot"), about=c1, at=on(21))
    assert only(book, "plan:")

    book.write(promise("say so", start="2026-11-21"), about=miss, at=on(21))
    assert not only(book, "plan:")


def test_one_plan_is_asked_for_all_the_misses_of_a_promise() -> None:
    book = Book()
    c1 = book.write(promise("text", start="2026-11-16", every="day"), at=on(15))
    misses = [
        book.write(Miss(own="I forgot", of=date(2026, 11, day)), about=c1, at=on(22))
        for day in (17, 18)
    ]
    assert only(book, "plan:")

    book.write(promise("say so", start="2026-11-22"), about=misses[1], at=on(22))
    assert not only(book, "plan:")


def test_what_waits_is_asked_until_it_is_answered() -> None:
    book = Book()
    doubt = book.write(Doubt(text="is it over?"), by="Ben", at="2026-10-01T18:00")
    assert only(book, "answer:")

    book.write(Answer(text="it is"), about=doubt, at=on(22))
    assert not only(book, "answer:")


def test_a_boundary_is_asked_about_unless_something_was_said_of_it() -> None:
    book = Book()
    b1 = book.write(Boundary(text="we ask", means=("ask",)), by="Ben", at="2026-10-01T18:00")
    book.write(Boundary(text="a draft"), by="Ben", at="2026-10-01T18:00")
    assert only(book, "boundary:")

    book.write(Honoured(), by="Ben", about=b1, at=on(18))
    assert not only(book, "boundary:")


def test_a_crossing_asks_for_a_step_and_then_whether_it_is_repaired() -> None:
    book = Book()
    b1 = book.write(Boundary(text="we ask", means=("ask",)), by="Ben", at="2026-10-01T18:00")
    what = Crossing(what="I felt watched", version_of=b1.uid)
    crossing = book.write(what, by="Ben", about=b1, at=on(17))
    mend = only(book, "mend:")
    assert mend
    assert mend.person == "Ana"

    step = promise("knock", start="2026-11-17", by="2026-11-30")
    made = book.write(step, about=crossing, at=on(17))
    assert not only(book, "mend:")
    assert not only(book, "repaired:")

    book.write(Delivery(), about=made, at=on(18))
    repaired = only(book, "repaired:")
    assert repaired
    assert repaired.person == "Ben"

    book.write(Repaired(), by="Ben", about=crossing, at=on(19))
    assert not only(book, "repaired:")


def test_a_trigger_asks_each_for_their_own_part() -> None:
    book = Book()
    t1 = book.write(Trigger(text="a song", sort="reminder"), by="Ben", at=on(17))
    people = {q.key: q.person for q in agenda(report(book))}
    assert (people["meant:t1"], people["settled:t1"]) == ("Ana", "Ben")

    book.write(Meaning(text="nothing"), by="Ana", about=t1, at=on(18))
    book.write(Settling(), by="Ben", about=t1, at=on(18))
    assert not {"meant:t1", "settled:t1"} & set(keys(book))


def test_a_milestone_whose_day_has_come_asks_to_be_celebrated() -> None:
    book = Book()
    m1 = book.write(Milestone(text="a hundred days", by=date(2026, 11, 22)), at=on(1))
    assert not only(book, "celebrate:", on(21))
    assert only(book, "celebrate:")

    book.write(Celebration(), about=m1, at=on(22))
    assert not only(book, "celebrate:")


def test_a_proposal_asks_the_other_person() -> None:
    book = Book()
    b1 = book.write(Boundary(text="we ask", means=("ask",)), by="Ben", at="2026-10-01T18:00")
    p1 = book.write(Adoption(), by="Ben", about=b1, at="2026-10-01T18:00")
    question = only(book, "agree:p1")
    assert question
    assert question.person == "Ana"

    book.write(Assent(), by="Ana", about=p1, at=on(22))
    assert not only(book, "agree:p1")


# -- later -------------------------------------------------------------------------------------


def test_what_was_left_for_later_is_not_put_twice_in_one_review() -> None:
    book = Book()
    before = keys(book)
    book.write(Asked(week=WEEK.first, question=before[0]), at=on(22))

    assert keys(book) == before[1:]
    assert [question.key for question in agenda(report(book))] == before


def test_the_next_review_asks_again() -> None:
    book = Book()
    book.write(Doubt(text="is it over?"), by="Ben", at=on(17))
    book.write(Asked(week=WEEK.first, question="answer:e2"), at=on(22))
    following = Span(date(2026, 11, 23), date(2026, 11, 29))

    assert "answer:e2" not in keys(book)
    assert "older:Ana" in keys(book, "2026-11-29T20:00", following)


def test_a_boundary_that_is_crossed_again_is_asked_about_before_its_day() -> None:
    book = Book()
    asks = book.write(Boundary(text="we ask", means=("ask",)), by="Ben", at=on(1))
    crossed = Crossing(what="it hurt", version_of=asks.uid)
    book.write(crossed, by="Ben", about=asks, at=on(3))
    assert only(book, "revisit:") is None

    book.write(crossed, by="Ben", about=asks, at=on(17))
    question = only(book, "revisit:b1")
    assert question is not None
    assert question.person == "Ben"
    assert only(book, "revisit:", at="2026-11-29T20:00") is not None  # of the same week
    later = keys(book, "2026-11-29T20:00", Span(date(2026, 11, 23), date(2026, 11, 29)))
    assert "revisit:b1" not in later  # nothing crossed it in that week

    book.write(Revision(text="we knock", means=("knock",)), by="Ben", about=asks, at=on(18))
    assert only(book, "revisit:") is None  # stands as his own from then on
