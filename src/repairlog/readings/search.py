"""Search: the entries that hold what is looked for, as they read now, the newest first.

What counts as a match is decided here, on the words that stand there now. An index may say where
to look; it never has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from repairlog.entries import Entry
from repairlog.errors import Misread
from repairlog.kinds.body import words_of
from repairlog.kinds.mending import Amend
from repairlog.readings.moments import in_order
from repairlog.readings.people import Settings
from repairlog.readings.record import Item, Record
from repairlog.readings.told import Told, told
from repairlog.readings.told import as_json as told_json
from repairlog.words import spans

SHOWN = 20
"""How many entries are shown where nothing else is asked for."""

QUOTES = '"“”„«»'


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words that stand next to each other; ``begins``: the last is only a beginning.

    ``said`` is what was typed, without the signs around it.
    """

    words: tuple[str, ...]
    begins: bool
    said: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: entries that hold every term; and of these, which.

    ``since`` and ``until`` are days, both included.
    """

    terms: tuple[Term, ...]
    kinds: tuple[str, ...] = ()
    who: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def narrowed(self) -> bool:
        """Whether anything but words narrows it."""
        return bool(self.kinds or self.who or self.since or self.until)


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that was found, what it is about, and the words of its own that hold a match: the
    name of their field, and the text."""

    told: Told
    above: Told | None
    voices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SearchReport:
    """What was found as of a moment, the newest first; ``more``: there is more than that.

    ``wider``: where nothing was found, what else to look for that there is: a reason, and the
    command line.
    """

    as_of: datetime
    people: tuple[str, ...]
    wanted: Wanted
    found: tuple[Found, ...]
    more: bool = False
    wider: tuple[tuple[str, str], ...] = ()


# -- what was typed ------------------------------------------------------------------------------


def read_terms(said: Sequence[str], *, phrase: bool = False) -> tuple[Term, ...]:
    """What the words of a line ask for: every one of them; those within quotes, or typed as one
    word of the line, next to each other; with a star at the end, all that begins so.

    Everything else in them is text. Raises Misread where there is no word at all.
    """
    pieces = [" ".join(said).strip(QUOTES)] if phrase else _pieces(said)
    terms = tuple(term for piece in pieces if (term := _term(piece)))
    if not terms:
        raise Misread(
            "There is no word to look for: search finds letters, digits and emoji.",
            "repairlog search 'trust*'",
        )
    return _each_once(terms)


def _each_once(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple({(term.words, term.begins): term for term in terms}.values())


def _pieces(said: Sequence[str]) -> Iterator[str]:
    """The words and phrases; one word of the line that holds blanks is a phrase."""
    line = " ".join(f'"{one}"' if " " in one and not _quotes(one) else one for one in said)
    for quoted, bare in re.findall(f"[{QUOTES}]([^{QUOTES}]*)[{QUOTES}](?=\\s|$)|(\\S+)", line):
        yield quoted or bare


def _quotes(text: str) -> bool:
    return any(quote in text for quote in QUOTES)


def _term(piece: str) -> Term | None:
    plain = piece.strip(QUOTES).strip()
    found = spans(plain)
    if not found:
        return None
    said = plain[found[0][0] : found[-1][1]]
    return Term(tuple(word for _, _, word in found), plain.endswith("*"), said)


# -- what else may be meant ----------------------------------------------------------------------


def wider(wanted: Wanted) -> Iterator[tuple[str, Wanted]]:
    """What would find more, each with a reason: first what comes nearest to what was asked."""
    everywhere = Wanted(wanted.terms)
    if wanted.narrowed:
        yield "Without the other conditions", everywhere
    if any(len(term.words) > 1 for term in wanted.terms):
        apart = _each_once(word for term in wanted.terms for word in _apart(term))
        yield "With the words anywhere in it", replace(everywhere, terms=apart)
    if not all(term.begins for term in wanted.terms):
        begun = tuple(replace(term, begins=True) for term in wanted.terms)
        yield "With words that begin so", replace(everywhere, terms=begun)
    if len(wanted.terms) > 1:
        for term in wanted.terms:
            yield "With one of the words", replace(everywhere, terms=(term,))


def _apart(term: Term) -> Iterator[Term]:
    for place, word in enumerate(term.words, 1):
        yield Term((word,), term.begins and place == len(term.words), word)


def typed(term: Term) -> str:
    """A term as one would type it again."""
    return term.said + ("*" if term.begins else "")


# -- what matches --------------------------------------------------------------------------------


def matches(text: str, terms: Iterable[Term]) -> list[tuple[int, int]]:
    """Where any of the terms stands in a text: beginnings and ends, in order, none overlapping."""
    inside = spans(text)
    joined: list[tuple[int, int]] = []
    for start, end in sorted(place for term in terms for place in _places(inside, term)):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _places(inside: Sequence[tuple[int, int, str]], term: Term) -> Iterator[tuple[int, int]]:
    folded = [word for _, _, word in inside]
    for at in range(len(folded) - len(term.words) + 1):
        if _stands(folded, at, term):
            yield inside[at][0], inside[at + len(term.words) - 1][1]


def _stands(folded: Sequence[str], at: int, term: Term) -> bool:
    *whole, last = term.words
    if folded[at : at + len(whole)] != whole:
        return False
    there = folded[at + len(whole)]
    return there.startswith(last) if term.begins else there == last


def holds(item: Item, wanted: Wanted) -> bool:
    """Whether an entry, as it reads now, is one of those wanted."""
    if wanted.kinds and item.entry.kind not in wanted.kinds:
        return False
    if wanted.who is not None and item.by != wanted.who:
        return False
    if (wanted.since and item.day < wanted.since) or (wanted.until and item.day > wanted.until):
        return False
    texts = [text for _, text in own_words(item)]
    return bool(texts) and all(
        any(matches(text, [term]) for text in texts) for term in wanted.terms
    )


def own_words(item: Item) -> Iterator[tuple[str, str]]:
    """The words of its author's own in an entry: the name of each field, and its text."""
    if item.erased or isinstance(item.body, Amend):
        return
    for name in words_of(type(item.body)):
        value = getattr(item.body, name) or ()
        for text in [value] if isinstance(value, str) else value:
            yield name, text


def newest_first(items: Iterable[Item]) -> list[Item]:
    """Items by day, then time, then writing: the last one first."""
    return in_order(list(items))[::-1]


# -- the report ----------------------------------------------------------------------------------


def search(
    record: Record,
    found: Sequence[Item],
    wanted: Wanted,
    settings: Settings,
    now: datetime,
    *,
    more: bool = False,
    wider: tuple[tuple[str, str], ...] = (),
) -> SearchReport:
    """The items ``found``, told; the record holds them, and what they are about."""
    return SearchReport(
        as_of=now,
        people=settings.people,
        wanted=wanted,
        found=tuple(_found(record, item, wanted, settings, now) for item in found),
        more=more,
        wider=wider,
    )


def _found(record: Record, item: Item, wanted: Wanted, settings: Settings, now: datetime) -> Found:
    above = record.get(item.about)
    return Found(
        told=told(record, item, settings, now),
        above=told(record, above, settings, now) if above else None,
        voices=tuple((name, text) for name, text in own_words(item) if matches(text, wanted.terms)),
    )


def scan(entries: Iterable[Entry], wanted: Wanted) -> list[Item]:
    """All that is wanted among all entries, the newest first: what search comes to without an
    index, which can only be quicker."""
    return newest_first(item for item in Record(entries) if holds(item, wanted))


def as_json(report: SearchReport) -> dict[str, Any]:
    """What `search --json` prints."""
    wanted = report.wanted
    return {
        "as_of": report.as_of.isoformat(timespec="seconds"),
        "words": [term.said for term in wanted.terms],
        "kinds": list(wanted.kinds),
        "who": wanted.who,
        "since": wanted.since.isoformat() if wanted.since else None,
        "until": wanted.until.isoformat() if wanted.until else None,
        "found": [_found_json(found, wanted) for found in report.found],
        "more": report.more,
    }


def _found_json(found: Found, wanted: Wanted) -> dict[str, Any]:
    matched = [
        {"field": name, "text": text[start:end]}
        for name, text in found.voices
        for start, end in matches(text, wanted.terms)
    ]
    return {**told_json(found.told), "matched": matched}
