"""Boundaries on a page: all of them by the value they guard, or one with its whole history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rich.text import Text

from repairlog.dates import day_text
from repairlog.kinds.boundaries import Revision
from repairlog.readings.boundaries import BoundaryReport, CrossingReport, Version
from repairlog.readings.lists import Asked, AsOf, BoundaryList, Stand
from repairlog.readings.moments import Said
from repairlog.readings.ratings import Rating, low
from repairlog.readings.steps import Step
from repairlog.readings.wording import SAID, number, other_ways, sentence, times
from repairlog.render.sheet import LONGEST_NAME, REF, Sheet, led, with_more
from repairlog.render.theme import DOT, Page, fit, heading, quoted, said, sign, title, wrapped

LEAD = 12
"""How wide the column of what a line is about is: `means`, `if crossed`."""


def boundaries_page(report: BoundaryList) -> Page:
    """The page of all boundaries."""
    return Page(lambda width: _Boundaries(report.as_of.people, width, report.as_of).all(report))


def boundary_page(one: Stand, as_of: AsOf) -> Page:
    """The page of one boundary."""
    return Page(lambda width: _Boundaries(as_of.people, width, as_of).whole(one))


@dataclass(frozen=True, slots=True)
class _Boundaries(Sheet):
    """Boundaries on a page of one width."""

    as_of: AsOf

    def day(self, day: date) -> str:
        """A day, with its year where that is another."""
        return day_text(day, self.as_of.at)

    # -- all of them -----------------------------------------------------------------------------

    def all(self, report: BoundaryList) -> Iterator[Text]:
        """By value; drafts and retired ones after them."""
        yield from self._title("Boundaries")
        if report.empty:
            yield from self.full(Text("None is named yet. A first one:"))
            yield from self.full(Text("repairlog boundary add TEXT… --value privacy --means TEXT"))
        for name, stands in report.values:
            yield from self._section(name or "no value named", stands)
        yield from self._section("drafts: no behaviour named yet", report.drafts)
        yield from self._section("retired", report.retired)

    def _title(self, words: str) -> list[Text]:
        at = f"as of {self.day(self.as_of.today)}, {self.as_of.at:%H:%M}"
        return title(words, at, self.width)

    def _section(self, name: str, stands: Sequence[Stand]) -> Iterator[Text]:
        if not stands:
            return
        yield Text()
        yield heading(fit(name, self.width - 4))
        for one in stands:
            yield from self._one(one)

    def _one(self, one: Stand, *, whole: bool = False) -> Iterator[Text]:
        """Its words, what they mean, and what is open."""
        report = one.boundary
        note = self._whose(report)
        version = report.version
        words = quoted(_own(version), self.room(REF, len(note) + 2))
        yield from self.columns([(Text(report.ref, "quiet"), REF)], words, note)
        if report.retired:
            return
        yield from self._meaning(version)
        if version.ratings and (whole or self._due(version)):
            yield from self._line("attainable", _felt(report, version.ratings))
        for crossing in report.unrepaired:
            yield from self._mark("crossed", self._crossed(crossing))
        yield from self._asked(one.asked, whole=whole)

    def _whose(self, report: BoundaryReport) -> str:
        if report.retired:
            return f"retired {self.day(report.retired)}"
        if report.agreed:
            revised = report.version.number > 1 and not report.version.agreed
            return "" if revised else f"agreed {self.day(_latest_agreed(report))}"
        return "" if self.as_of.alone else f"{fit(report.by, LONGEST_NAME)}'s own so far"

    def _meaning(self, version: Version | Revision, inner: int = REF) -> Iterator[Text]:
        """The behaviours, what follows a crossing, and the day on which it is looked at again."""
        if isinstance(version, Version) and version.erased:
            return
        for place, text in enumerate(version.means):
            yield from self._line("means" if place == 0 else "", text, inner)
        if version.remedy:
            yield from self._line("if crossed", version.remedy, inner)
        if version.revisit:
            due = " (its day has come)" if self._due(version) else ""
            if version.revisit < self.as_of.today:
                due = " (lapsed; it holds all the same)"
            day = Text(self.day(version.revisit) + due, "ahead")
            yield from self._led("revisit", wrapped(day, self.room(inner, LEAD)), inner)

    def _due(self, version: Version | Revision) -> bool:
        return version.revisit is not None and version.revisit <= self.as_of.today

    def _line(self, lead: str, text: str | None, inner: int = REF) -> list[Text]:
        return self._led(lead, said(text, self.room(inner, LEAD)), inner)

    def _led(self, lead: str, lines: Sequence[Text], inner: int) -> list[Text]:
        return self.under(inner, led(Text(f"{lead:<{LEAD}}", "quiet"), lines))

    def _mark(self, name: str, text: Text) -> list[Text]:
        lines = wrapped(text, self.room(REF, 2))
        return self.under(REF, led(Text.assemble(sign(name), " "), lines))

    def _crossed(self, one: CrossingReport) -> Text:
        """``crossed Fri 18 Sep · two steps, one still open``."""
        told = Text(f"crossed {self.day(one.day)}")
        if one.repaired:
            return told.append(f"{DOT}repaired {self.day(one.repaired)}", "kept")
        return told.append(f"{DOT}{_left(one)}", "quiet")

    def _asked(self, asked: Sequence[Asked], *, whole: bool = False) -> Iterator[Text]:
        """What waits; ``whole``: with the version that would bind, as it would read."""
        for one in asked:
            waits = f"waits for {fit(one.asks, LONGEST_NAME)}: repairlog agree {one.ref}"
            room = self.room(REF, REF)
            quiet = wrapped(Text(waits, "quiet"), room)
            words = with_more(sentence(one.what), waits, room) if one.what else quiet
            yield from self.under(REF, led(Text(f"{one.ref:<{REF}}", "quiet"), words))
            if whole and one.version:
                yield from self._meaning(one.version, 2 * REF)
                if one.version.why:
                    yield from self._line("why", one.version.why, 2 * REF)

    # -- one, whole ------------------------------------------------------------------------------

    def whole(self, one: Stand) -> Iterator[Text]:
        """The version that holds, then how it came to be, what crossed it and what honoured it."""
        report = one.boundary
        value = f"{DOT}{sentence(report.version.value)}" if report.version.value else ""
        yield from self._title(fit(f"Boundary {report.ref}{value}", self.width // 2))
        yield from self._one(one, whole=True)
        if report.retired:
            yield from self._meaning(report.version)
        yield from self.quiet(self._named(report))
        parts = {
            "what keeps happening": self._patterns(report),
            "crossed": self._crossings(report),
            "honoured": self._honoured(report),
            "how it read": self._versions(report),
        }
        for name, part in parts.items():
            lines = list(part)
            if lines:
                yield Text()
                yield heading(name)
                yield from lines

    def _named(self, report: BoundaryReport) -> str:
        named = f"Named by {fit(report.by, LONGEST_NAME)} on {self.day(report.day)}"
        if report.draft:
            return f"{named}. A draft: it names no behaviour yet, so it binds no one."
        if report.agreed:
            return f"{named}, first agreed by both on {self.day(report.agreed)}."
        return f"{named}." if self.as_of.alone else f"{named}; the other has not agreed yet."

    def _patterns(self, report: BoundaryReport) -> Iterator[Text]:
        for name in report.patterns:
            words = quoted(name, self.room(REF))
            if not self.as_of.alone:
                words[-1].append("  named by both", "quiet")
            yield from self.under(0, words)

    def _crossings(self, report: BoundaryReport) -> Iterator[Text]:
        for one in reversed(report.crossings):
            head = led(Text.assemble(sign("crossed"), " "), [self._crossed(one)])
            yield from self.columns(
                [(Text(one.ref, "quiet"), REF)], wrapped(head[0], self.room(REF))
            )
            if one.erased or one.what is not None:
                lead = f"{fit(one.by, LONGEST_NAME)}: "
                own = None if one.erased else one.what
                yield from self.under(REF, self.voiced(lead, own, self.room(REF)))
            if one.crossed.uid != report.version.uid:
                number = f" ({one.crossed.number})" if one.crossed.number else ""
                then = f"it read then{number}: "
                own = _own(one.crossed)
                yield from self.under(REF, self.voiced(then, own, self.room(REF)))
            for step in one.steps:
                yield from self._step(step)
        if report.repeats:
            yield from self.quiet(
                f"Crossed {times(report.repeats)} in twelve weeks. Other words may hold better, a "
                "name may help to see it come, or someone from outside may help:"
            )
            for line in other_ways(report.ref):
                yield from self.quiet(line)

    def _step(self, step: Step) -> list[Text]:
        by = f"by {self.day(step.by)}" if step.by else ""
        done = f"done {self.day(step.done)}" if step.done else SAID.get(step.standing, "")
        state = DOT.join(part for part in (fit(step.who, LONGEST_NAME), by, done) if part)
        lead = Text.assemble(sign("repair"), f" {step.ref:<{REF - 1}}")
        own = None if step.erased else sentence(step.text)
        return self.under(REF, led(lead, with_more(own, state, self.room(REF, lead.cell_len))))

    def _honoured(self, report: BoundaryReport) -> Iterator[Text]:
        for one in reversed(report.honoured):
            yield from self._told(one)

    def _told(self, one: Said) -> list[Text]:
        day = self.day(one.day)
        own = None if one.erased else one.text
        words = said(own, self.room(self.who, len(day) + 2)) if own != "" else [Text()]
        return self.columns([(self.name(one.by), self.who)], words, day)

    def _versions(self, report: BoundaryReport) -> Iterator[Text]:
        """Every version that ever held, the first one first; nothing where there is but one."""
        if len(report.versions) < 2:
            return
        for version in report.versions:
            note = f"from {self.day(version.since)}"
            words = quoted(_own(version), self.room(REF, len(note) + 2))
            yield from self.columns([(f"{version.number}.", REF)], words, note)
            yield from self._meaning(version)
            if version.why:
                yield from self._line("why", version.why)
            if version.ratings:
                yield from self._line("attainable", _rated(version.ratings))


def _rated(ratings: Sequence[Rating]) -> str:
    """``Ana 9, Sam 3 of 10``."""
    rated = ", ".join(f"{fit(who, LONGEST_NAME)} {rating}" for who, rating in ratings)
    return f"{rated} of 10"


def _felt(report: BoundaryReport, ratings: Sequence[Rating]) -> str:
    """How attainable each finds it; of a low number, that it can be said in other words."""
    felt = _rated(ratings)
    if not low(ratings):
        return felt
    return f"{felt}: other words may suit better, repairlog boundary revise {report.ref}"


def _left(one: CrossingReport) -> str:
    """``two steps, one still open``."""
    count, left = len(one.steps), len(one.open_steps)
    if not count:
        return f"no step yet: repairlog boundary step {one.ref} TEXT…"
    steps = "one step" if count == 1 else f"{number(count)} steps"
    if left == 0:
        return f"{steps} done: repairlog boundary repaired {one.ref}"
    return f"{steps} still open" if left == count else f"{steps}, {number(left)} still open"


def _own(version: Version) -> str | None:
    return None if version.erased else version.text


def _latest_agreed(report: BoundaryReport) -> date:
    agreed = [version.agreed_on for version in report.versions if version.agreed_on]
    return agreed[-1]
