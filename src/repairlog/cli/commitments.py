"""What the commands about commitments share: the course of one, whose it is, how it is echoed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from repairlog.cli import find
from repairlog.cli.session import Session
from repairlog.dates import day_text, moment_text
from repairlog.entries import Entry
from repairlog.errors import Refused
from repairlog.kinds.commitments import Commitment, Terms
from repairlog.readings.course import Course, course
from repairlog.readings.standing import Checkpoint, Occurrence, Standing, judge, reckon
from repairlog.readings.wording import happened, when_due
from repairlog.text import one_line


@dataclass(frozen=True, slots=True)
class Tie:
    """What a promise is tied to: the uid that it is about, and how an echo says so."""

    about: str | None = None
    told: str = ""


def course_of(
    session: Session, entry: Entry, *, whole: bool = False
) -> tuple[Course, Checkpoint | None]:
    """The course of a commitment, with the checkpoint it starts from (none with ``whole``)."""
    checkpoint = None
    if not whole:
        thread = session.journal.threads([entry.uid]).get(entry.uid)
        if thread and thread.through and thread.checkpoint:
            checkpoint = Checkpoint.from_text(thread.through, thread.checkpoint)
    record, item = find.item_of(session, entry, summed=checkpoint is not None)
    return course(record, item, session.settings), checkpoint


def promise(
    terms: Terms, text: str, *, need: str | None = None, who: str | None = None
) -> Commitment:
    """The body of a promise on these terms."""
    return Commitment(
        **terms.said(),
        text=text,
        need=need,
        who=who,
    )


def own(session: Session, path: Course, command: str) -> None:
    """Refuse what is not the writer's to say: people log their own acts."""
    who = path.who
    if who != session.writer:
        raise Refused(
            f"{path.item.ref} is {who}'s promise, so {who} says what became of it; "
            "nothing was written.",
            f"If {who} is here: repairlog --as {who} {command} {path.item.ref}",
        )
    if path.declined:
        raise Refused(
            f"{path.item.ref} was declined by {path.declined.by}, and that is all right; "
            "nothing was written.",
            f"To propose another: {_another(session, path)}",
        )
    if path.made is None:
        asks = session.settings.other(path.item.by) or who
        raise Refused(
            f"{path.item.ref} waits for {asks}'s yes before it binds; nothing was written.",
            f"repairlog --as {asks} agree {path.item.ref}",
        )


def _another(session: Session, path: Course) -> str:
    """The command that proposes something else in the place of what was declined."""
    if path.who != path.item.by:
        return "repairlog boundary step REF TEXT…"
    above = session.journal.above([path.item.entry])
    about = f" --about {above[0].ref}" if above else ""
    return f"repairlog setback TEXT…{about} --plan TEXT"


def due(session: Session, path: Course) -> str:
    """When a promise is due, with its first day: ``weekdays by 18:00, first Mon 23 Nov``."""
    words = when_due(path.terms, session.now)
    if path.once or not path.segments:
        return words
    first = next(path.windows(), None)
    return f"{words}, first {day_text(first.day, session.now)}" if first else words


def overdue(session: Session, path: Course) -> bool:
    """Whether a promise made once is past its deadline as it is made."""
    return path.once and reckon(path, session.now).standing == "overdue"


def what_became(session: Session, path: Course, standing: Standing, entry: Entry) -> str:
    """What a delivery came to, in a sentence: ``kept, Mon 23 Nov 17:52 (by 18:00)``."""
    when = happened(entry.day, entry.at, session.now)
    if path.once:
        if standing.done and standing.done.uid == entry.uid:
            by = _by(session, standing.deadline, entry)
            return f"{standing.standing}, {when}{by}."
        if entry.uid in {item.uid for item in standing.extras}:
            return f"done once more, {when}: kept beside the figures."
        return f"partly, {when}: effort noted."
    for occurrence in (*standing.occurrences, *standing.ahead):
        if entry.uid in {item.uid for item in occurrence.delivered}:
            return _delivered(session, occurrence, when, entry)
        if entry.uid in {item.uid for item in occurrence.extra}:
            return f"done once more, {when}: kept beside the figures."
        if entry.uid in {item.uid for item in occurrence.partly}:
            return f"partly, {when}: effort noted for {day_text(occurrence.day, session.now)}."
    for occurrence in judge(path, session.now)[1]:  # a week or month ahead, begun and still open
        if entry.uid in {item.uid for item in occurrence.delivered}:
            return _delivered(session, occurrence, when, entry)
    return f"done, {when}: kept beside the figures."


def _delivered(session: Session, occurrence: Occurrence, when: str, entry: Entry) -> str:
    if occurrence.times > 1:
        done = f"{len(occurrence.delivered)} of {occurrence.times}"
        window = f"the days to {day_text(occurrence.day, session.now)}"
        return f"{done} for {window}, {when}."
    if occurrence.day != occurrence.delivered[0].day:
        return f"{occurrence.standing}, {when}, for {day_text(occurrence.day, session.now)}."
    by = _by(session, occurrence.deadline, entry, same_day=True)
    return f"{occurrence.standing}, {when}{by}."


def _by(
    session: Session, deadline: datetime | None, entry: Entry, *, same_day: bool = False
) -> str:
    """The time by which it was due, and on its day whether a time was said at all; nothing where
    that was the end of the day."""
    if deadline is None or deadline.time() == session.calendar.day_ends:
        return ""
    if entry.at is None and session.calendar.day_of(deadline) == entry.day:
        return f" (by {deadline:%H:%M}; day only, so counted as on time)"
    return f" (by {deadline:%H:%M})" if same_day else f" (by {moment_text(deadline, session.now)})"


def shown(path: Course) -> str:
    """The promise's own words on one line."""
    return one_line(path.text)
