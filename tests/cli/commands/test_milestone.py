"""`milestone`: looked forward to by both, reached by the record, celebrated by a person."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.commands.conftest import Untouched
from tests.program import Run


def listed(run: Run) -> list[Any]:
    rows: list[Any] = run.ok("milestone list --json").report["milestones"]
    return rows


@pytest.fixture
def plans(couple: Run) -> Run:
    """A promise that recurs, c1, and one that does not, c2."""
    couple.ok("commit plan the week --every sunday")
    couple.ok("commit call my mother")
    return couple


def test_it_is_proposed_in_the_same_command(couple: Run) -> None:
    done = couple.ok("milestone add a hundred days --by 3 march")

    assert "m1  A hundred days · by Wed 3 Mar 2027." in done.out
    assert "repairlog agree p1" in done.out
    rows = couple.ok("milestone add another --json").report["written"]
    assert [row["kind"] for row in rows] == ["milestone", "adoption"]
    assert [m["agreed"] for m in listed(couple)] == [None, None]

    couple.ok("--as Sam agree m1")
    assert listed(couple)[0]["agreed"] == "2026-11-23"


@pytest.mark.parametrize(
    ("words", "kept", "told"),
    [
        ("c1 kept 30", "c1 kept 30", "when c1 was kept 30 times"),
        ("C1 Punctual 7", "c1 punctual 7", "when c1 was kept on time 7 times in a row"),
        ("c1 run 7", "c1 run 7", "when c1 was done 7 times in a row, on time or late"),
        ("checkins weekly 8", "checkins weekly 8", "when the weekly check-in was held 8 times"),
        ("c2 kept 1", "c2 kept 1", "when c2 was kept once"),
        ("disclosures 2", "disclosures 2", "when something told unasked was received twice"),
        (
            "triggers down month",
            "triggers down month",
            "when a month had fewer triggers than the one before",
        ),
    ],
)
def test_a_condition_is_kept_as_it_reads_and_told_as_people_say_it(
    plans: Run, words: str, kept: str, told: str
) -> None:
    assert told in plans.ok(f"milestone add something --when {words}").out
    assert listed(plans)[0]["when"] == kept
    for page in ("milestone", "agreement", "log", "show m1", "export"):
        assert told in " ".join(plans.ok(page).out.split())


def test_the_export_holds_what_is_looked_forward_to_however_far_ahead(plans: Run) -> None:
    plans.ok("milestone add a week by the sea --by 1.8.2027")
    plans.ok("milestone add a month of it --when c1 kept 30")
    plans.ok("--as Sam agree m2")
    shown = plans.ok("export").out

    assert "- **m1** “a week by the sea”, proposed for Sun 1 Aug 2027" in shown
    assert "- **m2** “a month of it”, planned, when c1 was kept 30 times" in shown


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("milestone add", 2, "There is no text"),
        ("milestone add x --when c1 often", 2, "Conditions that work: c3 kept 30"),
        ("milestone add x --when c1 kept 0", 2, "Conditions that work"),
        ("milestone add x --when c1 kept", 2, "Conditions that work"),
        ("milestone add x --when checkins yearly 3", 2, "Conditions that work"),
        ("milestone add x --when", 2, "--when"),
        ("milestone add x --when c9 kept 3", 1, "There is no c9"),
        ("milestone add x --when c99 punctual 7", 1, "There is no c99"),
        ("milestone add x --when disclosures 0", 2, "Conditions that work"),
        ("milestone add x --when triggers down week", 2, "triggers down month"),
        ("milestone add x --when c2 kept 3", 1, "promised once"),
        ("milestone add x --by yesterday", 1, "past"),
        ("milestone add x --by someday", 2, "does not read"),
        ("milestone add x --together", 2, "terminal"),
        ("milestone celebrate", 2, "REF"),
        ("milestone celebrate m9", 1, "There is no m9"),
        ("milestone celebrate c1", 1, "not a milestone"),
        ("milestone celebrate nothing", 1, "fits no open milestone"),
        ("milestone cancel m1", 2, "There is no command"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(
    plans: Run, untouched: Untouched, line: str, code: int, told: str
) -> None:
    with untouched():
        assert told in plans.refused(line, code=code)


def test_a_promise_that_is_over_can_reach_nothing_more(plans: Run, untouched: Untouched) -> None:
    plans.ok("commit text --every day --until 2026-11-25")
    plans.ok("release c1 --why we talk every day now")
    plans.ok("--as Sam agree c1")
    plans.ok("deliver c2")
    plans.ok("commit write a page")
    plans.ok("undo")
    plans.at("2026-11-27T12:00")

    with untouched():
        add = "milestone add x --when"
        assert "was released on Mon 23 Nov" in plans.refused(f"{add} c1 kept 2")
        assert "is done already" in plans.refused(f"{add} c2 kept 1")
        assert "ended on Wed 25 Nov" in plans.refused(f"{add} c3 run 2")
        assert "taken back" in plans.refused(f"{add} c4 kept 1")


def test_a_promise_that_the_other_declined_can_reach_nothing(
    couple: Run, untouched: Untouched
) -> None:
    couple.ok("boundary add we ask first --means nobody opens it alone")
    couple.ok("--as Sam agree b1")
    couple.ok("boundary crossed b1 --what my phone was open")
    couple.ok("boundary step b1 put it back --who Sam")
    couple.ok("--as Sam decline c1")

    with untouched():
        assert "was declined" in couple.refused("milestone add x --when c1 kept 1")


def test_what_was_reached_stays_on_the_timeline(plans: Run) -> None:
    plans.ok("milestone add a plan --when c1 kept 1")
    plans.ok("--as Sam agree m1")
    plans.at("2026-11-29T18:00").ok("deliver c1")
    plans.at("2026-12-01T18:00").ok("milestone celebrate m1 --note pancakes")
    plans.ok("release c1")
    plans.ok("--as Sam agree c1")

    page = plans.at("2027-06-01T12:00").ok("timeline --since 2026-11-01").out
    assert "A plan (c1)" in page
    assert "A plan, celebrated" in page
    assert "c1 Plan the week released" in page


def test_disclosures_that_were_received_reach_it(couple: Run) -> None:
    couple.ok("milestone add the first open days --when disclosures 2")
    couple.ok("--as Sam agree m1")
    couple.ok("--as Sam disclose the old number called")
    [told] = [e for e in couple.ok("log --json").report["entries"] if e["kind"] == "disclosure"]
    couple.ok(f"acknowledge {told['ref']}")

    assert "twice, 1 so far" in couple.ok("milestone").out
    couple.at("2026-11-25T12:00").ok("--as Sam disclose a bill came")
    refs = [
        e["ref"] for e in couple.ok("log --json").report["entries"] if e["kind"] == "disclosure"
    ]
    couple.ok(f"acknowledge {refs[-1]}")
    assert listed(couple)[0]["reached"] == "2026-11-25"
    assert "reached Wed 25 Nov" in couple.ok("milestone").out


def test_a_month_with_fewer_triggers_reaches_it(couple: Run) -> None:
    couple.ok("milestone add fewer of them --when triggers down month")
    couple.ok("--as Sam agree m1")
    for month, count in (("12", 3), ("01", 1)):
        year = 2026 if month == "12" else 2027
        for day in range(1, 21):
            couple.at(f"{year}-{month}-{day:02}T12:00").ok("add note a day")
            if day <= count:
                couple.ok("trigger a late reply --kind reminder")
    assert "when a month had fewer triggers than the one before" in couple.ok("milestone").out
    couple.at("2027-02-01T12:00")

    assert listed(couple)[0]["reached"] == "2027-01-31"
    assert "the one before · reached Sun 31 Jan" in " ".join(couple.ok("milestone").out.split())
    assert "Fewer of them" in couple.ok("timeline").out
    assert [m["ref"] for m in couple.ok("review --json").report["milestones"]] == ["m1"]


def test_the_record_reaches_it_and_only_celebrate_writes(plans: Run) -> None:
    plans.ok("milestone add a month of plans --when c1 kept 2")
    plans.ok("--as Sam agree m1")
    for day in ("2026-11-29", "2026-12-06"):
        assert listed(plans)[0]["reached"] is None
        assert "so far" in plans.refused("milestone celebrate m1")
        plans.at(f"{day}T18:00").ok("deliver c1")
    [one] = listed(plans)
    assert (one["so_far"], one["reached"], one["celebrated"]) == (2, "2026-12-06", None)
    assert "★ A month of plans" in plans.ok("milestone").out

    plans.ok("milestone celebrate month --note pancakes")
    assert listed(plans)[0]["celebrated"] == "2026-12-06"
    assert "“pancakes”" in plans.ok("milestone list").out


def test_no_page_counts_what_one_slip_would_begin_anew(couple: Run) -> None:
    couple.ok("commit text --every day")
    couple.ok("milestone add a week --when c1 run 2")
    couple.ok("agree m1 --as Sam")
    couple.ok("deliver c1")

    assert (
        "A week · when c1 was done twice in a row, on time or late\n" in couple.ok("milestone").out
    )
    assert "it is not there yet" in couple.refused("milestone celebrate m1")
    couple.at("2026-11-24T12:00").ok("deliver c1")
    assert "on time or late · reached Tue 24 Nov" in " ".join(couple.ok("milestone").out.split())


def test_it_counts_from_agreement_on(plans: Run) -> None:
    plans.ok("milestone add a month of plans --when c1 kept 1")
    plans.at("2026-11-29T18:00").ok("deliver c1")
    assert "agree m1" in plans.refused("milestone celebrate m1")

    plans.at("2026-11-30T18:00").ok("--as Sam agree m1")
    assert "0 of 1 so far" in plans.refused("milestone celebrate m1")


def test_an_undone_delivery_takes_the_reaching_with_it(plans: Run) -> None:
    plans.ok("milestone add a plan --when c1 kept 1")
    plans.ok("--as Sam agree m1")
    plans.at("2026-11-29T18:00").ok("deliver c1")
    plans.ok("undo")

    assert listed(plans)[0]["reached"] is None


def test_check_ins_of_both_count(couple: Run) -> None:
    couple.ok("milestone add we both check in --when checkins weekly 1")
    couple.ok("--as Sam agree m1")
    couple.at("2026-11-25T18:00").ok("checkin weekly --safety 4")
    assert listed(couple)[0]["so_far"] == 0
    couple.ok("--as Sam checkin weekly --safety 4")

    assert listed(couple)[0]["reached"] == "2026-11-25"


def test_what_is_planned_is_celebrated_when_the_two_say_so(couple: Run) -> None:
    couple.ok("milestone add a hundred days --by in 2 weeks")
    couple.ok("--as Sam milestone celebrate hundred")
    err = couple.refused("milestone celebrate m1 --note cake")

    assert "by Sam" in err
    assert "cake" in err


def test_a_celebration_taken_back_can_be_held_again(couple: Run) -> None:
    couple.ok("milestone add a hundred days")
    couple.ok("milestone celebrate m1")
    couple.ok("undo")

    couple.ok("milestone celebrate m1")


def test_one_that_the_record_cannot_reach_any_more_says_so(plans: Run) -> None:
    plans.ok("milestone add a month of plans --when c1 kept 4")
    plans.ok("agree m1 --as Sam")
    plans.ok("release c1")
    plans.ok("agree c1 --as Sam")

    assert "the record cannot reach it" in plans.refused("milestone celebrate m1")


def test_one_that_was_declined_asks_for_nothing_more(couple: Run, untouched: Untouched) -> None:
    couple.ok("milestone add a hundred days --by in 1 week")
    couple.ok("milestone add open words --when disclosures 1")
    couple.ok("--as Sam decline m1 m2")

    page = couple.at("2026-12-01T18:00").ok("milestone").out
    assert page.count("declined") == 2
    assert "REACHED" not in page
    assert [m["declined"] for m in listed(couple)] == [True, True]
    assert "hundred" not in couple.ok("review --no-input").out.lower()
    for ref in ("m1", "m2"):
        with untouched():
            assert "that is all right" in couple.refused(f"milestone celebrate {ref}")


def test_alone_it_stands_at_once(alone: Run) -> None:
    alone.ok("commit plan the week --every day")
    assert "as your own" in alone.ok("milestone add a week --when c1 run 2").out
    for day in ("24", "25"):
        alone.at(f"2026-11-{day}T12:00").ok("deliver c1")

    assert listed(alone)[0]["reached"] == "2026-11-25"


def test_the_list_begins_with_what_can_be_celebrated(couple: Run) -> None:
    couple.ok("milestone add far away --by 3 march")
    couple.ok("milestone add near --by tomorrow")
    couple.ok("milestone add done")
    couple.ok("milestone celebrate done")
    page = couple.at("2026-11-30T18:00").ok("milestone").out

    places = [page.index(word) for word in ("REACHED", "Near", "TO COME", "Far", "CELEBRATED")]
    assert places == sorted(places)


def test_an_empty_list_says_how_to_begin(couple: Run) -> None:
    assert "repairlog milestone add" in couple.ok("milestone").out


def test_an_agreed_milestone_is_not_reworded_by_one(couple: Run) -> None:
    couple.ok("milestone add a hundred days")
    couple.ok("amend m1 a hundred good days")
    couple.ok("--as Sam agree m1")

    assert "Both agreed to m1" in couple.refused("amend m1 ninety days")


def test_agree_by_words_lists_only_what_waits(couple: Run) -> None:
    couple.ok("milestone add our first milestone --by in 3 days")
    couple.ok("--as Sam agree m1")
    couple.ok("milestone add a week milestone --by in 5 days")

    assert "m2" in couple.ok("--as Sam agree milestone").out
    assert "fits no proposal that waits" in couple.refused("--as Sam agree milestone")
