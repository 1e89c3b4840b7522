"""Pages that a person has looked at, kept as they were then.

A page that is not kept yet is written down and the test fails once: look at it, and keep the file
if it is good. To keep a page anew, delete its file.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import RenderableType

from repairlog.render import theme

KEPT = Path(__file__).parent / "pages"


def text_of(page: RenderableType, width: int = 80, *, encoding: str = "utf-8") -> str:
    """The page as it is written to a pipe of this width and encoding."""
    pipe = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    theme.console(pipe, width=width).print(page)
    pipe.flush()
    assert isinstance(pipe.buffer, io.BytesIO)
    return pipe.buffer.getvalue().decode(encoding)


def looks_as_kept(name: str, text: str) -> None:
    """Compare a page with the one that was kept under this name."""
    kept = KEPT / f"{name}.txt"
    if not kept.exists():
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(text, encoding="utf-8")
        pytest.fail(f"{kept.name} is new: look at it, and keep it if it is good")
    assert text == kept.read_text(encoding="utf-8")
