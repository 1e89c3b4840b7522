"""`help`: a command's help, or a page on something that no single command explains."""

from __future__ import annotations

from typing import Annotated

import typer

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
    topic = TOPICS.get(" ".join(asked).casefold())
    if topic is not None:
        print(topic)
        return
    root = context.find_root()
    with root.command.make_context(root.info_name, [*asked, "--help"]) as found:
        root.command.invoke(found)
