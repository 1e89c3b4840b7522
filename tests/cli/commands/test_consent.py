"""`agree` and `decline`: by the other person only, to the version shown, never held against one."""

from __future__ import annotations

import pytest

from tests.cli.commands.conftest import Untouched
from tests.program import Run


@pytest.fixture
def proposed(couple: Run) -> Run:
    """p1 releases Ana's c1, p2 moves it, p3 releases c2."""
    couple.ok("commit call my mother --by fri")
    couple.ok("commit text when leaving --every day")
    couple.ok("release c1")
    couple.ok("renegotiate c1 --by sunday")
    couple.ok("release c2")
    return couple


@pytest.mark.parametrize("ref", ["p3", "3", "c2", "C2"])
def test_by_the_proposals_reference_or_the_things_own(proposed: Run, ref: str) -> None:
    done = proposed.ok(f"agree {ref} --as Sam")

    assert "p3  release c2: Text when leaving · agreed. It binds from now." in done.out
    assert "Written by Sam" in done.out


def test_the_things_own_serves_while_exactly_one_waits(proposed: Run, untouched: Untouched) -> None:
    with untouched():
        err = proposed.refused("agree c1 --as Sam")
    assert "2 proposals about c1 wait" in err
    assert "p1   release c1" in err
    assert "p2   new terms for c1" in err

    proposed.ok("decline p1 --as Sam")
    proposed.ok("agree c1 --as Sam")
    assert "Nothing about c1 waits" in proposed.refused("agree c1 --as Sam")


def test_one_named_twice_is_answered_once(proposed: Run) -> None:
    rows = proposed.ok("agree c2 p3 3 --as Sam --json").report["written"]

    assert [row["kind"] for row in rows] == ["assent"]


def test_who_agrees_to_a_boundary_reads_what_it_means(proposed: Run) -> None:
    proposed.ok("boundary add we ask --means I hand it over --means I say so")
    done = proposed.ok("agree b1 --as Sam").out

    assert "It means: I hand it over\n    It means: I say so\n" in done
    proposed.ok("boundary revise b1 --means I knock")
    assert "It means: I knock" in proposed.ok("agree b1 --as Sam").out


def test_several_at_once_all_or_none(proposed: Run, untouched: Untouched) -> None:
    with untouched():
        proposed.refused("agree p2 p9 --as Sam")
        proposed.refused("agree p2 c1 --as Sam")
    rows = proposed.ok("agree p2 c2 --as Sam --json").report["written"]

    assert [row["kind"] for row in rows] == ["assent", "assent"]


@pytest.mark.parametrize("verb", ["agree", "decline"])
@pytest.mark.parametrize(
    ("rest", "code", "told"),
    [
        ("p1", 1, "Ana's own proposal"),
        ("p9 --as Sam", 1, "There is no p9"),
        ("c9 --as Sam", 1, "There is no c9"),
        ("e1 --as Sam", 1, "Nothing about e1 waits"),
        ("--as Sam", 2, "REF"),
        ("p1 --as Kim", 1, "Kim"),
        ("nothing --as Sam", 1, "fits no"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(
    proposed: Run, untouched: Untouched, verb: str, rest: str, code: int, told: str
) -> None:
    with untouched():
        assert told in proposed.refused(f"{verb} {rest}", code=code)


@pytest.mark.parametrize("number", ["11", "-1", "7.5", "seven", ""])
def test_how_attainable_is_a_number_from_0_to_10(
    proposed: Run, untouched: Untouched, number: str
) -> None:
    with untouched():
        proposed.refused(["agree", "p3", "--as", "Sam", "--attainable", number], code=2)
    proposed.ok("agree p3 --as Sam --attainable 0")


def test_answered_is_answered(proposed: Run, untouched: Untouched) -> None:
    proposed.ok("agree p3 --as Sam")
    proposed.ok("decline p1 --as Sam --why I need it")
    with untouched():
        assert "agreed already" in proposed.refused("agree p3 --as Sam")
        assert "agreed already" in proposed.refused("decline p3 --as Sam")
        assert "declined by Sam" in proposed.refused("agree p1 --as Sam")
        assert "declined by Sam" in proposed.refused("decline p1 --as Sam")


def test_a_no_is_said_kindly(proposed: Run) -> None:
    done = proposed.ok("decline p3 --as Sam")

    assert "Nothing changes, and that is all right." in done.out


def test_alone_nothing_waits(alone: Run) -> None:
    alone.ok("commit call")
    alone.ok("release c1")

    assert "one person in this journal" in alone.refused("agree p1")


def test_what_was_taken_back_cannot_be_answered(proposed: Run) -> None:
    proposed.ok("undo")

    assert "was taken back" in proposed.refused("agree p3 --as Sam")
    assert "Nothing about c2 waits" in proposed.refused("agree c2 --as Sam")


def test_who_declines_for_the_other_is_told_how_the_other_declines(couple: Run) -> None:
    couple.ok("boundary add phones --means we ask")

    assert "repairlog --as Sam decline p1" in couple.refused("decline p1")


# -- the version that was shown ------------------------------------------------------------------


def test_older_words_of_a_boundary_do_not_come_back_once_newer_ones_hold(couple: Run) -> None:
    couple.ok("boundary add we ask --means we ask first")
    couple.ok("agree b1 --as Sam")
    couple.ok("boundary revise b1 we knock")
    couple.ok("boundary revise b1 we knock twice")
    couple.ok("agree p3 --as Sam")

    assert "b1 has changed since p2" in couple.refused("agree p2 --as Sam")
    assert "we knock twice" in couple.ok("boundary show b1").out


def test_a_boundary_is_not_retired_in_words_that_came_later(couple: Run) -> None:
    couple.ok("boundary add we ask --means we ask first")
    couple.ok("agree b1 --as Sam")
    couple.ok("boundary retire b1")
    couple.ok("boundary revise b1 we knock --as Sam")
    couple.ok("agree p3")

    assert "b1 has changed since p2" in couple.refused("agree p2 --as Sam")
    done = couple.ok("boundary retire b1")
    assert 'retire "we knock"' in done.out
    assert "retire b1: We knock" in couple.ok("agree p4 --as Sam").out


def test_older_terms_do_not_come_back_once_newer_ones_hold(couple: Run) -> None:
    couple.ok("commit call --by fri")
    couple.ok("renegotiate c1 --by sunday")
    couple.ok("renegotiate c1 --by 2026-12-04")
    couple.ok("agree p2 --as Sam")

    assert "c1 has changed since p1" in couple.refused("agree p1 --as Sam")
    assert couple.ok("ledger --json").report["commitments"][0]["by"] == "2026-12-04"


@pytest.mark.parametrize(
    "line", ["renegotiate c1 --at 20:00", "ease c1 --until sunday", "release c1"]
)
def test_of_what_was_released_nothing_waits(couple: Run, line: str) -> None:
    couple.ok("commit call --every day")
    couple.ok(f"{line} --as Sam")
    if not line.startswith("release"):
        couple.ok("release c1 --as Sam")
    released = "p1" if line.startswith("release") else "p2"
    couple.ok(f"agree {released}")

    told = couple.refused("agree p1")
    assert "has changed" in told or "agreed already" in told
    assert couple.ok("--json").report["waiting"] == []


def test_a_promise_that_was_done_has_the_terms_that_it_was_done_by(couple: Run) -> None:
    couple.ok("commit call --by fri")
    couple.ok("renegotiate c1 --by today --at 17:00")
    couple.ok("deliver c1")

    assert "c1 has changed since p1" in couple.refused("agree p1 --as Sam")
    assert couple.ok("ledger --all --json").report["commitments"][0]["standing"] == "kept"


def test_no_page_says_that_a_proposal_waits_once_there_is_nothing_left_to_answer(
    proposed: Run,
) -> None:
    assert proposed.ok("show p2 --json").report["became"] == "waits"
    proposed.ok("agree p1 --as Sam")

    assert proposed.ok("show p2 --json").report["became"] == "outgrown"
    assert "there is nothing left to answer" in proposed.ok("show p2").out
    became = [e["became"] for e in proposed.ok("show c1 --json").report["history"]]
    assert became[:2] == ["agreed", None]
    assert "outgrown" in became
    assert "waits" not in became


def test_a_yes_says_what_comes_of_it_where_nothing_binds(couple: Run) -> None:
    couple.ok("boundary add privacy")
    assert "as Ana's own" not in couple.ok("boundary revise b1 privacy at night").out
    assert "does not bind" in couple.ok("agree b1 --as Sam").out

    couple.ok("boundary revise b1 --means I knock")
    assert "It binds from now" in couple.ok("agree b1 --as Sam").out
    couple.ok("erase b1")
    assert "gone from this journal, for good" in couple.ok("agree b1 --as Sam").out


@pytest.mark.parametrize(
    ("wrote", "erased", "proposal"),
    [
        (["agreement rule no shouting"], "p1", "p1"),
        (["agreement response time-out ten minutes apart"], "p1", "p1"),
        (["boundary add privacy --means I knock"], "b1", "p1"),
        (["boundary add privacy", "boundary revise b1 space --means I knock"], "p1", "p1"),
        (["milestone add a hundred days"], "m1", "p1"),
        (["setback I hid it --plan I say it first"], "c1", "p1"),
        (["talk the trip", "talk summary e2 both were sad"], "p1", "p1"),
    ],
)
def test_nobody_says_yes_to_words_that_were_erased(
    couple: Run, untouched: Untouched, wrote: list[str], erased: str, proposal: str
) -> None:
    for line in wrote:
        couple.ok(line)
    assert f"agree {proposal}" in couple.ok("--as Sam").out
    couple.ok(f"erase {erased}")

    assert "agree" not in couple.ok("--as Sam").out
    assert couple.ok("agreement --json").report["waiting"] == []
    with untouched():
        for word in ("agree", "decline"):
            assert "erased by Ana" in couple.refused(f"{word} {proposal} --as Sam")


def test_a_yes_to_other_words_is_said_to_be_void(couple: Run) -> None:
    couple.ok("boundary add we ask --means we ask first")
    couple.ok("agree b1 --as Sam")
    couple.ok("boundary revise b1 we knock")
    couple.ok("agree p2 --as Sam")

    done = couple.ok("amend p2 we knock twice")
    assert "binds no more until Sam says yes to this: repairlog agree p2" in done.out
    assert "we ask" in couple.ok("agreement").out
    couple.ok("agree p2 --as Sam")
    assert "we knock twice" in couple.ok("agreement").out


def test_both_rate_how_attainable_a_boundary_feels(couple: Run) -> None:
    couple.ok("boundary add we ask --means we ask first --attainable 9")
    couple.ok("agree b1 --as Sam --attainable 3")
    [one] = couple.ok("agreement --json").report["boundaries"]
    assert one["attainable"] == {"Ana": 9, "Sam": 3}

    couple.ok("boundary revise b1 we knock --attainable 5 --as Sam")
    couple.ok("agree p2 --attainable 6")
    [one] = couple.ok("agreement --json").report["boundaries"]
    assert (one["attainable"], one["version"]) == ({"Sam": 5, "Ana": 6}, 2)
    assert "draft" in couple.refused("boundary add no lies --attainable 5", code=2)


def test_the_words_of_what_is_over_can_still_be_erased_by_both_and_once(couple: Run) -> None:
    couple.ok("boundary add we ask --means we ask first")
    couple.ok("agree b1 --as Sam")
    couple.ok("boundary retire b1")
    couple.ok("agree p2 --as Sam")
    couple.ok("erase b1")
    assert "waits for an answer already (p3)" in couple.refused("erase b1")
    couple.ok("agree p3 --as Sam")
    assert "holds no words" in couple.refused("erase b1")


def test_a_milestone_that_was_celebrated_asks_for_no_yes(couple: Run) -> None:
    couple.ok("milestone add first walk")
    couple.ok("milestone celebrate m1")

    assert couple.ok("--json --as Sam").report["waiting"] == []
    assert "nothing was written" in couple.refused("agree m1 --as Sam")


def test_a_proposal_is_found_by_the_words_of_its_line(couple: Run, untouched: Untouched) -> None:
    couple.ok("commit book a table --by sunday")
    couple.ok("agreement rule ok --minutes 20")
    couple.ok(["agreement", "response", "time out", "we part"])
    couple.ok("agreement cadence daily --at 21:00")
    couple.ok("agreement cadence weekly --at 21:00")
    with untouched():
        assert "Ana's own proposal" in couple.refused("agree time out")
        assert "fits 2 proposals that wait" in couple.refused("agree check-ins --as Sam")
        assert "fits no proposal that waits" in couple.refused("agree sunshine --as Sam")
    assert "p2" in couple.ok("agree time out --as Sam").out
    assert "p1" in couple.ok("agree ok --as Sam").out
    assert "p3" in couple.ok("decline daily check-ins --as Sam").out


@pytest.mark.parametrize("command", ["agree", "decline"])
def test_which_of_several_is_said_with_the_command_that_was_typed(
    couple: Run, command: str
) -> None:
    couple.ok("milestone add a week of it")
    couple.ok("milestone add a month of it")

    for words in ("milestone", "of it"):
        told = couple.refused(f"--as Sam {command} {words}")
        assert f"Say which: repairlog --as Sam {command} p1" in told


@pytest.mark.parametrize(
    ("proposing", "words"),
    [
        ("agreement response timeout we part for a while --pause", "timeout"),
        ("agreement cadence weekly", "weekly"),
        ("milestone add a week by the sea", "sea"),
    ],
)
def test_a_proposal_is_found_by_the_words_that_the_page_has_for_it(
    couple: Run, proposing: str, words: str
) -> None:
    couple.ok(proposing)

    assert "p1" in couple.ok(f"--as Sam agree {words}").out


def test_words_of_what_waits_no_more_are_told_so(couple: Run) -> None:
    for words in ("a week of it", "a month of it"):
        couple.ok(f"milestone add {words}")
    couple.ok("--as Sam agree p1 p2")

    assert "'milestone' fits no proposal that waits" in couple.refused("--as Sam agree milestone")


def test_what_waits_for_words_is_answered_in_words(couple: Run) -> None:
    couple.ok("add need a quiet evening")

    told = couple.refused("--as Sam agree e2")
    assert "repairlog --as Sam answer e2 TEXT" in told


def test_the_other_is_told_calmly_that_a_yes_to_going_on_was_taken_back(couple: Run) -> None:
    couple.ok("consent growth")
    couple.ok("consent growth --withdraw")

    told = "Ana took back the yes to going on together"
    assert told in " ".join(couple.ok("--as Sam").out.split())
    assert told not in " ".join(couple.ok("--as Ana").out.split())
    assert told in " ".join(couple.ok("review --no-input").out.split())
