"""A quick entry, as a whole process, loads nothing that it does not use."""

from __future__ import annotations

import subprocess

from tests.program import Process, Run

# Each of these costs a twentieth to a whole of what the entry itself does.
UNUSED = {
    "asyncio",
    "dateutil",
    "importlib.metadata",
    "pydantic",
    "rich",
    "sqlite_utils",
    "subprocess",
    "tempfile",
    "typer",
    "typing",
    "uuid",
    "zoneinfo",
}


def test_delivering_loads_no_heavy_module(run: Run, process: Process) -> None:
    run.ok("init Anna Ben")
    run.ok("commit call my mother --by fri 18:00")
    python, *rest = process.argv("deliver c1")

    done = subprocess.run(
        [python, "-X", "importtime", *rest], capture_output=True, text=True, check=True
    )

    # Each line is "import time:   self |  cumulative |   name".
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    loaded = {line.rpartition("|")[2].strip() for line in lines}
    assert "repairlog.journal" in loaded
    assert loaded & UNUSED == set()
