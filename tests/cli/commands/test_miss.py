"""`miss`: owned, not excused; what repairs it becomes a promise of its own."""

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
    """On Thursday the 26th: c1 each weekday by 18:00, c2 once by Wednesday, c3 Sam's."""
    couple.ok("commit text when leaving --every weekday --at 18:00")
    couple.ok("commit call my mother --by wed")
    couple.ok("commit plan the week --every sunday --as Sam")
    return couple.at("2026-11-26T12:00")


def test_without_for_it_is_the_latest_of_which_nothing_was_said(promises: Run) -> None:
    assert "c1  owned for Wed 25 Nov." in promises.ok("miss c1 --own I let it slide").out
    assert "c1  owned for Tue 24 Nov." in promises.ok("miss c1 --own and the day before").out
    assert "c1  owned for Thu 26 Nov." in promises.ok("miss c1 --own and it will be late").out
    assert (standing(promises)["owned"], standing(promises)["missed"]) == (3, 0)


def test_for_names_the_day(promises: Run) -> None:
    assert "owned for Tue 24 Nov" in promises.ok("miss c1 --for tuesday --own I forgot").out
    assert (standing(promises)["owned"], standing(promises)["missed"]) == (1, 1)


def test_one_that_has_not_begun_is_said_ahead(promises: Run) -> None:
    promises.ok("miss c1 --for 2026-11-30 --own I shall be on a train")

    assert standing(promises.at("2026-11-30T08:00"))["owned"] == 1


def test_its_repair_is_a_promise_about_it_written_with_it(promises: Run) -> None:
    line = "miss c1 --own I let it slide --repair say by eight if I move it --by fri 20:00"
    done = promises.ok(line)
    assert "c4  Say by eight if I move it · by Fri 27 Nov 20:00 · repairs c1." in done.out
    promises.ok("undo")
    rows = promises.ok(f"{line} --json").report["written"]

    assert [row["kind"] for row in rows] == ["miss", "commitment"]
    promises.ok("undo")
    assert standing(promises)["owned"] == 0
    assert "was taken back" in promises.refused(f"deliver {rows[1]['ref']}")


def test_a_delivery_replaces_it_judged_by_its_own_moment(promises: Run) -> None:
    promises.ok("miss c1 --own I let it slide")
    promises.ok("deliver c1 --for wed --on wed 17:00")

    assert (standing(promises)["owned"], standing(promises)["kept"]) == (0, 1)
    assert "was delivered" in promises.refused("miss c1 --for wed --own again")


def test_what_was_promised_once(promises: Run) -> None:
    promises.ok("miss mother --own I did not dare")
    assert standing(promises, "c2")["standing"] == "owned"
    assert "owned already" in promises.refused("miss c2 --own again")

    promises.ok("deliver c2")
    assert standing(promises, "c2")["standing"] == "late"


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("miss", 2, "REF"),
        ("miss c1", 2, "repairlog miss c1 --own TEXT"),
        ("miss c1 --json", 2, "--own"),
        ("miss c1 --own", 2, "--own"),
        (["miss", "c1", "--own", " "], 2, "--own"),
        ("miss c1 --own it --by fri", 2, "--repair"),
        ("miss c1 --own it --repair", 2, "--repair"),
        ("miss c1 --own it --repair that --by someday", 2, "does not read"),
        ("miss c1 --own it --repair that --by 2020-01-01", 1, "before"),
        ("miss c9 --own it", 1, "There is no c9"),
        ("miss c3 --own it", 1, "Sam's promise"),
        ("miss c3", 1, "Sam's promise"),
        ("miss c2 --for wed --own it", 1, "promised once"),
        ("miss c1 --for saturday --own it", 1, "no occurrence"),
        ("miss c1 --for 2026-11-22 --own it", 1, "no occurrence"),
        ("miss nothing --own it", 1, "fits no open"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(
    promises: Run, untouched: Untouched, line: str | list[str], code: int, told: str
) -> None:
    with untouched():
        assert told in promises.refused(line, code=code)


def test_the_words_are_shown_back(promises: Run) -> None:
    assert promises.refused("miss c3 --own I own it").startswith("Not saved:\nI own it\n")


def test_after_a_release_there_is_nothing_to_own(promises: Run) -> None:
    promises.ok("release c2")
    promises.ok("agree c2 --as Sam")

    assert "released" in promises.refused("miss c2 --own it")
