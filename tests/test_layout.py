"""The project holds to its layout, and each check sees what it is there for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.layout import (
    OF_THE_FILES,
    OF_THE_PACKAGE,
    Check,
    Module,
    acquaintance_faults,
    clock_faults,
    direction_faults,
    environment_faults,
    files,
    modules,
    naming_faults,
    root_faults,
    start_up_faults,
)


@pytest.mark.parametrize("check", OF_THE_PACKAGE, ids=lambda check: check.__name__)
def test_the_package_holds_to_its_layout(check: Check) -> None:
    assert list(check(modules())) == []


@pytest.mark.parametrize("check", OF_THE_FILES, ids=lambda check: check.__name__)
def test_the_checkout_holds_to_its_layout(check: Callable[[list[str]], Iterator[str]]) -> None:
    assert list(check(files())) == []


# --- the checks themselves see what they are for -------------------------------------------


def _package(folder: Path, sources: dict[str, str]) -> dict[str, Module]:
    for name, source in sources.items():
        path = folder / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return modules(folder)


@pytest.mark.parametrize(
    "source",
    [
        "from repairlog.readings.ledger import ledger",
        "from repairlog.readings import ledger",
        "from repairlog import readings",
        "import repairlog.readings.ledger",
        "from .readings import ledger",
        "from . import readings",
        "def later():\n    from repairlog.readings import ledger",
    ],
)
def test_an_import_the_wrong_way_is_seen_in_every_form(tmp_path: Path, source: str) -> None:
    found = _package(tmp_path, {"journal": source})
    assert len(list(direction_faults(found))) == 1


def test_an_import_from_two_folders_up_is_resolved(tmp_path: Path) -> None:
    found = _package(
        tmp_path, {"readings/ledger": "from ..journal import x\nfrom .standing import y"}
    )
    assert list(direction_faults(found)) == ["readings.ledger:1 imports journal"]


def test_a_module_without_a_place_is_asked_to_take_one(tmp_path: Path) -> None:
    found = _package(tmp_path, {"helpers": ""})
    assert list(direction_faults(found)) == ["helpers: has no place in MAY_IMPORT yet"]


def test_a_library_outside_its_part_is_seen_inside_functions_too(tmp_path: Path) -> None:
    found = _package(tmp_path, {"readings/ledger": "def f():\n    from rich.table import Table"})
    assert [fault.partition(" ")[0] for fault in acquaintance_faults(found)] == [
        "readings.ledger:2"
    ]


@pytest.mark.parametrize(
    "source",
    [
        "import datetime\nat = datetime.datetime.now()",
        "from datetime import date\nat = date.today()",
        "from datetime import datetime\nclock = datetime.now",
        "import time\nat = time.time()",
        "from time import time",
    ],
)
def test_a_second_clock_is_seen(tmp_path: Path, source: str) -> None:
    assert len(list(clock_faults(_package(tmp_path, {"journal": source})))) == 1


@pytest.mark.parametrize(
    "source",
    ["import os\nhome = os.environ['HOME']", "from os import environ", "from os import getenv"],
)
def test_a_look_at_the_environment_is_seen(tmp_path: Path, source: str) -> None:
    assert len(list(environment_faults(_package(tmp_path, {"journal": source})))) == 1


def test_a_heavy_module_is_seen_where_it_comes_along(tmp_path: Path) -> None:
    sources = {
        "journal": "from repairlog.kinds import body\nfrom repairlog.kinds.commitments import Miss",
        "kinds/__init__": "import subprocess\ndef later():\n    import uuid",
        "kinds/commitments": "try:\n    from dateutil import rrule\nexcept ImportError:\n    pass",
        "kinds/body": "TYPE_CHECKING = False\nif TYPE_CHECKING:\n    import rich",
        "tone": "import rich",
    }
    found = _package(tmp_path, sources)
    assert sorted(start_up_faults(found)) == [
        "kinds.commitments:2 imports dateutil.rrule at the top",
        "kinds:1 imports subprocess at the top",
    ]


def test_a_stray_thing_in_the_root_is_seen() -> None:
    assert len(list(root_faults(["src/repairlog/x.py", "docs/plan.md", ".ci/run"]))) == 1


def test_a_named_registry_is_seen(tmp_path: Path) -> None:
    named = tmp_path / "setup.sh"
    named.write_text("pip install --index-url https://" + "py" + "pi.org/simple x\nok\n")
    assert len(list(naming_faults([str(named)]))) == 1
