"""`restore`: a backup is the journal again, the one that was there is kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from repairlog.journal.driver import salt_of
from tests.locked import open_journal
from tests.program import Run


@pytest.fixture
def backup(run: Run, tmp_path: Path) -> Path:
    """A backup of a journal of two promises, which then went on."""
    run.ok("init Ana Ben")
    run.ok("commit call my mother --every day")
    run.ok("commit a walk by the river --as Ben")
    kept = tmp_path / "kept.db"
    run.ok(f"backup {kept}")
    run.ok("commit something later --by friday")
    return kept


def beside(path: Path) -> list[Path]:
    return sorted(path.parent.glob("*before-restore*"))


def test_it_holds_what_the_backup_held_and_the_later_one_is_kept(
    run: Run, backup: Path, journal_path: Path
) -> None:
    told = run.ok(f"restore {backup}").out
    [kept] = beside(journal_path)

    assert str(kept) in told
    assert "Something later" not in run.ok("log").out
    assert "river" in run.ok("log").out
    assert "Something later" in run.ok(f"log --journal {kept}").out
    run.ok("doctor")


def test_it_goes_on_with_a_chain_of_its_own(run: Run, backup: Path, journal_path: Path) -> None:
    with open_journal(journal_path) as journal:
        before = journal.device
    run.ok(f"restore {backup}")
    with open_journal(journal_path) as journal:
        assert journal.device != before
    run.ok("deliver c1")

    with open_journal(journal_path) as journal:
        assert len(journal.heads()) == 2
    run.ok("doctor")


def test_the_backup_stays_as_it_was(run: Run, backup: Path) -> None:
    before = backup.read_bytes()
    run.ok(f"restore {backup}")

    assert backup.read_bytes() == before
    assert [p.name for p in backup.parent.glob("kept.db*")] == ["kept.db"]


def test_where_there_is_no_journal_it_becomes_one(
    run: Run, backup: Path, journal_path: Path
) -> None:
    journal_path.unlink()
    run.ok(f"restore {backup}")

    assert "river" in run.ok("log").out
    assert beside(journal_path) == []


@pytest.mark.parametrize("end", [100, 9000])
def test_a_damaged_journal_is_set_aside_as_it_is(
    run: Run, backup: Path, journal_path: Path, end: int
) -> None:
    journal_path.write_bytes(os.urandom(end))
    before = journal_path.read_bytes()
    run.ok(f"restore {backup}")
    [kept] = beside(journal_path)

    assert kept.read_bytes() == before
    assert "river" in run.ok("log").out


def test_a_damaged_backup_changes_nothing(run: Run, backup: Path, journal_path: Path) -> None:
    before = run.ok("log").out
    raw = bytearray(backup.read_bytes())
    place = raw.find(b"river")
    raw[place] ^= 1
    backup.write_bytes(raw)
    told = run.refused(f"restore {backup}", code=3)

    assert "damaged" in told
    assert run.ok("log").out == before
    assert beside(journal_path) == []


def test_what_is_no_backup_changes_nothing(
    run: Run, backup: Path, journal_path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("dear you")

    run.refused(f"restore {other}", code=3)
    run.refused(f"restore {tmp_path / 'nowhere.db'}")
    run.refused(f"restore {journal_path}")
    assert "Something later" in run.ok("log").out


@pytest.mark.plain("begins with a plain backup")
def test_a_locked_backup_makes_a_locked_journal(
    run: Run, backup: Path, journal_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPAIRLOG_PASSPHRASE_COMMAND", "echo nine quiet herons at dusk")
    run.ok("lock")
    run.ok(f"backup {tmp_path / 'locked.db'}")
    run.ok(f"restore {backup}")
    assert salt_of(journal_path) is None
    told = run.ok(f"restore {tmp_path / 'locked.db'} --json").report

    assert told["entries"] == 4
    assert salt_of(journal_path) is not None
    assert "Something later" in run.ok("log").out
