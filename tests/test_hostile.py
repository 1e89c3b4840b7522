"""Text is text: whatever stands in an entry, no page, export, echo or refusal lets it act.

One corpus in every field of every kind that holds words, as names of people, and in every line
that is typed. What a kind of its own would add is tried as soon as `tests.made` writes one.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from repairlog.cli import threads
from repairlog.dates import read_clock
from repairlog.entries import CHAIN_START, Entry, chained, content_digest
from repairlog.export.complete import read
from repairlog.journal.arrival import take_over
from repairlog.text import LONGEST, visible
from tests.export.test_escape import STRICT
from tests.export.test_markdown import skeleton
from tests.locked import open_journal
from tests.made import everything, reworded
from tests.program import Run
from tests.test_lives import WRITE

ACTS = {
    "colours and a cleared screen": "a\x1b[31;5mred\x1b[2J\x1b[H b",
    "a title and a link (OSC)": "a\x1b]0;gone\x07 \x1b]8;;http://x.y\x1b\\link\x1b]8;;\x1b\\ b",
    "the clipboard (OSC 52)": "a\x1b]52;c;cm0gLXJm\x07 b",
    "a device's own (DCS)": "a\x1bP1;1|17/ab\x1b\\ \x1bP+q544e\x1b\\ b",
    "eight-bit controls (C1)": "a\x9b31m \x9d0;gone\x9c \x90q\x9c \x85 b",
    "back over what stands": "a\b\b\b\x7f\rover\v\f\0 b",
    "bytes that are not UTF-8": "a\udcff\udc80 \ud800 b",
}
"""What no text holds that was typed here; a file from elsewhere may."""

STANDS = {
    "turned round": "a\u202egnp.exe\u202c \u2066x\u2069 \u2067y b",
    "lines and paragraphs": "a\u2028b\u2029c\nd\n\n\n e",
    "no width": "a\u200bb\u200d\ufeffc\u2060d\u00adé",
    "wide and combined": "日本語のテキスト" * 9 + " z" + "\u0301\u0323" * 20 + " 👩‍👩‍👧‍👦🇪🇺",
    "right to left": "שלום a مرحبا 12:30 b",
    "Rich": "[blink red on green]a[/] [link=http://x.y]b[/link] [/] [@click=x]c :warning: \\[b]",
    "Markdown": "# a\n- b\n1. c\n> d\n```\ne\n***\n[f](g) ![h](i) `j` **k** | l | <!-- m",
    "HTML": "<script>alert(1)</script><img src=x onerror=y> &lt; &#60; </td></table><!--",
    "a spreadsheet": "=1+cmd|' /C calc'!A0 @SUM(1) +1 -1 \t=2 \"a\",b;c",
    "SQL": "'); DROP TABLE entry; -- \" OR 1=1 %s ? :x \\' NULL",
    "a template": "{0} {x!r} {{y}} %(z)s %n ${HOME} $(id) `id` \\n \\x1b[31m",
    "one long word": "x" * 3_000,
    "a long line": "and on and on " * 300,
}
"""What anyone may write."""

TEXTS = {
    "what acts": " ".join(ACTS.values()).replace(ACTS["bytes that are not UTF-8"], "")
} | STANDS
BRIEF = {"what acts": TEXTS["what acts"], "what stands": "\n".join(STANDS.values())}

NAMES = (("[blink red]A[/]", "**B** <i>x"), ("=1+1|A", "'B\"; --"), ("שרה", "日本\u202eB"))

PAGES = """
today
ledger
ledger --all
review --no-input --week 2026-11-18
review --no-input --month 2026-11
timeline --since 2026-11-01
agreement
agreement --as-of 2026-11-21
boundary
trigger list
talk list
milestone
consent
pace show
log --all
settings
doctor
search zq
export --week 2026-11-18
export --week 2026-11-18 --for partner
export --week 2026-11-18 --for therapist --initials
""".strip().splitlines()

PLAIN = "zq river"
CODES = re.compile(r"\x1b\[([0-9;]*)m")
UNRULY = frozenset("\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def filled(path: Path, text: str, names: Sequence[str] = ("Ana", "Ben")) -> list[Entry]:
    """A journal in which this text stands wherever words may stand."""
    made: list[Entry] = []
    for number, entry in enumerate(reworded(everything(*names), lambda *_: text), 1):
        assert entry.fields is not None
        content = content_digest("00ff", entry.fields)
        written = max([entry.written, *(one.written for one in made[-1:])])
        whole = replace(entry, seq=number, written=written, salt="00ff", content=content)
        made.append(chained(made[-1].hash if made else CHAIN_START, whole))
    now = read_clock(os.environ)
    take_over(path, made, now, lambda journal: threads.rebuild(journal, now))
    return made


def acting(out: str) -> set[str]:
    """What in an output would act on a terminal, or turn its lines round."""
    return {
        char
        for char in out
        if (unicodedata.category(char) in ("Cc", "Cs") and char != "\n") or char in UNRULY
    }


def pages(entries: Sequence[Entry]) -> Iterator[str]:
    """Every reading, and of each kind something with its history."""
    yield from PAGES
    yield from (f"show {ref}" for ref in {entry.kind: entry.ref for entry in entries}.values())


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u200e\u200f]+", "", text)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_page_and_no_export_lets_it_act(run: Run, journal_path: Path, text: str) -> None:
    entries = filled(journal_path, text)
    for line in pages(entries):
        told = run.ok(line)
        assert acting(told.out + told.err) <= set("\t"), line
        if line.startswith("log"):
            assert _squeezed(visible(text)) in _squeezed(told.out)


@pytest.mark.parametrize("name", ["Rich", "a template", "right to left", "Markdown"])
def test_no_style_comes_from_it(
    run: Run, journal_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    entries = filled(journal_path, STANDS[name])
    plain = tmp_path / "plain" / "journal.db"
    filled(plain, PLAIN)
    for line in list(pages(entries))[: len(PAGES) + 12]:
        out = run.ok(line).out
        ours = set(CODES.findall(run.ok(f"--journal {plain} {line}").out))
        assert acting(CODES.sub("", out)) <= set("\t"), line
        assert set(CODES.findall(out)) <= ours, line


def test_half_a_character_is_none_that_a_file_could_hold(journal_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        filled(journal_path, ACTS["bytes that are not UTF-8"])
    assert not journal_path.exists()


@pytest.mark.parametrize("text", BRIEF.values(), ids=BRIEF)
def test_json_gives_it_back_as_it_is(run: Run, journal_path: Path, text: str) -> None:
    entries = {entry.uid: entry for entry in filled(journal_path, text)}
    log = run.ok("log --all --json")
    assert acting(log.out) == set()
    for row in log.report["entries"]:
        assert _words(row["fields"]) == _words(entries[row["uid"]].fields), row
    whole = run.ok("export --format json").out
    assert acting(whole) == set()
    assert read(whole).entries == tuple(entries.values())
    for line in PAGES:
        if not line.startswith("export"):
            told = run.ok(f"{line} --json").out
            assert acting(told) == set(), line
            json.loads(told)


def _words(fields: Any) -> list[str]:
    if isinstance(fields, dict):
        return [word for name in sorted(fields) for word in _words(fields[name])]
    if isinstance(fields, list):
        return [word for value in fields for word in _words(value)]
    return [fields] if isinstance(fields, str) and len(fields) > 10 else []


@pytest.mark.parametrize("names", NAMES, ids=str)
def test_names_are_text_too(run: Run, journal_path: Path, names: tuple[str, str]) -> None:
    entries = filled(journal_path, PLAIN, names)
    expected = skeleton(STRICT.parse(_summary(run, journal_path.with_name("other.db"))))
    for line in pages(entries):
        told = run.ok(line)
        assert acting(told.out + told.err) == set(), line
    assert skeleton(STRICT.parse(run.ok("export --week 2026-11-18").out)) == expected
    for line in ("today", "ledger", "log --all", "agreement"):
        assert _squeezed(visible(names[0])) in _squeezed(run.ok(f"{line} --json").out) or "\\" in (
            names[0] + names[1]
        )


def _summary(run: Run, path: Path) -> str:
    filled(path, PLAIN)
    return run.ok(f"--journal {path} export --week 2026-11-18").out


# -- what is typed ---------------------------------------------------------------------------------


def typed(line: str, text: str) -> list[str]:
    """The words of a line, with the text for what is free in it."""
    return [text if word == "TEXT" else word for word in line.split()]


REFS = {
    **dict.fromkeys(("rule", "p"), "p1"),
    **dict.fromkeys(("crossing", "need", "doubt", "misread", "project", "talk", "any"), "e3"),
    **dict.fromkeys(("trigger", "t"), "t1"),
    **dict.fromkeys(("paraphrase", "disclosure", "apology", "setback"), "e4"),
    **{letter: f"{letter}1" for letter in "cbm"},
}


@pytest.mark.parametrize("text", [*ACTS.values(), *STANDS.values()], ids=[*ACTS, *STANDS])
def test_no_echo_and_no_refusal_lets_it_act(run: Run, journal_path: Path, text: str) -> None:
    run.ok("init Ana Ben --hurt Ana")
    taken = text in STANDS.values()
    went = 0
    for line in WRITE:
        told = run(typed(re.sub(r"\{(\w+)\}", lambda found: REFS[found[1]], line), text))
        assert told.code in (0, 1, 2), told
        assert acting(told.out + told.err) <= set("\t"), told
        if "TEXT" in line:
            went += told.code == 0
            assert told.code or taken, told
    assert (went > 15) == taken
    with open_journal(journal_path) as journal:
        assert not journal.problems()


@pytest.mark.parametrize("text", [*ACTS.values(), *STANDS.values()], ids=[*ACTS, *STANDS])
def test_nor_does_it_act_where_a_reference_a_date_or_a_name_is_meant(run: Run, text: str) -> None:
    run.ok("init Ana Ben")
    run.ok("commit walk --every day")
    lines = (
        *(["deliver", text], ["show", text], ["search", text], ["doctor", "--seal", text]),
        *(["commit", "walk", "--by", text], ["commit", "walk", "--every", text]),
        *(["log", "--since", text], ["log", "--kind", text], ["log", "--who", text]),
        *(["add", "note", "tea", "--as", text], ["settings", text], ["settings", "partner", text]),
        *([text], ["add", text], ["help", text], ["checkin", text], ["init", text]),
        *(["export", "-o", f"/nowhere/{text}"], ["import", text], ["restore", text]),
        *(["backup", f"/nowhere/{text}"], ["ledger", "--journal", f"/nowhere/{text}"]),
        *(["deliver", "c1", "--for", text], ["checkin", "--safety", text], [f"--{text}"]),
        *(["agreement", "--as-of", text], ["review", "--week", text], ["pace", "hold", text]),
    )
    for line in lines:
        if any("\0" in word for word in line):
            line = [word.replace("\0", "") for word in line]  # no line can hold one
        told = run(line)
        assert told.code in (0, 1, 2, 3), told
        assert acting(told.out + told.err) <= set("\t"), told


def test_what_is_too_long_is_shown_back_and_saved_nowhere(run: Run) -> None:
    run.ok("init Ana Ben")
    told = run.refused("add note -", "long " * LONGEST, code=2)

    assert "one entry holds up to" in told
    assert len(run.ok("log --all --json").report["entries"]) == 1
