"""Colours only where a terminal wants them, and no text that breaks a column."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from repairlog.render import theme
from repairlog.text import one_line
from tests.render.looked_at import text_of

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
ASTRONAUT = "\U0001f469\U0001f3fd\u200d\U0001f680"
FLAG = "\U0001f1e9\U0001f1ea"
HEBREW = "הודעה כשאני יוצא: 18:00!"

PIECES = ["a", "word", " ", "日", "本", FAMILY, ASTRONAUT, FLAG, "e\u0301", "שלום", "!"]
WORDS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def printed(out: io.StringIO, *lines: Text) -> str:
    theme.console(out, width=40).print(theme.Page(lambda width: lines))
    return out.getvalue()


@pytest.fixture
def in_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR")


@pytest.mark.usefixtures("in_colour")
def test_a_terminal_gets_colours_and_a_pipe_none() -> None:
    line = Text("bold", "title").append_text(theme.sign("kept"))
    assert "\x1b[" in printed(Terminal(), line)
    assert printed(io.StringIO(), line) == "bold●\n"


@pytest.mark.usefixtures("in_colour")
def test_a_style_of_a_whole_line_is_not_lost() -> None:
    assert "\x1b[2m" in printed(Terminal(), Text("quiet", "quiet"))


def test_no_color_leaves_no_control_codes_at_all() -> None:
    line = Text("bold", "title").append_text(theme.sign("kept"))
    assert printed(Terminal(), line) == "bold●\n"


def test_force_color_colours_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in printed(io.StringIO(), theme.sign("kept"))


def test_columns_says_how_wide_a_page_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "66")
    assert theme.console(io.StringIO()).width == 66


def test_every_sign_takes_one_cell_and_has_a_colour_or_none() -> None:
    for name, glyph in theme.SIGNS.items():
        assert cell_len(glyph) == 1
        assert name in theme.STYLES.styles


def test_red_is_kept_for_damage() -> None:
    assert [name for name, style in theme.STYLES.styles.items() if _reddish(str(style))] == [
        "damage"
    ]


def _reddish(style: str) -> bool:
    return theme.RED in style


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "koi8-r"])
def test_a_terminal_that_is_not_utf_8_gets_plain_signs(encoding: str) -> None:
    names = ("kept", "late", "owned", "missed", "eased", "open")
    page = theme.Page(lambda width: [*theme.legend(*names, width=width), theme.rule(12)])
    assert text_of(page, 80, encoding=encoding).splitlines() == [
        "  # kept  / late  + owned  o nothing said  - eased  . open",
        " ----------",
    ]


def test_what_a_terminal_lacks_is_written_out() -> None:
    page = theme.Page(lambda width: theme.said("é 日 שלום", 40))
    assert text_of(page, encoding="latin-1").startswith("é \\u65e5 \\u05e9")


def test_an_encoding_that_nobody_knows_is_no_reason_to_stop() -> None:
    assert theme.plain("● ja", "klingon") == "# ja"


@pytest.mark.parametrize(
    ("values", "top", "bars"),
    [
        ([0, 0.5, 1], 1, "▁▄▇"),
        ([0, None, 4], 4, "▁ ▇"),
        ([9], 4, "▇"),
        ([], 1, ""),
    ],
)
def test_a_sparkline_has_a_gap_where_nothing_is_known(
    values: Iterable[float | None], top: float, bars: str
) -> None:
    assert theme.sparkline(values, top) == bars


@pytest.mark.parametrize(
    ("text", "cells", "fitted"),
    [
        ("as it is", 8, "as it is"),
        ("cut with a sign", 8, "cut wit…"),
        ("no space before it", 4, "no…"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        (f"{FAMILY}{FAMILY}ab", 4, f"{FAMILY}…"),
        (f"{FLAG}{FLAG}ab", 4, f"{FLAG}…"),
        (f"{ASTRONAUT}{ASTRONAUT}{ASTRONAUT}", 3, f"{ASTRONAUT}…"),
        ("e\u0301e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301…"),
        ("two\nlines", 20, "two lines"),
        ("\x1b[31mred", 20, "\\x1b[31mred"),
    ],
)
def test_what_does_not_fit_is_cut_between_graphemes_and_says_so(
    text: str, cells: int, fitted: str
) -> None:
    assert theme.fit(text, cells) == fitted


@given(WORDS, st.integers(2, 30))
def test_what_was_fitted_fits(text: str, cells: int) -> None:
    fitted = theme.fit(text, cells)
    assert cell_len(fitted) <= cells
    assert fitted == one_line(text) or fitted.endswith("…")


@given(WORDS, st.integers(2, 30))
def test_what_was_said_keeps_every_character_in_its_column(text: str, width: int) -> None:
    lines = theme.said(text, width)
    shown = "".join(line.plain for line in lines)
    marks = str.maketrans("", "", theme.LRM + theme.RLM)
    assert all(line.cell_len <= width for line in lines)
    assert _bare(shown.translate(marks)) == _bare(one_line(text).translate(marks))


def _bare(text: str) -> str:
    return "".join(char for char in text if not char.isspace())


def test_a_row_puts_columns_side_by_side_whatever_stands_in_them() -> None:
    rows = theme.row(
        ("c1", 4), (theme.said("日本 and a long tail", 8), 10), (theme.sign("kept"), 2)
    )
    assert [row.plain for row in rows] == [
        "  c1  日本 and  ● ",
        "      a long      ",
        "      tail        ",
    ]


def test_right_to_left_words_stay_in_their_column() -> None:
    (line,) = theme.said(HEBREW, 40)
    assert line.plain == f"{theme.LRM}{theme.RLM}{HEBREW}{theme.RLM}{theme.LRM}"
    assert line.cell_len == cell_len(HEBREW)
    (row,) = theme.row((theme.said(HEBREW, 30), 30), ("Mon 23 18:00", 12))
    assert _order_on_screen(row.plain).endswith("Mon 23 18:00")


def test_words_that_begin_on_the_left_get_no_mark_that_turns_them() -> None:
    assert theme.in_place("read שלום") == f"{theme.LRM}read שלום{theme.LRM}"
    assert theme.in_place("plain") == "plain"


def _order_on_screen(line: str) -> str:
    """What the numbers after right-to-left words would do: join them, unless a mark is between."""
    strong = [
        (place, unicodedata.bidirectional(char))
        for place, char in enumerate(line)
        if unicodedata.bidirectional(char) in ("L", "R", "AL")
    ]
    last_from_the_right = max(place for place, kind in strong if kind != "L")
    assert any(place > last_from_the_right for place, kind in strong if kind == "L")
    number = next(p for p in range(last_from_the_right, len(line)) if line[p].isdigit())
    between = [kind for place, kind in strong if last_from_the_right < place < number]
    assert between, "a number would follow the right-to-left words"
    return line


def test_a_page_folds_on_a_narrow_terminal_and_loses_nothing() -> None:
    words = "words that are wider than the terminal is"
    page = theme.Page(lambda width: [Text(f"  {words}")])
    assert " ".join(text_of(page, 20).split()) == words


def test_a_page_is_never_wider_than_one_likes_to_read() -> None:
    page = theme.Page(lambda width: [theme.rule(width)])
    assert text_of(page, 200) == " " + "─" * 98 + "\n"


def test_no_line_ends_in_blanks() -> None:
    page = theme.Page(lambda width: theme.row(("a", 10), ("", 10)))
    assert text_of(page) == "  a\n"


def test_a_title_that_has_no_room_beside_goes_below() -> None:
    lines = theme.title("Commitments", "as of Sun 22 Nov, 19:40", 30)
    assert [line.plain.rstrip() for line in lines] == [
        "  Commitments",
        "  as of Sun 22 Nov, 19:40",
        " " + "─" * 28,
    ]
