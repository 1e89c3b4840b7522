"""English as people type it, spelled out: "You’ve" and "youve" are "you have", "u" is "you"."""

from __future__ import annotations

import re
from functools import cache

from repairlog.tone.lexicon import IRREGULAR, TYPED_WRONGLY, classes

# A shortened form, then what it stands for.
_SHORT = """youre you are | youve you have | youll you will | youd you would | im i am | ive i have |
    id i would | hes he is | shes she is | theyre they are | thats that is | whats what is |
    wheres where is | theres there is | hows how is | whos who is | its it is | lets let us |
    cannot can not | cant can not | wont will not | shant shall not | can't can not |
    won't will not | shan't shall not | ain't is not | aint is not | dont do not |
    doesnt does not | didnt did not | isnt is not | arent are not | wasnt was not |
    werent were not | havent have not | hasnt has not | hadnt had not | wouldnt would not |
    couldnt could not | shouldnt should not | mustnt must not | shouldve should have |
    couldve could have | wouldve would have | shoulda should have | coulda could have |
    woulda would have | wanna want to | gonna going to | gotta got to | u you | ya you | ye you |
    r are | yr your | cuz because | cos because | coz because | bc because | w with |
    idc i do not care | idk i do not know | nvm never mind | nevermind never mind |
    idgaf i do not give a damn | dgaf do not give a damn | stfu shut up | gtfo get out |
    wtf what the fuck | tf the fuck | ffs for fucks sake | btw by the way | tbh honestly |
    ngl honestly | dunno do not know | pls please | plz please | sry sorry | soz sorry |
    thx thanks | luv love | rly really | everytime every time | alot a lot | gimme give me |
    lemme let me | boohoo boo hoo | boo-hoo boo hoo"""
_ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'m": "am"}
# Behind these an 's is a shortened "is"; behind a name it may be possession.
_WITH_IS = """it that this there here what who where how when why he she everything nothing everyone
    everybody nobody somebody someone one"""
_SUFFIXES = ("s", "es", "d", "ed", "ing", "in")
_LONG = 6  # letters from which on a slip of the finger is looked for


@cache
def _short() -> dict[str, list[str]]:
    rows = (row.split() for row in _SHORT.split("|"))
    return {short: spelled for short, *spelled in rows}


def spelled_out(written: str) -> list[str]:
    """The words that a word as it was typed stands for, in small letters."""
    word = re.sub("[\u2019\u02bc`\u00b4]", "'", written.lower())
    word = re.sub("[\u2010\u2011]", "-", word)
    if word in _short():
        return _short()[word]
    for ending, spelled in _ENDINGS.items():
        if word.endswith(ending):
            return [*spelled_out(word.removesuffix(ending)), spelled]
    stem = word.removesuffix("'s")
    if stem == "let" != word:
        return ["let", "us"]
    if stem != word:
        return [stem, "is"] if stem in _WITH_IS.split() else [stem]
    return [word.replace("'", "")]


def forms(word: str) -> set[str]:
    """The word, what may be its base forms, and what it was meant to be if one letter slipped."""
    found = _base_forms(word)
    if len(word) >= _LONG and found.isdisjoint(classes()):
        found |= _base_forms(_typed_right(word))
    return found


def _base_forms(word: str) -> set[str]:
    """The word and what may be its base form: "criticizing" gives "criticise" too."""
    stems = {word, IRREGULAR.get(word, word)}
    for suffix in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem == word or len(stem) < 3:
            continue
        stems |= {stem, f"{stem}e"}
        if stem[-1] == stem[-2]:
            stems.add(stem[:-1])
    if word.endswith(("ies", "ied")):
        stems.add(f"{word[:-3]}y")
    return stems | {stem.replace("iz", "is").replace("yz", "ys") for stem in stems}


def _typed_right(word: str) -> str:
    """The key word from which this one is a single slip away, or the word itself."""
    for key in TYPED_WRONGLY:
        if key[0] == word[0] and abs(len(key) - len(word)) < 2 and _one_slip(key, word):
            return key
    return word


def _one_slip(right: str, wrong: str) -> bool:
    """Is one letter too many, missing, another, or changed with its neighbour?"""
    at = 0
    while at < min(len(right), len(wrong)) and right[at] == wrong[at]:
        at += 1
    meant, typed = right[at:], wrong[at:]
    swapped = meant[1::-1] + meant[2:]
    return typed in (meant[1:], swapped) or typed[1:] in (meant, meant[1:])
