"""The markdown summary: its parts, and that no text of anyone's becomes a part of its own."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.token import Token

from repairlog.export.markdown import markdown
from repairlog.kinds import KINDS
from repairlog.kinds.body import words_of
from repairlog.text import one_line
from tests.export.test_escape import HOSTILE, STRICT, texts
from tests.made import Numbered, everything, reworded, summary

OURS = {
    *("heading", "paragraph", "inline", "bullet_list", "list_item"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


TEXT = ("text", "text_special", "hardbreak", "softbreak")


def document(words: Callable[..., str]) -> str:
    return markdown(summary(reworded(everything(), words)))


def skeleton(tokens: list[Token]) -> list[str]:
    """The document without its texts: every block, and whatever is not text in a line."""
    found = []
    for token in tokens:
        found.append(token.type)
        inside = [child.type for child in token.children or ()]
        found += [name for name in inside if name not in TEXT]
    return found


def read(tokens: list[Token]) -> str:
    """All that is shown, on one line."""
    pieces = []
    for token in tokens:
        for child in token.children or ():
            breaks = child.type in ("hardbreak", "softbreak")
            pieces.append(" " if breaks else child.content)
        pieces.append("\n")
    return one_line("".join(pieces))


NAMES = Numbered()
PLAIN = document(NAMES)
TOKENS = STRICT.parse(PLAIN)
NAME = re.compile(r"[Zz]q(\d+)zq")


def test_every_kind_that_holds_words_is_in_the_record_that_this_is_tried_on() -> None:
    written = {entry.kind for entry in everything().entries}
    worded = {kind.name for kind in KINDS.values() if words_of(kind.body)}

    assert worded - {"amend"} <= written


def test_the_document_is_made_of_what_we_meant_and_nothing_else() -> None:
    blocks = {re.sub("_(open|close)$", "", token.type) for token in TOKENS}
    inline = {c.type for t in TOKENS for c in t.children or () if not c.type.startswith("text")}

    assert blocks <= OURS
    assert inline == {"strong_open", "strong_close", "code_inline"}


def test_what_was_written_in_the_week_is_there() -> None:
    shown = {f"zq{number}zq" for number in NAME.findall(PLAIN)}
    missing = {
        (entry.kind, field)
        for name, (entry, field) in NAMES.of.items()
        if name not in shown and entry.day.isoformat() >= "2026-11-16"
    }

    # The reasons of what came to nothing or is not answered yet, and of what is over.
    assert missing <= {
        *(("renegotiation", "why"), ("release", "why"), ("decline", "why"), ("repaired", "note")),
        *(("revision", name) for name in ("value", "means", "remedy", "why")),
        ("retirement", "why"),
        *((kind, "why") for kind in ("rule", "response", "cadence", "ending")),
        ("response", "text"),  # of a version that another has replaced since
    }


@given(st.lists(texts.filter(lambda text: bool(one_line(text).strip())), min_size=1, max_size=7))
@example(list(HOSTILE))
def test_hostile_words_stand_in_the_document_as_they_were_written(hostile: list[str]) -> None:
    usable = [text.strip() for text in hostile if one_line(text.strip())]
    if not usable:
        return
    numbers = Numbered()

    def words(entry: object, field: str) -> str:
        name = numbers(entry, field)  # type: ignore[arg-type]
        return usable[int(name.strip("zq")) % len(usable)]

    tokens = STRICT.parse(document(words))
    assert skeleton(tokens) == skeleton(TOKENS)

    def instead(match: re.Match[str]) -> str:
        text = usable[int(match[1]) % len(usable)]
        if match[0][0] == "Z":
            return text[:1].upper() + text[1:]
        return text

    assert one_line(read(tokens)) == one_line(NAME.sub(instead, read(TOKENS)))
