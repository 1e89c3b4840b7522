"""`checkin`: how one is, day by day, week by week, month by month; three forms, each one's own."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from repairlog.cli import ask, echo, texts
from repairlog.cli.session import Session, session
from repairlog.dates import quoted
from repairlog.entries import Entry
from repairlog.errors import Misread
from repairlog.journal import Query
from repairlog.kinds.checkins import CADENCES, Checkin
from repairlog.readings.checkins import SCALES, period
from repairlog.text import check, visible

SAFETY = "How safe do you feel with each other? 0 not at all, 10 entirely."
VIGILANCE = "And how watchful are you? 0 not at all, 10 all the time. Both can be high."

FORMS: dict[str, dict[str, str]] = {
    "daily": {
        "safety": SAFETY,
        "vigilance": VIGILANCE,
        "summary": "The day in a sentence.",
    },
    "weekly": {
        "safety": SAFETY,
        "vigilance": VIGILANCE,
        "summary": "How was this week between you, in your words?",
        "challenging": "What remains challenging?",
        "need": "What do you need for the week to come?",
    },
    "monthly": {
        "summary": "What has changed since last month?",
        "challenging": "What has not moved, and weighs?",
        "need": "What would help most in the month to come?",
        "safety": SAFETY,
        "vigilance": VIGILANCE,
    },
}
"""What each cadence asks, in order: a daily one is short, a monthly one looks back first."""

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
) -> None:
    """Check in: how safe, how watchful, and in words. With nothing given, a terminal asks.

    Example: repairlog checkin daily --safety 4 --vigilance 7 --summary a quiet evening
    """
    given = {
        "safety": safety,
        "vigilance": vigilance,
        "summary": summary,
        "challenging": challenging,
        "need": need,
    }
    with session(context) as s:
        known = _cadence(cadence)
        answers = {name: words for name, words in given.items() if words is not None}
        if not answers:
            answers = _asked(s, known)
        if not answers:
            print("Nothing was written, and that is all right.")
            return
        with texts.kept_in_sight("\n".join(v for k, v in answers.items() if k not in SCALES)):
            body = _body(known, answers)
            with s.writing() as writer:
                before = _held(s, known)
                entry = writer.append(s.draft(body))
        echo.wrote(s, [entry], _echoed(entry, body, before))


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


def _asked(s: Session, cadence: str) -> dict[str, str]:
    """Ask what the cadence asks; what is left empty is left out.

    Raises Misread off a terminal. What was answered before an interruption is shown back.
    """
    if not s.asks:
        raise Misread(
            "Nothing of the check-in is given, and there is no terminal to ask at.",
            f"repairlog checkin {cadence} --safety 0-10 --vigilance 0-10 --summary TEXT",
        )
    answers: dict[str, str] = {}
    try:
        for name, question in FORMS[cadence].items():
            words = _scale(question, name) if name in SCALES else ask.line(question)
            if words:
                answers[name] = words
    except (KeyboardInterrupt, EOFError):
        with texts.kept_in_sight("\n".join(f"{k}: {v}" for k, v in answers.items())):
            raise
    return answers


def _scale(question: str, name: str) -> str:
    while words := ask.line(f"{question} (nothing to leave it out)"):
        try:
            texts.rating(words, "It")
        except Misread as unread:
            print(visible(f"  {unread.sentence}"), file=sys.stderr)
        else:
            return words
    return ""


def _body(cadence: str, answers: dict[str, str]) -> Checkin:
    words = {name: check(text) for name, text in answers.items() if name not in SCALES}
    return Checkin(
        cadence=cadence,
        safety=texts.rating(answers.get("safety"), "--safety"),
        vigilance=texts.rating(answers.get("vigilance"), "--vigilance"),
        **words,
    )


def _held(s: Session, cadence: str) -> int:
    """How many of this cadence the writer has held in this day, week or month already."""
    days = period(s.calendar, cadence, s.today)
    query = Query(kinds=("checkin",), by=s.writer, since=days.first, until=days.last)
    return sum((e.fields or {}).get("cadence") == cadence for e in s.journal.read(query))


def _echoed(entry: Entry, body: Checkin, before: int) -> list[str]:
    scales = [f"{n} {v}" for n in SCALES if (v := getattr(body, n)) is not None]
    lines = [echo.headed(entry.ref, f"{body.cadence} check-in", *scales) + "."]
    if before:
        lines.append(f"{echo.INDENT}There is one of {PERIOD[body.cadence]} already; both are kept.")
    return lines
