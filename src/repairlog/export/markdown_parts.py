"""The sections of the markdown summary, each made of one part of the readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from repairlog.export.escape import inline
from repairlog.export.markdown_conversations import summed_up
from repairlog.export.markdown_page import Page, item, table
from repairlog.kinds import KINDS
from repairlog.readings.boundaries import BoundaryReport, Version
from repairlog.readings.checkins import Held
from repairlog.readings.events import Event
from repairlog.readings.milestones import MilestoneReport
from repairlog.readings.triggers import TriggerReport
from repairlog.readings.wording import consent_told, number, sentence

DAY = timedelta(days=1)
Lines = Iterator[str]

# -- boundaries ----------------------------------------------------------------------------------


def boundaries(page: Page) -> Lines:
    """What became of the boundaries in this time."""
    found = page.summary.review.boundaries
    told = [(one, news) for one in found if (news := _news(page, one))]
    if not found:
        return
    yield "## Boundaries"
    yield ""
    for one, news in told:
        yield item(f"**{one.ref}** {_named(page, one.version)}")
        yield from news
    silent = [one.ref for one in found if one.retired is None and not _news(page, one)]
    if silent:
        yield item(f"{', '.join(silent)}: nothing said in this time")


def _named(page: Page, version: Version) -> str:
    value = f"{inline(version.value)}, " if version.value else ""
    return f"{value}{page.said(None if version.erased else version.text)}"


def _news(page: Page, one: BoundaryReport) -> list[str]:
    days = page.summary.days
    news = [item("a draft that binds no one yet: it names no behaviour", 1)] if one.draft else []
    news += [page.told(said, 1, " saw it honoured") for said in one.honoured if said.day in days]
    for crossing in one.crossings:
        if crossing.day in days or crossing.repaired is None or crossing.repaired in days:
            then = crossing.crossed
            words = page.said(None if then.erased else then.text, 4)
            read = "" if then.uid == one.version.uid else f", when it read {words}"
            told = f"crossed {page.day(crossing.day)}{read}, as {inline(crossing.by)} saw it"
            if crossing.erased or crossing.what is not None:
                told += f": {page.said(None if crossing.erased else crossing.what, 4)}"
            news.append(item(told, 1))
            news += page.steps(crossing.steps, 2)
            if crossing.repaired:
                news.append(item(f"repaired {page.day(crossing.repaired)}", 2))
    for version in one.versions[1:]:
        if version.since in days:
            why = f", because {page.said(version.why, 4)}" if version.why else ""
            news.append(item(f"new words from {page.day(version.since)}{why}", 1))
    if one.retired and one.retired in days:
        news.append(item(f"retired {page.day(one.retired)}", 1))
    if one.version.revisit and any(t.root == one.uid for t in page.summary.review.revisit):
        news.append(item(f"to be revisited {page.day(one.version.revisit)}", 1))
    return news


# -- triggers ------------------------------------------------------------------------------------


def triggers(page: Page) -> Lines:
    """How many of each kind; then each with both accounts."""
    week = page.summary.review.triggers
    if not (week.here or week.carried):
        return
    yield "## Triggers"
    yield ""
    yield f"{_counts(week.counts)}{_before(page, week.before)}"
    yield ""
    for one in (*week.here, *week.carried):
        yield from _trigger(page, one)


def _counts(counts: Sequence[tuple[str, int]]) -> str:
    """How many of each kind; in weeks without any, that."""
    if not any(count for _, count in counts):
        return "No trigger was written down in these days."
    told = ", ".join(f"{name} {count}" for name, count in counts)
    return f"{sentence(told)}."


def _before(page: Page, before: int | None) -> str:
    if before is None or not page.summary.week:
        return ""
    count = "none" if before == 0 else number(before)
    return f" In the week before there {'was' if before == 1 else 'were'} {count}."


def _trigger(page: Page, one: TriggerReport) -> Lines:
    kind = ", ".join(part for part in (one.sort or "", one.levels) if part)
    text = page.said(None if one.erased else one.text)
    told = f" ({kind})" if kind else ""
    yield item(f"**{one.ref}** {page.day(one.day)}, {inline(one.by)}: {text}{told}")
    if not one.erased:
        for label, words in (
            (f"its effect on {inline(one.by)}", one.effect),
            ("the response chosen", one.response),
            ("what helped", one.helped),
        ):
            if words:
                yield item(f"{label}: {page.said(words, 4)}", 1)
    for meant in one.meant:
        yield page.told(meant, 1, " says what was meant")
    if one.asked:
        yield item(f"what {inline(one.asked)} meant is not said yet", 1)
    yield from page.steps(one.steps)
    for summary in one.summaries:
        yield summed_up(page, summary)


# -- check-ins -----------------------------------------------------------------------------------

SCALES = {"safety": "safe", "vigilance": "watchful"}


def checkins(page: Page) -> Lines:
    """Who held which and in time (not how many: people are not compared), the two scales, what was
    said."""
    week = page.summary.review.checkins
    held: dict[str, list[str]] = {}
    for one in week.held:
        if one.count or (one.agreed and "missed" in one.cells):
            by = f", by {one.at:%H:%M}" if one.at else ""
            agreed = f"{by} as agreed" if one.agreed else ""
            held.setdefault(f"{one.cadence}{agreed}", []).append(_punctual(page, one))
    if not (held or week.scales or week.summaries):
        return
    yield "## Check-ins"
    yield ""
    for cadence, people in held.items():
        yield item(f"{cadence}: {' and '.join(people)}")
    if week.scales:
        yield ""
        names = [f"{inline(scale.who)}, {SCALES[scale.name]}" for scale in week.scales]
        rows = zip(*(scale.values for scale in week.scales), strict=True)
        yield from table(("Day", *names), _scale_rows(page, rows))
        yield ""
        yield "From 0, not at all, to 10. Both can be high at once."
    if week.summaries:
        yield ""
        for said in week.summaries:
            yield page.told(said)


MANY_DAYS = 7
"""So many days are named; more of them are not."""


def _punctual(page: Page, one: Held) -> str:
    """A person, and the days on which it was late or nothing was said of what was agreed."""
    first = page.summary.days.first
    parts = []
    for cell, words in (("late", "late"), ("missed", "nothing said")) if one.agreed else ():
        days = [page.day(first + n * DAY) for n, each in enumerate(one.cells) if each == cell]
        if days:
            told = ", ".join(days) if len(days) <= MANY_DAYS else "on some days"
            parts.append(f"{words} {told}")
    return inline(one.who) + (f" ({'; '.join(parts)})" if parts else "")


def _scale_rows(page: Page, rows: Iterable[tuple[int | None, ...]]) -> Iterator[Sequence[str]]:
    for place, values in enumerate(rows):
        if any(value is not None for value in values):
            day = page.day(page.summary.days.first + place * DAY)
            yield (day, *("" if value is None else str(value) for value in values))


# -- milestones, moments, what waits -------------------------------------------------------------


def milestones(page: Page) -> Lines:
    """Those reached, celebrated or to come."""
    shown = page.summary.review.milestones
    listed = {one.uid for one in shown}
    found = (*shown, *(one for one in page.summary.ahead if one.uid not in listed))
    if found:
        yield "## Milestones"
        yield ""
    for one in found:
        text = page.said(None if one.erased else one.text)
        yield item(f"**{one.ref}** {text}, {_milestone_state(page, one)}")


def _milestone_state(page: Page, one: MilestoneReport) -> str:
    if one.celebrated and not (one.reached and one.celebrated.day > page.summary.days.last):
        note = one.celebrated.text
        said = f": {page.said(note)}" if note and not one.celebrated.erased else ""
        return f"celebrated {page.day(one.celebrated.day)}{said}"
    if one.reached:
        return f"reached {page.day(one.reached)}"
    when = f" for {page.day(one.planned)}" if one.planned else ""
    if one.condition:
        when += f", {one.condition.told}"
    return f"{'planned' if one.agreed else 'proposed'}{when}"


def moments(page: Page) -> Lines:
    """What was written down and has no place of its own."""
    told = (*page.summary.review.moments, *page.summary.shared)
    found = sorted(told, key=lambda one: one.day)
    if found:
        yield "## Also written down"
        yield ""
    for one in found:
        label = KINDS[one.kind].label if one.kind in KINDS else inline(one.kind)
        yield page.told(one, 0, f", {label}")


def waiting(page: Page) -> Lines:
    """Proposals that nobody has answered."""
    found = page.summary.review.waiting
    if found:
        yield "## Waiting for an answer"
        yield ""
    for one in found:
        asks = f", for {inline(one.asks)} to answer" if one.asks else ""
        yield item(f"**{one.ref}** {inline(one.by)} proposes: {inline(one.what)}{asks}")


# -- the timeline --------------------------------------------------------------------------------


def timeline(page: Page) -> Lines:
    """What happened, day by day, and the weekly pattern where there is more than one week."""
    report = page.summary.timeline
    told = [item(f"{page.day(e.day)}: {event(page, e)}") for e in report.events if e.day]
    weeks = list(_weeks(page))
    if told or len(weeks) > 1:
        yield "## Timeline"
    if told:
        yield ""
        yield from told
    if len(weeks) > 1:
        yield ""
        yield from table(("Week from", "Kept", "Triggers", "Reviewed"), weeks)
        yield ""
        yield "A gap: nothing was written in that week, nothing was due, or nothing was said of it."


def _weeks(page: Page) -> Iterator[Sequence[str]]:
    for week in page.summary.timeline.weeks:
        kept = "" if week.share is None else f"{week.share:.0%}"
        triggered = "" if week.triggers is None else str(week.triggers)
        reviewed = {None: "", True: "yes", False: "no"}[week.reviewed]
        yield (page.day(week.days.first), kept, triggered, reviewed)


HAPPENED = {
    "proposed": "milestone proposed, {text}",
    "planned": "milestone planned, {text}",
    "reached": "milestone reached, {text}",
    "celebrated": "milestone celebrated, {text}",
    "named": "boundary {ref} named, {text}",
    "agreed": "boundary {ref} agreed by both, {text}",
    "revised": "boundary {ref} revised, {text}",
    "pattern": "boundary {ref}, {text}, what keeps happening has a name",
    "retired": "boundary {ref} retired, {text}",
    "adopted": "{ref} agreed by both, {text}",
    "own": "{ref} stands as {by}'s own, {text}",
    "reworded": "{ref}, version {number}, {text}",
    "renewed": "{ref} looked at again and still fits, {text}",
    "ended": "{ref} ended, {text}",
    "crossed": "boundary {ref} crossed and restated, {text}",
    "steps": "the steps for boundary {ref} done",
    "repaired": "the crossing of boundary {ref} repaired",
    "renegotiated": "{ref} renegotiated, {text}",
    "released": "{ref} released, {text}",
    "eased": "{ref} eased, {text}",
    "mended": "{ref} done, a promise to repair, {text}",
    "received": "{ref}, told unasked by {by}, received, {text}",
    "shared": "{ref}, {text}, what both say of it",
    "complete": "{ref}, an apology, complete by its repair, {text}",
    "setback": "{ref}, a setback, version {number} of the plan, {text}",
    "hold": "{held} held, as {by} asked",
    "slow": "a slow pace, as {by} asked",
}


def event(page: Page, one: Event) -> str:
    """One thing that happened, in a few words."""
    if one.sort in ("consented", "withdrew"):
        words = consent_told(one.text or "", one.sort == "consented", inline(one.by or ""))
    else:
        words = HAPPENED.get(one.sort, "{ref}, {text}").format(
            ref=one.ref,
            text=page.said(one.text),
            held=one.text or "everything",
            by=inline(one.by or ""),
            number=one.number,
        )
    to = "for" if one.sort in ("planned", "proposed") else "until"
    until = f", {to} {page.day(one.until)}" if one.until else ""
    why = ""
    if one.note and one.sort not in ("reached", "mended", "mending"):
        why = f", {page.said(one.note)}"
    return f"{words}{until}{why}"
