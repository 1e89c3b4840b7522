"""A quick entry stays quick, and a long journal reads as fast as a short one.

A smaller bench than `measure`, to find a change for the worse on the day that it is made.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.bench.generate import generate
from tests.bench.measure import (
    MOST_OF_REF,
    MOST_OF_SMALL,
    QUICK,
    REF,
    Case,
    measured,
    quick,
    readings,
    yardstick,
)

SMALL, LONG = 1_000, 12_000
TRIES = 3


@cache
def journal(folder: Path, size: int) -> Path:
    path = folder / f"bench-{size}.db"
    generate(path, size)
    return path


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.getbasetemp()


def within(bound: float, ratio: Callable[[], float]) -> bool:
    """Whether the ratio keeps its bound; a busy machine gets another try."""
    return any(ratio() <= bound for _ in range(TRIES))


def ratio_of(one: Case, other: Case, rounds: int) -> float:
    figures = measured([one, other], rounds)
    return figures[one.name, one.size] / figures[other.name, other.size]


@pytest.mark.parametrize("size", [SMALL, LONG])
@pytest.mark.parametrize("name", QUICK)
def test_a_quick_entry_costs_a_few_times_the_least(folder: Path, name: str, size: int) -> None:
    [entry], least = quick(journal(folder, size), size, [name]), yardstick(folder)
    assert (entry.name, least.name) == (name, REF)
    assert within(MOST_OF_REF, lambda: ratio_of(entry, least, 9))


@pytest.mark.parametrize(
    "name", ["today", "review", "a month", "ledger", "timeline", "search", "export"]
)
def test_a_long_journal_reads_as_fast_as_a_short_one(folder: Path, name: str) -> None:
    [short] = readings(journal(folder, SMALL), SMALL, [name])
    [long] = readings(journal(folder, LONG), LONG, [name])
    assert within(MOST_OF_SMALL, lambda: ratio_of(long, short, 3))
