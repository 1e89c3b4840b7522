"""`talk` and `confirm`: two accounts side by side, and the speaker alone says what was meant."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.commands.conftest import Untouched
from tests.program import Run

TALK = "talk the holiday --said I felt left out --heard you were afraid --minutes 30"


def listed(run: Run, line: str = "talk list") -> list[Any]:
    report = run.ok(f"{line} --json").report
    found: list[Any] = [*report["conversations"], *report["earlier"]]
    return found


def rounds(run: Run) -> list[tuple[str, str, str | None]]:
    """How each round stands: what was heard, its state, who is asked."""
    every = (one for row in listed(run) for one in row["rounds"])
    return [(one["heard"], one["state"], one["asks"]) for one in every]


def waiting(run: Run, person: str) -> list[str]:
    return [one["command"] for one in run.ok(f"--json --as {person}").report["waiting"]]


@pytest.fixture
def talked(couple: Run) -> Run:
    """Ana wrote a conversation down: e2, and what is still open: e3."""
    couple.ok(f"{TALK} --still who tells your mother")
    return couple


# -- talk ----------------------------------------------------------------------------------------


def test_one_line_after_a_conversation(couple: Run) -> None:
    done = couple.ok(TALK)

    assert "e2  The holiday · 30 minutes." in done.out
    assert "Whether you heard it as it was meant is Sam's to say: repairlog confirm e2" in done.out
    assert "Written by Ana." in done.out
    [one] = listed(couple)
    assert (one["topic"], one["said"], one["heard"]) == (
        "the holiday",
        "I felt left out",
        "you were afraid",
    )
    assert (one["ref"], one["by"], one["minutes"]) == ("e2", "Ana", 30)


@pytest.mark.parametrize("line", ["talk the holiday", "talk add the holiday"])
def test_add_may_be_left_out(couple: Run, line: str) -> None:
    assert couple.ok(f"{line} --json").report["written"][0]["kind"] == "talk"
    assert [one["topic"] for one in listed(couple)] == ["the holiday"]


def test_it_may_be_written_down_later(couple: Run) -> None:
    done = couple.ok("talk the holiday --on yesterday 20:00")

    assert "Sun 22 Nov 20:00" in done.out
    assert listed(couple)[0]["at"].startswith("2026-11-22T20:00")


def test_the_topic_comes_from_a_pipe_too(couple: Run) -> None:
    couple.ok("talk - --minutes 5", stdin="the holiday\n")

    assert listed(couple)[0]["topic"] == "the holiday"


@pytest.mark.parametrize(
    ("words", "minutes"),
    [("45", 45), ("45 minutes", 45), ("an hour", 60), ("an hour and a half", 90)],
)
def test_how_long_it_was(couple: Run, words: str, minutes: int) -> None:
    couple.ok(f"talk the holiday --minutes {words}")

    assert listed(couple)[0]["minutes"] == minutes


@pytest.mark.parametrize("words", ["long", "no", "0", "-3", "2000"])
def test_what_is_no_length_of_time_is_said_back(
    couple: Run, untouched: Untouched, words: str
) -> None:
    with untouched():
        err = couple.refused(
            ["talk", "the holiday", "--said", "I felt small", f"--minutes={words}"], code=2
        )

    assert f"'{words}'" in err
    assert "--minutes 45" in err
    assert "I felt small" in err


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("talk the holiday --on tomorrow", 1, "still ahead"),
        ("talk the holiday --about e99", 1, "no e99"),
        ("talk the holiday --said", 2, "--said"),
        ("talk --minutes 4", 2, "no text"),
        ("talk heard e99 you were afraid", 1, "no e99"),
        ("talk heard t1 you were afraid", 1, "is not a talk"),
        ("talk heard holiday", 1, "fits no talk"),
        ("talk summary b1 both", 1, "not a talk or trigger"),
        ("confirm e99", 1, "no e99"),
        ("confirm e1", 1, "is not a talk"),
        ("confirm", 2, "REF"),
    ],
)
def test_what_does_not_fit(
    couple: Run, untouched: Untouched, line: str, code: int, told: str
) -> None:
    couple.ok("trigger a late reply")
    couple.ok("boundary add we ask")
    with untouched():
        err = couple.refused(line, code=code)

    assert told in err


# -- both accounts -------------------------------------------------------------------------------


def test_the_others_account_stands_beside_it(talked: Run) -> None:
    done = talked.ok("talk the trip --said I was tired --about e2 --as Sam")
    assert "about e2" in done.out

    first, second = listed(talked)
    assert (first["by"], first["said"]) == ("Ana", "I felt left out")
    assert (second["by"], second["said"], second["topic"]) == ("Sam", "I was tired", "the trip")
    assert (first["accounts"], second["accounts"]) == (["e4"], ["e2"])


@pytest.mark.parametrize(
    "line", ["show e2", "show e4", "talk list", "review --week today", "export --week today"]
)
def test_each_page_shows_both_and_neither_replaces_the_other(talked: Run, line: str) -> None:
    talked.ok("talk the trip --said I was tired --heard you felt alone --about e2 --as Sam")
    shown = talked.ok(line).out

    for words in ("I felt left out", "you were afraid", "I was tired", "you felt alone"):
        assert words in " ".join(shown.split())


def test_an_account_of_an_account_is_kept_beside_the_first(talked: Run) -> None:
    talked.ok("talk the trip --about e2 --as Sam")
    talked.ok("talk the trip again --about e4")

    assert [one["accounts"] for one in listed(talked)] == [["e4", "e5"], ["e2", "e5"], ["e2", "e4"]]


# -- heard, confirm ------------------------------------------------------------------------------


def test_rounds_of_hearing_and_putting_right(talked: Run) -> None:
    assert waiting(talked, "Sam")[-1] == "repairlog confirm e2"

    done = talked.ok("confirm e2 --correct I was tired, not afraid --as Sam")
    assert "Ana says again what they hear: repairlog talk heard e2 TEXT…" in done.out
    assert waiting(talked, "Ana") == ["repairlog talk heard e2"]

    assert "repairlog confirm e5" in talked.ok("talk heard e2 you were tired").out
    assert waiting(talked, "Ana") == []
    assert "repairlog confirm e5" in waiting(talked, "Sam")

    assert "Ana heard what Sam meant." in talked.ok("confirm e5 --as Sam").out
    assert rounds(talked) == [
        ("you were afraid", "corrected", None),
        ("you were tired", "confirmed", None),
    ]
    assert listed(talked)[0]["rounds"][0]["correct"] == "I was tired, not afraid"


@pytest.mark.parametrize("words", ["e2", "2", "holiday", "talk"])
def test_the_talk_stands_for_what_waits_in_it(talked: Run, words: str) -> None:
    talked.ok(f"confirm {words} --correct I was tired --as Sam")
    talked.ok("talk heard holiday you were tired")

    talked.ok(f"confirm {words} --as Sam")

    assert [state for _, state, _ in rounds(talked)] == ["corrected", "confirmed"]


def test_only_the_speaker_confirms(talked: Run, untouched: Untouched) -> None:
    with untouched():
        err = talked.refused("confirm e2 --correct no")

    assert "e2 is what Ana heard; whether it was meant so is Sam's to say." in err
    assert "repairlog --as Sam confirm e2" in err
    assert "Not saved:\nno" in err


@pytest.mark.parametrize(
    ("before", "line", "told"),
    [
        (["confirm e2 --as Sam"], "confirm e2 --as Sam", "was confirmed on"),
        (["confirm e2 --correct x --as Sam"], "confirm e2 --as Sam", "amend e4"),
        (["talk heard e2 y"], "confirm e4", "whether it was meant so is Sam's"),
        (["undo"], "confirm e2 --as Sam", "was taken back"),
        (["erase e2"], "confirm e2 --as Sam", "nothing to confirm"),
        (["talk heard e2 y", "erase e4"], "confirm e4 --as Sam", "were erased"),
        (["talk money"], "confirm e4 --as Sam", "nothing to confirm"),
    ],
)
def test_out_of_turn(
    talked: Run, untouched: Untouched, before: list[str], line: str, told: str
) -> None:
    for earlier in before:
        talked.ok(earlier)
    with untouched():
        assert told in talked.refused(line)


def test_what_was_said_again_is_the_one_to_confirm(talked: Run, untouched: Untouched) -> None:
    talked.ok("talk heard e2 you were tired")
    talked.ok("confirm e2 --as Sam")
    assert [state for _, state, _ in rounds(talked)] == ["said again", "confirmed"]

    talked.ok("undo --as Sam")
    talked.ok("talk heard e2 you were sad")
    with untouched():
        assert "confirm e7" in talked.refused("confirm e4 --as Sam")


@pytest.mark.parametrize("named", ["e2", "e4"])
def test_what_was_heard_as_it_was_meant_is_not_said_again(
    talked: Run, untouched: Untouched, named: str
) -> None:
    talked.ok("talk heard e2 you were tired")
    talked.ok("confirm e4 --as Sam")

    with untouched():
        err = talked.refused(f"talk heard {named} you were sad")
    assert "Sam said on Mon 23 Nov that Ana heard it as it was meant" in err
    assert "you were sad" in err
    talked.ok("talk the holiday --heard you were sad --about e2")
    talked.ok("undo --as Sam")
    talked.ok(f"talk heard {named} you were sad")


def test_words_of_a_correction_come_from_a_pipe_too(talked: Run) -> None:
    talked.ok("confirm e2 --correct - --as Sam", stdin="I was tired\n")

    assert listed(talked)[0]["rounds"][0]["correct"] == "I was tired"


def test_alone_it_is_kept_and_nobody_is_asked(alone: Run, untouched: Untouched) -> None:
    done = alone.ok(TALK)
    assert "confirm" not in done.out
    assert "no one else in this journal" in alone.ok("talk heard e2 you were tired").out
    with untouched():
        assert "settings partner" in alone.refused("confirm e2")

    alone.ok("settings partner Sam")
    assert waiting(alone, "Sam") == ["repairlog confirm e3"]


# -- mending -------------------------------------------------------------------------------------


def test_undo_takes_back_the_talk_and_what_it_left_open(talked: Run) -> None:
    talked.ok("undo")

    assert listed(talked) == []
    assert waiting(talked, "Sam") == []


@pytest.mark.parametrize(
    "answer",
    ["confirm e2", "confirm e2 --correct x", "talk x --about e2", "talk heard e2 x", "answer e3 x"],
)
def test_what_the_other_answered_stands(talked: Run, untouched: Untouched, answer: str) -> None:
    talked.ok([*answer.split(), "--as", "Sam"])
    with untouched():
        assert "has answered" in talked.refused("undo")


def test_a_correction_stands_once_it_was_answered(talked: Run, untouched: Untouched) -> None:
    talked.ok("confirm e2 --correct tird --as Sam")
    talked.ok("amend e4 I was tired --as Sam")
    assert listed(talked)[0]["rounds"][0]["correct"] == "I was tired"
    talked.ok("talk heard e2 you were tired")
    with untouched():
        assert "has answered e4" in talked.refused("amend e4 x --as Sam")
        assert "has answered" in talked.refused("undo --as Sam")


def test_a_plain_yes_has_no_words_to_change(talked: Run, untouched: Untouched) -> None:
    talked.ok("confirm e2 --as Sam")
    with untouched():
        assert "no text of its own" in talked.refused("amend e4 x --as Sam")
        assert "holds no words" in talked.refused("erase e4 --as Sam")


def test_an_erased_correction_does_not_turn_into_a_yes(talked: Run) -> None:
    talked.ok("confirm e2 --correct I was tired --as Sam")
    talked.ok("erase e4 --as Sam")

    assert rounds(talked) == [("you were afraid", "corrected", "Ana")]
    for line in ("talk list", "show e2", "log"):
        shown = talked.ok(line).out
        assert "erased by its author" in shown
        assert "as it was meant" not in shown


def test_ones_own_account_can_be_erased_though_both_agreed_on_a_summary(talked: Run) -> None:
    talked.ok("talk summary e2 we both wanted to go")
    talked.ok("agree p1 --as Sam")
    talked.ok("erase e2")

    [one] = listed(talked)
    assert (one["topic"], one["said"], one["heard"]) == (None, None, None)
    assert one["summaries"][0]["text"] == "we both wanted to go"


# -- what is still open --------------------------------------------------------------------------


def test_what_is_still_open_waits_with_its_age_until_a_talk_about_it(talked: Run) -> None:
    talked.at("2026-12-06T19:00")
    assert "carried since 23 November" in talked.ok("review --no-input").out
    assert "repairlog answer e3" in waiting(talked, "Sam")

    talked.ok("talk who tells her --about e3")

    assert "repairlog answer e3" not in waiting(talked, "Sam")
    shown = talked.ok("review --no-input").out
    assert "a talk about it, e4" in " ".join(shown.split())
    [still] = listed(talked, "talk list --since 1 november")[-1]["still"]
    assert [answer["ref"] for answer in still["answers"]] == ["e4"]


def test_of_an_earlier_conversation_the_page_says_what_waits_and_no_more(talked: Run) -> None:
    talked.ok("talk summary e2 we both wanted to go")
    talked.at("2026-12-06T19:00")

    shown = " ".join(talked.ok("review --no-input").out.split())
    assert "e2 The holiday · waits for Sam: confirm e2 ·" in shown
    assert "waits for Sam: agree p1" in shown
    assert "I felt left out" not in shown


def test_so_does_the_others_answer_found_by_the_word_of_its_kind(talked: Run) -> None:
    talked.ok("answer misread I will tell her --as Sam")

    assert "repairlog answer e3" not in waiting(talked, "Sam")
    assert "cleared" in talked.ok("talk list").out


def test_a_word_of_the_kind_finds_what_the_other_wrote(couple: Run) -> None:
    couple.ok("add doubt the Thursdays")
    couple.ok("add doubt the phone --as Sam")

    assert "e3" in couple.ok("answer doubt come along").out
    assert "e2" in couple.ok("answer doubt come along --as Sam").out


# -- the summary of both -------------------------------------------------------------------------


def test_a_summary_is_a_proposal_and_both_accounts_stay(talked: Run, untouched: Untouched) -> None:
    done = talked.ok("talk summary e2 we both wanted to go")
    assert "p1: waits for Sam, who can say: repairlog agree p1" in done.out
    with untouched():
        assert "Sam's" in talked.refused("agree p1")
    talked.ok("agree e2 --as Sam")

    [one] = listed(talked)
    assert (one["summaries"][0]["agreed"], one["said"]) == ("2026-11-23", "I felt left out")
    assert "what both say of it" in talked.ok("talk list").out


def test_the_timeline_tells_of_it_once_both_agreed(talked: Run) -> None:
    talked.ok("talk summary e2 we both wanted to go")
    assert "both wanted" not in talked.ok("timeline").out
    talked.ok("agree p1 --as Sam")

    shown = talked.ok("timeline").out
    assert "e2 The holiday · what both say of it" in shown
    assert "“we both wanted to go”" in shown
    talked.ok("erase e2")
    assert "erased by its author" in talked.ok("timeline").out


def test_a_trigger_has_one_too(couple: Run) -> None:
    couple.ok("trigger a late reply --effect I froze")
    couple.ok("trigger meant t1 the train stood --as Sam")
    couple.ok("talk summary t1 nobody meant harm --as Sam")

    shown = " ".join(couple.ok("review --no-input --week today").out.split())
    for words in ("I froze", "the train stood", "nobody meant harm", "waits for Ana: agree p1"):
        assert words in shown
    couple.ok("agree p1")
    for line in ("trigger list", "show t1", "export --week today"):
        assert "nobody meant harm" in " ".join(couple.ok(line).out.casefold().split())


def test_a_summary_brings_an_old_trigger_back_until_it_is_answered(couple: Run) -> None:
    couple.ok("trigger a late reply")
    couple.ok("trigger meant t1 the train stood --as Sam")
    couple.ok("trigger settle t1")
    couple.at("2026-12-20T18:00")
    assert "t1" not in couple.ok("review --no-input").out
    couple.ok("talk summary t1 nobody meant harm")

    shown = " ".join(couple.ok("review --no-input").out.split())
    assert "A late reply" in shown
    assert "waits for Sam: agree p1" in shown
    couple.ok("decline p1 --as Sam")
    assert "A late reply" not in couple.ok("review --no-input").out


def test_a_summary_of_an_account_is_one_of_the_whole_conversation(talked: Run) -> None:
    talked.ok("talk the trip --about e2 --as Sam")
    talked.ok("talk summary e4 we both wanted to go --as Sam")

    assert [len(one["summaries"]) for one in listed(talked)] == [1, 1]
    assert talked.ok("show p1 --json").report["above"]["ref"] == "e2"


def test_the_same_summary_is_proposed_once(talked: Run, untouched: Untouched) -> None:
    talked.ok("talk summary e2 we both wanted to go")
    for who in ("Ana", "Sam"):
        with untouched():
            err = talked.refused(f"talk summary e2 We both wanted to go --as {who}")
        assert "p1 says so already" in err
    assert "agree p1" in err

    talked.ok("agree p1 --as Sam")
    with untouched():
        assert "p1 says so already" in talked.refused("talk summary e2 we both wanted to go")
    talked.ok("talk summary e2 we both wanted to go, and were afraid")


def test_alone_it_stands_as_ones_own(alone: Run) -> None:
    alone.ok("talk the holiday")

    assert "stands as your own" in alone.ok("talk summary e2 we both wanted to go").out
    assert "in sum: “we both wanted to go”" in alone.ok("talk list").out


# -- the gentle note -----------------------------------------------------------------------------

NOTE = "You agreed on 45 minutes at most; this was 60. It may be worth looking at together."


def test_a_talk_longer_than_agreed_gets_a_gentle_note(couple: Run) -> None:
    couple.ok("agreement rule at most 45 minutes at a time")
    assert NOTE not in couple.ok("talk early --minutes 60").out
    couple.ok("agree p1 --as Sam")

    assert NOTE in couple.ok("talk the holiday --minutes 60").out
    assert NOTE not in couple.ok("talk money --minutes 45").out
    assert listed(couple)[-2]["notes"] == [NOTE]
    for line in ("review --no-input --week today", "talk list", "export --week today"):
        assert " ".join(couple.ok(line).out.split()).count(NOTE) == 1


def test_of_two_that_were_agreed_the_one_that_held_then_speaks(couple: Run) -> None:
    couple.ok("agreement rule at most 45 minutes at a time")
    couple.ok("agree p1 --as Sam")
    couple.at("2026-11-24T18:00")

    assert NOTE not in couple.ok("talk before --minutes 60 --on 22.11.2026").out
    assert NOTE in couple.ok("talk since --minutes 60 --on 23.11.2026").out


def test_so_does_one_off_the_safe_topics(couple: Run) -> None:
    couple.ok("agreement rule safe topics: money, the children")
    couple.ok("agree p1 --as Sam")

    echoed = couple.ok("talk the affair").out
    assert "For easier talks you both chose: money, the children" in echoed
    assert "easier talks" not in couple.ok("talk the money for school").out


def test_of_a_topic_only_the_echo_speaks_and_no_page_ever_repeats_it(couple: Run) -> None:
    couple.ok("agreement rule safe topics: money")
    couple.ok("agree p1 --as Sam")
    assert "Talks about other things have their place" in couple.ok("talk the affair --as Sam").out

    for line in ("review --no-input --week today", "talk list", "show e2", "export --week today"):
        assert "other things" not in couple.ok(line).out
    assert [one["notes"] for one in listed(couple)] == [[]]


@pytest.mark.parametrize("reader", ["partner", "therapist"])
def test_what_is_gently_said_to_the_two_is_said_to_nobody_else(couple: Run, reader: str) -> None:
    couple.ok("agreement rule at most 45 minutes at a time")
    couple.ok("agree p1 --as Sam")
    couple.ok("talk the holiday --minutes 60")

    assert NOTE in " ".join(couple.ok("export --week today").out.split())
    assert "45 minutes at most" not in couple.ok(f"export --week today --for {reader}").out


def test_what_the_other_said_is_repeated_as_it_was_and_no_nudge_speaks(couple: Run) -> None:
    said = "you always forget everything, you liar"

    assert couple.ok(f"talk the keys --heard '{said}'").err == ""
    assert couple.ok(f"talk heard e2 '{said}'").err == ""
    assert couple.ok(f"talk the keys --said '{said}'").err != ""


# -- elsewhere -----------------------------------------------------------------------------------


def test_a_private_talk_stays_private(couple: Run) -> None:
    couple.ok(f"{TALK} --private")

    assert listed(couple) == []
    assert [one["topic"] for one in listed(couple, "talk list --private")] == ["the holiday"]


def test_the_list_goes_back_four_weeks_and_keeps_what_waits(talked: Run) -> None:
    talked.ok("talk money")
    talked.at("2027-01-10T18:00")

    report = talked.ok("talk list --json").report
    assert [one["ref"] for one in report["conversations"]] == []
    assert [one["ref"] for one in report["earlier"]] == ["e2"]
    assert "older, and still waiting" in talked.ok("talk list").out.casefold()
    assert [one["ref"] for one in listed(talked, "talk list --since 1 november 2026")] == [
        "e4",
        "e2",
    ]


def test_what_crossed_a_boundary_is_shown_beside_the_crossing(couple: Run) -> None:
    couple.ok("boundary add we ask first --means ask")
    couple.ok("boundary crossed b1 --what my letter was opened")

    shown = couple.ok("review --no-input --week today").out
    assert "Ana saw: “my letter was opened”" in shown


# -- by its words, also when it is closed ----------------------------------------------------------


@pytest.fixture
def closed(couple: Run) -> Run:
    """A talk of Ana's, e2, that is closed: Sam confirmed what she heard."""
    couple.ok("talk the phone bill --heard you were tired")
    couple.ok("--as Sam confirm bill")
    return couple


def test_words_find_a_closed_talk_too_where_one_refers_back(closed: Run) -> None:
    assert "e2 was confirmed" in closed.refused("--as Sam confirm bill")
    assert "repairlog talk TOPIC… --heard TEXT --about e2" in closed.refused("talk heard bill so")
    heard = closed.ok("--as Sam talk heard phone that it was too much").out
    assert "about e2, The phone bill · whether it was meant so is Ana's to say" in heard
    assert "summary of e2: The phone bill" in closed.ok("talk summary bill we both pay").out
    assert closed.ok("show bill --json").report["thing"]["ref"] == "e2"
    assert "about e2" in closed.ok("add note the bill is paid --about bill").out


def test_of_several_closed_ones_the_newest_is_meant_and_an_open_one_before_all(closed: Run) -> None:
    closed.at("2026-11-24T18:00").ok("talk the gas bill --heard you forgot")
    closed.ok("--as Sam confirm gas")
    newest = closed.ok("log --kind talk --all --json").report["entries"][-1]["ref"]
    assert newest != "e2"
    assert closed.ok("show bill --json").report["thing"]["ref"] == newest

    closed.ok("talk the old bill --heard you paid --on 20.11.2026")
    assert "The old bill" in closed.ok("show bill").out


def test_what_is_to_be_done_is_still_sought_among_what_is_open(couple: Run) -> None:
    couple.ok("commit pay the bill")
    couple.ok("deliver bill")

    assert "fits no open commitment" in couple.refused("deliver bill")
    assert couple.ok("show bill --json").report["thing"]["ref"] == "c1"


@pytest.mark.parametrize("kind", ["project", "goal", "memory", "appreciation"])
def test_a_moment_is_shown_by_its_words_too(couple: Run, kind: str) -> None:
    couple.ok(f"add {kind} the garden behind the house")

    assert couple.ok("show garden --json").report["thing"]["kind"] == kind
