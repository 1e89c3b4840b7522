"""Who writes this journal, and the settings that hold at a moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from repairlog.dates import Calendar
from repairlog.kinds.keeping import Init, Setting
from repairlog.readings.record import Item, Record, Written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from repairlog.kinds.assent import SettingChange

SHARED = ("week-starts", "day-ends", "repairing", "hurt")
"""Settings that take both; the rest are one's own."""


MONTH_OF_WEEKS = 28


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds now. ``me`` is None where each command asks who writes (`settings me ask`).

    ``partner_since`` is when the second person joined, in the order of writing: what was proposed
    before stands alone. ``backup``: after how many days without a copy that is said; 0: never.
    """

    me: str | None
    people: tuple[str, ...]
    calendar: Calendar
    repairing: str | None = None
    hurt: str | None = None
    tone: bool = True
    backup: int = MONTH_OF_WEEKS
    partner_since: Written | None = None

    @property
    def alone(self) -> bool:
        return len(self.people) == 1

    def other(self, person: str) -> str | None:
        """The other person, or None for one alone."""
        return next((name for name in self.people if name != person), None)

    def may_pace(self, person: str) -> bool:
        """Whether the pace is this person's to set (DESIGN 3, "Pauses")."""
        return self.hurt is None or self.hurt == person


def settings(record: Record, device: str) -> Settings:
    """The settings as the record has them now; ``device`` says whose account this is.

    Raises LookupError where the record holds no beginning.
    """
    began = next((item for item in record.of(Init)), None)
    if began is None or not isinstance(began.body, Init):
        raise LookupError("the journal has no beginning")
    held = _begun(began, began.body)
    changes = [(item.order, item, item.day) for item in record.of(Setting)]
    if "setting-change" in record.kinds:
        changes += _agreed(record, held)
    for _, item, day in sorted(changes, key=lambda change: change[0]):
        held = _changed(held, item, device, day)
    return held


def _begun(item: Item, init: Init) -> Settings:
    return Settings(
        me=init.me,
        people=(init.me, init.partner) if init.partner else (init.me,),
        calendar=Calendar(day_ends=init.day_ends, week_starts=init.week_starts),
        repairing=init.repairing,
        hurt=init.hurt,
        partner_since=item.order if init.partner else None,
    )


def _agreed(record: Record, held: Settings) -> Iterator[tuple[Written, Item, date]]:
    """The shared settings that both agreed to, each from when it holds."""
    from repairlog.kinds.assent import SettingChange
    from repairlog.readings.assent import bound

    joined = held.partner_since or _joined(record)
    for item in record.of(SettingChange):
        agreed = bound(record, item, joined)
        if agreed:
            yield agreed.order, item, agreed.day


def _joined(record: Record) -> Written | None:
    for item in record.of(Setting):
        if isinstance(item.body, Setting) and item.body.name == "partner":
            return item.order
    return None


def _changed(held: Settings, item: Item, device: str, day: date) -> Settings:
    body: Setting | SettingChange = item.body  # type: ignore[assignment]  # `settings` chose it
    match body.name:
        case "me" if item.entry.device == device:
            return replace(held, me=None if body.value == "ask" else body.value)
        case "partner" if held.alone:
            people = (*held.people, body.value)
            return replace(held, people=people, partner_since=item.order)
        case "repairing":
            return replace(held, repairing=body.value or None)
        case "hurt":
            return replace(held, hurt=body.value or None)
        case "week-starts":
            return replace(held, calendar=replace(held.calendar, week_starts=int(body.value)))
        case "day-ends":
            # What is due on the day of the change, perhaps in its night, stays due when it was.
            ends, since = time.fromisoformat(body.value), day + timedelta(days=1)
            return replace(held, calendar=held.calendar.ending(ends, since))
        case "tone" if item.entry.device == device:
            return replace(held, tone=body.value == "on")
        case "backup" if item.entry.device == device:
            return replace(held, backup=int(body.value))
    return held
