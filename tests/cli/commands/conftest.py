"""Two people at one journal, or one alone; and what has to be so after whatever a test wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from repairlog.journal import Query
from tests.kept import what_is_kept_is_true
from tests.locked import open_journal
from tests.program import Run

Untouched = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def couple(run: Run) -> Run:
    """Ana, at this account and hurt, and Sam, who repairs."""
    run.ok("init Ana Sam --hurt Ana --repairing Sam")
    return run


@pytest.fixture
def alone(run: Run) -> Run:
    """Ana by herself."""
    run.ok("init Ana")
    return run


@pytest.fixture
def untouched(journal_path: Path) -> Untouched:
    """Nothing is written while this context is open."""

    @contextmanager
    def untouched() -> Iterator[None]:
        before = _written(journal_path.parent)
        yield
        assert _written(journal_path.parent) == before

    return untouched


def _written(folder: Path) -> dict[str, list[str]]:
    found = {}
    for path in sorted(folder.glob("*.db")):
        with open_journal(path) as journal:
            found[path.name] = [entry.uid for entry in journal.read(Query(undone=True))]
    return found


@pytest.fixture(autouse=True)
def the_cache_is_true(journal_path: Path) -> Iterator[None]:
    """Whatever was written: what is kept of open threads, and the index of words, is what the
    entries say."""
    yield
    for path in sorted(journal_path.parent.glob("*.db")):
        if "-before-" in path.name:  # set aside as it was, however damaged
            continue
        what_is_kept_is_true(path)
