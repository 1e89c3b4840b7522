"""A journal with nobody's words in it, real processes that work on it, and what has to hold."""

from __future__ import annotations

import io
import os
import resource
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NoReturn

import repairlog.cli
from repairlog.cli import passphrase
from repairlog.journal import Journal, Query, driver, files, open_journal
from repairlog.journal.driver import MARK, Key, salt_of
from repairlog.journal.stored import entries_of, homeless, missing_guards, stored, words_agree
from repairlog.readings.check import check

FIRST, OTHER = "nine quiet herons at dusk", "seven grey stones by the door"
SALTS = (MARK + b"one salt..", MARK + b"and other.")
"""Given to new locked files in turn: deriving a key takes an eighth of a second, thousands of
times, in which nothing happens that could go wrong."""

NOW = "2026-11-23T18:00"
Argv = Sequence[str]

_derived = cache(Key.of)


@dataclass(slots=True)
class Ended:
    """How a process ended, and what it had said by then."""

    code: int
    out: str
    err: str
    seconds: float = 0.0

    @property
    def killed(self) -> bool:
        return self.code < 0


@dataclass
class Stage:
    """A folder with a journal, and the environment in which its processes run."""

    folder: Path
    locked: bool = False
    environ: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.home.mkdir(exist_ok=True)
        kept = ("PATH", "PYTHONPATH", "LANG", "TMPDIR", "LD_LIBRARY_PATH")
        self.environ = {
            **{name: os.environ[name] for name in kept if name in os.environ},
            "HOME": str(self.home),
            "XDG_STATE_HOME": str(self.home / "state"),
            "REPAIRLOG_JOURNAL": str(self.path),
            "REPAIRLOG_NOW": NOW,
            "TZ": "Europe/Berlin",
            "NO_COLOR": "1",
            "COLUMNS": "80",
            "PYTHONDONTWRITEBYTECODE": "1",
            **self.environ,
        }
        self.knows(FIRST)

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def path(self) -> Path:
        return self.folder / "kept" / "journal.db"

    def knows(self, words: str, then: str = "") -> None:
        """What the person's own passphrase command prints: once the one, then the other."""
        turn = self.folder / "turn"
        self.forgets_turns()
        self.environ[passphrase.COMMAND] = (
            f"if mkdir '{turn}' 2>/dev/null; then echo '{words}'; else echo '{then}'; fi"
            if then
            else f"echo '{words}'"
        )

    def forgets_turns(self) -> None:
        """Let the passphrase command begin anew."""
        if (turn := self.folder / "turn").is_dir():
            turn.rmdir()

    # -- its beginning -------------------------------------------------------------------------

    def begin(self, *lines: Argv) -> None:
        """A new journal, with what these lines write."""
        self.ok("init", "Ana", "Ben", *(["--lock"] if self.locked else []))
        for line in lines:
            self.ok(*line)

    def keep(self) -> dict[str, bytes]:
        """The journal's folder as it is, to be brought back later."""
        return {p.name: p.read_bytes() for p in self.path.parent.iterdir() if p.is_file()}

    def bring_back(self, kept: dict[str, bytes]) -> None:
        """The folder holds this, and nothing else."""
        shutil.rmtree(self.path.parent, ignore_errors=True)
        self.path.parent.mkdir(mode=0o700)
        for name, raw in kept.items():
            place = self.path.with_name(name)
            place.touch(mode=0o600)
            place.write_bytes(raw)
        self.forgets_turns()

    # -- processes -----------------------------------------------------------------------------

    def ok(self, *argv: str, stdin: str = "") -> str:
        """Run a line that is expected to go through."""
        ended = self.run(argv, stdin)
        assert ended.code == 0, (argv, ended)
        return ended.out

    def run(
        self,
        argv: Argv | Sequence[Argv],
        stdin: str = "",
        *,
        dies: float | None = None,
        grows: int | None = None,
    ) -> Ended:
        """One process of its own for the line, or for several lines one after the other. It is
        forked, since loading the program is nearly all that a short life holds.

        ``dies``: it is killed after so many seconds. ``grows``: no file may grow beyond so many
        bytes.
        """
        return self.started(argv, stdin, grows=grows).ended(dies)

    def started(
        self, argv: Argv | Sequence[Argv], stdin: str = "", *, grows: int | None = None
    ) -> Forked:
        """The same, without waiting for it."""
        lines = [argv] if argv and isinstance(argv[0], str) else argv
        return Forked(self, [[str(word) for word in line] for line in lines], stdin, grows)

    def cold(self, argv: Argv, stdin: str = "", *, dies: float | None = None) -> Ended:
        """The same from a cold start, as a shell would have it."""
        began = time.perf_counter()
        process = subprocess.Popen(
            [*self.before(), *argv],
            env=self.environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            out, err = process.communicate(stdin, timeout=dies)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
        return Ended(process.returncode, out, err, time.perf_counter() - began)

    @staticmethod
    def before() -> list[str]:
        """What stands before a line's own words."""
        return [sys.executable, "-m", "repairlog"]

    # -- what has to hold ----------------------------------------------------------------------

    def open(self, path: Path | None = None) -> Journal:
        """The journal, by the passphrase that opens it."""
        path = path or self.path
        salt = salt_of(path)
        if salt is None:
            return open_journal(path)
        keys = [_derived(words, salt) for words in (FIRST, OTHER)]
        [key] = [key for key in keys if files.opens(path, key)]
        return open_journal(path, key)

    def whole(self, path: Path | None = None) -> dict[str, tuple[str, str]]:
        """See that the journal is whole: the file, the chain, what is kept beside the entries.
        Returns every entry's hash and its words, by uid."""
        with self.open(path) as journal:
            assert journal.problems() == []
            assert missing_guards(journal) == []
            rows = stored(journal)
            assert check(rows).findings == ()
            assert homeless(journal) == []
            assert words_agree(journal, rows)
            return {e.uid: (e.hash, str((e.fields or {}).get("text"))) for e in entries_of(rows)}

    def words(self, path: Path | None = None) -> list[str]:
        """The words of all entries, in the order of writing."""
        with self.open(path) as journal:
            found = journal.read(Query(undone=True))
        return [str(e.fields["text"]) for e in found if e.fields and "text" in e.fields]

    def goes_on(self, word: str) -> None:
        """The next command works, whatever was before, and stays."""
        said = self.run(["commit", "goes", "on", word])
        assert said.code == 0, said
        assert f"goes on {word}" in self.words()

    def leftovers(self) -> list[str]:
        """The half-made files beside the journal; they are their owner's alone."""
        found = list(self.path.parent.glob(".*.new*"))
        assert all(p.stat().st_mode & 0o077 == 0 for p in found)
        return [p.name for p in found]

    def in_the_open(self, word: str) -> list[str]:
        """The files in the folder that hold the word for all to read."""
        raw = word.encode()
        files = [p for p in self.path.parent.iterdir() if p.is_file()]
        return [p.name for p in files if raw in p.read_bytes()]


class Forked:
    """A process at work."""

    def __init__(self, stage: Stage, lines: Sequence[Argv], stdin: str, grows: int | None) -> None:
        self._out, out = os.pipe()
        self._err, err = os.pipe()
        given, give = os.pipe()
        os.write(give, stdin.encode())
        os.close(give)
        sys.stdout.flush()
        sys.stderr.flush()
        self._began = time.perf_counter()
        self.pid = os.fork()
        if not self.pid:
            _child(stage, lines, (given, out, err), grows)
        for handle in (given, out, err):
            os.close(handle)

    def ended(self, dies: float | None = None) -> Ended:
        """Wait for its end, or kill it after so many seconds."""
        said: dict[int, bytes] = {self._out: b"", self._err: b""}
        watch = select.poll()
        for handle in said:
            watch.register(handle, select.POLLIN | select.POLLHUP)
        deadline = None if dies is None else self._began + dies
        left = set(said)
        while left:
            wait = None if deadline is None else max(0.0, deadline - time.perf_counter()) * 1000
            for handle, _ in watch.poll(wait):
                if got := os.read(handle, 65536):
                    said[handle] += got
                else:
                    watch.unregister(handle)
                    left.remove(handle)
            if deadline is not None and time.perf_counter() >= deadline:
                os.kill(self.pid, signal.SIGKILL)
                deadline = None
        _, status = os.waitpid(self.pid, 0)
        seconds = time.perf_counter() - self._began
        for handle in said:
            os.close(handle)
        code = os.waitstatus_to_exitcode(status)
        return Ended(code, said[self._out].decode(), said[self._err].decode(), seconds)


def _child(
    stage: Stage, lines: Sequence[Argv], handles: tuple[int, int, int], grows: int | None
) -> NoReturn:
    code = 99
    try:
        for number, handle in enumerate(handles):
            os.dup2(handle, number)
        os.closerange(3, 256)
        os.environ.clear()
        os.environ.update(stage.environ)
        time.tzset()
        sys.stdin = io.TextIOWrapper(io.FileIO(0), encoding="utf-8")
        sys.stdout = io.TextIOWrapper(io.FileIO(1, "w"), encoding="utf-8", write_through=True)
        sys.stderr = io.TextIOWrapper(io.FileIO(2, "w"), encoding="utf-8", write_through=True)
        _known_keys()
        if grows is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (grows, grows))
        for line in lines:
            sys.argv = ["repairlog", *line]
            code = _exit_code(lambda line=line: repairlog.cli.run(line))  # type: ignore[misc]
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        os._exit(code)


def _exit_code(call: Callable[[], int]) -> int:
    try:
        return call()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)


def _known_keys() -> None:
    """Derive no key that was derived before, in this process; see SALTS."""
    Key.of = _derived  # type: ignore[method-assign]

    def salt() -> bytes:
        now = salt_of(Path(os.environ["REPAIRLOG_JOURNAL"]))
        return SALTS[now == SALTS[0]]

    driver.new_salt = salt


def warm(locked: Iterable[bool] = (False, True)) -> None:
    """Load what processes need, before they are forked, and derive the keys that they use."""
    import repairlog.cli.commands.doctor
    import repairlog.cli.commands.export
    import repairlog.cli.commands.import_
    import repairlog.cli.commands.ledger
    import repairlog.cli.commands.log
    import repairlog.cli.commands.mending
    import repairlog.cli.commands.restore
    import repairlog.cli.quick
    import repairlog.cli.tree  # noqa: F401

    if True in locked:
        for words in (FIRST, OTHER):
            for salt in SALTS:
                _derived(words, salt)
        driver.cipher()
