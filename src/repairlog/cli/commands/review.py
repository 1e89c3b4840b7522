"""`review`: the week, walked through together on a terminal, and its page."""

from __future__ import annotations

from typing import Annotated

import typer

from repairlog.cli import months, show
from repairlog.cli.session import Session, session
from repairlog.cli.week import report_of, week_to_review
from repairlog.dates import Span, Tense, day_text, read_month
from repairlog.errors import Misread, Refused
from repairlog.readings.month_json import as_json as month_json
from repairlog.readings.month_opening import month_name
from repairlog.readings.review import ReviewReport
from repairlog.readings.review_json import as_json


def review(
    context: typer.Context,
    week: Annotated[
        str | None, typer.Option(metavar="WHEN", help="another week, by one of its days")
    ] = None,
    month: Annotated[
        str | None,
        typer.Option(metavar="[WHEN]", help="a month beside the one before; the last one alone"),
    ] = None,
    no_input: Annotated[
        bool, typer.Option("--no-input", help="the page at once, without a question")
    ] = False,
) -> None:
    """Go through the week together: promised, delivered, what remains challenging.

    On a terminal it asks one thing at a time and saves each answer at once; stop whenever you
    like, the next review goes on from there. With --month it looks back over a whole month, beside
    the one before it.

    Example: repairlog review --week last sunday
    """
    with session(context) as s:
        if month is not None:
            _month(s, month, week)
            return
        span = _week(s, week) if week else week_to_review(s)
        report = report_of(s, span)
        if s.said.json:
            show.as_json(as_json(report))
            return
        if s.asks and not (no_input or s.said.demo or s.private):
            from repairlog.cli.walk import walk

            if not _quiet(report):
                walk(s, report_of(s, span, sitting=True))
                return
        from repairlog.render.review import page

        show.page(page(report))


def _month(s: Session, words: str, week: str | None) -> None:
    """The page of a month. Raises Misread beside --week, Refused for one that has not begun."""
    if week is not None:
        raise Misread(
            "--week and --month ask for two pages; one review shows one of them.",
            f"repairlog review --week {week}\nrepairlog review --month {words}".rstrip(),
        )
    days = read_month(words, s.now, s.calendar) if words.strip() else months.month_to_review(s)
    if days.first > s.today:
        raise Refused(f"{month_name(days)} has not begun yet.", "repairlog review --month")
    report = months.month_of(s, days)
    if s.said.json:
        show.as_json(month_json(report))
        return
    from repairlog.render.month import month_page

    show.page(month_page(report))


def _week(s: Session, words: str) -> Span:
    """The week that the words name. Raises Refused for one that has not begun."""
    day = s.when(words, Tense.BACK).day
    span = s.calendar.week_of(day)
    if span.first > s.today:
        raise Refused(f"The week of {day_text(day, s.now)} has not begun yet.", "repairlog review")
    return span


def _quiet(report: ReviewReport) -> bool:
    """Whether nothing is to be asked: it was reviewed already, or the pace is slow."""
    return report.held is not None or any(pace.kind == "slow" for pace in report.paces)
