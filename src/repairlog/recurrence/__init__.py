"""Words to a recurrence rule (RFC 5545), and a rule to the days it falls on.

`expansion` finds the days, `rule` says what may stand in a rule, `words` has rules as people say
them. Each is imported when it is asked for: a promise that is kept once needs none of them.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from repairlog.recurrence.expansion import days
    from repairlog.recurrence.words import Rule, describe, read_rule, rule_extends

__all__ = ["Rule", "days", "describe", "read_rule", "rule_extends"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    if name == "days":
        from repairlog.recurrence.expansion import days

        return days
    from repairlog.recurrence import words

    return getattr(words, name)
