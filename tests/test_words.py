"""Words are folded alike wherever they come from, and stand where they stood."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repairlog.schema import WORDS
from repairlog.words import folded, spans, words

ALIKE = {
    "capitals": ("TRUST", "trust"),
    "accents": ("Élan", "elan"),
    "accents apart": ("e\u0301lan", "élan"),
    "letters with a stroke": ("Łódź Søren", "lodz soren"),
    "a sharp s": ("Straße", "STRASSE"),
    "ligatures": ("ﬁne œuvre", "fine oeuvre"),
    "Turkish": ("İstanbul", "istanbul"),
    "Greek": ("Οδυσσεύς", "οδυσσευσ"),
    "full width": ("ｔｒｕｓｔ", "trust"),
    "Hebrew points": ("שָׁלוֹם", "שלום"),
    "Arabic vowels": ("ثِقَة", "ثقة"),
    "an outlined heart": ("\u2764\ufe0f", "\u2764"),
}


@pytest.mark.parametrize("name", ALIKE)
def test_ways_of_writing_are_one_word(name: str) -> None:
    one, other = ALIKE[name]
    assert words(one) == words(other) != []


@pytest.mark.parametrize(("one", "other"), [("か", "が"), ("はし", "ばし"), ("कल", "कला")])
def test_what_makes_another_word_stays(one: str, other: str) -> None:
    assert words(one) != words(other)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I don't know", ["i", "don", "t", "know"]),
        ("co-operate, e.g. 10%", ["co", "operate", "e", "g", "10"]),
        ("snake_case", ["snake", "case"]),
        ("信頼する", ["信", "頼", "す", "る"]),
        ("한국어 산", ["한국어", "산"]),
        ("love👨‍👩‍👧!", ["love", "👨", "👩", "👧"]),
        ("... -- ()", []),
        ("⑴ is one", ["1", "is", "one"]),
        ("\udc80 bytes", ["bytes"]),
    ],
)
def test_words_are_what_stands_between_signs(text: str, found: list[str]) -> None:
    assert words(text) == found


TEXTS = st.text(max_size=30) | st.text("aéßاक信が👪 -'\"*", max_size=20)


@given(TEXTS)
def test_each_word_is_where_it_is_said_to_be(text: str) -> None:
    end = 0
    for start, stop, word in spans(text):
        assert end <= start < stop
        assert folded(text[start:stop]) == word
        assert word
        end = stop


@given(st.lists(TEXTS, max_size=4))
def test_fts5_splits_what_was_folded_into_the_same_words(texts: list[str]) -> None:
    """What search asks of it has to be there: the index may find too much, never too little."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(WORDS)
        for number, text in enumerate(texts, 1):
            folded_text = text if text.isascii() else " ".join(words(text))
            db.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (number, folded_text))
        db.execute("CREATE VIRTUAL TABLE seen USING fts5vocab (words, instance)")
        found = db.execute("SELECT doc, term FROM seen ORDER BY doc, offset").fetchall()
    expected = [(number, word) for number, text in enumerate(texts, 1) for word in words(text)]
    assert found == expected
