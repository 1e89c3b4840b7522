"""The ledger: which promises it shows, their patterns, and the figures of `ledger --json`."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from repairlog.entries import Entry
from repairlog.kinds.assent import Adoption, Assent, Decline
from repairlog.kinds.boundaries import Boundary, Crossing
from repairlog.kinds.changes import Ease, Release, Renegotiation
from repairlog.kinds.commitments import Delivery, Miss
from repairlog.kinds.keeping import Init
from repairlog.kinds.pace import Hold, Lift, Slow
from repairlog.kinds.triggers import Trigger
from repairlog.readings.course import course
from repairlog.readings.ledger import LedgerReport, Line, Tie, ledger
from repairlog.readings.ledger_json import as_json
from repairlog.readings.record import Record
from repairlog.readings.standing import next_checkpoint
from tests.build import Book, moment, promise
from tests.render.samples import NOW, twelve_weeks

KEYS = [
    *("ref", "who", "what", "once", "by", "every", "at", "times", "from", "until", "standing"),
    *("kept", "late", "owned", "missed", "eased", "open", "extra", "settled"),
    *("rate", "rate_28d", "punctual", "run", "best_run", "steadiness", "next"),
]


def read(book: Book, now: str = NOW, **asked: Any) -> LedgerReport:
    return ledger(book.by(moment(now)), book.settings, moment(now), {}, **asked)


def refs(report: LedgerReport) -> list[str]:
    return [line.ref for line in report.lines]


def row(book: Book, ref: str = "c1", now: str = NOW, **asked: Any) -> dict[str, Any]:
    rows = as_json(read(book, now, **asked))["commitments"]
    found: dict[str, Any] = next(row for row in rows if row["ref"] == ref)
    return found


def line_of(report: LedgerReport, ref: str = "c1") -> Line:
    return next(line for line in report.lines if line.ref == ref)


def signs(line: Line) -> list[list[str]]:
    return [[o.standing for o in week.occurrences] for week in line.pattern]


def delivered(book: Book, about: Entry, *days: str) -> None:
    for day in days:
        book.write(Delivery(), about=about, at=f"{day}T12:00")


@pytest.fixture
def lived() -> Book:
    return twelve_weeks()


# -- which ---------------------------------------------------------------------------------------


def test_recurring_and_once_stand_apart_in_the_order_they_were_promised(lived: Book) -> None:
    report = read(lived)
    assert [line.ref for line in report.each_time] == ["c1", "c2", "c3", "c7"]
    assert [line.ref for line in report.once] == ["c4", "c5", "c6"]


def test_what_came_to_its_end_stays_for_28_days(lived: Book) -> None:
    assert "c7" in refs(read(lived, "2026-12-12T12:00"))  # released on 15 November
    assert "c7" not in refs(read(lived, "2026-12-13T12:00"))
    assert "c4" in refs(read(lived, "2026-12-16T12:00"))  # kept on 19 November
    assert "c4" not in refs(read(lived, "2026-12-17T12:00"))


def test_open_leaves_out_what_came_to_its_end(lived: Book) -> None:
    assert refs(read(lived, open_only=True)) == ["c1", "c2", "c3", "c5", "c6"]


def test_all_shows_what_ended_long_ago(lived: Book) -> None:
    later = "2027-06-01T12:00"
    assert "c7" not in refs(read(lived, later))
    assert refs(read(lived, later, everything=True)) == ["c1", "c2", "c3", "c4", "c5", "c6", "c7"]


def test_who_shows_one_person_only(lived: Book) -> None:
    assert refs(read(lived, who="Ben")) == ["c5"]
    assert refs(read(lived, who="Nobody")) == []


def test_a_window_shows_what_bound_in_it(lived: Book) -> None:
    early = read(lived, since=date(2026, 9, 7), until=date(2026, 10, 20))
    assert refs(early) == ["c1", "c7"]
    assert "c7" not in refs(read(lived, since=date(2026, 11, 17), until=date(2026, 11, 22)))


def test_an_ended_and_an_owned_promise_are_closed_an_overdue_one_is_not() -> None:
    book = Book()
    book.write(promise("tea", every="day", until="2026-11-01"), at="2026-10-26T08:00")
    owned = book.write(promise("call", by="2026-11-02"), at="2026-10-26T08:00")
    book.write(Miss(own="I forgot"), about=owned, at="2026-11-03T08:00")
    book.write(promise("write", by="2026-11-02"), at="2026-10-26T08:00")
    report = read(book)
    assert [line.closed for line in report.lines] == [date(2026, 11, 1), date(2026, 11, 3), None]
    assert [line.standing.standing for line in report.lines] == ["ended", "owned", "overdue"]


# -- the pattern -----------------------------------------------------------------------------------


def test_a_pattern_is_the_last_four_weeks_with_todays(lived: Book) -> None:
    report = read(lived, "2026-11-18T12:00")
    assert [week.first.isoformat() for week in report.weeks] == [
        *("2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16")
    ]
    line = line_of(report)
    assert signs(line)[2] == ["kept", "kept", "kept", "missed", "kept"]
    assert signs(line)[3] == ["kept", "kept", "open"]  # Wednesday noon
    assert line.count("kept", "late") == 16


def test_weeks_begin_on_the_journals_day() -> None:
    book = Book(Init(me="Ana", partner="Ben", week_starts=6))
    book.write(promise("tea", every="sunday", start="2026-10-25"), at="2026-10-25T08:00")
    report = read(book, "2026-11-22T12:00")
    assert report.weeks[-1].first == date(2026, 11, 22)
    assert signs(line_of(report)) == [["missed"], ["missed"], ["missed"], ["open"]]


def test_a_long_occurrence_stands_in_the_week_of_its_day_and_ahead_once_it_is_settled() -> None:
    book = Book()
    tea = book.write(promise("rent", every="month", start="2026-10-01"), at="2026-10-01T08:00")
    assert signs(line_of(read(book))) == [["missed"], [], [], []]
    delivered(book, tea, "2026-11-20")
    assert signs(line_of(read(book))) == [["missed"], [], [], ["kept"]]


def test_a_window_has_every_week_of_its_own(lived: Book) -> None:
    report = read(lived, since=date(2026, 9, 10), until=date(2026, 9, 29))
    assert len(report.weeks) == 4
    line = line_of(report)
    assert signs(line)[0] == ["missed", "kept"]  # from Thursday on
    assert signs(line)[3] == ["kept", "missed"]  # to Tuesday
    assert report.window is not None
    assert (report.window.first, report.window.last) == (date(2026, 9, 10), date(2026, 9, 29))


def test_steadiness_dents_with_a_slip_and_ends_with_the_figure_of_now(lived: Book) -> None:
    line = line_of(read(lived))
    curve = line.steadiness
    assert len(curve) == 8
    assert curve[-1] == pytest.approx(line.standing.tally.steadiness, abs=1e-12)
    dented = [later < earlier for earlier, later in pairwise(curve)]
    assert dented == [False, False, False, False, False, True, False]


def test_a_promise_of_two_weeks_has_a_curve_of_two() -> None:
    book = Book()
    book.write(promise("tea", every="day", start="2026-11-10"), at="2026-11-09T08:00")
    assert len(line_of(read(book)).steadiness) == 2


def test_a_checkpoint_changes_nothing_on_the_page() -> None:
    book = Book()
    tea = book.write(promise("tea", every="day", start="2026-01-01"), at="2025-12-31T08:00")
    day = date(2026, 1, 1)
    while day <= date(2026, 11, 21):
        if day.day % 5:
            book.write(Delivery(), about=tea, at=f"{day}T12:00")
        day += timedelta(days=1)
    record, held, now = book.record, book.settings, moment(NOW)
    item = record.get(tea.uid)
    assert item is not None
    checkpoint = next_checkpoint(course(record, item, held), now, None)
    assert checkpoint is not None
    assert checkpoint.through > date(2026, 2, 1)
    later = [e for e in book.entries if e.kind != "delivery" or e.day > checkpoint.through]
    whole = ledger(record, held, now, {})
    summed = ledger(Record(later), held, now, {tea.uid: checkpoint})
    assert as_json(summed) == as_json(whole)
    assert signs(line_of(summed)) == signs(line_of(whole))
    assert line_of(summed).steadiness == pytest.approx(line_of(whole).steadiness, abs=1e-12)


# -- what it repairs, what waits, the pace ---------------------------------------------------------


def test_a_repair_names_what_it_repairs(lived: Book) -> None:
    assert line_of(read(lived), "c6").repairs == Tie("c3", "miss", date(2026, 11, 17))


def test_a_step_names_the_boundary_that_was_crossed_and_a_trigger_itself() -> None:
    book = Book()
    space = book.write(Boundary(text="an hour alone", means=("the door is closed",)))
    crossed = book.write(Crossing(what="the door", version_of=space.uid), about=space)
    book.write(promise("knock first"), about=crossed)
    trigger = book.write(Trigger(text="a late reply"), at="2026-11-12T10:00")
    book.write(promise("say when"), about=trigger)
    ties = [line.repairs for line in read(book).lines]
    assert ties == [
        Tie("b1", "crossing", date(2026, 11, 16)),
        Tie("t1", "trigger", date(2026, 11, 12)),
    ]


def test_what_waits_for_an_answer_stands_apart(lived: Book) -> None:
    report = read(lived)
    assert "c8" not in refs(report)
    step, change = report.waiting
    assert (step.ref, step.by, step.asks) == ("p3", "Ana", "Ben")
    assert "c8" in step.what
    assert "every day" in step.what
    assert change.ref == "p4"
    assert "c2" in change.what


def test_a_declined_proposal_waits_no_more() -> None:
    book = Book()
    step = book.write(promise("knock first", who="Ben"))
    asked = book.write(Adoption(), about=step)
    assert [item.ref for item in read(book).waiting] == ["p1"]
    book.write(Decline(), by="Ben", about=asked)
    report = read(book)
    assert (report.lines, report.waiting) == ((), ())


def test_alone_everything_stands_at_once() -> None:
    book = Book(Init(me="Ana"))
    tea = book.write(promise("tea", every="day", start="2026-11-16"))
    book.write(Release(), about=tea, at="2026-11-20T12:00")
    report = read(book)
    assert report.alone
    assert report.waiting == ()
    assert line_of(report).standing.standing == "released"


def test_a_slow_pace_and_a_hold_stand_on_top_until_they_end() -> None:
    book = Book()
    tea = book.write(promise("tea", every="day"))
    book.write(Slow(until=date(2026, 11, 22)), by="Ben", at="2026-11-20T08:00")
    hold = book.write(
        Hold(until=date(2026, 11, 30), of=(tea.uid,)), by="Ben", at="2026-11-20T08:00"
    )
    paces = read(book).paces
    assert [(pace.kind, pace.until.day, pace.refs) for pace in paces] == [
        ("slow", 22, ()),
        ("hold", 30, ("c1",)),
    ]
    book.write(Lift(), by="Ben", about=hold, at="2026-11-21T08:00")
    assert [pace.kind for pace in read(book).paces] == ["slow"]
    assert read(book, "2026-11-23T12:00").paces == ()


# -- as JSON -------------------------------------------------------------------------------------


def test_json_has_the_keys_of_the_design_in_their_order(lived: Book) -> None:
    told = as_json(read(lived))
    assert list(told) == ["as_of", "commitments"]
    assert all(list(row) == KEYS for row in told["commitments"])
    assert told["as_of"] == "2026-11-22T19:40:00+01:00"
    json.dumps(told)


def test_json_of_a_recurring_promise(lived: Book) -> None:
    told = row(lived)
    assert {key: told[key] for key in KEYS[:11]} == {
        "ref": "c1",
        "who": "Ana",
        "what": "text when leaving work",
        "once": False,
        "by": None,
        "every": "weekday",
        "at": "18:00",
        "times": 1,
        "from": "2026-09-07",
        "until": None,
        "standing": "active",
    }
    assert {key: told[key] for key in KEYS[11:19]} == {
        "kept": 47,
        "late": 3,
        "owned": 0,
        "missed": 5,
        "eased": 0,
        "open": 1,  # Monday's has begun: it owns the weekend
        "extra": 0,
        "settled": 55,
    }
    assert told["rate"] == 50 / 55
    assert told["rate_28d"] == 19 / 20
    assert told["punctual"] == 47 / 55
    assert told["next"] == {"day": "2026-11-23", "deadline": "2026-11-23T18:00"}


def test_json_of_a_promise_made_once() -> None:
    book = Book()
    book.write(promise("call", by="2026-11-27", at="18:00"))
    told = row(book, now="2026-11-20T12:00")
    assert told["once"] is True
    assert told["by"] == "2026-11-27T18:00"
    assert told["standing"] == "open"
    assert (told["open"], told["settled"]) == (1, 0)
    assert [told[key] for key in KEYS[19:25]] == [None] * 6
    assert told["next"] == {"day": "2026-11-27", "deadline": "2026-11-27T18:00"}
    overdue = row(book, now="2026-11-28T12:00")
    assert (overdue["standing"], overdue["open"], overdue["next"]) == ("overdue", 0, None)


def test_json_of_an_open_ended_promise_and_of_a_day_without_a_time() -> None:
    book = Book()
    book.write(promise("say so"))
    book.write(promise("call", by="2026-11-27"))
    assert (row(book)["by"], row(book)["next"]) == (None, None)
    assert row(book, "c2")["by"] == "2026-11-27"
    assert row(book, "c2")["next"] == {"day": "2026-11-27", "deadline": "2026-11-28T03:00"}


def test_json_of_a_once_promise_kept_and_done_again() -> None:
    book = Book()
    call = book.write(promise("call", by="2026-11-27"))
    delivered(book, call, "2026-11-17", "2026-11-18")
    told = row(book)
    assert (told["standing"], told["kept"], told["extra"], told["settled"]) == ("kept", 1, 1, 1)


def test_a_pause_moves_the_day_of_a_once_promise() -> None:
    book = Book()
    call = book.write(promise("call", by="2026-11-20"))
    asked = book.write(Ease(start=date(2026, 11, 18), until=date(2026, 11, 25)), about=call)
    book.write(Assent(), by="Ben", about=asked)
    line = line_of(read(book))
    assert (line.due, line.standing.standing) == (date(2026, 11, 25), "open")
    assert row(book)["by"] == "2026-11-20"
    assert row(book)["next"] == {"day": "2026-11-25", "deadline": "2026-11-26T03:00"}


def test_json_speaks_of_the_terms_that_hold_now() -> None:
    book = Book()
    tea = book.write(promise("tea", every="day", start="2026-11-09"), at="2026-11-09T08:00")
    new = promise("", every="sunday", start="2026-11-09", at="20:00")
    change = Renegotiation(
        start=new.start, every=new.every, rrule=new.rrule, at=new.at, text="tea and a plan"
    )
    asked = book.write(change, about=tea)
    assert row(book)["every"] == "day"
    book.write(Assent(), by="Ben", about=asked)
    told = row(book)
    assert (told["every"], told["at"], told["what"]) == ("sunday", "20:00", "tea and a plan")


def test_erased_words_are_null() -> None:
    book = Book()
    tea = book.write(promise("tea"))
    book.erase(tea)
    assert row(book)["what"] is None


def test_occurrences_only_with_a_window(lived: Book) -> None:
    assert "occurrences" not in row(lived)
    told = row(lived, since=date(2026, 11, 18), until=date(2026, 11, 19))
    assert told["occurrences"] == [
        {"day": "2026-11-18", "deadline": "2026-11-18T18:00", "standing": "late", "partly": 0},
        {"day": "2026-11-19", "deadline": "2026-11-19T18:00", "standing": "kept", "partly": 0},
    ]
    assert row(lived, "c4", since=date(2026, 11, 18))["occurrences"] == []


def test_without_an_end_the_running_occurrence_is_told_too() -> None:
    book = Book()
    tea = book.write(promise("tea", every="week", start="2026-11-09"), at="2026-11-09T08:00")
    book.write(Delivery(partly=True), about=tea, at="2026-11-17T12:00")
    book.write(Delivery(partly=True), about=tea, at="2026-11-18T12:00")
    now = "2026-11-18T20:00"
    with_running = row(book, now=now, since=date(2026, 11, 16))["occurrences"]
    assert with_running == [
        {"day": "2026-11-22", "deadline": "2026-11-23T03:00", "standing": "open", "partly": 2}
    ]
    until = row(book, now=now, since=date(2026, 11, 9), until=date(2026, 11, 18))["occurrences"]
    assert [o["day"] for o in until] == ["2026-11-15"]


def test_figures_are_whole_whatever_the_window(lived: Book) -> None:
    told = row(lived, since=date(2026, 11, 18))
    assert {key: told[key] for key in KEYS} == row(lived)


def test_an_empty_journal_has_an_empty_ledger() -> None:
    assert as_json(read(Book()))["commitments"] == []
