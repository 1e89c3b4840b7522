"""The page of a journal's health: calm where all is well, plain where it is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from rich.text import Text

from repairlog.dates import day_text, moment_text
from repairlog.readings.health import Health, Sealed
from repairlog.render.sheet import shifted
from repairlog.render.theme import Page, fit, heading, title, wrapped

WHOLE = 1_000_000  # cells: on one line, and nothing cut
SHOWN = 20
"""How many findings are shown; a file that lost more than that has lost them all alike."""

UNSHOWN = (
    "A seal does not show what was written later, nor that a time or a statement is true: "
    "only that what was there is still there, as it was."
)
AS_IT_WAS = "Go on from a backup; this file is kept beside it: repairlog restore BACKUP"


def doctor_page(report: Health) -> Page:
    """The page of a journal's health."""
    return Page(lambda width: _lines(report, width))


def _lines(report: Health, width: int) -> Iterator[Text]:
    day = f"as of {moment_text(report.as_of, report.as_of)}"
    yield from title("The journal's health", day, width)
    yield from _said(_opening(report), width, "" if report.whole else "damage")
    yield from _said([fit(report.path, WHOLE)], width, "quiet")
    if not report.whole:
        yield Text()
        yield heading("not as it was written")
        yield from _damage(report, width)
    if report.advice:
        yield Text()
        yield heading("beside the record")
        for advice in report.advice:
            yield from shifted(wrapped(Text(fit(advice.what, WHOLE)), width - 6), 4)
    if report.asked:
        yield Text()
        yield heading(f"the seal {report.asked.code}")
        yield from _seal(report, report.asked, width)
    yield Text()
    yield Text().append(f"  Seal {report.seal}", "quiet")


def _opening(report: Health) -> list[str]:
    count, devices = report.checked.entries, report.checked.devices
    entries = "The one entry is" if count == 1 else f"All {count:,} entries are"
    written = "" if devices < 2 else f", on {devices} devices"
    if report.whole:
        as_written = "as it was written" if count == 1 else "each as it was written"
        return [f"{entries} there{written}, {as_written}."]
    return ["Something in this file is no longer as it was written. Nothing was changed now."]


def _said(sentences: Iterable[str], width: int, style: str = "") -> Iterator[Text]:
    for words in sentences:
        yield from shifted(wrapped(Text().append(words, style), width - 4), 2)


def _damage(report: Health, width: int) -> Iterator[Text]:
    found = [(f.ref, f.what) for f in report.checked.findings if f.damage]
    found += [("file", what) for what in report.file]
    refs = max(len(ref) for ref, _ in found) + 2
    for ref, what in found[:SHOWN]:
        lines = wrapped(Text(fit(what, WHOLE)), width - 6 - refs)
        first = Text().append(f"    {ref:<{refs}}", "damage").append_text(lines[0])
        yield first
        yield from shifted(lines[1:], 4 + refs)
    if len(found) > SHOWN:
        yield Text(f"    and {len(found) - SHOWN} more")
    yield Text()
    yield from _said([AS_IT_WAS], width)


def _seal(report: Health, asked: Sealed, width: int) -> Iterator[Text]:
    yield from shifted(wrapped(Text(_seal_says(report, asked)), width - 6), 4)
    yield from shifted(wrapped(Text().append(UNSHOWN, "quiet"), width - 6), 4)


def _seal_says(report: Health, asked: Sealed) -> str:
    covers = asked.covers
    if covers is None:
        return (
            "No state that this journal was ever in has this seal. It may be another journal's, "
            "or a character of it was misread; or something that it covered was changed, or is "
            "no longer there."
        )
    written = datetime.fromisoformat(covers.written).astimezone()
    count = "entry" if covers.entries == 1 else f"{covers.entries:,} entries"
    state = f"It was given over the first {count}, to {covers.ref} of {_on(written, report)}."
    if not asked.stands:
        return f"{state} Not all of them are as they were: see above."
    later = report.checked.entries - covers.entries
    since = f" {later:,} came later." if later else " Nothing came later."
    return f"{state} All that it covered still stands, as it was.{since}"


def _on(moment: datetime, report: Health) -> str:
    return day_text(moment, report.as_of)
