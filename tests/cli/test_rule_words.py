"""What a ground rule's own words say of its limit and its safe topics, and what they do not."""

from __future__ import annotations

import pytest

from repairlog.cli.rule_words import minutes_in, read_minutes, read_topics, topics_in
from repairlog.errors import Misread


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("at most 45 minutes", 45),
        ("an hour", 60),
        ("An hour is enough.", 60),
        ("45 min max", 45),
        ("max. 30 minutes a talk", 30),
        ("a 45-minute limit", 45),
        ("limit: 1h", 60),
        ("talks end after 45 minutes", 45),
        ("we stop at 30 minutes", 30),
        ("hard talks last one hour and a half", 90),
        ("conversations: 1 h 15 min", 75),
        ("1.5 hours at most per conversation", 90),
        ("we keep it under an hour", 60),
        ("talks about money take no more than half an hour", 30),
        ("we talk for thirty minutes at most", 30),
        ("discussions are limited to three quarters of an hour", 45),
        ("a talk takes up to 45 minutes, then a break of 10 minutes", 45),
        ("hard talks take at most 45 minutes, after 9pm we stop", 45),
        ("hard talks take at most 45 minutes and after 9pm we stop", 45),
        ("at most 45 minutes, then a break", 45),
        ("at most 45 minutes, and whoever needs a pause says so", 45),
        ("after 9pm a talk takes at most half an hour", None),
        ("after 9pm, a talk takes at most half an hour", 30),
        ("an hour and a half at most, but never before breakfast", 90),
        (
            "no talk over the phone; at most 20 minutes, never more than 15 minutes late at night",
            15,
        ),
    ],
)
def test_a_limit_is_understood_from_plain_words(text: str, minutes: int | None) -> None:
    assert minutes_in(text) == minutes


@pytest.mark.parametrize(
    "text",
    [
        "no name-calling",
        "no talk after 22:00",
        "we take a pause of 20 minutes",
        "a break of at most 20 minutes",
        "we wait 10 minutes before we talk",
        "we talk at least 20 minutes a day",
        "we come back within 30 minutes",
        "we stop talking within 5 minutes of a raised hand",
        "whoever is late by 10 minutes says so",
        "version 2.45 minutes are kept",
        "we take a break, at most 20 minutes",
        "we take a break and it lasts 20 minutes at most",
        "whoever asks for a pause, 20 minutes, comes back to talk",
        "at most 0 minutes",
        "at most 5000 minutes",
    ],
)
def test_what_is_no_limit_is_taken_for_none(text: str) -> None:
    assert minutes_in(text) is None


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("safe topics: money, the children", ("money", "the children")),
        ("Safe topics are the garden, work and the children; an hour", None),
        ("safe topics: money, the children, at most 20 minutes", ("money", "the children")),
        ("safe subjects: money / Money / holidays.", ("money", "holidays")),
        ("no name-calling", ()),
        ("safe topics are always welcome", ()),
    ],
)
def test_safe_topics_are_understood_from_plain_words(
    text: str, topics: tuple[str, ...] | None
) -> None:
    assert topics_in(text) == (("the garden", "work", "the children") if topics is None else topics)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("45", 45), ("an hour", 60), ("90 min", 90), ("1 h 30 min", 90), ("no", None), ("none", None)],
)
def test_an_option_says_it_outright(words: str, minutes: int | None) -> None:
    assert read_minutes(words) == minutes


@pytest.mark.parametrize("words", ["soon", "-5", "1e3", "2000", "45 apples", "٤٥"])
def test_what_is_no_length_of_time_is_told(words: str) -> None:
    with pytest.raises(Misread, match="how long"):
        read_minutes(words)


def test_topics_may_be_said_several_times_and_with_commas() -> None:
    assert read_topics(["money, the children", "Money", "work"]) == (
        "money",
        "the children",
        "work",
    )
    assert read_topics(["no"]) == ()
