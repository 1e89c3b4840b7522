"""`review --month`: a month beside the month before."""

from __future__ import annotations

import pytest

from repairlog.render.theme import DASH
from tests.cli.commands.conftest import Untouched
from tests.program import Run


@pytest.fixture
def lived(couple: Run) -> Run:
    """A promise of October's and November's, kept twice; begun on the 5th of October."""
    run = couple.at("2026-11-01T12:00")
    run.ok("commit plan the week --every sunday")
    run.ok("deliver c1")
    run.at("2026-11-08T12:00").ok("deliver c1")
    return run.at("2026-11-23T18:00")


def months_of(run: Run, line: str) -> tuple[str, str | None]:
    report = run.ok(f"{line} --json").report
    before = report["before"]
    return report["month"]["from"][:7], before and before["from"][:7]


@pytest.mark.parametrize(
    ("line", "month"),
    [
        ("review --month", "2026-11"),  # the journal began in it
        ("review --month november", "2026-11"),
        ("review --month this month", "2026-11"),
        ("review --month=2026-11", "2026-11"),
        ("review --json --month 2026-11", "2026-11"),
        ("review --month october", "2026-10"),
        ("review --no-input --month oct 2026", "2026-10"),
        ("review --month last month --no-input", "2026-10"),
    ],
)
def test_a_month_by_its_name_or_alone(lived: Run, line: str, month: str) -> None:
    assert months_of(lived, line)[0] == month


def test_alone_it_is_the_month_that_ended_last_or_ends_today(lived: Run) -> None:
    assert months_of(lived.at("2026-11-30T20:00"), "review --month") == ("2026-11", None)
    assert months_of(lived.at("2026-12-15T20:00"), "review --month") == ("2026-11", None)
    assert months_of(lived.at("2026-12-31T20:00"), "review --month") == ("2026-12", "2026-11")


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("review --month october --week yesterday", 2, "repairlog review --month october"),
        ("review --month december 2027", 1, "December 2027 has not begun yet"),
        ("review --month someday", 2, "does not read"),
        ("review --month 2026-13", 2, "names no month"),
        ("review --month --month", 2, "twice"),
        ("review october", 2, "takes no words"),
        ("review --month=", 2, "--month"),
    ],
)
def test_what_does_not_read_is_told(
    lived: Run, untouched: Untouched, line: str, code: int, told: str
) -> None:
    with untouched():
        assert told in lived.refused(line, code=code)


def test_the_page_says_what_was_kept_and_writes_nothing(lived: Run, untouched: Untouched) -> None:
    with untouched():
        page = " ".join(lived.ok("review --month").out.split())

    assert "November 2026" in page
    assert "The journal begins on" in page
    assert "2 of 4 · 50 %" in page


def test_it_is_shown_on_the_made_up_journal_and_in_a_private_one(lived: Run) -> None:
    assert "WHAT WAS PROMISED" in lived.ok("review --demo --month").out
    assert "Nothing" in lived.ok("review --month --private").out


def test_check_ins_in_time_are_counted_of_both_together(couple: Run) -> None:
    couple.at("2026-12-01T12:00")
    couple.ok("agreement cadence daily --at 21:00")
    couple.ok("agree p1 --as Sam")
    for day, clock in ((1, "20:00"), (2, "22:00"), (3, "20:00")):
        couple.at(f"2026-12-{day:02}T{clock}").ok("checkin --safety 4 --vigilance 7")
    done = couple.ok("--as Sam checkin --safety 6 --on yesterday")
    assert "late (by Wed 2 Dec 21:00)" in done.out
    page = " ".join(couple.at("2026-12-04T12:00").ok("review --month this month").out.split())

    assert f"daily, held {DASH} 4 of 6 on time {DASH} 2" in page
    week = couple.ok("review --json --week 2026-12-03").report["checkins"]["held"]
    assert [list(row["days"].values())[:4] for row in week] == [
        ["", "kept", "late", "kept"],
        ["", "missed", "late", "missed"],
    ]
    assert all(row["agreed"] and row["by"] == "21:00" for row in week)
    summary = couple.ok("export --week 2026-12-03").out
    assert (
        "- daily, by 21:00 as agreed: Ana (late Wed 2 Dec) and Sam (late Wed 2 Dec; noth" in summary
    )
    assert "daily, today by 21:00" in couple.ok("").out
    assert couple.ok("--json").report["checkin"]["by"] == "2026-12-04T21:00"
    couple.ok("pace hold --until 2026-12-10 --as Ana")
    assert "daily, Fri 11 Dec by 21:00" in couple.ok("").out
