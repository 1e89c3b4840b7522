"""What every kind is made of: its fields, their types, and the one pair that encodes them.

A kind's body is a frozen dataclass whose fields have one of the types of ``CODECS``, written as
annotations. Field types that end in ``| None`` or have a default may be absent.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields
from datetime import date, datetime, time

from repairlog.entries import Fields, moment_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

Words = str
"""Free text that a person wrote: what `erase` removes, what the nudge reads, what is escaped."""

OthersWords = str
"""Words that repeat what the other person said; the nudge leaves them alone."""

NameWords = str
"""Words that name something; the nudge leaves them alone."""

Uid = str
"""The uid of another entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The kind's own fields of an entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Body):
    """What needs the other person's assent. Its entry is about the thing it would change.

    Those that have a field ``attainable`` hold in it how attainable their writer finds it (0 to
    10); the other's own rating stands with their assent.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown(Body):
    """A kind, or a version of one, that a newer repairlog wrote: kept as it is, shown as such."""

    fields: Fields


def encode(body: Body) -> dict[str, Any]:
    """The fields of a body as plain JSON values; what is absent (None) is left out."""
    if isinstance(body, Unknown):
        return dict(body.fields)
    values = ((name, write, getattr(body, name)) for name, write, _, _ in _codecs(type(body)))
    return {name: write(value) for name, write, value in values if value is not None}


def decode(body: type[Body], stored: Fields) -> Body:
    """The body that ``stored`` describes. Raises KeyError or ValueError where it does not fit.

    What it returns encodes to ``stored`` again, but for fields that it does not know.
    """
    values = {}
    for name, write, read, needed in _codecs(body):
        if name in stored:
            given = stored[name]
            plain = read is str and type(given) is str  # most are, and fit as they are
            values[name] = given if plain else _fitting(name, write, read, given)
        elif needed:
            raise KeyError(name)
    return body(**values)


def _fitting(
    name: str, write: Callable[[Any], Any], read: Callable[[Any], Any], stored: Any
) -> Any:
    try:
        value = read(stored)
        if write(value) == stored:
            return value
    except TypeError:
        pass
    raise ValueError(f"{name} cannot be {stored!r}")


def words_of(body: type[Body]) -> tuple[str, ...]:
    """The names of the fields that hold a person's own words."""
    return tuple(f.name for f in fields(body) if "Words" in str(f.type))


def own_words(body: type[Body]) -> tuple[str, ...]:
    """The names of the fields in which a person speaks with their own voice."""
    plain = ((f.name, str(f.type).removesuffix(" | None")) for f in fields(body))
    return tuple(name for name, kind in plain if kind in ("Words", "tuple[Words, ...]"))


def without_words(body: type[Body], stored: Fields) -> dict[str, Any]:
    """What stays of an erased entry: its dates, rules, numbers and references, no free text."""
    theirs = words_of(body)
    return {name: value for name, value in stored.items() if name not in theirs}


def emptied(body: type[Body], remains: Fields) -> Body:
    """The body of an erased entry: what remains, with empty words where words are needed."""
    needed = {
        f.name: [] if str(f.type).startswith("tuple") else ""
        for f in fields(body)
        if "Words" in str(f.type) and _needed(f)
    }
    return decode(body, {**needed, **remains})


Codec: TypeAlias = "tuple[Callable[[Any], Any], Callable[[Any], Any]]"


def _same(value: Any) -> Any:
    return value


def _texts(value: Any) -> list[str]:
    return list(map(str, value))


def _time_text(value: time) -> str:
    return value.strftime("%H:%M")


CODECS: dict[str, Codec] = {
    "Words": (_same, str),
    "OthersWords": (_same, str),
    "NameWords": (_same, str),
    "Uid": (_same, str),
    "str": (_same, str),
    "int": (_same, int),
    "bool": (_same, bool),
    "date": (date.isoformat, date.fromisoformat),
    "time": (_time_text, time.fromisoformat),
    "datetime": (moment_text, datetime.fromisoformat),
    "tuple[Words, ...]": (_texts, tuple),
    "tuple[NameWords, ...]": (_texts, tuple),
    "tuple[Uid, ...]": (_texts, tuple),
    "tuple[str, ...]": (_texts, tuple),
    "Fields": (dict, dict),
}


Coded: TypeAlias = "tuple[str, Callable[[Any], Any], Callable[[Any], Any], bool]"
_CODED: dict[type[Any], tuple[Coded, ...]] = {}


def _codecs(body: type[Body]) -> tuple[Coded, ...]:
    """Of every field: its name, how it is written and read, and whether it has to be there."""
    if body not in _CODED:
        _CODED[body] = tuple(
            (field.name, *CODECS[str(field.type).removesuffix(" | None")], _needed(field))
            for field in fields(body)
        )
    return _CODED[body]


def _needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING
