"""The week's page, as it was looked at, and whatever people write in it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from rich.cells import cell_len

from repairlog.kinds.agreement import Rule
from repairlog.kinds.assent import Adoption, Assent
from repairlog.kinds.boundaries import Boundary, Crossing
from repairlog.kinds.checkins import Checkin
from repairlog.kinds.commitments import Delivery, Miss
from repairlog.kinds.conversations import Confirmation, Summary, Talk
from repairlog.kinds.keeping import Init
from repairlog.kinds.milestones import Milestone
from repairlog.kinds.moments import Answer, Doubt, Memory, Misread, Note, Win
from repairlog.kinds.pace import Hold, Slow
from repairlog.kinds.reviews import Review
from repairlog.kinds.triggers import Meaning, Trigger
from repairlog.readings.putting import within_reach
from repairlog.readings.review import ReviewReport, review
from repairlog.render.question import Screen, question_page
from repairlog.render.review import page
from repairlog.render.theme import Page
from tests.build import Book, moment, promise
from tests.render.looked_at import looks_as_kept, text_of
from tests.render.test_ledger import UNTAMED
from tests.week import EVENING, WEEK, on, week

BEGAN = date(2026, 8, 30)


def report(book: Book, at: str = EVENING) -> ReviewReport:
    return review(book.record, book.settings, moment(at), WEEK, began=BEGAN, seal="7K3Q-M2XD-90AF")


def shown(book: Book, width: int = 80, at: str = EVENING) -> str:
    return text_of(page(report(book, at)), width)


def untamed() -> Book:
    """Every text of every part of the page is one that pages easily break on."""
    ana, ben = "אנה", "健太郎 the very long-named one"
    book = Book(Init(me=ana, partner=ben))
    for text in UNTAMED:
        _promises(book, ana, text)
        _agreement(book, ana, ben, text)
        _conversation(book, ana, ben, text)
        for body in (Win(text=text), Memory(text=text), Note(text=text)):
            book.write(body, by=ben, at=on(20))
        doubt = book.write(Doubt(text=text), by=ben, at=on(3))
        book.write(Answer(text=text), by=ana, about=doubt, at=on(18))
        given = Checkin(cadence="weekly", safety=10, vigilance=10, summary=text, need=text)
        book.write(given, by=ben, at=on(21))
    return book


def _promises(book: Book, ana: str, text: str) -> None:
    c1 = book.write(promise(text, start="2026-11-02", every="day"), by=ana, at=on(1))
    book.write(Delivery(partly=True, note=text), by=ana, about=c1, at=on(17))
    own = Miss(own=text, of=date(2026, 11, 18))
    miss = book.write(own, by=ana, about=c1, at=on(18))
    book.write(promise(text, start="2026-11-18", by="2026-11-29"), by=ana, about=miss, at=on(18))


def _agreement(book: Book, ana: str, ben: str, text: str) -> None:
    named = Boundary(text=text, value=text[:20], means=(text,), remedy=text)
    boundary = book.write(named, by=ben, at=on(1))
    book.write(Adoption(), by=ben, about=boundary, at=on(1))
    book.write(Crossing(what=text, version_of=boundary.uid), by=ben, about=boundary, at=on(17))
    met = Trigger(text=text, effect=text, response=text, intensity=10)
    trigger = book.write(met, by=ben, at=on(17))
    book.write(Meaning(text=text), by=ana, about=trigger, at=on(18))
    milestone = book.write(Milestone(text=text, by=date(2026, 11, 28)), by=ana, at=on(1))
    adoption = book.write(Adoption(), by=ana, about=milestone, at=on(1))
    book.write(Assent(), by=ben, about=adoption, at=on(1))


def _conversation(book: Book, ana: str, ben: str, text: str) -> None:
    rule = book.write(Rule(text=text, minutes=5, topics=(f"{text} x",)), by=ana, at=on(1))
    book.write(Assent(), by=ben, about=rule, at=on(1))
    account = Talk(text=text, said=text, heard=text, minutes=60)
    talk = book.write(account, by=ana, at=on(17))
    book.write(Misread(text=text), by=ana, about=talk, at=on(17))
    book.write(Confirmation(correct=text), by=ben, about=talk, at=on(18))
    book.write(account, by=ben, about=talk, at=on(18))
    book.write(Summary(text=text), by=ben, about=talk, at=on(19))


@pytest.mark.parametrize("width", [80, 120])
def test_the_page_as_it_was_looked_at(width: int) -> None:
    looks_as_kept(f"review-{width}", shown(week(), width))


def test_the_page_on_a_terminal_without_signs() -> None:
    looks_as_kept("review-ascii", text_of(page(report(week())), 80, encoding="ascii"))


def test_the_page_on_half_a_screen() -> None:
    looks_as_kept("review-48", shown(week(), 48))


def test_a_page_of_200_columns_is_the_one_of_100() -> None:
    assert shown(week(), 200) == shown(week(), 100)


def test_what_went_right_is_left_out_where_other_parts_tell_of_good_things() -> None:
    book = Book()
    text = book.write(promise("text", start="2026-11-16", every="day"), at=on(15))
    assert "WHAT WENT RIGHT\n    Nothing was written down." in shown(book)

    book.write(Delivery(), about=text, at=on(18))
    assert "WHAT WENT RIGHT" not in shown(book)
    assert "Nothing was written down." not in shown(book)

    book.write(Win(text="we laughed"), at=on(18))
    assert "WHAT WENT RIGHT" in shown(book)


@pytest.mark.parametrize("width", [24, 40, 60, 80, 100])
def test_no_line_is_wider_than_the_page_and_no_control_code_is_in_it(width: int) -> None:
    tamed(shown(untamed(), width), width)


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40), (40, 16)])
def test_every_question_fits_its_screen_whatever_it_is_about(width: int, height: int) -> None:
    whole = report(untamed())
    screen = Screen("What became of it?", ("[d]elivered", "[enter] later", "[p]ause"), 4, 11)
    for question in within_reach(whole):
        asked: Page = question_page(whole, question, screen, height)
        text = text_of(asked, width)
        tamed(text, width)
        assert len(text.splitlines()) <= height - 3  # what is left is for the answer


def tamed(text: str, width: int) -> None:
    assert max(cell_len(line) for line in text.splitlines()) <= width
    assert all(char == "\n" or ord(char) >= 32 for char in text)
    assert not any(line != line.rstrip() for line in text.splitlines())


def test_nothing_is_called_missed_or_failed() -> None:
    book = week()
    book.write(promise("be there", start="2026-11-16", every="day"), at=on(15))

    words = shown(book).casefold()

    for word in ("missed", "fail", "broken", "score", "streak", "%"):
        assert word not in words
    assert "nothing said" in words


def test_days_long_past_of_which_nothing_was_said_stand_in_one_line() -> None:
    book = Book()
    often = promise("text", start="2026-08-17", every="week")
    kept = book.write(often, at="2026-08-17T08:00")
    for weeks in range(2, 14):
        day = date(2026, 8, 17) + weeks * timedelta(days=7)
        book.write(Delivery(), about=kept, at=f"{day}T12:00")

    assert "Of days before, nothing is said yet: c1 two since Sun 23 Aug" in shown(book)


def test_a_boundary_that_is_crossed_again_and_again_gets_an_offer_and_nobody_a_count() -> None:
    book = Book()
    named = book.write(Boundary(text="we ask", means=("ask",)), by="Ben", at=on(1))
    what = Crossing(what="it was opened", version_of=named.uid)
    book.write(what, by="Ben", about=named, at=on(3))
    assert "in twelve weeks" not in shown(book)

    book.write(what, by="Ben", about=named, at=on(17))
    assert "crossed twice in twelve weeks: would other words hold better" in shown(book)


def test_what_hardly_felt_attainable_is_said_when_it_is_revisited() -> None:
    book = Book()
    body = Boundary(text="we ask", means=("ask",), revisit=date(2026, 11, 25))
    named = book.write(body, by="Ben", at=on(1))
    adoption = book.write(Adoption(), by="Ben", about=named, at=on(1))
    book.write(Assent(attainable=3), by="Ana", about=adoption, at=on(1))

    assert "Ana finds it attainable to 3 of 10: would other words suit better?" in shown(book)


def test_an_empty_week_is_calm_and_short() -> None:
    lines = shown(Book(), at="2026-11-23T20:00").splitlines()

    assert "That says nothing about the week itself." in " ".join(" ".join(lines).split())
    assert len(lines) < 20


def test_a_pace_stands_on_top() -> None:
    book = Book()
    book.write(Slow(until=date(2026, 11, 27)), by="Ben", at=on(20))
    book.write(Hold(until=date(2026, 11, 25)), by="Ben", at=on(20))

    lines = shown(book).splitlines()

    assert "Ben asked for a slow pace until Fri 27 Nov" in lines[2]
    assert "Ben holds everything until Wed 25 Nov" in lines[3]


def test_it_says_whether_the_week_was_reviewed() -> None:
    book = Book()
    assert "This week was not reviewed." in shown(book, at="2026-11-23T20:00")

    book.write(Review(week=WEEK.first, present=("Ana", "Ben")), at="2026-11-23T20:00")
    assert "Reviewed on Mon 23 by Ana and Ben." in shown(book, at="2026-11-23T20:30")


def test_erased_words_are_called_so_wherever_they_stood() -> None:
    book = Book()
    told = book.write(Win(text="we went to her grave"), at=on(18))
    owned = book.write(promise("call her", start="2026-11-14", by="2026-11-18"), at=on(14))
    book.erase(told)
    book.erase(owned)

    text = shown(book)

    assert "grave" not in text
    assert "call her" not in text
    assert text.count("erased by its author") >= 2
