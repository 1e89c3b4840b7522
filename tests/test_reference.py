"""The reference reaches what one reaches by hand, sentence by sentence of DESIGN 3.

November 2026 begins on a Sunday: Mondays are 2, 9, 16, 23, 30; Sundays 1, 8, 15, 22, 29.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from itertools import islice, pairwise
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reference import (
    SETTLED,
    Ambiguous,
    Case,
    Delivery,
    NewTerms,
    Refusal,
    bind,
    bind_miss,
    day_of,
    deadline_of,
    frequency,
    has_occurrence,
    reckon,
    rule_days,
    stretches_of,
    times_of,
    windows_of,
)
from tests.strategies import Probe, Scene, probes, scenes

MONDAY = 0
SUNDAY = 6
SIX = time(18)


def on(text: str) -> date:
    """`11-08` is in 2026; another year is written out."""
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text if text.startswith("20") else f"2026-{text}")


def promise(
    rule: str, made: str = "11-02 08:00", first: str | None = None, until: str | None = None
) -> Case:
    """Made on Monday the 2nd at eight in the morning, unless told otherwise."""
    begun = at(made).date() if first is None else on(first)
    return Case(made=at(made), first=begun, until=on(until) if until else None, rule=rule)


def once(by: str | None, clock: time | None = None, made: str = "11-02 08:00") -> Case:
    due = (on(by), clock) if by else None
    return Case(made=at(made), first=at(made).date(), once=True, by=due)


def did(case: Case, *moments: str, bound: str | None = None, partly: bool = False) -> Case:
    """The case with deliveries: `11-08 17:00` with its time, `11-08` a day without."""
    written = list(case.deliveries)
    for text in moments:
        moment = at(text) if " " in text else None
        day = day_of(case, moment) if moment else on(text)
        named = on(bound) if bound else None
        written.append(Delivery(f"{len(written):03}", day, moment, named, partly))
    return replace(case, deliveries=written)


def owned(case: Case, *days: str) -> Case:
    return replace(case, misses=[*case.misses, *(on(day) for day in days)])


def paused(case: Case, begin: str, end: str) -> Case:
    return replace(case, pauses=[*case.pauses, (on(begin), on(end))])


def renewed(case: Case, agreed: str, **terms: Any) -> Case:
    """The case under new terms, whole: what is not named is not kept from the old."""
    new = cast(NewTerms, {"at": None, "times": 1, "until": None, **terms})
    return replace(case, renegotiations=[*case.renegotiations, (at(agreed), new)])


def shown(case: Case, now: str) -> dict[str, str]:
    """The standing of each occurrence, by its day."""
    rows = reckon(case, at(now))["occurrences"]
    return {f"{row['day']:%m-%d}": row["standing"] for row in rows}


def figures(case: Case, now: str, names: str) -> list[Any]:
    report = reckon(case, at(now))
    return [report[name] for name in names.split()]


def spans(case: Case, through: str) -> list[tuple[str, str]]:
    """The windows that begin by `through`, and the next one, by their first and last days."""
    windows = windows_of(case, on(through))
    return [(f"{window.first:%m-%d}", f"{window.day:%m-%d}") for window in windows]


def bound(case: Case, now: str, day: str, **how: Any) -> str | type:
    """Where a delivery would go: an occurrence's day, or `Refusal` or `Ambiguous`."""
    moment = at(day) if " " in day else None
    its_day = day_of(case, moment) if moment else on(day)
    if "for_day" in how:
        how["for_day"] = on(how["for_day"])
    found = bind(case, at(now), its_day, moment, **how)
    return f"{found:%m-%d}" if isinstance(found, date) else type(found)


def missed(case: Case, now: str, for_day: str | None = None) -> str | type:
    """Which occurrence a miss would own."""
    found = bind_miss(case, at(now), on(for_day) if for_day else None)
    return f"{found:%m-%d}" if isinstance(found, date) else type(found)


# ---------------------------------------------------------------------------------------------
# Days
# ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day_ends", "moment", "day"),
    [
        ("03:00", "11-03 01:30", "11-02"),
        ("03:00", "11-03 02:59", "11-02"),
        ("03:00", "11-03 03:00", "11-03"),
        ("00:00", "11-03 00:00", "11-03"),
        ("05:00", "11-03 04:59", "11-02"),
    ],
)
def test_a_day_runs_from_the_day_end_hour_to_the_next(day_ends: str, moment: str, day: str) -> None:
    case = replace(promise("day"), day_ends=time.fromisoformat(day_ends))
    assert day_of(case, at(moment)) == on(day)


@pytest.mark.parametrize(
    ("day_ends", "clock", "deadline"),
    [
        ("03:00", None, "11-09 03:00"),
        ("00:00", None, "11-09 00:00"),
        ("03:00", "18:00", "11-08 18:00"),
        ("03:00", "01:00", "11-09 01:00"),
        ("03:00", "03:00", "11-08 03:00"),
        ("00:00", "01:00", "11-08 01:00"),
        ("05:00", "04:00", "11-09 04:00"),
    ],
)
def test_a_deadline_before_the_day_end_hour_means_that_night(
    day_ends: str, clock: str | None, deadline: str
) -> None:
    case = replace(promise("sunday"), day_ends=time.fromisoformat(day_ends))
    its_at = time.fromisoformat(clock) if clock else None
    assert deadline_of(case, on("11-08"), its_at) == at(deadline)


# ---------------------------------------------------------------------------------------------
# Terms
# ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "first", "days"),
    [
        ("day", "11-05", "11-05 11-06 11-07"),
        ("weekday", "11-05", "11-05 11-06 11-09"),
        ("weekend", "11-05", "11-07 11-08 11-14 11-15"),
        ("mon,wed,fri", "11-05", "11-06 11-09 11-11 11-13"),
        ("sunday", "11-05", "11-08 11-15 11-22"),
        ("sunday", "11-08", "11-08 11-15"),
        ("2 days", "11-05", "11-05 11-07 11-09"),
        ("other friday", "11-05", "11-06 11-20 12-04"),
        # Begun on a Saturday it starts with the coming Friday.
        ("other friday", "11-07", "11-13 11-27 12-11"),
        ("week", "11-05", "11-08 11-15 11-22"),
        ("3 times a week", "11-05", "11-08 11-15"),
        ("month", "11-05", "11-30 12-31 2027-01-31 2027-02-28"),
        ("2 times a month", "11-05", "11-30 12-31"),
        ("1st", "11-05", "12-01 2027-01-01"),
        ("15th", "11-05", "11-15 12-15"),
        ("29th", "2027-01-05", "2027-01-29 2027-02-28 2027-03-29"),
        ("30th", "2027-01-05", "2027-01-30 2027-02-28 2027-03-30"),
        ("31st", "11-05", "11-30 12-31 2027-01-31 2027-02-28 2027-03-31"),
        ("31st", "2028-02-01", "2028-02-29 2028-03-31 2028-04-30"),
        ("29th", "2028-02-01", "2028-02-29 2028-03-29"),
        ("last friday", "11-05", "11-27 12-25 2027-01-29"),
        ("FREQ=WEEKLY;BYDAY=SU", "11-05", "11-08 11-15"),
        # The first matching day is Monday the 9th; the week after its week is skipped.
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "11-05", "11-09 11-11 11-23 11-25 12-07"),
        # Here it is Wednesday the 4th.
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "11-03", "11-04 11-16 11-18 11-30"),
        ("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=10", "11-11", "12-10 2027-02-10 2027-04-10"),
        ("FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=10", "11-10", "11-10 2027-01-10"),
        # From Monday the 9th every second day, where that is no weekend.
        (
            "FREQ=DAILY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR",
            "11-07",
            "11-09 11-11 11-13 11-17 11-19 11-23",
        ),
        ("FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1", "11-05", "2027-03-01 2027-09-01 2028-03-01"),
        # Only the words mean the last day of a shorter month; a raw rule is taken as it is.
        ("FREQ=MONTHLY;BYMONTHDAY=31", "11-05", "12-31 2027-01-31 2027-03-31"),
    ],
)
def test_the_days_of_each_rule(rule: str, first: str, days: str) -> None:
    wanted = [on(day) for day in days.split()]
    assert list(islice(rule_days(rule, on(first), MONDAY), len(wanted))) == wanted


def test_a_week_that_starts_on_sunday_ends_on_saturday() -> None:
    assert list(islice(rule_days("week", on("11-05"), SUNDAY), 2)) == [on("11-07"), on("11-14")]


def test_times_a_week_is_week_with_times() -> None:
    assert times_of("3 times a week", 1) == 3
    assert times_of("week", 2) == 2


# ---------------------------------------------------------------------------------------------
# Windows
# ---------------------------------------------------------------------------------------------


def test_an_occurrence_owns_the_days_after_the_one_before_it() -> None:
    wanted = [("11-02", "11-08"), ("11-09", "11-15"), ("11-16", "11-22")]
    assert spans(promise("sunday"), "11-09") == wanted


def test_the_first_owns_the_days_from_the_first_day() -> None:
    case = promise("other friday", made="11-07 10:00")
    assert spans(case, "11-07") == [("11-07", "11-13"), ("11-14", "11-27")]


def test_its_deadline_is_its_day_at_the_time_or_the_end_of_it() -> None:
    plain = reckon(promise("sunday"), at("11-02 12:00"))
    assert plain["next"] == {"day": on("11-08"), "deadline": at("11-09 03:00")}
    timed = reckon(replace(promise("sunday"), at=SIX), at("11-02 12:00"))
    assert timed["next"] == {"day": on("11-08"), "deadline": at("11-08 18:00")}


def test_a_week_cut_short_by_its_start_is_eased_once_over() -> None:
    case = promise("week", made="11-05 08:00")
    assert shown(case, "11-09 02:59") == {"11-08": "open"}
    assert shown(case, "11-09 03:00") == {"11-08": "eased", "11-15": "open"}
    assert shown(case, "11-16 12:00") == {"11-08": "eased", "11-15": "missed", "11-22": "open"}


def test_a_week_cut_short_counts_if_it_was_delivered() -> None:
    case = did(promise("week", made="11-05 08:00"), "11-07 12:00")
    assert shown(case, "11-09 12:00") == {"11-08": "kept", "11-15": "open"}


def test_a_week_cut_short_is_eased_even_where_it_was_owned() -> None:
    case = owned(promise("week", made="11-05 08:00"), "11-08")
    assert shown(case, "11-07 12:00") == {"11-08": "owned"}
    assert shown(case, "11-09 12:00") == {"11-08": "eased", "11-15": "open"}


def test_a_week_that_begins_whole_is_not_eased() -> None:
    assert shown(promise("week"), "11-09 12:00") == {"11-08": "missed", "11-15": "open"}
    sundays = replace(promise("week", made="11-01 08:00"), week_starts=SUNDAY)
    assert shown(sundays, "11-08 12:00") == {"11-07": "missed", "11-14": "open"}


def test_a_week_cut_short_at_the_end_falls_on_the_until_day() -> None:
    case = promise("week", until="11-18")
    assert spans(case, "12-01") == [("11-02", "11-08"), ("11-09", "11-15"), ("11-16", "11-18")]
    assert shown(case, "11-18 23:00")["11-18"] == "open"
    assert shown(case, "11-19 12:00") == {"11-08": "missed", "11-15": "missed", "11-18": "eased"}
    timed = replace(case, at=SIX)
    assert windows_of(timed, on("12-01"))[-1].deadline == at("11-18 18:00")


def test_an_until_at_the_end_of_the_week_cuts_nothing() -> None:
    case = promise("week", until="11-15")
    assert shown(case, "11-16 12:00") == {"11-08": "missed", "11-15": "missed"}


def test_both_ends_may_cut_the_same_week() -> None:
    case = promise("week", made="11-04 08:00", until="11-06")
    assert shown(case, "11-07 12:00") == {"11-06": "eased"}


def test_months_are_cut_short_likewise() -> None:
    case = promise("month", made="11-05 08:00", until="2027-01-20")
    found = shown(case, "2027-01-21 12:00")
    assert found == {"11-30": "eased", "12-31": "missed", "01-20": "eased"}
    whole = promise("month", made="11-01 08:00")
    assert shown(whole, "12-01 12:00") == {"11-30": "missed", "12-31": "open"}


def test_other_rules_are_never_cut_short() -> None:
    case = promise("sunday", made="11-05 08:00", until="11-18")
    assert shown(case, "11-19 12:00") == {"11-08": "missed", "11-15": "missed"}


@pytest.mark.parametrize(
    ("made", "first"),
    [("11-02 17:59", "11-02"), ("11-02 18:00", "11-03"), ("11-02 23:00", "11-03")],
)
def test_a_first_occurrence_whose_deadline_was_not_ahead_falls_away(made: str, first: str) -> None:
    case = replace(promise("day", made=made), at=SIX)
    assert spans(case, "11-02")[0] == (first, first)


def test_without_a_time_the_first_day_is_still_ahead() -> None:
    assert spans(promise("day", made="11-02 23:59"), "11-02")[0] == ("11-02", "11-02")


def test_the_next_day_is_then_the_first_day_for_deliveries() -> None:
    case = replace(promise("day", made="11-02 19:00"), at=SIX)
    assert bound(case, "11-03 12:00", "11-02 17:00") is Refusal
    assert bound(case, "11-03 12:00", "11-03 11:00") == "11-03"


def test_an_occurrence_falls_away_once() -> None:
    case = promise("day", made="11-02 12:00", first="10-30")
    assert shown(case, "11-02 12:00") == {"10-31": "missed", "11-01": "missed", "11-02": "open"}


def test_only_the_first_day_itself_can_fall_away() -> None:
    case = promise("sunday", made="11-10 12:00", first="11-02")
    assert shown(case, "11-10 12:00") == {"11-08": "missed", "11-15": "open"}
    assert spans(case, "11-02")[0] == ("11-02", "11-08")


def test_intervals_still_count_from_the_start() -> None:
    case = replace(promise("2 days", made="11-02 19:00"), at=SIX)
    assert spans(case, "11-03") == [("11-03", "11-04"), ("11-05", "11-06")]


def test_a_fallen_away_end_of_week_leaves_a_whole_week() -> None:
    case = replace(promise("week", made="11-08 19:00"), at=SIX)
    assert spans(case, "11-09")[0] == ("11-09", "11-15")
    assert shown(case, "11-16 12:00") == {"11-15": "missed", "11-22": "open"}


def test_a_fallen_away_until_day_of_week_leaves_none() -> None:
    assert not has_occurrence(replace(promise("week", made="11-04 19:00", until="11-04"), at=SIX))
    assert has_occurrence(replace(promise("week", made="11-04 17:00", until="11-04"), at=SIX))


def test_an_until_that_leaves_no_occurrence() -> None:
    assert not has_occurrence(promise("sunday", until="11-07"))
    assert has_occurrence(promise("sunday", until="11-08"))
    assert has_occurrence(promise("week", until="11-03"))
    assert not has_occurrence(promise("day", until="11-01"))


# ---------------------------------------------------------------------------------------------
# Deliveries
# ---------------------------------------------------------------------------------------------


def test_a_delivery_belongs_to_the_occurrence_that_owns_its_day() -> None:
    case = did(promise("sunday"), "11-03 09:00", "11-15 20:00")
    assert shown(case, "11-16 12:00") == {"11-08": "kept", "11-15": "kept", "11-22": "open"}
    assert bound(promise("sunday"), "11-03 10:00", "11-03 09:00") == "11-08"


@pytest.mark.parametrize(
    ("moment", "standing"), [("11-08 18:00", "kept"), ("11-08 18:01", "late"), ("11-08", "kept")]
)
def test_on_time_is_not_after_the_deadline(moment: str, standing: str) -> None:
    case = did(replace(promise("sunday"), at=SIX), moment)
    assert shown(case, "11-09 12:00")["11-08"] == standing


def test_the_night_belongs_to_the_evening_before() -> None:
    case = did(promise("day"), "11-03 02:59")
    assert shown(case, "11-03 12:00") == {"11-02": "kept", "11-03": "open"}
    after = did(promise("day"), "11-03 03:00")
    assert shown(after, "11-03 12:00") == {"11-02": "missed", "11-03": "kept"}


def test_for_names_an_occurrence_by_a_day_that_it_owns() -> None:
    case = promise("sunday", until="11-29")
    assert bound(case, "11-16 12:00", "11-16 12:00", for_day="11-10") == "11-15"
    assert bound(case, "11-16 12:00", "11-16 12:00", for_day="11-08") == "11-08"
    assert bound(case, "11-16 12:00", "11-16 12:00", for_day="11-25") == "11-29"
    assert bound(case, "11-16 12:00", "11-16 12:00", for_day="11-01") is Refusal
    assert bound(case, "11-16 12:00", "11-16 12:00", for_day="11-30") is Refusal


def test_for_an_earlier_occurrence_is_late_with_or_without_a_time() -> None:
    for moment in ("11-16 12:00", "11-16"):
        case = did(promise("sunday"), moment, bound="11-10")
        assert shown(case, "11-16 13:00") == {"11-08": "missed", "11-15": "late", "11-22": "open"}


def test_at_the_very_deadline_but_on_the_next_ones_day_is_late() -> None:
    case = did(promise("day"), "11-03 03:00", bound="11-02")
    assert shown(case, "11-03 12:00") == {"11-02": "late", "11-03": "open"}


def test_for_an_occurrence_that_is_still_to_come_is_on_time() -> None:
    case = did(promise("sunday"), "11-04 12:00", bound="11-15")
    assert shown(case, "11-04 12:00") == {"11-08": "open"}
    assert figures(case, "11-04 12:00", "kept settled rate rate_28d") == [1, 1, 1.0, None]
    assert shown(case, "11-09 12:00") == {"11-08": "missed", "11-15": "kept"}


def test_late_means_the_latest_undelivered_before_the_days_owner() -> None:
    case = promise("sunday")
    assert bound(case, "11-17 12:00", "11-17 12:00", late=True) == "11-15"
    assert bound(did(case, "11-15"), "11-17 12:00", "11-17 12:00", late=True) == "11-08"
    # Dated back to the 10th, the owner is the 15th and the one before it the 8th.
    assert bound(case, "11-17 12:00", "11-10 12:00", late=True) == "11-08"
    both = did(case, "11-08", "11-15")
    assert bound(both, "11-17 12:00", "11-17 12:00", late=True) is Refusal
    assert bound(case, "11-03 12:00", "11-03 12:00", late=True) is Refusal


def test_late_looks_at_owned_and_eased_ones_too() -> None:
    assert bound(owned(promise("sunday"), "11-15"), "11-17 12:00", "11-17", late=True) == "11-15"
    eased = paused(promise("sunday"), "11-13", "11-13")
    assert bound(eased, "11-17 12:00", "11-17", late=True) == "11-15"


def test_late_means_the_days_owner_once_its_deadline_is_past() -> None:
    case = replace(promise("day"), at=SIX)
    assert bound(case, "11-03 20:00", "11-03 19:00", late=True) == "11-03"
    assert bound(did(case, "11-03"), "11-03 20:00", "11-03 19:00", late=True) == "11-02"
    # Past is judged at the delivery's moment: at the deadline it is not, nor without a time.
    assert bound(case, "11-03 20:00", "11-03 18:00", late=True) == "11-02"
    assert bound(case, "11-03 20:00", "11-03", late=True) == "11-02"


def test_late_delivers_late() -> None:
    case = did(promise("sunday"), "11-10 12:00", bound="11-08")
    assert shown(case, "11-10 12:00") == {"11-08": "late", "11-15": "open"}


def test_late_and_for_together_are_wrong_usage() -> None:
    case = promise("sunday")
    assert bound(case, "11-10 12:00", "11-10 12:00", late=True, for_day="11-08") is Refusal


def test_a_delivery_before_the_first_day_is_refused() -> None:
    assert bound(promise("sunday"), "11-04 12:00", "11-01 12:00") is Refusal
    assert bound(promise("sunday"), "11-04 12:00", "11-02 02:00") is Refusal
    assert bound(promise("sunday"), "11-04 12:00", "11-01 12:00", partly=True) is Refusal
    assert bound(promise("sunday", first="11-10"), "11-04 12:00", "11-04 12:00") is Refusal


def test_one_after_the_last_goes_to_it_late_if_that_is_undelivered() -> None:
    case = promise("sunday", until="11-11")
    assert bound(case, "11-11 12:00", "11-11 11:00") == "11-08"
    for moment in ("11-11 11:00", "11-09", "11-09 03:00"):
        late = did(case, moment)
        assert shown(late, "11-11 12:00") == {"11-08": "late"}
        assert figures(late, "11-11 12:00", "late extra") == [1, 0]
    after = did(case, "11-08 12:00", "11-11 11:00")
    assert shown(after, "11-11 12:00") == {"11-08": "kept"}
    assert figures(after, "11-11 12:00", "kept settled extra") == [1, 1, 1]


def test_after_the_last_late_looks_at_all() -> None:
    case = promise("sunday", until="11-15")
    assert bound(case, "11-18 12:00", "11-18 12:00", late=True) == "11-15"
    assert bound(did(case, "11-15"), "11-18 12:00", "11-18", late=True) == "11-08"
    all_done = did(case, "11-08", "11-15")
    assert bound(all_done, "11-18 12:00", "11-18", late=True) is Refusal


# When it could mean two


def test_the_sunday_plan_brought_on_monday_is_ambiguous() -> None:
    found = bind(promise("sunday"), at("11-09 09:00"), on("11-09"), at("11-09 09:00"))
    assert found == Ambiguous(on("11-08"), on("11-15"))
    assert bound(promise("FREQ=WEEKLY;BYDAY=SU"), "11-09 09:00", "11-09") is Ambiguous
    assert bound(promise("2 days"), "11-03 12:00", "11-03") is Ambiguous
    # Brought on a later Thursday, about that Thursday.
    assert bound(promise("sunday"), "11-19 09:00", "11-12") is Ambiguous


def test_it_is_not_where_one_says_which() -> None:
    case = promise("sunday")
    assert bound(case, "11-09 09:00", "11-09 09:00", late=True) == "11-08"
    assert bound(case, "11-09 09:00", "11-09 09:00", for_day="11-08") == "11-08"
    assert bound(case, "11-09 09:00", "11-09 09:00", for_day="11-15") == "11-15"


def test_it_is_not_on_an_occurrence_day_nor_in_the_first_window() -> None:
    assert bound(promise("sunday"), "11-15 09:00", "11-15 09:00") == "11-15"
    assert bound(promise("sunday"), "11-04 09:00", "11-04 09:00") == "11-08"


def test_it_is_not_where_the_one_before_is_delivered_owned_or_eased() -> None:
    case = promise("sunday")
    assert bound(did(case, "11-08"), "11-09 09:00", "11-09 09:00") == "11-15"
    assert bound(owned(case, "11-08"), "11-09 09:00", "11-09 09:00") == "11-15"
    assert bound(paused(case, "11-05", "11-05"), "11-09 09:00", "11-09 09:00") == "11-15"


@pytest.mark.parametrize("rule", ["week", "3 times a week", "month", "day"])
def test_it_is_not_for_whole_days_weeks_and_months(rule: str) -> None:
    case = promise(rule, made="10-01 08:00")
    assert bound(case, "11-10 09:00", "11-10 09:00") in ("11-10", "11-15", "11-30")


def test_it_is_not_after_the_last() -> None:
    assert bound(promise("sunday", until="11-08"), "11-09 09:00", "11-09 09:00") == "11-08"


# Several, partly, extra


def test_the_first_n_make_it_kept_if_all_are_on_time() -> None:
    case = promise("3 times a week")
    two = did(case, "11-03 12:00", "11-05")
    assert shown(two, "11-08 23:00") == {"11-08": "open"}
    assert shown(two, "11-09 12:00") == {"11-08": "missed", "11-15": "open"}
    assert figures(two, "11-09 12:00", "kept extra") == [0, 0]
    three = did(two, "11-09 02:00")
    assert shown(three, "11-08 23:00") == {"11-08": "kept"}
    four = did(three, "11-04")
    assert figures(four, "11-08 23:00", "kept extra settled") == [1, 1, 1]


def test_one_late_among_them_makes_it_late() -> None:
    case = did(promise("3 times a week"), "11-03 12:00", "11-05 12:00")
    assert shown(did(case, "11-09 12:00", bound="11-08"), "11-09 12:00")["11-08"] == "late"


def test_they_are_taken_by_moment_not_by_writing() -> None:
    case = did(replace(promise("day"), at=SIX), "11-02 19:00", "11-02 17:00")
    assert shown(case, "11-02 20:00") == {"11-02": "kept"}
    assert figures(case, "11-02 20:00", "kept late extra") == [1, 0, 1]


def test_a_day_without_a_time_is_ordered_as_its_first_minute() -> None:
    # 03:00 with a time comes at the same minute; the earlier uid is taken. By Friday, the day
    # without a time is late on Saturday, while its first minute is the deadline itself.
    friday = once("11-06")
    timed_first = did(friday, "11-07 03:00", "11-07")
    assert figures(timed_first, "11-07 12:00", "standing extra") == ["kept", 1]
    day_first = did(friday, "11-07", "11-07 03:00")
    assert figures(day_first, "11-07 12:00", "standing extra") == ["late", 1]
    earlier = did(replace(promise("day"), at=SIX), "11-02 19:00", "11-02")
    assert shown(earlier, "11-02 20:00") == {"11-02": "kept"}


def test_partly_counts_towards_nothing_but_is_seen() -> None:
    case = did(promise("sunday"), "11-07 12:00", partly=True)
    report = reckon(case, at("11-09 12:00"))
    assert [report[name] for name in ("kept", "missed", "extra")] == [0, 1, 0]
    assert [row["partly"] for row in report["occurrences"]] == [True, False]


def test_partly_is_never_ambiguous() -> None:
    assert bound(promise("sunday"), "11-09 09:00", "11-09 09:00", partly=True) == "11-15"
    named = bound(promise("sunday"), "11-09 09:00", "11-09", partly=True, for_day="11-08")
    assert named == "11-08"


# ---------------------------------------------------------------------------------------------
# Misses
# ---------------------------------------------------------------------------------------------


def test_a_miss_means_the_latest_silent_one_whose_deadline_is_past() -> None:
    case = promise("sunday")
    assert missed(case, "11-17 12:00") == "11-15"
    assert missed(did(case, "11-15"), "11-17 12:00") == "11-08"
    assert missed(owned(case, "11-15"), "11-17 12:00") == "11-08"
    assert missed(paused(case, "11-12", "11-12"), "11-17 12:00") == "11-08"


def test_past_means_after_the_deadline() -> None:
    case = replace(promise("day", first="11-01", made="11-01 08:00"), at=SIX)
    assert missed(case, "11-02 18:00") == "11-01"
    assert missed(case, "11-02 18:01") == "11-02"


def test_a_miss_else_means_the_current_one() -> None:
    assert missed(promise("sunday"), "11-04 12:00") == "11-08"
    settled = owned(did(promise("sunday"), "11-08"), "11-15")
    assert missed(settled, "11-17 12:00") == "11-22"


def test_a_miss_of_what_was_delivered_or_owned_is_refused() -> None:
    case = promise("sunday")
    assert missed(did(case, "11-04"), "11-04 12:00") is Refusal
    assert missed(owned(case, "11-08"), "11-04 12:00") is Refusal
    assert missed(did(case, "11-08"), "11-17 12:00", for_day="11-05") is Refusal
    assert missed(owned(case, "11-08"), "11-17 12:00", for_day="11-05") is Refusal


def test_a_miss_where_no_occurrence_fits_is_refused() -> None:
    assert missed(promise("sunday", first="11-10"), "11-04 12:00") is Refusal
    ended = did(promise("sunday", until="11-08"), "11-08")
    assert missed(ended, "11-10 12:00") is Refusal
    assert missed(promise("sunday", until="11-08"), "11-10 12:00", for_day="11-09") is Refusal


def test_a_miss_may_be_said_ahead_and_counts_from_then() -> None:
    case = promise("sunday")
    assert missed(case, "11-04 12:00", for_day="11-20") == "11-22"
    said = owned(case, "11-22")
    assert figures(said, "11-04 12:00", "owned settled rate rate_28d") == [1, 1, 0.0, None]
    assert shown(said, "11-04 12:00") == {"11-08": "open"}


def test_a_delivery_replaces_a_miss_judged_by_its_own_moment() -> None:
    said = owned(promise("sunday"), "11-08")
    assert shown(said, "11-09 12:00") == {"11-08": "owned", "11-15": "open"}
    assert shown(did(said, "11-08 12:00"), "11-09 12:00")["11-08"] == "kept"
    brought = did(said, "11-10 12:00", bound="11-08")
    assert shown(brought, "11-10 12:00")["11-08"] == "late"
    assert figures(brought, "11-10 12:00", "late owned settled") == [1, 0, 1]


# ---------------------------------------------------------------------------------------------
# Standing of an occurrence
# ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("begin", "end"), [("11-01", "11-02"), ("11-05", "11-06"), ("11-08", "11-20")]
)
def test_a_pause_that_touches_any_day_of_it_eases_it(begin: str, end: str) -> None:
    assert shown(paused(promise("sunday"), begin, end), "11-08 12:00") == {"11-08": "eased"}


def test_a_pause_that_touches_no_day_of_it_does_not() -> None:
    case = paused(promise("sunday"), "11-09", "11-10")
    assert shown(case, "11-16 12:00") == {"11-08": "missed", "11-15": "eased", "11-22": "open"}


def test_delivered_comes_before_eased_and_eased_before_owned() -> None:
    case = paused(promise("sunday"), "11-05", "11-05")
    assert shown(did(case, "11-05 12:00"), "11-09 12:00")["11-08"] == "kept"
    assert shown(owned(case, "11-08"), "11-09 12:00")["11-08"] == "eased"


def test_it_is_open_until_its_last_day_is_over_even_past_its_deadline() -> None:
    case = replace(promise("day"), at=SIX)
    assert shown(case, "11-02 20:00") == {"11-02": "open"}
    assert shown(case, "11-03 02:59") == {"11-02": "open"}
    assert shown(case, "11-03 03:00") == {"11-02": "missed", "11-03": "open"}


# ---------------------------------------------------------------------------------------------
# Once
# ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "standing"),
    [("11-06 18:00", "open"), ("11-06 18:01", "overdue"), ("12-31 12:00", "overdue")],
)
def test_once_is_overdue_after_its_deadline_never_missed(now: str, standing: str) -> None:
    assert figures(once("11-06", SIX), now, "standing missed") == [standing, 0]


def test_once_is_kept_or_late_on_delivery() -> None:
    case = once("11-06", SIX)
    for moment, standing in [
        ("11-06 18:00", "kept"),
        ("11-06 18:01", "late"),
        ("11-06", "kept"),
        ("11-07", "late"),
    ]:
        assert figures(did(case, moment), "11-08 12:00", "standing") == [standing]
    assert figures(did(case, "11-05", "11-06"), "11-08 12:00", "kept extra") == [1, 1]
    assert figures(did(case, "11-05", partly=True), "11-05 12:00", "standing extra") == ["open", 0]


def test_once_is_owned_on_a_miss_without_delivery() -> None:
    said = replace(once("11-06"), misses=[None])
    assert figures(said, "11-08 12:00", "standing owned settled rate") == ["owned", 1, 1, None]
    assert figures(did(said, "11-08"), "11-08 12:00", "standing owned late") == ["late", 0, 1]
    assert missed(once("11-06"), "11-08 12:00") == "11-06"
    assert missed(said, "11-08 12:00") is Refusal
    assert missed(did(once("11-06"), "11-05"), "11-08 12:00") is Refusal


def test_once_released() -> None:
    case = replace(once("11-06"), released=at("11-08 12:00"))
    assert figures(case, "11-08 12:00", "standing open next") == ["released", 0, None]
    assert figures(did(case, "11-06"), "11-08 12:00", "standing") == ["kept"]


def test_an_open_ended_one_is_open_until_delivered_or_released() -> None:
    case = once(None)
    assert figures(case, "2029-11-02 12:00", "standing next") == ["open", None]
    assert figures(did(case, "12-24"), "2029-11-02 12:00", "standing") == ["kept"]
    released = replace(case, released=at("12-24 12:00"))
    assert figures(released, "2029-11-02 12:00", "standing") == ["released"]
    assert missed(case, "12-24 12:00") is Refusal


def test_a_pause_moves_the_deadline_to_its_end() -> None:
    case = paused(once("11-06", SIX), "11-05", "11-10")
    assert figures(case, "11-11 03:00", "standing") == ["open"]
    assert figures(case, "11-11 03:01", "standing") == ["overdue"]
    assert reckon(case, at("11-04 12:00"))["next"] == {
        "day": on("11-10"),
        "deadline": at("11-11 03:00"),
    }
    assert figures(did(case, "11-10 22:00"), "11-11 12:00", "standing") == ["kept"]
    assert figures(did(case, "11-11 12:00"), "11-11 12:00", "standing") == ["late"]


def test_pauses_follow_on_each_other() -> None:
    case = paused(paused(once("11-06"), "11-10", "11-14"), "11-05", "11-10")
    assert reckon(case, at("11-06 12:00"))["next"]["day"] == on("11-14")
    assert figures(case, "11-15 02:00", "standing") == ["open"]
    assert figures(case, "11-15 04:00", "standing") == ["overdue"]


def test_a_pause_that_is_over_before_the_deadline_moves_nothing() -> None:
    case = paused(once("11-06"), "11-03", "11-05")
    assert figures(case, "11-06 12:00", "standing") == ["open"]
    assert figures(case, "11-07 04:00", "standing") == ["overdue"]


def test_what_is_held_is_never_overdue() -> None:
    case = paused(once("11-06"), "11-12", "11-14")
    assert figures(case, "11-11 12:00", "standing") == ["overdue"]
    assert figures(case, "11-12 12:00", "standing") == ["open"]
    assert figures(case, "11-15 04:00", "standing") == ["overdue"]
    assert figures(did(case, "11-13 12:00"), "11-15 12:00", "standing") == ["kept"]
    # Delivered before the pause began, it was late, and stays so.
    assert figures(did(case, "11-10 12:00"), "11-15 12:00", "standing") == ["late"]


def test_binding_to_once() -> None:
    case = once("11-06", SIX)
    assert bound(case, "11-05 12:00", "11-01 12:00") is Refusal
    assert bound(case, "11-05 12:00", "11-05 12:00") == "11-06"
    assert bound(case, "11-06 19:00", "11-06 18:00", late=True) is Refusal
    assert bound(case, "11-06 19:00", "11-06 19:00", late=True) == "11-06"
    assert bound(did(case, "11-04"), "11-06 19:00", "11-06 19:00", late=True) is Refusal
    assert bound(once(None), "11-06 19:00", "11-06 19:00", late=True) is Refusal


# ---------------------------------------------------------------------------------------------
# Figures
# ---------------------------------------------------------------------------------------------


def test_nothing_settled_has_no_rate() -> None:
    names = "settled rate rate_28d punctual run best_run steadiness"
    assert figures(promise("sunday"), "11-04 12:00", names) == [0, None, None, None, 0, 0, 0.0]


def a_mixed_month() -> Case:
    """Sundays: kept, late, owned, missed, kept, and one running; a sixth eased between."""
    case = promise("sunday", made="10-05 08:00")  # 11, 18, 25 October; 1, 8, 15, 22 November
    case = did(case, "10-11 12:00", "11-15 12:00")
    case = did(case, "10-19 12:00", bound="10-18")
    return paused(owned(case, "10-25"), "11-04", "11-04")


def test_the_figures_of_a_mixed_month() -> None:
    case, now = a_mixed_month(), "11-17 12:00"
    assert shown(case, now) == {
        "10-11": "kept",
        "10-18": "late",
        "10-25": "owned",
        "11-01": "missed",
        "11-08": "eased",
        "11-15": "kept",
        "11-22": "open",
    }
    assert figures(case, now, "kept late owned missed eased open") == [2, 1, 1, 1, 1, 1]
    assert figures(case, now, "settled rate punctual") == [5, 3 / 5, 2 / 5]
    # The 28 days from 21 October: owned, missed, kept.
    assert figures(case, now, "rate_28d") == [1 / 3]
    assert figures(case, now, "run best_run") == [1, 2]


@pytest.mark.parametrize(("today", "rate"), [("11-14", 1 / 4), ("11-15", 0.0), ("11-16", 0.0)])
def test_the_28_days_end_with_todays_day(today: str, rate: float) -> None:
    # Delivered of the first only: 18 October, which is 27 days before 14 November.
    case = did(promise("sunday", made="10-12 08:00"), "10-18 12:00")
    assert figures(case, f"{today} 12:00", "rate_28d") == [rate]


def test_the_running_one_is_among_the_28_days_if_settled() -> None:
    case = did(promise("sunday"), "11-10 12:00", bound="11-15")
    assert figures(case, "11-10 12:00", "rate rate_28d") == [1 / 2, 1 / 2]


def test_eased_ones_neither_add_to_a_run_nor_break_it() -> None:
    case = paused(did(promise("day"), "11-02", "11-03", "11-05"), "11-04", "11-04")
    assert figures(case, "11-05 12:00", "run best_run") == [3, 3]
    assert figures(case, "11-07 12:00", "run best_run missed") == [0, 3, 1]


def test_the_running_one_does_not_break_a_run_while_open() -> None:
    assert figures(did(promise("day"), "11-02"), "11-03 12:00", "run open") == [1, 1]


def sundays(number: int, made: str = "2026-08-03 08:00") -> list[str]:
    days = rule_days("sunday", at(made).date(), MONDAY)
    return [f"{day} 12:00" for day in islice(days, number)]


def test_twelve_perfect_sundays() -> None:
    case = did(promise("sunday", made="2026-08-03 08:00"), *sundays(12))
    (steadiness,) = figures(case, "10-26 12:00", "steadiness")
    # 1 - (1/2)^(12 √7 / 13)
    assert steadiness == pytest.approx(0.816001230855043, abs=1e-12)
    assert round(steadiness, 2) == 0.82


def test_steadiness_of_days() -> None:
    # m = (1/2)^(1/13) = 0.9480775143391714, for f = 1.
    case = replace(promise("day"), at=SIX)
    kept = did(case, "11-02 12:00")
    assert figures(kept, "11-02 12:00", "steadiness") == [pytest.approx(0.0519224856608286)]
    late = did(kept, "11-03 19:00")
    half = 0.0519224856608286 * 0.9480775143391714 + 0.0519224856608286 / 2
    assert figures(late, "11-03 20:00", "steadiness") == [pytest.approx(half, abs=1e-12)]
    gone = half * 0.9480775143391714
    assert figures(late, "11-05 12:00", "steadiness") == [pytest.approx(gone, abs=1e-12)]
    said = owned(late, "11-04")
    assert figures(said, "11-05 12:00", "steadiness") == [pytest.approx(gone, abs=1e-12)]
    eased = paused(late, "11-04", "11-04")
    assert figures(eased, "11-05 12:00", "steadiness") == [pytest.approx(half, abs=1e-12)]


@pytest.mark.parametrize(
    ("rule", "made", "f"),
    [
        ("day", "11-02 08:00", 1),
        ("2 days", "11-02 08:00", 1 / 2),
        ("sunday", "11-02 08:00", 1 / 7),
        ("week", "11-05 08:00", 1 / 7),
        ("other friday", "11-07 08:00", 1 / 14),
        # 28 weekdays on from a Monday are five weeks and three days; from a Friday and five days.
        ("weekday", "11-02 08:00", 28 / 38),
        ("weekday", "11-06 08:00", 28 / 40),
        ("weekday", "11-07 08:00", 28 / 38),
        # 30 November 2026 to 31 March 2029: 731 days to 30 November 2028, and 31+31+28+31.
        ("month", "11-05 08:00", 28 / 852),
    ],
)
def test_how_often_a_rule_falls(rule: str, made: str, f: float) -> None:
    case = promise(rule, made=made)
    (stretch,) = stretches_of(case)
    assert frequency(case, stretch) == pytest.approx(f)


def test_how_often_ignores_the_end_and_the_pauses() -> None:
    case = paused(promise("weekday", until="11-10"), "11-04", "11-05")
    assert frequency(case, stretches_of(case)[0]) == 28 / 38


def test_how_often_is_reckoned_from_the_day_after_a_fallen_away_one() -> None:
    case = replace(promise("weekday", made="11-06 19:00"), at=SIX)
    assert frequency(case, stretches_of(case)[0]) == 28 / 38


def test_open_and_next() -> None:
    case = promise("sunday", first="11-10")
    assert figures(case, "11-04 12:00", "open next") == [
        0,
        {"day": on("11-15"), "deadline": at("11-16 03:00")},
    ]
    begun = owned(did(promise("sunday"), "11-03"), "11-15")
    assert figures(begun, "11-03 12:00", "open next") == [
        0,
        {"day": on("11-22"), "deadline": at("11-23 03:00")},
    ]
    held = paused(promise("sunday"), "11-04", "11-16")
    assert figures(held, "11-03 12:00", "open next") == [
        0,
        {"day": on("11-29"), "deadline": at("11-30 03:00")},
    ]
    assert figures(held, "11-03 12:00", "eased") == [1]
    ended = promise("sunday", until="11-08")
    assert figures(ended, "11-09 12:00", "open next") == [0, None]


def test_the_standing_of_a_recurring_one() -> None:
    case = paused(promise("sunday", until="11-11"), "11-04", "11-05")
    found = [
        figures(case, f"{day} 12:00", "standing")[0]
        for day in ("11-03", "11-04", "11-05", "11-06", "11-11", "11-12")
    ]
    assert found == ["active", "paused", "paused", "active", "active", "ended"]


# ---------------------------------------------------------------------------------------------
# Release
# ---------------------------------------------------------------------------------------------


def test_what_was_open_at_release_is_eased_and_later_ones_never_come() -> None:
    case = replace(promise("sunday"), released=at("11-10 12:00"))
    assert shown(case, "12-24 12:00") == {"11-08": "missed", "11-15": "eased"}
    assert figures(case, "11-10 12:00", "standing open next eased") == ["released", 0, None, 1]
    delivered = did(case, "11-09 12:00", bound="11-15")
    assert shown(delivered, "12-24 12:00") == {"11-08": "missed", "11-15": "kept"}


def test_a_window_that_begins_on_the_day_of_release_had_begun() -> None:
    case = replace(promise("sunday"), released=at("11-09 12:00"))
    assert shown(case, "12-24 12:00") == {"11-08": "missed", "11-15": "eased"}
    night = replace(promise("sunday"), released=at("11-09 02:00"))
    assert shown(night, "12-24 12:00") == {"11-08": "eased"}


def test_what_runs_at_release_is_eased_even_where_it_was_owned() -> None:
    case = replace(owned(promise("sunday"), "11-08"), released=at("11-04 12:00"))
    assert shown(case, "11-04 12:00") == {"11-08": "eased"}


def test_released_before_it_began_nothing_comes() -> None:
    case = replace(promise("sunday", first="11-10"), released=at("11-04 12:00"))
    assert figures(case, "12-24 12:00", "standing settled occurrences") == ["released", 0, []]


# ---------------------------------------------------------------------------------------------
# Renegotiation
# ---------------------------------------------------------------------------------------------


def test_new_terms_start_the_day_after_the_window_that_is_open() -> None:
    case = renewed(promise("sunday"), "11-11 12:00", rule="wednesday", at=SIX)
    wanted = [("11-02", "11-08"), ("11-09", "11-15"), ("11-16", "11-18"), ("11-19", "11-25")]
    assert spans(case, "11-18") == wanted
    deadlines = [window.deadline for window in windows_of(case, on("11-12"))]
    assert deadlines == [at("11-09 03:00"), at("11-16 03:00"), at("11-18 18:00")]


def test_agreed_on_an_occurrence_day_they_start_on_the_next() -> None:
    case = renewed(promise("sunday"), "11-16 02:00", rule="2 days")
    assert spans(case, "11-16") == [
        ("11-02", "11-08"),
        ("11-09", "11-15"),
        ("11-16", "11-16"),
        ("11-17", "11-18"),
    ]


def test_their_intervals_count_from_their_start() -> None:
    case = renewed(promise("other friday", made="11-07 08:00"), "11-10 12:00", rule="other friday")
    assert spans(case, "11-21")[:3] == [("11-07", "11-13"), ("11-14", "11-20"), ("11-21", "12-04")]


def test_a_first_new_week_that_their_start_cuts_short_is_eased() -> None:
    case = renewed(promise("wednesday"), "11-10 12:00", rule="week")
    found = shown(case, "11-23 12:00")
    assert found == {
        "11-04": "missed",
        "11-11": "missed",
        "11-15": "eased",
        "11-22": "missed",
        "11-29": "open",
    }


def test_before_the_first_day_they_start_at_it() -> None:
    case = renewed(promise("sunday", first="11-10"), "11-04 12:00", rule="day")
    assert spans(case, "11-11") == [("11-10", "11-10"), ("11-11", "11-11"), ("11-12", "11-12")]


def test_after_the_end_they_start_on_the_day_of_agreement() -> None:
    case = renewed(promise("sunday", until="11-08"), "11-18 12:00", rule="sunday")
    assert spans(case, "11-17") == [("11-02", "11-08"), ("11-18", "11-22")]
    assert figures(case, "11-18 12:00", "standing") == ["active"]
    assert bound(case, "11-18 12:00", "11-15 12:00") == "11-08"
    assert bound(case, "11-18 12:00", "11-18", for_day="11-15") is Refusal


def test_after_the_end_a_deadline_that_was_not_ahead_falls_away() -> None:
    case = renewed(promise("sunday", until="11-08"), "11-18 19:00", rule="day", at=SIX)
    assert spans(case, "11-18") == [("11-02", "11-08"), ("11-19", "11-19")]


def test_new_terms_may_start_later_still() -> None:
    case = renewed(promise("sunday"), "11-04 12:00", rule="day", **{"from": on("11-12")})
    assert spans(case, "11-11") == [("11-02", "11-08"), ("11-12", "11-12")]
    assert bound(case, "11-10 12:00", "11-10 12:00") == "11-08"
    again = renewed(case, "11-10 12:00", rule="sunday")
    assert spans(again, "11-11") == [("11-02", "11-08"), ("11-12", "11-15")]


def test_a_second_agreement_in_the_same_window_replaces_the_first() -> None:
    case = renewed(promise("sunday"), "11-10 12:00", rule="day")
    case = renewed(case, "11-12 12:00", rule="friday")
    assert spans(case, "11-16") == [
        ("11-02", "11-08"),
        ("11-09", "11-15"),
        ("11-16", "11-20"),
        ("11-21", "11-27"),
    ]


def test_earlier_occurrences_keep_their_standing_and_figures_go_on() -> None:
    case = did(replace(promise("day"), at=SIX), "11-02 17:00", "11-03 19:00")
    case = did(renewed(case, "11-03 20:00", rule="day", at=time(20)), "11-04 19:00")
    assert shown(case, "11-04 21:00") == {"11-02": "kept", "11-03": "late", "11-04": "kept"}
    assert figures(case, "11-04 21:00", "settled run") == [3, 3]


def test_steadiness_goes_on_with_the_new_m() -> None:
    case = did(promise("sunday", made="10-26 08:00"), "11-01 12:00")
    case = did(renewed(case, "11-01 20:00", rule="day"), "11-02 12:00")
    # 1 - m7 for the Sunday, then · m1 + (1 - m1) for the day: 1 - m7 · m1.
    wanted = 1 - 0.8684295174835664 * 0.9480775143391714
    assert figures(case, "11-02 12:00", "steadiness") == [pytest.approx(wanted, abs=1e-12)]


def test_new_once_terms_bind_at_once() -> None:
    case = once("11-06", SIX)
    assert figures(case, "11-07 12:00", "standing") == ["overdue"]
    later = replace(case, renegotiations=[(at("11-07 12:00"), {"by": (on("11-10"), SIX)})])
    assert figures(later, "11-07 12:00", "standing") == ["open"]
    assert figures(did(later, "11-10 18:00"), "11-11 12:00", "standing") == ["kept"]


def test_done_ahead_for_what_never_came_is_extra() -> None:
    case = did(promise("sunday"), "11-04 12:00", bound="11-22")
    gone = replace(case, released=at("11-10 12:00"))
    assert figures(gone, "11-10 12:00", "kept extra") == [0, 1]


# ---------------------------------------------------------------------------------------------
# What holds for every life
# ---------------------------------------------------------------------------------------------


@given(scenes())
def test_every_life_adds_up(scene: Scene) -> None:
    report = reckon(scene.case, scene.now)
    assert report["settled"] == sum(report[name] for name in SETTLED)
    assert 0 <= (report["rate"] or 0) <= 1
    whole = [one for one in scene.case.deliveries if not one.partly]
    assert 0 <= report["extra"] <= len(whole)
    if not scene.case.once:
        assert report["run"] <= report["best_run"] <= report["kept"] + report["late"]
        assert 0 <= report["steadiness"] < 1
        assert report["open"] in (0, 1)


@given(scenes(once=False))
def test_windows_follow_on_each_other(scene: Scene) -> None:
    windows = windows_of(scene.case, day_of(scene.case, scene.now))
    for window in windows:
        assert window.first <= window.day
    for one, other in pairwise(windows):
        assert one.day < other.first
        together = one.stretch == other.stretch
        assert not together or (other.first - one.day).days == 1


@given(st.data(), scenes())
def test_what_is_bound_is_an_occurrence(data: st.DataObject, scene: Scene) -> None:
    probe: Probe = data.draw(probes(scene))
    found = bind(
        scene.case, scene.now, probe.day, probe.moment, probe.late, probe.for_day, probe.partly
    )
    if isinstance(found, date) and not scene.case.once:
        days = _days(scene.case, max(found, probe.day))
        assert found in days
        assert probe.for_day is None or found >= probe.for_day


def _days(case: Case, through: date) -> Sequence[date]:
    return [window.day for window in windows_of(case, through)]
