"""What a command needs, opened when it needs it: the journal, the moment, and who writes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime

from repairlog import dates
from repairlog.cli import load, nudging, places, threads
from repairlog.cli.grammar import Globals
from repairlog.entries import Entry
from repairlog.errors import Misread, Refused
from repairlog.journal import Draft, Journal, Locked, Writer, open_journal
from repairlog.kinds import Body
from repairlog.kinds.keeping import Init
from repairlog.readings.people import Settings
from repairlog.text import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from repairlog.cli.grammar import Context
    from repairlog.dates import Calendar, Tense, When


@dataclass(frozen=True, slots=True)
class Session:
    """One command's view: the open journal, now, the settings that hold, and what was said in
    the options that every command takes."""

    journal: Journal
    now: datetime
    settings: Settings
    said: Globals
    private: bool = False

    @property
    def calendar(self) -> Calendar:
        return self.settings.calendar

    @property
    def today(self) -> date:
        return self.calendar.day_of(self.now)

    @property
    def writer(self) -> str:
        """Who writes. Raises Refused for a person who does not exist, or where no one is named."""
        return writer(self.settings, self.said)

    def when(self, words: str, tense: Tense) -> When:
        """The date that the words mean."""
        return dates.read_when(words, self.now, self.calendar, tense)

    def ahead(self, words: str | None) -> date | None:
        """The day that a promise's words mean, looking forward."""
        return self.when(words, dates.Tense.AHEAD).day if words else None

    def to_come(self, words: str | None, why: str, mend: str) -> date | None:
        """The same, refused for a day that is past: ``why`` says for what it has to be ahead."""
        day = self.ahead(words)
        if day is not None and day < self.today:
            raise Refused(
                f"{dates.day_text(day, self.now)} is past, and {why}; nothing was written.", mend
            )
        return day

    def back(self, words: str | None) -> date | None:
        """The day that a record's words mean, looking back."""
        return self.when(words, dates.Tense.BACK).day if words else None

    def past(self, words: str | None, mend: str = "") -> When | None:
        """The moment that a record's words mean, None for no words. Raises Refused while it is
        still ahead."""
        if words is None:
            return None
        when = self.when(words, dates.Tense.BACK)
        if when.day > self.today or (when.at and when.at > self.now):
            raise Refused(
                f"{when.echo(self.calendar, self.now)} is still ahead; nothing was written.", mend
            )
        return when

    def settings_of(self, as_of: datetime | None, command: str) -> Settings:
        """The settings that held then (None: now). Raises Refused before there was a journal."""
        if as_of is None or self.private:
            return self.settings
        try:
            return load.settings(self.journal, as_of)
        except LookupError:
            began = f"The journal began after {dates.moment_text(as_of, self.now)}"
            raise Refused(f"{began}; there is nothing to show.", f"repairlog {command}") from None

    def draft(self, body: Body, *, about: str | None = None, on: When | None = None) -> Draft:
        """A draft by the writer, of now or of the moment given."""
        at, day = (on.at, on.day) if on else (self.now, self.today)
        return Draft(body, self.writer, day, at, about)

    @contextmanager
    def writing(self, goes_on: Entry | None = None) -> Iterator[Writer]:
        """One transaction for one command, or for more of the one that wrote ``goes_on``; the
        threads that it touches are kept up to date."""
        with self.journal.writing(self.now, goes_on) as writer:
            yield writer
            threads.refresh(writer, self.settings, self.now)
        nudging.told_after(writer.written, self.settings.tone)

    @property
    def asks(self) -> bool:
        """Whether there is a person at a terminal to be asked."""
        return not self.said.json and sys.stdin.isatty() and sys.stdout.isatty()


def clock() -> datetime:
    """Now. Read once, at the root of a command."""
    return dates.read_clock(os.environ)


@contextmanager
def session(context: Context, *, private: bool = False) -> Iterator[Session]:
    """Open what the command needs: the shared journal, or with `--private` the writer's own.

    ``private``: the command writes to the private journal by itself (`add care`). Raises Refused
    where there is no journal yet.
    """
    said = Globals.of(context)
    now = clock()
    if said.demo:
        from repairlog.demo import demo_journal

        with demo_journal(now) as journal:
            threads.rebuild(journal, now)
            yield Session(journal, now, load.settings(journal), said)
        return
    path = places.journal_path(said.journal)
    if not path.exists():
        from repairlog.cli import beginning

        beginning.offer(path, now, may_ask=not said.json)
    with opened(path, said) as journal:
        shared = Session(journal, now, load.settings(journal), said)
        nudging.opened(shared.settings.tone)
        if not (private or said.private):
            yield shared
            return
    with _private_journal(shared) as own:
        alone = replace(shared.settings, people=(shared.writer,), partner_since=None)
        yield Session(own, now, alone, said, private=True)


def opened(path: Path, said: Globals) -> Journal:
    """The journal that is there, with its passphrase where it is locked; where it was brought up
    to date just now, that is said."""
    try:
        journal = open_journal(path)
    except Locked as locked:
        from repairlog.cli import passphrase

        journal = passphrase.unlocked(path, locked.salt, may_ask=not said.json)
    if journal.copied:
        print(
            "The journal was brought up to date for this version. As it was before, it is kept "
            f"as {visible(str(journal.copied))}",
            file=sys.stderr,
        )
    return journal


def _private_journal(shared: Session) -> Journal:
    """The writer's private journal. Where there is none yet, the first thing written makes it; a
    reading, and what is refused, makes no file."""
    path = places.private_path(shared.journal.path, shared.writer)
    if path.exists():
        return opened(path, shared.said)
    calendar = shared.calendar
    began = Init(me=shared.writer, week_starts=calendar.week_starts, day_ends=calendar.day_ends)
    from repairlog.journal.unbegun import UnbegunJournal

    return UnbegunJournal(path, shared.now, [shared.draft(began)])


def writer(settings: Settings, said: Globals) -> str:
    """The person who writes: `--as`, else ``REPAIRLOG_AS``, else the one at this account."""
    name = said.as_ or os.environ.get("REPAIRLOG_AS")
    if name:
        return known_person(settings, name)
    if settings.me is not None:
        return settings.me
    if said.json or not (sys.stdin.isatty() and sys.stdout.isatty()):
        names = " or ".join(f"--as {person}" for person in settings.people)
        raise Refused("This account is shared, so it has to be said who writes.", f"Add {names}")
    return _ask_who(settings)


def _ask_who(settings: Settings) -> str:
    """Whoever is at the terminal says who writes; a slip is asked about again, twice."""
    from repairlog.cli import typed

    names = " or ".join(map(visible, settings.people))
    print(f"Who is writing? ({names})", file=sys.stderr)
    for _ in range(_SLIPS):
        try:
            found = known_person(settings, typed.line())
            break
        except Refused as told:
            print(f"  {visible(told.sentence)} {names}?", file=sys.stderr)
    else:
        found = known_person(settings, typed.line())
    os.environ["REPAIRLOG_AS"] = found
    return found


_SLIPS = 2


def known_person(settings: Settings, name: str, so: str = "--as") -> str:
    """The person of this journal that a name means, whatever its capitals. Raises Refused, with
    ``so`` before a name that would do."""
    from unicodedata import normalize

    def plain(text: str) -> str:
        return normalize("NFC", text).strip().casefold()

    for person in settings.people:
        if plain(person) == plain(name):
            return person
    people = " and ".join(settings.people)
    mend = f"Names here: {people}. So: {so} {settings.people[0]}"
    if settings.alone:
        mend += f"\nTo let {name.strip()} join: repairlog settings partner {name.strip()}"
    raise Refused(f"This journal knows no one called {dates.quoted(name)}.", mend)


def refuse_backwards(first: date | None, last: date | None, command: str) -> None:
    """Refuse a --since that is after its --until. Raises Misread."""
    if first and last and first > last:
        raise Misread(
            f"--since {first} is after --until {last}, so no day is between them.",
            f"repairlog {command} --since {last} --until {first}",
        )


def said_json(entries: Sequence[Entry]) -> str:
    """What a writer prints with `--json`."""
    import json

    rows = [{"ref": e.ref, "uid": e.uid, "kind": e.kind} for e in entries]
    return json.dumps({"written": rows}, ensure_ascii=False)
