"""What a page offers to be typed stands on one line, wherever that has room."""

from __future__ import annotations

import pytest
from rich.text import Text

from repairlog.render.theme import wrapped
from tests.program import Run

OFFERED = "repairlog boundary revise b1 TEXT…"


@pytest.mark.parametrize("width", range(len(OFFERED), 90))
def test_a_command_is_never_broken_where_it_has_room(width: int) -> None:
    lines = wrapped(Text(f"Ana 2 of 10: other words may suit better, {OFFERED}"), width)
    assert sum(OFFERED in line.plain for line in lines) == 1
    assert max(line.cell_len for line in lines) <= width


def test_with_a_name_on_the_line_it_stays_whole_and_what_goes_on_stands_below_its_column(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    run.ok("init Ana Sam")
    run.ok("boundary add we ask first --value privacy --means ask --attainable 2")
    run.ok("--as Sam agree b1")
    run.ok("boundary crossed b1 --what 'it was open'")
    lines = run.ok("boundary show b1 --as Ana").out.splitlines()

    for command in ("boundary revise b1", "boundary step e3 TEXT…"):
        found = [line for line in lines if command in line]
        assert found
        assert all(f"repairlog --as Ana {command}" in line for line in found), lines
        assert all(line.startswith("    ") for line in found), lines


def test_the_topics_that_a_rule_lists_itself_are_not_said_again(run: Run) -> None:
    run.ok("init Ana")
    run.ok("agreement rule safe topics: money, the children")
    run.ok("agreement rule gently --topics 'food, friends'")
    page = run.ok("agreement").out.casefold()
    assert (page.count("money"), page.count("friends")) == (1, 1), page
    text = run.ok("export").out
    assert "  - safe topics: “food”, “friends”" in text
    assert text.count("  - safe topics: ") == 1


def test_one_crossing_is_marked_once(run: Run) -> None:
    run.ok("init Ana")
    run.ok("boundary add we ask first --value privacy --means ask")
    run.ok("boundary crossed b1 --what 'it was open'")
    page = run.ok("review --week today").out
    [crossed] = [line for line in page.splitlines() if "! " in line and "crossed Mon 23" in line]
    assert "we ask first" in crossed
    assert "! no step" not in page
    assert "no step agreed yet" in page
