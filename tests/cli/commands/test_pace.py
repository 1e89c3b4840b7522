"""`pace`: slowed, held or lifted by the hurt person; what is held is never overdue."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.commands.conftest import Untouched
from tests.program import Run
from tests.sitting import Sitting


def standing(run: Run, ref: str = "c1") -> Any:
    rows = run.ok("ledger --all --json").report["commitments"]
    return next(row for row in rows if row["ref"] == ref)


def running(run: Run) -> Any:
    return run.ok("pace --json").report["pace"]


def test_a_hold_of_everything_of_both(couple: Run) -> None:
    couple.ok("commit call my mother --by tomorrow --as Sam")
    couple.ok("commit text --every day")
    done = couple.ok("pace hold --until sunday --why I need some quiet")
    assert "held until Sun 29 Nov: everything, of both" in done.out

    couple.at("2026-11-28T12:00")
    assert standing(couple)["standing"] == "open"
    assert standing(couple, "c2")["standing"] == "paused"
    assert standing(couple, "c2")["missed"] == 0
    assert standing(couple.at("2026-12-01T12:00"))["standing"] == "overdue"


def test_a_hold_of_some(couple: Run) -> None:
    couple.ok("commit call my mother --every day")
    couple.ok("commit text --every day")
    couple.ok("pace hold c1 --until sunday")

    couple.at("2026-11-28T12:00")
    assert (standing(couple)["missed"], standing(couple, "c2")["missed"]) == (0, 5)


def test_it_can_be_ended_early(couple: Run) -> None:
    couple.ok("commit text --every day")
    couple.ok("pace hold --until sunday")
    couple.at("2026-11-25T12:00").ok("pace lift")

    assert running(couple) == []
    assert standing(couple.at("2026-11-28T12:00"))["missed"] == 2
    assert "Nothing is held" in couple.refused("pace lift")


def test_what_was_lifted_stands_on_no_page(couple: Run) -> None:
    couple.ok("commit text --every day")
    couple.ok("pace hold --until sunday")
    assert "Everything is held" in couple.ok().out
    couple.ok("pace lift")

    for page in ("", "ledger", "review"):
        assert "held" not in couple.ok(page).out
        assert "holds" not in couple.ok(page).out


def test_a_slow_pace_changes_no_standing(couple: Run) -> None:
    couple.ok("commit text --every day")
    couple.ok("pace slow --until sunday")

    assert [p["kind"] for p in running(couple)] == ["slow"]
    assert standing(couple.at("2026-11-25T12:00"))["missed"] == 2


@pytest.mark.parametrize("line", ["pace hold --until sun", "pace slow --until sun", "pace lift"])
def test_only_the_hurt_person_sets_it(couple: Run, untouched: Untouched, line: str) -> None:
    with untouched():
        assert "Ana's to set" in couple.refused(f"{line} --as Sam")


@pytest.mark.parametrize("who", ["Ana", "Sam"])
def test_either_sets_it_where_nobody_was_named_hurt(run: Run, who: str) -> None:
    run.ok("init Ana Sam")

    run.ok(f"pace hold --until sunday --as {who}")


def test_a_terminal_asks_for_the_last_day(couple: Run) -> None:
    with Sitting(["pace", "slow", "--why", "it was a lot"]) as seat:
        seat.sees("A slow pace has an end. Until when?")
        seat.type("sunday")
        assert seat.ends() == 0
        assert "a slow pace until Sun 29 Nov" in seat.words
    assert [pace["kind"] for pace in running(couple)] == ["slow"]


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("pace hold", 2, "A hold has an end, and no last day is given."),
        ("pace slow", 2, "A slow pace has an end, and no last day is given."),
        ("pace slow --why it was a lot", 2, "repairlog pace slow --until sunday"),
        ("pace hold --until", 2, "--until"),
        ("pace hold --until 2020-01-01", 1, "past"),
        ("pace hold --until never", 2, "does not read"),
        ("pace hold c9 --until sun", 1, "There is no c9"),
        ("pace hold c1 c9 --until sun", 1, "There is no c9"),
        ("pace hold nothing --until sun", 1, "fits no open"),
        ("pace hold e1 --until sun", 1, "not a commitment"),
        ("pace stop", 2, "There is no command"),
        ("pace lift c1", 2, "too many"),
        ("pace lift", 1, "Nothing is held"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(
    couple: Run, untouched: Untouched, line: str, code: int, told: str
) -> None:
    couple.ok("commit text --every day")
    with untouched():
        assert told in couple.refused(line, code=code)


def test_the_same_pace_is_set_once(couple: Run, untouched: Untouched) -> None:
    for kind in ("hold", "slow"):
        couple.ok(f"pace {kind} --until sunday --why I need some quiet")
        with untouched():
            told = couple.refused(f"pace {kind} --until sunday")
        assert "until Sun 29 Nov already" in told
        couple.ok(f"pace {kind} --until fri")


def test_an_undone_hold_never_was(couple: Run) -> None:
    couple.ok("commit text --every day")
    couple.ok("pace hold --until sunday")
    couple.at("2026-11-26T12:00").ok("undo")

    assert running(couple) == []
    assert standing(couple)["missed"] == 3


def test_it_is_shown(couple: Run) -> None:
    assert "Nothing is held" in couple.ok("pace").out
    couple.ok("pace hold --until sunday")

    assert "held until Sun 29 Nov, by Ana" in couple.ok("pace").out
    assert couple.at("2026-11-30T12:00").ok("pace show").out.startswith("Nothing is held")


def test_nothing_that_is_held_is_due_on_the_holds_last_day(couple: Run) -> None:
    couple.ok("commit book a first session --by today")
    couple.ok("pace hold --until today")

    assert couple.ok("--json").report["due"] == []
