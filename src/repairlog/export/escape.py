"""What people wrote, as markdown that shows exactly that: no text of theirs becomes markup.

Strict CommonMark (https://spec.commonmark.org/0.31.2/), and the tables, strikethrough, bare links
and mentions that GitHub's renderer adds to it. White space that a renderer would drop stands as an
entity; what could act on a terminal, or turn a line round, is written out.
"""

from __future__ import annotations

import re

from repairlog.text import one_line, visible

# These can begin something wherever they stand. A quote or a full stop cannot, and stays legible.
_ANYWHERE = re.compile(r"[\\`*_\[\]<>&#|~$@^{}]")
# A bare address would become a link; what precedes it is kept from doing so.
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(:)|\b(www)(\.)")
# These only at the beginning of a line: bullets, numbers, underlines, definitions, fences.
_AT_START = re.compile(r"^([-+=:!])|^([0-9]{1,9})([.)])")
_EDGE = re.compile(r"^\s+|\s+$")


def block(text: str, indent: int = 0) -> str:
    """The text with its own lines, for a list item or a paragraph whose content begins at column
    ``indent``. Empty lines before and after it are left out."""
    lines = [_line(line) for line in visible(text).strip("\n").split("\n")]
    return f"\\\n{' ' * indent}".join(lines)


def inline(text: str) -> str:
    """The text on one line, for a table's cell or a heading."""
    return _line(one_line(text))


def _line(line: str) -> str:
    escaped = _ANYWHERE.sub(r"\\\g<0>", line)
    escaped = _ADDRESS.sub(_broken_address, escaped)
    escaped = _AT_START.sub(_harmless, escaped)
    return _EDGE.sub(_as_entities, escaped)


def _broken_address(match: re.Match[str]) -> str:
    scheme, colon, www, dot = match.groups()
    return f"{scheme}\\{colon}" if scheme else f"{www}\\{dot}"


def _harmless(match: re.Match[str]) -> str:
    sign, digits, dot = match.groups()
    return f"\\{sign}" if sign else f"{digits}\\{dot}"


def _as_entities(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(char)};" for char in match[0])
