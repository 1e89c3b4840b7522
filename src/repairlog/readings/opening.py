"""The sentences that a week's page opens with: true to the figures, and kind.

They count what was promised, never what a person did: no totals by person, no comparison. A
silence is called one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from repairlog.readings.boundaries import BoundaryReport
from repairlog.readings.challenges import Challenge
from repairlog.readings.promised import Promise
from repairlog.readings.wording import number
from repairlog.readings.wording import sentence as capital


@dataclass(frozen=True, slots=True)
class Week:
    """What the sentences look at. ``over``: the week has ended. ``quiet``: nothing was written in
    it at all. ``crossed``: the boundaries whose crossing is not called repaired. ``reached``: how
    many milestones were reached in it; ``uncelebrated``: how many before it, and wait to be
    celebrated. ``revisits``: the sort of each thing that is due to be revisited."""

    promises: Sequence[Promise]
    challenges: Sequence[Challenge]
    crossed: Sequence[BoundaryReport]
    reached: int
    uncelebrated: int
    revisits: Sequence[str]
    over: bool
    quiet: bool


def opening(week: Week) -> tuple[str, ...]:
    """One to three sentences: what became of the promises, of the misses, and what asks for
    attention or is worth a glass of something."""
    counts = Counter(standing for promise in week.promises for standing in promise.standings)
    said = [_kept(counts, week), _misses(counts, week), _attention(week)]
    return tuple(sentence for sentence in said if sentence)


def _kept(counts: Counter[str], week: Week) -> str:
    done = counts["kept"] + counts["late"]
    still = counts["open"]
    total = done + still + counts["owned"] + counts["missed"] + counts["overdue"]
    if not total:
        return _nothing(counts, week) + _more(week)
    if still == total:
        return capital(_all_open(total)) + _more(week)
    if _silent(counts):
        return _nothing_said(total - still, still) + _more(week)
    sentence = capital(_share(done, total, week.over)) + _late(counts["late"], done)
    if still:
        sentence += f"; {number(still)} {'is' if still == 1 else 'are'} still open"
    return f"{sentence}." + _more(week)


def _silent(counts: Counter[str]) -> bool:
    """Whether of all that is not open nothing was said; that is no verdict on it."""
    return not (counts["kept"] or counts["late"] or counts["owned"])


def _nothing_said(unsaid: int, still: int) -> str:
    one = unsaid == 1
    whole = "the one thing" if one else f"the {number(unsaid)} things"
    things = f"{number(unsaid)} of the {number(unsaid + still)} things" if still else whole
    rest = f"; {number(still)} {'is' if still == 1 else 'are'} still open" if still else ""
    return (
        f"Of {things} promised for this week nothing was said yet{rest}. "
        f"That says nothing about {'it' if one else 'them'}."
    )


def _more(week: Week) -> str:
    """What was done beyond that: for an earlier week, for a later one, or for no day."""
    parts = []
    if mended := sum(len(promise.mended) for promise in week.promises):
        were = "was" if mended == 1 else "were"
        parts.append(f"{number(mended)} from an earlier week {were} made good")
    if besides := sum(len(promise.besides) for promise in week.promises):
        were = "was" if besides == 1 else "were"
        parts.append(f"{number(besides)} more {were} done ahead of time or without a date")
    return f" {capital(', and '.join(parts))}." if parts else ""


def _nothing(counts: Counter[str], week: Week) -> str:
    if week.quiet:
        return (
            "Nothing was written down for this week. That says nothing about the week itself."
            if week.over
            else "Nothing has been written down for this week yet."
        )
    if counts["eased"]:
        return "What was promised for this week was eased."
    return "Nothing was promised for this week."


def _share(done: int, total: int, over: bool) -> str:
    """``six of the seven things promised for this week were done``."""
    things = "promised for this week"
    tense = "were" if over else "are"
    if total == 1:
        one = "was" if over else "is"
        undone = "was not done" if over else "is not done yet"
        return f"the one thing {things} {f'{one} done' if done else undone}"
    if done == total:
        return f"{'both' if total == 2 else f'all {number(total)}'} things {things} {tense} done"
    if not done:
        return f"the {number(total)} things {things} {tense} not done" + ("" if over else " yet")
    so_far = "" if over else " so far"
    return f"{number(done)} of the {number(total)} things {things} {_be(done, over)} done{so_far}"


def _all_open(total: int) -> str:
    if total == 1:
        return "the one thing promised for this week is still open."
    things = "both" if total == 2 else f"all {number(total)}"
    return f"{things} things promised for this week are still open."


def _be(count: int, over: bool) -> str:
    return ("was" if over else "is") if count == 1 else ("were" if over else "are")


def _late(late: int, done: int) -> str:
    if not late:
        return ""
    if late == done:
        return ", late" if done == 1 else ", both late" if done == 2 else ", all of them late"
    return f", {number(late)} of them late"


def _misses(counts: Counter[str], week: Week) -> str:
    owned, unsaid = counts["owned"], counts["missed"] + counts["overdue"]
    if not (owned or unsaid) or _silent(counts):
        return ""
    parts = []
    if owned:
        planned = sum(c.kind == "owned" and bool(c.steps) for c in week.challenges)
        parts.append(_owned(owned, planned))
    if unsaid:
        others = (" other" if unsaid == 1 else " others") if owned else ""
        parts.append(f"of {number(unsaid)}{others} nothing was said yet")
    return capital("; ".join(parts)) + "."


def _owned(owned: int, planned: int) -> str:
    if owned == 1:
        return "one miss was owned" + (" and has a plan" if planned else "")
    plan = {0: "", owned: ", each with a plan"}.get(planned, f", {number(planned)} with a plan")
    return f"{number(owned)} misses were owned{plan}"


def _attention(week: Week) -> str:
    """What most needs both, said once; else what is worth celebrating."""
    if week.crossed:
        steps = sum(len(c.open_steps) for b in week.crossed for c in b.unrepaired)
        waits = f"{number(steps)} step{'s are' if steps != 1 else ' is'} open" if steps else ""
        one = len(week.crossed) == 1
        told = "a boundary was" if one else "boundaries were"
        rest = waits or f"{'is' if one else 'are'} not called repaired yet"
        return capital(f"{told} crossed, and {rest}.")
    revisits = week.revisits
    due = _due(revisits)
    if told := _reached(week):
        return capital(f"{told}, and {due}." if revisits else f"{told}.")
    if revisits:
        return capital(f"{due}.")
    waiting = sum(c.asks is not None and c.kind != "unsaid" for c in week.challenges)
    if waiting:
        things = "thing waits" if waiting == 1 else "things wait"
        return f"{capital(number(waiting))} {things} for an answer."
    return ""


def _reached(week: Week) -> str:
    if week.reached:
        return "a milestone was reached" if week.reached == 1 else "milestones were reached"
    if week.uncelebrated:
        one = week.uncelebrated == 1
        return f"{'a milestone is' if one else 'milestones are'} not celebrated yet"
    return ""


DUE = {
    "boundary": ("a boundary is", "boundaries are"),
    "rule": ("a ground rule is", "ground rules are"),
    "response": ("an agreed response is", "agreed responses are"),
    "cadence": ("the agreed check-ins are", "the agreed check-ins are"),
}


def _due(sorts: Sequence[str]) -> str:
    """What is due to be revisited: of one sort by its name, else parts of the agreement."""
    if len(set(sorts)) == 1:
        one, several = DUE[sorts[0]]
        return f"{one if len(sorts) == 1 else several} due to be revisited"
    return "parts of the agreement are due to be revisited"
