"""The story of Kim and Noa, who are made up: twelve weeks of two people repairing trust.

One of them repairs, one was hurt, both write. What had happened between them is nowhere told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from repairlog.demo.checkins import checkins
from repairlog.demo.ground import ground
from repairlog.demo.plot import (
    Event,
    Line,
    Making,
    Told,
    When,
    adopted,
    again,
    agreed,
    once,
    renewed,
    said,
    together,
)
from repairlog.demo.repairs import repairs
from repairlog.demo.talks import talks
from repairlog.demo.words import (
    FRI,
    HABITS,
    KIM,
    MOMENTS,
    MON,
    NOA,
    NOTES,
    OTHER,
    SAT,
    SUN,
    THU,
    TROUBLES,
    TUE,
    WED,
    Habit,
    Spoken,
    Trouble,
)
from repairlog.kinds import Body
from repairlog.kinds.assent import Adoption, Decline
from repairlog.kinds.boundaries import Boundary, Honoured, Retirement, Revision
from repairlog.kinds.changes import Ease, Release
from repairlog.kinds.commitments import Delivery
from repairlog.kinds.keeping import Init
from repairlog.kinds.mending import Amend, Erase, Undo
from repairlog.kinds.milestones import Celebration, Milestone
from repairlog.kinds.moments import MOMENTS as MOMENT_TYPES
from repairlog.kinds.moments import Answer, Note
from repairlog.kinds.pace import Hold, Lift, Slow
from repairlog.kinds.reviews import Review
from repairlog.kinds.triggers import Meaning, Settling, Trigger

MOMENT = {kind.__name__.lower(): kind for kind in MOMENT_TYPES}
NOT_REVIEWED = 5


def events() -> Iterator[Event]:
    """Everything that is told, in no order."""
    yield said(1, MON, "19:30", KIM, Init(me=KIM, partner=NOA, repairing=KIM, hurt=NOA))
    yield from _promises()
    yield from _changes()
    yield from _once()
    yield from ground()
    yield from talks()
    yield from repairs()
    for habit in HABITS:
        yield from _deeds(habit)
    yield from _pace()
    yield from _boundaries()
    for row in TROUBLES:
        yield from _trigger(row)
    yield from checkins()
    for spoken in MOMENTS:
        yield from _moment(spoken)
    yield from _milestones()
    yield from _put_right()
    for week in range(1, 12):
        if week != NOT_REVIEWED:
            yield _review(week)


# -- promises ----------------------------------------------------------------------------------


def _promises() -> Iterator[Event]:
    text = again("text when leaving work", "weekday", "18:00", "to know when the evening begins")
    yield said(1, MON, "20:05", KIM, text, name="text")
    yield said(1, MON, "20:10", KIM, again("Sunday plan for the week", "sunday"), name="plan")
    yield said(1, MON, "20:15", KIM, again("write down where I was", "day"), name="whereabouts")
    news = again("ten minutes of news of the day", "3 times a week")
    yield said(1, MON, "20:25", NOA, news, name="news")
    yield said(2, MON, "18:00", NOA, again("no phone at dinner", "mon,wed,fri"), name="dinner")
    screens = again("an evening without screens", "other friday")
    yield said(2, MON, "20:05", KIM, screens, name="screens")
    month = again("look at the month ahead together", "1st")
    yield said(3, SUN, "19:10", KIM, month, name="month")
    for week in range(4, 14):
        for day in range(7):
            yield said(week, day, "19:05", KIM, _on_the_first, "month")


def _on_the_first(told: Told) -> Body | None:
    return Delivery() if told.today.day == 1 else None


def _changes() -> Iterator[Event]:
    """A release, a pause, new terms that were declined, and new terms that were agreed."""
    release = Release(why="it made me check instead of trust")
    yield from agreed((4, SUN, "18:35", NOA), release, "whereabouts", (4, SUN, "18:45", KIM))

    def ease(told: Told) -> Body:
        return Ease(start=told.day(6, MON), until=told.day(6, SUN), why="a week at my sister's")

    yield from agreed((5, SUN, "20:10", NOA), ease, "news", (5, SUN, "20:20", KIM))
    later = renewed("weekday", "the late shift begins in spring", "19:00")
    yield said(6, TUE, "20:40", KIM, later, "text", "later")
    yield said(6, WED, "08:10", NOA, Decline(why="not yet, please: six still matters"), "later")
    fewer = renewed("tue,thu", "training moved to Wednesdays and Fridays")
    yield from agreed((8, SUN, "19:10", NOA), fewer, "dinner", (8, SUN, "19:15", KIM))


def _once() -> Iterator[Event]:
    session = once("book a first session with a therapist", 2, FRI)
    yield from _kept((1, THU, "21:00", KIM), session, (2, THU))
    sister = once("tell my sister that we are working on it", 4, THU)
    yield from _kept((3, WED, "20:50", NOA), sister, (4, SAT))
    room = once("clear the small room, for quiet hours", 9, SAT)
    yield from _kept((8, SUN, "19:25", KIM), room, (9, SAT))
    winter = once("confirm the session before the holidays", 12, FRI, "12:00")
    yield from _kept((11, SUN, "20:10", KIM), winter, (12, THU))
    memories = once("write down three good memories", 13, SUN)
    yield said(11, SUN, "20:15", NOA, memories)
    yield from _shelf()


def _shelf() -> Iterator[Event]:
    """What each of them does for the project."""
    shelf = "moment The shelf in the hall, built together."
    yield said(8, SAT, "12:20", KIM, once("measure the hall, twice", 9, FRI), shelf, "hall")
    yield said(9, THU, "18:30", KIM, Delivery(note="it is not square"), "hall")
    yield said(11, SAT, "16:00", NOA, once("choose the oil for the wood", 12, SAT), shelf, "oil")
    yield said(12, FRI, "17:20", NOA, Delivery(), "oil")
    yield said(12, SAT, "12:10", KIM, once("saw the boards", 13, SAT), shelf)


def _kept(promised: When, body: Making, done: tuple[int, int]) -> Iterator[Event]:
    name = f"once {promised}"
    yield said(*promised, body, name=name)
    yield said(*done, "11:20", promised[3], Delivery(), name)


def _deeds(habit: Habit) -> Iterator[Event]:
    for week, row in enumerate(habit.weeks, habit.first_week):
        for day, letter in enumerate(row):
            if letter in "klp":
                note = NOTES.get((habit.name, week, day))
                at = _around(habit.late if letter == "l" else habit.at, week, day)
                body = Delivery(partly=letter == "p", note=note)
                yield said(week, day, at, habit.by, body, habit.name)


def _around(at: str, week: int, day: int) -> str:
    """A time of day as people keep it: up to a quarter of an hour before."""
    before = timedelta(minutes=(week * 7 + day * 5) % 16)
    return (datetime.combine(datetime.min, time.fromisoformat(at)) - before).strftime("%H:%M")


def _pace() -> Iterator[Event]:
    yield said(3, MON, "08:00", NOA, lambda told: Slow(until=told.day(3, SUN), why="a heavy week"))
    yield said(5, MON, "19:00", NOA, _hold, name="hold")
    yield said(5, WED, "20:30", NOA, Lift(), "hold")


def _hold(told: Told) -> Body:
    return Hold(until=told.day(5, FRI), why="I need to sleep")


# -- boundaries --------------------------------------------------------------------------------


def _boundaries() -> Iterator[Event]:
    privacy = Boundary(
        text="We ask before we open each other's phone.",
        value="privacy",
        means=("ask out loud, and take no for an answer", "both phones sleep on the hall shelf"),
        remedy="say it the same day, and put the phone down",
    )
    yield from adopted((1, TUE, "21:20", KIM), privacy, "privacy", (1, WED, "20:45", NOA), 7)
    yield from adopted((1, SUN, "18:20", NOA), _honesty, "honesty", (1, SUN, "18:40", KIM), 5)
    space = Boundary(
        text="Either of us may leave a talk that gets too loud.",
        value="space",
        means=("say 'pause', and when you are back", "be back when you said"),
    )
    yield from adopted((2, SUN, "21:45", NOA), space, "space", (3, MON, "07:50", KIM), 9)
    visits = Boundary(text="No visitors for now.", value="space", means=("we say: later",))
    yield from adopted((2, MON, "21:30", NOA), visits, "visits", (2, TUE, "07:40", KIM), 8)
    retire = Retirement(why="we want to see our friends again")
    yield from agreed((7, SUN, "18:30", NOA), retire, "visits", (7, SUN, "18:35", KIM))
    yield from agreed(
        *((8, SUN, "18:30", NOA), _gentler, "honesty", (8, SUN, "18:45", KIM)),
        attainable=8,
        name="gentler",
    )
    yield said(10, SUN, "18:40", KIM, Boundary(text="Sundays are ours.", value="space"))
    late = Boundary(
        text="No big talks after ten at night.",
        value="rest",
        means=("whoever is tired says: tomorrow at seven",),
    )
    yield together(
        *(12, THU, "21:50", NOA), Line(late, name="late"), Line(Adoption(), about="late")
    )
    for week, day, by, name, note in HONOURED:
        yield said(week, day, "21:35", by, Honoured(note=note), name)


HONOURED = (
    (3, SAT, KIM, "space", "you said 'pause', and were back at nine as you had said"),
    (6, THU, NOA, "privacy", None),
    (9, THU, NOA, "honesty", "the bill, before I saw it"),
    (10, FRI, NOA, "space", None),
    (12, WED, NOA, "honesty", "told the same day, and unasked"),
    (12, SAT, KIM, "privacy", "you asked, and I said yes gladly"),
)


def _honesty(told: Told) -> Body:
    return Boundary(
        text="Hard things are told before they are asked for.",
        value="honesty",
        means=("tell it the same evening", "say 'there is more' rather than nothing"),
        revisit=told.day(8, SUN),
    )


def _gentler(told: Told) -> Body:
    return Revision(
        text="Hard things are told before they are asked for.",
        value="honesty",
        means=("tell it within a day, face to face", "say 'there is more' rather than nothing"),
        revisit=told.day(13, TUE),
        why="the same evening was too tight after late shifts",
    )


# -- triggers and moments -----------------------------------------------------------------------


def _trigger(row: Trouble) -> Iterator[Event]:
    name = f"trigger {row.week} {row.day}"

    def observed(told: Told) -> Body:
        back = told.now + timedelta(minutes=20) if row.response == "pause" else None
        return Trigger(
            text=row.text,
            sort=row.sort,
            intensity=row.before,
            effect=row.effect,
            response=row.response,
            back=back,
        )

    yield said(row.week, row.day, row.at, row.by, observed, name=name)
    settled = Settling(intensity=row.after, helped=row.helped)
    yield said(row.week, row.day, "22:15", row.by, settled, name)
    if row.meant:
        yield said(row.week, row.day, "22:25", OTHER[row.by], Meaning(text=row.meant), name)


def _moment(row: Spoken) -> Iterator[Event]:
    name = f"moment {row.text}"
    yield said(row.week, row.day, row.at, row.by, MOMENT[row.kind](text=row.text), row.about, name)
    if row.answered:
        week, day, words = row.answered
        yield said(week, day, "21:55", OTHER[row.by], Answer(text=words), name)


# -- milestones, corrections, reviews ----------------------------------------------------------


def _milestones() -> Iterator[Event]:
    yield from adopted(
        (1, SUN, "19:15", KIM),
        lambda told: Milestone(
            text="the first week of replies on time", when=f"{told.ref('text')} punctual 7"
        ),
        *("punctual", (1, SUN, "19:20", NOA)),
    )
    yield from adopted(
        (1, SUN, "19:25", NOA),
        Milestone(text="eight weeks of checking in", when="checkins weekly 8"),
        *("eight", (1, SUN, "19:28", KIM)),
    )
    yield from adopted(
        (2, SUN, "19:20", NOA),
        lambda told: Milestone(text="a hundred days", by=told.day(1, MON) + timedelta(days=100)),
        *("hundred", (2, SUN, "19:25", KIM)),
    )
    yield from adopted(
        (8, SUN, "19:20", NOA),
        lambda told: Milestone(text="a month of Sunday plans", when=f"{told.ref('plan')} kept 4"),
        *("month of plans", (8, SUN, "19:22", KIM)),
    )
    told = Milestone(text="five things told before they were asked for", when="disclosures 5")
    yield from adopted((1, SUN, "19:30", NOA), told, "told", (1, SUN, "19:31", KIM))
    yield said(10, SUN, "19:35", NOA, Celebration(note="the good cake"), "told")
    yield said(6, SUN, "19:10", NOA, Celebration(note="pancakes for supper"), "punctual")
    yield said(9, SUN, "19:32", KIM, Celebration(note="a walk to the river, all of us"), "eight")


def _put_right() -> Iterator[Event]:
    """Words amended, an entry taken back, and one that was erased by its author."""
    dog = "moment We laughed at the dog in the raincoat."
    amended = Amend(text="We laughed at the dog in the yellow raincoat.")
    yield said(2, SAT, "15:12", NOA, amended, dog)
    yield said(7, SAT, "20:10", KIM, Note(text="the wrong week"), name="wrong")
    yield said(7, SAT, "20:11", KIM, Undo(), "wrong")
    yield said(6, TUE, "23:00", NOA, Note(text="something said in anger"), name="anger")
    yield said(6, THU, "09:00", NOA, Erase(remains={}), "anger")


def _review(week: int) -> Event:
    def held(told: Told) -> Body:
        return Review(week=told.day(week, MON), present=(KIM, NOA), seal=told.seal())

    return said(week, SUN, "19:45", KIM, held)
