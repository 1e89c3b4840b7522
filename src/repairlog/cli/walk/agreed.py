"""A sitting of its own for the agreement: what is due, one thing at a time, and whether each goes
on. It asks what the weekly review would ask in its part of the agreement."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field

from repairlog.cli.session import Session
from repairlog.cli.walk.asking import Asking
from repairlog.cli.walk.sitting import Passed, Paused, Walk
from repairlog.cli.walk.terminal import Terminal
from repairlog.cli.week import report_of
from repairlog.readings.agenda import Question, ToAgree, agenda, going_on, still_fits
from repairlog.readings.in_force import due

FAREWELL = "Every answer is saved. `repairlog agreement revisit` goes on from here."


@dataclass(slots=True)
class Revisiting(Walk):
    """One sitting over the agreement. ``later`` are the keys of what was left for another time."""

    later: set[str] = field(default_factory=set)
    name: str = "The agreement"

    def _agenda(self) -> tuple[Question, ...]:
        """What is due, also where a review of this week has an answer to it; what waits for a yes;
        and whether each goes on."""
        report = self.report
        asked = {item.uid for term in report.terms for item in term.asked}
        waiting = (question for question in agenda(report) if isinstance(question, ToAgree))
        return (
            *still_fits(due(report.terms)),
            *(question for question in waiting if question.waiting.uid in asked),
            *going_on(report, report.week),
        )

    def _to_put(self) -> tuple[Question, ...]:
        gone = self.later | {key for passed in self.passed for key in _keys(passed)}
        return tuple(question for question in self._agenda() if question.key not in gone)

    def _leave(self, asking: Asking, question: Question) -> None:
        self.later.add(question.key)

    def _progress(self, question: Question | None) -> tuple[int, int]:
        put, of = Walk._progress(self, question)
        return put, of - 1  # nobody is asked here who was present

    def _end(self) -> bool:
        self.terminal.fresh()
        return True


def _keys(passed: Passed) -> set[str]:
    """The keys of what was put: the question's own, and what its answer left for the other."""
    written = passed.saved.written if passed.saved else ()
    put = (entry.fields or {} for entry in written if entry.kind == "asked")
    return {passed.question.key, *(str(fields.get("question")) for fields in put)}


def go_through(s: Session) -> bool:
    """Go through what is due at the terminal, to its end; False where somebody paused. Ctrl-C
    loses nothing."""
    report = report_of(s, s.calendar.week_of(s.today))
    try:
        Revisiting(s, report, Terminal()).run()
    except Paused:
        print(f"\n  {FAREWELL}")
        return False
    except (KeyboardInterrupt, EOFError):
        print(f"\n  {FAREWELL}", file=sys.stderr)
        raise
    return True
