"""Owning and repairing: what was received, when an apology is complete, the versions of a plan."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from repairlog.dates import Span
from repairlog.entries import Entry
from repairlog.kinds.assent import Adoption, Assent, Decline
from repairlog.kinds.boundaries import Boundary, Crossing
from repairlog.kinds.changes import Release
from repairlog.kinds.commitments import Delivery, Miss
from repairlog.kinds.keeping import Init
from repairlog.kinds.mending import Undo
from repairlog.kinds.moments import Update
from repairlog.kinds.pace import Hold
from repairlog.kinds.repair import Acknowledgement, Apology, Disclosure, Setback
from repairlog.readings.plans import Plan, plans, root_of
from repairlog.readings.record import Record
from repairlog.readings.repair import (
    DisclosureReport,
    Owned,
    disclosure,
    owned,
    repairs_of_week,
    silent,
    state_of,
    unplanned,
)
from repairlog.readings.steps import repairs
from repairlog.readings.threads import closed_on
from tests.build import Book, moment, promise

NOW = "2026-11-22T19:40"
WEEK = Span(date(2026, 11, 16), date(2026, 11, 22))


def told(book: Book, entry: Entry) -> DisclosureReport:
    item = book.record.get(entry.uid)
    assert item is not None
    return disclosure(book.record, item, book.settings)


def how(book: Book, entry: Entry, now: str = NOW) -> Owned:
    item = book.record.get(entry.uid)
    assert item is not None
    return owned(book.record, item, book.settings, moment(now))


def versions(book: Book, entry: Entry) -> tuple[Plan, ...]:
    item = book.record.get(entry.uid)
    assert item is not None
    return plans(book.record, root_of(book.record, item), book.settings, moment(NOW))


def closed(book: Book, entry: Entry) -> date | None:
    item = book.record.get(entry.uid)
    assert item is not None
    return closed_on(book.record, item, book.settings, moment(NOW))


def sorry(book: Book, by: str = "Ana", at: str = "2026-11-16T18:00") -> Entry:
    return book.write(Apology(text="I hurt you", responsibility="I hid it"), by=by, at=at)


def planned(book: Book, about: Entry | None = None, at: str = "2026-11-16T18:00") -> list[Entry]:
    """A setback, its plan, and that it shall be both's."""
    setback = book.write(Setback(text="again"), about=about, at=at)
    plan = book.write(promise("a smaller step"), about=setback, at=at)
    return [setback, plan, book.write(Adoption(), about=plan, at=at)]


# -- disclosures -----------------------------------------------------------------------------------


def test_only_the_others_word_says_that_it_was_received() -> None:
    book = Book()
    call = book.write(Disclosure(text="she called"))
    assert told(book, call).asks == "Ben"
    assert closed(book, call) is None

    book.write(Acknowledgement(note="mine"), by="Ana", about=call, at="2026-11-17T10:00")
    assert told(book, call).received is None
    yes = book.write(Acknowledgement(note="yes"), by="Ben", about=call, at="2026-11-18T10:00")
    book.write(Acknowledgement(note="twice"), by="Ben", about=call, at="2026-11-19T10:00")
    report = told(book, call)
    assert (report.received and report.received.text, report.asks) == ("yes", None)
    assert closed(book, call) == date(2026, 11, 18)

    book.write(Undo(), by="Ben", about=yes, at="2026-11-20T10:00")
    assert told(book, call).received is not None  # the second one still says so
    assert closed(book, call) == date(2026, 11, 19)


def test_a_night_after_midnight_belongs_to_its_evening() -> None:
    book = Book()
    late = book.write(Disclosure(text="a late call"), day="2026-11-16", written="2026-11-17T01:30")
    next_day = book.write(Disclosure(text="x"), day="2026-11-16", written="2026-11-17T12:00")

    assert told(book, late).after == "told the same day"
    assert told(book, next_day).after == "told the day after"


def test_alone_nobody_is_asked_and_it_is_open_for_no_one() -> None:
    book = Book(Init(me="Ana"))
    call = book.write(Disclosure(text="she called"))

    assert told(book, call).asks is None
    assert closed(book, call) == date(2026, 11, 16)


def test_it_is_of_the_week_in_which_it_was_told_or_received_and_carried_between() -> None:
    book = Book()
    call = book.write(Disclosure(text="x"), at="2026-11-01T10:00", written="2026-11-05T10:00")
    book.write(Acknowledgement(), by="Ben", about=call, at="2026-11-19T10:00")

    def here(first: int) -> bool:
        week = Span(date(2026, 11, first), date(2026, 11, first + 6))
        book_then = book.by(moment(f"2026-11-{first + 6:02}T20:00"))
        found = repairs_of_week(book_then, book.settings, moment(NOW), week)
        return bool(found.disclosures)

    assert [here(first) for first in (2, 9, 16, 23)] == [True, True, True, False]


# -- apologies -------------------------------------------------------------------------------------


def test_an_apology_is_complete_by_its_repair_alone() -> None:
    book = Book()
    apology = sorry(book)
    call = book.write(promise("call", by="2026-11-20"), about=apology)
    book.write(Acknowledgement(), by="Ben", about=apology)
    book.write(Delivery(partly=True), about=call, at="2026-11-17T10:00")
    book.write(Update(text="I have begun"), about=apology, at="2026-11-17T10:00")
    assert state_of(how(book, apology)) == f"open until its repair {call.ref} is done"
    assert closed(book, apology) is None

    book.write(Delivery(), about=call, at="2026-11-19T10:00")
    report = how(book, apology)
    assert (report.mended, report.over) == (date(2026, 11, 19), True)
    assert closed(book, apology) == date(2026, 11, 19)


def test_late_is_done_too() -> None:
    book = Book()
    apology = sorry(book)
    call = book.write(promise("call", by="2026-11-17"), about=apology)
    assert not how(book, apology).over
    book.write(Delivery(), about=call, at="2026-11-20T10:00")
    assert how(book, apology).mended == date(2026, 11, 20)


def test_a_promise_that_recurs_beside_one_made_once_does_not_keep_it_open() -> None:
    book = Book()
    apology = sorry(book)
    call = book.write(promise("call"), about=apology)
    book.write(promise("text", every="day"), about=apology)
    book.write(Delivery(), about=call, at="2026-11-18T10:00")

    assert how(book, apology).mended == date(2026, 11, 18)
    assert closed(book, apology) == date(2026, 11, 18)


def test_a_repair_that_recurs_is_over_after_its_last_day() -> None:
    book = Book()
    apology = sorry(book)
    book.write(promise("text", every="day", until="2026-11-20"), about=apology)

    assert not how(book, apology, "2026-11-20T10:00").over
    assert how(book, apology, "2026-11-21T10:00").mended == date(2026, 11, 20)
    assert closed(book, apology) == date(2026, 11, 21)


@pytest.mark.parametrize("standing", ["owned", "declined", "none"])
def test_what_was_owned_as_missed_or_declined_repairs_nothing(standing: str) -> None:
    book = Book()
    apology = sorry(book)
    if standing == "owned":
        call = book.write(promise("call", by="2026-11-17"), about=apology)
        book.write(Miss(own="I put it off"), about=call, at="2026-11-18T10:00")
    if standing == "declined":
        step = promise("call", who="Ben")
        adoption = book.write(Adoption(), about=book.write(step, about=apology))
        book.write(Decline(), by="Ben", about=adoption)
    report = how(book, apology)

    assert (report.over, report.unplanned) == (False, True)
    assert closed(book, apology) is None
    assert [one.ref for one in unplanned(book.record, book.settings, moment(NOW))] == [apology.ref]


def test_what_both_let_go_closes_it_without_being_done() -> None:
    book = Book()
    apology = sorry(book)
    call = book.write(promise("call"), about=apology)
    release = book.write(Release(), about=call, at="2026-11-17T10:00")
    assert not how(book, apology).over
    book.write(Assent(), by="Ben", about=release, at="2026-11-18T10:00")

    report = how(book, apology)
    assert (report.mended, report.let_go, report.unplanned) == (None, True, False)
    assert closed(book, apology) is not None


# -- plans -----------------------------------------------------------------------------------------


def test_a_plan_binds_from_the_others_yes() -> None:
    book = Book()
    setback, plan, adoption = planned(book)
    [version] = versions(book, setback)
    assert (version.number, version.state, version.asks) == (1, "waits", "Ben")
    assert [step.standing for step in version.steps] == ["proposed"]

    book.write(Assent(), by="Ben", about=adoption, at="2026-11-18T10:00")
    [version] = versions(book, setback)
    assert (version.state, version.agreed) == ("agreed", date(2026, 11, 18))
    assert [step.standing for step in version.steps] == ["open"]
    book.write(Delivery(), about=plan, at="2026-11-19T10:00")
    assert how(book, setback).mended == date(2026, 11, 19)
    assert closed(book, setback) == date(2026, 11, 19)


def test_alone_a_plan_stands_at_once() -> None:
    book = Book(Init(me="Ana"))
    setback, _, _ = planned(book)
    [version] = versions(book, setback)

    assert (version.state, version.asks, version.agreed) == ("own", None, None)
    assert state_of(how(book, setback)) == "version 1 of the plan"


def test_versions_are_counted_by_the_thing_and_nothing_done_is_lost() -> None:
    book = Book()
    text = book.write(promise("text", every="day"))
    book.write(Delivery(), about=text, at="2026-11-17T10:00")
    book.write(Delivery(), about=text, at="2026-11-18T10:00")
    first, plan, _ = planned(book, text)
    miss = book.write(Miss(own="x", of=date(2026, 11, 19)), about=text)
    second, *_ = planned(book, miss)
    third, *_ = planned(book, plan)
    fourth, *_ = planned(book, first)
    planned(book)  # another one, about nothing of it

    for entry in (text, first, second, third, fourth, plan, miss):
        found = versions(book, entry)
        refs = [text.ref, first.ref, second.ref, third.ref, fourth.ref]
        assert [one.ref for one in found] == refs
        assert [one.number for one in found] == [1, 2, 3, 4, 5]
        assert [one.done for one in found] == [2, 0, 0, 0, 0]


def test_the_first_version_is_what_repaired_the_thing_before() -> None:
    book = Book()
    apology = sorry(book)
    call = book.write(promise("call"), about=apology)
    again, *_ = planned(book, call)

    assert [one.ref for one in versions(book, again)] == [apology.ref, again.ref]
    assert [step.ref for step in versions(book, again)[0].steps] == [call.ref]


def test_the_plans_about_a_boundary_are_those_of_its_setbacks_and_never_its_own_words() -> None:
    book = Book()
    ask = book.write(Boundary(text="we ask", means=("I ask",)))
    book.write(Adoption(), about=book.write(promise("knock"), about=ask))
    crossing = book.write(Crossing(what="it hurt", version_of=ask.uid), about=ask)
    book.write(promise("say it first"), about=crossing)
    setback, *_ = planned(book, crossing)
    again, *_ = planned(book, ask)

    found = versions(book, again)
    assert [(one.number, one.ref) for one in found] == [(1, setback.ref), (2, again.ref)]
    assert [step.text for one in found for step in one.steps] == ["a smaller step"] * 2


def test_of_what_nothing_set_back_there_are_no_versions() -> None:
    book = Book()
    assert versions(book, book.write(promise("text"))) == ()


def test_a_plan_that_was_declined_may_be_followed_by_another_of_the_same_setback() -> None:
    book = Book()
    setback, _, adoption = planned(book)
    book.write(Decline(), by="Ben", about=adoption, at="2026-11-17T10:00")
    assert versions(book, setback)[0].state == "declined"
    assert how(book, setback).unplanned

    other = book.write(promise("another way"), about=setback, at="2026-11-18T10:00")
    book.write(Adoption(), about=other, at="2026-11-18T10:00")
    assert versions(book, setback)[0].state == "waits"
    assert not how(book, setback).unplanned


def test_a_step_of_ones_own_goes_on_where_the_plan_was_declined() -> None:
    book = Book()
    setback, _, adoption = planned(book)
    book.write(Decline(), by="Ben", about=adoption, at="2026-11-17T10:00")
    book.write(promise("a word each evening"), about=setback, at="2026-11-18T10:00")

    assert state_of(how(book, setback)) == "version 1 of the plan"


def test_readings_do_not_depend_on_the_order_of_arrival() -> None:
    book = Book()
    setback, plan, adoption = planned(book)
    yes = book.write(Assent(), by="Ben", about=adoption)
    done = book.write(Delivery(), about=plan, at="2026-11-18T10:00")
    beginning = book.entries[:1]
    found = set()
    for entries in permutations((setback, plan, adoption, yes, done)):
        record = Record([*beginning, *entries])
        item = record.get(setback.uid)
        assert item is not None
        found.add(repr(owned(record, item, book.settings, moment(NOW))))
    assert len(found) == 1


# -- what comes up by itself -----------------------------------------------------------------------


def test_a_repair_is_silent_after_a_week_without_a_word() -> None:
    book = Book()
    apology = sorry(book, at="2026-11-01T10:00")
    call = book.write(promise("call", start="2026-11-01"), about=apology, at="2026-11-01T10:00")
    book.write(promise("text", every="day"), about=apology, at="2026-11-01T10:00")
    book.write(promise("nothing to repair"), at="2026-11-01T10:00")

    def since(now: str) -> list[tuple[str, int, str]]:
        found = silent(book.record, book.settings, moment(now))
        return [(one.step.ref, one.since.day, one.repairs) for one in found]

    assert since("2026-11-07T20:00") == []
    assert since("2026-11-08T20:00") == [(call.ref, 1, apology.ref)]
    book.write(Update(text="not mine"), by="Ben", about=apology, at="2026-11-08T21:00")
    assert since("2026-11-08T22:00") == [(call.ref, 1, apology.ref)]
    book.write(Update(text="I called"), about=apology, at="2026-11-09T10:00")
    assert since("2026-11-15T10:00") == []
    book.write(Delivery(partly=True), about=call, at="2026-11-16T10:00")
    assert since("2026-11-22T10:00") == []
    assert since("2026-11-23T10:00") == [(call.ref, 16, apology.ref)]
    book.write(Delivery(), about=call, at="2026-11-24T10:00")
    assert since("2026-12-24T10:00") == []


def test_of_an_undone_thing_nothing_is_repaired() -> None:
    book = Book()
    apology = sorry(book)
    call = book.write(promise("call"), about=apology)
    book.write(Undo(), about=apology)
    item = book.record.get(call.uid)
    assert item is not None

    assert repairs(book.record, item) is None


def test_what_is_held_is_asked_about_by_nobody() -> None:
    book = Book()
    apology = sorry(book, at="2026-11-01T10:00")
    book.write(promise("call", start="2026-11-01"), about=apology, at="2026-11-01T10:00")
    book.write(Hold(until=date(2026, 11, 20)), by="Ben", at="2026-11-08T10:00")

    assert silent(book.record, book.settings, moment("2026-11-20T20:00")) == ()
    assert silent(book.record, book.settings, moment("2026-11-21T20:00")) != ()
