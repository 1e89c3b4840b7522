"""The agreement on a page: all that binds now, who agreed when, when it is looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rich.text import Text

from repairlog.dates import day_text
from repairlog.readings.in_force import InForce, Open, Planned, Term, commands
from repairlog.readings.milestones import condition_told
from repairlog.readings.wording import number, sentence
from repairlog.render.consent import said as word_said
from repairlog.render.sheet import LONGEST_NAME, REF, Sheet, led, with_more
from repairlog.render.theme import DOT, Page, fit, heading, pace_lines, quoted, said, title, wrapped

LEAD = 12
PARTS = {"rule": "ground rules", "response": "agreed responses", "cadence": "check-ins"}

CONSENTS = {"growth": "going on together", "export": "one's own words in exports"}
SAYING = {
    "agree": "goes on once both say so",
    "fits": "still fits",
    "reword": "other words",
    "end": "ends",
}
"""What one can say of a part of the agreement that is due, and the commands for it."""


def agreement_page(report: InForce) -> Page:
    """The page of all that binds."""
    return Page(lambda width: _Agreement(report.people, width, report).lines())


def due_page(report: InForce) -> Page:
    """What is to be looked at again, with the command for each."""
    return Page(lambda width: _Agreement(report.people, width, report).due_lines())


@dataclass(frozen=True, slots=True)
class _Agreement(Sheet):
    """The agreement on a page of one width."""

    report: InForce

    def day(self, day: date) -> str:
        """A day, with its year where that is another."""
        return day_text(day, self.report.as_of)

    @property
    def alone(self) -> bool:
        return len(self.people) == 1

    # -- the whole page --------------------------------------------------------------------------

    def lines(self) -> Iterator[Text]:
        """What is due first; then every part, and what waits."""
        report = self.report
        yield from self._title("The agreement")
        yield from pace_lines(report.paces, report.as_of, self.width)
        if report.empty:
            yield from self._beginning()
            return
        yield from self.full(Text(self._opening()))
        for value, those in report.values:
            name = f"boundaries{DOT}{fit(value, self.width - 20)}" if value else "boundaries"
            yield from self._part(name, those)
        for sort, name in PARTS.items():
            yield from self._part(name, report.of(sort))
        yield from self._section("looked forward to", map(self._milestone, report.planned))
        yield from self._consents()
        yield from self._section("waits for a yes", map(self._open, report.waiting))

    def _title(self, words: str) -> list[Text]:
        at = f"as of {self.day(self.report.today)}, {self.report.as_of:%H:%M}"
        return title(words, at, self.width)

    def _opening(self) -> str:
        """How much is due, in a sentence."""
        if self.alone:
            own = f"There is one person here, so it stands as {fit(self.people[0], 20)}'s own. "
        else:
            own = ""
        count = len(self.report.due)
        if not count:
            return f"{own}Nothing is due to be looked at again."
        what = "One part is" if count == 1 else f"{sentence(number(count))} parts are"
        return f"{own}{what} due to be looked at again: repairlog agreement revisit"

    def _beginning(self) -> Iterator[Text]:
        yield from self.full(Text("Nothing is agreed yet. To begin:"))
        for line in (
            "repairlog boundary add TEXT… --value privacy --means TEXT",
            "repairlog agreement rule TEXT…",
            "repairlog agreement response time-out TEXT… --pause",
            "repairlog agreement cadence daily --at 21:00",
        ):
            yield from self.full(Text(f"  {line}"))

    def _section(self, name: str, parts: Iterable[list[Text]]) -> Iterator[Text]:
        found = [line for part in parts for line in part]
        if found:
            yield Text()
            yield heading(name)
            yield from found

    def _part(self, name: str, those: Iterable[Term]) -> Iterator[Text]:
        yield from self._section(name, (list(self.term(term)) for term in those))

    # -- one term --------------------------------------------------------------------------------

    def term(self, term: Term) -> Iterator[Text]:
        """Its words, what they mean, who agreed, how attainable it is, when it is revisited."""
        note = f"version {term.number}" if term.number > 1 else ""
        room = self.room(REF, len(note) + 2)
        words = quoted(term.text, room) if term.boundary else said(term.text, room)
        yield from self.columns([(Text(term.ref, "quiet"), REF)], words, note)
        yield from self._meaning(term)
        yield from self._line("", self._whose(term))
        if term.attainable:
            yield from self._line("attainable", self._felt(term))
        yield from self._again(term)

    def _meaning(self, term: Term) -> Iterator[Text]:
        """What it means: a boundary's behaviours as they were said, what a rule limits."""
        version = term.boundary.version if term.boundary else None
        if version is None:
            for line in term.lines:
                yield from self._line("", sentence(line))
        elif not version.erased:
            for place, behaviour in enumerate(version.means):
                yield from self._own("means" if place == 0 else "", behaviour)
            if version.remedy:
                yield from self._own("if crossed", version.remedy)
            for name in term.boundary.patterns if term.boundary else ():
                yield from self._own("a pattern", f"“{name}”")

    def _own(self, lead: str, words: str) -> list[Text]:
        lines = said(words, self.room(REF, LEAD))
        return self.under(REF, led(Text(f"{lead:<{LEAD}}", "quiet"), lines))

    def _whose(self, term: Term) -> str:
        by = fit(term.by, LONGEST_NAME)
        if term.agreed_on and term.agreed_by:
            proposed = f" {self.day(term.proposed)}" if term.proposed else ""
            yes = f"{fit(term.agreed_by, LONGEST_NAME)} agreed {self.day(term.agreed_on)}"
            return f"{by} proposed it{proposed}, {yes}"
        since = f" since {self.day(term.since)}" if term.since else ""
        return f"stands as {by}'s own{since}"

    def _felt(self, term: Term) -> str:
        rated = ", ".join(f"{fit(who, LONGEST_NAME)} {rating}" for who, rating in term.attainable)
        more = f": other words may suit better, {commands(term)['reword']}" if term.low else ""
        return f"{rated} of 10{more}"

    def _again(self, term: Term) -> Iterator[Text]:
        if term.revisit is None:
            return
        day = self.day(term.revisit)
        if term.lapsed:
            told = Text(f"lapsed {day}; it holds until both say otherwise", "late")
        elif term.due:
            told = Text(f"{day}, today", "ahead")
        else:
            told = Text(day, "ahead")
        lines = wrapped(told, self.room(REF, LEAD))
        yield from self.under(REF, led(Text(f"{'revisit':<{LEAD}}", "quiet"), lines))

    def _line(self, lead: str, words: str) -> list[Text]:
        if not lead:
            return self.under(REF, wrapped(Text(words, "quiet"), self.room(REF)))
        lines = wrapped(Text(words), self.room(REF, LEAD))
        return self.under(REF, led(Text(f"{lead:<{LEAD}}", "quiet"), lines))

    # -- the rest --------------------------------------------------------------------------------

    def _milestone(self, one: Planned) -> list[Text]:
        when = condition_told(one.when)
        day = f"by {self.day(one.day)}" if one.day else ""
        yes = "" if self.alone or one.agreed is None else f"agreed {self.day(one.agreed)}"
        waits = "" if one.agreed else "waits for a yes"
        if one.own:
            waits = "" if self.alone else f"stands as {fit(one.by, LONGEST_NAME)}'s own"
        more = DOT.join(part for part in (when, day, yes, waits) if part)
        own = None if one.text is None else sentence(one.text)
        words = with_more(own, more, self.room(REF))
        return self.columns([(Text(one.ref, "quiet"), REF)], words)

    def _consents(self) -> Iterator[Text]:
        for to, name in CONSENTS.items():
            words = self.report.consents.of(to)
            if any(word.since for word in words):
                lines = (
                    self.columns(
                        [(self.name(word.who), self.who)],
                        wrapped(Text(word_said(word, self.day)), self.room(self.who)),
                    )
                    for word in words
                )
                yield from self._section(name, lines)

    def _open(self, one: Open) -> list[Text]:
        waits = f"for {fit(one.asks, LONGEST_NAME)}: repairlog agree {one.ref}"
        words = with_more(sentence(one.what), waits, self.room(REF))
        return self.columns([(Text(one.ref, "quiet"), REF)], words)

    # -- what is due -----------------------------------------------------------------------------

    def due_lines(self) -> Iterator[Text]:
        """What is to be looked at again, each with what can be said of it."""
        yield from self._title("To look at again")
        if not self.report.due:
            yield from self.full(Text(self._next()))
            return
        for term in self.report.due:
            yield Text()
            yield from self.term(term)
            for said_so, command in commands(term).items():
                yield from self._line("", f"{SAYING[said_so]}: {command}")
        yield Text()
        yield from self.quiet("At a terminal, repairlog agreement revisit goes through it.")

    def _next(self) -> str:
        ahead = [term.revisit for term in self.report.terms if term.revisit]
        if not ahead:
            return "Nothing is due to be looked at again; no day is set for any of it."
        return (
            f"Nothing is due to be looked at again; the next day for it is {self.day(min(ahead))}."
        )
