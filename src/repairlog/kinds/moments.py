"""Moments: what `add KIND` writes. A new one is one definition here and one line of the registry.

Its command and help, its line in `log`, its search, export and import, and its place in the
review come by themselves from the two fields of ``Moment``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from repairlog.kinds.body import Body, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment(Body):
    """Something worth keeping.

    ``example`` is shown in its help. ``place`` is where the review shows it: "right" (what went
    right), "challenging" (it waits for the other's answer), "shared" (shared meaning, one
    resurfaces each week), "moments" (the rest). ``private``: written to one's own journal.
    """

    example: ClassVar[str]
    place: ClassVar[str] = "moments"
    private: ClassVar[bool] = False

    text: Words


class Note(Moment):
    """Anything worth remembering."""

    example = "we talked in the car, and it helped"


class Win(Moment):
    """Something that went right, however small."""

    place = "right"
    example = "we walked home the long way and laughed"


class Appreciation(Moment):
    """Something the other did that meant something."""

    place = "right"
    example = "you told me about the call before I asked"


class Need(Moment):
    """Something I need moving forward; it waits for the other's answer."""

    place = "challenging"
    example = "I need a quiet half hour after work"


class Doubt(Moment):
    """A doubt, before it becomes a resentment; it waits for the other's answer."""

    place = "challenging"
    example = "I still check the clock at six"


class Update(Moment):
    """What I am changing, told unasked."""

    example = "I moved the late meeting to the morning"


class Misread(Moment):
    """Something that may have been misread; it waits for the other's answer."""

    place = "challenging"
    example = "I took the short reply for anger"


class Care(Moment):
    """What steadied me; it goes to your own private journal."""

    private = True
    example = "twenty minutes by the river before breakfast"


class Value(Moment):
    """Something both hold dear."""

    place = "shared"
    example = "we tell each other first"


class Goal(Moment):
    """Something to reach together."""

    place = "shared"
    example = "a weekend away in spring, looking forward to it"


class Memory(Moment):
    """Something that bonded us."""

    place = "shared"
    example = "the night train, and breakfast on the platform"


class Ritual(Moment):
    """Something to do again and again that says we choose each other."""

    place = "shared"
    example = "tea together before the Sunday review"


class Project(Moment):
    """Something to make together; commitments can be tied to it."""

    place = "shared"
    example = "build the raised beds before summer"


class Support(Moment):
    """Help from outside: a therapist, a group, a friend."""

    example = "first session with the couples therapist"


MOMENTS: tuple[type[Moment], ...] = tuple(Moment.__subclasses__())
"""All of them, in the order of their definitions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Body):
    """The other person's answer to a doubt, a need or a misread."""

    text: Words
