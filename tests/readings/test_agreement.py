"""The agreement: what holds at a moment, in which version, who said yes, and until when."""

from __future__ import annotations

from datetime import date, time

import pytest

from repairlog.entries import Entry
from repairlog.kinds.agreement import Cadence, Ending, Renewal, Response, Rule
from repairlog.kinds.assent import Assent, Decline
from repairlog.kinds.body import Body
from repairlog.kinds.keeping import Init, Setting
from repairlog.kinds.mending import Amend, Undo
from repairlog.readings.agreement import Agreed, Agreement, agreement, cadence_on
from repairlog.readings.waiting import waiting
from tests.build import Book, moment

NOW = "2026-11-23T18:00"


def holds(book: Book, now: str = NOW) -> Agreement:
    return agreement(book.by(moment(now)), book.settings, moment(now))


def only(book: Book, now: str = NOW) -> Agreed:
    [one] = holds(book, now).everything
    return one


def waits(book: Book, now: str = NOW) -> list[str]:
    return [one.ref for one in waiting(book.by(moment(now)), book.settings.partner_since)]


def agreed(
    book: Book,
    body: Body,
    *,
    about: Entry | None = None,
    day: int = 2,
    at: str = "18:00",
    by: str = "Ana",
    attainable: int | None = None,
) -> Entry:
    """A proposal by one to which the other says yes half an hour later."""
    made = book.write(body, by=by, about=about, at=f"2026-11-{day:02}T{at[:2]}:00")
    other = "Ben" if by == "Ana" else "Ana"
    yes = Assent(attainable=attainable)
    book.write(yes, by=other, about=made, at=f"2026-11-{day:02}T{at[:2]}:30")
    return made


def alone() -> Book:
    return Book(Init(me="Ana"))


# -- who says yes ------------------------------------------------------------------------------


def test_a_rule_holds_from_the_others_yes() -> None:
    book = Book()
    rule = book.write(Rule(text="no name-calling", attainable=9), at="2026-11-02T18:00")
    assert (holds(book).rules, [one.ref for one in holds(book).waiting]) == ((), [rule.ref])
    assert waits(book) == [rule.ref]

    book.write(Assent(attainable=3), by="Ben", about=rule, at="2026-11-04T18:00")
    one = only(book)
    assert (one.by, one.day, one.since) == ("Ana", date(2026, 11, 2), date(2026, 11, 4))
    assert (one.agreed, one.agreed_by, one.agreed_on) == (True, "Ben", date(2026, 11, 4))
    assert one.attainable == (("Ana", 9), ("Ben", 3))
    assert one.low == (("Ben", 3),)
    assert (waits(book), holds(book).waiting) == ([], ())


def test_nobody_agrees_for_the_other() -> None:
    book = Book()
    rule = book.write(Rule(text="no name-calling"), at="2026-11-02T18:00")
    book.write(Assent(), by="Ana", about=rule, at="2026-11-03T18:00")
    assert holds(book).rules == ()


def test_what_was_declined_neither_holds_nor_waits() -> None:
    book = Book()
    rule = book.write(Rule(text="no name-calling"), at="2026-11-02T18:00")
    book.write(Decline(), by="Ben", about=rule, at="2026-11-03T18:00")
    assert (holds(book).everything, holds(book).waiting, waits(book)) == ((), (), [])


def test_words_that_were_put_right_look_for_a_yes_again() -> None:
    book = Book()
    rule = agreed(book, Rule(text="no names"))
    book.write(Amend(text="no name-calling"), about=rule, at="2026-11-05T18:00")
    assert (holds(book).rules, waits(book)) == ((), [rule.ref])
    book.write(Assent(), by="Ben", about=rule, at="2026-11-06T18:00")
    assert only(book).since == date(2026, 11, 6)


def test_a_yes_that_was_taken_back_is_none() -> None:
    book = Book()
    rule = book.write(Rule(text="no names"), at="2026-11-02T18:00")
    yes = book.write(Assent(), by="Ben", about=rule, at="2026-11-03T18:00")
    book.write(Undo(), by="Ben", about=yes, at="2026-11-03T18:05")
    assert (holds(book).rules, waits(book)) == ((), [rule.ref])


def test_alone_it_stands_as_ones_own_and_waits_for_the_other_to_join() -> None:
    book = alone()
    rule = book.write(Rule(text="no names"), at="2026-11-02T18:00")
    one = only(book)
    assert (one.agreed, one.since, waits(book)) == (False, date(2026, 11, 2), [])
    assert one.holds_for("Ana")

    book.write(Setting(name="partner", value="Ben"), at="2026-11-10T18:00")
    one = only(book)
    assert (one.agreed, one.holds_for("Ben"), waits(book)) == (False, False, [rule.ref])
    assert [item.ref for item in one.asked] == [rule.ref]

    book.write(Assent(), by="Ben", about=rule, at="2026-11-12T18:00")
    assert (only(book).agreed, only(book).holds_for("Ben"), waits(book)) == (True, True, [])


def test_what_stood_alone_stays_ones_own_where_the_other_would_rather_not() -> None:
    book = alone()
    rule = book.write(Rule(text="half an hour", minutes=30), at="2026-11-02T18:00")
    assert holds(book).limit == 30
    book.write(Setting(name="partner", value="Ben"), at="2026-11-10T18:00")
    book.write(Decline(), by="Ben", about=rule, at="2026-11-12T18:00")
    assert (only(book).agreed, holds(book).limit, waits(book)) == (False, None, [])


# -- versions ----------------------------------------------------------------------------------


def test_the_next_version_holds_from_its_own_yes() -> None:
    book = Book()
    first = agreed(book, Rule(text="an hour", minutes=60))
    second = book.write(Rule(text="less", minutes=45), by="Ben", about=first, at="2026-11-08T18:00")
    one = only(book)
    assert (one.number, one.ref, holds(book).limit) == (1, first.ref, 60)
    assert [item.ref for item in one.asked] == [second.ref]

    book.write(Assent(), by="Ana", about=second, at="2026-11-09T18:00")
    one = only(book)
    assert (one.number, one.ref, one.root, holds(book).limit) == (2, second.ref, first.uid, 45)
    assert (one.by, one.agreed_by, one.asked) == ("Ben", "Ana", ())


def test_earlier_readings_show_the_version_that_held_then() -> None:
    book = Book()
    first = agreed(book, Rule(text="an hour", minutes=60))
    agreed(book, Rule(text="less", minutes=45), about=first, day=9)
    assert holds(book, "2026-11-08T12:00").limit == 60
    assert holds(book).limit == 45


def test_a_version_that_was_not_answered_is_overtaken_by_a_later_one() -> None:
    book = Book()
    first = agreed(book, Rule(text="an hour"))
    book.write(Rule(text="half"), about=first, at="2026-11-03T18:00")
    agreed(book, Rule(text="less"), about=first, day=4, by="Ben")
    assert waits(book) == []


def test_its_writer_may_say_it_in_other_words_before_an_answer() -> None:
    book = Book()
    first = book.write(Rule(text="an hour"), at="2026-11-02T18:00")
    second = book.write(Rule(text="less"), about=first, at="2026-11-03T18:00")
    assert waits(book) == [first.ref, second.ref]
    book.write(Assent(), by="Ben", about=second, at="2026-11-04T18:00")
    assert (only(book).ref, only(book).number, waits(book)) == (second.ref, 1, [])


# -- ending ------------------------------------------------------------------------------------


def test_what_both_agreed_to_ends_when_both_say_so() -> None:
    book = Book()
    rule = agreed(book, Rule(text="an hour"))
    ending = book.write(Ending(), about=rule, at="2026-11-08T18:00")
    assert [item.ref for item in only(book).asked] == [ending.ref]
    book.write(Assent(), by="Ben", about=ending, at="2026-11-09T18:00")
    assert (holds(book).everything, waits(book)) == ((), [])
    assert only(book, "2026-11-09T12:00").ref == rule.ref


def test_its_writers_word_ends_what_the_other_never_agreed_to() -> None:
    book = Book()
    rule = book.write(Rule(text="an hour"), at="2026-11-02T18:00")
    book.write(Ending(), about=rule, at="2026-11-03T18:00")
    assert (holds(book).everything, holds(book).waiting, waits(book)) == ((), (), [])


def test_an_ending_of_words_that_have_changed_since_ends_nothing() -> None:
    book = Book()
    rule = agreed(book, Rule(text="an hour"))
    ending = book.write(Ending(), about=rule, at="2026-11-08T18:00")
    second = agreed(book, Rule(text="less"), about=rule, day=9, by="Ben")
    assert waits(book) == []
    book.write(Assent(), by="Ben", about=ending, at="2026-11-10T18:00")
    assert only(book).ref == second.ref


# -- renewal -----------------------------------------------------------------------------------

DUE = Rule(text="an hour", revisit=date(2026, 11, 22), attainable=9)


def test_past_its_day_it_has_lapsed_and_still_holds() -> None:
    book = Book()
    agreed(book, DUE)
    assert not only(book, "2026-11-21T18:00").due
    that_day = only(book, "2026-11-22T18:00")
    assert (that_day.due, that_day.lapsed) == (True, False)
    assert (only(book).due, only(book).lapsed) == (True, True)
    assert holds(book).due == (only(book),)


def test_a_renewal_moves_the_day_once_both_said_yes() -> None:
    book = Book()
    rule = agreed(book, DUE, attainable=2)
    body = Renewal(revisit=date(2027, 1, 4), attainable=7)
    renewal = book.write(body, by="Ben", about=rule, at="2026-11-22T18:00")
    assert (only(book).lapsed, [item.ref for item in only(book).asked]) == (True, [renewal.ref])

    book.write(Assent(), by="Ana", about=renewal, at="2026-11-22T18:30")
    one = only(book)
    assert (one.lapsed, one.revisit, one.number) == (False, date(2027, 1, 4), 1)
    assert one.attainable == (("Ana", 9), ("Ben", 7))


def test_a_renewal_of_other_words_renews_nothing() -> None:
    book = Book()
    rule = agreed(book, DUE)
    renewal = book.write(Renewal(), about=rule, at="2026-11-08T18:00")
    agreed(book, Rule(text="less", revisit=date(2026, 11, 20)), about=rule, day=9, by="Ben")
    assert waits(book) == []
    book.write(Assent(), by="Ben", about=renewal, at="2026-11-10T18:00")
    assert only(book).revisit == date(2026, 11, 20)


def test_alone_ones_own_word_renews() -> None:
    book = alone()
    rule = book.write(DUE, at="2026-11-02T18:00")
    assert only(book).lapsed
    book.write(Renewal(revisit=date(2027, 1, 4)), about=rule, at="2026-11-23T12:00")
    assert (only(book).revisit, waits(book)) == (date(2027, 1, 4), [])


# -- what the rules say ------------------------------------------------------------------------


def test_the_shortest_limit_and_every_safe_topic_hold() -> None:
    book = Book()
    assert (holds(book).limit, holds(book).topics) == (None, ())
    agreed(book, Rule(text="an hour", minutes=60, topics=("money", "the children")))
    agreed(book, Rule(text="at table", minutes=20, topics=("Money", "the week")))
    agreed(book, Rule(text="no names"))
    assert holds(book).limit == 20
    assert holds(book).topics == ("money", "the children", "the week")


def test_a_response_is_found_by_its_name_or_its_beginning() -> None:
    book = Book()
    agreed(book, Response(name="Time-out", text="twenty minutes apart", pause=True))
    agreed(book, Response(name="walk", text="we walk round the block"))
    agreed(book, Response(name="walk alone", text="one walks"))

    def found(name: str) -> str | None:
        one = holds(book).response(name)
        return one.body.name if one and isinstance(one.body, Response) else None

    assert [found(n) for n in ("time-OUT", "time", "walk", "wal", "", "talk")] == [
        "Time-out",
        "Time-out",
        "walk",
        None,
        None,
        None,
    ]


# -- cadences ----------------------------------------------------------------------------------


def on(book: Book, day: str, cadence: str = "daily") -> time | None:
    one = cadence_on(book.record, book.settings, cadence, date.fromisoformat(day))
    return one.body.at if one and isinstance(one.body, Cadence) else None


def test_a_cadence_is_looked_for_from_when_it_was_agreed() -> None:
    book = Book()
    agreed(book, Cadence(cadence="daily", at=time(21)), day=2)
    assert (on(book, "2026-11-01"), on(book, "2026-11-02")) == (None, time(21))
    assert on(book, "2026-11-08", "weekly") is None


@pytest.mark.parametrize(("hour", "first"), [("20:00", time(21)), ("21:00", None)])
def test_on_its_first_day_only_where_its_time_was_still_ahead(
    hour: str, first: time | None
) -> None:
    book = Book()
    agreed(book, Cadence(cadence="daily", at=time(21)), day=2, at=hour)
    assert (on(book, "2026-11-02"), on(book, "2026-11-03")) == (first, time(21))


def test_each_day_keeps_the_cadence_that_was_agreed_for_it() -> None:
    book = Book()
    first = agreed(book, Cadence(cadence="daily", at=time(21)), day=2)
    second = agreed(book, Cadence(cadence="daily", at=time(20)), about=first, day=9, at="22:00")
    ending = agreed(book, Ending(), about=second, day=16, at="12:00")
    assert ending.about == second.uid
    told = {day: on(book, f"2026-11-{day:02}") for day in (2, 8, 9, 10, 15, 16, 17)}
    assert told == {
        2: time(21),
        8: time(21),
        9: time(21),
        10: time(20),
        15: time(20),
        16: None,
        17: None,
    }


def test_what_was_ones_own_binds_the_other_from_their_yes_on() -> None:
    book = alone()
    daily = book.write(Cadence(cadence="daily", at=time(21)), at="2026-11-02T18:00")
    book.write(Setting(name="partner", value="Ben"), at="2026-11-04T18:00")
    book.write(Assent(), by="Ben", about=daily, at="2026-11-06T18:00")

    def holds_for(day: int, person: str) -> bool:
        one = cadence_on(book.record, book.settings, "daily", date(2026, 11, day))
        return one is not None and one.holds_for(person)

    assert [holds_for(day, "Ana") for day in (1, 2, 5, 6)] == [False, True, True, True]
    assert [holds_for(day, "Ben") for day in (2, 5, 6, 7)] == [False, False, True, True]
