"""Where a passphrase comes from: a command, the system's keyring, or the person at the terminal.

Never from the line, which a shell remembers. What was given is known until the command ends.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from repairlog.errors import Misread, Refused, Shut, Unsaid
from repairlog.journal import Journal, Locked, driver, open_journal
from repairlog.journal.driver import Key
from repairlog.journal.files import opens
from repairlog.text import visible

T = TypeVar("T")

COMMAND = "REPAIRLOG_PASSPHRASE_COMMAND"
TRIES = 3
SERVICE = "repairlog"
BY_COMMAND = f"{COMMAND}='pass show journal' repairlog …"

_KNOWN: dict[bytes, Key] = {}
"""The keys that opened a file, by its salt, until the command ends."""


def unlocked(path: Path, salt: bytes, *, may_ask: bool) -> Journal:
    """The locked journal, opened. Raises Refused where no passphrase can be had, or none opens it;
    nothing more is said of it then."""
    return _tried(path, salt, lambda key: open_journal(path, key), may_ask)


def opening(path: Path, salt: bytes, *, may_ask: bool) -> Key:
    """The key that opens a locked file, which is only read. Raises Shut as `unlocked` does."""

    def read(key: Key) -> Key:
        if not opens(path, key):
            raise Locked(path, salt)
        return key

    return _tried(path, salt, read, may_ask)


def _tried(path: Path, salt: bytes, use: Callable[[Key], T], may_ask: bool) -> T:
    for key in _keys(path, salt, may_ask):
        try:
            found = use(key)
        except Locked:
            continue
        _KNOWN[salt] = key
        return found
    raise Shut(
        f"That passphrase does not open {path}. Nothing was changed.",
        "Once more, slowly. If its beginning were damaged it would look the same: "
        "a backup opens with the same passphrase.",
    )


def _keys(path: Path, salt: bytes, may_ask: bool) -> Iterator[Key]:
    if salt in _KNOWN:
        yield _KNOWN[salt]
        return
    if words := from_command(path):
        yield Key.of(words, salt)
        return
    if kept := _kept(path, salt):
        yield kept
    if not (may_ask and _at_terminal()):
        raise Shut(
            f"{path} is locked, and there is no one here to ask for its passphrase.", BY_COMMAND
        )
    for number in range(TRIES):
        if number:
            print("  That does not open it.", file=sys.stderr)
        yield Key.of(asked(f"Passphrase of {visible(path.name)}: "), salt)


def from_command(path: Path, *, new: bool = False) -> str | None:
    """The first line that the person's own command prints, or None where none is set.

    The command finds the journal's path in ``REPAIRLOG_PASSPHRASE_FOR``, and in
    ``REPAIRLOG_PASSPHRASE_NEW`` a 1 where the passphrase is asked for that is to be from now on.
    """
    command = os.environ.get(COMMAND)
    if not command:
        return None
    import subprocess

    done = subprocess.run(  # noqa: S602  (it is the person's own command line)
        command,
        shell=True,
        stdout=subprocess.PIPE,
        env={
            **os.environ,
            "REPAIRLOG_PASSPHRASE_FOR": str(path),
            "REPAIRLOG_PASSPHRASE_NEW": "1" if new else "",
        },
        check=False,
    )
    lines = done.stdout.decode("utf-8", "surrogateescape").splitlines()
    if done.returncode or not lines or not lines[0]:
        ended = f"ended with {done.returncode}" if done.returncode else "printed nothing"
        raise Shut(
            f"The command in {COMMAND} {ended}, so there is no passphrase.",
            f"To see what it says: {command}",
        )
    return lines[0]


def asked(question: str) -> str:
    """What is typed, without being shown."""
    from getpass import getpass

    try:
        return getpass(question, stream=sys.stderr)
    except (KeyboardInterrupt, EOFError):
        print(file=sys.stderr)
        raise Unsaid("Stopped without a passphrase. Nothing was changed.") from None


def _at_terminal() -> bool:
    return sys.stdin.isatty() or sys.stderr.isatty()


# -- a new one -----------------------------------------------------------------------------------


def new_key(path: Path, names: tuple[str, ...], *, may_ask: bool, old: Key | None = None) -> Key:
    """The key of a new passphrase, which the rest of this command knows. Raises Refused where it is
    that of the ``old`` key."""
    driver.cipher()  # before anyone is asked for anything
    words = _new(path, names, may_ask)
    if old and Key.of(words, old.salt) == old:
        raise Refused(
            "That is the passphrase that it has already; nothing was changed.",
            "Where a command gives it, REPAIRLOG_PASSPHRASE_NEW is 1 when the new one is meant.",
        )
    key = Key.of(words, driver.new_salt())
    _KNOWN[key.salt] = key
    return key


def _new(path: Path, names: tuple[str, ...], may_ask: bool) -> str:
    """A new passphrase: by the command, or asked for twice. A weak one is called so, and taken
    all the same where the person says so again."""
    if words := from_command(path, new=True):
        for line in weakness(words, names):
            print(line, file=sys.stderr)
        return words
    if not (may_ask and _at_terminal()):
        raise Refused("A new passphrase is asked for at a terminal, and there is none.", BY_COMMAND)
    while True:
        words = asked("A new passphrase, long rather than clever: ")
        if not words:
            raise Misread("There is no passphrase. Nothing was changed.", "repairlog lock")
        if asked("The same once more: ") != words:
            print("  The two are not the same.", file=sys.stderr)
        elif _taken(words, names):
            return words


def _taken(words: str, names: tuple[str, ...]) -> bool:
    advice = weakness(words, names)
    if not advice:
        return True
    from repairlog.cli import ask

    for line in advice:
        print(f"  {line}", file=sys.stderr)
    return ask.choose("Take it all the same?", {"y": "yes", "n": "no, another one"}) == "y"


GUESSES = 10**8
"""So many tries should it take at least: with the rounds of each, years on one machine."""


def weakness(words: str, names: tuple[str, ...]) -> list[str]:
    """What makes a passphrase easy to guess, in a line or two; nothing where it is strong."""
    try:
        from zxcvbn import zxcvbn
    except ImportError:
        raise Refused(
            "This needs what the extra 'lock' brings, which is not installed here.",
            "pip install 'repairlog[lock]'",
        ) from None
    found = zxcvbn(words[:72], user_inputs=[*names, "repairlog"])
    if found["guesses"] >= GUESSES:
        return []
    return [
        "This one could be guessed: it is short, or made of what many use.",
        "Four or five words that have nothing to do with each other are strong, and stay in mind.",
    ]


# -- the keyring ---------------------------------------------------------------------------------


def keep(path: Path, key: Key) -> None:
    """Keep the key in the system's keyring: from now on whoever is at this account opens it."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(SERVICE, key.salt.hex(), key.raw.hex())
    except KeyringError as problem:
        raise Refused(
            f"The system's keyring did not take the key ({problem}), so it is not there. "
            "The journal is locked, and opens with its passphrase.",
            "Once there is a keyring: repairlog lock --keyring",
        ) from None
    mark = _mark(path)
    mark.touch(mode=0o600)


def forget(path: Path, salt: bytes) -> None:
    """Take the key out of the keyring again, if it is there."""
    if not _mark(path).exists():
        return
    import keyring
    from keyring.errors import KeyringError

    with suppress(KeyringError):  # not there any more
        keyring.delete_password(SERVICE, salt.hex())
    _mark(path).unlink(missing_ok=True)


def _kept(path: Path, salt: bytes) -> Key | None:
    """The key in the keyring, where the person chose to keep it there: else nothing is loaded."""
    if not _mark(path).exists():
        return None
    import keyring
    from keyring.errors import KeyringError

    try:
        found = keyring.get_password(SERVICE, salt.hex())
    except KeyringError:
        return None
    return Key(bytes.fromhex(found), salt) if found else None


def _mark(path: Path) -> Path:
    return path.with_name(f".{path.name}.keyring")
