"""`--as NAME` goes on in the lines that are offered in answer to it."""

from __future__ import annotations

import shlex

import pytest

from repairlog.cli import carried
from tests.program import Run


@pytest.fixture(autouse=True)
def begun(run: Run) -> None:
    run.ok("init Ana Ben")
    run.ok("boundary add phones stay on the shelf --value privacy --means we ask first")
    run.ok("--as Ben commit call my mother")
    run.ok("--as Ben commit call my sister")


def offered(text: str) -> list[str]:
    return [line[line.index("repairlog") :] for line in text.splitlines() if "repairlog" in line]


def test_what_todays_page_offers_works_as_it_stands(run: Run) -> None:
    [line] = offered(run.ok("--as Ben").out)

    assert line == "repairlog --as Ben agree p1"
    run.ok(shlex.split(line)[1:])


def test_the_page_keeps_its_width(run: Run) -> None:
    assert max(map(len, run.ok("--as Ben").out.splitlines())) <= 80


def test_without_it_nothing_is_added(run: Run) -> None:
    assert offered(run.ok("boundary").out) == ["repairlog agree p1"]


def test_what_waits_for_the_other_is_not_offered_as_ones_own(run: Run) -> None:
    assert offered(run.ok("--as Ana boundary").out) == ["repairlog agree p1"]


def test_a_refusal_carries_it_too(run: Run) -> None:
    assert offered(run.refused("--as Ben deliver call")) == ["repairlog --as Ben deliver c1"]
    assert offered(run.refused("deliver mother")) == ["repairlog --as Ben deliver c1"]


def test_words_that_mention_the_program_stay_as_they_were_written(run: Run) -> None:
    run.ok("--as Ben add note I opened repairlog today and it was good")

    assert "I opened repairlog today and it was good" in run.ok("--as Ben log").out


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("repairlog", "repairlog --as 'Ann Lee'"),
        ("To see it: repairlog show c1", "To see it: repairlog --as 'Ann Lee' show c1"),
        ("repairlog init YOU", "repairlog init YOU"),
        ("repairlog --as Ben agree p1", "repairlog --as Ben agree p1"),
        ("  a        repairlog show c1", "  a  repairlog --as 'Ann Lee' show c1"),
    ],
)
def test_where_it_goes(line: str, said: str) -> None:
    carried.begin("Ann Lee")
    assert carried.carried(line) == said
    carried.begin(None)
    assert carried.carried(line) == line
