"""What a terminal asks for, one thing after another: it leads, and loses nothing that was typed."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import pytest

from repairlog.journal import Query
from tests.locked import open_journal
from tests.program import Run
from tests.sitting import CTRL_C, ENTER, Sitting

ONCE_MORE = "Nothing was written. A sentence, or Enter again to leave it."


@pytest.fixture(autouse=True)
def begun(run: Run) -> None:
    run.ok("init Ana Sam")


def kept(path: Path) -> list[dict[str, Any]]:
    """What stands in the journal since it began, the oldest first."""
    with open_journal(path) as journal:
        found = sorted(journal.read(Query()), key=lambda entry: entry.seq)
        return [{"kind": e.kind, **(e.fields or {})} for e in found if e.kind != "init"]


def offered(sitting: Sitting) -> list[str]:
    """The command line that the screen offers, as a shell would take it apart."""
    line = sitting.words.rpartition("repairlog ")[2]
    return shlex.split(line)


def answered(sitting: Sitting, *pairs: tuple[str, str]) -> None:
    for question, words in pairs:
        sitting.sees(question)
        sitting.type(words)


# -- apologies -----------------------------------------------------------------------------------


def test_an_apology_is_asked_for_its_deed_and_by_when(journal_path: Path) -> None:
    with Sitting(["apologize"]) as sitting:
        answered(
            sitting,
            ("What are you sorry for?", "I hurt you"),
            ("yours to own", "I hid it"),
            ("to repair it?", "tell you first"),
            ("By when?", "whenever"),
            ("'whenever'", "next friday"),
            ("Say which: 2026-11-27 or 2026-12-04", "friday"),
        )
        assert sitting.ends() == 0
        assert "Tell you first · by Fri 27 Nov" in sitting.words
    assert kept(journal_path)[1]["by"] == "2026-11-27"


def test_enter_leaves_the_day_open(journal_path: Path) -> None:
    with Sitting(["apologize", "I", "hurt", "you", "--responsibility", "I hid it"]) as sitting:
        answered(sitting, ("to repair it?", "tell you first"), ("Enter: no date", ""))
        assert sitting.ends() == 0
    assert "by" not in kept(journal_path)[1] or kept(journal_path)[1]["by"] is None


def test_an_empty_answer_is_asked_about_once_more(journal_path: Path) -> None:
    with Sitting(["apologize"]) as sitting:
        answered(sitting, ("sorry for?", "I hurt you"), ("yours to own", ""), (ONCE_MORE, "I hid"))
        answered(sitting, ("to repair it?", "tell you first"), ("By when?", ""))
        assert sitting.ends() == 0
    assert kept(journal_path)[0]["responsibility"] == "I hid"


def test_left_empty_twice_all_of_it_comes_back_as_the_line_that_saves_it(
    run: Run, journal_path: Path
) -> None:
    with Sitting(["apologize", "--forgiveness", "--by", "in 11 days"], columns=200) as sitting:
        answered(sitting, ("sorry for?", "I didn't tell you"), ("yours to own", "I hid it"))
        answered(sitting, ("to repair it?", ""), (ONCE_MORE, ""))
        assert sitting.ends() == 2
        line = offered(sitting)
        assert "Not saved: " in sitting.words
    assert kept(journal_path) == []

    place = line.index("--repair") + 1
    assert line[place] == "TEXT"
    run.ok([*line[:place], "tell you first", *line[place + 1 :]])
    apology, promise = kept(journal_path)
    assert apology["text"] == "I didn't tell you"
    assert apology["responsibility"] == "I hid it"
    assert apology["forgiveness"] is True
    assert promise["by"] == "2026-12-04"


def test_all_on_one_line_asks_nothing(journal_path: Path) -> None:
    line = "apologize I hurt you --responsibility I hid it --repair tell you first"
    with Sitting(line.split()) as sitting:
        assert sitting.ends() == 0
        assert "By when?" not in sitting.words


# -- misses, setbacks ----------------------------------------------------------------------------


@pytest.fixture
def promised(run: Run) -> None:
    run.at("2026-11-22T12:00").ok("commit call my mother --by today 18:00")
    run.at("2026-11-23T18:00")


@pytest.mark.usefixtures("promised")
def test_a_miss_is_asked_what_is_owned_what_repairs_it_and_by_when(journal_path: Path) -> None:
    with Sitting(["miss", "c1"]) as sitting:
        answered(sitting, ("What do you own?", "I let it slide"), ("Enter: later", "call at noon"))
        answered(sitting, ("By when?", "by tomorrow"))
        assert sitting.ends() == 0
        assert "repairs c1" in sitting.words
    _, miss, repair = kept(journal_path)
    assert (miss["own"], repair["text"], repair["by"]) == (
        "I let it slide",
        "call at noon",
        "2026-11-24",
    )


@pytest.mark.usefixtures("promised")
def test_the_repair_of_a_miss_may_wait(journal_path: Path) -> None:
    with Sitting(["miss", "c1"]) as sitting:
        answered(sitting, ("What do you own?", "I let it slide"), ("Enter: later", ""))
        assert sitting.ends() == 0
    assert [one["kind"] for one in kept(journal_path)] == ["commitment", "miss"]


@pytest.mark.usefixtures("promised")
def test_a_miss_that_says_what_it_owns_stays_one_line() -> None:
    with Sitting(["miss", "c1", "--own", "I let it slide"]) as sitting:
        assert sitting.ends() == 0
        assert "owned" in sitting.words


@pytest.mark.usefixtures("promised")
def test_what_was_owned_comes_back_when_one_stops_half_way(journal_path: Path) -> None:
    with Sitting(["miss", "c1"]) as sitting:
        answered(sitting, ("What do you own?", "I let it slide"))
        sitting.sees("Enter: later")
        sitting.press(CTRL_C)
        assert sitting.ends() == 130
        assert "Not saved: I let it slide" in sitting.words
    assert len(kept(journal_path)) == 1


def test_a_setback_is_asked_for_its_plan_and_by_when(journal_path: Path) -> None:
    with Sitting(["setback"]) as sitting:
        answered(sitting, ("set you back?", "I hid my phone"), ("plan from here", "on the shelf"))
        answered(sitting, ("By when?", "sunday"))
        assert sitting.ends() == 0
    assert kept(journal_path)[1]["by"] == "2026-11-29"


def test_a_setback_without_a_plan_comes_back_whole(journal_path: Path) -> None:
    with Sitting(["setback", "I", "hid", "it"], columns=200) as sitting:
        sitting.sees("plan from here")
        sitting.press(ENTER)
        sitting.sees(ONCE_MORE)
        sitting.press(ENTER)
        assert sitting.ends() == 2
        assert offered(sitting) == ["setback", "I hid it", "--plan", "TEXT"]
    assert kept(journal_path) == []


# -- triggers ------------------------------------------------------------------------------------


def test_a_trigger_is_asked_what_of_which_kind_and_what_it_did(journal_path: Path) -> None:
    with Sitting(["trigger"]) as sitting:
        answered(
            sitting,
            ("see or hear?", "a late reply"),
            ("What kind", "bad"),
            ("none of the three", "r"),
            ("did it do to you?", "my stomach dropped"),
        )
        assert sitting.ends() == 0
    [one] = kept(journal_path)
    assert (one["text"], one["sort"], one["effect"]) == (
        "a late reply",
        "reminder",
        "my stomach dropped",
    )


def test_its_kind_and_effect_may_be_left_out(journal_path: Path) -> None:
    with Sitting(["trigger"]) as sitting:
        answered(sitting, ("see or hear?", "a late reply"), ("What kind", ""), ("do to you?", ""))
        assert sitting.ends() == 0
    [one] = kept(journal_path)
    assert not one.get("sort")
    assert not one.get("effect")


def test_a_trigger_with_its_words_stays_one_line() -> None:
    with Sitting(["trigger", "a", "late", "reply"]) as sitting:
        assert sitting.ends() == 0
        assert "What kind" not in sitting.words


@pytest.mark.parametrize(("words", "kind"), [("s", "stressor"), ("conflicts", "conflict")])
def test_a_kind_is_known_by_its_first_letter(
    run: Run, words: str, kind: str, journal_path: Path
) -> None:
    run.ok(f"trigger the bill --kind {words}")
    assert kept(journal_path)[0]["sort"] == kind


# -- who writes ----------------------------------------------------------------------------------


def test_who_writes_is_asked_again_after_a_slip(run: Run, journal_path: Path) -> None:
    run.ok("settings me ask")
    with Sitting(["add", "note", "hello"]) as sitting:
        answered(sitting, ("Who is writing? (Ana or Sam)", "Smm"), ("Ana or Sam?", "sam"))
        assert sitting.ends() == 0
        assert "Written by Sam." in sitting.words


def test_after_two_slips_the_third_ends_it(run: Run, journal_path: Path) -> None:
    run.ok("settings me ask")
    before = len(kept(journal_path))
    with Sitting(["add", "note", "hello"]) as sitting:
        answered(sitting, ("Who is writing?", "x"), ("called 'x'", "y"), ("called 'y'", "z"))
        assert sitting.ends() == 1
        assert "Not saved: hello" in sitting.words
    assert len(kept(journal_path)) == before
