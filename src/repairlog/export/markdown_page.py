"""What every part of the markdown summary is made of: a person's words, items, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from repairlog.dates import day_text
from repairlog.export.escape import block, inline
from repairlog.export.report import Summary
from repairlog.readings.moments import Said
from repairlog.readings.steps import Step
from repairlog.readings.wording import GONE, SAID, SAID_NO


@dataclass(frozen=True, slots=True)
class Page:
    """What every part of the document needs: the summary, and how words stand in it."""

    summary: Summary

    def day(self, day: date) -> str:
        """``Tue 17 Nov``, with the year unless it is the summary's."""
        return day_text(day, self.summary.review.as_of)

    def said(self, text: str | None, indent: int = 2) -> str:
        """A person's words in quotation marks; or that they are gone, or left out."""
        if not text:
            return f"*{GONE}*"
        if text in self.summary.withheld:
            return f"*{inline(text)}*"
        return f"“{block(text, indent)}”"

    def words(self, one: Said, indent: int = 2) -> str:
        """What was said, in quotation marks."""
        return self.said(None if one.erased else one.text, indent)

    def told(self, one: Said, depth: int = 0, label: str = "") -> str:
        """An item: on which day, who, and what they said; or that they said it without words."""
        words = f": {self.words(one, 2 * depth + 2)}" if one.text or one.erased else ""
        label = f" {SAID_NO}" if one.kind == "decline" else label
        return item(f"{self.day(one.day)}, {inline(one.by)}{label}{words}", depth)

    def cell(self, text: str | None) -> str:
        """The same, on one line."""
        if not text:
            return f"*{GONE}*"
        return f"*{inline(text)}*" if text in self.summary.withheld else inline(text)

    def steps(self, steps: Iterable[Step], depth: int = 1) -> Iterator[str]:
        """The steps of a plan, as items below what they repair."""
        for step in steps:
            by = f", by {self.day(step.by)}" if step.by else ""
            done = f"done {self.day(step.done)}" if step.done else SAID[step.standing]
            who = inline(step.who)
            text = self.said(None if step.erased else step.text, 2 * depth + 2)
            yield item(f"step {step.ref}, {who}{by}, {done}: {text}", depth)
            for update in step.updates:
                if update.day in self.summary.days:
                    yield self.told(update, depth + 1)


def item(text: str, depth: int = 0) -> str:
    """An item of a list; its content begins two columns after its own depth."""
    return f"{'  ' * depth}- {text}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table of cells that are escaped already."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'|'.join(' --- ' for _ in head)}|"
    for row in rows:
        yield f"| {' | '.join(row)} |"
