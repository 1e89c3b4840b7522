"""`lock` and `unlock`: the same journal, which opens only with its passphrase."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from repairlog.errors import Refused
from repairlog.journal import Locked, open_journal
from repairlog.journal.driver import Key, cipher, salt_of
from repairlog.schema import GUARDS
from tests.program import Run

WORDS = "nine quiet herons at dusk"
COMMAND = "REPAIRLOG_PASSPHRASE_COMMAND"

pytestmark = pytest.mark.plain("locks and unlocks journals itself, from a plain one on")


@pytest.fixture
def couple(run: Run) -> Run:
    """Two people, a promise of each, and a private line."""
    run.ok("init Ana Ben")
    run.ok("commit call my mother --every day")
    run.ok("commit a walk by the river --as Ben")
    run.ok("add care an hour of nothing")
    return run


def knowing(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setenv(COMMAND, f"echo '{words}'")


@contextmanager
def forgotten(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As in the next process: no key is known."""
    with monkeypatch.context() as patch:
        patch.setattr("repairlog.cli.passphrase._KNOWN", {})
        yield


@pytest.fixture
def locked(couple: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The same, with the shared journal locked and its passphrase at hand."""
    knowing(monkeypatch, WORDS)
    couple.ok("lock")
    return couple


def test_a_locked_journal_holds_no_word_that_anyone_could_read(
    locked: Run, journal_path: Path
) -> None:
    for file in journal_path.parent.glob(f"{journal_path.name}*"):
        raw = file.read_bytes()
        assert b"mother" not in raw
        assert b"commitment" not in raw
        assert not raw.startswith(b"SQLite")
    with pytest.raises(sqlite3.DatabaseError), closing(sqlite3.connect(journal_path)) as plain:
        plain.execute("SELECT * FROM entry")


def test_everything_reads_as_it_did_and_goes_on(
    couple: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings = ("ledger --json", "log --json", "review --no-input --json", "export --format json")
    before = [couple.ok(line).out for line in readings]
    knowing(monkeypatch, WORDS)
    couple.ok("lock")

    assert [couple.ok(line).out for line in readings] == before
    assert "kept" in couple.ok("deliver c1").out
    assert "walk" in couple.ok("search walk").out
    couple.ok("doctor")


def test_it_is_a_sqlcipher_file_that_its_own_tools_open_with_the_passphrase(
    locked: Run, journal_path: Path
) -> None:
    with closing(cipher().connect(str(journal_path))) as tool:
        tool.execute(f"PRAGMA key = '{WORDS}'")
        [count] = tool.execute("SELECT count(*) FROM entry WHERE kind = 'commitment'").fetchone()

    assert count == 2


def test_its_triggers_and_marks_are_those_of_any_journal(locked: Run, journal_path: Path) -> None:
    salt = salt_of(journal_path)
    assert salt is not None
    with open_journal(journal_path, Key.of(WORDS, salt)) as journal:
        assert journal.guards() == set(GUARDS)
        assert journal.problems() == []
    assert journal_path.stat().st_mode & 0o777 == 0o600


def test_another_passphrase_opens_nothing_and_nothing_typed_is_lost(
    locked: Run, journal_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = journal_path.read_bytes()
    knowing(monkeypatch, "something else")
    with forgotten(monkeypatch):
        told = locked.refused("commit tell you about the letter --by friday")

    assert "tell you about the letter" in told
    assert "does not open" in told
    assert journal_path.read_bytes() == before


def test_without_a_passphrase_nothing_is_asked_off_a_terminal(
    locked: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(COMMAND)

    with forgotten(monkeypatch):
        for line in ("ledger", "ledger --json", "deliver c1", "commit call --by friday"):
            assert COMMAND in locked.refused(line)


def test_a_letter_typed_in_two_ways_is_one_passphrase() -> None:
    salt = bytes(16)

    assert Key.of("Zo\u00eb", salt) == Key.of("Zoe\u0308", salt)
    assert repr(Key.of("x", salt)) == "Key()"


def test_unlock_gives_back_a_journal_that_is_equal(
    couple: Run, journal_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = couple.ok("export --format json").out
    knowing(monkeypatch, WORDS)
    couple.ok("lock")
    couple.ok("unlock")
    monkeypatch.delenv(COMMAND)

    assert couple.ok("export --format json").out == before
    assert salt_of(journal_path) is None
    couple.ok("doctor")


def test_a_changed_passphrase_is_the_only_one_that_opens(
    locked: Run, journal_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The command is asked for the old one and the new one; a locked journal is opened first.
    locked.ok("ledger")
    knowing(monkeypatch, "seven slow barges under bridges")
    locked.ok("lock --change")
    salt = salt_of(journal_path)
    assert salt is not None

    with pytest.raises(Locked):
        open_journal(journal_path, Key.of(WORDS, salt))
    open_journal(journal_path, Key.of("seven slow barges under bridges", salt)).close()


def test_locked_twice_and_unlocked_twice_are_refused(locked: Run) -> None:
    assert "--change" in locked.refused("lock")
    locked.ok("unlock")
    assert "repairlog lock" in locked.refused("unlock")
    assert "repairlog lock" in locked.refused("lock --change")


def test_while_another_program_has_it_open_nothing_is_changed(
    couple: Run, journal_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    knowing(monkeypatch, WORDS)
    with open_journal(journal_path) as other:
        other.count()
        assert "has" in couple.refused("lock")
        assert salt_of(journal_path) is None
    couple.ok("lock")


def test_who_opened_it_before_writes_nothing_to_the_file_that_lost_its_name(
    couple: Run, journal_path: Path, tmp_path: Path
) -> None:
    with open_journal(journal_path) as early:
        count = early.count()
        journal_path.rename(tmp_path / "old.db")
        (tmp_path / "new.db").write_bytes((tmp_path / "old.db").read_bytes())
        (tmp_path / "new.db").rename(journal_path)
        with (
            pytest.raises(Refused, match="at this very moment"),
            early.writing(datetime(2026, 11, 23, 18, tzinfo=UTC)),
        ):
            pass
        assert early.count() == count


def test_a_private_journal_has_a_passphrase_of_its_own(
    couple: Run, journal_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    knowing(monkeypatch, "four small lanterns by water")
    couple.ok("lock --private")
    own = journal_path.with_name("journal.private-ana.db")

    assert salt_of(own) is not None
    assert salt_of(journal_path) is None
    assert "hour of nothing" in couple.ok("log --private").out
    couple.ok("unlock --private")
    assert salt_of(own) is None


def test_a_backup_of_a_locked_journal_is_locked_and_says_so(locked: Run, tmp_path: Path) -> None:
    told = locked.ok(f"backup {tmp_path / 'kept.db'}").out

    assert "same passphrase" in told
    assert salt_of(tmp_path / "kept.db") is not None
    locked.ok("unlock")
    assert "not encrypted" in locked.ok(f"backup {tmp_path / 'open.db'}").out


def test_a_journal_can_be_locked_from_its_first_byte(
    run: Run, journal_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    knowing(monkeypatch, WORDS)
    run.ok("init Ana Ben --lock")

    assert salt_of(journal_path) is not None
    run.ok("commit call my mother --by friday")
    run.ok("doctor")


def test_a_passphrase_that_many_use_is_called_so(
    couple: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    knowing(monkeypatch, "password1")

    assert "could be guessed" in couple.ok("lock").err


def test_a_command_that_gives_no_passphrase_changes_nothing(
    couple: Run, journal_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in ("false", "true"):
        monkeypatch.setenv(COMMAND, command)
        assert COMMAND in couple.refused("lock")
    assert salt_of(journal_path) is None
