"""`add KIND` and `answer`: every registered moment has its command; a new one needs no more."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import repairlog
from repairlog.kinds import KIND_OF
from repairlog.kinds.moments import MOMENTS, Moment
from tests.cli.commands.conftest import Untouched
from tests.program import Run

NAMES = [KIND_OF[moment].name for moment in MOMENTS]
WAITING = [KIND_OF[moment].name for moment in MOMENTS if moment.place == "challenging"]
SHARED = [KIND_OF[moment].name for moment in MOMENTS if not moment.private]


def logged(run: Run, line: str = "log") -> list[Any]:
    entries: list[Any] = run.ok(f"{line} --json").report["entries"]
    return entries


@pytest.mark.parametrize("moment", MOMENTS, ids=NAMES)
def test_every_registered_moment_has_its_command_and_help(
    couple: Run, moment: type[Moment]
) -> None:
    name = KIND_OF[moment].name
    private = " --private" if moment.private else ""

    assert f"repairlog add {name} {moment.example}" in couple.ok(f"add {name} --help").out
    [row] = couple.ok(f"add {name} {moment.example} --json").report["written"]
    assert row["kind"] == name
    assert moment.example in [one["fields"].get("text") for one in logged(couple, f"log{private}")]


def test_the_list_of_moments_is_in_the_help(couple: Run) -> None:
    told = couple.ok("add --help").out

    assert all(f"  {name} " in told for name in NAMES)


def test_with_its_day_and_what_it_is_about(couple: Run) -> None:
    couple.ok("--as Sam commit text when leaving")
    done = couple.ok("add update I moved the late meeting --about c1 --on yesterday")

    assert "e2  I moved the late meeting · update · about c1 · Sun 22 Nov." in done.out
    [entry] = [e for e in logged(couple) if e["ref"] == "e2"]
    assert (entry["about"], entry["day"], entry["at"]) == ("c1", "2026-11-22", None)


@pytest.mark.parametrize("name", WAITING)
def test_what_waits_says_for_whom(couple: Run, name: str) -> None:
    done = couple.ok(f"add {name} something weighs on me")

    assert "waits for Sam" in done.out
    assert "repairlog answer e2" in done.out


def test_care_goes_to_ones_own_private_journal_by_itself(couple: Run, journal_path: Path) -> None:
    couple.ok("add win we laughed")
    before = journal_path.read_bytes()
    done = couple.ok("add care a hidden hour by the river")

    assert "private journal, and nowhere else" in done.out
    assert "repairlog undo --private" in done.out
    assert journal_path.read_bytes() == before
    assert not list(journal_path.parent.glob("journal.db-*"))
    for line in ("log", "log --all", "show e2"):
        assert "hidden" not in couple(line).out
    assert "hidden" in couple.ok("log --private").out
    couple.ok("undo --private")
    assert "hidden" not in couple.ok("log --private").out
    assert "We laughed" in couple.ok("log").out


def test_private_journals_are_each_persons_own(couple: Run) -> None:
    couple.ok("add care Ana walks")
    couple.ok("add care Sam runs --as Sam")

    assert "Sam runs" not in couple.ok("log --private").out
    assert "Ana walks" not in couple.ok("log --private --as Sam").out


def test_any_moment_may_be_private(couple: Run, journal_path: Path) -> None:
    couple.ok("--private add note a hidden note")

    assert b"hidden" not in journal_path.read_bytes()


def test_a_private_moment_is_about_private_things_only(couple: Run) -> None:
    couple.ok("commit call my mother")

    assert "no c1 in your private journal" in couple.refused("add care I rest --about c1")


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("add", 2, "note, win"),
        ("add gratitude thank you", 2, "There is no command"),
        ("add note", 2, "There is no text"),
        (["add", "note", ""], 2, "empty"),
        ("add win x --on tomorrow", 1, "still ahead"),
        ("add win x --on 31 february", 2, "february"),
        ("add win x --on 05/06/2026", 2, "could be"),
        ("add win x --about c9", 1, "There is no c9"),
        ("add win x --about", 2, "--about"),
        ("add win x --edit --json", 2, "--json"),
        ("add win x --as Kim", 1, "Kim"),
        (["add", "note", "a\x00b"], 2, "\\x00"),
        (["add", "note", "bytes \udce9"], 2, "\\xe9"),
        ("answer", 2, "REF"),
        ("answer e2", 2, "repairlog answer REF TEXT"),
        ("answer e9 yes", 1, "There is no e9"),
        ("answer e1 yes", 1, "not a moment"),
        ("answer c1 yes", 1, "not a moment"),
        ("answer sky yes", 1, "fits no open moment"),
        ("answer clock yes", 1, "fits two open moments"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(
    couple: Run, untouched: Untouched, line: str | list[str], code: int, told: str
) -> None:
    couple.ok("--as Sam add doubt I check the clock")
    couple.ok("--as Sam add need a clock in the hall")
    couple.ok("--as Sam commit call my mother")
    with untouched():
        assert told in couple.refused(line, code=code)


def test_a_pipe_is_shown_back_when_it_cannot_be_saved(couple: Run) -> None:
    err = couple.refused("add note - --about c9", stdin="long words\nof the night\n")

    assert err.startswith("Not saved:\nlong words\nof the night\n")


# -- answer --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*SHARED, "checkin"])
def test_only_the_other_answers(couple: Run, untouched: Untouched, name: str) -> None:
    words = "--need a slower week" if name == "checkin" else "I check the clock"
    couple.ok(f"checkin {words}" if name == "checkin" else f"add {name} {words}")
    with untouched():
        err = couple.refused("answer e2 never mind")
    assert "the answer is Sam's" in err
    assert "never mind" not in err

    done = couple.ok("--as Sam answer e2 I understand, and I will text")
    assert "e2  answered · I understand, and I will text" in done.out


def test_an_open_one_is_found_by_a_word_of_it_until_it_is_answered(couple: Run) -> None:
    couple.ok("add doubt I check the clock")
    couple.ok("--as Sam answer clock I know")

    assert "fits no open moment" in couple.refused("--as Sam answer clock I really know")
    couple.ok("--as Sam answer e2 I really know")
    answers = [e for e in logged(couple) if e["kind"] == "answer"]
    assert [a["fields"]["text"] for a in answers] == ["I know", "I really know"]


def test_alone_one_answers_oneself(alone: Run) -> None:
    alone.ok("add doubt I check the clock")
    alone.ok("answer clock it is a habit by now")

    assert "fits no open" in alone.refused("answer clock again")


def test_an_answer_taken_back_leaves_it_open_again(couple: Run) -> None:
    couple.ok("add doubt I check the clock")
    couple.ok("--as Sam answer clock I know")
    assert "Sam has answered" in couple.refused("undo")

    couple.ok("--as Sam undo")
    couple.ok("--as Sam answer clock I do know")


def test_what_was_answered_is_not_amended(couple: Run) -> None:
    couple.ok("add doubt I check the clock")
    couple.ok("amend e2 I still check the clock")
    couple.ok("--as Sam answer still I know")

    assert "Sam has answered" in couple.refused("amend e2 never mind")


# -- the test of the layout ----------------------------------------------------------------------

DEFINITION = '''class Gratitude(Moment):
    """Something I am thankful for."""

    place = "right"
    example = "thank you for the tea"


MOMENTS:'''


def test_a_new_moment_is_one_definition_and_one_line(couple: Run, tmp_path: Path) -> None:
    copy = tmp_path / "source" / "repairlog"
    shutil.copytree(Path(repairlog.__file__).parent, copy)
    _edit(copy / "kinds" / "moments.py", "MOMENTS:", DEFINITION)
    _edit(
        copy / "kinds" / "__init__.py", '_moment("note"),', '_moment("note"), _moment("gratitude"),'
    )

    def gratefully(*words: str) -> str:
        """The copy with its new moment, run as a process of its own."""
        environment = {**os.environ, "PYTHONPATH": str(copy.parent)}
        done = subprocess.run(
            [sys.executable, "-m", "repairlog", *words],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "something I am thankful for" in gratefully("add", "--help")
    assert "repairlog add gratitude thank you for the tea" in gratefully(
        "add", "gratitude", "--help"
    )
    assert "· gratitude" in gratefully("add", "gratitude", "thank", "you", "for", "the", "tea")
    assert "gratitude: Thank you for the tea" in gratefully("log")
    assert "Thank you for the tea" in gratefully("show", "e2")
    assert '"gratitude"' in gratefully("log", "--kind", "gratitude", "--json")
    assert "answered" in gratefully("answer", "e2", "you", "are", "welcome", "--as", "Sam")
    # The program that does not know it keeps it, and says what it is.
    assert "gratitude" in couple.ok("log").out


def _edit(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), encoding="utf-8")
