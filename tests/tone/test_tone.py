"""The nudge's rules on sentences of our own: false alarms first, then what it hears, by class.

The files but `development` were written before the rules learnt from them, and each says what was
heard at the first look; the figures of today are printed.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from repairlog.tone import nudge
from repairlog.tone.rule import Rule
from repairlog.tone.rules import RULES

HERE = Path(__file__).parent
HEARD = {
    "criticism": 0.70,
    "contempt": 0.70,
    "judgement": 0.70,
    "defensiveness": 0.50,
    "stonewalling": 0.50,
}


def sentences(name: str) -> dict[str, list[str]]:
    """The drafts of a file by class: a line with a colon at its end opens a class."""
    found: dict[str, list[str]] = {}
    drafts: list[str] = []
    for line in (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.endswith(":"):
            drafts = found.setdefault(line.removesuffix(":"), [])
        elif line.strip() and not line.startswith("#"):
            drafts.append(line)
    return found


def share(drafts: list[str]) -> float:
    return sum(nudge(draft) is not None for draft in drafts) / len(drafts)


@pytest.mark.parametrize(
    "name",
    ["development", "held_out", "later", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"],
)
def test_healthy_sentences_are_left_alone_and_hurtful_ones_mostly_heard(name: str) -> None:
    shares = {kind: share(drafts) for kind, drafts in sentences(name).items()}
    print(name, {kind: f"{part:.0%}" for kind, part in shares.items()})
    assert shares.pop("healthy") <= 0.03
    assert {kind: part for kind, part in shares.items() if part < HEARD[kind]} == {}


@pytest.mark.parametrize(
    "draft",
    [
        "I feel betrayed.",
        "I never want to lose you.",
        "You always make me tea when I come home.",
        "I am hurt, but I want to talk.",
        "You lied to me, and it hurts.",
        "I feel like you don't love me.",
        "I feel like you don't care about me any more.",
        "I feel like you are leaving me.",
    ],
)
def test_pain_and_gratitude_are_never_corrected(draft: str) -> None:
    assert nudge(draft) is None


def test_a_nudge_is_tentative_and_offers_a_gentler_form() -> None:
    found = nudge("You never listen to me.")
    assert found is not None
    assert "could be heard as" in found.why
    assert found.saw in "You never listen to me."


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_hears_its_example_and_leaves_what_is_only_alike(rule: Rule) -> None:
    found = nudge(rule.example)

    assert found is not None
    assert found.rule == rule.name
    assert nudge(rule.near_miss) is None
    assert all((rule.reason, str(rule.gentler), rule.heard))


def test_a_gentler_form_accuses_nobody_and_asks_for_no_detail() -> None:
    for rule in RULES:
        assert nudge(str(rule.gentler)) is None, rule.name
        assert str(rule.gentler).rstrip(".").endswith(("?", "come back to it")), rule.name


TELLING = (
    *("alcohol", "bank", "bottle", "counsellor", "drink", "drunk", "letter", "message", "money"),
    *("party", "phone", "sam", "slammed", "truth", "without me"),
)
"""Words that tell a story of their own, which may be the worst one of those who read it."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_gentler_form_tells_of_everyday_things_and_no_story_of_its_own(rule: Rule) -> None:
    told = str(rule.gentler).casefold()

    assert not [word for word in TELLING if re.search(rf"\b{word}\b", told)]
