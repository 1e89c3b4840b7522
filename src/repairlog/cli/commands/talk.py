"""`talk` and `confirm`: what each said and heard, and whether it was heard as it was meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import typer

from repairlog.cli import conversations, echo, find, proposals, texts
from repairlog.cli.lines import Group, Place
from repairlog.cli.options import Edit, Together
from repairlog.cli.rule_words import read_minutes
from repairlog.cli.session import Session, session
from repairlog.dates import When, quoted
from repairlog.entries import Entry
from repairlog.errors import Misread, Refused
from repairlog.kinds.conversations import Confirmation, Paraphrase, Summary, Talk
from repairlog.kinds.moments import Misread as MisreadMoment
from repairlog.readings.conversations import summaries
from repairlog.readings.wording import sentence
from repairlog.text import check, one_line

SUMMED = find.Sought(
    ("talk", "paraphrase", "confirmation", "trigger"),
    "e",
    "talk or trigger",
    "repairlog talk list",
    "talk summary",
    closed=True,
)


@dataclass(frozen=True, slots=True)
class Said:
    """The options of a talk, as typed."""

    said: str | None
    heard: str | None
    minutes: str | None
    still: str | None

    @property
    def written(self) -> str:
        """The longer texts, to be shown back if they cannot be saved."""
        return "\n".join(text for text in (self.said, self.heard, self.still) if text)


def add(
    context: typer.Context,
    topic: Annotated[
        list[str] | None, typer.Argument(metavar="TOPIC…", help="what it was about, in a few words")
    ] = None,
    said: Annotated[
        str | None, typer.Option(metavar="TEXT", help='what you said, as an "I" statement')
    ] = None,
    heard: Annotated[
        str | None, typer.Option(metavar="TEXT", help="what you heard the other say")
    ] = None,
    minutes: Annotated[str | None, typer.Option(metavar="N", help="how long it was")] = None,
    still: Annotated[
        str | None, typer.Option(metavar="TEXT", help="what is still open between you")
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="WHEN", help="when it was; now without it")
    ] = None,
    about: Annotated[
        str | None,
        typer.Option(metavar="REF", help="the other's account of it, or what it cleared: e5 …"),
    ] = None,
    edit: Edit = False,
) -> None:
    """Write down a conversation: what you said, what you heard, what is still open.

    Whether you heard it as it was meant is the other's to say: confirm. With --about and the
    other's talk it stands beside theirs as your own account of it.

    Example: repairlog talk the holiday --said I felt left out --heard you were afraid to ask --minutes 30 --still who tells your mother
    """  # noqa: E501  (an example is one line, as it is typed)
    with session(context) as s:
        words = texts.take(topic or [], edit=edit, ask="What was it about?", json=s.said.json)
        told = Said(said, heard, minutes, still)
        with texts.kept_in_sight("\n".join(filter(None, [words, told.written]))):
            when = s.past(on, "--on today")
            subject = conversations.subject(s, about)
            written = _written(s, _talk(words, told), told.still, when, subject)
        echo.wrote(s, written, _echoed(s, written, when, subject))


def _talk(words: str, told: Said) -> Talk:
    return Talk(
        text=words,
        said=check(told.said) if told.said else None,
        heard=check(told.heard) if told.heard else None,
        minutes=_minutes(told.minutes) if told.minutes is not None else None,
    )


def _minutes(words: str) -> int | None:
    """How long it took: `45`, `an hour`. Raises Misread."""
    try:
        found = read_minutes(words)
    except Misread:
        found = None
    if found is None:
        raise Misread(f"--minutes is how long it took, not {quoted(words)}.", "--minutes 45")
    return found


def _written(
    s: Session, body: Talk, still: str | None, when: When | None, subject: Entry | None
) -> list[Entry]:
    """Write the talk, and what is still open as something that waits for the other's answer."""
    open_still = MisreadMoment(text=check(still)) if still else None
    with s.writing() as writer:
        talk = writer.append(s.draft(body, about=subject.uid if subject else None, on=when))
        if open_still:
            writer.append(s.draft(open_still, about=talk.uid, on=when))
        return list(writer.written)


def _echoed(
    s: Session, written: list[Entry], when: When | None, subject: Entry | None
) -> Iterator[str]:
    talk, *open_still = written
    account = conversations.account_of(s, talk)
    long = f"{account.minutes} minutes" if account.minutes is not None else ""
    about = f"about {subject.ref}" if subject else ""
    on = when.echo(s.calendar, s.now) if when else ""
    yield echo.headed(talk.ref, sentence(one_line(account.topic)), long, about, on) + "."
    other = s.settings.other(s.writer)
    if other and account.heard:
        yield (
            f"{echo.INDENT}Whether you heard it as it was meant is {other}'s to say: "
            f"repairlog confirm {talk.ref}"
        )
    for one in open_still:
        yield echo.headed(one.ref, "still open", find.title(s, one)) + "."
        waits = f"Until {other} answers, or you talk about it" if other else "Once it is cleared"
        yield f"{echo.INDENT}{waits}: repairlog talk TOPIC… --about {one.ref}"
    for note in account.notes:
        yield f"{echo.INDENT}{note.text}"


def heard(
    context: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="e5, 5, or a word of it")],
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT…", help="what you heard the other say")
    ] = None,
    edit: Edit = False,
) -> None:
    """Say what you heard the other say, or say it again after they put it right.

    Example: repairlog talk heard e5 you were afraid that I would say no
    """
    with session(context) as s:
        with texts.kept_in_sight(texts.typed(text)):
            entry = find.one(s, [ref], conversations.TALK)
            about = conversations.answers(s, entry)
        ask = "What did you hear the other say?"
        words = texts.take(text or [], edit=edit, ask=ask, json=s.said.json, quotes=True)
        with texts.kept_in_sight(words), s.writing() as writer:
            made = writer.append(s.draft(Paraphrase(text=words), about=about))
        other = s.settings.other(s.writer)
        waits = "kept; there is no one else in this journal who could confirm it"
        if other:
            waits = f"whether it was meant so is {other}'s to say: repairlog confirm {made.ref}"
        named = "" if find.is_reference(ref) else f"about {entry.ref}, {find.title(s, entry)}"
        echo.wrote(s, writer.written, [echo.headed(made.ref, named, waits)])


def confirm(
    context: typer.Context,
    ref: Annotated[list[str], typer.Argument(metavar="REF", help="e5, 5, or words of the talk")],
    correct: Annotated[
        str | None, typer.Option(metavar="TEXT", help="what you meant, where it was otherwise")
    ] = None,
) -> None:
    """Say that the other heard what you meant; or with --correct what you meant instead.

    Example: repairlog confirm e5 --correct I was tired, and it was not about your mother
    """
    with session(context) as s:
        with texts.kept_in_sight(correct if correct and correct != texts.PIPED else ""):
            one = conversations.to_confirm(s, ref)
        meant = _meant(s, correct)
        with texts.kept_in_sight(meant or ""), s.writing() as writer:
            writer.append(s.draft(Confirmation(correct=meant), about=one.uid))
        line = echo.headed(one.ref, f"{one.by} heard what {s.writer} meant.")
        if meant:
            line = echo.headed(one.ref, f"what {s.writer} meant is kept beside it.")
            again = f"{one.by} says again what they hear: repairlog talk heard {one.ref} TEXT…"
        echo.wrote(s, writer.written, [line, echo.INDENT + again] if meant else [line])


def _meant(s: Session, correct: str | None) -> str | None:
    """What was meant instead; None where it was heard as it was meant."""
    if correct is None:
        return None
    ask = "What did you mean?"
    return texts.take([correct], edit=False, ask=ask, json=s.said.json, option="--correct")


def summary(
    context: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="a talk or a trigger: e5, t2")],
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT…", help="what both of you could say of it")
    ] = None,
    together: Together = False,
    edit: Edit = False,
) -> None:
    """Propose what both of you could say of a talk or a trigger. Both accounts stay as they are.

    Example: repairlog talk summary e5 we both wanted to go, and each was afraid to ask
    """
    with session(context) as s:
        with texts.kept_in_sight(texts.typed(text)):
            subject = conversations.first_account(s, find.one(s, [ref], SUMMED))
        ask = "What could both of you say of it?"
        words = texts.take(text or [], edit=edit, ask=ask, json=s.said.json)
        with texts.kept_in_sight(words):
            _refuse_said(s, subject, words)
            answer = proposals.ask_together(s, together, sentence(one_line(words)))
            with s.writing() as writer:
                body = Summary(text=words)
                made = proposals.propose(s, writer, body, subject.uid, answer)
        lines = [echo.headed(made.ref, find.title(s, made)) + "."]
        lines.append(echo.INDENT + proposals.outcome(s, made, answer))
        echo.wrote(s, writer.written, lines)


def _refuse_said(s: Session, subject: Entry, words: str) -> None:
    """A summary is proposed once in the same words, while it waits or both say so."""
    record, item = find.item_of(s, subject)
    for one in summaries(record, item.uid, s.settings):
        if one.text.casefold() != words.casefold():
            continue
        if one.asks == s.writer:
            mends = f"To say yes to it: repairlog agree {one.ref}"
        else:
            mends = f"To see it: repairlog show {one.ref}"
        raise Refused(f"{one.ref} says so already; nothing was written.", mends)


talk = Group(
    "talk",
    {
        "add": Place(add, "write one down; `add` can be left out"),
        "heard": Place(heard, "what you heard the other say, once more"),
        "summary": Place(summary, "propose what both could say of it"),
        "list": Place(
            "repairlog.cli.commands.talk_pages:list_all", "conversations, newest first", reads=True
        ),
    },
    help="A conversation: what each said and heard, side by side. `talk TOPIC…` adds one.",
    otherwise="add",
)
