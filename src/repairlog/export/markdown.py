"""The summary as markdown that every CommonMark renderer shows well (tables as GitHub has them).

What people wrote stands in quotation marks and is escaped (`escape`); all other words are ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from repairlog.dates import in_full
from repairlog.export import markdown_agreement as agreed
from repairlog.export import markdown_conversations as talks
from repairlog.export import markdown_parts as parts
from repairlog.export import markdown_questions as questions
from repairlog.export import markdown_repair as owning
from repairlog.export.escape import inline
from repairlog.export.markdown_page import Page, item
from repairlog.export.report import Summary, period


def markdown(summary: Summary) -> str:
    """The whole document."""
    page = Page(summary)
    sections = (
        _head(page),
        questions.promised(page),
        questions.delivered(page),
        questions.challenging(page),
        owning.repairs(page),
        parts.boundaries(page),
        parts.triggers(page),
        talks.conversations(page),
        parts.checkins(page),
        parts.milestones(page),
        parts.moments(page),
        owning.shared(page),
        parts.waiting(page),
        parts.timeline(page),
        agreed.agreement(page),
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
    for word in summary.consented:
        who, since = inline(word.who), in_full(word.since) if word.since else "now"
        yield f"{who}'s own words are here, with {who}'s consent of {since}."
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
    command = "repairlog doctor --private" if page.summary.private else "repairlog doctor"
    yield (
        f"**{code}** stands for the whole record as it was when this was put together. "
        f"`{command} --seal {code}` says whether all of that is still there, as it was. "
        "It does not show that a time or a statement is true."
    )


def _left_out(page: Page) -> Iterator[str]:
    yield "## What is not here, and why"
    yield ""
    for one in page.summary.left_out:
        yield item(f"{inline(one.what)}: {inline(one.why)}")
