"""The week's page: the three questions at one glance, calm, and whole without colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.text import Text

from repairlog.readings.checkins import Scale
from repairlog.readings.review import ReviewReport
from repairlog.readings.scales import CALLED
from repairlog.readings.wording import sentence, took_back
from repairlog.render import week_words as words
from repairlog.render.sheet import LONGEST_NAME, packed, shifted
from repairlog.render.theme import DOT, Page, fit, heading, legend, quoted, rule, sign, title
from repairlog.render.week_things import Things

HEADINGS = {
    "right": "what went right",
    "promised": "what was promised, what was delivered",
    "challenging": "what remains challenging",
    "repairs": "owned and repaired",
    "boundaries": "boundaries",
    "triggers": "triggers",
    "conversations": "conversations",
    "checkins": "check-ins",
    "milestones": "milestones",
    "agreement": "the agreement",
    "moments": "also written down",
    "waiting": "waiting for an answer",
    "ahead": "next week",
}
"""The page's headings; the walk asks under the same ones."""

LEGEND = (
    *("kept", "late", "owned", "missed", "eased", "open"),
    *("reached", "planned", "repair", "crossed"),
)


def page(report: ReviewReport) -> Page:
    """The page of one week."""
    return Page(lambda width: Week(report.people, width, report).lines())


@dataclass(frozen=True, slots=True)
class Week(Things):
    """A week on a page of one width."""

    def lines(self) -> Iterator[Text]:
        """All of it, a blank line between the sections; what has nothing to say is not there."""
        yield from self.head()
        for section in (
            self.right(),
            self.promised(),
            self.challenging(),
            self.repairs(),
            self.boundaries(),
            self.triggers(),
            self.conversations(),
            self.checkins(),
            self.milestones(),
            self.agreement(),
            self.moments(),
            self.waiting(),
            self.shared(),
            self.projects(),
            self.ahead(),
            self.foot(),
        ):
            lines = list(section)
            if lines:
                yield Text()
                yield from lines

    # -- head and foot -------------------------------------------------------------------------

    def head(self) -> Iterator[Text]:
        """The week's name, the pace that holds, the sentences that say how it was."""
        report = self.report
        name = f"Week {report.number}{DOT}{words.span_text(report.week)}"
        yield from self.title(name, f"as of {words.as_of(report.as_of, report)}")
        for pace in report.paces:
            yield from self.full(Text(words.pace(pace, report.as_of), "ahead"))
        yield from self.full(Text(" ".join(report.opening)))
        for word in report.consents.took_back(report.week):
            if word.since:
                told = took_back(fit(word.who, LONGEST_NAME), words.near(word.since, report))
                yield from self.full(Text(told))
        yield from self.full(Text(words.held(report), "quiet"))

    def title(self, left: str, right: str) -> Iterator[Text]:
        """The head of a page or screen, on as many lines as a narrow one takes."""
        if len(left) + len(right) + 4 <= self.width:
            yield from title(left, right, self.width)
            return
        yield from self.full(Text(left, "title"))
        yield from self.full(Text(right, "quiet"))
        yield rule(self.width)

    def foot(self) -> Iterator[Text]:
        """What the signs mean, and the seal at the edge."""
        used = _used(self.report)
        lines = legend(*(name for name in LEGEND if name in used), width=self.width)
        if not self.report.seal:
            yield from lines
            return
        *before, last = lines
        last.rstrip()
        seal = f"Seal {self.report.seal}"
        if last.cell_len + len(seal) + 4 > self.width:
            before, last = lines, Text()
        yield from before
        gap = self.width - last.cell_len - len(seal) - 1
        yield last.append(" " * max(gap, 2)).append(seal, "quiet")

    # -- the three questions -------------------------------------------------------------------

    def right(self) -> Iterator[Text]:
        """What went right."""
        if not self.report.right and _good(self.report):
            return  # the other parts tell of it
        yield heading(HEADINGS["right"])
        for one in self.report.right:
            yield from self.told(one)
        if not self.report.right:
            yield from self.quiet("Nothing was written down.")

    def promised(self) -> Iterator[Text]:
        """What was promised, what was delivered."""
        yield heading(HEADINGS["promised"])
        below = _steps_below(self.report)
        here = [promise for promise in self.report.promises if promise.here]
        shown = [p for p in here if p.course.item.uid not in below or p.acts]
        if not shown:
            besides = "What was promised stands with what it repairs, below."
            dated = any(not p.course.terms.once or p.course.terms.by for p in here)
            yield from self.quiet(besides if dated else "Nothing was promised for this week.")
            return
        yield self.letters(self.ref + self.who)
        for promise in shown:
            yield from self.promise(promise)

    def letters(self, inner: int) -> Text:
        """The days of the week, above their cells."""
        return Text(" " * (4 + inner)).append(words.letters(self.report.week), "quiet")

    def challenging(self) -> Iterator[Text]:
        """What remains challenging."""
        yield heading(HEADINGS["challenging"])
        found = self.report.challenges
        answered = [one for one in found if one.answered]
        if not found:
            yield from self.quiet("Nothing was written down, and nothing waits from before.")
        elif len(answered) == len(found):
            yield from self.quiet("All that waited was answered.")
        for challenge in found:
            if not (challenge.answered or challenge.long_past):
                yield from self.challenge(challenge)
        if past := words.long_past(found, self.report):
            yield from self.quiet(past)
        if answered:
            yield from self.quiet("Answered this week:")
        for challenge in answered:
            yield from self.challenge(challenge)

    def repairs(self) -> Iterator[Text]:
        """What was told unasked, apologies and setbacks with their repairs, and which of all
        repairs have grown silent."""
        found = self.report.repairs
        below = _steps_below(self.report)
        silent = [one for one in found.silent if one.step.uid not in below]
        if found.disclosures or found.owned or silent:
            yield heading(HEADINGS["repairs"])
        for one in found.disclosures:
            yield from self.disclosure(one)
        for owned in found.owned:
            yield from self.owned(owned)
        for step in silent:
            yield from self.silent(step)

    # -- the agreement, triggers, check-ins ----------------------------------------------------

    def boundaries(self) -> Iterator[Text]:
        """Those with news, then the others in a line."""
        report = self.report
        silent = [one.ref for one in report.boundaries if not words.has_news(one, report)]
        if report.boundaries:
            yield heading(HEADINGS["boundaries"])
        for one in report.boundaries:
            if one.ref not in silent:
                yield from self.boundary(one)
        if silent:
            yield from self.quiet(f"{', '.join(silent)}: nothing said this week")

    def triggers(self) -> Iterator[Text]:
        """How many of each kind, beside the week before; then each with both accounts."""
        week = self.report.triggers
        if not (week.here or week.carried or week.before):
            return
        counts = "   ".join(f"{name} {count}" for name, count in week.counts)
        before = "" if week.before is None else f"{week.before} the week before"
        head = heading(HEADINGS["triggers"])
        room = self.width - 2 - head.cell_len - 6 - len(counts) - len(before)
        if room < 3:
            yield head
            yield from self.quiet(DOT.join(part for part in (counts, before) if part))
        else:
            yield head.append(" " * 6 + counts + " " * room).append(before, "quiet")
        for one in week.here:
            yield from self.trigger(one)
        for one in week.carried:
            yield from self.carried_trigger(one)

    def conversations(self) -> Iterator[Text]:
        """Each with both accounts, and what waits."""
        if self.report.conversations:
            yield heading(HEADINGS["conversations"])
        for one in self.report.conversations:
            if any(day in self.report.week for day in one.days):
                yield from self.conversation(one)
            else:
                yield from self.carried_conversation(one)

    def checkins(self) -> Iterator[Text]:
        """Who held which, the two scales beside them as two lines of their own, what was said."""
        week = self.report.checkins
        if not (week.held or week.scales or week.summaries):
            return
        held, scales = self._held(), self.scales(week.scales)
        inner = 10 + self.who
        lead = heading(HEADINGS["checkins"])
        lead.append_text(self.letters(inner)[lead.cell_len :])
        left = 4 + inner + words.CELLS + 3
        beside = left + max((line.cell_len for line in scales), default=0) <= self.width
        if scales and beside:
            over = words.letters(self.report.week).replace(" ", "  ")
            lead.append(" " * (left + self.who + 11 - lead.cell_len)).append(over, "quiet")
        yield lead
        for line, scale in zip_longest(held, scales if beside else []):
            first = line or Text()
            yield first.append(" " * (left - first.cell_len)).append_text(scale) if scale else first
        if not beside:
            yield from shifted(scales, 4)
        for one in week.summaries:
            yield from self.told(one)

    def _held(self) -> list[Text]:
        lines, before = [], ""
        for held in self.report.checkins.held:
            cadence = "" if held.cadence == before else held.cadence
            before = held.cadence
            line = _padded(
                Text(f"    {cadence:<10}").append_text(self.name(held.who)), self.who + 14
            )
            for cell in held.cells:
                line.append_text(sign(cell) if cell else Text(" ")).append(" ")
            lines.append(line)
        return lines

    def scales(self, scales: Sequence[Scale]) -> list[Text]:
        """The scales, one line each."""
        lines, before = [], ""
        for scale in scales:
            name = self.name("" if scale.who == before else scale.who)
            before = scale.who
            line = _padded(Text(f"{CALLED[scale.name]:<10}").append_text(name), self.who + 9)
            for value in scale.values:
                line.append(f"{'' if value is None else value:>3}")
            lines.append(line)
        return lines

    # -- milestones, what else was said, what comes --------------------------------------------

    def milestones(self) -> Iterator[Text]:
        """Those reached, and those looked forward to."""
        for one in self.report.milestones:
            yield from self.milestone(one)

    def agreement(self) -> Iterator[Text]:
        """What of it is to be looked at again; boundaries stand under a heading of their own."""
        due = [term for term in self.report.revisit if term.boundary is None]
        if due:
            yield heading(HEADINGS["agreement"])
        for term in due:
            yield from self.term(term)

    def moments(self) -> Iterator[Text]:
        """What was written down and has no place of its own."""
        if self.report.moments:
            yield heading(HEADINGS["moments"])
        for one in self.report.moments:
            yield from self.moment(one)

    def waiting(self) -> Iterator[Text]:
        """Proposals that nobody has answered."""
        if self.report.waiting:
            yield heading(HEADINGS["waiting"])
        for one in self.report.waiting:
            yield from self.proposal(one)

    def shared(self) -> Iterator[Text]:
        """The one shared thing that comes back this week; a project under way stands below."""
        one = self.report.shared
        if one is not None and one.uid not in {each.uid for each in self.report.projects}:
            since = f"{words.month(one.day)} {one.day.year}"
            shared = "shared " if self.report.people[1:] else ""
            yield Text("  ").append(f"A {shared}{one.kind}, from {since}", "quiet")
            yield from shifted(quoted(sentence(one.text), self.width - 6), 4)

    def projects(self) -> Iterator[Text]:
        """The joint projects under way, with their steps."""
        for one in self.report.projects:
            yield Text("  ").append(f"A joint project, {one.ref}", "quiet")
            text = None if one.erased else sentence(one.text)
            yield from shifted(quoted(text, self.width - 6), 4)
            for step in one.steps:
                yield from self.project_step(step)
            yield from self.quiet(one.hint) if one.hint else ()

    def ahead(self) -> Iterator[Text]:
        """What the next week brings, on a line."""
        told = [words.coming(one, self.report) for one in self.report.ahead if one.day]
        if told:
            head = heading(HEADINGS["ahead"]).append("   ")
            room = self.width - head.cell_len - 2
            lines = packed(told, Text().append(DOT, "quiet"), room)
            indent = head.cell_len
            yield head.append_text(lines[0])
            yield from shifted(lines[1:], indent)


def _good(report: ReviewReport) -> bool:
    """Whether other parts of the page tell of something good in the week."""
    week = report.week
    return (
        any(act.standing in ("kept", "late", "partly") for p in report.promises for act in p.acts)
        or any(told.told_on in week for told in report.repairs.disclosures)
        or any(said.day in week for one in report.boundaries for said in one.honoured)
        or any(one.reached and one.reached in week for one in report.milestones)
        or any(meant.day in week for one in report.triggers.here for meant in one.meant)
        or any(one.day in week for one in report.conversations)
    )


def _padded(line: Text, width: int) -> Text:
    return line.append(" " * max(width - line.cell_len, 0))


def _steps_below(report: ReviewReport) -> set[str]:
    """The promises that stand further down, beside what they repair."""
    steps = [step for one in report.challenges for step in one.steps]
    steps += [step for one in report.repairs.owned for step in one.steps]
    steps += [step for b in report.boundaries for c in b.unrepaired for step in c.steps]
    steps += [step for trigger in report.triggers.here for step in trigger.steps]
    return {step.uid for step in steps}


def _used(report: ReviewReport) -> set[str]:
    """The signs that stand on the page."""
    used = {o.standing for p in report.promises for o in p.due}
    used |= {a.standing for p in report.promises for a in p.acts}
    used |= {cell for held in report.checkins.held for cell in held.cells}
    used |= {"reached" if m.reached or m.celebrated else "planned" for m in report.milestones}
    used |= {"crossed" for b in report.boundaries if b.unrepaired}
    used |= {"repair" for _ in _steps_below(report)}
    return used
