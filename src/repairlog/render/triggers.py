"""Triggers on a page: what was observed and its effect by one, what was meant by the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from repairlog.dates import MONTHS, day_text, moment_text
from repairlog.readings.lists import AsOf, MonthOfTriggers, TriggerList
from repairlog.readings.triggers import TriggerReport
from repairlog.readings.wording import SAID, sentence
from repairlog.render.conversations import Talks
from repairlog.render.sheet import LONGEST_NAME, REF, Sheet, led, with_more
from repairlog.render.theme import DOT, Page, fit, heading, sign, title, wrapped

MONTH = 16  # "September 2026" and what keeps it from the counts


def triggers_page(report: TriggerList) -> Page:
    """The page of triggers."""
    return Page(lambda width: _Triggers(report.as_of.people, width, report.as_of).all(report))


@dataclass(frozen=True, slots=True)
class _Triggers(Sheet):
    """Triggers on a page of one width."""

    as_of: AsOf

    def all(self, report: TriggerList) -> Iterator[Text]:
        """The counts, then each one; older ones that still wait for something come last."""
        at = self.as_of.at
        moment = f"as of {day_text(self.as_of.today, at)}, {at:%H:%M}"
        yield from title("Triggers", moment, self.width)
        yield from self.full(Text(_counted(report)))
        yield from self._months(report.months)
        for one in report.here:
            yield Text()
            yield from self._one(one)
        if report.earlier:
            yield Text()
            yield heading("older, and still waiting for something")
        for one in report.earlier:
            yield Text()
            yield from self._one(one)

    def _months(self, months: Sequence[MonthOfTriggers]) -> Iterator[Text]:
        """How many of each kind, month by month: of both together, since nobody is counted."""
        if not months:
            return
        yield Text()
        yield heading("month by month")
        for month in months:
            name = f"{MONTHS[month.first.month - 1].title()} {month.first.year}"
            counts = ", ".join(f"{sort} {count}" for sort, count in month.counts)
            line = counts or "nothing was written down"
            lines = wrapped(Text(line, "" if counts else "quiet"), self.room(MONTH))
            yield from self.columns([(Text(name, "quiet"), MONTH)], lines)

    def _one(self, one: TriggerReport) -> Iterator[Text]:
        """Both accounts, side by side; neither replaces the other."""
        day = day_text(one.day, self.as_of.at)
        own = None if one.erased else sentence(one.text)
        room = self.room(REF, len(day) + 2)
        words = with_more(own, _course(one), room)
        yield from self.columns([(Text(one.ref, "quiet"), REF)], words, day)
        inner = self.room(REF)
        if one.effect and not one.erased:
            lead = f"its effect on {fit(one.by, LONGEST_NAME)}: "
            yield from self.under(REF, self.voiced(lead, one.effect, inner))
        if (one.response or one.back) and not one.erased:
            yield from self.under(REF, with_more(one.response or "a pause", self._back(one), inner))
        for meant in one.meant:
            lead = f"what {fit(meant.by, LONGEST_NAME)} meant: "
            text = None if meant.erased else meant.text
            yield from self.under(REF, self.voiced(lead, text, inner))
        if one.asked:
            silent = f"what {fit(one.asked, LONGEST_NAME)} meant is not said yet"
            yield from self.under(REF, [Text(silent, "quiet")])
        if one.helped and not one.erased:
            yield from self.under(REF, self.voiced("what helped: ", one.helped, inner))
        for step in one.steps:
            lead_text = Text.assemble(sign("repair"), f" {step.ref:<{REF - 1}}")
            text = None if step.erased else sentence(step.text)
            state = f"{fit(step.who, LONGEST_NAME)}{DOT}{SAID.get(step.standing, step.standing)}"
            room = self.room(REF, cell_len(lead_text.plain))
            yield from self.under(REF, led(lead_text, with_more(text, state, room)))
        talks = Talks(self.people, self.width, lambda day: day_text(day, self.as_of.at))
        for summary in one.summaries:
            yield from self.under(REF, list(talks.summary(summary, inner)))

    def _back(self, one: TriggerReport) -> str:
        return f"back {moment_text(one.back, self.as_of.at)}" if one.back else ""


def _counted(report: TriggerList) -> str:
    since = f"Since {day_text(report.since, report.as_of.at)}"
    if not report.here:
        which = f"no {report.sort}" if report.sort else "nothing"
        return f"{since}: {which} was written down. That may be calm, or silence."
    return f"{since}: " + ", ".join(f"{sort} {count}" for sort, count in report.counts) + "."


def _course(one: TriggerReport) -> str:
    """``reminder · 6 → 3 · settled``."""
    state = "settled" if one.settled else "not settled yet"
    return DOT.join(part for part in (one.sort or "", one.levels, state) if part)
