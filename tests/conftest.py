"""Every test runs away from home: its own folders, journal, time zone and a clock that stands."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

from repairlog import demo
from repairlog.demo import demo_journal
from repairlog.journal import Journal

pytest.register_assert_rewrite("tests.program")

from tests import locked  # noqa: E402  (rewriting has to be asked for before it)
from tests.program import Process, Run  # noqa: E402

# A Monday evening in winter time, in the week that the examples speak of.
NOW = "2026-11-23T18:00"
ZONE = "Europe/Berlin"

# No deadline: on two shared cores a slow example says nothing about the code.
# In CI the same examples each time, so that a red gate is about the change.
settings.register_profile("repairlog", deadline=None)
settings.register_profile(
    "repairlog-ci",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("repairlog-ci" if os.environ.get("CI") else "repairlog")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--locked`: see tests/locked.py."""
    parser.addoption(
        "--locked", action="store_true", help="run everything on journals that are locked"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Say what the marker means, and prepare what a run on locked journals needs."""
    # In the background of a script Ctrl-C may be ignored, by every program that is started, too.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    config.addinivalue_line(
        "markers", "plain(reason): looks at a plain file's own bytes; left out with --locked"
    )
    if config.getoption("--locked"):
        os.environ[locked.CHOSEN] = "1"
        locked.prepared()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out of a run on locked journals what only a plain file can show."""
    if config.getoption("--locked"):
        plain = [item for item in items if item.get_closest_marker("plain")]
        config.hook.pytest_deselected(items=plain)
        items[:] = [item for item in items if item not in plain]


@pytest.fixture(scope="session", autouse=True)
def told_once() -> Iterator[None]:
    """Make the demonstration of one moment once: each page of it then begins with a copy."""
    made: dict[str, bytes] = {}

    def copy(now: datetime) -> Journal:
        moment = now.isoformat()
        if moment not in made:
            with demo_journal(now) as journal:
                made[moment] = journal._db.serialize()
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.deserialize(made[moment])
        return Journal(Path(":memory:"), connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(demo, "demo_journal", copy)
        yield


@pytest.fixture(autouse=True)
def away_from_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make it impossible for a test to touch the real home folder, or to depend on it."""
    home = tmp_path / "home"
    home.mkdir()
    for variable in list(os.environ):
        if variable.startswith(("REPAIRLOG_", "XDG_")) or variable in _UNWANTED:
            monkeypatch.delenv(variable)
    for variable, value in _environment(home, tmp_path / "journal").items():
        monkeypatch.setenv(variable, value)
    for way_out in ("socket.connect", "socket.connect_ex", "socket.bind", "socket.sendto"):
        monkeypatch.setattr(f"socket.{way_out}", _no_network)
    for way_out in ("getaddrinfo", "gethostbyname", "create_connection", "create_server"):
        monkeypatch.setattr(f"socket.{way_out}", _no_network)
    with monkeypatch.context() as zone:
        zone.setenv("TZ", ZONE)
        time.tzset()
        yield
    time.tzset()


def _no_network(*_: object, **__: object) -> NoReturn:
    raise AssertionError("the program reached for the network")


# What would choose an editor, colours, a pager or a language for the program.
_UNWANTED = frozenset(
    {"EDITOR", "VISUAL", "PAGER", "FORCE_COLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE", "LINES"}
    | {"TTY_INTERACTIVE", "LC_ALL", "LC_CTYPE", "LC_TIME", "LANGUAGE", "COLORTERM"}
)


def _environment(home: Path, journal: Path) -> dict[str, str]:
    found = {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "REPAIRLOG_JOURNAL": str(journal / "journal.db"),
        "REPAIRLOG_NOW": NOW,
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLUMNS": "80",
        "NO_COLOR": "1",
    }
    if locked.chosen():
        found["REPAIRLOG_PASSPHRASE_COMMAND"] = locked.COMMAND
    return found


@pytest.fixture
def journal_path() -> Path:
    """Where this test's journal is, once a command has begun it."""
    return Path(os.environ["REPAIRLOG_JOURNAL"])


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """The program's command line, in this process."""
    return Run(monkeypatch)


@pytest.fixture
def process() -> Process:
    """The program's command line, as a process of its own."""
    return Process()
