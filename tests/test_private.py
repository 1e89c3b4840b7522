"""What is private is in a file of its own: the shared one holds no byte of it, and no page tells.

Every command that writes is tried with `--private`. A new one fails here until it is given a line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from repairlog.cli.lines import Group, Line
from repairlog.cli.tree import REPAIRLOG
from repairlog.journal import Query
from repairlog.kinds import KINDS
from tests.locked import open_journal
from tests.program import Run

SECRET = "zqx"
"""Begins every private word; nothing else does."""
SHARED_AT, PRIVATE_AT = "2026-11-23T18:00", "2026-11-24T04:43:21"
"""The shared entries are written at other moments than the private ones."""
PRIVATE_TIMES = (b"04:43:21", b"03:43:21")  # by the clock on the wall, and in UTC

SHARED = """
commit text when leaving --every weekday --at 20:00
commit call my mother --by sunday
deliver c1
boundary add we ask first --means I knock --value privacy
--as Sam agree b1
boundary crossed b1 --what it hurt
trigger a late reply --kind reminder --intensity 6
checkin daily --safety 5
add doubt whether it holds
add memory the night train
milestone add a hundred days --by 2026-12-24
talk money --said I need to know
agreement rule no name-calling
disclose I spent more than I said
"""

WRITTEN: dict[str, list[str]] = {
    "commit": ["commit zqx walk --by friday", "commit zqx run --every day --need zqx air"],
    "deliver": ["deliver c2 --note zqx done", "deliver c1 --partly"],
    "miss": ["miss c1 --own zqx forgot --repair zqx alarm"],
    "renegotiate": ["renegotiate c1 --by sunday --why zqx"],
    "release": ["release c1 --why zqx"],
    "ease": ["ease c2 --from today --until friday --why zqx"],
    "pace slow": ["pace slow --until friday --why zqx"],
    "pace hold": ["pace hold --until friday --why zqx"],
    "pace lift": ["pace lift"],
    "boundary add": [
        "boundary add zqx quiet --means zqx doors --value zqxvalue --remedy zqx talk",
        "boundary add zqx draft",
        "boundary add zqx old --means zqx",
    ],
    "boundary revise": ["boundary revise b1 zqx calm --why zqx"],
    "boundary honoured": ["boundary honoured b1 --note zqx"],
    "boundary crossed": ["boundary crossed b1 --what zqx hurt", "boundary crossed b1 --what zqx"],
    "boundary repaired": ["boundary repaired e10 --note zqx"],
    "boundary step": ["boundary step b1 zqx breathe --by sunday"],
    "boundary pattern": ["boundary pattern b1 zqxname"],
    "boundary retire": ["boundary retire b3 --why zqx"],
    "trigger add": ["trigger zqx door --effect zqx cold --intensity 7 --response zqx --back 21:40"],
    "trigger settle": ["trigger settle t1 --helped zqx tea --intensity 2"],
    "trigger meant": ["trigger meant t1 zqx"],
    "checkin": ["checkin daily --safety 3 --vigilance 8 --summary zqx tired --need zqx sleep"],
    "answer": ["answer e9 zqx"],
    "milestone add": ["milestone add zqx spring --by 2027-03-01"],
    "milestone celebrate": ["milestone celebrate m1 --note zqx cake"],
    "agreement rule": ["agreement rule zqx whispers, at most 45 minutes"],
    "agreement response": ["agreement response zqxname zqx breathe"],
    "agreement cadence": ["agreement cadence daily"],
    "agreement end": ["agreement end p1"],
    "agreement revisit": ["agreement revisit"],
    "consent export": ["consent export --why zqx"],
    "consent growth": ["consent growth --why zqx"],
    "talk add": ["talk zqx money --said zqx said --heard zqx heard --minutes 50 --still zqx open"],
    "talk heard": ["talk heard e20 zqx"],
    "talk summary": ["talk summary t1 zqx"],
    "confirm": ["confirm e20 --correct zqx"],
    "disclose": ["disclose zqx spent --on yesterday"],
    "acknowledge": ["acknowledge e20 zqx"],
    "apologize": ["apologize zqx sorry --responsibility zqx mine --repair zqx give --by sunday"],
    "setback": ["setback zqx again --plan zqx anew --by sunday"],
    "agree": ["agree p1"],
    "decline": ["decline p1 --why zqx"],
    "settings": ["settings tone off", "settings week-starts sunday"],
    "amend": ["add note zqx mistake", "amend {last} zqx put right", "amend {last} --on yesterday"],
    "undo": ["add note zqx taken back", "undo"],
    "erase": ["add note zqx to be erased", "erase {last}"],
    "backup": ["backup {folder}/own-copy.db"],
    "doctor": ["doctor"],
    **{
        f"add {kind}": [f"add {kind} zqx {kind}"]
        for kind in (
            *("note", "win", "appreciation", "need", "doubt", "update", "misread", "care"),
            *("value", "goal", "memory", "ritual", "project", "support"),
        )
    },
}
"""What each command that writes is tried with, in an order in which most of them fit."""

NOT_PRIVATE = {
    "init": "begins the shared journal",
    "import": "makes a journal of a file; tests/cli/test_export.py has private ones",
    "lock": "writes no entry; tests/cli/commands/test_lock.py has private ones",
    "unlock": "writes no entry; tests/cli/commands/test_lock.py has private ones",
    "restore": "writes no entry; tests/cli/commands/test_restore.py has private ones",
    "away": "writes nothing",
    "help": "writes nothing",
}

TAKES_TWO = {
    "assent": "an answer, and nobody else is here",
    "decline": "an answer, and nobody else is here",
    "meaning": "the other's to say",
    "confirmation": "the other's to say",
    "acknowledgement": "the other's to say",
    "answer": "the other's to say",
    "paraphrase": "follows a confirmation",
    "summary": "of two accounts",
    "setting-change": "alone a setting changes at once",
    "erasure": "alone words are erased at once",
    "consent": "a word to the other",
    "rule": "the agreement is of both",
    "response": "the agreement is of both",
    "cadence": "the agreement is of both",
    "ending": "the agreement is of both",
    "renewal": "the agreement is of both",
    "setting": "a private journal follows the settings of the shared one",
    "review": "held on a terminal",
    "asked": "put on a terminal",
}
"""The kinds that one person's private journal need not hold after all these commands, and why."""


def commands(group: Group = REPAIRLOG, path: str = "") -> Iterator[tuple[str, Line]]:
    """Every command by its path."""
    with group.make_context("repairlog", ["--version"], resilient_parsing=True) as context:
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            if isinstance(command, Group):
                yield from commands(command, f"{path}{name} ")
            elif isinstance(command, Line):
                yield f"{path}{name}", command


READS = [path for path, line in commands() if line.reads]
WRITES = [path for path, line in commands() if not line.reads]


def test_every_command_that_writes_is_tried_here() -> None:
    assert set(WRITES) == {*WRITTEN, *NOT_PRIVATE}


# -- what is written -------------------------------------------------------------------------------


@pytest.fixture
def couple(run: Run) -> Run:
    """Two people and what they share."""
    run.at(SHARED_AT).ok("init Ana Sam --hurt Ana")
    for line in filter(None, SHARED.splitlines()):
        run.ok(line)
    return run


@pytest.fixture
def own(couple: Run, journal_path: Path, tmp_path: Path) -> Run:
    """The same, after everything that Ana could write in private: not a byte of the shared file is
    another, nothing stands beside it, and nobody touched it."""
    couple.at(PRIVATE_AT)
    before = shared_files(journal_path)
    for lines in WRITTEN.values():
        for line in lines:
            done = couple(f"--private {filled(line, journal_path, tmp_path)}")
            assert done.code in (0, 1, 2), str(done)
            assert shared_files(journal_path) == before, line
    return couple


def private_file(journal_path: Path) -> Path:
    return journal_path.with_name("journal.private-ana.db")


def filled(line: str, journal_path: Path, folder: Path) -> str:
    if "{last}" not in line:
        return line.format(folder=folder)
    with open_journal(private_file(journal_path)) as journal:
        notes = journal.read(Query(kinds=("note",)))
    return line.format(last=notes[-1].ref)


def shared_files(journal_path: Path) -> dict[str, tuple[int, bytes]]:
    """All that stands in the journal's folder but the private journal, and when it was changed."""
    own = private_file(journal_path).name
    files = [path for path in journal_path.parent.iterdir() if not path.name.startswith(own)]
    return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


def test_the_private_journal_holds_every_kind_that_one_person_writes(
    own: Run, journal_path: Path
) -> None:
    with open_journal(private_file(journal_path)) as journal:
        kinds = {entry.kind for entry in journal.read(Query(undone=True))}

    assert set(KINDS) - kinds == set(TAKES_TWO) - kinds


def traces(journal_path: Path) -> list[bytes]:
    """What would give a private entry away: its words, its uid, its hash, its time."""
    with open_journal(private_file(journal_path)) as journal:
        entries = journal.read(Query(undone=True))
        device, seal = journal.device, journal.seal()
    assert len(entries) > 60
    found = [SECRET.encode(), *PRIVATE_TIMES, device.encode(), seal.encode()]
    return found + [text.encode() for e in entries for text in (e.uid, e.hash, e.content)]


def test_nothing_that_leaves_the_shared_journal_holds_a_trace(
    own: Run, journal_path: Path, tmp_path: Path
) -> None:
    own.at(SHARED_AT)
    copy, whole = tmp_path / "copy.db", tmp_path / "whole.json"
    own.ok(f"backup {copy}")
    own.ok(f"export --format json -o {whole}")
    summaries = [
        own.ok(f"export --since 2026-11-01 --for {whom}").out
        for whom in ("me", "partner", "therapist")
    ]

    left = [copy.read_bytes(), whole.read_bytes(), *(text.encode() for text in summaries)]
    for trace in traces(journal_path):
        assert not any(trace in each for each in (journal_path.read_bytes(), *left)), trace
    assert (
        len(json.loads(whole.read_text())["entries"]) == own.ok("doctor --json").report["entries"]
    )


# -- what is read ----------------------------------------------------------------------------------

PAGES = {
    "log": ["log", "log --all", "log --json --all"],
    "show": ["show c1", "show b1", "show e2"],
    "search": ["search zqx*", "search walk"],
    "export": ["export --since 2026-11-01", "export --format json"],
    "review": ["review --no-input", "review --json"],
    "boundary show": ["boundary show b1"],
}
"""What a reading is asked with, where its name alone does not do."""


def read(run: Run) -> dict[str, str]:
    """What every reading says, as a page and for a program."""
    said = {}
    for path in ("", *READS, "settings", "doctor", "pace"):
        for line in PAGES.get(path, [path, f"{path} --json".strip()]):
            done = run(line)
            said[line] = f"{done.code}\n{done.out}\n{done.err}"
    return said


def test_no_reading_tells_of_it_without_private(
    couple: Run, request: pytest.FixtureRequest
) -> None:
    couple.at(PRIVATE_AT)
    before = read(couple)
    own = request.getfixturevalue("own")

    assert read(own) == before
    assert not any(SECRET in said for line, said in before.items() if SECRET not in line)


OWN_PAGES = (
    *("", "log", "review --no-input", "ledger --all", "search zqx*", "boundary list"),
    *("trigger list", "milestone list", "talk list", "export --since 2026-11-01", "agreement"),
)
THEIRS = ("leaving", "my mother", "ask first", "late reply", "night train")


def test_with_private_the_same_readings_show_it_and_nothing_shared(own: Run) -> None:
    for line in OWN_PAGES:
        page = own.ok(f"--private {line}").out.casefold()
        assert SECRET in page, line
        assert not any(shared in page for shared in THEIRS), line
        assert "of both" not in page, line
        assert "waits for ana" not in page, line


def test_what_is_offered_of_it_is_offered_with_private(own: Run) -> None:
    for line in ("add doubt zqx", "boundary crossed b1 --what zqx", "trigger zqx", "deliver c99"):
        done = own(f"{line} --private")
        offered = re.findall(r"repairlog (?!undo)[^\n]*", done.out + done.err)
        assert all("--private" in one for one in offered), str(done)


def test_the_other_person_sees_nothing_of_it(own: Run) -> None:
    assert SECRET not in own.ok("--as Sam --private log --all").out


# -- what is refused -------------------------------------------------------------------------------

REFUSED = [
    *(
        "undo",
        "deliver c9",
        "miss c9 --own zqx",
        "amend e9 zqx",
        "erase e9",
        "agree p1",
        "decline p1",
    ),
    *("consent growth", "consent export --withdraw", "trigger settle t1", "trigger meant t1 zqx"),
    *("boundary crossed b1 --what zqx", "boundary revise b1 zqx", "milestone celebrate m1"),
    *("answer e5 zqx", "confirm e5", "acknowledge e5 zqx", "release c1", "pace lift", "backup"),
    *(
        "add note",
        "add note zqx --on tomorrow",
        "commit zqx --by someday",
        "trigger zqx --kind anger",
    ),
    *("add care zqx --about c1", "boundary add zqx --together --means zqx"),
]


def test_what_is_refused_first_leaves_no_private_file(couple: Run, journal_path: Path) -> None:
    before = shared_files(journal_path)
    for line in REFUSED:
        assert couple(f"--private {line}").code in (1, 2), line
        assert not list(journal_path.parent.glob("*private*")), line
    assert shared_files(journal_path) == before


def test_a_reading_leaves_no_private_file(couple: Run, journal_path: Path) -> None:
    for line in ("log", "review --no-input", "", "ledger", "doctor", "export", "backup"):
        assert couple(f"--private {line}").code in (0, 1)

    assert not list(journal_path.parent.glob("*private*"))
