"""Which questions of a review are put, and in which order: those of its week first.

What is older waits behind one question to each person, so that the walk of a week is as long as the
week was full. Nothing of it is out of reach, and what was left for later can be gone through at the
end.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from repairlog.readings import agenda as questions
from repairlog.readings.agenda import Question, Unsettled, agenda, key_of
from repairlog.readings.review import ReviewReport


@dataclass(frozen=True, slots=True)
class Older(Question):
    """What waits for the person from before the week; whether they look at it now."""

    waiting: tuple[Question, ...]


def to_put(report: ReviewReport) -> tuple[Question, ...]:
    """What is still to be asked, without what was left for later."""
    here = (_rest(question, report) for question in _of_the_week(report))
    older = (question for question in _older(report) if question.key not in report.left)
    return (*(question for question in here if question is not None), *older)


def left_for_later(report: ReviewReport) -> list[Question]:
    """What still asks for an answer; not the two that only ask whether there is more to say."""
    coming = {question.key for question in to_put(report)}
    here = (question for question in _of_the_week(report) if question.key not in coming)
    older = (q for q in agenda(report) if is_older(q, report) and _rest(q, report) is None)
    behind = (question for question in _older(report) if question.key in report.left)
    more = questions.WentRight | questions.NextWeek
    return [*(question for question in here if not isinstance(question, more)), *older, *behind]


def within_reach(report: ReviewReport) -> tuple[Question, ...]:
    """All that can be asked, what was left for later and what is older among it."""
    return (*agenda(report), *_older(report))


def is_older(question: Question, report: ReviewReport) -> bool:
    """Whether it is about something from before the week, which a new week does not bring up."""
    first = report.week.first
    match question:
        case Unsettled(occurrences=(*_, last)):
            return last.day < first
        case Unsettled(promise=promise):
            return promise.due_on is not None and promise.due_on < first
        case questions.ToAnswer(challenge=one) | questions.ToPlan(challenge=one):
            return one.days[-1] < first
        case questions.IsMeantSo(round=heard) | questions.WhatIsHeard(round=heard):
            return max(heard.day, heard.answer.day if heard.answer else heard.day) < first
        case questions.ToRepair(owned=owned):
            return owned.day < first
        case questions.ToMend(crossing=crossing):
            return crossing.day < first
        case questions.WhatWasMeant(trigger=trigger) | questions.HasSettled(trigger=trigger):
            return trigger.day < first
        case questions.ToCelebrate(milestone=milestone):
            come = milestone.reached or milestone.planned
            return come is not None and come < first
        case questions.ToAgree(waiting=waiting):
            return waiting.day < first
    return False


def _of_the_week(report: ReviewReport) -> tuple[Question, ...]:
    return tuple(question for question in agenda(report) if not is_older(question, report))


def _older(report: ReviewReport) -> tuple[Older, ...]:
    """For each person what is older and was not left for later; nobody is asked about nothing."""
    older = [
        q
        for question in agenda(report)
        if is_older(question, report) and (q := _rest(question, report)) is not None
    ]
    people = dict.fromkeys((*report.people, *(question.person for question in older)))
    found = {name: tuple(q for q in older if q.person == name) for name in people}
    return tuple(
        Older(f"older:{name}", name, waiting) for name, waiting in found.items() if waiting
    )


def _rest(question: Question, report: ReviewReport) -> Question | None:
    """The question without what was left for later of it."""
    if question.key in report.left:
        return None
    if not isinstance(question, Unsettled) or not question.occurrences:
        return question
    rest = tuple(o for o in question.occurrences if key_of(question, o) not in report.left)
    return replace(question, occurrences=rest) if rest else None
