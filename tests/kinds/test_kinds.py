"""Every kind of the registry can be written, read back as it was, and emptied of words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import repairlog.kinds
from repairlog.entries import Entry, canonical
from repairlog.kinds import KIND_OF, KINDS, UNKNOWN, Body, Kind, body_of, encode, kind_of
from repairlog.kinds.body import CODECS, Proposal, Unknown, decode, emptied, without_words, words_of
from repairlog.kinds.commitments import Commitment, Terms
from repairlog.kinds.mending import Erase
from repairlog.kinds.moments import Moment

ALL_KINDS = pytest.mark.parametrize("kind", KINDS.values(), ids=str)

texts = st.text(st.characters(codec="utf-8"))
offsets = st.integers(-14 * 60, 14 * 60).map(lambda n: timezone(timedelta(minutes=n)))
moments = st.datetimes(timezones=offsets).map(lambda at: at.replace(microsecond=0))
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)

VALUES: dict[str, st.SearchStrategy[Any]] = {
    "Words": texts,
    "OthersWords": texts,
    "NameWords": texts,
    "Uid": texts,
    "str": texts,
    "int": st.integers(),
    "bool": st.booleans(),
    "date": st.dates(),
    "time": st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    "datetime": moments,
    "tuple[Words, ...]": st.lists(texts, max_size=4).map(tuple),
    "tuple[NameWords, ...]": st.lists(texts, max_size=4).map(tuple),
    "tuple[Uid, ...]": st.lists(texts, max_size=4).map(tuple),
    "tuple[str, ...]": st.lists(texts, max_size=4).map(tuple),
    "Fields": st.dictionaries(texts, json_values, max_size=4),
}


def bodies(kind: Kind) -> st.SearchStrategy[Body]:
    """Any body of a kind, with and without what may be absent."""
    given_: dict[str, st.SearchStrategy[Any]] = {}
    may_be_absent: dict[str, st.SearchStrategy[Any]] = {}
    for field in fields(kind.body):
        values = VALUES[str(field.type).removesuffix(" | None")]
        needed = field.default is MISSING and field.default_factory is MISSING
        (given_ if needed else may_be_absent)[field.name] = values
    return st.fixed_dictionaries(given_, optional=may_be_absent).map(
        lambda values: kind.body(**values)
    )


any_body = st.sampled_from(list(KINDS.values())).flatmap(bodies)


def entry(kind: str, stored: Mapping[str, Any] | None, version: int = 1) -> Entry:
    """An entry with these fields."""
    return Entry(
        uid="1",
        device="here",
        seq=1,
        ref="e1",
        kind=kind,
        version=version,
        by="Ana",
        at=None,
        day=date(2026, 11, 23),
        written=datetime(2026, 11, 23, tzinfo=UTC),
        about=None,
        command="1",
        content="",
        hash="",
        salt=None if stored is None else "00",
        fields=stored,
    )


# -- the registry ------------------------------------------------------------------------------


@ALL_KINDS
def test_a_kind_is_found_by_its_name_and_by_its_body(kind: Kind) -> None:
    assert KINDS[kind.name] is kind
    assert KIND_OF[kind.body] is kind
    assert issubclass(kind.body, Body)


@ALL_KINDS
def test_a_kind_says_what_it_is(kind: Kind) -> None:
    assert kind.label
    assert kind.body.__doc__
    assert len(kind.letter) == 1
    assert kind.letter.isascii()
    assert kind.letter.islower()


@ALL_KINDS
def test_every_field_has_a_codec(kind: Kind) -> None:
    for field in fields(kind.body):
        assert str(field.type).removesuffix(" | None") in CODECS


def test_every_body_that_stands_for_something_is_registered() -> None:
    shared = {Body, Unknown, Proposal, Terms, Moment}
    assert _defined() - shared == {kind.body for kind in KINDS.values()}


def _defined() -> set[type[Body]]:
    folder = Path(repairlog.kinds.__file__).parent
    modules = [import_module(f"repairlog.kinds.{path.stem}") for path in folder.glob("[!_]*.py")]
    found = [value for module in modules for value in vars(module).values()]
    return {one for one in found if isinstance(one, type) and issubclass(one, Body)}


@ALL_KINDS
def test_what_needs_assent_has_the_letter_of_a_proposal(kind: Kind) -> None:
    assert (kind.letter == "p") == issubclass(kind.body, Proposal)
    if kind.letter == "p":
        assert kind.opens


@ALL_KINDS
def test_what_waits_for_an_answer_stays_open(kind: Kind) -> None:
    if issubclass(kind.body, Moment):
        assert kind.opens == (kind.body.place == "challenging")


def test_only_care_is_private_by_itself() -> None:
    private = [name for name, kind in KINDS.items() if getattr(kind.body, "private", False)]
    assert private == ["care"]


# -- there and back ----------------------------------------------------------------------------


@given(any_body)
def test_what_is_encoded_decodes_to_itself(body: Body) -> None:
    assert decode(type(body), encode(body)) == body


@given(any_body)
def test_it_survives_the_text_of_the_file(body: Body) -> None:
    stored = json.loads(canonical(encode(body)))
    assert decode(type(body), stored) == body
    assert canonical(encode(decode(type(body), stored))) == canonical(stored)


@given(any_body)
def test_what_is_absent_is_left_out(body: Body) -> None:
    assert None not in encode(body).values()


@given(any_body, st.data())
def test_what_does_not_fit_is_never_half_read(body: Body, data: st.DataObject) -> None:
    stored = encode(body)
    if not stored:
        return
    name = data.draw(st.sampled_from(sorted(stored)))
    changed = stored | {name: data.draw(json_values)}
    try:
        read = decode(type(body), changed)
    except (KeyError, ValueError):
        return
    assert encode(read) == changed


@ALL_KINDS
def test_a_field_that_has_to_be_there_is_missed(kind: Kind) -> None:
    needed = [f for f in fields(kind.body) if f.default is MISSING]
    if needed:
        with pytest.raises(KeyError):
            decode(kind.body, {})


# -- what a newer version wrote ----------------------------------------------------------------


@given(st.dictionaries(texts, json_values))
def test_an_unknown_kind_is_kept_as_it_is(stored: dict[str, Any]) -> None:
    unknown = entry("gratitude", stored)
    assert kind_of(unknown) is UNKNOWN
    assert body_of(unknown) == Unknown(fields=stored)
    assert encode(body_of(unknown)) == stored


@ALL_KINDS
def test_so_is_a_newer_version_of_a_known_kind(kind: Kind) -> None:
    newer = entry(kind.name, {"text": "later"}, version=kind.version + 1)
    assert kind_of(newer) is UNKNOWN
    assert encode(body_of(newer)) == {"text": "later"}


@ALL_KINDS
def test_fields_of_a_damaged_file_are_kept_as_they_are(kind: Kind) -> None:
    stored = {field.name: {"not": ["it"]} for field in fields(kind.body) if field.type != "Fields"}
    if stored:
        assert body_of(entry(kind.name, stored)) == Unknown(fields=stored)


# -- erased ------------------------------------------------------------------------------------


@given(any_body)
def test_what_remains_of_an_erased_entry_holds_no_words(body: Body) -> None:
    marked = replace(body, **dict.fromkeys(words_of(type(body)), None))
    for name in words_of(type(body)):
        value = getattr(body, name)
        words = tuple("secret" for _ in value) if isinstance(value, tuple) else "secret"
        marked = replace(marked, **{name: words})
    assert "secret" not in canonical(without_words(type(body), encode(marked)))


@given(any_body)
def test_the_rest_of_it_still_stands(body: Body) -> None:
    stored = encode(body)
    left = emptied(type(body), without_words(type(body), stored))
    for field in fields(body):
        if field.name not in words_of(type(body)):
            assert getattr(left, field.name) == getattr(body, field.name)
        else:
            assert not getattr(left, field.name)


def test_an_erased_entry_reads_by_what_the_erasing_one_says_remains() -> None:
    promise = Commitment(start=date(2026, 11, 23), text="call my mother")
    erase = Erase(remains=without_words(Commitment, encode(promise)))
    assert body_of(entry("commitment", None), erase) == replace(promise, text="")


def test_without_it_nothing_is_made_up() -> None:
    assert body_of(entry("commitment", None)) == Unknown(fields={})


def test_times_of_day_are_kept_to_the_minute() -> None:
    stored = encode(Commitment(start=date(2026, 11, 23), text="call", at=time(18)))
    assert stored["at"] == "18:00"
