"""What one person wrote alone, once the other has joined: it waits for them, from their yes on."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.commands.conftest import Untouched
from tests.program import Run

JOINED = "2026-11-25T18:00"


@pytest.fixture
def joined(alone: Run) -> Run:
    """What Ana wrote by herself, two days before Sam joined."""
    alone.ok("agreement rule we talk sitting down")  # p1
    alone.ok("milestone add a hundred days --by 3 march")  # m1, p2
    alone.ok("milestone add open words --when disclosures 1")  # m2, p3
    alone.ok("disclose she wrote")  # e2
    alone.ok("commit call")  # c1
    alone.ok("release c1")  # p4
    alone.at(JOINED).ok("settings partner Sam")
    return alone


def rows(run: Run) -> dict[str, Any]:
    return {one["ref"]: one for one in run.ok("milestone --json").report["milestones"]}


def test_a_milestone_stands_as_its_writers_own_until_the_other_agrees(joined: Run) -> None:
    page = " ".join(joined.ok("milestone").out.split())
    assert page.count("stands as Ana's own") == 2
    assert rows(joined)["m1"]["own"]

    joined.ok("agree m1 --as Sam")
    assert not rows(joined)["m1"]["own"]
    assert "agreed Wed 25 Nov" in joined.ok("agreement").out


def test_the_timeline_says_agreed_by_both_from_the_day_on_which_both_had_said_so(
    joined: Run,
) -> None:
    joined.ok("agree p1 --as Sam")

    told = joined.ok("timeline").out
    assert told.index("Wed 25") < told.index("agreed by both")
    assert joined.ok("agreement --json").report["rules"][0]["agreed"] == "2026-11-25"


def test_what_was_told_while_alone_reached_its_milestone_then(joined: Run) -> None:
    assert rows(joined)["m2"]["reached"] == "2026-11-23"
    joined.ok("acknowledge e2 --as Sam")

    assert rows(joined)["m2"]["reached"] == "2026-11-23"


def test_what_was_released_alone_needs_no_yes(joined: Run, untouched: Untouched) -> None:
    with untouched():
        told = joined.refused("agree p4 --as Sam")
    assert "p4 holds already, as Ana's own" in told


def test_that_the_other_joined_stands_once_they_have_written(
    joined: Run, untouched: Untouched
) -> None:
    joined.ok("agree p1 --as Sam")
    with untouched():
        assert "Sam has answered" in joined.refused("undo")

    joined.ok("undo --as Sam")
    joined.ok("undo")
    assert "one person" in joined.ok("agreement").out
