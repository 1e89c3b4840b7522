"""An entry's text, digests, chain, uid and seal: what was written once can be computed for ever."""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repairlog.entries import (
    CHAIN_START,
    CROCKFORD,
    Entry,
    canonical,
    chain_hash,
    chained,
    content_digest,
    moment_text,
    new_salt,
    new_uid,
    seal,
    written_text,
)

texts = st.text(st.characters(codec="utf-8"))
plain = st.none() | st.booleans() | st.integers() | texts
values = st.recursive(
    plain, lambda inner: st.lists(inner) | st.dictionaries(texts, inner), max_leaves=12
)
moments = st.datetimes(
    min_value=datetime(1970, 1, 2), max_value=datetime(9000, 1, 1), timezones=st.just(UTC)
)

BERLIN = timezone(timedelta(hours=1))
ENTRY = Entry(
    uid="01a20990-9500-7000-8000-07ca3f5b801c",
    device="811cd08ad35afeb2",
    seq=1,
    ref="e1",
    kind="note",
    version=1,
    by="Zoë",
    at=datetime(2026, 11, 23, 17, 52, tzinfo=BERLIN),
    day=date(2026, 11, 23),
    written=datetime(2026, 11, 23, 16, 52, 7, 250, tzinfo=UTC),
    about=None,
    command="01a20990-9500-7000-8000-07ca3f5b801c",
    content="7cfd832b4e1ea89e9efd62623275d0ea0adf7257f8f1b70e5675f8b876fbeecc",
    hash="",
    salt="00ff",
    fields={"text": "déjà vu"},
)

PINNED_HASH = "37c5b44b904674b7883cbf1acbe2a1171c4a0740dc2ceedb46a1b8d926f21c2e"
PINNED_SEAL = "P16Q-C53C-S7M5"


# -- canonical JSON ----------------------------------------------------------------------------


def test_it_is_sorted_compact_and_its_letters_stand_as_they_are() -> None:
    assert canonical({"b": [1, None], "a": "ë京 🍵"}) == '{"a":"ë京 🍵","b":[1,null]}'


@given(values)
def test_it_says_what_it_was_made_of(value: Any) -> None:
    assert json.loads(canonical(value)) == value


@given(st.dictionaries(texts, values))
def test_the_order_in_which_it_came_says_nothing(value: dict[str, Any]) -> None:
    assert canonical(dict(reversed(value.items()))) == canonical(value)


@given(st.floats(), st.lists(st.sampled_from(["list", "mapping"])))
def test_a_float_is_refused_wherever_it_stands(number: float, inside: list[str]) -> None:
    value: Any = number
    for around in inside:
        value = [0, value] if around == "list" else {"a": 0, "b": value}
    with pytest.raises(TypeError):
        canonical(value)


# -- digests and the chain ---------------------------------------------------------------------


@given(st.dictionaries(texts, values))
def test_the_digest_is_sha_256_over_salt_and_fields(fields: dict[str, Any]) -> None:
    salt = new_salt()
    sorted_text = json.dumps(
        fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode()
    assert (
        content_digest(salt, fields)
        == hashlib.sha256(bytes.fromhex(salt) + sorted_text).hexdigest()
    )
    assert content_digest(new_salt(), fields) != content_digest(salt, fields)


def test_a_salt_is_sixteen_bytes_and_never_twice_the_same() -> None:
    salts = {new_salt() for _ in range(100)}
    assert len(salts) == 100
    assert {len(bytes.fromhex(salt)) for salt in salts} == {16}


def test_an_entry_written_years_ago_still_has_its_hash() -> None:
    """This number may never change: every journal there is depends on it."""
    assert chain_hash(CHAIN_START, ENTRY) == PINNED_HASH


def test_the_hash_follows_the_one_before() -> None:
    assert chain_hash("one", ENTRY) != chain_hash("another", ENTRY)
    assert chained("one", ENTRY) == replace(ENTRY, hash=chain_hash("one", ENTRY))


CHANGES: dict[str, Any] = {
    "uid": "another",
    "device": "another",
    "seq": 2,
    "ref": "e2",
    "kind": "win",
    "version": 2,
    "by": "Zoe",
    "at": datetime(2026, 11, 23, 17, 52, tzinfo=UTC),
    "day": date(2026, 11, 22),
    "written": ENTRY.written + timedelta(microseconds=1),
    "about": "another",
    "command": "another",
    "content": "another",
}


@pytest.mark.parametrize("name", CHANGES)
def test_no_part_of_the_envelope_can_change_without_the_hash(name: str) -> None:
    changed = replace(ENTRY, **{name: CHANGES[name]})
    assert chain_hash(CHAIN_START, changed) != chain_hash(CHAIN_START, ENTRY)


def test_erased_words_leave_the_hash_as_it_was() -> None:
    erased = replace(ENTRY, salt=None, fields=None)
    assert chain_hash(CHAIN_START, erased) == chain_hash(CHAIN_START, ENTRY)


# -- moments -----------------------------------------------------------------------------------


@given(moments, moments)
def test_the_text_of_writing_sorts_as_time_does(one: datetime, other: datetime) -> None:
    assert (written_text(one) < written_text(other)) == (one < other)
    assert datetime.fromisoformat(written_text(one)) == one


def test_what_was_written_is_told_in_utc_whatever_the_zone() -> None:
    assert written_text(ENTRY.written.astimezone(BERLIN)) == "2026-11-23T16:52:07.000250Z"


def test_when_it_happened_keeps_its_own_wall_clock() -> None:
    assert moment_text(ENTRY.at) == "2026-11-23T17:52:00+01:00"
    assert moment_text(None) is None


# -- uids --------------------------------------------------------------------------------------


@given(moments, st.integers(1, 2**32 - 1))
def test_a_uid_is_a_uuid_of_version_7(written: datetime, seq: int) -> None:
    uid = uuid.UUID(new_uid(written, seq))
    assert uid.version == 7
    assert uid.variant == uuid.RFC_4122
    assert abs((uid.int >> 80) - written.timestamp() * 1000) <= 1


@given(st.lists(st.tuples(moments, st.integers(1, 5000)), min_size=2), st.integers(0, 2**24))
def test_uids_stand_in_the_order_of_writing(steps: list[tuple[datetime, int]], seq: int) -> None:
    """Even where the clock stands still, and however many entries there were before."""
    uids, now = [], min(moment for moment, _ in steps)
    for moment, more in steps:
        now, seq = max(now, moment), seq + more
        uids.append(new_uid(now, seq))
    assert all(one < other for one, other in pairwise(uids))


def test_two_devices_that_write_at_once_write_different_uids() -> None:
    assert len({new_uid(ENTRY.written, 1) for _ in range(1000)}) == 1000


# -- the seal ----------------------------------------------------------------------------------

hashes = st.text("0123456789abcdef", min_size=64, max_size=64)
heads = st.dictionaries(
    st.text("0123456789abcdef", min_size=16, max_size=16),
    st.tuples(st.integers(1), hashes),
    max_size=4,
).map(lambda chains: [(device, seq, hash_) for device, (seq, hash_) in chains.items()])


def test_a_seal_printed_years_ago_still_holds() -> None:
    """This code may never change: it stands on paper in somebody's drawer."""
    assert seal([("b", 2, "ff"), ("a", 1, "00")]) == PINNED_SEAL


@given(heads)
def test_it_is_three_groups_of_four_that_nobody_misreads(
    chains: list[tuple[str, int, str]],
) -> None:
    group = f"[{CROCKFORD}]{{4}}"
    assert re.fullmatch(f"{group}-{group}-{group}", seal(chains))
    assert not set("ILOU") & set(CROCKFORD)


@given(heads)
def test_the_order_of_devices_says_nothing(chains: list[tuple[str, int, str]]) -> None:
    assert seal(reversed(chains)) == seal(chains)


@given(heads.filter(bool), st.data())
def test_it_changes_with_any_change(
    chains: list[tuple[str, int, str]], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(chains) - 1))
    device, seq, hash_ = chains[place]
    change: Callable[[], tuple[str, int, str]] = data.draw(
        st.sampled_from(
            [
                lambda: (device + "0", seq, hash_),
                lambda: (device, seq + 1, hash_),
                lambda: (device, seq, hash_[::-1] + "0"),
            ]
        )
    )
    assert seal([*chains[:place], change(), *chains[place + 1 :]]) != seal(chains)
    assert seal(chains[:place] + chains[place + 1 :]) != seal(chains)
