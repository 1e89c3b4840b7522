"""A text comes from words, a pipe, the editor or one question; none that was written is lost."""

from __future__ import annotations

import io
import os
import signal
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import pexpect
import pytest

from repairlog.cli.texts import kept_in_sight, take
from repairlog.errors import Misread, Refused
from repairlog.text import LONGEST


@pytest.fixture(autouse=True)
def temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where drafts go, to see that none stays behind."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    return Editor(tmp_path / "editor", monkeypatch)


class Editor:
    """An editor that does what a shell script says with the draft, `$1`."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path, self.monkeypatch = path, monkeypatch

    def does(self, script: str, variable: str = "EDITOR") -> None:
        self.path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        self.path.chmod(0o700)
        self.monkeypatch.setenv(variable, str(self.path))


def text_of(*words: str, edit: bool = False, json: bool = False, stdin: bytes | None = None) -> str:
    if stdin is None:
        return take(words, edit=edit, ask="What?", json=json)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        return take(words, edit=edit, ask="What?", json=json)


# --- words and pipes -------------------------------------------------------------------------


def test_words_are_joined_by_single_spaces() -> None:
    assert text_of("call", "my  mother") == "call my  mother"


def test_a_lone_dash_reads_what_is_piped() -> None:
    assert text_of("-", stdin="über\nzwei Zeilen\n".encode()) == "über\nzwei Zeilen"


def test_a_dash_among_words_is_a_word() -> None:
    assert text_of("this", "-", "that", stdin=b"not read") == "this - that"


def test_line_endings_and_a_byte_order_mark_of_other_systems_are_no_part_of_a_text() -> None:
    assert text_of("-", stdin=b"\xef\xbb\xbfone\r\ntwo\r\n") == "one\ntwo"


def test_bytes_that_are_not_utf8_are_refused_and_shown() -> None:
    with pytest.raises(Misread) as told:
        text_of("-", stdin=b"caf\xe9 with her")
    assert "caf\\xe9 with her" in told.value.mend


def test_an_empty_pipe_is_no_text() -> None:
    with pytest.raises(Misread, match="empty"):
        text_of("-", stdin=b"\n")


def test_off_a_terminal_nothing_is_asked() -> None:
    with pytest.raises(Misread, match="no text") as told:
        text_of(stdin=b"this is not read")
    assert "TEXT…" in told.value.mend


def test_what_was_piped_and_is_too_long_is_shown_back_whole(
    capsys: pytest.CaptureFixture[str],
) -> None:
    long = "x" * LONGEST + " the end"
    with pytest.raises(Misread, match="100,008 characters"):
        text_of("-", stdin=long.encode())
    assert f"Not saved:\n{long}\n" in capsys.readouterr().err


# --- the editor ------------------------------------------------------------------------------


def test_the_editor_is_given_the_words_and_gives_the_text(editor: Editor) -> None:
    editor.does('printf "%s, and more\n" "$(cat "$1")" > "$1.new"; mv "$1.new" "$1"')
    assert text_of("it", "began", edit=True) == "it began, and more"


def test_visual_goes_before_editor_and_may_hold_options(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.does('echo "$1" > "$2"')
    monkeypatch.setenv("VISUAL", f"{editor.path} --wait")
    monkeypatch.setenv("EDITOR", "false")
    assert text_of(edit=True) == "--wait"


def test_a_draft_is_its_writers_alone_while_it_is_open(editor: Editor, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    editor.does(f'stat -c %a "$1" "$(dirname "$1")" > {seen}; echo x > "$1"')
    text_of(edit=True)
    assert seen.read_text().split() == ["600", "700"]


@pytest.mark.parametrize(
    "script",
    [
        'echo so > "$1"; cp "$1" "$1~"',
        ': > "$1"',
        'echo so > "$1"; exit 1',
        'printf "caf\\351" > "$1"',
        'rm "$1"',
    ],
)
def test_nothing_of_a_draft_stays_behind(
    editor: Editor, temporary_folder: Path, script: str
) -> None:
    editor.does(script)
    with suppress(Misread, Refused):
        text_of(edit=True)
    assert list(temporary_folder.iterdir()) == []


@pytest.mark.parametrize("script", [': > "$1"', 'rm "$1"', "exit 1"])
def test_an_empty_draft_writes_nothing(editor: Editor, script: str) -> None:
    editor.does(script)
    with pytest.raises(Misread, match="nothing was written"):
        text_of(edit=True)


def test_a_draft_that_the_editor_gave_up_is_shown_back(editor: Editor) -> None:
    editor.does('echo "half a thought" > "$1"; exit 1')
    with pytest.raises(Refused) as told:
        text_of(edit=True)
    assert told.value.mend == "half a thought\n"


def test_a_draft_with_bytes_that_are_not_utf8_is_shown_back(editor: Editor) -> None:
    editor.does('printf "caf\\351" > "$1"')
    with pytest.raises(Misread) as told:
        text_of(edit=True)
    assert "caf\\xe9" in told.value.mend


def test_an_editor_that_is_not_there_is_named(
    monkeypatch: pytest.MonkeyPatch, temporary_folder: Path
) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor --wait")
    with pytest.raises(Misread, match="'no-such-editor' could not be started") as told:
        text_of(edit=True)
    assert told.value.mend == "EDITOR=nano repairlog --edit"
    assert list(temporary_folder.iterdir()) == []


def test_a_quote_left_open_in_editor_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", 'vim "-x')
    with pytest.raises(Misread, match="quote"):
        text_of(edit=True)


def test_ctrl_c_in_the_editor_is_the_editors_own_affair(editor: Editor) -> None:
    before = signal.getsignal(signal.SIGINT)
    editor.does('kill -INT $PPID; echo "still there" > "$1"')
    assert text_of(edit=True) == "still there"
    assert signal.getsignal(signal.SIGINT) is before


def test_json_never_opens_an_editor_and_never_asks(editor: Editor) -> None:
    editor.does('echo x > "$1"')
    with pytest.raises(Misread, match="--json"):
        text_of(edit=True, json=True)
    with pytest.raises(Misread, match="no text"):
        text_of(json=True, stdin=b"")


# --- one question on a terminal --------------------------------------------------------------

PROGRAM = """
import sys
from repairlog.cli.guard import run
from repairlog.cli.lines import Group, Place
from repairlog.cli.texts import take

def say():
    print(repr(take([], edit=False, ask="What do you promise?", json=False)))

sys.exit(run(Group("repairlog", {"say": Place(say, "")}), ["say"]))
"""


def asked(answer: str, tmp_path: Path, out: str = "") -> tuple[str, int | None]:
    """What the screen shows once the question has its answer, and the exit code."""
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    command = f"exec {sys.executable} {program}" + (f" > {out}" if out else "")
    screen = pexpect.spawn("/bin/sh", ["-c", command], encoding="utf-8", timeout=20)
    screen.expect_exact("What do you promise?\r\n")
    screen.expect("> ")
    screen.send(answer)
    screen.expect(pexpect.EOF)
    screen.close()
    return str(screen.before), screen.exitstatus


def test_a_terminal_is_asked_for_one_line_so_apostrophes_are_safe(tmp_path: Path) -> None:
    shown, code = asked("I'll call; it's late\n", tmp_path)
    assert code == 0
    assert "\"I'll call; it's late\"" in shown


def test_the_question_leaves_standard_output_alone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    _, code = asked("call\n", tmp_path, str(out))
    assert code == 0
    assert out.read_text() == "'call'\n"


@pytest.mark.parametrize("key", ["\x04", "\x03"])
def test_ctrl_d_and_ctrl_c_end_the_question_calmly(tmp_path: Path, key: str) -> None:
    shown, code = asked(key, tmp_path)
    assert code == 130
    assert "What was saved before stays saved." in shown
    assert "Traceback" not in shown


def test_an_empty_answer_writes_nothing(tmp_path: Path) -> None:
    shown, code = asked("\n\n", tmp_path)
    assert code == 2
    assert "Enter again to leave it" in shown
    assert "nothing was saved" in shown


# --- text that could not be saved ------------------------------------------------------------


@pytest.mark.parametrize("end", [Refused("No."), KeyboardInterrupt(), ZeroDivisionError()])
def test_a_text_that_could_not_be_saved_is_shown_back(
    end: BaseException, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(type(end)), kept_in_sight("what I wrote \x1b[2J"):
        raise end
    assert capsys.readouterr().err == "Not saved:\nwhat I wrote \\x1b[2J\n\n"


def test_a_text_that_was_saved_is_not_shown_again(capsys: pytest.CaptureFixture[str]) -> None:
    with kept_in_sight("what I wrote"):
        pass
    assert capsys.readouterr().err == ""


def test_drafts_are_private_whatever_the_umask(editor: Editor, tmp_path: Path) -> None:
    seen = tmp_path / "copy"
    editor.does(f'cp -p "$1" {seen}; echo x > "$1"')
    before = os.umask(0)
    try:
        text_of(edit=True)
    finally:
        os.umask(before)
    assert stat.S_IMODE(seen.stat().st_mode) == 0o600
