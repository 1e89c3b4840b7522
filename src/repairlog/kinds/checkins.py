"""Check-ins: a short daily one, a weekly one, a monthly one, each person's own."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from repairlog.kinds.body import Body, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

CADENCES = ("daily", "weekly", "monthly")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkin(Body):
    """How one person is: safety and vigilance are two independent scales, 0 to 10 each.

    One that is asked for line by line is saved line by line: each further line is an entry about
    the first one, and all of them read as one check-in (`readings.record`). ``goes_on``: more was
    still to be asked when this line was written.
    """

    cadence: str
    safety: int | None = None
    vigilance: int | None = None
    summary: Words | None = None
    keep: Words | None = None
    challenging: Words | None = None
    need: Words | None = None
    goes_on: bool = False

    def with_line(self, line: Checkin) -> Checkin:
        """This check-in with what a further line of it says."""
        named = ((field.name, getattr(line, field.name)) for field in fields(line))
        said: dict[str, Any] = {name: value for name, value in named if value is not None}
        return replace(self, **said)
