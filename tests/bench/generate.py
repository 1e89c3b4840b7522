"""A plausible journal of any length: the same full weeks, over and over, for as long as it takes.

    python -m tests.bench.generate PATH ENTRIES

However many entries there are, the last weeks hold as much as ever, so that a reading of the same
window has the same work to do. Written through the program's own writer, one command at a time.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from heapq import heappop, heappush
from pathlib import Path
from random import Random

from repairlog.cli import threads
from repairlog.dates import Calendar
from repairlog.entries import Entry
from repairlog.journal import Draft, Journal, memory_journal
from repairlog.kinds import Body, body_of
from repairlog.kinds.agreement import Cadence, Consent, Renewal, Response, Rule
from repairlog.kinds.assent import Adoption, Assent
from repairlog.kinds.boundaries import Boundary, Crossing, Honoured, Repaired, Revision
from repairlog.kinds.changes import Ease, Release
from repairlog.kinds.checkins import Checkin
from repairlog.kinds.commitments import Commitment, Delivery, Miss
from repairlog.kinds.conversations import Confirmation, Paraphrase, Summary, Talk
from repairlog.kinds.keeping import Init
from repairlog.kinds.milestones import Celebration, Milestone
from repairlog.kinds.moments import (
    Answer,
    Appreciation,
    Doubt,
    Memory,
    Misread,
    Moment,
    Note,
    Update,
    Value,
    Win,
)
from repairlog.kinds.repair import Acknowledgement, Apology, Disclosure, Setback
from repairlog.kinds.reviews import Review
from repairlog.kinds.triggers import Meaning, Settling, Trigger
from repairlog.recurrence import days, read_rule

NOW = datetime(2026, 11, 23, 20, 0)
"""The local wall-clock moment at which every generated journal ends."""

ENTRIES_A_DAY = 13.0
ANNA, BEN = "Anna", "Ben"
OTHER = {ANNA: BEN, BEN: ANNA}
DAY = timedelta(days=1)
MONDAY, SUNDAY = 0, 6

LASTING = (
    # text, rule, time of day, who; the first is the one that `deliver c1` means
    ("ten minutes of news of the day", "day", None, ANNA),
    ("text when leaving work", "weekday", time(18), ANNA),
    ("no phone at dinner", "day", None, BEN),
    ("Sunday plan for the week", "sunday", None, ANNA),
    ("a walk together", "week", None, BEN),
    ("read a page aloud", "day", None, BEN),
    ("ask how it was, and listen", "weekday", None, ANNA),
    ("say when I need a break", "mon,wed,fri", None, BEN),
    ("look at the month ahead", "last friday", None, ANNA),
)
DAILY: tuple[type[Moment], ...] = (Appreciation, Win, Note, Update)
SHARED: tuple[type[Moment], ...] = (Memory, Value)
BOUNDARIES = (
    ("we ask before we open each other's phone", "privacy"),
    ("hard things are told before they are asked for", "honesty"),
    ("either of us may leave a talk that gets too loud", "space"),
)
RULES = (
    # the words, the minutes that they set, the topics that they name
    ("no name-calling, and no raised voices", None, ()),
    ("a hard conversation lasts at most 45 minutes", 45, ()),
    ("safe topics when it gets tight", None, ("the garden", "the news")),
)
RESPONSES = (("a short break", True), ("grounding", False), ("reassurance", False))
CADENCES = ("daily", "weekly", "monthly")
SENTENCES = """
the evening was quiet and we talked about what comes next week without hurry or blame while it
rained and somebody laughed in the kitchen about bread that had burned again
"""
WORDS = SENTENCES.split()


def generate(path: Path, entries: int) -> int:
    """Write a journal of about so many entries to a new file, and return how many it holds."""
    last = Calendar().day_of(NOW)
    with memory_journal() as journal:
        Life(journal, Random(entries), last - max(round(entries / ENTRIES_A_DAY), 21) * DAY).live()
        threads.rebuild(journal, NOW.astimezone())
        journal.backup(path)
        count = journal.count()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    return count


Then = Callable[[Entry], None]


@dataclass(slots=True)
class Life:
    """Two people's days: what is planned is written when its moment comes, and may plan more."""

    journal: Journal
    chance: Random
    first: date
    plans: list[tuple[datetime, int, str, Body, str | None, Then | None]] = field(
        default_factory=list
    )
    number: int = 0

    def live(self) -> None:
        """Write everything from the first day to the last."""
        self.begin()
        day = self.first
        while day <= NOW.date():
            self.live_through(day)
            day += DAY
            while self.plans and self.plans[0][0] < datetime.combine(day, time(3)):
                moment, _, by, body, about, then = heappop(self.plans)
                if moment > NOW:
                    return
                entry = self.write(moment, by, body, about)
                if then:
                    then(entry)

    def write(self, moment: datetime, by: str, body: Body, about: str | None) -> Entry:
        """One command of one entry."""
        at = moment.astimezone()
        with self.journal.writing(at) as writer:
            return writer.append(Draft(body, by, moment.date(), at, about))

    def plan(
        self,
        day: date,
        hour: float,
        by: str,
        body: Body,
        about: str | None = None,
        then: Then | None = None,
    ) -> None:
        """Something to be written at about that hour."""
        self.number += 1
        minutes = timedelta(minutes=int(hour * 60) + self.chance.randrange(20))
        moment = datetime.combine(day, time()) + minutes
        heappush(self.plans, (moment, self.number, by, body, about, then))

    def words(self) -> str:
        """A few words."""
        return " ".join(self.chance.choices(WORDS, k=self.chance.randrange(4, 16)))

    def happens(self, probability: float) -> bool:
        return self.chance.random() < probability

    def someone(self) -> str:
        return self.chance.choice((ANNA, BEN))

    # -- what lasts ------------------------------------------------------------------------

    def begin(self) -> None:
        """The first morning."""
        self.write(_at(self.first, 7), ANNA, Init(me=ANNA, partner=BEN), None)
        for text, rule, at, by in LASTING:
            body = promise(text, self.first, every=rule, at=at)
            self.keep(self.write(_at(self.first, 8), by, body, None))
        for text, value in BOUNDARIES:
            boundary = Boundary(text=text, value=value, means=(self.words(),))
            self.guard(self.write(_at(self.first, 9), ANNA, boundary, None))
        for text, minutes, topics in RULES:
            ground = Rule(text=text, minutes=minutes, topics=topics)
            self.hold_to(self.write(_at(self.first, 9), BEN, ground, None))
        for name, pause in RESPONSES:
            response = Response(name=name, text=self.words(), pause=pause)
            self.hold_to(self.write(_at(self.first, 10), BEN, response, None))
        for cadence in CADENCES:
            self.yes(self.write(_at(self.first, 10), ANNA, Cadence(cadence=cadence), None))
        for by in (ANNA, BEN):
            self.write(_at(self.first, 11), by, Consent(to="export", given=True), None)

    def keep(self, commitment: Entry, until: date | None = None) -> None:
        """Do what was promised, mostly, day after day."""
        body = body_of(commitment)
        assert isinstance(body, Commitment)
        assert body.rrule
        falls = days(body.rrule, body.start, commitment.day)
        self.next_time(commitment, body, falls, until)

    def next_time(
        self, commitment: Entry, body: Commitment, falls: Iterator[date], until: date | None
    ) -> None:
        day = next(falls)
        if until and day > until:
            return

        def then(_: Entry) -> None:
            self.next_time(commitment, body, falls, until)

        by, luck = commitment.by, self.chance.random()
        if luck < 0.9:
            self.plan(day, 17.2, by, Delivery(), commitment.uid, then)
        elif luck < 0.94:
            self.plan(day, 19, by, Delivery(note=self.words()), commitment.uid, then)
        elif luck < 0.97:
            self.plan(day, 21, by, Miss(own=self.words(), of=day), commitment.uid, then)
        else:  # nothing is said: only the one after it is planned
            self.next_time(commitment, body, falls, until)

    def guard(self, boundary: Entry) -> None:
        """Agree to a boundary, and live with it."""
        self.agreed(boundary.day, Adoption(), boundary)
        for number in range(1, 200):
            day = boundary.day + self.chance.randrange(20, 30) * number * DAY
            note = self.words()
            self.plan(day, 21, self.someone(), Honoured(note=note), boundary.uid)
            if number % 8 == 0:
                again = Revision(text=self.words(), means=(self.words(),))
                self.agreed(day, again, boundary)
            if number % 12 == 0:
                crossing = Crossing(what=self.words(), version_of=boundary.uid)
                self.plan(day, 18, BEN, crossing, boundary.uid, self.mend)

    def hold_to(self, term: Entry) -> None:
        """Agree to a rule or a response, look at it again after half a year, and say it in other
        words after a year."""
        self.yes(term)
        body = body_of(term)
        assert isinstance(body, (Rule, Response))
        again = term.day + self.chance.randrange(170, 200) * DAY
        self.plan(again, 20, term.by, Renewal(revisit=again + 180 * DAY), term.uid, self.yes)
        later = replace(body, text=self.words())
        self.plan(again + 180 * DAY, 20, term.by, later, term.uid, self.hold_to)

    def yes(self, proposal: Entry) -> None:
        """The other's yes, an hour later."""
        assent = Assent(attainable=7)
        self.plan(proposal.day, 22, OTHER[proposal.by], assent, proposal.uid)

    def mend(self, crossing: Entry) -> None:
        """A step, and the repair."""
        step = promise(self.words(), crossing.day, by=crossing.day + 5 * DAY)
        self.plan(crossing.day, 19, ANNA, step, crossing.uid, self.deliver_soon)
        self.plan(crossing.day + 6 * DAY, 20, BEN, Repaired(note=self.words()), crossing.uid)

    def agreed(self, day: date, proposal: Body, about: Entry) -> None:
        """A proposal, and the other's yes."""
        self.plan(day, 21, about.by, proposal, about.uid, self.yes)

    def deliver_soon(self, commitment: Entry) -> None:
        body = body_of(commitment)
        assert isinstance(body, Commitment)
        assert body.by
        day = body.by - self.chance.randrange(-1, 3) * DAY
        self.plan(max(day, commitment.day + DAY), 12, commitment.by, Delivery(), commitment.uid)

    # -- what a day brings -----------------------------------------------------------------

    def live_through(self, day: date) -> None:
        """Plan what happens on one day."""
        for by in (ANNA, BEN):
            if self.happens(0.95):
                self.plan(day, 22, by, self.checkin("daily"))
        if self.happens(0.5):
            self.plan(day, 18, self.someone(), self.trigger(), then=self.settle)
        for by in (ANNA, BEN):
            if self.happens(0.6):
                self.plan(day, 20, by, self.chance.choice(DAILY)(text=self.words()))
        if self.happens(0.08):
            self.plan(day, 21, self.someone(), Doubt(text=self.words()), then=self.answer)
        self.talk_through(day)
        if self.happens(0.02):
            kind = self.chance.choice(SHARED)
            self.plan(day, 21, self.someone(), kind(text=self.words()))
        self.keep_the_calendar(day)

    def keep_the_calendar(self, day: date) -> None:
        """Plan what comes once a week, a month and a season."""
        if day.weekday() == MONDAY:
            due = day + self.chance.randrange(2, 7) * DAY
            body = promise(self.words(), day, by=due)
            self.plan(day, 19, self.someone(), body, then=self.deliver_soon)
        if day.weekday() == SUNDAY:
            self.close_the_week(day)
        if (day + DAY).day == 1:
            for by in (ANNA, BEN):
                self.plan(day, 19, by, self.checkin("monthly"))
        if (day - self.first).days % 84 == 40:
            self.season(day)

    def talk_through(self, day: date) -> None:
        """What the two say to each other about the harder things, on some days."""
        if self.happens(0.25):
            minutes = self.chance.randrange(10, 60)
            talk = Talk(text=self.words(), said=self.words(), heard=self.words(), minutes=minutes)
            self.plan(day, 20.5, self.someone(), talk, then=self.hear)
        if self.happens(0.1):
            self.plan(day, 19, self.someone(), Disclosure(text=self.words()), then=self.receive)
        if self.happens(0.06):
            apology = Apology(text=self.words(), responsibility=self.words())
            self.plan(day, 19, self.someone(), apology, then=self.make_good)
        if self.happens(0.04):
            self.plan(day, 19, self.someone(), Setback(text=self.words()), then=self.begin_anew)

    def hear(self, talk: Entry) -> None:
        """Whether it was heard as it was meant, and what both could say of it."""
        luck, other = self.chance.random(), OTHER[talk.by]
        if luck < 0.7:
            self.plan(talk.day, 21, other, Confirmation(), talk.uid)
        else:
            meant = Confirmation(correct=self.words())
            self.plan(talk.day, 21, other, meant, talk.uid, self.say_again)
        if luck < 0.2:
            self.plan(talk.day + DAY, 20, talk.by, Summary(text=self.words()), talk.uid, self.yes)
        if luck > 0.8:
            self.plan(talk.day, 21.5, talk.by, Misread(text=self.words()), talk.uid, self.answer)

    def say_again(self, correction: Entry) -> None:
        def confirm(again: Entry) -> None:
            self.plan(again.day, 22, correction.by, Confirmation(), again.uid)

        again = Paraphrase(text=self.words())
        self.plan(correction.day, 21.5, OTHER[correction.by], again, correction.uid, confirm)

    def receive(self, told: Entry) -> None:
        """The other has received it, mostly."""
        if self.happens(0.95):
            received = Acknowledgement(note=self.words())
            self.plan(told.day + DAY, 18, OTHER[told.by], received, told.uid)

    def make_good(self, apology: Entry) -> None:
        """It is received, and what was promised for it is done."""
        self.receive(apology)
        repair = promise(self.words(), apology.day, by=apology.day + 5 * DAY)
        self.plan(apology.day, 20, apology.by, repair, apology.uid, self.deliver_soon)

    def begin_anew(self, setback: Entry) -> None:
        """The plan's next version, which both agree to, and which is done."""

        def then(step: Entry) -> None:
            self.agreed(setback.day, Adoption(), step)
            self.deliver_soon(step)

        plan = promise(self.words(), setback.day, by=setback.day + 5 * DAY)
        self.plan(setback.day, 20, setback.by, plan, setback.uid, then)

    def close_the_week(self, day: date) -> None:
        for by in (ANNA, BEN):
            self.plan(day, 18, by, self.checkin("weekly"))
        ago = (NOW.date() - day).days
        if self.happens(0.9) if ago > 70 else ago > 7:  # of late, all but the last week
            self.plan(day, 19.5, ANNA, Review(week=day - 6 * DAY, present=(ANNA, BEN)))

    def season(self, day: date) -> None:
        """What comes once in twelve weeks: a promise for a time, a pause of it, a milestone."""
        by = self.someone()

        def then(commitment: Entry) -> None:
            self.keep(commitment, day + 60 * DAY)
            ease = Ease(start=day + 30 * DAY, until=day + 36 * DAY, why=self.words())
            self.agreed(day + 29 * DAY, ease, commitment)
            self.agreed(day + 61 * DAY, Release(why=self.words()), commitment)

        self.plan(day, 19, by, promise(self.words(), day, every="weekday"), then=then)
        self.plan(day, 20, by, Milestone(text=self.words(), by=day + 50 * DAY), then=self.look_up)

    def look_up(self, milestone: Entry) -> None:
        self.agreed(milestone.day, Adoption(), milestone)
        party = Celebration(note=self.words())
        self.plan(milestone.day + 50 * DAY, 20, milestone.by, party, milestone.uid)

    def settle(self, trigger: Entry) -> None:
        other = OTHER[trigger.by]
        settled = Settling(intensity=self.chance.randrange(4), helped=self.words())
        self.plan(trigger.day, 20, trigger.by, settled, trigger.uid)
        self.plan(trigger.day, 21, other, Meaning(text=self.words()), trigger.uid)

    def answer(self, doubt: Entry) -> None:
        answer = Answer(text=self.words())
        self.plan(doubt.day + DAY, 20, OTHER[doubt.by], answer, doubt.uid)

    def trigger(self) -> Trigger:
        return Trigger(
            text=self.words(),
            sort=self.chance.choice(("conflict", "reminder", "stressor")),
            intensity=self.chance.randrange(3, 9),
            effect=self.words(),
        )

    def checkin(self, cadence: str) -> Checkin:
        return Checkin(
            cadence=cadence,
            safety=self.chance.randrange(3, 9),
            vigilance=self.chance.randrange(1, 7),
            summary=self.words() if self.happens(0.3) else None,
        )


def promise(
    text: str,
    start: date,
    *,
    by: date | None = None,
    every: str | None = None,
    at: time | None = None,
) -> Commitment:
    """A promise as the program would write it."""
    if every is None:
        return Commitment(text=text, start=start, by=by)
    rule, times = read_rule(every, start, Calendar())
    return Commitment(
        text=text,
        start=start,
        every=rule.words,
        rrule=rule.rrule,
        whole=rule.whole,
        times=times or 1,
        at=at,
    )


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour))


if __name__ == "__main__":
    print(f"{generate(Path(sys.argv[1]), int(sys.argv[2])):,} entries")
