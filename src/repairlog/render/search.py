"""The page of a search: day by day, the newest first, with the words that were looked for marked.

Where there is no colour they stand between quiet signs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from repairlog.dates import day_text, in_full
from repairlog.kinds.body import Proposal
from repairlog.readings.search import Found, SearchReport, matches, typed
from repairlog.readings.told import BESIDE
from repairlog.readings.wording import sentence
from repairlog.render.log import CLOCK, INDENT, LONGEST_NAME
from repairlog.render.sheet import led, shifted
from repairlog.render.theme import (
    DOT,
    ELLIPSIS,
    MATCHES,
    Page,
    fit,
    in_place,
    name,
    row,
    title,
    wrapped,
)
from repairlog.text import one_line

LONG = 240  # characters of a text that is shown whole; of a longer one, what is around the match
BEFORE = 60  # characters before the first match


class _EitherPage(Page):
    """A page that is laid out one way where there are styles, another where there are none."""

    def __init__(self, styled: Page, plain: Page) -> None:
        super().__init__(styled._lay)
        self._plain = plain

    def said_with(self, words: Callable[[str], str]) -> Page:
        return _EitherPage(super().said_with(words), self._plain.said_with(words))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if console.color_system is None:
            return self._plain.__rich_console__(console, options)
        return super().__rich_console__(console, options)


def search_page(report: SearchReport, heading: str = "Search") -> Page:
    """The page of a search."""
    return _EitherPage(
        Page(lambda width: _Sheet(report, width, heading, styled=True).lines()),
        Page(lambda width: _Sheet(report, width, heading, styled=False).lines()),
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What was found, and the width that it is laid out for."""

    report: SearchReport
    width: int
    heading: str
    styled: bool

    def lines(self) -> Iterator[Text]:
        said = in_place(fit(" ".join(_said(self.report)), self.width // 2))
        yield from title(self.heading, said, self.width)
        if not self.report.found:
            yield from self._nothing()
            return
        columns = self._columns()
        for day, found in groupby(self.report.found, key=lambda one: one.told.day):
            yield Text()
            yield Text("  ").append(in_full(day), "heading")
            for one in found:
                yield from self._found(one, *columns)
        if self.report.more:
            yield Text()
            yield from self._quiet(_more(self.report))

    def _columns(self) -> tuple[int, int]:
        told = [one.told for one in self.report.found]
        names = max(name(one.by, LONGEST_NAME).cell_len for one in told)
        return max(len(one.ref) for one in told) + 2, names + 2

    def _found(self, one: Found, refs: int, names: int) -> list[Text]:
        told = one.told
        room = self.width - INDENT - CLOCK - refs - names - 1
        return row(
            (Text(f"{told.at:%H:%M}" if told.at else "", "quiet"), CLOCK),
            (Text(told.ref, "quiet"), refs),
            (name(told.by, LONGEST_NAME), names),
            ([*self._headline(one, room), *self._voices(one, room), *_about(one, room)], room),
            indent=INDENT,
        )

    def _headline(self, one: Found, room: int) -> list[Text]:
        told = one.told
        subject = f" ({told.subject})" if told.subject else ""
        line = Text().append(f"{told.label}{subject}", "quiet")
        if told.text:
            shown = self._marked(told.text) if told.speaks else Text(fit(told.text, room))
            line.append(": ", "quiet").append_text(shown)
        if told.detail:
            line.append(f"{DOT}{one_line(told.detail)}", "quiet")
        return wrapped(line, room)

    def _voices(self, one: Found, room: int) -> Iterator[Text]:
        """The words that hold a match, where the line above them does not show it."""
        for field, text in one.voices:
            if one.told.speaks and one_line(sentence(text)) in one_line(one.told.text):
                continue
            lead = Text(f"{BESIDE.get(field, field)}: ", "quiet")
            quoted = Text.assemble("“", self._marked(text), "”")
            yield from led(lead, wrapped(quoted, max(room - lead.cell_len, 16)))

    def _marked(self, text: str) -> Text:
        """A text, or what is around the first match in a long one, with the matches marked."""
        shown = _around(one_line(text), self.report)
        line, at = Text(), 0
        for start, end in matches(shown, self.report.wanted.terms):
            line.append(shown[at:start])
            if self.styled:
                line.append(shown[start:end], "match")
            else:
                line.append(shown[start:end].join(MATCHES))
            at = end
        return line.append(shown[at:])

    def _nothing(self) -> Iterator[Text]:
        yield from shifted(wrapped(Text(_nothing(self.report)), self.width - 4), 2)
        for why, line in self.report.wider:
            yield Text()
            yield from self._quiet(f"{why} there is something:")
            yield Text(f"    {one_line(line)}")

    def _quiet(self, words: str) -> list[Text]:
        return shifted(wrapped(Text(words, "quiet"), self.width - 4), 2)


def _about(one: Found, room: int) -> list[Text]:
    """What the entry is about, where its own line does not say that already."""
    above, told = one.above, one.told
    if above is None or not told.speaks or isinstance(told.item.body, Proposal) or not above.text:
        return []
    lead = f"about {above.ref}: "
    return [Text(lead + fit(above.text, max(room - cell_len(lead), 16)), "quiet")]


def _around(text: str, report: SearchReport) -> str:
    """A long text cut down to what is around the first match, between words where it can be."""
    if len(text) <= LONG:
        return text
    first = next(iter(matches(text, report.wanted.terms)), (0, 0))[0]
    start = 0 if first <= BEFORE else _gap(text, first - BEFORE)
    end = len(text) if start + LONG >= len(text) else text.rfind(" ", first + 1, start + LONG)
    end = start + LONG if end < 0 else end
    before, after = f"{ELLIPSIS} " if start else "", f" {ELLIPSIS}" if end < len(text) else ""
    return f"{before}{text[start:end]}{after}"


def _gap(text: str, at: int) -> int:
    """The beginning of a word near a place."""
    found = text.find(" ", at, at + BEFORE)
    return found + 1 if found >= 0 else at


def _said(report: SearchReport) -> Iterator[str]:
    for term in report.wanted.terms:
        yield f"“{typed(term)}”" if len(term.words) > 1 else typed(term)


def _nothing(report: SearchReport) -> str:
    wanted, now = report.wanted, report.as_of
    said = " and ".join(f"“{typed(term)}”" for term in wanted.terms)
    together = " together" if len(wanted.terms) > 1 else ""
    narrowed = [
        f"of the kind {' or '.join(wanted.kinds)}" if wanted.kinds else "",
        f"by {wanted.who}" if wanted.who else "",
        f"since {day_text(wanted.since, now)}" if wanted.since else "",
        f"until {day_text(wanted.until, now)}" if wanted.until else "",
    ]
    which = " ".join(part for part in narrowed if part) or "here"
    nothing = f"Nothing {which} holds"
    return f"{nothing} {in_place(fit(said, LONG))}{together}."


def _more(report: SearchReport) -> str:
    """How to see more, where there is more."""
    count = len(report.found)
    return (
        f"These are the newest {count}; there is more. To see it: --limit {5 * count}, "
        f"or what is older: --until {report.found[-1].told.day}"
    )
