"""`export` and `import`: what leaves, where it goes, and what comes back equal."""

from __future__ import annotations

import json
import re
import stat
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from repairlog.cli import months, summary, week
from repairlog.cli.commands import ledger
from repairlog.cli.session import Session
from repairlog.dates import Span, read_clock
from repairlog.demo import demo_journal
from repairlog.readings.ledger_json import as_json as ledger_json
from repairlog.readings.review_json import as_json as review_json
from repairlog.readings.timeline import as_json as timeline_json
from tests.locked import connect
from tests.program import Run

DASH = "\N{EN DASH}"


@pytest.fixture
def lived(run: Run) -> Run:
    """Two weeks of two people."""
    run.at("2026-11-09T08:00").ok("init Ana Ben --hurt Ben")
    run.ok("commit text Ben when leaving work --every weekday --at 18:00")
    for day in range(9, 13):
        run.at(f"2026-11-{day:02}T17:50").ok("deliver 1")
    run.at("2026-11-11T20:00").ok("--as Ben trigger a late reply --kind conflict --intensity 6")
    run.ok("trigger meant t1 I was in the tunnel")
    run.ok("--as Ben boundary add we ask first --means 'no looking' --value privacy")
    run.ok("agree b1")
    run.ok("--as Ben add doubt does ana mean it")
    run.ok("add care twenty minutes by the river")
    run.at("2026-11-15T20:00").ok("checkin weekly --safety 6 --summary 'a steady week'")
    run.at("2026-11-17T17:00").ok("deliver 1 --note 'from the tram'")
    return run.at("2026-11-23T18:00")


FIRST_WEEK = "--week '2 weeks ago'"


def test_a_week_of_silence_is_a_gap_in_the_table_and_a_figure_in_json(run: Run) -> None:
    run.at("2026-11-02T08:00").ok("init Ana Ben")
    run.ok("commit text --every weekday")
    run.at("2026-11-03T18:00").ok("deliver 1")
    run.at("2026-11-12T18:00").ok("add win we laughed")

    page = run.at("2026-11-23T18:00").ok("export --since '3 weeks ago' --until yesterday").out
    rows = [line for line in page.splitlines() if "Mon 9 Nov" in line and line.startswith("|")]
    assert len(rows) == 1
    assert "%" not in rows[0]
    assert "or nothing was said of it." in page
    shown = run.ok("timeline --json").report["months"]
    weeks = [week for month in shown for week in month["weeks"]]
    assert [week["kept"] for week in weeks if week["from"] == "2026-11-09"] == [0.0]


# -- which days --------------------------------------------------------------------------------


def title(run: Run, words: str = "") -> str:
    return run.ok(f"export {words}").out.splitlines()[0]


def test_without_days_it_is_the_week_that_a_review_would_take_up(lived: Run) -> None:
    assert title(lived) == f"# Ana and Ben · week 47 · Mon 16 Nov {DASH} Sun 22 Nov 2026"


def test_the_days_are_those_that_were_named(lived: Run) -> None:
    assert f"Mon 9 Nov {DASH} Sun 15 Nov 2026" in title(lived, FIRST_WEEK)
    assert "week" not in title(lived, "--since 10 nov --until 20 nov")
    assert f"Tue 10 Nov {DASH} Fri 20 Nov 2026" in title(lived, "--since 10 nov --until 20 nov")
    assert f"Tue 10 Nov {DASH} Mon 23 Nov 2026" in title(lived, "--since 10 nov")
    assert "week 46" in title(lived, "--since 9 nov --until 15 nov")


def test_days_that_do_not_go_together_are_refused(lived: Run) -> None:
    assert "--week" in lived.refused("export --week sunday --since 10 nov", code=2)
    said = lived.refused("export --since 20 nov --until 10 nov", code=2)
    assert "repairlog export --since 2026-11-10 --until 2026-11-20" in said


@pytest.mark.parametrize("words", ["--week 2026-12-20", "--since 2026-12-01"])
def test_what_is_still_ahead_is_not_summed_up(lived: Run, words: str) -> None:
    said = lived(f"export {words}")

    assert said.code in (1, 2)
    assert said.err


@pytest.mark.parametrize(
    ("first", "last"), [("11-16", "11-22"), ("09-28", "11-03"), ("06-01", "11-23")]
)
def test_it_is_made_of_what_the_pages_show(first: str, last: str) -> None:
    now = read_clock({"REPAIRLOG_NOW": "2026-11-23T18:00"})
    days = Span(date.fromisoformat(f"2026-{first}"), date.fromisoformat(f"2026-{last}"))
    with demo_journal(now) as journal:
        s = _session(journal, now)
        made = summary.summary_of(s, summary.Asked(days, False, "me", "Kim"))
        asked = ledger.Asked(since=days.first, until=days.last)
        shown = months.report_of(s, days.first, days.last)

        assert ledger_json(made.ledger) == ledger_json(ledger.report_of(s, asked))
        assert timeline_json(made.timeline) == timeline_json(shown)
        assert review_json(made.review) == review_json(week.report_of(s, days))


def _session(journal: Any, now: Any) -> Session:
    from repairlog.cli import load, threads
    from repairlog.cli.grammar import Globals

    threads.rebuild(journal, now)
    return Session(journal, now, load.settings(journal), Globals())


# -- for whom ----------------------------------------------------------------------------------


def test_what_is_left_out_is_said_at_the_end(lived: Run) -> None:
    whole = lived.ok(f"export {FIRST_WEEK}").out
    text = lived.ok(f"export {FIRST_WEEK} --for therapist").out

    assert "does ana mean it" in whole
    assert "a late reply" in whole
    assert "does ana mean it" not in text
    assert "a late reply" not in text
    assert "I was in the tunnel" in text
    assert "we ask first" in text  # both agreed
    end = text[text.index("## What is not here") :]
    assert "Ben's own words: Ben has not agreed to have them in what Ana exports." in end
    assert "private journal" in end


def test_each_person_gets_their_own_words(lived: Run) -> None:
    text = lived.ok(f"--as Ben export {FIRST_WEEK} --for partner").out

    assert "put together by Ben for Ana" in text
    assert "does ana mean it" in text
    assert "text Ben when leaving work" not in text
    assert "I was in the tunnel" not in text


def test_initials_replace_names_in_texts_too(lived: Run) -> None:
    text = lived.ok(f"export {FIRST_WEEK} --initials").out

    assert text.startswith("# A and B · ")
    assert "text B when leaving work" in text
    assert "does A mean it" in text
    assert not re.search(r"\b(Ana|Ben)\b", text, re.IGNORECASE)


def test_kinds_can_be_left_out(lived: Run) -> None:
    text = lived.ok(f"export {FIRST_WEEK} --without triggers check-ins").out

    assert "late reply" not in text
    assert "tunnel" not in text
    assert "steady week" not in text
    assert "we ask first" in text
    assert "trigger or checkin" in text
    assert "not a kind of entry" in lived.refused("export --without dreams", code=2)


def test_without_promises_it_does_not_say_that_there_were_none(lived: Run) -> None:
    text = lived.ok(f"export {FIRST_WEEK} --without commitments").out

    assert "leaving work" not in text
    assert "Nothing was promised" not in text
    assert "may be left out: see the end" in text


@pytest.mark.parametrize(
    "words",
    [*(f"--since 1 nov --for {whom}" for whom in ("me", "partner", "therapist")), "--format json"],
)
def test_private_entries_are_in_no_export_but_a_private_one(lived: Run, words: str) -> None:
    assert "river" not in lived.ok(f"export {words}").out

    own = lived.ok(f"--private export {words}").out
    assert "twenty minutes by the river" in own
    assert "leaving work" not in own


# -- where it goes -----------------------------------------------------------------------------


def test_a_file_is_new_and_its_owners_alone(lived: Run, tmp_path: Path) -> None:
    target = tmp_path / "week.md"
    said = lived.ok(f"export -o {target}").out

    assert str(target) in said
    assert target.read_text(encoding="utf-8").startswith("# Ana and Ben")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir() if "week" in path.name] == ["week.md"]


def test_no_file_is_written_over(lived: Run, tmp_path: Path) -> None:
    target = tmp_path / "week.md"
    target.write_text("mine")

    assert "-o -" in lived.refused(f"export -o {target}")
    assert target.read_text() == "mine"
    assert lived.ok("export -o -").out == lived.ok("export").out


def test_where_nothing_can_be_written_nothing_is_left(lived: Run, tmp_path: Path) -> None:
    lived.refused(f"export -o {tmp_path / 'no' / 'week.md'}", code=3)

    assert not (tmp_path / "no").exists()


def test_as_json_it_is_the_text_with_its_days(lived: Run) -> None:
    report = lived.ok("export --json").report

    assert (report["from"], report["to"], report["for"]) == ("2026-11-16", "2026-11-22", "me")
    assert report["markdown"] == lived.ok("export").out


def test_the_demonstration_can_be_exported(run: Run) -> None:
    assert "## What remains challenging" in run.ok("export --demo").out


# -- the complete record -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "part",
    [
        *("--since monday", "--until monday", "--week monday", "--for partner"),
        *("--for therapist", "--initials", "--without trigger"),
    ],
)
def test_the_complete_record_is_never_a_part(lived: Run, part: str) -> None:
    said = lived.refused(f"export --format json {part}", code=2)

    assert part.split()[0] in said
    assert "repairlog export --format json -o FILE" in said


def dump(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All that a journal holds, but the name of the device that writes to it."""
    with closing(connect(path)) as database:
        return {
            table: sorted(database.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
            for table in ("entry", "content", "thread")
        }


def test_an_import_gives_an_equal_journal(lived: Run, journal_path: Path, tmp_path: Path) -> None:
    lived.ok("add win we laughed")
    lived.ok("undo")
    lived.ok("add win we walked")
    lived.ok(f"erase {lived.ok('log --json --kind win').report['entries'][0]['ref']}")
    record, other = tmp_path / "record.json", tmp_path / "other" / "journal.db"
    lived.ok(f"export --format json -o {record}")

    said = lived.ok(f"--journal {other} import {record}").out
    assert "Ana writes here" in said
    assert dump(other) == dump(journal_path)
    assert stat.S_IMODE(other.stat().st_mode) == 0o600
    for words in (
        "ledger --json",
        "log --all --json",
        "doctor --json",
        "show c1 --json",
        "review --json",
    ):
        mine = lived.ok(words).out.replace(str(journal_path), "")
        assert lived.ok(f"--journal {other} {words}").out.replace(str(other), "") == mine
    again = lived.ok(f"--journal {other} export --format json").out
    assert json.loads(again)["entries"] == json.loads(record.read_text())["entries"]


def test_the_copy_goes_on_with_a_chain_of_its_own(lived: Run, tmp_path: Path) -> None:
    record, other = tmp_path / "record.json", tmp_path / "other.db"
    lived.ok(f"export --format json -o {record}")
    lived.ok(f"--journal {other} import {record}")

    lived.ok(f"--journal {other} deliver 1 --on '20 nov 17:00'")
    report = lived.ok(f"--journal {other} doctor --json").report
    assert (report["whole"], report["devices"], report["advice"]) == (True, 2, [])
    covered = lived.ok(f"--journal {other} doctor --seal {_seal(record)} --json").report["asked"]
    assert covered["stands"] is True


def _seal(record: Path) -> str:
    return str(json.loads(record.read_text())["seal"])


def test_the_demonstration_comes_back_equal(run: Run, tmp_path: Path) -> None:
    record, other = tmp_path / "demo.json", tmp_path / "demo.db"
    run.at("2026-11-23T18:00").ok(f"export --demo --format json -o {record}")
    run.ok(f"--journal {other} import {record}")

    for words in ("ledger --json --all", "timeline --json"):
        assert run.ok(f"--journal {other} {words}").report == run.ok(f"{words} --demo").report


def test_a_trial_run_checks_and_writes_nothing(lived: Run, tmp_path: Path) -> None:
    record, other = tmp_path / "record.json", tmp_path / "other.db"
    lived.ok(f"export --format json -o {record}")

    said = lived.ok(f"--journal {other} import {record} --dry-run").out
    assert "Nothing was done" in said
    assert not other.exists()


def test_a_journal_with_entries_is_left_as_it_is(
    lived: Run, journal_path: Path, tmp_path: Path
) -> None:
    record = tmp_path / "record.json"
    lived.ok(f"export --format json -o {record}")
    before = dump(journal_path)

    assert "left as it is" in lived.refused(f"import {record}")
    assert dump(journal_path) == before


def test_a_journal_that_has_just_begun_is_kept_and_gives_way(lived: Run, tmp_path: Path) -> None:
    record, other = tmp_path / "record.json", tmp_path / "other.db"
    lived.ok(f"export --format json -o {record}")
    lived.ok(f"--journal {other} init Zoe")

    said = lived.ok(f"--journal {other} import {record}").out
    kept = tmp_path / "other-before-import-2026-11-23-180000.db"
    assert str(kept) in said
    assert lived.ok(f"--journal {other} settings --json").report["settings"]["me"] == "Ana"
    assert lived.ok(f"--journal {kept} settings --json").report["settings"]["me"] == "Zoe"
    assert lived.ok(f"--journal {other} doctor --json").report["whole"] is True


def test_a_journal_that_another_program_has_open_does_not_give_way(
    lived: Run, tmp_path: Path
) -> None:
    record, other = tmp_path / "record.json", tmp_path / "other.db"
    lived.ok(f"export --format json -o {record}")
    lived.ok(f"--journal {other} init Zoe")

    with closing(connect(other)) as database:
        database.execute("SELECT * FROM entry").fetchall()
        said = lived.refused(f"--journal {other} import {record}")
    assert "has" in said
    assert "open" in said
    assert lived.ok(f"--journal {other} settings --json").report["settings"]["me"] == "Zoe"
    assert not list(tmp_path.glob("*before-import*"))


def test_a_damaged_record_is_refused_with_its_entry_before_anything_is_written(
    lived: Run, tmp_path: Path
) -> None:
    record, other = tmp_path / "record.json", tmp_path / "other" / "journal.db"
    changed = lived.ok("export --format json").out.replace("from the tram", "from the train")
    record.write_text(changed)

    said = lived.refused(f"--journal {other} import {record}")
    assert re.search(r"e\d+ of this record is not as it was written", said)
    assert "Nothing was written" in said
    assert not other.parent.exists()


def test_what_is_no_file_of_ours_is_refused(lived: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    (tmp_path / "week.md").write_text("# Ana and Ben")
    (tmp_path / "raw").write_bytes(b"\xff\xfe\x00")

    for file in ("week.md", "raw"):
        said = lived.refused(f"--journal {other} import {tmp_path / file}")
        assert "repairlog export --format json" in said
    assert "No such file" in lived.refused(f"--journal {other} import {tmp_path / 'no'}")
    assert not other.exists()


def test_a_private_record_stays_private(lived: Run, tmp_path: Path) -> None:
    own, shared = tmp_path / "own.json", tmp_path / "shared.json"
    lived.ok(f"--private export --format json -o {own}")
    lived.ok(f"export --format json -o {shared}")
    other = tmp_path / "other.db"

    assert "--private" in lived.refused(f"--journal {other} import {own}")
    assert not other.exists()
    lived.ok(f"--journal {other} import {shared}")
    lived.ok(f"--journal {other} --private import {own}")
    assert "river" in lived.ok(f"--journal {other} --private log").out
    assert "river" not in lived.ok(f"--journal {other} log --all").out


def test_a_record_can_come_through_a_pipe(lived: Run, tmp_path: Path) -> None:
    text = lived.ok("export --format json").out

    lived.ok(f"--journal {tmp_path / 'other.db'} import -", stdin=text)


# -- numbers and days of whoever's words are left out ------------------------------------------


SHOWN_OF_BEN = {
    "check-ins": "Ben, safe",
    "triggers": "conflict, 6",
    "crossings": "crossed Fri 13",
    "disclosures": "told unasked",
    "conversations": "Ben's account, 20 minutes",
    "moments": "Ben, doubt",
}


@pytest.fixture
def unworded(run: Run) -> Run:
    """A week in which Ben wrote down what there is; he consents to no export."""
    run.at("2026-11-09T08:00").ok("init Ana Ben --hurt Ben")
    run.ok("--as Ben boundary add we ask first --means 'no looking' --value privacy")
    run.ok("agree b1")
    run.at("2026-11-11T20:00").ok("--as Ben trigger a late reply --kind conflict --intensity 6")
    run.at("2026-11-11T21:00").ok("--as Ben talk money --said 'my side' --minutes 20")
    run.ok("--as Ben add doubt does ana mean it")
    run.at("2026-11-12T21:00").ok("--as Ben disclose I looked at the bank alone")
    run.at("2026-11-13T21:00").ok("--as Ben boundary crossed b1 --what 'my diary was read'")
    run.ok("--as Ben checkin --safety 3 --vigilance 8")
    return run.at("2026-11-23T18:00")


def test_it_says_that_numbers_and_days_of_the_other_are_shown_and_how_to_leave_them_out(
    unworded: Run,
) -> None:
    line = f"export {FIRST_WEEK} --for therapist"
    text = unworded.ok(line).out
    note = next(row for row in text.splitlines() if "Ben's numbers and days" in row)
    offered = note.partition("--without ")[2].split()
    assert offered == list(SHOWN_OF_BEN)
    for mark in SHOWN_OF_BEN.values():
        assert mark in text

    for name, mark in SHOWN_OF_BEN.items():
        without = unworded.ok(f"{line} --without {name}").out
        assert mark not in without, name
        assert f" {name}" not in without.partition("To leave them out")[2].partition("\n")[0]

    every = unworded.ok(f"{line} --without {' '.join(offered)}").out
    assert "numbers and days" not in every


def test_where_ones_words_stand_with_consent_or_are_ones_own_nothing_is_said_of_numbers(
    unworded: Run,
) -> None:
    assert "numbers and days" not in unworded.ok(f"export {FIRST_WEEK}").out
    unworded.ok("--as Ben consent export")
    assert "numbers and days" not in unworded.ok(f"export {FIRST_WEEK} --for therapist").out
