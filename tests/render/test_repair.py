"""What was owned and repaired, on the week's page and in `show`, as it was looked at."""

from __future__ import annotations

from datetime import date
from itertools import cycle

import pytest
from rich.cells import cell_len

from repairlog.dates import Span
from repairlog.entries import Entry
from repairlog.kinds import Body
from repairlog.kinds.assent import Adoption, Assent, Decline
from repairlog.kinds.commitments import Delivery, Miss
from repairlog.kinds.keeping import Init
from repairlog.kinds.moments import Project, Update
from repairlog.kinds.repair import Acknowledgement, Apology, Disclosure, Setback
from repairlog.readings.review import ReviewReport, review
from repairlog.readings.thing import thing
from repairlog.render.review import page
from repairlog.render.show import show_page
from repairlog.render.theme import Page
from tests.build import Book, moment, promise
from tests.made import reworded
from tests.render.looked_at import looks_as_kept, text_of
from tests.render.test_lists import UNTAMED

NOW = moment("2026-11-22T19:40")
WEEK = Span(date(2026, 11, 16), date(2026, 11, 22))


def lived(ana: str = "Ana", sam: str = "Sam") -> Book:
    """A life with what can be told, owned and repaired, in every state."""
    book = Book(Init(me=ana, partner=sam))

    def write(body: Body, by: str, at: str, about: Entry | None = None) -> Entry:
        return book.write(body, by=by, at=f"2026-11-{at}", about=about)

    text = promise("text when leaving work", every="weekday", start="2026-11-02")
    c1 = write(text, sam, "01T20:00")
    for day in ("02", "03", "04", "05"):
        write(Delivery(), sam, f"{day}T17:50", c1)
    told = Disclosure(text="she wrote to me, and I did not answer")
    e1 = book.write(told, by=sam, at="2026-11-16T17:20", written="2026-11-16T18:00")
    write(Acknowledgement(note="thank you for telling me"), ana, "16T18:10", e1)
    late = Disclosure(text="I drove past the old flat")
    book.write(late, by=sam, day="2026-11-04", written="2026-11-08T20:00")
    apology = Apology(text="I hurt your trust", responsibility="I hid it for weeks")
    e2 = write(apology, sam, "03T20:00")
    c2 = write(promise("a first hour with the counsellor", by="2026-11-18"), sam, "03T20:00", e2)
    write(Update(text="they have an hour on Wednesday"), sam, "16T09:00", c2)
    write(Delivery(), sam, "18T15:00", c2)
    asks = Apology(text="for my tone on Sunday", responsibility="I was unkind", forgiveness=True)
    e3 = write(asks, sam, "09T20:00")
    write(promise("breakfast, and a walk", start="2026-11-09"), sam, "09T20:00", e3)
    own = write(Miss(own="I let it slide", of=date(2026, 11, 6)), sam, "08T20:00", c1)
    write(promise("an alarm at ten to six", start="2026-11-08"), sam, "08T20:00", own)
    _setbacks(book, ana, sam, c1)
    beds = write(Project(text="raised beds for the spring"), ana, "10T20:00")
    write(promise("draw where they go", by="2026-11-24"), ana, "10T20:00", beds)
    return book


def _setbacks(book: Book, ana: str, sam: str, c1: Entry) -> None:
    for day, words, plan, answer in (
        ("07", "two evenings without a text", "set an alarm for it", Assent()),
        ("20", "the alarm did not ring", "text from the lift", Decline()),
        ("21", "and again", "ask Ana to ring", None),
    ):
        at = f"2026-11-{day}T20:00"
        setback = book.write(Setback(text=words), by=sam, about=c1, at=at)
        made = promise(plan, start=f"2026-11-{day}")
        promised = book.write(made, by=sam, about=setback, at=at)
        asked = book.write(Adoption(), by=sam, about=promised, at=at)
        if answer:
            book.write(answer, by=ana, about=asked, at=f"2026-11-{day}T21:00")
        if day == "07":
            book.write(Delivery(), by=sam, about=promised, at="2026-11-08T19:00")


def week(book: Book) -> ReviewReport:
    return review(book.record, book.settings, NOW, WEEK)


def shown(book: Book, ref: str) -> Page:
    [entry] = [entry for entry in book.entries if entry.ref == ref]
    return show_page(thing(book.entries, entry, book.settings, NOW))


@pytest.mark.parametrize("width", [48, 80])
def test_the_week_as_it_was_looked_at(width: int) -> None:
    looks_as_kept(f"repairs-{width}", text_of(page(week(lived())), width))


def test_the_versions_of_a_plan_as_they_were_looked_at() -> None:
    looks_as_kept("show-plan-80", text_of(shown(lived(), "c1")))


@pytest.mark.parametrize("width", [30, 48, 80, 100])
def test_no_line_is_wider_than_the_page_and_no_control_code_is_in_it(width: int) -> None:
    texts = cycle(UNTAMED)
    book = lived("אנה", "健太郎 the very long-named one")
    book.entries = reworded(book, lambda entry, field: next(texts))
    refs = [entry.ref for entry in book.entries if entry.kind in ("disclosure", "apology")]
    refs += [entry.ref for entry in book.entries if entry.kind in ("setback", "project")]
    for one in (page(week(book)), *(shown(book, ref) for ref in (*refs, "c1"))):
        text = text_of(one, width)
        assert max(map(cell_len, text.splitlines())) <= width
        assert all(char == "\n" or ord(char) >= 32 for char in text)


def test_nothing_scolds_and_nobody_is_counted() -> None:
    book = lived()
    for one in (page(week(book)), shown(book, "c1"), shown(book, "e5")):
        text = text_of(one).lower()
        for word in ("fail", "broke", "streak", "score", "overdue", "violat", "again and again"):
            assert word not in text


def test_the_pages_read_without_signs() -> None:
    book = lived()
    for one in (page(week(book)), shown(book, "c1")):
        assert text_of(one, encoding="ascii").isascii()
