"""`commit`: a promise, read as it was said, echoed as it was understood, or refused unwritten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands.conftest import Untouched
from tests.dates.zones import zone
from tests.program import Run


def promised(run: Run, ref: str = "c1", line: str = "ledger --all") -> Any:
    rows = run.ok(f"{line} --json").report["commitments"]
    return next(row for row in rows if row["ref"] == ref)


@pytest.mark.parametrize(
    ("said", "echo"),
    [
        ("call my mother --by fri 18:00", "c1  Call my mother · by Fri 27 Nov 18:00."),
        ("call my mother --by fri --at 18:00", "c1  Call my mother · by Fri 27 Nov 18:00."),
        ("call my mother --by tomorrow", "c1  Call my mother · by Tue 24 Nov."),
        ("call my mother", "c1  Call my mother · no date."),
        ("call my mother --from fri", "c1  Call my mother · no date."),
        ("text --every weekday --at 18:30", "c1  Text · weekdays by 18:30, first Mon 23 Nov."),
        ("text --every weekday --at 18:00", "c1  Text · weekdays by 18:00, first Tue 24 Nov."),
        ("text --every weekday --at 17:00", "c1  Text · weekdays by 17:00, first Tue 24 Nov."),
        ("plan --every sunday", "c1  Plan · Sundays, first Sun 29 Nov."),
        (
            "plan --every week --times 3",
            "c1  Plan · 3 \N{MULTIPLICATION SIGN} a week, first Sun 29 Nov.",
        ),
        (
            "plan --every 3 times a week",
            "c1  Plan · 3 \N{MULTIPLICATION SIGN} a week, first Sun 29 Nov.",
        ),
        ("walk --every other friday", "c1  Walk · every other Friday, first Fri 27 Nov."),
        ("walk --every day --from 1 dec --until 5 dec", "first Tue 1 Dec."),
        ("walk --every FREQ=WEEKLY;BYDAY=TU", "first Tue 24 Nov."),
    ],
)
def test_it_is_echoed_as_it_was_understood(couple: Run, said: str, echo: str) -> None:
    done = couple.ok(f"commit {said}")

    assert echo in done.out
    assert "Written by Ana. To take it back: repairlog undo" in done.out


def test_the_words_stay_as_they_were_typed(couple: Run) -> None:
    couple.ok(["commit", "call", "my  mother;", "really 🌱"])

    assert promised(couple)["what"] == "call my  mother; really 🌱"


def test_json_prints_only_the_references(couple: Run) -> None:
    done = couple.ok("commit call my mother --json")

    [row] = done.report["written"]
    assert (row["ref"], row["kind"]) == ("c1", "commitment")
    assert set(row) == {"ref", "uid", "kind"}


@pytest.mark.parametrize("line", ["--as sam commit call", "commit call --as Sam"])
def test_who_writes_is_said_before_or_after(couple: Run, line: str) -> None:
    assert "Written by Sam" in couple.ok(line).out
    assert promised(couple)["who"] == "Sam"


def test_who_writes_may_stand_in_the_environment(
    couple: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPAIRLOG_AS", "Sam")
    assert "Written by Sam" in couple.ok("commit call").out
    assert "Written by Ana" in couple.ok("commit call --as Ana").out


@pytest.mark.parametrize(
    ("words", "stdin"), [("commit -", "call my mother\n"), ("commit - --by fri", "call\n")]
)
def test_a_lone_dash_reads_standard_input(couple: Run, words: str, stdin: str) -> None:
    couple.ok(words, stdin)

    assert promised(couple)["what"] == stdin.strip()


def test_the_need_it_answers_is_kept(couple: Run) -> None:
    couple.ok("commit text when leaving --need to know that you are safe")

    [entry] = couple.ok("log --kind commitment --json").report["entries"]
    assert entry["fields"]["need"] == "to know that you are safe"


# -- what it repairs -----------------------------------------------------------------------------


@pytest.fixture
def broken(couple: Run) -> Run:
    """A crossing e4, a boundary b1, a trigger t1, a miss e6."""
    couple.ok("boundary add we ask --means I ask")
    couple.ok("--as Sam agree b1")
    couple.ok("boundary crossed b1 --what it hurt")
    couple.ok("trigger a late reply")
    couple.ok("commit call my mother --by today")
    couple.at("2026-11-24T18:00").ok("miss c1 --own I forgot")
    return couple


@pytest.mark.parametrize("kind", ["crossing", "boundary", "trigger", "miss"])
def test_it_may_repair_what_went_wrong(broken: Run, kind: str) -> None:
    [ref] = [
        entry["ref"]
        for entry in broken.ok("log --all --json").report["entries"]
        if entry["kind"] == kind
    ]
    assert f"repairs {ref}." in broken.ok(f"commit talk about it --repairs {ref}").out


@pytest.mark.parametrize("ref", ["c1", "p1", "e1", "e99", "m1"])
def test_nothing_else_is_repaired(broken: Run, untouched: Untouched, ref: str) -> None:
    with untouched():
        err = broken.refused(f"commit talk about it --repairs {ref}")
    assert "talk about it" in err


# -- what does not fit ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("commit", 2, "There is no text"),
        (["commit", ""], 2, "empty"),
        (["commit", "\u200b"], 2, "empty"),
        (["commit", "x" * 1_000_000], 2, "1,000,000"),
        (["commit", "red \x1b[31m"], 2, "\\x1b[31m"),
        (["commit", "latin \udce9"], 2, "\\xe9"),
        ("commit x --by fri --every day", 2, "--by promises something once"),
        ("commit x --by", 2, "--by"),
        ("commit x --by --every day", 2, "--by"),
        ("commit --by fri 18:00 call my mother", 2, "18:00"),
        ("commit x --by 05/06/2026", 2, "could be"),
        ("commit x --by 31 february", 2, "ebruary"),
        ("commit x --by never", 2, "does not read"),
        ("commit x --by yesterday", 1, "before"),
        ("commit x --by 2020-01-01", 1, "before"),
        ("commit x --by fri --from sat", 1, "before"),
        ("commit x --by fri 18:00 --at 19:00", 2, "--at"),
        ("commit x --every blue moon", 2, "blue moon"),
        ("commit x --every FREQ=HOURLY", 2, ""),
        ("commit x --every FREQ=DAILY;COUNT=3", 2, ""),
        ("commit x --every", 2, "--every"),
        ("commit x --every day --times 3", 2, "--times"),
        ("commit x --every week --times 0", 2, "--times"),
        ("commit x --every week --times three", 2, "--times"),
        ("commit x --every 3 times a week --times 2", 2, "how many times already"),
        ("commit x --times 3", 2, "--times"),
        ("commit x --at 18:00", 2, "--at"),
        ("commit x --every day --at 25:00", 2, "25:00"),
        ("commit x --until fri", 2, "--until"),
        ("commit x --every sunday --until sat", 1, "no occurrence"),
        ("commit x --every day --from 5 dec --until 1 dec", 1, "no occurrence"),
        ("commit x --wen fri", 2, "--wen"),
        ("commit x --as Kim", 1, "Kim"),
        ("commit x --as Ana --as Sam", 2, "--as"),
        ("commit x --need", 2, "--need"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(
    couple: Run, untouched: Untouched, line: str | list[str], code: int, told: str
) -> None:
    with untouched():
        err = couple.refused(line, code=code)
    assert told in err
    assert "Traceback" not in err


@pytest.mark.parametrize("moment", ["soon", "2026-13-01T10:00", "2026-11-23"])
def test_a_clock_that_is_none_is_told(couple: Run, moment: str) -> None:
    assert "REPAIRLOG_NOW" in couple.at(moment).refused("commit x", code=2)
    couple.at("2026-11-23T18:00")


def test_without_a_journal_it_is_said_how_one_begins(run: Run, journal_path: Path) -> None:
    err = run.refused("commit call my mother")

    assert "repairlog init YOU [PARTNER]" in err
    assert not journal_path.exists()


def test_a_private_promise_leaves_no_trace_in_the_shared_file(
    couple: Run, journal_path: Path
) -> None:
    before = journal_path.read_bytes()
    done = couple.ok("commit a hidden promise --every day --private")

    assert "private journal" in done.out
    assert journal_path.read_bytes() == before
    couple.ok("deliver hidden --private")
    couple.ok("undo --private")
    assert "There is no c1" in couple.refused("deliver c1")
    assert couple.ok("ledger --json").report["commitments"] == []
    assert len(couple.ok("ledger --private --json").report["commitments"]) == 1


def test_the_chain_goes_on_when_the_clock_goes_back(couple: Run) -> None:
    couple.ok("commit first")
    couple.at("2026-11-20T10:00").ok("commit second")
    couple.at("2026-11-24T10:00").ok("commit third")

    written = [e["written"] for e in couple.ok("log --all --json").report["entries"]]
    assert len(written) == 4
    assert written == sorted(written)
    assert promised(couple, "c2")["from"] == "2026-11-20"


@pytest.mark.parametrize("said", ["today 02:30", "sat 02:30", "02:30", "2026-03-29 02:30"])
def test_a_night_minute_that_is_skipped_is_due_at_the_next_one(alone: Run, said: str) -> None:
    with zone("Europe/Berlin"):
        alone.at("2026-03-29T00:30").ok(["commit", "call", "--by", said])

        assert promised(alone)["next"]["deadline"] == "2026-03-29T03:00"


def test_what_is_due_in_a_days_first_minute_is_due_on_that_day(alone: Run) -> None:
    alone.ok("commit call --by fri 03:00")

    assert promised(alone)["next"] == {"day": "2026-11-27", "deadline": "2026-11-27T03:00"}
    assert "was due today" in alone.at("2026-11-27T10:00").ok().out


def test_a_need_is_said_back_so_that_a_slip_is_seen(couple: Run) -> None:
    assert "Needed: “to be asked first”" in couple.ok("commit ask --need to be asked first").out


def test_the_reference_of_a_need_stands_for_its_words(couple: Run) -> None:
    couple.ok("--as Ana add need a hug in the morning")
    said = couple.ok("commit hug --need e2").out

    assert "Needed (e2): “a hug in the morning”" in said
    assert "a hug in the morning" in couple.ok("show c1").out


@pytest.mark.parametrize(("ref", "told"), [("c1", "c1 is not a need"), ("e99", "There is no e99")])
def test_a_reference_of_anything_else_is_no_need(couple: Run, ref: str, told: str) -> None:
    couple.ok("commit text")

    assert told in couple.refused(f"commit hug --need {ref}")
    assert "hug" not in couple.ok("log").out
