"""`checkin`: three forms, two independent scales, each person's own."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest

from repairlog.cli.checkins import FORMS
from repairlog.journal import Query
from repairlog.kinds.checkins import CADENCES
from tests.cli.commands.conftest import Untouched
from tests.locked import open_journal
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


def answer(screen: Any, *answers: str) -> None:
    for each in answers:
        screen.expect_exact("  > ")
        screen.sendline(each)


def entries(journal_path: Path) -> list[dict[str, Any]]:
    """What is stored of the check-ins, line by line."""
    with open_journal(journal_path) as journal:
        return [dict(e.fields or {}) for e in journal.read(Query(kinds=("checkin",)))]


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_whatever_ends_it_in_the_middle_keeps_what_was_given(
    couple: Run, journal_path: Path, end: int
) -> None:
    screen = asked("checkin monthly")
    answer(screen, "we talk again", "the walks")
    screen.expect_exact("  > ")
    screen.kill(end)
    screen.expect(pexpect.EOF)
    screen.close()

    assert [(e.get("summary"), e.get("keep")) for e in entries(journal_path)] == [
        ("we talk again", None),
        (None, "the walks"),
    ]
    shown = couple.ok("show e2").out
    assert "we talk again" in shown.lower()
    assert "the walks" in shown
    assert couple.ok("log").out.count("checked in") == 1


def test_an_interruption_says_what_is_saved_and_how_it_goes_on(couple: Run) -> None:
    screen = asked("checkin monthly")
    answer(screen, "we talk again")
    screen.expect_exact("  > ")
    screen.sendcontrol("c")
    screen.expect(pexpect.EOF)
    screen.close()

    assert "What you gave is saved (e2)" in screen.before
    assert "repairlog checkin monthly" in screen.before
    assert screen.exitstatus == 130


def test_what_was_broken_off_goes_on_where_it_stopped(couple: Run, journal_path: Path) -> None:
    screen = asked("checkin weekly")
    answer(screen, "4", "", "we talked twice")
    screen.expect_exact("  > ")
    screen.kill(signal.SIGKILL)
    screen.expect(pexpect.EOF)

    screen = asked("checkin weekly")
    screen.expect_exact("Your weekly check-in of this week goes on.")
    screen.expect_exact("What remains challenging?")
    answer(screen, "", "a slower week")
    screen.expect(pexpect.EOF)

    assert "e2" in screen.before
    assert "safety 4." in screen.before
    assert "already" not in screen.before
    screen = asked("checkin weekly")  # that one is whole: this is another
    screen.expect_exact("How safe do you feel")
    screen.sendcontrol("c")
    screen.expect(pexpect.EOF)
    assert "What you gave" not in screen.before


def test_each_of_its_lines_means_the_whole_of_it(couple: Run) -> None:
    screen = asked("checkin monthly")
    answer(screen, "we talk again", "the walks", "", "a slow month", "4", "")
    screen.expect(pexpect.EOF)
    couple.ok("answer e4 then we walk on sunday --as Sam")

    assert couple.ok("show e2").out == couple.ok("show e5").out
    assert "then we walk" in couple.ok("show e2").out.casefold()
    [row] = [e for e in couple.ok("log --json").report["entries"] if e["kind"] == "checkin"]
    assert row["ref"] == "e2"


def test_undo_takes_back_the_whole_of_it(couple: Run, journal_path: Path) -> None:
    screen = asked("checkin")
    answer(screen, "4", "8", "a quiet evening")
    screen.expect(pexpect.EOF)
    couple.ok("undo")

    assert entries(journal_path) == []


def test_erasing_it_leaves_no_word_of_any_line(couple: Run, journal_path: Path) -> None:
    screen = asked("checkin monthly")
    answer(screen, "a blue heron", "the green walks", "", "a slow month", "", "")
    screen.expect(pexpect.EOF)
    couple.ok("erase e2")

    raw = journal_path.read_bytes()
    assert b"heron" not in raw
    assert b"walks" not in raw
    assert b"slow month" not in raw


# -- for an earlier day, and in time -------------------------------------------------------------


def test_one_for_an_earlier_day(couple: Run) -> None:
    done = couple.ok("checkin --safety 4 --on yesterday")

    assert "daily check-in · for Sun 22 Nov · safety 4." in done.out
    assert "already" not in couple.ok("checkin --safety 5").out
    assert "one of Sun 22 Nov already" in couple.ok("checkin --safety 5 --on yesterday").out


def test_a_day_ahead_is_refused(couple: Run, untouched: Untouched) -> None:
    with untouched():
        assert "still ahead" in couple.refused("checkin --safety 4 --on 2026-12-24")
