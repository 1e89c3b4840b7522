"""A week's page tells that week: what came later stands on the pages of later weeks."""

from __future__ import annotations

import pytest

from tests.program import Run


@pytest.fixture
def autumn(run: Run) -> Run:
    """A boundary of September, crossed in October, put right in November."""
    run.at("2026-09-01T10:00").ok("init Ana Sam")
    run.at("2026-09-02T10:00").ok("boundary add no lies --means I say it myself")
    run.at("2026-09-02T11:00").ok("--as Sam agree b1")
    run.at("2026-10-20T10:00").ok("boundary crossed b1")
    run.at("2026-10-21T10:00").ok("--as Sam boundary step b1 I call her --by sunday")
    run.at("2026-11-02T10:00").ok("--as Sam deliver c1")
    run.at("2026-11-03T10:00").ok("boundary repaired b1")
    return run.at("2026-11-22T19:00")


def page(run: Run, week: str) -> str:
    return " ".join(run.ok(["review", "--no-input", "--week", week]).out.split())


def test_a_crossing_counts_from_its_day_until_it_was_called_repaired(autumn: Run) -> None:
    assert "crossed" not in page(autumn, "2 sep 2026")
    assert "A boundary was crossed, and one step is open." in page(autumn, "20 oct 2026")
    assert "A boundary was crossed" not in page(autumn, "3 nov 2026")
    assert "repaired Tue 3" in page(autumn, "3 nov 2026")


def test_an_export_of_an_old_week_knows_no_later_crossing(autumn: Run) -> None:
    assert "crossed" not in autumn.ok(["export", "--week", "2 sep 2026"]).out


def test_a_milestone_is_told_in_the_week_in_which_it_was_reached(run: Run) -> None:
    run.at("2026-09-01T10:00").ok("init Ana Sam")
    run.at("2026-09-01T11:00").ok("commit call --every day")
    run.at("2026-09-01T12:00").ok(["milestone", "add", "a call", "--when", "c1 kept 1"])
    run.at("2026-09-01T13:00").ok("--as Sam agree m1")
    run.at("2026-09-02T20:00").ok("deliver c1")
    run.at("2026-11-22T19:00")

    assert "A milestone was reached." in page(run, "2 sep 2026")
    assert "ilestone" not in page(run, "20 sep 2026")
    assert "A milestone is not celebrated yet." in page(run, "22 nov 2026")
