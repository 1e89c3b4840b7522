"""The tests' own shelter holds: home, journal, clock and zone are made up for each test."""

from __future__ import annotations

import ast
import hashlib
import os
import socket
import time
import urllib.request
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import repairlog
from repairlog.journal.driver import ROUNDS
from tests import locked


def test_home_and_every_xdg_folder_lie_in_the_temporary_folder(tmp_path: Path) -> None:
    folders = {name: value for name, value in os.environ.items() if name.startswith("XDG_")}
    assert folders
    assert all(Path(value).is_relative_to(tmp_path) for value in folders.values())
    assert Path.home().is_relative_to(tmp_path)
    assert Path("~").expanduser().is_relative_to(tmp_path)


def test_the_journal_lies_there_too_and_is_not_begun(tmp_path: Path, journal_path: Path) -> None:
    assert journal_path.is_relative_to(tmp_path)
    assert not journal_path.exists()


def test_the_zone_has_a_winter_and_a_summer_time() -> None:
    assert time.tzname == ("CET", "CEST")


def test_no_one_reaches_the_network() -> None:
    with pytest.raises(AssertionError, match="network"), socket.socket() as way_out:
        way_out.connect(("127.0.0.1", 9))
    with pytest.raises(AssertionError, match="network"):
        urllib.request.urlopen("http://localhost/")


def test_no_module_of_the_program_knows_the_network() -> None:
    """Nor does a process of its own, where nothing here could refuse it anything."""
    ways = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio", "xmlrpc"}
    ways |= {"requests", "webbrowser", "socketserver", "multiprocessing"}
    for file in Path(repairlog.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            named = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            named += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {name.split(".")[0] for name in named} & ways, file


def test_the_key_of_the_locked_journals_here_is_the_one_that_the_words_give() -> None:
    assert locked.KEY.raw == hashlib.pbkdf2_hmac(
        "sha512", locked.WORDS.encode(), locked.SALT, ROUNDS, 32
    )


@given(st.integers())
def test_generated_examples_are_sheltered_too(number: int) -> None:
    assert (os.environ["REPAIRLOG_NOW"], number) == ("2026-11-23T18:00", number)
