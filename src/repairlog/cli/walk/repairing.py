"""What is answered in the guided review about repairs: a step, a word that it was received, how far
a repair has come."""

from __future__ import annotations

from repairlog.cli import commitments
from repairlog.cli.terms import Said, read_terms
from repairlog.cli.walk.asking import Asking, Saved
from repairlog.journal import Draft, Query
from repairlog.kinds.assent import Adoption
from repairlog.kinds.commitments import Delivery
from repairlog.kinds.moments import Update
from repairlog.kinds.repair import Acknowledgement
from repairlog.readings import agenda as questions
from repairlog.readings.agenda import Question
from repairlog.readings.binding import bind
from repairlog.readings.repair import DisclosureReport, Owned, Silent
from repairlog.text import one_line


def of_repairs(asking: Asking, question: Question, key: str) -> Saved | None:
    """The answer about something told, owned or promised as a repair."""
    match question:
        case questions.ToReceive(disclosure=told):
            return _received(asking, told, key)
        case questions.ToRepair(owned=one):
            return _plan(asking, one) if one.kind == "setback" else step(asking, one.uid, one.ref)
        case questions.HowFar(silent=silent):
            return _done(asking, silent) if key == "d" else _update(asking, silent)
    raise TypeError(type(question))


def step(asking: Asking, about: str, ref: str, *, for_both: bool = False) -> Saved | None:
    """A step that repairs something: a promise of the person asked; ``for_both``: it is proposed
    to the other in the same command."""
    text = asking.text("What will you do?", needed=True)
    if text is None:
        return None
    s = asking.session
    terms = asking.terms("By when? (Enter: no date)") or read_terms(s, Said())
    with s.writing() as writer:
        promised = writer.append(asking.say(commitments.promise(terms, text), about))
        if for_both:
            writer.append(Draft(Adoption(), s.writer, s.today, s.now, about=promised.uid))
        written = tuple(writer.written)
    return Saved(f"{promised.ref} repairs {ref}", written)


def _plan(asking: Asking, one: Owned) -> Saved | None:
    """A plan takes both: the other is asked for their yes further on."""
    return step(asking, one.uid, one.ref, for_both=True)


def _received(asking: Asking, told: DisclosureReport, key: str) -> Saved | None:
    note = asking.text("A word about it:", needed=True) if key == "w" else None
    if key == "w" and note is None:
        return None
    written = asking.keep(asking.say(Acknowledgement(note=note), told.uid))
    return Saved(f"{told.ref} received", written)


def _done(asking: Asking, silent: Silent) -> Saved:
    s = asking.session
    with s.writing() as writer:
        [entry] = s.journal.read(Query(uids=(silent.step.uid,)))
        path, _ = commitments.course_of(s, entry, whole=True)
        commitments.own(s, path, "deliver")
        of = bind(path, s.now, s.today, s.now)
        writer.append(s.draft(Delivery(of=of), about=entry.uid))
        written = tuple(writer.written)
    return Saved(f"{entry.ref} delivered", written)


def _update(asking: Asking, silent: Silent) -> Saved | None:
    text = asking.text("How far has it come, in a line?", needed=True)
    if text is None:
        return None
    written = asking.keep(asking.say(Update(text=text), silent.step.uid))
    return Saved(f"about {silent.step.ref}, “{one_line(text)}”", written)
