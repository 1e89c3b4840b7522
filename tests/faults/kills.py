"""`kill -9` at random moments: everything acknowledged is there, and the next command works."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pexpect

from repairlog import schema
from repairlog.journal import driver, exchange, files
from tests.faults.figures import Figure
from tests.faults.stage import FIRST, NOW, OTHER, SALTS, Argv, Ended, Stage, _derived
from tests.sitting import ENTER, Sitting

OLD = Path(__file__).parent.parent / "journal" / "0001.sql"
NOTES = [("add", "note", f"the {n} evening was quiet") for n in ("first", "second", "third")]
COLD = 6  # every so many tries it is a process from a cold start


@dataclass
class Killing:
    """One command that is killed again and again: how it is set up each time (``ready`` returns
    the line and its input), and what must be so afterwards."""

    stage: Stage
    ready: Callable[[int], tuple[Argv, str]]
    holds: Callable[[int, Ended], None]
    lasts: float = 0.0
    acknowledged: list[str] = field(default_factory=list)

    def __call__(self, figure: Figure, times: int, moments: random.Random) -> None:
        spent = {False: 0.0, True: 0.0}
        for turn in range(times + 2):
            cold = turn == 1 or (turn > 1 and turn % COLD == 0)
            line, stdin = self.ready(turn)
            start = self.stage.cold if cold else self.stage.run
            # the first of each sort is left alone, to see how long it takes
            dies = None if turn < 2 else moments.uniform(0.1 if cold else 0.0, 1.1) * spent[cold]
            ended = start(line, stdin, dies=dies)
            if dies is None:
                assert ended.code == 0, (line, ended)
                spent[cold] = ended.seconds
            self.holds(turn, ended)
            left = self.stage.leftovers()
            self.stage.goes_on(f"after {turn}")
            self.stage.whole()
            assert not self.stage.locked or not self.stage.leftovers()
            if dies is not None:
                names = ["killed" if ended.killed else "had ended"]
                names += ["acknowledged"] if ended.out.strip() else []
                names += ["left .new"] if left else []
                figure.saw(*names)
        self.stage.ok("doctor")
        assert self.stage.leftovers() == []


# -- what is killed ------------------------------------------------------------------------------


def commits(stage: Stage, how: str) -> Killing:
    """A quick line, a text from a pipe, or one from an editor; the journal grows all the while."""
    stage.begin(*NOTES)
    said: list[str] = []
    editor = stage.folder / "editor"
    written = stage.folder / "written"
    editor.write_text(f'#!/bin/sh\ncat "{written}" > "$1"\n')
    editor.chmod(0o700)
    stage.environ["EDITOR"] = str(editor)

    def ready(turn: int) -> tuple[Argv, str]:
        words = f"walk {turn} by the river"
        written.write_text(words)
        if how == "line":
            return ["commit", *words.split()], ""
        if how == "pipe":
            return ["commit", "-"], words
        return ["commit", "--edit"], ""

    def holds(turn: int, ended: Ended) -> None:
        words = f"walk {turn} by the river"
        if words in ended.out.lower():
            said.append(words)
        there = stage.words()
        assert set(said) <= set(there)
        assert there.count(words) <= 1

    return Killing(stage, ready, holds)


def erasing(stage: Stage) -> Killing:
    """Words are there, or they are gone from every file, once that was said."""
    stage.begin(*NOTES)
    refs: dict[int, str] = {}

    def ready(turn: int) -> tuple[Argv, str]:
        told = stage.ok("add", "note", "unwanted", f"nr{turn}x")
        refs[turn] = told.split()[0]
        return ["erase", refs[turn]], ""

    def holds(turn: int, ended: Ended) -> None:
        words = f"unwanted nr{turn}x"
        if "for good" in ended.out:
            assert words not in stage.words()
            assert stage.in_the_open(words) == []

    return Killing(stage, ready, holds)


def locking(stage: Stage, how: str) -> Killing:
    """`lock`, `lock --change` or `unlock`: it is as it was, or as it was to be."""
    stage.begin(*NOTES)
    stage.locked = how != "lock"
    if how == "lock":
        stage.knows(FIRST)
    elif not driver.salt_of(stage.path):
        stage.ok("lock")
    kept, before = stage.keep(), stage.whole()

    def ready(turn: int) -> tuple[Argv, str]:
        stage.knows(FIRST, OTHER if how == "change" else "")
        stage.bring_back(kept)
        return {"lock": ["lock"], "change": ["lock", "--change"], "unlock": ["unlock"]}[how], ""

    def holds(turn: int, ended: Ended) -> None:
        salt = driver.salt_of(stage.path)
        if ended.out.strip():
            assert (salt is None) == (how == "unlock")
            assert salt is None or how != "change" or opens(stage, OTHER, salt)
        assert salt is None or opens(stage, FIRST, salt) or opens(stage, OTHER, salt)
        stage.locked = salt is not None
        stage.knows(FIRST if salt is None or opens(stage, FIRST, salt) else OTHER)
        assert stage.whole() == before
        stage.goes_on("at once")
        if salt is not None:
            assert stage.in_the_open("evening was quiet") == []

    return Killing(stage, ready, holds)


def opens(stage: Stage, words: str, salt: bytes) -> bool:
    """Whether the passphrase opens the journal's file."""
    return files.opens(stage.path, _derived(words, salt))


def restoring(stage: Stage) -> Killing:
    """What was there is there, or kept beside; what was restored is whole."""
    stage.begin(*NOTES)
    backup = stage.folder / "backup.db"
    stage.ok("backup", str(backup))
    old = stage.whole()
    stage.ok("commit", "something", "later")
    kept, before = stage.keep(), stage.whole()

    def ready(turn: int) -> tuple[Argv, str]:
        stage.bring_back(kept)
        return ["restore", str(backup)], ""

    def holds(turn: int, ended: Ended) -> None:
        now = stage.whole()
        assert now in (old, before)
        aside = list(stage.path.parent.glob("*before-restore*.db"))
        assert now == before or [stage.whole(one) for one in aside] == [before]
        assert now == old or not ended.out.strip()

    return Killing(stage, ready, holds)


def importing(stage: Stage) -> Killing:
    """The journal holds the whole record, or is the one that had just begun."""
    stage.begin(*NOTES)
    record = stage.folder / "record.json"
    stage.ok("export", "--format", "json", "-o", str(record))
    wanted = stage.whole()
    stage.bring_back({})
    stage.begin()
    kept, before = stage.keep(), stage.whole()

    def ready(turn: int) -> tuple[Argv, str]:
        stage.bring_back(kept)
        return ["import", str(record)], ""

    def holds(turn: int, ended: Ended) -> None:
        now = stage.whole()
        assert now in (wanted, before)
        assert now == wanted or not ended.out.strip()
        if now == before:
            stage.ok("import", str(record))

    return Killing(stage, ready, holds)


def renewing(stage: Stage) -> Killing:
    """A journal of an earlier version: renewed once, with a copy beside it from before."""
    make_old(stage)
    kept, before = stage.keep(), old_hashes(stage)

    def ready(turn: int) -> tuple[Argv, str]:
        stage.bring_back(kept)
        return ["commit", "a", "line", str(turn)], ""

    def holds(turn: int, ended: Ended) -> None:
        stage.run(["log"])
        now = stage.whole()
        assert before.items() <= {uid: hash_ for uid, (hash_, _) in now.items()}.items()
        copies = list(stage.path.parent.glob("journal-before-*.db"))
        assert len(copies) == 1
        assert f"a line {turn}" in stage.words() or not ended.out.strip()

    return Killing(stage, ready, holds)


def make_old(stage: Stage) -> None:
    """Put a journal of the first version there, locked if the stage is."""
    stage.path.parent.mkdir(mode=0o700, exist_ok=True)
    made = stage.folder / "old.db"
    with closing(sqlite3.connect(made)) as connection:
        connection.executescript(OLD.read_text(encoding="utf-8"))
        connection.execute("PRAGMA journal_mode = WAL")
    stage.path.touch(mode=0o600)
    if not stage.locked:
        made.replace(stage.path)
        stage.path.chmod(0o600)
        return
    key = _derived(FIRST, SALTS[0])
    exchange._exported(made, None, stage.path, key)
    with closing(driver.connect(stage.path, "mode=rw", key)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


def old_hashes(stage: Stage) -> dict[str, str]:
    """The hash of every entry, without opening the file as a journal."""
    key = _derived(FIRST, SALTS[0]) if stage.locked else None
    with closing(driver.connect(stage.path, "mode=ro", key)) as connection:
        assert schema.applied(connection) == schema.MIGRATIONS[:1]
        return dict(connection.execute("SELECT uid, hash FROM entry").fetchall())


def beginning(stage: Stage) -> Killing:
    """A first run: there is no journal, or a whole one."""

    def ready(turn: int) -> tuple[Argv, str]:
        stage.bring_back({})
        return ["init", "Ana", "Ben", *(["--lock"] if stage.locked else [])], ""

    def holds(turn: int, ended: Ended) -> None:
        if stage.path.exists():
            assert len(stage.whole()) >= 1
        else:
            assert not ended.out.strip()
            stage.ok(*ready(turn)[0]) if not stage.leftovers() else stage.begin()

    return Killing(stage, ready, holds)


def backing_up(stage: Stage) -> Killing:
    """There is no copy, or a whole one."""
    stage.begin(*NOTES)
    target = stage.path.with_name("journal-copy.db")

    def ready(turn: int) -> tuple[Argv, str]:
        target.unlink(missing_ok=True)
        return ["backup", str(target)], ""

    def holds(turn: int, ended: Ended) -> None:
        assert target.exists() or not ended.out.strip()
        if target.exists():
            assert stage.whole(target) == stage.whole()

    return Killing(stage, ready, holds)


KILLINGS: dict[str, tuple[Callable[[Stage], Killing], float]] = {
    "commit": (lambda stage: commits(stage, "line"), 0.2),
    "commit -": (lambda stage: commits(stage, "pipe"), 0.1),
    "commit --edit": (lambda stage: commits(stage, "editor"), 0.1),
    "erase": (erasing, 0.1),
    "lock": (lambda stage: locking(stage, "lock"), 0.1),
    "lock --change": (lambda stage: locking(stage, "change"), 0.1),
    "unlock": (lambda stage: locking(stage, "unlock"), 0.1),
    "restore": (restoring, 0.1),
    "import": (importing, 0.1),
    "a journal of 0001": (renewing, 0.1),
    "init": (beginning, 0.05),
    "backup": (backing_up, 0.05),
}
"""What is killed, and its part of all kills. (They come to a little more than asked for.)"""

LOCKS_ITSELF = ("lock", "lock --change", "unlock")


def killed(folder: Path, times: int, locked: bool, seed: int = 4) -> Iterator[Figure]:
    """Kill each of them its part of so many times."""
    for name, (make, part) in KILLINGS.items():
        if locked and name == "lock":
            continue
        figure = Figure(f"kill -9 in `{name}`{', locked' if locked else ''}")
        stage = Stage(folder / name.replace(" ", "_"), locked and name not in LOCKS_ITSELF)
        make(stage)(figure, max(1, round(part * times)), random.Random(f"{seed}{name}{locked}"))
        yield figure


def walks(folder: Path, times: int, locked: bool, seed: int = 4) -> Figure:
    """The guided review, killed after an answer: what it went on from is saved."""
    figure = Figure(f"kill -9 in the guided review{', locked' if locked else ''}")
    moments = random.Random(seed)
    for turn in range(times):
        stage = Stage(folder / f"walk{turn}", locked, {"REPAIRLOG_NOW": "2026-11-22T19:40"})
        stage.begin()
        with suppress(pexpect.ExceptionPexpect), _sitting(stage) as seat:
            answered = _answer(seat, turn, moments.randrange(2))
            seat.waits(moments.uniform(0.0, 0.08))
            seat.is_killed()
        there = stage.words()
        assert set(answered) <= set(there), (answered, there)
        stage.environ["REPAIRLOG_NOW"] = NOW
        stage.goes_on("after all")
        stage.whole()
        figure.saw("killed", *(["acknowledged"] if answered else []))
    return figure


def _sitting(stage: Stage) -> Sitting:
    return Sitting(["review"], columns=80, lines=24, **stage.environ)


def _answer(seat: Sitting, turn: int, more: int) -> list[str]:
    """Say what went right, once or twice, the last time without waiting for what comes of it;
    returns what was seen to be saved."""
    for name in ("Ana", "Ben"):
        seat.sees(f"{name}, how was this week for you?")
        seat.press(ENTER)
    seat.sees("Ana, what went right this week")
    saved: list[str] = []
    for number in range(more + 1):
        words = f"right {turn} {number}"
        seat.press("w")
        seat.sees("In a line:")
        seat.type(words)
        if number < more:
            seat.sees(f"“{words}”")
            saved.append(words)
    return saved
