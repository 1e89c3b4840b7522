"""`log` and `show`: what was written, in order, and one thing with its whole history."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from repairlog.entries import canonical, chain_hash, content_digest
from repairlog.journal import Query
from tests.locked import connect, open_journal
from tests.program import Run


@pytest.fixture
def lived(run: Run) -> Run:
    """Three weeks of two people, written with the commands themselves."""
    run.at("2026-11-02T08:00").ok("init Ana Ben --hurt Ben")
    run.ok("commit text when leaving work --every weekday --at 18:00")
    run.at("2026-11-03T17:50").ok("deliver 1")
    run.at("2026-11-04T18:20").ok("deliver 1 --note 'the train stood'")
    run.at("2026-11-06T21:00").ok("miss 1 --own 'I let it slide' --repair 'say by 20:00' --by sun")
    run.at("2026-11-07T12:00").ok("renegotiate 1 --every weekday --at 18:30 --why 'the new bus'")
    run.ok("--as Ben agree c1")
    run.ok("--as Ben trigger a late reply --kind conflict --intensity 6")
    run.ok("trigger meant t1 I was in the tunnel")
    return run.at("2026-11-23T18:00")


def test_log_tells_what_was_written_day_by_day(lived: Run) -> None:
    page = lived.ok("log").out

    assert "Wednesday 4 November 2026" in page
    assert "18:20" in page
    assert "delivered (c1): The train stood" in page
    assert "said what was meant (t1): I was in the tunnel" in page
    assert page.index("Tuesday 3") < page.index("Saturday 7")


def test_log_shows_the_last_fourteen_days_that_hold_entries_and_says_so(run: Run) -> None:
    run.at("2026-01-05T08:00").ok("init Ana Ben")
    for week in range(20):
        run.at(f"2026-{1 + week // 4:02}-{3 + week % 4 * 7:02}T09:00").ok("add note another week")
    run.at("2026-11-23T18:00")

    report = run.ok("log --json").report
    page = run.ok("log").out

    assert len({entry["day"] for entry in report["entries"]}) == 14
    assert report["earlier"] is True
    assert "last 14 days that hold entries" in " ".join(page.split())
    assert "repairlog log --all" in page
    everything = run.ok("log --all --json").report
    assert len({entry["day"] for entry in everything["entries"]}) == 21
    assert everything["earlier"] is False


def test_log_keeps_to_days_kinds_and_people(lived: Run) -> None:
    def refs(words: str) -> list[str]:
        return [entry["ref"] for entry in lived.ok(f"log --json {words}").report["entries"]]

    assert refs("--since 3 nov --until 4 nov") == ["e2", "e3"]
    assert refs("--kind deliveries") == ["e2", "e3"]
    assert refs("--kind trigger --kind miss") == ["e4", "t1"]
    assert refs("--who ben") == ["e5", "t1"]
    assert refs("--since 2 nov --until 2 nov --kind commitment") == ["c1"]


def test_log_refuses_what_it_cannot_read_with_a_way_on(lived: Run) -> None:
    assert "--kind trigger" in lived.refused("log --kind trigers", code=2)
    assert "Ana and Ben" in lived.refused("log --who Zoe")
    assert "--since 2026-11-03" in lived.refused("log --since 5 nov --until 3 nov", code=2)


def test_what_was_taken_back_is_in_the_whole_log_only(lived: Run) -> None:
    lived.ok("add win we laughed")
    lived.ok("undo")

    assert "We laughed" not in lived.ok("log").out
    page = lived.ok("log --all").out
    assert "We laughed" in page
    assert "taken back" in page


def test_what_was_put_right_or_erased_bears_a_sign(lived: Run) -> None:
    lived.ok("amend e3 --note 'the tram stood'")
    page = lived.ok("log").out
    assert "The tram stood" in page
    assert "put right Mon 23 Nov" in page

    lived.ok("erase e3")
    page = lived.ok("log").out
    assert "tram" not in page
    assert "delivered (c1): erased by its author" in page


def test_what_was_written_later_says_when(lived: Run) -> None:
    lived.ok("deliver 1 --on '20 nov 17:00'")

    assert "written Mon 23 Nov" in lived.ok("log --since 20 nov").out


def test_private_entries_are_in_the_private_log_only(lived: Run) -> None:
    lived.ok("add care by the river")

    assert "river" not in lived.ok("log --all").out
    page = lived.ok("log --private").out
    assert "By the river" in page
    assert "Ana's private log" in page


def test_show_tells_what_became_of_each_delivery(lived: Run) -> None:
    page = lived.ok("show c1").out
    report = lived.ok("show c1 --json").report

    assert "● kept" in page
    assert "◐ late: The train stood" in page
    assert "◇ owned: I let it slide" in page
    assert "why: “the new bus”" in page
    became = {one["ref"]: one["became"] for one in report["history"]}
    assert (became["e2"], became["e3"]) == ("kept", "late")
    assert became["p1"] == "agreed"
    assert report["standing"] == "active"


def test_show_tells_which_terms_held_when(lived: Run) -> None:
    page = lived.ok("show c1").out

    assert "weekdays by 18:30: going on" in page
    assert "from Mon 2 Nov: weekdays by 18:00" in page
    assert "from Tue 10 Nov: weekdays by 18:30" in page


def test_show_keeps_every_version_of_a_boundary(lived: Run) -> None:
    lived.ok("boundary add we ask first --means 'no looking'")
    lived.ok("--as Ben agree b1")
    lived.ok("boundary revise b1 we ask first, always --why 'it was not enough'")
    lived.ok("--as Ben agree b1")

    page = lived.ok("show b1").out
    assert "2, from Mon 23 Nov: “we ask first, always”" in page
    assert "1, from Mon 23 Nov: “we ask first”" in page
    assert "why: “it was not enough”" in page


def test_show_says_what_an_entry_said_before_it_was_put_right(lived: Run) -> None:
    lived.ok("add note the neighbours are noisy")
    ref = lived.ok("log --kind note --json").report["entries"][0]["ref"]
    lived.ok(f"amend {ref} the neighbours were noisy")

    page = lived.ok(f"show {ref}").out
    assert "The neighbours were noisy" in page
    assert "it first said: “the neighbours are noisy”" in page


def test_show_finds_what_was_taken_back(lived: Run) -> None:
    lived.ok("add win we laughed")
    ref = lived.ok("log --kind win --json").report["entries"][0]["ref"]
    lived.ok("undo")

    assert "taken back: it counts as if never written" in lived.ok(f"show {ref}").out


def test_show_refuses_what_is_not_there(lived: Run) -> None:
    assert "repairlog log" in lived.refused("show c99")


def test_what_a_newer_version_wrote_is_shown_as_such(lived: Run, journal_path: Path) -> None:
    ref = _written_by_a_newer_version(journal_path)

    page = lived.ok("log").out
    assert "written by a newer version · of the kind “gratitude”" in page
    page = lived.ok(f"show {ref}").out
    assert "thanks: “for the tea”" in page
    assert lived.ok(f"show {ref} --json").report["thing"]["unknown"] is True


def _written_by_a_newer_version(path: Path) -> str:
    """Add an entry of a kind that this version does not know, chained as it should be."""
    from dataclasses import replace

    with open_journal(path) as journal:
        last = journal.read(Query(newest=1))[0]
    fields = {"thanks": "for the tea", "warmth": 9}
    entry = replace(
        last,
        uid="ffffffff-0000-7000-8000-000000000000",
        seq=last.seq + 1,
        ref="e900",
        kind="gratitude",
        about=None,
        command="ffffffff-0000-7000-8000-000000000000",
        content=content_digest("00", fields),
        salt="00",
        fields=fields,
    )
    database = connect(path)
    columns = "uid, device, seq, letter, number, kind, version, by, at, day, written, command"
    values = (entry.uid, entry.device, entry.seq, "e", 900, entry.kind, 1, entry.by)
    texts = database.execute("SELECT at, day, written FROM entry ORDER BY id DESC LIMIT 1")
    with database:
        database.execute(
            f"INSERT INTO entry ({columns}, content, hash) VALUES ({', '.join('?' * 14)})",
            (
                *values,
                *texts.fetchone(),
                entry.command,
                entry.content,
                chain_hash(last.hash, entry),
            ),
        )
        database.execute(
            "INSERT INTO content VALUES (?, ?, ?)", (entry.uid, entry.salt, canonical(fields))
        )
    database.close()
    return entry.ref


def test_demo_shows_both_on_the_made_up_journal(run: Run) -> None:
    page = run.ok("log --demo").out
    assert page.strip()
    ref = run.ok("log --demo --json --kind commitment --all").report["entries"][0]["ref"]
    assert ref in run.ok(f"show {ref} --demo").out
    assert json.loads(run.ok(f"show {ref} --demo --json").out)["thing"]["ref"] == ref


# -- today ---------------------------------------------------------------------------------------


def test_repairlog_alone_is_todays_page(lived: Run) -> None:
    page = lived.at("2026-11-24T17:00").ok("").out

    assert page.startswith("  Tuesday 24 November 2026")
    assert "Ana: Text when leaving work" in page
    assert "by 18:30" in page
    assert "was due Sun 8 Nov" in page


def test_todays_page_is_short_however_much_there_is(run: Run) -> None:
    run.at("2026-11-22T08:00").ok("init Ana Ben --hurt Ben")
    for number in range(9):
        run.ok(f"commit promise number {number} --every day --at 18:00")
        run.ok(f"--as Ben add doubt doubt number {number}")
    run.ok("add memory the night train")
    run.ok("checkin daily --safety 5")
    run.ok("trigger a late reply --back 23:00")
    run.ok("--as Ben pace hold c9 --until 24 nov")

    page = run.at("2026-11-23T18:00").ok("").out
    assert len(page.splitlines()) <= 12
    assert re.search(r"^  and \d+ more: repairlog review$", page, re.MULTILINE)
    assert all(len(line) <= 80 for line in page.splitlines())
    assert len(run.ok("--json").report["waiting"]) == 9


def test_what_waits_is_read_whole_with_its_command_on_a_line_of_its_own(run: Run) -> None:
    run.at("2026-11-23T08:00").ok("init Ana Ben --hurt Ben")
    long = "She wrote to me again on Sunday evening, and I read it before I told you"
    run.ok(f"disclose {long}")
    page = run.ok("--as Ben").out

    assert long in " ".join(page.split())
    assert "\u2026" not in page
    [command] = [line for line in page.splitlines() if "acknowledge e2" in line]
    assert command.strip() == "repairlog --as Ben acknowledge e2"


def test_what_was_told_last_is_always_on_todays_page(run: Run) -> None:
    run.at("2026-11-01T08:00").ok("init Ana Ben --hurt Ben")
    for number in range(9):
        run.ok(f"add doubt doubt number {number} which goes on for more than a line, and then some")
        run.ok(
            f"disclose the {number}th of the things that I had not said until now, in a sentence"
        )
        run.ok(f"--as Ben commit promise number {number} --every day --at 18:00")
    run.at("2026-11-23T18:00").ok("disclose I met her in March, once more than I said")
    page = run.ok("--as Ben").out

    assert "I met her in March, once more than I said" in page
    assert "more: repairlog --as Ben review" in page
    assert len(page.splitlines()) <= 13


def test_a_day_with_nothing_says_so(run: Run) -> None:
    run.ok("init Ana")

    assert "Nothing is due now, and nothing waits for an answer." in run.ok("").out


def test_what_waits_for_the_other_is_not_said_to_wait_for_nobody(run: Run) -> None:
    run.ok("init Ana Ben")
    run.ok("add doubt I check the clock")

    assert "nothing waits for your answer." in run.ok("").out


def test_on_a_shared_account_nobody_is_asked_who_looks(lived: Run) -> None:
    lived.ok("settings me ask")

    report = lived.ok("--json").report
    assert report["person"] is None
    assert lived.ok("--as ben --json").report["person"] == "Ben"


def test_nothing_prompts_while_the_pace_is_slow(lived: Run) -> None:
    lived.ok("--as Ben add doubt at six")
    assert "repairlog answer" in lived.ok("").out
    lived.ok("--as Ben pace slow --until sunday")

    page = lived.ok("").out
    assert "A slow pace, until Sun 29 Nov" in page
    assert "repairlog answer" not in page
    assert "Nothing is asked of anyone until Sun 29 Nov" in page
