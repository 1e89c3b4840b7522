"""One question of the guided review on a screen of its own, under the page's own heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.text import Span, Text

from repairlog.readings import agenda as questions
from repairlog.readings.agenda import Question
from repairlog.readings.putting import Older
from repairlog.readings.review import ReviewReport
from repairlog.render import week_words as words
from repairlog.render.review import HEADINGS, Week
from repairlog.render.sheet import packed, shifted
from repairlog.render.theme import DOT, ELLIPSIS, Page, heading, said

WITHOUT_ENTER = "(one key, without Enter)"
OLDER = "from before this week"
OLDER_PARTS = {
    "promised": "promises",
    "challenging": "challenges",
    "repairs": "repairs",
    "boundaries": "boundaries",
    "triggers": "triggers",
    "conversations": "conversations",
    "milestones": "milestones",
    "waiting": "proposals",
}
"""What is counted of it, by the parts of the page."""

FOR_THE_ANSWER = 4
"""So many lines of the screen are kept for what is typed."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What a screen says: the question's sentence, its keys, how far the walk has come, and what
    was saved last. ``name`` stands on top; the week does without one."""

    sentence: str
    keys: tuple[str, ...]
    place: int
    of: int
    before: Sequence[str] = ()
    name: str = ""


def question_page(
    report: ReviewReport, question: Question | None, screen: Screen, height: int
) -> Page:
    """The screen of a question; None: the last one, who was present."""
    return Page(lambda width: _Asked(report.people, width, report).asked(question, screen, height))


@dataclass(frozen=True, slots=True)
class _Asked(Week):
    """A question about a week, on a screen of one width."""

    def asked(self, question: Question | None, screen: Screen, height: int) -> Iterator[Text]:
        """The screen's lines: the thing is cut where they would not all fit its height."""
        above = list(self._above(question, screen))
        below = [
            *self.full(Text(screen.sentence, "title")),
            Text(),
            *shifted(_keys(screen.keys, self.width - 6), 4),
        ]
        lines = list(self._subject(question)) if question else []
        room = height - FOR_THE_ANSWER - len(above) - len(below) - 1
        yield from above
        yield from _cut(lines, room)
        yield from [Text()] if question else []
        yield from below

    def _above(self, question: Question | None, screen: Screen) -> Iterator[Text]:
        report = self.report
        week = f"Week {report.number}{DOT}{words.span_text(report.week)}"
        yield from self.title(screen.name or week, f"{screen.place} of {screen.of}")
        for line in screen.before:
            yield from self.full(Text(line, "quiet"))
        yield Text()
        if question is not None:
            part = PARTS[type(question)]
            yield heading(HEADINGS.get(part, OLDER))

    def _subject(self, question: Question) -> Iterable[Text]:
        """What the question is about, as it stands on the page."""
        report = self.report
        match question:
            case questions.WentRight():
                return [line for one in report.right for line in self.told(one)]
            case questions.Unsettled(promise=promise):
                return [self.letters(self.ref + self.who), *self.promise(promise)]
            case questions.ToAnswer(challenge=challenge) | questions.ToPlan(challenge=challenge):
                return self.challenge(challenge)
            case questions.IsMeantSo(round=one) | questions.WhatIsHeard(round=one):
                return self._conversation_of(one.uid)
            case questions.ToReceive(disclosure=disclosure):
                return self.disclosure(disclosure)
            case questions.ToRepair(owned=owned):
                return self.owned(owned)
            case questions.HowFar(silent=silent):
                return self.silent(silent)
            case questions.WhatWasMeant(trigger=trigger) | questions.HasSettled(trigger=trigger):
                return self.trigger(trigger)
            case questions.NextWeek():
                return self._coming()
            case questions.HowWasIt():
                return self._scales_of(question.person)
            case Older(waiting=waiting):
                return self._older(waiting)
        return self._of_the_agreement(question)

    def _of_the_agreement(self, question: Question) -> Iterable[Text]:
        """Boundaries, milestones, and what both are to agree on."""
        match question:
            case questions.HowWasBoundary(boundary=boundary):
                return [*self.boundary(boundary), *self.means(boundary.version.means)]
            case questions.ToMend(boundary=boundary) | questions.IsRepaired(boundary=boundary):
                remedy = boundary.version.remedy
                mends = [f"If it is crossed: {remedy}"] if remedy else []
                return [*self.boundary(boundary), *self.means(mends)]
            case questions.ToCelebrate(milestone=milestone):
                return self.milestone(milestone)
            case questions.StillFits(term=term):
                return self.term(term)
            case questions.GoesOn():
                return self.going_on()
            case questions.ToAgree(waiting=waiting):
                return [*self._summed_up(waiting.uid), *self.proposal(waiting)]
        raise TypeError(type(question))

    def _conversation_of(self, uid: str) -> list[Text]:
        """The conversation in which this was heard."""
        for one in self.report.conversations:
            if any(each.uid == uid for account in one.accounts for each in account.rounds):
                return list(self.conversation(one))
        return []

    def _summed_up(self, uid: str) -> list[Text]:
        """Both accounts of the conversation, or of the trigger, that a proposal sums up."""
        for one in self.report.conversations:
            if any(summary.uid == uid for summary in one.summaries):
                return list(self.conversation(one))
        for trigger in (*self.report.triggers.here, *self.report.triggers.carried):
            if any(summary.uid == uid for summary in trigger.summaries):
                return list(self.trigger(trigger))
        return []

    def means(self, lines: Iterable[str]) -> list[Text]:
        """Behaviours, or what mends, in quiet below the boundary."""
        told = [said(line, self.room(self.ref), "quiet") for line in lines]
        return [line for one in told for line in self.under(self.ref, one)]

    def _coming(self) -> list[Text]:
        """What the next week brings already, under the heading that stands there."""
        told = [words.coming(one, self.report) for one in self.report.ahead if one.day]
        return shifted(packed(told, Text().append(DOT, "quiet"), self.width - 6), 4)

    def _older(self, waiting: Iterable[Question]) -> list[Text]:
        """How many wait of each part of the page."""
        parts = Counter(PARTS[type(question)] for question in waiting)
        counted = [
            Text.assemble(f"{name} ", (str(parts[part]), "quiet"))
            for part, name in OLDER_PARTS.items()
            if part in parts
        ]
        return shifted(packed(counted, Text().append(DOT, "quiet"), self.width - 6), 4)

    def _scales_of(self, person: str) -> list[Text]:
        """What the person gave on the two scales this week."""
        mine = [scale for scale in self.report.checkins.scales if scale.who == person]
        if not mine:
            return []
        over = words.letters(self.report.week).replace(" ", "  ")
        lead = Text(" " * (4 + 11 + self.who)).append(over, "quiet")
        return [lead, *shifted(self.scales(mine), 4)]


PARTS: dict[type[Question], str] = {
    questions.HowWasIt: "checkins",
    questions.WentRight: "right",
    questions.Unsettled: "promised",
    questions.ToAnswer: "challenging",
    questions.ToPlan: "challenging",
    questions.IsMeantSo: "conversations",
    questions.WhatIsHeard: "conversations",
    questions.ToReceive: "repairs",
    questions.ToRepair: "repairs",
    questions.HowFar: "repairs",
    questions.HowWasBoundary: "boundaries",
    questions.ToMend: "boundaries",
    questions.IsRepaired: "boundaries",
    questions.WhatWasMeant: "triggers",
    questions.HasSettled: "triggers",
    questions.ToCelebrate: "milestones",
    questions.StillFits: "agreement",
    questions.GoesOn: "agreement",
    questions.ToAgree: "waiting",
    questions.NextWeek: "ahead",
    Older: "older",
}


def _cut(lines: Iterable[Text], room: int) -> list[Text]:
    """As many lines as the screen has room for, and a sign where there are more."""
    given, most = list(lines), max(room, 2)
    if len(given) <= most:
        return given
    return [*given[: most - 1], Text(f"    {ELLIPSIS}", "quiet")]


def _keys(keys: Iterable[str], width: int) -> list[Text]:
    """The keys in full words, side by side."""
    words = [Text(key, spans=[Span(key.find("["), key.find("]") + 1, "ahead")]) for key in keys]
    return packed([*words, Text(WITHOUT_ENTER, "quiet")], Text("   "), width)
