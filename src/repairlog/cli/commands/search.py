"""`search`: what was written, by its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Annotated

import typer

from repairlog.cli import show, texts
from repairlog.cli.grammar import spelled
from repairlog.cli.kinds_said import kinds_named
from repairlog.cli.looking import look
from repairlog.cli.session import Session, known_person, refuse_backwards, session
from repairlog.dates import Tense
from repairlog.readings.search import SHOWN, SearchReport, Wanted, as_json, read_terms, typed, wider
from repairlog.readings.search import search as report_of


def search(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS…", help="all of them; 'two words' together; 'trust*'"),
    ] = None,
    phrase: Annotated[
        bool, typer.Option("--phrase", help="the words next to each other, in this order")
    ] = False,
    kind: Annotated[
        list[str] | None, typer.Option(metavar="KIND…", help="only these: trigger, doubt …")
    ] = None,
    who: Annotated[
        str | None, typer.Option(metavar="NAME", help="only what this person wrote")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="WHEN", help="from this day on")] = None,
    until: Annotated[str | None, typer.Option(metavar="WHEN", help="up to this day")] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="at most so many")] = SHOWN,
) -> None:
    """Find what was written by its words, the newest first.

    Every word has to be in one entry, as it reads now; capitals and accents do not matter, and
    all signs are text. A star at the end stands for any ending.

    Example: repairlog search 'trust*' --kind doubt
    """
    with session(context) as s:
        wanted = Wanted(
            terms=read_terms(_given(s, words), phrase=phrase),
            kinds=kinds_named((one for said in kind or () for one in said.split()), "--kind"),
            who=known_person(s.settings, who, "--who") if who else None,
            since=s.when(since, Tense.BACK).begins if since else None,
            until=s.back(until),
        )
        refuse_backwards(wanted.since, wanted.until, "search")
        report = gather(s, wanted, limit)
        if s.said.json:
            show.as_json(as_json(report))
            return
        from repairlog.render.search import search_page

        show.page(search_page(report, f"{s.writer}'s private search" if s.private else "Search"))


def _given(s: Session, words: Sequence[str] | None) -> Sequence[str]:
    """The words of the line, each as it stands there; else what a person answers."""
    if words and list(words) != [texts.PIPED]:
        return words
    return texts.take(words or [], edit=False, ask="Which words?", json=s.said.json).split()


def gather(s: Session, wanted: Wanted, limit: int) -> SearchReport:
    """The report of what was asked for; where that is nothing, with what would find something."""
    looked = look(s, wanted, limit)
    others = [] if looked.found else list(islice(_others(s, wanted), 2))
    return report_of(
        looked.record,
        looked.found[:limit],
        wanted,
        s.settings,
        s.now,
        more=len(looked.found) > limit,
        wider=tuple((why, spelled("repairlog search", *_line(s, other))) for why, other in others),
    )


def _others(s: Session, wanted: Wanted) -> Iterator[tuple[str, Wanted]]:
    return ((why, other) for why, other in wider(wanted) if look(s, other, 1).found)


def _line(s: Session, wanted: Wanted) -> list[str]:
    return [*map(typed, wanted.terms), *(["--private"] if s.private else [])]
