"""Milestones on a page: to come, reached, celebrated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from repairlog.dates import day_text
from repairlog.readings.lists import AsOf, MilestoneList
from repairlog.readings.milestones import Condition, MilestoneReport
from repairlog.readings.wording import sentence
from repairlog.render.sheet import LONGEST_NAME, REF, Sheet, led, with_more
from repairlog.render.theme import DOT, Page, fit, heading, legend, quoted, sign, title


def milestones_page(report: MilestoneList) -> Page:
    """The page of milestones."""
    return Page(lambda width: _Milestones(report.as_of.people, width, report.as_of).all(report))


@dataclass(frozen=True, slots=True)
class _Milestones(Sheet):
    """Milestones on a page of one width."""

    as_of: AsOf

    def all(self, report: MilestoneList) -> Iterator[Text]:
        """What can be celebrated first, then what is to come, then what was."""
        at = self.as_of.at
        moment = f"as of {day_text(self.as_of.today, at)}, {at:%H:%M}"
        yield from title("Milestones", moment, self.width)
        if not (report.reached or report.coming or report.celebrated):
            yield from self.full(Text("None is planned yet. A first one:"))
            yield from self.full(Text("repairlog milestone add a hundred days --by in 14 weeks"))
            return
        yield from self._section("reached", report.reached)
        yield from self._section("to come", report.coming)
        yield from self._section("celebrated", report.celebrated)
        yield Text()
        yield from legend("reached", "planned", width=self.width)

    def _section(self, name: str, those: Sequence[MilestoneReport]) -> Iterator[Text]:
        if not those:
            return
        yield Text()
        yield heading(name)
        for one in those:
            yield from self._one(one)

    def _one(self, one: MilestoneReport) -> Iterator[Text]:
        mark = sign("reached" if one.reached or one.celebrated else "planned")
        own = None if one.erased else sentence(one.text)
        lines = with_more(own, self._state(one), self.room(REF, 2))
        first = led(Text.assemble(mark, " "), lines)
        yield from self.columns([(Text(one.ref, "quiet"), REF)], first)
        if one.celebrated and one.celebrated.text and not one.celebrated.erased:
            room = self.room(REF, 2)
            yield from self.under(REF + 2, quoted(one.celebrated.text, room))

    def _state(self, one: MilestoneReport) -> str:
        """Its day or how far it has come, and what it waits for."""
        parts = []
        if one.celebrated:
            by = fit(one.celebrated.by, LONGEST_NAME)
            return f"celebrated {day_text(one.celebrated.day, self.as_of.at)} by {by}"
        if one.planned:
            parts.append(f"by {day_text(one.planned, self.as_of.at)}")
        if one.condition:
            parts.append(_condition(one, one.condition))
        if one.condition and one.over:
            parts.append(f"{one.condition.subject} {one.over}, so the record cannot reach it")
        if one.reached:
            parts.append(f"reached {day_text(one.reached, self.as_of.at)}")
        if one.declined:
            parts.append("declined; another can be proposed")
        elif one.agreed is None:
            parts.append("not agreed yet")
        elif one.own and len(self.as_of.people) > 1:
            parts.append(f"stands as {fit(one.by, LONGEST_NAME)}'s own")
        if one.agreed and (one.reached or (one.planned and one.planned <= self.as_of.today)):
            parts.append(f"repairlog milestone celebrate {one.ref}")
        return DOT.join(parts)


def _condition(one: MilestoneReport, condition: Condition) -> str:
    """How far it has come, where that only grows."""
    if condition.in_a_row and (not one.reached or condition.measure == "down"):
        return condition.told
    return condition.told if one.reached else f"{condition.told}, {one.so_far} so far"
