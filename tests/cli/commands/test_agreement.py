"""`agreement`: what is agreed beforehand, in versions that take both, and looked at again."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.commands.conftest import Untouched
from tests.program import Run

RULE = "agreement rule no name-calling"
LIMIT = "agreement rule talks take at most 45 minutes, safe topics: money, the children"
PAUSE = "agreement response time-out we part for twenty minutes"
DAILY = "agreement cadence daily --at 21:00"


def page(run: Run) -> Any:
    return run.ok("agreement --json").report


def rule(run: Run) -> Any:
    [one] = page(run)["rules"]
    return one


@pytest.fixture
def agreed(couple: Run) -> Run:
    """A limit of Ana's that both agreed to."""
    couple.ok(f"{LIMIT} --revisit in 4 weeks --attainable 9")
    couple.ok("--as Sam agree p1 --attainable 3")
    return couple


# -- proposing -------------------------------------------------------------------------------------


def test_a_rule_says_back_what_was_understood(couple: Run) -> None:
    done = couple.ok(f"{LIMIT} --revisit in 4 weeks --attainable 3")

    assert "p1  Ground rule: Talks take at most 45 minutes" in done.out
    assert "A talk takes at most 45 minutes." in done.out
    assert "Safe topics: money, the children." in done.out
    assert "on Mon 21 Dec" in done.out
    assert "How attainable Ana finds it: 3 of 10; other words may suit better." in done.out
    assert "p1: waits for Sam, who can say: repairlog agree p1" in done.out
    assert (page(couple)["rules"], [w["ref"] for w in page(couple)["waiting"]]) == ([], ["p1"])


def test_it_binds_once_the_other_says_yes(agreed: Run) -> None:
    one = rule(agreed)

    assert (one["minutes"], one["topics"]) == (45, ["money", "the children"])
    assert (one["by"], one["agreed_by"], one["agreed"]) == ("Ana", "Sam", "2026-11-23")
    assert one["attainable"] == {"Ana": 9, "Sam": 3}
    assert (one["version"], one["revisit"], one["lapsed"]) == (1, "2026-12-21", False)
    assert "Sam 3 of 10: other words may suit better" in agreed.ok("agreement").out


def test_the_options_overrule_the_words(couple: Run) -> None:
    couple.ok([*LIMIT.split(), "--minutes", "an hour", "--topics", "no", "--together"][:-1])
    couple.ok("agree p1 --as Sam")

    assert (rule(couple)["minutes"], rule(couple)["topics"]) == (60, [])


def test_json_names_what_was_written_and_asks_nothing(couple: Run) -> None:
    kinds = [
        couple.ok(f"{line} --json").report["written"][0]["kind"] for line in (RULE, PAUSE, DAILY)
    ]

    assert kinds == ["rule", "response", "cadence"]


def test_a_response_that_is_called_so_is_a_pause(couple: Run) -> None:
    assert "A pause, with a time to be back." in couple.ok(PAUSE).out
    assert "pause" not in couple.ok("agreement response walk we walk round the block").out
    assert "A pause" in couple.ok("agreement response quiet we are quiet --pause").out


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("agreement rule", 2, "There is no text"),
        ("agreement rule x --minutes soon", 2, "how long"),
        ("agreement rule x --attainable 11", 2, "0 to 10"),
        ("agreement rule x --revisit 2026-11-01", 1, "past"),
        ("agreement rule x --instead p9", 1, "There is no p9"),
        ("agreement rule x --instead sunshine", 1, "fits nothing"),
        ("agreement rule x --together", 2, "terminal"),
        ("agreement response", 2, "NAME"),
        ("agreement response pause", 2, "There is no text"),
        (f"agreement response {'x' * 41} y", 2, "up to 40"),
        ("agreement cadence hourly", 2, "none of daily"),
        ("agreement cadence daily --at noonish", 2, "time of day"),
        ("agreement cadence daily --off", 1, "No daily check-ins"),
        ("agreement cadence daily --off --at 21:00", 2, "--off"),
        ("agreement end p9", 1, "There is no p9"),
        ("agreement end sunshine", 1, "fits nothing"),
        ("agreement end", 2, "REF"),
        ("agreement revisit p9 --revisit sunday", 1, "There is no p9"),
        ("agreement revisit --revisit sunday", 2, "which part"),
        ("agreement rule x --private", 1, "both"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(
    couple: Run, untouched: Untouched, line: str, code: int, told: str
) -> None:
    with untouched():
        assert told in couple.refused(line, code=code)


def test_a_text_that_could_not_be_saved_is_shown_back(couple: Run) -> None:
    told = couple.refused("agreement rule hard talks end early --revisit 2026-11-01")
    assert "Not saved:\nhard talks end early" in told


# -- who may say what ------------------------------------------------------------------------------


def test_the_proposer_does_not_answer_for_the_other(couple: Run, untouched: Untouched) -> None:
    for line in (RULE, PAUSE, DAILY):
        couple.ok(line)
    with untouched():
        for ref in ("p1", "p2", "p3"):
            assert "Ana's own proposal" in couple.refused(f"agree {ref}")
            assert "Ana's own proposal" in couple.refused(f"decline {ref}")


def test_an_answer_is_given_once(agreed: Run, untouched: Untouched) -> None:
    with untouched():
        assert "agreed already" in agreed.refused("agree p1 --as Sam")
        assert "agreed already" in agreed.refused("decline p1 --as Sam")


def test_what_was_declined_can_be_proposed_anew(couple: Run) -> None:
    couple.ok(RULE)
    assert "that is all right" in couple.ok("decline p1 --as Sam").out
    assert page(couple)["rules"] == page(couple)["waiting"] == []
    assert "declined" in couple.refused("agree p1 --as Sam")

    couple.ok(RULE)
    couple.ok("agree p2 --as Sam")
    assert rule(couple)["version"] == 1


def test_what_was_taken_back_waits_no_more(couple: Run) -> None:
    couple.ok(RULE)
    couple.ok("undo")
    assert "taken back" in couple.refused("agree p1 --as Sam")


def test_what_was_answered_is_not_taken_back(agreed: Run) -> None:
    assert "has answered" in agreed.refused("undo")
    agreed.ok("undo --as Sam")
    assert page(agreed)["rules"] == []
    agreed.ok("undo")


def test_words_that_are_put_right_need_a_new_yes(couple: Run) -> None:
    couple.ok(RULE)
    couple.ok("agree p1 --as Sam")
    couple.ok("amend p1 no name-calling and no sneering")
    assert [w["ref"] for w in page(couple)["waiting"]] == ["p1"]
    couple.ok("agree p1 --as Sam")
    assert rule(couple)["text"] == "no name-calling and no sneering"


def test_a_limit_is_changed_by_a_version_not_by_an_amendment(
    couple: Run, untouched: Untouched
) -> None:
    couple.ok(LIMIT)
    with untouched():
        told = couple.refused("amend p1 talks take at most 30 minutes")
    assert "agreement rule" in told
    assert "--instead p1" in told


def test_both_have_to_agree_to_erase_it(agreed: Run) -> None:
    assert "waits for Sam" in agreed.ok("erase p1").out
    agreed.ok("agree p2 --as Sam")
    one = rule(agreed)
    assert (one["text"], one["topics"], one["minutes"]) == (None, [], 45)
    assert "erased by its author" in agreed.ok("agreement").out


# -- versions --------------------------------------------------------------------------------------


def test_the_next_version_leaves_as_it_was_what_is_not_said(agreed: Run) -> None:
    agreed.ok("agreement rule --instead p1 --minutes 30")
    agreed.ok("agree p2 --as Sam")
    one = rule(agreed)

    assert (one["ref"], one["version"], one["minutes"]) == ("p2", 2, 30)
    assert (one["topics"], one["revisit"]) == (["money", "the children"], "2026-12-21")


def test_other_words_take_what_the_words_said_with_them(agreed: Run) -> None:
    agreed.ok("agreement rule we stop when one of us asks --instead p1 --as Sam")
    agreed.ok("agree p2")

    assert (rule(agreed)["minutes"], rule(agreed)["topics"]) == (None, [])


def test_an_option_outlives_other_words(couple: Run) -> None:
    couple.ok(f"{RULE} --minutes 30")
    couple.ok("agreement rule no sneering --instead p1")
    couple.ok("agree p2 --as Sam")

    assert rule(couple)["minutes"] == 30


def test_the_things_own_reference_serves_while_one_answer_waits(agreed: Run) -> None:
    agreed.ok("agreement rule --instead p1 --minutes 30 --as Sam")
    assert "p2" in agreed.ok("agree p1").out
    assert rule(agreed)["version"] == 2


def test_several_that_wait_are_named(agreed: Run, untouched: Untouched) -> None:
    agreed.ok("agreement rule --instead p1 --minutes 30")
    agreed.ok("agreement end p1")
    with untouched():
        told = agreed.refused("agree p1 --as Sam")
    assert "p2" in told
    assert "p3" in told


def test_a_version_that_another_came_after_is_not_agreed_any_more(agreed: Run) -> None:
    agreed.ok("agreement rule --instead p1 --minutes 30")
    agreed.ok("agreement rule --instead p1 --minutes 20 --as Sam")
    agreed.ok("agree p3")

    assert "p3 holds by now" in agreed.refused("agree p2 --as Sam")
    assert rule(agreed)["minutes"] == 20


def test_what_is_said_already_is_not_said_twice(agreed: Run, untouched: Untouched) -> None:
    with untouched():
        told = agreed.refused("agreement rule --instead p1 --minutes 45")
    assert "says so already" in told
    agreed.ok(DAILY)
    assert "agree p2" in agreed.refused(f"{DAILY} --as Sam")


def test_the_same_name_is_the_next_version(couple: Run) -> None:
    couple.ok(PAUSE)
    couple.ok("agree p1 --as Sam")
    couple.ok(["agreement", "response", "Time-Out", "we part for half an hour"])
    couple.ok("agree p2 --as Sam")
    [one] = page(couple)["responses"]

    assert (one["name"], one["version"], one["pause"]) == ("time-out", 2, True)


def test_a_cadence_has_one_course(couple: Run) -> None:
    couple.ok(DAILY)
    couple.ok("agree p1 --as Sam")
    couple.ok("agreement cadence daily --at 20:00 --as Sam")
    couple.ok("agree p2")
    couple.ok("agreement cadence weekly")
    couple.ok("agree p3 --as Sam")
    assert [(c["cadence"], c["at"], c["version"]) for c in page(couple)["cadences"]] == [
        ("daily", "20:00", 2),
        ("weekly", None, 1),
    ]

    couple.ok("agreement cadence daily --off")
    couple.ok("agree p4 --as Sam")
    assert [c["cadence"] for c in page(couple)["cadences"]] == ["weekly"]


def test_every_version_is_read_from_any_of_them(agreed: Run) -> None:
    agreed.ok("agreement rule --instead p1 --minutes 30")
    agreed.ok("agree p2 --as Sam")
    for ref in ("p1", "p2"):
        report = agreed.ok(f"show {ref} --json").report
        assert [(v["number"], v["ref"], v["agreed"]) for v in report["versions"]] == [
            (1, "p1", True),
            (2, "p2", True),
        ]
        shown = agreed.ok(f"show {ref}").out
        assert "a talk takes at most 45 minutes" in shown
        assert "a talk takes at most 30 minutes" in shown


def test_the_agreement_of_an_earlier_day(agreed: Run) -> None:
    agreed.at("2026-12-01T18:00")
    agreed.ok("agreement rule --instead p1 --minutes 30")
    agreed.ok("agree p2 --as Sam")

    then = agreed.ok("agreement --as-of 2026-11-30 --json").report
    assert [one["minutes"] for one in then["rules"]] == [45]
    assert rule(agreed)["minutes"] == 30
    assert "began after" in agreed.refused("agreement --as-of 2026-11-01")


# -- ending ----------------------------------------------------------------------------------------


def test_an_end_takes_both(agreed: Run) -> None:
    assert "waits for Sam" in agreed.ok("agreement end money").out
    assert rule(agreed)["waiting"] == ["p2"]
    assert "waits for an answer already" in agreed.refused("agreement end p1 --as Sam")
    agreed.ok("agree p2 --as Sam")

    assert page(agreed)["rules"] == []
    assert "ended on Mon 23 Nov" in agreed.refused("agreement end p1")
    assert "ended on Mon 23 Nov" in agreed.refused("agreement rule x --instead p1")


def test_ones_own_that_nobody_agreed_to_ends_at_once(couple: Run, untouched: Untouched) -> None:
    couple.ok(RULE)
    with untouched():
        assert "Ana's own so far" in couple.refused("agreement end p1 --as Sam")
    assert "it ends now" in couple.ok("agreement end p1").out
    assert page(couple)["waiting"] == []
    assert "has ended" in couple.refused("agree p1 --as Sam")


# -- alone -----------------------------------------------------------------------------------------


def test_alone_everything_stands_as_ones_own(alone: Run) -> None:
    for line in (LIMIT, PAUSE, DAILY):
        assert "it stands as your own from now" in alone.ok(line).out
    report = page(alone)
    assert [len(report[name]) for name in ("rules", "responses", "cadences")] == [1, 1, 1]
    assert "it stands as Ana's own" in alone.ok("agreement").out

    alone.ok("agreement rule --instead p1 --minutes 30")
    assert rule(alone)["version"] == 2
    alone.ok("agreement end p4")
    assert page(alone)["rules"] == []


def test_what_stood_alone_waits_for_who_joins(alone: Run) -> None:
    alone.ok(LIMIT)
    alone.ok("settings partner Sam")
    one = rule(alone)

    assert (one["agreed"], one["waiting"]) == (None, ["p1"])
    assert "stands as Ana's own" in alone.ok("agreement").out
    alone.ok("agree p1 --as Sam")
    assert (rule(alone)["agreed_by"], rule(alone)["waiting"]) == ("Sam", [])


# -- looking at it again ---------------------------------------------------------------------------


def test_what_lapsed_holds_and_is_shown_everywhere(agreed: Run) -> None:
    agreed.at("2026-12-23T18:00")
    assert rule(agreed)["lapsed"]
    assert page(agreed)["due"] == ["p1"]
    assert "lapsed Mon 21 Dec; it holds" in agreed.ok("agreement").out
    assert "lapsed Mon 21 Dec" in agreed.ok().out
    assert "lapsed Mon 21" in agreed.ok("review --no-input").out
    assert "lapsed Mon 21 Dec" in agreed.ok("show p1").out


def test_off_a_terminal_what_is_due_is_listed_with_the_commands_for_it(agreed: Run) -> None:
    assert "the next day for it is Mon 21 Dec" in agreed.ok("agreement revisit").out
    agreed.at("2026-12-21T18:00")
    listed = agreed.ok("agreement revisit").out

    assert "repairlog agreement revisit p1 --revisit in 4 weeks" in listed
    assert "repairlog agreement rule TEXT… --instead p1" in listed
    assert "repairlog agreement end p1" in listed
    [one] = agreed.ok("agreement revisit --json").report["due"]
    assert set(one["commands"]) == {"fits", "reword", "end"}


def test_it_still_fits_once_both_say_so(agreed: Run) -> None:
    agreed.at("2026-12-23T18:00")
    done = agreed.ok("agreement revisit p1 --revisit in 4 weeks --attainable 6 --as Sam")
    assert "waits for Ana" in done.out
    assert rule(agreed)["lapsed"]
    assert "already (p2)" in agreed.refused("agreement revisit p1 --revisit sunday")
    [one] = agreed.ok("agreement revisit --json").report["due"]
    assert one["commands"]["agree"] == "repairlog agree p2"

    agreed.ok("agree p1")
    one = rule(agreed)
    assert (one["lapsed"], one["revisit"], one["version"]) == (False, "2027-01-20", 1)
    assert one["attainable"] == {"Ana": 9, "Sam": 6}


@pytest.mark.parametrize("day", ["", "--revisit today", "--revisit 2026-11-20"])
def test_the_next_day_lies_ahead(agreed: Run, untouched: Untouched, day: str) -> None:
    with untouched():
        assert agreed(f"agreement revisit p1 {day}").code in (1, 2)


def test_a_boundary_still_fits_without_a_new_version(couple: Run) -> None:
    couple.ok("boundary add we ask --means I ask --revisit in 1 week --attainable 9")
    couple.ok("agree b1 --as Sam")
    couple.at("2026-12-02T18:00")
    assert page(couple)["due"] == ["b1"]
    couple.ok("agreement revisit b1 --revisit in 4 weeks")
    couple.ok("agree b1 --as Sam")

    [one] = page(couple)["boundaries"]
    assert (one["version"], one["revisit"], one["due"]) == (1, "2026-12-30", False)
    assert couple.ok("boundary show b1 --json").report["boundary"]["revisit"] == "2026-12-30"


def test_a_renewal_of_words_that_changed_renews_nothing(agreed: Run) -> None:
    agreed.ok("agreement revisit p1 --revisit in 8 weeks")
    agreed.ok("agreement rule --instead p1 --minutes 30 --as Sam")
    agreed.ok("agree p3")
    assert "p3 holds by now" in agreed.refused("agree p2 --as Sam")


def test_ones_own_boundary_is_renewed_by_ones_own_word(couple: Run, untouched: Untouched) -> None:
    couple.ok("boundary add we ask --means I ask --revisit in 1 week")
    with untouched():
        told = couple.refused("agreement revisit b1 --revisit in 4 weeks --as Sam")
    assert "Ana's own so far" in told
    assert "that holds from now" in couple.ok("agreement revisit b1 --revisit in 4 weeks").out
    [one] = page(couple)["boundaries"]
    assert (one["revisit"], one["agreed"], one["waiting"]) == ("2026-12-21", None, ["p1"])


def test_a_boundary_of_ones_own_journal_is_looked_at_again_there(couple: Run) -> None:
    couple.ok("boundary add I rest --means a closed door --revisit today --private")
    assert "b1" in couple.ok("agreement revisit --private").out
    assert "b1" not in couple.ok("agreement revisit").out
    couple.ok("agreement revisit b1 --revisit in 4 weeks --private")
    [one] = couple.ok("agreement --private --json").report["boundaries"]
    assert (one["revisit"], one["due"]) == ("2026-12-21", False)


def test_a_draft_is_not_looked_at_again(couple: Run) -> None:
    couple.ok("boundary add no surprises")
    assert "does not bind" in couple.refused("agreement revisit b1 --revisit in 4 weeks")


# -- where it is told ------------------------------------------------------------------------------


def test_the_timeline_tells_of_it(agreed: Run) -> None:
    agreed.ok("agreement rule --instead p1 --minutes 30 --why it was too long")
    agreed.ok("agree p2 --as Sam")
    agreed.ok("agreement end p2")
    agreed.ok("agree p3 --as Sam")
    sorts = [e["sort"] for m in agreed.ok("timeline --json").report["months"] for e in m["events"]]
    assert [s for s in sorts if s in ("adopted", "reworded", "ended")] == [
        "adopted",
        "reworded",
        "ended",
    ]


def test_the_summary_holds_the_agreement_in_force(agreed: Run) -> None:
    agreed.ok(PAUSE)
    agreed.ok("agree p2 --as Sam")
    agreed.ok(DAILY)
    text = agreed.ok("export --week today").out.partition("## The agreement in force")[2]

    assert "### Ground rules" in text
    assert "- **p1** “talks take at most 45 minutes" in text
    assert "a talk takes at most 45 minutes" in text
    assert "how attainable it feels: Ana 9, Sam 3 of 10" in text
    assert "- **p2** “time-out”: “we part for twenty minutes”" in text
    assert "Daily check-ins" not in text


def test_where_a_length_stands_and_no_limit_is_understood_the_echo_says_so(couple: Run) -> None:
    told = " ".join(couple.ok("agreement rule 20 minutes for the dishes each evening").out.split())
    line = "agreement rule --instead p1 --minutes"

    assert "No limit for a talk was understood from these words. If they set one:" in told
    assert f"repairlog {line} N" in told
    assert "a talk takes at most 20 minutes" in couple.ok(f"{line} 20").out.lower()


def test_what_is_understood_is_said_whatever_else_the_rule_says(couple: Run) -> None:
    told = couple.ok("agreement rule hard talks take at most 45 minutes, after 9pm we stop").out

    assert "A talk takes at most 45 minutes." in told
    assert "understood" not in told
    assert "understood" not in couple.ok("agreement rule no name-calling").out
