"""What a person typed: checked before it is kept, made visible before it is shown."""

from __future__ import annotations

import re

from repairlog.errors import Misread

LONGEST = 100_000  # characters of one text

# What acts on a terminal instead of standing in it: C0 (but newline and tab), DEL, C1, and lone
# surrogates, which is how bytes that are not UTF-8 arrive. No text holds them.
_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"
# What may stand in a text and yet turns a page round or breaks its lines: separators, and the
# overrides and isolates of bidirectional text. The marks that ordinary Hebrew and Arabic use
# (200E, 200F, 061C) move nothing but their neighbours, so they pass.
_UNRULY = "\u2028\u2029\u202a-\u202e\u2066-\u2069"

# Compiled when first used: few texts hold anything that is not printable, and a quick entry should
# not wait for it.
_UNKEPT = f"[{_CONTROL}]"
_UNSHOWN = f"[{_CONTROL}{_UNRULY}]"
_SHOWN_BACK = 600  # characters of a text too long to be shown whole


def check(text: str) -> str:
    """The text without the white space around it, otherwise exactly as it was typed.

    Raises Misread for an empty text, one of more than LONGEST characters, and one that holds
    control characters or bytes that are not UTF-8; the text is then shown back, made visible.
    """
    if len(text) > LONGEST:
        raise _too_long(text)
    if not text.isprintable() and re.search(_UNKEPT, text):
        raise Misread(
            "The text holds characters that no one can see, or bytes that are not UTF-8."
            " Nothing was saved. They are written with a backslash here:",
            f"{shown_back(text)}\nGive it again without them.",
        )
    kept = text.strip()
    if not any(char.isprintable() and not char.isspace() for char in kept):
        raise Misread(
            "The text is empty; nothing was saved.",
            "The words stand after the command; a - there reads them from standard input.",
        )
    return kept


def _too_long(text: str) -> Misread:
    return Misread(
        f"The text has {len(text):,} characters; one entry holds up to {LONGEST:,}."
        f" Nothing was saved. It begins:",
        f"{shown_back(text)}\n"
        "Keep it in a file and give it in parts, each an entry of its own:\n"
        "  split -l 500 whole.txt part-\n"
        "  repairlog add note - < part-aa",
    )


def shown_back(text: str) -> str:
    """The text made visible for a message: whole, or its beginning and a sign that more follows."""
    if len(text) <= LONGEST:
        return visible(text)
    return f"{visible(text[:_SHOWN_BACK])}…"


def visible(text: str) -> str:
    """The text with everything that could act on a terminal written out, as `\\x1b` or `\\u202e`.

    Newlines and tabs stay; so do emoji, joined sequences, combining marks and every script.
    """
    return text if text.isprintable() else re.sub(_UNSHOWN, _written_out, text)


def _written_out(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xDC80 <= code <= 0xDCFF:  # a byte that was not UTF-8 (PEP 383)
        code -= 0xDC00
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"


def json_shown(dumped: str) -> str:
    """JSON with what could act on a terminal escaped, as JSON does; it means the same."""
    return dumped if dumped.isprintable() else re.sub(_UNSHOWN, _escaped, dumped)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def one_line(text: str) -> str:
    """The text made visible on a single line: newlines and runs of blanks are single spaces."""
    return re.sub("[ \t\n]+", " ", visible(text)).strip()
