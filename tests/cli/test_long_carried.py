"""What stays unanswered is carried until it is answered, however long ago it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.program import Run

YEAR = (
    ("2026-01-05T20:00:00+01:00", "deliver c1"),
    ("2026-09-25T20:00:00+02:00", "deliver c1"),
    ("2026-11-20T20:00:00+01:00", "deliver c1"),
)


def lived(run: Run) -> Run:
    run.at("2026-01-05T09:00:00+01:00").ok("init Ana Sam")
    run.at("2026-01-05T10:00:00+01:00").ok("commit text when leaving --every day")
    for moment, line in YEAR:
        run.at(moment).ok(line)
    return run.at("2026-11-22T19:00:00+01:00")


def remaining(run: Run, line: str = "review --no-input --json") -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = run.ok(line).report["challenging"]
    return [one for one in found if one["kind"] == "unsaid"]


def test_silent_days_of_long_ago_stand_in_one_line_with_how_many_and_since_when(
    run: Run,
) -> None:
    lived(run)

    [one] = remaining(run)
    assert one["older"]["since"] == "2026-01-06"
    assert one["older"]["days"] + len(one["days"]) == 318
    assert "318 days in all" in run.ok("review --no-input").out
    assert "318 days since Tue 6 Jan" in run.ok("export").out


def test_they_are_carried_until_they_are_eased_or_released(run: Run) -> None:
    lived(run)
    run.ok("ease c1 --from 6 jan 2026 --until 24 sep 2026")
    run.ok("--as Sam agree c1")
    [one] = remaining(run)
    assert one["older"]["since"] == "2026-09-26"

    run.ok("release c1")
    run.ok("--as Sam agree c1")
    assert not [day for one in remaining(run) for day in one["days"] if day < "2026-11-16"]
    assert not [one for one in remaining(run) if one["older"]]


@pytest.mark.plain("writes into the file by hand")
def test_a_list_from_before_that_was_remembered_is_made_anew(run: Run, journal_path: Path) -> None:
    lived(run)
    before = remaining(run)
    with sqlite3.connect(journal_path) as db:
        db.execute("UPDATE thread SET checkpoint = json_remove(checkpoint, '$.unsaid')")

    assert remaining(run) == before
    run.ok("deliver c1")
    with sqlite3.connect(journal_path) as db:
        [[text]] = db.execute("SELECT checkpoint FROM thread WHERE checkpoint IS NOT NULL")
    assert '"unsaid": "2026-01-06"' in text


def test_the_page_says_how_many_weeks_before_were_not_reviewed(run: Run) -> None:
    lived(run)

    words = " ".join(run.ok("review --no-input").out.split())
    assert "The four weeks before" not in words
    assert "weeks before were not reviewed" in words
