"""How long commands take as whole processes, at a thousand and at a hundred thousand entries.

    python -m tests.bench.measure [ENTRIES …]

Every figure is a median over rounds in which each command has its turn, so that a busy moment of
the machine falls on all alike. Ratios are to be trusted, milliseconds are not.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.generate import NOW, generate

SIZES = (1_000, 100_000)
ROUNDS = 15

REF = "REF"
QUICK = {
    "deliver": ("deliver", "c1"),
    "commit": ("commit", "say when I will be late"),  # its words are indexed
}
WINDOW = ("--since", "2026-09-01", "--until", "2026-11-22")
READINGS = {
    "today": (),
    "review": ("review", "--no-input"),  # the latest week that was not reviewed
    "a month": ("review", "--month", "2026-10"),
    "ledger": ("ledger",),
    "timeline": ("timeline",),
    "a window": ("timeline", *WINDOW),
    "agreement": ("agreement",),
    "talk list": ("talk", "list"),
    "search": ("search", "the"),  # a word that is everywhere
    "export": ("export", *WINDOW),
}

# What is asked of it: times REF for a quick entry, times the smaller journal for a reading.
MOST_OF_REF = 4.5
MOST_OF_SMALL = 1.5
DOCTOR = ("doctor", 50_000, 1_000)
"""All of this many entries looked at, in at most so many milliseconds."""

Figures = Mapping[tuple[str, int], float]
"""Medians in milliseconds, by the command's name and the size of the journal."""


@dataclass(frozen=True, slots=True)
class Case:
    """One command line on one journal."""

    name: str
    size: int
    argv: tuple[str, ...]
    journal: Path

    def run(self) -> float:
        """Run it once, to its end; the milliseconds that it took. Raises where it fails."""
        began = perf_counter()
        done = subprocess.run(
            self.argv,
            env=_environment(self.journal),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        took = perf_counter() - began
        if done.returncode:
            raise RuntimeError(f"{self.name}: exit {done.returncode}: {done.stderr.decode()}")
        return took * 1000


def _environment(journal: Path) -> dict[str, str]:
    outer = {name: value for name, value in os.environ.items() if name not in UNWANTED}
    ours = {"REPAIRLOG_JOURNAL": str(journal), "REPAIRLOG_NOW": NOW.isoformat(), "NO_COLOR": "1"}
    # Compiled once, as after `pip install`: a checkout may have been told to keep no bytecode.
    return outer | ours | {"PYTHONPYCACHEPREFIX": str(journal.with_name("bytecode"))}


UNWANTED = ("PYTHONDONTWRITEBYTECODE", "PYTHONOPTIMIZE", "REPAIRLOG_AS", "FORCE_COLOR")


def program() -> tuple[str, ...]:
    """The command as it is installed, or as Python finds it."""
    script = Path(sys.executable).with_name("repairlog")
    return (str(script),) if script.exists() else (sys.executable, "-m", "repairlog")


def yardstick(folder: Path) -> Case:
    """The minimal script that a quick entry is compared with."""
    script = Path(__file__).with_name("ref.py")
    journal = folder / "ref.db"
    return Case(REF, 0, (sys.executable, str(script), str(journal)), journal)


def quick(journal: Path, size: int, names: Sequence[str] = tuple(QUICK)) -> list[Case]:
    """Quick entries."""
    return [Case(name, size, (*program(), *QUICK[name]), journal) for name in names]


def readings(journal: Path, size: int, names: Sequence[str] = tuple(READINGS)) -> list[Case]:
    """Readings, all of the same window."""
    return [Case(name, size, (*program(), *READINGS[name]), journal) for name in names]


def measured(cases: Sequence[Case], rounds: int) -> Figures:
    """The median of every case, after one round to warm up."""
    for case in cases:
        case.run()
    taken = [[case.run() for case in cases] for _ in range(rounds)]
    return {
        (case.name, case.size): median(column)
        for case, column in zip(cases, zip(*taken, strict=True), strict=True)
    }


def table(figures: Figures, sizes: Sequence[int]) -> list[str]:
    """The figures as lines: milliseconds at each size, and the ratio that is bounded."""
    ref = figures[REF, 0]
    lines = [f"{'':10}" + "".join(f"{size:>10,}" for size in sizes) + f"{'ratio':>10}  at most"]
    for name in (*QUICK, *READINGS):
        row = [figures[name, size] for size in sizes]
        if name in QUICK:
            ratio, bound = max(row) / ref, f"{MOST_OF_REF} times REF ({ref:.0f} ms)"
        else:
            ratio, bound = row[-1] / row[0], f"{MOST_OF_SMALL} times the smaller"
        shown = "".join(f"{figure:>7.0f} ms" for figure in row)
        lines.append(f"{name:10}{shown}{ratio:>10.2f}  {bound}")
    return lines


def main(sizes: Sequence[int] = SIZES) -> None:
    """Make the journals, measure, and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        cases = [yardstick(Path(folder))]
        for size in sizes:
            journal = Path(folder) / f"{size}.db"
            print(f"a journal of {generate(journal, size):,} entries", flush=True)
            cases += [*quick(journal, size), *readings(journal, size)]
        print("\n".join(table(measured(cases, ROUNDS), sizes)))
        name, size, most = DOCTOR
        journal = Path(folder) / "doctor.db"
        generate(journal, size)
        took = measured([Case(name, size, (*program(), name), journal)], 5)[name, size]
        print(f"{name:10}{took:>7.0f} ms at {size:,}, at most {most:,} ms")


if __name__ == "__main__":
    main([int(size.replace(",", "")) for size in sys.argv[1:]] or SIZES)
