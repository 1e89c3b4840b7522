"""What was told, owned and repaired, and what the two share, in the markdown summary."""

from __future__ import annotations

from collections.abc import Iterator

from repairlog.export.escape import inline
from repairlog.export.markdown_page import Page, item
from repairlog.readings.moments import Said
from repairlog.readings.projects import ProjectReport
from repairlog.readings.repair import DisclosureReport, Owned, Silent, state_of

Lines = Iterator[str]


def repairs(page: Page) -> Lines:
    """What was told unasked, apologies and setbacks with their repairs, and repairs of which
    nothing was said for a while."""
    found = page.summary.review.repairs
    shown = {step.uid for one in found.owned for step in one.steps}
    silent = [one for one in found.silent if one.step.uid not in shown]
    if not (found.disclosures or found.owned or silent):
        return
    yield "## Owned and repaired"
    yield ""
    for told in found.disclosures:
        yield from _disclosure(page, told)
    for one in found.owned:
        yield from _owned(page, one)
    for still in silent:
        yield _silent(page, still)


def _disclosure(page: Page, one: DisclosureReport) -> Lines:
    text = page.said(None if one.erased else one.text)
    after = one.after.replace("told ", ", ", 1)
    about = f", about {one.about}" if one.about else ""
    who = f"{page.day(one.told_on)}, {inline(one.by)}, told unasked{after}{about}"
    yield item(f"**{one.ref}** {who}: {text}")
    yield from _received(page, one.received)
    if one.asks:
        yield item(f"waits for {inline(one.asks)} to say that it was received", 1)


def _owned(page: Page, one: Owned) -> Lines:
    what = "an apology" if one.kind == "apology" else "a setback"
    about = f", about {one.about}" if one.about else ""
    text = page.said(None if one.erased else one.text)
    who = f"{page.day(one.day)}, {inline(one.by)}, {what}{about}"
    yield item(f"**{one.ref}** {who}: {text} ({inline(state_of(one))})")
    if one.responsibility and not one.erased:
        yield item(f"what is owned: {page.said(one.responsibility, 4)}", 1)
    if one.forgiveness:
        yield item("asks to be forgiven, which nobody has to answer", 1)
    yield from page.steps(one.steps)
    for update in one.updates:
        if update.day in page.summary.days:
            yield page.told(update, 1)
    yield from _received(page, one.received)


def _received(page: Page, one: Said | None) -> Lines:
    if one is not None:
        yield page.told(one, 1, " received it")


def _silent(page: Page, one: Silent) -> str:
    step = one.step
    text = page.said(None if step.erased else step.text)
    since = f"nothing said of it since {page.day(one.since)}"
    return item(f"**{step.ref}** {inline(step.who)}, to repair {one.repairs}: {text}, {since}")


def shared(page: Page) -> Lines:
    """The one shared thing that comes back, and the joint projects under way."""
    one, projects = page.summary.review.shared, page.summary.review.projects
    if not (one or projects):
        return
    yield "## Shared"
    yield ""
    if one and one.uid not in {project.uid for project in projects}:
        yield item(f"a shared {one.kind}, from {page.day(one.day)}: {page.words(one)}")
    for project in projects:
        yield from _project(page, project)


def _project(page: Page, one: ProjectReport) -> Lines:
    text = page.said(None if one.erased else one.text)
    yield item(f"**{one.ref}** a joint project: {text}")
    yield from page.steps(one.steps)
    if one.hint:
        yield item(inline(one.hint), 1)
