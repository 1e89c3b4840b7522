"""`help`: a command's help, or a page on something that no single command explains."""

from __future__ import annotations

from typing import Annotated

import typer

from repairlog.cli import show
from repairlog.cli.topics import TOPICS


def help_(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="TOPIC|COMMAND…", help=f"{', '.join(TOPICS)}, or any command"),
    ] = None,
) -> None:
    """Explain a command, or how to use this safely.

    Example: repairlog help safety
    """
    asked = words or []
    name = " ".join(asked).casefold()
    if name in TOPICS:
        if context.obj.json:
            show.as_json({"topic": name, "text": TOPICS[name]})
        else:
            print(TOPICS[name])
        return
    root = context.find_root()
    with root.command.make_context(root.info_name, [*asked, "--help"]) as found:
        root.command.invoke(found)
