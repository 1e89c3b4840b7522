"""A slow, obvious second reading of DESIGN 3, against which the program's standings are held.

It shares nothing with the program: plain data goes in, the figures of ``ledger --json`` come out.
Every moment is the local wall clock, naive; everything in a `Case` was written by ``now``.
Where the text leaves room, the reading that was chosen stands beside the code as "Chosen: …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from math import sqrt
from typing import Any, NamedTuple, TypedDict

from dateutil.rrule import rrulestr

DAY = timedelta(days=1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DELIVERED = ("kept", "late")
SETTLED = ("kept", "late", "owned", "missed")


# ---------------------------------------------------------------------------------------------
# What is handed in
# ---------------------------------------------------------------------------------------------


class Delivery(NamedTuple):
    """One delivery: of ``day``, at ``moment`` if a time was given.

    ``bound`` is a day of the occurrence that ``--for`` or ``--late`` named when it was written.
    """

    uid: str
    day: date
    moment: datetime | None = None
    bound: date | None = None
    partly: bool = False


# The terms of a renegotiation; what they do not name stays as it was.
# Recurring: rule, at, times, until, from. Once: by.
NewTerms = TypedDict(
    "NewTerms",
    {
        "rule": str,
        "at": time | None,
        "times": int,
        "until": date | None,
        "from": date,
        "by": tuple[date, time | None] | None,
    },
    total=False,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One commitment with everything that was written about it."""

    made: datetime
    first: date
    until: date | None = None
    once: bool = False
    by: tuple[date, time | None] | None = None
    rule: str | None = None
    at: time | None = None
    times: int = 1
    day_ends: time = time(3)
    week_starts: int = 0
    deliveries: Sequence[Delivery] = ()
    misses: Sequence[date | None] = ()
    pauses: Sequence[tuple[date, date]] = ()
    released: datetime | None = None
    renegotiations: Sequence[tuple[datetime, NewTerms]] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """It was understood but does not fit the record."""

    why: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The delivery could mean the occurrence before, or the one that owns its day."""

    preceding: date
    owner: date


# ---------------------------------------------------------------------------------------------
# Days
# ---------------------------------------------------------------------------------------------


def day_of(case: Case, moment: datetime) -> date:
    """Day d runs from the day-end hour on d up to that hour on d+1."""
    since_midnight = timedelta(hours=case.day_ends.hour, minutes=case.day_ends.minute)
    return (moment - since_midnight).date()


def first_minute(case: Case, day: date) -> datetime:
    return datetime.combine(day, case.day_ends)


def deadline_of(case: Case, day: date, at: time | None) -> datetime:
    """The end of the day, or `at` that day; an `at` before the day-end hour means that night."""
    if at is None:
        return first_minute(case, day + DAY)
    return datetime.combine(day + DAY if at < case.day_ends else day, at)


# ---------------------------------------------------------------------------------------------
# Rules
# ---------------------------------------------------------------------------------------------

NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
COUNTED = re.compile(r"(\d+) times a (week|month)")


def weekday(name: str) -> str:
    """The RRULE's word for a day's name, in full or its first three letters."""
    (number,) = [n for n, full in enumerate(NAMES) if name in (full, full[:3])]
    return WEEKDAYS[number]


def whole_of(rule: str) -> str | None:
    """Of `day`, `week` and `month`, the one that the rule is (`3 times a week` is `week`)."""
    if counted := COUNTED.fullmatch(rule):
        return counted[2]
    return rule if rule in ("day", "week", "month") else None


def times_of(rule: str, times: int) -> int:
    counted = COUNTED.fullmatch(rule)
    return int(counted[1]) if counted else times


def rrule_of(rule: str, week_starts: int) -> str:
    """The words of DESIGN 3 as an RRULE; a raw RRULE is itself."""
    if "FREQ=" in rule:
        return rule
    fixed = {
        "day": "FREQ=DAILY",
        "weekday": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "weekend": "FREQ=WEEKLY;BYDAY=SA,SU",
        "week": f"FREQ=WEEKLY;BYDAY={WEEKDAYS[(week_starts + 6) % 7]}",
        "month": "FREQ=MONTHLY;BYMONTHDAY=-1",
    }
    word = whole_of(rule) or rule
    if word in fixed:
        return fixed[word]
    if match := re.fullmatch(r"(\d+) days", rule):
        return f"FREQ=DAILY;INTERVAL={match[1]}"
    if match := re.fullmatch(r"other (\w+)", rule):
        return f"FREQ=WEEKLY;INTERVAL=2;BYDAY={weekday(match[1])}"
    if match := re.fullmatch(r"last (\w+)", rule):
        return f"FREQ=MONTHLY;BYDAY=-1{weekday(match[1])}"
    if match := re.fullmatch(r"(\d+)(st|nd|rd|th)", rule):
        return _day_of_month(int(match[1]))
    return "FREQ=WEEKLY;BYDAY=" + ",".join(weekday(name) for name in rule.split(","))


def _day_of_month(number: int) -> str:
    """The 29th to the 31st mean the last day of a shorter month."""
    if number <= 28:
        return f"FREQ=MONTHLY;BYMONTHDAY={number}"
    days = ",".join(str(n) for n in range(28, number + 1))
    return f"FREQ=MONTHLY;BYMONTHDAY={days};BYSETPOS=-1"


def rule_days(rule: str, counted_from: date, week_starts: int) -> Iterator[date]:
    """The rule's days from ``counted_from`` on; intervals count from the first matching one.

    Chosen: a day matches when the rule without its INTERVAL falls on it; a raw RRULE without
    WKST has weeks that begin on Monday (RFC 5545), whatever the journal's week.
    """
    words = rrule_of(rule, week_starts)
    without_interval = re.sub(r";?INTERVAL=\d+", "", words).lstrip(";")
    for anchor in _expand(without_interval, counted_from):
        yield from _expand(words, anchor)
        return


def _expand(words: str, start: date) -> Iterator[date]:
    for moment in rrulestr(words, dtstart=datetime.combine(start, time())):
        yield moment.date()


# ---------------------------------------------------------------------------------------------
# Windows
# ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Terms:
    rule: str
    at: time | None
    times: int
    until: date | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days under the same terms: the whole commitment, or a part between renegotiations."""

    terms: Terms
    first: date
    counted_from: date
    last: date | None = None  # the day before the next stretch


@dataclass(frozen=True, slots=True)
class Window:
    """One occurrence: it owns the days from ``first`` up to and including ``day``."""

    first: date
    day: date
    deadline: datetime
    cut: bool
    stretch: Stretch

    def owns(self, day: date) -> bool:
        return self.first <= day <= self.day


def _begins_whole(case: Case, day: date, whole: str | None) -> bool:
    """Is ``day`` the first of the journal's week (or the month), where the rule is that word?"""
    if whole == "week":
        return day.weekday() == case.week_starts
    if whole == "month":
        return day.day == 1
    return True


def stretch_windows(case: Case, stretch: Stretch) -> Iterator[Window]:
    terms = stretch.terms
    whole = whole_of(terms.rule)
    begin = stretch.first
    for rule_day in rule_days(terms.rule, stretch.counted_from, case.week_starts):
        if rule_day < begin:  # the occurrence that fell away
            continue
        day = rule_day
        if terms.until is not None and rule_day > terms.until:
            if whole not in ("week", "month") or begin > terms.until:
                return
            day = terms.until  # the shortened window is still an occurrence
        if stretch.last is not None and day > stretch.last:
            return
        cut = day != rule_day or not _begins_whole(case, begin, whole)
        yield Window(begin, day, deadline_of(case, day, terms.at), cut, stretch)
        begin = day + DAY


def fallen_away(case: Case, stretch: Stretch, agreed: datetime) -> Stretch:
    """Drop an occurrence on the first day whose deadline was not still ahead, once."""
    for window in stretch_windows(case, stretch):
        if window.day == stretch.first and window.deadline <= agreed:
            return replace(stretch, first=stretch.first + DAY)
        return stretch
    return stretch


def stretches_of(case: Case) -> list[Stretch]:
    """The commitment's stretches, the first under the terms it was made with."""
    assert case.rule is not None
    terms = Terms(case.rule, case.at, times_of(case.rule, case.times), case.until)
    stretches = [fallen_away(case, Stretch(terms, case.first, case.first), case.made)]
    for agreed, new in sorted(case.renegotiations, key=lambda one: one[0]):
        terms = _renewed(terms, new)
        start = _start_after_agreement(case, stretches, day_of(case, agreed))
        # Chosen: a `from` in the new terms can only put the start off further.
        start = max(start, new.get("from", start))
        stretches = [replace(s, last=_earlier(s.last, start - DAY)) for s in stretches]
        # Chosen: terms agreed at 20:00 for "every day by 18:00", starting that day (after the
        # end of the old ones), let that day's occurrence fall away, as when a promise is made.
        stretches.append(fallen_away(case, Stretch(terms, start, start), agreed))
    return stretches


def _renewed(old: Terms, new: NewTerms) -> Terms:
    rule = new.get("rule", old.rule)
    return Terms(
        rule=rule,
        at=new.get("at", old.at),
        times=times_of(rule, new.get("times", old.times)),
        until=new.get("until", old.until),
    )


def _start_after_agreement(case: Case, stretches: list[Stretch], day: date) -> date:
    """The day after the window that is open then.

    Before the first day (of the commitment, or of terms that are still to come) it is that day;
    after the end, the day of agreement.
    """
    for window in _endless(case, stretches):
        if window.owns(day):
            return window.day + DAY
        if window.first > day:
            return window.first
    return day


def _earlier(one: date | None, other: date) -> date:
    return other if one is None else min(one, other)


def _endless(case: Case, stretches: list[Stretch]) -> Iterator[Window]:
    for stretch in stretches:
        yield from stretch_windows(case, stretch)


def windows_of(case: Case, through: date) -> list[Window]:
    """All windows that begin by ``through``, and the next one after, if there is one.

    After a release, only those whose window had begun by its day.
    """
    found = []
    for window in _endless(case, stretches_of(case)):
        if case.released is not None and window.first > day_of(case, case.released):
            break
        found.append(window)
        if window.first > through:
            break
    return found


def has_occurrence(case: Case) -> bool:
    """An `until` that leaves no occurrence is refused; so is a renegotiation's."""
    newest = stretches_of(case)[-1]
    return next(stretch_windows(case, newest), None) is not None


# ---------------------------------------------------------------------------------------------
# Deliveries and standings
# ---------------------------------------------------------------------------------------------


class Deed(NamedTuple):
    """A delivery that was placed; by its order, the first ones count."""

    moment: datetime
    uid: str
    on_time: bool


@dataclass(slots=True)
class Occurrence:
    """A window with what was done about it."""

    window: Window
    deeds: list[Deed]
    partly: bool = False
    standing: str = ""

    @property
    def times(self) -> int:
        return self.window.stretch.terms.times

    @property
    def counted(self) -> list[Deed]:
        return sorted(self.deeds)[: self.times]

    @property
    def delivered(self) -> bool:
        return len(self.counted) == self.times


@dataclass(frozen=True, slots=True)
class Record:
    occurrences: list[Occurrence]
    extra: int


def owner_of(windows: Sequence[Window], day: date) -> int | None:
    return next((n for n, window in enumerate(windows) if window.owns(day)), None)


def reached_by(windows: Sequence[Window], day: date) -> int:
    """How many windows were over before ``day`` began: they are the ones before its owner."""
    return sum(1 for window in windows if window.day < day)


def home_of(windows: Sequence[Window], day: date) -> int | None:
    """Where a delivery of ``day`` goes by itself: to its owner, else to the last one before.

    Chosen: a day between the end of old terms and the start of new ones counts, as it did when
    it was written, as one after the last occurrence.
    """
    owner = owner_of(windows, day)
    if owner is not None:
        return owner
    before = reached_by(windows, day)
    return before - 1 if before else None


def place(case: Case, windows: Sequence[Window]) -> Record:
    occurrences = [Occurrence(window, []) for window in windows]
    homeless = 0
    for delivery in (Delivery(*one) for one in case.deliveries):
        if delivery.bound is not None:
            home = owner_of(windows, delivery.bound)
        else:
            home = home_of(windows, delivery.day)
        if delivery.partly:
            if home is not None:
                occurrences[home].partly = True
        elif home is None:
            # Chosen: done ahead for an occurrence that, after a release or a renegotiation,
            # never came: it is extra.
            homeless += 1
        else:
            occurrences[home].deeds.append(_deed(case, windows, delivery, home))
    beyond = sum(len(one.deeds) - len(one.counted) for one in occurrences)
    return Record(occurrences, homeless + beyond)


def _deed(case: Case, windows: Sequence[Window], delivery: Delivery, home: int) -> Deed:
    belated = home < reached_by(windows, delivery.day)
    if delivery.moment is None:
        return Deed(first_minute(case, delivery.day), delivery.uid, not belated)
    in_time = delivery.moment <= windows[home].deadline
    return Deed(delivery.moment, delivery.uid, in_time and not belated)


def standing_of(case: Case, occurrence: Occurrence, now: datetime) -> str:
    """The first that applies."""
    window = occurrence.window
    over = day_of(case, now) > window.day
    if occurrence.delivered:
        return "kept" if all(deed.on_time for deed in occurrence.counted) else "late"
    if any(begin <= window.day and window.first <= end for begin, end in case.pauses):
        return "eased"
    if case.released is not None and window.owns(day_of(case, case.released)):
        return "eased"
    if window.cut and over:
        return "eased"
    if any(day is not None and window.owns(day) for day in case.misses):
        return "owned"
    return "missed" if over else "open"


def read(case: Case, now: datetime, *also: date) -> Record:
    """Everything up to the latest day that any entry, ``now`` or ``also`` names, and one more.

    The one more begins after all pauses and all that was settled ahead, so that an open one, if
    there will be any, is among them.
    """
    named = [day_of(case, now), *also]
    named += [delivery.day for delivery in case.deliveries]
    named += [delivery.bound for delivery in case.deliveries if delivery.bound is not None]
    named += [day for day in case.misses if day is not None]
    named += [end for _, end in case.pauses]
    record = place(case, windows_of(case, max(named)))
    for occurrence in record.occurrences:
        occurrence.standing = standing_of(case, occurrence, now)
    return record


# ---------------------------------------------------------------------------------------------
# Figures
# ---------------------------------------------------------------------------------------------


def reckon(case: Case, now: datetime) -> dict[str, Any]:
    """The standing and figures of ``ledger --json``; days and moments as themselves, naive.

    Beside its keys, ``occurrences`` holds all that exist up to and including the running one.
    """
    return reckon_once(case, now) if case.once else reckon_recurring(case, now)


def reckon_recurring(case: Case, now: datetime) -> dict[str, Any]:
    today = day_of(case, now)
    record = read(case, now)
    begun = [one for one in record.occurrences if one.window.first <= today]
    # What was delivered or owned ahead is settled, too.
    settled = [one for one in record.occurrences if one.standing in SETTLED]
    recent = [one for one in settled if _is_recent(one.window, today)]
    still_open = [one for one in record.occurrences if one.standing == "open"]
    return {
        "standing": _standing_of_all(case, today),
        "kept": _count(settled, "kept"),
        "late": _count(settled, "late"),
        "owned": _count(settled, "owned"),
        "missed": _count(settled, "missed"),
        # Chosen: a pause that lies ahead eases the occurrences in it once they have begun.
        "eased": _count(begun, "eased"),
        "open": _count(begun, "open"),
        "extra": record.extra,
        "settled": len(settled),
        "rate": _share(settled, DELIVERED),
        "rate_28d": _share(recent, DELIVERED),
        "punctual": _share(settled, ("kept",)),
        "run": _run(settled),
        "best_run": max((_run(settled[:n]) for n in range(len(settled) + 1)), default=0),
        "steadiness": _steadiness(case, settled),
        "next": _next(still_open),
        "occurrences": [_row(one) for one in begun],
    }


def _standing_of_all(case: Case, today: date) -> str:
    until = stretches_of(case)[-1].terms.until
    if case.released is not None:
        return "released"
    if until is not None and today > until:
        return "ended"
    if any(begin <= today <= end for begin, end in case.pauses):
        return "paused"
    return "active"


def _is_recent(window: Window, today: date) -> bool:
    """Among the 28 days that end today, or the running one."""
    return today - 27 * DAY <= window.day <= today or window.owns(today)


def _count(occurrences: Sequence[Occurrence], standing: str) -> int:
    return sum(1 for one in occurrences if one.standing == standing)


def _share(settled: Sequence[Occurrence], standings: Sequence[str]) -> float | None:
    if not settled:
        return None
    return sum(1 for one in settled if one.standing in standings) / len(settled)


def _run(settled: Sequence[Occurrence]) -> int:
    run = 0
    for one in settled:
        run = run + 1 if one.standing in DELIVERED else 0
    return run


def _steadiness(case: Case, settled: Sequence[Occurrence]) -> float:
    credit = {"kept": 1.0, "late": 0.5, "owned": 0.0, "missed": 0.0}
    s = 0.0
    for one in settled:
        m = 0.5 ** (1 / (13 * sqrt(frequency(case, one.window.stretch))))
        s = s * m + credit[one.standing] * (1 - m)
    return s


def frequency(case: Case, stretch: Stretch) -> float:
    """Occurrences a day: 28 over the days from the 1st to the 29th, whatever `until` says."""
    days = (
        day
        for day in rule_days(stretch.terms.rule, stretch.counted_from, case.week_starts)
        if day >= stretch.first
    )
    first_29 = list(islice(days, 29))
    return 28 / (first_29[28] - first_29[0]).days


def _next(still_open: Sequence[Occurrence]) -> dict[str, Any] | None:
    for one in still_open:
        return {"day": one.window.day, "deadline": one.window.deadline}
    return None


def _row(one: Occurrence) -> dict[str, Any]:
    return {
        "day": one.window.day,
        "deadline": one.window.deadline,
        "standing": one.standing,
        "partly": one.partly,
    }


# ---------------------------------------------------------------------------------------------
# Once
# ---------------------------------------------------------------------------------------------


def due_of(case: Case, now: datetime) -> tuple[date, datetime] | None:
    """The day and the deadline of a once commitment as agreed and paused, or open-ended."""
    by = case.by
    for _, new in sorted(case.renegotiations, key=lambda one: one[0]):
        by = new.get("by", by)
    if by is None:
        return None
    day, deadline = by[0], deadline_of(case, *by)
    for begin, end in sorted(case.pauses):
        if begin <= day <= end or _held_overdue(case, begin, day, now):
            day, deadline = end, deadline_of(case, end, None)
    return day, deadline


def _held_overdue(case: Case, begin: date, due: date, now: datetime) -> bool:
    """Did the pause begin after the deadline, while nothing was yet delivered?

    Chosen: only from the day it begins; until then the commitment is overdue, however near.
    """
    done = any(one.day < begin for one in case.deliveries if not one.partly)
    return due < begin <= day_of(case, now) and not done


def _deeds_of_once(case: Case, due: tuple[date, datetime] | None) -> list[Deed]:
    deeds = []
    for one in (Delivery(*one) for one in case.deliveries):
        if one.partly:
            continue
        moment = one.moment if one.moment is not None else first_minute(case, one.day)
        if due is None:
            on_time = True
        elif one.moment is None:
            on_time = one.day <= due[0]
        else:
            on_time = one.moment <= due[1]
        deeds.append(Deed(moment, one.uid, on_time))
    return sorted(deeds)


def standing_of_once(case: Case, now: datetime) -> str:
    """Chosen: what was owned stays so when it is released; an open-ended one is never owned."""
    due = due_of(case, now)
    deeds = _deeds_of_once(case, due)
    if deeds:
        return "kept" if deeds[0].on_time else "late"
    if case.misses and due is not None:
        return "owned"
    if case.released is not None:
        return "released"
    return "overdue" if due is not None and now > due[1] else "open"


def reckon_once(case: Case, now: datetime) -> dict[str, Any]:
    """Chosen: an overdue one counts nowhere; the figures of recurring ones are null."""
    standing = standing_of_once(case, now)
    due = due_of(case, now)
    counts = {
        name: int(standing == name) for name in ("kept", "late", "owned", "missed", "eased", "open")
    }
    is_next = due is not None and standing == "open"
    return {
        "standing": standing,
        **counts,
        "extra": max(len(_deeds_of_once(case, due)) - 1, 0),
        "settled": int(standing in SETTLED),
        "rate": None,
        "rate_28d": None,
        "punctual": None,
        "run": None,
        "best_run": None,
        "steadiness": None,
        "next": {"day": due[0], "deadline": due[1]} if due and is_next else None,
        "occurrences": [],
    }


# ---------------------------------------------------------------------------------------------
# What would be written
# ---------------------------------------------------------------------------------------------


def bind(
    case: Case,
    now: datetime,
    day: date,
    moment: datetime | None,
    late: bool = False,
    for_day: date | None = None,
    partly: bool = False,
) -> date | Refusal | Ambiguous:
    """The day of the occurrence to which a delivery written ``now`` would belong.

    A delivery that is only extra (after a delivered last occurrence) names that occurrence.
    ``day`` is the delivery's own day, also where ``moment`` is given.
    """
    if late and for_day is not None:
        return Refusal("--late with --for is wrong usage")
    if case.once:
        return _bind_once(case, now, Delivery("", day, moment), late, for_day)
    occurrences = read(case, now, day, *([for_day] if for_day else [])).occurrences
    windows = [one.window for one in occurrences]
    if day < stretches_of(case)[0].first or not windows or day < windows[0].first:
        return Refusal("it is before the first day")
    if for_day is not None:
        named = owner_of(windows, for_day)
        return Refusal("no occurrence owns that day") if named is None else windows[named].day
    if late:
        return _bind_late(case, occurrences, day, moment)
    home, owner = home_of(windows, day), owner_of(windows, day)
    assert home is not None  # the day is not before the first
    if owner is not None and not partly and _could_be_two(occurrences, owner, day):
        return Ambiguous(windows[owner - 1].day, windows[owner].day)
    return windows[home].day


def _bind_late(
    case: Case, occurrences: Sequence[Occurrence], day: date, moment: datetime | None
) -> date | Refusal:
    """The latest undelivered before the day's owner, or the owner once its deadline is past.

    "Past" is judged at the delivery's own moment, for a day without a time its first minute.
    """
    windows = [one.window for one in occurrences]
    candidates = list(occurrences[: reached_by(windows, day)])
    owner = owner_of(windows, day)
    at = moment if moment is not None else first_minute(case, day)
    if owner is not None and at > windows[owner].deadline:
        candidates.append(occurrences[owner])
    for one in reversed(candidates):
        if not one.delivered:
            return one.window.day
    return Refusal("nothing is undelivered")


def _could_be_two(occurrences: Sequence[Occurrence], owner: int, day: date) -> bool:
    """Chosen: where terms changed, the rule in question is that of the day's owner."""
    window = occurrences[owner].window
    if day == window.day or whole_of(window.stretch.terms.rule) is not None or owner == 0:
        return False
    return occurrences[owner - 1].standing not in ("kept", "late", "owned", "eased")


def _bind_once(
    case: Case, now: datetime, delivery: Delivery, late: bool, for_day: date | None
) -> date | Refusal:
    """The due day, or for an open-ended one the delivery's own.

    Chosen: a once commitment is one occurrence that owns the days from its first to its due day.
    """
    due = due_of(case, now)
    if delivery.day < case.first:
        return Refusal("it is before the first day")
    if for_day is not None and (for_day < case.first or (due and for_day > due[0])):
        return Refusal("no occurrence owns that day")
    if late:
        past = due is not None and (
            delivery.day > due[0] or (delivery.moment is not None and delivery.moment > due[1])
        )
        if not past or _deeds_of_once(case, due):
            return Refusal("nothing is undelivered")
    return due[0] if due else delivery.day


def bind_miss(case: Case, now: datetime, for_day: date | None = None) -> date | Refusal:
    """The day of the occurrence that a miss written ``now`` would own."""
    if case.once:
        return _bind_miss_of_once(case, now)
    today = day_of(case, now)
    occurrences = read(case, now, *([for_day] if for_day else [])).occurrences
    windows = [one.window for one in occurrences]
    if for_day is not None:
        named = owner_of(windows, for_day)
    else:
        named = next(
            (
                n
                for n in reversed(range(len(occurrences)))
                if windows[n].deadline < now and occurrences[n].standing in ("open", "missed")
            ),
            owner_of(windows, today),
        )
    if named is None:
        return Refusal("no occurrence fits")
    if occurrences[named].delivered or _said(case, windows[named]):
        return Refusal("it was delivered or owned already")
    return windows[named].day


def _said(case: Case, window: Window) -> bool:
    return any(day is not None and window.owns(day) for day in case.misses)


def _bind_miss_of_once(case: Case, now: datetime) -> date | Refusal:
    due = due_of(case, now)
    if due is None:
        return Refusal("an open-ended one has nothing that could be missed")
    if _deeds_of_once(case, due) or case.misses:
        return Refusal("it was delivered or owned already")
    return due[0]
