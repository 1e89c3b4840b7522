"""Lives made up at random: everything two people can do, at the real command line, and what holds
whatever they do.

    pytest tests/test_lives.py                       # some lives, in the time a gate has
    LIVES=600 pytest tests/test_lives.py             # so many, each three times as long
"""

from __future__ import annotations

import json
import os
import random
import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from repairlog.journal.driver import salt_of
from tests import locked
from tests.kept import what_is_kept_is_true
from tests.program import Outcome, Run

LONG = int(os.environ.get("LIVES", "0"))
ANA, BEN = "Ana", "Ben"

WRITE = """
commit TEXT --by friday
commit TEXT --every day --at 20:00
commit TEXT --every other friday --need TEXT
commit TEXT --every 3 times a week --until 2027-01-31
commit TEXT --repairs {crossing}
commit TEXT --by sunday --repairs {trigger}
commit TEXT --by sunday --project {project}
deliver {c}
deliver {c} --note TEXT
deliver {c} --on yesterday 17:00 --late
deliver {c} --partly
deliver {c} --for today
miss {c}
miss {c} --own TEXT --repair TEXT
renegotiate {c} --by sunday --why TEXT
renegotiate {c} --every weekday
release {c} --why TEXT
ease {c} --from today --until friday --why TEXT
pace slow --until friday
pace hold --until friday --why TEXT
pace hold {c} --until tomorrow
pace lift
boundary add TEXT --means TEXT --value TEXT --remedy TEXT
boundary add TEXT
boundary revise {b} TEXT --why TEXT
boundary honoured {b} --note TEXT
boundary crossed {b} --what TEXT
boundary repaired {crossing} --note TEXT
boundary step {b} TEXT --by sunday
boundary pattern {b} TEXT
boundary retire {b} --why TEXT
trigger TEXT --effect TEXT --intensity 7
trigger TEXT --kind reminder --back 23:00
trigger settle {t} --helped TEXT --intensity 2
trigger meant {t} TEXT
checkin daily --safety 4 --vigilance 7 --summary TEXT
checkin daily --safety 6 --on yesterday
checkin weekly --need TEXT --challenging TEXT
answer {need} TEXT
answer {doubt} TEXT
answer {misread} TEXT
milestone add TEXT --by 2026-12-24
milestone celebrate {m} --note TEXT
agreement rule TEXT --minutes 45
agreement rule TEXT --instead {rule}
agreement response TEXT TEXT
agreement cadence daily --at 22:00
agreement cadence weekly
agreement end {p} --why TEXT
consent export --why TEXT
consent growth
consent export --withdraw
talk TEXT --said TEXT --heard TEXT --minutes 50 --still TEXT
talk TEXT --said TEXT --about {talk}
talk heard {talk} TEXT
talk summary {talk} TEXT
talk summary {trigger} TEXT
confirm {talk}
confirm {paraphrase} --correct TEXT
disclose TEXT --on yesterday
acknowledge {disclosure} TEXT
acknowledge {apology}
acknowledge {setback} TEXT
apologize TEXT --responsibility TEXT --repair TEXT --by sunday
setback TEXT --about {c} --plan TEXT --by sunday
setback TEXT --about {setback} --plan TEXT
settings week-starts sunday
settings day-ends 04:00
settings tone off
settings hurt Ana
add note TEXT
add win TEXT
add doubt TEXT
add need TEXT
add misread TEXT
add memory TEXT
add project TEXT
add update TEXT --about {c}
add note TEXT --about {any}
agree {p}
agree {p}
agree {p}
decline {p} --why TEXT
amend {any} TEXT
amend {any} --on yesterday
undo
undo
erase {any}
""".strip().splitlines()

BEGINNING = [line for line in WRITE if "TEXT" in line and "{" not in line][::3]

PRIVATE = """
add care TEXT
add note TEXT --private
commit TEXT --every day --private
trigger TEXT --private
checkin daily --safety 3 --summary TEXT --private
undo --private
log --private
review --no-input --private
""".strip().splitlines()

READ = (
    "today",
    "ledger",
    "review --no-input",
    "review --month --no-input",
    "timeline",
    "agreement",
    "boundary",
    "trigger list",
    "talk list",
    "milestone",
    "log",
    "consent",
    "export",
    "export --for partner",
    "search zq",
)
AS_IT_WAS = ("ledger", "agreement")
"""The readings that can be asked for as of an earlier moment."""
SAME = ("ledger", "agreement", "review --no-input", "timeline", "log --all")
"""The readings in which a journal that was taken over equals the one it came from."""

WORD = re.compile(r"zq\d+")


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a reading showed at a moment."""

    line: str
    report: Any


@dataclass(frozen=True, slots=True)
class Known:
    """What was acknowledged so far: every entry by its uid, and what was read of it."""

    written: dict[str, dict[str, str]] = field(default_factory=dict)
    remembered: tuple[Remembered, ...] = ()
    erased: int = 0

    def copy(self) -> Known:
        return replace(self, written=dict(self.written))


class Lives(RuleBasedStateMachine):
    """Two people, one journal, and a clock that goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "kept" / "journal.db"
        self.patch.setenv("REPAIRLOG_JOURNAL", str(self.path))
        self.patch.setenv("REPAIRLOG_PASSPHRASE_COMMAND", locked.COMMAND)
        # Deriving a key takes its time.
        self.patch.setattr("repairlog.journal.driver.new_salt", lambda: locked.SALT)
        self.patch.setitem(_known_keys(), locked.SALT, locked.KEY)
        self.run = Run(self.patch)
        self.now = datetime(2026, 11, 2, 18, 0)
        self.known = Known()
        self.copies: list[tuple[Path, Known]] = []
        self.words = 0

    def teardown(self) -> None:
        try:
            if self.path.exists():
                self._all_is_there()
                self._then_is_as_it_was()
                self._sound(self.path)
        finally:
            self.folder.cleanup()
            self.patch.undo()

    # -- what they do ------------------------------------------------------------------------------

    @initialize(lock=st.booleans(), hurt=st.sampled_from(["", " --hurt Ana --repairing Ben"]))
    def begin(self, lock: bool, hurt: str) -> None:
        self._tell("init Ana Ben --json" + hurt + " --lock" * lock)
        for line in BEGINNING:
            self._written(line, ANA, 0)

    @rule(line=st.sampled_from(WRITE), by=st.sampled_from((ANA, BEN)), pick=st.integers(0, 10**6))
    def write(self, line: str, by: str, pick: int) -> None:
        self._written(line, by, pick)

    @rule(seed=st.integers(0, 2**32 - 1), lines=st.integers(4, 16))
    def an_evening(self, seed: int, lines: int) -> None:
        chance = random.Random(seed)
        for _ in range(lines):
            self.now += timedelta(minutes=chance.randrange(1, 30))
            line, by = chance.choice(WRITE), chance.choice((ANA, BEN))
            self._written(line, by, chance.randrange(5))

    @rule(line=st.sampled_from(PRIVATE), by=st.sampled_from((ANA, BEN)))
    def keep_to_oneself(self, line: str, by: str) -> None:
        before = self._bytes()
        self._tell(self._line(line, 0), by)
        assert self._bytes() == before, line

    @rule(minutes=st.one_of(st.integers(1, 120), st.integers(300, 14_000)))
    def wait(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(line=st.sampled_from(READ), by=st.sampled_from((ANA, BEN)))
    def look(self, line: str, by: str) -> None:
        before = self._bytes()
        self._tell(line, by, may_refuse=False)
        assert self._bytes() == before, line

    @rule(line=st.sampled_from(AS_IT_WAS))
    def remember(self, line: str) -> None:
        told = self._tell(f"{line} --as-of {self.now:%Y-%m-%dT%H:%M} --json", ANA, may_refuse=False)
        self.known = replace(
            self.known,
            remembered=(*self.known.remembered, Remembered(told.line, told.report)),
        )
        self.now += timedelta(minutes=2)

    # -- the file ----------------------------------------------------------------------------------

    @rule()
    def lock_or_unlock(self) -> None:
        was = salt_of(self.path)
        self._tell("unlock" if was else "lock", may_refuse=False)
        assert bool(salt_of(self.path)) != bool(was)

    @rule()
    def back_up(self) -> None:
        copy = self.path.parent.with_name(f"copy-{len(self.copies)}.db")
        self._tell(f"backup {copy}", may_refuse=False)
        self.copies.append((copy, self.known.copy()))

    @precondition(lambda self: self.copies)
    @rule(pick=st.integers(0, 10**6))
    def bring_back(self, pick: int) -> None:
        copy, known = self.copies[pick % len(self.copies)]
        self._tell(f"restore {copy}", may_refuse=False)
        self.known = known.copy()

    @rule()
    def carry_to_another_device(self) -> None:
        whole = self._tell("export --format json", may_refuse=False).out
        other = self.path.parent.with_name("other") / "journal.db"
        before = self._readings()
        with self.patch.context() as there:
            there.setenv("REPAIRLOG_JOURNAL", str(other))
            assert self.run("import -", whole).code == 0
            assert self._readings() == before
            self._sound(other)
        for left in other.parent.iterdir():
            left.unlink()

    # -- what holds --------------------------------------------------------------------------------

    @invariant()
    def what_is_kept_is_what_the_entries_give(self) -> None:
        if self.path.exists():
            self._at()
            what_is_kept_is_true(self.path)

    @precondition(lambda self: self.known.remembered)
    @rule()
    def what_was_then_reads_the_same(self) -> None:
        self._then_is_as_it_was()

    def _then_is_as_it_was(self) -> None:
        for then in self.known.remembered:
            report = self._tell(then.line, may_refuse=False).report
            if self.known.erased:  # words that were erased are gone from then, too
                assert _without_words(report) == _without_words(then.report), then.line
            else:
                assert report == then.report, then.line

    @rule()
    def nothing_is_lost(self) -> None:
        self._all_is_there()

    def _all_is_there(self) -> None:
        shown = {one["uid"]: one for one in self._tell("log --all --json").report["entries"]}
        whole = json.loads(self._tell("export --format json").out)["entries"]
        for uid, row in self.known.written.items():
            assert (shown[uid]["ref"], shown[uid]["kind"]) == (row["ref"], row["kind"])
            words = row["words"].split()
            if words and not shown[uid]["erased"]:
                kept = {one["uid"]: one for one in whole}[uid]
                assert set(words) & set(WORD.findall(json.dumps(kept["fields"]))), row
        assert {one["uid"] for one in whole} == set(self.known.written) == set(shown)

    def _sound(self, path: Path) -> None:
        told = self.run(f"doctor --journal {path}")
        assert told.code == 0, told
        what_is_kept_is_true(path)

    # -- how ---------------------------------------------------------------------------------------

    def _written(self, line: str, by: str, pick: int) -> None:
        said = self._line(line, pick)
        if said is None:
            return
        told = self._tell(f"{said} --json", by)
        if told.code:  # most often it is the other's to say
            told = self._tell(f"{said} --json", BEN if by == ANA else ANA)
        if told.code:
            return
        words = " ".join(WORD.findall(said))
        rows = told.report["written"]
        assert rows, told
        for row in rows:
            one = len(rows) == 1
            self.known.written[row["uid"]] = {**row, "words": words if one else ""}
        self.known = replace(self.known, erased=self.known.erased + (said.split()[0] == "erase"))

    def _line(self, line: str, pick: int) -> str | None:
        """The line with words of its own, and with a reference that fits; None where none does."""
        while "TEXT" in line:
            self.words += 1
            line = line.replace("TEXT", f"zq{self.words} river", 1)
        if found := re.search(r"\{(\w+)\}", line):
            fitting = [row["ref"] for row in self.known.written.values() if _fits(row, found[1])]
            if not fitting:
                return None
            line = line.replace(found[0], fitting[-1 - pick % len(fitting)])
        return line

    def _tell(self, line: str | None, by: str = ANA, *, may_refuse: bool = True) -> Outcome:
        assert line is not None
        self._at()
        told = self.run(line if line.startswith("init") else f"{line} --as {by}")
        assert told.code in ((0, 1, 2) if may_refuse else (0,)), told
        if told.code == 0 and line.startswith("init"):
            self.known.written.update(
                {row["uid"]: {**row, "words": ""} for row in told.report["written"]}
            )
        return told

    def _at(self) -> None:
        self.run.at(f"{self.now:%Y-%m-%dT%H:%M}")

    def _readings(self) -> list[Any]:
        return [self._tell(f"{line} --json", may_refuse=False).report for line in SAME]

    def _bytes(self) -> dict[str, bytes]:
        """The shared journal's files; `-shm` is made anew whenever somebody looks."""
        found = (self.path, self.path.with_name(f"{self.path.name}-wal"))
        return {file.name: file.read_bytes() for file in found if file.exists()}


def _known_keys() -> Any:
    from repairlog.cli import passphrase

    return passphrase._KNOWN


def _fits(row: dict[str, str], wanted: str) -> bool:
    return wanted in ("any", row["kind"]) or (len(wanted) == 1 and row["ref"].startswith(wanted))


def _without_words(report: Any) -> Any:
    """A report without what people wrote, or whether they did."""
    if isinstance(report, dict):
        return {name: _without_words(value) for name, value in report.items() if name != "erased"}
    if isinstance(report, list):
        return [_without_words(value) for value in report]
    return None if isinstance(report, str) and WORD.search(report) else report


def test_whatever_they_do_nothing_is_lost_and_nothing_that_was_changes() -> None:
    examples, steps = (LONG, 90) if LONG else (14, 30)
    run_state_machine_as_test(
        Lives, settings=settings(max_examples=examples, stateful_step_count=steps)
    )


def test_every_command_that_writes_is_among_them() -> None:
    from tests.test_private import NOT_PRIVATE, WRITTEN

    lines: Iterable[str] = (*WRITE, *PRIVATE)
    first = {" ".join(line.split()[:2]) for line in lines} | {line.split()[0] for line in lines}
    ways = {"trigger add": "trigger", "talk add": "talk"}
    left = {name for name in WRITTEN if ways.get(name, name) not in first}

    assert left <= {
        *(f"add {kind}" for kind in ("appreciation", "value", "goal", "ritual", "support")),
        *("agreement revisit", "backup", "doctor"),
    }
    assert set(NOT_PRIVATE) == {"away", "help", "init", "import", "lock", "unlock", "restore"}
