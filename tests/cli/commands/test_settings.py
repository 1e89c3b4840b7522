"""`settings`: one's own at once; what is shared takes both, and holds from then on."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.commands.conftest import Untouched
from tests.program import Run


def held(run: Run) -> Any:
    return run.ok("settings --json").report["settings"]


def test_they_are_shown(couple: Run) -> None:
    page = couple.ok("settings").out

    assert "hurt         Ana" in page
    assert "week-starts  monday" in page
    assert "journal.db" in page


def test_who_writes_at_this_account(couple: Run) -> None:
    done = couple.ok("settings me sam")
    assert "Sam writes at this account." in done.out
    assert "To take it back: repairlog undo --as Ana" in done.out
    assert "Written by Sam" in couple.ok("commit call").out

    assert "each command asks who writes." in couple.ok("settings me ask").out
    assert "--as Ana or --as Sam" in couple.refused("commit call")
    assert "Written by Ana" in couple.ok("commit call --as Ana").out
    couple.ok("settings me Ana --as Ana")


@pytest.mark.parametrize(
    ("name", "said", "kept"),
    [
        ("week-starts", "sunday", "sunday"),
        ("day-ends", "04:30", "04:30"),
        ("hurt", "sam", "Sam"),
        ("repairing", "Ana", "Ana"),
    ],
)
def test_what_is_shared_takes_both(couple: Run, name: str, said: str, kept: str) -> None:
    before = held(couple)
    done = couple.ok(f"settings {name} {said}")
    assert "waits for Sam, who can say: repairlog agree p1" in done.out
    assert held(couple) == before

    couple.ok("agree p1 --as Sam")
    assert held(couple) == {**before, name: kept}
    couple.ok("undo --as Sam")
    assert held(couple) == before


def test_declined_it_stays(couple: Run) -> None:
    couple.ok("settings hurt Sam")
    couple.ok("decline p1 --as Sam")

    assert held(couple)["hurt"] == "Ana"
    assert "Ana's to set" in couple.refused("pace lift --as Sam")


def test_a_new_day_end_moves_no_earlier_day(couple: Run) -> None:
    couple.at("2026-11-24T02:00").ok("add win late at night")
    couple.ok("settings day-ends 00:00")
    couple.ok("agree p1 --as Sam")
    couple.ok("add win later still")

    days = {e["fields"].get("text"): e["day"] for e in couple.ok("log --json").report["entries"]}
    assert days["late at night"] == "2026-11-23"
    assert days["later still"] == "2026-11-24"


def test_a_new_day_end_judges_no_earlier_deed_anew(alone: Run) -> None:
    alone.at("2026-11-16T10:00").ok("commit call --every day")
    alone.ok("commit write --every day --at 01:00")
    for day in ("17", "18", "19"):
        alone.at(f"2026-11-{day}T00:30").ok("deliver c1 c2")
    alone.at("2026-11-19T02:30")
    before = promised(alone)

    alone.ok("settings day-ends 00:00")
    assert promised(alone) == before
    alone.ok("settings day-ends 05:00")
    assert promised(alone) == before


def promised(run: Run) -> list[list[tuple[str, str, str]]]:
    """What was due until the day of the changes, and how it stood."""
    lines = run.ok("ledger --since 2026-11-16 --until 2026-11-18 --json").report["commitments"]
    return [[(o["day"], o["deadline"], o["standing"]) for o in one["occurrences"]] for one in lines]


def test_alone_shared_ones_hold_at_once(alone: Run) -> None:
    alone.ok("settings week-starts sunday")

    assert held(alone)["week-starts"] == "sunday"


def test_the_other_joins_once(alone: Run, untouched: Untouched) -> None:
    alone.ok("settings week-starts sunday")
    alone.ok("settings partner Sam")
    assert held(alone)["partner"] == "Sam"
    assert held(alone)["week-starts"] == "sunday"
    with untouched():
        assert "Ana and Sam's already" in alone.refused("settings partner Kim")

    alone.ok("commit call --as Sam")


def test_who_joins_and_leaves_again_by_undo(alone: Run) -> None:
    alone.ok("settings partner Sam")
    alone.ok("undo")

    assert held(alone)["partner"] is None
    alone.ok("settings partner Kim")
    assert held(alone)["partner"] == "Kim"


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("settings colour red", 2, "no setting"),
        ("settings me", 2, "not said"),
        ("settings me Kim", 1, "Kim"),
        ("settings hurt Kim", 1, "Kim"),
        ("settings week-starts noday", 2, "weekday"),
        ("settings day-ends 18:00", 2, "between"),
        ("settings day-ends soon", 2, "time of day"),
        ("settings hurt Sam --together", 2, "terminal"),
        ("settings week-starts sunday --as Kim", 1, "Kim"),
        (["settings", "partner", "x" * 41], 2, "40"),
        ("settings partner Kim --private", 2, "none of its own"),
        ("settings week-starts sunday --private", 2, "none of its own"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(
    couple: Run, untouched: Untouched, line: str | list[str], code: int, told: str
) -> None:
    with untouched():
        assert told in couple.refused(line, code=code)


@pytest.mark.parametrize("name", ["Ana", "ana"])
def test_one_person_does_not_join_twice(alone: Run, untouched: Untouched, name: str) -> None:
    with untouched():
        alone.refused(f"settings partner {name}")


def test_a_shared_setting_is_proposed_where_it_is_another_and_once(
    couple: Run, untouched: Untouched
) -> None:
    couple.ok("settings week-starts sunday")
    with untouched():
        assert "It waits for Sam" in couple.refused("settings week-starts sunday")
        assert "agree p1" in couple.refused("settings week-starts sunday --as Sam")
        assert "already" in couple.refused("settings week-starts sunday --as Sam")
        assert "is Ana already" in couple.refused("settings hurt Ana")
    couple.ok("agree p1 --as Sam")
    assert "week-starts is sunday already" in couple.refused("settings week-starts sunday")
