"""The README's picture is the review of the made-up journal, as it is shown now.

To make it anew, delete the file and run this test: it is written down, and the test fails once.
"""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.terminal_theme import TerminalTheme

from repairlog.cli.week import report_of, week_to_review
from repairlog.render.review import page
from repairlog.render.theme import console
from tests.render.looked_at import KEPT

SUNDAY = "2026-11-22T21:00"
SEAL = "7K3Q-M2XD-90AF"  # the made-up journal has another one each time
COLUMNS = 80

PAPER = TerminalTheme((252, 252, 249), (38, 41, 46), [(38, 41, 46)] * 8)

# Rich's own frame fetches a font from elsewhere, and has a red light in its corner.
FRAME = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font: {char_height}px/{line_height}px ui-monospace, SFMono-Regular, Menlo,
  Consolas, "DejaVu Sans Mono", monospace }}
{styles}
</style>
<defs>
{lines}
</defs>
<rect fill="#fcfcf9" stroke="#d5d7da" x="0.5" y="0.5" width="99.9%" height="99.9%" rx="8"/>
<g class="{unique_id}-matrix" transform="translate(9, 20)">
{matrix}
</g>
</svg>
"""


def picture(monkeypatch: pytest.MonkeyPatch) -> str:
    """The page of the made-up week, as an SVG."""
    from types import SimpleNamespace

    from repairlog.cli.grammar import Globals
    from repairlog.cli.session import session

    monkeypatch.setenv("REPAIRLOG_NOW", SUNDAY)
    with session(SimpleNamespace(obj=Globals(demo=True))) as s:
        report = replace(report_of(s, week_to_review(s)), seal=SEAL)
    paper = console(io.StringIO(), width=COLUMNS, record=True)
    paper.print(page(report))
    drawn = paper.export_svg(theme=PAPER, code_format=FRAME, unique_id="review")
    lines = (line.strip() for line in drawn.replace("><", ">\n<").splitlines())
    return "\n".join(line for line in lines if line) + "\n"


def test_the_picture_is_the_review_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    kept, drawn = KEPT / "review.svg", picture(monkeypatch)
    if not kept.exists():
        kept.write_text(drawn, encoding="utf-8")
        pytest.fail(f"{kept.name} is new: look at it, and keep it if it is good")

    assert drawn == kept.read_text(encoding="utf-8")


def test_the_picture_fetches_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = picture(monkeypatch).replace('xmlns="http://www.w3.org/2000/svg"', "")

    assert "http" not in drawn
    assert "url(#review-line-0)" in drawn
