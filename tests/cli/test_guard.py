"""However a command ends, there are calm words and the right exit code, and no one's words leak."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from repairlog.cli.guard import run, state_folder
from repairlog.cli.lines import Group, Place
from repairlog.errors import Misread, Refused, RepairlogError, Unwritable


def ends_with(end: BaseException | None) -> Group:
    """A program whose one command ends so."""

    def say(text: list[str] = typer.Argument(None)) -> None:
        secret = "what " + "she told me"
        if end is not None:
            raise end
        print(secret)

    return Group("repairlog", {"say": Place(say, "")})


def raised_by(cause: Callable[[], object]) -> Exception:
    try:
        cause()
    except Exception as problem:
        return problem
    raise AssertionError("it did not fail")


def program_that(does: str) -> str:
    """The source of a program whose one command does so, to be run as a process."""
    return (
        "import sys\n"
        "from repairlog.cli.guard import run\n"
        "from repairlog.cli.lines import Group, Place\n"
        f"def say():\n    {does}\n"
        "sys.exit(run(Group('repairlog', {'say': Place(say, '')}), ['say']))\n"
    )


Screen = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (Refused("c9 is not there.", "repairlog ledger"), 1),
        (Misread("There is no text.", "repairlog say TEXT…"), 2),
        (Unwritable("The folder cannot be written.", "chmod u+w folder"), 3),
    ],
)
def test_what_is_told_is_a_sentence_and_the_step_that_mends_it(
    told: RepairlogError, code: int, capsys: Screen
) -> None:
    assert run(ends_with(told), ["say"]) == code
    assert capsys.readouterr() == ("", f"{told.sentence}\n  {told.mend}\n")


def test_each_line_of_a_mend_is_indented_and_none_is_missed(capsys: Screen) -> None:
    run(ends_with(Refused("Two fit:", "c1\nc2")), ["say"])
    assert capsys.readouterr().err == "Two fit:\n  c1\n  c2\n"
    run(ends_with(Refused("So it is.")), ["say"])
    assert capsys.readouterr().err == "So it is.\n"


def test_what_a_person_typed_is_never_shown_raw(capsys: Screen) -> None:
    assert run(ends_with(None), ["sa\x1b[2Jy"]) == 2
    assert run(ends_with(None), ["say", "--\x9b\udcff"]) == 2
    err = capsys.readouterr().err
    assert "sa\\x1b[2Jy" in err
    assert "\\x9b\\xff" in err
    assert "\x1b" not in err


def test_a_command_that_is_done_ends_with_0(capsys: Screen) -> None:
    assert run(ends_with(None), ["say"]) == 0
    assert run(ends_with(None), ["--help"]) == 0
    assert run(ends_with(typer.Exit(0)), ["say"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("end", [KeyboardInterrupt(), typer.Abort(), EOFError()])
def test_who_stops_is_told_what_became_of_it(end: BaseException, capsys: Screen) -> None:
    assert run(ends_with(end), ["say"]) == 130
    assert capsys.readouterr() == ("", "\nStopped. What was saved before stays saved.\n")


def test_a_reader_that_has_gone_is_no_matter() -> None:
    program = program_that("for n in range(100000): print(n)")
    line = f'{sys.executable} -c "$PROGRAM" | head -1; echo ${{PIPESTATUS[0]}}'
    done = subprocess.run(
        ["bash", "-c", line],
        env={**os.environ, "PROGRAM": program},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("0\n0\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_told_not_traced(tmp_path: Path) -> None:
    program = program_that("print('kept')")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", program],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr == "The system refused, with 'No space left on device'.\n"


# --- a mistake of the program itself ---------------------------------------------------------


def test_a_mistake_of_our_own_is_one_line_and_a_log_without_anyones_words(capsys: Screen) -> None:
    mistake = raised_by(lambda: dict[str, str]()["what she told me"])
    assert run(ends_with(mistake), ["say", "what", "she", "told", "me"]) == 3
    out, err = capsys.readouterr()
    log = state_folder() / "mistake.log"
    assert (out, err.count("\n")) == ("", 1)
    assert str(log) in err
    kept = log.read_text(encoding="utf-8")
    assert "builtins.KeyError" in kept
    assert "tests/cli/test_guard.py:" in kept
    assert "told me" not in kept + err
    assert "Traceback" not in err


def test_the_log_names_what_led_to_it_and_no_folder_of_the_person(
    tmp_path: Path, capsys: Screen
) -> None:
    mistake = RuntimeError("she said")
    mistake.__cause__ = raised_by(lambda: int("her words"))
    run(ends_with(mistake), ["say"])
    kept = (state_folder() / "mistake.log").read_text(encoding="utf-8")
    assert kept.index("builtins.RuntimeError") < kept.index("builtins.ValueError")
    assert "she said" not in kept
    assert "her words" not in kept
    assert str(Path.cwd()) not in kept
    assert str(tmp_path) not in kept


def test_only_its_owner_can_read_the_log(capsys: Screen) -> None:
    before = os.umask(0)
    try:
        run(ends_with(RuntimeError()), ["say"])
        run(ends_with(RuntimeError()), ["say"])
    finally:
        os.umask(before)
    log = state_folder() / "mistake.log"
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


def test_a_log_that_cannot_be_written_changes_nothing_else(
    monkeypatch: pytest.MonkeyPatch, capsys: Screen
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", os.devnull)
    assert run(ends_with(RuntimeError("her words")), ["say"]) == 3
    assert capsys.readouterr().err == "repairlog made a mistake of its own and stopped.\n"


def test_who_looks_for_the_mistake_may_have_it_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPAIRLOG_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run(ends_with(ZeroDivisionError()), ["say"])


def test_a_terminal_that_lacks_a_character_gets_it_written_out() -> None:
    program = program_that("print('● kept')")
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "\\u25cf kept\n", "")
