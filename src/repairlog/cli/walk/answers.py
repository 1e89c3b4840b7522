"""What the answers of the guided review write: each one a command of its own, saved at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from repairlog.cli import boundaries, checkins, commitments, conversations, proposals
from repairlog.cli.mend import carry_out_erasure
from repairlog.cli.session import Session
from repairlog.cli.terms import Said, read_terms
from repairlog.cli.walk.asking import Asking, Saved
from repairlog.cli.walk.forms import deadline_past
from repairlog.cli.walk.repairing import of_repairs, step
from repairlog.cli.walk.revisiting import goes_on, proposed, revisited
from repairlog.cli.walk.terminal import ENTER
from repairlog.dates import When, after, day_text
from repairlog.entries import Entry
from repairlog.errors import Misread
from repairlog.journal import Draft, Query
from repairlog.kinds.assent import Assent, Decline, Erasure
from repairlog.kinds.body import Body
from repairlog.kinds.boundaries import Crossing, Honoured, Repaired
from repairlog.kinds.changes import Renegotiation
from repairlog.kinds.commitments import Delivery, Miss
from repairlog.kinds.conversations import Confirmation, Paraphrase
from repairlog.kinds.milestones import Celebration
from repairlog.kinds.moments import Answer, Appreciation, Need, Note, Win
from repairlog.kinds.triggers import Meaning, Settling
from repairlog.readings import agenda as questions
from repairlog.readings.agenda import Question, Unsettled, one_by_one
from repairlog.readings.binding import bind, bind_miss
from repairlog.readings.course import Course
from repairlog.readings.putting import Older
from repairlog.readings.scales import SCALES
from repairlog.readings.standing import Occurrence
from repairlog.readings.wording import when_due
from repairlog.render.week_words import days_text, month
from repairlog.text import one_line


def answer(asking: Asking, question: Question, key: str) -> Saved | None:
    """Take the answer that the key begins, and save it; None where nothing was given after all.

    Raises Refused or Misread where it does not fit the record; then nothing was written.
    """
    match question:
        case Older(waiting=waiting):
            return Saved("", split=waiting)
        case questions.HowWasIt():
            return _checkin(asking)
        case questions.WentRight():
            return _went_right(asking, key)
        case Unsettled():
            return UNSETTLED[key](asking, question)
        case questions.ToAnswer(challenge=one):
            return _worded(
                asking, "In your words:", lambda text: Answer(text=text), one.uid, one.ref
            )
        case questions.ToPlan(challenge=one):
            return step(asking, one.uid, one.ref)
        case questions.IsMeantSo() | questions.WhatIsHeard():
            return _of_a_talk(asking, question, key)
        case questions.ToReceive() | questions.ToRepair() | questions.HowFar():
            return of_repairs(asking, question, key)
        case questions.NextWeek():
            return _next_week(asking, key)
    return _of_the_agreement(asking, question, key)


def _of_the_agreement(asking: Asking, question: Question, key: str) -> Saved | None:
    """Boundaries, triggers, milestones and proposals."""
    match question:
        case questions.HowWasBoundary():
            return _boundary(asking, question, key)
        case questions.ToMend(boundary=boundary, crossing=crossing):
            return step(asking, crossing.uid, boundary.ref)
        case questions.IsRepaired(boundary=boundary, crossing=crossing):
            written = asking.keep(asking.say(Repaired(), crossing.uid))
            return Saved(f"{boundary.ref} repaired", written)
        case questions.WhatWasMeant(trigger=one):
            ask = "What you meant, in your words:"
            return _worded(asking, ask, lambda text: Meaning(text=text), one.uid, one.ref)
        case questions.HasSettled():
            return _settled(asking, question)
        case questions.ToCelebrate(milestone=milestone):
            note = asking.text("How? (Enter: just celebrated)")
            written = asking.keep(asking.say(Celebration(note=note), milestone.uid))
            return Saved(f"{milestone.ref} celebrated", written)
        case questions.StillFits():
            return revisited(asking, question, key)
        case questions.GoesOn():
            return goes_on(asking, question, key)
        case questions.ToAgree():
            return _agreed(asking, question, key)
    raise TypeError(type(question))


# -- check-ins, moments ------------------------------------------------------------------------


def _checkin(asking: Asking) -> Saved | None:
    """The weekly form, line by line; each line is saved before the next one is asked for."""
    making = checkins.making(asking.session, "weekly", asking.of_the_week)

    def line(name: str, words: str) -> int | str | None:
        return asking.rating(words) if name in SCALES else asking.text(words)

    making.ask(line)
    return Saved("the weekly check-in", tuple(making.written)) if making.written else None


def _went_right(asking: Asking, key: str) -> Saved | None:
    text = asking.text("In a line:", needed=True)
    if text is None:
        return None
    body = Win(text=text) if key == "w" else Appreciation(text=text)
    written = asking.keep(asking.say(body, on=asking.of_the_week))
    return Saved(f"“{one_line(text)}”", written, stays=True)


def _worded(
    asking: Asking, ask: str, body: Callable[[str], Body], about: str, ref: str
) -> Saved | None:
    text = asking.text(ask, needed=True)
    if text is None:
        return None
    return Saved(f"{ref}, “{one_line(text)}”", asking.keep(asking.say(body(text), about)))


def _next_week(asking: Asking, key: str) -> Saved | None:
    ask = "What do you promise?" if key == "c" else "What would help?"
    text = asking.text(ask, needed=True)
    if text is None:
        return None
    if key == "h":
        written = asking.keep(asking.say(Need(text=text)))
        return Saved(f"{written[0].ref}, “{one_line(text)}”", written, stays=True)
    terms = asking.terms("When? (friday 18:00, every weekday at 18:00; Enter: no date)")
    terms = terms or read_terms(asking.session, Said())
    written = asking.keep(asking.say(commitments.promise(terms, text)))
    due = when_due(terms, asking.session.now)
    return Saved(f"{written[0].ref}, {one_line(text)}, {due}", written, stays=True)


# -- promises ----------------------------------------------------------------------------------


def _delivered(asking: Asking, question: Unsettled) -> Saved | None:
    """One key says it of the week's days; of several, some from before it, it is asked once."""
    days = tuple(o.day for o in question.occurrences)
    if len(days) > 1 and days[0] < asking.report.week.first and not _on_time_all(asking, days):
        return None
    return _done(asking, question, late=False)


def _on_time_all(asking: Asking, days: tuple[date, ...]) -> bool:
    ask = f"All {len(days)}, from {days[0].day} {month(days[0])} on: were they done on time?"
    asking.terminal.say(f"\n  {ask}   [y]es   [n]o")
    return asking.terminal.key(("y", "n", ENTER)) == "y"


def _late(asking: Asking, question: Unsettled) -> Saved:
    return _done(asking, question, late=True)


def _done(asking: Asking, question: Unsettled, *, late: bool) -> Saved:
    """Deliveries for every occurrence that the question is about, in one command."""
    s, entry = asking.session, question.promise.course.item.entry
    with s.writing() as writer:
        path = _own_course(s, entry, "deliver")
        for occurrence in question.occurrences:
            on = None if late else _on_time(s, occurrence)
            for _ in range(occurrence.times - len(occurrence.delivered)):
                writer.append(_delivery(s, path, on, occurrence.day))
        if not question.occurrences:
            due = question.promise.due_on if deadline_past(question, asking.report) else None
            writer.append(_delivery(s, path, When(due, None) if due and not late else None, None))
        written = tuple(writer.written)
    return Saved(f"{entry.ref} {'late' if late else 'delivered'}{_of(asking, question)}", written)


def _own_course(s: Session, entry: Entry, command: str) -> Course:
    path, _ = commitments.course_of(s, entry, whole=True)
    commitments.own(s, path, command)
    return path


def _on_time(s: Session, occurrence: Occurrence) -> When | None:
    """The day of an occurrence whose deadline is past; now (None), where it is still ahead."""
    return When(occurrence.day, None) if after(s.now, occurrence.deadline) else None


def _delivery(s: Session, path: Course, on: When | None, named: date | None) -> Draft:
    day, at = (on.day, on.at) if on else (s.today, s.now)
    of = bind(path, s.now, day, at, named=named)
    return s.draft(Delivery(of=of), about=path.item.uid, on=on)


def _owned(asking: Asking, question: Unsettled) -> Saved | None:
    """One miss for every occurrence, in one command; a plan is asked for after it, once."""
    s, entry = asking.session, question.promise.course.item.entry
    own = asking.text("What do you own? One sentence is enough.", needed=True)
    if own is None:
        return None
    days: tuple[date | None, ...] = tuple(o.day for o in question.occurrences) or (None,)
    with s.writing() as writer:
        path = _own_course(s, entry, "miss")
        for day in days:
            body = Miss(own=own, of=bind_miss(path, s.now, day))
            writer.append(s.draft(body, about=entry.uid))
        written = tuple(writer.written)
    return Saved(f"{entry.ref} owned{_of(asking, question)}", written)


def _still_open(asking: Asking, question: Unsettled) -> Saved:
    asking.leave(question)
    return Saved(f"{question.promise.ref} is still open")


def _one_by_one(_: Asking, question: Unsettled) -> Saved:
    return Saved("", split=one_by_one(question))


def _noted(asking: Asking, question: Unsettled) -> Saved | None:
    item = question.promise.course.item
    text = asking.text("A word about it:", needed=True)
    if text is None:
        return None
    written = asking.keep(asking.say(Note(text=text), item.uid, asking.of_the_week))
    return Saved(f"a note about {item.ref}", written, stays=True)


def _renegotiated(asking: Asking, question: Unsettled) -> Saved | None:
    """New terms, proposed; the other person, who sits beside, answers now or later."""
    path = question.promise.course
    ask = "By when, from now on?"
    if not path.once:
        ask = "How often, from now on? (weekday, 2 times a week, at 20:00 …)"
    terms = asking.terms(ask, path.terms, needed=True)
    if terms is None:
        return None
    body = Renegotiation(
        **terms.said(),
        why=asking.text("Why? (Enter leaves it out)"),
    )
    told = f"{path.item.ref}, {when_due(terms, asking.session.now)}"
    return proposed(asking, None, body, path.item.uid, told)


def _of(asking: Asking, question: Unsettled) -> str:
    days = tuple(o.day for o in question.occurrences)
    return f" for {days_text(days, asking.report)}" if days else ""


UNSETTLED: dict[str, Callable[[Asking, Unsettled], Saved | None]] = {
    "d": _delivered,
    "l": _late,
    "o": _owned,
    "s": _still_open,
    "1": _one_by_one,
    "n": _noted,
    "r": _renegotiated,
}
"""What each key does that a promise is asked about with."""


# -- conversations -----------------------------------------------------------------------------


def _of_a_talk(
    asking: Asking, question: questions.IsMeantSo | questions.WhatIsHeard, key: str
) -> Saved | None:
    """The speaker's word on what was heard; or, after a correction, what is heard by now."""
    one = question.round
    if key == "h":
        assert one.answer is not None
        ask = f"What do you hear {one_line(one.answer.by)} say?"
        heard = asking.text(ask, quotes=True, needed=True)
        if heard is None:
            return None
        written = asking.keep(asking.say(Paraphrase(text=heard), one.answer.uid))
        return Saved(f"{written[0].ref}, “{one_line(heard)}”", written)
    conversations.to_confirm(asking.session, [one.ref])
    if key == "r":
        ask = "What did you mean? One sentence is enough."
        return _worded(asking, ask, lambda text: Confirmation(correct=text), one.uid, one.ref)
    written = asking.keep(asking.say(Confirmation(), one.uid))
    return Saved(f"{one.ref}, heard as it was meant", written)


# -- boundaries, triggers ----------------------------------------------------------------------


def _boundary(asking: Asking, question: questions.HowWasBoundary, key: str) -> Saved | None:
    one = question.boundary
    if key == "h":
        written = asking.keep(asking.say(Honoured(), one.uid, asking.of_the_week))
        return Saved(f"{one.ref} honoured", written)
    what = asking.text(f"What did it do to you? {NO_DETAILS}")
    if what is None and not _wordless(asking):
        return None
    usual = asking.of_the_week
    on = asking.past(f"When was it? (Enter: {'that week' if usual else 'today'})") or usual
    day = on.day if on else asking.session.today
    if day < one.day:
        raise Misread(f"{one.ref} was named on {day_text(one.day)}, and that was after it.")
    [entry] = asking.session.journal.read(Query(uids=(one.uid,)))
    version = boundaries.look(asking.session, entry).in_force(day)
    written = asking.keep(asking.say(Crossing(what=what, version_of=version.uid), one.uid, on))
    return Saved(f"{one.ref} was crossed. What it says is said again below", written)


NO_DETAILS = "One sentence; no details are needed."


def _wordless(asking: Asking) -> bool:
    """Whether a crossing is to be written down without a word, which is all right."""
    asking.terminal.say("\n  Write it down without a word?   [y]es   [enter] no, leave it")
    return asking.terminal.key(("y", ENTER)) == "y"


def _settled(asking: Asking, question: questions.HasSettled) -> Saved:
    one = question.trigger
    level = asking.rating("How strong is it now, 0 to 10? (Enter leaves it out)")
    helped = asking.text("What helped? (Enter leaves it out)")
    written = asking.keep(asking.say(Settling(intensity=level, helped=helped), one.uid))
    return Saved(f"{one.ref} settled", written)


# -- the agreement -----------------------------------------------------------------------------


def _agreed(asking: Asking, question: questions.ToAgree, key: str) -> Saved:
    s, ref = asking.session, question.waiting.ref
    body: Assent | Decline = Decline()
    if key == "a":
        felt = asking.rating("How attainable does it feel, 0 to 10? (Enter leaves it out)")
        body = Assent(attainable=felt)
    with s.writing() as writer:
        record, item = proposals.waiting_for(s, ref)
        proposals.refuse_own(s, item)
        writer.append(s.draft(body, about=item.uid))
        if key == "a" and isinstance(item.body, Erasure):
            carry_out_erasure(s, writer, record, item)
        written = tuple(writer.written)
    return Saved(f"{ref} {'agreed' if key == 'a' else 'declined'}", written)
