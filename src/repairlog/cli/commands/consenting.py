"""`consent`: each person's own word on going on together, and on the other's exports."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from repairlog.cli import echo, load, texts
from repairlog.cli import show as pages
from repairlog.cli.lines import Group, Place
from repairlog.cli.session import Session, session
from repairlog.dates import day_text
from repairlog.entries import Entry
from repairlog.errors import Refused
from repairlog.journal import Draft, Query, Writer
from repairlog.kinds.agreement import Consent
from repairlog.readings.consent import ConsentReport, as_json, consents
from repairlog.text import check

Withdraw = Annotated[bool, typer.Option("--withdraw", help="take it back; nothing is asked")]
Why = Annotated[str | None, typer.Option(metavar="TEXT", help="why, in your words; not needed")]


def growth(context: typer.Context, withdraw: Withdraw = False, why: Why = None) -> None:
    """Say yes to going on together, or say it again. It holds while both have said so.

    Example: repairlog consent growth --why I see how much you carry of this
    """
    _say(context, "growth", not withdraw, why)


def export(context: typer.Context, withdraw: Withdraw = False, why: Why = None) -> None:
    """Let your own words stand in what the other exports for you both or for a therapist.

    All that you wrote so far as well as what you are yet to write; --withdraw takes both back.

    Example: repairlog consent export
    """
    _say(context, "export", not withdraw, why)


def show(context: typer.Context) -> None:
    """Show who consents to what, and since when.

    Example: repairlog consent
    """
    with session(context) as s:
        report = standing(s)
        if s.said.json:
            pages.as_json(as_json(report))
            return
        from repairlog.render.consent import consent_page

        pages.page(consent_page(report))


def standing(s: Session, as_of: datetime | None = None) -> ConsentReport:
    """Who consents to what now, or as of an earlier moment."""
    return consents(load.consents(s.journal, as_of), s.settings, as_of or s.now)


def renew(s: Session, writer: Writer, person: str, *, given: bool = True) -> Entry:
    """Write one person's word on going on, said by them at a revisit of the agreement."""
    return writer.append(Draft(Consent(to="growth", given=given), person, s.today, s.now))


# -- saying it -----------------------------------------------------------------------------------


def _say(context: typer.Context, to: str, given: bool, why: str | None) -> None:
    with session(context) as s, texts.kept_in_sight(why or ""):
        _refuse_private(s, to)
        body = Consent(to=to, given=given, why=check(why) if why else None)
        with s.writing() as writer:
            before = standing(s)
            _refuse_again(s, before, body)
            entry = writer.append(s.draft(body))
        echo.wrote(s, [entry], _said(s, entry, body, standing(s)))


def _refuse_private(s: Session, to: str) -> None:
    if s.private:
        raise Refused(
            "Consent is a word to the other, so it stands in the journal of both; "
            "nothing was written.",
            f"Without --private: repairlog consent {to}",
        )


def _refuse_again(s: Session, before: ConsentReport, body: Consent) -> None:
    """What was said already is not said twice; going on can be said again on another day."""
    word = before.word(body.to, s.writer)
    see = "To see it: repairlog consent"
    if not body.given and not word.given:
        said = (
            f"took it back on {day_text(word.since, s.now)}" if word.since else "has not given it"
        )
        raise Refused(f"{s.writer} {said}, so there is nothing to withdraw.", see)
    if body.given and word.given and (body.to == "export" or word.said == s.today):
        assert word.said is not None
        raise Refused(
            f"{s.writer} has said so since {day_text(word.since or word.said, s.now)}"
            f"{', today once more' if word.renewed == s.today else ''}; nothing was written.",
            f"{see}\nTo take it back: repairlog consent {body.to} --withdraw",
        )


def _said(s: Session, entry: Entry, body: Consent, now: ConsentReport) -> list[str]:
    told = {
        ("export", True): _export_given,
        ("export", False): _export_withdrawn,
        ("growth", True): _growth_given,
        ("growth", False): _growth_withdrawn,
    }[body.to, body.given]
    first, *rest = told(s, now)
    return [echo.headed(entry.ref, first), *(echo.INDENT + line for line in rest)]


def _export_given(s: Session, now: ConsentReport) -> list[str]:
    other = s.settings.other(s.writer)
    if other is None:
        return [
            f"{s.writer}'s own words, those so far and those to come, may stand in the other's "
            "exports, once somebody joins.",
            "To take it back: repairlog consent export --withdraw",
        ]
    return [
        f"{s.writer}'s own words may stand in what {other} exports from now on:",
        "all that were written so far, as well as those to come.",
        "To take it back, for those and for these: repairlog consent export --withdraw",
    ]


def _export_withdrawn(s: Session, now: ConsentReport) -> list[str]:
    other = s.settings.other(s.writer) or "the other"
    return [
        f"{s.writer}'s own words, those so far and those to come, are left out of what {other} "
        "exports from now on.",
        "What both agreed to is in it still. What was exported before is out of this journal's "
        "hands.",
    ]


def _growth_given(s: Session, now: ConsentReport) -> list[str]:
    other = s.settings.other(s.writer)
    word = now.word("growth", s.writer)
    first = f"{s.writer} says yes to going on together{', once more' if word.renewed else ''}."
    if other is None:
        return [first, "There is one person here, so it stands as your own."]
    if now.together:
        return [first, f"Both have said so: it holds since {day_text(now.together, s.now)}."]
    return [first, f"It holds once {other} says so too: repairlog consent growth"]


def _growth_withdrawn(s: Session, now: ConsentReport) -> list[str]:
    began = s.journal.read(Query(kinds=("init",)))[0].day
    return [
        f"{s.writer} takes back the yes to going on together. That is all right.",
        "Nothing that was written changes, and nothing is asked of you.",
        f"Your own copy to keep: repairlog export --for me --since {began} -o FILE",
        "or all of it: repairlog export --format json -o FILE",
    ]


consent = Group(
    "consent",
    {
        "export": Place(export, "your own words in what the other exports"),
        "growth": Place(growth, "going on together, said by each"),
        "show": Place(show, "who consents to what, since when", reads=True),
    },
    help="What each of you says yes to, for yourself alone. Alone it shows who said what.",
    alone="show",
)
