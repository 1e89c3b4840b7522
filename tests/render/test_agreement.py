"""The page of the agreement, as it was looked at."""

from __future__ import annotations

from datetime import date, time

import pytest
from rich.cells import cell_len

from repairlog.entries import Entry
from repairlog.kinds.agreement import Cadence, Consent, Ending, Renewal, Response, Rule
from repairlog.kinds.assent import Adoption, Assent
from repairlog.kinds.body import Body
from repairlog.kinds.boundaries import Boundary
from repairlog.kinds.keeping import Init
from repairlog.kinds.milestones import Milestone
from repairlog.kinds.pace import Slow
from repairlog.readings.in_force import InForce, in_force
from repairlog.render.agreement import agreement_page, due_page
from repairlog.render.theme import Page
from tests.build import Book, moment
from tests.render.looked_at import looks_as_kept, text_of
from tests.render.test_lists import UNTAMED

NOW = moment("2026-11-23T18:00")


def lived(text: str = "", people: tuple[str, str] = ("Ana", "Sam")) -> Book:
    """An agreement with something of every sort, due, lapsed, waiting and ended."""
    me, other = people
    book = Book(Init(me=me, partner=other))

    def both(body: Body, by: str = me, about: Entry | None = None, rated: int | None = 8) -> Entry:
        made = book.write(body, by=by, about=about, at="2026-09-20T18:00")
        yes = Assent(attainable=rated)
        book.write(yes, by=other if by == me else me, about=made, at="2026-09-21T18:00")
        return made

    ask = Boundary(
        text=text or "we ask before we open each other's phone",
        value=text or "privacy",
        means=(text or "ask out loud, and take no for an answer", text or "we say so"),
        remedy=text or "say it the same day",
        revisit=date(2026, 11, 20),
    )
    both(Adoption(attainable=9), about=book.write(ask, by=me, at="2026-09-20T18:00"), rated=3)
    own = book.write(Boundary(text="we rest", means=(text or "a closed door",)), by=other)
    book.write(Adoption(), by=other, about=own)
    limit = both(Rule(text=text or "hard talks take at most 45 minutes", minutes=45, attainable=9))
    topics = ("money", text or "the children")
    both(Rule(text=text or "safe topics only", topics=topics, minutes=30), about=limit, by=other)
    fits = both(Rule(text=text or "no name-calling", revisit=date(2026, 11, 1)))
    both(Renewal(revisit=date(2026, 11, 23), attainable=7), about=fits, by=other)
    both(Response(name=text or "time-out", text=text or "twenty minutes apart", pause=True))
    over = both(Rule(text="no talks in the car"))
    both(Ending(), about=over)
    both(Cadence(cadence="daily", at=time(21)))
    hundred = book.write(Milestone(text=text or "a hundred days", by=date(2026, 12, 8)), by=me)
    both(Adoption(), about=hundred)
    book.write(Consent(to="growth", given=True), by=me, at="2026-11-20T18:00")
    book.write(Slow(until=date(2026, 11, 30)), by=me, at="2026-11-20T18:00")
    book.write(Response(name="walk", text=text or "round the block"), by=other)
    return book


def report(book: Book) -> InForce:
    return in_force(book.record, book.settings, NOW)


def page(book: Book) -> Page:
    return agreement_page(report(book))


@pytest.mark.parametrize("width", [80, 48])
def test_the_page_is_as_it_was_looked_at(width: int) -> None:
    looks_as_kept(f"agreement-{width}", text_of(page(lived()), width))


def test_what_is_due_is_as_it_was_looked_at() -> None:
    looks_as_kept("agreement-due-80", text_of(due_page(report(lived())), 80))


@pytest.mark.parametrize("text", UNTAMED)
@pytest.mark.parametrize("width", [80, 48, 30])
def test_no_text_breaks_it(text: str, width: int) -> None:
    for laid in (page(lived(text, (text[:40], "B"))), due_page(report(lived(text)))):
        lines = text_of(laid, width).splitlines()
        assert max(map(cell_len, lines)) <= width
        assert not any(ord(char) < 32 or char in "\u202e\u2028" for line in lines for char in line)


def test_the_order_is_by_value_and_what_ended_is_not_there() -> None:
    told = report(lived())
    assert [name for name, _ in told.values] == ["privacy", ""]
    assert [term.ref for term in told.of("rule")] == ["p4", "p5"]
    assert [term.ref for term in told.due] == ["b1", "p5"]
    assert [one.ref for one in told.waiting] == ["p2", "p12"]


def test_nothing_yet_shows_how_to_begin() -> None:
    shown = text_of(page(Book(Init(me="Ana"))), 80)
    assert "Nothing is agreed yet" in shown
    assert "repairlog agreement rule" in shown


def test_one_person_alone_is_told_so() -> None:
    book = Book(Init(me="Ana"))
    book.write(Rule(text="no name-calling"), at="2026-09-20T18:00")
    shown = text_of(page(book), 80)
    assert "There is one person here, so it stands as Ana's own." in shown
    assert "waits" not in shown.casefold()
