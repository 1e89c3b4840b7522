"""The timeline's page: month by month, then what is planned, with the weekly pattern below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from rich.cells import cell_len
from rich.text import Text

from repairlog.dates import MONTHS, day_text
from repairlog.readings.events import Event
from repairlog.readings.scales import CALLED, TOP
from repairlog.readings.timeline import Month, TimelineReport
from repairlog.readings.weekly import WeekPattern
from repairlog.readings.wording import GONE, consent_told, listed, number, sentence, when_due
from repairlog.render import theme
from repairlog.render.theme import DASH, DOT, LINE, Page, quoted, row, sign, wrapped
from repairlog.text import one_line

MARGIN, SIGN = 4, 3
DAY = 12  # "Sun 13", and of what is ahead "Sun 6 Dec" or "3 Jan 2027"
INDENT = " " * (MARGIN + DAY + SIGN)
WEEKS = 6  # no month has more
LONGEST_NAME = 12  # cells
MANY_TRIGGERS = 4  # a week's triggers fill the bar from here on

SIGN_OF = {
    **dict.fromkeys(("proposed", "planned", "hoped"), "planned"),
    **dict.fromkeys(("reached", "celebrated"), "reached"),
    **dict.fromkeys(("named", "agreed", "revised", "pattern", "retired", "revisit"), "boundary"),
    **dict.fromkeys(("adopted", "own", "reworded", "ended", "renewed", "again"), "boundary"),
    **dict.fromkeys(("steps", "repaired", "mended", "mending"), "repair"),
    **dict.fromkeys(("received", "shared", "complete", "setback"), "repair"),
    **dict.fromkeys(("released", "eased", "hold", "slow"), "eased"),
    "crossed": "crossed",
}
VERSIONS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def timeline_page(report: TimelineReport) -> Page:
    """The page of a timeline."""
    return Page(lambda width: _lines(report, width))


def _lines(report: TimelineReport, width: int) -> Iterator[Text]:
    yield from theme.title("Timeline", _as_of(report), width)
    for line in wrapped(Text(_opening(report)), width - 4):
        yield Text("  ").append_text(line)
    top = max([MANY_TRIGGERS, *(week.triggers or 0 for week in report.weeks)])
    for month in report.months:
        yield Text()
        yield from _month(report, month, top, width)
    if report.ahead is not None:
        yield Text()
        yield Text().append(f"   {LINE} today {LINE}", "quiet")
        if not report.ahead:
            yield Text().append("    nothing is planned yet", "quiet")
        yield from event_rows(report, report.ahead, lambda day: _ahead_day(report, day), width)
    yield Text()
    yield from _legend(report, width)


def _as_of(report: TimelineReport) -> str:
    first, last = report.days.first, report.days.last
    since = "" if first.replace(day=1) == last.replace(day=1) else _month_name(first, last.year)
    months = f"{since} {DASH} {_month_name(last)}" if since else _month_name(last)
    return f"{months}{DOT}as of {day_text(report.today, report.as_of)}"


def _month_name(day: date, beside: int | None = None) -> str:
    name = MONTHS[day.month - 1].title()
    return name if day.year == beside else f"{name} {day.year}"


def _opening(report: TimelineReport) -> str:
    """One plain sentence about these months, on what both did: what was hard counts as evenly as
    what was put right."""
    sorts = Counter(event.sort for event in report.events)
    told = [
        _counted(sorts["agreed"], "boundary was agreed", "boundaries were agreed"),
        _counted(sorts["crossed"], "crossing was seen", "crossings were seen"),
        _counted(sorts["repaired"], "crossing was repaired", "crossings were repaired"),
        _counted(sorts["setback"], "setback got a new plan", "setbacks got a new plan"),
        _counted(sorts["mended"], "promise to repair was kept", "promises to repair were kept"),
        _counted(sorts["complete"], "apology is complete", "apologies are complete"),
        _counted(sorts["celebrated"], "milestone was celebrated", "milestones were celebrated"),
    ]
    told = [words for words in told if words]
    if not report.months:
        return "There is nothing to tell of these months yet."
    if not told:
        return "These months, as they were written down."
    return sentence(listed(told)) + "."


def _counted(count: int, one: str, more: str) -> str:
    return f"{number(count)} {one if count == 1 else more}" if count else ""


# -- a month -------------------------------------------------------------------------------------


def _month(report: TimelineReport, month: Month, top: int, width: int) -> Iterator[Text]:
    yield Text().append(f"  {_month_name(month.first)}", "heading")
    yield from event_rows(report, month.events, lambda day: f"{day_text(day)[:3]} {day.day}", width)
    patterns = list(_patterns(month.weeks, top))
    if patterns:
        yield from _together(patterns, width)
    elif not month.events:
        yield Text(INDENT).append("nothing was written down", "quiet")
    people = list(dict.fromkeys(line.who for line in month.scales))
    widest = max((cell_len(theme.fit(who, LONGEST_NAME)) for who in people), default=0)
    for who in people:
        theirs = [line for line in month.scales if line.who == who]
        signs = [(CALLED[line.name], _bars(line.weeks, TOP, "quiet")) for line in theirs]
        whose = theme.fit(who, LONGEST_NAME)
        pad = " " * (widest - cell_len(whose))
        yield from _together(signs, width, theme.in_place(whose) + pad)


def _patterns(weeks: Sequence[WeekPattern], top: int) -> Iterator[tuple[str, Text]]:
    """The weeks side by side: how much was kept, how many triggers, which were reviewed."""
    rows = (
        ("kept", _bars([week.share for week in weeks], 1, "kept")),
        ("triggers", _bars([week.triggers for week in weeks], top, "quiet")),
        ("reviews", _reviews(weeks)),
    )
    return ((name, signs) for name, signs in rows if signs.plain.strip())


def _together(patterns: Sequence[tuple[str, Text]], width: int, whose: str = "") -> Iterator[Text]:
    """All on one line, or below each other on a narrow page; ``whose``, where one person's."""
    line = Text(INDENT).append(f"{whose}  " if whose else "", "quiet")
    for name, signs in patterns:
        line.append(f"{name}  ", "quiet").append_text(signs)
        line.append(" " * (WEEKS - signs.cell_len + 2))
    if len(line.plain.rstrip()) < width:
        yield line
        return
    if whose:
        yield Text(INDENT).append(whose.rstrip(), "quiet")
    for name, signs in patterns:
        yield Text(INDENT).append(f"{name:<10}", "quiet").append_text(signs)


def _bars(values: Iterable[float | None], top: float, style: str) -> Text:
    return Text().append(theme.sparkline(values, top), style)


def _reviews(weeks: Iterable[WeekPattern]) -> Text:
    signs = Text()
    for week in weeks:
        if week.reviewed is None:
            signs.append(" ")
        else:
            signs.append_text(sign("kept" if week.reviewed else "missed"))
    return signs


# -- events --------------------------------------------------------------------------------------


class Dated(Protocol):
    """A report of a moment."""

    @property
    def as_of(self) -> datetime: ...

    @property
    def today(self) -> date: ...


def event_rows(
    report: Dated,
    events: Iterable[Event],
    named: Callable[[date], str],
    width: int,
) -> Iterator[Text]:
    """A row each: its day where it is another than the one above, its sign, what it is."""
    before: date | None = None
    room = width - MARGIN - DAY - SIGN - 1
    for event in events:
        day = named(event.day) if event.day and event.day != before else ""
        before = event.day
        mark = sign(SIGN_OF[event.sort]) if event.sort in SIGN_OF else ""
        words = wrapped(Text(_sentence(_Said(report, event))), room)
        if event.note and event.sort not in ("reached", "mended", "mending"):
            words += quoted(event.note, room, "quiet")
        yield from row((Text(day, "quiet"), DAY), (mark, SIGN), (words, room), indent=MARGIN)


def _ahead_day(report: TimelineReport, day: date) -> str:
    full = day_text(day, report.as_of)
    return full if day.year == report.today.year else full[4:]


@dataclass(frozen=True, slots=True)
class _Said:
    """The parts that an event's sentence is made of."""

    report: Dated
    event: Event

    @property
    def words(self) -> str:
        return theme.in_place(one_line(self.event.text)) if self.event.text else GONE

    @property
    def text(self) -> str:
        text = self.event.text
        return theme.in_place(sentence(one_line(text))) if text else GONE

    @property
    def name(self) -> str:
        """A thing by its reference and what it is called, for short."""
        text = sentence(self.event.text) if self.event.text else GONE
        return f"{self.event.ref} {theme.in_place(theme.fit(text, 44))}"

    @property
    def until(self) -> str:
        return day_text(self.event.until, self.report.as_of) if self.event.until else ""

    @property
    def by(self) -> str:
        return theme.in_place(theme.fit(self.event.by or "", 20))


def _sentence(it: _Said) -> str:
    match it.event.sort:
        case "proposed" | "planned" as how:
            return f"{how}: {it.words}" + (f", for {it.until}" if it.until else "")
        case "reached":
            return f"{it.text} ({it.event.note})"
        case "celebrated":
            return f"{it.text}, celebrated"
        case "hoped":
            return it.text
    return _of_boundary(it) or _of_repair(it) or _of_promise(it)


def _of_boundary(it: _Said) -> str:
    match it.event.sort:
        case "named":
            return f"{it.name} named by {it.by}"
        case "agreed":
            return f"{it.name} agreed by both"
        case "revised":
            return f"{it.name} revised, {_version(it.event.number)} version"
        case "pattern":
            return f"{it.name}: what keeps happening has a name"
        case "retired":
            return f"{it.name} retired"
        case "revisit" | "again":
            return f"{it.name} to be revisited"
        case "adopted":
            return f"{it.name} agreed by both"
        case "own":
            return f"{it.name} stands as {it.by}'s own"
        case "reworded":
            return f"{it.name}, {_version(it.event.number)} version"
        case "renewed":
            return f"{it.name} looked at again: it still fits"
        case "ended":
            return f"{it.name} ended"
    return ""


def _of_repair(it: _Said) -> str:
    count = it.event.number
    match it.event.sort:
        case "crossed":
            steps = f", {number(count)} {'step' if count == 1 else 'steps'}" if count else ""
            return f"{it.name} crossed{DOT}restated{steps}"
        case "steps":
            all_of = {1: "the step", 2: "both steps"}.get(count, f"all {number(count)} steps")
            return f"{it.event.ref} {all_of} done"
        case "repaired":
            return f"{it.name} repaired"
        case "mended":
            return f"{it.name} done, to repair {it.event.note}"
        case "mending":
            return f"{it.name}, to repair {it.event.note}"
        case "received":
            return f"{it.name}{DOT}told unasked by {it.by}, and received"
        case "shared":
            return f"{it.name}{DOT}what both say of it"
        case "complete":
            return f"{it.name}{DOT}an apology, complete: its repair is done"
        case "setback":
            return f"{it.name}{DOT}a setback, {_version(count)} version of the plan"
    return ""


def _version(number: int) -> str:
    return VERSIONS[number] if number < len(VERSIONS) else f"{number}th"


def _of_promise(it: _Said) -> str:
    everything = it.event.text or "everything"
    match it.event.sort:
        case "renegotiated" if it.event.terms:
            return f"{it.name}, now {when_due(it.event.terms, it.report.as_of)}"
        case "released":
            return f"{it.name} released"
        case "eased":
            return f"{it.name} eased to {it.until}"
        case "hold":
            return f"{everything} held to {it.until}, as {it.by} asked"
        case "slow":
            return f"a slow pace to {it.until}, as {it.by} asked"
        case "consented" | "withdrew":
            return consent_told(it.event.text or "", it.event.sort == "consented", it.by)
    return it.name


def _legend(report: TimelineReport, width: int) -> Iterator[Text]:
    yield from theme.legend("reached", "planned", "boundary", "repair", "crossed", width=width)
    told = (
        "kept: how much of what was promised, week by week; a gap where nothing was due "
        "or written. reviews: ● held, ○ not held."
    )
    if any(month.scales for month in report.months):
        told += " safety, watchful: each person's average of each week, from 0 to 10."
    for line in wrapped(Text(told, "quiet"), width - 4):
        yield Text("  ").append_text(line)
