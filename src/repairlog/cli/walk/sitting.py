"""One sitting of the guided review: question after question, a way back, and a pause.

The questions come from the record (`readings.agenda`), so nothing is kept in mind here that
could be lost: whoever stops, with a key or with Ctrl-C, goes on from there the next time.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace

from repairlog.cli import mend, show
from repairlog.cli import session as sessions
from repairlog.cli.session import Session
from repairlog.cli.walk.answers import answer
from repairlog.cli.walk.asking import Asking, Saved
from repairlog.cli.walk.forms import Form, form_of
from repairlog.cli.walk.terminal import ENTER, Terminal
from repairlog.cli.week import report_of
from repairlog.errors import RepairlogError, Unwritable
from repairlog.journal import Draft
from repairlog.kinds.mending import Undo
from repairlog.kinds.reviews import Review
from repairlog.readings.agenda import Question, Unsettled, one_by_one
from repairlog.readings.putting import Older, left_for_later, to_put, within_reach
from repairlog.readings.review import ReviewReport
from repairlog.readings.wording import number, sentence
from repairlog.render.question import Screen, question_page
from repairlog.render.review import page
from repairlog.render.week_words import short
from repairlog.text import one_line, visible

BACK, PAUSE, NO = "b", "p", "n"

WELCOME = (
    "One key acts at once, without Enter, and is saved; back, then undo, takes it back again. "
    "Leave for later what you like, pause when you like."
)
FAREWELL = "Every answer is saved. The next `repairlog review` goes on from here."


class Paused(Exception):
    """Someone chose to pause."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A question that was put, and what was saved (None: it was left for later)."""

    question: Question
    saved: Saved | None


@dataclass(slots=True)
class Walk:
    """One sitting. ``next_up`` are questions to put before those that the record asks; ``said``
    is what the next screen says of the last answer, ``name`` what stands on top of each (nothing:
    the week)."""

    session: Session
    report: ReviewReport
    terminal: Terminal
    passed: list[Passed] = field(default_factory=list)
    next_up: list[Question] = field(default_factory=list)
    said: tuple[str, ...] = (WELCOME,)
    offered: bool = False
    name: str = ""

    def run(self) -> None:
        """Put question after question until none is left, then ask who was present."""
        while True:
            question = self._next()
            if question is not None:
                self._put(question)
            elif self._end():
                return
            self._look_again()

    def _look_again(self) -> None:
        """Every answer is a command of its own, with a moment and a record of its own."""
        self.session = replace(self.session, now=sessions.clock())
        self.report = report_of(self.session, self.report.week, sitting=True)

    def _next(self) -> Question | None:
        """The next question, as the record has it now; what it no longer asks is passed over."""
        while self.next_up:
            wanted = self.next_up.pop(0).key
            for question in self._agenda():
                each = one_by_one(question) if isinstance(question, Unsettled) else ()
                for found in (question, *each):
                    if found.key == wanted:
                        return found
        return next(iter(self._to_put()), None)

    def _agenda(self) -> tuple[Question, ...]:
        """All that can be asked, what was left for later among it."""
        return within_reach(self.report)

    def _to_put(self) -> tuple[Question, ...]:
        """What is still to be asked, without what was left for later."""
        return to_put(self.report)

    def _leave(self, asking: Asking, question: Question) -> None:
        """Leave a question for later."""
        asking.leave(question)

    # -- one question --------------------------------------------------------------------------

    def _put(self, question: Question) -> None:
        key = self._ask(question, form_of(question, self.report), back=bool(self.passed))
        asking = Asking(self.session, self.terminal, self.report).person(question.person)
        self.said = ()
        if key == BACK:
            self._back(question)
        elif key == ENTER or (isinstance(question, Older) and key == NO):
            self._leave(asking, question)
            self.passed.append(Passed(question, None))
        else:
            self._take(asking, question, key)

    def _take(self, asking: Asking, question: Question, key: str) -> None:
        try:
            saved = answer(asking, question, key)
        except Unwritable:
            raise
        except RepairlogError as told:
            self.said = (told.sentence, *told.mend.splitlines())
            saved = None
        if saved is None:
            self.next_up.insert(0, question)
        elif saved.split:
            self.next_up[:0] = saved.split
        else:
            self.passed.append(Passed(question, saved))
            self.said = (f"Saved, as {question.person}: {saved.told}",)
            self.next_up[:0] = [question] if saved.stays else []

    def _ask(self, question: Question | None, form: Form, *, back: bool) -> str:
        """Show a screen and wait for one of its keys. Raises Paused."""
        shown = form.shown(back=back)
        put, of = self._progress(question)
        said = tuple(map(visible, self.said))
        screen = Screen(form.sentence, shown, put, of, said, self.name)
        self.terminal.fresh()
        show.page(question_page(self.report, question, screen, self.terminal.height))
        choices = {*form.keys, ENTER, PAUSE, *([BACK] if back else [])}
        key = self.terminal.key(choices)
        if key == PAUSE:
            raise Paused
        self.terminal.say(_word(shown, key))
        return key

    def _progress(self, question: Question | None) -> tuple[int, int]:
        """``4 of 11``: which question this is, of those of this sitting and the last one."""
        coming = {q.key for q in (*self._to_put(), *self.next_up)}
        coming |= {question.key} if question else set()
        put = {passed.question.key for passed in self.passed} - coming
        return len(put) + 1, len(put) + len(coming) + 1

    # -- back ----------------------------------------------------------------------------------

    def _back(self, question: Question | None) -> None:
        """To the questions before, newest first; what was saved there can be taken back."""
        if question is not None:
            self.next_up.insert(0, question)
        place = len(self.passed) - 1
        while (last := self.passed[place]).saved is not None:
            key = self._ask(last.question, _taken_back(last), back=place > 0)
            if key == ENTER:
                return
            if key == BACK:
                place -= 1
            elif self._undo(last.saved):
                break
        del self.passed[place]
        self.next_up.insert(0, last.question)

    def _undo(self, saved: Saved | None) -> bool:
        """Take back what an answer wrote, each entry by its own writer, as `undo` would."""
        written = saved.written if saved else ()
        own = {entry.by for entry in written}
        answered = mend.answered_by(self.session, written)
        if answered is not None and answered.by not in own:
            self.said = (f"{answered.by} has answered it already, so it stands.",)
            return False
        s = self.session
        with s.writing() as writer:
            for entry in reversed(written):
                writer.append(Draft(Undo(), entry.by, s.today, s.now, about=entry.uid))
        self.said = ("Taken back.",)
        return True

    # -- the end -------------------------------------------------------------------------------

    def _end(self) -> bool:
        """What was left for later, if they like; then who was present. True when it is over."""
        left = [] if self.offered else left_for_later(self.report)
        if left:
            self._offer(left)
            return False
        return self._close()

    def _offer(self, left: list[Question]) -> None:
        count, be = number(len(left)), "question was" if len(left) == 1 else "questions were"
        form = Form(
            f"{sentence(count)} {be} left for later.",
            {"g": "[g]o through now"},
            "[enter] leave it for the next review",
        )
        key = self._ask(None, form, back=bool(self.passed))
        self.said = ()
        if key == BACK:
            self._back(None)
            return
        self.offered = True
        self.next_up = left if key == "g" else []

    def _close(self) -> bool:
        key = self._ask(None, _who_was_here(self.report), back=bool(self.passed))
        self.said = ()
        if key == BACK:
            self._back(None)
            return False
        if key == ENTER:
            raise Paused
        people = self.report.people
        self._hold(people if key == "y" else (people[int(key) - 1],))
        return True

    def _hold(self, present: tuple[str, ...]) -> None:
        """Mark the week as reviewed, and leave its page."""
        s, week = self.session, self.report.week.first
        writer = s.settings.me if s.settings.me in present else present[0]
        body = Review(week=week, present=present, seal=s.journal.seal())
        with s.writing() as transaction:
            transaction.append(Draft(body, writer, s.today, s.now))
        self._look_again()
        self.terminal.fresh()
        show.page(page(self.report))
        self.terminal.say(f"\n  To keep it as a text: repairlog export --week {week} -o FILE")


def walk(s: Session, report: ReviewReport) -> None:
    """Go through the week at the terminal. Ctrl-C loses nothing."""
    try:
        Walk(s, report, Terminal()).run()
    except Paused:
        print(f"\n  {FAREWELL}")
    except (KeyboardInterrupt, EOFError):
        print(f"\n  {FAREWELL}", file=sys.stderr)
        raise


def _taken_back(last: Passed) -> Form:
    told = last.saved.told if last.saved else ""
    return Form(
        f"Saved here, as {one_line(last.question.person)}: {one_line(told)}",
        {"u": "[u]ndo it, and ask again"},
        "[enter] leave it as it is",
    )


def _who_was_here(report: ReviewReport) -> Form:
    names = [one_line(name) for name in report.people]
    so_far = "That was the week."
    if report.today < report.week.last:
        so_far = f"The week goes on until {short(report.week.last)}; that was it so far."
    if len(names) == 1:
        return Form(f"{so_far} Is it reviewed?", {"y": "[y]es"}, NOT_YET)
    keys = {"y": f"[y] {' and '.join(names)}"}
    keys |= {str(n): f"[{n}] {name} alone" for n, name in enumerate(names, 1)}
    return Form(f"{so_far} To call it reviewed: who was present?", keys, NOT_YET)


NOT_YET = "[enter] not yet"


def _word(shown: tuple[str, ...], key: str) -> str:
    """The words of the key that was pressed."""
    mark = f"[{key or 'enter'}]"
    found = next((word for word in shown if mark in word), "")
    return found.replace("[enter] ", "").replace("[", "").replace("]", "")
