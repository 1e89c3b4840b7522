"""The ledger's page: each promise with four weeks of signs, what is next, and how steady it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rich.text import Text

from repairlog.dates import day_text
from repairlog.kinds.commitments import in_part
from repairlog.readings.ledger import LedgerReport, Line, Week
from repairlog.readings.standing import SETTLED, Occurrence
from repairlog.readings.wording import SAID, number, sentence, when_due
from repairlog.render import theme
from repairlog.render.theme import DASH, DOT, Page, heading, row, said, sign, wrapped

MARGIN = 2
SLOT = 9  # cells of one week: seven days and what keeps two weeks apart
ABREAST = 4  # weeks on one line
PATTERN = SLOT * ABREAST
NEXT = 12  # "Mon 23 18:00"
STANDS = PATTERN + NEXT
STANDS_ONCE = 26  # "· past its day, still open"
GAP = 2
SIDE_BY_SIDE = 72  # a page narrower than this puts below what else stands beside

DAY = timedelta(days=1)
OF_OCCURRENCES = ("kept", "late", "owned", "missed", "eased", "open")


def ledger_page(report: LedgerReport) -> Page:
    """The page of a ledger."""
    return Page(lambda width: _Sheet(report, width).lines())


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A ledger and the width that it is laid out for."""

    report: LedgerReport
    width: int

    @property
    def beside(self) -> bool:
        return self.width >= SIDE_BY_SIDE

    @property
    def refs(self) -> int:
        refs = [line.ref for line in self.report.lines]
        refs += [item.ref for item in self.report.waiting]
        return max(map(len, refs), default=2) + 2

    def words(self, stands: int = STANDS) -> int:
        """How many cells the promises' own words have beside how they stand."""
        room = self.width - MARGIN - self.refs - 1
        return room - GAP - stands if self.beside else room

    def lines(self) -> Iterator[Text]:
        report, width = self.report, self.width
        yield from theme.title("Commitments", _as_of(report), width)
        yield from theme.pace_lines(report.paces, report.as_of, width)
        yield from _opening(report, width)
        if report.each_time:
            yield from self._section(self._weeks(), report.each_time)
        if report.once:
            yield from self._section([heading("once")], report.once)
        if report.waiting:
            yield from self._waiting()
        if report.lines:
            yield Text()
            yield from theme.legend(*OF_OCCURRENCES, width=width)

    def _section(self, head: Sequence[Text], lines: Iterable[Line]) -> Iterator[Text]:
        yield Text()
        yield from head
        for line in lines:
            yield Text()
            yield from self._stanza(line)

    def _stanza(self, line: Line) -> Iterator[Text]:
        once = line.course.once
        cells = STANDS_ONCE if once else STANDS
        room = self.words(cells)
        words = said(sentence(line.text) if line.text else None, room)
        words += wrapped(_whose(self.report, line), room)
        stands = _once(self.report, line) if once else self._each_time(line)
        ref = (Text(line.ref, "quiet"), self.refs)
        if self.beside:
            return iter(row(ref, (words, room + GAP), (stands, cells)))
        return iter(row(ref, (words + stands, room)))

    def _each_time(self, line: Line) -> list[Text]:
        signs, coming = list(_pattern(line)), _next(self.report, line)
        if len(signs) == 1 and self.beside:
            signs[0].append(" " * (PATTERN - signs[0].cell_len)).append_text(coming)
        elif coming.plain and not line.closed:
            signs.append(Text("next ", "quiet").append_text(coming))
        return [*signs, *_figures(self.report, line), *_notes(self.report, line)]

    def _weeks(self) -> list[Text]:
        """The section's head, with the first day of each week above its signs."""
        if not self.beside or len(self.report.weeks) > ABREAST:
            return [heading("each time")]
        days = [_day_and_month(week.first).ljust(SLOT) for week in self.report.weeks]
        labels = Text("".join(days).ljust(PATTERN) + "next", "quiet")
        left = self.refs + self.words() + GAP
        return row((Text("EACH TIME", "heading"), left), (labels, STANDS))

    def _waiting(self) -> Iterator[Text]:
        room = self.width - MARGIN - self.refs - 1
        yield Text()
        yield heading("waiting for an answer")
        for item in self.report.waiting:
            asked = Text(style="quiet").append_text(theme.name(item.by))
            asked.append(f" asked on {_near(item.day, self.report.today)}")
            if item.asks:
                asked.append("; it waits for ").append_text(theme.name(item.asks))
            words = [*wrapped(Text(sentence(item.what)), room), *wrapped(asked, room)]
            yield Text()
            yield from row((Text(item.ref, "quiet"), self.refs), (words, room))


def _as_of(report: LedgerReport) -> str:
    at, window = report.as_of, report.window
    moment = f"as of {day_text(report.today, at)}, {_hour(report)}"
    if window is None:
        return moment
    return f"{day_text(window.first, at)} {DASH} {day_text(window.last, at)}{DOT}{moment}"


def _hour(report: LedgerReport) -> str:
    """The time of the page; `--as-of` a day without a time means the end of that day."""
    return "at its end" if report.at_end else f"{report.as_of:%H:%M}"


def _opening(report: LedgerReport, width: int) -> Iterator[Text]:
    """A plain sentence: how much stands, how much of it is due today, what waits."""
    words = " ".join(_sentences(report)) or "No promise stands here. To make one:"
    for line in wrapped(Text(words), width - 2 * MARGIN):
        yield Text(" " * MARGIN).append_text(line)
    if not (report.lines or report.waiting):
        yield Text("    repairlog commit call my mother --by friday")


def _sentences(report: LedgerReport) -> Iterator[str]:
    standing = sum(line.closed is None for line in report.lines)
    if report.lines:
        promises = "promise stands" if standing == 1 else "promises stand"
        today = sum(_due_today(report, line) for line in report.lines)
        due = f", {number(today)} of them due today" if today and standing > 1 else ""
        yield sentence(f"{number(standing)} {promises}{due}.")
    if waiting := len(report.waiting):
        proposals = "proposal waits" if waiting == 1 else "proposals wait"
        yield sentence(f"{number(waiting)} {proposals} for an answer.")


def _due_today(report: LedgerReport, line: Line) -> bool:
    standing = line.standing
    if line.course.once:
        return standing.standing == "open" and line.due == report.today
    return standing.next is not None and standing.next.day == report.today


def _whose(report: LedgerReport, line: Line) -> Text:
    """Whose it is, and when it is due."""
    words = Text(style="quiet")
    if not report.alone:
        words.append_text(theme.name(line.who)).append(DOT)
    return words.append(when_due(line.terms, report.as_of))


# -- each time -----------------------------------------------------------------------------------


def _pattern(line: Line) -> Iterator[Text]:
    """The signs, four weeks a line; more lines than one say from when they are."""
    for start in range(0, len(line.pattern), ABREAST):
        weeks = line.pattern[start : start + ABREAST]
        if len(line.pattern) > ABREAST and not any(week.occurrences for week in weeks):
            continue
        signs = Text()
        for week in weeks:
            cell = _quotas(week) if line.terms.times > 1 else _days(week)
            signs.append_text(cell).append(" " * max(SLOT - cell.cell_len, 1))
        if len(line.pattern) > ABREAST:
            signs.append(" " * max(PATTERN - signs.cell_len, 0))
            signs.append(f"from {_day_and_month(weeks[0].days.first)}", "quiet")
        yield signs


def _days(week: Week) -> Text:
    """One sign for each occurrence, under its weekday."""
    by_day = {min(o.day, week.days.last): o for o in week.occurrences}
    cells = Text()
    for number_of_day in range(7):
        occurrence = by_day.get(week.days.first + number_of_day * DAY)
        cells.append_text(sign(occurrence.standing) if occurrence else Text(" "))
    return cells


def _quotas(week: Week) -> Text:
    """``3 ●``, ``2 of 3 ◇``: how many of how many."""
    return Text(" ").join(_quota(occurrence) for occurrence in week.occurrences)


def _quota(occurrence: Occurrence) -> Text:
    standing, done = occurrence.standing, len(occurrence.delivered)
    if standing == "eased":
        return Text().append_text(sign(standing)).append(" eased", "eased")
    count = f"{done}" if done == occurrence.times else f"{done} of {occurrence.times}"
    return Text(f"{count} ").append_text(sign(standing))


def _next(report: LedgerReport, line: Line) -> Text:
    standing, today = line.standing, report.today
    if line.closed:
        return Text(standing.standing, "quiet")
    if standing.standing == "paused":
        until = max(pause.last for pause in line.course.pauses if today in pause)
        return Text(f"to {_near(until, today)}", "eased")
    if standing.next is None:
        return Text()
    clock = f" {standing.next.deadline:%H:%M}" if line.terms.at else ""
    return Text(f"{_near(standing.next.day, today)}{clock}", "ahead")


def _figures(report: LedgerReport, line: Line) -> list[Text]:
    """How many of the pattern were kept, and how steadiness went; or that there is none yet."""
    settled, late = line.count(*SETTLED), line.count("late")
    figures = Text(style="quiet")
    if settled:
        whole = f" {line.terms.whole}s" if line.terms.times > 1 and line.terms.whole else ""
        kept = "kept or late" if late else "kept"
        figures.append(f"{line.count('kept') + late} of {settled}{whole} {kept}")
    if line.closed is None and len(line.steadiness) > 1:
        figures.append(f"{DOT if settled else ''}steady ")
        figures.append(theme.sparkline(line.steadiness), "kept")
    if line.closed:
        ended = "released" if line.course.released else "ended"
        figures.append(f"{DOT if settled else ''}{ended} {_near(line.closed, report.today)}")
    if line.course.first > report.today:
        figures.append(f"begins {day_text(line.course.first, report.as_of)}")
    return [figures] if figures.plain else []


def _notes(report: LedgerReport, line: Line) -> Iterator[Text]:
    """What counts in no figure and is not to be lost: efforts, more than was promised, repairs."""
    shown = [o for week in line.pattern for o in week.occurrences]
    yield from _in_part(report, [item.day for o in shown for item in o.partly])
    if more := sum(len(o.extra) for o in shown):
        yield Text(f"and {number(more)} more than promised", "quiet")
    yield from _repairs(report, line)


def _in_part(report: LedgerReport, days: Sequence[date]) -> Iterator[Text]:
    if days:
        named = ", ".join(_near(day, report.today) for day in days[-4:])
        before = f"{number(len(days))} times, last " if len(days) > 4 else ""
        yield Text(f"done in part {before}{named}", "quiet")


def _repairs(report: LedgerReport, line: Line) -> Iterator[Text]:
    if line.repairs:
        of = f" repairs {line.repairs.ref} of {_near(line.repairs.day, report.today)}"
        yield Text().append_text(sign("repair")).append(of, "quiet")
    if line.project:
        yield Text(f"a step of {line.project.ref}, a joint project", "quiet")


# -- once ----------------------------------------------------------------------------------------


def _once(report: LedgerReport, line: Line) -> list[Text]:
    partly = [i.day for i in line.course.deliveries if in_part(i.body)]
    efforts = partly if line.closed is None else []
    return [_state(report, line), *_in_part(report, efforts), *_repairs(report, line)]


def _state(report: LedgerReport, line: Line) -> Text:
    name = line.standing.standing
    state = Text().append_text(sign(name)).append(f" {SAID[name]}")
    if name == "open" and line.due:
        state.append(_days_left((line.due - report.today).days), "ahead")
    if line.closed:
        state.append(f" {_near(line.closed, report.today)}")
    return state


def _days_left(days: int) -> str:
    return {0: ", due today", 1: ", due tomorrow"}.get(days, f", {days} days left")


# -- days ----------------------------------------------------------------------------------------


def _near(day: date, today: date) -> str:
    """``Mon 23`` within a week, ``20 Dec`` beyond, with the year where it is another."""
    if abs((day - today).days) < 8:
        return f"{day_text(day)[:3]} {day.day}"
    return _day_and_month(day) + (f" {day.year}" if day.year != today.year else "")


def _day_and_month(day: date) -> str:
    return " ".join(day_text(day).split()[1:3])
