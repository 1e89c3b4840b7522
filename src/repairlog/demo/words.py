"""What Kim and Noa wrote, in tables: deeds, triggers and moments of twelve weeks.

Weeks count from 1, days from Monday, 0. The twelfth week is the one to be reviewed; the
thirteenth is running.
"""

from __future__ import annotations

from typing import NamedTuple

KIM, NOA = "Kim", "Noa"
OTHER = {KIM: NOA, NOA: KIM}
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


class Habit(NamedTuple):
    """What was done of a promise: a row of letters a week, Monday first.

    k is kept, l late, p partly; anything else is not a deed.
    """

    name: str
    by: str
    at: str
    late: str
    first_week: int
    weeks: tuple[str, ...]


HABITS = (
    Habit(
        *("text", KIM, "17:56", "18:40", 1),
        (
            *(" klk", "kk-kk", "klkkk", "kk kk", "k  kk", "kkkkl"),
            *("kkkkk", "kk-kk", "kkkkk", "kklkk", "kkkkk", "kklkk", "kkkkk"),
        ),
    ),
    Habit(
        *("plan", KIM, "18:25", "", 1),
        (
            *("      k", "      -", "      k", "      k", "      k", "       "),
            *("      k", "      k", "      k", "      k", "      k", "      k"),
        ),
    ),
    Habit(*("whereabouts", KIM, "22:10", "", 1), ("kkkkkkk", "kkkk-kk", "kkkkkkk", "kkkkkk")),
    Habit(
        *("news", NOA, "20:50", "", 1),
        (
            *(" k k  k", "k k  k ", " k  kp ", "k k k  ", "k  kk  ", "       "),
            *(" k k k ", "kk k k ", " kk  k ", "k  k k ", " k kk  ", "k  p k ", "k k    "),
        ),
    ),
    Habit(
        *("dinner", NOA, "20:15", "", 2),
        (
            *("k k k", "k k -", "k k k", "    k", "k k k", "k - k"),
            *("k k k", "kk k ", " k k ", " k k ", " k - ", " k k "),
        ),
    ),
    Habit(
        *("screens", KIM, "22:30", "", 2),
        ("    k", "", "    k", "", "", "", "    k", "", "    k", "", "    k"),
    ),
)

NOTES = {
    ("text", 3, MON): "from the tram, it was full",
    ("plan", 4, SUN): "we drew it on the back of the calendar",
    ("news", 3, SAT): "five minutes, then the soup boiled over",
    ("news", 12, THU): "half of it, on the phone",
    ("screens", 12, FRI): "we made dumplings and burned only the first ones",
    ("text", 12, WED): "the meeting ran over; I said so at once",
}


class Trouble(NamedTuple):
    """A trigger: when, whose, of which kind, how strong and how strong afterwards; what was
    observed, its effect, the response chosen, and what the other had meant (or has not said)."""

    week: int
    day: int
    at: str
    by: str
    sort: str
    before: int
    after: int
    text: str
    effect: str
    response: str | None = None
    meant: str | None = None
    helped: str | None = None


TROUBLES = (
    Trouble(
        *(1, TUE, "19:40", NOA, "reminder", 8, 6),
        "your phone lit up during dinner",
        "My stomach dropped and I stopped eating.",
        "pause",
        "It was my mother. I left it because I wanted dinner to be ours.",
        "you sat down next to me instead of across",
    ),
    Trouble(
        *(1, THU, "18:45", NOA, "reminder", 7, 5),
        "a song from last winter in the supermarket",
        "I left the basket and went outside.",
        "walk",
        "I heard it too and did not know whether to speak. Next time I come with you.",
    ),
    Trouble(
        *(1, SAT, "21:15", NOA, "conflict", 8, 6),
        "you said 'again?' when I asked about Monday",
        "I felt like a burden.",
        "pause",
        "I was ashamed, and it came out sharp. You may ask again.",
    ),
    Trouble(
        *(2, MON, "19:10", NOA, "stressor", 7, 5),
        "two hours in traffic after a long day",
        "Everything felt thin.",
        "quiet half hour",
        "I started with the bills. I could have asked how you were.",
    ),
    Trouble(
        *(2, WED, "20:05", NOA, "reminder", 7, 5),
        "an hour without an answer",
        "I began to make up stories.",
        None,
        "The phone was in the workshop. It hangs by the door now.",
    ),
    Trouble(
        *(2, SUN, "21:20", KIM, "conflict", 6, 4),
        "you left the room while I was still talking",
        "I thought that was it, for good.",
        "pause",
        "I was coming back. I needed air and forgot to say so.",
    ),
    Trouble(
        *(3, TUE, "18:30", NOA, "reminder", 8, 5),
        "a street that I had been avoiding",
        "My hands shook on the wheel.",
        "call",
        "I am glad that you called. I stayed on the line because I wanted to.",
    ),
    Trouble(
        *(3, THU, "20:10", NOA, "stressor", 6, 4),
        "the letter about the flat",
        "I could not sleep before two.",
        "quiet half hour",
        "I put it on the table without a word. I will open such letters with you.",
    ),
    Trouble(
        *(3, SAT, "17:20", NOA, "reminder", 6, 4),
        "you turned the screen away as I came in",
        "I noticed that I was counting.",
        None,
        "It was your birthday present. I will say 'it is a surprise'.",
    ),
    Trouble(
        *(4, MON, "21:05", NOA, "reminder", 7, 4),
        "a name in a film",
        "Cold hands for the rest of the evening.",
        "pause",
        "I froze too. I am sorry that I said nothing.",
    ),
    Trouble(
        *(4, FRI, "21:10", NOA, "conflict", 8, 5),
        "we both spoke at once about the phone",
        "I heard my own voice getting loud.",
        "pause",
        "I wanted to be heard, not to win.",
        "twenty minutes in separate rooms, and then tea",
    ),
    Trouble(
        *(5, TUE, "19:00", NOA, "stressor", 6, 4),
        "three nights of bad sleep",
        "Small things felt large.",
        "quiet half hour",
        "I asked too much that evening. Rest was the plan.",
    ),
    Trouble(
        *(5, THU, "18:20", NOA, "reminder", 6, 3),
        "the errand took an hour longer than you had said",
        "I went quiet.",
        None,
        "There was a queue. I could have written, and next time I will.",
    ),
    Trouble(
        *(6, WED, "20:30", NOA, "reminder", 6, 3),
        "a free evening, far away from home",
        "I wanted to call every hour.",
        "call",
        "Call whenever you want. I like to hear from you.",
    ),
    Trouble(
        *(6, SAT, "16:10", NOA, "stressor", 5, 3),
        "my sister asked how we are",
        "I did not know what to say.",
        None,
        "Say what is true. I will not mind.",
    ),
    Trouble(
        *(7, MON, "20:20", KIM, "conflict", 5, 3),
        "you sighed when I brought the plan a day late",
        "I heard that nothing I do is enough.",
        "pause",
        "I was tired. I was glad about the plan and did not show it.",
    ),
    Trouble(
        *(7, THU, "19:15", NOA, "reminder", 6, 3),
        "an unknown number called twice",
        "I checked my breath.",
        None,
        "It was the garage. I called back with you in the room.",
    ),
    Trouble(
        *(8, TUE, "18:50", NOA, "reminder", 5, 3),
        "an old photo fell out of a book",
        "A short, hot wave.",
        "walk",
        "We put it away together. Thank you for showing it to me.",
    ),
    Trouble(
        *(9, WED, "19:30", NOA, "stressor", 5, 2),
        "deadline at work, and the heating broke",
        "I snapped at you.",
        "quiet half hour",
        "I did not take it as meant for me.",
    ),
    Trouble(
        *(9, SUN, "15:40", NOA, "reminder", 4, 2),
        "our old bench",
        "Sad for a while, and then not.",
        "walk",
        "I was sad there, too. Thank you for staying.",
    ),
    Trouble(
        *(10, TUE, "18:10", NOA, "reminder", 4, 2),
        "you came home by the other door",
        "A start, then a laugh.",
        None,
        "The lock was frozen. I will ring next time.",
    ),
    Trouble(
        *(10, FRI, "21:00", KIM, "conflict", 5, 3),
        "we argued about the holidays",
        "I wanted to give up the talk.",
        "pause",
        "I want to be asked before my parents are told.",
    ),
    Trouble(
        *(11, MON, "18:35", NOA, "reminder", 4, 2),
        "a message that you did not read out",
        "I looked at the clock.",
        None,
        "It was about the shelf. I forgot that reading out helps.",
    ),
    Trouble(
        *(11, WED, "20:15", NOA, "stressor", 4, 2),
        "a week without a free evening",
        "Thin skin.",
        "quiet half hour",
        "I took over the shopping so that there is one.",
    ),
    Trouble(
        *(11, FRI, "19:05", NOA, "reminder", 3, 2),
        "the song again",
        "I could hum it.",
        None,
        "I saw that. I was proud of you.",
    ),
    Trouble(
        *(12, TUE, "18:45", NOA, "reminder", 5, 3),
        "a late reply",
        "The old tightness, for ten minutes.",
        "pause",
        None,
        "twenty minutes, and then we talked",
    ),
    Trouble(
        *(12, SAT, "11:30", KIM, "conflict", 4, 2),
        "you changed the order of my books",
        "I felt corrected.",
        None,
        "I wanted to make room for mine. I should have asked.",
    ),
)


class Spoken(NamedTuple):
    """A moment: when, by whom, of which kind, the text, and the other's answer: day and words."""

    week: int
    day: int
    at: str
    by: str
    kind: str
    text: str
    answered: tuple[int, int, str] | None = None
    about: str | None = None


MOMENTS = (
    Spoken(1, MON, "20:40", NOA, "value", "We tell each other first."),
    Spoken(1, WED, "20:20", NOA, "appreciation", "You put the kettle on and sat down, unasked."),
    Spoken(1, FRI, "21:30", KIM, "memory", "The night train to 京都, and soup on the platform 🍵"),
    Spoken(1, SUN, "17:30", KIM, "win", "A whole hour of talking without a raised voice."),
    Spoken(
        *(2, TUE, "21:00", NOA, "need", "A quiet half hour after work before we talk."),
        (2, TUE, "I will take the children to the playground until half past six."),
    ),
    Spoken(2, SAT, "15:10", NOA, "win", "We laughed at the dog in the raincoat."),
    Spoken(2, SUN, "20:00", KIM, "ritual", "Tea together before the Sunday review."),
    Spoken(3, MON, "20:15", NOA, "support", "We have a couples therapist: Wednesdays at five."),
    Spoken(3, WED, "21:20", NOA, "appreciation", "You told me about the call before I asked."),
    Spoken(
        *(3, THU, "21:40", NOA, "doubt", "I do not know whether calm means safe."),
        (3, FRI, "I do not know it either yet. I will keep calm and keep telling."),
    ),
    Spoken(3, SUN, "20:10", KIM, "appreciation", "You said what you needed; no guessing."),
    Spoken(
        *(4, TUE, "19:30", KIM, "update", "I moved the late meeting to the morning."),
        None,
        "text",
    ),
    Spoken(4, THU, "21:15", NOA, "memory", "How we painted the first flat, two walls yellow."),
    Spoken(5, WED, "19:50", NOA, "appreciation", "You did not ask why I needed the pause."),
    Spoken(5, SAT, "14:00", KIM, "goal", "A weekend by the sea in spring."),
    Spoken(
        *(6, FRI, "22:05", NOA, "misread", "I took your short message for anger."),
        (6, SAT, "I was typing with one hand in the kitchen. I was glad that you wrote."),
    ),
    Spoken(6, SUN, "18:00", KIM, "win", "A week apart, and nobody counted."),
    Spoken(7, WED, "20:30", NOA, "appreciation", "You brought the plan although it was late."),
    Spoken(7, SUN, "16:20", KIM, "win", "We planned a dinner with friends."),
    Spoken(
        *(8, WED, "20:45", KIM, "need", "A word when something was good."),
        (8, THU, "Yes. The soup on Monday was good. So was your patience."),
    ),
    Spoken(8, SAT, "12:00", NOA, "project", "The shelf in the hall, built together."),
    Spoken(9, TUE, "21:10", NOA, "win", "Slept eight hours."),
    Spoken(9, SAT, "18:40", NOA, "appreciation", "The small room: you asked for the colour."),
    Spoken(10, SUN, "21:00", NOA, "doubt", "I still check the clock at six."),
    Spoken(
        10, SAT, "13:30", KIM, "memory", "Your grandmother's kitchen, everyone talking at once."
    ),
    Spoken(11, THU, "20:20", KIM, "appreciation", "You asked me instead of looking."),
    Spoken(11, SUN, "17:10", NOA, "note", "The therapist said: slow is smooth."),
    Spoken(12, WED, "20:10", NOA, "appreciation", "You told me that it would be late, at five."),
    Spoken(
        *(12, WED, "19:45", KIM, "update", "Long meetings are now before lunch, from next week."),
        None,
        "text",
    ),
    Spoken(
        *(12, THU, "21:30", KIM, "misread", "I took your silence at breakfast for a verdict."),
        (12, FRI, "I was reading the news. It was about bees."),
    ),
    Spoken(
        *(12, FRI, "20:40", NOA, "need", "To know before Sunday who comes for the holidays."),
    ),
    Spoken(12, FRI, "23:10", KIM, "win", "An evening with flour everywhere and no screen."),
    Spoken(12, SAT, "19:20", NOA, "win", "We walked home the long way and laughed."),
)
