"""`renegotiate`, `release`, `ease`: proposed by one, binding once the other agrees."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.commands.conftest import Untouched
from tests.program import Run


def standing(run: Run, ref: str = "c1") -> Any:
    rows = run.ok("ledger --all --json").report["commitments"]
    return next(row for row in rows if row["ref"] == ref)


@pytest.fixture
def promises(couple: Run) -> Run:
    """c1 once by Friday, c2 each weekday by 18:00."""
    couple.ok("commit call my mother --by fri 18:00")
    couple.ok("commit text when leaving --every weekday --at 18:00")
    return couple


def test_once_terms_bind_at_once_when_the_other_agrees(promises: Run) -> None:
    done = promises.ok("renegotiate c1 --by sunday --why the train is late")
    assert "c1  Call my mother · by Sun 29 Nov" in done.out
    assert "waits for Sam, who can say: repairlog agree p1" in done.out
    assert standing(promises)["by"] == "2026-11-27T18:00"

    promises.ok("agree c1 --as Sam")
    assert standing(promises)["by"] == "2026-11-29"


def test_recurring_terms_bind_from_the_day_after_the_open_window(promises: Run) -> None:
    promises.at("2026-11-25T12:00").ok("renegotiate c2 --at 20:00")
    promises.ok("agree p1 --as Sam")
    promises.at("2026-11-25T19:00").ok("deliver c2")
    promises.at("2026-11-26T19:00").ok("deliver c2")

    row = standing(promises, "c2")
    assert (row["at"], row["late"], row["kept"]) == ("20:00", 1, 1)


def test_words_may_change_with_the_terms(promises: Run) -> None:
    promises.ok("renegotiate c1 --text call both parents")
    promises.ok("agree c1 --as Sam")

    assert standing(promises)["what"] == "call both parents"
    promises.ok("deliver both parents")


def test_declined_nothing_changes(promises: Run) -> None:
    promises.ok("renegotiate c1 --by sunday")
    promises.ok("decline c1 --as Sam")

    assert standing(promises)["by"] == "2026-11-27T18:00"
    promises.ok("renegotiate c1 --by sat")


def test_either_may_propose(promises: Run) -> None:
    promises.ok("release c1 --as Sam")
    assert "own proposal" in promises.refused("agree p1 --as Sam")

    promises.ok("agree p1")
    assert standing(promises)["standing"] == "released"


def test_a_second_release_is_refused(promises: Run, untouched: Untouched) -> None:
    promises.ok("release c1")
    with untouched():
        mine = promises.refused("release c1")
        assert "waits for an answer already (p1)" in mine
        assert "It waits for Sam" in mine
        assert "agree p1" in promises.refused("release c1 --as Sam")
    promises.ok("agree c1 --as Sam")
    with untouched():
        assert "was released" in promises.refused("release c1")
        assert "was released" in promises.refused("renegotiate c1 --by sun")
        assert "was released" in promises.refused("ease c1 --until sun")


def test_after_it_was_declined_a_release_can_be_proposed_again(promises: Run) -> None:
    promises.ok("release c1")
    promises.ok("decline c1 --as Sam")

    promises.ok("release c1")
    promises.ok("agree c1 --as Sam")


def test_what_was_delivered_does_not_change(promises: Run, untouched: Untouched) -> None:
    promises.ok("deliver c1")
    with untouched():
        assert "was delivered" in promises.refused("release c1")
        assert "was delivered" in promises.refused("renegotiate c1 --by sun")


def test_a_pause_may_reach_back(promises: Run) -> None:
    promises.at("2026-11-27T12:00").ok("ease c2 --from 2026-11-24 --until 2026-11-25")
    assert standing(promises, "c2")["missed"] == 3

    promises.ok("agree c2 --as Sam")
    assert (standing(promises, "c2")["missed"], standing(promises, "c2")["eased"]) == (1, 2)


def test_alone_it_stands_at_once_and_stays_so_when_the_other_joins(alone: Run) -> None:
    alone.ok("commit call my mother --by fri")
    assert "as your own" in alone.ok("release c1").out
    assert standing(alone)["standing"] == "released"

    alone.at("2026-11-24T18:00").ok("settings partner Sam")
    assert standing(alone)["standing"] == "released"
    assert "Nothing about c1 waits" in alone.refused("agree c1 --as Sam")


def test_undone_it_was_never_proposed(promises: Run) -> None:
    promises.ok("release c1")
    promises.ok("undo")

    assert "was taken back" in promises.refused("agree p1 --as Sam")
    promises.ok("release c1")


def test_an_undone_yes_takes_the_change_back(promises: Run) -> None:
    promises.ok("release c1")
    promises.ok("agree c1 --as Sam")
    promises.ok("undo --as Sam")

    assert standing(promises)["standing"] == "open"
    promises.ok("agree c1 --as Sam")


def test_amending_a_proposal_voids_the_yes(promises: Run) -> None:
    promises.ok("renegotiate c1 --by sunday --why the train")
    promises.ok("agree c1 --as Sam")
    promises.at("2026-11-23T19:00").ok("amend p1 --note the bus")

    assert standing(promises)["by"] == "2026-11-27T18:00"
    promises.ok("agree c1 --as Sam")
    assert standing(promises)["by"] == "2026-11-29"


def test_json_names_the_proposal(promises: Run) -> None:
    [row] = promises.ok("ease c2 --until fri --json").report["written"]
    assert (row["ref"], row["kind"]) == ("p1", "ease")


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("renegotiate c1", 2, "not said what would change"),
        ("renegotiate", 2, "REF"),
        ("renegotiate c9 --by fri", 1, "There is no c9"),
        ("renegotiate c1 --every day", 1, "promised once"),
        ("renegotiate c2 --by fri", 1, "again and again"),
        ("renegotiate c1 --by fri --every day", 2, "once"),
        ("renegotiate c1 --by 2020-01-01", 1, "before"),
        ("renegotiate c1 --by never", 2, "does not read"),
        ("renegotiate c2 --every nonsense", 2, "nonsense"),
        ("renegotiate c2 --times 3", 2, "--times"),
        ("renegotiate c1 --until fri", 2, "--until"),
        ("renegotiate c1 --by sun --together", 2, "terminal"),
        ("renegotiate c1 --text", 2, "--text"),
        ("release", 2, "REF"),
        ("release e1", 1, "not a commitment"),
        ("release nothing", 1, "fits no open"),
        ("release c1 --why", 2, "--why"),
        ("ease c1", 2, "last day"),
        ("ease c1 --until", 2, "--until"),
        ("ease c1 --from fri --until thu", 1, "before it begins"),
        ("ease c1 --until fri --together --json", 2, "terminal"),
        ("release c1 --as Kim", 1, "Kim"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(
    promises: Run, untouched: Untouched, line: str, code: int, told: str
) -> None:
    with untouched():
        assert told in promises.refused(line, code=code)
