"""The timeline: what it tells, in which month, and the weekly pattern with its gaps."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from repairlog.dates import Span
from repairlog.entries import Entry
from repairlog.kinds.assent import Adoption, Assent
from repairlog.kinds.boundaries import Boundary, Crossing, Repaired, Retirement
from repairlog.kinds.changes import Ease, Release, Renegotiation
from repairlog.kinds.commitments import Delivery, Miss
from repairlog.kinds.keeping import Init, Setting
from repairlog.kinds.milestones import Celebration, Milestone
from repairlog.kinds.moments import Note, Project
from repairlog.kinds.pace import Hold, Slow
from repairlog.kinds.repair import Acknowledgement, Apology, Disclosure, Setback
from repairlog.kinds.reviews import Review
from repairlog.kinds.triggers import Trigger
from repairlog.readings.record import Record
from repairlog.readings.timeline import TimelineReport, as_json, span, timeline
from repairlog.readings.weekly import WeekPattern
from tests.build import Book, moment, promise
from tests.render.samples import NOW, months

DAY = timedelta(days=1)


def read(
    book: Book, now: str = NOW, since: date | None = None, until: date | None = None
) -> TimelineReport:
    return timeline(book.by(moment(now)), book.settings, moment(now), since, until)


def told(report: TimelineReport) -> list[tuple[str, str, str]]:
    return [(f"{event.day:%d %b}", event.sort, event.ref) for event in report.events if event.day]


def agreed(book: Book, proposal: Entry, at: str, by: str = "Ben") -> Entry:
    return book.write(Assent(), by=by, about=proposal, at=at)


def week_of(report: TimelineReport, first: str) -> WeekPattern:
    return next(week for week in report.weeks if week.days.first == date.fromisoformat(first))


@pytest.fixture
def lived() -> Book:
    return months()


# -- the window ------------------------------------------------------------------------------------


def test_it_begins_with_the_month_before_the_last_and_looks_ahead(lived: Book) -> None:
    report = read(lived)
    assert report.days == Span(date(2026, 9, 1), date(2026, 11, 22))
    assert [month.first.month for month in report.months] == [9, 10, 11]
    assert report.ahead is not None


def test_a_window_with_an_end_does_not_look_ahead(lived: Book) -> None:
    report = read(lived, since=date(2026, 9, 10), until=date(2026, 10, 4))
    assert report.ahead is None
    assert [month.first.month for month in report.months] == [9, 10]
    assert told(report)[0] == ("13 Sep", "planned", "m1")
    assert told(report)[-1] == ("04 Oct", "planned", "m2")


def test_it_never_looks_past_today(lived: Book) -> None:
    report = read(lived, until=date(2027, 1, 1))
    assert report.days.last == date(2026, 11, 22)


def test_a_window_of_a_day_has_the_week_around_it(lived: Book) -> None:
    for day in range(16, 23):
        report = read(lived, since=date(2026, 11, day), until=date(2026, 11, day))
        assert [week.days.first.day for week in report.weeks] == [16]
        assert [month.first.month for month in report.months] == [11]


def test_the_record_has_to_hold_whole_weeks(lived: Book) -> None:
    calendar = lived.settings.calendar
    assert span(calendar, moment(NOW)) == Span(date(2026, 8, 31), date(2026, 11, 22))
    since = span(calendar, moment(NOW), date(2026, 11, 18), date(2026, 11, 19))
    assert since == Span(date(2026, 11, 16), date(2026, 11, 19))


def test_months_before_the_first_word_are_left_out(lived: Book) -> None:
    report = read(lived, since=date(2024, 1, 1))
    assert report.months[0].first == date(2026, 9, 1)


def test_a_silent_month_between_is_shown() -> None:
    book = Book()
    for day in ("2026-09-01", "2026-11-02"):
        book.write(Milestone(text="a walk"), at=f"{day}T12:00")
    report = read(book)
    assert [len(month.events) for month in report.months] == [1, 0, 1]


def test_an_empty_journal_has_no_months() -> None:
    report = read(Book())
    assert (report.months, report.ahead) == ((), ())


def test_each_week_belongs_to_one_month_the_one_of_its_middle(lived: Book) -> None:
    report = read(lived)
    firsts = [[week.days.first.isoformat()[5:] for week in month.weeks] for month in report.months]
    assert firsts == [
        ["08-31", "09-07", "09-14", "09-21"],
        ["09-28", "10-05", "10-12", "10-19", "10-26"],
        ["11-02", "11-09", "11-16"],
    ]


def test_the_running_week_stands_in_todays_month() -> None:
    book = Book()
    book.write(Note(text="a walk"), at="2026-11-30T12:00")
    book.write(promise("tea", every="day", start="2026-11-30"), at="2026-11-29T12:00")
    report = read(book, "2026-11-30T20:00")
    assert report.months[-1].first.month == 11
    assert report.months[-1].weeks[-1].days.first == date(2026, 11, 30)


# -- events ----------------------------------------------------------------------------------------


def test_everything_that_happened_in_its_order(lived: Book) -> None:
    slow = next(entry.ref for entry in lived.entries if entry.kind == "slow")
    assert told(read(lived)) == [
        ("06 Sep", "agreed", "b1"),
        ("13 Sep", "planned", "m1"),
        ("18 Sep", "crossed", "b1"),
        ("22 Sep", "steps", "b1"),
        ("24 Sep", "repaired", "b1"),
        ("04 Oct", "planned", "m2"),
        ("15 Oct", "agreed", "b2"),
        ("25 Oct", "revised", "b2"),
        ("09 Nov", "eased", "c3"),
        ("15 Nov", "released", "c7"),
        ("20 Nov", "slow", slow),
        ("22 Nov", "celebrated", "m1"),
    ]


def test_what_is_planned_lies_ahead(lived: Book) -> None:
    ahead = read(lived).ahead
    assert ahead is not None
    assert [(e.day, e.sort, e.ref) for e in ahead] == [
        (date(2026, 11, 24), "revisit", "b2"),
        (date(2026, 12, 6), "hoped", "m2"),
    ]


def test_a_boundary_is_told_by_its_value_or_its_words(lived: Book) -> None:
    events = read(lived).events
    assert events[0].text == "privacy"
    book = Book()
    boundary = book.write(Boundary(text="no phones in bed", means=("on the shelf",)))
    book.write(Adoption(), about=boundary)
    assert [(e.sort, e.text) for e in read(book).events] == [("named", "no phones in bed")]


def test_a_draft_is_not_told_before_it_names_a_behaviour() -> None:
    book = Book()
    book.write(Boundary(text="honesty"))
    assert read(book).events == ()


def test_a_boundary_of_one_alone_is_named_and_retired_by_its_author() -> None:
    book = Book(Init(me="Ana"))
    boundary = book.write(Boundary(text="an hour", means=("alone",)), at="2026-11-01T12:00")
    book.write(Retirement(), about=boundary, at="2026-11-10T12:00")
    report = read(book)
    assert report.alone
    assert [event.sort for event in report.events] == ["named", "retired"]


def test_a_revision_carries_its_number_and_its_why(lived: Book) -> None:
    (event,) = [e for e in read(lived).events if e.sort == "revised"]
    assert (event.number, event.note) == (2, "the evening is when it counts")


def test_steps_done_and_repair_on_one_day_are_told_once() -> None:
    book = Book()
    space = book.write(Boundary(text="an hour alone", means=("the door is closed",)))
    crossed = book.write(Crossing(what="the door", version_of=space.uid), about=space)
    step = book.write(promise("knock first"), about=crossed, at="2026-11-17T12:00")
    book.write(Delivery(), about=step, at="2026-11-18T12:00")
    book.write(Repaired(), about=crossed, at="2026-11-18T20:00")
    events = read(book).events
    assert [(e.sort, e.number) for e in events] == [("named", 0), ("crossed", 1), ("repaired", 1)]


def test_steps_are_not_done_while_one_is_open() -> None:
    book = Book()
    space = book.write(Boundary(text="an hour alone", means=("the door is closed",)))
    crossed = book.write(Crossing(what="the door", version_of=space.uid), about=space)
    step = book.write(promise("knock first"), about=crossed)
    book.write(promise("say so"), about=crossed)
    book.write(Delivery(), about=step, at="2026-11-18T12:00")
    assert "steps" not in [event.sort for event in read(book).events]


def test_new_terms_pauses_and_releases_from_when_both_agreed() -> None:
    book = Book()
    tea = book.write(promise("tea", every="day", start="2026-11-01"), at="2026-11-01T08:00")
    sundays = promise("", every="sunday", start="2026-11-01")
    change = Renegotiation(start=sundays.start, every="sunday", rrule=sundays.rrule, why="calmer")
    asked = book.write(change, about=tea, at="2026-11-02T12:00")
    pause = book.write(
        Ease(start=date(2026, 11, 9), until=date(2026, 11, 12)), about=tea, at="2026-11-08T12:00"
    )
    free = book.write(Release(), about=tea, at="2026-11-14T12:00")
    assert read(book).events == ()
    agreed(book, asked, "2026-11-03T12:00")
    agreed(book, pause, "2026-11-10T12:00")
    agreed(book, free, "2026-11-15T12:00")
    report = read(book)
    assert told(report) == [
        ("03 Nov", "renegotiated", "c1"),
        ("09 Nov", "eased", "c1"),
        ("15 Nov", "released", "c1"),
    ]
    assert report.events[0].terms is not None
    assert report.events[0].terms.every == "sunday"


def test_a_repair_is_told_when_it_is_done_and_ahead_while_it_is_due() -> None:
    book = Book()
    tea = book.write(promise("tea", every="day", start="2026-11-09"), at="2026-11-08T12:00")
    miss = book.write(Miss(own="I forgot", of=date(2026, 11, 10)), about=tea)
    book.write(promise("set a bell", by="2026-11-29"), about=miss)
    done = book.write(promise("say it tonight", by="2026-11-17"), about=miss)
    book.write(Delivery(), about=done, at="2026-11-17T12:00")
    report = read(book)
    assert [(e.sort, e.ref, e.note) for e in report.events] == [("mended", "c3", "c1")]
    assert report.ahead is not None
    assert [(e.sort, e.ref, e.note) for e in report.ahead] == [("mending", "c2", "c1")]


def test_what_was_owned_is_told_by_what_became_of_it() -> None:
    book = Book()
    call = book.write(Disclosure(text="she called"), at="2026-11-02T12:00")
    book.write(Disclosure(text="not received yet"), at="2026-11-02T12:00")
    book.write(Acknowledgement(), by="Ben", about=call, at="2026-11-04T12:00")
    sorry = book.write(Apology(text="sorry", responsibility="mine"), at="2026-11-05T12:00")
    book.write(Apology(text="in words", responsibility="mine"), at="2026-11-05T12:00")
    tea = book.write(promise("make tea", start="2026-11-05"), about=sorry, at="2026-11-05T12:00")
    walk = book.write(promise("a walk", start="2026-11-05"), about=sorry, at="2026-11-05T12:00")
    book.write(Delivery(), about=tea, at="2026-11-06T12:00")
    book.write(Delivery(), about=walk, at="2026-11-08T12:00")
    book.write(Setback(text="I fell back"), about=tea, at="2026-11-10T12:00")
    beds = book.write(Project(text="beds"), at="2026-11-11T12:00")
    wood = book.write(promise("wood", start="2026-11-11"), about=beds, at="2026-11-11T12:00")
    book.write(Delivery(), about=wood, at="2026-11-12T12:00")
    report = read(book)

    assert told(report) == [
        ("04 Nov", "received", call.ref),
        ("06 Nov", "mended", tea.ref),
        ("08 Nov", "complete", sorry.ref),
        ("10 Nov", "setback", "e9"),
    ]
    assert report.events[-1].number == 2


def test_a_hold_names_what_it_holds_and_both_paces_their_last_day() -> None:
    book = Book()
    tea = book.write(promise("tea", every="day"))
    book.write(Hold(until=date(2026, 11, 20), of=(tea.uid,)), by="Ben", at="2026-11-17T08:00")
    book.write(Slow(until=date(2026, 11, 29)), by="Ben", at="2026-11-18T08:00")
    hold, slow = read(book).events
    assert (hold.sort, hold.text, hold.by, hold.until) == (
        *("hold", "c1", "Ben"),
        date(2026, 11, 20),
    )
    assert (slow.sort, slow.until) == ("slow", date(2026, 11, 29))


def test_a_milestone_that_waits_is_proposed() -> None:
    book = Book()
    book.write(Adoption(), about=book.write(Milestone(text="a walk", by=date(2026, 12, 1))))
    report = read(book)
    assert [event.sort for event in report.events] == ["proposed"]
    assert report.ahead == ()


def test_a_milestone_without_a_day_is_hoped_for_while_the_record_may_reach_it() -> None:
    book = Book(Init(me="Ana"))
    tea = book.write(promise("tea", every="day", start="2026-11-16"), at="2026-11-16T08:00")
    book.write(Milestone(text="three times", when="c1 kept 3"), at="2026-11-16T08:30")
    for day in (16, 17):
        book.write(Delivery(), about=tea, at=f"2026-11-{day}T12:00")
    report = read(book)
    assert report.ahead is not None
    assert [(e.day, e.sort) for e in report.ahead] == [(None, "hoped")]
    book.write(Delivery(), about=tea, at="2026-11-18T12:00")
    report = read(book)
    assert report.ahead == ()
    assert [(e.sort, e.note) for e in report.events] == [("planned", None), ("reached", "c1")]
    assert told(report)[-1][0] == "18 Nov"


def test_reached_and_celebrated_on_one_day_is_told_once() -> None:
    book = Book(Init(me="Ana"))
    tea = book.write(promise("tea", every="day", start="2026-11-16"), at="2026-11-16T08:00")
    mile = book.write(Milestone(text="once", when="c1 kept 1"), at="2026-11-16T08:30")
    book.write(Delivery(), about=tea, at="2026-11-17T12:00")
    book.write(Celebration(note="cake"), about=mile, at="2026-11-17T20:00")
    assert [(e.sort, e.note) for e in read(book).events][1:] == [("celebrated", "cake")]


def test_erased_words_are_none() -> None:
    book = Book()
    mile = book.write(Milestone(text="a walk"))
    book.write(Celebration(), about=mile)
    book.erase(mile)
    assert [event.text for event in read(book).events] == [None, None]


# -- the weekly pattern ----------------------------------------------------------------------------


def test_kept_is_the_share_of_what_was_settled_in_the_week() -> None:
    book = Book()
    tea = book.write(promise("tea", every="day", start="2026-11-09"), at="2026-11-08T12:00")
    for day in (9, 10, 12):
        book.write(Delivery(), about=tea, at=f"2026-11-{day:02}T12:00")
    call = book.write(promise("call", by="2026-11-15"), at="2026-11-09T12:00")
    book.write(Delivery(), about=call, at="2026-11-10T12:00")
    assert week_of(read(book), "2026-11-09").kept == 4 / 8


def test_silence_is_a_gap_not_a_zero() -> None:
    book = Book()
    book.write(promise("tea", every="day", start="2026-11-02"), at="2026-11-02T08:00")
    book.write(Note(text="a walk"), by="Ben", at="2026-11-16T12:00")
    report = read(book)
    assert week_of(report, "2026-11-02").kept == 0.0  # the promise itself was written
    assert week_of(report, "2026-11-09").kept is None
    assert week_of(report, "2026-11-16").kept == 0.0


def test_triggers_count_only_where_those_who_log_them_wrote() -> None:
    book = Book()
    book.write(Trigger(text="a late reply"), by="Ben", at="2026-11-02T12:00")
    book.write(Note(text="a walk"), by="Ana", at="2026-11-09T12:00")
    book.write(Note(text="a walk"), by="Ben", at="2026-11-16T12:00")
    report = read(book)
    counts = {week.days.first.day: week.triggers for week in report.weeks}
    assert (counts[2], counts[9], counts[16]) == (1, None, 0)


def test_nobody_logs_triggers_and_none_are_counted() -> None:
    book = Book()
    book.write(Note(text="a walk"), at="2026-11-10T12:00")
    assert week_of(read(book), "2026-11-09").triggers is None


def test_a_week_without_a_review_is_shown_once_it_is_over() -> None:
    book = Book()
    for day in (2, 9, 16):
        book.write(Note(text="a walk"), at=f"2026-11-{day:02}T12:00")
    book.write(Review(week=date(2026, 11, 2), present=("Ana", "Ben")), at="2026-11-08T20:00")
    report = read(book)
    reviewed = [week_of(report, f"2026-11-{day:02}").reviewed for day in (2, 9, 16)]
    assert reviewed == [True, False, None]
    book.write(Review(week=date(2026, 11, 16), present=("Ana",)), at="2026-11-22T19:00")
    assert week_of(read(book), "2026-11-16").reviewed is True


def test_beginning_the_journal_tells_nothing_of_its_week() -> None:
    book = Book(begun="2026-11-02T12:00")
    book.write(Setting(name="tone", value="off"), at="2026-11-02T12:05")
    book.write(Note(text="a walk"), at="2026-11-10T12:00")
    report = read(book)
    assert [week.days.first.day for month in report.months for week in month.weeks][-3:] == [
        2,
        9,
        16,
    ]
    assert week_of(report, "2026-11-02").reviewed is None


def test_what_came_before_the_window_need_not_be_there(lived: Book) -> None:
    """The deliveries before the first occurrence of the window change nothing in it."""
    since, now = date(2026, 11, 3), moment(NOW)
    fewer = [e for e in lived.entries if e.kind != "delivery" or e.day > date(2026, 10, 31)]
    whole = timeline(lived.record, lived.settings, now, since)
    part = timeline(Record(fewer), lived.settings, now, since)
    assert [week.kept for week in part.weeks] == [week.kept for week in whole.weeks]


def test_a_promise_of_long_ago_with_rare_days_is_found() -> None:
    book = Book()
    rule = "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=11"
    yearly = book.write(
        promise("the anniversary", every=rule, start="2010-01-01"), at="2010-01-01T12:00"
    )
    book.write(Delivery(), about=yearly, at="2026-11-11T12:00")
    assert week_of(read(book), "2026-11-09").kept == 1.0


def test_a_promise_that_ended_before_the_window_counts_no_more() -> None:
    book = Book()
    book.write(promise("tea", every="day", start="2026-06-01", until="2026-06-20"))
    book.write(Note(text="a walk"))
    assert [week.kept for week in read(book).weeks if week.kept is not None] == []


# -- as JSON ---------------------------------------------------------------------------------------


def test_json_tells_the_same(lived: Book) -> None:
    report = read(lived)
    told_again = json.loads(json.dumps(as_json(report)))
    assert list(told_again) == ["as_of", "from", "to", "months", "ahead"]
    assert told_again["from"] == "2026-09-01"
    first = told_again["months"][0]
    assert (first["month"], first["events"][0]["day"]) == ("2026-09", "2026-09-06")
    assert first["events"][0]["sort"] == "agreed"
    assert list(first["weeks"][0]) == ["from", "to", "kept", "triggers", "reviewed"]
    assert told_again["ahead"][-1]["text"] == "a hundred days"
