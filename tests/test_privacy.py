"""Whatever is written, is written for its owner only; and no log holds a word of anyone's."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from repairlog.cli import guard
from repairlog.journal import Journal, Writer
from tests import locked
from tests.locked import open_journal
from tests.program import Run
from tests.test_private import WRITTEN

EDITOR = """#!/bin/sh
umask
stat -c '%a' "$1" "$(dirname "$1")" >> "$SEEN"
echo "a word from the editor" > "$1"
"""


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def modes(folder: Path) -> dict[str, str]:
    """The mode of every file and folder below this one."""
    found = sorted(folder.rglob("*"))
    return {str(one.relative_to(folder)): oct(stat.S_IMODE(one.stat().st_mode)) for one in found}


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_every_file_is_its_owners_alone(
    run: Run, journal_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mask: int
) -> None:
    editor, seen = tmp_path / "editor", tmp_path / "seen"
    editor.write_text(EDITOR, encoding="utf-8")
    editor.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.setenv("SEEN", str(seen))
    monkeypatch.setenv("REPAIRLOG_PASSPHRASE_COMMAND", locked.COMMAND)
    kept = journal_path.parent
    with umask(mask):
        run.ok("init Ana Ben")
        run.ok("add care an hour of nothing")
        run.ok("add note --edit")
        run.ok(f"export -o {kept / 'week.md'}")
        run.ok(f"export --format json -o {kept / 'whole.json'}")
        run.ok(f"backup {kept / 'copy.db'}")
        run.ok(f"--private backup {kept / 'own.db'}")
        run.ok(f"restore {kept / 'copy.db'}")
        run.at("2026-11-24T18:00").ok(f"--journal {kept / 'new.db'} init Zoe")
        run.ok(f"--journal {kept / 'new.db'} import {kept / 'whole.json'}")
        for path in (journal_path, *kept.glob("*.private-ana.db")):
            with open_journal(path) as journal:
                assert journal.count()
                assert {*modes(kept).values()} == {"0o600"}  # with what SQLite keeps beside it
        if run("lock").code:  # the whole suite may run on locked journals
            monkeypatch.setenv("REPAIRLOG_PASSPHRASE_COMMAND", "echo seven slow barges in rain")
            run.ok("lock --change")
        run.ok(f"backup {kept / 'locked.db'}")
        run.ok("unlock")
        with monkeypatch.context() as broken:
            broken.setattr(Writer, "append", _mistaken)
            assert run("add note tea").code == 3

    assert len(modes(kept)) >= 10
    assert {*modes(kept).values()} == {"0o600"}
    assert stat.S_IMODE(kept.stat().st_mode) == 0o700
    state = guard.state_folder()
    assert {*modes(state).values()} == {"0o600"}
    assert stat.S_IMODE(state.stat().st_mode) == 0o700
    assert seen.read_text(encoding="utf-8").split() == ["600", "700"]


def _mistaken(*told: object, **more: object) -> None:
    """A mistake of the program's own, that says all it knows."""
    words = " ".join(map(repr, (*told, *more.values())))
    raise RuntimeError(words)


@pytest.mark.parametrize("command", WRITTEN)
def test_no_log_holds_what_was_typed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    run.ok("init Ana Sam --hurt Ana")
    run.ok("commit text when leaving --every weekday")
    run.ok("boundary add we ask first --means I knock")
    for owner, name in ((Writer, "append"), (Journal, "read"), (Journal, "about")):
        for line in WRITTEN[command]:
            with monkeypatch.context() as patch:
                patch.setattr(owner, name, _mistaken)
                told = run(line.format(last="e2", folder=tmp_path))
            assert "Traceback" not in told.err, told
    left = [one for one in tmp_path.rglob("*") if one.is_file() and one.suffix != ".db"]
    for file in left:
        assert b"zqx" not in file.read_bytes(), file
