"""An export for someone else holds one's own words, what both agreed to, and nothing more."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repairlog.entries import Entry
from repairlog.export.markdown import markdown
from repairlog.export.redaction import Redaction, agreed_by_both, initials_of, kept, withheld
from repairlog.kinds import KINDS
from repairlog.readings.people import settings as settings_of
from repairlog.readings.record import Record
from tests.build import DEVICE
from tests.made import Numbered, everything, reworded, summary

NAME = re.compile(r"zq\d+zq", re.IGNORECASE)


def names_in(document: str) -> set[str]:
    return {name.lower() for name in NAME.findall(document)}


def agreed(entries: list[Entry]) -> frozenset[str]:
    record = Record(entries)
    return agreed_by_both(record, settings_of(record, DEVICE))


def shown(entries: list[Entry], redaction: Redaction) -> set[str]:
    return names_in(markdown(summary([redaction.entry(entry) for entry in entries])))


@pytest.mark.parametrize(("writer", "other"), [("Ana", "Ben"), ("Ben", "Ana")])
def test_only_the_others_own_words_are_left_out(writer: str, other: str) -> None:
    numbers = Numbered()
    entries = reworded(everything(), numbers)
    both = agreed(entries)
    redaction = Redaction.of(allowed=[writer], agreed=both)

    everywhere = names_in(markdown(summary(entries)))
    left = everywhere - shown(entries, redaction)

    assert left
    assert {numbers.of[name][0].by for name in left} == {other}
    for name in everywhere - left:
        entry, field = numbers.of[name]
        assert entry.by == writer or (entry.uid in both and field != "why")


def test_with_consent_nothing_is_left_out() -> None:
    entries = reworded(everything(), Numbered())
    redaction = Redaction.of(allowed=["Ana", "Ben"])

    assert [redaction.entry(entry) for entry in entries] == entries


def test_the_reasons_for_what_both_agreed_to_stay_ones_own() -> None:
    numbers = Numbered()
    entries = reworded(everything(), numbers)
    redaction = Redaction.of(allowed=["Ana"], agreed=agreed(entries))
    revised = next(e for e in entries if e.kind == "revision" and e.by == "Ben")
    fields = redaction.entry(revised).fields or {}

    assert fields["text"] == (revised.fields or {})["text"]
    assert fields["why"] == withheld("Ben")


def test_every_kind_that_holds_words_is_left_without_them() -> None:
    entries = reworded(everything(), Numbered())
    redaction = Redaction.of(allowed=["someone else"])

    for entry in entries:
        assert not NAME.search(str(redaction.entry(entry).fields)), entry.kind


def test_what_a_newer_version_wrote_is_left_out_whole() -> None:
    entry = replace(everything().entries[3], kind="gratitude", fields={"thanks": "for the tea"})

    assert Redaction.of(allowed=["someone else"]).entry(entry).fields == {}


# -- kinds -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_without_a_kind_nothing_of_it_is_shown_and_the_rest_still_reads(kind: str) -> None:
    numbers = Numbered()
    entries = reworded(everything(), numbers)
    if kind in ("init", "setting", "setting-change"):
        return

    def above(some: list[Entry]) -> list[Entry]:
        return entries

    left = kept(entries, frozenset([kind]), above)
    found = names_in(markdown(summary(left)))
    assert all(entry.kind != kind for entry in left)
    assert not {numbers.of[name][0].kind for name in found} & {kind}


def test_what_is_about_a_thing_goes_with_it_but_promises_stay() -> None:
    book = everything()
    left = kept(book.entries, frozenset(["boundary"]), lambda some: book.entries)
    kinds = {entry.kind for entry in left}

    assert not kinds & {"revision", "crossing", "honoured", "repaired", "retirement", "pattern"}
    assert sum(e.kind == "commitment" for e in left) == sum(
        e.kind == "commitment" for e in book.entries
    )


# -- initials --------------------------------------------------------------------------------------


def test_initials_stand_for_names_everywhere() -> None:
    entries = reworded(everything("Ana", "Ben"), lambda e, f: "Ana told BEN, and ben's sister Bena")
    redaction = Redaction.of(initials=initials_of(["Ana", "Ben"]))

    text = markdown(summary([redaction.entry(entry) for entry in entries]))
    assert "A told B, and B's sister Bena" in text
    assert not re.search(r"(?i)\b(ana|ben)\b", text)


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (("Ana", "Ben"), {"Ana": "A", "Ben": "B"}),
        (("ana", "Ángel"), {"ana": "A", "Ángel": "Á"}),
        (("Jo", "John"), {"Jo": "J1", "John": "J2"}),
        (("Ana",), {"Ana": "A"}),
    ],
)
def test_people_who_share_an_initial_are_numbered(
    people: tuple[str, ...], expected: dict[str, str]
) -> None:
    assert initials_of(people) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("José said so", "J said so"),
        ("Jose\u0301 said so", "J said so"),
        ("JOSÉ and maria", "J and M"),
        ("Maria Clara and Clara", "M and M"),
        ("Joséphine stays", "Joséphine stays"),
        ("(José)", "(J)"),
    ],
)
def test_a_name_is_known_however_it_is_written(text: str, expected: str) -> None:
    redaction = Redaction.of(initials=initials_of(["José", "Maria Clara"]))
    entry = replace(everything().entries[0], kind="note", fields={"text": text})

    assert redaction.entry(entry).fields == {"text": expected}


@given(st.text(max_size=30), st.sampled_from(["Ana", "ana", "ANA", "Ben"]), st.text(max_size=30))
def test_no_name_survives_between_other_words(before: str, name: str, after: str) -> None:
    redaction = Redaction.of(initials=initials_of(["Ana", "Ben"]))
    entry = replace(
        everything().entries[0], kind="note", fields={"text": f"{before} {name} {after}"}
    )

    text = (redaction.entry(entry).fields or {})["text"]
    words = re.findall(r"\w+", text.casefold())
    assert not {"ana", "ben"} & set(words) or re.search(r"[\u0300-\u036f]", text)


def test_a_genitive_names_nobody_either() -> None:
    redaction = Redaction.of(initials=initials_of(["Ana", "Mark"]))

    shown = redaction._in_text("Anas Mutter, Ana's bag, Marks hat; he marks the day")

    assert shown == "As Mutter, A's bag, Ms hat; he marks the day"
