"""Writes that fail at every index: exit 3, the words shown back, the journal whole.

Three ways: no file may grow beyond a size (every 512 bytes up to what the command writes); a disk
of one megabyte with less and less room (where a file system can be mounted); and, where `strace` is
there and may trace, the N-th of each sort of write, sync or renaming refused, or its process killed
at it, for each N until the command passes.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from tests.faults.figures import Figure
from tests.faults.kills import NOTES, make_old, old_hashes
from tests.faults.stage import Argv, Ended, Stage

WORDS = "a slow walk by the river"
STEP = 512
PAGE = 4096
DISK = 1 << 20

ERRORS = ("EIO", "ENOSPC", "KILL")
CALLS = ("fdatasync", "fsync", "pwrite64", "write", "ftruncate", "rename", "link", "unlink")
ONLY_ERRORS_OF = {"unlink": ("KILL",)}
"""A file that is not to be removed is a fault of the folder's, and says so; not of the disk."""


@dataclass
class Failing:
    """One command in a folder that is brought back before each try, and what has to hold
    afterwards, whatever it said."""

    line: Argv
    stdin: str = ""
    words: str = ""  # typed or piped in, so to be shown back
    kept: dict[str, bytes] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    done: Callable[[Stage], bool] = lambda stage: True


def failings(stage: Stage, name: str) -> Failing:
    """Set up a command to fail."""
    if name == "a journal of 0001":
        make_old(stage)
        old = Failing(["commit", *WORDS.split()], words=WORDS, before=old_hashes(stage))
        old.kept, old.done = stage.keep(), lambda stage: WORDS in stage.words()
        return old
    locks = stage.locked and name != "lock"
    stage.locked = locks
    stage.begin(*NOTES)
    backup, record = stage.folder / "backup.db", stage.folder / "record.json"
    stage.ok("backup", str(backup))
    stage.ok("export", "--format", "json", "-o", str(record))
    if name == "import":
        stage.bring_back({})
        stage.begin()
    said = {
        "commit": Failing(["commit", *WORDS.split()], words=WORDS),
        "commit -": Failing(["commit", "-"], WORDS, WORDS),
        "erase": Failing(["erase", "e3"]),
        "lock": Failing(["lock"]),
        "unlock": Failing(["unlock"]),
        "restore": Failing(["restore", str(backup)]),
        "import": Failing(["import", str(record)]),
        "backup": Failing(["backup", str(stage.path.with_name("copy.db"))]),
    }[name]
    said.kept = stage.keep()
    said.before = {uid: hash_ for uid, (hash_, _) in stage.whole().items()}
    done: dict[str, Callable[[Stage], bool]] = {
        "erase": lambda stage: "the second evening was quiet" not in stage.words(),
        "lock": lambda stage: not stage.in_the_open("evening was quiet"),
        "unlock": lambda stage: bool(stage.in_the_open("evening was quiet")),
        "import": lambda stage: "the second evening was quiet" in stage.words(),
        "backup": lambda stage: len(stage.whole(stage.path.with_name("copy.db"))) > 0,
    }
    said.done = done.get(name, (lambda stage: WORDS in stage.words()) if said.words else said.done)
    return said


NAMES = ("commit", "commit -", "erase", "lock", "restore", "import", "backup", "a journal of 0001")
LOCKED = ("commit", "commit -", "erase", "unlock", "restore", "import", "a journal of 0001")


def holds(stage: Stage, failing: Failing, ended: Ended, figure: Figure) -> None:
    """What has to hold after a command that may have failed. The fault is over now."""
    told = (failing.line, ended)
    assert "Traceback" not in ended.err, told
    assert "mistake of its own" not in ended.err, told
    if not ended.killed:
        assert ended.code in (0, 3), told
    if ended.code == 3 and failing.words:
        assert failing.words in ended.err or failing.words in stage.words(), told
    stage.goes_on("afterwards")
    there = {uid: hash_ for uid, (hash_, _) in stage.whole().items()}
    if failing.line[0] in ("restore", "import"):
        for aside in stage.path.parent.glob("*before-*.db"):
            there |= {uid: hash_ for uid, (hash_, _) in stage.whole(aside).items()}
    assert failing.before.items() <= there.items(), told
    if ended.code == 0:
        assert failing.done(stage), told
    names = {0: "saved", 3: "exit 3"}
    figure.saw("killed" if ended.killed else names[ended.code])


def no_growth(folder: Path, locked: bool, step: int, names: tuple[str, ...]) -> Iterator[Figure]:
    """No file may grow beyond a size: from nothing to what the command writes."""
    for name in names:
        stage = Stage(folder / f"grow_{name.replace(' ', '_')}", locked)
        failing = failings(stage, name)
        most = _written(stage, failing)
        figure = Figure(f"no file over N bytes, `{name}`{', locked' if locked else ''}")
        for size in range(0, most + step, step):
            stage.bring_back(failing.kept)
            holds(stage, failing, stage.run(failing.line, failing.stdin, grows=size), figure)
        assert figure.seen["exit 3"], figure
        assert figure.seen["saved"], figure
        yield figure


def _written(stage: Stage, failing: Failing) -> int:
    """The size of the largest file that the command makes, found by what it may not do without."""
    low, high = 0, 1 << 22
    while high - low > STEP:
        middle = (low + high) // 2
        stage.bring_back(failing.kept)
        if stage.run(failing.line, failing.stdin, grows=middle).code == 0:
            high = middle
        else:
            low = middle
    return high


# -- a disk that is full -------------------------------------------------------------------------


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """A disk of one megabyte at the folder; False where none can be mounted."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    mounting = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(mounting, capture_output=True, check=False).returncode == 0
    except OSError:
        mounted = False
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)


def full_disk(folder: Path, locked: bool, step: int, names: tuple[str, ...]) -> Iterator[Figure]:
    """Less and less room, page by page."""
    for name in names:
        figure = Figure(f"a full disk, `{name}`{', locked' if locked else ''}")
        stage = Stage(folder / f"full_{name.replace(' ', '_')}", locked)
        failing = failings(stage, name)
        shutil.rmtree(stage.path.parent)
        with small_disk(stage.path.parent) as mounted:
            if not mounted:
                figure.saw("no disk can be mounted here: see `no file over N bytes`")
                yield figure
                return
            ballast, pages = stage.folder / "kept" / "ballast", 0
            while not figure.seen["saved"]:
                for old in stage.path.parent.iterdir():
                    old.unlink()
                for file, raw in failing.kept.items():
                    stage.path.with_name(file).touch(mode=0o600)
                    stage.path.with_name(file).write_bytes(raw)
                free = shutil.disk_usage(stage.path.parent).free
                ballast.write_bytes(b"x" * max(0, free - pages * PAGE))
                ended = stage.run(failing.line, failing.stdin)
                ballast.unlink()
                holds(stage, failing, ended, figure)
                pages += step
        yield figure


# -- one call after the other --------------------------------------------------------------------


@cache
def traceable() -> bool:
    """Whether `strace` is there, and may trace and inject here."""
    line = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=fsync", "-o", "/dev/null", "true"]
    try:
        return subprocess.run(line, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


class Traced(Stage):
    """A stage whose cold processes meet one fault."""

    fault = ""

    def before(self) -> list[str]:  # type: ignore[override]
        log = str(self.folder / "trace")
        call = self.fault.partition(":")[0]
        quick = [] if "SIGKILL" in self.fault else ["--seccomp-bpf"]  # which would not kill
        tracing = ["strace", "-f", *quick, "-qq", "-e", f"trace={call}", "-o", log]
        return [*tracing, "-e", f"inject={self.fault}", *Stage.before()]

    def met(self, ended: Ended) -> bool:
        """Whether the fault came to pass."""
        told = (self.folder / "trace").read_text(errors="replace")
        return "INJECTED" in told or "killed by SIGKILL" in told or ended.killed


def each_call(
    folder: Path, locked: bool, names: tuple[str, ...], every: int = 1, most: int = 10_000
) -> Iterator[Figure]:
    """The N-th call of each sort fails, or is the last that its process makes."""
    if not traceable():
        figure = Figure("each call failing")
        figure.saw("strace is not there, or may not trace here: left out")
        yield figure
        return
    for name in names:
        stage = Traced(folder / f"call_{name.replace(' ', '_')}", locked)
        failing = failings(stage, name)
        for error in ERRORS:
            figure = Figure(f"{error} at each call, `{name}`{', locked' if locked else ''}")
            for call in CALLS:
                if error in ONLY_ERRORS_OF.get(call, ERRORS):
                    _each(stage, failing, figure, call, error, every, most)
            yield figure


def _each(
    stage: Traced, failing: Failing, figure: Figure, call: str, error: str, every: int, most: int
) -> None:
    with_what = "signal=SIGKILL" if error == "KILL" else f"error={error}"
    for number in range(1, most + 1, every):
        stage.bring_back(failing.kept)
        stage.fault = f"{call}:{with_what}:when={number}"
        ended = stage.cold(failing.line, failing.stdin)
        if not stage.met(ended):
            assert ended.code == 0, (stage.fault, ended)
            return
        if call == "write" and error != "KILL":
            # What cannot be printed is told nobody: all that can hold is the journal.
            told = replace(failing, words="", done=lambda _: True)
            ended.code = min(ended.code, 3) and 3
        else:
            told = failing
        try:
            holds(stage, told, ended, figure)
        except AssertionError as problem:
            raise AssertionError(stage.fault) from problem
