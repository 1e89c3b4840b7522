"""The one error boundary: whatever happens in a command ends in calm words and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from repairlog.cli import carried
from repairlog.cli.fitting import fitted
from repairlog.errors import Misread, RepairlogError, Unwritable
from repairlog.text import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typer._click import Command

DONE, MISTAKEN, INTERRUPTED = 0, 3, 130


def run(command: Command, argv: Sequence[str], name: str = "repairlog") -> int:
    """Run one command line and return its exit code (DESIGN 4). Nothing but SystemExit gets out."""

    def called() -> None:
        with command.make_context(name, list(argv)) as ctx:
            command.invoke(ctx)

    return guarded(called, name)


def guarded(call: Callable[[], None], name: str = "repairlog") -> int:
    """Do what a command line says; whatever happens becomes calm words and an exit code."""
    _never_fail_to_print()
    carried.begin(None)
    try:
        call()
        sys.stdout.flush()
    except RepairlogError as told:
        return _tell(told)
    except (KeyboardInterrupt, EOFError):
        return _stopped()
    except BrokenPipeError:
        _close_quietly()
    except OSError as problem:
        _close_quietly()
        where = f": {problem.filename}" if problem.filename else ""
        reason = problem.strerror or type(problem).__name__
        return _tell(Unwritable(f"The system refused, with '{reason}'{where}."))
    except Exception as raised:
        code = _typers_own(raised, name)
        if code is not None:
            return code
        if os.environ.get("REPAIRLOG_DEBUG"):
            raise
        return _own_mistake(raised)
    return DONE


def _typers_own(raised: Exception, name: str) -> int | None:
    """The exit code of what Typer raises to end a command, None for anything else."""
    import typer

    match raised:
        case typer.Exit():
            return raised.exit_code
        case typer.Abort():
            return _stopped()
        case typer.TyperException():
            return _tell(Misread(raised.message, f"{name} --help"))
    return None


def _stopped() -> int:
    _say("\nStopped. What was saved before stays saved.")
    return INTERRUPTED


def _tell(told: RepairlogError) -> int:
    mend = "".join(f"\n  {line}" for line in carried.carried(told.mend).splitlines())
    _say(told.sentence + mend)
    return told.exit_code


def _say(words: str) -> None:
    """Print on stderr; what people typed may stand in it, so it is made visible first."""
    try:
        print(fitted(visible(words), sys.stderr), file=sys.stderr, flush=True)
    except OSError:
        _close_quietly()


def _never_fail_to_print() -> None:
    """Let no character stop a page: a terminal that lacks one gets it written out."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = "utf-8" if os.name == "nt" else None
            reconfigure(encoding=encoding, errors="backslashreplace")


def _close_quietly() -> None:
    """What we print can no longer be written: the rest goes nowhere, as Python's manual has it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())


# --- a mistake of the program itself ---------------------------------------------------------


def _own_mistake(mistake: Exception) -> int:
    said = "repairlog made a mistake of its own and stopped."
    try:
        log = state_folder() / "mistake.log"
        _write_privately(log, "\n".join(_traced(mistake)) + "\n")
        _say(f"{said} Where, without anyone's words: {log}")
    except OSError:
        _say(said)
    return MISTAKEN


def state_folder() -> Path:
    """The platform's folder for what a program leaves behind: logs."""
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "repairlog" / "log"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / "repairlog"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "repairlog"


def _write_privately(path: Path, text: str) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as log:
        log.write(text)


def _traced(mistake: BaseException) -> Iterator[str]:
    """The traceback by type, file, line and function: no message, value or argument is in it."""
    from traceback import walk_tb

    from repairlog import __version__

    yield f"repairlog {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
    link: BaseException | None = mistake
    while link is not None:
        yield f"{type(link).__module__}.{type(link).__qualname__}"
        for frame, line in walk_tb(link.__traceback__):
            code = frame.f_code
            yield f"  {'/'.join(Path(code.co_filename).parts[-3:])}:{line} {code.co_name}"
        link = link.__cause__ or link.__context__
