"""Consent on a page: who gave it to what, and since when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from rich.text import Text

from repairlog.dates import day_text
from repairlog.readings.consent import ConsentReport, Word
from repairlog.render.sheet import Sheet
from repairlog.render.theme import Page, heading, quoted, title, wrapped

TITLES = {
    "growth": "going on together, renewed when the agreement is revisited",
    "export": "one's own words in what the other exports",
}


def consent_page(report: ConsentReport) -> Page:
    """The page of who consents to what."""
    return Page(lambda width: _Consents(report.people, width, report).lines())


@dataclass(frozen=True, slots=True)
class _Consents(Sheet):
    """Consent on a page of one width."""

    report: ConsentReport

    def lines(self) -> Iterator[Text]:
        """Each thing with everybody's word; then how one says it."""
        report = self.report
        moment = f"as of {self._day(report.today)}, {report.as_of:%H:%M}"
        yield from title("Consent", moment, self.width)
        for to, name in TITLES.items():
            yield Text()
            yield heading(name)
            for word in report.of(to):
                yield from self._word(word)
            if summed := self._sum(to):
                yield from self.quiet(summed)
        yield Text()
        yield from self.quiet("Each says it for themselves, and takes it back at any time:")
        for to in TITLES:
            yield from self.quiet(f"  repairlog consent {to} [--withdraw]")

    def _word(self, word: Word) -> Iterator[Text]:
        room = self.room(self.who)
        lines = wrapped(Text(said(word, self._day)), room)
        if word.why:
            lines += quoted(word.why, room, "quiet")
        yield from self.columns([(self.name(word.who), self.who)], lines)

    def _sum(self, to: str) -> str:
        report = self.report
        alone = len(report.people) == 1
        if to == "export":
            return "There is no one else yet who could export it." if alone else ""
        if report.together:
            since = f"it holds since {self._day(report.together)}."
            return "" if alone else f"Both have said yes; {since}"
        return "It holds once it is said." if alone else "It holds while both say yes."

    def _day(self, day: date) -> str:
        return day_text(day, self.report.as_of)


def said(word: Word, day: Callable[[date], str]) -> str:
    """How a word stands: ``yes, since Mon 2 Nov, said again Mon 23 Nov``."""
    if word.since is None:
        return "nothing said yet"
    if not word.given:
        return f"taken back {day(word.since)}"
    again = f", said again {day(word.renewed)}" if word.renewed else ""
    return f"yes, since {day(word.since)}{again}"
