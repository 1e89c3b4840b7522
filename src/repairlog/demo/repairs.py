"""What Kim and Noa told unasked, apologised for and repaired, and where they began anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from repairlog.demo.plot import Event, Line, Told, adopted, agreed, once, said, together
from repairlog.demo.words import FRI, KIM, MON, NOA, OTHER, SAT, SUN, THU, TUE, WED
from repairlog.kinds import Body
from repairlog.kinds.boundaries import Crossing, Pattern, Repaired
from repairlog.kinds.commitments import Delivery, Miss
from repairlog.kinds.repair import Acknowledgement, Apology, Disclosure, Setback


def repairs() -> Iterator[Event]:
    """All of it."""
    for row in DISCLOSURES:
        yield from _disclosure(row)
    yield from _apologies()
    yield from _setbacks()
    yield from _misses()
    yield from _phone()
    yield from _going_quiet()


# -- told unasked ------------------------------------------------------------------------------


class Unasked(NamedTuple):
    """Something told unasked: when, by whom, how many hours after it happened, the words; when the
    other received it (None: not yet), and what they said to it."""

    week: int
    day: int
    at: str
    by: str
    hours: int
    text: str
    received: str | None = None
    note: str | None = None


DISCLOSURES = (
    Unasked(
        *(2, TUE, "20:10", KIM, 9),
        "Someone from that time wrote to me this morning. I did not answer; you can read it.",
        *("20:30", "It was hard to hear. Finding it would have been harder."),
    ),
    Unasked(
        *(3, WED, "17:55", KIM, 5),
        "There was a call from the old number at noon. I let it ring and blocked it.",
        *("21:15", None),
    ),
    Unasked(
        *(5, SAT, "20:15", KIM, 62),
        "A bill came on Thursday, and I put it into a drawer.",
        *("20:30", "Let us talk about the drawer."),
    ),
    Unasked(
        *(7, TUE, "21:00", NOA, 50),
        "I told my mother more than we had said we would tell.",
        *("21:30", "I would have liked to know first. Thank you for telling me."),
    ),
    Unasked(
        *(8, THU, "18:20", KIM, 5),
        "Lunch was with the old team, and it took longer than I had said.",
        *("20:10", None),
    ),
    Unasked(
        *(10, WED, "19:20", KIM, 26),
        "I bought the bicycle lamp out of the holiday money.",
        *("19:50", "A lamp is fine. Telling me is finer."),
    ),
    Unasked(
        *(12, WED, "17:05", KIM, 2),
        "They asked me to lead the evening project. I said that I would talk with you first.",
        *("20:00", "I noticed that I did not have to ask."),
    ),
    Unasked(
        *(12, SUN, "11:40", NOA, 38),
        "On Friday I looked into your calendar before you showed it to me.",
    ),
)


def _disclosure(row: Unasked) -> Iterator[Event]:
    name = f"told {row.week} {row.day}"
    line = Line(Disclosure(text=row.text), name=name, ago=timedelta(hours=row.hours))
    yield together(row.week, row.day, row.at, row.by, line)
    if row.received:
        received = Acknowledgement(note=row.note)
        yield said(row.week, row.day, row.received, OTHER[row.by], received, name)


# -- apologies, and plans begun anew -----------------------------------------------------------


def _apologies() -> Iterator[Event]:
    """Two that are complete, their repairs being done, and one whose repair is still to come."""
    guess = Apology(
        text="For the evenings on which you had to guess.",
        responsibility="I decided not to tell you. That was mine, and nobody else's.",
    )
    yield together(
        *(1, SUN, "20:30", KIM),
        Line(guess, name="guess"),
        Line(once("write you what I understand now"), "guess", "letter"),
    )
    heard = Acknowledgement(note="I heard it. I have no answer yet.")
    yield said(1, SUN, "21:00", NOA, heard, "guess")
    yield said(3, SAT, "11:20", KIM, Delivery(note="four pages, read aloud"), "letter")
    phone = Apology(
        text="For reading your phone.",
        responsibility="I was afraid, and it was still my hand.",
        forgiveness=True,
    )
    yield together(
        *(4, SAT, "10:00", NOA),
        Line(phone, name="for the phone"),
        Line(once("bring both chargers to the hall shelf", 5, TUE), "for the phone", "chargers"),
    )
    yield said(4, SAT, "10:40", KIM, Acknowledgement(), "for the phone")
    yield said(4, SUN, "11:00", NOA, Delivery(), "chargers")
    books = Apology(
        text="For changing the order of your books.",
        responsibility="I saw that you had just put them away, and I went ahead.",
    )
    yield together(
        *(12, SAT, "12:40", NOA),
        Line(books, name="for the books"),
        Line(once("put them back with you, shelf by shelf", 13, SAT), "for the books"),
    )
    warm = Acknowledgement(note="Thank you. By the evening I could laugh about it.")
    yield said(12, SAT, "19:05", KIM, warm, "for the books")


def _setbacks() -> Iterator[Event]:
    """Two of the same promise: the plan, and its second version."""
    yield from _let_slip("text", 2, WED, "I thought of it at seven, in the car.")
    first = Setback(text="Wednesday went by without a text, in the second week already.")
    yield from adopted(
        (2, THU, "18:40", KIM),
        once("let Mira at the next desk say 'six' when she packs up", 3, FRI),
        "Mira",
        (2, THU, "19:30", NOA),
        7,
        with_it=(Line(first, "text", "first Wednesday"),),
    )
    heard = Acknowledgement(note="Thank you for saying it before I did.")
    yield said(2, THU, "19:31", NOA, heard, "first Wednesday")
    yield said(3, TUE, "12:10", KIM, Delivery(), "Mira")
    yield from _let_slip("text", 8, WED, "Mira was ill, and I had left it all to her.")
    again = Setback(text="Another Wednesday. A plan that hangs on Mira is not mine.")
    yield from adopted(
        (8, THU, "19:30", KIM),
        once("keep my coat where the phone is, so that I leave past it", 8, SUN),
        "coat",
        (8, THU, "20:05", NOA),
        9,
        with_it=(Line(again, "text", "another Wednesday"),),
    )
    yield said(8, FRI, "17:50", KIM, Delivery(), "coat")


def _let_slip(name: str, week: int, day: int, own: str) -> Iterator[Event]:
    """A miss that is owned the evening after."""

    def missed(told: Told) -> Body:
        return Miss(own=own, of=told.day(week, day))

    yield said(week, day + 1, "18:36", KIM, missed, name)


# -- misses and crossings, with what repairs them ----------------------------------------------


def _misses() -> Iterator[Event]:
    yield together(
        *(4, WED, "21:30", KIM),
        Line(
            lambda told: Miss(own="I sat in a meeting and did not step out.", of=told.day(4, WED)),
            about="text",
            name="miss of text",
        ),
        Line(once("set an alarm for ten to six", 4, FRI), about="miss of text", name="alarm"),
    )
    yield said(4, THU, "12:30", KIM, Delivery(), "alarm")
    yield said(7, MON, "19:20", KIM, lambda told: Delivery(of=told.day(6, SUN)), "plan")
    yield together(
        *(12, SUN, "18:15", NOA),
        Line(
            lambda told: Miss(
                own="I was tired and let it slide. I could have said so.", of=told.day(12, SUN)
            ),
            about="news",
            name="miss of news",
        ),
        Line(once("say by eight if I want to move it", 13, WED), about="miss of news"),
    )


def _crossed(name: str, what: str) -> Line:
    """The boundary of this name was crossed, in its version of then."""

    def made(told: Told) -> Body:
        return Crossing(what=what, version_of=told.uid(name))

    return Line(made, name, f"{name} crossed: {what}")


def _phone() -> Iterator[Event]:
    crossed = _crossed("privacy", "My phone was read while I was in the shower.")
    yield together(4, FRI, "20:20", KIM, crossed)
    aloud = once("say it aloud when the wish to look comes", 5, THU)
    yield said(4, FRI, "22:00", NOA, aloud, crossed.name, "aloud")
    offer = once("offer to look at it together, once a week", 5, SUN)
    yield said(4, FRI, "22:05", KIM, offer, crossed.name, "offer")
    note = "I said it on Tuesday, and the wish went by"
    yield said(5, THU, "20:15", NOA, Delivery(note=note), "aloud")
    yield said(5, SAT, "18:00", KIM, Delivery(), "offer")
    mended = Repaired(note="we both feel that it is mended")
    yield said(5, SUN, "19:50", KIM, mended, crossed.name)


def _going_quiet() -> Iterator[Event]:
    """The same boundary twice, once by each; both gave a name to what comes back."""
    kitchen = _crossed("space", "I was left in the kitchen in the middle of a sentence.")
    yield together(7, THU, "21:00", KIM, kitchen)
    aloud = once("say 'pause' aloud, in anger too", 8, WED)
    yield said(7, THU, "21:25", NOA, aloud, kitchen.name, "in anger too")
    yield said(8, TUE, "21:10", NOA, Delivery(), "in anger too")
    yield said(8, SUN, "18:50", KIM, Repaired(), kitchen.name)
    door = _crossed("space", "The door closed without a 'pause'.")
    yield together(10, TUE, "21:40", NOA, door)
    hand = once("say 'pause' before my hand is on the door", 10, SUN)
    yield said(10, TUE, "21:55", KIM, hand, door.name, "hand")
    yield said(10, FRI, "21:20", KIM, Delivery(), "hand")
    mended = Repaired(note="you said it on Friday, and you came back")
    yield said(10, SUN, "18:46", NOA, mended, door.name)
    name = Pattern(name="going quiet")
    yield from agreed((10, SUN, "18:48", NOA), name, "space", (10, SUN, "18:49", KIM))
