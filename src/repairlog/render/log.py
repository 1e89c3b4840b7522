"""The log's page: day by day, who wrote what, the newest at the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from rich.text import Text

from repairlog.dates import day_text, in_full
from repairlog.readings.log import SHOWN_DAYS, LogReport
from repairlog.readings.told import Told
from repairlog.readings.wording import GONE, number
from repairlog.render.sheet import shifted
from repairlog.render.theme import DASH, DOT, Page, fit, name, quoted, row, title, wrapped

MONTH = timedelta(days=28)

CLOCK = 7
INDENT = 4
LONGEST_NAME = 12


def log_page(report: LogReport, heading: str = "Log") -> Page:
    """The page of a log."""
    return Page(lambda width: _Sheet(report, width, heading).lines())


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A log and the width that it is laid out for."""

    report: LogReport
    width: int
    heading: str

    def lines(self) -> Iterator[Text]:
        yield from title(self.heading, _period(self.report), self.width)
        if not self.report.days:
            yield Text("  Nothing was written down for these days.")
        columns = self._columns()
        for day, entries in self.report.days:
            yield Text()
            yield Text("  ").append(in_full(day), "heading")
            for entry in entries:
                yield from self._entry(entry, *columns)
        if more := _more(self.report):
            yield Text()
            yield from shifted(wrapped(Text().append(more, "quiet"), self.width - 4), 2)

    def _columns(self) -> tuple[int, int]:
        """How wide the columns of references and of names are."""
        refs = max((len(line.ref) for line in self.report.lines), default=2)
        people = {line.by for line in self.report.lines}
        names = max((name(person, LONGEST_NAME).cell_len for person in people), default=2)
        return refs + 2, names + 2

    def _entry(self, entry: Told, refs: int, names: int) -> list[Text]:
        clock = f"{entry.at:%H:%M}" if entry.at else ""
        room = self.width - INDENT - CLOCK - refs - names - 1
        return row(
            (Text(clock, "quiet"), CLOCK),
            (Text(entry.ref, "quiet"), refs),
            (name(entry.by, LONGEST_NAME), names),
            (_entry_lines(entry, room, self.report), room),
            indent=INDENT,
        )


def _entry_lines(entry: Told, room: int, report: LogReport) -> list[Text]:
    """What an entry says, its author's other words below it, and what became of it since."""
    return [
        *wrapped(_headline(entry), room),
        *(line for voice in entry.beside for line in quoted_after(voice.label, voice.text, room)),
        *(line for sign in signs(entry, report) for line in wrapped(Text(sign, "quiet"), room)),
    ]


def _headline(entry: Told) -> Text:
    """``promised: Text when leaving work · weekdays by 18:00``."""
    subject = f" ({entry.subject})" if entry.subject else ""
    return with_words(Text().append(f"{entry.label}{subject}", "quiet"), entry, entry.text)


def with_words(line: Text, entry: Told, text: str) -> Text:
    """The line, followed by what the entry says, and by what the program adds."""
    if entry.item.erased and entry.speaks:
        line.append(f": {GONE}", "quiet")
    elif text:
        line.append(": ", "quiet").append(fit(text, EVERYTHING))
    if entry.detail:
        line.append(f"{DOT}{fit(entry.detail, EVERYTHING)}", "quiet")
    return line


EVERYTHING = 1_000_000  # cells: on one line, and whole


def quoted_after(label: str, text: str, room: int) -> list[Text]:
    """A person's words, introduced and indented by what they are."""
    lead = Text().append(f"{label}: ", "quiet")
    lines = quoted(text, max(room - lead.cell_len, 16))
    first = lead.copy().append_text(lines[0])
    return [first, *(Text(" " * lead.cell_len).append_text(line) for line in lines[1:])]


def signs(entry: Told, report: LogReport) -> Iterator[str]:
    """What became of the entry since it was written, and when that was if it was later."""
    amended = entry.item.amended_at
    if entry.undone:
        yield "taken back; it counts as if never written"
    if amended and not entry.item.erased:
        yield f"put right {day_text(amended.astimezone(), report.as_of)}"
    if entry.later:
        yield f"written {day_text(entry.written_on, report.as_of)}"


def _period(report: LogReport) -> str:
    if report.everything and report.since is None and report.until is None:
        return "everything"
    first = report.since or (report.days[0][0] if report.days else None)
    last = report.until or (report.days[-1][0] if report.days else None)
    if first is None or last is None:
        return ""
    if first == last:
        return day_text(first, report.as_of)
    return f"{day_text(first, report.as_of)} {DASH} {day_text(last, report.as_of)}"


def _more(report: LogReport) -> str:
    """How to see more, where there is more."""
    if not report.earlier or report.since is None:
        return ""
    return (
        f"These are the last {number(SHOWN_DAYS)} days that hold entries; there is more before. "
        f"To see it: repairlog log --since {report.since - MONTH}, or all of it: "
        "repairlog log --all"
    )
