"""Today's page: at most a dozen lines, each thing on one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rich.text import Text

from repairlog.dates import day_text, in_full
from repairlog.readings.today import Due, Mending, TodayReport, Waiting
from repairlog.readings.wording import GONE, sentence
from repairlog.render import theme
from repairlog.render.theme import DOT, Page, fit, isolated, sign, title

INDENT = 2
LABEL = 11  # "check-in" and what keeps it from the next column
LONGEST_NAME = 12
NARROW = 64  # cells
MOST = {"due": 3, "waiting": 3, "repairs": 1}
"""How many of each are shown; the last line of a section says how many more there are."""

DAY = timedelta(days=1)


def today_page(report: TodayReport) -> Page:
    """The page of today."""
    return Page(lambda width: _Sheet(report, width).lines())


@dataclass(frozen=True, slots=True)
class _Row:
    """One line: a reference, what it is, and what stands at the edge."""

    ref: str
    text: Text
    edge: Text


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Today and the width that its page is laid out for."""

    report: TodayReport
    width: int

    def lines(self) -> Iterator[Text]:
        report = self.report
        looks = f"{fit(report.person, 20)}, " if report.person else ""
        yield from title(in_full(report.today), f"{looks}{report.as_of:%H:%M}", self.width)
        yield from theme.pace_lines(report.paces, report.as_of, self.width)[:2]
        for back in report.back[:1]:
            yield self._line("pause", _Row(back.ref, self._back(), Text()))
        yield from self._section("due", [self._due(due) for due in report.due])
        yield from self._section("repairs", [self._mending(one) for one in report.mending])
        if report.slow is None:
            yield from self._section("waiting", [self._waiting(one) for one in report.waiting])
            yield from self._checkin()
        yield from self._nothing()
        yield from self._shared()

    # -- lines -----------------------------------------------------------------------------------

    def _section(self, label: str, rows: Sequence[_Row]) -> Iterator[Text]:
        most = MOST[label]
        for number, one in enumerate(rows[:most]):
            more = len(rows) - most if number == most - 1 else 0
            yield self._line("" if number else label, one, more)

    def _line(self, label: str, one: _Row, more: int = 0) -> Text:
        """Everything on one line; what does not fit ends in an ellipsis."""
        line = Text(" " * INDENT).append(f"{label:<{LABEL}}", "quiet")
        line.append(f"{one.ref:<{self._refs}}", "quiet")
        edge = one.edge.copy()
        if more > 0:
            edge = Text() if self.width < NARROW else edge
            edge.append(f"{DOT if edge.plain else ''}and {more} more", "quiet")
        room = self.width - 1 - line.cell_len - edge.cell_len - (2 if edge.cell_len else 0)
        text = isolated(Text(fit(one.text.plain, max(room, 8)), one.text.style))
        line.append_text(text)
        gap = self.width - 1 - line.cell_len - edge.cell_len
        return line.append(" " * max(gap, 2)).append_text(edge) if edge.cell_len else line

    @property
    def _refs(self) -> int:
        report = self.report
        refs = [*(b.ref for b in report.back), *(d.ref for d in report.due)]
        refs += [*(m.ref for m in report.mending), *(w.ref for w in report.waiting)]
        return max(map(len, refs), default=2) + 2

    def _whose(self, who: str) -> str:
        """Whose it is, where more than one person could be meant."""
        return f"{fit(who, LONGEST_NAME)}: " if self.report.people[1:] else ""

    # -- what stands on them ---------------------------------------------------------------------

    def _back(self) -> Text:
        back = self.report.back[0]
        verb = "was to be back" if back.over else "is back"
        return Text(f"{fit(back.who, LONGEST_NAME)} {verb} at {back.at.astimezone():%H:%M}")

    def _due(self, due: Due) -> _Row:
        text = f"{self._whose(due.who)}{_words(due.text)}"
        return _Row(due.ref, Text(text), Text().append(self._by(due), "ahead"))

    def _by(self, due: Due) -> str:
        if due.over:
            return f"was due {self._near(due.day)}"
        if due.left > 1 or due.day != self.report.today:
            left = f"{due.left} left" if due.left > 1 else "one left"
            return f"{left}, by {self._near(due.day)}"
        plain = due.deadline.date() > due.day  # the end of the day, whatever its hour
        return "today" if plain else f"by {due.deadline:%H:%M}"

    def _mending(self, one: Mending) -> _Row:
        text = f"{self._whose(one.who)}{_words(one.text)}"
        if one.done:
            done = Text.assemble(sign("kept"), f" done {self._near(one.done)}")
            return _Row(one.ref, Text(text), done)
        waits = f"nothing said since {self._near(one.since)}"
        return _Row(one.ref, Text(text), Text().append(waits, "quiet"))

    def _waiting(self, one: Waiting) -> _Row:
        whose = self._whose(one.asks) if self.report.person is None else ""
        command = Text().append(self._program(f"{one.command} {one.ref}"), "quiet")
        return _Row(one.ref, Text(f"{whose}{_words(one.text)}"), command)

    def _checkin(self) -> Iterator[Text]:
        one = self.report.checkin
        if one is None:
            return
        whose = self._whose(one.who) if self.report.person is None else ""
        when = "today" if one.day == self.report.today else self._near(one.day)
        text = Text(f"{whose}{one.cadence}, {when}")
        due = Text().append(self._program("checkin"), "quiet") if when == "today" else Text()
        yield self._line("check-in", _Row("", text, due))

    def _program(self, command: str) -> str:
        """The command line; on a narrow page without the program's name, which is known."""
        return f"repairlog {command}" if self.width >= NARROW else command

    def _nothing(self) -> Iterator[Text]:
        report = self.report
        if report.slow:
            until = self._near(report.slow.until)
            yield Text().append(f"  Nothing is asked of anyone until {until}.", "quiet")
        elif not (report.due or report.waiting):
            whose = "your" if report.person and report.people[1:] else "an"
            yield Text(f"  Nothing is due now, and nothing waits for {whose} answer.")

    def _shared(self) -> Iterator[Text]:
        one = self.report.shared
        if one is not None:
            yield self._line(one.kind, _Row("", Text(f"“{sentence(one.text)}”"), Text()))

    def _near(self, day: date) -> str:
        today = self.report.today
        names = {today - DAY: "yesterday", today: "today", today + DAY: "tomorrow"}
        return names.get(day, day_text(day, self.report.as_of))


def _words(text: str | None) -> str:
    return sentence(text) if text else GONE
