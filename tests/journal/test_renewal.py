"""A journal of an earlier version is copied, then brought up to date: whole or not at all, once."""

from __future__ import annotations

import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from repairlog import schema
from repairlog.errors import Unwritable
from repairlog.journal import Journal, Query
from repairlog.journal.stored import missing_guards, stored, words_agree
from repairlog.journal.word_search import Sought
from repairlog.readings.check import check
from tests.locked import connect, open_journal
from tests.program import Run
from tests.test_journal import child, outputs, unprivileged

OLD = Path(__file__).with_name("0001.sql")
COPY = "journal-before-0002_words.db"
LOUD = Sought(((("loud",), False),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal as the version before wrote it."""
    made = tmp_path / "kept" / "journal.db"
    make_old(made)
    return made


def make_old(path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    with closing(connect(path)) as connection:
        connection.executescript(OLD.read_text(encoding="utf-8"))
        connection.execute("PRAGMA journal_mode = WAL")
    path.chmod(0o600)


def names(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir())


def applied(path: Path) -> tuple[str, ...] | None:
    with closing(connect(path)) as connection:
        return schema.applied(connection)


def is_renewed(journal: Journal) -> bool:
    rows = stored(journal)
    return (
        applied(journal.path) == schema.MIGRATIONS
        and missing_guards(journal) == []
        and check(rows).findings == ()
        and words_agree(journal, rows)
        and bool(journal.sought(LOUD, None, 9))
    )


@pytest.mark.plain("compares with the dump of the bytes that were")
def test_it_is_copied_and_brought_up_to_date(path: Path) -> None:
    before = path.read_bytes()
    with open_journal(path) as journal:
        assert journal.copied == path.with_name(COPY)
        assert is_renewed(journal)
        entries = journal.read(Query(undone=True))
    assert names(path) == [COPY, "journal.db"]
    assert stat.S_IMODE(path.with_name(COPY).stat().st_mode) == 0o600
    assert applied(path.with_name(COPY)) == schema.MIGRATIONS[:1]
    with (
        closing(connect(path.with_name(COPY))) as copy,
        closing(sqlite3.connect(":memory:")) as was,
    ):
        was.deserialize(before[:18] + b"\1\1" + before[20:])  # as a file without a log beside it
        assert list(copy.iterdump()) == list(was.iterdump())
    with open_journal(path) as again:
        assert again.copied is None
        assert again.read(Query(undone=True)) == entries
    assert names(path) == [COPY, "journal.db"]


def test_a_person_is_told_where_the_copy_is(run: Run, journal_path: Path) -> None:
    make_old(journal_path)
    said = run.ok("search loud")
    assert str(journal_path.with_name(f"{journal_path.stem}-before-0002_words.db")) in said.err
    assert "‹loud›" in said.out
    assert run.ok("log").err == ""
    assert "made again" not in run.ok("doctor").out


class Interrupted(BaseException):
    """What ends a program in the middle of something."""


def ends(*_: object) -> None:
    raise Interrupted


@pytest.mark.parametrize("where", ["copy_and_compare", "put", "word_index.build"])
def test_interrupted_in_the_middle_the_next_run_completes_it(
    path: Path, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"repairlog.journal.renewal.{where}", ends)
    with pytest.raises(Interrupted):
        open_journal(path)
    monkeypatch.undo()
    assert applied(path) == schema.MIGRATIONS[:1]
    with open_journal(path) as journal:
        assert is_renewed(journal)
    assert names(path) == [COPY, "journal.db"]


DYING = """
from repairlog.journal import word_index
made = word_index.build
def build(db):
    made(db)
    print("made", flush=True)
    os._exit(9)
word_index.build = build
"""


def test_so_does_one_that_was_killed_with_its_work_half_done(path: Path) -> None:
    left = path.with_name(f".{COPY}.0123456789ab.new")
    left.write_bytes(b"half a copy")
    assert outputs([child(path, "open_journal(path)", before=DYING)]) == ["made\n"]
    assert applied(path) == schema.MIGRATIONS[:1]
    with open_journal(path) as journal:
        assert is_renewed(journal)
        assert journal.copied == path.with_name(COPY)
    assert names(path) == [COPY, "journal.db"]


def test_eight_at_once_do_it_once(path: Path) -> None:
    body = """
with open_journal(path) as journal:
    print(journal.copied is not None)
    append(journal, f"loud {name}")
"""
    said = outputs([child(path, body, f"P{n}") for n in range(8)])
    assert sorted(said) == [*["False\n"] * 7, "True\n"]
    assert names(path) == [COPY, "journal.db"]
    with open_journal(path) as journal:
        assert is_renewed(journal)
        assert len(journal.sought(LOUD, None, 99) or ()) == 9
        assert journal.count() == 18


def test_a_copy_that_is_another_journals_is_left_alone(path: Path) -> None:
    path.with_name(COPY).write_text("my own notes")
    with open_journal(path) as journal:
        assert is_renewed(journal)
        assert journal.copied == path.with_name("journal-before-0002_words-2.db")
    assert path.with_name(COPY).read_text() == "my own notes"


def test_a_newer_journal_is_left_as_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the version before says of a journal of this one."""
    open_journal(path).close()
    before = path.read_bytes(), names(path)
    monkeypatch.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
    with pytest.raises(Unwritable, match="newer repairlog"):
        open_journal(path)
    assert (path.read_bytes(), names(path)) == before


def without_fts5(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "WORDS", schema.WORDS.replace("fts5", "fts0"))


def with_a_wrong_byte(path: Path, _: pytest.MonkeyPatch) -> None:
    """An index of the entries that lost one: SQLite's own check finds it."""
    with closing(connect(path)) as other, other:
        root = other.execute("SELECT rootpage FROM sqlite_master WHERE name = 'entry_by_day'")
        [page] = root.fetchone()
    raw = bytearray(path.read_bytes())
    at = (page - 1) * 4096
    raw[at + 3 : at + 5] = (1).to_bytes(2)
    path.write_bytes(raw)


@pytest.mark.parametrize("how", [without_fts5, with_a_wrong_byte])
def test_what_cannot_be_indexed_is_read_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch, how: Callable[[Path, pytest.MonkeyPatch], None]
) -> None:
    how(path, monkeypatch)
    with open_journal(path) as journal:
        assert len(journal.read(Query(undone=True))) == 10
        assert journal.sought(LOUD, None, 9) is None


READS = """
from repairlog.cli import run
with open_journal(path) as journal:
    print(len(journal.read(Query(undone=True))), journal.copied)
for command in ("search loud", "doctor"):
    assert run(["--journal", str(path), *command.split()]) == 0
"""


def test_a_journal_that_can_only_be_read_is_read(path: Path) -> None:
    for folder in (0o700, 0o500):
        path.chmod(0o400)
        path.parent.chmod(folder)
        said = unprivileged(path, READS)
        assert said.startswith("10 None\n")
        assert "‹loud›" in said
        assert "each as it was written" in said
    path.parent.chmod(0o700)
    assert applied(path) == schema.MIGRATIONS[:1]


def test_no_room_for_a_copy_is_no_reason_not_to_read(path: Path) -> None:
    body = """
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
with open_journal(path) as journal:
    print(len(journal.read(Query(undone=True))), journal.copied)
"""
    assert outputs([child(path, body)]) == ["10 None\n"]
    assert names(path) == ["journal.db"]
    with open_journal(path) as journal:
        assert is_renewed(journal)


def test_the_copy_is_the_journal_again(path: Path, tmp_path: Path) -> None:
    """Who goes back to it finds all that was there."""
    open_journal(path).close()
    again = tmp_path / "again.db"
    shutil.copy(path.with_name(COPY), again)
    with open_journal(path) as one, open_journal(again) as other:
        assert one.read(Query(undone=True)) == other.read(Query(undone=True))
        assert one.seal() == other.seal()
