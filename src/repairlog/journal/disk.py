"""Files on the disk: made whole or not at all, their owner's alone from the first byte."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

BESIDE = ("", "-wal", "-shm", "-journal")
"""A file, and what SQLite makes beside it."""


def make_private(folder: Path) -> None:
    """Make the folder, and those above it, so that only their owner can enter; those that are
    there already stay as they are."""
    if folder.is_dir():
        return
    make_private(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    sync(folder.parent)


@contextmanager
def beside_its_place(path: Path) -> Iterator[Path]:
    """A new empty file beside ``path`` that only its owner can read; gone again afterwards, with
    what SQLite made beside it.

    Whoever is killed meanwhile leaves it behind: the next one to make a file here clears it away.
    """
    clear_half_made(path)
    building = path.with_name(f".{path.name}.{os.urandom(6).hex()}.new")
    with _held(with_ending(building, HELD)):
        os.close(os.open(building, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            yield building
        finally:
            for ending in BESIDE:
                with_ending(building, ending).unlink(missing_ok=True)


HELD = "-held"
"""The ending of an empty file that is there, and locked, as long as somebody makes a file. It is
not the file itself that is locked: on some systems that would keep SQLite out, too."""


@contextmanager
def _held(mark: Path) -> Iterator[None]:
    handle = os.open(mark, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        _alone(handle)
        yield
    finally:
        mark.unlink(missing_ok=True)
        os.close(handle)


def _alone(handle: int) -> bool:
    """Whether nobody else holds this file; from now on we do. It ends with the process, too."""
    try:
        import fcntl
    except ImportError:  # a system that cannot tell: what is half made stays
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def clear_half_made(path: Path) -> None:
    """Remove the half-made files beside ``path`` that nobody works at any more. One that `unlock`
    left would hold words that are to be locked."""
    with suppress(OSError):
        for found in list(path.parent.iterdir()):
            name = found.name
            if name.startswith(f".{path.stem}") and name.endswith((".new", f".new{HELD}")):
                _clear(path.with_name(name.removesuffix(HELD)))


def _clear(building: Path) -> None:
    mark = with_ending(building, HELD)
    with suppress(FileNotFoundError):
        handle = os.open(mark, os.O_WRONLY)
        try:
            if not _alone(handle):
                return
            for ending in BESIDE:
                with_ending(building, ending).unlink(missing_ok=True)
            mark.unlink()
        finally:
            os.close(handle)


def place_of(path: Path) -> tuple[int, int] | None:
    """Which file has this name now: its device and its number there. None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def with_ending(path: Path, ending: str) -> Path:
    """The name of what SQLite makes beside a file."""
    return path.with_name(path.name + ending)


def put(building: Path, path: Path) -> bool:
    """Give the file its name, unless something has that name already."""
    _refuse_unmerged(building)
    try:
        os.link(building, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        if not _renamed(building, path):
            return False
    sync(path.parent)
    return True


def put_over(building: Path, path: Path) -> None:
    """Give the file its name, whatever has that name now."""
    _refuse_unmerged(building)
    building.replace(path)
    sync(path.parent)


def _refuse_unmerged(building: Path) -> None:
    """Closing a database does not say so when the disk no longer takes what stands in its WAL."""
    wal = with_ending(building, "-wal")
    if wal.exists() and wal.stat().st_size:
        raise OSError(errno.EIO, "a part of it did not get to its place")


def _renamed(building: Path, path: Path) -> bool:
    import fcntl

    folder = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)  # a rename would replace: one looks and renames at once
        if os.path.lexists(path):
            return False
        building.rename(path)
    finally:
        os.close(folder)
    return True


def sync(folder: Path) -> None:
    """Make the folder's new name durable."""
    place = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
