"""Where a passphrase comes from: a real terminal, where nothing of it is seen, or the keyring."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from repairlog.cli import passphrase
from repairlog.journal.driver import salt_of
from tests.program import Run
from tests.sitting import CTRL_C, CTRL_D, Sitting

WORDS, OTHERS, WEAK = "nine quiet herons at dusk", "seven slow barges under bridges", "letmein"
COMMAND = "REPAIRLOG_PASSPHRASE_COMMAND"


@pytest.fixture
def kept(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A locked journal, whose passphrase is at hand no more."""
    monkeypatch.setenv(COMMAND, f"echo '{WORDS}'")
    run.ok("init Ana Ben --lock")
    monkeypatch.delenv(COMMAND)
    return run


@pytest.fixture
def plain(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A journal that is not locked, and no command that gives a passphrase."""
    monkeypatch.setenv(COMMAND, f"echo '{WORDS}'")
    run.ok("init Ana Ben")
    run("unlock")  # the whole suite may run on locked journals
    monkeypatch.delenv(COMMAND)
    return run


# -- asked at a terminal ---------------------------------------------------------------------------


def test_it_is_asked_for_and_never_shown(kept: Run) -> None:
    with Sitting(["commit", "call", "my", "mother", "--by", "friday"]) as terminal:
        terminal.reads("Passphrase of journal.db:")
        terminal.type(WORDS)
        assert terminal.ends() == 0
        assert "Call my mother · by Fri 27 Nov" in terminal.words
        assert "heron" not in terminal.shown


def test_wrong_twice_then_right(kept: Run) -> None:
    with Sitting(["add", "note", "two", "swans"]) as terminal:
        for wrong in (OTHERS, WORDS.upper()):
            terminal.reads("Passphrase of journal.db:")
            terminal.clears()
            terminal.type(wrong)
            terminal.reads("That does not open it.")
        terminal.reads("Passphrase of journal.db:")
        terminal.type(WORDS)
        assert terminal.ends() == 0
        assert "Two swans" in terminal.words


def test_wrong_three_times_ends_it_and_the_words_are_shown_back(
    kept: Run, journal_path: Path
) -> None:
    before = journal_path.read_bytes()
    with Sitting(["add", "note", "two", "swans"]) as terminal:
        for _ in range(3):
            terminal.reads("Passphrase of journal.db:")
            terminal.type(OTHERS)
            terminal.clears()
        assert terminal.ends() == 1
        assert "does not open" in terminal.words
        assert "two swans" in terminal.words
    assert journal_path.read_bytes() == before


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_who_stops_there_gets_the_words_back(kept: Run, journal_path: Path, key: str) -> None:
    before = journal_path.read_bytes()
    with Sitting(["add", "note", "two", "swans"]) as terminal:
        terminal.reads("Passphrase of journal.db:")
        terminal.press(key)
        assert terminal.ends() == 130
        assert "two swans" in terminal.words
    assert journal_path.read_bytes() == before


# -- a new one -------------------------------------------------------------------------------------


def test_a_new_one_is_typed_twice_until_it_is_the_same(plain: Run, journal_path: Path) -> None:
    with Sitting(["lock"]) as terminal:
        terminal.reads("A new passphrase")
        terminal.type(WORDS)
        terminal.reads("The same once more")
        terminal.type(OTHERS)
        terminal.reads("The two are not the same.")
        terminal.type(WORDS)
        terminal.reads("The same once more")
        terminal.type(WORDS)
        assert terminal.ends() == 0
        assert "is locked" in terminal.words
        assert "heron" not in terminal.shown
    assert salt_of(journal_path)


def test_a_weak_one_takes_a_second_yes(plain: Run, journal_path: Path) -> None:
    with Sitting(["lock"]) as terminal:
        for answer in ("n", "y"):
            terminal.reads("clever:")
            terminal.type(WEAK)
            terminal.reads("The same once more")
            terminal.type(WEAK)
            terminal.reads("could be guessed", "Take it all the same?")
            terminal.clears()
            terminal.type(answer)
        assert terminal.ends() == 0
    assert salt_of(journal_path)


@pytest.mark.parametrize("answers", [[""], [CTRL_C], [WORDS, CTRL_C]])
def test_without_a_new_one_nothing_is_changed(
    plain: Run, journal_path: Path, answers: list[str]
) -> None:
    before = journal_path.read_bytes()
    with Sitting(["lock"]) as terminal:
        for question, answer in zip(("clever:", "once more"), answers, strict=False):
            terminal.reads(question)
            terminal.press(answer) if answer == CTRL_C else terminal.type(answer)
        assert terminal.ends() in (2, 130)
    assert journal_path.read_bytes() == before


def test_bytes_that_are_no_text_are_a_passphrase_too(
    plain: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(COMMAND, "printf '\\377\\200 nine herons \\376'")
    plain.ok("lock")
    monkeypatch.setattr(passphrase, "_KNOWN", {})

    assert "herons" not in plain.ok("doctor").out


def test_the_passphrase_that_it_has_is_no_new_one(
    kept: Run, journal_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(COMMAND, f"echo '{WORDS}'")
    before = journal_path.read_bytes()

    assert "has already" in kept.refused("lock --change")
    assert journal_path.read_bytes() == before


# -- the keyring -----------------------------------------------------------------------------------


class Remembering(KeyringBackend):
    """A keyring that lives as long as the test."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring's own
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked("no one is here to open it")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise KeyringLocked("no one is here to open it")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("there is none")


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[Remembering]:
    """The system's keyring, made up, and a program that knows no key of an earlier command."""
    before, made = keyring.get_keyring(), Remembering()
    keyring.set_keyring(made)
    monkeypatch.setattr(passphrase, "_KNOWN", {})
    yield made
    keyring.set_keyring(before)


def locked_with(run: Run, patch: pytest.MonkeyPatch, words: str, line: str) -> str:
    """Run a line with the passphrase at hand; afterwards it is not, and nothing is known."""
    with patch.context() as here:
        here.setenv(
            COMMAND, f'test "$REPAIRLOG_PASSPHRASE_NEW" && echo "{words}" || echo "{WORDS}"'
        )
        said = run.ok(line).out
    passphrase._KNOWN.clear()
    return said


def mark(path: Path) -> Path:
    return path.with_name(f".{path.name}.keyring")


def test_the_keyring_opens_it_where_that_was_chosen(
    plain: Run, ring: Remembering, journal_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = locked_with(plain, monkeypatch, WORDS, "lock --keyring")

    assert "whoever is at this account opens it" in said
    assert plain.ok("add note two swans").code == 0
    assert mark(journal_path).stat().st_mode & 0o777 == 0o600
    assert mark(journal_path).read_bytes() == b""
    assert len(ring.kept) == 1
    assert all("heron" not in value for value in ring.kept.values())


def test_without_that_choice_nothing_is_kept_and_no_keyring_is_asked(
    plain: Run, ring: Remembering, journal_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked_with(plain, monkeypatch, WORDS, "lock")

    assert not ring.kept
    assert not mark(journal_path).exists()
    assert COMMAND in plain.refused("ledger")


def test_it_is_taken_out_again(
    plain: Run, ring: Remembering, journal_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked_with(plain, monkeypatch, WORDS, "lock --keyring")
    plain.ok("lock --no-keyring")
    passphrase._KNOWN.clear()

    assert not ring.kept
    assert not mark(journal_path).exists()
    plain.refused("ledger")


def test_another_passphrase_and_none_forget_the_old_key(
    plain: Run, ring: Remembering, journal_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked_with(plain, monkeypatch, WORDS, "lock --keyring")
    [old] = ring.kept.values()
    locked_with(plain, monkeypatch, OTHERS, "lock --change --keyring")
    assert old not in ring.kept.values()
    assert plain.ok("ledger").code == 0
    plain.ok("unlock")
    assert not ring.kept
    assert not mark(journal_path).exists()


def test_a_keyring_that_is_shut_or_has_lost_it_is_no_more_than_none(
    plain: Run, ring: Remembering, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked_with(plain, monkeypatch, WORDS, "lock --keyring")
    ring.locked = True
    assert "two swans" in plain.refused("add note two swans")
    ring.locked = False
    ring.kept.clear()
    assert "two swans" in plain.refused("add note two swans")


def test_a_keyring_that_takes_nothing_says_so(
    plain: Run, ring: Remembering, journal_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring.locked = True
    monkeypatch.setenv(COMMAND, f"echo '{WORDS}'")
    told = plain("lock --keyring")

    assert told.code == 1, told
    assert "keyring" in told.err
    assert not mark(journal_path).exists()
    assert plain.ok("ledger").code == 0
