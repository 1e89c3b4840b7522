"""What each proposal would change, said in one line."""

from __future__ import annotations

from datetime import datetime

from repairlog.dates import WEEKDAYS, day_text
from repairlog.kinds.agreement import Cadence, Ending, Renewal, Response, Rule
from repairlog.kinds.assent import Adoption, Assent, Decline, Erasure, SettingChange
from repairlog.kinds.boundaries import Boundary, Pattern, Retirement, Revision
from repairlog.kinds.changes import Ease, Release, Renegotiation
from repairlog.kinds.commitments import Commitment
from repairlog.kinds.conversations import Summary
from repairlog.kinds.milestones import Milestone
from repairlog.kinds.repair import Setback
from repairlog.readings.agreed_words import called, title
from repairlog.readings.record import MAIN_WORDS, NOTES, Item, Record, Written
from repairlog.readings.wording import GONE, sentence, when_due
from repairlog.text import one_line


def proposed(record: Record, item: Item, now: datetime) -> str:
    """What the proposal would change: ``release c2: Sunday plan``. Once it was answered, in the
    words that the thing had then: nobody's yes ever stands under words that came later.

    The record holds the thing that it is about.
    """
    thing = record.get(item.about)
    name = f"{thing.ref}: {_words(record, thing, item)}" if thing else ""
    match item.body:
        case Adoption():
            return f"{_kind(record, thing)} {name}{_terms(thing, now)}"
        case Release():
            return f"release {name}"
        case Ease(start=start, until=until):
            days = f"{day_text(start, now)} to {day_text(until, now)}"
            return f"pause {name} · {days}"
        case Renegotiation(text=text) as terms:
            words = f"{thing.ref}: {sentence(one_line(text))}" if text and thing else name
            return f"new terms for {words} · {when_due(terms, now)}"
        case Revision(text=text):
            return f"new words for {thing.ref if thing else ''}: {sentence(one_line(text))}"
        case Retirement():
            return f"retire {name}"
        case Pattern(name=pattern):
            what = f"what keeps happening at {thing.ref}" if thing else "what keeps happening"
            return f"call {what} '{one_line(pattern)}'"
        case Rule() | Response() | Cadence() | Ending() | Renewal() | Summary():
            return _of_agreement(item, name, now)
        case Erasure():
            return f"erase the words of {name}"
        case SettingChange(name=setting, value=value):
            shown = WEEKDAYS[int(value)] if setting == "week-starts" else value
            return f"setting {setting}: {one_line(shown)}"
    return name


def _of_agreement(item: Item, name: str, now: datetime) -> str:
    if item.erased:
        return GONE
    match item.body:
        case Rule() | Response() | Cadence() as body:
            words = title(body)
            return words[:1].lower() + words[1:]
        case Ending():
            return f"end {name}"
        case Renewal(revisit=revisit):
            again = f", revisit {day_text(revisit, now)}" if revisit else ""
            return f"go on with {name}{again}"
        case Summary(text=text):
            return f"summary of {name}: {sentence(one_line(text))}"
    raise TypeError(type(item.body))


def _terms(thing: Item | None, now: datetime) -> str:
    """A promise is proposed with when it is due."""
    if thing is None or not isinstance(thing.body, Commitment):
        return ""
    return f" · {when_due(thing.body, now)}"


def _kind(record: Record, thing: Item | None) -> str:
    match thing.body if thing else None:
        case Boundary():
            return "boundary"
        case Milestone():
            return "milestone"
        case Commitment(who=who):
            if who:
                return f"a step for {who},"
            above = record.get(thing.about) if thing else None
            return "plan" if above and isinstance(above.body, Setback) else "promise"
    return "adopt"


def _latest(record: Record, thing: Item, before: Written | None) -> Item:
    """The thing in the words that it has by now (or had ``before`` something): of a boundary, the
    last ones that were agreed to, and while none were, its author's own last ones."""
    if not isinstance(thing.body, Boundary):
        return thing
    revisions = _until(record.about(thing.uid, Revision), before)
    agreed = [
        (yes.order, revision)
        for revision in revisions
        for yes in _until(record.about(revision.uid, Assent), before)
        if yes.by != revision.by
    ]
    if agreed:
        return max(agreed, key=lambda pair: pair[0])[1]
    adoptions = record.about(thing.uid, Adoption)
    adopted = any(_until(record.about(one.uid, Assent), before) for one in adoptions)
    own = [] if adopted else [one for one in revisions if one.by == thing.by]
    return own[-1] if own else thing


def _until(items: list[Item], before: Written | None) -> list[Item]:
    return [item for item in items if before is None or item.order < before]


def _words(record: Record, thing: Item, proposal: Item) -> str:
    """The thing's words as the proposal has them: to adopt something is to adopt the words that
    it was proposed with."""
    if isinstance(thing.body, Rule | Response | Cadence):
        return GONE if thing.erased else called(thing.body)
    answers = record.about(proposal.uid, Assent, Decline)
    before = answers[-1].order if answers else None
    adopts = isinstance(proposal.body, Adoption)
    body = (thing if adopts else _latest(record, thing, before)).body
    named = (getattr(body, name, None) for name in (*MAIN_WORDS, *NOTES))
    text = next((words for words in named if words), "")
    return sentence(one_line(text)) if text else GONE
