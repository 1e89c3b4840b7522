"""Words to a recurrence rule (RFC 5545), and a rule to the days it falls on.

`expansion` finds the days, `parts` reads a raw RRULE, `words` says and reads rules as people do.
"""

from __future__ import annotations

from repairlog.recurrence.expansion import days
from repairlog.recurrence.rule import Rule
from repairlog.recurrence.words import describe, read_rule, rule_extends

__all__ = ["Rule", "days", "describe", "read_rule", "rule_extends"]
