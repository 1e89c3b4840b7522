"""A journal whose file is made by the first command that writes to it."""

from __future__ import annotations

import stat
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from repairlog.errors import Unwritable
from repairlog.journal import Draft, Query
from repairlog.journal.unbegun import UnbegunJournal
from repairlog.kinds.keeping import Init
from repairlog.kinds.moments import Note
from tests.locked import open_journal

NOW = datetime.fromisoformat("2026-11-23T18:00+01:00")
TODAY = date(2026, 11, 23)
BEGINNING = [Draft(Init(me="Ana"), "Ana", TODAY, NOW)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own" / "journal.private-ana.db"


def note(text: str) -> Draft:
    return Draft(Note(text=text), "Ana", TODAY, NOW)


def kinds(path: Path) -> list[str]:
    with open_journal(path) as journal:
        assert journal.problems() == []
        return [entry.kind for entry in journal.read(Query())]


def test_looking_at_it_makes_no_file(path: Path) -> None:
    with UnbegunJournal(path, NOW, BEGINNING) as journal:
        assert [entry.kind for entry in journal.read(Query())] == ["init"]

    assert not path.parent.exists()


def test_the_first_command_makes_it_whole_and_its_owners_alone(path: Path) -> None:
    with UnbegunJournal(path, NOW, BEGINNING) as journal:
        with journal.writing(NOW) as writer:
            first = writer.append(note("one"))
        assert kinds(path) == ["init", "note"]
        with journal.writing(NOW) as writer:
            second = writer.append(note("two"))
        assert journal.read(Query(uids=(first.uid, second.uid))) == [first, second]

    assert kinds(path) == ["init", "note", "note"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_command_that_stops_leaves_none(path: Path) -> None:
    with UnbegunJournal(path, NOW, BEGINNING) as journal:
        with pytest.raises(KeyError, match="NoneType"), journal.writing(NOW) as writer:
            writer.append(replace(note("one"), body=None))  # type: ignore[arg-type]  # no draft
        assert [entry.kind for entry in journal.read(Query())] == ["init"]
        with journal.writing(NOW):
            pass

    assert not path.parent.exists()


def test_of_two_at_once_one_begins_it_and_the_other_is_told(path: Path) -> None:
    first, second = (UnbegunJournal(path, NOW, BEGINNING) for _ in range(2))
    with first.writing(NOW) as writer:
        writer.append(note("one"))
    with pytest.raises(Unwritable, match="Nothing was saved"), second.writing(NOW) as writer:
        writer.append(note("two"))

    first.close()
    second.close()
    with open_journal(path) as journal:
        assert [e.fields for e in journal.read(Query(kinds=("note",)))] == [{"text": "one"}]


def test_where_there_is_no_room_for_it_nothing_is_left(path: Path) -> None:
    path.parent.write_text("a file where the folder would be")
    with (
        UnbegunJournal(path, NOW, BEGINNING) as journal,
        pytest.raises(Unwritable),
        journal.writing(NOW) as writer,
    ):
        writer.append(note("one"))

    assert path.parent.read_text() == "a file where the folder would be"
