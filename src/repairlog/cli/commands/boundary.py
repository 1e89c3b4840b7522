"""`boundary`: what is nonnegotiable, in behaviour that both can see, and what becomes of it."""

from __future__ import annotations

from repairlog.cli.lines import Group, Place

HERE = "repairlog.cli.commands"

boundary = Group(
    "boundary",
    {
        "add": Place(f"{HERE}.boundary_words:add", "name a boundary and what it means"),
        "revise": Place(f"{HERE}.boundary_words:revise", "propose its next version"),
        "honoured": Place(f"{HERE}.boundary_events:honoured", "say that it was honoured"),
        "crossed": Place(f"{HERE}.boundary_events:crossed", "say that it was crossed, calmly"),
        "step": Place(f"{HERE}.boundary_events:step", "add a step that puts it right"),
        "repaired": Place(f"{HERE}.boundary_events:repaired", "call a crossing repaired"),
        "retire": Place(f"{HERE}.boundary_words:retire", "let it go"),
        "pattern": Place(f"{HERE}.boundary_words:pattern", "propose a name for what repeats"),
        "show": Place(f"{HERE}.boundary_pages:show_one", "one boundary, whole", reads=True),
        "list": Place(f"{HERE}.boundary_pages:list_all", "all boundaries, by value", reads=True),
    },
    help="What is nonnegotiable, and the behaviour it means. Alone it lists them.",
    alone="list",
)
