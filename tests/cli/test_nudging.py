"""Kind words: offered before a text is saved, at a terminal; elsewhere in one line after it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from repairlog.entries import Entry
from repairlog.journal import Query
from repairlog.kinds import KINDS
from repairlog.kinds.body import own_words, words_of
from tests.locked import open_journal
from tests.program import Run
from tests.sitting import CTRL_C, CTRL_D, ENTER, UP, Sitting

HURTFUL = "you never listen to me"
GENTLER = "on Tuesday I felt alone with it"
OFFERED = "keep it as it is"
ANEW = "In other words"
AFTERWARDS = "Saved as it is."


@pytest.fixture(autouse=True)
def begun(run: Run) -> None:
    run.ok("init Ana Ben")


def entries(path: Path) -> list[Entry]:
    with open_journal(path) as journal:
        return list(journal.read(Query()))


def texts(path: Path) -> Iterator[str]:
    """All words that the journal holds, the oldest first."""
    for entry in sorted(entries(path), key=lambda entry: entry.seq):
        for name in words_of(KINDS[entry.kind].body):
            value = (entry.fields or {}).get(name)
            yield from [value] if isinstance(value, str) else value or []


# -- off a terminal -----------------------------------------------------------------------------


def test_off_a_terminal_it_is_saved_and_one_line_says_what_was_heard(
    run: Run, journal_path: Path
) -> None:
    done = run.ok(f"add note {HURTFUL}")

    assert list(texts(journal_path)) == [HURTFUL]
    assert "could be heard as" in done.err
    assert done.err.startswith(AFTERWARDS)
    assert done.err.count("\n") == 1
    assert "settings tone off" in done.err
    assert "heard" not in done.out


def test_a_text_in_another_language_is_left_alone_and_the_help_says_so(run: Run) -> None:
    assert run.ok("add note Du hörst mir nie zu").err == ""
    assert "reads English only" in run.ok("help kind words").out


def test_json_stays_json(run: Run) -> None:
    done = run.ok(f"add note {HURTFUL} --json")

    assert [one["kind"] for one in json.loads(done.out)["written"]] == ["note"]
    assert AFTERWARDS in done.err


LINES = (
    f"commit {HURTFUL}",
    f"commit call Ben --need {HURTFUL}",
    f"deliver c1 --note {HURTFUL}",
    "miss c2 --own I only forgot because you never reminded me",
    f"miss c2 --own I forgot --repair {HURTFUL}",
    f"add need {HURTFUL}",
    f"--private add note {HURTFUL}",
    f"add care {HURTFUL}",
    "trigger the door slammed --effect you are so selfish",
    f"trigger settle t1 --helped {HURTFUL}",
    f"boundary add phones --value privacy --means {HURTFUL}",
    f"boundary add phones --value privacy --means we ask --remedy {HURTFUL}",
    f"checkin --summary {HURTFUL}",
    f"renegotiate c2 --by sunday --why {HURTFUL}",
    f"release c2 --why {HURTFUL}",
    f"pace slow --until sunday --why {HURTFUL}",
    f"milestone add {HURTFUL}",
    f"amend c1 {HURTFUL}",
)


@pytest.mark.parametrize("line", LINES)
def test_every_free_text_is_heard(run: Run, line: str) -> None:
    run.ok("commit call my mother --by fri")
    run.ok("commit read --by thu")
    run.ok("trigger a late reply")

    assert AFTERWARDS in run.ok(line).err


def test_what_comes_through_a_pipe_too(run: Run) -> None:
    assert AFTERWARDS in run.ok("add note -", stdin=f"First.\nThen: {HURTFUL}.\n").err


@pytest.mark.parametrize(
    "line",
    [
        "commit call my mother --by fri",
        "add doubt I feel betrayed and I never want to feel like that again",
        "trigger a late reply --response you-never-listen",
        "add note She said “you never listen to me” and it hurt",
    ],
)
def test_what_is_healthy_or_a_name_or_a_quote_is_left_alone(run: Run, line: str) -> None:
    assert run.ok(line).err == ""


def test_what_one_heard_the_other_say_is_no_voice_of_ones_own() -> None:
    assert "heard" in words_of(KINDS["talk"].body)
    assert "heard" not in own_words(KINDS["talk"].body)
    assert own_words(KINDS["paraphrase"].body) == ()
    assert own_words(KINDS["pattern"].body) == ()


def test_what_one_heard_is_repeated_as_sharply_as_it_was_said(run: Run) -> None:
    run.ok("talk the holiday --said I was afraid")

    assert run.ok(f"talk the train --heard {HURTFUL}").err == ""
    assert run.ok(f"talk heard e2 {HURTFUL}").err == ""
    assert run.ok(f"amend e4 {HURTFUL} at all").err == ""


def test_switched_off_it_says_nothing_on_this_device(run: Run) -> None:
    run.ok("settings tone off")

    assert run.ok("settings --json").report["settings"]["tone"] == "off"
    assert run.ok(f"add note {HURTFUL}").err == ""
    assert run.ok(f"--private add note {HURTFUL}").err == ""
    run.ok("settings tone on")
    assert AFTERWARDS in run.ok(f"add note {HURTFUL}").err


def test_an_import_is_left_alone(run: Run, tmp_path: Path) -> None:
    run.ok(f"add note {HURTFUL}")
    run.ok(f"export --format json -o {tmp_path / 'whole.json'}")

    done = run.ok(f"import {tmp_path / 'whole.json'} --journal {tmp_path / 'other.db'}")

    assert AFTERWARDS not in done.err


# -- at a terminal ------------------------------------------------------------------------------


def test_enter_keeps_the_words_as_they_are(journal_path: Path) -> None:
    with Sitting(["add", "note", *HURTFUL.split()]) as sitting:
        sitting.sees("could be heard as", "Another way, as an example:", OFFERED)
        assert list(texts(journal_path)) == []
        sitting.press(ENTER)
        assert sitting.ends() == 0
        assert AFTERWARDS not in sitting.words
    assert list(texts(journal_path)) == [HURTFUL]


def test_said_anew_the_new_words_are_saved_and_not_spoken_of_again(journal_path: Path) -> None:
    with Sitting(["commit", "something", "--need", *HURTFUL.split()]) as sitting:
        sitting.sees(OFFERED)
        sitting.type("r")
        sitting.sees(ANEW)
        sitting.type("you always interrupt me")
        assert sitting.ends() == 0
        assert sitting.words.count("could be heard") == 1
    assert list(texts(journal_path)) == ["something", "you always interrupt me"]


@pytest.mark.parametrize("typed", ["k", "what"])
def test_any_other_key_keeps_them_too(journal_path: Path, typed: str) -> None:
    with Sitting(["add", "note", *HURTFUL.split()]) as sitting:
        sitting.sees(OFFERED)
        sitting.type(typed)
        assert sitting.ends() == 0
    assert list(texts(journal_path)) == [HURTFUL]


def test_a_sentence_typed_at_once_is_the_new_text(journal_path: Path) -> None:
    with Sitting(["add", "note", *HURTFUL.split()]) as sitting:
        sitting.sees(OFFERED)
        sitting.type(GENTLER)
        assert sitting.ends() == 0
    assert list(texts(journal_path)) == [GENTLER]


def test_nothing_typed_anew_keeps_them(journal_path: Path) -> None:
    with Sitting(["add", "note", *HURTFUL.split()]) as sitting:
        sitting.sees(OFFERED)
        sitting.type("r")
        sitting.sees(ANEW)
        sitting.press(ENTER)
        assert sitting.ends() == 0
    assert list(texts(journal_path)) == [HURTFUL]


def test_the_arrow_up_brings_the_words_back_to_be_edited(journal_path: Path) -> None:
    with Sitting(["add", "note", *HURTFUL.split()]) as sitting:
        sitting.sees(OFFERED)
        sitting.type("r")
        sitting.sees(ANEW)
        sitting.press(UP)
        sitting.type(", it seems to me")
        assert sitting.ends() == 0
    assert list(texts(journal_path)) == [f"{HURTFUL}, it seems to me"]


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
@pytest.mark.parametrize("line", [["add", "note"], ["commit", "something", "--need"]])
def test_whoever_stops_there_gets_the_text_back_and_nothing_is_written(
    journal_path: Path, key: str, line: list[str]
) -> None:
    with Sitting([*line, *HURTFUL.split()]) as sitting:
        sitting.sees(OFFERED)
        sitting.press(key)
        assert sitting.ends() == 130
        assert f"Not saved: {HURTFUL}" in sitting.words
    assert len(entries(journal_path)) == 1


def test_a_text_typed_at_a_question_is_heard(journal_path: Path) -> None:
    with Sitting(["add", "note"]) as sitting:
        sitting.sees("worth remembering")
        sitting.type(HURTFUL)
        sitting.sees(OFFERED)
        sitting.press(ENTER)
        assert sitting.ends() == 0
    assert list(texts(journal_path)) == [HURTFUL]


def test_a_form_is_heard_line_by_line(journal_path: Path) -> None:
    with Sitting(["checkin"]) as sitting:
        for _ in range(2):
            sitting.sees("Enter leaves it out")
            sitting.press(ENTER)
        sitting.sees("The day in a sentence.")
        sitting.type(HURTFUL)
        sitting.sees(OFFERED)
        sitting.type(GENTLER)
        assert sitting.ends() == 0
    assert list(texts(journal_path)) == [GENTLER]


def test_a_long_text_and_wide_characters_stay_as_they_are(
    journal_path: Path, tmp_path: Path
) -> None:
    long = "今天你說了很多。 " * 400 + "Ehrlich gesagt: you never listen to me. " + "🙂 " * 400
    editor = tmp_path / "editor"
    editor.write_text(f"#!/bin/sh\nprintf '%s' '{long}' > \"$1\"\n", encoding="utf-8")
    editor.chmod(0o700)
    with Sitting(["add", "note", "--edit"], EDITOR=str(editor), columns=60) as sitting:
        sitting.sees(OFFERED)
        assert "“you never listen”" in sitting.words
        sitting.press(ENTER)
        assert sitting.ends() == 0
    assert list(texts(journal_path)) == [long.strip()]


def test_a_text_of_several_lines_can_go_back_to_the_editor(
    journal_path: Path, tmp_path: Path
) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        '#!/bin/sh\nif [ -s "$1" ]; then sed -i "s/you never listen/I felt alone/" "$1"\n'
        'else printf "First.\\nThen you never listen." > "$1"; fi\n',
        encoding="utf-8",
    )
    editor.chmod(0o700)
    with Sitting(["add", "note", "--edit"], EDITOR=str(editor)) as sitting:
        sitting.sees(OFFERED, "[e] in your editor")
        sitting.type("e")
        assert sitting.ends() == 0
    assert list(texts(journal_path)) == ["First.\nThen I felt alone."]


def test_an_editor_that_leaves_nothing_keeps_the_text(journal_path: Path, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        '#!/bin/sh\nif [ -s "$1" ]; then : > "$1"\n'
        'else printf "First.\\nThen you never listen." > "$1"; fi\n',
        encoding="utf-8",
    )
    editor.chmod(0o700)
    with Sitting(["add", "note", "--edit"], EDITOR=str(editor)) as sitting:
        sitting.sees(OFFERED)
        sitting.type("e")
        assert sitting.ends() == 0
        assert "It is kept as it was." in sitting.words
    assert list(texts(journal_path)) == ["First.\nThen you never listen."]


def test_a_refusal_shows_back_what_was_said_anew(journal_path: Path) -> None:
    with Sitting(["miss", "c9", "--own", *HURTFUL.split()]) as sitting:
        sitting.sees(OFFERED)
        sitting.type("r")
        sitting.sees(ANEW)
        sitting.type(GENTLER)
        assert sitting.ends() == 1
        assert f"Not saved: {GENTLER}" in sitting.words


def test_the_journal_can_be_written_by_others_meanwhile(run: Run, journal_path: Path) -> None:
    with Sitting(["add", "note", *HURTFUL.split()]) as sitting:
        sitting.sees(OFFERED)
        run.ok("add note meanwhile")
        sitting.press(ENTER)
        assert sitting.ends() == 0
    assert list(texts(journal_path)) == ["meanwhile", HURTFUL]


def test_switched_off_nothing_is_asked_at_a_terminal(run: Run, journal_path: Path) -> None:
    run.ok("settings tone off")
    with Sitting(["commit", *HURTFUL.split(), "--need", *HURTFUL.split()]) as sitting:
        assert sitting.ends() == 0
        assert "heard" not in sitting.words
    assert list(texts(journal_path)) == [HURTFUL, HURTFUL]


def test_json_never_asks(journal_path: Path) -> None:
    with Sitting(["add", "note", *HURTFUL.split(), "--json"]) as sitting:
        assert sitting.ends() == 0
        assert AFTERWARDS in sitting.words
    assert list(texts(journal_path)) == [HURTFUL]


# -- in the guided review -----------------------------------------------------------------------


def to_the_summary(sitting: Sitting) -> None:
    """From the first question of the review to the first free text that it asks for."""
    sitting.sees("Ana, how was this week for you?")
    sitting.press("c")
    sitting.sees("How safe")
    sitting.press(ENTER)
    sitting.sees("how watchful")
    sitting.press(ENTER)
    sitting.sees("How was this week between you")


def test_in_the_review_it_is_offered_below_the_question(journal_path: Path) -> None:
    with Sitting(["review"], lines=40) as sitting:
        to_the_summary(sitting)
        sitting.type(HURTFUL)
        sitting.sees(OFFERED)
        assert list(texts(journal_path)) == []
        sitting.type("r")
        sitting.sees(ANEW)
        sitting.type(GENTLER)
        sitting.sees("What remains challenging?")
        sitting.press(CTRL_C)
        assert sitting.ends() == 130
        assert AFTERWARDS not in sitting.words
    assert list(texts(journal_path)) == [GENTLER]


def test_whoever_stops_the_review_there_gets_the_text_back(journal_path: Path) -> None:
    with Sitting(["review"], lines=40) as sitting:
        to_the_summary(sitting)
        sitting.type(HURTFUL)
        sitting.sees(OFFERED)
        sitting.press(CTRL_C)
        assert sitting.ends() == 130
        assert f"Not saved: {HURTFUL}" in sitting.words
    assert list(texts(journal_path)) == []
