"""Damage to the file: each is reported, or provably harmless.

*Reported*: `doctor` ends with 3 (or the journal does not open at all), and names the entry where it
stands in one's row. *Mended*: what is kept beside the entries was wrong, doctor said so and made it
again. *Harmless*: no reading differs, before doctor and after it, nor any hash.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults.figures import Figure
from tests.faults.stage import FIRST, OTHER, Stage

READINGS = (
    ("log", "--json"),
    ("ledger", "--json", "--all"),
    ("search", "evening", "--json"),
    ("review", "--no-input", "--json"),
    ("export", "--format", "json", "-o", "-"),
)
PAGE = 4096


def story(stage: Stage) -> None:
    """A journal of several pages, with something of each sort in it."""
    stage.begin()
    for number in range(12):
        stage.ok("commit", "a", "promise", f"number{number}", "--every", "day")
        stage.ok("add", "note", "the", "evening", f"number{number}", *["was", "quiet"] * 40)
    for number in range(1, 6):
        stage.ok("deliver", f"c{number}")
    stage.ok("trigger", "a", "late", "reply", "--as", "Ben")
    stage.ok("undo", "--as", "Ben")
    stage.ok("erase", "e3")
    stage.ok("boundary", "add", "we", "ask", "first", "--means", "ask", "--as", "Ben")


class Victim:
    """A journal that is damaged, looked at, and brought back."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        story(stage)
        self.raw = stage.path.read_bytes()
        self.hashes = stage.whole()
        self.readings = self.read()

    def read(self) -> list[tuple[int, str]]:
        """What the readings say, as far as they can."""
        said = [self.stage.run(line) for line in READINGS]
        assert not any("Traceback" in one.err or "mistake of" in one.err for one in said), said
        return [(one.code, one.out) for one in said]

    def damaged(self, raw: bytes, wal: bytes | None = None) -> str:
        """What comes of the file being this: how it is reported, or that it is harmless."""
        files = {"journal.db": raw}
        if wal is not None:
            files["journal.db-wal"] = wal
        self.stage.bring_back(files)
        before = self.read()
        ended = self.stage.run(["doctor", "--json"])
        assert "Traceback" not in ended.err, ended
        assert "mistake of" not in ended.err, ended
        if ended.code == 1:  # its beginning is damaged: it looks like another passphrase
            assert self.stage.locked
            assert all(code in (1, 3) for code, _ in before), before
            return "reported: does not open"
        if ended.code == 3:
            return self._reported(ended.out, ended.err)
        assert ended.code == 0, ended
        hashes = self.stage.whole()
        after = self.read()
        assert hashes == self.hashes
        assert after == self.readings, self._differ(after)
        if json.loads(ended.out)["advice"]:
            return "mended, told"
        assert before == self.readings, self._differ(before)
        return "harmless"

    def _differ(self, found: list[tuple[int, str]]) -> list[tuple[str, ...]]:
        pairs = zip(READINGS, found, self.readings, strict=True)
        return [line for line, one, other in pairs if one != other]

    @staticmethod
    def _reported(out: str, err: str) -> str:
        if not out:
            assert err.strip()
            return "reported: does not open"
        report = json.loads(out)
        assert report["whole"] is False
        refs = [finding["ref"] for finding in report["findings"]]
        assert report["file"] or any(report["findings"])
        return "reported: the entry" if any(refs) else "reported: the file"


def flipped(victim: Victim, times: int, seed: int = 4) -> Figure:
    """One bit of the file the other way round."""
    where = random.Random(seed)
    figure = Figure(f"a bit flipped{', locked' if victim.stage.locked else ''}")
    for _ in range(times):
        raw = bytearray(victim.raw)
        bit = where.randrange(len(raw) * 8)
        raw[bit // 8] ^= 1 << bit % 8
        try:
            figure.saw(victim.damaged(bytes(raw)))
        except AssertionError as problem:
            raise AssertionError(f"bit {bit}") from problem
    return figure


def words_flipped(victim: Victim, times: int, seed: int = 5) -> Figure:
    """One bit of something that a person wrote: it is always found, with the entry's name."""
    where = random.Random(seed)
    figure = Figure("a bit of someone's words flipped")
    starts = [i for i in range(len(victim.raw)) if victim.raw.startswith(b'"text":"', i)]
    for _ in range(times):
        raw = bytearray(victim.raw)
        raw[where.choice(starts) + 8] ^= 1
        seen = victim.damaged(bytes(raw))
        assert seen in ("reported: the entry", "harmless")  # harmless where the row is not in use
        figure.saw(seen)
    return figure


def torn(victim: Victim, times: int, seed: int = 6) -> Iterator[Figure]:
    """A cut tail, swapped pages, zeroed pages."""
    where = random.Random(seed)
    raw, pages = victim.raw, len(victim.raw) // PAGE

    def cut() -> bytes:
        return raw[: where.randrange(len(raw))]

    def swapped() -> bytes:
        one, other = where.sample(range(pages), 2)
        torn = bytearray(raw)
        torn[one * PAGE : (one + 1) * PAGE] = raw[other * PAGE : (other + 1) * PAGE]
        torn[other * PAGE : (other + 1) * PAGE] = raw[one * PAGE : (one + 1) * PAGE]
        return bytes(torn)

    def zeroed() -> bytes:
        page = where.randrange(pages)
        return raw[: page * PAGE] + bytes(PAGE) + raw[(page + 1) * PAGE :]

    kinds: dict[str, Callable[[], bytes]] = {
        "a cut tail": cut,
        "two pages swapped": swapped,
        "a page of zeros": zeroed,
    }
    for name, make in kinds.items():
        figure = Figure(f"{name}{', locked' if victim.stage.locked else ''}")
        for _ in range(times):
            figure.saw(victim.damaged(make()))
        yield figure


def stale_wal(victim: Victim) -> Figure:
    """The WAL of another state beside the file: that of the file itself a while later, under an
    earlier copy, as where somebody copied a backup over a journal in use."""
    stage = victim.stage
    figure = Figure(f"another file's WAL beside it{', locked' if stage.locked else ''}")
    between = [["add", "note", "later", str(number), *["words"] * 60] for number in range(30)]
    for line in (["commit", "a", "later", "line"], ["deliver", "c9"], ["add", "note", "x" * 9000]):
        stage.bring_back({"journal.db": victim.raw})
        assert stage.run(between).code == 0
        with stage.open() as journal:  # holds the WAL open, so that it stays
            journal.count()
            assert stage.cold(line).code == 0  # (a fork would inherit what SQLite holds here)
            wal = stage.path.with_name("journal.db-wal").read_bytes()
        now = victim.hashes
        victim.stage.bring_back({"journal.db": victim.raw, "journal.db-wal": wal})
        ended = stage.run(["doctor"])
        if ended.code == 0:  # it fits: the journal as it was then, whole
            assert now.items() <= stage.whole().items()
            figure.saw("fits, and is whole")
        else:
            assert ended.code == 3, ended
            figure.saw("reported")
    return figure


def never_by_another(victim: Victim) -> Figure:
    """A locked journal under another passphrase: nothing is said, and nothing changed."""
    stage = victim.stage
    figure = Figure("another passphrase")
    stage.bring_back({"journal.db": victim.raw})
    stage.knows(OTHER)
    for line in (*READINGS, ("commit", "a", "line"), ("doctor",), ("unlock",)):
        ended = stage.run(line)
        assert ended.code == 1, ended
        assert ended.out == ""
        assert stage.path.read_bytes() == victim.raw
        figure.saw("opens nothing")
    stage.knows(FIRST)
    return figure


def damages(folder: Path, locked: bool, flips: int, others: int) -> Iterator[Figure]:
    """All of it."""
    shutil.rmtree(folder, ignore_errors=True)
    victim = Victim(Stage(folder, locked))
    yield flipped(victim, flips)
    if locked:
        yield never_by_another(victim)
    else:
        yield words_flipped(victim, others)
    yield from torn(victim, others)
    yield stale_wal(victim)
