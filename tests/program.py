"""The program as the tests run it: in this process, or as a process of its own."""

from __future__ import annotations

import io
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests import locked

Words = str | Sequence[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one command line came to."""

    line: str
    code: int
    out: str
    err: str

    @property
    def report(self) -> Any:
        """What a `--json` command printed."""
        return json.loads(self.out)

    def __str__(self) -> str:
        return f"repairlog {self.line}\nexit {self.code}\n--- out\n{self.out}--- err\n{self.err}"


class Run:
    """Runs command lines in this process: `run("deliver c3 --note 'by phone'")`.

    The clock stands still until `run.at("2026-11-24T20:00")` moves it.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def at(self, moment: str) -> Run:
        """Set the program's clock to an ISO date-time and return this runner."""
        self._monkeypatch.setenv("REPAIRLOG_NOW", moment)
        return self

    def __call__(self, words: Words = (), stdin: str | bytes = "") -> Outcome:
        """Run one command line, off a terminal, whatever its exit code."""
        from repairlog.cli import run

        argv = _split(words)
        out, err = _stream(b""), _stream(b"")
        with self._monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["repairlog", *argv])
            patch.setattr(sys, "stdin", _stream(_encoded(stdin)))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = _exit_code(run, _locked(argv))
        if locked.chosen():
            locked.lock_private(Path(os.environ["REPAIRLOG_JOURNAL"]).parent)
        return Outcome(shlex.join(argv), code, _text(out), _text(err))

    def ok(self, words: Words = (), stdin: str | bytes = "") -> Outcome:
        """Run one command line that is expected to go through."""
        outcome = self(words, stdin)
        assert outcome.code == 0, str(outcome)
        return outcome

    def refused(self, words: Words = (), stdin: str | bytes = "", *, code: int = 1) -> str:
        """Run one that is expected to be turned down with `code`, and return what it was told."""
        outcome = self(words, stdin)
        assert outcome.code == code, str(outcome)
        assert outcome.err.strip(), str(outcome)
        return outcome.err


class Process:
    """Runs command lines as processes of their own, in the test's environment."""

    def __call__(self, words: Words = (), stdin: str | bytes = "") -> Outcome:
        """Run one command line to its end."""
        done = subprocess.run(
            self.argv(words), input=_encoded(stdin), capture_output=True, timeout=60, check=False
        )
        return Outcome(
            shlex.join(_split(words)), done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    def start(self, words: Words = ()) -> subprocess.Popen[str]:
        """Start one command line and go on: the caller waits for it."""
        return subprocess.Popen(
            self.argv(words),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    @staticmethod
    def argv(words: Words = ()) -> list[str]:
        """The whole command line, for a test that starts the process in its own way."""
        return [sys.executable, "-m", "repairlog", *_locked(_split(words))]


def _split(words: Words) -> list[str]:
    return shlex.split(words) if isinstance(words, str) else list(words)


def _locked(argv: list[str]) -> list[str]:
    """The line as it is with `--locked`: a journal that begins is locked from then on."""
    begins = locked.chosen() and "init" in argv[:1] + argv[2:3]
    return [*argv, "--lock"] if begins and "--lock" not in argv else argv


def _exit_code(run: Callable[[Sequence[str]], int], argv: list[str]) -> int:
    try:
        return run(argv)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)


def _encoded(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def _stream(content: bytes) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline="", write_through=True)


def _text(stream: io.TextIOWrapper) -> str:
    raw = stream.buffer
    assert isinstance(raw, io.BytesIO)
    return raw.getvalue().decode()
