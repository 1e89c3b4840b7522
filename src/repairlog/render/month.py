"""The month's page: its figures beside those of the month before, then what happened in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from rich.text import Text

from repairlog.dates import Span, day_text
from repairlog.readings.events import Event
from repairlog.readings.month import Kept, MonthReport, Side
from repairlog.readings.month_opening import month_name, not_compared, opening
from repairlog.readings.repair import DisclosureReport
from repairlog.readings.scales import CALLED, TOP, Line
from repairlog.readings.wording import sentence
from repairlog.render import theme
from repairlog.render.sheet import Sheet
from repairlog.render.theme import DASH, DOT, Page, heading, legend, sign
from repairlog.render.timeline import SIGN_OF, event_rows

LABEL, SHORT_LABEL = 24, 16  # cells
FIGURES, SHORT_FIGURES = 20, 10  # "167 of 172 · 97 %", "64 of 71", and what keeps them apart
NARROW = 64


def month_page(report: MonthReport) -> Page:
    """The page of one month."""
    return Page(lambda width: _Month(report.people, width, report).lines())


@dataclass(frozen=True, slots=True)
class _Month(Sheet):
    """A month on a page of one width."""

    report: MonthReport

    def lines(self) -> Iterator[Text]:
        """All of it, a blank line between the sections; what has nothing to say is not there."""
        yield from self._head()
        for section in (
            self._promised(),
            self._triggers(),
            self._checkins(),
            self._scales(),
            self._events("reached", self.report.reached),
            self._told(),
            self._events("crossed and repaired", self.report.mended),
            self._events("agreed and changed", self.report.changed),
            self._looked_back(),
            self._reviews(),
            self._foot(),
        ):
            lines = list(section)
            if lines:
                yield Text()
                yield from lines

    def _head(self) -> Iterator[Text]:
        report = self.report
        name = month_name(report.month)
        if report.before:
            name += f"{DOT}beside {month_name(report.before.month, report.month.first.year)}"
        moment = f"as of {day_text(report.today, report.as_of)}, {report.as_of:%H:%M}"
        yield from theme.title(name, moment, self.width)
        yield from theme.pace_lines(report.paces, report.as_of, self.width)
        yield from self.full(Text(" ".join(opening(report))))

    # -- figures of both months ------------------------------------------------------------------

    @property
    def _narrow(self) -> bool:
        """Whether figures and words are shorter than they might be."""
        return self.width < NARROW

    def _over(self, words: str) -> Text:
        """The head of a table: what it is about, and the two months over their columns."""
        line = heading(words)
        if self.report.before:
            self._put(line, 0, self._short(self.report.before.month), "quiet")
        self._put(line, 1, self._short(self.report.month), "heading")
        return line

    def _short(self, month: Span) -> str:
        name = month_name(month, month.first.year)
        return name[:3] if self._narrow else name

    def _put(self, line: Text, column: int, words: str | Text, style: str = "") -> None:
        """Put words into one of the two columns; with one month only there is one."""
        label, figures = (SHORT_LABEL, SHORT_FIGURES) if self._narrow else (LABEL, FIGURES)
        at = 4 + label + (column * figures if self.report.before else 0)
        line.append(" " * max(at - line.cell_len, 2))
        line.append_text(words if isinstance(words, Text) else Text(words, style))

    def _figure(self, label: str, told: Callable[[Side], str], *, alone: bool = False) -> Text:
        """A row of figures: of the month before, unless they are told ``alone``, and of this."""
        report = self.report
        line = Text("    ").append(label, "quiet")
        if report.before and not alone:
            self._put(line, 0, told(report.before), "quiet")
        self._put(line, 1, told(report.here))
        return line

    def _promised(self) -> Iterator[Text]:
        report = self.report
        sides = [report.here, *([report.before] if report.before else [])]
        if not any(side.kept.settled for side in sides):
            return
        yield self._over("promised" if self._narrow else "what was promised")
        yield self._figure("done", partial(_share, not self._narrow))
        for label, told in FIGURES_OF_KEPT:
            if any(told(side.kept) for side in sides):
                yield self._figure(f"  {label}", partial(_of_kept, told))
        line = Text("    ").append("week by week", "quiet")
        bars = theme.sparkline([week.share for week in report.weeks])
        if bars.strip():
            self._put(line, 1, bars, "kept")
            yield line

    def _triggers(self) -> Iterator[Text]:
        report = self.report
        before = report.before
        here = report.here.triggers
        if not (here.count or (before and before.triggers.count)):
            return
        alone = bool(report.silent)
        yield self._over("triggers")
        names = [name for name, _ in here.counts]
        names += [n for n, _ in (before.triggers.counts if before else ()) if n not in names]
        for name in names:
            if dict(here.counts).get(name) or (before and dict(before.triggers.counts).get(name)):
                yield self._figure(name, partial(_count, name), alone=alone)
        if here.intensity is not None or (before and before.triggers.intensity is not None):
            label = "strength" if self._narrow else "strength, on average"
            yield self._figure(label, _intensity, alone=alone)
        if alone:
            yield from self.quiet(f"Not compared: {not_compared(report)}. Silence says nothing.")

    def _checkins(self) -> Iterator[Text]:
        report = self.report
        cadences = [one.cadence for one in report.here.checkins]
        if report.before:
            earlier = [one.cadence for one in report.before.checkins]
            cadences += [cadence for cadence in earlier if cadence not in cadences]
        if not cadences:
            return
        yield self._over("check-ins")
        for cadence in cadences:
            yield self._figure(f"{cadence}, held", partial(_held, cadence))
            sides = [report.here, *([report.before] if report.before else [])]
            if any(one and one.on_time is not None for one in (s.of(cadence) for s in sides)):
                yield self._figure("  on time", partial(_on_time, cadence))

    # -- the scales, week by week ----------------------------------------------------------------

    def _scales(self) -> Iterator[Text]:
        """A line for each scale of each person; neither scale knows of the other."""
        if not self.report.scales:
            return
        yield heading("safety and watchfulness")
        before = ""
        for line in self.report.scales:
            name = self.name("" if line.who == before else line.who)
            before = line.who
            yield from self.columns([(name, self.who)], [self._scale(line)])
        yield from self.quiet("each week's average, from 0 to 10; both can be high at once")

    def _scale(self, line: Line) -> Text:
        shown = Text().append(f"{CALLED[line.name]:<10}", "quiet")
        shown.append(theme.sparkline(line.weeks, TOP)).append("  ")
        for value in () if self._narrow else line.weeks:
            shown.append(f"{_number(value):>5}", "quiet" if value is None else "")
        return shown

    # -- what happened ---------------------------------------------------------------------------

    def _events(self, head: str, events: Sequence[Event]) -> Iterator[Text]:
        if events:
            yield heading(head)
            yield from event_rows(self.report, events, _weekday, self.width)

    def _told(self) -> Iterator[Text]:
        """What was told unasked, and whether the other has received it."""
        if not self.report.disclosures:
            return
        yield heading("told unasked")
        for one in self.report.disclosures:
            yield from self._disclosure(one)

    def _disclosure(self, one: DisclosureReport) -> Iterator[Text]:
        day = day_text(one.told_on, self.report.as_of)[:6].rstrip()
        words = None if one.erased else sentence(one.text)
        lines = theme.said(words, self.room(self.who, len(day) + 2))
        state = (
            ["received " + day_text(one.received.day, self.report.as_of)] if one.received else []
        )
        if not one.received and one.asks:
            state = ["not received yet"] if one.asks else []
        if one.received:
            state = [f"received {day_text(one.received.day, self.report.as_of)}"]
        beside = DOT.join([*([one.after] if one.after else []), *state])
        lines = [*lines, *([Text(beside, "quiet")] if beside else [])]
        yield from self.columns([(self.name(one.by), self.who)], lines, day)

    def _looked_back(self) -> Iterator[Text]:
        """What the monthly check-ins say."""
        if not self.report.looked_back:
            return
        yield heading("looking back")
        for one in self.report.looked_back:
            for number, (label, said) in enumerate(one.words):
                name = self.name("" if number else one.by)
                room = self.room(self.who)
                text = None if said.erased else said.text
                lines = self.voiced(f"{label}:", text, room)
                yield from self.columns([(name, self.who)], lines)

    def _reviews(self) -> Iterator[Text]:
        """The weeks that were reviewed, and those that were not."""
        weeks = [week for week in self.report.weeks if week.reviewed is not None]
        if not weeks:
            return
        line = heading("weekly reviews")
        self._put(line, 1, _signs("kept" if week.reviewed else "missed" for week in weeks))
        yield line
        missing = [_days(week) for week in self.report.unreviewed]
        if missing:
            yield from self.quiet(f"not reviewed: {', '.join(missing)}")

    def _foot(self) -> Iterator[Text]:
        report = self.report
        told = (*report.reached, *report.mended, *report.changed)
        used = {SIGN_OF[event.sort] for event in told if event.sort in SIGN_OF}
        names = [n for n in ("reached", "repair", "crossed", "boundary", "eased") if n in used]
        if names:
            yield from legend(*names, width=self.width)


FIGURES_OF_KEPT: Sequence[tuple[str, Callable[[Kept], int]]] = (
    ("on time", lambda kept: kept.on_time),
    ("late", lambda kept: kept.late),
    ("owned", lambda kept: kept.owned),
    ("nothing said", lambda kept: kept.unsaid),
)


def _share(rate: bool, side: Side) -> str:
    """How much was done, and as a rate where there is room for it."""
    kept = side.kept
    if kept.rate is None or kept.silent:
        return DASH
    counts = f"{kept.done} of {kept.settled}"
    return f"{counts}{DOT}{round(kept.rate * 100)} %" if rate else counts


def _of_kept(told: Callable[[Kept], int], side: Side) -> str:
    return str(told(side.kept))


def _count(name: str, side: Side) -> str:
    return str(dict(side.triggers.counts).get(name, 0))


def _intensity(side: Side) -> str:
    return _number(side.triggers.intensity)


def _held(cadence: str, side: Side) -> str:
    one = side.of(cadence)
    if one is None or (one.looked_for == 0 and not one.held):
        return DASH
    return f"{one.held} of {one.looked_for}" if one.looked_for is not None else str(one.held)


def _on_time(cadence: str, side: Side) -> str:
    one = side.of(cadence)
    return str(one.on_time) if one and one.on_time is not None and one.looked_for else DASH


def _number(value: float | None) -> str:
    return DASH if value is None else f"{value:.1f}".removesuffix(".0")


def _weekday(day: date) -> str:
    return f"{day_text(day)[:3]} {day.day}"


def _days(week: Span) -> str:
    return f"{day_text(week.first)[4:-5]} {DASH} {day_text(week.last)[4:-5]}"


def _signs(names: Iterable[str]) -> Text:
    signs = Text()
    for name in names:
        signs.append_text(sign(name)).append(" ")
    return signs
