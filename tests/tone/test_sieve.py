"""The sieve before the rules loses nothing that a rule would hear."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repairlog.tone import may_be_heard
from repairlog.tone.hearing import heard
from repairlog.tone.lexicon import CLASS_NAMES, IRREGULAR, TYPED_WRONGLY, classes
from repairlog.tone.patterns import lines, mandatory
from repairlog.tone.rule import Rule
from repairlog.tone.rules import RULES
from repairlog.tone.spelling import spelled_out

BY_FORM = {"NUMBER", "ING", "PAST", "QUOTE"}  # classes that no list of words makes
SHORT = """youre youve youll youd im ive id ill dont doesnt didnt isnt arent wasnt werent havent
    hasnt hadnt wouldnt couldnt shouldnt wont cant cannot aint u ya ye r yr your cuz coz
    bc w idc idk nvm nevermind idgaf dgaf stfu gtfo wtf tf ffs btw tbh ngl dunno pls plz
    sry soz thx luv rly everytime alot gimme lemme boohoo boo-hoo thats whats wheres
    theres hows whos its lets shoulda coulda woulda wanna gonna gotta you're you've
    you'll you'd i'm i've it's that's don't can't won't let's"""
PLAIN = ("call Ben", "ten minutes of news of the day", "by phone", "a walk around the lake")


def words_of(name: str) -> set[str]:
    """The words that have this name: those of a class, or the one word itself."""
    plain = name.removeprefix("=")
    if plain in CLASS_NAMES:
        return {word for word, names in classes().items() if plain in names}
    return {plain}


def as_typed(words: Iterable[str]) -> Iterator[str]:
    """How words may stand in a draft: in their other forms, shortened, or inside a short form."""
    base = set(words)
    found = base | {form for form, stem in IRREGULAR.items() if stem in base}
    yield from found
    yield from (short for short in SHORT.split() if found & set(spelled_out(short)))
    for word in base:
        yield f"{word}s"
        yield f"{word}{'d' if word[-1] == 'e' else 'ed'}"
        yield f"{word[:-1] if word[-1] == 'e' else word}ing"
        if word[-1] not in "aeiouy-":
            yield f"{word}{word[-1]}ed"
        if word[-1] == "y":
            yield from (f"{word[:-1]}ies", f"{word[:-1]}ied")


def lets_through(item: str) -> bool:
    """Does the sieve let through whatever can stand for this item of a pattern?"""
    names = item.split("|")
    if BY_FORM & set(names):
        return False
    return all(may_be_heard(typed) for name in names for typed in as_typed(words_of(name)))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_of_every_pattern_it_knows_a_word_that_cannot_be_missing(rule: Rule) -> None:
    patterns = lines(rule.patterns)
    known: dict[str, bool] = {}

    def let(item: str) -> bool:
        if item not in known:
            known[item] = lets_through(item)
        return known[item]

    lost = [p for p in patterns if not any(let(item) for item in p.split() if mandatory(item))]
    assert lost == [], "add of each a word, or all of one class, to the sieve's keys"


def test_it_lets_through_all_that_is_heard_in_the_collections() -> None:
    here = Path(__file__).parent
    drafts = [d for file in here.glob("*.txt") for d in file.read_text("utf-8").splitlines()]
    drafts += [text for rule in RULES for text in (rule.example, rule.near_miss)]
    assert len(drafts) > 4000
    assert [draft for draft in drafts if not may_be_heard(draft) and heard(draft)] == []


@given(st.lists(st.sampled_from(sorted(classes())), max_size=8).map(" ".join))
def test_it_lets_through_all_that_is_heard_in_any_words(draft: str) -> None:
    assert may_be_heard(draft) or heard(draft) is None


@given(st.sampled_from(TYPED_WRONGLY), st.data())
def test_a_slip_of_the_finger_passes(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    slips = (
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    )
    assert all(may_be_heard(slip) for slip in slips)


@pytest.mark.parametrize("draft", PLAIN)
def test_it_holds_back_plain_promises(draft: str) -> None:
    assert not may_be_heard(draft)
