"""The only reads and writes: one SQLite file, appended to and never rewritten.

`Journal.read` and its companions answer questions about entries; `Journal.writing` opens the one
transaction in which a command looks once more, then appends. Nothing here knows what an entry
means.
"""

from __future__ import annotations

from repairlog.journal.book import Draft, Journal, Writer
from repairlog.journal.files import create_journal, memory_journal, open_journal
from repairlog.journal.rows import Query, Thread, split_ref
from repairlog.journal.trouble import Locked, unlisted

__all__ = [
    "Draft",
    "Journal",
    "Locked",
    "Query",
    "Thread",
    "Writer",
    "create_journal",
    "memory_journal",
    "open_journal",
    "split_ref",
    "unlisted",
]
