"""What was owned and its repair, the versions of a plan, a joint project: as `show` has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from rich.text import Text

from repairlog.dates import day_text
from repairlog.readings.moments import Said
from repairlog.readings.plans import Plan
from repairlog.readings.projects import ProjectReport
from repairlog.readings.repair import Mended, state_of
from repairlog.readings.steps import Step
from repairlog.readings.wording import SAID, number, sentence
from repairlog.render.log import quoted_after
from repairlog.render.sheet import LONGEST_NAME, Sheet, led, shifted, with_more
from repairlog.render.theme import DOT, fit, heading, wrapped

INDENT = 4
STEP = 3  # further to the right than the version that it belongs to

PLANS = {
    "agreed": "agreed by both",
    "own": "",
    "declined": "declined; another can be proposed",
}
"""How a version of a plan stands with the other; one that waits names who is asked."""


@dataclass(frozen=True, slots=True)
class Mending(Sheet):
    """Repairs on a page of one width, as of a moment."""

    as_of: datetime

    def facts(self, one: Mended) -> Iterator[Text]:
        """How far an apology or a setback has come, and whether the other has received it."""
        if one.owned:
            yield from wrapped(Text(sentence(state_of(one.owned)), "quiet"), self.width - 4)
        told = one.disclosure or one.owned
        if told and told.received:
            yield from self._received(told.received)
        elif one.disclosure and one.disclosure.asks:
            asks = fit(one.disclosure.asks, LONGEST_NAME)
            waits = (
                f"{asks} can say that it was received: repairlog acknowledge {one.disclosure.ref}"
            )
            yield from wrapped(Text(waits, "quiet"), self.width - 4)

    def _received(self, one: Said) -> list[Text]:
        lead = f"received by {fit(one.by, LONGEST_NAME)}, {day_text(one.day, self.as_of)}"
        if not one.text:
            return wrapped(Text(lead, "quiet"), self.width - 4)
        return quoted_after(lead, one.text, self.width - 4)

    def plans(self, plans: Iterable[Plan]) -> Iterator[Text]:
        """Every version of a plan; what was done of the earlier ones stands."""
        found = list(plans)
        if found:
            yield heading("the plan, the newest version first")
        for plan in reversed(found):
            yield from shifted(self._plan(plan), INDENT)

    def _plan(self, plan: Plan) -> Iterator[Text]:
        stands = f"waits for {plan.asks}" if plan.asks else PLANS.get(plan.state, "")
        since = f"{plan.number}, from {day_text(plan.day, self.as_of)}"
        lead = f"{', '.join(part for part in (since, fit(stands, 40)) if part)}:"
        room = self.width - 2 * INDENT
        yield from self.voiced(lead, plan.text, room)
        for step in plan.steps:
            yield from shifted(self._step(step, room - STEP), STEP)
        if plan.done:
            times = "once" if plan.done == 1 else f"{number(plan.done)} times"
            yield from shifted([Text(f"done {times} so far", "quiet")], STEP)

    def _step(self, step: Step, room: int) -> list[Text]:
        lead = Text(f"{step.ref}  ", "quiet")
        done = f" {day_text(step.done, self.as_of)}" if step.done else ""
        by = f"by {day_text(step.by, self.as_of)}" if step.by and not step.done else ""
        state = f"{SAID.get(step.standing, step.standing)}{done}"
        who = fit(step.who, LONGEST_NAME)
        text = None if step.erased else sentence(step.text)
        more = DOT.join(part for part in (who, by, state) if part)
        return led(lead, with_more(text, more, room - lead.cell_len))

    def project(self, one: ProjectReport) -> Iterator[Text]:
        """The steps of a joint project, and what would make it joint."""
        yield heading("its steps")
        for step in one.steps:
            yield from shifted(self._step(step, self.width - 2 * INDENT), INDENT)
        hint = one.hint or (
            "" if one.steps else f"none yet: repairlog commit TEXT… --project {one.ref}"
        )
        if hint:
            yield from shifted(wrapped(Text(hint, "quiet"), self.width - 2 * INDENT), INDENT)
