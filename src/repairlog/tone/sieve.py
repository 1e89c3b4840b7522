"""A coarse sieve before the rules: a draft that it holds back is one that no rule would hear.

It lets through far more than is heard. It is there so that `call my mother` need not wait until
the rules are loaded; a test goes through every pattern of them and proves that nothing is lost.
"""

from __future__ import annotations

import re

_FIRST = 4  # letters by which a longer word is known in all its forms

# Of each pattern, one word or class without which it matches nothing (tests/tone/test_sieve.py).
_KEYS = """
    adult again agreed ah ain aint airhead already always am annoy another any anybody anyone
    anything apologising are arent arguing arsed as asked asshole attitude away baby back bad
    bastard bc because believe bellend better big biggie bimbo bitch bite blah blame bloke boo
    boohoo bother boyfriend boys brain brat bravo break broke btw buffoon bugger but bye calm
    came can cannot cant captain care case cheat checked child choose chose classy clown come
    comment complained concern congrats control conversation cool cope cos could count couple
    coward coz crawl credit creep cretin crime crocodile cry crybaby cuz dad deadbeat deal
    debate decent deserve desire dgaf dick did didnt died difficult dimwit dipshit discuss
    disgraceful do does doing dolt done dont dope douche drama dream drop drunk dumbass dunce
    dunno effort einstein else end enough even everytime excuse expect explaining face fake
    father fault favor feel fella felt final fine flirt fool forbid forget freak freeloader
    friend from fuck garbage gave genius get gift gimme girlfriend git give go goes going gold
    gone gonna goodbye goon got gotta grew grow gtfo guilty guy had hadnt hag hair half hammered
    hands hanging hard harm has hasnt have having head hear held hell help here hes how hows
    human hurt husband hypocrite id idc idea idgaf idiot idk ignoramus im imagine imbecile
    immature ingrate innocent intention into is isnt its ive jerk job joke just k keep kept
    kettle kiss knew knob knock know lad laugh layabout least leave leech left lemme let lets
    letting liar lie lies life lift lighten like lips listen little look lord loser lost love
    lowlife lump lunatic luv lying man managed manchild maniac many mark married matter mature
    me mean media men met mind miss mistakes mom mood more moron mother mountain move mr mrs ms
    much mum muppet must narcissist near neva never nevr next nice nitwit nobody none normal not
    nothing numpty nutcase nutjob nutter nver nvm nvr oaf often oh once one only ooh over papers
    parasite parent partner past pathetic pearls people perfect person pig pillock piss pity
    play plonker point poor prat press pretend prick priority problem promised proportion prove
    psychic quiet quit r rather refuse relax require ridiculous right rocket sacrificed said
    saint same save says screw scrounger scum sense shan sherlock shes should shove shut sight
    silence simp since single sissy size skip slacker slag slob slow slut snap snowflake so
    sociopath sod some sorry soz spare speak spell spoke spouse sry stand start stfu still stood
    stop storm stupid subject such suit surprise talk technically tf thank that theres these
    theyre thing this thought threw throw thx time today told topic tosser touched tough trash
    trophy trust try trying twat twit two typical u useless usual victim villain violin w wait
    wanker wanna want was wasnt waste way weasel weirdo well went werent what wheres which white
    who whoop whore whos why wife will wimp wish witch with wives woman women won wonder wont
    word work worse worth would wow wrong wtf wuss ya ye year you youd youll your youve yr zip"""
# How a shortened word ends or begins that is spelled out as one of the above.
_SHORTENED = """t re ve ll d m s"""
# What a slip of the finger may have spoiled is known by its beginning, or else by its end.
_TYPED_WRONGLY = """always apologise because childish constantly conversation discuss disgusting dramatic
    everything immature inconsiderate listen nothing overreacting pathetic ridiculous selfish
    sensitive should stupid unbelievable unreasonable useless whatever worthless"""


def may_be_heard(draft: str) -> bool:
    """Could a rule speak to the draft?"""
    whole, begun, slips = _known()
    return any(
        word in whole or word[:_FIRST] in begun or _slipped(word, slips)
        for word in re.findall(r"[^\W_]+", draft.lower())
    )


def _slipped(word: str, slips: tuple[str, ...]) -> bool:
    """May it be one of these with a slip in it? A single one spoils its beginning or its end."""
    return len(word) > _FIRST and any(
        abs(len(word) - len(key)) < 2 and (word[:2] == key[:2] or word[-3:] == key[-3:])
        for key in slips
    )


_KNOWN: list[tuple[frozenset[str], frozenset[str], tuple[str, ...]]] = []


def _known() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """The words as they are looked for, made when first asked for: whole, by their first letters,
    and those in which a slip is looked for."""
    if not _KNOWN:
        whole, begun = set(_SHORTENED.split()), set()
        for key in _KEYS.split():
            if len(key) < _FIRST:
                whole |= _forms(key)
            else:
                begun |= (
                    {key[:_FIRST], f"{key[: _FIRST - 1]}i"} if _softens(key) else {key[:_FIRST]}
                )
        _KNOWN.append((frozenset(whole), frozenset(begun), tuple(_TYPED_WRONGLY.split())))
    return _KNOWN[0]


def _softens(key: str) -> bool:
    """Does it lose its last letter in other forms: "make" and "making", "deny" and "denied"?"""
    return len(key) == _FIRST and key[-1] in "ey"


def _forms(key: str) -> set[str]:
    """A short word as it may stand: "cry" as "cries", "let" as "letting"."""
    stems = {key, f"{key}{key[-1]}", key[:-1], f"{key[:-1]}ie"}
    return {key} | {f"{stem}{end}" for stem in stems for end in ("s", "es", "d", "ed", "ing", "in")}
