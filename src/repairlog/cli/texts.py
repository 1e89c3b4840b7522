"""How a command gets its text: words on the line, `-`, `--edit`, or one question on a terminal.

Text that cannot be saved is shown back, so that what was written is never lost.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from repairlog.cli import nudging
from repairlog.cli.nudging import on_terminal as on_terminal  # (commands ask `texts` for it)
from repairlog.dates import quoted
from repairlog.errors import Misread, Refused
from repairlog.text import LONGEST, check, visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typer._click import Parameter

PIPED = "-"


def take(
    words: Sequence[str],
    *,
    edit: bool,
    ask: str,
    json: bool,
    option: str = "",
    quotes: bool = False,
) -> str:
    """The text of a command, checked, as its writer wants it saved (cli/nudging.py).

    `words` are joined by single spaces; a lone `-` reads standard input; `edit` opens the editor
    on the words; without any, a terminal is asked `ask`. With `json` nothing is ever asked.
    `option`: the text is that option's value, not the words of the line. `quotes`: it repeats what
    the other said, so the nudge leaves it alone.
    Raises Misread where there is no text or it cannot be kept, typer.Abort on Ctrl-D.
    """
    text = _given(words, edit=edit, ask=ask, json=json, option=option)
    if quotes:
        nudging.leave_alone(text)
    return nudging.heeded(text, asks=not json)


def _given(words: Sequence[str], *, edit: bool, ask: str, json: bool, option: str) -> str:
    if edit and json:
        raise Misread("--json never asks, so --edit cannot stand with it.", _usage("TEXT…"))
    if list(words) == [PIPED]:
        text = _from_stdin()
        return _only_copy(edited(text) if edit else text)
    if edit:
        return _only_copy(edited(" ".join(words)))
    if words:
        return check(" ".join(words))
    if json or not on_terminal():
        if option:
            raise Misread(f"{option} is not given.", _usage(f"{option} TEXT"))
        raise Misread("There is no text.", f"{_usage('TEXT…')}\n{_usage('-')}  (standard input)")
    return check(asked(ask))


def _only_copy(text: str) -> str:
    """Check a text that may stand nowhere else: one too long to be saved is shown back whole."""
    if len(text) <= LONGEST:
        return check(text)
    with kept_in_sight(text):
        return check(text)


@contextmanager
def kept_in_sight(text: str) -> Iterator[None]:
    """Show the text back, if there is one, when what stands inside could not save it, whatever
    the reason."""
    try:
        yield
    except BaseException as stopped:
        show_back([text], stopped)
        raise


def show_back(texts: Iterable[str], stopped: BaseException) -> None:
    """Show back the texts that could not be saved, each once on the way out of a command."""
    shown = getattr(stopped, "__notes__", ())
    lost = [t for t in texts if t.strip() and not any(t in note for note in shown)]
    if lost:
        stopped.add_note("\n".join(lost))
        print("Not saved:", *map(visible, lost), "", sep="\n", file=sys.stderr, flush=True)


def unread() -> str:
    """What a pipe holds that no one has read yet, since the journal could not even be opened."""
    return "" if sys.stdin.isatty() else _from_stdin()


def typed(words: Sequence[str] | None) -> str:
    """The text as it stands on the line, before it is read; nothing where it comes by a pipe."""
    return "" if not words or list(words) == [PIPED] else " ".join(words)


def rating(words: str | None, name: str) -> int | None:
    """A number from 0 to 10, or None. Raises Misread."""
    if words is None:
        return None
    text = check(words)
    if not text.isascii() or not text.isdigit() or int(text[:4]) > 10:
        raise Misread(f"{name} is a whole number from 0 to 10, not {quoted(text)}.", f"{name} 7")
    return int(text)


def _usage(rest: str) -> str:
    """The command being run, with the words that it needs and what would stand after them."""
    from typer._click.globals import get_current_context

    ctx = get_current_context(silent=True)
    if ctx is None:
        return f"repairlog {rest}"
    needed = (p.metavar or "" for p in ctx.command.params if p.required and _is_word(p))
    return " ".join([ctx.command_path, *needed, rest])


def _is_word(param: Parameter) -> bool:
    return param.param_type_name == "argument"


def _from_stdin() -> str:
    if sys.stdin.isatty():
        print("Write; Ctrl-D on a line of its own ends it.", file=sys.stderr)
    return _decoded(sys.stdin.buffer.read())


def _decoded(raw: bytes) -> str:
    """UTF-8 with any line ending. Other bytes stay recognisable, for `check` to refuse."""
    text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    return text.replace("\r\n", "\n")


ONCE_MORE = "Nothing was written. A sentence, or Enter again to leave it."
"""What is said to an empty line where words are needed, before they are given up."""


def asked(question: str) -> str:
    """One line, typed at a prompt that leaves standard output alone; an empty one is asked about
    once more."""
    import typer

    from repairlog.cli import typed

    print(question, file=sys.stderr, flush=True)
    try:
        if words := typed.text():
            return words
        print(f"  {ONCE_MORE}", file=sys.stderr, flush=True)
        return typed.text()
    except EOFError:
        raise typer.Abort from None


# --- the editor ------------------------------------------------------------------------------


def edited(text: str) -> str:
    """What the person made of the text in their editor; no copy of it stays behind."""
    from shutil import rmtree
    from tempfile import mkdtemp

    # A folder of its own (0700), so that the editor's own backup and swap files go with it.
    folder = Path(mkdtemp(prefix="draft-"))
    try:
        draft = folder / "entry.txt"
        draft.touch(mode=0o600)
        draft.write_bytes(text.encode("utf-8", "surrogateescape"))
        ended = _open_editor(draft)
        written = _decoded(draft.read_bytes()) if draft.exists() else ""
    finally:
        rmtree(folder, ignore_errors=True)
    if ended == 0 and written.strip():
        return written
    if not written.strip():
        raise Misread("The editor left an empty text; nothing was written.")
    raise Refused(
        f"The editor ended with {ended}, as it does when a text is not meant to be kept."
        " Nothing was written. The text was:",
        visible(written),
    )


def _open_editor(draft: Path) -> int:
    """Run the person's editor to its end; Ctrl-C in it is the editor's own affair."""
    import signal
    import subprocess

    before = signal.signal(signal.SIGINT, lambda _signal, _frame: None)
    editor = _editor()
    try:
        return subprocess.run([*editor, str(draft)], check=False).returncode  # noqa: S603  (theirs)
    except OSError as problem:
        raise Misread(
            f"The editor '{editor[0]}' could not be started: {problem.strerror}.",
            f"EDITOR=nano {_usage('--edit')}",
        ) from None
    finally:
        signal.signal(signal.SIGINT, before)


def _editor() -> list[str]:
    from shlex import split
    from shutil import which

    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        if words := split(chosen, posix=os.name != "nt"):
            return words
    except ValueError:
        raise Misread(f"$EDITOR has a quote that does not close: {chosen}") from None
    found = next(filter(which, ("nano", "vi", "notepad")), None)
    if found is None:
        raise Misread("No editor was found.", f"EDITOR=your-editor {_usage('--edit')}")
    return [found]
