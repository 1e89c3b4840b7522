"""The free words of a line: heard before its command, shown back where they cannot be saved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from repairlog.cli import carried, nudging, texts
from repairlog.cli.grammar import Globals
from repairlog.errors import Shut, Unwritable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@contextmanager
def spoken(
    said: Globals, given: Mapping[str, Any], words: Iterable[str], options: Iterable[str]
) -> Iterator[dict[str, Any]]:
    """What a command was given, its free texts as their writer wants them (cli/nudging.py).

    ``words`` are the names of what stands first on the line, ``options`` those of the options that
    hold free text. Where the journal cannot be opened or written, all of it is shown back; where
    the command stops for another reason, what was said anew here and stands nowhere else.
    """
    nudging.begin()
    carried.begin(said.as_, private=said.private)
    heard = nudging.options(said, given, options)
    try:
        yield heard
    except BaseException as stopped:
        shown = (*words, *options)
        if not isinstance(stopped, (Unwritable, Shut)):
            shown = tuple(name for name in options if heard.get(name) != given.get(name))
        texts.show_back(_texts(heard, shown), stopped)
        raise


def _texts(given: Mapping[str, Any], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        value = given.get(name)
        if isinstance(value, str):
            yield value
        elif value and list(value) != [texts.PIPED]:
            yield " ".join(value)
        elif value:
            yield texts.unread()
