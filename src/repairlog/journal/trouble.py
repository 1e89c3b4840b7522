"""What SQLite or the file system could not do with a journal's file, said in words."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from repairlog.errors import Refused, Shut, Unwritable
from repairlog.journal.driver import WAIT_SECONDS, errors

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
_SHUT_OUT = {
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
}

ELSEWHERE = "Name another file with --journal PATH, or start one there: repairlog init YOU"
PERMISSIONS = (
    "Look at the permissions of the file and of its folder, "
    "or name another file with --journal PATH."
)
FROM_A_BACKUP = "Go on from a backup; this file is kept beside it: repairlog restore BACKUP"


class Locked(Shut):
    """A journal that no key was given for, or one that does not open it."""

    def __init__(self, path: Path, salt: bytes) -> None:
        super().__init__(
            f"{path} is locked, and this does not open it. Nothing was changed.",
            "Try again with its passphrase.",
        )
        self.salt = salt


def replaced(path: Path) -> Refused:
    """Another command gave the journal another file (locked, unlocked or restored it)."""
    return Refused(
        f"{path} was locked, unlocked or restored by another command at this very moment. "
        "Nothing was written.",
        "The same once more, and it goes into the journal that is there now.",
    )


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite says of the file into Unwritable. Mistakes of the program pass as they
    are."""
    try:
        yield
    except errors("ProgrammingError"):
        raise
    except errors() as problem:
        raise _of_sqlite(path, problem) from problem


@contextmanager
def told_in_reading(path: Path) -> Iterator[None]:
    """Like `told`, where nothing but reading goes on: text that cannot be decoded is damage, too.

    SQLite's own words for what it found may quote such text.
    """
    try:
        with told(path):
            yield
    except UnicodeDecodeError as problem:
        raise damaged(path, "it holds text that is not UTF-8") from problem


@contextmanager
def told_of_files(path: Path) -> Iterator[None]:
    """Like `told`, and for what the file system says too."""
    try:
        with told(path):
            yield
    except OSError as problem:
        if problem.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _no_room(path) from problem
        reason = problem.strerror or "the system gave no reason"
        raise _unreachable(path, reason) from problem


def no_journal(path: Path) -> Unwritable:
    """A file that something else made."""
    return Unwritable(f"{path} is not a repairlog journal. It was left as it is.", ELSEWHERE)


def newer(path: Path) -> Unwritable:
    """A journal with migrations that this version does not know."""
    return Unwritable(
        f"{path} was written by a newer repairlog. It was left as it is.",
        "Bring this repairlog up to date, then try again.",
    )


def damaged(path: Path, reason: str) -> Unwritable:
    """A file that no longer holds what was written."""
    return Unwritable(f"{path} is damaged ({reason}). Nothing was changed.", FROM_A_BACKUP)


def unlisted(path: Path) -> Unwritable:
    """The cache beside the entries cannot be read; they may all be well."""
    return Unwritable(
        f"The list of what is open in {path} cannot be read.",
        "To make it again from the entries: repairlog doctor",
    )


def lingering(path: Path, problem: str) -> Unwritable:
    """Words were erased, and the file could not be written anew without them."""
    return Unwritable(
        f"The words are erased, but {path} could not be written anew ({problem}), "
        "so that their bytes may still stand in it.",
        "They go when the last program that has it open closes it.",
    )


def shut_out(problem: Exception) -> bool:
    """Whether permissions are the reason."""
    return code_of(problem) in _SHUT_OUT


def busy(problem: Exception) -> bool:
    """Whether another program has been writing for too long."""
    return isinstance(problem, errors()) and code_of(problem) in _BUSY


def no_database(problem: Exception) -> bool:
    """Whether what was read is no database at all."""
    return code_of(problem) == sqlite3.SQLITE_NOTADB


def code_of(problem: Exception) -> int:
    """The kind of SQLite's trouble."""
    # The low byte of SQLite's result code is the kind. Text that is not UTF-8 comes without one.
    return getattr(problem, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF


def _of_sqlite(path: Path, problem: Exception) -> Unwritable:
    code = code_of(problem)
    if code == sqlite3.SQLITE_NOTADB:
        return no_journal(path)
    if code in _BUSY:
        return Unwritable(
            f"Another program has been writing to {path} for {WAIT_SECONDS:.0f} seconds; "
            "nothing was saved.",
            "Try again in a moment.",
        )
    if code in _SHUT_OUT:
        return _unreachable(path, str(problem))
    if code == sqlite3.SQLITE_FULL:
        return _no_room(path)
    if code == sqlite3.SQLITE_IOERR and path.is_dir():
        return Unwritable(
            f"{path} is a folder, and a journal is a file.", f"--journal {path / 'journal.db'}"
        )
    if code == sqlite3.SQLITE_IOERR:
        return Unwritable(
            f"The disk did not take what was to be written to {path} ({problem}).",
            "Once the disk is well again, see what is there: repairlog log",
        )
    return damaged(path, str(problem))


def _no_room(path: Path) -> Unwritable:
    return Unwritable(
        f"There is no room left for {path}; nothing was saved.",
        "Make room on that disk, then try again.",
    )


def _unreachable(path: Path, reason: str) -> Unwritable:
    return Unwritable(
        f"{path} cannot be opened or written: {reason}. Nothing was saved.", PERMISSIONS
    )
