"""Nothing that the program says scolds, ranks, compares or totals a person.

Every sentence in the source is read (echoes, refusals, pages, exports), every help text, and every
page of the demonstration; then the reports themselves, for figures that count by person.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import repairlog
from repairlog import readings
from repairlog.cli.lines import Group, Line
from repairlog.cli.topics import TOPICS
from repairlog.cli.tree import REPAIRLOG
from repairlog.demo import demo_journal
from repairlog.journal import Query
from repairlog.kinds import body_of
from repairlog.kinds.body import words_of
from tests.program import Run


@dataclass(frozen=True)
class Unkind:
    """Words that are not said, and why."""

    words: str
    why: str

    @property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{self.words})\b", re.IGNORECASE)


UNKIND = (
    Unkind(r"fail\w*|error\w*|invalid\w*|illegal\w*|bad|oops", "a mistake is no verdict on anyone"),
    Unkind(r"must|ought|should have|demand\w*|require[sd]?|obey\w*|forbid\w*", "it orders nobody"),
    Unkind(r"not allowed|unacceptable|denied|disobe\w*|warn\w*|enforce\w*", "it is no authority"),
    Unkind(r"score\w*|points?|rank\w*|grade\w*|streak\w*|level up|award\w*", "repair is no game"),
    Unkind(r"best|worst|worse|winner\w*|loser\w*|wins over|ahead of (?:you|her|him)", "no contest"),
    Unkind(r"punish\w*|penalt\w*|deserve\w*|earn\w* back|pay for", "accountability never punishes"),
    Unkind(r"blam\w*|fault\w*|guilt\w*|shame\w*|accus\w*|excuse[sd]?", "it blames nobody"),
    Unkind(r"broke|broken|betray\w*|cheat\w*|li(?:e|ed|ar|ars)|dishonest\w*", "it names no guilt"),
    Unkind(r"violat\w*|offen[cds]\w*|perpetrator\w*|victim\w*|abus\w*", "a crossing is restated"),
    Unkind(r"lazy|careless\w*|neglect\w*|naughty|selfish\w*|untrustworthy", "it judges nobody"),
    Unkind(r"wrong\w*|mistaken\w*", "what does not fit is said without a verdict"),
    Unkind(r"in total|totals?|altogether by|per person|each person's count", "nobody is summed up"),
    Unkind(
        r"compared? (?:to|with)|(?:more|less|fewer|better) than (?:you|her|him|\{\w+\})", "nor set"
    ),
    Unkind(r"trust (?:level|score|rating)|reset\w*|start over|back to zero", "no resets"),
    Unkind(r"always|you never", "no absolutes about people"),
)

SAID_ANYWAY = {
    "If a name went wrong": "of a name at init, which nobody did",
    "not your fault": "help safety says so to who is afraid",
    "It is often wrong": "of the nudge's own rules",
    '"you always", names': "an example of what the nudge hears",
    "it stands in the wrong place of its chain": "of an entry, in doctor's finding",
    "(?:not|only|always|never)\\b": "read in what people type",
    "read, demanded or turned against one": "help safety, of a threat from outside",
    "mockery, excuses, a door": "what the nudge hears",
    '"I feel betrayed" is left alone': "pain, which the nudge leaves alone",
    "blames no one": "it says so of the name for a pattern",
}
"""Sentences that hold such a word all the same, and why; each is looked for by a piece of it."""


def unkind(text: str) -> list[str]:
    """The unkind words of a text, each with its surroundings and the reason against it."""
    for said in SAID_ANYWAY:
        text = text.replace(said, "")
    return [
        f"{text[max(0, m.start() - 40) : m.end() + 40]!r}: {one.why}"
        for one in UNKIND
        for m in one.pattern.finditer(text)
    ]


# -- sentences, wherever they are in the source ----------------------------------------------------

SOURCE = Path(repairlog.__file__).parent
NOT_SAID = ("tone/", "demo/")
"""The nudge's rules hold hurtful words to hear them, the demonstration those of made-up people."""


def sentences() -> Iterator[tuple[str, str]]:
    """Every string of the source that is no docstring, with where it is."""
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        if not name.startswith(NOT_SAID):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            bare = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
            for node in ast.walk(tree):
                text = node.value if isinstance(node, ast.Constant) else None
                if (
                    isinstance(node, ast.Constant)
                    and isinstance(text, str)
                    and id(node) not in bare
                ):
                    yield f"{name}:{node.lineno}", text


def test_no_sentence_of_the_program_scolds_or_ranks() -> None:
    found = [f"{where}: {one}" for where, text in sentences() for one in unkind(text)]

    assert not found, "\n".join(found)


def test_what_is_said_anyway_is_still_said() -> None:
    said = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    said = said.replace('\\"', '"').replace("\\\\", "\\")

    assert [piece for piece in SAID_ANYWAY if piece not in said] == []


def commands(group: Group, path: str = "repairlog") -> Iterator[tuple[str, Line]]:
    with group.make_context("repairlog", ["--version"], resilient_parsing=True) as context:
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            if isinstance(command, Group):
                yield from commands(command, f"{path} {name}")
            elif isinstance(command, Line):
                yield f"{path} {name}", command


def test_no_help_text_scolds_or_ranks(run: Run) -> None:
    told = {path: run.ok(f"{path.partition(' ')[2]} --help").out for path, _ in commands(REPAIRLOG)}
    told |= {topic: run.ok(["help", *topic.split()]).out for topic in TOPICS}
    told["repairlog"] = run.ok("--help").out

    found = [f"{path}: {one}" for path, text in told.items() for one in unkind(text)]
    assert not found, "\n".join(found)


# -- every page of the demonstration ---------------------------------------------------------------

SUNDAY = "2026-11-22T19:40"

ASKED = {
    "repairlog show": ("show c1", "show b1", "show t1"),
    "repairlog search": ("search we",),
    "repairlog boundary show": ("boundary show b1",),
    "repairlog review": ("review --no-input", "review --month --no-input"),
    "repairlog export": (
        "export",
        "export --for therapist --initials",
        "export --since 2026-09-01",
    ),
    "repairlog log": ("log --all --since 2026-09-01",),
    "repairlog ledger": ("ledger --all",),
}


def pages() -> list[str]:
    """The line of every reading, as it is asked on the demonstration."""
    reads = [path for path, line in commands(REPAIRLOG) if line.reads]
    return ["", *(line for path in reads for line in ASKED.get(path, (path.partition(" ")[2],)))]


def vocabulary() -> set[str]:
    """Every word that the made-up people of the demonstration wrote."""
    found: set[str] = set()
    with demo_journal(datetime.fromisoformat(SUNDAY).astimezone()) as journal:
        for entry in journal.read(Query(undone=True)):
            for name in words_of(type(body_of(entry))):
                found |= set(re.findall(r"\w+", str((entry.fields or {}).get(name, "")).casefold()))
    return found


def test_no_page_of_the_demonstration_scolds_or_ranks(run: Run) -> None:
    """What the program adds to the words of the people in it."""
    theirs, found = vocabulary(), []
    for line in pages():
        text = run.at(SUNDAY).ok(f"{line} --demo").out
        ours = re.sub(r"\w+", lambda m: "" if m[0].casefold() in theirs else m[0], text)
        found += [f"{line}: {one}" for one in unkind(ours)]

    assert not found, "\n".join(found)


COUNTED = re.compile(r"\b(?:Kim|Noa)\W+(?:has\W+)?(?:\d+ ?%|\d+ (?!of 10|minutes)[a-z])")
OF_A_PROMISE = re.compile(r"^\W*c\d+")


def test_no_page_of_the_demonstration_sums_a_person_up(run: Run) -> None:
    """Behind a name stands no share and no count, but of one promise, in its own line."""
    found = [
        (line, row)
        for line in pages()
        for row in run.at(SUNDAY).ok(f"{line} --demo").out.splitlines()
        if COUNTED.search(row) and not OF_A_PROMISE.match(row)
    ]
    assert not found, found


# -- reports ---------------------------------------------------------------------------------------

PERSON = {"who", "by", "person", "asks", "name", "asked"}
"""Fields that name a person."""

NUMBERS_OF_THE_THING = {
    "Account": {"minutes": "how long the talk was, as its writer has it"},
    "Agreed": {"number": "the version"},
    "BoundaryReport": {"lately": "crossings of the boundary, by no matter whom"},
    "Challenge": {"older": "silent days of the promise, before the four weeks"},
    "Due": {"left": "times that the promise still has this week"},
    "Event": {"number": "steps after a crossing, or the version"},
    "MilestoneReport": {"so_far": "how far the record has come"},
    "Plan": {"number": "the version", "done": "its steps"},
    "Term": {"number": "the version"},
    "TriggerReport": {"intensity": "how strong it was", "settled_at": "how strong it is"},
    "Version": {"number": "the version", "attainable": "a rating of the words"},
}
"""The reports that name a person and hold a number: of what, since it is never the person's."""


def reports() -> Iterator[type[Any]]:
    """Every dataclass of the readings."""
    for module in pkgutil.iter_modules(readings.__path__, "repairlog.readings."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and is_dataclass(value) and value.__module__ == module.name:
                yield value


BY_NAME = re.compile(r"(dict|Mapping)\[str, (int|float)|Counter")


def test_no_report_counts_by_person() -> None:
    found = {}
    for report in reports():
        kinds = {field.name: str(field.type) for field in fields(report)}
        numbers = {name for name, kind in kinds.items() if re.match(r"(int|float)\b", kind)}
        if numbers and PERSON & set(kinds):
            found[report.__name__] = numbers
        keyed = [
            n
            for n, kind in kinds.items()
            if re.search(r"(dict|Mapping)\[str, (int|float)|Counter", kind)
        ]
        assert not keyed, f"{report.__name__}.{keyed[0]}: counts by name could be by person"

    known = {name: set(numbers) for name, numbers in NUMBERS_OF_THE_THING.items()}
    new = {name: numbers - known.get(name, set()) for name, numbers in found.items()}
    assert not any(new.values()), new


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a report, however deep."""
    if isinstance(value, dict):
        yield value
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for name, inner in inside:
        if isinstance(inner, dict | list) and name != RATED:
            yield from objects(inner)


REPORTS = ("", "ledger --all", "timeline", "review", "review --month", "agreement", "log --all")
RATED = "attainable"
"""What each of the two rates are words, and how they fit each: it is no count of either."""


@pytest.mark.parametrize("line", REPORTS)
def test_no_json_is_keyed_by_person(run: Run, line: str) -> None:
    for one in objects(run.at(SUNDAY).ok(f"{line} --demo --json").report):
        assert not {"Kim", "Noa"} & set(one), one
        assert not {"score", "rank", "total", "points", "streak", "grade"} & set(one), one
