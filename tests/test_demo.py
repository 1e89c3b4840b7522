"""The made-up journal is alive on any date, holds every part, and nothing that could not be."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

import pytest

from repairlog.cli import threads
from repairlog.dates import Calendar
from repairlog.demo import demo_journal
from repairlog.entries import CHAIN_START, Entry, chain_hash, content_digest
from repairlog.journal import Query
from repairlog.kinds import KINDS, body_of
from repairlog.kinds.assent import Assent, Decline
from repairlog.kinds.body import Proposal
from repairlog.kinds.boundaries import Boundary
from repairlog.kinds.commitments import Commitment, Delivery, Miss
from repairlog.kinds.conversations import Confirmation
from repairlog.kinds.moments import Moment
from repairlog.kinds.repair import Acknowledgement, Apology
from repairlog.readings.agreement import agreement
from repairlog.readings.binding import bind, bind_miss
from repairlog.readings.conversations import conversations
from repairlog.readings.course import Course, course
from repairlog.readings.people import Settings, settings
from repairlog.readings.record import Record
from repairlog.readings.repair import owned
from repairlog.readings.review import ReviewReport, review, reviews_held, which_week
from repairlog.readings.standing import Standing, reckon

MONDAY_EVENING = "2026-11-23T18:00"
DATES = (
    MONDAY_EVENING,
    "2026-11-22T10:00",  # a Sunday before the review
    "2026-11-22T23:30",
    "2026-11-24T01:00",  # after midnight: still Monday
    "2026-03-29T12:00",  # the night before had no two o'clock
    "2026-10-26T09:00",  # the night before had two of them
    "2027-01-01T00:30",
    "2028-02-29T12:00",
)


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).astimezone()


@lru_cache
def told(moment: str) -> tuple[Entry, ...]:
    """All entries of the demonstration at a moment, undone ones too, in the order of writing."""
    with demo_journal(at(moment)) as journal:
        return tuple(journal.read(Query(undone=True)))


def held(entries: tuple[Entry, ...]) -> Settings:
    return settings(Record(entries), entries[0].device)


def reviewed(moment: str) -> ReviewReport:
    record, now = Record(told(moment)), at(moment)
    holds = held(told(moment))
    began = told(moment)[0].day
    week = which_week(reviews_held(record), now, holds, began)
    return review(record, holds, now, week, began=began)


def standings(moment: str) -> list[Standing]:
    record, holds = Record(told(moment)), held(told(moment))
    return [reckon(course(record, item, holds), at(moment)) for item in record.of(Commitment)]


@pytest.mark.parametrize("moment", DATES)
def test_it_is_twelve_weeks_long_and_ends_now(moment: str) -> None:
    entries, now = told(moment), at(moment)
    today = Calendar().day_of(now)
    assert entries[0].kind == "init"
    assert 11 * 7 <= (today - entries[0].day).days < 13 * 7
    assert all(entry.written <= now for entry in entries)
    assert now - entries[-1].written < timedelta(days=1)


@pytest.mark.parametrize("moment", DATES)
def test_the_week_to_review_is_its_twelfth_and_not_reviewed(moment: str) -> None:
    report = reviewed(moment)
    began = Calendar().week_of(told(moment)[0].day).first
    assert report.week.first == began + timedelta(weeks=11)
    assert report.held is None
    assert report.week.last <= Calendar().day_of(at(moment))


@pytest.mark.parametrize("moment", DATES)
def test_the_week_to_review_is_a_rich_one(moment: str) -> None:
    report = reviewed(moment)
    assert len(report.opening) >= 2
    assert len(report.right) >= 2
    assert {"kept", "late", "missed"} <= {s for p in report.promises for s in p.standings}
    assert report.challenges
    assert report.boundaries
    assert report.triggers.here
    assert report.checkins.held
    assert report.checkins.scales
    assert report.waiting
    assert report.revisit
    assert report.ahead
    assert report.shared


def test_the_whole_week_shows_a_miss_with_its_plan_and_a_milestone_just_reached() -> None:
    report = reviewed(MONDAY_EVENING)
    owned = [c for c in report.challenges if c.kind == "owned"]
    assert [len(c.steps) for c in owned] == [1]
    assert any(c.kind == "doubt" and c.carried for c in report.challenges)
    assert any(t.asked and not t.meant for t in report.triggers.here)
    assert [m.text for m in report.milestones if m.reached and not m.celebrated] == [
        "a month of Sunday plans"
    ]


def test_every_standing_occurs() -> None:
    occurring = {o.standing for s in standings(MONDAY_EVENING) for o in s.occurrences}
    assert occurring == {"kept", "late", "owned", "missed", "eased", "open"}
    assert {"active", "released", "kept", "late", "open"} <= {
        s.standing for s in standings(MONDAY_EVENING)
    }
    assert any(s.tally.extra for s in standings(MONDAY_EVENING))
    assert any(o.partly for s in standings(MONDAY_EVENING) for o in s.occurrences)


def test_every_kind_occurs_but_those_that_are_never_for_two() -> None:
    not_shared = {"care"}  # private by default
    own = {"setting", "setting-change", "erasure", "asked"}
    assert set(KINDS) - {entry.kind for entry in told(MONDAY_EVENING)} <= not_shared | own


def test_both_write_every_day_of_it() -> None:
    entries = told(MONDAY_EVENING)
    began = entries[0].day
    days = (at(MONDAY_EVENING).date() - began).days
    for person in ("Kim", "Noa"):
        theirs = {entry.day for entry in entries if entry.by == person}
        assert len(theirs) > days * 0.9
    assert {s.course.who for s in standings(MONDAY_EVENING)} == {"Kim", "Noa"}


def test_triggers_weaken_over_the_weeks() -> None:
    entries = [e for e in told(MONDAY_EVENING) if e.kind == "trigger" and e.fields]
    strengths = [int(e.fields["intensity"]) for e in entries if e.fields]
    assert sum(strengths[:9]) > sum(strengths[9:18]) > sum(strengths[18:])


def test_both_agreed_on_how_they_talk_and_look_at_it_again() -> None:
    record, now = Record(told(MONDAY_EVENING)), at(MONDAY_EVENING)
    found = agreement(record, held(told(MONDAY_EVENING)), now)
    assert found.limit == 45
    assert "holidays" in found.topics
    assert found.response("pause")
    assert len(found.cadences) == 3
    assert all(one.agreed for one in found.everything)
    assert [one.lapsed for one in found.everything].count(True) == 1
    assert max(one.number for one in found.rules) == 3


def test_two_apologies_are_complete_and_one_is_open() -> None:
    record, now = Record(told(MONDAY_EVENING)), at(MONDAY_EVENING)
    all_of_it = [
        owned(record, item, held(told(MONDAY_EVENING)), now) for item in record.of(Apology)
    ]
    assert [one.over for one in all_of_it] == [True, True, False]


def test_a_talk_was_heard_in_rounds_and_one_waits() -> None:
    record = Record(told(MONDAY_EVENING))
    found = conversations(record, held(told(MONDAY_EVENING)))
    assert len(found) == 4
    assert sum(one.waits for one in found) == 1
    assert {person for one in found for person in one.people} == {"Kim", "Noa"}


def test_one_week_went_without_a_review() -> None:
    record = Record(told(MONDAY_EVENING))
    weeks = [one.week for one in reviews_held(record)]
    began = Calendar().week_of(told(MONDAY_EVENING)[0].day).first
    assert len(weeks) == 10
    assert began + timedelta(weeks=4) not in weeks


@pytest.mark.parametrize("moment", DATES)
def test_it_is_written_as_the_program_writes(moment: str) -> None:
    entries = told(moment)
    previous = CHAIN_START
    for entry in entries:
        assert entry.hash == chain_hash(previous, entry)
        if entry.fields is not None and entry.salt is not None:
            assert entry.content == content_digest(entry.salt, entry.fields)
        previous = entry.hash
    written = [entry.written for entry in entries]
    assert written == sorted(written)
    assert [e.uid for e in entries] == sorted(e.uid for e in entries)


def test_every_delivery_and_miss_is_bound_as_the_program_would_bind_it() -> None:
    entries = told(MONDAY_EVENING)
    for place, entry in enumerate(entries):
        match body_of(entry) if entry.fields is not None else None:
            case Delivery(of=of, partly=partly):
                path = path_before(entries, place)
                late, now = of is not None, entry.written.astimezone()
                assert bind(path, now, entry.day, entry.at, late=late, partly=partly) == of, entry
            case Miss(of=of):
                path = path_before(entries, place)
                assert bind_miss(path, entry.written.astimezone(), of) == of, entry


def path_before(entries: tuple[Entry, ...], place: int) -> Course:
    """The course of the commitment that the entry at ``place`` is about, as it was then."""
    record = Record(entries[:place])
    item = record.get(entries[place].about)
    assert item is not None
    return course(record, item, held(entries))


def test_consent_is_always_the_other_persons() -> None:
    record = Record(told(MONDAY_EVENING))
    for proposal in record.of(Proposal):
        answers = record.about(proposal.uid, Assent, Decline)
        assert all(answer.by != proposal.by for answer in answers)
    asked = [i for i in record.of(Moment) if i.entry.kind in ("doubt", "need", "misread")]
    for item in asked:
        assert all(answer.by != item.by for answer in record.about(item.uid))


def test_what_was_heard_is_confirmed_and_what_was_told_is_received_by_the_other() -> None:
    record = Record(told(MONDAY_EVENING))
    answers = [*record.of(Confirmation), *record.of(Acknowledgement)]
    assert answers
    for answer in answers:
        about = record.get(answer.about)
        assert about is not None
        assert about.by != answer.by


def test_no_boundary_is_a_draft_that_both_agreed_to() -> None:
    record = Record(told(MONDAY_EVENING))
    for item in record.of(Boundary):
        assert isinstance(item.body, Boundary)
        assert item.body.means or not record.about(item.uid, Proposal)


def test_the_cache_of_what_is_open_can_be_built_from_it() -> None:
    now = at(MONDAY_EVENING)
    with demo_journal(now) as journal:
        threads.rebuild(journal, now)
        assert len(journal.all_threads()) > 50


def test_who_looks_again_sees_the_same_story() -> None:
    with demo_journal(at(MONDAY_EVENING)) as journal:
        again = tuple(journal.read(Query(undone=True)))
    for one, other in zip(told(MONDAY_EVENING), again, strict=True):
        assert (one.ref, one.by, one.at, one.day) == (other.ref, other.by, other.at, other.day)
        if one.kind not in ("review", "crossing"):  # they hold a seal and a uid, made anew
            assert one.fields == other.fields


def test_a_day_later_the_story_has_gone_on() -> None:
    later = told("2026-11-24T23:30")
    assert len(later) > len(told(MONDAY_EVENING))
    assert later[-1].day == date(2026, 11, 24)
