"""The index of words holds what the entries say, costs them nothing, and is never in their way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repairlog import schema
from repairlog.entries import Entry
from repairlog.errors import Unwritable
from repairlog.journal import Draft, Journal, Query, memory_journal
from repairlog.journal.arrival import take_over
from repairlog.journal.stored import rebuild_words, stored, words_agree
from repairlog.journal.word_index import BEHIND
from repairlog.journal.word_rows import every_row, number
from repairlog.journal.word_search import Sought
from repairlog.kinds import Body
from repairlog.kinds.boundaries import Boundary
from repairlog.kinds.checkins import Checkin
from repairlog.kinds.commitments import Delivery
from repairlog.kinds.keeping import Init
from repairlog.kinds.mending import Amend, Erase, Undo
from repairlog.kinds.moments import Note
from tests.locked import connect, create_journal, open_journal

NOW = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)
BEGINNING = [Draft(Init(me="Ana", partner="Sam"), "Ana", DAY, NOW)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "journal.db"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    with create_journal(path, NOW, BEGINNING) as made:
        yield made


def write(
    journal: Journal, body: Body, *, about: str | None = None, day: date = DAY, by: str = "Ana"
) -> Entry:
    with journal.writing(NOW) as writer:
        return writer.append(Draft(body, by, day, NOW, about))


def sought(*words: str, **given: Any) -> Sought:
    return Sought(tuple((word.rstrip("*").split(), word.endswith("*")) for word in words), **given)


def found(journal: Journal, *words: str, **given: Any) -> list[str]:
    hits = journal.sought(sought(*words, **given), None, 100)
    assert hits is not None
    refs = {entry.uid: entry.ref for entry in journal.read(Query(undone=True))}
    return [refs[uid] for _, _, uid in hits]


def agrees(journal: Journal) -> bool:
    return words_agree(journal, stored(journal))


def marked(journal: Journal) -> bool:
    rows = journal._db.execute("SELECT 1 FROM local WHERE name = ?", (BEHIND,)).fetchall()
    return bool(rows)


def terms(journal: Journal) -> set[str]:
    journal._db.execute("DROP TABLE IF EXISTS temp.seen")
    journal._db.execute("CREATE VIRTUAL TABLE temp.seen USING fts5vocab (main, words, row)")
    return {term for (term,) in journal._db.execute("SELECT term FROM temp.seen")}


# -- written with the entries --------------------------------------------------------------------


def test_words_are_found_as_soon_as_they_are_written(journal: Journal) -> None:
    write(journal, Note(text="the evening was quiet"))
    write(journal, Boundary(text="we ask first", value="privacy", means=("we knock",)))
    assert found(journal, "evening") == ["e2"]
    assert found(journal, "privacy") == found(journal, "knock") == ["b1"]
    assert found(journal, "was quiet", "the") == ["e2"]
    assert found(journal, "quiet was") == []
    assert found(journal, "even*") == ["e2"]
    assert agrees(journal)


def test_no_phrase_reaches_from_one_field_into_the_next(journal: Journal) -> None:
    write(journal, Boundary(text="we ask", means=("we knock", "we wait")))
    assert found(journal, "knock we") == []


def test_a_command_that_stops_half_way_leaves_no_word(journal: Journal) -> None:
    class Stopped(Exception):
        pass

    def stopped() -> None:
        with journal.writing(NOW) as writer:
            writer.append(Draft(Note(text="zebra"), "Ana", DAY, NOW))
            raise Stopped

    with pytest.raises(Stopped):
        stopped()
    assert found(journal, "zebra") == []
    assert "zebra" not in terms(journal)


def test_an_entry_without_words_costs_nothing(journal: Journal) -> None:
    note = write(journal, Note(text="x"))
    before = journal._db.execute("SELECT count(*), max(id) FROM words_data").fetchall()
    write(journal, Delivery(), about=note.uid)
    write(journal, Undo(), about=note.uid)
    assert journal._db.execute("SELECT count(*), max(id) FROM words_data").fetchall() == before
    assert agrees(journal)


@pytest.mark.plain("counts words in the file's bytes")
def test_the_words_stand_in_the_file_once(journal: Journal, path: Path) -> None:
    write(journal, Note(text="Xylophone-Quodlibet"))
    held = b"".join(one.read_bytes() for one in path.parent.iterdir())
    assert held.count(b"Xylophone-Quodlibet") == 1


def test_what_was_put_right_is_found_by_all_its_words_together(journal: Journal) -> None:
    entry = write(journal, Boundary(text="we ask", value="privacy"))
    write(journal, Amend(text="we knock"), about=entry.uid)
    assert found(journal, "knock", "privacy") == ["e2"]  # the row of what put it right
    assert agrees(journal)


def test_its_row_is_on_the_day_that_it_was_put_on(journal: Journal) -> None:
    entry = write(journal, Note(text="here"))
    amend = write(journal, Amend(day=DAY - timedelta(days=3)), about=entry.uid)
    write(journal, Amend(text="there"), about=entry.uid)
    write(journal, Undo(), about=amend.uid)
    hits = journal.sought(sought("here"), None, 9)
    assert [day for _, day, _ in hits or ()] == [DAY, DAY, DAY - timedelta(3), DAY - timedelta(3)]
    assert agrees(journal)


def test_a_further_line_of_a_check_in_is_found_with_the_first(journal: Journal) -> None:
    first = write(journal, Checkin(cadence="daily", summary="tired", goes_on=True))
    write(journal, Checkin(cadence="daily", need="sleep"), about=first.uid)
    assert found(journal, "tired", "sleep") == ["e3"]
    assert agrees(journal)


def test_it_is_asked_by_kind_writer_and_days(journal: Journal) -> None:
    for back, by in enumerate(["Ana", "Sam", "Ana"]):
        write(journal, Note(text="rain"), day=DAY - timedelta(days=back), by=by)
    write(journal, Checkin(cadence="daily", summary="rain"))
    assert found(journal, "rain") == ["e5", "e2", "e3", "e4"]
    assert found(journal, "rain", kinds=("note",)) == ["e2", "e3", "e4"]
    assert found(journal, "rain", by="Sam") == ["e3"]
    assert found(journal, "rain", since=DAY - timedelta(days=1)) == ["e5", "e2", "e3"]
    assert found(journal, "rain", until=DAY - timedelta(days=1)) == ["e3", "e4"]


def test_it_is_asked_for_no_more_than_it_can_bear(journal: Journal) -> None:
    write(journal, Note(text="rain and snow " * 3000))
    assert found(journal, "rain and snow " * 3000) == ["e2"]
    assert found(journal, *["rain"] * 3000) == ["e2"]
    assert found(journal, "rain and snow " * 3000 + "and*") == ["e2"]  # who reads it sees that not


def test_it_goes_on_where_it_stopped(journal: Journal) -> None:
    for _ in range(5):
        write(journal, Note(text="rain"))
    first = journal.sought(sought("rain"), None, 2)
    assert first
    rest = journal.sought(sought("rain"), first[-1][0], 9)
    assert rest
    assert [row for row, _, _ in (*first, *rest)] == [number(DAY, id_) for id_ in (6, 5, 4, 3, 2)]


def test_what_arrives_from_elsewhere_is_indexed_too(journal: Journal, path: Path) -> None:
    note = write(journal, Note(text="the evening was quiet"))
    write(journal, Amend(text="the evening was loud"), about=note.uid)
    copy = path.with_name("copy.db")
    take_over(copy, journal.read(Query(undone=True)), NOW, lambda _: None)
    with open_journal(copy) as other:
        assert found(other, "loud") == ["e3"]
        assert agrees(other)


def test_what_a_newer_version_indexed_is_left_to_it(journal: Journal) -> None:
    mine = write(journal, Note(text="thank you"))
    stored_there = {"text": "a new sort of thanks"}
    with journal.writing(NOW) as writer:
        writer.keep(
            replace(mine, uid="f1", device="new", seq=1, kind="thanks", fields=stored_there)
        )
    journal._db.execute("INSERT INTO words (rowid, text) VALUES (9, 'a new sort of thanks')")
    assert agrees(journal)
    assert found(journal, "thank") == ["e2"]


# -- erased --------------------------------------------------------------------------------------


def erase(journal: Journal, entry: Entry) -> None:
    with journal.writing(NOW) as writer:
        writer.erase(entry, Erase(remains={}), "Ana", DAY, NOW)


@pytest.mark.parametrize("module", ["fts5", "none"])
def test_no_byte_of_erased_words_is_left(path: Path, module: str) -> None:
    with create_journal(path, NOW, BEGINNING) as journal:
        standing = write(journal, Note(text="wombats and others"))
        entry = write(journal, Note(text="zebra xylophone"))
        amend = write(journal, Amend(text="zebra quagga"), about=entry.uid)
        for word in range(60):
            write(journal, Note(text=f"wombat{word}"))
    if module == "none":
        without_module(path)
    with open_journal(path) as journal:
        erase(journal, amend)
        erase(journal, entry)
        held = b"".join(one.read_bytes() for one in path.parent.iterdir())
        for gone in (b"zebra", b"xyloph", b"quagga", b"agga"):
            assert gone not in held
        if module == "fts5":
            assert "zebra" not in terms(journal)
            assert standing.ref in found(journal, "wombats")
            assert agrees(journal)


# -- where SQLite has no FTS5 --------------------------------------------------------------------


def without_module(path: Path) -> None:
    """Make the table one of a module that this SQLite lacks, as FTS5 is lacking elsewhere."""
    with closing(connect(path)) as other, other:
        other.execute("PRAGMA writable_schema = ON")
        other.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'fts5', 'fts0') WHERE name = 'words'"
        )


def test_without_it_everything_else_goes_on(journal: Journal, path: Path) -> None:
    write(journal, Note(text="before"))
    journal.close()
    without_module(path)
    with open_journal(path) as again:
        assert again.sought(sought("before"), None, 9) is None
        write(again, Note(text="after"))
        assert again.sought(sought("after"), None, 9) is None
        assert [entry.kind for entry in again.read(Query())] == ["init", "note", "note"]
        assert again.problems() == []
        assert not rebuild_words(again)
        again.backup(path.with_name("copy.db"))


def test_a_journal_can_be_begun_without_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "WORDS", schema.WORDS.replace("fts5", "fts0"))
    with create_journal(path, NOW, BEGINNING) as journal:
        write(journal, Note(text="here"))
        assert marked(journal)
        assert journal.sought(sought("here"), None, 9) is None
    monkeypatch.undo()
    with open_journal(path) as journal:  # elsewhere, where there is FTS5
        write(journal, Note(text="there"))
        assert journal.sought(sought("there"), None, 9) is None
        assert not agrees(journal)
        assert rebuild_words(journal)
        assert found(journal, "here") == ["e2"]
        assert not marked(journal)
        assert agrees(journal)


# -- where it is not whole -----------------------------------------------------------------------

BREAKS = {
    "gone": "DROP TABLE words",
    "emptied": "DELETE FROM words_data",
    "short of a segment": "DELETE FROM words_data WHERE id = (SELECT max(id) FROM words_data)",
    "scrambled": "UPDATE words_data SET block = zeroblob(50) WHERE id > 10",
    "of no version": "DELETE FROM words_config",
    "short of a row": "DELETE FROM words_docsize WHERE id = (SELECT max(id) FROM words_docsize)",
    "with a word too many": "INSERT INTO words (rowid, text) VALUES (7, 'zebra')",
    "with a word moved": (
        "INSERT INTO words (words, rowid, text) SELECT 'delete', max(id), 'rain'"
        " FROM words_docsize; INSERT INTO words (rowid, text) VALUES (8, 'rain')"
    ),
}


@pytest.mark.parametrize("how", BREAKS)
def test_a_broken_index_is_seen_and_made_again(journal: Journal, path: Path, how: str) -> None:
    for text in ("snow", "rain"):
        write(journal, Note(text=text))
    journal.close()
    with closing(connect(path)) as other:
        other.executescript(BREAKS[how])
    with open_journal(path) as again:
        write(again, Note(text="sun"))
        assert [entry.kind for entry in again.read(Query())] == ["init", *["note"] * 3]
        assert again.problems() == []
        if how != "short of a row":  # which only ranks by relevance, and nothing here does
            assert not agrees(again)
        assert rebuild_words(again)
        assert agrees(again)
        assert found(again, "rain") == ["e3"]
        assert found(again, "sun") == ["e4"]


def test_a_full_disk_is_still_told(journal: Journal) -> None:
    journal._db.execute("PRAGMA max_page_count = 1")
    with pytest.raises(Unwritable, match="no room"):
        write(journal, Note(text="x" * 90_000))


# -- whatever was written ------------------------------------------------------------------------

TEXTS = st.text("aé信 -", max_size=6)
STEPS = st.lists(
    st.tuples(st.sampled_from(["note", "amend", "move", "undo", "line"]), TEXTS, st.integers(0, 9)),
    max_size=14,
)


@given(STEPS)
def test_it_always_agrees(steps: list[tuple[str, str, int]]) -> None:
    with memory_journal() as journal:
        written = [write(journal, Note(text="a"))]
        for step, text, at in steps:
            about = written[at % len(written)]
            bodies: dict[str, Body] = {
                "note": Note(text=text),
                "amend": Amend(text=text),
                "move": Amend(day=DAY - timedelta(days=at)),
                "undo": Undo(),
                "line": Checkin(cadence="daily", summary=text),
            }
            body = bodies[step]
            written.append(write(journal, body, about=None if step == "note" else about.uid))
        assert agrees(journal)
        held = journal._db.execute("SELECT id FROM words_docsize ORDER BY id").fetchall()
        assert [row for row, _ in every_row(journal._db)] == [row for (row,) in held]
