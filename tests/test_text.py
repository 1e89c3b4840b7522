"""What a person typed is kept as it is, or refused and shown back; nothing acts on a terminal."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repairlog.errors import Misread
from repairlog.text import LONGEST, check, json_shown, one_line, shown_back, visible

ORDINARY = [
    "I was angry; I still am.",
    "line one\nline two\n\n\tindented",
    "d'accord, ça va… «oui» — naïve",
    "nai\u0308ve",  # a combining mark stays what it is: no normal form is forced on it
    "👩‍❤️‍👨 🏳️‍🌈 👍🏽 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "שלום, \u200fמה נשמע?",
    "مرحبا\u200c بك \u061c",
    "日本語　テキスト",
    "नमस्ते",
    "<b>not markup</b> [link](x) $(rm -rf) `code` \\x1b",
]

# Everything that could act on a terminal, hide, or turn a page round.
ACTING = [
    *(chr(code) for code in range(0x20) if chr(code) not in "\n\t"),
    *(chr(code) for code in range(0x7F, 0xA0)),
    *("\ud800", "\udbff", "\udc00", "\udc80", "\udcff", "\udfff"),
]
TURNING = [
    *(chr(code) for code in range(0x202A, 0x202F)),
    *(chr(code) for code in range(0x2066, 0x206A)),
    *("\u2028", "\u2029"),
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_is_kept_and_shown_unchanged(text: str) -> None:
    assert check(text) == text
    assert visible(text) == text


@pytest.mark.parametrize("around", ["  {}", "{}\n", "\n\n{}\t ", "\u00a0{}\u3000"])
def test_only_the_white_space_around_a_text_is_dropped(around: str) -> None:
    assert check(around.format("so  it\n\nwas")) == "so  it\n\nwas"


@pytest.mark.parametrize(
    "text", ["", "   ", "\n\t\n", "\u00a0", "\u200b", "\ufeff", " \u200d \u2060"]
)
def test_a_text_without_anything_to_read_is_refused(text: str) -> None:
    with pytest.raises(Misread, match="empty"):
        check(text)


@pytest.mark.parametrize("char", ACTING)
def test_a_text_that_would_act_on_a_terminal_is_refused_and_shown_back(char: str) -> None:
    for text in (f"I said{char}so", f"{char}so", f"so{char}"):
        with pytest.raises(Misread) as told:
            check(text)
        assert told.value.exit_code == 2
        assert char not in told.value.sentence + told.value.mend
        assert visible(text) in told.value.mend


def test_what_is_shown_back_names_the_byte_or_the_character() -> None:
    assert visible("a\x1b[2Jb\x9b\x7f") == "a\\x1b[2Jb\\x9b\\x7f"
    assert visible(b"caf\xe9".decode("utf-8", "surrogateescape")) == "caf\\xe9"
    assert visible("\ud83d") == "\\ud83d"
    assert visible("abc\u202ecba\u2028") == "abc\\u202ecba\\u2028"


@pytest.mark.parametrize("char", TURNING)
def test_what_turns_a_page_round_may_be_kept_but_is_never_shown_raw(char: str) -> None:
    assert check(f"a{char}b") == f"a{char}b"
    assert char not in visible(f"a{char}b")


def test_a_text_of_a_megabyte_is_refused_without_being_repeated() -> None:
    with pytest.raises(Misread) as told:
        check("It began. " * 100_000)
    assert "1,000,000 characters" in told.value.sentence
    assert "100,000" in told.value.sentence
    assert "It began. It began." in told.value.mend
    assert "…" in told.value.mend
    assert len(told.value.mend) < 1_000


def test_the_longest_text_is_kept() -> None:
    assert check("x" * LONGEST) == "x" * LONGEST


def test_a_text_that_is_shown_back_is_whole_unless_it_is_too_long() -> None:
    assert shown_back("x" * LONGEST) == "x" * LONGEST
    assert shown_back("x" * (LONGEST + 1)).endswith("x…")


def test_one_line_folds_lines_and_blanks() -> None:
    assert one_line(" so\n\n  it\twas \x1b[1m") == "so it was \\x1b[1m"
    assert one_line("10\u00a0km") == "10\u00a0km"


@pytest.mark.parametrize("char", [*ACTING, *TURNING])
def test_in_json_it_is_escaped_and_means_the_same(char: str) -> None:
    report = {"text": f"a{char}b\n", "kept": ORDINARY}
    shown = json_shown(json.dumps(report, ensure_ascii=False, indent=2))

    assert json.loads(shown) == report
    assert visible(shown) == shown


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_nothing_shown_can_act(text: str) -> None:
    for shown in (visible(text), one_line(text)):
        left = {c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")}
        assert left <= {"\n", "\t"}
        assert not any(unicodedata.bidirectional(c) in _TURNS for c in shown)
        assert visible(shown) == shown
        shown.encode()
    assert not set(one_line(text)) & {"\n", "\t"}


_TURNS = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}


@given(st.text(st.characters(codec="utf-8")))
def test_a_text_is_kept_as_it_is_or_not_at_all(text: str) -> None:
    try:
        kept = check(text)
    except Misread:
        return
    assert kept == text.strip()
    assert check(kept) == kept
