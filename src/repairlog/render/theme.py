"""Every colour and sign of the pages, and how lines are laid out so that no text breaks a column.

A page is lines of `rich.text.Text`, laid out for one width; `Page` hands them to a console. What a
person wrote comes in through `said` or `quoted`, which make it visible, never through markup.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import IO, cast

from rich.cells import cell_len, split_graphemes
from rich.console import Console, ConsoleOptions, RenderResult
from rich.style import Style
from rich.text import Text
from rich.theme import Theme

from repairlog.dates import day_text
from repairlog.readings.pace import Pace
from repairlog.readings.wording import GONE
from repairlog.text import one_line

# -- signs -------------------------------------------------------------------------------------

DASH = "\N{EN DASH}"
TIMES = "\N{MULTIPLICATION SIGN}"
APOSTROPHES = "\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
MATCHES = (
    "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}",
    "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}",
)
"""What stands around the words that were looked for, where no style can show them."""
LRM, RLM = "\u200e", "\u200f"

SIGNS = {
    "kept": "●",
    "late": "◐",
    "owned": "◇",
    "missed": "○",
    "eased": DASH,
    "released": DASH,
    "open": "·",
    "overdue": "·",
    "reached": "★",
    "planned": "☆",
    "boundary": "⚑",
    "repair": "↻",
    "crossed": "!",
}
"""One cell each. The legend's words are in WORDS; on pages `missed` is never called that."""

WORDS = {"missed": "nothing said"}

BARS = "▁▂▃▄▅▆▇"
ELLIPSIS = "…"
DOT = " · "
LINE = "─"

# Where the terminal is not UTF-8: one cell for one cell, so that columns stay as they are.
# The bidirectional marks have no width and nothing to do there.
PLAIN = str.maketrans(
    f"●◐◇○·★☆⚑↻─—…→▁▂▃▄▅▆▇“”{''.join(MATCHES)}{APOSTROPHES}{DASH}{TIMES}",
    "#/+o.*>%@--~>__.-~=^\"\"<>''-x",
    f"{LRM}{RLM}\u061c",
)

# -- colours -----------------------------------------------------------------------------------

# Middle tones, legible on a light and on a dark background, with a near neighbour among the
# sixteen colours of older terminals. Red is kept for a damaged journal.
GREEN, AMBER, BLUE, RED = "#3c9a3c", "#c78a1f", "#4f8ad9", "#cc3333"

STYLES = Theme(
    {
        "kept": Style(color=GREEN),
        "late": Style(color=AMBER),
        "owned": Style(color=AMBER),
        "missed": Style.null(),
        "eased": Style(dim=True),
        "released": Style(dim=True),
        "open": Style(dim=True),
        "overdue": Style.null(),
        "reached": Style(color=GREEN),
        "planned": Style(color=BLUE),
        "boundary": Style.null(),
        "repair": Style(color=GREEN),
        "crossed": Style(color=AMBER),
        "ahead": Style(color=BLUE),
        "title": Style(bold=True),
        "heading": Style(bold=True),
        "quiet": Style(dim=True),
        "match": Style(bold=True, underline=True),
        "damage": Style(color=RED, bold=True),
    },
    inherit=False,
)
"""The names to be used as styles of a Text; a console of `console` knows them."""


# -- the console -------------------------------------------------------------------------------

WIDEST = 100


def console(out: IO[str], *, width: int | None = None, record: bool = False) -> Console:
    """A console for pages on ``out``: no control codes in a pipe or with NO_COLOR.

    Rich minds FORCE_COLOR, COLUMNS and TERM. A stream that is not UTF-8 gets plainer signs, and
    what it cannot show is written out.
    """
    stream = out if _speaks_utf8(out) else cast(IO[str], _PlainStream(out))
    made = _console(stream, width, record, "auto")
    # Without its colours Rich would still send bold and dim.
    return _console(stream, width, record, None) if made.no_color else made


def _console(stream: IO[str], width: int | None, record: bool, colours: str | None) -> Console:
    return Console(
        file=stream,
        width=width,
        record=record,
        color_system=colours,  # type: ignore[arg-type]  # "auto" or None, both among its literals
        theme=STYLES,
        markup=False,
        highlight=False,
        emoji=False,
    )


def _speaks_utf8(out: IO[str]) -> bool:
    encoding = getattr(out, "encoding", None) or "utf-8"
    try:
        return codecs.lookup(encoding).name.startswith("utf")
    except LookupError:
        return False


class _PlainStream:
    """A stream that is not UTF-8, as something that takes every page."""

    def __init__(self, out: IO[str]) -> None:
        self._out = out
        self.encoding = getattr(out, "encoding", None) or "ascii"

    def write(self, text: str) -> int:
        return self._out.write(plain(text, self.encoding))

    def flush(self) -> None:
        self._out.flush()

    def isatty(self) -> bool:
        return self._out.isatty()

    def fileno(self) -> int:
        return self._out.fileno()


def plain(text: str, encoding: str) -> str:
    """The text with the signs that every terminal has; what ``encoding`` lacks is written out."""
    try:
        codec = codecs.lookup(encoding).name
    except LookupError:
        codec = "ascii"
    return text.translate(PLAIN).encode(codec, "backslashreplace").decode(codec)


class Page:
    """A page to print: ``lay`` makes its lines for a width; nothing is cropped, lines that do not
    fit a very narrow terminal are folded."""

    def __init__(self, lay: Callable[[int], Iterable[Text]]) -> None:
        self._lay = lay

    def said_with(self, words: Callable[[str], str]) -> Page:
        """The same page, each of its lines as ``words`` says it."""
        return Page(lambda width: (_said_anew(line, words) for line in self._lay(width)))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for laid in self._lay(min(options.max_width, WIDEST)):
            line = Text().append_text(laid)  # a style of the whole line becomes one of its text
            line.rstrip()
            fits = line.cell_len <= options.max_width
            for part in [line] if fits else _hanging(line, options.max_width):
                part.rstrip()
                yield from part.render(console, end="\n")


def _hanging(line: Text, width: int) -> list[Text]:
    """A line that became too long, what goes on below it standing where it began."""
    column = re.match(r" *(?:\S+ {2,})?", line.plain)
    own = min(column.end() if column else 0, width // 2)
    lines = _whole_commands(line[own:], width - own)
    first = line[:own].append_text(lines[0])
    return [first, *(Text(" " * own).append_text(part) for part in lines[1:])]


def _said_anew(line: Text, words: Callable[[str], str]) -> Text:
    """The line with one stretch of it said anew, in the style in which it stood."""
    before, after = line.plain, words(line.plain)
    if before == after:
        return line
    shorter = min(len(before), len(after))
    pairs = enumerate(zip(before, after, strict=False))
    start = next((n for n, (a, b) in pairs if a != b), shorter)
    most = shorter - start
    same = next((n for n in range(most) if before[~n] != after[~n]), most)
    end = len(before) - same
    of_it = [span.style for span in line.spans if span.start < end <= span.end]
    anew = Text(after[start : len(after) - same], of_it[-1] if of_it else "")
    return line[:start].append_text(anew).append_text(line[end:])


# -- pieces of a page --------------------------------------------------------------------------


def sign(name: str) -> Text:
    """The sign of a standing or happening, in its colour."""
    return Text(SIGNS[name], name)


def title(left: str | Text, right: str | Text, width: int) -> list[Text]:
    """The head of a page: its name, what it is as of, and a line under both."""
    head = Text("  ").append_text(_text(left, "title"))
    tail = _text(right, "quiet")
    room = width - head.cell_len - tail.cell_len - 1
    if room < 2:
        below = [Text("  ").append_text(line) for line in wrapped(tail, width - 4)]
        return [head, *below, rule(width)]
    return [head.append(" " * room).append_text(tail), rule(width)]


def rule(width: int) -> Text:
    """A quiet line across the page."""
    return Text(" " + LINE * (width - 2), "quiet")


def pace_lines(paces: Iterable[Pace], now: datetime, width: int) -> list[Text]:
    """What stands on top of a page while the pace is slow, or something is held."""
    lines = []
    for pace in paces:
        what = "Everything" if not pace.refs else ", ".join(pace.refs)
        holds = "is held" if len(pace.refs) < 2 else "are held"
        words = "A slow pace" if pace.kind == "slow" else f"{what} {holds}"
        told = Text().append(f"{words}, until {day_text(pace.until, now)}. ", "ahead")
        told.append_text(name(pace.by)).append(" asked for it.")
        lines += [Text("  ").append_text(line) for line in wrapped(told, width - 4)]
    return lines


def heading(words: str) -> Text:
    """The head of a section."""
    return Text("  ").append(words.upper(), "heading")


def legend(*names: str, width: int) -> list[Text]:
    """What the signs on this page mean, in the given order, on as many lines as it takes."""
    lines, line = [], Text("  ")
    for name in names:
        item = Text().append_text(sign(name)).append(f" {WORDS.get(name, name)}", "quiet")
        if line.cell_len > 2 and line.cell_len + item.cell_len + 2 > width:
            lines.append(line)
            line = Text("  ")
        line.append_text(item).append("  ")
    return [*lines, line]


def sparkline(values: Iterable[float | None], top: float = 1.0) -> str:
    """One bar a value from 0 to ``top``; a gap where there is none: silence is not progress."""
    highest = len(BARS) - 1
    return "".join(
        " " if value is None else BARS[min(highest, max(0, round(value / top * highest)))]
        for value in values
    )


# -- what people wrote -------------------------------------------------------------------------


def said(text: str | None, width: int, style: str = "") -> list[Text]:
    """What a person wrote, on one or more lines of at most ``width`` cells; None: it was erased."""
    if text is None:
        return wrapped(Text(GONE, "quiet"), width)
    return wrapped(Text(one_line(text), style), width)


def quoted(text: str | None, width: int, style: str = "") -> list[Text]:
    """What a person wrote, in their own words."""
    return said(text, width) if text is None else said(f"“{one_line(text)}”", width, style)


def wrapped(text: Text, width: int) -> list[Text]:
    """The text on lines of at most ``width`` cells, broken between words where that is possible.

    No grapheme is split, no command is broken, and right-to-left words stay in their own column.
    """
    return [isolated(line) for line in _whole_commands(text, width)]


def _whole_commands(text: Text, width: int) -> list[Text]:
    """The lines; a command that is offered goes whole to the next one, wherever it fits there."""
    kept, plain = text.copy(), text.plain
    for match in _COMMAND.finditer(text.plain):
        start, end = match.span()
        if end - start <= width:
            plain = plain[:start] + plain[start:end].replace(" ", _UNBROKEN) + plain[end:]
    kept.plain = plain
    lines = kept.wrap(_MEASURE, max(width, 2), overflow="fold")
    for line in lines:
        line.plain = line.plain.replace(_UNBROKEN, " ")
        line.rstrip()
    return list(lines)


_COMMAND = re.compile(r"(?:(?<=: )|(?<=, )|(?<=  )|^)repairlog(?: [^\s\u00b7,;]+){1,12}")
_UNBROKEN = "\ue0b7"  # of a private use: it stands for a blank while lines are broken
_MEASURE = Console(width=WIDEST, color_system=None)


def isolated(text: Text) -> Text:
    """The text with marks around it that keep a terminal which reorders right-to-left words from
    carrying the neighbouring columns along.

    Marks, not isolates: they have no width on every terminal, old ones too.
    """
    before, after = _marks(text.plain)
    return Text.assemble(before, text, after) if before else text


def in_place(words: str) -> str:
    """A person's words inside a sentence, with the same marks."""
    before, after = _marks(words)
    return f"{before}{words}{after}"


def _marks(text: str) -> tuple[str, str]:
    if not any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in text):
        return "", ""
    inner = RLM if _begins_from_the_right(text) else ""
    return LRM + inner, inner + LRM


def _begins_from_the_right(text: str) -> bool:
    strong = (unicodedata.bidirectional(char) for char in text)
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L"


def fit(text: str, cells: int) -> str:
    """One line of at most ``cells`` cells, whole graphemes, with an ellipsis where it was cut."""
    line = one_line(text)
    if cell_len(line) <= cells:
        return line
    kept, used = 0, cell_len(ELLIPSIS)
    for end, size in _graphemes(line):
        if used + size > cells:
            break
        kept, used = end, used + size
    return line[:kept].rstrip() + ELLIPSIS


def name(person: str, cells: int = 20) -> Text:
    """A person's name inside a line: as long as names mostly are, and in its place."""
    return isolated(Text(fit(person, cells)))


def _graphemes(text: str) -> list[tuple[int, int]]:
    """Where each grapheme ends and how many cells it takes. Rich joins everything but flags."""
    found: list[tuple[int, int]] = []
    half = False
    for start, end, size in split_graphemes(text)[0]:
        flag = "\U0001f1e6" <= text[start] <= "\U0001f1ff"
        if flag and half:
            found[-1] = (end, found[-1][1] + size)
        else:
            found.append((end, size))
        half = flag and not half
    return found


# -- columns -----------------------------------------------------------------------------------

Cell = tuple["str | Text | Sequence[Text]", int]
"""What stands in a column (its lines), and how many cells wide the column is."""


def row(*cells: Cell, indent: int = 2) -> list[Text]:
    """Columns side by side, each with as many lines as it has; wider lines are broken first."""
    columns = [(_lines(what, width), width) for what, width in cells]
    height = max(len(lines) for lines, _ in columns)
    rows = []
    for number in range(height):
        line = Text(" " * indent)
        for lines, width in columns:
            cell = lines[number] if number < len(lines) else Text()
            line.append_text(cell).append(" " * max(width - cell.cell_len, 0))
        rows.append(line)
    return rows


def _lines(what: str | Text | Sequence[Text], width: int) -> list[Text]:
    given = [_text(what)] if isinstance(what, str | Text) else list(what)
    return [part for line in given for part in _broken(line, width)]


def _broken(line: Text, width: int) -> list[Text]:
    return [line] if line.cell_len <= width else wrapped(line, width)


def _text(words: str | Text, style: str = "") -> Text:
    return words if isinstance(words, Text) else Text(words, style)
