"""Words as search knows them: capitals, accents and forms of writing folded, marks left out.

What is kept for search and what is asked of it are folded here and nowhere else, so that they
meet whatever the SQLite at hand knows of the world's letters. In scripts that put no space between
words each character stands for itself, and so does an emoji.
"""

from __future__ import annotations

import re
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

Span: TypeAlias = "tuple[int, int, str]"
"""Where a word begins and ends in a text, and the word, folded."""

# What stands on or under a letter and belongs to its word.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a"
    "\u07a6-\u07b0\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983"
    "\u09bc\u09be-\u09cd\u09d7\u09e2\u09e3\u0a01-\u0a03\u0a3c-\u0a51\u0a70\u0a71\u0a75\u0a81-\u0a83"
    "\u0abc\u0abe-\u0acd\u0ae2\u0ae3\u0b01-\u0b03\u0b3c\u0b3e-\u0b57\u0b82\u0bbe-\u0bd7"
    "\u0c00-\u0c04\u0c3c\u0c3e-\u0c56\u0c81-\u0c83\u0cbc\u0cbe-\u0cd6\u0d00-\u0d03\u0d3b-\u0d4d"
    "\u0d57\u0d81-\u0d83\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc"
    "\u0ec8-\u0ece\u0f71-\u0f84\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u1ab0-\u1ace\u1dc0-\u1dff"
    "\u20d0-\u20f0\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f"
)
# Letters of scripts without spaces between words (Thai, Lao, Burmese, Khmer, Japanese, Chinese),
# and emoji.
_ALONE = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ec0-\u0ec6\u1000-\u102a"
    "\u1780-\u17b3\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
    "\u2600-\u27bf\U0001f300-\U0001faff"
)

# Letters that Unicode does not take apart into a plain one and what stands on it.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "\u0131": "i", "æ": "ae", "œ": "oe"}
)


def words(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    return [word for _, _, word in spans(text)]


def spans(text: str) -> list[Span]:
    """The words of a text, each with the place where it stands."""
    if text.isascii():
        return [(m.start(), m.end(), m[0].lower()) for m in re.finditer("[A-Za-z0-9]+", text)]
    found = ((m.start(), m.end(), folded(m[0])) for m in _pattern().finditer(text))
    return [span for span in found if span[2]]


def folded(word: str) -> str:
    """One word as it is compared: without capitals, accents and vowel points, in plain forms.

    The voicing marks of Japanese and the vowel signs of Indian scripts stay: they are no accents.
    """
    if word.isascii():
        return word.lower()
    from unicodedata import category, combining, normalize

    apart = normalize("NFKD", word.casefold())
    bare = "".join(c for c in apart if not (10 <= combining(c) <= 36 or combining(c) >= 200))
    whole = normalize("NFC", bare).casefold().translate(_PLAIN)
    return "".join(c for c in whole if c.isalnum() or (category(c) in _KEPT and c not in _VARIANTS))


_KEPT = ("Mn", "Mc", "Me", "So", "Sk")  # marks and emoji, besides letters and digits
_VARIANTS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""What asks for an emoji's colours, or its outline: the same word."""


@cache
def _pattern() -> re.Pattern[str]:
    # Compiled when the first text needs it: a quick entry in plain letters should not wait for it.
    return re.compile(f"[{_ALONE}][{_MARKS}]*|(?:(?![{_ALONE}])[^\\W_][{_MARKS}]*)+")
