"""The complete record goes out and comes back as it was; anything else is not taken for it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repairlog.entries import CHAIN_START, Entry, chained, content_digest
from repairlog.errors import Refused
from repairlog.export.complete import Complete, read, write
from repairlog.kinds import KIND_OF, Body, encode
from repairlog.kinds.keeping import Init
from repairlog.kinds.moments import Note
from tests.kinds.test_kinds import any_body

WRITTEN = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)


def record(bodies: Sequence[Body], devices: Sequence[str] = ("here",)) -> Complete:
    """A record in which each device in turn wrote one of these, after its beginning."""
    entries: list[Entry] = []
    ends: dict[str, Entry] = {}
    for number, body in enumerate((Init(me="Ana"), *bodies), 1):
        device = devices[number % len(devices)]
        last, kind, fields = ends.get(device), KIND_OF[type(body)], encode(body)
        entry = Entry(
            uid=f"u{number:06}",
            device=device,
            seq=last.seq + 1 if last else 1,
            ref=f"{kind.letter}{number}",
            kind=kind.name,
            version=kind.version,
            by="Ana",
            at=None if number % 3 else datetime(2026, 11, 23, 18, 0, number % 60).astimezone(),
            day=date(2026, 11, 23),
            written=WRITTEN,
            about=entries[-1].uid if entries and kind.name != "erase" else None,
            command=f"u{number:06}",
            content=content_digest("00ff", fields),
            hash="",
            salt="00ff",
            fields=fields,
        )
        ends[device] = chained(last.hash if last else CHAIN_START, entry)
        entries.append(ends[device])
    heads = tuple((d, ends[d].seq, ends[d].hash) for d in sorted(ends))
    return Complete(tuple(entries), heads, private=False)


def text(of: Complete) -> str:
    return "".join(write(of, WRITTEN))


@settings(max_examples=60)
@given(st.lists(any_body, max_size=6), st.sampled_from([("here",), ("here", "there")]))
def test_what_goes_out_comes_back(bodies: list[Body], devices: tuple[str, ...]) -> None:
    made = record(bodies, devices)

    assert read(text(made)) == made


def test_kinds_of_a_newer_version_come_back_as_they_were() -> None:
    made = record([Note(text="tea")])
    newer = replace(made.entries[1], kind="gratitude", version=7)
    first, second = made.entries[0], chained(made.entries[0].hash, newer)
    made = replace(made, entries=(first, second), heads=(("here", 2, second.hash),))

    assert read(text(made)) == made


def test_erased_words_come_back_erased() -> None:
    made = record([Note(text="tea")])
    [init, note] = made.entries
    said = replace(
        note,
        uid="u3",
        seq=3,
        ref="e3",
        kind="erase",
        about=note.uid,
        fields={"remains": {}},
        content=content_digest("00ff", {"remains": {}}),
    )
    last = chained(note.hash, said)
    gone = replace(note, salt=None, fields=None)
    made = Complete((init, gone, last), (("here", 3, last.hash),), private=False)

    assert read(text(made)) == made


def test_it_is_json_with_one_entry_a_line() -> None:
    made = record([Note(text="two\nlines"), Note(text="日本語")])
    written = text(made)

    assert len(json.loads(written)["entries"]) == 3
    assert sum('"uid"' in line for line in written.splitlines()) == 3
    assert "日本語" in written


# -- what is no record -----------------------------------------------------------------------------


@pytest.mark.parametrize("other", ["", "no", "[]", "{}", "null", '{"entries": []}', "[" * 100_000])
def test_another_file_is_not_taken_for_a_record(other: str) -> None:
    with pytest.raises(Refused, match="not a record that repairlog wrote"):
        read(other)


def test_a_file_that_was_cut_off_says_where() -> None:
    written = text(record([Note(text="tea"), Note(text="more tea")]))
    place = written.index("more tea")

    with pytest.raises(Refused, match="from its entry 3 on"):
        read(written[:place])


def test_a_record_of_a_newer_version_is_left_alone() -> None:
    with pytest.raises(Refused, match="newer repairlog"):
        read(text(record([])).replace('"version": 1,', '"version": 2,', 1))


Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda e: e["fields"].update(text="coffee"), "e2 .* its words or fields"),
        (lambda e: e.update(by="Ben"), "e2 .* who wrote it"),
        (lambda e: e.update(day="2026-11-22"), "e2 .* was changed"),
        (lambda e: e.update(seq=3), "e2 .* missing just before it"),
        (lambda e: e.update(fields=None), "e2 .* no entry says that they were erased"),
        (lambda e: e.update(salt="zz"), "e2 .* its words or fields"),
        (lambda e: e.update(about="nowhere"), "e2 "),
        (lambda e: e.update(day="tomorrow"), "e2 .entry 2. .* cannot be read"),
        (lambda e: e.update(seq="2"), "cannot be read"),
        (lambda e: e.update(seq=True), "cannot be read"),
        (lambda e: e.update(seq=2**63), "cannot be read"),
        (lambda e: e.update(ref="e02"), "cannot be read"),
        (lambda e: e.update(ref=None), "Entry 2 .* cannot be read"),
        (lambda e: e.update(by="\ud800"), "cannot be read"),
        (lambda e: e.update(fields={"text": 1.5}), "cannot be read"),
        (lambda e: e.update(fields={}), "its words or fields"),
        (lambda e: e.update(more="x"), "cannot be read"),
        (lambda e: e.pop("at"), "cannot be read"),
        (lambda e: e.update(written="2026-11-23T17:00:00"), "was changed"),
    ],
)
def test_a_changed_entry_is_named(change: Change, said: str) -> None:
    document = json.loads(text(record([Note(text="tea"), Note(text="more")])))
    change(document["entries"][1])

    with pytest.raises(Refused, match=said):
        read(json.dumps(document))


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_missing_entry_is_known(place: int) -> None:
    document = json.loads(text(record([Note(text="tea"), Note(text="more")])))
    del document["entries"][place]

    with pytest.raises(Refused):
        read(json.dumps(document))


def test_an_entry_that_is_there_twice_is_known() -> None:
    made = record([Note(text="tea"), Note(text="more")])
    twin = chained(made.entries[1].hash, replace(made.entries[2], uid=made.entries[1].uid))
    heads = (("here", 3, twin.hash),)

    with pytest.raises(Refused, match="there twice, also as e2"):
        read(text(Complete((*made.entries[:2], twin), heads, private=False)))


def test_what_would_act_on_a_terminal_is_written_out() -> None:
    made = record([Note(text="a\x9bb\x7f")])

    assert "a\\u009bb\\u007f" in text(made)
    assert read(text(made)) == made


def test_a_record_without_a_beginning_is_refused() -> None:
    made = record([])
    note = replace(made.entries[0], kind="note", fields={"text": "x"})
    note = chained("", replace(note, content=content_digest("00ff", {"text": "x"})))
    only = Complete((note,), (("here", 1, note.hash),), private=False)

    with pytest.raises(Refused, match="does not begin"):
        read(text(only))
