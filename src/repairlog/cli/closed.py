"""Words that fit nothing open may mean what is closed: found by the index of words, as `search`
finds, and by the words that people know it by."""

from __future__ import annotations

from collections.abc import Sequence

from repairlog.cli.load import OPENING
from repairlog.cli.looking import look
from repairlog.entries import Entry
from repairlog.errors import Misread
from repairlog.kinds import KIND_OF, KINDS, moments
from repairlog.readings.record import Item, Record
from repairlog.readings.search import Wanted, read_terms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from repairlog.cli.session import Session

MOMENTS = tuple(KIND_OF[moment].name for moment in moments.MOMENTS)
MOST = 50
"""So many of the newest that hold the words are looked at."""


def fitting(
    s: Session,
    words: Sequence[str],
    kinds: Sequence[str],
    fits: Callable[[Record, Item], bool],
) -> Entry | None:
    """The newest thing, open or closed, that is known by these words: one that opens a thread, or
    else a moment of any kind, such as a project."""
    opening = tuple(name for name in kinds if KINDS[name].opens)
    try:
        terms = read_terms([f"{word.rstrip('*')}*" for word in words])
    except Misread:  # nothing but signs
        return None
    anything = set(opening) == set(OPENING)
    for among in (opening, MOMENTS) if anything else (opening,):
        looked = look(s, Wanted(terms=terms, kinds=among), MOST)
        for item in looked.found:
            if fits(looked.record, item):
                return item.entry
    return None
