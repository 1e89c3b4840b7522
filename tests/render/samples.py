"""A life of twelve weeks, in literal entries, for the pages that are looked at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from repairlog.entries import Entry
from repairlog.kinds.assent import Adoption, Assent
from repairlog.kinds.commitments import Delivery, Ease, Miss, Release, Renegotiation
from repairlog.kinds.pace import Slow
from tests.build import Book, promise

NOW = "2026-11-22T19:40"
DAY = timedelta(days=1)


def weekdays(first: str, last: str) -> list[date]:
    """The Mondays to Fridays from one day to another."""
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    days = (begin + n * DAY for n in range((end - begin).days + 1))
    return [day for day in days if day.weekday() < 5]


def deliver(book: Book, about: Entry, days: Iterable[date | str], clock: str, **late: str) -> None:
    """A delivery on each day at the clock's time; ``d20261118="18:40"`` names another."""
    for day in days:
        at = late.get(f"d{day}".replace("-", ""), clock)
        if at:
            book.write(Delivery(), by=about.by, about=about, at=f"{day}T{at}")


def twelve_weeks() -> Book:
    """Commitments as the sketches have them: kept, late, owned, eased, open, waiting."""
    book = Book()
    text = book.write(
        promise("text when leaving work", every="weekday", at="18:00", start="2026-09-07"),
        at="2026-09-07T08:00",
    )
    days = weekdays("2026-09-07", "2026-11-20")
    gone = {"d20260910": "", "d20260917": "", "d20260918": "", "d20260929": "", "d20261112": ""}
    slow = {"d20261104": "18:20", "d20261118": "18:41", "d20260924": "19:02"}
    deliver(book, text, days, "17:50", **gone, **slow)
    plan = book.write(
        promise("Sunday plan for the week", every="sunday", start="2026-10-24"),
        at="2026-10-24T10:00",
    )
    deliver(book, plan, ("2026-10-25", "2026-11-01", "2026-11-08", "2026-11-15"), "19:00")
    deliver(book, plan, ["2026-11-22"], "19:10")
    news = book.write(
        promise("ten minutes of news of the day", every="3 times a week", start="2026-10-26"),
        at="2026-10-26T08:00",
    )
    for days_of_week in (("27", "28", "29"), ("03", "05", "07"), ("10",), ("16", "18")):
        month = "10" if days_of_week[0] > "26" else "11"
        deliver(book, news, [f"2026-{month}-{d}" for d in days_of_week], "21:00")
    pause = Ease(start=date(2026, 11, 9), until=date(2026, 11, 15), why="a week at my mother's")
    asked = book.write(pause, about=news, at="2026-11-08T20:00")
    book.write(Assent(), by="Ben", about=asked, at="2026-11-08T20:05")
    owned = "I was tired and let it slide. I could have said so."
    miss = book.write(Miss(own=owned, of=date(2026, 11, 22)), about=news, at="2026-11-17T22:00")
    session = book.write(
        promise("book a first session with a therapist", by="2026-11-20", start="2026-11-08"),
        at="2026-11-08T20:20",
    )
    book.write(Delivery(), about=session, at="2026-11-19T11:15")
    book.write(
        promise("write down three good memories", by="2026-11-29", start="2026-11-15"),
        by="Ben",
        at="2026-11-15T20:00",
    )
    book.write(
        promise("say by 20:00 if I need to move it", start="2026-11-17"),
        about=miss,
        at="2026-11-17T22:00",
    )
    old = book.write(
        promise("call when the train is late", every="mon,thu", start="2026-09-07"),
        at="2026-09-07T09:00",
    )
    free = book.write(Release(why="I work from home now"), about=old, at="2026-11-15T20:30")
    book.write(Assent(), by="Ben", about=free, at="2026-11-15T20:31")
    step = book.write(
        promise(
            "leave the phone on the shelf at dinner", every="day", start="2026-11-22", who="Ben"
        ),
        at="2026-11-21T20:00",
    )
    book.write(Adoption(), about=step, at="2026-11-21T20:00")
    change = Renegotiation(
        start=date(2026, 10, 24), every="saturday", rrule="FREQ=WEEKLY;BYDAY=SA", why="calmer"
    )
    book.write(change, about=plan, at="2026-11-21T20:10")
    book.write(Slow(until=date(2026, 11, 29)), by="Ben", at="2026-11-20T08:00")
    return book
