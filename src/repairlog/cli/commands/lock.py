"""`lock` and `unlock`: a journal that opens only with its passphrase, and one that opens again."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from repairlog.cli import load, passphrase, show
from repairlog.cli.echo import INDENT
from repairlog.cli.fitting import fitted
from repairlog.cli.grammar import Globals
from repairlog.cli.session import Session, session
from repairlog.errors import Refused
from repairlog.journal.driver import Key
from repairlog.text import visible


@dataclass(frozen=True, slots=True)
class Place:
    """The journal that is meant: its file, its key (None: not locked) and whose it is."""

    path: Path
    key: Key | None
    people: tuple[str, ...]
    private: bool

    @property
    def name(self) -> str:
        return f"{visible(self.people[0])}'s private journal" if self.private else "The journal"


def lock(
    context: typer.Context,
    change: Annotated[
        bool, typer.Option("--change", help="another passphrase for a locked journal")
    ] = False,
    keyring: Annotated[
        bool | None,
        typer.Option(
            "--keyring/--no-keyring", help="keep its key in the system's keyring, or take it out"
        ),
    ] = None,
) -> None:
    """Encrypt the journal, so that it opens only with a passphrase. Your private journal is a file
    of its own: with --private it gets one of its own.

    Example: repairlog lock
    """
    said = Globals.of(context)
    place = _place(context)
    if place.key is None or change:
        _renewed(place, said, change=change)
        place = _place(context)
    elif keyring is None:
        raise Refused(
            f"{place.name} is locked already; nothing was changed.",
            "Another passphrase: repairlog lock --change\nTo take it off: repairlog unlock",
        )
    _keyring(place, keyring)
    _say(place, said, _locked_lines(place, keyring), locked=True)


def unlock(context: typer.Context) -> None:
    """Take the passphrase off: whoever can read the file can read the journal then.

    Example: repairlog unlock
    """
    said, place = Globals.of(context), _place(context)
    if place.key is None:
        raise Refused(
            f"{place.name} is not locked; nothing was changed.", "To lock it: repairlog lock"
        )
    from repairlog.journal.exchange import locked

    locked(place.path, place.key, None)
    passphrase.forget(place.path, place.key.salt)
    _say(
        place,
        said,
        [
            f"{place.name} opens without a passphrase now: {visible(str(place.path))}",
            "    Backups made while it was locked still need the passphrase.",
        ],
        locked=False,
    )


def _place(context: typer.Context) -> Place:
    """The journal that is meant, opened once to see that its passphrase is known."""
    with session(context) as s:
        _refuse_made_up(s)
        shared = load.settings(s.journal).people if not s.private else (s.writer,)
        return Place(s.journal.path, s.journal.key, shared, s.private)


def _refuse_made_up(s: Session) -> None:
    if s.said.demo:
        raise Refused("The demonstration is made up anew each time; there is nothing to lock.")
    if not s.journal.path.exists():
        raise Refused(
            "There is nothing in your private journal yet, so there is nothing to lock.",
            "To write there: repairlog add note TEXT… --private",
        )


def _renewed(place: Place, said: Globals, *, change: bool) -> None:
    if change and place.key is None:
        raise Refused(
            f"{place.name} is not locked; nothing was changed.", "To lock it: repairlog lock"
        )
    from repairlog.journal.exchange import locked

    new = passphrase.new_key(place.path, place.people, may_ask=not said.json, old=place.key)
    locked(place.path, place.key, new)
    if place.key:
        passphrase.forget(place.path, place.key.salt)


def _keyring(place: Place, wanted: bool | None) -> None:
    assert place.key is not None
    if wanted:
        passphrase.keep(place.path, place.key)
    elif wanted is False:
        passphrase.forget(place.path, place.key.salt)


def _locked_lines(place: Place, keyring: bool | None) -> list[str]:
    kept = {
        True: "    Its key is in the system's keyring: whoever is at this account opens it.",
        False: "    Its key is not in the system's keyring.",
    }
    lines = [
        f"{place.name} is locked: {visible(str(place.path))}",
        "    Nobody opens it without the passphrase, you neither: there is no way round it.",
        "    What was there before is not: copies, exports and backups made earlier open as they "
        "did, and the disk may still hold bytes of the old file.",
    ]
    return [*lines, *([kept[keyring]] if keyring is not None else [])]


def _say(place: Place, said: Globals, lines: list[str], *, locked: bool) -> None:
    if said.json:
        show.as_json({"written": [], "file": str(place.path), "locked": locked})
        return
    for line in lines:
        print(fitted(line, sys.stdout, INDENT))
