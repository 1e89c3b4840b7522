"""`agreement revisit`: what is due is looked at again, together at a terminal or one by one."""

from __future__ import annotations

from typing import Annotated

import typer

from repairlog.cli import agreements, echo, find, proposals, show, texts
from repairlog.cli.commands.agreement_pages import report_of
from repairlog.cli.options import Together
from repairlog.cli.session import Session, session
from repairlog.dates import day_text
from repairlog.errors import Misread, Refused
from repairlog.kinds.agreement import Renewal
from repairlog.readings.agenda import proposed_anew
from repairlog.readings.in_force import Term, name
from repairlog.readings.in_force_json import due_json

TERM = find.Sought(
    ("boundary", "rule", "response", "cadence"), "p", "part of the agreement", "repairlog agreement"
)


def revisit(
    context: typer.Context,
    ref: Annotated[
        str | None, typer.Argument(metavar="REF", help="b1 or p4: it still fits, as it is")
    ] = None,
    revisit: Annotated[
        str | None, typer.Option(metavar="WHEN", help="when you look at it again, together")
    ] = None,
    attainable: Annotated[
        str | None, typer.Option(metavar="0-10", help="how attainable it feels to you now")
    ] = None,
    together: Together = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="list it; ask nothing")] = False,
) -> None:
    """Look again at what is due: on a terminal one thing at a time. With REF: it still fits.

    Example: repairlog agreement revisit p4 --revisit in 4 weeks
    """
    with session(context) as s:
        if ref is not None:
            _renew(s, ref, revisit, texts.rating(attainable, "--attainable"), together=together)
            return
        if revisit or attainable or together:
            raise Misread(
                "It is not said which part of the agreement still fits.",
                "repairlog agreement revisit REF --revisit in 4 weeks",
            )
        _look(s, asks=s.asks and not (no_input or s.private))


def _look(s: Session, *, asks: bool) -> None:
    """The walk, and then the page of what holds; off a terminal the list of what is due."""
    if s.said.json:
        show.as_json(due_json(report_of(s)))
        return
    from repairlog.render.agreement import agreement_page, due_page

    if not (asks and report_of(s).due):
        show.page(due_page(report_of(s)))
        return
    from repairlog.cli.walk.agreed import go_through

    if go_through(s):
        show.page(agreement_page(report_of(s)))


# -- it still fits -------------------------------------------------------------------------------


def _renew(s: Session, ref: str, again: str | None, rating: int | None, *, together: bool) -> None:
    day = agreements.revisit(s, again)
    if day is None or day <= s.today:
        raise Misread(
            "It is not said when you look at it again; that day is ahead.",
            f"repairlog agreement revisit {ref} --revisit in 4 weeks",
        )
    body = Renewal(revisit=day, attainable=rating)
    takes_both = _checked(s, ref).ever_agreed
    what = f"{name(_term(s, ref))}, looked at again on {day_text(day, s.now)}"
    answer = proposals.ask_together(s, together, what, rates=True) if takes_both else None
    with s.writing() as writer:
        term = _checked(s, ref)
        proposal = proposals.propose(s, writer, body, term.version, answer)
    became = proposals.outcome(s, proposal, answer)
    if not takes_both:
        became = "It is your own so far, so that holds from now."
    again_on = f"You look at it again together on {day_text(day, s.now)}."
    lines = [echo.headed(term.ref, name(term), "it still fits."), echo.INDENT + again_on]
    echo.wrote(s, writer.written, [*lines, echo.INDENT + became])


def _term(s: Session, ref: str) -> Term:
    """The part of the agreement that a reference means. Raises Refused where it does not hold."""
    entry = find.one(s, ref.split(), TERM.to("agreement revisit"))
    root = entry.uid
    if entry.kind != "boundary":
        root = agreements.standing(s, entry).course.root.uid
    for term in report_of(s).terms:
        if term.root == root:
            return term
    raise Refused(
        f"{entry.ref} does not bind, so there is nothing to look at again; nothing was written.",
        f"To see it: repairlog show {entry.ref}",
    )


def _checked(s: Session, ref: str) -> Term:
    """The same, refused where the writer's word is not the one that is looked for."""
    term = _term(s, ref)
    if not term.ever_agreed and term.by != s.writer:
        raise Refused(
            f"{term.ref} is {term.by}'s own so far; nothing was written.",
            f"To say yes to it: repairlog agree {term.ref}",
        )
    if term.renewal:
        raise proposals.waits_already(s, term.renewal, f"That {term.ref} still fits")
    if proposed_anew(term):
        raise Refused(
            f"Something else is proposed for {term.ref} and waits for an answer; "
            "nothing was written.",
            f"To see it: repairlog show {term.ref}",
        )
    return term
