"""The three questions in the markdown summary: promised, delivered, and what remains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from repairlog.export.escape import inline
from repairlog.export.markdown_page import Page, item, table
from repairlog.readings.challenges import Challenge
from repairlog.readings.ledger import Line
from repairlog.readings.promised import Act, Promise
from repairlog.readings.wording import SAID, number, when_due

Lines = Iterator[str]

# -- what was promised ---------------------------------------------------------------------------

COUNTED = ("kept", "late", "owned", "missed", "eased", "open")


def promised(page: Page) -> Lines:
    """The ledger, as a table."""
    yield "## What was promised"
    yield ""
    lines = page.summary.ledger.lines
    if not lines:
        yield _nothing(page, "Nothing was promised for this time.")
        return
    head = ("", "Who", "What", "When", "In this time", "In all")
    yield from table(head, (_ledger_row(page, line) for line in lines))
    if any(o.standing == "missed" for line in lines for o in line.occurrences or ()):
        yield ""
        yield "“Nothing said” is a silence: neither done nor owned, and no more than that."


def _nothing(page: Page, words: str) -> str:
    """That there is nothing; or, where kinds are left out, where to read which."""
    return "What this would show may be left out: see the end." if page.summary.without else words


def _ledger_row(page: Page, line: Line) -> Sequence[str]:
    when = inline(when_due(line.terms, page.summary.review.as_of))
    stands = _once_stands(page, line) if line.course.once else _counts(line)
    return (line.ref, inline(line.who), page.cell(line.text), when, stands, _in_all(line))


def _once_stands(page: Page, line: Line) -> str:
    standing = line.standing
    when = f" {page.day(standing.done.day)}" if standing.done else ""
    return f"{SAID[standing.standing]}{when}"


def _counts(line: Line) -> str:
    counts = Counter(occurrence.standing for occurrence in line.occurrences or ())
    told = [f"{counts[name]} {SAID[name]}" for name in COUNTED if counts[name]]
    return ", ".join(told) or "nothing was due"


def _in_all(line: Line) -> str:
    standing, tally = line.standing, line.standing.tally
    ended = f", {SAID[standing.standing]}" if standing.standing in ("ended", "released") else ""
    if line.course.once or not tally.settled:
        return ended.removeprefix(", ")
    return f"{tally.kept + tally.late} of {tally.settled} kept or late{ended}"


# -- what was delivered --------------------------------------------------------------------------

DONE = {"kept": "", "late": " late", "partly": " in part", "extra": " once more"}


def delivered(page: Page) -> Lines:
    """What was done, promise by promise, and what went right."""
    yield "## What was delivered"
    report = page.summary.review
    told = [promise for promise in report.promises if promise.acts or promise.updates]
    yield ""
    if not told:
        yield _nothing(page, "Nothing was written down as done in this time.")
    for promise in told:
        yield from _delivered(page, promise)
    if report.right:
        yield ""
        yield "### What went right"
        yield ""
        for one in report.right:
            yield page.told(one)


def _delivered(page: Page, promise: Promise) -> Lines:
    text = None if promise.course.item.erased else promise.course.text
    days = ", ".join(f"{page.day(act.delivery.day)}{DONE[act.standing]}" for act in promise.acts)
    done = f": {days}" if days else ""
    yield item(f"**{promise.ref}** {inline(promise.who)}, {page.said(text)}{done}")
    for act in promise.acts:
        if note := _note(page, act):
            yield item(f"{page.day(act.delivery.day)}: {note}", 1)
    for update in promise.updates:
        yield item(f"{page.day(update.day)}, {inline(update.by)}: {page.words(update, 4)}", 1)


def _note(page: Page, act: Act) -> str:
    note = getattr(act.delivery.body, "note", None)
    return page.said(note, 4) if note and not act.delivery.erased else ""


# -- what remains challenging --------------------------------------------------------------------


def challenging(page: Page) -> Lines:
    """What is owned, unsaid, or waits for an answer."""
    yield "## What remains challenging"
    yield ""
    found = page.summary.review.challenges
    if not found:
        yield _nothing(page, "Nothing was written down, and nothing waits from before.")
    answered = [one for one in found if one.answered]
    if found and len(answered) == len(found):
        yield _nothing(page, "All that waited was answered.")
    for one in found:
        if not one.answered:
            yield from _challenge(page, one)
    if answered:
        yield ""
        yield f"### Answered {'this week' if page.summary.week else 'in this time'}"
        yield ""
    for one in answered:
        yield from _challenge(page, one)


def _challenge(page: Page, one: Challenge) -> Lines:
    text = page.said(None if one.erased else one.text)
    who = inline(one.who)
    if one.kind == "unsaid":
        days = _days(page, one.days)
        if one.older_since:
            count, since = one.older + len(one.days), page.day(one.older_since)
            days = f"{number(count)} days since {since}" if count > 1 else since
        yield item(f"**{one.ref}** {who}, {text}: nothing said yet of {days}")
    elif one.kind == "owned":
        yield item(f"**{one.ref}** {who} owns {_days(page, one.days)}: {text}")
    else:
        about = f" about {one.about}" if one.about else ""
        kind = "from a check-in" if one.kind == "checkin" else f"{one.kind}{about}"
        if one.left_open:
            kind = f"still open after {one.about}"
        yield item(f"**{one.ref}** {page.day(one.since)}, {who}, {kind}: {text}")
    yield from page.steps(one.steps)
    for answer in one.answers:
        yield page.told(answer, 1)
    if one.asks and one.kind != "unsaid" and page.summary.review.people[1:]:
        yield item(f"waits for {inline(one.asks)}", 1)


def _days(page: Page, days: Sequence[date]) -> str:
    """A few days by name, many by their number."""
    if len(days) <= 7:
        return ", ".join(map(page.day, days))
    return f"{number(len(days))} days from {page.day(days[0])} to {page.day(days[-1])}"
