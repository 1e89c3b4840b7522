"""`ledger --json`, from the command line alone, against the slow reference of DESIGN 3."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests import reference
from tests.program import Run
from tests.reference import Case
from tests.strategies import Scene, scenes

FIGURES = ("standing", "kept", "late", "owned", "missed", "eased", "open", "extra", "settled")
RATES = ("rate", "rate_28d", "punctual", "steadiness")

_journals = count()


@pytest.fixture(autouse=True)
def naive_clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The reference counts on a clock without daylight saving."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    time.tzset()


class Written:
    """A scene lived through with the commands, by two people who agree to all that is proposed."""

    def __init__(self, run: Run, scene: Scene) -> None:
        self.run = run
        self.case = case = scene.case
        folder = Path(os.environ["HOME"]) / f"life{next(_journals)}"
        os.environ["REPAIRLOG_JOURNAL"] = str(folder / "journal.db")
        self.at(case.made)
        week = "sunday" if case.week_starts == 6 else "monday"
        run.ok(
            ["init", "Ana", "Sam", "--week-starts", week, "--day-ends", f"{case.day_ends:%H:%M}"]
        )
        run.ok(["commit", "a", "promise", *self._terms(case)])
        for writing in scene.written:
            self.at(writing.at)
            self._write(writing.what, writing.index)
        self.at(scene.now)

    def at(self, moment: datetime) -> None:
        self.run.at(moment.isoformat())

    def _terms(self, case: Case) -> list[str]:
        if case.once:
            day, at = case.by or (None, None)
            said = ["--by", str(day)] if day else []
            return [*said, *(["--at", f"{at:%H:%M}"] if at else [])]
        assert case.rule is not None
        counted = "times" in case.rule or case.times == 1
        return [
            *("--every", case.rule),
            *("--from", str(case.first)),
            *([] if counted else ["--times", str(case.times)]),
            *(["--at", f"{case.at:%H:%M}"] if case.at else []),
            *(["--until", str(case.until)] if case.until else []),
        ]

    def _write(self, what: str, index: int) -> None:
        case = self.case
        match what:
            case "deliveries":
                done = case.deliveries[index]
                on = done.moment.isoformat() if done.moment else str(done.day)
                bound = ["--for", str(done.bound)] if done.bound else []
                self.run.ok(["deliver", "c1", "--on", on, *bound, *["--partly"][: done.partly]])
            case "misses":
                day = case.misses[index]
                self.run.ok(["miss", "c1", "--own", "mine", *(["--for", str(day)] if day else [])])
            case "pauses":
                first, last = case.pauses[index]
                self._agreed(["ease", "c1", "--from", str(first), "--until", str(last)])
            case "released":
                self._agreed(["release", "c1"])
            case "renegotiations":
                self._agreed(["renegotiate", "c1", *self._new_terms(index)])

    def _agreed(self, proposal: list[str]) -> None:
        written = self.run.ok([*proposal, "--json"]).report["written"]
        self.run.ok(["--as", "Sam", "agree", written[0]["ref"]])

    def _new_terms(self, index: int) -> list[str]:
        _, new = self.case.renegotiations[index]
        by, at = new.get("by") or (None, None)
        return ["--by", str(by), *(["--at", f"{at:%H:%M}"] if at else [])]


def comparable(scene: Scene) -> bool:
    """The command line keeps what new terms do not name, so their `at` and `until` cannot be
    taken away; and it renegotiates a once promise to a time, not from one to none."""
    case = scene.case
    if not case.once:
        return not case.renegotiations
    return all((new.get("by") or (None, None))[1] for _, new in case.renegotiations)


def in_order_of_writing(scene: Scene) -> Scene:
    """The journal numbers its entries as they are written, so ties are broken in that order."""
    done = [d._replace(uid=f"{n:03}") for n, d in enumerate(scene.case.deliveries)]
    return replace(scene, case=replace(scene.case, deliveries=done))


def shown(value: Any) -> Any:
    """Days and moments as the report writes them."""
    match value:
        case datetime():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
        case dict():
            return {name: shown(inner) for name, inner in value.items()}
    return value


@settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(scene=scenes().filter(comparable))
def test_the_ledger_shows_what_the_rules_say(run: Run, scene: Scene) -> None:
    scene = in_order_of_writing(scene)
    written = Written(run, scene)
    [row] = run.ok("ledger --json --all --since 2020-01-01").report["commitments"]
    expected = reference.reckon(scene.case, scene.now)
    assert {n: row[n] for n in FIGURES} == {n: expected[n] for n in FIGURES}
    for name in RATES:
        assert row[name] == pytest.approx(expected[name], abs=1e-9), name
    assert (row["run"], row["best_run"]) == (expected["run"], expected["best_run"])
    assert row["next"] == shown(expected["next"])
    if not written.case.once:
        days = [(shown(o["day"]), o["standing"]) for o in expected["occurrences"]]
        assert [(o["day"], o["standing"]) for o in row["occurrences"]] == days


def test_as_of_a_moment_shows_what_was_undone_later(run: Run) -> None:
    run.ok("init Ana Sam")
    run.at("2026-11-23T19:00").ok("commit call my mother")
    before = run.at("2026-11-23T19:30").ok("ledger --json").report
    run.at("2026-11-23T20:00").ok("undo")
    assert run.ok("ledger --json").report["commitments"] == []
    assert run.ok(["ledger", "--json", "--as-of", before["as_of"]]).report == before


def test_before_the_journal_began_there_is_nothing_to_show(run: Run) -> None:
    run.ok("init Ana Sam")
    assert "began after" in run.refused("ledger --as-of 2020-01-01")


def test_new_terms_change_when_a_promise_is_due_not_when_it_began(run: Run) -> None:
    run.at("2026-11-02T09:00").ok("init Ana")
    run.ok("commit tea together --every sunday")
    run.at("2026-11-23T09:00").ok("renegotiate c1 --every saturday")
    [row] = run.ok("ledger --json").report["commitments"]
    assert (row["from"], row["every"]) == ("2026-11-02", "saturday")
    assert row["next"]["day"] == "2026-11-29"  # the window that was open stays as it was
