"""The pages of boundaries, triggers and milestones, as they were looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from rich.cells import cell_len

from repairlog.kinds.assent import Adoption, Assent
from repairlog.kinds.boundaries import (
    Boundary,
    Crossing,
    Honoured,
    Pattern,
    Repaired,
    Retirement,
    Revision,
)
from repairlog.kinds.commitments import Delivery
from repairlog.kinds.keeping import Init
from repairlog.kinds.milestones import Celebration, Milestone
from repairlog.kinds.triggers import Meaning, Settling, Trigger
from repairlog.readings.boundaries import boundaries
from repairlog.readings.lists import AsOf, boundary_list, milestone_list, stand, trigger_list
from repairlog.readings.milestones import milestones
from repairlog.readings.triggers import trigger
from repairlog.render.boundaries import boundaries_page, boundary_page
from repairlog.render.milestones import milestones_page
from repairlog.render.theme import Page
from repairlog.render.triggers import triggers_page
from tests.build import Book, moment, promise
from tests.render.looked_at import looks_as_kept, text_of

NOW = moment("2026-11-23T18:00")

UNTAMED = [
    "להתקשר לאמא שלי 3 פעמים",
    "毎日仕事が終わったら必ず連絡する、遅くても十八時までに",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 dinner \U0001f469\U0001f3fd\u200d\U0001f680",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung" * 3,
    "[bold]no markup[/bold] :smile: \x1b[31mred \u202eevil \u2028 line",
]


def lived(
    text: str = "we ask before opening a phone", people: tuple[str, str] = ("Ana", "Sam")
) -> Book:
    """A life with boundaries, triggers and milestones in every state."""
    me, other = people
    book = Book(Init(me=me, partner=other))
    asked = Boundary(
        text=text,
        value="privacy",
        means=(text, "we say so"),
        remedy=text,
        revisit=date(2026, 11, 20),
    )
    b1 = book.write(asked, by=me, at="2026-09-06T18:00")
    p1 = book.write(Adoption(), by=me, about=b1, at="2026-09-06T18:00")
    book.write(Assent(attainable=3), by=other, about=p1, at="2026-09-07T18:00")
    for day in ("2026-09-18", "2026-10-02", "2026-11-20"):
        what = Crossing(what=text, version_of=b1.uid)
        crossing = book.write(what, by=me, about=b1, at=f"{day}T21:00")
        step = promise(text, start=day, by="2026-11-29")
        c = book.write(step, by=other, about=crossing, at=f"{day}T21:30")
        if day < "2026-11-01":
            book.write(Delivery(), by=other, about=c, at=f"{day}T22:00")
            book.write(Repaired(), by=me, about=crossing, at=f"{day}T23:00")
    book.write(Honoured(note=text), by=other, about=b1, at="2026-11-22T20:00")
    p = book.write(Pattern(name="secrecy"), by=me, about=b1, at="2026-11-21T20:00")
    book.write(Assent(), by=other, about=p, at="2026-11-21T21:00")
    revised = Revision(text="we knock", value="privacy", means=("three times",), why=text)
    book.write(revised, by=other, about=b1, at="2026-11-22T20:00")
    own = Boundary(text="we rest", value="space", means=("a closed door",))
    b2 = book.write(own, by=other, at="2026-11-01T18:00")
    book.write(Adoption(), by=other, about=b2, at="2026-11-01T18:00")
    book.write(Boundary(text=text), by=me, at="2026-11-02T18:00")
    b4 = book.write(Boundary(text="over", means=("done",)), by=me, at="2026-09-02T18:00")
    book.write(Retirement(), by=me, about=b4, at="2026-10-02T18:00")
    return _felt(book, text, people)


def _felt(book: Book, text: str, people: tuple[str, str]) -> Book:
    me, other = people
    back = moment("2026-11-16T18:20")
    late = Trigger(
        text=text, sort="reminder", intensity=6, effect=text, response="pause", back=back
    )
    t1 = book.write(late, by=me, at="2026-11-16T18:00")
    book.write(Meaning(text=text), by=other, about=t1, at="2026-11-16T19:00")
    book.write(Settling(intensity=3, helped=text), by=me, about=t1, at="2026-11-16T20:00")
    book.write(Trigger(text="a loud door"), by=other, at="2026-11-20T18:00")
    book.write(Trigger(text="an old letter", sort="stressor"), by=me, at="2026-09-20T18:00")
    c = book.write(promise(text, every="sunday"), by=me, at="2026-10-26T18:00")
    month = Milestone(text=text, when=f"{c.ref} kept 2")
    for body in (month, Milestone(text="a hundred days", by=date(2026, 12, 6))):
        m = book.write(body, by=me, at="2026-10-27T18:00")
        p = book.write(Adoption(), by=me, about=m, at="2026-10-27T18:00")
        book.write(Assent(), by=other, about=p, at="2026-10-27T19:00")
    book.write(Milestone(text=text, when="checkins weekly 8"), by=me, at="2026-11-20T18:00")
    done = book.write(Milestone(text="a first walk"), by=me, at="2026-11-01T18:00")
    book.write(Celebration(note=text), by=other, about=done, at="2026-11-08T18:00")
    for day in ("2026-11-01", "2026-11-08"):
        book.write(Delivery(), by=me, about=c, at=f"{day}T18:00")
    return book


def pages(book: Book) -> dict[str, Page]:
    record, held = book.record, book.settings
    reports = boundaries(record, held, NOW)
    triggers = [trigger(record, item, held, NOW) for item in record.of(Trigger)]
    return {
        "boundaries": boundaries_page(boundary_list(record, reports, held, NOW)),
        "boundary": boundary_page(stand(record, reports[0], held, NOW), AsOf.of(held, NOW)),
        "triggers": triggers_page(trigger_list(triggers, held, NOW, date(2026, 10, 27))),
        "milestones": milestones_page(milestone_list(milestones(record, held, NOW), held, NOW)),
    }


NAMES = ["boundaries", "boundary", "triggers", "milestones"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [80, 48])
def test_the_page_as_it_was_looked_at(name: str, width: int) -> None:
    looks_as_kept(f"{name}-{width}", text_of(pages(lived())[name], width))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [80, 120, 60])
@pytest.mark.parametrize("text", UNTAMED)
def test_no_text_breaks_a_column_or_acts_on_the_terminal(name: str, width: int, text: str) -> None:
    book = lived(text, ("אנה", "健太郎 the very long-named one"))

    shown = text_of(pages(book)[name], width)

    assert max(cell_len(line) for line in shown.splitlines()) <= width
    assert "\x1b" not in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize("name", NAMES)
def test_erased_words_are_said_to_be_gone(name: str) -> None:
    book = lived("an unspeakable word")
    book.entries = [
        replace(e, fields=None) if "unspeakable" in str(e.fields) else e for e in book.entries
    ]

    shown = text_of(pages(book)[name])

    assert "unspeakable" not in shown
    assert "erased by its author" in shown
