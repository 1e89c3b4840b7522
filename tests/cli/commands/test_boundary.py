"""`boundary`: named, agreed, crossed, put right, revised and let go."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands.conftest import Untouched
from tests.program import Run
from tests.sitting import ENTER, Sitting

ASK = "boundary add we ask before opening a phone --value privacy --means I hand mine over"


def shown(run: Run, ref: str = "b1") -> Any:
    return run.ok(f"boundary show {ref} --json").report["boundary"]


@pytest.fixture
def agreed(couple: Run) -> Run:
    """A boundary of Ana's that both agreed to."""
    couple.ok(ASK)
    couple.ok("--as Sam agree b1")
    return couple


@pytest.fixture
def crossed(agreed: Run) -> Run:
    """The same, crossed once."""
    agreed.ok("boundary crossed b1 --what I could not sleep")
    return agreed


# -- add -----------------------------------------------------------------------------------------


def test_with_a_behaviour_it_is_proposed_in_the_same_command(couple: Run) -> None:
    done = couple.ok(
        "boundary add we ask before opening a phone --value Privacy "
        "--means I hand mine over --means we say so before --remedy we sit down "
        "--revisit in 4 weeks"
    )

    assert '"we ask before opening a phone" · privacy · revisit Mon 21 Dec' in done.out
    assert "It means: I hand mine over\n    It means: we say so before\n" in done.out
    assert "If it is crossed: we sit down" in done.out
    assert "repairlog agree p1" in done.out
    one = shown(couple)
    assert (one["draft"], one["agreed"], one["version"]) == (False, None, 1)
    assert one["means"] == ["I hand mine over", "we say so before"]
    assert [w["ref"] for w in one["waiting"]] == ["p1"]


def test_without_a_behaviour_it_is_a_draft_and_asks_nobody(couple: Run) -> None:
    done = couple.ok("boundary add no surprises")

    assert "a draft" in done.out
    assert "repairlog boundary revise b1 --means TEXT" in done.out
    assert shown(couple)["draft"]
    assert shown(couple)["waiting"] == []
    assert "waits" in couple.refused("--as Sam agree b1")


def test_json_names_all_that_was_written(couple: Run) -> None:
    rows = couple.ok(f"{ASK} --json").report["written"]

    assert [(row["ref"], row["kind"]) for row in rows] == [("b1", "boundary"), ("p1", "adoption")]


def test_it_binds_when_the_other_agrees(agreed: Run) -> None:
    one = shown(agreed)

    assert (one["agreed"], one["waiting"]) == ("2026-11-23", [])
    assert "agreed Mon 23 Nov" in agreed.ok("boundary list").out


def test_how_attainable_it_feels_is_kept_with_the_version(couple: Run) -> None:
    couple.ok(ASK)
    couple.ok("--as Sam agree p1 --attainable 3")

    assert shown(couple)["versions"][0]["attainable"] == 3


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("boundary add", 2, "There is no text"),
        (["boundary", "add", " "], 2, "empty"),
        ("boundary add x --means", 2, "--means"),
        ("boundary add x --value", 2, "--value"),
        (f"boundary add x --value {'v' * 41}", 2, "--value"),
        ("boundary add x --means y --revisit 2026-11-01", 1, "past"),
        ("boundary add x --means y --revisit 05/06/2027", 2, "could be"),
        ("boundary add x --means y --revisit someday", 2, "does not read"),
        ("boundary add x --together", 2, "draft"),
        ("boundary add x --means y --together", 2, "terminal"),
        ("boundary add x --means y --together --json", 2, "terminal"),
        ("boundary add x --means y --as Kim", 1, "Kim"),
        (["boundary", "add", "x", "--means", "a\x1b[31m"], 2, "\\x1b"),
        (["boundary", "add", "x" * 100_001], 2, "100,001"),
        (["boundary", "add", "x\udcff"], 2, "\\xff"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(
    couple: Run, untouched: Untouched, line: str | list[str], code: int, told: str
) -> None:
    with untouched():
        assert told in couple.refused(line, code=code)


def test_words_that_cannot_be_saved_are_shown_back(couple: Run) -> None:
    line = "boundary add the long words --means a seen thing --remedy sit down --revisit 2020-01-01"
    err = couple.refused(line)

    assert err.startswith("Not saved:\nthe long words\na seen thing\nsit down\n")


# -- alone, and with a partner who joins later -----------------------------------------------------


def test_alone_it_stands_as_ones_own_and_waits_for_the_other_to_join(alone: Run) -> None:
    done = alone.ok(ASK)
    assert "as your own" in done.out
    assert (shown(alone)["agreed"], shown(alone)["waiting"]) == (None, [])

    alone.at("2026-11-24T18:00").ok("settings partner Sam")
    assert [w["asks"] for w in shown(alone)["waiting"]] == ["Sam"]

    alone.at("2026-11-25T18:00").ok("--as Sam agree b1")
    assert (shown(alone)["agreed"], shown(alone)["waiting"]) == ("2026-11-25", [])


def test_what_was_ones_own_alone_can_still_be_retired_alone(alone: Run) -> None:
    alone.ok(ASK)
    alone.at("2026-11-24T18:00").ok("settings partner Sam")

    assert "let" in alone.refused("--as Sam boundary retire b1")
    assert "your own" in alone.ok("boundary retire b1").out
    assert shown(alone)["retired"] == "2026-11-24"
    assert "nothing left to answer" in alone.refused("--as Sam agree p1")


# -- revise --------------------------------------------------------------------------------------


def test_a_revision_holds_the_whole_next_version(agreed: Run) -> None:
    done = agreed.ok("boundary revise b1 --means I say so when I look --why it was too strict")

    assert '"we ask before opening a phone" · privacy' in done.out
    assert "It means: I say so when I look" in done.out
    assert "repairlog agree p2" in done.out
    assert shown(agreed)["means"] == ["I hand mine over"]

    agreed.ok("--as Sam agree b1")
    one = shown(agreed)
    assert (one["version"], one["means"], one["value"]) == (2, ["I say so when I look"], "privacy")
    assert [v["text"] for v in one["versions"]] == ["we ask before opening a phone"] * 2
    assert one["versions"][1]["why"] == "it was too strict"


def test_the_version_shown_is_what_binds(agreed: Run) -> None:
    agreed.ok("boundary revise b1 we knock")
    agreed.ok("--as Sam boundary revise b1 we wait --means we wait")
    assert "2 proposals" in agreed.refused("--as Sam agree b1")

    agreed.ok("--as Sam agree p2")

    assert (shown(agreed)["text"], shown(agreed)["means"]) == ("we knock", ["I hand mine over"])


def test_a_revision_that_is_declined_changes_nothing(agreed: Run) -> None:
    agreed.ok("boundary revise b1 we knock")
    agreed.ok("--as Sam decline b1 --why I need longer")

    assert (shown(agreed)["text"], shown(agreed)["waiting"]) == (
        "we ask before opening a phone",
        [],
    )
    assert "declined by Sam" in agreed.refused("--as Sam agree p2")


def test_a_draft_stands_once_its_author_names_a_behaviour_and_binds_once_both_agree(
    couple: Run,
) -> None:
    couple.ok("boundary add no surprises")
    done = couple.ok("boundary revise b1 --means we talk before spending")
    assert "Ana's own from now" in done.out
    assert (shown(couple)["draft"], shown(couple)["agreed"]) == (False, None)

    couple.ok("--as Sam agree b1")

    assert shown(couple)["agreed"] == "2026-11-23"
    assert shown(couple)["means"] == ["we talk before spending"]


def test_the_others_revision_of_a_draft_waits_for_its_author(couple: Run) -> None:
    couple.ok("boundary add no surprises")
    couple.ok("--as Sam boundary revise b1 --means we talk first")
    assert shown(couple)["draft"]

    couple.ok("agree b1")
    assert (shown(couple)["draft"], shown(couple)["agreed"]) == (False, "2026-11-23")


def test_words_revised_before_both_agreed_leave_only_the_latest_to_answer(couple: Run) -> None:
    couple.ok(ASK)
    couple.ok("boundary revise b1 we knock")
    couple.ok("--as Sam agree p2")

    assert shown(couple)["waiting"] == []
    assert "nothing left to answer" in couple.refused("--as Sam agree p1")
    assert "Nothing about b1 waits" in couple.refused("--as Sam agree b1")


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("boundary revise b1", 2, "not said what would change"),
        ("boundary revise b9 x", 1, "There is no b9"),
        ("boundary revise c1 x", 1, "There is no c1"),
        ("boundary revise kitchen x", 1, "fits no open boundary"),
        ("boundary revise b1 we ask before opening a phone", 1, "says so already"),
        ("boundary revise b1 --value PRIVACY", 1, "says so already"),
        ("boundary revise b1 --revisit 2020-01-01", 1, "past"),
        ("boundary revise b1 --together --value space", 2, "terminal"),
    ],
)
def test_a_revision_that_does_not_fit_is_told(
    agreed: Run, untouched: Untouched, line: str, code: int, told: str
) -> None:
    with untouched():
        assert told in agreed.refused(line, code=code)


def test_after_its_words_were_erased_the_next_version_needs_its_own(couple: Run) -> None:
    couple.ok("boundary add no surprises")
    couple.ok("erase b1")

    assert "were erased" in couple.refused("boundary revise b1 --means we talk first")
    couple.ok("boundary revise b1 we tell --means we talk first")
    assert shown(couple)["text"] == "we tell"


def test_the_words_of_what_both_agreed_to_are_not_amended(agreed: Run) -> None:
    assert "boundary revise b1" in agreed.refused("amend b1 other words")


def test_unanswered_words_can_be_amended(couple: Run) -> None:
    couple.ok(ASK)
    couple.ok("amend b1 we ask first")

    assert shown(couple)["text"] == "we ask first"


# -- honoured, crossed ---------------------------------------------------------------------------


def test_honoured_is_remembered_with_its_note(agreed: Run) -> None:
    agreed.ok("boundary honoured phone --note you knocked")

    assert [h["text"] for h in shown(agreed)["honoured"]] == ["you knocked"]


def test_a_crossing_restates_the_exact_words(agreed: Run) -> None:
    done = agreed.at("2026-11-25T08:00").ok("boundary crossed b1 --what it hurt --on monday 21:00")

    assert "b1 was crossed, Mon 23 Nov 21:00." in done.out
    assert 'What it says: "we ask before opening a phone"' in done.out
    assert "It means: I hand mine over" in done.out
    assert "repairlog boundary step b1 TEXT" in done.out


def test_a_crossing_of_an_earlier_day_restates_the_words_that_held_then(agreed: Run) -> None:
    agreed.at("2026-11-25T18:00").ok("boundary revise b1 we knock")
    agreed.at("2026-11-26T18:00").ok("--as Sam agree b1")
    assert "opening a phone" in agreed.ok("boundary crossed b1 --what it hurt --on 24 nov").out
    assert '"we knock"' in agreed.ok("boundary crossed b1 --what it hurt").out


def test_words_stay_exactly_as_they_were_typed(couple: Run) -> None:
    couple.ok(["boundary", "add", "We  ASK,\nalways", "--means", "a *star*"])
    done = couple.ok("boundary crossed b1 --what it hurt")

    assert 'What it says: "We  ASK,\nalways"' in done.out
    assert "It means: a *star*" in done.out


def test_one_that_the_other_has_not_agreed_to_says_whose_it_is(couple: Run) -> None:
    couple.ok(ASK)

    assert "Ana's own so far" in couple.ok("boundary crossed b1 --what it hurt").out


def test_a_crossing_needs_no_words(agreed: Run) -> None:
    done = agreed.ok("boundary crossed b1")

    assert "b1 was crossed" in done.out
    assert '"we ask before opening a phone"' in done.out
    assert shown(agreed)["crossed"][0]["what"] is None
    agreed.ok("boundary crossed b1 --json")
    pages = ("", "review --no-input", "boundary show b1", "log", "export", "timeline", "show e2")
    for page in pages:
        assert "None" not in agreed.ok(page).out, page
    assert "Ana saw" not in agreed.ok("review --no-input").out
    several = agreed.refused("boundary repaired b1")
    assert "Two crossings of b1 are open" in several
    assert "None" not in several


def test_a_terminal_asks_for_the_impact_and_takes_none_as_well(agreed: Run) -> None:
    with Sitting(["boundary", "crossed", "b1"]) as seat:
        seat.sees("What did it do to you", "(Enter leaves it out)")
        seat.press(ENTER)
        assert seat.ends() == 0
        assert "b1 was crossed" in seat.words
    assert [one["what"] for one in shown(agreed)["crossed"]] == [None]


def test_either_may_say_that_it_was_crossed(agreed: Run) -> None:
    agreed.ok("--as Sam boundary crossed b1 --what I looked, and it cost trust")

    assert [c["by"] for c in shown(agreed)["crossed"]] == ["Sam"]


def test_crossed_again_within_twelve_weeks_other_words_or_help_are_offered(agreed: Run) -> None:
    assert "support" not in agreed.ok("boundary crossed b1 --what it hurt").out
    agreed.at("2027-02-14T18:00")
    again = agreed.ok("--as Sam boundary crossed b1 --what it hurt").out

    assert "Twice in twelve weeks: other words may hold better" in again
    for line in ("boundary revise b1", "boundary pattern b1", "add support"):
        assert f"repairlog {line}" in again
        assert f"repairlog {line}" in agreed.ok("boundary show b1").out.replace("\n    ", " ")
    assert "Ana" not in again
    assert "crossed twice in twelve weeks" in agreed.ok("review --no-input").out
    assert shown(agreed)["crossed_lately"] == 2


def test_what_lies_more_than_twelve_weeks_back_is_held_against_no_boundary(agreed: Run) -> None:
    agreed.ok("boundary crossed b1 --what it hurt")
    agreed.at("2027-02-15T18:00")

    assert "twelve weeks" not in agreed.ok("boundary crossed b1 --what it hurt").out
    assert "twelve weeks" not in agreed.ok("boundary show b1").out


def test_once_other_words_were_found_nothing_more_is_offered(agreed: Run) -> None:
    for _ in range(2):
        agreed.ok("boundary crossed b1 --what it hurt")
    agreed.at("2026-11-24T18:00").ok("boundary revise b1 --means we say when")
    assert "twelve weeks" in agreed.ok("boundary show b1").out
    agreed.ok("--as Sam agree b1")

    assert "twelve weeks" not in agreed.ok("boundary show b1").out
    assert "twelve weeks" in agreed.ok("boundary crossed b1 --what it hurt").out


def test_a_name_for_what_keeps_happening_is_shown_once_both_gave_it(crossed: Run) -> None:
    crossed.ok("boundary pattern b1 secrecy")
    assert "“secrecy”" not in crossed.ok("review --no-input").out
    assert "Sam" in crossed.refused("agree p2")
    crossed.ok("--as Sam agree p2")

    for page in ("timeline", "agreement", "export --since today"):
        assert "“secrecy”" in crossed.ok(page).out, page
    assert "both call what keeps happening “secrecy”" in crossed.ok("review --no-input").out
    assert "“secrecy”  named by both" in crossed.ok("boundary show b1").out
    assert shown(crossed)["patterns"] == ["secrecy"]


def test_no_line_asks_for_details(couple: Run) -> None:
    told = couple.ok("boundary crossed --help").out

    assert "no details" in told


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("boundary crossed b1 --what", 2, "--what"),
        ("boundary crossed b1 --what it --on tomorrow", 1, "still ahead"),
        ("boundary crossed b1 --what it --on 2026-11-01", 1, "before that"),
        ("boundary crossed b2 --what it", 1, "draft"),
        ("boundary crossed b7 --what it", 1, "There is no b7"),
        ("boundary crossed we --what it", 1, "fits two open boundaries"),
        ("boundary honoured", 2, "REF"),
        ("boundary honoured b7", 1, "There is no b7"),
    ],
)
def test_an_event_that_does_not_fit_is_told(
    agreed: Run, untouched: Untouched, line: str, code: int, told: str
) -> None:
    agreed.ok("boundary add we will see")
    with untouched():
        assert told in agreed.refused(line, code=code)


# -- steps and repair ----------------------------------------------------------------------------


def test_a_step_is_a_promise_about_the_latest_open_crossing(crossed: Run) -> None:
    done = crossed.ok("--as Sam boundary step b1 talk it through --by sunday 10:00")

    assert "c1  Talk it through · by Sun 29 Nov 10:00 · repairs b1 of Mon 23 Nov." in done.out
    [crossing] = shown(crossed)["crossed"]
    assert [(s["ref"], s["who"], s["by"]) for s in crossing["steps"]] == [
        ("c1", "Sam", "2026-11-29")
    ]
    crossed.ok("--as Sam deliver c1")
    assert shown(crossed)["crossed"][0]["steps"][0]["standing"] == "kept"


def test_a_step_for_the_other_is_a_proposal(crossed: Run) -> None:
    rows = crossed.ok("boundary step b1 phone in the hall --who sam --json").report["written"]
    assert [row["kind"] for row in rows] == ["commitment", "adoption"]
    assert "waits for Sam's yes" in crossed.refused("--as Sam deliver c1")
    assert "Sam's promise" in crossed.refused("deliver c1")

    crossed.ok("--as Sam agree c1")
    crossed.ok("--as Sam deliver c1")


def test_a_step_that_is_declined_is_waited_for_no_longer(crossed: Run) -> None:
    crossed.ok("boundary step b1 phone in the hall --who Sam")
    crossed.ok("--as Sam decline c1 --why another way suits me")

    assert shown(crossed)["crossed"][0]["steps"][0]["standing"] == "declined"
    assert "declined" in crossed.refused("--as Sam deliver c1")
    crossed.ok("boundary repaired b1")


def test_without_a_crossing_a_step_is_about_the_boundary(agreed: Run) -> None:
    assert "repairs b1." in agreed.ok("boundary step b1 lock the drawer").out


def test_it_is_not_repaired_while_a_step_is_open(crossed: Run, untouched: Untouched) -> None:
    crossed.ok("--as Sam boundary step b1 talk it through --by sunday")
    crossed.ok("boundary step b1 phone in the hall --who Sam")
    with untouched():
        err = crossed.refused("boundary repaired b1 --note all well")
    assert "Two steps are still open" in err
    assert "c1   Sam: Talk it through · by Sun 29 Nov" in err
    assert "repairlog --as Sam deliver c1" in err
    assert "repairlog --as Sam agree c2" in err

    crossed.ok("--as Sam agree c2")
    crossed.ok("--as Sam deliver c1 c2")
    crossed.ok("boundary repaired b1 --note all well")
    assert shown(crossed)["crossed"][0]["repaired"] == "2026-11-23"


def test_an_overdue_step_is_open(crossed: Run) -> None:
    crossed.ok("boundary step b1 talk --by tomorrow")

    assert "still open" in crossed.at("2026-12-20T18:00").refused("boundary repaired b1")


def test_of_two_open_crossings_it_is_said_which_is_repaired(crossed: Run) -> None:
    crossed.at("2026-11-24T18:00").ok("boundary crossed b1 --what again")
    err = crossed.refused("boundary repaired b1")
    refs = [c["ref"] for c in shown(crossed)["crossed"]]
    assert all(ref in err for ref in refs)

    crossed.ok(f"boundary repaired {refs[0]}")
    assert "already" in crossed.refused(f"boundary repaired {refs[0]}")
    crossed.ok("boundary repaired b1")
    assert "No crossing of b1 is open" in crossed.refused("boundary repaired b1")


def test_a_step_can_name_its_crossing(crossed: Run) -> None:
    crossed.at("2026-11-24T18:00").ok("boundary crossed b1 --what again")
    first, second = (c["ref"] for c in shown(crossed)["crossed"])

    crossed.ok("boundary step b1 for the latest")
    crossed.ok(f"boundary step {first} for the first")

    steps = {c["ref"]: [s["text"] for s in c["steps"]] for c in shown(crossed)["crossed"]}
    assert steps == {first: ["for the first"], second: ["for the latest"]}
    assert "still open" in crossed.refused(f"boundary repaired {first}")


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("boundary step b1", 2, "repairlog boundary step REF TEXT"),
        ("boundary step b1 talk --who Kim", 1, "Kim"),
        ("boundary step b1 talk --by 2020-01-01", 1, "before"),
        ("boundary step b1 talk --by someday", 2, "does not read"),
        ("boundary step e99 talk", 1, "There is no e99"),
        ("boundary step e1 talk", 1, "not a crossing"),
        ("boundary step b9 talk", 1, "There is no b9"),
        ("boundary repaired e1", 1, "not a crossing"),
    ],
)
def test_a_step_that_does_not_fit_is_told(
    crossed: Run, untouched: Untouched, line: str, code: int, told: str
) -> None:
    with untouched():
        assert told in crossed.refused(line, code=code)


# -- retire, pattern -----------------------------------------------------------------------------


def test_unagreed_its_author_alone_retires_it_at_once(couple: Run) -> None:
    couple.ok(ASK)
    assert "Ana's own" in couple.refused("--as Sam boundary retire b1")
    couple.ok("boundary retire b1 --why it was too much")

    assert shown(couple)["retired"] == "2026-11-23"
    assert shown(couple)["waiting"] == []
    assert "was retired" in couple.refused("boundary retire b1")
    assert "was retired" in couple.refused("boundary crossed b1 --what it")
    assert "was retired" in couple.refused("boundary honoured b1")
    assert "was retired" in couple.refused("boundary revise b1 x")
    assert "nothing left to answer" in couple.refused("--as Sam agree p1")


@pytest.mark.parametrize("who", ["Ana", "Sam"])
def test_agreed_it_takes_both_to_retire(agreed: Run, who: str) -> None:
    other = {"Ana": "Sam", "Sam": "Ana"}[who]
    agreed.ok(f"--as {who} boundary retire b1")
    assert shown(agreed)["retired"] is None
    assert "waits for an answer already" in agreed.refused(f"--as {who} boundary retire b1")
    assert "own proposal" in agreed.refused(f"--as {who} agree p2")

    agreed.ok(f"--as {other} agree b1")
    assert shown(agreed)["retired"] == "2026-11-23"


def test_a_crossing_can_still_be_put_right_after_it_was_retired(crossed: Run) -> None:
    crossed.ok("boundary retire b1")
    crossed.ok("--as Sam agree b1")

    crossed.ok("boundary step b1 talk")
    crossed.ok("deliver c1")
    crossed.ok("boundary repaired b1")
    assert "was retired" in crossed.refused("boundary step b1 talk more")


def test_the_name_of_a_pattern_takes_both(crossed: Run) -> None:
    crossed.ok("boundary pattern b1 secrecy at night")
    assert shown(crossed)["patterns"] == []

    crossed.ok("--as Sam agree b1")
    assert shown(crossed)["patterns"] == ["secrecy at night"]
    assert "called so already" in crossed.refused("boundary pattern b1 Secrecy at night")
    assert "There is no text" in crossed.refused("boundary pattern b1", code=2)


def test_a_pattern_can_be_named_at_a_crossing(crossed: Run) -> None:
    [ref] = [c["ref"] for c in shown(crossed)["crossed"]]
    crossed.ok(f"boundary pattern {ref} withdrawal")
    crossed.ok("--as Sam decline b1")

    assert shown(crossed)["patterns"] == []


# -- taken back, put right, private --------------------------------------------------------------


def test_undo_takes_the_boundary_and_its_proposal_back_together(couple: Run) -> None:
    couple.ok(ASK)
    done = couple.ok("undo")

    assert "b1" in done.out
    assert "p1" in done.out
    assert "was taken back" in couple.refused("boundary show b1")
    assert couple.ok("boundary list --json").report["boundaries"] == []
    assert '"b2"' in couple.ok(f"{ASK} --json").out


def test_what_the_other_answered_is_not_undone(agreed: Run) -> None:
    assert "answered" in agreed.refused("undo")


def test_an_undone_crossing_is_none(crossed: Run) -> None:
    crossed.ok("undo")

    assert shown(crossed)["crossed"] == []
    assert "No crossing" in crossed.refused("boundary repaired b1")


def test_an_undone_yes_waits_again(agreed: Run) -> None:
    agreed.ok("--as Sam undo")

    assert shown(agreed)["agreed"] is None
    agreed.ok("--as Sam agree b1")


@pytest.mark.parametrize("line", ["boundary", "boundary list --json", "trigger list", "milestone"])
def test_looking_for_private_things_makes_no_file(
    couple: Run, journal_path: Path, line: str
) -> None:
    couple.ok(f"{line} --private")

    assert [path.name for path in journal_path.parent.iterdir()] == ["journal.db"]


def test_a_private_boundary_leaves_no_trace_in_the_shared_file(
    couple: Run, journal_path: Path
) -> None:
    couple.ok("boundary add my hidden rule --means a hidden behaviour --private")

    assert b"hidden" not in journal_path.read_bytes()
    assert couple.ok("boundary list --json").report["boundaries"] == []
    own = couple.ok("boundary list --private --json").report["boundaries"]
    assert [one["text"] for one in own] == ["my hidden rule"]
    assert "There is no b1" in couple.refused("boundary show b1")


# -- the pages -----------------------------------------------------------------------------------


def test_the_list_goes_by_value_with_drafts_and_retired_ones_apart(couple: Run) -> None:
    couple.ok("boundary add we rest --value space --means a closed door")
    couple.ok("boundary add we tell --value honesty --means the same day")
    couple.ok("boundary add kindness")
    couple.ok("boundary add over --means it is over")
    couple.ok("boundary retire b4")

    for line in ("boundary", "boundary list"):
        page = couple.ok(line).out
        order = ["HONESTY", "we tell", "SPACE", "we rest", "DRAFTS", "kindness", "RETIRED", "over"]
        places = [page.index(words) for words in order]
        assert places == sorted(places)
    refs = [one["ref"] for one in couple.ok("boundary --json").report["boundaries"]]
    assert refs == ["b2", "b1", "b3", "b4"]


def test_an_empty_list_says_how_to_begin(couple: Run) -> None:
    assert "repairlog boundary add" in couple.ok("boundary").out


def test_the_page_of_one_tells_its_whole_history(crossed: Run) -> None:
    crossed.ok("--as Sam boundary step b1 talk it through --by sunday")
    crossed.ok("boundary honoured b1 --note you knocked")
    crossed.ok("boundary revise b1 we knock --why fewer words")
    crossed.ok("--as Sam agree b1 --attainable 6")
    page = crossed.ok("boundary show b1").out

    for words in (
        "“we knock”",
        "Named by Ana on Mon 23 Nov, first agreed by both on Mon 23 Nov.",
        "“I could not sleep”",
        "↻ c1  Talk it through",
        "you knocked",
        "1.   “we ask before opening a phone”",
        "2.   “we knock”",
        "fewer words",
        "6 of 10",
    ):
        assert words in page
    assert max(map(len, page.splitlines())) <= 80


def test_a_waiting_version_is_shown_whole_to_who_answers(agreed: Run) -> None:
    agreed.ok("boundary revise b1 we knock --means three times --why so it is heard")
    page = " ".join(agreed.ok("--as Sam boundary show b1").out.split())

    assert "repairlog --as Sam agree p2" in page
    assert "three times" in page
    assert "so it is heard" in page


def test_a_name_is_proposed_once(crossed: Run, untouched: Untouched) -> None:
    crossed.ok("boundary pattern b1 secrecy")
    with untouched():
        assert "waits for Sam" in crossed.refused("boundary pattern b1 Secrecy")
        assert "repairlog --as Sam agree p2" in crossed.refused(
            "--as Sam boundary pattern b1 secrecy"
        )
    crossed.ok("--as Sam decline p2")

    crossed.ok("--as Sam boundary pattern b1 secrecy")
    crossed.ok("agree p3")
    with untouched():
        assert "called so already" in crossed.refused("boundary pattern e3 secrecy")


# -- repaired, in every way that a step can be open -----------------------------------------------


@pytest.fixture
def with_step(crossed: Run) -> Run:
    """A crossing that Ana saw, with a step of Sam's."""
    crossed.ok("--as Sam boundary step b1 talk it through --by sunday")
    return crossed


def repaired(run: Run) -> str | None:
    found: str | None = shown(run)["crossed"][-1]["repaired"]
    return found


@pytest.mark.parametrize(
    "closes",
    [
        ["--as Sam deliver c1"],
        ["--as Sam release c1", "agree p2"],
        ["--as Sam miss c1 --own I forgot"],
    ],
)
def test_a_step_that_was_taken_up_again_leaves_nothing_repaired(
    with_step: Run, closes: list[str]
) -> None:
    for line in closes:
        assert "still open" in with_step.refused("boundary repaired b1")
        with_step.ok(line)
    with_step.ok("boundary repaired b1")
    assert repaired(with_step) == "2026-11-23"

    by = "--as Sam" if "agree" not in closes[-1] else ""
    if by:
        with_step.ok("--as Sam undo")
    else:
        with_step.ok("undo")  # the word of repair, then the yes to letting it go
        with_step.ok("undo")
    assert repaired(with_step) is None
    assert "crossed" in with_step.ok("--as Sam review --no-input").out


def test_once_it_is_done_after_all_it_is_repaired_again(with_step: Run) -> None:
    with_step.ok("--as Sam deliver c1")
    with_step.ok("boundary repaired b1")
    with_step.ok("--as Sam undo")
    assert "still open" in with_step.refused("boundary repaired b1")
    with_step.ok("--as Sam deliver c1")

    assert repaired(with_step) == "2026-11-23"
    assert "repaired on Mon 23 Nov already" in with_step.refused("boundary repaired e3")


def test_no_step_is_added_to_what_is_repaired(crossed: Run, untouched: Untouched) -> None:
    crossed.ok("boundary repaired e3")
    with untouched():
        for line in ("boundary step e3 talk", "commit talk --repairs e3"):
            assert "e3 was repaired on Mon 23 Nov already" in crossed.refused(line)


def test_what_makes_an_owned_step_good_is_a_step_too(with_step: Run) -> None:
    with_step.ok("--as Sam miss c1 --own I forgot --repair we talk on tuesday --by tuesday")

    assert "c2" in with_step.refused("boundary repaired b1")
    with_step.ok("--as Sam deliver c2")
    with_step.ok("boundary repaired b1")


def test_a_step_that_was_declined_binds_no_one_and_holds_nothing_open(crossed: Run) -> None:
    crossed.ok("boundary step b1 see someone --who Sam")
    assert "still open" in crossed.refused("boundary repaired b1")
    crossed.ok("--as Sam decline c1")

    assert [one["ref"] for one in crossed.ok("--json").report["crossed"]] == ["e3"]
    crossed.ok("boundary repaired b1")
    assert crossed.ok("--json").report["crossed"] == []


# -- history is never rewritten ------------------------------------------------------------------


@pytest.fixture
def reworded(crossed: Run) -> Run:
    """The same, crossed in its first words; then both agreed to others."""
    crossed.ok("boundary revise b1 the phone stays in the kitchen --means not in bed")
    crossed.ok("--as Sam agree b1")
    return crossed


@pytest.mark.parametrize("page", ["review --no-input", "export", "boundary show b1"])
def test_a_crossing_restates_the_words_that_it_crossed(reworded: Run, page: str) -> None:
    shown = " ".join(reworded.ok(page).out.split())

    assert "“we ask before opening a phone”" in shown
    assert "it read" in shown


def test_nobodys_yes_stands_under_words_that_came_later(reworded: Run) -> None:
    history = reworded.ok("show b1 --json").report["history"]
    page = " ".join(reworded.ok("show b1").out.split())

    assert [one["ref"] for one in history if one["kind"] in ("adoption", "revision")] == [
        "p1",
        "p2",
    ]
    assert "boundary b1: We ask before opening a phone · agreed" in page
    assert "new words for b1: The phone stays in the kitchen · agreed" in page


def test_a_crossing_of_words_that_stood_as_ones_own_keeps_them(couple: Run) -> None:
    couple.ok(ASK)
    couple.ok("boundary revise b1 we knock --means we wait")
    couple.ok("boundary crossed b1")
    couple.ok("--as Sam agree p1")

    report = couple.ok("review --no-input --json").report
    [crossing] = report["boundaries"]["crossed"]
    assert crossing["restated"] == "we knock"


def test_the_log_tells_a_crossing_in_the_words_that_it_crossed(agreed: Run) -> None:
    agreed.ok("boundary crossed b1")
    agreed.ok("boundary revise b1 the phone stays in the kitchen --means not in bed")
    agreed.ok("--as Sam agree b1")

    page = " ".join(agreed.ok("log --kind crossing").out.split())
    assert "We ask before opening a phone" in page
