"""The state of a journal, as `doctor` tells it: what was found, and what mends it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from repairlog.readings.check import Checked, Covered


@dataclass(frozen=True, slots=True)
class Advice:
    """Something that is not damage: what is so, and the command that mends it (nothing where it
    was mended already)."""

    what: str
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A seal that was asked about, and the state of the record that has it (None: no state)."""

    code: str
    covers: Covered | None
    stands: bool


@dataclass(frozen=True, slots=True)
class Health:
    """All that `doctor` found. ``file`` is what SQLite's own check says of the file."""

    as_of: datetime
    path: str
    checked: Checked
    file: tuple[str, ...]
    advice: tuple[Advice, ...]
    seal: str
    asked: Sealed | None

    @property
    def whole(self) -> bool:
        """Whether the record is as it was written."""
        return not self.file and not any(found.damage for found in self.checked.findings)


def stands(checked: Checked, covers: Covered | None) -> bool:
    """Whether everything that a seal covered is as it was."""
    if covers is None:
        return False
    return not any(f.damage and f.place <= covers.entries for f in checked.findings)


def as_json(report: Health) -> dict[str, Any]:
    """What `doctor --json` prints."""
    return {
        "as_of": report.as_of.isoformat(timespec="seconds"),
        "whole": report.whole,
        "entries": report.checked.entries,
        "devices": report.checked.devices,
        "file": list(report.file),
        "findings": [
            {"ref": found.ref or None, "what": found.what, "damage": found.damage}
            for found in report.checked.findings
        ],
        "advice": [{"what": one.what, "mend": one.mend or None} for one in report.advice],
        "seal": report.seal,
        "asked": _sealed_json(report.asked) if report.asked else None,
    }


def _sealed_json(asked: Sealed) -> dict[str, Any]:
    covers = asked.covers
    return {
        "seal": asked.code,
        "known": covers is not None,
        "stands": asked.stands,
        "entries": covers.entries if covers else None,
        "last": covers.ref if covers else None,
        "written": covers.written if covers else None,
    }
