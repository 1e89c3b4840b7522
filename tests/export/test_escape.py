"""What people wrote shows as they wrote it, wherever it stands in the markdown."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from repairlog.export.escape import block, inline
from repairlog.text import one_line, visible

STRICT = MarkdownIt("commonmark").enable("table")

# What begins something in CommonMark or in GitHub's additions to it.
HOSTILE = (
    *(
        "*",
        "_",
        "`",
        "```",
        "~~~",
        "[a](b)",
        "[a]: /b",
        "![x](y)",
        "<b>",
        "</td>",
        "<!--",
        "<a@b.c>",
    ),
    *("<http://x.y>", "http://x.y", "www.x.y", "me@x.y", "&amp;", "&#42;", "&nbsp;", "# ", "## "),
    *("- ", "+ ", "1. ", "99) ", "> ", "===", "---", "***", "| a | b |", "|---|", "    ", "\t"),
    *("\\", "\\\n", "  \n", "\n", "\n\n", "\r", "~~x~~", "$x$", ":---", "^", "{#id}", "@you", "#1"),
    *(
        "\x1b[31m",
        "\x00",
        "\u202e",
        "\u2066",
        "\u2028",
        "\u00a0",
        "\u3000",
        "\ufeff",
        "日本語",
        "👩‍👧",
        "שלום",
    ),
)
texts = st.lists(
    st.sampled_from(HOSTILE) | st.text(st.characters(codec="utf-8"), max_size=4), max_size=12
).map("".join)


def blocks(tokens: list[Token]) -> set[str]:
    """The types of the blocks, those for what opens and what closes being one."""
    return {re.sub("_(open|close)$", "", token.type) for token in tokens}


def shown(tokens: list[Token]) -> list[str]:
    """The text that each inline part shows. Anything but text and line breaks is a mistake."""
    found = []
    for token in tokens:
        if token.type != "inline":
            continue
        pieces = []
        for child in token.children or ():
            assert child.type in ("text", "text_special", "hardbreak", "softbreak"), child
            pieces.append(child.content if child.type.startswith("text") else "\n")
        found.append("".join(pieces))
    return found


@given(texts)
@example("- a\n- b\n\n    code\n1. one")
@example("| a | b |\n|---|---|")
@example("[a]: /b 'c'\n\n[a]")
@example("a\\\nb\\")
@example("ends with two blanks  \nand goes on")
def test_a_text_with_its_lines_shows_as_it_was_written(text: str) -> None:
    expected = visible(text).strip("\n")
    if not expected.strip():
        return
    for lead, indent in (("", 0), ("- ", 2), ("1. ", 3), ("- x\n  - ", 4)):
        tokens = STRICT.parse(f"{lead}“{block(text, indent)}”\n")
        assert blocks(tokens) <= {"paragraph", "inline", "bullet_list", "ordered_list", "list_item"}
        assert shown(tokens)[-1] == f"“{expected}”"


@given(texts)
def test_a_text_that_stands_by_itself_shows_as_it_was_written(text: str) -> None:
    if expected := visible(text).strip("\n"):
        tokens = STRICT.parse(block(text))
        assert blocks(tokens) <= {"paragraph", "inline"}
        assert "".join(shown(tokens)) == expected


@given(texts)
def test_a_text_in_a_table_shows_on_one_line(text: str) -> None:
    tokens = STRICT.parse(f"| a | b |\n| --- | --- |\n| {inline(text)} | z |\n")

    assert shown(tokens) == ["a", "b", one_line(text), "z"]


@given(texts)
def test_a_text_in_a_heading_shows_on_one_line(text: str) -> None:
    tokens = STRICT.parse(f"# of {inline(text)} and on\n")

    assert blocks(tokens) == {"heading", "inline"}
    assert shown(tokens) == [f"of {one_line(text)} and on"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("I was tired, and let it slide. I could have said so!", None),
        ("it's half-past six; 3 of 4 (almost)", None),
        ("see https://x.y and www.x.y", "see https\\://x.y and www\\.x.y"),
        ("a_b *c*", "a\\_b \\*c\\*"),
        ("1. first", "1\\. first"),
    ],
)
def test_ordinary_sentences_stay_legible(text: str, written: str | None) -> None:
    assert inline(text) == (written or text)
