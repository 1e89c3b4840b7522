"""The summary as markdown that every CommonMark renderer shows well (tables as GitHub has them).

What people wrote stands in quotation marks and is escaped (`escape`); all other words are ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from repairlog.dates import day_text, in_full
from repairlog.export.escape import block, inline
from repairlog.export.report import Summary, period
from repairlog.readings.opening import number
from repairlog.readings.steps import Step
from repairlog.readings.wording import GONE, SAID, sentence


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


def markdown(summary: Summary) -> str:
    """The whole document."""
    from repairlog.export import markdown_parts as parts

    page = Page(summary)
    sections = (
        _head(page),
        parts.promised(page),
        parts.delivered(page),
        parts.challenging(page),
        parts.boundaries(page),
        parts.triggers(page),
        parts.checkins(page),
        parts.milestones(page),
        parts.moments(page),
        parts.waiting(page),
        parts.timeline(page),
        parts.agreement(page),
        _seal(page),
        _left_out(page),
    )
    texts = ["\n".join(lines) for section in sections if (lines := list(section))]
    return "\n\n".join(texts) + "\n"


# -- the ends of the document --------------------------------------------------------------------


def _head(page: Page) -> Iterator[str]:
    summary = page.summary
    report = summary.review
    names = " and ".join(inline(name) for name in report.people)
    whose = f"{names}'s private journal" if summary.private else names
    week = f" · week {report.number}" if summary.week else ""
    yield f"# {whose}{week} · {period(summary.days)}"
    yield ""
    made = in_full(report.as_of.date())
    whom = f" for {inline(summary.audience)}" if summary.audience else ""
    yield (
        f"Written down by {names}, put together by {inline(summary.writer)}{whom} "
        f"on {made} at {report.as_of:%H:%M}."
    )
    if summary.opening:
        yield ""
        yield " ".join(summary.opening)
    for pace in report.paces:
        what = "A slow pace" if pace.kind == "slow" else f"A pause of {_held(pace.refs)}"
        yield ""
        yield f"{what}, until {page.day(pace.until)}: {inline(pace.by)} asked for it."


def _held(refs: Sequence[str]) -> str:
    return ", ".join(refs) or "everything"


def _seal(page: Page) -> Iterator[str]:
    yield "## The seal"
    yield ""
    code = page.summary.review.seal
    yield (
        f"**{code}** stands for the whole record as it was when this was put together. "
        f"`repairlog doctor --seal {code}` says whether all of that is still there, as it was. "
        "It does not show that a time or a statement is true."
    )


def _left_out(page: Page) -> Iterator[str]:
    yield "## What is not here, and why"
    yield ""
    for one in page.summary.left_out:
        yield item(f"{inline(one.what)}: {inline(one.why)}")


# -- pieces --------------------------------------------------------------------------------------


def item(text: str, depth: int = 0) -> str:
    """An item of a list; its content begins two columns after its own depth."""
    return f"{'  ' * depth}- {text}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table of cells that are escaped already."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'|'.join(' --- ' for _ in head)}|"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def counted(count: int, one: str, more: str) -> str:
    """``One boundary is``, ``three boundaries are``."""
    return sentence(f"{number(count)} {one if count == 1 else more}")
