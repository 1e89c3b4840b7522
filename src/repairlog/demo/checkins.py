"""How Kim and Noa were, day by day, week by week and month by month: their check-ins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from repairlog.demo.plot import Event, Making, said
from repairlog.demo.words import FRI, KIM, MON, NOA, SAT, SUN, THU, WED
from repairlog.kinds.checkins import Checkin

CHECKINS = {
    # safety, vigilance: one figure a day, Monday first; 0 to 9
    NOA: (
        ("3233332", "8898887"),
        ("3334333", "8887888"),
        ("3.34434", "7887777"),
        ("4443234", "7778987"),
        ("3344.44", "8777677"),
        ("444 444", "7676666"),
        ("4455455", "6766666"),
        ("5455555", "6566656"),
        ("5555 56", "6655665"),
        ("5556556", "5655565"),
        ("5656656", "5555545"),
        ("6656667", "5545545"),
        ("6676677", "5444444"),
    ),
    KIM: (
        ("4444354", "6655665"),
        ("4454 44", "5565555"),
        ("4455545", "5555455"),
        ("55544 4", "5445555"),
        ("4555555", "5445444"),
        ("5555655", "4444344"),
        ("5 56566", "4444434"),
        ("5666666", "4344443"),
        ("6666 67", "3434333"),
        ("6667667", "3333433"),
        ("6677677", "3333332"),
        ("67767 7", "3323332"),
        ("7777777", "2322222"),
    ),
}

SUMMARIES = {
    (1, WED, NOA): "Tired, and glad that we talked.",
    (1, SUN, KIM): "I listened more than I explained.",
    (2, THU, NOA): "An ordinary evening, which was a gift.",
    (3, FRI, KIM): "Said the hard thing in the morning instead of at night.",
    (4, SAT, NOA): "Slept through for the first time.",
    (6, SUN, KIM): "Missed you, and liked the calls.",
    (8, FRI, NOA): "Forgot to be careful for a whole hour.",
    (9, SAT, KIM): "The small room smells of paint and it is ours.",
    (10, THU, NOA): "We disagreed and nothing broke.",
    (11, SUN, KIM): "I no longer rehearse my sentences.",
    (12, MON, NOA): "A calm start.",
    (12, WED, KIM): "Told you about the late meeting before it ran late.",
    (12, SAT, NOA): "Dumplings for breakfast 🥟",
    (13, MON, KIM): "A good plan for a full week.",
}

WEEKLIES = {
    # summary, what is challenging, what is needed
    NOA: (
        ("It was good to begin.", "Nights are hard.", "No surprises this week."),
        ("Some days felt possible.", "I look for signs everywhere.", None),
        ("I was heard.", "The mornings.", "Tell me before I ask."),
        ("I got angry and we came back.", "I read your phone, and I own that.", None),
        ("Rest helped.", None, "A slower pace for a while."),
        ("Distance was all right.", None, None),
        ("Trust is boring in a good way.", "Sighs.", None),
        ("My sister knows, and it is lighter.", None, "One evening for myself."),
        ("The small room is mine on Thursdays.", None, None),
        ("We argued kindly.", "The holidays.", None),
        ("I laughed a lot.", "Full weeks make me wary.", None),
        ("More days than not I forget to look at the clock.", "Late replies still sting.", None),
    ),
    KIM: (
        ("I said what I did and what it did to you.", "Not to explain it away.", None),
        ("Kept most of it.", "I forgot the plan.", None),
        ("The letter is written.", "Shame in the evenings.", None),
        ("Asked instead of guessing.", "I missed a text and said so.", None),
        ("I learned to wait.", "Waiting.", None),
        ("The house was quiet.", None, None),
        ("Late with the plan, and owned it.", None, "A word when something was good."),
        ("Steady.", None, None),
        ("Painted the room.", None, None),
        ("We have two ways of planning holidays.", "Holidays.", None),
        ("It begins to feel like us.", None, None),
        ("I told you things before they were questions.", "Long meetings.", None),
    ),
}


LATE_CHECKINS = {
    # after eleven, which is what they agreed on
    (3, SAT, KIM): "23:20",
    (8, FRI, NOA): "23:50",
    (12, WED, KIM): "23:15",
}

MONTHLIES = {
    # what has changed, what to keep, what weighs, what is needed: of the first weeks, of the fifth
    # to the eighth, of the ninth to the twelfth, and after
    NOA: (
        ("A month that I did not think we would have.", "Tea at night.", "The nights.", None),
        ("I was angry, and it was not the end.", "The pause.", "Being asked.", "A door."),
        ("There are whole days that are only days.", "The Sundays.", "The holidays.", None),
        ("I plan things again that are weeks away.", "The walks.", "Late replies.", None),
    ),
    KIM: (
        ("I say it first more often than not.", "The hour at eight.", "Shame.", "Patience."),
        ("I wait, and do not ask whether it is over.", "Your calls.", "Waiting.", None),
        ("Telling has become shorter than hiding.", "The shelf.", None, "A word now and then."),
        ("I no longer plan what to say.", "All of it.", "Long meetings.", None),
    ),
}


def checkins() -> Iterator[Event]:
    """Daily, weekly and monthly ones of both."""
    for by, weeks in CHECKINS.items():
        for week, (safety, vigilance) in enumerate(weeks, 1):
            for day in range(7):
                yield from _daily(week, day, by, safety[day], vigilance[day])
    for by, told in WEEKLIES.items():
        for week, (summary, challenging, need) in enumerate(told, 1):
            body = Checkin(cadence="weekly", summary=summary, challenging=challenging, need=need)
            yield said(week, SUN, "18:50" if by == NOA else "19:00", by, body)
    for by, months in MONTHLIES.items():
        for week in range(2, 14):
            for day in range(7):
                month = _monthly(months[min((week - 1) // 4, len(months) - 1)])
                yield said(week, day, "20:24" if by == NOA else "20:28", by, month)


def _monthly(words: tuple[str, str, str | None, str | None]) -> Making:
    """A monthly check-in, on the last evening of a month."""
    summary, keep, challenging, need = words
    checkin = Checkin(
        cadence="monthly", summary=summary, keep=keep, challenging=challenging, need=need
    )
    return lambda told: checkin if (told.today + timedelta(days=1)).day == 1 else None


def _daily(week: int, day: int, by: str, safety: str, vigilance: str) -> Iterator[Event]:
    if safety.isdigit():
        body = Checkin(
            cadence="daily",
            safety=int(safety),
            vigilance=int(vigilance),
            summary=SUMMARIES.get((week, day, by)),
        )
        at = LATE_CHECKINS.get((week, day, by), "22:35" if by == NOA else "22:45")
        yield said(week, day, at, by, body)
