"""Patterns over words, written so that a rule reads like the sentence that it looks for.

A pattern is items between blanks, as in `YOU AUX* ALWAYS ~- HARD`, one pattern a line; a list of
alternatives may go on in the next line. An item is

    word, a|b|CLASS     one of these words, in any of their forms, or one of a lexicon's class
    =word               this word in this form only
    item?  item*        once or not at all; up to four times
    a|b|$               a or b, or here a clause ends
    ~  ~~  ~~~          up to three words of this clause; up to seven; up to fourteen of the sentence
    ~-  ~+              up to five words of this clause, none of them kind; none of them hard
    !item  !!item       not the next word; none of the next six of this clause
    ^  $  ^^  $$        here a clause begins, or ends; the sentence

It is tried on words rather than on characters, so that nothing is compiled that a draft does not
call for: a quick entry waits for this (DESIGN 1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from repairlog.tone.words import Sentence

_AHEAD = 6  # words that !! looks at
_MANY = 4  # words that * takes at most


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence, with all the names that occur in it."""

    words: Sentence
    present: frozenset[str]

    @classmethod
    def of(cls, words: Sentence) -> Read:
        return cls(words, frozenset().union(*(word.names for word in words)))


@dataclass(frozen=True, slots=True)
class _Item:
    sign: str = ""  # "~" is a gap; "!", "!!", "^", "$", "^^" and "$$" take no word
    names: frozenset[str] = frozenset()  # what a word has one of; of a gap, none of
    least: int = 1
    most: int = 1
    inside: bool = True  # a gap stays in its clause


GAPS = {
    "~": _Item("~", least=0, most=3),
    "~~": _Item("~", least=0, most=7),
    "~~~": _Item("~", least=0, most=14, inside=False),
    "~-": _Item("~", frozenset({"KIND", "TURN"}), 0, 5),
    "~+": _Item("~", frozenset({"HARD"}), 0, 5),
}
BOUNDS = ("^", "$", "^^", "$$")


@cache
def lines(patterns: str) -> tuple[str, ...]:
    """The patterns, each on its own."""
    joined = re.sub(r"\|\s*\n\s*", "|", patterns)
    return tuple(line.strip() for line in joined.splitlines() if line.strip())


def matches(patterns: str, read: Read) -> Iterator[tuple[int, int]]:
    """Where one of the patterns matches: the first word, and the one behind the last."""
    for pattern in lines(patterns):
        if not _may_match(pattern, read.present):
            continue
        items = _items(pattern)
        for start in range(len(read.words)):
            end = _end(items, 0, read.words, start, start)
            if end is not None and end > start:
                yield start, end


def mandatory(item: str) -> bool:
    """Does this item of a pattern always take a word?"""
    return item[0] not in "~!^$" and item[-1] not in "?*$"


def _may_match(pattern: str, present: frozenset[str]) -> bool:
    """Cheaply: does the sentence hold all that the pattern cannot do without?"""
    for item in pattern.split():
        if mandatory(item) and item not in present and present.isdisjoint(item.split("|")):
            return False
    return True


@cache
def _items(pattern: str) -> tuple[_Item, ...]:
    return tuple(_item(written) for written in pattern.split())


def _item(written: str) -> _Item:
    if written in GAPS:
        return GAPS[written]
    if written in BOUNDS:
        return _Item(written)
    bare = written.strip("!?*")
    names = frozenset(bare.split("|"))
    if written[0] == "!":
        return _Item(written[: len(written) - len(bare)], names)
    if written[-1] in "?*":
        return _Item("", names, 0, _MANY if written[-1] == "*" else 1)
    return _Item("", names)


def _end(items: tuple[_Item, ...], step: int, words: Sentence, at: int, start: int) -> int | None:
    """Where a match ends that goes on with items[step] at this word, or None."""
    if step == len(items):
        return at
    for end in _taken(items[step], words, at, start):
        found = _end(items, step + 1, words, end, start)
        if found is not None:
            return found
    return None


def _taken(item: _Item, words: Sentence, at: int, start: int) -> Iterator[int]:
    """Where the item may end that begins at this word, the likeliest end first."""
    if item.sign not in ("", "~"):
        if _stands(item.sign, item.names, words, at):
            yield at
        return
    last = at
    while last - at < item.most and last < len(words) and _takes(item, words, last, start):
        last += 1
    ends = range(at + item.least, last + 1)
    # A gap takes no more than it needs; a repeated word all that it can.
    yield from ends if item.sign else reversed(ends)
    if "$" in item.names and _stands("$", item.names, words, at):
        yield at


def _takes(item: _Item, words: Sentence, at: int, start: int) -> bool:
    if not item.sign:
        return not item.names.isdisjoint(words[at].names)
    into_next = at > start and words[at - 1].closes and words[at].opens
    return not (into_next and item.inside) and item.names.isdisjoint(words[at].names)


def _stands(sign: str, names: frozenset[str], words: Sentence, at: int) -> bool:
    match sign:
        case "^":
            return at < len(words) and words[at].opens
        case "^^":
            return at < len(words) and all(word.opens for word in words[: at + 1])
        case "$":
            return at > 0 and words[at - 1].closes
        case "$$":
            return at > 0 and all(word.closes for word in words[at - 1 :])
        case "!":
            ahead = words[at : at + 1]
        case _:
            ahead = _rest(words, at)
    return all(names.isdisjoint(word.names) for word in ahead)


def _rest(words: Sentence, at: int) -> Sentence:
    """The next few words of the clause that the word before this one stands in."""
    end = at
    while end < min(len(words), at + _AHEAD) and not (end and words[end - 1].closes):
        end += 1
    return words[at:end]
