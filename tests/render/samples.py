"""A life of twelve weeks, in literal entries, for the pages that are looked at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from repairlog.entries import Entry
from repairlog.kinds.assent import Adoption, Assent
from repairlog.kinds.boundaries import Boundary, Crossing, Repaired, Revision
from repairlog.kinds.changes import Ease, Release, Renegotiation
from repairlog.kinds.commitments import Delivery, Miss
from repairlog.kinds.milestones import Celebration, Milestone
from repairlog.kinds.pace import Slow
from repairlog.kinds.reviews import Review
from repairlog.kinds.triggers import Trigger
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


def months() -> Book:
    """The same life with its boundaries, milestones, triggers and reviews."""
    book = twelve_weeks()
    privacy = book.write(
        Boundary(
            text="we ask before we open each other's phone",
            value="privacy",
            means=("phones stay face up on the shelf",),
        ),
        by="Ben",
        at="2026-09-05T20:00",
    )
    agree(
        book, book.write(Adoption(), by="Ben", about=privacy, at="2026-09-05T20:00"), "2026-09-06"
    )
    look_forward(book, "a month of Sunday plans", "2026-09-13", celebrated="2026-11-22")
    look_forward(book, "a hundred days", "2026-10-04", by="2026-12-06")
    crossed = book.write(
        Crossing(what="my phone lay unlocked on the table", version_of=privacy.uid),
        by="Ben",
        about=privacy,
        at="2026-09-18T21:00",
    )
    for text, done in (("tell you what I looked at", "20"), ("set the shelf up again", "22")):
        step = book.write(
            promise(text, by="2026-09-22", start="2026-09-18"), about=crossed, at="2026-09-18T21:10"
        )
        book.write(Delivery(), about=step, at=f"2026-09-{done}T19:00")
    book.write(Repaired(), by="Ben", about=crossed, at="2026-09-24T20:00")
    honesty = book.write(
        Boundary(
            text="we tell the day as it was",
            value="honesty",
            means=("who was there, without being asked",),
            revisit=date(2026, 11, 24),
        ),
        at="2026-10-14T20:00",
    )
    agree(book, book.write(Adoption(), about=honesty, at="2026-10-14T20:00"), "2026-10-15", "Ben")
    second = Revision(
        text="we tell the day as it was, also the dull parts",
        value="honesty",
        means=("who was there, without being asked", "within the same evening"),
        revisit=date(2026, 11, 24),
        why="the evening is when it counts",
    )
    agree(book, book.write(second, about=honesty, at="2026-10-25T20:00"), "2026-10-25", "Ben")
    for month, days in (("09", TRIGGERS[0]), ("10", TRIGGERS[1]), ("11", TRIGGERS[2])):
        for day in days:
            book.write(Trigger(text="a late reply"), by="Ben", at=f"2026-{month}-{day:02}T18:30")
    for week in REVIEWED:
        held = date.fromisoformat(week)
        body = Review(week=held, present=("Ana", "Ben"))
        book.write(body, at=f"{held + 6 * DAY}T20:30")
    return book


TRIGGERS = (
    (1, 2, 4, 7, 8, 9, 11, 12, 14, 16, 17, 19, 22, 24, 25, 27, 29),
    (1, 3, 5, 8, 10, 13, 15, 19, 21, 27, 29, 30),
    (2, 5, 10, 12, 16, 17, 19),
)
REVIEWED = (
    *("2026-09-07", "2026-09-14", "2026-09-28", "2026-10-05", "2026-10-12"),
    *("2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09"),
)


def agree(book: Book, proposal: Entry, day: str, by: str = "Ana") -> None:
    """The other person's yes."""
    book.write(Assent(), by=by, about=proposal, at=f"{day}T20:30")


def look_forward(
    book: Book, text: str, day: str, *, by: str | None = None, celebrated: str | None = None
) -> None:
    """A milestone that both want, and perhaps its celebration."""
    body = Milestone(text=text, by=date.fromisoformat(by) if by else None)
    milestone = book.write(body, at=f"{day}T20:00")
    agree(book, book.write(Adoption(), about=milestone, at=f"{day}T20:00"), day, "Ben")
    if celebrated:
        party = Celebration(note="pancakes at midnight")
        book.write(party, about=milestone, at=f"{celebrated}T19:30")
