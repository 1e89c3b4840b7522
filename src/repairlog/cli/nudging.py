"""Kind words: whether what a person wrote is saved as it is, and where they are asked (DESIGN 7).

At a terminal before anything is saved, with the last word theirs; elsewhere in one line afterwards.
Each text is spoken of once. Nothing is kept of it: what is known here ends with the command.

What repeats the other's words (`--heard`) is not the writer's own voice, so it is left alone: the
sharper it was, the more it matters that it is repeated exactly. So are names, and what is imported.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping

from repairlog.cli.fitting import fitted
from repairlog.entries import Entry
from repairlog.text import check, visible
from repairlog.tone import may_be_heard, nudge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from repairlog.cli.grammar import Globals
    from repairlog.tone.hearing import Nudge

TEXT = "TEXT"
"""What stands for an option's value in the help where that is free text."""

NO_VOICE_OF_ONES_OWN = frozenset({"heard", "topics"})
"""Options whose text is what the other said, or names something."""

SILENCE = "repairlog settings tone off"
_LINE = 200  # characters: what is longer is offered to the editor, too


class _Command:
    """What is known while one command runs. ``wanted`` is None until a journal is open;
    ``settled`` are the texts that were spoken of."""

    def __init__(self) -> None:
        self.wanted: bool | None = None
        self.settled: set[str] = set()


_COMMAND = _Command()


def begin() -> None:
    """A command begins, and knows nothing of the one before."""
    _COMMAND.wanted = None
    _COMMAND.settled.clear()


def opened(wanted: bool) -> None:
    """A journal is open, and this is whether the nudge is wanted on this device."""
    _COMMAND.wanted = wanted


def leave_alone(text: str) -> None:
    """This text is no voice of its writer's own: nothing is said of it."""
    _COMMAND.settled.add(text)


# -- before saving -------------------------------------------------------------------------------


def heeded(text: str, *, asks: bool = True) -> str:
    """The text as it is to be saved: itself, or what its writer made of it when asked.

    Asks once at most, and only where a person ``asks`` to be asked: at a terminal. Call it outside
    of a transaction. Raises KeyboardInterrupt and EOFError, the text then shown back.
    """
    if not (asks and on_terminal()) or text in _COMMAND.settled:
        return text
    found = _heard(text)
    if found is None:
        return text
    from repairlog.cli.texts import kept_in_sight

    with kept_in_sight(text):
        chosen = _put(found, text)
    _COMMAND.settled |= {text, chosen}
    return chosen


def options(said: Globals, given: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """What was given with a command's options, its free texts (``names``) as they are to be saved.

    The journal is not open yet: whether the nudge is wanted is looked up if it has something to
    say.
    """
    heard = dict(given)
    if said.json or said.demo or not on_terminal():
        return heard
    for name in names:
        value = heard.get(name)
        texts = [value] if isinstance(value, str) else value
        if name in NO_VOICE_OF_ONES_OWN or not texts or not any(map(may_be_heard, texts)):
            continue
        _look_up(said)
        made = [heeded(text) for text in texts]
        heard[name] = made[0] if isinstance(value, str) else made
    return heard


def on_terminal() -> bool:
    """Is there a person who can be asked, and can see the question?"""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _heard(text: str) -> Nudge | None:
    return None if _COMMAND.wanted is False else nudge(text)


def _look_up(said: Globals) -> None:
    """Whether the nudge is wanted here; where there is no journal to ask, the command says so."""
    if _COMMAND.wanted is not None:
        return
    from repairlog.cli import load, places, session
    from repairlog.errors import RepairlogError

    path = places.journal_path(said.journal)
    try:
        if not path.exists():
            raise FileNotFoundError(path)
        with session.opened(path, said) as journal:
            opened(load.settings(journal).tone)
    except (OSError, RepairlogError):
        opened(False)


def _put(found: Nudge, text: str) -> str:
    """Say what was heard, and take the writer's word for what is saved."""
    from repairlog.cli import typed

    for line in ("", found.why, f"Another way, as an example: “{found.gentler}”"):
        _say(f"  {line}" if line else "")
    long = "\n" in text or len(text) > _LINE
    editor = "   [e] in your editor" if long else ""
    _say(f"  [enter] keep it as it is   [r] say it in other words{editor}")
    chosen = typed.line()
    if len(chosen.split()) > 2:  # said anew at once
        return check(chosen)
    match chosen.casefold():
        case "r" | "rephrase":
            return _anew(text)
        case "e" if long:
            return _edited(text)
    return text


def _anew(text: str) -> str:
    from repairlog.cli import typed

    _say("  In other words (all of it; nothing keeps what you wrote, the arrow up brings it back):")
    anew = typed.text(within_reach=text)
    return check(anew) if anew else text


def _edited(text: str) -> str:
    """The text as it comes back from the editor; as it was, where that leaves nothing to keep."""
    from repairlog.cli import texts
    from repairlog.errors import RepairlogError

    try:
        return check(texts.edited(text))
    except RepairlogError as told:
        _say(f"  {told.sentence} It is kept as it was.")
        return text


def _say(words: str) -> None:
    print(fitted(visible(words), sys.stderr), file=sys.stderr, flush=True)


# -- after saving --------------------------------------------------------------------------------


def told_after(written: Iterable[Entry], wanted: bool) -> None:
    """One line on standard error about what was saved unasked, for there was nobody to ask."""
    if not wanted:
        return
    for text in _own_words(written):
        if text in _COMMAND.settled or not may_be_heard(text):
            continue
        found = nudge(text)
        if found is not None:
            _COMMAND.settled.add(text)
            line = f"Saved as it is. {found.why} Another way, as an example: “{found.gentler}”"
            print(f"{visible(line)} (To silence this: {SILENCE})", file=sys.stderr, flush=True)
            return


def _own_words(written: Iterable[Entry]) -> Iterator[str]:
    """The free texts of entries that are their writer's own voice."""
    from repairlog.kinds import kind_of
    from repairlog.kinds.body import own_words

    for entry in written:
        for name in own_words(kind_of(entry).body):
            value = (entry.fields or {}).get(name)
            yield from [value] if isinstance(value, str) else value or ()
