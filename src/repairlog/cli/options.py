"""The options that several commands have, each in the same words wherever it is offered.

Not for `commit` and `deliver`: the quick path reads their signatures as text (cli/quick.py).
"""

from __future__ import annotations

from typing import Annotated

import typer

Edit = Annotated[bool, typer.Option("--edit", help="write the text in your editor")]
Why = Annotated[str | None, typer.Option(metavar="TEXT", help="why, in your words")]
Attainable = Annotated[
    str | None, typer.Option(metavar="0-10", help="how attainable it feels to you")
]
Together = Annotated[
    bool, typer.Option("--together", help="the other person is here and answers now")
]
