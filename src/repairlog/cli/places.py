"""Where files are: the journal, the private journals beside it, and what the program leaves."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def journal_path(said: str | None) -> Path:
    """`--journal`, else ``REPAIRLOG_JOURNAL``, else the platform's data folder."""
    chosen = said or os.environ.get("REPAIRLOG_JOURNAL")
    return Path(chosen).expanduser() if chosen else _data_folder() / "journal.db"


def private_path(shared: Path, person: str) -> Path:
    """A person's private journal, beside the shared one."""
    return shared.with_name(f"{shared.stem}.private-{_file_name(person)}{shared.suffix}")


def _file_name(person: str) -> str:
    """The name as letters, digits and dashes; what cannot be kept is replaced by a digest."""
    from hashlib import sha256

    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in person.casefold())
    if plain == person.casefold():
        return plain
    return f"{plain.strip('-')[:20]}-{sha256(person.casefold().encode()).hexdigest()[:8]}"


def _data_folder() -> Path:
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "repairlog"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "repairlog"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "repairlog"
