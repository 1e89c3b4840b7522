"""The columns of the week's page: references, names, texts that wrap, and notes at the edge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from repairlog.render.theme import DOT, Cell, fit, isolated, quoted, row, said, wrapped
from repairlog.text import one_line

REF = 5
LONGEST_NAME = 12
NARROWEST = 16
"""Below so many cells a text is not broken further; a line may then be wider than the page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of one width, for these people."""

    people: tuple[str, ...]
    width: int

    @property
    def who(self) -> int:
        """How wide the column of names is."""
        names = [min(cell_len(name), LONGEST_NAME) for name in self.people]
        return max([*names, 2]) + 2

    def name(self, name: str) -> Text:
        """A person's name in its column."""
        return isolated(Text(fit(name, LONGEST_NAME)))

    def room(self, *taken: int) -> int:
        """How many cells are left beside columns of these widths."""
        return max(self.width - 6 - sum(taken), NARROWEST)

    def columns(
        self, fixed: Sequence[Cell], text: Sequence[Text], note: str | Text = ""
    ) -> list[Text]:
        """Columns of fixed widths, then a text, then a note at the right edge."""
        edge = Text(note, "quiet") if isinstance(note, str) else note
        widths = [width for _, width in fixed]
        beside = self.width - 6 - sum(widths) - edge.cell_len
        if edge.cell_len and beside >= NARROWEST + 2:
            return row(*fixed, (text, beside), (edge, edge.cell_len), indent=4)
        room = self.room(*widths) + 2
        lines = row(*fixed, (text, room), indent=4)
        return lines + (self.under(sum(widths), wrapped(edge, room)) if edge.cell_len else [])

    def under(self, inner: int, lines: Sequence[Text]) -> list[Text]:
        """Lines below a text that begins at the column ``inner``."""
        return shifted(lines, 4 + inner)

    def voiced(
        self, lead: str, text: str | None, room: int, lead_style: str = "quiet"
    ) -> list[Text]:
        """A person's words after a lead, aligned with themselves where there is room."""
        lead = one_line(lead) + " " if lead else ""
        beside = room - cell_len(lead)
        if beside >= max(NARROWEST, room // 2):
            return led(Text(lead, lead_style), quoted(text, beside))
        return wrapped(
            Text().append(lead, lead_style).append_text(quoted(text, 1_000_000)[0]), room
        )

    def full(self, text: Text) -> Iterator[Text]:
        """A text over the whole width."""
        for line in wrapped(text, self.width - 4):
            if line.cell_len:
                yield Text("  ").append_text(line)

    def quiet(self, words: str) -> list[Text]:
        """A remark of the page itself."""
        return shifted(wrapped(Text(words, "quiet"), self.width - 6), 4)


def shifted(lines: Iterable[Text], by: int) -> list[Text]:
    """The lines, further to the right."""
    return [Text(" " * by).append_text(line) for line in lines]


def led(lead: Text, lines: Sequence[Text]) -> list[Text]:
    """The lines behind a lead, all beginning where the first one does."""
    first = Text().append_text(lead)  # a Text's own style would colour what is appended to it
    return [first.append_text(lines[0]), *shifted(lines[1:], lead.cell_len)]


def packed(parts: Iterable[Text], join: Text, room: int) -> list[Text]:
    """The parts side by side on lines of at most ``room`` cells; none of them is broken."""
    lines: list[Text] = []
    for part in parts:
        if lines and lines[-1].cell_len + join.cell_len + part.cell_len <= room:
            lines[-1].append_text(join).append_text(part)
        else:
            lines.append(Text().append_text(part))
    return lines


def with_more(own: str | None, more: str, room: int, join: str = DOT) -> list[Text]:
    """A person's words (None: erased), and after them in quiet what the page adds."""
    text = said(own, 1_000_000)[0] if own is None else Text(fit(own, 1_000_000))
    if more:
        text.append(f"{join}{one_line(more)}", "quiet")
    return wrapped(text, room)
