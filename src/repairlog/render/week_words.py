"""The week's page in words: days as short as they can be, and how each thing stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from rich.cells import cell_len
from rich.text import Text

from repairlog.dates import MONTHS, WEEKDAYS, Span, day_text
from repairlog.readings.boundaries import BoundaryReport, CrossingReport
from repairlog.readings.challenges import Challenge
from repairlog.readings.in_force import Term
from repairlog.readings.milestones import MilestoneReport
from repairlog.readings.pace import Pace
from repairlog.readings.promised import Promise
from repairlog.readings.ratings import Rating, low
from repairlog.readings.repair import Owned, state_of
from repairlog.readings.review import Ahead, ReviewReport
from repairlog.readings.steps import Step
from repairlog.readings.triggers import TriggerReport
from repairlog.readings.wording import listed, number, times, when_due
from repairlog.render.sheet import LONGEST_NAME
from repairlog.render.theme import DASH, DOT, fit, sign

DAY = timedelta(days=1)
CELLS = 14

# -- days --------------------------------------------------------------------------------------


def span_text(week: Span) -> str:
    """``Mon 16 to Sun 22 November 2026`` with a dash; what both days share is said once."""
    first, last = week.first, week.last
    begin = short(first)
    if first.month != last.month:
        begin += f" {month(first)}"
    if first.year != last.year:
        begin += f" {first.year}"
    return f"{begin} {DASH} {short(last)} {month(last)} {last.year}"


def month(day: date) -> str:
    """``November``."""
    return MONTHS[day.month - 1].title()


def weekday(day: date) -> str:
    """``Sun``."""
    return WEEKDAYS[day.weekday()][:3].title()


def short(day: date) -> str:
    """``Sun 22``, where the week is known."""
    return f"{weekday(day)} {day.day}"


def near(day: date, report: ReviewReport) -> str:
    """The day, with its month unless it is of this week or the next."""
    known = day in report.week or day in report.next_week
    return short(day) if known else day_text(day, report.as_of)


def as_of(at: datetime, report: ReviewReport) -> str:
    """``Sun 22, 19:40``."""
    return f"{near(at.date(), report)}, {at:%H:%M}"


def letters(week: Span) -> str:
    """``M T W T F S S``, from the day on which the week begins."""
    return " ".join(weekday(week.first + n * DAY)[0] for n in range(7))


def carried(since: date) -> str:
    """``carried since 8 November``."""
    return f"carried since {since.day} {month(since)}"


def days_text(days: Sequence[date], report: ReviewReport) -> str:
    """``Wed 18 and Thu 19``; days before the week are counted, with the first of them:
    ``twelve days before this week (the first Tue 20 Oct), and of Tue 17``."""
    here = [short(day) for day in days if day in report.week]
    earlier = [day for day in days if day not in report.week]
    if len(earlier) > 1:
        first = day_text(earlier[0], report.as_of)
        before = f"{number(len(earlier))} days before this week (the first {first})"
        return f"{before}, and of {listed(here)}" if here else before
    return listed([*(day_text(day, report.as_of) for day in earlier), *here])


def older_days(one: Challenge, report: ReviewReport) -> str:
    """Of days older than four weeks, how many there are in all; the line's edge says since when."""
    if not (one.older and one.older_since):
        return ""
    if one.older == 1 and not one.days:
        return day_text(one.older_since, report.as_of)
    count = one.older + len(one.days)
    return f"{number(count)} days in all"


def long_past(found: Iterable[Challenge], report: ReviewReport) -> str:
    """The days long past of which nothing was said, of all promises in one line."""
    told = [f"{one.ref} {_long_past(one, report)}" for one in found if one.long_past]
    return f"Of days before, nothing is said yet: {', '.join(told)}" if told else ""


def _long_past(one: Challenge, report: ReviewReport) -> str:
    assert one.older_since is not None
    first = day_text(one.older_since, report.as_of)
    return first if one.older == 1 else f"{number(one.older)} since {first}"


# -- the page as a whole -----------------------------------------------------------------------


def held(report: ReviewReport) -> str:
    """Whether this week and the ones before it were reviewed; a week without is shown as such."""
    told = []
    if report.held:
        who = (
            listed([fit(one, LONGEST_NAME) for one in report.held.present])
            if report.held.present
            else "nobody named"
        )
        told.append(f"Reviewed on {near(report.held.day, report)} by {who}.")
    elif report.over:
        told.append("This week was not reviewed.")
    if len(report.unreviewed) == 1:
        told.append("The week before was not reviewed.")
    elif report.unreviewed:
        told.append(f"The {number(len(report.unreviewed))} weeks before were not reviewed.")
    return " ".join(told)


def pace(one: Pace, now: datetime) -> str:
    """What stands on top of the page while a pace holds."""
    until = day_text(one.until, now)
    if one.kind == "slow":
        return f"{fit(one.by, LONGEST_NAME)} asked for a slow pace until {until}. Nothing presses."
    what = ", ".join(one.refs) if one.refs else "everything"
    return f"{fit(one.by, LONGEST_NAME)} holds {what} until {until}. What is held is not due."


def coming(one: Ahead, report: ReviewReport) -> Text:
    """``c9 by Thu 26``, ``c6 was due Fri 20``, ``b3 revisit Tue 24``, ``a hundred days Sun 6``."""
    assert one.day is not None
    name = fit(one.text, 30) if one.kind == "milestone" else one.ref
    words = {"promise": " by", "revisit": " revisit", "milestone": ""}[one.kind]
    if one.kind == "promise" and one.day <= report.week.last and one.day < report.today:
        words = " was due"
    if one.kind == "revisit" and one.day < report.today:
        words = " revisit was due"
    return Text.assemble(f"{name}{words} ", (near(one.day, report), "ahead"))


# -- promises ----------------------------------------------------------------------------------


def due(promise: Promise, report: ReviewReport) -> str:
    """When it is due; a day of this week or the next needs no month beside it."""
    terms = promise.course.terms
    if not terms.once or terms.by is None:
        return when_due(terms, report.as_of)
    return f"by {near(terms.by, report)}" + (f" {terms.at:%H:%M}" if terms.at else "")


def cells(promise: Promise, week: Span) -> Text:
    """One cell for each day of the week, and what a cell cannot say beside them."""
    marks = {(o.day - week.first).days: o.standing for o in promise.due}
    if promise.once is not None:
        for act in promise.acts:
            if act.standing in ("kept", "late"):
                marks[(act.delivery.day - week.first).days] = act.standing
    return _grid(marks, _beside(promise, bool(marks)))


def _beside(promise: Promise, marked: bool) -> str:
    """``2 of 3`` for several times a week; in a word how it stands where no day tells."""
    if promise.once is not None:
        return "" if marked else {"overdue": "not yet"}.get(promise.once, promise.once)
    occurrence = promise.due[-1] if promise.due else promise.running
    if occurrence is not None and occurrence.times > 1:
        return f"{len(occurrence.delivered)} of {occurrence.times}"
    return "" if marked or occurrence is None else occurrence.standing


def _grid(marks: dict[int, str], words: str) -> Text:
    """The signs in their cells, with the words before the first or behind the last of them."""
    line = Text()
    if cell_len(words) < min(marks, default=7) * 2:
        line.append(words, "" if marks else "quiet")
        words = ""
    for place, name in sorted(marks.items()):
        line.append(" " * (place * 2 - line.cell_len)).append_text(sign(name)).append(" ")
    return line.append(words)


# -- what remains, steps -----------------------------------------------------------------------


def age(one: Challenge, report: ReviewReport) -> str:
    """What stands at the edge: since when it waits, or for whom; for one person alone nothing
    waits for anyone."""
    if one.carried:
        return carried(one.since)
    if one.kind in ("unsaid", "owned"):
        return ""
    asks = one.asks if report.people[1:] else None
    return f"waits for {fit(asks, LONGEST_NAME)}" if asks else near(one.since, report)


def step_state(step: Step, report: ReviewReport) -> str:
    """Whose step it is, by when, and how it stands."""
    if step.done:
        return f"{step.who}{DOT}done {near(step.done, report)}"
    by = f"by {near(step.by, report)}" if step.by else ""
    if not by and step.start >= report.week.first:
        by = "from today" if step.start == report.today else f"from {near(step.start, report)}"
    state = {"open": "", "active": "", "overdue": "not yet"}.get(step.standing, step.standing)
    return DOT.join(part for part in (step.who, by, state, silence(step, report)) if part)


def silence(step: Step, report: ReviewReport) -> str:
    """Since when nothing was said of a repair, once that is a week."""
    found = [one.since for one in report.repairs.silent if one.step.uid == step.uid]
    return f"nothing said since {near(found[0], report)}" if found else ""


def owned_state(one: Owned) -> str:
    """How far an apology or a setback has come."""
    asks = " · asks to be forgiven" if one.forgiveness and not one.over else ""
    about = f", about {one.about}" if one.about else ""
    what = f"a setback{about}" if one.kind == "setback" else f"an apology{about}"
    return f"{what}{DOT}{state_of(one)}{asks}"


# -- boundaries --------------------------------------------------------------------------------


def has_news(one: BoundaryReport, report: ReviewReport) -> bool:
    """Whether there is something to say of the boundary this week."""
    days = [said.day for said in one.honoured]
    days += [crossing.repaired for crossing in one.crossings if crossing.repaired]
    days += [version.since for version in one.versions]
    days += [one.retired] if one.retired else []
    waits = one.unrepaired or one.waiting or one.draft or due_again(one, report)
    return bool(waits) or any(day in report.week for day in days)


def boundary_note(one: BoundaryReport, report: ReviewReport) -> Text:
    """What stands at the edge: what most asks to be seen."""
    revisit = one.version.revisit
    if one.retired:
        return Text("retired", "quiet")
    if len(one.unrepaired) == 1:
        return Text.assemble(sign("crossed"), " ", crossed(one.unrepaired[0], report))
    if due_again(one, report) and revisit and revisit < report.today:
        return Text(f"lapsed {near(revisit, report)}", "late")
    if due_again(one, report) and revisit:
        return Text(f"revisit due {near(revisit, report)}", "ahead")
    if any(said.day in report.week for said in one.honoured):
        return Text("honoured", "kept")
    if one.draft:
        return Text("a draft: no behaviour named yet", "quiet")
    if one.agreed is None and report.people[1:]:
        return Text(f"{fit(one.by, LONGEST_NAME)}'s own so far", "quiet")
    if one.agreed is None:
        return Text()
    return Text("new version" if len(one.versions) > 1 else "agreed", "quiet")


def due_again(one: BoundaryReport, report: ReviewReport) -> bool:
    """Whether the boundary is to be looked at again by the end of the next week."""
    return any(term.root == one.uid for term in report.revisit)


def again(one: Term, report: ReviewReport) -> Text:
    """When a part of the agreement is looked at again, or that its day has passed."""
    assert one.revisit is not None
    if one.lapsed:
        return Text(f"lapsed {near(one.revisit, report)}", "late")
    return Text(f"revisit due {near(one.revisit, report)}", "ahead")


def whose(one: Term, report: ReviewReport) -> str:
    """Who agreed to it, and when."""
    version = f"version {one.number}, " if one.number > 1 else ""
    if one.agreed_on:
        return f"{version}agreed by both {near(one.agreed_on, report)}"
    return f"{version}{fit(one.by, LONGEST_NAME)}'s own so far" if report.people[1:] else ""


def hardly(felt: Iterable[Rating]) -> str:
    """Who finds it hardly attainable: ``Ana finds it attainable to 3 of 10``."""
    rated = [f"{fit(who, LONGEST_NAME)} finds it attainable to {rating}" for who, rating in felt]
    return f"{listed(rated)} of 10"


def boundary_remarks(one: BoundaryReport, report: ReviewReport) -> list[str]:
    """What the page offers below a boundary: counted by boundary, never by person."""
    told = []
    felt = low(one.version.ratings)
    if due_again(one, report) and felt:
        told.append(f"{hardly(felt)}: would other words suit better?")
    if one.patterns and (one.unrepaired or one.repeats):
        names = listed([f"“{fit(name, 40)}”" for name in one.patterns])
        who = "both call what keeps happening" if report.people[1:] else "what keeps happening:"
        told.append(f"{who} {names}")
    if one.repeats:
        told.append(
            f"crossed {times(one.repeats)} in twelve weeks: would other words hold better, or "
            "could someone from outside help?"
        )
    return told


def crossed(one: CrossingReport, report: ReviewReport) -> str:
    """``crossed Wed 18``."""
    return f"crossed {near(one.day, report)}"


def repair_state(one: CrossingReport) -> str:
    """What is still to be done about a crossing, where its steps do not tell."""
    if one.repaired:
        return f"repaired {short(one.repaired)}"
    if not one.steps:
        return "no step agreed yet"
    if one.open_steps:
        return ""
    if not one.planned:
        return "no step is open, and none was done yet"
    return f"no step is open any more; {fit(one.by, LONGEST_NAME)} can call it repaired"


# -- triggers, milestones ----------------------------------------------------------------------


def trigger_state(one: TriggerReport) -> str:
    """``6 → 3 · paused 20 minutes, then talked``."""
    told = "" if one.erased else one.helped or one.response or ""
    still = "" if one.settled else "not settled yet"
    return DOT.join(part for part in (one.levels, told, still) if part)


def milestone_state(one: MilestoneReport, report: ReviewReport) -> str:
    """``reached today.  Celebrate it?``; in the week in which it was reached no later feast."""
    if one.celebrated and not (one.reached and one.celebrated.day > report.week.last):
        return f"celebrated {near(one.celebrated.day, report)}."
    if one.reached:
        reached = "today" if one.reached == report.today else near(one.reached, report)
        return f"reached {reached}." + ("" if one.celebrated else "  Celebrate it?")
    assert one.planned is not None
    planned = f"planned for {day_text(one.planned, report.as_of)}"
    if one.agreed is None:
        return f"{planned}, not agreed yet."
    return f"{planned}.  Has it come?" if one.planned <= report.today else f"{planned}."
