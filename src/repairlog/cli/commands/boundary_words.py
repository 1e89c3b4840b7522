"""`boundary add|revise|retire|pattern`: a boundary's words, which take both to bind both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

import typer

from repairlog.cli import boundaries, echo, proposals, texts
from repairlog.cli.boundaries import Found
from repairlog.cli.options import Attainable, Edit, Together, Why
from repairlog.cli.proposals import Answer
from repairlog.cli.session import Session, session
from repairlog.dates import day_text
from repairlog.entries import Entry
from repairlog.errors import Misread, Refused
from repairlog.kinds.assent import Adoption
from repairlog.kinds.boundaries import Boundary, Pattern, Retirement, Revision
from repairlog.readings.boundaries import Version
from repairlog.text import check, one_line

Ref = Annotated[str, typer.Argument(metavar="REF", help="b1, 1, or a word of it")]
Value = Annotated[
    str | None, typer.Option(metavar="WORD", help="what it guards: privacy, honesty, space …")
]
Means = Annotated[
    list[str] | None,
    typer.Option(metavar="TEXT", help="a behaviour that both can see; may be said several times"),
]
Remedy = Annotated[
    str | None, typer.Option(metavar="TEXT", help="what happens when it is crossed, agreed before")
]
Revisit = Annotated[
    str | None, typer.Option(metavar="WHEN", help="when to look at it again, together")
]


@dataclass(frozen=True, slots=True)
class Said:
    """What the options of a line say of a boundary, as typed."""

    value: str | None
    means: list[str] | None
    remedy: str | None
    revisit: str | None

    @property
    def nothing(self) -> bool:
        return not any((self.value, self.means, self.remedy, self.revisit))

    @property
    def written(self) -> str:
        """The longer texts, to be shown back if they cannot be saved."""
        return "\n".join([*(self.means or ()), *([self.remedy] if self.remedy else ())])


def add(
    context: typer.Context,
    text: Annotated[list[str] | None, typer.Argument(metavar="TEXT…")] = None,
    value: Value = None,
    means: Means = None,
    remedy: Remedy = None,
    revisit: Revisit = None,
    attainable: Attainable = None,
    together: Together = False,
    edit: Edit = False,
) -> None:
    """Name a boundary. With --means it can bind both; without, it is kept as a draft.

    Example: repairlog boundary add we ask before opening a phone --value privacy --means I hand mine over only when I offer it --revisit in 4 weeks
    """  # noqa: E501  (an example is one line, as it is typed)
    with session(context) as s:
        words = texts.take(text or [], edit=edit, ask="What is the boundary?", json=s.said.json)
        said = Said(value, means, remedy, revisit)
        with texts.kept_in_sight("\n".join(filter(None, [words, said.written]))):
            body = Boundary(
                text=words,
                value=boundaries.value(value),
                means=boundaries.behaviours(means),
                remedy=check(remedy) if remedy else None,
                revisit=boundaries.revisit(s, revisit),
            )
            adoption = Adoption(attainable=_rating(attainable, body))
            answer = _asked(s, together, body)
            with s.writing() as writer:
                entry = writer.append(s.draft(body))
                if body.means:
                    proposals.propose(s, writer, adoption, entry.uid, answer)
        _echo_new(s, entry, writer.written, answer)


def _rating(words: str | None, body: Boundary) -> int | None:
    """How attainable its author finds it. Raises Misread for a draft, of which it is too early to
    say."""
    rating = texts.rating(words, "--attainable")
    if rating is not None and not body.means:
        raise Misread(
            "Without --means it is a draft, and how attainable it is shows with the behaviour.",
            "Add --means TEXT, a behaviour that both can see; or leave --attainable out.",
        )
    return rating


def _asked(s: Session, together: bool, body: Boundary) -> Answer | None:
    if together and not body.means:
        raise Misread(
            "Without --means it is a draft, and there is nothing to agree to yet.",
            "Add --means TEXT, a behaviour that both can see; or leave --together out.",
        )
    return proposals.ask_together(s, together, _summary(body), rates=True)


def _summary(body: Boundary | Revision) -> str:
    return "\n  ".join([f'"{one_line(body.text)}"', *boundaries.meaning(body)])


def _echo_new(s: Session, entry: Entry, written: list[Entry], answer: Answer | None) -> None:
    found = boundaries.look(s, entry)
    version = found.report.version
    draft = "" if version.means else "a draft"
    lines = [echo.headed(entry.ref, *boundaries.heading(s, version), draft)]
    lines += [echo.INDENT + line for line in boundaries.meaning(version)]
    if version.means:
        lines.append(echo.INDENT + proposals.outcome(s, written[1], answer))
    else:
        lines += [
            f"{echo.INDENT}It names no behaviour yet, so it is kept and does not bind.",
            f"{echo.INDENT}To say what it means: repairlog boundary revise {entry.ref} "
            "--means TEXT",
        ]
    echo.wrote(s, written, lines)


def revise(
    context: typer.Context,
    ref: Ref,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT…", help="its words from now on")
    ] = None,
    means: Annotated[
        list[str] | None,
        typer.Option(metavar="TEXT", help="what it means, instead of all it meant before"),
    ] = None,
    value: Value = None,
    remedy: Remedy = None,
    revisit: Revisit = None,
    why: Why = None,
    attainable: Attainable = None,
    together: Together = False,
    edit: Edit = False,
) -> None:
    """Propose the next version of a boundary; what you leave out stays as it is.

    Example: repairlog boundary revise b1 --means I say so when I am late --why calls were too much
    """
    with session(context) as s:
        said, rating = Said(value, means, remedy, revisit), texts.rating(attainable, "--attainable")
        found = boundaries.standing(s, boundaries.named(s, [ref], "revise"))
        words = _new_words(s, found, text or [], said, edit=edit)
        with texts.kept_in_sight("\n".join(filter(None, [words, said.written, why]))):
            body = replace(_next_version(s, found, words, said, why), attainable=rating)
            answer = proposals.ask_together(s, together, _summary(body), rates=True)
            with s.writing() as writer:
                found = boundaries.standing(s, found.item.entry)
                proposal = proposals.propose(s, writer, body, found.item.uid, answer)
        _echo_revision(s, found, proposal, writer.written, answer)


def _new_words(s: Session, found: Found, text: list[str], said: Said, *, edit: bool) -> str | None:
    if text or edit:
        before = [found.report.version.text]
        return texts.take(text or before, edit=edit, ask="", json=s.said.json)
    if said.nothing:
        raise Misread(
            "It is not said what would change.",
            f"repairlog boundary revise {found.ref} TEXT…\n"
            f"repairlog boundary revise {found.ref} --means TEXT",
        )
    return None


def _next_version(
    s: Session, found: Found, words: str | None, said: Said, why: str | None
) -> Revision:
    before = found.report.version
    body = Revision(
        text=words or before.text,
        value=boundaries.value(said.value) or before.value,
        means=boundaries.behaviours(said.means) or before.means,
        remedy=check(said.remedy) if said.remedy else before.remedy,
        revisit=boundaries.revisit(s, said.revisit) or _still_ahead(s, before),
        why=check(why) if why else None,
    )
    _refuse_empty(found, body)
    again = body.revisit if said.revisit else None
    now = (body.text, body.value, body.means, body.remedy, again or before.revisit)
    if now == (before.text, before.value, before.means, before.remedy, before.revisit):
        raise Refused(
            f"{found.ref} says so already; nothing was written.",
            f"To see it: repairlog boundary show {found.ref}",
        )
    return body


def _still_ahead(s: Session, before: Version) -> date | None:
    """The day to look at it again, unless it has come: new words need a day of their own then."""
    return before.revisit if before.revisit and before.revisit > s.today else None


def _refuse_empty(found: Found, body: Revision) -> None:
    """A version is whole, so what its author erased has to be said again."""
    if not body.text:
        raise Refused(
            f"The words of {found.ref} were erased, so the next version needs its own; "
            "nothing was written.",
            f"repairlog boundary revise {found.ref} TEXT… --means TEXT",
        )


def _echo_revision(
    s: Session, found: Found, proposal: Entry, written: list[Entry], answer: Answer | None
) -> None:
    after = boundaries.look(s, found.item.entry)
    shown = next((v for v in after.report.versions if v.uid == proposal.uid), None)
    lines = [echo.headed(found.ref, *_parts(s, proposal, after))]
    if shown and shown.means and not after.agreed and s.settings.other(s.writer):
        lines.append(f"{echo.INDENT}It stands as {s.writer}'s own from now.")
    lines.append(echo.INDENT + proposals.outcome(s, proposal, answer))
    echo.wrote(s, written, lines)


def _parts(s: Session, proposal: Entry, after: Found) -> list[str]:
    """The whole next version, since that is what binds."""
    item = after.record.get(proposal.uid)
    assert item is not None
    assert isinstance(item.body, Revision)
    body = item.body
    day = f"revisit {day_text(body.revisit, s.now)}" if body.revisit else ""
    first = " · ".join(filter(None, [f'"{one_line(body.text)}"', body.value, day]))
    draft = [] if body.means else ["Still a draft: it names no behaviour yet."]
    return ["\n    ".join([first, *boundaries.meaning(body), *draft])]


def retire(
    context: typer.Context,
    ref: Annotated[list[str], typer.Argument(metavar="REF", help="b1, 1, or words of it")],
    why: Why = None,
    together: Together = False,
) -> None:
    """Let a boundary go. Your own, not agreed yet, ends at once; an agreed one takes both.

    Example: repairlog boundary retire b2 --why we do not need it any more
    """
    with session(context) as s:
        entry = boundaries.named(s, ref, "retire")
        found = boundaries.standing(s, entry)
        _refuse_foreign(s, found)
        takes_both = found.agreed
        body = Retirement(why=check(why) if why else None)
        what = f'retire "{one_line(found.report.version.text)}"'
        answer = proposals.ask_together(s, together, what) if takes_both else None
        with texts.kept_in_sight(why or ""), s.writing() as writer:
            found = boundaries.standing(s, entry)
            _refuse_foreign(s, found)
            _refuse_second(s, found)
            proposal = proposals.propose(s, writer, body, entry.uid, answer)
        became = proposals.outcome(s, proposal, answer)
        if not takes_both:
            became = "It was your own, so it binds no more from now."
        lines = [echo.headed(entry.ref, what), echo.INDENT + became]
        echo.wrote(s, writer.written, lines)


def _refuse_foreign(s: Session, found: Found) -> None:
    if not found.agreed and found.item.by != s.writer:
        raise Refused(
            f"{found.ref} is {found.item.by}'s own so far, so {found.item.by} lets it go; "
            "nothing was written.",
            "If other words would suit you both: repairlog boundary revise "
            f"{found.ref} TEXT… --why TEXT",
        )


def _refuse_second(s: Session, found: Found) -> None:
    for item in found.report.waiting:
        if isinstance(item.body, Retirement):
            raise proposals.waits_already(s, item, f"That {found.ref} be retired")


def pattern(
    context: typer.Context,
    ref: Ref,
    name: Annotated[
        list[str] | None, typer.Argument(metavar="NAME…", help="a word or a few for what repeats")
    ] = None,
    together: Together = False,
) -> None:
    """Propose a name for what keeps happening at a boundary. It takes both, and blames no one.

    Example: repairlog boundary pattern b1 secrecy
    """
    with session(context) as s:
        entry, _ = boundaries.with_crossing(s, ref, "pattern")
        found = boundaries.standing(s, entry)
        words = texts.take(
            name or [],
            edit=False,
            ask="What would you call what keeps happening?",
            json=s.said.json,
        )
        with texts.kept_in_sight(words):
            _refuse_named(s, found, words)
            what = f"call what keeps happening '{one_line(words)}'"
            answer = proposals.ask_together(s, together, what)
            with s.writing() as writer:
                proposal = proposals.propose(s, writer, Pattern(name=words), entry.uid, answer)
        lines = [echo.headed(found.ref, what), echo.INDENT + proposals.outcome(s, proposal, answer)]
        echo.wrote(s, writer.written, lines)


def _refuse_named(s: Session, found: Found, name: str) -> None:
    wanted = name.casefold()
    if wanted in (known.casefold() for known in found.report.patterns):
        raise Refused(
            f"The pattern at {found.ref} is called so already; nothing was written.",
            f"To see it: repairlog boundary show {found.ref}",
        )
    for one in found.report.waiting:
        if isinstance(one.body, Pattern) and one.body.name.casefold() == wanted:
            mine = one.by == s.writer
            raise Refused(
                f"{one.by} proposed that name already ({one.ref}); nothing was written.",
                f"It waits for {s.settings.other(s.writer)}."
                if mine
                else f"To say yes to it: repairlog agree {one.ref}",
            )
