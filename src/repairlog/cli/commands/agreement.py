"""`agreement`: all that binds now, and what is agreed beforehand: rules, responses, cadences."""

from __future__ import annotations

from repairlog.cli.lines import Group, Place

HERE = "repairlog.cli.commands"

agreement = Group(
    "agreement",
    {
        "rule": Place(f"{HERE}.agreement_words:rule", "a ground rule for how you talk"),
        "response": Place(f"{HERE}.agreement_words:response", "what you do when something hurts"),
        "cadence": Place(f"{HERE}.agreement_words:cadence", "how often each of you checks in"),
        "revisit": Place(f"{HERE}.agreement_revisit:revisit", "look at what is due again"),
        "end": Place(f"{HERE}.agreement_words:end", "let a part of it go"),
        "show": Place(f"{HERE}.agreement_pages:show_all", "all that binds now", reads=True),
    },
    help="All that binds now, who agreed when, and when you look at it again. Alone it shows it.",
    alone="show",
)
