"""`backup` and `doctor`: a copy that is whole, and what is not as it was written is found."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from repairlog.entries import CROCKFORD, chain_hash
from repairlog.journal import Query
from repairlog.journal.driver import errors
from repairlog.readings.check import covered, link, read_seal
from tests.locked import connect, open_journal
from tests.program import Run

DIRT = "DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_removed;"


@pytest.fixture
def kept(run: Run) -> Run:
    """A journal of two people with a few things in it."""
    run.at("2026-11-02T08:00").ok("init Ana Ben --hurt Ben")
    run.ok("commit text when leaving work --every weekday --at 18:00")
    run.at("2026-11-03T17:50").ok("deliver 1 --note 'the early train'")
    run.ok("add note tea, and quiet")
    run.ok("--as Ben add doubt I still check the clock at six")
    run.ok("boundary add we ask first --means 'no looking'")
    return run.at("2026-11-23T18:00")


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """The file, as someone would get at it who is not the program."""
    with closing(connect(path)) as database:
        yield database


# -- backup --------------------------------------------------------------------------------------


def test_a_backup_has_a_dated_name_beside_the_journal(kept: Run, journal_path: Path) -> None:
    said = kept.ok("backup").out

    copy = journal_path.with_name("journal-2026-11-23-180000.db")
    assert str(copy) in said
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert kept.ok(f"--journal {copy} log").out == kept.ok("log").out
    assert kept.ok("doctor --json").report["seal"] in said


def test_a_backup_goes_where_it_is_told_and_never_over_a_file(kept: Run, tmp_path: Path) -> None:
    kept.ok(f"backup {tmp_path / 'copy.db'}")
    kept.ok(f"backup {tmp_path}")

    assert (tmp_path / "journal-2026-11-23-180000.db").exists()
    before = (tmp_path / "copy.db").read_bytes()
    assert "is there already" in kept.refused(f"backup {tmp_path / 'copy.db'}")
    assert (tmp_path / "copy.db").read_bytes() == before


def test_a_backup_into_a_folder_that_is_not_there_makes_nothing(kept: Run, tmp_path: Path) -> None:
    kept.refused(f"backup {tmp_path / 'nowhere' / 'copy.db'}", code=3)

    assert not (tmp_path / "nowhere").exists()


@pytest.mark.plain("looks for words in the file's bytes")
def test_the_private_journal_is_copied_only_with_private(kept: Run, tmp_path: Path) -> None:
    kept.ok("add care by the river")
    kept.ok(f"backup {tmp_path / 'shared.db'}")
    kept.ok(f"--private backup {tmp_path / 'own.db'}")

    assert b"river" not in (tmp_path / "shared.db").read_bytes()
    assert b"river" in (tmp_path / "own.db").read_bytes()


# -- a journal that is whole ---------------------------------------------------------------------


def test_a_whole_journal_is_said_to_be(kept: Run) -> None:
    page = kept.ok("doctor").out
    report = kept.ok("doctor --json").report

    assert "All 7 entries are there, each as it was written." in page
    assert report["whole"] is True
    assert report["advice"] == []
    assert report["seal"] in page


def test_erased_taken_back_and_private_entries_leave_it_whole(kept: Run) -> None:
    kept.ok("add win we laughed")
    kept.ok("undo")
    kept.ok("erase e2")
    kept.ok("add care by the river")

    assert kept.ok("doctor --json").report["whole"] is True
    assert kept.ok("doctor --private --json").report["whole"] is True


def test_the_stored_form_of_an_entry_hashes_as_the_entry_does(
    kept: Run, journal_path: Path
) -> None:
    from repairlog.journal.stored import stored

    with open_journal(journal_path) as journal:
        entries, rows = journal.read(Query(undone=True)), stored(journal)

    assert [link("before", row) for row in rows] == [chain_hash("before", e) for e in entries]


@pytest.mark.parametrize("wrong", ["closed = '1'", "through = '2026-11-01', checkpoint = '{'"])
def test_an_unreadable_list_of_what_is_open_is_made_again(
    kept: Run, journal_path: Path, wrong: str
) -> None:
    with raw(journal_path) as database:
        database.execute(f"UPDATE thread SET {wrong}")
    if "checkpoint" in wrong:
        assert "repairlog doctor" in kept.refused("ledger --all", code=3)

    assert "list of what is open did not agree" in kept.ok("doctor").out
    assert "text when leaving work" in kept.ok("ledger").out.casefold()


# -- damage, with the entry that it concerns -----------------------------------------------------


def findings(run: Run) -> dict[str, str]:
    """What doctor finds, by the entry that it concerns."""
    outcome = run("doctor --json")
    assert outcome.code == 3, str(outcome)
    return {one["ref"]: one["what"] for one in outcome.report["findings"]}


def test_changed_words_are_found(kept: Run, journal_path: Path) -> None:
    with raw(journal_path) as database:
        database.executescript(
            "DROP TRIGGER content_is_never_changed;"
            "UPDATE content SET fields = replace(fields, 'early', 'late')"
        )

    assert findings(kept) == {"e2": "its words or fields are not the ones that were written"}
    outcome = kept("doctor")
    assert "repairlog restore BACKUP" in " ".join(outcome.out.split())


def test_a_changed_time_is_found(kept: Run, journal_path: Path) -> None:
    with raw(journal_path) as database:
        database.executescript(
            f"{DIRT} UPDATE entry SET day = '2026-11-02' WHERE kind = 'delivery'"
        )

    assert list(findings(kept)) == ["e2"]


def test_a_removed_entry_is_found(kept: Run, journal_path: Path) -> None:
    with raw(journal_path) as database:
        database.executescript(f"{DIRT} DELETE FROM entry WHERE kind = 'note'")

    found = findings(kept)
    assert found["e4"] == "1 entry is missing just before it, after e2"


def test_words_that_went_without_a_word_are_found(kept: Run, journal_path: Path) -> None:
    with raw(journal_path) as database:
        database.executescript(
            "DROP TRIGGER content_goes_only_when_erased;"
            "DELETE FROM content WHERE uid = (SELECT uid FROM entry WHERE kind = 'note')"
        )

    assert findings(kept) == {"e3": "its words are gone, and no entry says that they were erased"}


def test_words_that_came_back_after_they_were_erased_are_found(
    kept: Run, journal_path: Path
) -> None:
    with raw(journal_path) as database:
        old = database.execute(
            "SELECT * FROM content WHERE uid = (SELECT uid FROM entry WHERE kind = 'note')"
        ).fetchone()
    kept.ok("erase e3")
    with raw(journal_path) as database:
        database.execute("DROP TRIGGER content_is_never_replaced")
        database.execute("INSERT INTO content VALUES (?, ?, ?)", old)

    assert findings(kept)["e3"] == "its words are there, though they were erased"


def test_bytes_that_are_no_text_are_found(kept: Run, journal_path: Path) -> None:
    with raw(journal_path) as database:
        database.executescript(
            f"{DIRT} UPDATE entry SET by = CAST(x'416efe' AS TEXT) WHERE kind = 'note'"
        )

    assert list(findings(kept)) == ["e3"]


def test_an_entry_about_nothing_is_found(kept: Run, journal_path: Path) -> None:
    with raw(journal_path) as database:
        database.executescript(f"{DIRT} UPDATE entry SET about = 'x' WHERE kind = 'delivery'")

    outcome = kept("doctor --json")
    told = [one["what"] for one in outcome.report["findings"]]
    assert "it is about an entry that is not there" in told


def test_a_damaged_page_is_told_with_the_way_on(kept: Run, journal_path: Path) -> None:
    content = bytearray(journal_path.read_bytes())
    content[4096 * 2 : 4096 * 2 + 400] = os.urandom(400)
    journal_path.write_bytes(bytes(content))

    outcome = kept("doctor")
    assert outcome.code == 3
    assert "BACKUP" in outcome.err + outcome.out


def test_damaged_settings_do_not_keep_doctor_from_looking(kept: Run, journal_path: Path) -> None:
    with raw(journal_path) as database:
        database.executescript(
            "DROP TRIGGER content_is_never_changed;"
            "UPDATE content SET fields = '[' WHERE uid = (SELECT uid FROM entry WHERE kind='init')"
        )

    assert list(findings(kept)) == ["e1"]


# -- beside the record ---------------------------------------------------------------------------


def test_missing_triggers_are_put_back(kept: Run, journal_path: Path) -> None:
    with raw(journal_path) as database:
        database.executescript(DIRT)

    assert "back in place" in " ".join(kept.ok("doctor").out.split())
    assert kept.ok("doctor --json").report["advice"] == []
    with raw(journal_path) as database, pytest.raises(errors("IntegrityError")):
        database.execute("DELETE FROM entry")


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM thread WHERE kind = 'doubt'",
        "UPDATE thread SET closed = '2026-11-05'",
        "INSERT INTO thread (uid, kind) VALUES ('x', 'doubt')",
        "UPDATE thread SET through = '2026-11-05', checkpoint = '{}' WHERE kind = 'commitment'",
    ],
)
def test_a_list_that_does_not_agree_is_made_again(kept: Run, journal_path: Path, harm: str) -> None:
    before = _threads(journal_path)
    with raw(journal_path) as database:
        database.execute(harm)

    assert "made again from them" in kept.ok("doctor --json").report["advice"][0]["what"]
    assert _threads(journal_path) == before
    assert kept.ok("doctor --json").report["advice"] == []


def _threads(path: Path) -> list[tuple[object, ...]]:
    with raw(path) as database:
        return sorted(database.execute("SELECT uid, kind, closed FROM thread").fetchall())


def test_a_long_promise_is_remembered_as_it_is(run: Run) -> None:
    run.at("2026-01-01T08:00").ok("init Ana Ben")
    run.ok("commit ten minutes of news --every day")
    for month in range(1, 11):
        run.at(f"2026-{month:02}-12T20:00").ok("deliver 1")

    assert run.at("2026-11-23T18:00").ok("doctor --json").report["advice"] == []


def test_open_permissions_come_with_the_command_that_closes_them(
    kept: Run, journal_path: Path
) -> None:
    journal_path.chmod(0o644)

    assert f"  chmod 600 {journal_path}\n" in kept.ok("doctor").out

    journal_path.chmod(0o600)
    journal_path.parent.chmod(0o777)
    assert f"  chmod go-w {journal_path.parent}\n" in kept.ok("doctor").out


# -- seals ---------------------------------------------------------------------------------------


def test_a_seal_holds_while_what_it_covered_stands(kept: Run, journal_path: Path) -> None:
    seal = kept.ok("doctor --json").report["seal"]
    kept.ok("add note later")

    report = kept.ok(f"doctor --seal {seal} --json").report["asked"]
    page = " ".join(kept.ok(f"doctor --seal {seal}").out.split())
    assert (report["stands"], report["entries"], report["last"]) == (True, 7, "p1")
    assert "All that it covered still stands, as it was. 1 came later." in page
    assert "nor that a time or a statement is true" in page


def test_a_seal_is_read_as_people_type_it(kept: Run) -> None:
    seal = kept.ok("doctor --json").report["seal"]

    typed = seal.lower().replace("-", "").replace("0", "o").replace("1", "l")
    assert kept.ok(["doctor", "--seal", typed, "--json"]).report["asked"]["seal"] == seal


def test_a_seal_that_no_state_has_says_what_that_may_mean(kept: Run) -> None:
    outcome = kept("doctor --seal 0000-0000-0000")

    assert outcome.code == 1
    assert "No state that this journal was ever in has this seal" in " ".join(outcome.out.split())


def test_a_seal_over_what_was_rewritten_does_not_hold(kept: Run, journal_path: Path) -> None:
    """Someone who knows the program rewrites an entry and makes all hashes anew."""
    seal = kept.ok("doctor --json").report["seal"]
    with open_journal(journal_path) as journal:
        entries = journal.read(Query(undone=True))
    previous = ""
    with raw(journal_path) as database:
        database.executescript(DIRT)
        for entry in entries:
            by = "Ben" if entry.kind == "note" else entry.by
            previous = chain_hash(previous, replace(entry, by=by))
            database.execute(
                "UPDATE entry SET by = ?, hash = ? WHERE uid = ?", (by, previous, entry.uid)
            )

    assert kept.ok("doctor --json").report["whole"] is True
    assert kept(f"doctor --seal {seal}").code == 1


def test_a_seal_over_damage_does_not_hold(kept: Run, journal_path: Path) -> None:
    seal = kept.ok("doctor --json").report["seal"]
    with raw(journal_path) as database:
        database.executescript(f"{DIRT} UPDATE entry SET by = 'Ben' WHERE kind = 'note'")

    outcome = kept(f"doctor --seal {seal} --json")
    assert outcome.code == 3
    assert json.loads(outcome.out)["asked"]["stands"] is False


@pytest.mark.parametrize("words", ["7K3Q", "7K3Q-M2XD-90AFF", "UUUU-UUUU-UUUU", "7K3Q-M2XD-90A!"])
def test_what_is_no_seal_is_told_so(run: Run, words: str) -> None:
    run.ok("init Ana Ben")

    assert "repairlog doctor --seal" in run.refused(["doctor", "--seal", words], code=2)


def test_every_printed_seal_is_read_back(kept: Run) -> None:
    code = "".join(CROCKFORD[:12])
    assert read_seal(f"{code[:4]}-{code[4:8]}-{code[8:]}") == "0123-4567-89AB"
    assert covered([], "0123-4567-89AB") is None


# -- when a backup is made, and when one is wanted -------------------------------------------------


def backup_line(run: Run) -> str:
    """What today's page says of backups."""
    return next((line for line in run.ok().out.splitlines() if "repairlog backup" in line), "")


def test_a_young_journal_asks_for_no_backup(run: Run) -> None:
    run.at("2026-10-27T12:00").ok("init Ana Ben")

    assert backup_line(run.at("2026-11-23T18:00")) == ""
    assert "there is none yet" in backup_line(run.at("2026-11-24T18:00"))


def test_a_copy_is_remembered_and_asked_for_when_it_is_old(run: Run, tmp_path: Path) -> None:
    run.at("2026-10-01T12:00").ok("init Ana Ben")
    run.at("2026-11-01T12:00").ok(f"backup {tmp_path / 'copy.db'}")

    assert backup_line(run.at("2026-11-28T18:00")) == ""
    assert "the last one was Sun 1 Nov" in backup_line(run.at("2026-11-29T18:00"))
    assert run.ok("today --json").report["backup"]["last"] == "2026-11-01"
    run.ok(f"backup {tmp_path / 'newer.db'}")
    assert backup_line(run) == ""
    assert run.ok("today --json").report["backup"] is None


def test_nothing_presses_in_a_slow_pace(run: Run) -> None:
    run.at("2026-08-01T12:00").ok("init Ana Ben")
    run.at("2026-11-23T18:00").ok("pace slow --until sunday")

    assert backup_line(run) == ""


@pytest.mark.parametrize(
    ("words", "often"),
    [("10 days", "10 days"), ("week", "1 week"), ("every week", "1 week"), ("14 days", "2 weeks")],
)
def test_how_often_is_ones_own_to_say(run: Run, words: str, often: str) -> None:
    run.ok("init Ana Ben")
    said = run.ok(f"settings backup {words}").out

    assert f"the last backup is {often} old" in said
    assert run.ok("settings --json").report["settings"]["backup"] == often
    run.ok("undo")
    assert run.ok("settings --json").report["settings"]["backup"] == "4 weeks"


def test_it_can_be_silenced(run: Run) -> None:
    run.at("2026-01-01T12:00").ok("init Ana Ben")
    assert backup_line(run.at("2026-11-23T18:00"))
    run.ok("settings backup off")

    assert backup_line(run) == ""


@pytest.mark.parametrize("words", ["sometimes", "0 days", "999 weeks", "three"])
def test_what_is_no_number_of_days_is_not_taken(run: Run, words: str) -> None:
    run.ok("init Ana Ben")

    assert "no number of days" in run.refused(f"settings backup {words}", code=2)
