"""A month and a timeline of long ago: what is read for them in parts says what all of it says."""

from __future__ import annotations

import pytest

from repairlog.cli import months
from tests.program import Run

BEGUN = """
init Anna Ben
commit a walk together --every day
commit the plan for the week --every sunday --at 20:00
commit look at the month ahead --every month
commit a letter --every 2 weeks
commit the garden --every weekday --until 2026-01-31
commit read a page --every day
"""
SAID = (
    ("2025-12-10T21:00", "deliver c1"),
    ("2025-12-10T21:00", "deliver c2 --on 2025-12-08 --for 2025-12-07"),
    ("2025-12-10T21:00", "deliver c6"),
    ("2025-12-11T21:00", "deliver c1 --partly"),
    ("2025-12-11T21:00", "miss c2 --own I forgot --for 2025-11-30"),
    ("2025-12-31T21:00", "deliver c3"),
    ("2025-12-31T21:00", "deliver c5"),
    ("2025-12-31T21:00", "deliver c6 --note late at night"),
    ("2026-01-10T10:00", "miss c6 --own I am away --for 2026-01-14"),
    ("2026-01-10T10:00", "deliver c4 --for 2026-01-02"),
    ("2026-02-02T10:00", "deliver c6"),
    ("2026-06-01T10:00", "deliver c6 --for 2025-12-24"),
    ("2026-06-01T11:00", "miss c2 --own I slept --for 2025-12-28"),
    ("2026-06-02T10:00", "deliver c1"),
    ("2026-11-22T10:00", "trigger a door slammed"),
)
PAGES = (
    "review --month 2025-12 --json",
    "review --month 2026-01 --json",
    "timeline --since 2025-12-03 --until 2025-12-24 --json",
    "timeline --since 2025-12-03 --json",
)


@pytest.mark.parametrize("page", PAGES)
def test_long_ago_reads_in_parts_as_it_does_whole(
    run: Run, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.at("2025-08-01T08:00")
    for line in BEGUN.strip().splitlines():
        run.ok(line)
    for moment, line in SAID:
        run.at(moment).ok(line)
    run.at("2026-11-23T20:00")
    parts = run.ok(page).report
    monkeypatch.setattr(months, "_long", lambda *_: [])
    assert parts == run.ok(page).report
    assert any(week["kept"] for week in _weeks(parts))


def _weeks(report: dict[str, object]) -> list[dict[str, object]]:
    weeks = report.get("weeks")
    if isinstance(weeks, list):
        return weeks
    found = report["months"]
    assert isinstance(found, list)
    return [week for month in found for week in month["weeks"]]
