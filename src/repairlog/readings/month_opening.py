"""The sentences that a month's page opens with: true to its figures, and kind.

They count what was promised, never what a person did. A month is set beside the one before it only
where that can be compared; a silence is called one.
"""

from __future__ import annotations

from repairlog.dates import MONTHS, Span, day_text
from repairlog.readings.month import Kept, MonthReport
from repairlog.readings.wording import listed, number, sentence
from repairlog.text import one_line


def opening(report: MonthReport) -> tuple[str, ...]:
    """Two or three sentences: what became of the promises, of the triggers, and what was reached
    or mended."""
    if report.quiet:
        return (_quiet(report),)
    told = [_kept(report), _triggers(report), _news(report)]
    return tuple(words for words in told if words)


def month_name(month: Span, beside: int | None = None) -> str:
    """``October 2026``; without its year beside one of that year."""
    name = MONTHS[month.first.month - 1].title()
    return name if month.first.year == beside else f"{name} {month.first.year}"


def _quiet(report: MonthReport) -> str:
    name = month_name(report.month, report.today.year)
    if report.over:
        return f"Nothing was written down in {name}. That says nothing about the month itself."
    return f"Nothing has been written down in {name} yet."


def _kept(report: MonthReport) -> str:
    here, before = report.here.kept, report.before
    name = month_name(report.month, report.today.year)
    if not here.settled:
        fell = "fell due" if report.over else "has fallen due yet"
        lead = f"In {name} nothing that was promised {fell}"
    elif here.silent:
        lead = f"In {name} nothing was said of {_things(here.settled)} promised"
    else:
        lead = f"In {name} {_share(here, over=report.over)}"
    if before is None:
        return f"{lead}. The journal begins on {day_text(report.began, report.as_of)}."
    then = month_name(before.month, report.month.first.year)
    if not before.kept.settled:
        return f"{lead}; in {then} nothing was due."
    told = "it was" if here.settled and not here.silent else "in all it was"
    if before.kept.silent:
        return f"{lead}; in {then} nothing was said of {_things(before.kept.settled)} promised."
    since = f", from {day_text(report.partly, report.as_of)} on," if report.partly else ""
    return f"{lead}; in {then}{since} {told} {before.kept.done} of {before.kept.settled}."


def _things(count: int) -> str:
    return "the one thing" if count == 1 else f"the {number(count)} things"


def _share(kept: Kept, *, over: bool) -> str:
    """``34 of the 40 things that were promised were done``; of a running month so far."""
    done, total = kept.done, kept.settled
    so_far = "" if over else " so far"
    if total == 1:
        return f"the one thing that was promised was {'' if done else 'not '}done{so_far}"
    if not done:
        return f"the {number(total)} things that were promised were not done{so_far}"
    if done == total:
        every = "both" if total == 2 else f"all {number(total)}"
        return f"{every} things that were promised were done{so_far}"
    were = "was" if done == 1 else "were"
    return f"{number(done)} of the {number(total)} things that were promised {were} done{so_far}"


def _triggers(report: MonthReport) -> str:
    here, before = report.here.triggers, report.before
    if before is None or not (here.count or before.triggers.count):
        return ""
    then = month_name(before.month, report.month.first.year)
    if report.silent:
        return f"The triggers of the two months are not compared: {not_compared(report)}."
    counted = number(here.count) + (" triggers were" if here.count != 1 else " trigger was")
    if not report.over:
        whole = f"in the whole of {then} it was {number(before.triggers.count)}"
        return sentence(f"{counted} written down so far; {whole}.")
    more = here.count - before.triggers.count
    beside = f"{number(abs(more))} {'more' if more > 0 else 'fewer'} than in {then}"
    if more == 0:
        beside = f"as many as in {then}"
    return sentence(f"{counted} written down, {beside}{_milder(report)}.")


def _milder(report: MonthReport) -> str:
    here = report.here.triggers.intensity
    then = report.before.triggers.intensity if report.before else None
    if here is None or then is None:
        return ""
    if round(here, 1) == round(then, 1):
        return ", and as strong on average"
    return f", and {'milder' if here < then else 'stronger'} on average"


def not_compared(report: MonthReport) -> str:
    """Why the triggers of the two months are not compared."""
    parts = []
    for person, month in report.silent:
        name = month_name(month, report.month.first.year)
        parts.append(f"{one_line(person)}, who logs them, wrote on fewer than 20 days of {name}")
    return "; ".join(parts)


def _news(report: MonthReport) -> str:
    """What was reached and mended, most of all."""
    reached = len({event.ref for event in report.reached})
    told = [
        _counted(reached, "milestone was reached", "milestones were reached"),
        _counted(_sorts(report, "repaired"), "crossing was repaired", "crossings were repaired"),
        _counted(report.here.told, "thing was told unasked", "things were told unasked"),
    ]
    found = [words for words in told if words]
    return sentence(listed(found)) + "." if found else ""


def _sorts(report: MonthReport, sort: str) -> int:
    return sum(event.sort == sort for event in report.mended)


def _counted(count: int, one: str, more: str) -> str:
    return f"{number(count)} {one if count == 1 else more}" if count else ""
