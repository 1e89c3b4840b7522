"""`agreement rule|response|cadence|end`: what is agreed beforehand; to bind both it takes both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, TypeVar

import typer

from repairlog import dates
from repairlog.cli import agreements, texts
from repairlog.cli.agreements import Found
from repairlog.cli.options import Attainable, Edit, Together, Why
from repairlog.cli.rule_words import read_minutes, read_topics
from repairlog.cli.session import Session, session
from repairlog.dates import quoted
from repairlog.errors import Misread, Refused
from repairlog.kinds.agreement import Cadence, Response, Rule
from repairlog.kinds.checkins import CADENCES
from repairlog.readings.agreed_words import title
from repairlog.text import check, one_line

P = TypeVar("P", Rule, Response, Cadence)

Revisit = Annotated[
    str | None, typer.Option(metavar="WHEN", help="when you look at it again, together")
]

PAUSES = ("pause", "break", "time-out", "timeout", "time out")
"""A response that is called so is a pause, also where `--pause` is not said."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the options of a line say of any part of the agreement, as typed."""

    revisit: str | None
    why: str | None
    attainable: str | None

    @property
    def nothing(self) -> bool:
        return not any((self.revisit, self.attainable))


def rule(
    context: typer.Context,
    text: Annotated[list[str] | None, typer.Argument(metavar="TEXT…")] = None,
    minutes: Annotated[
        str | None,
        typer.Option(metavar="N", help="the most a talk takes; understood from the text, too"),
    ] = None,
    topics: Annotated[
        list[str] | None,
        typer.Option(metavar="TEXT", help="safe topics, with commas; from the text, too"),
    ] = None,
    instead: Annotated[
        str | None, typer.Option(metavar="REF", help="the rule that this is the next version of")
    ] = None,
    revisit: Revisit = None,
    why: Why = None,
    attainable: Attainable = None,
    together: Together = False,
    edit: Edit = False,
) -> None:
    """Propose a ground rule for how you talk: a limit, safe topics, no name-calling.

    Example: repairlog agreement rule hard talks take at most 45 minutes --revisit in 4 weeks
    """
    with session(context) as s:
        agreements.refuse_private(s, "rule TEXT…")
        said = Said(revisit, why, attainable)
        before = _rule_before(s, instead)
        words = _words(s, text, before, said, edit=edit, more=bool(minutes or topics))
        with texts.kept_in_sight("\n".join(filter(None, [words, why]))):
            body = _rule(s, words, minutes, topics, before)
            body = _with_options(s, body, said, before)
            agreements.put_forward(s, body, lambda: _rule_before(s, instead), together=together)


def _rule_before(s: Session, instead: str | None) -> Found | None:
    """The rule that a next version is asked for. Raises Refused for what is no rule."""
    if instead is None:
        return None
    found = agreements.named(s, instead.split(), "rule TEXT… --instead")
    if not isinstance(found.body, Rule):
        raise Refused(
            f"{found.ref} is no ground rule but {title(found.body)}; nothing was written.",
            "To see what holds: repairlog agreement",
        )
    return found


def _rule(
    s: Session,
    words: str | None,
    minutes: str | None,
    topics: list[str] | None,
    found: Found | None,
) -> Rule:
    """The rule; of an earlier version stays what neither the words nor the options say anew."""
    before = found.body if found else None
    body = before if isinstance(before, Rule) else Rule(text=words or "")
    if words is not None:
        body = agreements.reworded(body, words)
    if minutes is not None:
        body = replace(body, minutes=read_minutes(minutes))
    if topics is not None:
        body = replace(body, topics=read_topics(topics))
    return body


def response(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="one word, or several in quotes")],
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT…", help="what you both do then")
    ] = None,
    pause: Annotated[
        bool, typer.Option("--pause", help="it is a pause, which needs a time to be back")
    ] = False,
    revisit: Revisit = None,
    why: Why = None,
    attainable: Attainable = None,
    together: Together = False,
    edit: Edit = False,
) -> None:
    """Propose what you both do when something sets one of you off. The same name: its next version.

    Example: repairlog agreement response time-out we part for twenty minutes, then talk --pause
    """
    with session(context) as s:
        agreements.refuse_private(s, "response NAME TEXT…")
        said, called = Said(revisit, why, attainable), _name(name)
        before = agreements.of_name(s, called)
        words = _words(s, text, before, said, edit=edit, more=pause)
        with texts.kept_in_sight("\n".join(filter(None, [words, why]))):
            own = before.body if before and isinstance(before.body, Response) else None
            body = Response(
                name=own.name if own else called,
                text=words or (own.text if own else ""),
                pause=pause or (own.pause if own else called.casefold() in PAUSES),
            )
            body = _with_options(s, body, said, before)
            agreements.put_forward(
                s, body, lambda: agreements.of_name(s, called), together=together
            )


LONGEST_NAME = 40


def _name(words: str) -> str:
    name = one_line(check(words))
    if len(name) > LONGEST_NAME:
        raise Misread(
            f"The name of a response is a word or a few, up to {LONGEST_NAME} characters.",
            "repairlog agreement response time-out TEXT…",
        )
    return name


def cadence(
    context: typer.Context,
    cadence: Annotated[str, typer.Argument(metavar="daily|weekly|monthly")],
    at: Annotated[
        str | None, typer.Option(metavar="TIME", help="by when, on its last day: 21:00")
    ] = None,
    off: Annotated[bool, typer.Option("--off", help="propose to end it")] = False,
    revisit: Revisit = None,
    why: Why = None,
    attainable: Attainable = None,
    together: Together = False,
) -> None:
    """Propose that each of you checks in every day, week or month, by a time if you like.

    Example: repairlog agreement cadence daily --at 21:00
    """
    with session(context) as s:
        agreements.refuse_private(s, f"cadence {cadence}")
        known, said = _cadence(cadence), Said(revisit, why, attainable)
        if off:
            _off(s, known, at, said, together=together)
            return
        found = agreements.of_cadence(s, known)
        own = found.body if found and isinstance(found.body, Cadence) else None
        body = Cadence(
            cadence=known,
            at=dates.read_time(at) if at else own.at if own else None,
        )
        with texts.kept_in_sight(why or ""):
            body = _with_options(s, body, said, found)
            agreements.put_forward(
                s, body, lambda: agreements.of_cadence(s, known), together=together
            )


def _cadence(words: str) -> str:
    known = words.casefold()
    if known not in CADENCES:
        raise Misread(
            f"{quoted(words)} is none of {', '.join(CADENCES)}.",
            "repairlog agreement cadence daily --at 21:00",
        )
    return known


def _off(s: Session, cadence: str, at: str | None, said: Said, *, together: bool) -> None:
    if at or not said.nothing:
        raise Misread(
            "--off ends a cadence, so only --why and --together stand with it.",
            f"repairlog agreement cadence {cadence} --off",
        )

    def found() -> Found:
        one = agreements.of_cadence(s, cadence)
        if one is None:
            raise Refused(
                f"No {cadence} check-ins are agreed or proposed; nothing was written.",
                f"To propose them: repairlog agreement cadence {cadence} --at 21:00",
            )
        return one

    agreements.end(s, found, check(said.why) if said.why else None, together=together)


def end(
    context: typer.Context,
    ref: Annotated[
        list[str], typer.Argument(metavar="REF", help="p4, the name of a response, or words of it")
    ],
    why: Why = None,
    together: Together = False,
) -> None:
    """Propose that a rule, a response or a cadence ends. Your own, not agreed yet, ends at once.

    Example: repairlog agreement end p4 --why we no longer need it
    """
    with session(context) as s:
        agreements.refuse_private(s, "end REF")
        reason = check(why) if why else None
        agreements.end(s, lambda: agreements.named(s, ref, "end"), reason, together=together)


# -- what they share -----------------------------------------------------------------------------


def _words(
    s: Session,
    text: list[str] | None,
    before: Found | None,
    said: Said,
    *,
    edit: bool,
    more: bool,
) -> str | None:
    """The text; None where it stays as it was, since only options were given."""
    own = "" if before is None else getattr(before.body, "text", "")
    if edit and not text and own:
        text = [own]
    elif own and not text and (more or not said.nothing):
        return None
    return texts.take(text or [], edit=edit, ask="What do you agree on?", json=s.said.json)


def _with_options(s: Session, body: P, said: Said, before: Found | None) -> P:
    """The body with what every part of the agreement has; a day to look at it again that is still
    ahead stays."""
    day = before.revisit if before else None
    return replace(
        body,
        revisit=agreements.revisit(s, said.revisit) or (day if day and day > s.today else None),
        why=check(said.why) if said.why else None,
        attainable=texts.rating(said.attainable, "--attainable"),
    )
