"""Conversations: what each one said and heard, and whether it was heard as it was meant.

A talk is one person's account. The other's account of the same conversation is a talk about it.
What was heard is a paraphrase of the other, who alone confirms or corrects it; after a correction
its writer says again what they hear, and each round is kept.
"""

from __future__ import annotations

from dataclasses import dataclass

from repairlog.kinds.body import Body, OthersWords, Proposal, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(Body):
    """One person's account of a conversation: ``text`` is its topic, ``said`` their own "I"
    statement, ``heard`` the other in their own words, ``minutes`` how long it was.

    What is still open after it is a misread about it.
    """

    text: Words
    said: Words | None = None
    heard: OthersWords | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paraphrase(Body):
    """What its writer heard the other say, in a later round; about the correction that it answers,
    or about the talk where it answers none."""

    text: OthersWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation(Body):
    """The speaker's word on one paraphrase: heard as it was meant, or ``correct`` says what was
    meant. About the talk, or the later paraphrase, that it answers."""

    correct: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary(Proposal):
    """What both could say of a conversation or a trigger; about that. The two accounts stand."""

    text: Words
