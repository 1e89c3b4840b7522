"""`add KIND` and `answer`: moments worth keeping, one sub-command for each that is registered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated

import typer

from repairlog.cli import echo, find, texts
from repairlog.cli.lines import Group, Place
from repairlog.cli.options import Edit
from repairlog.cli.session import Session, session
from repairlog.dates import When
from repairlog.entries import Entry
from repairlog.errors import Refused
from repairlog.kinds import KIND_OF, kind_of
from repairlog.kinds.moments import MOMENTS, Answer, Moment
from repairlog.readings.wording import sentence
from repairlog.text import one_line

WAITING = tuple(KIND_OF[moment].name for moment in MOMENTS if moment.place == "challenging")
ANSWERED = find.Sought(
    (*WAITING, *(KIND_OF[m].name for m in MOMENTS if m.place != "challenging"), "checkin"),
    "e",
    "moment",
    "repairlog log",
    "answer",
    theirs=True,
)


def add_group(moments: Iterable[type[Moment]]) -> Group:
    """The group with a sub-command for each moment, its help from the moment's own definition."""
    places = {KIND_OF[moment].name: Place(_adding(moment), _line(moment)) for moment in moments}
    return Group("add", places, help="Keep a moment: what went right, what weighs, what you share.")


def _line(moment: type[Moment]) -> str:
    """What the definition says of it, as the list of commands shows it."""
    first = (moment.__doc__ or "").strip().splitlines()[0].rstrip(".")
    return first[:1].lower() + first[1:] if not first.startswith("I ") else first


def _adding(moment: type[Moment]) -> Callable[..., None]:
    name = KIND_OF[moment].name

    def keep(
        context: typer.Context,
        text: Annotated[list[str] | None, typer.Argument(metavar="TEXT…")] = None,
        on: Annotated[
            str | None, typer.Option(metavar="WHEN", help="when it was; now without it")
        ] = None,
        about: Annotated[
            str | None, typer.Option(metavar="REF", help="what it is about: c3, b1, e40 …")
        ] = None,
        edit: Edit = False,
    ) -> None:
        with session(context, private=moment.private) as s:
            words = texts.take(text or [], edit=edit, ask=f"{moment.__doc__}", json=s.said.json)
            with texts.kept_in_sight(words):
                when = s.past(on, "--on today")
                subject = find.one(s, about.split(), find.ABOUT) if about else None
                entry = _kept(s, moment(text=words), when, subject)
            echo.wrote(s, [entry], _echoed(s, entry, words, when, subject))

    keep.__name__ = name
    keep.__doc__ = f"{moment.__doc__}\n\nExample: repairlog add {name} {moment.example}"
    return keep


def _kept(s: Session, body: Moment, when: When | None, subject: Entry | None) -> Entry:
    with s.writing() as writer:
        return writer.append(s.draft(body, about=subject.uid if subject else None, on=when))


def _echoed(
    s: Session, entry: Entry, words: str, when: When | None, subject: Entry | None
) -> list[str]:
    about = f"about {subject.ref}" if subject else ""
    on = when.echo(s.calendar, s.now) if when else ""
    parts = (sentence(one_line(words)), kind_of(entry).label, about, on)
    lines = [echo.headed(entry.ref, *parts) + "."]
    other = s.settings.other(s.writer)
    if entry.kind in WAITING and other:
        lines.append(
            f"{echo.INDENT}It waits for {other}, who can say: repairlog answer {entry.ref} TEXT…"
        )
    if entry.kind == "project":
        lines.append(f"{echo.INDENT}A step of it: repairlog commit TEXT… --project {entry.ref}")
    return lines


add = add_group(MOMENTS)


def answer(
    context: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="e5, 5, or a word of it")],
    text: Annotated[list[str] | None, typer.Argument(metavar="TEXT…")] = None,
    edit: Edit = False,
) -> None:
    """Answer what the other wrote: a doubt, a need, something misread, or any moment.

    Example: repairlog answer e5 I understand, and I will text before six
    """
    with session(context) as s:
        with texts.kept_in_sight(texts.typed(text)):
            entry = find.one(s, [ref], ANSWERED)
        _refuse_own(s, entry)
        words = texts.take(text or [], edit=edit, ask="What do you answer?", json=s.said.json)
        with texts.kept_in_sight(words), s.writing() as writer:
            writer.append(s.draft(Answer(text=words), about=entry.uid))
        line = echo.headed(entry.ref, "answered", sentence(one_line(words)))
        echo.wrote(s, writer.written, [line])


def _refuse_own(s: Session, entry: Entry) -> None:
    other = s.settings.other(s.writer)
    if entry.by == s.writer and other is not None:
        raise Refused(
            f"{entry.ref} is {s.writer}'s own, so the answer is {other}'s; nothing was written.",
            f"If {other} is here: repairlog --as {other} answer {entry.ref} TEXT…\n"
            f"To add to it: repairlog add note TEXT… --about {entry.ref}",
        )
