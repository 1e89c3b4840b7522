"""What Kim and Noa said to each other, how it was heard, and what both could say of it."""

from __future__ import annotations

from collections.abc import Iterator

from repairlog.demo.plot import Event, Line, agreed, said, together
from repairlog.demo.words import KIM, MON, NOA, SAT, SUN, THU, TUE, WED
from repairlog.kinds.conversations import Confirmation, Paraphrase, Summary, Talk
from repairlog.kinds.moments import Answer, Misread


def talks() -> Iterator[Event]:
    """Four conversations, and one thing that a trigger was about."""
    yield from _hour()
    yield from _bill()
    yield from _holidays()
    yield from _guests()
    sigh = Summary(text="The sigh was about the day. The plan was welcome.")
    yield from agreed((7, TUE, "20:00", KIM), sigh, "trigger 7 0", (7, TUE, "20:05", NOA))


def _hour() -> Iterator[Event]:
    """The first one: heard in two rounds, told by both, and summed up."""
    topic = "the day: an hour without an answer"
    noa = Talk(
        text=topic,
        said="I was afraid, and I filled the hour with stories.",
        heard="You left the phone in the workshop so that you need not answer.",
        minutes=35,
    )
    yield said(2, WED, "21:00", NOA, noa, name="hour")
    meant = Confirmation(correct="I forgot it there. I was glad to hear you when I came in.")
    yield said(2, WED, "21:10", KIM, meant, "hour")
    again = Paraphrase(text="You forgot it there, and you were glad to hear me.")
    yield said(2, WED, "21:15", NOA, again, "hour", "hour again")
    yield said(2, WED, "21:18", KIM, Confirmation(), "hour again")
    kim = Talk(
        text=topic,
        said="I saw four missed calls, and my first thought was an excuse.",
        heard="To you an hour is not sixty minutes but a whole winter night.",
    )
    yield said(2, WED, "21:25", KIM, kim, "hour", "Kim's hour")
    yield said(2, WED, "21:30", NOA, Confirmation(), "Kim's hour")
    summary = Summary(text="An hour without an answer is long. The phone hangs by the door now.")
    yield from agreed((2, THU, "20:00", KIM), summary, "hour", (2, THU, "20:20", NOA))


def _bill() -> Iterator[Event]:
    """Longer than they had agreed, and something was still open after it."""
    kim = Talk(
        text="money: a bill in a drawer",
        said="I was ashamed, and I hid it.",
        heard="You would rather have a bad day than a surprise.",
        minutes=60,
    )
    yield together(
        *(5, SAT, "21:10", KIM),
        Line(kim, name="bill"),
        Line(Misread(text="Whether you believe that it was the only one."), "bill", "only one"),
    )
    yield said(5, SAT, "21:20", NOA, Confirmation(), "bill")
    answer = Answer(text="Today I do. Ask me again when I have slept.")
    yield said(6, MON, "21:00", NOA, answer, "only one")


def _holidays() -> Iterator[Event]:
    """About something that was no safe topic yet; it became one."""
    noa = Talk(
        text="the holidays, and who is told first",
        said="I feel small when your parents know it before I do.",
        heard="You told them because you were looking forward to it.",
        minutes=40,
    )
    yield said(10, SAT, "20:30", NOA, noa, name="holidays")
    yield said(10, SAT, "20:36", KIM, Confirmation(), "holidays")
    kim = Talk(
        text="the holidays, and who is told first",
        said="I wanted to bring you something finished. It was half of yours.",
        heard="You want to be asked while it is still a question.",
    )
    yield said(10, SAT, "20:42", KIM, kim, "holidays", "Kim's holidays")
    yield said(10, SAT, "20:45", NOA, Confirmation(), "Kim's holidays")
    summary = Summary(text="We tell each other first, while it is a question; then our parents.")
    yield from agreed((10, SUN, "16:10", NOA), summary, "holidays", (10, SUN, "16:30", KIM))


def _guests() -> Iterator[Event]:
    """The one of the week that is to be reviewed: Noa's account waits for Kim's word."""
    asked = "moment To know before Sunday who comes for the holidays."
    kim = Talk(
        text="the holidays, and who comes",
        said="I would like my mother to come, and I was shy to ask.",
        heard="You want one quiet evening first.",
        minutes=35,
    )
    yield said(12, SAT, "20:15", KIM, kim, asked, "guests")
    two = Confirmation(correct="Two quiet evenings, and then she is welcome.")
    yield said(12, SAT, "20:25", NOA, two, "guests")
    again = Paraphrase(text="Two quiet evenings for us, and then she is welcome.")
    yield said(12, SAT, "20:28", KIM, again, "guests", "guests again")
    yield said(12, SAT, "20:30", NOA, Confirmation(), "guests again")
    noa = Talk(
        text="the holidays, and who comes",
        said="I was afraid that it was settled without me.",
        heard="You asked because you did not want it settled without me.",
    )
    yield said(12, SAT, "20:40", NOA, noa, "guests")
