"""What is kept beside the entries, compared with what the entries say."""

from __future__ import annotations

import os
from pathlib import Path

from repairlog.cli import load, threads
from repairlog.dates import read_clock
from repairlog.journal.stored import stored, words_agree
from tests.locked import open_journal


def what_is_kept_is_true(path: Path) -> None:
    """What is kept of open threads, and the index of words, is what all entries give anew."""
    with open_journal(path) as journal:
        held = load.settings(journal)
        rebuilt = threads.from_entries(journal, held, read_clock(os.environ))
        kept = {thread.uid: thread.closed for thread in journal.all_threads()}
        assert words_agree(journal, stored(journal))
    assert kept == {thread.uid: thread.closed for thread in rebuilt}
