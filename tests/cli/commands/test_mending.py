"""`undo`, `amend`, `erase`: one's own only, while unanswered; what both agreed to takes both."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands.conftest import Untouched
from tests.program import Run


def entries(run: Run, line: str = "log --all") -> dict[str, Any]:
    return {entry["ref"]: entry for entry in run.ok(f"{line} --json").report["entries"]}


# -- undo ----------------------------------------------------------------------------------------


def test_it_says_what_it_took_back(couple: Run) -> None:
    couple.ok("add win we laughed")
    done = couple.ok("undo")

    assert "e2  taken back: win, Mon 23 Nov 18:00: we laughed" in done.out
    assert "It was Ana's latest, and counts as if never written." in done.out


def test_it_says_of_what_it_took_back(couple: Run) -> None:
    couple.ok("commit call my mother")
    couple.ok("deliver c1")

    delivered = couple.ok("undo").out
    assert "taken back: delivered (c1), Mon 23 Nov 18:00: Call my mother" in delivered
    couple.ok("release c1")
    assert "taken back: proposed, Mon 23 Nov 18:00: release c1: Call my" in couple.ok("undo").out


def test_it_takes_back_ones_own_latest_then_the_one_before(couple: Run) -> None:
    couple.ok("commit first")
    couple.ok("commit second")
    couple.ok("commit theirs --as Sam")

    assert "c2" in couple.ok("undo").out
    assert "c1" in couple.ok("undo").out
    assert "nothing of Ana's to take back" in couple.refused("undo")
    assert "c3" in couple.ok("undo --as Sam").out
    assert "nothing of Sam's" in couple.refused("undo --as Sam")


def test_a_reference_is_never_given_twice(couple: Run) -> None:
    couple.ok("commit first")
    couple.ok("undo")

    assert couple.ok("commit second").out.startswith("c2")


def test_what_was_answered_stays(couple: Run, untouched: Untouched) -> None:
    couple.ok("trigger a late reply")
    couple.ok("trigger meant t1 I was away --as Sam")
    with untouched():
        assert "Sam has answered t1" in couple.refused("undo")


@pytest.mark.parametrize("line", ["erase e2", "amend e2 we cried"])
def test_no_line_is_offered_that_changes_the_others_words(couple: Run, line: str) -> None:
    couple.ok("add win we laughed --as Sam")
    told = couple.refused(line)

    assert "only Sam can" in told
    assert "--as" not in told


def test_undoing_a_yes_is_the_others_own(couple: Run) -> None:
    couple.ok("commit call")
    couple.ok("release c1")
    couple.ok("agree c1 --as Sam")

    assert "answered" in couple.refused("undo")
    couple.ok("undo --as Sam")
    couple.ok("undo")


def test_words_put_right_read_as_before_once_that_is_taken_back(couple: Run) -> None:
    couple.ok("add note we walked")
    couple.ok("amend e2 we ran --on yesterday")
    couple.ok("undo")

    for page in ("show e2", "log", "log --all"):
        assert "We walked" in couple.ok(page).out
    one = couple.ok("show e2 --json").report
    assert one["thing"]["fields"]["text"] == "we walked"
    assert one["first_words"] is None
    assert [e["undone"] for e in one["history"]] == [True]


def test_a_yes_to_the_words_as_they_were_holds_once_the_change_is_taken_back(couple: Run) -> None:
    couple.ok("agreement rule we talk sitting down")
    couple.ok("agree p1 --as Sam")
    couple.ok("amend p1 we talk standing up")
    couple.ok("undo")

    one = couple.ok("show p1 --json").report
    assert one["became"] == "agreed"
    assert "sitting" in couple.ok("show p1").out.splitlines()[2]


@pytest.mark.parametrize(
    ("wrote", "ref"),
    [
        ("agreement rule we talk sitting down", "p1"),
        ("milestone add a hundred days", "m1"),
        ("boundary add no surprises --means you tell me first", "b1"),
        ("setback I hid it --plan I say it first", "e2"),
    ],
)
def test_what_the_other_said_no_to_keeps_its_words(
    couple: Run, untouched: Untouched, wrote: str, ref: str
) -> None:
    couple.ok(wrote)
    couple.ok("decline p1 --as Sam")

    with untouched():
        assert f"Sam said no to {ref} as it is" in couple.refused(f"amend {ref} other words")
    couple.ok("undo --as Sam")
    couple.ok(f"amend {ref} other words")


def test_a_setback_whose_plan_both_agreed_to_keeps_its_words(
    couple: Run, untouched: Untouched
) -> None:
    couple.ok("setback I hid it --plan I say it first")
    couple.ok("agree p1 --as Sam")

    with untouched():
        assert "Sam has answered e2" in couple.refused("amend e2 other words")


@pytest.mark.parametrize(
    ("wrote", "since"),
    [
        ("boundary add privacy --means I knock", "boundary crossed b1 --what the door stood open"),
        ("agreement rule we sit down", "agreement rule we sit at the table --instead p1"),
        ("setback I hid it --plan I say it first", "deliver c1"),
    ],
)
def test_a_yes_stands_once_the_other_went_on_from_it(
    couple: Run, untouched: Untouched, wrote: str, since: str
) -> None:
    couple.ok(wrote)
    couple.ok("agree p1 --as Sam")
    couple.ok(since)

    with untouched():
        assert "Ana has answered" in couple.refused("undo --as Sam")
    couple.ok("undo")
    couple.ok("undo --as Sam")


def test_json_names_the_taking_back(couple: Run) -> None:
    couple.ok("commit call")

    assert [r["kind"] for r in couple.ok("undo --json").report["written"]] == ["undo"]


def test_settings_and_init(couple: Run) -> None:
    assert "nothing of Ana's" in couple.refused("undo")
    couple.ok("settings me Sam")

    assert "me" in couple.ok("undo --as Ana").out
    assert "Written by Ana" in couple.ok("commit call").out


def test_private_commands_are_taken_back_only_with_private(couple: Run) -> None:
    couple.ok("add win in the open")
    couple.ok("add care by the river")

    assert "in the open" in couple.ok("undo").out
    assert "by the river" in couple.ok("undo --private").out


def test_undo_in_a_journal_whose_clock_went_back(couple: Run) -> None:
    couple.ok("commit first")
    couple.at("2026-11-20T12:00").ok("commit second")

    assert "c2" in couple.ok("undo").out


# -- amend ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrote", "line", "reads"),
    [
        ("add win we laugthed", "amend e2 we laughed", {"text": "we laughed"}),
        ("commit cal", "amend c1 call", {"text": "call"}),
        ("trigger a late rply", "amend t1 a late reply", {"text": "a late reply"}),
    ],
)
def test_ones_own_words(couple: Run, wrote: str, line: str, reads: dict[str, str]) -> None:
    couple.ok(wrote)
    couple.ok(line)

    entry = entries(couple)[line.split()[1]]
    assert {name: entry["fields"][name] for name in reads} == reads
    assert entry["amended"]


def test_time_and_note(couple: Run) -> None:
    couple.ok("commit text --every day --at 18:30")
    couple.at("2026-11-24T19:00").ok("deliver c1 --note on the tram")
    assert couple.ok("ledger --json").report["commitments"][0]["late"] == 1

    couple.ok("amend e2 --on 18:10 --note on the bus")
    row = couple.ok("ledger --json").report["commitments"][0]
    assert (row["late"], row["kept"]) == (0, 1)
    assert entries(couple)["e2"]["fields"]["note"] == "on the bus"


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("amend", 2, "REF"),
        ("amend c1", 2, "There is no text"),
        ("amend c9 x", 1, "There is no c9"),
        ("amend c2 x", 1, "Sam's"),
        ("amend c1 --on yesterday", 1, "terms"),
        ("amend c1 --note x", 1, "no note"),
        ("amend e2 --on tomorrow", 1, "still ahead"),
        ("amend e2 --on never", 2, "not read"),
        ("amend e3 text of its own", 1, "no text"),
        ("amend e3 --on 2026-11-01", 1, "began"),
        ("amend e1 x", 1, "no words"),
        ("amend e4 x", 1, "Sam has answered"),
        (["amend", "e2", ""], 2, "empty"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(
    couple: Run, untouched: Untouched, line: str | list[str], code: int, told: str
) -> None:
    couple.ok("commit call")
    couple.ok("commit theirs --as Sam")
    couple.ok("add win we laughed")
    couple.ok("deliver c1")
    couple.ok("add doubt I check the clock")
    couple.ok("answer e4 I know --as Sam")
    with untouched():
        assert told in couple.refused(line, code=code)


def test_words_of_an_amendment_are_shown_back(couple: Run) -> None:
    couple.ok("commit theirs --as Sam")

    assert "my long words" in couple.refused("amend c1 my long words")


# -- erase ---------------------------------------------------------------------------------------


@pytest.mark.plain("looks for words in the file's bytes")
def test_the_words_are_gone_from_the_file(couple: Run, journal_path: Path) -> None:
    couple.ok("add note the unspeakable word")
    couple.ok("amend e2 the unspeakable words")
    assert b"unspeakable" in _bytes(journal_path)
    done = couple.ok("erase e2")

    assert "gone from this journal, for good" in done.out
    assert b"unspeakable" not in _bytes(journal_path)
    assert "unspeakable" not in couple.ok("log --all").out
    assert entries(couple)["e2"]["erased"]


def _bytes(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))


def test_standings_hold_without_the_words(couple: Run) -> None:
    couple.ok("commit text --every day")
    couple.ok("deliver c1")
    before = couple.ok("ledger --json").report["commitments"][0]
    couple.ok("erase c1")
    after = couple.ok("ledger --json").report["commitments"][0]

    assert after == {**before, "what": None}


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("erase", 2, "REF"),
        ("erase c9", 1, "There is no c9"),
        ("erase c1", 1, "Sam's"),
        ("erase e1", 1, "no words"),
        ("erase e2 e3", 2, "too many"),
    ],
)
def test_an_erasure_that_does_not_fit_is_told(
    couple: Run, untouched: Untouched, line: str, code: int, told: str
) -> None:
    couple.ok("commit theirs --as Sam")
    with untouched():
        assert told in couple.refused(line, code=code)


def test_twice_is_refused_and_it_is_never_undone(couple: Run, untouched: Untouched) -> None:
    couple.ok("add note words")
    couple.ok("erase e2")
    with untouched():
        assert "no words" in couple.refused("erase e2")
        assert "gone for good" in couple.refused("undo")
        couple.refused("amend e2 other words")


@pytest.mark.plain("looks for words in the file's bytes")
def test_what_both_agreed_to_takes_both(couple: Run, journal_path: Path) -> None:
    couple.ok("boundary add we ask unspeakably --means it is seen unspeakably")
    couple.ok("agree b1 --as Sam")
    done = couple.ok("erase b1")
    assert "waits for Sam" in done.out
    assert b"unspeakably" in _bytes(journal_path)

    couple.ok("agree b1 --as Sam")
    assert b"unspeakably" not in _bytes(journal_path)
    assert "erased by its author" in couple.ok("boundary list").out
    couple.ok("boundary honoured b1")
    assert "erased by its author" in couple.ok("boundary crossed b1 --what it hurt").out


def test_an_erasure_that_was_declined_leaves_the_words(couple: Run) -> None:
    couple.ok("boundary add we ask --means it is seen")
    couple.ok("agree b1 --as Sam")
    couple.ok("erase b1")
    couple.ok("decline b1 --as Sam")

    assert "we ask" in couple.ok("boundary list").out


def test_the_time_that_was_put_right_stands_without_the_words(couple: Run) -> None:
    couple.ok("commit plan the week --by today 17:30")
    couple.ok("deliver c1 --note we sat down")
    couple.ok("amend e2 --on today 17:00")
    couple.ok("erase e2")

    [row] = couple.ok("ledger --all --json").report["commitments"]
    assert row["standing"] == "kept"
    assert couple.ok("show e2 --json").report["thing"]["at"].startswith("2026-11-23T17:00")


def test_an_erased_private_entry_is_gone_too(couple: Run, journal_path: Path) -> None:
    couple.ok("add care an unspeakable hour")
    couple.ok("erase e2 --private")

    files = b"".join(path.read_bytes() for path in journal_path.parent.iterdir())
    assert b"unspeakable" not in files


@pytest.mark.parametrize("command", ["boundary add no surprises", "boundary revise b1"])
def test_erasing_takes_the_value_of_a_boundary_with_its_words(
    couple: Run, journal_path: Path, command: str
) -> None:
    couple.ok("boundary add we ask first --means I knock --value privacy")
    done = couple.ok(f"{command} --value quietude --json").report["written"][0]
    couple.ok(f"erase {done['ref']}")

    assert b"quietude" not in journal_path.read_bytes()
    assert "quietude" not in couple.ok("boundary list").out
    assert "quietude" not in couple.ok("log --all").out
