"""`checkin`: how one is, day by day, week by week, month by month; three forms, each one's own."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from repairlog.cli import ask, checkins, echo, load, texts
from repairlog.cli.checkins import Making
from repairlog.cli.fitting import fitted
from repairlog.cli.session import Session, session
from repairlog.dates import When, day_text, moment_text, quoted
from repairlog.entries import Entry
from repairlog.errors import Misread
from repairlog.kinds.checkins import CADENCES, Checkin
from repairlog.readings.cadence import Cadences, given_by, period
from repairlog.readings.record import Record
from repairlog.readings.scales import SCALES
from repairlog.text import check, visible

PERIOD = {"daily": "today", "weekly": "this week", "monthly": "this month"}


def checkin(
    context: typer.Context,
    cadence: Annotated[
        str | None, typer.Argument(metavar="daily|weekly|monthly", help="daily without it")
    ] = None,
    safety: Annotated[
        str | None, typer.Option(metavar="0-10", help="how safe you feel with each other")
    ] = None,
    vigilance: Annotated[
        str | None, typer.Option(metavar="0-10", help="how watchful you are; both can be high")
    ] = None,
    summary: Annotated[str | None, typer.Option(metavar="TEXT", help="how it was")] = None,
    challenging: Annotated[
        str | None, typer.Option(metavar="TEXT", help="what remains challenging")
    ] = None,
    need: Annotated[
        str | None, typer.Option(metavar="TEXT", help="what you need moving forward")
    ] = None,
    keep: Annotated[
        str | None, typer.Option(metavar="TEXT", help="what you want to keep as it is")
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="WHEN", help="an earlier day that it is for")
    ] = None,
) -> None:
    """Check in: how safe, how watchful, and in words. With nothing given, a terminal asks.

    A daily one takes a minute, a weekly one is part of the review, a monthly one looks back.
    Each answer at a terminal is saved at once; stop whenever you like.

    Example: repairlog checkin daily --safety 4 --vigilance 7 --summary a quiet evening
    """
    given = {
        "safety": safety,
        "vigilance": vigilance,
        "summary": summary,
        "keep": keep,
        "challenging": challenging,
        "need": need,
    }
    with session(context) as s:
        answers = {name: words for name, words in given.items() if words is not None}
        with texts.kept_in_sight("\n".join(v for k, v in answers.items() if k not in SCALES)):
            known = _cadence(cadence)
            when = _when(s, on, known)
            if not answers:
                _ask(s, known, when)
                return
            body = _body(known, answers)
            with s.writing() as writer:
                day = when.day if when else s.today
                before = bool(checkins.held(s, known, day))
                entry = writer.append(s.draft(body, on=when))
        echo.wrote(s, [entry], _echoed(s, entry, body, before=before))


def _cadence(words: str | None) -> str:
    if words is None:
        return "daily"
    known = words.strip().casefold()
    if known not in CADENCES:
        raise Misread(
            f"{quoted(words)} is none of the three check-ins.",
            "\n".join(f"repairlog checkin {name}" for name in CADENCES),
        )
    return known


def _when(s: Session, on: str | None, cadence: str) -> When | None:
    """The earlier day that it is for; None for now. Raises Refused for one that is ahead."""
    when = s.past(on, f"repairlog checkin {cadence}")
    return None if when is None or (when.at is None and when.day == s.today) else when


def _body(cadence: str, answers: dict[str, str]) -> Checkin:
    words: dict[str, Any] = {n: check(text) for n, text in answers.items() if n not in SCALES}
    return Checkin(
        cadence=cadence,
        safety=texts.rating(answers.get("safety"), "--safety"),
        vigilance=texts.rating(answers.get("vigilance"), "--vigilance"),
        **words,
    )


# -- asked for at a terminal ---------------------------------------------------------------------


def _ask(s: Session, cadence: str, when: When | None) -> None:
    """Ask what the cadence asks; what is left empty is left out. Raises Misread off a terminal."""
    if not s.asks:
        raise Misread(
            "Nothing of the check-in is given, and there is no terminal to ask at.",
            f"repairlog checkin {cadence} --safety 0-10 --vigilance 0-10 --summary TEXT",
        )
    making = checkins.making(s, cadence, when)
    before = bool(checkins.held(s, cadence, making.day)) and not making.goes_on
    if cadence == "monthly":
        _look_back(s, making)
    if making.goes_on:
        print(f"Your {cadence} check-in of {_period(s, making)} goes on.", file=sys.stderr)
    try:
        making.ask(_answer)
    except (KeyboardInterrupt, EOFError):
        if making.first:
            told = f"\nWhat you gave is saved ({making.first.ref}); it goes on with:"
            print(f"{told}\n  repairlog checkin {cadence}", file=sys.stderr)
        raise
    if making.first is None:
        print("Nothing was written, and that is all right.")
        return
    [whole] = [i for i in checkins.held(s, cadence, making.day) if i.uid == making.first.uid]
    assert isinstance(whole.body, Checkin)
    echo.wrote(s, [whole.entry], _echoed(s, whole.entry, whole.body, before=before))


def _look_back(s: Session, making: Making) -> None:
    """Say how the month was, before it is asked about."""
    from repairlog.cli import months
    from repairlog.readings.month_opening import opening

    report = months.month_of(s, s.calendar.month_of(making.day))
    print(fitted(visible(" ".join(opening(report))), sys.stderr), file=sys.stderr)
    print(f"{echo.INDENT}The whole of it: repairlog review --month\n", file=sys.stderr)


def _period(s: Session, making: Making) -> str:
    return PERIOD[making.cadence] if making.on is None else day_text(making.day, s.now)


def _answer(name: str, question: str) -> int | str | None:
    """One answer, read again until it can be kept; nothing leaves it out."""
    lead = f"{question} (Enter leaves it out)" if name in SCALES else question
    while True:
        try:
            if name not in SCALES:
                return ask.text(lead) or None
            words = ask.line(lead)
            return texts.rating(words, "It") if words else None
        except Misread as unread:
            print(visible(f"  {unread.sentence}"), file=sys.stderr)


# -- told ----------------------------------------------------------------------------------------


def _echoed(s: Session, entry: Entry, body: Checkin, *, before: bool) -> list[str]:
    day = f"for {day_text(entry.day, s.now)}" if entry.day != s.today else ""
    scales = [f"{n} {v}" for n in SCALES if (v := getattr(body, n)) is not None]
    parts = [part for part in (day, *scales, _punctual(s, entry, body.cadence)) if part]
    lines = [echo.headed(entry.ref, f"{body.cadence} check-in", *parts) + "."]
    if before:
        of = day_text(entry.day, s.now) if day else PERIOD[body.cadence]
        lines.append(f"{echo.INDENT}There is one of {of} already; both are kept.")
    return lines


def _punctual(s: Session, entry: Entry, cadence: str) -> str:
    """Whether it came in time, where a time is agreed."""
    days = period(s.calendar, cadence, entry.day)
    entries = [*load.cadences(s.journal), *checkins.around(s, days), *load.paces(s.journal)]
    record = Record(entries)
    given = given_by(record, entry.by, cadence)
    found = Cadences(record, s.settings, s.today).of(cadence, entry.by, days, given)
    if found is None:
        return ""
    by = moment_text(found.deadline, s.now) if found.at else f"the end of {day_text(days.last)}"
    return f"{'on time' if found.standing == 'kept' else 'late'} (by {by})"
