"""`python -m tests.faults`: every fault, long, on plain and on locked journals; a table of figures.

As it stands it takes about half an hour. `--kills 100 --flips 50 --step 8192 --every 5` is a
shorter one, `--only kills` one part of it. It ends at the first thing that does not hold.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults.damage import damages
from tests.faults.figures import Figure, table
from tests.faults.forgery import forgeries
from tests.faults.kills import killed, walks
from tests.faults.stage import warm
from tests.faults.together import together
from tests.faults.writes import LOCKED, NAMES, each_call, full_disk, no_growth

Part = Callable[[Path, bool, argparse.Namespace], Iterator[Figure]]


def _kills(folder: Path, locked: bool, said: argparse.Namespace) -> Iterator[Figure]:
    yield from killed(folder, said.kills, locked, said.seed)
    yield walks(folder, max(1, said.kills // 25), locked, said.seed)


def _writes(folder: Path, locked: bool, said: argparse.Namespace) -> Iterator[Figure]:
    names = LOCKED if locked else NAMES
    yield from no_growth(folder / "grow", locked, said.step, names)
    yield from full_disk(folder / "full", locked, 1, names)
    yield from each_call(folder / "call", locked, names, said.every)


PARTS: dict[str, Part] = {
    "kills": _kills,
    "writes": _writes,
    "together": lambda folder, locked, said: together(folder, locked, said.entries, said.first),
    "damage": lambda folder, locked, said: damages(folder, locked, said.flips, said.flips // 5),
    "forgery": lambda folder, locked, said: forgeries(folder, locked),
}


def main() -> None:
    """Do it, and print each figure as it is there."""
    reader = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    reader.add_argument(
        "--kills", type=int, default=500, help="of a plain, and of a locked journal"
    )
    reader.add_argument("--flips", type=int, default=250, help="bits flipped in each")
    reader.add_argument("--step", type=int, default=512, help="bytes between two limits of a size")
    reader.add_argument("--every", type=int, default=1, help="every so many calls, one that fails")
    reader.add_argument("--entries", type=int, default=50, help="by each of the eight writers")
    reader.add_argument("--first", type=int, default=20, help="times eight first runs at once")
    reader.add_argument("--seed", type=int, default=4, help="of all that is left to chance")
    reader.add_argument("--only", choices=PARTS, action="append", help="only this part, or these")
    reader.add_argument("--journal", choices=("plain", "locked"), help="only on such a journal")
    said = reader.parse_args()
    warm()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        for name in said.only or PARTS:
            for locked in (False, True):
                if said.journal and locked != (said.journal == "locked"):
                    continue
                here = Path(folder) / f"{name}{locked}"
                for figure in PARTS[name](here, locked, said):
                    print(table([figure]), flush=True)
    print(f"all of it held, in {time.monotonic() - began:,.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
