"""`checkin`: three forms, two independent scales, each person's own."""

from __future__ import annotations

import sys
from typing import Any

import pexpect
import pytest

from repairlog.cli.commands.checkin import FORMS
from repairlog.kinds.checkins import CADENCES
from tests.cli.commands.conftest import Untouched
from tests.program import Run


def test_one_line_is_a_daily_one(couple: Run) -> None:
    done = couple.ok("checkin --safety 4 --vigilance 10 --summary a quiet evening")

    assert "e2  daily check-in · safety 4 · vigilance 10." in done.out
    assert couple.ok("checkin --safety 0 --json").report["written"][0]["kind"] == "checkin"


def test_a_global_option_may_stand_before_the_cadence(couple: Run) -> None:
    done = couple.ok("checkin --as Sam weekly --safety 4 --summary a long good week")

    assert "weekly check-in · safety 4." in done.out
    assert "Written by Sam" in done.out


@pytest.mark.parametrize("cadence", CADENCES)
def test_each_cadence_by_its_name(couple: Run, cadence: str) -> None:
    done = couple.ok(f"checkin {cadence} --challenging the phone --need a slower week")

    assert f"{cadence} check-in." in done.out


def test_both_scales_may_be_high(couple: Run) -> None:
    couple.ok("checkin --safety 9 --vigilance 9")


def test_each_person_holds_their_own(couple: Run) -> None:
    couple.ok("checkin --safety 4")
    done = couple.ok("--as Sam checkin --safety 6")

    assert "already" not in done.out
    assert "Written by Sam" in done.out


@pytest.mark.parametrize(
    ("cadence", "later", "period"),
    [
        ("daily", "2026-11-24T01:30", "today"),  # still the evening before
        ("weekly", "2026-11-29T20:00", "this week"),
        ("monthly", "2026-11-30T20:00", "this month"),
    ],
)
def test_a_second_one_of_the_same_time_is_kept_beside_the_first(
    couple: Run, cadence: str, later: str, period: str
) -> None:
    couple.ok(f"checkin {cadence} --safety 4")
    done = couple.at(later).ok(f"checkin {cadence} --safety 6")

    assert f"one of {period} already; both are kept" in done.out


@pytest.mark.parametrize(
    ("cadence", "later"),
    [
        ("daily", "2026-11-24T03:00"),
        ("weekly", "2026-11-30T20:00"),
        ("monthly", "2026-12-01T20:00"),
    ],
)
def test_one_of_the_next_time_is_the_first_again(couple: Run, cadence: str, later: str) -> None:
    couple.ok(f"checkin {cadence} --safety 4")

    assert "already" not in couple.at(later).ok(f"checkin {cadence} --safety 6").out


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("checkin", 2, "no terminal to ask at"),
        ("checkin weekly", 2, "repairlog checkin weekly --safety"),
        ("checkin --json", 2, "no terminal"),
        ("checkin yearly --safety 4", 2, "repairlog checkin monthly"),
        ("checkin daily weekly --safety 4", 2, "too many"),
        ("checkin --safety 11", 2, "0 to 10"),
        ("checkin --safety -1", 2, "--safety"),
        ("checkin --safety four", 2, "0 to 10"),
        ("checkin --safety 4 5", 2, "0 to 10"),
        ("checkin --vigilance", 2, "--vigilance"),
        (["checkin", "--summary", " "], 2, "--summary"),
        ("checkin --safety 4 --as Kim", 1, "Kim"),
    ],
)
def test_what_does_not_read_is_told_and_nothing_is_written(
    couple: Run, untouched: Untouched, line: str | list[str], code: int, told: str
) -> None:
    with untouched():
        assert told in couple.refused(line, code=code)


def test_words_are_shown_back_when_a_number_does_not_read(couple: Run) -> None:
    err = couple.refused("checkin --safety 99 --summary a long honest day", code=2)

    assert err.startswith("Not saved:\na long honest day\n")


def test_a_private_one_is_not_shared(couple: Run) -> None:
    couple.ok("checkin --safety 1 --private")

    assert "already" not in couple.ok("checkin --safety 4").out


# -- the forms -----------------------------------------------------------------------------------


def test_the_three_forms_differ_and_the_daily_one_is_short() -> None:
    assert len({tuple(form.values()) for form in FORMS.values()}) == 3
    assert len(FORMS["daily"]) < len(FORMS["weekly"])


def asked(words: str) -> Any:
    """The program, asking at a terminal of its own."""
    return pexpect.spawn(
        sys.executable, ["-m", "repairlog", *words.split()], encoding="utf-8", timeout=20
    )


def test_with_nothing_given_a_terminal_asks(couple: Run) -> None:
    screen = asked("checkin weekly")
    answers = ["eleven", "4", "8", "we talked twice", "", "a slower week"]
    for answer in answers:
        screen.expect_exact("  > ")
        screen.sendline(answer)
    screen.expect(pexpect.EOF)
    screen.close()

    assert screen.exitstatus == 0
    assert "weekly check-in · safety 4 · vigilance 8." in screen.before


def test_all_may_be_left_out(couple: Run, untouched: Untouched) -> None:
    with untouched():
        screen = asked("checkin")
        for _ in FORMS["daily"]:
            screen.expect_exact("  > ")
            screen.sendline("")
        screen.expect_exact("Nothing was written, and that is all right.")
        screen.expect(pexpect.EOF)


def test_an_interruption_shows_back_what_was_said(couple: Run, untouched: Untouched) -> None:
    with untouched():
        screen = asked("checkin monthly")
        screen.expect_exact("  > ")
        screen.sendline("we talk again")
        screen.expect_exact("  > ")
        screen.sendcontrol("c")
        screen.expect(pexpect.EOF)
        screen.close()

    assert "we talk again" in screen.before
    assert screen.exitstatus == 130
