"""How each question of the guided review is asked: one sentence to a person, and its keys.

The sentences ask for what is needed to go on, for the impact and never for the details of what
happened; none of them scolds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from repairlog.dates import after
from repairlog.readings import agenda as questions
from repairlog.readings.agenda import Question, Unsettled
from repairlog.readings.putting import Older
from repairlog.readings.review import ReviewReport
from repairlog.readings.wording import number, times
from repairlog.render.week_words import days_text, near
from repairlog.text import one_line

LATER = "[enter] later"
NOTHING_MORE = "[enter] nothing more"


@dataclass(frozen=True, slots=True)
class Form:
    """The sentence of a question, its keys with what they say, and what the enter key says."""

    sentence: str
    keys: Mapping[str, str] = field(default_factory=dict)
    enter: str = LATER

    def shown(self, *, back: bool) -> tuple[str, ...]:
        """All keys in full words; every question can be left for later, and the walk paused."""
        return (*self.keys.values(), self.enter, *(["[b]ack"] if back else []), "[p]ause")


def form_of(question: Question, report: ReviewReport) -> Form:
    """How the question is asked."""
    name = one_line(question.person)
    match question:
        case questions.WentRight():
            return _went_right(name, report, question)
        case Unsettled():
            return _unsettled(name, report, question)
        case questions.ToAnswer(challenge=one):
            return Form(f"{name}, {ANSWERS.get(one.kind, 'what do you answer?')}", _A)
        case questions.StillFits():
            return _still_fits(name, report, question)
        case questions.GoesOn():
            return _goes_on(name, question)
        case Older(waiting=waiting):
            return _older(name, len(waiting))
        case questions.NextWeek():
            keys = {"c": "[c]ommit to something", "h": "one thing that would [h]elp"}
            return Form(f"{name}, what about the week to come?", keys, NOTHING_MORE)
    sentence, plain = PLAIN[type(question)]
    return Form(f"{name}, {sentence}", plain)


_A = {"a": "[a]nswer"}

ANSWERS = {
    "need": "can you meet this, or something near it?",
    "misread": "how was it meant?",
    "checkin": "what would help with this?",
}
"""What the other person is asked; a doubt is simply answered."""

PLAIN: dict[type[Question], tuple[str, Mapping[str, str]]] = {
    questions.HowWasIt: (
        "how was this week for you? A short check-in; leave out what you like.",
        {"c": "[c]heck in"},
    ),
    questions.ToPlan: (
        "is there a step that repairs it, or makes it easier from now on?",
        {"s": "[s]tep"},
    ),
    questions.IsMeantSo: (
        "is this what you meant?",
        {"c": "[c]onfirm it", "r": "co[r]rect it"},
    ),
    questions.WhatIsHeard: ("what do you hear now?", {"h": "what I [h]ear"}),
    questions.ToReceive: (
        "this was told unasked. Has it reached you? A yes says no more than that.",
        {"r": "[r]eceived", "w": "received, with a [w]ord"},
    ),
    questions.ToRepair: ("what is one step that would repair it?", {"s": "[s]tep"}),
    questions.HowFar: (
        "nothing was said of this for a while. How far has it come?",
        {"d": "[d]one", "u": "an [u]pdate in a line"},
    ),
    questions.HowWasBoundary: (
        "how was it with this boundary this week?",
        {"h": "[h]onoured", "c": "[c]rossed"},
    ),
    questions.ToMend: ("what is one step that puts it right?", {"s": "[s]tep"}),
    questions.IsRepaired: ("every step is done. Is it repaired for you?", {"y": "[y]es, repaired"}),
    questions.WhatWasMeant: ("what did you mean by it?", {"m": "what I [m]eant"}),
    questions.HasSettled: ("has it settled for you?", {"s": "it has [s]ettled"}),
    questions.ToCelebrate: ("how do you two celebrate it?", {"c": "[c]elebrate"}),
    questions.ToAgree: ("do you agree?", {"a": "[a]gree", "d": "[d]ecline, which is all right"}),
}


def _older(name: str, count: int) -> Form:
    things, it = ("thing waits", "it") if count == 1 else ("things wait", "them")
    sentence = f"{name}, {number(count)} older {things}. Look at {it} now?"
    return Form(sentence, {"y": "[y]es", "n": "[n]o, later"})


def _went_right(name: str, report: ReviewReport, question: Question) -> Form:
    keys = {"w": "what went [w]ell"}
    for other in report.people:
        if other != question.person:
            keys["a"] = f"[a]ppreciation for {one_line(other)}"
    return Form(f"{name}, what went right this week, however small?", keys, NOTHING_MORE)


def _unsettled(name: str, report: ReviewReport, question: Unsettled) -> Form:
    found = question.occurrences
    days = tuple(o.day for o in found) or ((question.promise.due_on or report.today),)
    sentence = f"{name}, nothing is said yet of {days_text(days, report)}. What became of it?"
    rest = {"o": "[o]wn it", "s": "[s]till open", "r": "[r]enegotiate", "n": "[n]ote"}
    if len(found) > 1:
        return Form(sentence, {"d": "all [d]elivered", "1": "[1] one by one", **rest})
    if deadline_past(question, report):
        return Form(sentence, {"d": "[d]elivered", "l": "[l]ate", **rest})
    return Form(f"{name}, what became of it so far?", {"d": "[d]elivered", **rest})


def deadline_past(question: Unsettled, report: ReviewReport) -> bool:
    """Whether the deadline of the first one is past, so that it may have been done late."""
    if question.occurrences:
        return after(report.as_of, question.occurrences[0].deadline)
    return question.promise.once == "overdue"


SORTS = {
    "boundary": "boundary",
    "rule": "ground rule",
    "response": "response",
    "cadence": "rhythm of check-ins",
}


def _still_fits(name: str, report: ReviewReport, question: questions.StillFits) -> Form:
    term = question.term
    due = ""
    if term.revisit:
        be = "was" if term.revisit <= report.today else "is"
        due = f" It {be} to be looked at again on {near(term.revisit, report)}."
    other = " Other words may suit better." if term.low else ""
    keys = {"f": "it still [f]its", "r": "[r]eword it", "e": "[e]nd it"}
    if repeats := term.boundary.repeats if term.boundary else 0:
        other = (
            f" It was crossed {times(repeats)} in twelve weeks: other words may hold better, or "
            "someone from outside may help."
        )
        keys["s"] = "[s]omeone to help"
    return Form(f"{name}, does this {SORTS[term.sort]} still fit?{due}{other}", keys)


def _goes_on(name: str, question: questions.GoesOn) -> Form:
    again = " once more" if question.word.given else ""
    keys = {"y": "[y]es, I do"}
    if question.word.given:
        keys["w"] = "[w]ithdraw it, which is all right"
    return Form(f"{name}, do you say yes{again} to going on together? It is yours to say.", keys)
