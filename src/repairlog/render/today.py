"""Today's page: about a dozen lines. Each thing has one of them; what waits is read whole, and what
can be typed then stands below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rich.cells import cell_len
from rich.text import Text

from repairlog.dates import day_text, in_full
from repairlog.readings.in_force import Term
from repairlog.readings.progress import STALE_SORTS, Mending
from repairlog.readings.today import Back, Crossed, Due, TodayReport, Waiting
from repairlog.readings.wording import GONE, sentence, took_back
from repairlog.render import theme
from repairlog.render.sheet import led, shifted
from repairlog.render.theme import Page, fit, isolated, sign, title, wrapped
from repairlog.text import one_line

INDENT = 2
LABEL = 11  # "check-in" and what keeps it from the next column
LONGEST_NAME = 12
NARROW = 64  # cells
LEAST = 8  # cells that a thing's own words have at least, if need be instead of the edge
LONGEST = 12  # lines
MOST = {"pause": 1, "due": 3, "crossed": 1, "waiting": 3, "revisit": 1, "repairs": 2, "paused": 1}
"""How many of each are shown at most, in the order in which they get their room. A line below says
how many more there are, and where."""
LONGEST_WORDS = 5  # lines that a thing's own words take at most

DAY = timedelta(days=1)
LONG_OVER = 2 * DAY  # after which a pause no longer heads the page


def today_page(report: TodayReport, program: str = "repairlog") -> Page:
    """The page of today; ``program`` is what the lines that it offers begin with."""
    return Page(lambda width: _Sheet(report, width, program).lines())


@dataclass(frozen=True, slots=True)
class _Row:
    """A reference, what it is, and what stands at the edge; ``whole``: no word of it is cut off."""

    ref: str
    text: Text
    edge: Text
    whole: bool = False


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Today and the width that its page is laid out for."""

    report: TodayReport
    width: int
    program: str

    def lines(self) -> Iterator[Text]:
        head, foot = (
            [*self._head()],
            [*self._checkin(), *self._nothing(), *self._shared(), *self._copy()],
        )
        rows = self._rows()
        shares = self._shares(rows, LONGEST - len(head + foot))
        yield from head
        for label, found in rows.items():
            yield from self._section(label, found[: shares[label]])
        if more := sum(map(len, rows.values())) - sum(shares.values()):
            yield from self._elsewhere(more)
        yield from foot

    def _shares(self, rows: Mapping[str, Sequence[_Row]], room: int) -> dict[str, int]:
        """How many rows of each section are shown. What was told last and waits to be received is
        always among them."""
        sizes = {label: [len(self._lines("", one)) for one in rows[label]] for label in rows}
        told = any(one.command == "acknowledge" for one in self.report.waiting)
        first = ["waiting"] if told and rows["waiting"] else []
        shares = _shares(sizes, room, first)
        if sum(shares.values()) < sum(map(len, sizes.values())):  # a line says what more there is
            shares = _shares(sizes, room - 1, first)
        return shares

    def _elsewhere(self, more: int) -> Iterator[Text]:
        """How many more there are, and how to see them."""
        words = f"and {more} more: {self._program('review')}"
        yield from shifted(wrapped(Text(words, "quiet"), self.width - 1 - INDENT), INDENT)

    def _head(self) -> Iterator[Text]:
        """The day, and the pace that holds."""
        report = self.report
        looks = f"{fit(report.person, 20)}, " if report.person else ""
        yield from title(in_full(report.today), f"{looks}{report.as_of:%H:%M}", self.width)
        yield from theme.pace_lines(report.paces, report.as_of, self.width)[:2]
        for word in report.took_back:
            if word.since:
                told = took_back(fit(word.who, LONGEST_NAME), self._near(word.since))
                yield from shifted(wrapped(Text(told, "quiet"), self.width - 1 - INDENT), INDENT)

    def _rows(self) -> dict[str, list[_Row]]:
        """What stands in each section; in a slow pace nothing that presses."""
        report, slow = self.report, self.report.slow
        mending = [one for one in report.mending if not (slow and one.sort in STALE_SORTS)]
        return {
            "pause": [self._back(back) for back in report.back if not self._long_over(back)],
            "due": [self._due(due) for due in report.due],
            "paused": [self._unsettled(back) for back in report.back if self._long_over(back)],
            "crossed": [self._crossed(one) for one in report.crossed],
            "repairs": [self._mending(one) for one in mending],
            "waiting": [] if slow else [self._waiting(one) for one in _newest_told_first(report)],
            "revisit": [] if slow else [self._again(one) for one in report.again],
        }

    # -- lines -----------------------------------------------------------------------------------

    def _section(self, label: str, rows: Iterable[_Row]) -> Iterator[Text]:
        for number, one in enumerate(rows):
            yield from self._lines("" if number else label, one)

    def _lines(self, label: str, one: _Row) -> list[Text]:
        """A row; what is to be read whole goes on below where it is too long, and then what can be
        typed has a line of its own."""
        line, lead = self._line(label, one), self._lead(label, one)
        room = self.width - 1 - lead.cell_len
        beside = room - one.edge.cell_len - 2
        if not one.whole or room < 2 * LEAST or cell_len(one_line(one.text.plain)) <= beside:
            return [line]
        words = Text(fit(one.text.plain, LONGEST_WORDS * room), one.text.style)
        below = shifted(wrapped(one.edge, room), lead.cell_len)
        return [*led(lead, wrapped(words, room)), *below]

    def _lead(self, label: str, one: _Row) -> Text:
        line = Text(" " * INDENT).append(f"{label:<{LABEL}}", "quiet")
        return line.append(f"{one.ref:<{self._refs}}", "quiet")

    def _line(self, label: str, one: _Row) -> Text:
        """Everything on one line; what does not fit ends in an ellipsis."""
        line, edge = self._lead(label, one), one.edge.copy()
        room = self.width - 1 - line.cell_len - edge.cell_len - (2 if edge.cell_len else 0)
        if room < LEAST:  # on a very narrow page the words count more than what stands beside them
            edge, room = Text(), self.width - 1 - line.cell_len
        text = isolated(Text(fit(one.text.plain, max(room, 8)), one.text.style))
        line.append_text(text)
        gap = self.width - 1 - line.cell_len - edge.cell_len
        return line.append(" " * max(gap, 2)).append_text(edge) if edge.cell_len else line

    @property
    def _refs(self) -> int:
        report = self.report
        refs = [*(b.ref for b in report.back), *(d.ref for d in report.due)]
        refs += [one.boundary for one in report.crossed]
        refs += [one.ref for one in report.again]
        refs += [*(m.ref for m in report.mending), *(w.ref for w in report.waiting)]
        return max(map(len, refs), default=2) + 2

    def _whose(self, who: str) -> str:
        """Whose it is, where more than one person could be meant."""
        return f"{fit(who, LONGEST_NAME)}: " if self.report.people[1:] else ""

    # -- what stands on them ---------------------------------------------------------------------

    def _back(self, back: Back) -> _Row:
        """``Ana is back at 21:40``; after that, until it has settled, how it is now."""
        at = back.at.astimezone()
        day = "" if at.date() == self.report.as_of.date() else f"{self._near(at.date())} "
        whose = "" if back.who == self.report.person else self._whose(back.who)
        if not back.over:
            return _Row(back.ref, Text(f"{whose}back {day}{at:%H:%M}"), Text())
        how = "" if self.report.slow else "; how is it now?"
        asked = self.report.person in (None, back.who) and self.report.slow is None
        command = f"trigger settle {back.ref}" if asked else ""
        text = Text(f"{whose}back was {day}{at:%H:%M}{how}")
        return _Row(back.ref, text, Text().append(command, "quiet"))

    def _long_over(self, back: Back) -> bool:
        """Whether the pause ended so long ago that it no longer comes before what is due."""
        return back.over and self.report.as_of - back.at.astimezone() > LONG_OVER

    def _unsettled(self, back: Back) -> _Row:
        """A pause of some time ago, of which nobody said how it is now."""
        row = self._back(back)
        whose = "" if back.who == self.report.person else self._whose(back.who)
        return replace(row, text=Text(f"{whose}not called settled yet"))

    def _crossed(self, one: Crossed) -> _Row:
        words = f"“{one.text}”" if one.text else GONE
        edge = "no step yet" + ("" if self.report.slow else f": boundary step {one.boundary} TEXT…")
        text = Text(f"{self._near(one.day)}: {words}")
        return _Row(one.boundary, text, Text().append(edge, "quiet"))

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
        words = _words(one.text) if one.sort != "told" else _told(one.text)
        text = Text(f"{self._whose(one.who)}{words}")
        if one.sort == "done" and one.done:
            return _Row(one.ref, text, Text.assemble(sign("kept"), f" done {self._near(one.done)}"))
        near = self._near(one.done or one.since)
        edge = {
            "partly": f"done in part {near}",
            "told": f"told {near}",
            "silent": f"nothing said since {near}",
            "unplanned": f"no step yet, since {near}",
        }[one.sort]
        return _Row(one.ref, text, Text().append(edge, "quiet"))

    def _waiting(self, one: Waiting) -> _Row:
        whose = self._whose(one.asks) if self.report.person is None else ""
        command = Text().append(self._program(f"{one.command} {one.ref}"), "quiet")
        return _Row(one.ref, Text(f"{whose}{_asked(one)}"), command, whole=True)

    def _again(self, one: Term) -> _Row:
        """A part of the agreement whose day to look at it again has come, or has passed."""
        day = self._near(one.revisit) if one.revisit else ""
        when = f"lapsed {day}" if one.lapsed else day
        command = Text().append(self._program("agreement revisit"), "quiet")
        return _Row(one.ref, Text(f"{when}: {_words(one.text)}"), command)

    def _checkin(self) -> Iterator[Text]:
        one = self.report.checkin
        if one is None or self.report.slow:
            return
        whose = self._whose(one.who) if self.report.person is None else ""
        when = "today" if one.day == self.report.today else self._near(one.day)
        verb = "was by" if one.over else "by"
        clock = f" {verb} {one.by:%H:%M}" if one.by else ""
        text = Text(f"{whose}{one.cadence}, {when}{clock}")
        command = "checkin" if one.cadence == "daily" else f"checkin {one.cadence}"
        due = Text().append(self._program(command), "quiet") if when == "today" else Text()
        yield self._line("check-in", _Row("", text, due))

    def _program(self, command: str) -> str:
        """The command line; on a narrow page without the program's name, which is known."""
        return f"{self.program} {command}" if self.width >= NARROW else command

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

    def _copy(self) -> Iterator[Text]:
        """That it is time for a backup; in a slow pace nothing that presses."""
        if self.report.copy is None or self.report.slow:
            return
        last = self.report.copy.last
        words = f"the last one was {self._near(last)}" if last else "there is none yet"
        yield self._line(
            "backup", _Row("", Text(words, "quiet"), Text(self._program("backup"), "quiet"))
        )

    def _near(self, day: date) -> str:
        today = self.report.today
        names = {today - DAY: "yesterday", today: "today", today + DAY: "tomorrow"}
        return names.get(day, day_text(day, self.report.as_of))


def _newest_told_first(report: TodayReport) -> list[Waiting]:
    """What waits; before all else the last that was told unasked, so that it never waits unseen."""
    told = [one for one in report.waiting if one.command == "acknowledge"]
    return [*told[-1:], *(one for one in report.waiting if one not in told[-1:])]


def _shares(
    sizes: Mapping[str, Sequence[int]], room: int, first: Iterable[str] = ()
) -> dict[str, int]:
    """How many rows of each section are shown: one of each at first, what is due before the rest,
    until the page is full. ``first``: of these one, whatever room it takes."""
    shares = dict.fromkeys(sizes, 0)
    for label in first:
        shares[label] = 1
        room -= sizes[label][0]
    for turn in range(max(MOST.values())):
        for label in MOST:
            fits = shares[label] == turn < min(len(sizes[label]), MOST[label])
            if fits and sizes[label][turn] <= room:
                shares[label] += 1
                room -= sizes[label][turn]
    return shares


def _told(text: str | None) -> str:
    return f"“{sentence(text)}”" if text else GONE


VOICES = {"confirm": "heard", "talk heard": "meant"}
"""How the other's words are introduced where they are not about themselves."""


def _asked(one: Waiting) -> str:
    """What waits; what was heard of a person, or put right, is said to be the other's words."""
    verb = VOICES.get(one.command)
    return f"{fit(one.by, LONGEST_NAME)} {verb}: {one.text or GONE}" if verb else _words(one.text)


def _words(text: str | None) -> str:
    return sentence(text) if text else GONE
