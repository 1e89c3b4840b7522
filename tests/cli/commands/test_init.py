"""`init`: a journal begins, for its owner's eyes only, and never over another."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.program import Run


def test_for_two(run: Run, journal_path: Path) -> None:
    done = run.ok("init Ana Sam --repairing Sam --hurt Ana --week-starts sunday --day-ends 4:00")

    assert "The journal of Ana and Sam begins" in done.out
    assert "no one safe" in done.out
    assert run.ok("settings --json").report["settings"] == {
        "me": "Ana",
        "partner": "Sam",
        "repairing": "Sam",
        "hurt": "Ana",
        "week-starts": "sunday",
        "day-ends": "04:00",
        "tone": "on",
        "backup": "4 weeks",
    }


def test_alone(run: Run) -> None:
    run.ok("init Ana")

    assert run.ok("settings --json").report["settings"]["partner"] is None


def test_only_this_account_can_read_it(run: Run, journal_path: Path) -> None:
    run.ok("init Ana Sam")
    run.ok("add care by the river")

    for path in journal_path.parent.glob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(journal_path.parent.stat().st_mode) == 0o700


def test_json_prints_the_first_entry(run: Run) -> None:
    [row] = run.ok("init Ana Sam --json").report["written"]

    assert (row["ref"], row["kind"]) == ("e1", "init")


@pytest.mark.parametrize("line", ["init Ana --journal {}", "--journal {} init Ana"])
def test_somewhere_else(run: Run, tmp_path: Path, journal_path: Path, line: str) -> None:
    other = tmp_path / "else" / "where.db"
    run.ok(line.format(other))

    assert other.exists()
    assert not journal_path.exists()
    run.ok(f"commit call --journal {other}")


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("init", 2, "NAME"),
        ("init Ana Ana", 2, "same"),
        ("init Ana ana", 2, "same"),
        ("init Ana Sam Kim", 2, "too many"),
        ("init ask", 2, "ask"),
        (["init", ""], 2, "empty"),
        (["init", "x" * 41], 2, "40"),
        (["init", "Ana\nSam"], 2, "one line"),
        (["init", "\x1b[2J"], 2, "\\x1b"),
        ("init Ana Sam --hurt Kim", 1, "Kim"),
        ("init Ana --repairing Sam", 1, "Sam"),
        ("init Ana --week-starts someday", 2, "weekday"),
        ("init Ana --day-ends 25:00", 2, "25:00"),
        ("init Ana --day-ends 18:00", 2, "between 00:00 and 12:00"),
        ("init Ana --day-ends", 2, "--day-ends"),
        ("init Ana --private", 2, "begins by itself"),
    ],
)
def test_what_does_not_fit_is_told_and_no_file_is_made(
    run: Run, journal_path: Path, line: str | list[str], code: int, told: str
) -> None:
    assert told in run.refused(line, code=code)
    assert not journal_path.exists()


def test_a_second_beginning_changes_nothing(run: Run, journal_path: Path) -> None:
    run.ok("init Ana Sam")
    before = journal_path.read_bytes()

    assert "left as it is" in run.refused("init Kim")
    assert journal_path.read_bytes() == before


def test_a_file_that_is_no_journal_is_left_alone(run: Run, journal_path: Path) -> None:
    journal_path.parent.mkdir(parents=True)
    journal_path.write_text("a letter")

    run.refused("init Ana")
    assert journal_path.read_text() == "a letter"
    run.refused("commit call", code=3)
    assert journal_path.read_text() == "a letter"
    journal_path.unlink()
