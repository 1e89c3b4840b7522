"""The whole suite on a locked journal: `pytest --locked`.

Every journal that a test begins is locked then from its first byte: those of the command line with
`init --lock`, those made through the library with a key. The program gets the passphrase as anyone
does, from ``REPAIRLOG_PASSPHRASE_COMMAND``; what opens a journal in the tests themselves is here,
by the names that it has in `repairlog.journal`. On a plain journal each does what it does there.

A test that looks at a plain file's own bytes is marked ``plain``, with its reason, and left out.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path

from repairlog import journal
from repairlog.cli import passphrase
from repairlog.errors import Refused
from repairlog.journal import Draft, Journal, driver
from repairlog.journal.driver import MARK, SALT_BYTES, Key

CHOSEN = "LOCKED"
"""The environment variable that says so to processes of the tests' own, too."""

WORDS = "nine quiet herons at dusk"
COMMAND = f"echo '{WORDS}'"
SALT = MARK + b"the tests'"
KEY = Key(bytes.fromhex("8d2a02ca46017e0afb45ea3eed06afecbf79b0e4c2a0048005ce1ce10bcd75c7"), SALT)
"""What the passphrase comes to with this salt (tests/test_away.py): deriving it takes an eighth of
a second, too long for each of some thousand tests."""

assert len(SALT) == SALT_BYTES


def chosen() -> bool:
    """Whether the tests run on locked journals."""
    return CHOSEN in os.environ


def prepared() -> None:
    """Derive a key once in this process, and give every new journal of it the same salt."""
    derive = cache(Key.of)

    def of(words: str, salt: bytes) -> Key:
        return KEY if (words, salt) == (WORDS, SALT) else derive(words, salt)

    setattr(Key, "of", of)  # noqa: B010  (a type checker knows no method that is replaced)
    driver.new_salt = lambda: SALT


def key_of(path: Path) -> Key | None:
    """What opens the file: None for a plain one."""
    salt = driver.salt_of(path)
    if salt is None or salt == SALT:
        return KEY if salt else None
    return passphrase._KNOWN.get(salt) or Key.of(WORDS, salt)


def open_journal(path: Path) -> Journal:
    """The journal that is there, locked or not."""
    return journal.open_journal(path, key_of(path))


def create_journal(path: Path, now: datetime, drafts: Sequence[Draft]) -> Journal:
    """A new journal, locked if the tests run so."""
    return journal.create_journal(path, now, drafts, KEY if chosen() else None)


def connect(path: Path) -> sqlite3.Connection:
    """The file through its own SQLite, as somebody's tool would have it, each statement by itself;
    one that is not there yet is begun."""
    key = key_of(path) if path.exists() else (KEY if chosen() else None)
    return driver.connect(path, "mode=rwc", key)


def lock_private(folder: Path) -> None:
    """Lock the private journals that a command has begun."""
    from repairlog.journal.exchange import locked

    for path in folder.glob("*.private-*.db"):
        if path.stat().st_size and driver.salt_of(path) is None:
            with suppress(Refused):  # a test has it open: after the next command
                locked(path, None, KEY)
