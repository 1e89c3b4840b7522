"""A journal that comes from elsewhere, and files that go out: whole or not at all, never over
another file, readable by their owner only from the first byte."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from repairlog.entries import Entry
from repairlog.errors import Refused, Unwritable
from repairlog.journal.book import Journal
from repairlog.journal.disk import beside_its_place, make_private, put
from repairlog.journal.driver import Key, connect
from repairlog.journal.exchange import exchanged
from repairlog.journal.files import begin_file, merge
from repairlog.journal.trouble import told_of_files

Finish = Callable[[Journal], None]


def take_over(
    path: Path,
    entries: Sequence[Entry],
    now: datetime,
    finish: Finish,
    *,
    instead_of: Path | None = None,
    key: Key | None = None,
) -> None:
    """Make a journal at ``path`` that holds these entries as they are, hashes and all.

    It is a device of its own, which will write a chain of its own. ``finish`` is called with the
    journal before it gets its name, to fill what is remembered beside the entries. With
    ``instead_of`` the journal that is at ``path`` gets that name first, and ``key`` is its key.
    Raises FileExistsError where there is a journal that was not to be replaced, or a file of that
    name.
    """

    def make(_: object, building: Path) -> None:
        with closing(connect(building, "mode=rw", key)) as connection:
            begin_file(connection)
            _fill(Journal(path, connection), entries, now, finish)
            merge(connection)

    if instead_of is not None:
        if os.path.lexists(instead_of):
            raise FileExistsError(instead_of)
        exchanged(path, key, make, instead_of)
        return
    with told_of_files(path):
        make_private(path.parent)
        with beside_its_place(path) as building:
            make(None, building)
            if not put(building, path):
                raise FileExistsError(path)


def _fill(journal: Journal, entries: Sequence[Entry], now: datetime, finish: Finish) -> None:
    with journal.writing(now) as writer:
        for entry in entries:
            writer.keep(entry)
    finish(journal)


def write_new(path: Path, pieces: Iterable[str]) -> None:
    """Write a text to a new file. Raises Refused where there is a file of that name, Unwritable
    where it cannot be written; then there is none."""
    if os.path.lexists(path):
        raise taken(path)
    try:
        with beside_its_place(path) as building:
            with building.open("w", encoding="utf-8", newline="\n") as out:
                out.writelines(pieces)
                out.flush()
                os.fsync(out.fileno())
            if not put(building, path):
                raise taken(path)
    except OSError as problem:
        reason = problem.strerror or "the system gave no reason"
        raise Unwritable(
            f"{path} cannot be written: {reason}. Nothing was written.",
            "Name another place: -o FILE, or -o - to see it here",
        ) from problem


def taken(path: Path) -> Refused:
    """There is a file of that name."""
    return Refused(
        f"{path} is there already; nothing was written.",
        "Give it another name: -o FILE, or -o - to see it here",
    )
