"""Many at once: writers, first runs, and a lock or a restore in the middle of writers.

What holds: an entry that was acknowledged is in the journal that has the name afterwards, each
once; with a `restore` in the middle, it is in that one or in the journal that was kept beside. A
writer whom the exchange of the file overtakes is told so and writes nothing (exit 1); a `lock`
or a `restore` that finds the journal open changes nothing, says so, and is tried again here.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.faults.figures import Figure
from tests.faults.kills import NOTES
from tests.faults.stage import Ended, Stage

WRITERS = 8


def _lines(writer: int, times: int) -> list[list[str]]:
    return [
        ["commit", "walk", f"{writer}x{number}", "by", "the", "river"] for number in range(times)
    ]


def _said(writer: int, times: int, ended: Ended) -> set[str]:
    """What of its lines the writer was told to be saved."""
    every = {" ".join(line[1:]) for line in _lines(writer, times)}
    out = ended.out.lower()
    return {words for words in every if f"{words} " in out or f"{words}." in out}


def writers(folder: Path, times: int, locked: bool) -> Figure:
    """Eight processes that write so many entries each, all at once: all get through."""
    figure = Figure(f"8 writers of {times} entries each{', locked' if locked else ''}")
    stage = Stage(folder, locked)
    stage.begin()
    started = [stage.started(_lines(writer, times)) for writer in range(WRITERS)]
    for writer, one in enumerate(started):
        ended = one.ended()
        assert ended.code == 0, ended
        assert len(_said(writer, times, ended)) == times, ended
    there = stage.words()
    assert sorted(there) == sorted(
        " ".join(x[1:]) for w in range(WRITERS) for x in _lines(w, times)
    )
    stage.whole()
    figure.tries = figure.seen["saved"] = len(there)
    return figure


def first_runs(folder: Path, times: int, locked: bool) -> Figure:
    """Eight first runs at once: one begins the journal, the others find it."""
    figure = Figure(f"8 first runs at once{', locked' if locked else ''}")
    for turn in range(times):
        stage = Stage(folder / str(turn), locked)
        line = ["init", "Ana", "Ben", *(["--lock"] if locked else [])]
        codes = sorted(one.ended().code for one in [stage.started(line) for _ in range(WRITERS)])
        assert codes == [0, *[1] * (WRITERS - 1)], codes
        assert len(stage.whole()) == 1
        assert [p.name for p in stage.path.parent.iterdir()] == ["journal.db"]
        figure.saw("one began it")
    return figure


def exchanged(folder: Path, times: int, locked: bool, how: str) -> Figure:
    """A lock, an unlock or a restore in the middle of eight writers."""
    figure = Figure(f"`{how}` amid 8 writers of {times}{', locked' if locked else ''}")
    stage = Stage(folder, locked)
    stage.begin(*NOTES)
    backup = stage.folder / "backup.db"
    stage.ok("backup", str(backup))
    line = ["restore", str(backup)] if how == "restore" else [how]
    # Between two entries each writer does something else: else the journal is never free.
    pause = [["help", "safety"]] * 6
    started = [
        stage.started([x for line in _lines(writer, times) for x in (line, *pause)])
        for writer in range(WRITERS)
    ]
    refused = 0
    while (ended := stage.run(line)).code == 1 and refused < 500:
        assert "Another program has" in ended.err or "at this very moment" in ended.err, ended
        refused += 1
    assert ended.code == 0, ended
    by_then = sum(words.startswith("walk") for words in stage.words())
    said: set[str] = set()
    for writer, one in enumerate(started):
        ended = one.ended()
        assert ended.code in (0, 1), ended
        assert "Traceback" not in ended.err, ended
        figure.seen["refused, told so"] += ended.err.count("Not saved:")
        said |= _said(writer, times, ended)
    there = stage.words()
    stage.whole()
    for aside in stage.path.parent.glob("*before-restore*.db"):
        stage.whole(aside)
        by_then += sum(words.startswith("walk") for words in stage.words(aside))
        there += [words for words in stage.words(aside) if words not in there]
    walks = [words for words in there if words.startswith("walk")]
    assert said <= set(walks), said - set(walks)
    assert len(walks) == len(set(walks))
    stage.goes_on("afterwards")
    figure.tries = WRITERS * times
    figure.seen["acknowledged, and there"] = len(said)
    figure.seen["found open, tried again"] = refused
    figure.seen["written before it"] = by_then
    return figure


def together(folder: Path, locked: bool, times: int, turns: int) -> Iterator[Figure]:
    """All of it."""
    yield writers(folder / "writers", times, locked)
    yield first_runs(folder / "first", turns, locked)
    for how in ("unlock" if locked else "lock", "restore"):
        yield exchanged(folder / how, times, locked, how)
