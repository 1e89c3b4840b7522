"""`renegotiate`, `release`, `ease`: what changes a promise once the other agrees."""

from __future__ import annotations

from typing import Annotated

import typer

from repairlog.cli import commitments, echo, find, proposals
from repairlog.cli.options import Together, Why
from repairlog.cli.session import Session, session
from repairlog.cli.terms import Said, read_terms
from repairlog.dates import Tense, day_text
from repairlog.entries import Entry
from repairlog.errors import Misread, Refused
from repairlog.kinds.body import Proposal
from repairlog.kinds.changes import Ease, Release, Renegotiation
from repairlog.readings.course import Course
from repairlog.readings.standing import reckon
from repairlog.readings.wording import sentence, when_due
from repairlog.text import check

Ref = Annotated[list[str], typer.Argument(metavar="REF", help="c3, 3, or words of it")]


def renegotiate(
    context: typer.Context,
    ref: Ref,
    by: Annotated[str | None, typer.Option(metavar="WHEN", help="due once, by then")] = None,
    every: Annotated[str | None, typer.Option(metavar="RULE", help="how often")] = None,
    at: Annotated[str | None, typer.Option(metavar="TIME", help="by this time")] = None,
    times: Annotated[str | None, typer.Option(metavar="N", help="how often within it")] = None,
    until: Annotated[str | None, typer.Option(metavar="WHEN", help="the last day")] = None,
    text: Annotated[str | None, typer.Option(metavar="TEXT", help="in other words")] = None,
    why: Why = None,
    together: Together = False,
) -> None:
    """Propose new terms for a promise; what you leave out stays as it is.

    Example: repairlog renegotiate c5 --every week --times 2 --why evenings are short
    """
    with session(context) as s:
        said = Said(by=by, every=every, at=at, times=times, until=until)
        if said == Said() and text is None:
            raise Misread(
                "It is not said what would change.", "repairlog renegotiate REF --by WHEN"
            )
        entry = find.one(s, ref, find.COMMITMENT.to("renegotiate"))
        path = _changeable(s, entry)
        if not (by and every) and ((path.once and every) or (not path.once and by)):
            raise Refused(
                f"{entry.ref} is promised {'once' if path.once else 'again and again'}; "
                "the other kind is a new promise. Nothing was written.",
                f"repairlog release {entry.ref}\nrepairlog commit TEXT… …",
            )
        terms = read_terms(s, said, path.terms)
        body = Renegotiation(
            **terms.said(),
            text=check(text) if text else None,
            why=check(why) if why else None,
        )
        what = f"{sentence(body.text or commitments.shown(path))} · {when_due(terms, s.now)}"
        _proposed(s, entry, body, what, together)


def release(context: typer.Context, ref: Ref, why: Why = None, together: Together = False) -> None:
    """Propose to let a promise go.

    Example: repairlog release c5 --why we found something that works better
    """
    with session(context) as s:
        entry = find.one(s, ref, find.COMMITMENT.to("release"))
        path = _changeable(s, entry)
        _refuse_second_release(s, entry)
        body = Release(why=check(why) if why else None)
        _proposed(s, entry, body, f"release: {commitments.shown(path)}", together)


def ease(
    context: typer.Context,
    ref: Ref,
    start: Annotated[
        str | None, typer.Option("--from", metavar="WHEN", help="the first day; today without it")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="WHEN", help="the last day")] = None,
    why: Why = None,
    together: Together = False,
) -> None:
    """Propose a pause of one promise; it may reach back.

    Example: repairlog ease c1 --from monday --until friday --why I am travelling
    """
    with session(context) as s:
        if not until:
            raise Misread(
                "A pause has an end, and no last day is given.",
                "repairlog ease REF --from WHEN --until WHEN",
            )
        entry = find.one(s, ref, find.COMMITMENT.to("ease"))
        path = _changeable(s, entry, reaches_back=True)
        first = s.when(start, Tense.AHEAD).begins if start else s.today
        last = s.when(until, Tense.AHEAD).day
        if last < first:
            raise Refused(
                f"The pause would end on {day_text(last, s.now)}, before it begins on "
                f"{day_text(first, s.now)}; nothing was written.",
                "Give a later --until, or an earlier --from.",
            )
        body = Ease(start=first, until=last, why=check(why) if why else None)
        days = f"{day_text(first, s.now)} to {day_text(last, s.now)}"
        _proposed(s, entry, body, f"pause from {days}: {commitments.shown(path)}", together)


def _changeable(s: Session, entry: Entry, *, reaches_back: bool = False) -> Course:
    path, checkpoint = commitments.course_of(s, entry)
    standing = reckon(path, s.now, checkpoint)
    if path.released:
        raise Refused(
            f"{entry.ref} was released on {day_text(path.released.day, s.now)} already; "
            "nothing was written.",
            f"To see it: repairlog show {entry.ref}",
        )
    if path.once and standing.done and not reaches_back:
        raise Refused(
            f"{entry.ref} was delivered on {day_text(standing.done.day, s.now)}; "
            "nothing was written.",
            f"To see it: repairlog show {entry.ref}",
        )
    return path


def _refuse_second_release(s: Session, entry: Entry) -> None:
    _, waiting = proposals.all_waiting(s)
    for item in waiting:
        if item.about == entry.uid and isinstance(item.body, Release):
            raise proposals.waits_already(s, item, f"A release of {entry.ref}")


def _proposed(s: Session, entry: Entry, body: Proposal, what: str, together: bool) -> None:
    answer = proposals.ask_together(s, together, what)
    with s.writing() as writer:
        _changeable(s, entry, reaches_back=isinstance(body, Ease))
        if isinstance(body, Release):
            _refuse_second_release(s, entry)
        proposal = proposals.propose(s, writer, body, entry.uid, answer)
    lines = [echo.headed(entry.ref, what), echo.INDENT + proposals.outcome(s, proposal, answer)]
    echo.wrote(s, writer.written, lines)
