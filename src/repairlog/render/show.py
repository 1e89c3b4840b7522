"""The page of one thing: what it says now, how it stands, and everything that led there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from rich.text import Text

from repairlog.dates import day_text
from repairlog.readings.agreed_words import called, unsaid
from repairlog.readings.boundaries import Version
from repairlog.readings.standing import Standing
from repairlog.readings.thing import Happening, ThingReport
from repairlog.readings.told import Told, plain_fields
from repairlog.readings.wording import GONE, SAID, happened, when_due
from repairlog.render import theme
from repairlog.render.conversations import Talks
from repairlog.render.log import EVERYTHING, quoted_after, with_words
from repairlog.render.repair import Mending
from repairlog.render.sheet import led, shifted
from repairlog.render.theme import DOT, SIGNS, Page, fit, heading, name, row, sign, title, wrapped

INDENT = 4
LONGEST_NAME = 12
DEEPEST = 4  # so far what is about something else is set further to the right
ROOM_BESIDE = 26  # cells; with fewer, what was written stands below who wrote it

ANSWERS = {
    "agreed": "agreed",
    "own": "stands as its author's own",
    "declined": "declined; nothing changed",
    "waits": "waits for an answer",
    "outgrown": "there is nothing left to answer",
    "extra": "once more",
}
"""What became of something, where no sign says it."""


def show_page(report: ThingReport) -> Page:
    """The page of one thing."""
    return Page(lambda width: _Sheet(report, width).lines())


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One thing and the width that its page is laid out for."""

    report: ThingReport
    width: int

    @property
    def room(self) -> int:
        return self.width - 2 * INDENT

    def lines(self) -> Iterator[Text]:
        thing = self.report.thing
        head = Text().append(f"{thing.ref}{DOT}{thing.label}", "title")
        head.append(DOT, "quiet").append_text(name(thing.by))
        yield from title(head, self._when(thing), self.width)
        yield from shifted(self._words(), 2)
        yield from shifted(list(self._facts()), 2)
        sections = (
            *(self._standing(), self._conversation(), self._versions()),
            *(self._plans(), self._project(), self._history()),
        )
        for section in sections:
            found = list(section)
            if found:
                yield Text()
                yield from found

    def _when(self, one: Told) -> str:
        return happened(one.day, one.at, self.report.as_of)

    # -- what it says --------------------------------------------------------------------------

    def _words(self) -> Iterator[Text]:
        thing = self.report.thing
        if thing.item.erased:
            yield Text().append(GONE, "quiet")
        elif text := self.report.text:
            yield from wrapped(Text(fit(text, EVERYTHING)), self.width - 4)
        for voice in self.report.beside:
            yield from quoted_after(voice.label, voice.text, self.width - 4)
        if thing.unknown:
            yield from self._unknown(thing)

    def _unknown(self, thing: Told) -> Iterator[Text]:
        """What a newer version wrote, field by field: it is kept, and nothing of it is hidden."""
        for field, value in plain_fields(thing.item.body).items():
            yield from quoted_after(fit(field, 40), str(value), self.width - 4)

    def _facts(self) -> Iterator[Text]:
        report, thing = self.report, self.report.thing
        told = [report.detail, ANSWERS.get(report.became, "")]
        if report.above and thing.subject:
            told.append(f"about {thing.subject}: {report.above.text or GONE}")
        if thing.undone:
            told.append("taken back: it counts as if never written")
        if thing.later:
            told.append(f"written {day_text(thing.written_on, report.as_of)}")
        if report.mended:
            yield from self._mending.facts(report.mended)
        for words in told:
            if words:
                line = Text().append(fit(words, EVERYTHING), "quiet")
                yield from wrapped(line, self.width - 4)
        if report.first_words is not None:
            yield from quoted_after("it first said", report.first_words, self.width - 4)

    # -- how it stands -------------------------------------------------------------------------

    def _standing(self) -> Iterator[Text]:
        standing = self.report.standing
        if standing is None:
            return
        yield heading("how it stands")
        for words in _stands(standing, self.report):
            yield from shifted(wrapped(Text(fit(words, EVERYTHING)), self.room), INDENT)

    def _conversation(self) -> Iterator[Text]:
        """Every account of it, side by side."""
        one = self.report.conversation
        if one is not None:
            yield heading("both accounts" if one.people[1:] else "the account")
            day = partial(day_text, now=self.report.as_of)
            yield from Talks(self.report.people, self.width, day).inside(one, INDENT)

    def _versions(self) -> Iterator[Text]:
        yield from self._agreed()
        boundary = self.report.boundary
        if boundary is None or (len(boundary.versions) == 1 and not boundary.retired):
            return
        yield heading("versions, the newest first")
        if boundary.retired:
            yield Text(f"    retired {day_text(boundary.retired, self.report.as_of)}", "quiet")
        for version in reversed(boundary.versions):
            yield from shifted(self._version(version), INDENT)

    def _agreed(self) -> Iterator[Text]:
        """Every version of a part of the agreement that ever held, who agreed to it, and until
        when it is to hold."""
        report = self.report
        if report.ended:
            yield Text(f"    ended {self._day(report.ended)}", "quiet")
        elif report.agreed and report.agreed[-1].revisit:
            day = self._day(report.agreed[-1].revisit)
            told = f"lapsed {day}; it holds all the same" if report.agreed[-1].lapsed else day
            yield Text(f"    to be looked at again: {told}", "quiet")
        if report.agreed:
            yield heading("versions, the newest first")
        for one in reversed(report.agreed):
            since = f"{one.number}, from {self._day(one.since)}: " if one.since else ""
            text = None if one.erased else called(one.body)
            lead = Text().append(since, "quiet")
            yield from shifted(led(lead, theme.said(text, self.room - len(since))), INDENT)
            by = (
                f"agreed by both {self._day(one.agreed_on)}"
                if one.agreed_on
                else "its writer's own"
            )
            rated = [f"{fit(who, LONGEST_NAME)} {rating}" for who, rating in one.attainable]
            felt = f"attainable {', '.join(rated)} of 10" if rated else ""
            more = DOT.join(part for part in (one.ref, by, *unsaid(one.body), felt) if part)
            lines = wrapped(Text(fit(more, EVERYTHING), "quiet"), self.room - 3)
            yield from shifted(lines, INDENT + 3)

    def _day(self, day: date) -> str:
        return day_text(day, self.report.as_of)

    def _version(self, version: Version) -> list[Text]:
        since = f"{version.number}, from {day_text(version.since, self.report.as_of)}"
        text = None if version.erased else version.text
        lines = led(
            Text().append(f"{since}: ", "quiet"),
            theme.quoted(text, self.room - len(since) - 2),
        )
        for behaviour in version.means:
            lines += shifted(quoted_after("it means", behaviour, self.room - 3), 3)
        return lines

    # -- repairs -------------------------------------------------------------------------------

    @property
    def _mending(self) -> Mending:
        return Mending(self.report.people, self.width, self.report.as_of)

    def _plans(self) -> Iterator[Text]:
        if self.report.mended:
            yield from self._mending.plans(self.report.mended.plans)

    def _project(self) -> Iterator[Text]:
        if self.report.project:
            yield from self._mending.project(self.report.project)

    # -- history -------------------------------------------------------------------------------

    def _history(self) -> Iterator[Text]:
        if self.report.history:
            yield heading("what was written about it")
        columns = self._columns if self.report.history else (0, 0, 0)
        for one in self.report.history:
            yield from self._happening(one, columns)

    def _happening(self, one: Happening, columns: tuple[int, int, int]) -> list[Text]:
        indent = INDENT + 2 * min(one.depth, DEEPEST)
        when, refs, names = columns
        room = self.width - indent - when - refs - names - 1
        lead = (
            (Text().append(self._when(one.told), "quiet"), when),
            (Text().append(one.told.ref, "quiet"), refs),
            (name(one.told.by, LONGEST_NAME), names),
        )
        if room >= ROOM_BESIDE:
            return row(*lead, (list(self._told(one, room)), room), indent=indent)
        below = self.width - indent - 4
        return [
            *row(*lead, indent=indent),
            *shifted(list(self._told(one, below)), indent + 4),
        ]

    @property
    def _columns(self) -> tuple[int, int, int]:
        """How wide the columns of times, references and names are."""
        told = [one.told for one in self.report.history]
        return (
            max(len(self._when(one)) for one in told) + 2,
            max(len(one.ref) for one in told) + 2,
            max(name(one.by, LONGEST_NAME).cell_len for one in told) + 2,
        )

    def _told(self, one: Happening, room: int) -> Iterator[Text]:
        said = one.told
        yield from wrapped(_headline(one), room)
        for voice in said.beside:
            yield from quoted_after(voice.label, voice.text, room)
        if said.undone:
            yield Text().append("taken back", "quiet")


def _headline(one: Happening) -> Text:
    """What it was and what became of it; what it is about stands above it already."""
    said = one.told
    text = said.text if said.speaks else ""
    if one.became not in SIGNS:
        line = with_words(Text().append(said.label, "quiet"), said, text)
        became = "" if one.became == "partly" else ANSWERS.get(one.became, "")
        return line.append(f"{DOT}{became}", "quiet") if became else line
    line = Text().append_text(sign(one.became)).append(f" {SAID[one.became]}", "quiet")
    return with_words(line, said, text)


# -- how a promise stands ------------------------------------------------------------------------

COUNTED = ("kept", "late", "owned", "missed", "eased")


def _stands(standing: Standing, report: ThingReport) -> Iterator[str]:
    """How a promise stands, in a few plain lines."""
    if standing.course.made is None:
        no = standing.course.declined
        who, by = standing.course.who, standing.course.item.by
        asks = next((one for one in report.people if one != by), who)
        waits = f"proposed; it binds once {asks} says yes"
        yield f"declined by {no.by}, and nothing is asked of it" if no else waits
    elif standing.course.once:
        yield _once(standing, report)
    else:
        yield from _each_time(standing, report)
    for pause in standing.course.pauses:
        first, last = day_text(pause.first, report.as_of), day_text(pause.last, report.as_of)
        yield f"eased from {first} to {last}"


def _once(standing: Standing, report: ThingReport) -> str:
    due = when_due(standing.course.terms, report.as_of)
    done = standing.done
    when = f" {happened(done.day, done.at, report.as_of)}" if done else ""
    return f"{SAID[standing.standing]}{when} ({due})"


def _each_time(standing: Standing, report: ThingReport) -> Iterator[str]:
    now, course, tally = report.as_of, standing.course, standing.tally
    coming = f", next {day_text(standing.next.day, now)}" if standing.next else ""
    yield f"{when_due(course.terms, now)}: {SAID[standing.standing]}{coming}"
    counts = {name: getattr(tally, name) for name in COUNTED}
    told = [f"{count} {SAID[name]}" for name, count in counts.items() if count]
    if told:
        yield ", ".join(told)
    if len(course.segments) > 1:
        for segment in course.segments:
            terms = when_due(segment.terms, now)
            yield f"from {day_text(segment.first, now)}: {terms}"
