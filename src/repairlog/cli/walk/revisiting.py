"""Looking at the agreement again, at a terminal: what still fits, what gets other words, what ends,
and whether each goes on. The weekly review and `agreement revisit` ask with the same words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from repairlog.cli import agreements
from repairlog.cli.walk.asking import Asking, Saved
from repairlog.cli.walk.terminal import ENTER
from repairlog.dates import day_text
from repairlog.errors import Refused
from repairlog.kinds.agreement import Cadence, Consent, Ending, Renewal, Response, Rule
from repairlog.kinds.assent import Assent, Decline
from repairlog.kinds.body import Proposal
from repairlog.kinds.boundaries import Retirement, Revision
from repairlog.kinds.moments import Support
from repairlog.readings.agenda import GoesOn, Question, StillFits
from repairlog.readings.in_force import Term
from repairlog.text import one_line

AGAIN = "When do you look at it again? (in 4 weeks …; Enter: no day)"
ATTAINABLE = "How attainable does it feel to you, 0 to 10? (Enter leaves it out)"


def revisited(asking: Asking, question: StillFits, key: str) -> Saved | None:
    """It still fits, it gets other words, it ends, or somebody from outside is to help."""
    term = question.term
    if key == "s":
        return _helped(asking, question)
    if key == "e":
        return _ended(asking, question)
    if key == "r":
        return _reworded(asking, question)
    again = _again(asking)
    felt = asking.rating(ATTAINABLE) if term.attainable else None
    body = Renewal(revisit=again, attainable=felt)
    return proposed(asking, question, body, term.version, _told(asking, term, again))


def _helped(asking: Asking, question: StillFits) -> Saved | None:
    """Where one boundary is crossed again and again: who could help, kept for both to read."""
    text = asking.text("Who or what could help? A counsellor, a friend, a book …", needed=True)
    if text is None:
        return None
    support = asking.say(Support(text=text), question.term.root)
    written = asking.keep(support, asking.put(question.key))
    return Saved("kept; what helps is for both to read", written)


def _again(asking: Asking) -> date | None:
    """The next day for it. Raises Refused for one that is past."""
    when = asking.ahead(AGAIN)
    if when and when.day <= asking.session.today:
        raise Refused(
            f"{day_text(when.day, asking.session.now)} is not ahead, and one looks at it again on "
            "a day to come; nothing was written."
        )
    return when.day if when else None


def _told(asking: Asking, term: Term, again: date | None) -> str:
    return f"{term.ref}, next {day_text(again, asking.session.now)}" if again else term.ref


def _reworded(asking: Asking, question: StillFits) -> Saved | None:
    """The next version: its words, or a cadence's time, and when it is looked at again."""
    term = question.term
    body = _next_version(asking, term)
    if body is None:
        return None
    again = _again(asking)
    body = replace(body, revisit=again, attainable=asking.rating(ATTAINABLE))
    about = term.root if isinstance(body, Revision) else term.version
    said = "".join(f"; {line}" for line in agreements.limits_of(body))
    return proposed(asking, question, body, about, _told(asking, term, again) + said)


def _next_version(asking: Asking, term: Term) -> Revision | Rule | Response | Cadence | None:
    part = term.agreed.body if term.agreed else None
    if isinstance(part, Cadence):
        at = asking.clock("By what time, from now on? (21:00 …; Enter: by the end of the day)")
        return None if at == part.at else replace(part, at=at, why=None)
    text = asking.text("In which words, from now on?", needed=True)
    if text is None:
        return None
    if term.boundary:
        version = term.boundary.version
        means, remedy = version.means, version.remedy
        return Revision(text=text, value=version.value, means=means, remedy=remedy)
    if isinstance(part, Rule):
        return replace(agreements.reworded(part, text), why=None)
    assert isinstance(part, Response)
    return replace(part, text=text, why=None)


def _ended(asking: Asking, question: StillFits) -> Saved:
    term = question.term
    body: Proposal = Retirement() if term.boundary else Ending()
    about = term.root if term.boundary else term.version
    return proposed(asking, question, body, about, f"{term.ref} ends")


def goes_on(asking: Asking, question: GoesOn, key: str) -> Saved:
    """Their own word on going on; it needs no one's answer."""
    body = Consent(to="growth", given=key == "y")
    written = asking.keep(asking.say(body), asking.put(question.key))
    told = "going on together" if body.given else "the yes to going on is taken back"
    return Saved(told, written)


def proposed(
    asking: Asking, question: Question | None, body: Proposal, about: str, told: str
) -> Saved:
    """A proposal by the person asked, saved at once; then the other's answer, now or later.

    ``question`` is the one that needs no second putting then; with None the question stays.
    """
    put = [asking.put(question.key)] if question else []
    written = asking.keep(asking.say(body, about), *put)
    other = asking.session.settings.other(asking.session.writer)
    if other is None or _own_word(question, body):
        return Saved(f"{told}: it stands as your own", written, stays=question is None)
    asking.terminal.say(f"\n  {one_line(other)}, do you agree?   [y]es   [n]o   [enter] later")
    yes = {"y": True, "n": False}.get(asking.terminal.key(("y", "n", ENTER)))
    beside, proposal = asking.person(other), written[0]
    reply: Assent | Decline | None = None if yes is None else Decline()
    if yes:
        rates = isinstance(question, StillFits) and _rates(question, body)
        ask = f"And to you, {one_line(other)}, 0 to 10? (Enter leaves it out)"
        reply = Assent(attainable=beside.rating(ask) if rates else None)
    draft = beside.say(reply, proposal.uid) if reply else beside.put(f"agree:{proposal.ref}")
    became = {True: "agreed by both", False: "declined", None: "proposed"}[yes]
    return Saved(f"{told}: {became}", (*written, *beside.keep(draft)), stays=question is None)


def _rates(question: StillFits, body: Proposal) -> bool:
    """Whether it is asked how attainable it feels: of new words, and where it was said before."""
    renewed = isinstance(body, Renewal) and bool(question.term.attainable)
    return renewed or isinstance(body, Revision | Rule | Response | Cadence)


def _own_word(question: Question | None, body: Proposal) -> bool:
    """Whether its writer's own word is enough: for what the other never agreed to."""
    if not isinstance(question, StillFits) or not isinstance(body, Renewal | Ending | Retirement):
        return False
    return not question.term.ever_agreed
