"""The faults, quickly: a few of each. `python -m tests.faults` does them by the hundred."""

from __future__ import annotations

import random
import shlex
import subprocess
from pathlib import Path

import pytest

from repairlog.journal.driver import salt_of
from repairlog.journal.stored import missing_guards
from repairlog.schema import GUARDS
from tests.faults.damage import Victim, flipped, never_by_another, stale_wal, torn, words_flipped
from tests.faults.figures import Figure
from tests.faults.forgery import forgeries
from tests.faults.kills import KILLINGS, LOCKS_ITSELF, NOTES
from tests.faults.stage import Stage, warm
from tests.faults.together import exchanged, first_runs, writers
from tests.faults.writes import each_call, failings, full_disk, holds, no_growth, traceable

pytestmark = pytest.mark.plain(reason="each of these makes journals of both sorts by itself")

BOTH = pytest.mark.parametrize("locked", [False, True], ids=["plain", "locked"])


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    warm()


SOME = ("commit", "erase", "lock", "lock --change", "unlock", "restore", "import")


@pytest.mark.parametrize(
    ("name", "locked"), [*((name, False) for name in SOME), ("a journal of 0001", True)]
)
def test_what_was_said_to_be_saved_survives_a_kill(name: str, locked: bool, tmp_path: Path) -> None:
    stage = Stage(tmp_path / "stage", locked and name not in LOCKS_ITSELF)
    KILLINGS[name][0](stage)(Figure(name), 1, random.Random(name))


@BOTH
def test_where_no_file_may_grow_it_is_told_and_nothing_is_lost(
    locked: bool, tmp_path: Path
) -> None:
    [figure] = no_growth(tmp_path, locked, 1 << 15, ("commit -",))
    assert figure.seen["exit 3"]


def test_on_a_full_disk_too(tmp_path: Path) -> None:
    """Where a small disk can be mounted; elsewhere the figure says that none can."""
    [figure] = full_disk(tmp_path, False, 20, ("import",))
    assert figure.tries


def test_a_file_is_put_in_place_only_with_all_that_was_written(tmp_path: Path) -> None:
    """Closing a database whose WAL did not get to its place says nothing (an import was lost)."""
    stage = Stage(tmp_path)
    failing = failings(stage, "import")
    for size in range(10_000, 130_000, 30_000):
        stage.bring_back(failing.kept)
        holds(stage, failing, stage.run(failing.line, grows=size), Figure("import"))


@pytest.mark.parametrize("locked", [False])
def test_a_call_that_fails_is_told(locked: bool, tmp_path: Path) -> None:
    """Where `strace` is there; elsewhere the figure says that it is not."""
    figures = list(each_call(tmp_path, locked, ("commit",), every=9, most=9))
    assert len(figures) == (3 if traceable() else 1)


@BOTH
def test_writers_and_first_runs_at_once(locked: bool, tmp_path: Path) -> None:
    assert writers(tmp_path / "writers", 4, locked).seen["saved"] == 32
    first_runs(tmp_path / "first", 1, locked)


@pytest.mark.parametrize(("how", "locked"), [("lock", False), ("restore", True)])
def test_a_journal_exchanged_amid_writers_loses_nothing(
    how: str, locked: bool, tmp_path: Path
) -> None:
    exchanged(tmp_path, 2, locked, how)


@BOTH
def test_damage_is_reported_or_harmless(locked: bool, tmp_path: Path) -> None:
    victim = Victim(Stage(tmp_path, locked))
    flipped(victim, 4)
    for _ in torn(victim, 1):
        pass
    stale_wal(victim)
    if locked:
        never_by_another(victim)
    else:
        assert words_flipped(victim, 3).seen["reported: the entry"]


@BOTH
def test_a_seal_finds_what_was_rewritten_with_its_whole_chain(locked: bool, tmp_path: Path) -> None:
    [figure] = forgeries(tmp_path, locked)
    assert figure.seen["found"] == 6


# -- what is beside the record -------------------------------------------------------------------


@BOTH
def test_permissions_are_found_with_what_mends_them(locked: bool, tmp_path: Path) -> None:
    stage = Stage(tmp_path, locked)
    stage.begin(*NOTES)
    stage.path.chmod(0o640)
    [mend] = [line for line in stage.ok("doctor").splitlines() if line.startswith("  chmod")]
    subprocess.run(shlex.split(mend), check=True)

    assert stage.path.stat().st_mode & 0o777 == 0o600
    assert "chmod" not in stage.ok("doctor")


@BOTH
def test_dropped_triggers_are_found_and_put_back(locked: bool, tmp_path: Path) -> None:
    stage = Stage(tmp_path, locked)
    stage.begin(*NOTES)
    with stage.open() as journal:
        for guard in list(GUARDS)[:3]:
            journal._db.execute(f"DROP TRIGGER {guard}")
    assert "3 of the triggers" in " ".join(stage.ok("doctor").split())

    with stage.open() as journal:
        assert missing_guards(journal) == []


@BOTH
def test_a_damaged_journal_is_restored_over_and_kept(locked: bool, tmp_path: Path) -> None:
    stage = Stage(tmp_path, locked)
    stage.begin(*NOTES)
    stage.ok("backup", str(tmp_path / "backup.db"))
    before = stage.whole()
    raw = bytearray(stage.path.read_bytes())
    raw[4096 : len(raw) - 4096] = bytes(len(raw) - 8192)
    stage.path.write_bytes(raw)

    stage.ok("restore", str(tmp_path / "backup.db"))

    assert stage.whole() == before
    [kept] = stage.path.parent.glob("*before-restore*.db")
    assert kept.read_bytes() == bytes(raw)


@pytest.mark.parametrize("stopped", ["in plain words", "without a WAL"])
def test_what_a_killed_unlock_left_goes_with_the_next_command(stopped: str, tmp_path: Path) -> None:
    stage = Stage(tmp_path, locked=True)
    stage.begin(*NOTES)
    if stopped == "in plain words":
        left = stage.path.with_name(f".{stage.path.name}.0123456789ab.new")
        left.touch(mode=0o600)
        left.write_bytes(b"all of it, for all to read")
        left.with_name(f"{left.name}-held").touch(mode=0o600)
    else:
        with stage.open() as journal:
            journal._db.execute("PRAGMA journal_mode = DELETE").fetchall()

    stage.ok("log")

    assert stage.leftovers() == []
    assert salt_of(stage.path)
    with stage.open() as journal:
        assert journal._db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_an_index_in_the_place_of_entries_is_told_calmly(tmp_path: Path) -> None:
    """Its rows hold texts and nothing where numbers stood (doctor once tripped over them)."""
    victim = Victim(Stage(tmp_path))
    page = 4096
    for one, other in ((1, 2), (2, 5)):
        raw = bytearray(victim.raw)
        raw[one * page : (one + 1) * page] = victim.raw[other * page : (other + 1) * page]
        raw[other * page : (other + 1) * page] = victim.raw[one * page : (one + 1) * page]
        assert victim.damaged(bytes(raw)).startswith("reported")
