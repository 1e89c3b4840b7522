"""`trigger`: what I observed and what it did to me, what the other meant, and how it settled."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import typer

from repairlog import dates
from repairlog.cli import ask, echo, find, responses, texts
from repairlog.cli.lines import Group, Place
from repairlog.cli.options import Edit
from repairlog.cli.responses import Chosen
from repairlog.cli.session import Session, session
from repairlog.dates import Tense, When, moment_text, quoted
from repairlog.entries import Entry
from repairlog.errors import Misread, Refused
from repairlog.kinds.triggers import TRIGGER_KINDS, Meaning, Settling, Trigger
from repairlog.readings.wording import sentence
from repairlog.text import check, one_line, visible

ASK_KIND = (
    "What kind: a [c]onflict between the two, a [r]eminder of what happened, "
    "a [s]tressor from outside? (Enter leaves it out)"
)
ASK_EFFECT = "What did it do to you? (Enter leaves it out)"


@dataclass(frozen=True, slots=True)
class Said:
    """The options of a trigger, as typed."""

    kind: str | None
    intensity: str | None
    effect: str | None
    response: str | None
    back: str | None
    on: str | None

    @property
    def written(self) -> str:
        """The longer texts, to be shown back if they cannot be saved."""
        return "\n".join(text for text in (self.effect, self.response) if text)


def add(
    context: typer.Context,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT…", help="what you saw or heard, no verdict")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="conflict, reminder or stressor")
    ] = None,
    intensity: Annotated[
        str | None, typer.Option(metavar="0-10", help="how strongly it hit")
    ] = None,
    effect: Annotated[str | None, typer.Option(metavar="TEXT", help="what it did to you")] = None,
    response: Annotated[
        str | None, typer.Option(metavar="NAME", help="the agreed response that you choose")
    ] = None,
    back: Annotated[
        str | None, typer.Option(metavar="WHEN", help="for a pause: when you are back")
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="WHEN", help="when it was; now without it")
    ] = None,
    edit: Edit = False,
) -> None:
    """Write down what set something off, as it could be seen, and what it did to you.

    Example: repairlog trigger a late reply --kind reminder --intensity 6 --effect my stomach dropped --response pause --back in 20 minutes
    """  # noqa: E501  (an example is one line, as it is typed)
    with session(context) as s:
        words = texts.take(text or [], edit=edit, ask="What did you see or hear?", json=s.said.json)
        if not (text or edit):
            with texts.kept_in_sight("\n".join(filter(None, [words, effect, response]))):
                kind, effect = _asked(kind, effect)
        said = Said(kind, intensity, effect, response, back, on)
        with texts.kept_in_sight("\n".join(filter(None, [words, said.written]))):
            when = s.past(on, "--on today")
            chosen = responses.chosen(s, said.response)
            body = _trigger(s, words, said, when, chosen)
            with s.writing() as writer:
                entry = writer.append(s.draft(body, on=when))
        echo.wrote(s, [entry], _echoed(s, entry, body, when, chosen))


def _asked(kind: str | None, effect: str | None) -> tuple[str | None, str | None]:
    """What kind it is and what it did, asked of whoever was asked for its words; each may be left
    out."""
    while kind is None and (words := ask.line(ASK_KIND)):
        try:
            kind = trigger_kind(words)
        except Misread as told:
            print(f"  {visible(told.sentence)}", file=sys.stderr)
    return kind, effect or ask.text(ASK_EFFECT) or None


def _trigger(
    s: Session, words: str, said: Said, when: When | None, chosen: Chosen | None
) -> Trigger:
    return Trigger(
        text=words,
        sort=trigger_kind(said.kind),
        intensity=texts.rating(said.intensity, "--intensity"),
        effect=check(said.effect) if said.effect else None,
        response=chosen.words if chosen else None,
        back=_back(s, said, when, chosen),
    )


def trigger_kind(words: str | None) -> str | None:
    """One of the three kinds, by its name or its beginning. Raises Misread."""
    if words is None:
        return None
    plain = words.strip().casefold()
    plain = plain if len(plain) == 1 else plain.removesuffix("s")
    found = [kind for kind in TRIGGER_KINDS if plain and kind.startswith(plain)]
    if len(found) != 1:
        raise Misread(
            f"{quoted(words)} is none of the three kinds: a conflict between the two, a reminder "
            "of what happened, a stressor from outside.",
            "\n".join(f"--kind {kind}" for kind in TRIGGER_KINDS),
        )
    return found[0]


def _back(s: Session, said: Said, when: When | None, chosen: Chosen | None) -> datetime | None:
    """When its writer is back: the next such moment after it happened."""
    words = said.back
    if words is None and chosen and chosen.pause:
        words = _ask_back(s, chosen.words)
    if words is None:
        return None
    start = _looked_from(s, words, when)
    back = dates.read_when(words, start, s.calendar, Tense.AHEAD)
    if back.at is None:
        raise Misread(
            f"{quoted(words)} is a day without a time, and a pause ends at one.",
            f"--back {one_line(words)} 18:00",
        )
    if back.at < start:
        raise Refused(
            f"{back.echo(s.calendar, s.now)} is before it happened; nothing was written.",
            "--back in 20 minutes",
        )
    return back.at


def _ask_back(s: Session, response: str) -> str:
    """A pause needs a return time: ask for it, or say how it is given."""
    if s.asks and (words := ask.line("When are you back? (in 20 minutes, 21:00 …)")):
        return words
    response = one_line(response)
    raise Misread(
        "A pause has a time at which you are back, and none is given.",
        f"--response {response} --back in 20 minutes\n--response {response} --back 21:00",
    )


def _looked_from(s: Session, words: str, when: When | None) -> datetime:
    """From where --back looks ahead: the moment of the trigger; `in 20 minutes` counts from now."""
    if when is None or words.strip().casefold().startswith("in "):
        return s.now
    return when.at or s.calendar.first_minute(when.day).astimezone()


def _echoed(
    s: Session, entry: Entry, body: Trigger, when: When | None, chosen: Chosen | None
) -> list[str]:
    on = when.echo(s.calendar, s.now) if when else ""
    level = f"{body.intensity} of 10" if body.intensity is not None else ""
    response = one_line(body.response) if body.response else ""
    back = f"back {moment_text(body.back, s.now)}" if body.back else ""
    first = echo.headed(
        entry.ref, sentence(one_line(body.text)), body.sort or "", level, on, response, back
    )
    lines = [first + ".", *(echo.INDENT + line for line in responses.told(s, chosen))]
    other = s.settings.other(s.writer)
    if other and body.sort != "stressor":  # which comes from outside: nobody meant it
        lines.append(
            f"{echo.INDENT}What it meant is {other}'s to say: "
            f"repairlog trigger meant {entry.ref} TEXT…"
        )
    lines.append(f"{echo.INDENT}When it has settled: repairlog trigger settle {entry.ref}")
    return lines


def meant(
    context: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="t3, 3, or a word of it")],
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT…", help="what you meant, in your words")
    ] = None,
    edit: Edit = False,
) -> None:
    """Say what you meant by it. What was observed and its effect stay as the other wrote them.

    Example: repairlog trigger meant t3 I was in a meeting and could not look at the phone
    """
    with session(context) as s:
        with texts.kept_in_sight(texts.typed(text)):
            entry = find.one(s, [ref], find.TRIGGER.to("trigger meant").ever())
        _refuse_own(s, entry)
        _refuse_erased(entry)
        words = texts.take(text or [], edit=edit, ask="What did you mean?", json=s.said.json)
        with texts.kept_in_sight(words), s.writing() as writer:
            writer.append(s.draft(Meaning(text=words), about=entry.uid))
        line = echo.headed(entry.ref, f"what {s.writer} meant is kept beside it.")
        echo.wrote(s, writer.written, [line])


def _refuse_own(s: Session, entry: Entry) -> None:
    if entry.by != s.writer:
        return
    other = s.settings.other(s.writer)
    if other is None:
        raise Refused(
            f"{entry.ref} is what you observed; what was meant is the other person's to say, "
            "who has not joined this journal. Nothing was written.",
            f"To keep a thought about it: repairlog add note TEXT… --about {entry.ref}\n"
            "To let them join: repairlog settings partner NAME",
        )
    raise Refused(
        f"{entry.ref} is what {s.writer} observed; what was meant is {other}'s to say. "
        "Nothing was written.",
        f"If {other} is here: repairlog --as {other} trigger meant {entry.ref} TEXT…\n"
        f"To keep a thought about it: repairlog add note TEXT… --about {entry.ref}",
    )


def _refuse_erased(entry: Entry) -> None:
    if entry.fields is None:
        raise Refused(
            f"The words of {entry.ref} were erased by {entry.by}, so nothing is left of which one "
            "could say what was meant; nothing was written.",
            "To keep a thought of your own: repairlog add note TEXT…",
        )


def settle(
    context: typer.Context,
    ref: Annotated[list[str], typer.Argument(metavar="REF", help="t3, 3, or words of it")],
    intensity: Annotated[
        str | None, typer.Option(metavar="0-10", help="how strong it is now")
    ] = None,
    helped: Annotated[str | None, typer.Option(metavar="TEXT", help="what helped")] = None,
) -> None:
    """Say that it settled, how strong it is now, and what helped.

    Example: repairlog trigger settle t3 --intensity 3 --helped we talked for ten minutes
    """
    with session(context) as s:
        entry = find.one(s, ref, find.TRIGGER.to("trigger settle"))
        with texts.kept_in_sight(helped or ""):
            _refuse_others(s, entry)
            level = texts.rating(intensity, "--intensity")
            body = Settling(intensity=level, helped=check(helped) if helped else None)
            with s.writing() as writer:
                writer.append(s.draft(body, about=entry.uid))
        echo.wrote(s, writer.written, [echo.headed(entry.ref, _settled(entry, body) + ".")])


def _refuse_others(s: Session, entry: Entry) -> None:
    if entry.by != s.writer:
        raise Refused(
            f"{entry.ref} is {entry.by}'s, and only {entry.by} can say that it settled; "
            "nothing was written.",
            f"If {entry.by} is here: repairlog --as {entry.by} trigger settle {entry.ref}",
        )


def _settled(entry: Entry, body: Settling) -> str:
    before = entry.fields.get("intensity") if entry.fields else None
    levels = [str(level) for level in (before, body.intensity) if level is not None]
    if body.intensity is None:
        return "settled"
    return f"settled, from {' to '.join(levels)}" if len(levels) == 2 else f"settled, {levels[0]}"


trigger = Group(
    "trigger",
    {
        "add": Place(add, "write one down; `add` can be left out"),
        "meant": Place(meant, "what you meant, said by the other person"),
        "settle": Place(settle, "say that it settled, and what helped"),
        "list": Place(
            "repairlog.cli.commands.trigger_pages:list_all", "triggers, newest first", reads=True
        ),
    },
    help="What set something off: observed, its effect, what was meant. `trigger TEXT…` adds one.",
    otherwise="add",
)
