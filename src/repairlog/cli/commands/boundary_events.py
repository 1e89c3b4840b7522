"""`boundary honoured|crossed|step|repaired`: what happens to a boundary, and what mends it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from repairlog.cli import ask, boundaries, commitments, echo, proposals, texts
from repairlog.cli.boundaries import Found
from repairlog.cli.options import Edit
from repairlog.cli.session import Session, known_person, session
from repairlog.cli.terms import Said, read_terms
from repairlog.dates import When, day_text
from repairlog.entries import Entry
from repairlog.errors import Refused
from repairlog.kinds.assent import Adoption
from repairlog.kinds.boundaries import Crossing, Honoured, Repaired
from repairlog.readings.boundaries import CrossingReport, Version
from repairlog.readings.steps import Step
from repairlog.readings.wording import GONE, happened, number, other_ways, sentence, times
from repairlog.text import check, one_line

Refs = Annotated[list[str], typer.Argument(metavar="REF", help="b1, 1, or words of it")]
Ref = Annotated[str, typer.Argument(metavar="REF", help="b1, 1, or that of a crossing: e12")]
Note = Annotated[str | None, typer.Option(metavar="TEXT", help="a word about it")]

ASK_IMPACT = "What did it do to you, or to trust? No details are needed (Enter leaves it out)."


def honoured(context: typer.Context, ref: Refs, note: Note = None) -> None:
    """Say that a boundary was honoured.

    Example: repairlog boundary honoured b1 --note you knocked first
    """
    with session(context) as s:
        entry = boundaries.named(s, ref, "honoured")
        with texts.kept_in_sight(note or ""), s.writing() as writer:
            found = boundaries.standing(s, entry)
            body = Honoured(note=check(note) if note else None)
            writer.append(s.draft(body, about=entry.uid))
        words = f'"{one_line(found.report.version.text)}"' if found.report.version.text else ""
        echo.wrote(s, writer.written, [echo.headed(entry.ref, words, "honoured.")])


def crossed(
    context: typer.Context,
    ref: Refs,
    what: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="what it did to you, or to trust; no details needed"),
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="WHEN", help="when it was; now without it")
    ] = None,
) -> None:
    """Say that a boundary was crossed, without drama: its own words are said again.

    Example: repairlog boundary crossed b1 --what I could not sleep and felt watched
    """
    with session(context) as s:
        entry = boundaries.named(s, ref, "crossed")
        _refuse_draft(boundaries.standing(s, entry))
        words = _impact(s, what)
        with texts.kept_in_sight(words or ""):
            when = s.past(on, "--on today")
            with s.writing() as writer:
                found = boundaries.standing(s, entry)
                version = found.in_force(_day(s, found, when))
                body = Crossing(what=words, version_of=version.uid)
                crossing = writer.append(s.draft(body, about=entry.uid, on=when))
        echo.wrote(s, writer.written, _restating(s, found, crossing, version))


def _impact(s: Session, given: str | None) -> str | None:
    """What it did to them, if they say so; a crossing is written down without a word, too."""
    if given is None:
        return ask.text(ASK_IMPACT) or None if s.asks else None
    return texts.take([given], edit=False, ask=ASK_IMPACT, json=s.said.json, option="--what")


def _refuse_draft(found: Found) -> None:
    if found.report.draft:
        raise Refused(
            f"{found.ref} is a draft: it names no behaviour yet, so nothing could cross it; "
            "nothing was written.",
            f"To say what it means: repairlog boundary revise {found.ref} --means TEXT\n"
            "To write down what happened: repairlog trigger TEXT… --effect TEXT",
        )


def _day(s: Session, found: Found, when: When | None) -> date:
    """The day of the crossing. Raises Refused where the boundary did not stand yet."""
    day = when.day if when else s.today
    if day < found.report.day:
        raise Refused(
            f"{found.ref} was named on {day_text(found.report.day, s.now)}, and "
            f"{day_text(day, s.now)} is before that; nothing was written.",
            f"To write down what happened: repairlog trigger TEXT… --effect TEXT --on {day}",
        )
    return day


def _restating(s: Session, found: Found, crossing: Entry, version: Version) -> list[str]:
    """The boundary's exact words, whose they are, and what comes next."""
    when = happened(crossing.day, crossing.at, s.now)
    lines = [*boundaries.restated(version), boundaries.whose(s, found)]
    lines.append(f"A step to put it right: repairlog boundary step {found.ref} TEXT… --by sunday")
    lines += _again(boundaries.look(s, found.item.entry))
    first = echo.headed(crossing.ref, f"{found.ref} was crossed, {when}.")
    return [first, *(echo.INDENT + line for line in lines if line)]


def _again(found: Found) -> list[str]:
    """What may help where one boundary is crossed again within some weeks."""
    if not found.report.repeats:
        return []
    return [
        f"{sentence(times(found.report.repeats))} in twelve weeks: other words may hold better, "
        "a name may help to see it come, or someone from outside may help:",
        *(f"  {line}" for line in other_ways(found.ref)),
    ]


def step(
    context: typer.Context,
    ref: Ref,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT…", help="what will be done")
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="WHEN", help="by when")] = None,
    who: Annotated[
        str | None, typer.Option(metavar="NAME", help="whose step; for the other it is a proposal")
    ] = None,
    edit: Edit = False,
) -> None:
    """Add a step that puts a crossing right: a promise of yours, or one proposed to the other.

    Example: repairlog boundary step b1 talk it through over breakfast --by sunday
    """
    with session(context) as s:
        entry, named = boundaries.with_crossing(s, ref, "step")
        person = known_person(s.settings, who, "--who") if who else s.writer
        words = texts.take(text or [], edit=edit, ask="What is the step?", json=s.said.json)
        with texts.kept_in_sight(words):
            terms = read_terms(s, Said(by=by))
            with s.writing() as writer:
                crossing = _mendable(s, boundaries.look(s, entry), named)
                about = crossing.uid if crossing else entry.uid
                body = commitments.promise(terms, words, who=None if person == s.writer else person)
                promised = writer.append(s.draft(body, about=about))
                if body.who:
                    proposals.propose(s, writer, Adoption(), promised.uid, None)
        repairs = f"{entry.ref} of {day_text(crossing.day, s.now)}" if crossing else entry.ref
        echo.wrote(s, writer.written, _step_lines(s, writer.written, repairs))


def _mendable(s: Session, found: Found, named: str | None) -> CrossingReport | None:
    """The crossing that a step is for: the one named, else the latest that is open, else none.

    Raises Refused where there is nothing left to put right.
    """
    open_ones = boundaries.unrepaired(found, named)
    if open_ones:
        return open_ones[-1]
    if named is not None:
        raise boundaries.repaired_already(s, found, named)
    boundaries.standing(s, found.item.entry)
    return None


def _step_lines(s: Session, written: list[Entry], repairs: str) -> list[str]:
    promised, *asked = written
    path, _ = commitments.course_of(s, promised)
    words = sentence(commitments.shown(path))
    whose = f"{path.who}'s step" if asked else ""
    due = commitments.due(s, path)
    lines = [echo.headed(promised.ref, words, due, whose, f"repairs {repairs}") + "."]
    return lines + [echo.INDENT + proposals.outcome(s, proposal, None) for proposal in asked]


def repaired(context: typer.Context, ref: Ref, note: Note = None) -> None:
    """Call a crossing repaired, once no step of it is open.

    Example: repairlog boundary repaired b1 --note we talked, and I sleep again
    """
    with session(context) as s:
        entry, named = boundaries.with_crossing(s, ref, "repaired")
        with texts.kept_in_sight(note or ""), s.writing() as writer:
            found = boundaries.look(s, entry)
            crossing = _the_open_one(s, found, named)
            _refuse_for_the_other(s, crossing)
            _refuse_open_steps(s, crossing)
            body = Repaired(note=check(note) if note else None)
            writer.append(s.draft(body, about=crossing.uid))
        day = day_text(crossing.day, s.now)
        line = f"the crossing of {day} is repaired, says {s.writer}."
        echo.wrote(s, writer.written, [echo.headed(entry.ref, line)])


def _the_open_one(s: Session, found: Found, named: str | None) -> CrossingReport:
    open_ones = boundaries.unrepaired(found, named)
    if len(open_ones) == 1:
        return open_ones[0]
    if named is not None:
        raise boundaries.repaired_already(s, found, named)
    if not open_ones:
        raise Refused(
            f"No crossing of {found.ref} is open; nothing was written.",
            f"To see it: repairlog boundary show {found.ref}",
        )
    listed = [f"{c.ref:<4} {day_text(c.day, s.now)}{_seen(c)}" for c in open_ones]
    again = f"Say which: repairlog boundary repaired {open_ones[-1].ref}"
    raise Refused(
        f"{sentence(number(len(open_ones)))} crossings of {found.ref} are open; "
        "nothing was written:",
        "\n".join([*listed, again]),
    )


def _seen(one: CrossingReport) -> str:
    if one.erased:
        return f": {GONE}"
    return f": {one_line(one.what)}" if one.what else ""


def _refuse_for_the_other(s: Session, crossing: CrossingReport) -> None:
    """Who saw the crossing says when it is behind them; nobody can close it over their head."""
    if crossing.by != s.writer and crossing.by in s.settings.people:
        raise Refused(
            f"{crossing.by} saw this crossing, so it is {crossing.by}'s to call repaired; "
            "nothing was written.",
            f"If {crossing.by} is here: "
            f"repairlog --as {crossing.by} boundary repaired {crossing.ref}",
        )


def _refuse_open_steps(s: Session, crossing: CrossingReport) -> None:
    if not crossing.open_steps:
        return
    listed = [_open_step(s, one) for one in crossing.open_steps]
    are = "a step is" if len(listed) == 1 else f"{number(len(listed))} steps are"
    raise Refused(
        f"{sentence(are)} still open, so it is not repaired yet; nothing was written:",
        "\n".join(listed),
    )


def _open_step(s: Session, one: Step) -> str:
    by = f" · by {day_text(one.by, s.now)}" if one.by else ""
    words = GONE if one.erased else sentence(one_line(one.text))
    as_who = "" if one.who == s.writer else f"--as {one.who} "
    verb = "agree" if one.standing == "proposed" else "deliver"
    mend = f"repairlog {as_who}{verb} {one.ref}"
    return f"{one.ref:<4} {one.who}: {words}{by}\n     {mend}"
