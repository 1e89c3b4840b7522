"""The guided review: one question at a time on a terminal, each answer saved at once.

`sitting` goes from question to question, `forms` says how each is asked, `answers` what its answer
writes; `asking` is one person who is asked, `terminal` the screen and the keys.
"""

from __future__ import annotations

from repairlog.cli.walk.sitting import walk

__all__ = ["walk"]
