"""What Kim and Noa agreed to: how they talk, what they do when something comes up, when they check
in; and what each of them consents to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time

from repairlog.demo.plot import Event, Making, Told, agreed, said
from repairlog.demo.words import KIM, MON, NOA, OTHER, SUN, THU, TUE, WED
from repairlog.kinds import Body
from repairlog.kinds.agreement import Cadence, Consent, Ending, Renewal, Response, Rule


def ground() -> Iterator[Event]:
    """Ground rules in their versions, responses, cadences and consents."""
    yield from _rules()
    yield from _responses()
    yield from _cadences()
    yield from _consents()


def _both(
    week: int,
    day: int,
    times: tuple[str, str],
    by: str,
    body: Body | Making,
    name: str,
    rating: int | None = None,
    about: str | None = None,
) -> Iterator[Event]:
    """A proposal by one, and the other's yes a little later."""
    proposed, answered = (week, day, times[0], by), (week, day, times[1], OTHER[by])
    yield from agreed(proposed, body, about, answered, attainable=rating, name=name)


def _rules() -> Iterator[Event]:
    yield from _both(1, MON, ("19:40", "19:43"), NOA, _limit, "limit", 7)
    yield from _both(1, MON, ("19:46", "19:50"), NOA, _topics, "topics", 4)
    names = _with_revisit(
        lambda on: Rule(
            text="No name-calling and no sarcasm.",
            revisit=on,
            attainable=8,
        ),
        *(12, THU),
    )
    yield from _both(1, MON, ("19:53", "19:55"), KIM, names, "names", 9)
    there = Rule(text="What happened is talked about on Wednesdays at five, and nowhere else.")
    yield from _both(3, MON, ("20:30", "20:40"), NOA, there, "there", 9)
    ended = Ending(why="we can now, and stop when one of us says so")
    yield from _both(9, SUN, ("18:20", "18:24"), NOA, ended, "there ends", None, "there")
    yield from _both(4, SUN, ("18:30", "18:33"), KIM, _more, "more topics", 8, "topics")
    yield from _both(10, SUN, ("18:24", "18:27"), NOA, _plans, "plans", 8, "more topics")
    yield from _both(8, SUN, ("18:36", "18:38"), NOA, _goes_on, "limit goes on", 9, "limit")


def _goes_on(told: Told) -> Body:
    return Renewal(revisit=told.day(16, SUN), attainable=9)


def _limit(told: Told) -> Body:
    return Rule(
        text="A hard talk takes 45 minutes at most. Then there is tea.",
        minutes=45,
        revisit=told.day(8, SUN),
        attainable=8,
    )


def _topics(told: Told) -> Body:
    return Rule(
        text="For now we talk about these three; the rest can wait.",
        topics=("the day", "the children", "the flat"),
        revisit=told.day(4, SUN),
        attainable=8,
    )


def _more(told: Told) -> Body:
    return Rule(
        text="For now we talk about these five; the rest can wait.",
        topics=("the day", "the children", "the flat", "money", "friends"),
        revisit=told.day(11, SUN),
        attainable=7,
        why="three topics were too few for a whole month",
    )


def _plans(told: Told) -> Body:
    return Rule(
        text="For now we talk about these six; the rest can wait.",
        topics=("the day", "the children", "the flat", "money", "friends", "holidays"),
        revisit=told.day(13, WED),
        attainable=8,
        why="the holidays came up anyway, and it went well",
    )


def _responses() -> Iterator[Event]:
    pause = _with_revisit(
        lambda on: Response(
            name="pause",
            text="Whoever needs it says 'pause' and when they are back. The other waits.",
            pause=True,
            revisit=on,
            attainable=7,
        ),
        *(16, SUN),
    )
    yield from _both(1, MON, ("19:58", "20:02"), KIM, pause, "pause", 8)
    walk = Response(name="walk", text="Round the block, together, and we need not talk.")
    yield from _both(1, WED, ("20:50", "20:55"), NOA, walk, "walk", 9)
    quiet = Response(name="quiet half hour", text="The other takes the children and the kitchen.")
    yield from _both(1, SUN, ("18:22", "18:26"), NOA, quiet, "quiet", 8)
    call = Response(name="call", text="You call, and I pick up, wherever I am.", attainable=8)
    yield from _both(2, SUN, ("18:30", "18:35"), KIM, call, "call", 10)


def _cadences() -> Iterator[Event]:
    daily = _with_revisit(
        lambda on: Cadence(cadence="daily", at=time(23), revisit=on, attainable=9), 16, SUN
    )
    yield from _both(1, MON, ("20:30", "20:33"), KIM, daily, "daily", 7)
    weekly = Cadence(cadence="weekly", at=time(19, 30), attainable=9)
    yield from _both(1, SUN, ("18:28", "18:31"), NOA, weekly, "weekly", 9)
    yield from _both(2, SUN, ("18:40", "18:44"), NOA, Cadence(cadence="monthly"), "monthly", 8)


def _consents() -> Iterator[Event]:
    """Each one's own word. Going on together is said anew at the revisit of the eighth week."""
    for week in (1, 8):
        yield said(week, SUN, "19:33", NOA, Consent(to="growth", given=True))
        yield said(week, SUN, "19:34", KIM, Consent(to="growth", given=True))
    therapist = Consent(to="export", given=True, why="so that Wednesdays begin with the week")
    yield said(3, TUE, "20:10", KIM, therapist)
    yield said(9, SUN, "19:28", NOA, Consent(to="export", given=True))


def _with_revisit(made: Callable[[date], Body], week: int, day: int) -> Making:
    """A body that is looked at again on a day of the story."""
    return lambda told: made(told.day(week, day))
