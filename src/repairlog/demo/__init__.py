"""The made-up journal of two people, twelve weeks long, that `--demo` shows: nothing is kept of it.

It ends at the moment it is asked for. Its twelfth week is the one that a review would take up
then, so that whatever the date, there is a whole week to look at.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from repairlog.dates import Calendar
from repairlog.demo.plot import Event, Line
from repairlog.demo.story import events
from repairlog.entries import Entry
from repairlog.journal import Draft, Journal, Writer, memory_journal
from repairlog.kinds import Body
from repairlog.kinds.mending import Erase

WEEKS = 12
CALENDAR = Calendar()


def demo_journal(now: datetime) -> Journal:
    """The made-up journal as it stands at ``now`` (aware), in memory."""
    stage = Stage(memory_journal(), _first_day(now), now)
    told = sorted(((stage.moment(event), event) for event in events()), key=lambda pair: pair[0])
    for moment, event in told:
        if moment > now:
            break
        stage.tell(event, moment)
    return stage.journal


def _first_day(now: datetime) -> date:
    """The Monday of the first week: the twelfth is the latest that has ended or ends today."""
    today = CALENDAR.day_of(now)
    week = CALENDAR.week_of(today)
    running = 0 if today == week.last else 1
    return week.first - timedelta(weeks=WEEKS - 1 + running)


@dataclass(slots=True)
class Stage:
    """Where the story is told: the journal, its first Monday, and what was written by name."""

    journal: Journal
    first_day: date
    now: datetime
    entries: dict[str, Entry] = field(default_factory=dict)

    def day(self, week: int, day: int) -> date:
        """A day of the story: weeks count from 1, days from Monday, 0."""
        return self.first_day + timedelta(weeks=week - 1, days=day)

    def moment(self, event: Event) -> datetime:
        """When an event is written."""
        return datetime.combine(self.day(event.week, event.day), event.at).astimezone()

    @property
    def today(self) -> date:
        """The day on which the story has arrived."""
        return CALENDAR.day_of(self.now)

    def uid(self, name: str) -> str:
        """The uid of what was written under a name."""
        return self.entries[name].uid

    def ref(self, name: str) -> str:
        """The reference of what was written under a name."""
        return self.entries[name].ref

    def seal(self) -> str:
        """The seal over all that was told so far."""
        return self.journal.seal()

    def tell(self, event: Event, moment: datetime) -> None:
        """Write one event of the story, and keep the names of its lines."""
        self.now = moment
        made = [(line, self._made(line)) for line in event.lines]
        told = [(line, body) for line, body in made if body is not None]
        if told:
            with self.journal.writing(moment) as writer:
                for line, body in told:
                    self._write(writer, line, body, event.by)

    def _made(self, line: Line) -> Body | None:
        return line.body(self) if callable(line.body) else line.body

    def _write(self, writer: Writer, line: Line, body: Body, by: str) -> None:
        about = self.entries[line.about] if line.about else None
        if isinstance(body, Erase) and about:
            writer.erase(about, body, by, self.today, self.now)
            return
        at = self.now - line.ago
        draft = Draft(body, by, CALENDAR.day_of(at), at, about.uid if about else None)
        entry = writer.append(draft)
        if line.name:
            self.entries[line.name] = entry
