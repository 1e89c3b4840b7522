"""The section of the markdown summary about conversations: every account, and what was heard."""

from __future__ import annotations

from collections.abc import Iterator

from repairlog.export.escape import inline
from repairlog.export.markdown_page import Page, item
from repairlog.readings.conversations import Account, Conversation, JointSummary, Round
from repairlog.readings.moments import Said


def conversations(page: Page) -> Iterator[str]:
    """Each conversation with all accounts of it; none of them replaces another."""
    found = page.summary.review.conversations
    if found:
        yield "## Conversations"
        yield ""
    for one in found:
        yield from _conversation(page, one)


def _conversation(page: Page, one: Conversation) -> Iterator[str]:
    first = one.accounts[0]
    about = f", about {one.about}" if one.about else ""
    topic = page.said(None if first.erased else first.topic)
    yield item(f"**{one.ref}** {page.day(one.day)}{about}: {topic}")
    for account in one.accounts:
        yield from _account(page, account, first)
    for summary in one.summaries:
        yield summed_up(page, summary)
    if page.summary.audience is None:  # what is gently said beside it is said to the two alone
        for words in dict.fromkeys(words for told in one.accounts for words in told.remarks):
            yield item(inline(words), 1)


def _account(page: Page, account: Account, first: Account) -> Iterator[str]:
    ref = f" {account.ref}" if account is not first else ""
    day = f", {page.day(account.day)}" if account.day != first.day else ""
    long = f", {account.minutes} minutes" if account.minutes is not None else ""
    topic = ""
    if account is not first:
        topic = f": {page.said(None if account.erased else account.topic, 4)}"
    yield item(f"{inline(account.by)}'s account{ref}{day}{long}{topic}", 1)
    if account.said:
        yield item(f"said: {page.said(account.said, 6)}", 2)
    for each in account.rounds:
        yield from _round(page, each)
    for still in account.still:
        yield _still(page, still)


def _round(page: Page, one: Round) -> Iterator[str]:
    """What was heard, and the speaker's word on it."""
    whom = f" {inline(one.speaker)} say" if one.speaker else ""
    heard = page.said(None if one.erased else one.heard, 6)
    yield item(f"{inline(one.by)} heard{whom}: {heard}{_state(page, one)}", 2)
    if one.state == "corrected" and one.answer:
        meant = page.said(None if one.answer.erased else one.answer.text, 8)
        yield item(f"{inline(one.answer.by)} meant: {meant}", 3)


def _state(page: Page, one: Round) -> str:
    if one.state == "confirmed" and one.answer:
        return f", as {inline(one.answer.by)} meant it, {page.day(one.answer.day)}"
    if one.state == "said again":
        return ", said again since"
    if one.state == "waits" and one.asks:
        return f", waits for {inline(one.asks)}"
    return ""


def _still(page: Page, one: Said) -> str:
    state = f"cleared {page.day(one.answers[0].day)}" if one.answers else "still open"
    return item(f"{state}, {one.ref}: {page.said(None if one.erased else one.text, 6)}", 2)


def summed_up(page: Page, one: JointSummary) -> str:
    """What both say of it, or what one proposes."""
    text = page.said(None if one.erased else one.text, 4)
    if one.agreed:
        return item(f"what both say of it, agreed {page.day(one.agreed)}: {text}", 1)
    waits = f", waits for {inline(one.asks)}" if one.asks else ""
    return item(f"in sum, as {inline(one.by)} says it{waits}: {text}", 1)
