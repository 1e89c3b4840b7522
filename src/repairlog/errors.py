"""The error family: each carries its sentence, the step that mends it, and its exit code."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar


class RepairlogError(Exception):
    """What a person is told when something could not be done.

    ``sentence`` says what is so and why; ``mend`` is the command or step that works
    (one or more lines, may be empty).
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, sentence: str, mend: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.mend = mend


class Refused(RepairlogError):
    """Understood, but it does not fit the record (DESIGN 4: exit 1)."""

    exit_code = 1


class Shut(Refused):
    """A locked journal that is not opened."""


class Unsaid(Shut):
    """Who was asked for a passphrase stopped there."""

    exit_code = 130


class Misread(RepairlogError):
    """Wrong usage: it could not be read (exit 2)."""

    exit_code = 2


class Unwritable(RepairlogError):
    """The journal is damaged or cannot be written (exit 3)."""

    exit_code = 3
