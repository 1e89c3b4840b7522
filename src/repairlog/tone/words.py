"""A draft as sentences of spelled-out words, each of which knows its place and its classes.

What stands in quotation marks is one word, QUOTE: words that were said to a person, or that they
take back, are not their own voice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from repairlog.tone.lexicon import AFTER_UR, FILLERS, INTERJECTIONS, NUMBERS, PAST, classes
from repairlog.tone.spelling import forms, spelled_out

# Curly quotation marks and apostrophes, and the hyphens and dashes that look like others.
_TOKEN = """
    (?P<quote> "[^"\n]{1,400}" | \u201c[^\u201d\n]{1,400}\u201d
        | (?<!\\w)['\u2018](?=\\w)[^\n]{0,400}?[\\w.,!?\u2026]['\u2019](?!\\w) )
    | (?P<word> [^\\W_]+ (?: ['\u2019\u02bc`\u00b4\\-\u2010\u2011] [^\\W_]+ )* )
    | (?P<stop> [.!?\u2026;\n]+ )
    | (?P<break> [,:()/\u2013\u2014] | \\s-+\\s )
"""


@dataclass(frozen=True, slots=True)
class Word:
    """One spelled-out word; `names` are itself, its base forms and the classes of those."""

    names: frozenset[str]
    start: int  # the characters of the draft that it was written as
    end: int
    opens: bool  # a clause begins here, or before words that only lead in ("oh", "well")
    closes: bool  # a clause ends here, or behind words that only lead out ("ok", "please")


Sentence = tuple[Word, ...]
Spelled = tuple[str, int, int]  # a word and where it was written


def sentences(draft: str) -> list[Sentence]:
    """The draft's sentences; empty ones are left out."""
    found: list[list[list[Spelled]]] = [[[]]]
    for match in _token().finditer(draft):
        if match["stop"]:
            found.append([[]])
        elif match["break"]:
            found[-1].append([])
        else:
            words = ["QUOTE"] if match["quote"] else spelled_out(match[0])
            found[-1][-1] += [(word, match.start(), match.end()) for word in words]
    read = (tuple(word for clause in clauses for word in _clause(clause)) for clauses in found)
    return [sentence for sentence in read if sentence]


@cache
def _token() -> re.Pattern[str]:
    return re.compile(_TOKEN, re.VERBOSE)


def _clause(written: list[Spelled]) -> list[Word]:
    clause = _with_you_are(written)
    opens = [True] * len(clause)
    closes = [True] * len(clause)
    for at in range(1, len(clause)):
        opens[at] = opens[at - 1] and clause[at - 1][0] in INTERJECTIONS
    for at in reversed(range(len(clause) - 1)):
        closes[at] = closes[at + 1] and clause[at + 1][0] in FILLERS
    return [
        Word(names(word), start, end, opens[at], closes[at])
        for at, (word, start, end) in enumerate(clause)
    ]


def _with_you_are(clause: list[Spelled]) -> list[Spelled]:
    """The clause with "ur" spelled out as "your" or "you are", by what follows it."""
    spelled: list[Spelled] = []
    for at, (word, start, end) in enumerate(clause):
        following = clause[at + 1][0] if at + 1 < len(clause) else ""
        meant = _ur(following) if word == "ur" else [word]
        spelled += [(one, start, end) for one in meant]
    return spelled


def _ur(following: str) -> list[str]:
    said_of_you = {"SLUR", "MILD", "GOOD", "FEELING", "ING"} & names(following)
    return ["you", "are"] if said_of_you or following in AFTER_UR else ["your"]


@cache
def names(word: str) -> frozenset[str]:
    """The word, its base forms, and the classes of the lexicon that these are in.

    The form that was written is there a second time, behind an equals sign. NUMBER, ING
    and PAST are classes by form.
    """
    found = forms(word)
    known = classes()
    by_form = {
        "NUMBER": word.isdigit() or word in NUMBERS,
        "ING": word.endswith("ing") and len(word) > len("thing"),
        "PAST": word.endswith("ed") or word in PAST,
    }
    return frozenset({*found, f"={word}", *(name for name, fits in by_form.items() if fits)}).union(
        *(known.get(form, ()) for form in found)
    )
