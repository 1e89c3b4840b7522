"""How a part of the agreement is said in words, the same on every page and in every echo."""

from __future__ import annotations

from dataclasses import replace

from repairlog.kinds.agreement import Cadence, Response, Rule
from repairlog.readings.wording import GONE, sentence
from repairlog.text import one_line

Part = Rule | Response | Cadence


def title(body: Part) -> str:
    """What it is, and its words: ``Ground rule: No name-calling``."""
    if isinstance(body, Cadence):
        return f"{body.cadence.capitalize()} check-ins" + (
            f" by {body.at:%H:%M}" if body.at else ""
        )
    return f"Ground rule: {called(body)}" if isinstance(body, Rule) else f"Response {called(body)}"


def called(body: Part) -> str:
    """Its words alone: ``No name-calling``, ``'time-out': Twenty minutes apart``."""
    match body:
        case Rule(text=text):
            return sentence(one_line(text)) or GONE
        case Response(name=name, text=text):
            return f"'{one_line(name)}': {sentence(one_line(text))}" if text else GONE
    return title(body)


def short(body: Part) -> str | None:
    """What it is called for short: a rule's words, a response's name (None: they were erased)."""
    match body:
        case Rule(text=text):
            return text or None
        case Response(name=name):
            return name or None
    return title(body)


def known_by(name: str) -> str:
    """A response's name as it is compared: capitals and blanks make no other name of it."""
    return " ".join(name.casefold().split())


def limits(body: Part) -> tuple[str, ...]:
    """What the program understands of it: a rule's limit and safe topics, that it is a pause."""
    match body:
        case Rule(minutes=minutes, topics=topics):
            limit = f"a talk takes at most {length(minutes)}" if minutes else ""
            safe = f"safe topics: {', '.join(map(one_line, topics))}" if topics else ""
            return tuple(line for line in (limit, safe) if line)
        case Response(pause=True):
            return ("a pause, with a time to be back",)
    return ()


def unsaid(body: Part) -> tuple[str, ...]:
    """The same for a page that shows its words: without the topics that these list already."""
    if isinstance(body, Rule) and lists_its_topics(body):
        return limits(replace(body, topics=()))
    return limits(body)


def lists_its_topics(rule: Rule) -> bool:
    """Whether the rule's own words name every safe topic of it."""
    words = one_line(rule.text or "").casefold().split()
    said = " ".join(word.strip(",.;:") for word in words)
    topics = [one_line(one).casefold() for one in rule.topics]
    shorter = sum(map(len, topics)) < len(said)
    return bool(topics) and shorter and all(f" {one} " in f" {said} " for one in topics)


def length(minutes: int) -> str:
    """A length of time as people say it: ``45 minutes``, ``an hour``, ``an hour and a half``."""
    if minutes == 90:
        return "an hour and a half"
    hours, rest = divmod(minutes, 60)
    if rest or not hours:
        return f"{minutes} minutes" if minutes != 1 else "a minute"
    return "an hour" if hours == 1 else f"{hours} hours"
