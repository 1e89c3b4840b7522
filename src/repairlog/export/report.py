"""What a summary holds, before it is written in any format: the readings of a time, for someone."""

from __future__ import annotations

from dataclasses import dataclass

from repairlog.dates import Span, day_text
from repairlog.readings.consent import Word
from repairlog.readings.ledger import LedgerReport
from repairlog.readings.milestones import MilestoneReport
from repairlog.readings.moments import Said
from repairlog.readings.review import ReviewReport
from repairlog.readings.timeline import TimelineReport

TELLING = {"commitment", "delivery", "miss"}
"""The kinds of which the opening sentences tell: without one of them they would not be true."""


WORDLESS = {
    "check-ins": "checkin",
    "triggers": "trigger",
    "crossings": "crossing",
    "disclosures": "disclosure",
    "conversations": "talk",
    "moments": "need",
}
"""What shows numbers or days of the other's even where their words are left out: as `--without`
takes it, and a kind that it leaves out."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that the summary does not hold, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary of some days: the same readings that the pages show, as they were veiled.

    ``week``: the days are one of the journal's weeks. ``writer`` made it, for ``audience`` (by
    name, or "a therapist"; None: for themselves).
    ``private``: it is of the writer's own journal. ``shared`` are the values, goals, memories,
    rituals and projects that were written down in these days. ``without`` are the kinds that were
    left out, ``withheld`` the words that stand where somebody's own were, ``consented`` the word of
    those whose own stand here because they consent to it. ``ahead``: every milestone that was
    looked forward to by then and is still to come.
    """

    days: Span
    week: bool
    audience: str | None
    writer: str
    private: bool
    review: ReviewReport
    ledger: LedgerReport
    timeline: TimelineReport
    shared: tuple[Said, ...]
    without: tuple[str, ...]
    withheld: frozenset[str]
    left_out: tuple[LeftOut, ...]
    consented: tuple[Word, ...] = ()
    ahead: tuple[MilestoneReport, ...] = ()

    @property
    def opening(self) -> tuple[str, ...]:
        """How the time was, in one to three sentences; none where promises are left out."""
        if TELLING & set(self.without):
            return ()
        if self.week:
            return self.review.opening
        return tuple(_of_other_days(sentence) for sentence in self.review.opening)


def _of_other_days(sentence: str) -> str:
    """The week's sentence, about days that are no week."""
    for week, time in (
        ("for this week", "for this time"),
        ("the week itself", "the time itself"),
        ("from an earlier week", "from before"),
    ):
        sentence = sentence.replace(week, time)
    return sentence


def period(days: Span) -> str:
    """``Mon 16 Nov to Sun 22 Nov 2026``, with a dash; a year that both have is said once."""
    first, last = day_text(days.first), day_text(days.last)
    if days.first == days.last:
        return last
    if days.first.year == days.last.year:
        first = first.removesuffix(f" {days.first.year}")
    return f"{first} \N{EN DASH} {last}"


# -- what is left out, and why -------------------------------------------------------------------


def left_out(
    *,
    writer: str,
    withheld_of: tuple[Word, ...],
    without: tuple[str, ...],
    initials: bool,
    private: bool,
) -> tuple[LeftOut, ...]:
    """What a summary does not hold: said in it, so that who reads it knows what they do not see.

    ``withheld_of`` is the word on it of those whose own words were left out of what ``writer``
    exports.
    """
    found = [LeftOut(f"{word.who}'s own words", _without(word, writer)) for word in withheld_of]
    shown = [name for name, kind in WORDLESS.items() if kind not in without]
    found += [_not_left_out(word.who, shown) for word in withheld_of if shown]
    if without:
        what = f"Entries of the kind {' or '.join(without)}, and what was written about them"
        found.append(LeftOut(what, "it was asked for without them."))
    if initials:
        found.append(
            LeftOut(
                "Names",
                "initials stand for the names of those who keep this record, in what they wrote "
                "too; other names and nicknames stand as they were written.",
            )
        )
    found.append(
        LeftOut(
            "What belongs to both" if private else "What each keeps in a private journal",
            "it is a record of its own." if private else "it is in a file of its own.",
        )
    )
    return tuple(found)


def _not_left_out(who: str, shown: list[str]) -> LeftOut:
    """That numbers and days stand here without the words, and what leaves them out, too."""
    return LeftOut(
        f"{who}'s numbers and days, however, are here",
        f"how {who} rated a check-in or a trigger, and on which days {who} wrote what. "
        f"To leave them out as well, or some of them: --without {' '.join(shown)}",
    )


def _without(word: Word, writer: str) -> str:
    """Why a person's own words are left out, and whose word would change it."""
    if word.withdrawn and word.since:
        why = f"{word.who} took back the consent to have them here on {day_text(word.since)}."
    else:
        why = f"{word.who} has not agreed to have them in what {writer} exports."
    return (
        f"{why} What both agreed to is here, and so is what was done, and when. "
        f"{word.who}'s own word changes it: repairlog consent export"
    )
