"""`disclose`, `acknowledge`, `apologize`, `setback`: told, received, owned, and begun anew."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from repairlog.cli.commands import repair
from repairlog.cli.walk import forms
from repairlog.readings import agenda
from tests.cli.commands.conftest import Untouched
from tests.program import Run
from tests.sitting import CTRL_C, Sitting

SORRY = "apologize I hurt you --responsibility I hid it --repair tell you first"
FELL = "setback I hid my phone again --plan leave it on the shelf"


def shown(run: Run, ref: str) -> Any:
    return run.ok(f"show {ref} --json").report


def part(run: Run, line: str = "review") -> Any:
    return run.ok(f"{line} --json").report["repairs"]


def page(run: Run, line: str) -> str:
    """A page as running text, so that where a line was broken does not matter."""
    return " ".join(run.ok(line).out.split())


def told(run: Run) -> str:
    """The disclosure of Sam's that the test begins with."""
    [row] = run.ok("--as Sam disclose she wrote to me --on today 17:20 --json").report["written"]
    return str(row["ref"])


def sorry(run: Run, *more: str) -> tuple[str, str]:
    """An apology of Sam's and its repair."""
    rows = run.ok(f"--as Sam {SORRY} {' '.join(more)} --json").report["written"]
    return rows[0]["ref"], rows[1]["ref"]


def fell(run: Run, *more: str) -> tuple[str, str, str]:
    """A setback of Sam's, its plan, and the proposal."""
    rows = run.ok(f"--as Sam {FELL} {' '.join(more)} --json").report["written"]
    return rows[0]["ref"], rows[1]["ref"], rows[2]["ref"]


# -- told unasked ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "after"),
    [
        ("today 17:20", "told 40 minutes after"),
        ("today 17:59", "told a minute after"),
        ("today 17:00", "told an hour after"),
        ("today 14:30", "told 3 hours after"),
        ("yesterday 18:00", "told a day after"),
        ("20 nov 12:00", "told 3 days after"),
        ("today", "told the same day"),
        ("yesterday", "told the day after"),
        ("20 nov", "told 3 days after"),
    ],
)
def test_how_long_after_it_happened_is_said_and_kept(couple: Run, on: str, after: str) -> None:
    done = couple.ok(f"disclose she wrote to me --on {on}")

    assert f"e2  She wrote to me · {after} (" in done.out
    assert "Sam can say that it was received: repairlog acknowledge e2" in done.out
    assert after in couple.ok("show e2").out
    assert after in couple.ok("log").out
    [row] = part(couple)["disclosures"]
    assert (row["after"], row["asks"]) == (after, "Sam")


def test_without_a_moment_no_delay_is_claimed(couple: Run) -> None:
    done = couple.ok("disclose I am still in touch with her")

    assert "told unasked." in done.out
    assert "repairlog amend e2 --on" in done.out
    assert part(couple)["disclosures"][0]["after"] is None
    couple.at("2026-11-23T18:30").ok("amend e2 --on yesterday 18:00")
    assert part(couple)["disclosures"][0]["after"] == "told a day after"


def test_the_delay_is_real_time_also_where_the_clocks_change(run: Run) -> None:
    run.at("2026-10-25T12:00").ok("init Ana Sam")
    run.ok("disclose I stayed out --on 24 oct 23:00")

    assert part(run)["disclosures"][0]["after"] == "told 14 hours after"


def test_it_can_be_about_something(couple: Run) -> None:
    couple.ok("trigger a late reply")
    done = couple.ok("disclose I had the phone in my hand --about t1")

    assert "about t1." in done.out
    assert part(couple)["disclosures"][0]["about"] == "t1"


def test_only_the_other_receives_it_and_once(couple: Run, untouched: Untouched) -> None:
    ref = told(couple)
    with untouched():
        err = couple.refused(f"--as Sam acknowledge {ref}")
    assert "is Sam's own, so it is Ana who receives it" in err
    done = couple.ok(f"acknowledge {ref} thank you for telling me")

    assert f"{ref}  received · Thank you for telling me" in done.out
    with untouched():
        assert "was received on Mon 23 Nov already" in couple.refused(f"acknowledge {ref}")
        assert "own" in couple.refused(f"--as Sam acknowledge {ref}")
    assert "received by Ana, Mon 23 Nov: “thank you for telling me”" in couple.ok(f"show {ref}").out


def test_words_mean_the_one_that_the_other_told(couple: Run) -> None:
    told(couple)
    couple.ok("disclose she called me")

    assert "e2  received" in couple.ok("acknowledge she").out


def test_a_text_with_it_may_come_by_a_pipe(couple: Run) -> None:
    ref = told(couple)
    couple.ok(f"acknowledge {ref} -", stdin="it's good to know\n")

    assert part(couple)["disclosures"][0]["received"]["text"] == "it's good to know"


@pytest.mark.parametrize("ref", ["c1", "e1", "e99", "t1"])
def test_nothing_else_is_received(couple: Run, untouched: Untouched, ref: str) -> None:
    couple.ok("--as Sam commit call")
    couple.ok("--as Sam trigger a late reply")
    with untouched():
        assert "thanks a lot" in couple.refused(f"acknowledge {ref} thanks a lot")


def test_what_was_taken_back_is_not_received(couple: Run, untouched: Untouched) -> None:
    ref = told(couple)
    couple.ok("undo --as Sam")
    with untouched():
        assert "was taken back" in couple.refused(f"acknowledge {ref}")


def test_once_received_it_is_neither_taken_back_nor_put_right(
    couple: Run, untouched: Untouched
) -> None:
    ref = told(couple)
    couple.ok(f"acknowledge {ref}")
    with untouched():
        assert "has answered" in couple.refused("undo --as Sam")
        assert "has answered" in couple.refused(f"--as Sam amend {ref} other words")
    couple.ok("undo")
    assert part(couple)["disclosures"][0]["received"] is None
    assert "put right: She wrote twice" in couple.ok(f"--as Sam amend {ref} she wrote twice").out
    couple.ok(f"acknowledge {ref}")


def test_erased_it_can_still_be_received(couple: Run) -> None:
    ref = told(couple)
    couple.ok(f"--as Sam erase {ref}")
    couple.ok(f"acknowledge {ref}")

    [row] = part(couple)["disclosures"]
    assert (row["text"], row["received"]["by"], row["after"]) == (
        None,
        "Ana",
        "told 40 minutes after",
    )
    assert "erased by its author" in couple.ok("review").out


def test_it_waits_on_the_others_page_until_it_is_received(couple: Run) -> None:
    ref = told(couple)

    waiting = couple.ok("--json").report["waiting"]
    assert [(one["ref"], one["command"]) for one in waiting] == [
        (ref, f"repairlog acknowledge {ref}")
    ]
    assert couple.ok("--as Sam --json").report["waiting"] == []
    assert couple.at("2026-12-08T10:00").ok("--json").report["waiting"]
    couple.ok(f"acknowledge {ref}")
    assert couple.ok("--json").report["waiting"] == []


def test_it_is_carried_in_the_reviews_and_told_on_the_timeline_from_when_it_is_received(
    couple: Run,
) -> None:
    ref = told(couple)
    assert "told unasked" not in couple.ok("timeline").out
    couple.at("2026-12-02T10:00")
    assert [one["ref"] for one in part(couple)["disclosures"]] == [ref]
    assert "carried since 23 November" in couple.ok("review --week today").out
    couple.ok(f"acknowledge {ref}")

    assert "↻  e2 She wrote to me · told unasked by Sam, and received" in couple.ok("timeline").out
    assert [one["ref"] for one in part(couple, "review --week today")["disclosures"]] == [ref]
    couple.at("2026-12-09T10:00")
    assert part(couple, "review --week today")["disclosures"] == []


def test_alone_it_is_kept_and_waits_for_no_one_until_they_join(alone: Run) -> None:
    done = alone.ok("disclose I told nobody --on yesterday")
    assert "acknowledge" not in done.out
    assert "one person in this journal" in alone.refused("acknowledge e2")
    assert part(alone)["disclosures"][0]["asks"] is None
    alone.ok("settings partner Sam")

    assert [one["ref"] for one in alone.ok("--as Sam --json").report["waiting"]] == ["e2"]
    alone.ok("--as Sam acknowledge e2")


def test_a_private_one_stays_in_ones_own_journal(couple: Run, journal_path: Path) -> None:
    couple.ok("disclose what only I know --private")

    assert b"what only I know" not in journal_path.read_bytes()
    assert part(couple)["disclosures"] == []
    assert "What only I know" in couple.ok("review --private").out


# -- apologies -------------------------------------------------------------------------------------


def test_all_that_is_missing_is_named_at_once(couple: Run, untouched: Untouched) -> None:
    with untouched():
        err = couple.refused("apologize", code=2)
        assert "Still to be said: TEXT…, --responsibility, --repair." in err
        err = couple.refused("apologize I hurt you --by friday", code=2)
        assert "Still to be said: --responsibility, --repair." in err
        assert "I hurt you" in err
        err = couple.refused("apologize --responsibility it --repair call --json", code=2)
        assert "Still to be said: TEXT…." in err


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (f"{SORRY} --by someday", 2, "does not read"),
        (f"{SORRY} --by 05/06/2027", 2, "could be"),
        (["apologize", "a\x1b", "--responsibility", "b", "--repair", "c"], 2, "\\x1b"),
        (["apologize", "a", "--responsibility", "\u200b", "--repair", "c"], 2, "empty"),
        ("apologize a --responsibility b --repair", 2, "--repair"),
        (f"{SORRY} --as Kim", 1, "Kim"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(
    couple: Run, untouched: Untouched, line: str | list[str], code: int, said: str
) -> None:
    with untouched():
        assert said in couple.refused(line, code=code)


def test_its_repair_is_a_promise_and_it_is_open_until_that_is_done(couple: Run) -> None:
    done = couple.ok(f"--as Sam {SORRY} --by friday")

    assert "e2  I hurt you · an apology." in done.out
    assert "What you own: I hid it" in done.out
    assert "c1  Tell you first · by Fri 27 Nov · repairs e2." in done.out
    assert "It is complete once c1 is done." in done.out
    assert "Open until its repair c1 is done" in couple.ok("show e2").out
    assert part(couple)["apologies"][0]["state"] == "open until its repair c1 is done"
    assert "open until its repair c1 is done" in couple.ok("export").out
    assert "complete" not in couple.ok("timeline").out

    couple.at("2026-11-25T18:00").ok("--as Sam deliver c1")
    assert "Complete: its repair is done" in couple.ok("show e2").out
    assert "complete: its repair is done" in page(couple, "review --week today")
    assert "(complete: its repair is done)" in couple.ok("export").out
    assert "Wed 25      ↻  e2 I hurt you · an apology, complete" in couple.ok("timeline").out
    assert "c1" not in couple.ok("timeline").out


def test_a_time_that_is_past_is_said_to_be(couple: Run, untouched: Untouched) -> None:
    assert "That is past already." in couple.ok(f"{SORRY} --by today 10:00").out
    assert "past already" not in couple.ok(f"{SORRY} --by today").out
    with untouched():
        assert "tell you first" in couple.refused(f"{SORRY} --by 2026-11-20")


def test_words_alone_and_half_a_deed_leave_it_open(couple: Run) -> None:
    sorry(couple)
    couple.ok("acknowledge e2")
    couple.ok("--as Sam deliver c1 --partly")
    couple.ok("--as Sam add update I have begun --about c1")

    [one] = part(couple)["apologies"]
    assert (one["open"], one["done"]) == (True, None)


def test_a_repair_taken_back_opens_it_again(couple: Run) -> None:
    sorry(couple)
    couple.ok("--as Sam deliver c1")
    assert not part(couple)["apologies"][0]["open"]
    couple.ok("undo --as Sam")
    assert part(couple)["apologies"][0]["open"]


def test_with_more_than_one_repair_it_waits_for_all(couple: Run) -> None:
    sorry(couple)
    couple.ok("--as Sam commit write it down --repairs e2")
    couple.ok("--as Sam deliver c1")
    assert part(couple)["apologies"][0]["state"] == "open until its repair c2 is done"
    couple.ok("--as Sam deliver c2")
    assert part(couple)["apologies"][0]["done"] == "2026-11-23"


def test_a_repair_that_both_let_go_leaves_nothing_open_and_is_no_deed(couple: Run) -> None:
    sorry(couple)
    couple.ok("--as Sam release c1")
    assert part(couple)["apologies"][0]["open"]
    couple.ok("agree c1")

    [one] = part(couple)["apologies"]
    assert (one["open"], one["done"], one["state"]) == (False, None, "its repair was let go")
    assert "complete" not in couple.ok("timeline").out


def test_a_repair_that_was_missed_and_owned_leaves_it_open(couple: Run) -> None:
    sorry(couple, "--by", "today")
    couple.at("2026-11-25T10:00").ok("--as Sam miss c1 --own I put it off")

    [one] = part(couple, "review --week today")["apologies"]
    assert one["open"]
    assert one["state"] == "open: nothing is promised yet to repair it"


def test_forgiveness_may_be_asked_for_and_nobody_has_to_answer(couple: Run) -> None:
    done = couple.ok(f"--as Sam {SORRY} --forgiveness")

    assert "nobody has to answer" in done.out
    assert "asks to be forgiven" in page(couple, "review")
    assert couple.ok("--json").report["waiting"] == []
    assert part(couple)["apologies"][0]["forgiveness"]
    sorry(couple)
    assert not part(couple)["apologies"][1]["forgiveness"]


def test_its_author_does_not_receive_it_and_the_other_does(couple: Run) -> None:
    sorry(couple)

    assert "own" in couple.refused("--as Sam acknowledge e2")
    couple.ok("acknowledge e2 I heard you")
    assert "received by Ana, Mon 23: “I heard you”" in couple.ok("review").out
    assert "already" in couple.refused("acknowledge e2")


def test_one_command_is_taken_back_whole_while_nobody_answered(couple: Run) -> None:
    sorry(couple)
    done = couple.ok("undo --as Sam")
    assert "e2" in done.out
    assert "c1" in done.out
    assert part(couple)["apologies"] == []

    ref, _ = sorry(couple)
    couple.ok(f"acknowledge {ref}")
    assert "has answered" in couple.refused("undo --as Sam")


def test_words_erased_leave_how_it_stands(couple: Run) -> None:
    ref, repair = sorry(couple)
    couple.ok(f"--as Sam erase {ref}")
    couple.ok(f"--as Sam deliver {repair}")

    [one] = part(couple)["apologies"]
    assert (one["text"], one["open"]) == (None, False)
    assert "hid it" not in couple.ok("review").out + couple.ok(f"show {ref}").out


def test_the_first_text_may_come_by_a_pipe(couple: Run) -> None:
    couple.ok("apologize - --responsibility it --repair call", stdin="I'm sorry\n")

    assert part(couple)["apologies"][0]["text"] == "I'm sorry"


def test_a_terminal_is_asked_for_each_and_for_no_details(couple: Run) -> None:
    with Sitting(["apologize"]) as sitting:
        sitting.sees("no details are needed")
        sitting.type("I hurt you")
        sitting.sees("yours to own")
        sitting.type("I hid it")
        sitting.sees("to repair it?")
        sitting.type("tell you first")
        sitting.sees("By when?")
        sitting.type("")
        assert sitting.ends() == 0
        assert "It is complete once c1 is done." in sitting.words

    assert part(couple)["apologies"][0]["responsibility"] == "I hid it"


def test_what_was_typed_is_shown_back_when_one_stops_half_way(
    couple: Run, untouched: Untouched
) -> None:
    with untouched(), Sitting(["apologize"]) as sitting:
        sitting.sees("no details are needed")
        sitting.type("I hurt you")
        sitting.sees("yours to own")
        sitting.press(CTRL_C)
        assert sitting.ends() == 130
        assert "Not saved: I hurt you" in sitting.words


# -- setbacks --------------------------------------------------------------------------------------


def test_a_setback_needs_a_plan(couple: Run, untouched: Untouched) -> None:
    with untouched():
        err = couple.refused("setback I fell back", code=2)
        assert "Still to be said: --plan." in err
        assert "I fell back" in err
        assert "TEXT…, --plan" in couple.refused("setback", code=2)


def test_its_plan_takes_both_and_then_binds(couple: Run, untouched: Untouched) -> None:
    done = couple.ok(f"--as Sam {FELL} --by friday")

    assert "e2  I hid my phone again · a setback." in done.out
    assert "c1  Leave it on the shelf · by Fri 27 Nov · version 1 of the plan." in done.out
    assert "p1: waits for Ana" in done.out
    assert "waits for Ana" in part(couple)["setbacks"][0]["state"]
    with untouched():
        err = couple.refused("--as Sam deliver c1")
        assert "c1 waits for Ana's yes" in err
        assert "own proposal" in couple.refused("--as Sam agree c1")
    couple.ok("agree c1")
    assert "agreed by both" in part(couple)["setbacks"][0]["state"]
    couple.ok("--as Sam deliver c1")
    [one] = part(couple)["setbacks"]
    assert (one["open"], one["state"]) == (False, "version 1 of the plan, done")


@pytest.mark.parametrize("which", range(3))
def test_the_other_agrees_by_any_of_its_references(couple: Run, which: int) -> None:
    refs = fell(couple)
    couple.ok(f"agree {refs[which]}")

    assert part(couple)["setbacks"][0]["plan"]["agreed"] == "2026-11-23"
    assert "agreed already" in couple.refused(f"agree {refs[2]}")


def figures(run: Run, ref: str) -> Any:
    """A promise as the ledger has it."""
    rows = run.ok("ledger --json").report["commitments"]
    return next(row for row in rows if row["ref"] == ref)


def test_earlier_progress_stands_through_every_version(couple: Run) -> None:
    couple.ok("--as Sam commit text when leaving --every weekday --at 18:30")
    for day in ("23", "24", "25"):
        couple.at(f"2026-11-{day}T18:20").ok("--as Sam deliver text")
    before = figures(couple.at("2026-11-26T19:00"), "c1")
    done = couple.ok("--as Sam setback I let it slide --about c1 --plan set an alarm")
    assert "What was done of it before stands: three times." in done.out
    assert "version 2 of the plan" in done.out
    couple.ok("agree c2")
    couple.ok("--as Sam deliver c2")
    assert figures(couple, "c1") == before
    again = couple.at("2026-11-27T19:00").ok("--as Sam setback once more --about c2 --plan ask Ana")
    assert "version 3 of the plan" in again.out
    assert "What was done of it before stands: four times." in again.out

    [setback] = [one["ref"] for one in part(couple)["setbacks"]][:1]
    for ref in ("c1", "c2", "c3", setback):
        plans = shown(couple, ref)["plans"]
        assert [(one["version"], one["done"]) for one in plans] == [(1, 3), (2, 1), (3, 0)], ref
    whole = couple.ok("show c1").out
    assert "THE PLAN, THE NEWEST VERSION FIRST" in whole
    assert whole.index("3, from Fri 27 Nov") < whole.index("2, from Thu 26 Nov, agreed by both")
    assert "done three times so far" in whole
    timeline = page(couple, "timeline")
    assert "a setback, second version of the plan" in timeline
    assert "a setback, third version of the plan" in timeline


def test_a_declined_plan_asks_nothing_of_anyone_and_may_be_followed_by_another(
    couple: Run,
) -> None:
    ref, plan, proposal = fell(couple, "--by", "friday")
    couple.ok(f"decline {proposal} --why it is too soon")

    assert "declined; another can be proposed" in part(couple)["setbacks"][0]["state"]
    assert couple.ok("ledger --json").report["commitments"] == []
    err = couple.refused(f"--as Sam deliver {plan}")
    assert f"setback TEXT… --about {ref} --plan TEXT" in err
    assert "declined" in couple.refused(f"agree {proposal}")
    later = couple.ok(f"--as Sam setback still there --about {ref} --plan a smaller step")
    assert "version 2 of the plan" in later.out
    couple.ok("agree c2")
    states = [one["state"] for one in shown(couple, ref)["plans"]]
    assert states == ["declined", "agreed"]


@pytest.mark.parametrize("thing", ["b1", "e5", "t1", "c1", "e7"])
def test_it_may_be_about_whatever_was_set_back(couple: Run, thing: str) -> None:
    couple.ok("boundary add we ask --means I ask")
    couple.ok("--as Sam agree b1")
    couple.ok("boundary crossed b1 --what it hurt")
    couple.ok("--as Sam trigger a late reply")
    couple.ok(f"--as Sam {SORRY}")
    refs = {row["kind"]: row["ref"] for row in couple.ok("log --all --json").report["entries"]}
    named = {"e5": refs["crossing"], "e7": refs["apology"]}.get(thing, thing)

    done = couple.ok(f"--as Sam {FELL} --about {named}")
    assert f"about {named} · a setback." in done.out


@pytest.mark.parametrize("ref", ["p1", "e1", "e99"])
def test_nothing_else_is_set_back(couple: Run, untouched: Untouched, ref: str) -> None:
    couple.ok("boundary add we ask --means I ask")
    with untouched():
        assert "I hid my phone again" in couple.refused(f"{FELL} --about {ref}")


def test_what_set_back_the_others_own_is_theirs_to_say(couple: Run, untouched: Untouched) -> None:
    sorry(couple)
    with untouched():
        assert "so Sam says what set it back" in couple.refused(f"{FELL} --about c1")
        assert "so Sam says what set it back" in couple.refused(f"{FELL} --about e2")


def test_what_was_let_go_is_not_set_back(couple: Run, untouched: Untouched) -> None:
    couple.ok("commit call")
    couple.ok("release c1")
    couple.ok("--as Sam agree c1")
    couple.ok("boundary add we ask --means I ask")
    couple.ok("boundary retire b1")
    with untouched():
        assert "was released" in couple.refused(f"{FELL} --about c1")
        assert "was retired" in couple.refused(f"{FELL} --about b1")


def test_it_is_taken_back_whole_until_the_other_answers(couple: Run) -> None:
    fell(couple)
    couple.ok("undo --as Sam")
    assert part(couple)["setbacks"] == []
    assert couple.ok("--json").report["waiting"] == []

    fell(couple)
    couple.ok("agree p2")
    assert "has answered" in couple.refused("undo --as Sam")
    assert "Both agreed to c2" in couple.refused("--as Sam amend c2 something else")


def test_alone_the_plan_stands_at_once_and_later_waits_for_who_joins(alone: Run) -> None:
    done = alone.ok(FELL)
    assert "it stands as your own" in done.out
    assert part(alone)["setbacks"][0]["state"] == "version 1 of the plan"
    alone.ok("settings partner Sam")

    assert [one["ref"] for one in alone.ok("--as Sam --json").report["waiting"]] == ["p1"]
    alone.ok("deliver c1")
    alone.ok("--as Sam agree p1")
    assert part(alone)["setbacks"][0]["state"] == "version 1 of the plan, done"


def test_as_of_an_earlier_day_the_plan_was_not_agreed_yet(couple: Run) -> None:
    fell(couple)
    couple.at("2026-11-25T18:00").ok("agree c1")

    def refs(moment: str) -> list[str]:
        rows = couple.ok(f"ledger --as-of '{moment}' --json").report["commitments"]
        return [row["ref"] for row in rows]

    assert (refs("24 nov"), refs("today")) == ([], ["c1"])


def test_together_the_other_answers_at_the_same_terminal(couple: Run) -> None:
    line = ["--as", "Sam", *FELL.split(), "--together"]
    with Sitting(line) as sitting:
        sitting.sees("Ana, do you agree? plan: leave it on the shelf")
        sitting.type("y")
        assert sitting.ends() == 0
        assert "Ana agreed." in sitting.words

    assert part(couple)["setbacks"][0]["plan"]["state"] == "agreed"


# -- what comes up by itself -----------------------------------------------------------------------


def test_what_was_done_unasked_is_on_the_others_page_for_some_days(couple: Run) -> None:
    sorry(couple)
    couple.at("2026-11-24T18:00").ok("--as Sam add update I called, they call back --about c1")
    couple.at("2026-11-25T09:00")
    [news] = couple.ok("--json").report["repairs"]
    assert (news["sort"], news["ref"], news["who"]) == ("told", "c1", "Sam")
    assert "I called, they call back" in couple.ok().out
    assert "I called, they call back" in couple.ok("review --week today").out
    assert couple.ok("--as Sam --json").report["repairs"] == []

    couple.ok("--as Sam deliver c1")
    assert [one["sort"] for one in couple.ok("--json").report["repairs"]] == ["done", "told"]
    couple.at("2026-11-30T09:00")
    assert couple.ok("--json").report["repairs"] == []


def test_a_repair_of_which_nothing_was_said_for_a_week_comes_up(couple: Run) -> None:
    sorry(couple, "--by", "20 december")
    couple.at("2026-11-29T18:00")
    assert couple.ok("--json").report["repairs"] == []
    assert part(couple)["silent"] == []
    couple.at("2026-11-30T18:00")
    assert [one["sort"] for one in couple.ok("--json").report["repairs"]] == ["silent"]
    assert "nothing said since Mon 23 Nov" in couple.ok().out
    assert [one["repairs"] for one in part(couple, "review --week today")["silent"]] == ["e2"]
    couple.ok("--as Sam add update it goes on --about e2")
    assert part(couple, "review --week today")["silent"] == []


def test_an_apology_without_a_step_comes_up(couple: Run) -> None:
    sorry(couple, "--by", "today")
    couple.at("2026-11-25T10:00").ok("--as Sam miss c1 --own I put it off")

    assert [one["sort"] for one in couple.ok("--json").report["repairs"]] == ["unplanned"]
    assert "no step yet" in couple.ok().out
    couple.ok("--as Sam commit call today --repairs e2")
    assert couple.ok("--json").report["repairs"] == []


def test_todays_page_stays_a_dozen_lines(couple: Run) -> None:
    for number in range(4):
        couple.ok(f"--as Sam disclose number {number}")
        sorry(couple, "--by", "24 november")
        couple.ok(f"commit call {number} --by today")
    couple.ok("boundary add we ask --means I ask")
    couple.ok("add memory the night train")
    couple.ok("checkin daily --safety 4")
    for day in ("23", "25", "30"):
        today = couple.at(f"2026-11-{day}T19:00").ok().out
        assert len(today.splitlines()) <= 12, today


# -- joint projects --------------------------------------------------------------------------------


def test_a_promise_may_be_a_step_of_a_project_and_repairs_nothing(couple: Run) -> None:
    begun = couple.ok("add project build the raised beds")
    assert "A step of it: repairlog commit TEXT… --project e2" in begun.out
    done = couple.ok("commit buy the wood --project beds --by friday")

    assert "c1  Buy the wood · by Fri 27 Nov · a step of e2." in done.out
    assert "a step of e2, a joint project" in page(couple, "ledger")
    assert "repairs" not in couple.ok("ledger").out
    couple.ok("deliver c1")
    assert couple.ok("--json").report["repairs"] == []
    assert "↻  c1" not in couple.ok("timeline").out


def test_a_project_with_the_steps_of_one_only_is_pointed_out(couple: Run) -> None:
    couple.ok("add project build the raised beds")
    assert "none yet: repairlog commit TEXT… --project e2" in couple.ok("show e2").out
    couple.ok("commit buy the wood --project e2")
    hint = "So far its steps are Ana's; one of Sam's would make it joint."
    for line in ("review", "show e2", "export"):
        assert hint in page(couple, line), line
    assert couple.ok("review --json").report["projects"][0]["hint"] == hint

    couple.ok("--as Sam commit saw it --project 2")
    for line in ("review", "show e2", "export"):
        assert "would make it joint" not in couple.ok(line).out, line
    steps = couple.ok("review --json").report["projects"][0]["steps"]
    assert [step["ref"] for step in steps] == ["c1", "c2"]


def test_alone_a_project_needs_no_other(alone: Run) -> None:
    alone.ok("add project build the raised beds")
    alone.ok("commit buy the wood --project e2")

    assert "joint." not in alone.ok("review").out


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("commit saw it --project e2 --repairs t1", 2, "do not stand together"),
        ("commit saw it --project e3", 1, "not a project"),
        ("commit saw it --project e99", 1, "no e99"),
        ("commit saw it --project nothing", 1, "fits no project"),
        ("commit saw it --project build", 1, "fits 2 projects"),
    ],
)
def test_what_is_no_project_is_told(
    couple: Run, untouched: Untouched, line: str, code: int, said: str
) -> None:
    couple.ok("add project build the raised beds")
    couple.ok("add value we tell each other first")
    couple.ok("add project build a shed")
    couple.ok("trigger a late reply")
    with untouched():
        err = couple.refused(line, code=code)
    assert said in err
    assert "saw it" in err


def test_a_crossed_boundary_is_repaired_by_its_own_reference(couple: Run) -> None:
    couple.ok("boundary add we ask --means I ask")
    couple.ok("--as Sam agree b1")
    couple.ok("boundary crossed b1 --what it hurt")
    done = couple.ok("--as Sam commit talk about it --repairs b1")

    assert "repairs b1." in done.out
    [crossing] = couple.ok("review --json").report["boundaries"]["crossed"]
    assert [step["ref"] for step in crossing["steps"]] == ["c1"]
    assert "still open" in couple.refused("boundary repaired b1")


# -- what is shared comes back ---------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["value", "goal", "memory", "ritual"])
def test_one_shared_thing_comes_back_in_each_review(couple: Run, kind: str) -> None:
    couple.ok(f"add {kind} the night train")
    couple.at("2026-12-16T10:00")

    assert f"A shared {kind}, from November 2026" in couple.ok("review").out
    assert couple.ok("review --json").report["shared"]["text"] == "the night train"
    assert f"a shared {kind}, from Mon 23 Nov: “the night train”" in couple.ok("export").out


# -- what is asked, and what others read -----------------------------------------------------------


def test_no_question_and_no_help_asks_for_what_happened(couple: Run) -> None:
    kinds = (agenda.ToReceive, agenda.ToRepair, agenda.HowFar, agenda.ToMend)
    commands = ("disclose", "acknowledge", "apologize", "setback")
    asked = [one.ask for one in (*repair.APOLOGY, *repair.SETBACK)]
    asked += [forms.PLAIN[kind][0] for kind in kinds]
    asked += [couple.ok(f"{command} --help").out for command in commands]
    for text in asked:
        for word in ("what happened", "what exactly", "describe", "in detail", "every detail"):
            assert word not in text.lower()


def test_another_reads_ones_own_words_only_with_consent(couple: Run) -> None:
    told(couple)
    sorry(couple)
    couple.ok("--as Sam setback I fell back --plan stop at the gate")
    couple.ok("--as Sam commit write it down --repairs e3")
    couple.ok("agree e4")
    couple.ok("acknowledge e2 thank you")
    words = ("she wrote to me", "I hurt you", "I hid it", "tell you first", "I fell back")

    shown = couple.ok("export --for therapist").out
    assert not [text for text in words if text in shown]
    assert "stop at the gate" in shown  # to which both agreed
    assert "thank you" in shown
    assert "told unasked, 40 minutes after" in shown
    couple.ok("--as Sam consent export")
    shown = couple.ok("export --for therapist").out
    assert [text for text in words if text not in shown] == []
