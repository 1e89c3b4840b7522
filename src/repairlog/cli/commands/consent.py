"""`agree` and `decline`: the other person's answer to what was proposed."""

from __future__ import annotations

from typing import Annotated

import typer

from repairlog.cli import echo, find, proposals, texts
from repairlog.cli.asked_for import asked_for
from repairlog.cli.mend import carry_out_erasure
from repairlog.cli.options import Attainable, Why
from repairlog.cli.session import session
from repairlog.errors import Refused
from repairlog.kinds.agreement import Response, Rule
from repairlog.kinds.assent import Adoption, Assent, Decline, Erasure
from repairlog.kinds.body import Body
from repairlog.kinds.boundaries import Boundary, Revision
from repairlog.kinds.conversations import Summary
from repairlog.readings.agreed_words import limits
from repairlog.readings.record import Item, Record
from repairlog.readings.wording import SAID_NO, sentence
from repairlog.text import check

Refs = Annotated[list[str], typer.Argument(metavar="REF…", help="p4, or the thing's own: c3, b1")]


def agree(
    context: typer.Context,
    ref: Refs,
    attainable: Attainable = None,
) -> None:
    """Say yes to what the other person proposed; it binds from now.

    Example: repairlog agree p4 --attainable 8
    """
    rating = texts.rating(attainable, "--attainable")
    _answer(context, ref, Assent(attainable=rating), "agreed. It binds from now.")


def decline(
    context: typer.Context,
    ref: Refs,
    why: Why = None,
) -> None:
    """Say no to what the other person proposed. It is never held against anyone.

    Example: repairlog decline p4 --why I need a little longer for this
    """
    body = Decline(why=check(why) if why else None)
    _answer(context, ref, body, "declined. Nothing changes, and that is all right.")


def _answer(context: typer.Context, refs: list[str], body: Body, became: str) -> None:
    with session(context) as s:
        if s.settings.alone:
            raise Refused(
                "There is one person in this journal, so nothing waits for an answer.",
                "To let the other join: repairlog settings partner NAME",
            )
        words = refs if all(map(find.is_reference, refs)) else [" ".join(refs)]
        with s.writing() as writer:
            command = "agree" if isinstance(body, Assent) else "decline"
            asked = [] if isinstance(body, Assent) else asked_for(s, words)
            for entry in asked:
                writer.append(s.draft(body, about=entry.uid))
            words = [ref for ref in words if ref.lower() not in {e.ref for e in asked}]
            named = [proposals.waiting_for(s, ref, command) for ref in words]
            found = list({item.uid: (record, item) for record, item in named}.values())
            for _, item in found:
                proposals.refuse_own(s, item, command)
            for record, item in found:
                writer.append(s.draft(body, about=item.uid))
                if isinstance(body, Assent) and isinstance(item.body, Erasure):
                    carry_out_erasure(s, writer, record, item)
            written = list(writer.written)
        lines = [
            echo.headed(one.ref, find.title(s, one), f"{s.writer} {SAID_NO}.") for one in asked
        ]
        for record, item in found:
            title = find.title(s, item.entry)
            lines.append(echo.headed(item.ref, title, _became(item, body) or became))
            if isinstance(body, Assent):
                lines += [echo.INDENT + line for line in _meaning(record, item)]
        echo.wrote(s, written, lines)


def _became(item: Item, answer: Body) -> str:
    """What a yes comes to, where nothing binds from it."""
    if not isinstance(answer, Assent):
        return ""
    match item.body:
        case Summary():
            return "agreed. It stands as what both of you say of it."
        case Erasure():
            return "agreed. These words are gone from this journal, for good."
        case Revision(means=()):
            return "agreed. It names no behaviour yet, so it is kept and does not bind."
    return ""


def _meaning(record: Record, item: Item) -> list[str]:
    """What the version means that was answered."""
    if isinstance(item.body, Rule | Response):
        return [f"{sentence(line)}." for line in limits(item.body)]
    thing = record.get(item.about)
    match item.body, thing.body if thing else None:
        case (Revision(means=means), _) | (Adoption(), Boundary(means=means)):
            return [f"It means: {behaviour}" for behaviour in means]
    return []
