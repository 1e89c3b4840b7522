"""The questions of the guided review about what was told, owned and promised as a repair."""

from __future__ import annotations

from typing import Any

import pytest

from tests.program import Run
from tests.sitting import Sitting

SORRY = "apologize I hurt you --responsibility I hid it --repair tell you first"


@pytest.fixture
def two(run: Run) -> Run:
    """Ana, at this account, and Sam; a week of which nothing else is asked."""
    run.at("2026-11-02T18:00").ok("init Ana Sam")
    for monday in ("2026-11-02", "2026-11-09"):
        run.at(f"{monday}T19:00").ok("checkin weekly --summary calm")
        run.ok("--as Sam checkin weekly --summary calm")
    return run


def walk(*questions: tuple[str, ...]) -> None:
    """Go through a review: of each question what its screen says, the key, and lines typed."""
    with Sitting(["review", "--week", "today"]) as seat:
        for said, key, *lines in questions:
            while True:
                seat.sees(">")
                if said in seat.words:
                    break
                seat.press("\r")
                seat.waits(0.1)
            seat.press(key, "\r")
            for line in lines:
                seat.sees("?" if line else ">")
                seat.type(line)
        seat.sees("Saved, as")
        seat.press("p", "\r")
        seat.ends()


def repairs(run: Run) -> Any:
    return run.ok("review --week today --json").report["repairs"]


def test_what_was_told_unasked_is_received_with_a_key(two: Run) -> None:
    two.at("2026-11-11T18:00").ok("--as Sam disclose she wrote to me --on yesterday")
    walk(("Ana, this was told unasked. Has it reached you?", "r"))

    assert repairs(two)["disclosures"][0]["received"]["by"] == "Ana"


def test_a_setback_without_a_plan_is_given_one_that_takes_both(two: Run) -> None:
    two.at("2026-11-11T18:00").ok("--as Sam setback again --plan stop it all")
    two.ok("decline p1")
    walk(("Sam, what is one step that would repair it?", "s", "a smaller step", ""))

    [setback] = repairs(two)["setbacks"]
    assert [step["standing"] for step in setback["steps"]] == ["declined", "proposed"]
    assert setback["plan"]["asks"] == "Ana"


@pytest.mark.parametrize(
    ("key", "lines", "done"), [("d", (), "2026-11-13"), ("u", ("I called once",), None)]
)
def test_a_silent_repair_is_asked_about(
    two: Run, key: str, lines: tuple[str, ...], done: str | None
) -> None:
    two.at("2026-11-04T18:00").ok(f"--as Sam {SORRY}")
    two.at("2026-11-13T18:00")
    assert [one["ref"] for one in repairs(two)["silent"]] == ["c1"]
    walk(("Sam, nothing was said of this for a while.", key, *lines))

    found = repairs(two)
    assert found["silent"] == []
    assert found["apologies"][0]["steps"][0]["done"] == done
