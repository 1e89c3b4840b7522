"""`pace`: the hurt person slows things down, holds them, or lets them go on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated

import typer

from repairlog.cli import ask, echo, find, load
from repairlog.cli.lines import Group, Place
from repairlog.cli.options import Why
from repairlog.cli.session import Session, session
from repairlog.dates import Tense, day_text
from repairlog.errors import Misread, Refused
from repairlog.kinds.pace import Hold, Lift, Slow
from repairlog.readings.changes import held
from repairlog.readings.record import Item, Record
from repairlog.text import check, visible

Until = Annotated[
    str | None, typer.Option(metavar="WHEN", help="the last day of it; a terminal asks for it")
]


def hold(
    context: typer.Context,
    ref: Annotated[
        list[str] | None, typer.Argument(metavar="REF…", help="what to hold; everything without it")
    ] = None,
    until: Until = None,
    why: Why = None,
) -> None:
    """Hold promises for a while: nothing of them is asked, and nothing is overdue.

    Example: repairlog pace hold --until sunday --why I need some quiet
    """
    with session(context) as s:
        last = _until(s, until, "hold")
        entries = find.several(s, ref, find.COMMITMENT.to("pace hold")) if ref else []
        body = Hold(until=last, of=tuple(e.uid for e in entries), why=check(why) if why else None)
        with s.writing() as writer:
            _refuse_same(s, body)
            entry = writer.append(s.draft(body))
        whole = "everything, of both" if s.settings.other(s.writer) else "everything"
        what = ", ".join(e.ref for e in entries) or whole
        line = f"held until {day_text(last, s.now)}: {what}."
        echo.wrote(s, [entry], [echo.headed(entry.ref, line), _lifting()])


def slow(context: typer.Context, until: Until = None, why: Why = None) -> None:
    """Go on slowly: nothing changes, nothing prompts, and every page says so.

    Example: repairlog pace slow --until friday --why this week was a lot
    """
    with session(context) as s:
        last = _until(s, until, "slow")
        body = Slow(until=last, why=check(why) if why else None)
        with s.writing() as writer:
            _refuse_same(s, body)
            entry = writer.append(s.draft(body))
        line = f"a slow pace until {day_text(last, s.now)}."
        echo.wrote(s, [entry], [echo.headed(entry.ref, line), _lifting()])


def lift(context: typer.Context) -> None:
    """End what is held or slowed, before its last day.

    Example: repairlog pace lift
    """
    with session(context) as s:
        _may(s)
        with s.writing() as writer:
            record, running = running_paces(s)
            if not running:
                raise Refused(
                    "Nothing is held or slowed now; nothing was written.", "repairlog pace"
                )
            for item in running:
                writer.append(s.draft(Lift(), about=item.uid))
        lines = [echo.headed(item.ref, f"lifted: {said(record, item, s)}") for item in running]
        echo.wrote(s, writer.written, lines)


def show(context: typer.Context) -> None:
    """Show the pace that holds now.

    Example: repairlog pace
    """
    from repairlog.cli.show import as_json

    with session(context) as s:
        record, running = running_paces(s)
        if s.said.json:
            rows = [
                {"ref": i.ref, "kind": i.entry.kind, "by": i.by, "until": str(held(record, i).last)}
                for i in running
            ]
            as_json({"pace": rows})
            return
        for item in running:
            print(visible(echo.headed(item.ref, said(record, item, s))))
        if not running:
            print("Nothing is held or slowed.")


def running_paces(s: Session) -> tuple[Record, list[Item]]:
    """The holds and slow paces that run today."""
    record = Record(load.paces(s.journal))
    items = [i for i in record.of(Hold, Slow) if s.today in held(record, i)]
    lifted = {lift.about for lift in record.of(Lift)}
    return record, [item for item in items if item.uid not in lifted]


def said(record: Record, item: Item, s: Session) -> str:
    """A pace in one line."""
    word = "held" if isinstance(item.body, Hold) else "slow"
    return f"{word} until {day_text(held(record, item).last, s.now)}, by {item.by}"


def _lifting() -> str:
    return f"{echo.INDENT}To go on sooner: repairlog pace lift"


def _until(s: Session, words: str | None, name: str) -> date:
    _may(s)
    words = words or _asked(s, name)
    if not words:
        raise Misread(
            f"{NAMES[name]} has an end, and no last day is given.",
            f"repairlog pace {name} --until sunday",
        )
    last = s.when(words, Tense.AHEAD).day
    if last < s.today:
        raise Refused(
            f"{day_text(last, s.now)} is past; nothing was written.",
            f"repairlog pace {name} --until sunday",
        )
    return last


def _refuse_same(s: Session, body: Hold | Slow) -> None:
    """The same pace to the same day is set once; another reason for it makes no difference."""
    _, running = running_paces(s)
    for item in running:
        if isinstance(item.body, Hold | Slow) and replace(item.body, why=body.why) == body:
            word = "held" if isinstance(body, Hold) else "slow"
            raise Refused(
                f"That is {word} until {day_text(body.until, s.now)} already ({item.ref}); "
                "nothing was written.",
                "To go on sooner: repairlog pace lift",
            )


NAMES = {"slow": "A slow pace", "hold": "A hold"}


def _asked(s: Session, name: str) -> str:
    """Its last day, asked for on a terminal."""
    if not s.asks:
        return ""
    return ask.line(f"{NAMES[name]} has an end. Until when? (sunday, in 3 days …)")


def _may(s: Session) -> None:
    if not s.settings.may_pace(s.writer):
        raise Refused(
            f"The pace is {s.settings.hurt}'s to set; nothing was written.",
            "To ask for it: repairlog add need TEXT…",
        )


pace = Group(
    "pace",
    {
        "slow": Place(slow, "go on slowly; nothing prompts"),
        "hold": Place(hold, "hold promises for a while", words_lead=True),
        "lift": Place(lift, "go on before the last day"),
        "show": Place(show, "the pace that holds now", reads=True),
    },
    help="The pace: slow down, hold, or go on. It is the hurt person's to set.",
    alone="show",
)
