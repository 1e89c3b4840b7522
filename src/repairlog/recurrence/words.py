"""Rules in words: `weekday`, `mon,wed,fri`, `other friday`, `3 times a week`, `15th`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from repairlog.dates import WEEKDAYS, Calendar, closest, day_name, number, quoted
from repairlog.errors import Misread
from repairlog.recurrence.expansion import days
from repairlog.recurrence.rule import DAYS, FORMS, MOST_TIMES, joined, parts_of
from repairlog.text import one_line

_LONGEST = 300  # characters
_SHOWN = 60  # characters of what does not read
_POSITIONS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_POSITIONS |= {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_ORDINALS = {"other": 2, "second": 2, "third": 3, "fourth": 4}
_TIMES_SIGN = "\N{MULTIPLICATION SIGN}"
_MANY = {"once": 1, "twice": 2, "thrice": 3}


@dataclass(frozen=True, slots=True)
class Rule:
    """How often something is promised.

    ``words`` read back as the same rule; ``rrule`` is RFC 5545; ``whole`` is "day", "week" or
    "month" where the rule is that word, and an occurrence the whole of it.
    """

    words: str
    rrule: str
    whole: str | None = None


def read_rule(words: str, first: date, calendar: Calendar) -> tuple[Rule, int | None]:
    """The rule that words name, and how often in each week or month where they say so.

    What counts from a day (`2 weeks`, `3 months`) takes its weekday or date from ``first``.
    Raises Misread for what does not read, what could mean two rules, and what never falls.
    """
    tokens = _tokens(words)
    found = _reading(words, tokens, _Ground(first, calendar))
    if found is None:
        raise _unread(words, _Ground(first, calendar))
    return found


def rule_extends(words: str, more: str) -> bool:
    """Would ``more`` go on with the rule in ``words``? `mon`, `wed`: yes; `mon`, `call`: no."""
    whole = f"{words} {more}"
    try:
        return _reading(whole, _tokens(whole), _Ground(date(2024, 1, 1), Calendar())) is not None
    except Misread:
        return True


@dataclass(frozen=True, slots=True)
class _Ground:
    """What rules are counted from."""

    first: date
    calendar: Calendar


_Found = tuple[Rule, int | None]


def _reading(words: str, tokens: list[str], ground: _Ground) -> _Found | None:
    if tokens and re.match("[^=]*[a-z]{4,}[0-9:]*=|dtstart", words.strip().lower()):
        return _raw(words, ground.first), None
    if counted := _times(tokens):
        unit, times = counted
        return _whole(unit, ground), times if times > 1 else None
    for form in _FORMS:
        if rule := form(tokens, ground):
            return rule, None
    return None


def _tokens(words: str) -> list[str]:
    """The words without those that only join; one that joins to nothing is kept, and unread."""
    if len(words) > _LONGEST:  # no rule is as long
        return []
    text = re.sub("\\s*(?:-|\N{EN DASH})\\s*|\\s+(?:to|through)\\s+", "-", words.lower())
    text = re.sub(f"([0-9])\\s*[x{_TIMES_SIGN}](?![a-z])", r"\1 times", text)
    tokens = [token for token in re.split(r"[\s,&/]+", text) if token]
    tokens = tokens[1:] if tokens[:1] in (["every"], ["each"], ["on"]) and tokens[1:] else tokens
    joining = ("and", "the")
    return [token for token in tokens[:-1] if token not in joining] + tokens[-1:]


# --- the forms: each reads some rules, and None where it reads nothing --------------------------


def _raw(words: str, first: date) -> Rule:
    text = re.sub(r"\s+", "", words).upper()
    if "DTSTART" in text:
        parts_of("DTSTART")
    rrule = joined(parts_of(text.removeprefix("RRULE:").rstrip(";")))
    next(days(rrule, first, first))
    return Rule(rrule, rrule)


def _times(tokens: list[str]) -> tuple[str, int] | None:
    match tokens:
        case [count, "times" | "time", *rest] if (times := number(count)) is not None:
            pass
        case [often, *rest] if often in _MANY:
            times = _MANY[often]
        case _:
            return None
    rest = rest[1:] if rest[:1] in (["a"], ["per"], ["each"], ["every"]) else rest
    unit = {"weekly": "week", "monthly": "month", "daily": "day"}.get(
        " ".join(rest), " ".join(rest)
    )
    if unit == "day" and times == 1:
        return unit, times
    if unit == "day" or (unit in ("week", "month") and not 1 <= times <= MOST_TIMES):
        raise Misread(
            "What is promised several times is counted by the week or the month.",
            f"From 1 to {MOST_TIMES}, such as: 3 times a week, twice a month",
        )
    return (unit, times) if unit in ("week", "month") else None


def _plain(tokens: list[str], ground: _Ground) -> Rule | None:
    match tokens:
        case ["day" | "daily" | "everyday"]:
            return _whole("day", ground)
        case ["week" | "weekly"]:
            return _whole("week", ground)
        case ["month" | "monthly"]:
            return _whole("month", ground)
        case ["year" | "yearly"]:
            return _stepped(1, "year", ground)
        case ["fortnight" | "fortnightly"]:
            return _stepped(2, "week", ground)
        case ["biweekly" | "bimonthly" as word]:
            unit = word[2:-2]
            raise Misread(
                f"{quoted(word)} could be twice a {unit} or every other {unit}.",
                f"Say which: twice a {unit}, or other {unit}",
            )
    return None


def _whole(unit: str, ground: _Ground) -> Rule:
    last = DAYS[(ground.calendar.week_starts + 6) % 7]
    rrule = {
        "day": "FREQ=DAILY",
        "week": f"FREQ=WEEKLY;BYDAY={last}",
        "month": "FREQ=MONTHLY;BYMONTHDAY=-1",
    }
    return Rule(unit, rrule[unit], unit)


def _every_few(tokens: list[str], ground: _Ground) -> Rule | None:
    """`2 weeks`, `other day`, `other friday`, `2 weeks on monday`."""
    match tokens:
        case ["other", name] if (weekday := day_name(name.removesuffix("s"))) is not None:
            words = f"other {WEEKDAYS[weekday]}"
            return Rule(words, f"FREQ=WEEKLY;INTERVAL=2;BYDAY={DAYS[weekday]}")
        case [count, unit, *rest] if (n := _ORDINALS.get(count, number(count))) is not None:
            unit = "week" if unit == "fortnight" else unit.removesuffix("s")
        case _:
            return None
    if unit not in ("day", "week", "month", "year"):
        return None
    if not 1 <= n <= 999:
        raise Misread(
            f"{quoted(count)} is not a number of {unit}s to wait.",
            "From 1 to 999, such as: 2 weeks",
        )
    if not rest:
        return _stepped(n, unit, ground)
    named = _weekdays(rest[1:]) if rest[0] == "on" and unit == "week" else None
    if not named:
        return None
    listed = ",".join(DAYS[day] for day in named)
    week = f";WKST={DAYS[ground.calendar.week_starts]}"
    words = f"{n} weeks on {_listed(named)}"
    return Rule(words, f"FREQ=WEEKLY;INTERVAL={n};BYDAY={listed}{week}")


def _stepped(n: int, unit: str, ground: _Ground) -> Rule:
    """So many days, weeks, months or years apart, counted from the first day."""
    first = ground.first
    freq = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}[unit]
    if n == 1 and unit != "year":
        return _whole(unit, ground)
    every = f"FREQ={freq};INTERVAL={n}" if n > 1 else f"FREQ={freq}"
    falls = {
        "day": "",
        "week": f";BYDAY={DAYS[first.weekday()]}",
        "month": f";{_days_of_month([first.day])}",
        "year": f";BYMONTH={first.month};{_days_of_month([first.day])}",
    }
    return Rule(f"{n} {unit}s" if n > 1 else unit, every + falls[unit])


def _dates(tokens: list[str], _: _Ground) -> Rule | None:
    """`15th`, `1st and 15th of the month`, `last day of the month`."""
    tokens = _without_month(tokens)
    if tokens == ["last", "day"]:
        return Rule("last day of the month", "FREQ=MONTHLY;BYMONTHDAY=-1")
    tokens = ["1st"] if tokens == ["first", "day"] else tokens
    parts = [re.fullmatch("([0-9]{1,2})(?:st|nd|rd|th)", token) for token in tokens]
    named = sorted({int(part[1]) for part in parts if part})
    if not named or not all(parts):
        return None
    if not 1 <= named[0] <= named[-1] <= 31:
        raise Misread(
            "The days of a month go from the 1st to the 31st.", "Such as: 15th, 1st and 15th, 31st"
        )
    if sum(day > 28 for day in named) > 1:
        raise Misread(
            "29th, 30th and 31st are one day in a shorter month; a rule takes one of them.",
            "Such as: 31st, or 15th and 31st",
        )
    words = " and ".join(", ".join(map(_nth, named)).rsplit(", ", 1))
    return Rule(words, f"FREQ=MONTHLY;{_days_of_month(named)}")


def _days_of_month(named: list[int]) -> str:
    """29th to 31st are the last day of a shorter month: the last of what it has, from the 28th."""
    if named[-1] <= 28:
        return f"BYMONTHDAY={','.join(map(str, named))}"
    before = named[:-1]
    listed = ",".join(map(str, sorted({*before, *range(28, named[-1] + 1)})))
    places = ",".join(map(str, [*range(1, len(before) + 1), -1]))
    return f"BYMONTHDAY={listed};BYSETPOS={places}"


def _nth(day: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{'th' if 11 <= day <= 13 else ending}"


def _nth_weekday(tokens: list[str], _: _Ground) -> Rule | None:
    """`last friday`, `first monday of the month`."""
    match _without_month(tokens):
        case [which, name] if which in _POSITIONS and (weekday := day_name(name)) is not None:
            pass
        case _:
            return None
    place, name = _POSITIONS[which], WEEKDAYS[weekday]
    if place > 1 and len(tokens) == 2:
        apart = "other" if place == 2 else f"{place} weeks on"
        raise Misread(
            f"'{which} {name}' could be one in a month, or one in {place} weeks.",
            f"Say which: {which} {name} of the month, or {apart} {name}",
        )
    which = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}[place]
    words = f"{which} {name}" + (" of the month" if place > 1 else "")
    return Rule(words, f"FREQ=MONTHLY;BYDAY={place}{DAYS[weekday]}")


def _without_month(tokens: list[str]) -> list[str]:
    match tokens:
        case ["month" | "monthly", "on", *rest] | [*rest, "of" | "in", "month"]:
            return rest
        case [*rest, "of" | "in", "a" | "each" | "every", "month"]:
            return rest
    return tokens


def _named_days(tokens: list[str], _: _Ground) -> Rule | None:
    tokens = tokens[2:] if tokens[:2] in (["week", "on"], ["weekly", "on"]) else tokens
    named = _weekdays(tokens)
    if not named:
        return None
    return Rule(_listed(named), f"FREQ=WEEKLY;BYDAY={','.join(DAYS[day] for day in named)}")


def _weekdays(tokens: list[str]) -> list[int] | None:
    """The weekdays that all of the tokens name: `mon`, `fridays`, `mon-fri`, `weekend`."""
    named: set[int] = set()
    for token in tokens:
        group = {"weekday": range(5), "workday": range(5), "weekend": range(5, 7)}
        if found := group.get(token.removesuffix("s")):
            named.update(found)
            continue
        ends = [_weekday(name) for name in token.split("-", 1)]
        first, last = ends[0], ends[-1]
        if first is None or last is None:
            return None
        named.update((first + step) % 7 for step in range((last - first) % 7 + 1))
    return sorted(named)


def _weekday(name: str) -> int | None:
    found = day_name(name)
    return day_name(name.removesuffix("s")) if found is None else found


def _listed(named: list[int]) -> str:
    if named in (list(range(5)), [5, 6]):
        return "weekday" if len(named) == 5 else "weekend"
    return ",".join(WEEKDAYS[day] if len(named) == 1 else WEEKDAYS[day][:3] for day in named)


_FORMS: tuple[Callable[[list[str], _Ground], Rule | None], ...]
_FORMS = (_plain, _named_days, _every_few, _dates, _nth_weekday)


# --- what is told when words do not read -------------------------------------------------------


def _unread(words: str, ground: _Ground) -> Misread:
    if not words.strip():
        return Misread("No rule was given.", FORMS)
    said = one_line(words.lower())[:_SHOWN]
    if parts := re.fullmatch("(?:every )?(.+?) (at|until|from|starting) (.+)", said):
        rule, word, value = parts.groups()
        option = "--from" if word == "starting" else f"--{word}"
        return Misread(
            f"A rule says on which days, and no more: '{word} {value}' has an option of its own.",
            f"Such as: --every {rule} {option} {value}",
        )
    meant = closest(said.split(), _VOCABULARY)
    if meant != said and _reading(meant, _tokens(meant), ground):
        return Misread(
            f"{quoted(words)} does not read as a rule.", f"Did you mean {meant}?\n{FORMS}"
        )
    return Misread(f"{quoted(words)} does not read as a rule.", FORMS)


_VOCABULARY = (
    *("every", "each", "other", "day", "days", "daily", "week", "weeks", "weekly", "month"),
    *("months", "monthly", "weekday", "weekdays", "weekend", "weekends", "times", "twice"),
    *("first", "second", "third", "fourth", "last", "fortnight", *WEEKDAYS),
)


# --- rules as pages say them -------------------------------------------------------------------


def describe(rule: Rule, at: time | None = None, times: int | None = None) -> str:
    """How often, as a page says it: `weekdays by 18:00`, `the last Friday of the month`."""
    often = f"{times} {_TIMES_SIGN} a {rule.words}" if times and times > 1 else _often(rule.words)
    return f"{often} by {at:%H:%M}" if at else often


def _often(words: str) -> str:
    tokens = words.split()
    match tokens:
        case ["day" | "week" | "month" | "year"]:
            return f"every {words}"
        case ["weekday" | "weekend"]:
            return f"{words}s"
        case ["other", name]:
            return f"every other {name.title()}"
        case [count, _, *rest] if count.isdigit():
            return " ".join(["every", *tokens[:2], *(["on", _days_said(rest[1])] if rest else [])])
        case ["last", "day", *_]:
            return f"the {words}"
        case [which, name, *_] if which in _POSITIONS and name in WEEKDAYS:
            return f"the {which} {name.title()} of the month"
        case [nth, *_] if nth[:1].isdigit():
            return f"the {words} of the month"
        case [listed] if all(day_name(name) is not None for name in listed.split(",")):
            return _days_said(listed)
    return words


def _days_said(listed: str) -> str:
    if listed in ("weekday", "weekend"):
        return f"{listed}s"
    named = [day_name(name) or 0 for name in listed.split(",")]
    names = [
        WEEKDAYS[day].title() + "s" if len(named) < 4 else WEEKDAYS[day][:3].title()
        for day in named
    ]
    return " and ".join(", ".join(names).rsplit(", ", 1))
