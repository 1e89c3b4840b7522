"""One thing of the week at a time, as lines: the page is made of these, the walk shows one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from repairlog.dates import day_text
from repairlog.kinds import KINDS
from repairlog.readings.boundaries import BoundaryReport, CrossingReport, Version
from repairlog.readings.challenges import Challenge
from repairlog.readings.conversations import Conversation
from repairlog.readings.in_force import Term
from repairlog.readings.milestones import MilestoneReport
from repairlog.readings.moments import Said
from repairlog.readings.promised import Act, Promise
from repairlog.readings.repair import DisclosureReport, Owned, Silent
from repairlog.readings.review import ReviewReport, Waiting
from repairlog.readings.steps import Step
from repairlog.readings.triggers import TriggerReport
from repairlog.readings.wording import SAID_NO, sentence
from repairlog.render import week_words as words
from repairlog.render.consent import said as consent_said
from repairlog.render.conversations import Talks
from repairlog.render.sheet import LONGEST_NAME, NARROWEST, REF, Sheet, led, shifted, with_more
from repairlog.render.theme import DOT, Cell, fit, quoted, row, said, sign, wrapped


@dataclass(frozen=True, slots=True)
class Things(Sheet):
    """The things of a report, on a page of one width."""

    report: ReviewReport

    @property
    def ref(self) -> int:
        """How wide the column of references is: wide enough for a journal of many years."""
        report = self.report
        shown = (
            *(promise.ref for promise in report.promises),
            *(challenge.ref for challenge in report.challenges),
            *(boundary.ref for boundary in report.boundaries),
            *(one.ref for one in (*report.triggers.here, *report.triggers.carried)),
            *(conversation.ref for conversation in report.conversations),
            *(waiting.ref for waiting in report.waiting),
            *(term.ref for term in report.revisit),
            *(step.ref for challenge in report.challenges for step in challenge.steps),
            *(one.ref for one in report.repairs.disclosures),
            *(one.ref for one in report.repairs.owned),
            *(step.ref for owned in report.repairs.owned for step in owned.steps),
            *(one.step.ref for one in report.repairs.silent),
            *(step.ref for project in report.projects for step in project.steps),
        )
        return max([REF, *(len(ref) + 2 for ref in shown)])

    # -- what was said -------------------------------------------------------------------------

    def told(self, one: Said, label: str = "") -> list[Text]:
        """Who, what they said, and on which day."""
        day = f"{words.near(one.day, self.report):>6}"
        room = self.room(self.who, cell_len(day) + 2, cell_len(label))
        lines = led(Text(label, "quiet"), said(own(one), room))
        return self.columns([(self.name(one.by), self.who)], lines, day)

    def moment(self, one: Said) -> list[Text]:
        """The same, with what kind of moment it is."""
        label = KINDS[one.kind].label if one.kind in KINDS else one.kind
        return self.told(one, f"{label}: ")

    # -- promises ------------------------------------------------------------------------------

    def promise(self, promise: Promise) -> Iterator[Text]:
        """A promise with its days, and below it what the cells cannot show."""
        beside = self.ref + self.who + words.CELLS + 1
        room = self.width - 4 - beside
        item = promise.course.item
        text = None if item.erased else sentence(promise.course.text)
        yield from row(
            (promise.ref, self.ref),
            (self.name(promise.who), self.who),
            (words.cells(promise, self.report.week), words.CELLS + 1),
            (with_more(text, words.due(promise, self.report), room), room),
            indent=4,
        )
        for act in promise.acts:
            for note in self._act(promise, act):
                yield from self.under(beside, wrapped(note, room))
        for update in promise.updates:
            day = f"{words.near(update.day, self.report)} "
            yield from self.under(beside, self.voiced(day, own(update), room))

    def _act(self, promise: Promise, act: Act) -> Iterator[Text]:
        """Made good, done in part, or once more."""
        day = words.near(act.delivery.day, self.report)
        note = "" if act.delivery.erased else getattr(act.delivery.body, "note", None)
        told = f"{DOT}{note}" if note else ""
        if act in promise.mended and act.of and not promise.course.once:
            of = day_text(act.of, self.report.as_of)
            yield Text.assemble(sign("late"), (f" {of}, made good {day}{told}", "quiet"))
        elif act.standing in ("partly", "extra"):
            label = {"partly": "partly", "extra": "once more"}[act.standing]
            yield Text(fit(f"{label}, {day}{told}", 1_000_000), "quiet")

    # -- what remains --------------------------------------------------------------------------

    def challenge(self, one: Challenge) -> Iterator[Text]:
        """Something that remains, with its plan and its answers."""
        note = words.age(one, self.report)
        inner = self.ref + self.who
        room = self.room(inner, cell_len(note) + 2 if note else 0)
        fixed: list[Cell] = [(one.ref, self.ref), (self.name(one.who), self.who)]
        yield from self.columns(fixed, self._challenge_text(one, room), note)
        for step in one.steps:
            yield from self.step(step, inner)
        for answer in one.answers:
            lead = f"{fit(answer.by, LONGEST_NAME)}, {words.near(answer.day, self.report)}: "
            talked = f"{lead}a talk about it, {answer.ref}: "
            lead = talked if answer.kind == "talk" else lead
            if answer.kind == "decline":
                yield from self.under(inner, wrapped(Text(f"{lead}{SAID_NO}."), self.room(inner)))
                lead = "why: "
            if answer.kind != "decline" or answer.text:
                yield from self.under(inner, self.voiced(lead, own(answer), self.room(inner)))

    def _challenge_text(self, one: Challenge, room: int) -> list[Text]:
        text = None if one.erased else one.text
        if one.kind == "owned":
            lead = Text(f"{words.near(one.days[0], self.report)}  ")
            return led(lead, quoted(text, max(room - lead.cell_len, NARROWEST)))
        if one.kind == "unsaid":
            days = words.older_days(one, self.report) or words.days_text(one.days, self.report)
            silent = f"nothing said yet of {days}"
            return with_more(sentence(text) if text else text, silent, room)
        about = f"about {one.about}" if one.about else ""
        if one.left_open:
            about = f"still open after {one.about}"
        return with_more(text, "from a check-in" if one.kind == "checkin" else about, room)

    def step(self, step: Step, inner: int) -> list[Text]:
        """A step of a plan, below what it repairs."""
        lead = Text.assemble(sign("repair"), f" {step.ref:<{self.ref - 1}}")
        text = None if step.erased else sentence(step.text)
        state = words.step_state(step, self.report)
        lines = with_more(text, state, self.room(inner, lead.cell_len))
        return [*self.under(inner, led(lead, lines)), *self.unasked(step.updates, inner + 2)]

    def unasked(self, updates: Iterable[Said], inner: int) -> list[Text]:
        """What was told unasked in the week, beside what it is about."""
        found: list[Text] = []
        for one in updates:
            if one.day in self.report.week:
                lead = f"{words.near(one.day, self.report)}, {fit(one.by, LONGEST_NAME)}:"
                found += self.under(inner, self.voiced(lead, own(one), self.room(inner)))
        return found

    # -- owned and repaired --------------------------------------------------------------------

    def disclosure(self, one: DisclosureReport) -> Iterator[Text]:
        """What was told unasked, how long after, and whether the other has it."""
        note = (
            f"waits for {fit(one.asks, LONGEST_NAME)}"
            if one.asks
            else words.near(one.told_on, self.report)
        )
        if one.told_on < self.report.week.first:
            note = words.carried(one.told_on)
        inner = self.ref + self.who
        text = None if one.erased else sentence(one.text)
        about = f"about {one.about}" if one.about else ""
        told = DOT.join(part for part in (one.after or "told unasked", about) if part)
        lines = with_more(text, told, self.room(inner, cell_len(note) + 2))
        yield from self.columns(self._of(one.ref, one.by), lines, note)
        yield from self._received(one.received, inner)

    def owned(self, one: Owned) -> Iterator[Text]:
        """An apology or a setback, how far its repair has come, and what was told of it."""
        carried = not one.over and one.day < self.report.week.first
        note = words.carried(one.day) if carried else words.near(one.day, self.report)
        inner = self.ref + self.who
        text = None if one.erased else sentence(one.text)
        lines = with_more(text, words.owned_state(one), self.room(inner, cell_len(note) + 2))
        yield from self.columns(self._of(one.ref, one.by), lines, note)
        if one.responsibility and not one.erased:
            room = self.room(inner)
            yield from self.under(inner, self.voiced("what is owned:", one.responsibility, room))
        for step in one.steps:
            yield from self.step(step, inner)
        yield from self.unasked(one.updates, inner)
        yield from self._received(one.received, inner)

    def silent(self, one: Silent) -> list[Text]:
        """A repair of which nothing was said for a week, where what it repairs is not shown."""
        inner = self.ref + self.who
        text = None if one.step.erased else sentence(one.step.text)
        state = words.silence(one.step, self.report)
        lines = with_more(text, f"repairs {one.repairs}{DOT}{state}", self.room(inner))
        return self.columns(self._of(one.step.ref, one.step.who), lines)

    def project_step(self, step: Step) -> list[Text]:
        """A step of a joint project."""
        text = None if step.erased else sentence(step.text)
        lines = with_more(text, words.step_state(step, self.report), self.room(self.ref))
        lines = self.columns([(Text(step.ref, "quiet"), self.ref)], lines)
        return [*lines, *self.unasked(step.updates, self.ref)]

    def _of(self, ref: str, who: str) -> list[Cell]:
        return [(ref, self.ref), (self.name(who), self.who)]

    def _received(self, one: Said | None, inner: int) -> list[Text]:
        if one is None:
            return []
        lead = f"received by {fit(one.by, LONGEST_NAME)}, {words.near(one.day, self.report)}"
        if not one.text and not one.erased:
            return self.under(inner, [Text(lead, "quiet")])
        return self.under(inner, self.voiced(f"{lead}:", own(one), self.room(inner)))

    # -- boundaries ----------------------------------------------------------------------------

    def boundary(self, one: BoundaryReport) -> Iterator[Text]:
        """A boundary in its own words, what it needs, and the steps of what crossed it."""
        note = words.boundary_note(one, self.report)
        version = one.version
        value = f"{sentence(version.value)}{DOT}" if version.value else ""
        room = self.room(self.ref, note.cell_len + 2)
        text = self.voiced(value, None if version.erased else version.text, room, lead_style="")
        yield from self.columns([(one.ref, self.ref)], text, note)
        for remark in words.boundary_remarks(one, self.report):
            quiet = wrapped(Text(remark, "quiet"), self.room(self.ref))
            yield from self.under(self.ref, quiet)
        for crossing in one.crossings:
            if crossing.repaired is None or crossing.repaired in self.report.week:
                alone = one.unrepaired == (crossing,)
                yield from self.crossing(crossing, alone=alone, shown=version)

    def term(self, one: Term) -> Iterator[Text]:
        """A part of the agreement that is to be looked at again: what it means, who agreed, how
        attainable each finds it."""
        if one.boundary:
            yield from self.boundary(one.boundary)
        else:
            note = words.again(one, self.report)
            room = self.room(self.ref, note.cell_len + 2)
            yield from self.columns([(one.ref, self.ref)], said(one.text, room), note)
        told = [sentence(line) for line in one.lines]
        told += [words.whose(one, self.report)]
        if one.low and not one.boundary:
            told.append(f"{words.hardly(one.low)}: would other words suit better?")
        for line in told:
            yield from self.under(self.ref, said(line, self.room(self.ref), "quiet"))

    def going_on(self) -> list[Text]:
        """What each said of going on together, and since when."""
        lines: list[Text] = []
        for word in self.report.consents.of("growth"):
            told = consent_said(word, lambda day: words.near(day, self.report))
            lines += self.columns([(self.name(word.who), self.who)], [Text(told, "quiet")])
        return lines

    def crossing(self, one: CrossingReport, *, alone: bool, shown: Version) -> Iterator[Text]:
        """A crossing and its steps; ``alone``: the boundary's own line says when it was. It is
        restated in the words that it crossed, where they are not those ``shown`` above it."""
        state = words.repair_state(one)
        told = DOT.join(p for p in ("" if alone else words.crossed(one, self.report), state) if p)
        if told:
            yield from self.under(
                self.ref,
                [Text(told, "quiet") if alone else Text.assemble(sign("crossed"), f" {told}")],
            )
        if one.crossed.uid != shown.uid:
            then = None if one.crossed.erased else one.crossed.text
            yield from self.under(self.ref, self.voiced("it read then:", then, self.room(self.ref)))
        if one.erased or one.what is not None:
            lead = f"{fit(one.by, LONGEST_NAME)} saw:"
            what = None if one.erased else one.what
            yield from self.under(self.ref, self.voiced(lead, what, self.room(self.ref)))
        for step in one.steps:
            yield from self.step(step, self.ref)

    # -- triggers ------------------------------------------------------------------------------

    def trigger(self, one: TriggerReport) -> Iterator[Text]:
        """A trigger with both accounts, side by side."""
        here = one.day in self.report.week
        day = words.weekday(one.day) if here else words.near(one.day, self.report)
        column = len(day) + 2
        inner = self.ref + column
        room = self.room(inner)
        text = None if one.erased else sentence(one.text)
        lines = with_more(text, words.trigger_state(one), room)
        yield from self.columns([(one.ref, self.ref), (day, column)], lines)
        if one.effect and not one.erased:
            lead = f"its effect on {fit(one.by, LONGEST_NAME)}: "
            yield from self.under(inner, self.voiced(lead, one.effect, room))
        for meant in one.meant:
            lead = f"what {fit(meant.by, LONGEST_NAME)} meant: "
            yield from self.under(inner, self.voiced(lead, own(meant), room))
        if one.asked:
            silent = f"what {fit(one.asked, LONGEST_NAME)} meant: not said yet"
            yield from self.under(inner, [Text(silent, "quiet")])
        for step in one.steps:
            yield from self.step(step, inner)
        for summary in one.summaries:
            yield from self.under(inner, list(self.talks.summary(summary, room)))

    # -- conversations -------------------------------------------------------------------------

    @property
    def talks(self) -> Talks:
        """Conversations as this page shows them."""
        return Talks(self.people, self.width, lambda day: words.near(day, self.report))

    def conversation(self, one: Conversation) -> Iterator[Text]:
        """A conversation with both accounts."""
        yield from self.talks.whole(one, self.ref, self._when_talked(one))

    def carried_conversation(self, one: Conversation) -> list[Text]:
        """An earlier one of which nothing was said this week, and what of it still waits."""
        return self.talks.waiting(one, self.ref, self._when_talked(one))

    def _when_talked(self, one: Conversation) -> str:
        earlier = one.day < self.report.week.first
        return words.carried(one.day) if earlier else words.near(one.day, self.report)

    def carried_trigger(self, one: TriggerReport) -> list[Text]:
        """A trigger of an earlier week, and what it still waits for."""
        note = words.carried(one.day)
        waits = [] if one.settled else ["not settled yet"]
        if one.asked:
            waits.append(f"what {fit(one.asked, LONGEST_NAME)} meant is not said yet")
        text = None if one.erased else sentence(one.text)
        lines = with_more(text, " and ".join(waits), self.room(self.ref, cell_len(note) + 2))
        told = self.columns([(one.ref, self.ref)], lines, note)
        for summary in one.summaries:
            told += self.under(self.ref, list(self.talks.summary(summary, self.room(self.ref))))
        return told

    # -- milestones, proposals -----------------------------------------------------------------

    def milestone(self, one: MilestoneReport) -> list[Text]:
        """A milestone, reached or planned."""
        mark = sign("reached" if one.reached or one.celebrated else "planned")
        promise = one.condition.subject if one.condition and one.condition.of_promise else ""
        subject = f" ({promise})" if promise else ""
        text = None if one.erased else f"{sentence(one.text)}{subject}"
        lines = with_more(text, words.milestone_state(one, self.report), self.width - 7, ", ")
        return shifted(led(Text.assemble(mark, "  "), lines), 2)

    def proposal(self, one: Waiting) -> list[Text]:
        """A proposal, and for whom it waits."""
        note = (
            f"waits for {fit(one.asks, LONGEST_NAME)}"
            if one.asks
            else words.near(one.day, self.report)
        )
        room = self.room(self.ref, cell_len(note) + 2)
        return self.columns([(one.ref, self.ref)], said(sentence(one.what), room), note)


def own(one: Said) -> str | None:
    """The words that were said; None where they were erased."""
    return None if one.erased else one.text
