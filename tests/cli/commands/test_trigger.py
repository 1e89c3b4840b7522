"""`trigger`: observed, its effect, the response; what was meant by the other; how it settled."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.cli.commands.conftest import Untouched
from tests.program import Run


def listed(run: Run, line: str = "trigger list") -> list[Any]:
    found: list[Any] = run.ok(f"{line} --json").report["triggers"]
    return found


def test_one_line_after_it_happened(couple: Run) -> None:
    done = couple.ok(
        "trigger a late reply --kind reminder --intensity 6 --effect my stomach dropped "
        "--response pause --back in 20 minutes"
    )

    assert "t1  A late reply · reminder · 6 of 10 · pause · back Mon 23 Nov 18:20." in done.out
    assert "repairlog trigger meant t1" in done.out
    [one] = listed(couple)
    assert (one["observed"], one["effect"]) == ("a late reply", "my stomach dropped")
    assert (one["kind"], one["intensity"], one["response"]) == ("reminder", 6, "pause")
    assert one["back"] == "2026-11-23T18:20:00+01:00"
    assert (one["by"], one["asks"], one["settled"]) == ("Ana", "Sam", None)


@pytest.mark.parametrize("line", ["trigger a loud door", "trigger add a loud door"])
def test_add_may_be_left_out(couple: Run, line: str) -> None:
    assert couple.ok(f"{line} --json").report["written"][0]["ref"] == "t1"
    assert listed(couple)[0]["observed"] == "a loud door"


def test_it_may_be_written_down_later(couple: Run) -> None:
    done = couple.ok("trigger a loud door --on yesterday 20:00")

    assert "Sun 22 Nov 20:00" in done.out
    assert listed(couple)[0]["day"] == "2026-11-22"


@pytest.mark.parametrize(
    ("said", "back"),
    [
        ("--back 20:00", "2026-11-23T20:00"),
        ("--back 17:00", "2026-11-24T17:00"),
        ("--back tomorrow 9:00", "2026-11-24T09:00"),
        ("--back in an hour", "2026-11-23T19:00"),
        ("--on yesterday 20:00 --back 20:30", "2026-11-22T20:30"),
        ("--on yesterday 20:00 --back in 20 minutes", "2026-11-23T18:20"),
        ("--on 17:00 --back 17:30", "2026-11-23T17:30"),
    ],
)
def test_back_looks_forward_from_when_it_happened(couple: Run, said: str, back: str) -> None:
    couple.ok(f"trigger a loud door --response pause {said}")

    assert listed(couple)[0]["back"].startswith(back)


@pytest.mark.parametrize(
    "response", ["pause", "Pause, then talk", "we pause", "a time-out", "pausing"]
)
def test_a_pause_needs_a_time_to_be_back(couple: Run, untouched: Untouched, response: str) -> None:
    with untouched():
        err = couple.refused(f"trigger a loud door --response {response}", code=2)

    assert "a loud door" in err
    assert "--back in 20 minutes" in err


@pytest.mark.parametrize("response", ["walk", "write it down first", "hold hands"])
def test_other_responses_need_none(couple: Run, response: str) -> None:
    couple.ok(f"trigger a loud door --response {response}")


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("trigger x --kind anger", 2, "none of the three kinds"),
        ("trigger x --kind", 2, "--kind"),
        ("trigger x --intensity 11", 2, "0 to 10"),
        ("trigger x --intensity -1", 2, "--intensity"),
        ("trigger x --intensity 5.5", 2, "0 to 10"),
        ("trigger x --intensity ٣", 2, "0 to 10"),
        ("trigger x --back tomorrow", 2, "without a time"),
        ("trigger x --back 2020-01-01 10:00", 1, "before it happened"),
        ("trigger x --back someday", 2, "does not read"),
        ("trigger x --on tomorrow", 1, "still ahead"),
        ("trigger x --on 23:00 --on 22:00", 2, "twice"),
        ("trigger x --as Kim", 1, "Kim"),
        ("trigger", 2, "There is no text"),
        (["trigger", "add", "\x07"], 2, "\\x07"),
        ("trigger lits", 2, "list"),
        ("trigger settle", 2, "REF"),
        ("trigger meant", 2, "REF"),
        ("trigger meant t1", 2, "repairlog trigger meant REF TEXT"),
        ("trigger list --kind anger", 2, "none of the three kinds"),
        ("trigger list --since someday", 2, "does not read"),
    ],
)
def test_what_does_not_read_is_told_and_nothing_is_written(
    couple: Run, untouched: Untouched, line: str | list[str], code: int, told: str
) -> None:
    couple.ok("--as Sam trigger a loud door")
    with untouched():
        assert told in couple.refused(line, code=code)


# -- the agreed response ---------------------------------------------------------------------------


@pytest.fixture
def agreed(couple: Run) -> Run:
    """Two people who agreed what a pause is."""
    couple.ok(["agreement", "response", "pause", "20 minutes apart, then we talk", "--pause"])
    couple.ok("--as Sam agree p1")
    return couple.at("2026-11-24T18:00")


def test_what_both_agreed_to_do_is_said_again(agreed: Run) -> None:
    done = agreed.ok("trigger a late reply --response PAU --back in 20 minutes").out

    assert 'Agreed on Mon 23 Nov: "20 minutes apart, then we talk"' in done
    assert "not agreed" not in done
    assert listed(agreed)[0]["response"] == "pause"


def test_what_is_not_agreed_is_kept_and_said_gently(agreed: Run) -> None:
    done = agreed.ok("trigger a late reply --response walk").out

    assert "'walk' is not agreed yet. Agreed so far: pause." in done
    assert "repairlog agreement response walk TEXT…" in done
    assert listed(agreed)[0]["response"] == "walk"


def test_what_waits_for_the_others_yes_is_not_agreed_yet(couple: Run) -> None:
    couple.ok(["agreement", "response", "walk", "round the block"])
    assert (
        "'walk' waits for Sam's yes: repairlog agree p1"
        in couple.ok("trigger x --response walk").out
    )

    couple.ok("--as Sam decline p1")
    assert "'walk' is not agreed yet" in couple.ok("trigger x --response walk").out


def test_alone_it_is_ones_own_response(alone: Run) -> None:
    assert "'walk' is none of your responses yet." in alone.ok("trigger x --response walk").out
    alone.ok(["agreement", "response", "walk", "round the block"])

    assert 'Your own response: "round the block"' in alone.ok("trigger x --response walk").out
    alone.at("2026-11-24T18:00").ok("settings partner Sam")
    assert "'walk' waits for Sam's yes" in alone.ok("trigger x --response walk").out


def test_a_pause_by_another_name_needs_a_time_to_be_back_too(
    couple: Run, untouched: Untouched
) -> None:
    couple.ok(["agreement", "response", "breathe", "apart for a while", "--pause"])
    couple.ok("--as Sam agree p1")
    with untouched():
        assert "--response breathe --back" in couple.refused("trigger x --response breathe", code=2)

    couple.ok("trigger x --response breathe --back 21:40")
    assert listed(couple)[0]["back"] == "2026-11-23T21:40:00+01:00"


def test_at_a_terminal_one_is_asked_when_one_is_back(agreed: Run) -> None:
    line = ["-m", "repairlog", "trigger", "a", "late", "reply", "--response", "pause"]
    screen: Any = pexpect.spawn(sys.executable, line, encoding="utf-8", timeout=20)
    screen.expect_exact("When are you back?")
    screen.sendline("21:40")
    screen.expect(pexpect.EOF)
    screen.close()

    assert screen.exitstatus == 0
    assert listed(agreed)[0]["back"] == "2026-11-24T21:40:00+01:00"


def test_a_private_trigger_is_told_nothing_of_what_both_agreed_to(agreed: Run) -> None:
    assert "agreed" not in agreed.ok("trigger x --response walk --private").out


def test_a_pause_stays_on_todays_page_until_its_trigger_is_settled(agreed: Run) -> None:
    agreed.ok("trigger a late reply --response pause --back 21:40")
    assert "t1  back 21:40" in agreed.ok("").out
    assert "t1  Ana: back 21:40" in agreed.ok("--as Sam").out

    over = agreed.at("2026-11-24T22:00").ok("").out
    assert "back was 21:40; how is it now?" in over
    assert "trigger settle t1" in over
    assert "trigger settle" not in agreed.ok("--as Sam").out
    assert "yesterday 21:40" in agreed.at("2026-11-25T18:00").ok("").out
    assert agreed.ok("--json").report["back"][0]["over"] is True

    agreed.ok("trigger settle t1 --intensity 1")
    assert "21:40" not in agreed.ok("").out


# -- both accounts ---------------------------------------------------------------------------------


def test_only_the_other_says_what_was_meant(couple: Run, untouched: Untouched) -> None:
    couple.ok("trigger a late reply --effect it hurt")
    with untouched():
        err = couple.refused("trigger meant t1 he was cold")
    assert "Sam's to say" in err
    assert "repairlog --as Sam trigger meant t1" in err

    couple.ok("--as Sam trigger meant t1 I was in a meeting")
    couple.ok("--as Sam trigger meant late and I forgot the time")
    [one] = listed(couple)
    assert [m["text"] for m in one["meant"]] == ["I was in a meeting", "and I forgot the time"]
    assert one["effect"] == "it hurt"
    assert one["asks"] is None


def test_of_what_was_erased_nothing_can_be_meant(couple: Run, untouched: Untouched) -> None:
    couple.ok("trigger a late reply")
    couple.ok("erase t1")
    with untouched():
        assert "erased by Ana" in couple.refused("--as Sam trigger meant t1 I was in a meeting")

    assert couple.ok("--as Sam --json").report["waiting"] == []
    couple.ok("trigger settle t1")


def test_a_stressor_from_outside_waits_for_nobody(couple: Run) -> None:
    couple.ok("trigger the tax letter --kind stressor --on 2026-08-03")
    assert len(couple.ok("trigger list --json").report["earlier"]) == 1
    couple.ok("trigger settle t1")

    assert couple.ok("trigger list --json").report["earlier"] == []


def test_alone_nobody_says_what_was_meant(alone: Run) -> None:
    alone.ok("trigger a late reply")

    assert "has not joined" in alone.refused("trigger meant t1 it was nothing")
    alone.at("2026-11-24T18:00").ok("settings partner Sam")
    alone.ok("--as Sam trigger meant t1 I was in a meeting")


def test_only_its_author_says_that_it_settled(couple: Run, untouched: Untouched) -> None:
    couple.ok("trigger a late reply --intensity 6")
    with untouched():
        assert "only Ana" in couple.refused("--as Sam trigger settle t1 --intensity 0")

    done = couple.ok("trigger settle late --intensity 3 --helped we talked")
    assert "settled, from 6 to 3." in done.out
    [one] = listed(couple)
    assert (one["settled"], one["settled_at"]) == ("2026-11-23", 3)
    assert one["helped"] == "we talked"


def test_it_may_settle_without_a_number_and_again(couple: Run) -> None:
    couple.ok("trigger a late reply")
    couple.ok("trigger settle 1")
    couple.at("2026-11-25T18:00").ok("trigger settle t1 --intensity 2")

    assert [(t["settled"], t["settled_at"]) for t in listed(couple)] == [("2026-11-25", 2)]


def test_what_settled_counts_as_unsettled_once_that_is_undone(couple: Run) -> None:
    couple.ok("trigger a late reply")
    couple.ok("trigger settle t1")
    couple.ok("undo")

    assert listed(couple)[0]["settled"] is None
    couple.ok("undo")
    assert "was taken back" in couple.refused("trigger settle t1")


def test_the_list_is_newest_first_and_takes_a_kind_and_a_day(couple: Run) -> None:
    couple.ok("trigger first --kind conflict --on 2026-11-01")
    couple.ok("trigger second --kind reminder --on 2026-11-10")
    couple.ok("trigger third --on 2026-11-12")
    couple.ok("trigger old --kind stressor --on 2026-08-12")

    assert [t["observed"] for t in listed(couple)] == ["third", "second", "first"]
    assert [t["observed"] for t in listed(couple, "trigger list --kind rem")] == ["second"]
    assert len(listed(couple, "trigger list --since 12 nov")) == 1
    report = couple.ok("trigger list --json").report
    assert report["counts"] == {"conflict": 1, "reminder": 1, "no kind": 1}
    assert [t["observed"] for t in report["earlier"]] == ["old"]


def test_how_it_fell_is_shown_wherever_one_looks(couple: Run) -> None:
    couple.ok("trigger a late reply --kind reminder --intensity 6")
    couple.ok("trigger settle t1 --intensity 3")

    for line in ("trigger list", "show t1", "review --no-input", "export --since today"):
        assert "6 → 3" in couple.ok(line).out, line


def test_each_kind_is_counted_by_month_and_nobody_is(couple: Run) -> None:
    couple.ok("trigger a --kind reminder --on 2026-09-03")
    couple.ok("--as Sam trigger b --kind reminder --on 2026-09-04")
    couple.ok("trigger c --kind conflict --on 2026-11-04")
    couple.ok("trigger d --kind conflict --on 2026-11-05")
    couple.ok("erase t4")
    months = couple.ok("trigger list --json").report["months"]

    assert months == [
        {"month": "2026-09", "counts": {"reminder": 2}},
        {"month": "2026-10", "counts": {}},
        {"month": "2026-11", "counts": {"conflict": 2}},
    ]
    page = couple.ok("trigger list").out
    assert "September 2026  reminder 2" in page
    assert "October 2026    nothing was written down" in page
    only = couple.ok("trigger list --kind conflict --since 2026-08-01 --json").report["months"]
    assert [month["month"] for month in only] == ["2026-11"]


def test_the_page_shows_both_accounts_side_by_side(couple: Run) -> None:
    couple.ok("trigger a late reply --kind reminder --intensity 6 --effect my stomach dropped")
    couple.ok("trigger a loud door --kind conflict")
    couple.ok("--as Sam trigger meant t1 I was in a meeting")
    page = couple.ok("trigger list").out

    assert "conflict 1, reminder 1" in page
    assert "its effect on Ana: “my stomach dropped”" in page
    assert "what Sam meant: “I was in a meeting”" in page
    assert "what Sam meant is not said yet" in page
    assert max(map(len, page.splitlines())) <= 80


def test_silence_is_not_called_calm(couple: Run) -> None:
    assert "calm, or silence" in couple.ok("trigger list").out


def test_a_private_trigger_is_in_no_shared_list(couple: Run, journal_path: Path) -> None:
    couple.ok("trigger a hidden thing --private")

    assert listed(couple) == []
    assert b"hidden" not in journal_path.read_bytes()
    couple.ok("trigger settle t1 --private")
    assert len(listed(couple, "trigger list --private")) == 1
