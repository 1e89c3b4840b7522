"""The tests' own shelter holds: home, journal, clock and zone are made up for each test."""

from __future__ import annotations

import os
import time
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st


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


@given(st.integers())
def test_generated_examples_are_sheltered_too(number: int) -> None:
    assert (os.environ["REPAIRLOG_NOW"], number) == ("2026-11-23T18:00", number)
