"""The questions of the review ask for what is needed to go on, and scold nobody."""

from __future__ import annotations

import re

import pytest

from repairlog.cli.checkins import FORMS
from repairlog.cli.terms import Said
from repairlog.cli.walk.asking import said_terms
from repairlog.cli.walk.forms import Form, form_of
from repairlog.kinds.boundaries import Boundary, Crossing
from repairlog.kinds.commitments import Miss
from repairlog.kinds.conversations import Confirmation, Talk
from repairlog.kinds.moments import Misread, Need
from repairlog.kinds.triggers import Trigger
from repairlog.readings.putting import within_reach
from repairlog.readings.review import review
from tests.build import promise
from tests.week import WEEK, now, on, week

SCOLDING = re.compile(
    r"\b(miss(ed)?|fail\w*|why did|should have|must|late again|forgot|guilty|fault|details of|"
    r"exactly what|who did|when exactly|score|streak|only)\b"
)


def forms() -> list[tuple[str, Form]]:
    """A form for every sort of question, with the name of the person it is for."""
    book = week()
    c = book.write(promise("call", start="2026-11-14", by="2026-11-18"), by="Ana", at=on(14))
    book.write(promise("text", start="2026-11-16", every="day"), by="Ana", at=on(15))
    book.write(promise("plan", start="2026-11-22", every="day"), by="Ana", at=on(22))
    missed = book.write(promise("x", start="2026-11-14", by="2026-11-18"), by="Ana", at=on(14))
    book.write(Miss(own="I forgot"), by="Ana", about=missed, at=on(18))
    corrected = book.write(Talk(text="x", heard="x"), by="Ben", at=on(18))
    book.write(Confirmation(correct="y"), by="Ana", about=corrected, at=on(18))
    book.write(Talk(text="x", heard="x"), by="Ben", at=on(18))
    for body in (Need(text="quiet"), Misread(text="the tone"), Trigger(text="a song")):
        book.write(body, by="Ben", at=on(18))
    named = book.write(Boundary(text="we ask", means=("ask",)), by="Ben", at=on(1))
    what = Crossing(what="I froze", version_of=named.uid)
    book.write(what, by="Ben", about=named, at=on(18))
    assert c.ref
    report = review(book.record, book.settings, now(), WEEK)
    return [(question.person, form_of(question, report)) for question in within_reach(report)]


def test_each_speaks_to_one_person_by_name() -> None:
    for person, form in forms():
        assert form.sentence.startswith(f"{person}, ")
        assert "?" in form.sentence


def test_none_scolds_and_none_asks_for_the_details_of_what_happened() -> None:
    prompts = [form.sentence for _, form in forms()]
    prompts += [key for _, form in forms() for key in form.keys.values()]
    prompts += [words for fields in FORMS.values() for words in fields.values()]

    for words in prompts:
        assert not SCOLDING.search(words.casefold()), words


def test_every_key_is_shown_in_a_full_word_and_is_its_own() -> None:
    for _, form in forms():
        shown = form.shown(back=True)
        assert "[p]ause" in shown
        assert "[b]ack" in shown
        assert any(word.startswith("[enter] ") for word in shown)
        assert {"b", "p"}.isdisjoint(form.keys)
        for key, words in form.keys.items():
            assert f"[{key}]" in words


def test_a_name_that_would_act_on_the_terminal_does_not() -> None:
    book = week(ana="Ana\u202e", ben="Ben")
    report = review(book.record, book.settings, now(), WEEK)

    assert all(
        "\u202e" not in form_of(question, report).sentence for question in within_reach(report)
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("friday 18:00", Said(by="friday 18:00")),
        ("by friday", Said(by="friday")),
        ("every weekday", Said(every="weekday")),
        ("every weekday at 18:00", Said(every="weekday", at="18:00")),
        ("Every 3 times a week", Said(every="3 times a week")),
    ],
)
def test_the_terms_of_a_new_promise_are_read_from_a_line(words: str, said: Said) -> None:
    assert said_terms(words) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("weekday", Said(every="weekday")),
        ("every weekday by 18:30", Said(every="weekday", at="18:30")),
        ("at 18:30", Said(at="18:30")),
        ("2 times a week", Said(every="2 times a week")),
    ],
)
def test_new_terms_of_a_promise_that_recurs_are_read_from_a_line(words: str, said: Said) -> None:
    assert said_terms(words, promise("text", every="day")) == said
