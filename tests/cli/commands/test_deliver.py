"""`deliver`: done, for the occurrence it was meant for, by the one who promised it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.commands.conftest import Untouched
from tests.program import Run


def standing(run: Run, ref: str = "c1") -> Any:
    rows = run.ok("ledger --all --since 2026-11-23 --until 2027-01-01 --json").report
    return next(row for row in rows["commitments"] if row["ref"] == ref)


def days(run: Run, ref: str = "c1") -> dict[str, str]:
    return {o["day"]: o["standing"] for o in standing(run, ref)["occurrences"]}


@pytest.fixture
def promises(couple: Run) -> Run:
    """c1 once by Friday, c2 on weekdays by 18:00, c3 on Sundays, c4 is Sam's."""
    couple.ok("commit call my mother --by fri 18:00")
    couple.ok("commit text when leaving --every weekday --at 18:00")
    couple.ok("commit plan the week --every sunday")
    couple.ok("commit text my sister --as Sam")
    return couple


@pytest.mark.parametrize("words", ["c1", "C1", "1", "mother", "call mother", "MOTHER call"])
def test_it_is_named_by_reference_number_or_words(promises: Run, words: str) -> None:
    done = promises.at("2026-11-24T17:52").ok(f"deliver {words}")

    assert "c1  kept, Tue 24 Nov 17:52 (by Fri 27 Nov 18:00)." in done.out


def test_the_echo_says_what_it_came_to(promises: Run) -> None:
    done = promises.at("2026-11-24T17:52").ok("deliver 2")

    assert "c2  kept, Tue 24 Nov 17:52 (by 18:00)." in done.out
    assert "Written by Ana" in done.out
    assert "late" in promises.at("2026-11-25T18:01").ok("deliver 2").out
    assert days(promises, "c2") == {
        **days(promises, "c2"),
        "2026-11-24": "kept",
        "2026-11-25": "late",
    }


def test_of_several_fits_ones_own_is_meant(promises: Run) -> None:
    assert "c2" in promises.at("2026-11-24T17:52").ok("deliver text").out
    assert "c4" in promises.ok("deliver text --as Sam").out


def test_words_that_fit_several_list_them_and_write_nothing(
    promises: Run, untouched: Untouched
) -> None:
    promises.ok("commit call my sister")
    with untouched():
        err = promises.refused("deliver call my")
    assert "two open commitments; nothing was written" in err
    assert "c1   Call my mother" in err
    assert "c5   Call my sister" in err
    assert "repairlog deliver c1" in err


def test_several_references_at_once(promises: Run) -> None:
    rows = promises.at("2026-11-24T17:00").ok("deliver c1 2 c1 --json").report["written"]

    assert [row["kind"] for row in rows] == ["delivery", "delivery"]


def test_all_or_none(promises: Run, untouched: Untouched) -> None:
    with untouched():
        assert "Sam's promise" in promises.refused("deliver c1 c4")
        assert "nothing was written" in promises.refused("deliver c1 mother")
        assert "There is no c9" in promises.refused("deliver c1 c9")


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("deliver", 2, "REF"),
        ("deliver c9", 1, "There is no c9"),
        ("deliver 99", 1, "There is no c99"),
        ("deliver b1", 1, "There is no b1"),
        ("deliver e1", 1, "not a commitment"),
        ("deliver nothing like it", 1, "fits no open commitment"),
        ("deliver c4", 1, "repairlog --as Sam deliver c4"),
        ("deliver c1 --as Sam", 1, "Ana's promise"),
        ("deliver c1 --on tomorrow", 1, "still ahead"),
        ("deliver c1 --on never", 2, "not read"),
        ("deliver c1 --on sunday", 1, "before that"),
        ("deliver c1 --for fri", 1, "promised once"),
        ("deliver c1 --late", 1, "Nothing of c1 is late"),
        ("deliver c3 --late", 1, "Nothing of c3 is late"),
        ("deliver c2", 1, "began on Tue 24 Nov"),
        ("deliver c2 --late --for mon", 2, "--late and --for"),
        ("deliver c3 --for 2026-11-22", 1, "no occurrence"),
        ("deliver c2 --for 05/06/2026", 2, "could be"),
        ("deliver c1 --note", 2, "--note"),
        (["deliver", "c1", "--note", "\x9b31m"], 2, "\\x9b"),
        ("deliver c1 --partly=yes", 2, "no value"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(
    promises: Run, untouched: Untouched, line: str | list[str], code: int, told: str
) -> None:
    with untouched():
        assert told in promises.refused(line, code=code)


def test_what_is_done_is_done(promises: Run, untouched: Untouched) -> None:
    promises.ok("deliver c1")
    assert "once more" in promises.ok("deliver c1").out
    assert (standing(promises)["kept"], standing(promises)["extra"]) == (1, 1)
    with untouched():
        assert "fits no open" in promises.refused("deliver mother")
    promises.ok("undo")
    promises.ok("undo")
    assert standing(promises)["standing"] == "open"
    promises.ok("deliver c1 --on today")


def test_a_delivery_of_a_recurring_one_again_is_extra(promises: Run) -> None:
    promises.at("2026-11-24T17:00").ok("deliver c2")
    done = promises.ok("deliver c2")

    assert "once more" in done.out
    assert (standing(promises, "c2")["kept"], standing(promises, "c2")["extra"]) == (1, 1)


def test_the_plan_brought_a_day_later_is_ambiguous_and_both_spellings_work(
    promises: Run, untouched: Untouched
) -> None:
    promises.at("2026-11-30T09:00")
    with untouched():
        err = promises.refused("deliver c3")
    assert "repairlog deliver c3 --for 2026-11-29" in err
    assert "repairlog deliver c3 --for 2026-12-06" in err

    promises.ok("deliver c3 --for 2026-11-29")
    promises.ok("deliver c3")
    assert days(promises, "c3") == {"2026-11-29": "late", "2026-12-06": "kept"}


def test_late_means_the_latest_one_undone(promises: Run) -> None:
    promises.at("2026-11-27T09:00").ok("deliver c2 --late")

    assert days(promises, "c2")["2026-11-26"] == "late"
    promises.ok("deliver c2 --late")
    assert days(promises, "c2")["2026-11-25"] == "late"


def test_partly_counts_towards_nothing_and_stays_visible(promises: Run) -> None:
    done = promises.at("2026-11-24T17:00").ok("deliver c2 --partly --note only to the corner")

    assert "partly" in done.out
    assert standing(promises, "c2")["kept"] == 0
    assert [o["partly"] for o in standing(promises, "c2")["occurrences"][:1]] == [1]
    promises.at("2026-11-30T09:00").ok("deliver c3 --partly")


def test_a_day_without_a_time_is_on_time(promises: Run) -> None:
    promises.at("2026-11-25T12:00").ok("deliver c2 --on yesterday")

    assert days(promises, "c2")["2026-11-24"] == "kept"


def test_after_midnight_is_still_the_evening_before(promises: Run) -> None:
    promises.at("2026-11-30T01:30").ok("deliver c3")

    assert days(promises, "c3")["2026-11-29"] == "kept"


def test_an_undone_promise_is_not_delivered(promises: Run) -> None:
    promises.ok("undo --as Sam")

    assert "was taken back" in promises.refused("deliver c4 --as Sam")
    assert "fits no open" in promises.refused("deliver sister --as Sam")


def test_a_released_promise_asks_nothing_more(promises: Run) -> None:
    promises.at("2026-11-24T19:00").ok("release c2")
    promises.ok("agree c2 --as Sam")

    assert "released" in promises.at("2026-11-25T12:00").refused("deliver c2")
    promises.ok("deliver c2 --on 2026-11-24")


def test_alone_everything_works_the_same(alone: Run) -> None:
    alone.ok("commit call my mother --by fri")
    assert "kept" in alone.ok("deliver mother").out


def test_the_clock_that_went_back_is_told(promises: Run, untouched: Untouched) -> None:
    promises.at("2026-11-20T12:00")
    with untouched():
        assert "before that" in promises.refused("deliver c1")


def test_the_first_of_several_of_a_week_ahead_is_told_as_that(couple: Run) -> None:
    couple.ok("commit walk --every week --times 2")

    ahead = couple.ok("deliver c1 --for 2026-12-25").out
    assert "1 of 2 for the days to Sun 27 Dec" in ahead


def test_without_a_reference_it_says_what_it_needs(couple: Run) -> None:
    assert "repairlog deliver needs REF.\n" in couple.refused("deliver", code=2)


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("--at 17:50", "--on today 17:50"),
        ("--at=17:50", "--on today 17:50"),
        ("--at yesterday 17:50", "--on yesterday 17:50"),
        ("--laet", "--late"),
    ],
)
def test_an_option_that_is_offered_works_and_says_what_was_meant(
    promises: Run, said: str, offered: str
) -> None:
    told = promises.refused(f"deliver c1 {said}", code=2)
    line = f"deliver c1 {offered}"

    assert f"repairlog {line}\n" in told
    assert promises(line).code != 2
    assert offered.startswith("--late") or "--late" not in told


def test_a_delivery_by_its_day_alone_says_that_it_counts_as_on_time(promises: Run) -> None:
    promises.at("2026-11-24T21:40")
    said = promises.ok("deliver c2 --on today").out
    assert "kept, Tue 24 Nov (by 18:00; day only, so counted as on time)." in said

    promises.at("2026-11-25T21:40")
    assert "day only" not in promises.ok("deliver c2 --on today 17:50").out
    assert "day only" not in promises.ok("deliver c1 --on today").out
    assert "day only" not in promises.at("2026-11-29T21:40").ok("deliver c3 --on today").out
