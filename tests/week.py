"""The week of the sketch: Ana repairs, Ben was hurt, Monday the 16th to Sunday the 22nd."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from repairlog.dates import Span
from repairlog.kinds.assent import Adoption, Assent
from repairlog.kinds.boundaries import Boundary, Crossing, Honoured
from repairlog.kinds.changes import Renegotiation
from repairlog.kinds.checkins import Checkin
from repairlog.kinds.commitments import Delivery, Miss
from repairlog.kinds.keeping import Init
from repairlog.kinds.milestones import Milestone
from repairlog.kinds.moments import Answer, Appreciation, Doubt, Memory, Note, Update, Win
from repairlog.kinds.reviews import Review
from repairlog.kinds.triggers import Meaning, Settling, Trigger
from tests.build import Book, moment, promise

WEEK = Span(date(2026, 11, 16), date(2026, 11, 22))
EVENING = "2026-11-22T19:40"


def now() -> datetime:
    """Sunday evening, the hour of the review."""
    return moment(EVENING)


def on(day: int, clock: str = "18:00") -> str:
    """A moment in November 2026."""
    return f"2026-11-{day:02}T{clock}"


def week(ana: str = "Ana", ben: str = "Ben") -> Book:
    """All that the two wrote, up to Sunday evening."""
    book = Book(Init(me=ana, partner=ben, repairing=ana, hurt=ben))
    _promises(book, ana, ben)
    _moments(book, ana, ben)
    _boundaries(book, ana, ben)
    _triggers(book, ana, ben)
    _checkins(book, ana, ben)
    _milestones(book, ana, ben)
    for day in (1, 8, 15):
        monday = date(2026, 11, day) - timedelta(days=6)
        book.write(Review(week=monday, present=(ana, ben)), by=ana, at=on(day, "20:30"))
    return book


def _promises(book: Book, ana: str, ben: str) -> None:
    c1 = book.write(
        promise("text when leaving work", start="2026-11-02", every="weekday", at="18:00"),
        by=ana,
        at=on(1),
    )
    for day in (*range(2, 7), *range(9, 14), 16, 17, 19, 20):
        book.write(Delivery(), by=ana, about=c1, at=on(day, "17:45"))
    book.write(Delivery(note="the train stood"), by=ana, about=c1, at=on(18, "18:20"))
    book.write(Update(text="I moved the late meeting to the morning"), by=ana, about=c1, at=on(18))
    plan = promise("Sunday plan for the week", start="2026-10-26", every="sunday")
    c2 = book.write(plan, by=ana, at="2026-10-25T20:00")
    for day in (1, 8, 15, 22):
        book.write(Delivery(), by=ana, about=c2, at=on(day, "17:00"))
    news = promise("ten minutes of news of the day", start="2026-11-02", every="3 times a week")
    c3 = book.write(news, by=ana, at=on(1))
    for day in (2, 4, 6, 9, 11, 13, 16, 19):
        book.write(Delivery(), by=ana, about=c3, at=on(day, "21:00"))
    own = Miss(own="I was tired and let it slide. I could have said so.", of=date(2026, 11, 22))
    miss = book.write(own, by=ana, about=c3, at=on(22, "19:00"))
    c4 = book.write(
        promise("book a first session with a therapist", start="2026-11-09", by="2026-11-20"),
        by=ana,
        at=on(9),
    )
    book.write(Delivery(), by=ana, about=c4, at=on(19, "12:00"))
    book.write(
        promise("write down three good memories", start="2026-11-15", by="2026-11-29"),
        by=ben,
        at=on(15),
    )
    book.write(
        promise("say by 20:00 if I need to move it", start="2026-11-22"),
        by=ana,
        about=miss,
        at=on(22, "19:00"),
    )
    terms = promise("", start="2026-11-22", every="weekday", at="18:30")
    change = Renegotiation(
        start=terms.start, every=terms.every, rrule=terms.rrule, at=terms.at, why="the new bus"
    )
    book.write(change, by=ana, about=c1, at=on(22, "19:10"))


def _moments(book: Book, ana: str, ben: str) -> None:
    book.write(Memory(text="the night train, and breakfast on the platform"), by=ana, at=on(1))
    told = Appreciation(text="You told me about the call before I asked.")
    book.write(told, by=ben, at=on(18))
    book.write(Win(text="We walked home the long way and laughed."), by=ana, at=on(21))
    book.write(Note(text="The neighbours' dog is called Trust."), by=ben, at=on(20))
    book.write(Doubt(text="I still check the clock at six."), by=ben, at=on(8))
    d2 = book.write(Doubt(text="Are the Thursdays really at the gym?"), by=ben, at=on(17))
    book.write(Answer(text="Come along next week."), by=ana, about=d2, at=on(18))


def _boundaries(book: Book, ana: str, ben: str) -> None:
    asks = Boundary(
        text="We ask before we open each other's phone.",
        value="privacy",
        means=("no looking at screens",),
    )
    tells = Boundary(
        text="What touches us both is told the same day.",
        value="honesty",
        means=("calls are told",),
        revisit=date(2026, 11, 24),
    )
    space = Boundary(text="An hour alone after a hard talk.", value="space", means=("door shut",))
    made = [book.write(one, by=ben, at="2026-09-06T19:00") for one in (asks, tells, space)]
    for one in made:
        adoption = book.write(Adoption(), by=ben, about=one, at="2026-09-06T19:00")
        book.write(Assent(attainable=8), by=ana, about=adoption, at="2026-09-06T19:30")
    book.write(Honoured(), by=ben, about=made[0], at=on(20))
    what = Crossing(what="The door was opened after ten minutes.", version_of=made[2].uid)
    crossing = book.write(what, by=ben, about=made[2], at=on(18))
    step = promise("knock, and wait for an answer", start="2026-11-18", by="2026-11-25")
    book.write(step, by=ana, about=crossing, at=on(18))


def _triggers(book: Book, ana: str, ben: str) -> None:
    for day in (9, 10, 12, 13):
        t = book.write(Trigger(text="a song on the radio", sort="reminder"), by=ben, at=on(day))
        book.write(Settling(), by=ben, about=t, at=on(day, "20:00"))
        book.write(Meaning(text="It was not on my mind."), by=ana, about=t, at=on(day, "20:00"))
    late = Trigger(
        text="a late reply",
        sort="conflict",
        intensity=6,
        effect="I was back in August at once.",
        response="pause",
    )
    t5 = book.write(late, by=ben, at=on(17))
    helped = Settling(intensity=3, helped="paused 20 minutes, then talked")
    book.write(helped, by=ben, about=t5, at=on(17, "21:00"))
    for day, text in ((18, "the street where it was"), (19, "her name in a film")):
        t = book.write(Trigger(text=text, sort="reminder", intensity=4), by=ben, at=on(day))
        book.write(Settling(intensity=2), by=ben, about=t, at=on(day, "21:00"))
        book.write(Meaning(text="I chose the way without thinking."), by=ana, about=t, at=on(day))


def _checkins(book: Book, ana: str, ben: str) -> None:
    for day in (14, 15, 16, 17, 18, 20, 21, 22):
        book.write(Checkin(cadence="daily"), by=ana, at=on(day, "19:20"))
    scales = {14: (3, 8), 16: (3, 7), 17: (4, 7), 18: (4, 6), 19: (5, 6), 20: (5, 5), 22: (6, 5)}
    for day, (safety, vigilance) in scales.items():
        given = Checkin(cadence="daily", safety=safety, vigilance=vigilance)
        book.write(given, by=ben, at=on(day, "19:20"))
    weekly = Checkin(cadence="weekly", summary="A steady week. I slept.", need="a free evening")
    book.write(weekly, by=ben, at=on(22, "19:30"))


def _milestones(book: Book, ana: str, ben: str) -> None:
    plans = Milestone(text="First month of Sunday plans", when="c2 kept 4")
    hundred = Milestone(text="a hundred days", by=date(2026, 12, 6))
    for one in (plans, hundred):
        made = book.write(one, by=ana, at="2026-10-25T20:10")
        adoption = book.write(Adoption(), by=ana, about=made, at="2026-10-25T20:10")
        book.write(Assent(), by=ben, about=adoption, at="2026-10-25T20:20")
