"""`init`: begin a journal."""

from __future__ import annotations

from datetime import time
from typing import Annotated

import typer

from repairlog.cli import beginning, places
from repairlog.cli.grammar import Globals
from repairlog.cli.session import clock, opened, said_json
from repairlog.dates import read_day_name, read_time
from repairlog.errors import Misread, Refused
from repairlog.journal import Query
from repairlog.kinds.keeping import Init
from repairlog.text import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from repairlog.journal.driver import Key


def init(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="your first name")],
    partner: Annotated[str | None, typer.Argument(metavar="PARTNER", help="the other's")] = None,
    repairing: Annotated[
        str | None, typer.Option(metavar="NAME", help="who repairs what happened")
    ] = None,
    hurt: Annotated[
        str | None, typer.Option(metavar="NAME", help="who was hurt, and so sets the pace")
    ] = None,
    week_starts: Annotated[
        str, typer.Option("--week-starts", metavar="DAY", help="monday without it")
    ] = "monday",
    day_ends: Annotated[
        str,
        typer.Option("--day-ends", metavar="TIME", help="03:00 without it: late is still today"),
    ] = "03:00",
    lock: Annotated[
        bool, typer.Option("--lock", help="encrypted from the first byte, with a passphrase")
    ] = False,
) -> None:
    """Begin a journal, for yourself or for two.

    Example: repairlog init Ana Sam --repairing Sam --hurt Ana
    """
    said = Globals.of(context)
    if said.private:
        raise Misread(
            "A private journal begins by itself, beside the shared one, with its first entry.",
            f"repairlog init {name}\nrepairlog --private add note TEXT…",
        )
    me, other = beginning.name(name), beginning.name(partner) if partner else None
    if other is not None and me.casefold() == other.casefold():
        raise Misread("The two names are the same.", "repairlog init Ana Sam")
    names = (me, other) if other else (me,)
    begun = Init(
        me=me,
        partner=other,
        repairing=_one_of(names, repairing),
        hurt=_one_of(names, hurt),
        week_starts=read_day_name(week_starts),
        day_ends=day_end(day_ends),
    )
    path = places.journal_path(said.journal)
    beginning.begin(path, clock(), begun, _key(path, names, said) if lock else None)
    if said.json:
        with opened(path, said) as journal:
            print(said_json(journal.read(Query(kinds=("init",)))))
        return
    people = f"{me} and {other}" if other else me
    print(f"The journal of {visible(people)} begins: {visible(str(path))}")
    print("Only this account can read the file" + (", with the passphrase.\n" if lock else ".\n"))
    print(beginning.NOTICE)
    print("\nA first promise: repairlog commit call my mother --by friday 18:00")


def _key(path: Path, names: tuple[str, ...], said: Globals) -> Key | None:
    """The key of a journal that is to be locked; None where there is one already, so that nobody
    is asked for nothing."""
    if path.exists():
        return None
    from repairlog.cli import passphrase

    return passphrase.new_key(path, names, may_ask=not said.json)


def day_end(words: str) -> time:
    """The hour at which a day ends: midnight to noon, so that an evening stays one day."""
    ends = read_time(words)
    if ends > time(12):
        raise Misread("A day ends between 00:00 and 12:00, after its evening.", "--day-ends 03:00")
    return ends


def _one_of(names: tuple[str, ...], name: str | None) -> str | None:
    if name is None:
        return None
    for known in names:
        if known.casefold() == name.strip().casefold():
            return known
    raise Refused(f"'{name}' is not one of the names given.", f"Names here: {' and '.join(names)}")
