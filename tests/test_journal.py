"""The journal's file: what is written stays as it was written, for its owner only, or is told."""

from __future__ import annotations

import json
import os
import random
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repairlog.entries import CHAIN_START, Entry, chain_hash, content_digest
from repairlog.errors import Refused, Unwritable
from repairlog.journal import Draft, Journal, Locked, Query, Thread, memory_journal, rows
from repairlog.journal.driver import errors
from repairlog.kinds.changes import Release
from repairlog.kinds.commitments import Commitment, Delivery, Miss
from repairlog.kinds.keeping import Init
from repairlog.kinds.mending import Amend, Erase, Undo
from repairlog.kinds.moments import Answer, Doubt, Note
from repairlog.kinds.triggers import Trigger
from repairlog.schema import GUARDS
from tests.locked import connect, create_journal, open_journal

NOW = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)


def draft(text: str = "a quiet evening", by: str = "Ana", **given: Any) -> Draft:
    return Draft(Note(text=text), by, **({"day": DAY, "at": NOW} | given))


BEGINNING = [Draft(Init(me="Ana", partner="Sam"), "Ana", DAY, NOW)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "journal.db"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    with create_journal(path, NOW, BEGINNING) as made:
        yield made


def write(journal: Journal, *drafts: Draft, now: datetime = NOW) -> list[Entry]:
    """Append the drafts as one command."""
    with journal.writing(now) as writer:
        return [writer.append(one) for one in drafts]


def everything(journal: Journal) -> list[Entry]:
    return journal.read(Query(undone=True))


def files_of(path: Path) -> dict[str, bytes]:
    """The journal's file and whatever stands beside it, byte by byte."""
    return {one.name: one.read_bytes() for one in sorted(path.parent.iterdir())}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


# -- another process ---------------------------------------------------------------------------

CHILD = """
import os, resource, sqlite3, sys
from datetime import UTC, date, datetime
from pathlib import Path
from repairlog.errors import RepairlogError
from repairlog.journal import Draft, Query
from repairlog.kinds.keeping import Init
from repairlog.kinds.moments import Note
from tests.locked import create_journal, open_journal

NOW, DAY = datetime(2026, 11, 23, 17, 0, tzinfo=UTC), date(2026, 11, 23)
path, name = Path(sys.argv[1]), sys.argv[2]
BEGINNING = [Draft(Init(me=name), name, DAY, NOW)]

def append(journal, text):
    with journal.writing(NOW) as writer:
        return writer.append(Draft(Note(text=text), name, DAY, NOW))

def told(error):
    print(type(error).__name__, error.exit_code, error.sentence)

try:
    {body}
except RepairlogError as error:
    told(error)
"""


def child(path: Path, body: str, name: str = "Ana", before: str = "") -> subprocess.Popen[str]:
    """Start a process that does something with the journal and prints what came of it."""
    lines = body.strip().splitlines()
    code = before + CHILD.replace("{body}", "\n    ".join(lines))
    return subprocess.Popen(
        [sys.executable, "-c", code, str(path), name],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def outputs(children: Sequence[subprocess.Popen[str]]) -> list[str]:
    """What the processes printed, once all have ended well."""
    ended = [one.communicate(timeout=120) for one in children]
    assert [error for _, error in ended if error] == []
    return [out for out, _ in ended]


# Root may read and write anything: what it may do to other people's files is put down here.
WITHOUT_PRIVILEGES = """
import ctypes, os, sys
if os.geteuid() == 0 and sys.platform == "linux":
    class Header(ctypes.Structure):
        _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]
    class Sets(ctypes.Structure):
        _fields_ = [(name, ctypes.c_uint32) for name in ("effective", "permitted", "inheritable")]
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.capset(ctypes.byref(Header(0x20080522, 0)), (Sets * 2)()) == 0
"""


def unprivileged(path: Path, body: str) -> str:
    """What a process without root's privileges says of the journal."""
    return outputs([child(path, body, before=WITHOUT_PRIVILEGES)])[0].strip()


# -- making ------------------------------------------------------------------------------------


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_only_its_owner_can_read_it_whatever_the_umask(tmp_path: Path, mask: int) -> None:
    path = tmp_path / "a" / "b" / "journal.db"
    with umask(mask), create_journal(path, NOW, BEGINNING) as made:
        write(made, draft())
        assert {mode(one) for one in path.parent.iterdir()} == {0o600}
        assert len(list(path.parent.iterdir())) == 3  # with what SQLite keeps beside it
    assert mode(path.parent) == mode(path.parent.parent) == 0o700


@pytest.mark.plain("only Python's own SQLite tells when it opens a file")
def test_so_it_is_from_the_first_moment(tmp_path: Path) -> None:
    """Whenever SQLite is about to open a file, it is there already, and closed to others."""
    watch = """
def see(event, given):
    if event == "sqlite3.connect" and given[0] != ":memory:":
        there = [path.parent / name for name in os.listdir(path.parent)]
        print(*sorted({oct(os.stat(one).st_mode & 0o777) for one in there}), oct(
            os.stat(path.parent).st_mode & 0o777))
sys.addaudithook(see)
os.umask(0)
create_journal(path, NOW, BEGINNING).close()
"""
    [said] = outputs([child(tmp_path / "new" / "journal.db", watch)])
    assert said.splitlines()
    assert set(said.splitlines()) == {"0o600 0o700"}


def test_a_folder_that_was_there_keeps_its_own_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)
    create_journal(tmp_path / "journal.db", NOW, BEGINNING).close()
    assert mode(tmp_path) == 0o750


def test_once_closed_it_is_one_file(path: Path) -> None:
    create_journal(path, NOW, BEGINNING).close()
    assert [one.name for one in path.parent.iterdir()] == ["journal.db"]


@pytest.mark.parametrize(
    "name", ["a b.db", "a?mode=ro.db", "50%25.db", "#1.db", "ë京.db", ":memory:"]
)
def test_any_name_is_a_good_name(tmp_path: Path, name: str) -> None:
    with create_journal(tmp_path / name, NOW, BEGINNING) as made:
        write(made, draft("kept"))
    with open_journal(tmp_path / name) as again:
        assert len(everything(again)) == 2
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [name]


def test_a_name_of_bytes_that_are_no_letters_is_one_too(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.db"))
    create_journal(path, NOW, BEGINNING).close()
    open_journal(path).close()


def test_it_begins_with_what_it_was_given(journal: Journal) -> None:
    [entry] = everything(journal)
    assert (entry.kind, entry.ref, entry.seq, entry.by) == ("init", "e1", 1, "Ana")


def test_a_second_beginning_finds_the_first_and_leaves_it(path: Path) -> None:
    create_journal(path, NOW, BEGINNING).close()
    before = files_of(path)
    with pytest.raises(FileExistsError):
        create_journal(path, NOW, BEGINNING)
    assert files_of(path) == before


def test_where_it_cannot_be_made_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    with pytest.raises(Unwritable, match="cannot be opened or written"):
        create_journal(tmp_path / "taken" / "journal.db", NOW, BEGINNING)
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["taken"]


def test_a_beginning_that_fails_leaves_nothing(path: Path) -> None:
    with pytest.raises(TypeError):
        create_journal(path, NOW, [*BEGINNING, replace(draft(), at="noon")])  # type: ignore[arg-type]
    assert list(path.parent.iterdir()) == []


def without_links(*_: object) -> None:
    raise PermissionError(1, "Operation not permitted")  # what a FAT volume answers


def test_a_file_system_without_links_will_do(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", without_links)
    create_journal(path, NOW, BEGINNING).close()
    before = files_of(path)
    with pytest.raises(FileExistsError):
        create_journal(path, NOW, BEGINNING)
    assert files_of(path) == before
    assert list(before) == ["journal.db"]


def test_every_entry_is_on_the_disk_before_it_is_acknowledged(journal: Journal, path: Path) -> None:
    with closing(connect(path)) as other:
        assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with open_journal(path) as opened:
        for one in (journal, opened):
            assert one._db.execute("PRAGMA synchronous").fetchone() == (3,)  # FULL, and more


# -- appending ---------------------------------------------------------------------------------


def test_what_was_written_is_read_back_as_it_was(journal: Journal, path: Path) -> None:
    written = write(journal, draft("déjà vu 🍵"), draft("and then", at=None))
    assert everything(journal)[1:] == written
    with open_journal(path) as again:
        assert everything(again)[1:] == written


def test_an_entry_reads_at_once_as_it_will_read_for_ever(journal: Journal) -> None:
    [entry] = write(journal, draft(at=NOW.replace(microsecond=999_999)))
    assert everything(journal)[-1] == entry


commands = st.lists(
    st.tuples(
        st.lists(
            st.sampled_from(
                [
                    Note(text="déjà vu"),
                    Doubt(text="?"),
                    Trigger(text="a late reply", intensity=5),
                    Commitment(text="call", start=DAY),
                ]
            ),
            min_size=1,
            max_size=3,
        ),
        st.timedeltas(timedelta(days=-1), timedelta(days=2)),
        st.sampled_from(["Ana", "Sam"]),
    ),
    max_size=12,
)


@given(commands)
def test_the_chain_can_be_computed_again(told: list[tuple[Any, timedelta, str]]) -> None:
    with memory_journal() as journal:
        for bodies, moved, by in told:
            write(journal, *(Draft(body, by, DAY) for body in bodies), now=NOW + moved)
        entries = everything(journal)
        previous = CHAIN_START
        for seq, entry in enumerate(entries, 1):
            assert entry.seq == seq
            assert entry.hash == chain_hash(previous, entry)
            assert entry.salt is not None
            assert entry.fields is not None
            assert entry.content == content_digest(entry.salt, entry.fields)
            previous = entry.hash
        assert journal.heads() == ([(entries[-1].device, seq, previous)] if entries else [])


@given(commands)
def test_writing_never_goes_back_and_uids_keep_its_order(
    told: list[tuple[Any, timedelta, str]],
) -> None:
    with memory_journal() as journal:
        for bodies, moved, by in told:
            write(journal, *(Draft(body, by, DAY) for body in bodies), now=NOW + moved)
        entries = everything(journal)
    assert all(one.written <= other.written for one, other in pairwise(entries))
    assert all(one.uid < other.uid for one, other in pairwise(entries))


@given(commands)
def test_references_count_up_by_letter_and_stay(told: list[tuple[Any, timedelta, str]]) -> None:
    with memory_journal() as journal:
        written = [
            entry
            for bodies, _, by in told
            for entry in write(journal, *(Draft(body, by, DAY) for body in bodies))
        ]
    for letter in "cte":
        numbers = [int(entry.ref[1:]) for entry in written if entry.ref[0] == letter]
        assert numbers == list(range(1, len(numbers) + 1))


def test_what_one_command_wrote_belongs_together(journal: Journal) -> None:
    one, other = write(journal, draft("one"), draft("two")), write(journal, draft("three"))
    assert {entry.command for entry in one} == {one[0].uid}
    assert journal.command(one[0].uid) == one
    assert journal.command(other[0].uid) == other


@pytest.mark.parametrize("stop", [KeyboardInterrupt, BrokenPipeError, Refused("no")], ids=repr)
def test_a_command_that_stops_half_way_wrote_nothing(
    journal: Journal, stop: BaseException | type[BaseException]
) -> None:
    def stopping() -> None:
        with journal.writing(NOW) as writer:
            writer.append(draft())
            raise stop

    with pytest.raises(stop if isinstance(stop, type) else type(stop)):
        stopping()
    assert len(everything(journal)) == 1
    assert write(journal, draft())[0].seq == 2


# -- asking ------------------------------------------------------------------------------------

BODIES = (Note(text="x"), Doubt(text="x"), Commitment(text="x", start=DAY), Delivery())
ANSWERS = (Amend(text="y"), Undo(), Answer(text="z"))
KINDS = ("init", "note", "doubt", "commitment", "delivery", "amend", "undo", "answer")
DAYS = [DAY - timedelta(days=n) for n in range(6)]


@st.composite
def told_journals(draw: st.DrawFn) -> Journal:
    """A small journal in which things are about things, put right and taken back."""
    journal = memory_journal()
    entries = write(journal, *BEGINNING)
    for _ in range(draw(st.integers(0, 15))):
        moment = NOW + timedelta(minutes=len(entries))
        body = draw(st.sampled_from((*BODIES, *ANSWERS)))
        root = draw(st.sampled_from(entries))
        about = root.uid if isinstance(body, (Delivery, *map(type, ANSWERS))) else None
        by, day = draw(st.sampled_from(["Ana", "Sam"])), draw(st.sampled_from(DAYS))
        with journal.writing(moment) as writer:
            entries.append(writer.append(Draft(body, by, day, about=about)))
            if isinstance(body, Doubt | Commitment):
                closed = draw(st.none() | st.sampled_from(DAYS))
                writer.remember(Thread(entries[-1].uid, entries[-1].kind, closed))
    return journal


@st.composite
def queries(draw: st.DrawFn, entries: list[Entry]) -> Query:
    some_uids = st.lists(st.sampled_from([entry.uid for entry in entries]), max_size=4).map(tuple)
    span = sorted((draw(st.sampled_from(DAYS)), draw(st.sampled_from(DAYS))))
    by_day = draw(st.booleans())
    kinds = draw(st.lists(st.sampled_from(KINDS), max_size=3).map(tuple))
    return Query(
        kinds=kinds,
        uids=draw(st.none() | some_uids),
        about=draw(st.none() | st.none() | some_uids),
        ref=draw(st.none() | st.none() | st.tuples(st.sampled_from("ec"), st.integers(1, 5))),
        by=draw(st.none() | st.sampled_from(["Ana", "Sam"])),
        command=draw(st.none() | st.none() | st.sampled_from(entries).map(lambda e: e.command)),
        since=span[0] if by_day else None,
        until=span[1] if by_day and draw(st.booleans()) else None,
        open_since=draw(st.none() | st.sampled_from(DAYS)) if kinds else None,
        newest=draw(st.none() | st.integers(0, 5)),
        undone=draw(st.booleans()),
    )


def answer(
    entries: list[Entry], threads: dict[str, Thread], query: Query, as_of: datetime
) -> list[Entry]:
    """The slow, obvious answer to a query."""
    known = [entry for entry in entries if entry.written <= as_of]
    undone = {entry.about for entry in known if entry.kind == "undo"}
    first, last = query.since or date.min, query.until or date.max
    put_right = {e.about for e in entries if e.kind == "amend" and first <= e.day <= last}

    def fits(entry: Entry) -> bool:
        thread = threads.get(entry.uid)
        is_open = thread is not None and (
            query.open_since is None or thread.closed is None or thread.closed >= query.open_since
        )
        return all(
            [
                query.undone or entry.uid not in undone,
                not query.kinds or entry.kind in query.kinds,
                query.uids is None or entry.uid in query.uids,
                query.about is None or entry.about in query.about,
                query.ref is None or (entry.ref[0], int(entry.ref[1:])) == query.ref,
                query.by is None or entry.by == query.by,
                query.command is None or entry.command == query.command,
                first <= entry.day <= last or entry.uid in put_right,
                query.open_since is None or is_open,
            ]
        )

    found = [entry for entry in known if fits(entry)]
    return found if query.newest is None else found[::-1][: query.newest]


@given(told_journals(), st.data())
def test_a_question_gets_the_answer_that_a_slow_reader_would_give(
    journal: Journal, data: st.DataObject
) -> None:
    with journal:
        entries = everything(journal)
        threads = {thread.uid: thread for thread in journal.all_threads()}
        query = data.draw(queries(entries))
        as_of = data.draw(st.sampled_from([entry.written for entry in entries]))
        assert journal.read(query) == answer(entries, threads, query, entries[-1].written)
        assert journal.read(query, as_of) == answer(entries, threads, query, as_of)


@given(told_journals(), st.data())
def test_all_about_something_is_found_however_deep(journal: Journal, data: st.DataObject) -> None:
    with journal:
        entries = everything(journal)
        undone = {entry.about for entry in entries if entry.kind == "undo"}
        root = data.draw(st.sampled_from(entries))
        found, wanted = [], {root.uid}
        for entry in entries:
            if entry.about in wanted and entry.uid not in undone:
                found.append(entry)
                wanted.add(entry.uid)
        assert journal.about([root.uid]) == found
        assert journal.about([root.uid], summed=True) == found  # there is no checkpoint


@given(told_journals())
def test_from_each_entry_the_way_leads_up_to_its_top(journal: Journal) -> None:
    with journal:
        known = {entry.uid: entry for entry in everything(journal)}
        for entry in known.values():
            way, above = [], entry.about
            while above is not None:
                way.append(known[above])
                above = known[above].about
            assert journal.above([entry]) == way
        assert journal.above(iter(known.values())) == []


def test_a_checkpoint_stands_for_what_was_done_up_to_its_day(journal: Journal) -> None:
    [promise] = write(journal, Draft(Commitment(text="call", start=DAYS[5]), "Ana", DAYS[5]))
    done = [write(journal, Draft(Delivery(), "Ana", day, about=promise.uid))[0] for day in DAYS]
    [miss] = write(journal, Draft(Miss(own="x"), "Ana", DAYS[4], about=promise.uid))
    [release] = write(journal, Draft(Release(), "Ana", DAYS[5], about=promise.uid))
    with journal.writing(NOW) as writer:
        writer.remember(Thread(promise.uid, "commitment", through=DAYS[3], checkpoint="{}"))
    assert journal.about([promise.uid]) == [*done, miss, release]
    assert journal.about([promise.uid], summed=True) == [*done[:3], release]


def test_an_earlier_moment_still_knows_what_later_erasing_left(journal: Journal) -> None:
    [promise] = write(journal, Draft(Commitment(text="call", start=DAY), "Ana", DAY))
    with journal.writing(NOW + timedelta(days=1)) as writer:
        writer.erase(promise, Erase(remains={"start": "2026-11-23"}), "Ana", DAY, None)
    assert [e.kind for e in journal.about([promise.uid], as_of=NOW)] == ["erase"]


NO_WALK = [
    Query(kinds=("note",)),
    Query(uids=("a", "b")),
    Query(about=("a", "b")),
    Query(ref=("c", 3)),
    Query(command="a"),
    Query(since=DAY, until=DAY),
    Query(kinds=("delivery", "checkin"), since=DAY, until=DAY),
    Query(by="Ana", since=DAY, until=DAY),
    Query(kinds=("commitment", "doubt"), open_since=DAY),
    Query(by="Ana", newest=200),
    Query(kinds=("value", "memory"), newest=100),
    Query(uids=("a",), kinds=("note",), by="Ana", since=DAY),
]


@pytest.mark.parametrize("query", NO_WALK, ids=str)
def test_a_question_finds_its_rows_by_an_index(journal: Journal, query: Query) -> None:
    assert walked(journal, *rows.select(query, NOW)) == []


@pytest.mark.parametrize("name", ["BELOW", "BELOW_SUMMED", "THREADS", "HEADS"])
def test_so_do_the_questions_about_what_belongs_together(journal: Journal, name: str) -> None:
    lists = {"uids": '["a"]', "summed": '["b"]', "gaps": json.dumps(rows.gaps(["b"]))}
    assert walked(journal, getattr(rows, name), lists | {"as_of": rows.moment_of(None)}) == []


def walked(journal: Journal, sql: str, values: dict[str, Any]) -> list[str]:
    """The tables that SQLite would read from end to end."""
    plan = [row[3] for row in journal._db.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    tables = ("entry", "content", "thread", "e", "c", "t", "u", "a", "o")
    return [step for step in plan if step.startswith("SCAN") and step.split()[1] in tables]


@pytest.mark.parametrize(
    "query",
    [Query(newest=20), Query(kinds=("note",), newest=20), Query(by="Ana", newest=20)],
    ids=str,
)
def test_the_newest_are_read_from_the_end(journal: Journal, query: Query) -> None:
    sql, values = rows.select(query, None)
    steps = [row[3] for row in journal._db.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert not any("TEMP B-TREE" in step for step in steps)


# -- heads and the seal ------------------------------------------------------------------------


def test_the_seal_covers_the_chain_of_every_device(journal: Journal) -> None:
    [mine] = write(journal, draft("mine"))
    foreign = replace(mine, uid="f1", device="another", seq=4, ref="e9", content="c", hash="h")
    alone = journal.seal()
    with journal.writing(NOW) as writer:
        writer.keep(foreign)
        writer.keep(replace(foreign, uid="f2", seq=5, hash="i"))
    assert journal.heads() == sorted([("another", 5, "i"), (mine.device, 2, mine.hash)])
    assert journal.seal() != alone


def test_an_empty_journal_has_no_head() -> None:
    with memory_journal() as empty:
        assert empty.heads() == []


def test_what_is_taken_over_from_the_own_chain_is_followed(journal: Journal) -> None:
    [mine] = write(journal, draft())
    later = replace(mine, uid="f", seq=9, ref="e9", hash="h", written=NOW + timedelta(hours=1))
    with journal.writing(NOW) as writer:
        writer.keep(later)
        entry = writer.append(draft())
    assert entry.seq == 10
    assert entry.hash == chain_hash("h", entry)
    assert entry.written == later.written


# -- what a newer version wrote ----------------------------------------------------------------


def test_unknown_kinds_and_versions_are_kept_whole(journal: Journal, path: Path) -> None:
    [mine] = write(journal, draft())
    stored = {"text": "thank you", "warmth": 7, "to": ["Sam"]}
    newer = [
        replace(mine, uid="f1", device="new", seq=1, ref="z1", kind="gratitude", fields=stored),
        replace(mine, uid="f2", device="new", seq=2, ref="e9", version=9, fields=stored),
    ]
    with journal.writing(NOW) as writer:
        for entry in newer:
            writer.keep(entry)
    journal.backup(path.with_name("copy.db"))
    with open_journal(path) as again, open_journal(path.with_name("copy.db")) as copy:
        assert everything(again)[2:] == newer
        assert everything(copy) == everything(again)


# -- files that are no journal -----------------------------------------------------------------


def another_program(path: Path) -> None:
    with closing(connect(path)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")


def newer_version(path: Path) -> None:
    create_journal(path, NOW, BEGINNING).close()
    with closing(connect(path)) as other, other:
        other.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('repairlog', '0099_two_moons', '2031-01-01')"
        )


def truncated(path: Path, size: float) -> None:
    create_journal(path, NOW, BEGINNING).close()
    os.truncate(path, int(path.stat().st_size * size))


FOREIGN: dict[str, tuple[Callable[[Path], object], str]] = {
    "a letter": (lambda path: path.write_text("Dear Sam," * 999), "not a repairlog journal"),
    "an empty file": (lambda path: path.touch(), "not a repairlog journal"),
    "another program's": (another_program, "not a repairlog journal"),
    "a newer journal": (newer_version, "newer repairlog"),
    "half a journal": (lambda path: truncated(path, 0.5), "is damaged"),
    "most of a journal": (lambda path: truncated(path, 0.99), "is damaged"),
    "a page of a journal": (lambda path: truncated(path, 0.04), "is damaged|not a repairlog"),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_what_is_no_journal_is_told_and_left_as_it_is(path: Path, name: str) -> None:
    path.parent.mkdir()
    make, words = FOREIGN[name]
    make(path)
    before = files_of(path)
    with pytest.raises(Unwritable, match=words) as told:
        open_journal(path)
    assert told.value.exit_code == 3
    assert told.value.mend
    assert str(path) in told.value.sentence
    assert files_of(path) == before


def test_no_file_and_a_folder_are_told_too(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.db", tmp_path):
        with pytest.raises(Unwritable):
            open_journal(path)
    with pytest.raises(Unwritable, match="is a folder"):
        open_journal(tmp_path)
    assert not (tmp_path / "nowhere.db").exists()


def test_a_damaged_file_is_told_calmly_or_read(path: Path) -> None:
    """Whichever byte is wrong, nothing but Unwritable is raised."""
    with create_journal(path, NOW, BEGINNING) as made:
        for number in range(60):
            [entry] = write(made, draft(f"entry {number} " * 9))
            write(made, Draft(Answer(text="yes"), "Sam", DAY, about=entry.uid))
    whole, chance = path.read_bytes(), random.Random(7)
    told = 0
    for _ in range(300):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        try:
            with open_journal(path) as opened:
                opened.about([entry.uid for entry in everything(opened)])
                opened.seal(), opened.all_threads(), opened.guards(), opened.problems()
        except (Unwritable, Locked):  # what changes the salt looks like another passphrase
            told += 1
    assert told


def test_a_value_that_cannot_be_read_is_told(journal: Journal, path: Path) -> None:
    write(journal, draft())
    with closing(connect(path)) as other, other:
        other.execute("DROP TRIGGER entry_is_never_changed")
        other.execute("UPDATE entry SET day = 'someday'")
    with pytest.raises(Unwritable, match="damaged"):
        everything(journal)
    assert journal.guards() == set(GUARDS) - {"entry_is_never_changed"}


def test_a_journal_that_is_whole_has_no_problems(journal: Journal) -> None:
    assert journal.problems() == []
    assert journal.guards() == set(GUARDS)


def test_a_guard_that_was_weakened_is_not_in_place(journal: Journal, path: Path) -> None:
    with closing(connect(path)) as other, other:
        other.execute("DROP TRIGGER entry_is_never_removed")
        other.execute(
            "CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry BEGIN SELECT 1; END"
        )
    assert "entry_is_never_removed" not in journal.guards()


# -- what a plain client does ------------------------------------------------------------------


def test_a_plain_client_cannot_replace_an_entry(journal: Journal, path: Path) -> None:
    write(journal, draft("as it was"))
    before = everything(journal)
    with closing(connect(path)) as client:
        client.execute("PRAGMA recursive_triggers = OFF")
        for statement in (
            "INSERT OR REPLACE INTO entry SELECT * FROM entry",
            "REPLACE INTO content SELECT uid, salt, '{}' FROM content",
            "UPDATE content SET fields = '{}'",
            "DELETE FROM entry",
        ):
            with pytest.raises(errors("IntegrityError")):
                client.execute(statement)
    assert everything(journal) == before


# -- erasing -----------------------------------------------------------------------------------


def erase(journal: Journal, entry: Entry) -> Entry:
    with journal.writing(NOW) as writer:
        return writer.erase(entry, Erase(remains={}), "Ana", DAY, NOW)


def test_erased_words_are_gone_and_the_chain_holds(journal: Journal) -> None:
    [entry] = write(journal, draft("something said in anger"))
    said = erase(journal, entry)
    _, left, last = everything(journal)
    assert left == replace(entry, salt=None, fields=None)
    assert last == said
    assert last.hash == chain_hash(entry.hash, last)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.plain("a locked file shows none to begin with")
def test_no_byte_of_erased_words_is_left_in_any_file(path: Path, seed: int) -> None:
    """Not in free pages, nor in the copies that moving rows from page to page leaves behind."""
    chance = random.Random(seed)
    with create_journal(path, NOW, BEGINNING) as journal:
        standing = []
        for number in range(120):
            word = f"wörd-{seed}-{number}-"
            text = word * chance.choice([1, 4, 40, 400])
            standing.append((word, write(journal, draft(text))[0]))
        for _ in range(12):
            word, entry = standing.pop(chance.randrange(len(standing)))
            erase(journal, entry)
            assert [name for name, held in files_of(path).items() if word.encode() in held] == []
        assert journal.problems() == []
        kept = b"".join(files_of(path).values())
        assert all(word.encode() in kept for word, _ in standing)


def test_words_that_another_program_still_holds_are_told_of(journal: Journal, path: Path) -> None:
    [entry] = write(journal, draft("something said in anger"))
    with closing(connect(path)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM content").fetchall()
        journal._db.execute("PRAGMA busy_timeout = 0")
        with pytest.raises(Unwritable, match="words are erased"):
            erase(journal, entry)
        assert everything(journal)[1].fields is None
        reader.execute("COMMIT")
    journal.close()
    assert b"in anger" not in b"".join(files_of(path).values())


# -- backup ------------------------------------------------------------------------------------


def test_a_backup_is_the_journal_again(journal: Journal, path: Path, tmp_path: Path) -> None:
    write(journal, draft("one"), draft("two"))
    with umask(0):
        journal.backup(tmp_path / "copy.db")
    assert mode(tmp_path / "copy.db") == 0o600
    assert {one.name for one in tmp_path.iterdir()} == {"copy.db", "home", "kept"}
    with open_journal(tmp_path / "copy.db") as copy:
        assert everything(copy) == everything(journal)
        assert copy.seal() == journal.seal()
        assert copy.guards() == journal.guards()
        assert write(copy, draft("three"))[0].seq == 4


def test_a_backup_never_takes_another_files_place(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("dear to somebody")
    (tmp_path / "link.db").symlink_to("nowhere")
    for name in ("copy.db", "link.db"):
        with pytest.raises(Refused, match="is there already"):
            journal.backup(tmp_path / name)
    assert (tmp_path / "copy.db").read_text() == "dear to somebody"
    assert not (tmp_path / "nowhere").exists()


def test_a_backup_that_cannot_be_made_leaves_nothing(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(Unwritable):
        journal.backup(tmp_path / "no such folder" / "copy.db")
    assert not (tmp_path / "no such folder").exists()


def test_a_damaged_journal_is_not_backed_up_as_if_it_were_whole(path: Path) -> None:
    with create_journal(path, NOW, BEGINNING) as made:
        write(made, *(draft(f"entry {number} " * 30) for number in range(40)))
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(b"\xff" * 2048)
    with open_journal(path) as damaged, pytest.raises(Unwritable, match="damaged"):
        damaged.backup(path.with_name("copy.db"))
    assert [one.name for one in path.parent.iterdir()] == ["journal.db"]


# -- several at once ---------------------------------------------------------------------------


def test_eight_programs_that_write_at_once_all_get_through(path: Path) -> None:
    create_journal(path, NOW, BEGINNING).close()
    body = """
for number in range(25):
    with open_journal(path) as journal:
        append(journal, f"{name} {number}")
"""
    assert "".join(outputs([child(path, body, f"P{n}") for n in range(8)])) == ""
    with open_journal(path) as journal:
        entries = everything(journal)
        assert len(entries) == 1 + 8 * 25
        assert [entry.seq for entry in entries] == list(range(1, 202))
        assert all(e.hash == chain_hash(p.hash, e) for p, e in pairwise(entries))
        assert len({entry.ref for entry in entries}) == len(entries)
        assert journal.problems() == []


LINKS = {
    "with links": "",
    "without links": (
        "import os\ndef no(*_): raise PermissionError(1, 'Operation not permitted')\nos.link = no\n"
    ),
}


@pytest.mark.parametrize("links", LINKS)
def test_of_eight_that_begin_at_once_one_wins_and_the_others_find_it(
    path: Path, links: str
) -> None:
    body = """
try:
    create_journal(path, NOW, BEGINNING).close()
    print("begun")
except FileExistsError:
    print("found")
with open_journal(path) as journal:
    append(journal, name)
"""
    said = outputs([child(path, body, f"P{n}", before=LINKS[links]) for n in range(8)])
    assert sorted(said) == ["begun\n", *["found\n"] * 7]
    assert [one.name for one in path.parent.iterdir()] == ["journal.db"]
    with open_journal(path) as journal:
        entries = everything(journal)
        assert len([e for e in entries if e.kind == "init"]) == 1
        assert {e.by for e in entries if e.kind == "note"} == {f"P{n}" for n in range(8)}


def test_what_was_acknowledged_survives_the_end_of_its_program(path: Path) -> None:
    create_journal(path, NOW, BEGINNING).close()
    body = """
with open_journal(path) as journal:
    while True:
        print(append(journal, "again").seq, flush=True)
"""
    last = 1
    for _ in range(5):
        program = child(path, body)
        assert program.stdout is not None
        for _ in range(7):
            last = int(program.stdout.readline())
        program.send_signal(signal.SIGKILL)
        program.communicate()
        with open_journal(path) as journal:
            assert journal.count() >= last
            assert journal.problems() == []


def test_who_has_to_wait_too_long_is_told(
    journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("repairlog.journal.driver.WAIT_SECONDS", 0.01)
    with open_journal(path) as other, journal.writing(NOW):
        assert len(everything(other)) == 1  # a reader never waits
        with pytest.raises(Unwritable, match="Another program has been writing"):
            write(other, draft())


# -- where nothing can be written --------------------------------------------------------------

READ = "with open_journal(path) as journal: print(len(journal.read(Query())), 'read')"
APPEND = "with open_journal(path) as journal: append(journal, 'x')"


@pytest.fixture
def closed_folder(path: Path) -> Iterator[Path]:
    create_journal(path, NOW, BEGINNING).close()
    path.parent.chmod(0o500)
    yield path
    path.parent.chmod(0o700)


def test_in_a_folder_that_cannot_be_written_it_can_be_read(closed_folder: Path) -> None:
    before = files_of(closed_folder)
    assert unprivileged(closed_folder, READ) == "1 read"
    assert files_of(closed_folder) == before


def test_in_a_folder_that_cannot_be_written_nothing_is_saved(closed_folder: Path) -> None:
    before = files_of(closed_folder)
    assert unprivileged(closed_folder, APPEND).startswith("Unwritable 3 ")
    new = closed_folder.with_name("new.db")
    assert unprivileged(new, "create_journal(path, NOW, BEGINNING)").startswith("Unwritable 3 ")
    assert files_of(closed_folder) == before


def test_what_another_program_has_not_merged_yet_is_not_passed_over(closed_folder: Path) -> None:
    """A reader that cannot join the others says so, rather than show half of it."""
    closed_folder.parent.chmod(0o700)
    with open_journal(closed_folder) as journal:
        write(journal, draft())
        closed_folder.parent.chmod(0o500)
        assert unprivileged(closed_folder, READ) == "2 read"
        closed_folder.parent.chmod(0o700)


def test_a_file_that_is_read_only_can_be_read_and_not_written(path: Path) -> None:
    create_journal(path, NOW, BEGINNING).close()
    path.chmod(0o400)
    assert unprivileged(path, READ) == "1 read"
    assert unprivileged(path, APPEND).startswith("Unwritable 3 ")


def test_a_file_that_cannot_be_read_is_told(path: Path) -> None:
    create_journal(path, NOW, BEGINNING).close()
    path.chmod(0o000)
    assert unprivileged(path, READ).startswith("Unwritable 3 ")


def test_a_full_disk_is_told_and_what_was_there_stays(path: Path) -> None:
    create_journal(path, NOW, BEGINNING).close()
    body = """
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
with open_journal(path) as journal:
    append(journal, "x")
    append(journal, "y" * 400_000)
"""
    assert outputs([child(path, body)])[0].startswith("Unwritable 3 ")
    with open_journal(path) as journal:
        assert [e.kind for e in everything(journal)] == ["init", "note"]
        assert journal.problems() == []
        write(journal, draft())
