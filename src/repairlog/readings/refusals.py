"""What is said when a delivery or a miss does not fit the record: why, and what works."""

from __future__ import annotations

from datetime import date

from repairlog.dates import day_text
from repairlog.errors import Refused
from repairlog.readings.course import Course
from repairlog.readings.record import Item

TYPE_CHECKING = False
if TYPE_CHECKING:
    from repairlog.readings.standing import Occurrence


class Ambiguous(Refused):
    """A delivery that could mean two occurrences: the one before, or the running one."""

    def __init__(self, sentence: str, mend: str, before: Occurrence, running: Occurrence) -> None:
        super().__init__(sentence, mend)
        self.before = before
        self.running = running


def released(course: Course) -> Refused:
    """Nothing is owed after a release."""
    assert course.released is not None
    ref, day = course.item.ref, day_text(course.released.day)
    return Refused(
        f"{ref} was released on {day}; nothing is asked of it any more, and nothing was written.",
        f"To keep it as a good moment: repairlog add win {course.text}",
    )


def too_early(course: Course, day: date) -> Refused:
    """A delivery before the commitment's first day."""
    ref = course.item.ref
    return Refused(
        f"{ref} began on {day_text(course.first)}, and {day_text(day)} is before that; "
        "nothing was written.",
        f"To keep it as a good moment: repairlog add win {course.text}",
    )


def done(course: Course, delivery: Item) -> Refused:
    """It was delivered already."""
    ref, day = course.item.ref, day_text(delivery.day)
    return Refused(
        f"{ref} was delivered on {day} already; nothing was written.",
        f"To see it: repairlog show {ref}",
    )


def owned_already(course: Course, occurrence: Occurrence | None) -> Refused:
    """The miss was said already."""
    ref = course.item.ref
    which = f" for {day_text(occurrence.day)}" if occurrence else ""
    return Refused(
        f"{ref} was owned{which} already; nothing was written.",
        f"If it was done after all: repairlog deliver {ref}"
        + (f" --for {occurrence.day}" if occurrence else ""),
    )


def owned_by_none(course: Course, day: date) -> Refused:
    """A day that no occurrence owns."""
    ref = course.item.ref
    return Refused(
        f"{day_text(day)} belongs to no occurrence of {ref}; nothing was written.",
        f"To see its days: repairlog show {ref}",
    )


def for_of_once(course: Course) -> Refused:
    """`--for` names an occurrence, and a once commitment has none."""
    ref = course.item.ref
    return Refused(
        f"{ref} is promised once, so there is no occurrence for --for to name; "
        "nothing was written.",
        f"Without it: repairlog deliver {ref}",
    )


def nothing_late(course: Course) -> Refused:
    """`--late`, and nothing is late."""
    ref = course.item.ref
    return Refused(
        f"Nothing of {ref} is late; nothing was written.",
        f"Without --late: repairlog deliver {ref}",
    )


def no_date_to_miss(course: Course) -> Refused:
    """An open-ended promise: nothing of it can be missed."""
    ref = course.item.ref
    return Refused(
        f"{ref} has no date, so nothing of it is missed; nothing was written.",
        f"To give it one: repairlog renegotiate {ref} --by WHEN\n"
        f"To let it go: repairlog release {ref}",
    )


def nothing_to_own(course: Course) -> Refused:
    """A miss, and no occurrence fits."""
    ref = course.item.ref
    return Refused(
        f"There is no occurrence of {ref} to own; nothing was written.",
        f"To see its days: repairlog show {ref}",
    )


def ambiguous(course: Course, before: Occurrence, running: Occurrence) -> Ambiguous:
    """The Sunday plan brought on Monday."""
    ref = course.item.ref
    return Ambiguous(
        f"{ref} could mean {day_text(before.day)} or {day_text(running.day)}; "
        "nothing was written. Say which:",
        f"repairlog deliver {ref} --for {before.day}    (late, for {day_text(before.day)})\n"
        f"repairlog deliver {ref} --for {running.day}    (ahead, for {day_text(running.day)})",
        before,
        running,
    )
