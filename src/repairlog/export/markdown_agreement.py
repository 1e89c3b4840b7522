"""The agreement in force, as the last part of the markdown summary: all that binds now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from repairlog.dates import in_full
from repairlog.export.escape import inline
from repairlog.export.markdown_page import Page, item
from repairlog.kinds.agreement import Cadence, Response, Rule
from repairlog.readings.agreed_words import length, lists_its_topics, title
from repairlog.readings.in_force import Term
from repairlog.readings.wording import sentence

Lines: TypeAlias = "Iterator[str]"

PARTS = {
    "boundary": "Boundaries",
    "rule": "Ground rules",
    "response": "Agreed responses",
    "cadence": "Check-ins",
}


def agreement(page: Page) -> Lines:
    """Everything in the words that hold: whose yes, how attainable, when it is looked at again."""
    terms = page.summary.review.terms
    if not terms:
        return
    yield "## The agreement in force"
    for sort, name in PARTS.items():
        those = [term for term in terms if term.sort == sort]
        if those:
            yield ""
            yield f"### {name}"
            yield ""
        for term in those:
            yield from _term(page, term)


def _term(page: Page, term: Term) -> Lines:
    version = f", version {term.number}" if term.number > 1 else ""
    yield item(f"**{term.ref}** {_words(page, term)}{version}, {_held_by(page, term)}")
    if term.boundary:
        yield from _boundary(page, term)
    elif term.text is not None:
        yield from _limits(page, term)
    if term.attainable:
        rated = ", ".join(f"{inline(who)} {rating}" for who, rating in term.attainable)
        yield item(f"how attainable it feels: {rated} of 10", 1)
    if term.revisit:
        lapsed = ", which has passed; it holds all the same" if term.lapsed else ""
        yield item(f"to be revisited {in_full(term.revisit)}{lapsed}", 1)


def _words(page: Page, term: Term) -> str:
    """What it is called: a boundary's value and words, a response's name and words."""
    body = term.agreed.body if term.agreed else None
    if isinstance(body, Cadence):
        return title(body)
    own = None
    if term.text is not None and term.boundary:
        own = term.boundary.version.text
    elif term.text is not None and isinstance(body, Rule | Response):
        own = body.text
    lead = ""
    if isinstance(body, Response):
        lead = f"{page.said(body.name)}: "
    elif term.value:
        lead = f"{inline(sentence(term.value))}: "
    return f"{lead}{page.said(own)}"


def _boundary(page: Page, term: Term) -> Lines:
    assert term.boundary is not None
    version = term.boundary.version
    if version.erased:
        return
    for behaviour in version.means:
        yield item(f"it means: {page.said(behaviour, 4)}", 1)
    if version.remedy:
        yield item(f"if it is crossed: {page.said(version.remedy, 4)}", 1)
    for pattern in term.boundary.patterns:
        both = " that both named" if page.summary.review.people[1:] else ""
        yield item(f"a pattern{both}: {page.said(pattern, 4)}", 1)


def _limits(page: Page, term: Term) -> Lines:
    match term.agreed.body if term.agreed else None:
        case Rule(minutes=minutes, topics=topics) as rule:
            if minutes:
                yield item(f"a talk takes at most {length(minutes)}", 1)
            if topics and not lists_its_topics(rule):
                yield item(f"safe topics: {', '.join(page.said(one, 4) for one in topics)}", 1)
        case Response(pause=True):
            yield item("a pause, with a time to be back", 1)


def _held_by(page: Page, term: Term) -> str:
    if term.agreed_on:
        return f"agreed by both on {in_full(term.agreed_on)}"
    since = f" since {in_full(term.since)}" if term.since else ""
    alone = not page.summary.review.people[1:]
    return f"{inline(term.by)}'s own{since}{'' if alone else ', not agreed by both'}"
