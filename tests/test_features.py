"""What the article asks, and what answers it: every feature, as two people would try it.

Each test is named by the number of its feature and quotes the sentence that it answers. Sam repairs
and Ana was hurt; both type at one account, through twelve weeks of a clock that moves, and look for
what they wrote where one would look for it.
"""

# ruff: noqa: RUF002  (the article is quoted with its own hyphens)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.program import Run
from tests.sitting import ENTER, Sitting

MONDAY = date(2026, 8, 31)  # of the first week; in the eighth, summer time ends
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


@dataclass(frozen=True, slots=True)
class Person:
    """One of the two, at the keyboard."""

    name: str
    run: Run

    def __call__(self, line: str) -> Page:
        """Type a line that goes through; what it answers, as running text."""
        return Page(self.run.ok(self._mine(line)).out)

    def ref(self, line: str, place: int = 0) -> str:
        """Type a line that writes something; the reference of that."""
        written = self.run.ok(f"{self._mine(line)} --json").report["written"]
        return str(written[place]["ref"])

    def refused(self, line: str, *, code: int = 1) -> Page:
        """Type a line that is turned down; what it is told."""
        return Page(self.run.refused(self._mine(line), code=code))

    def heeds(self, line: str) -> Page:
        """Type a line that is saved; what is said beside it: a nudge, or nothing."""
        return Page(self.run.ok(self._mine(line)).err)

    def _mine(self, line: str) -> str:
        return f"{line} --as {self.name}"


class Two:
    """Sam and Ana, on a clock that moves."""

    def __init__(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        self.run = run
        self.sam, self.ana = Person("Sam", run), Person("Ana", run)
        monkeypatch.setenv("COLUMNS", "140")
        self.at(1, MON, "07:00")
        run.ok("init Sam Ana --repairing Sam --hurt Ana")

    def at(self, week: int, day: int = MON, clock: str = "20:00") -> None:
        """Let it be this time of this day; weeks count from 1."""
        self.run.at(f"{self.day(week, day)}T{clock}")

    @staticmethod
    def day(week: int, day: int = MON) -> date:
        """The date of a day of the twelve weeks."""
        return MONDAY + timedelta(weeks=week - 1, days=day)

    def page(self, line: str, by: str = "Sam") -> Page:
        """A page, as running text."""
        return Page(self.run.ok(f"{line} --as {by}").out)

    def review(self) -> Page:
        """The page of this week."""
        return self.page("review --no-input --week today")

    def export(self, *words: str, by: str = "Sam") -> Page:
        """The summary of this week."""
        return self.page(" ".join(["export --week today", *words]), by)

    def report(self, line: str) -> Any:
        """What a page says to a program."""
        return self.run.ok(f"{line} --json").report

    def agreed(self, by: Person, line: str, place: int = 0) -> str:
        """One proposes, the other says yes; the reference of what was proposed."""
        ref = by.ref(line, place)
        other = self.ana if by is self.sam else self.sam
        other(f"agree {ref}")
        return ref


LEGEND = re.compile(r"^ *(?:[^\w\s] [a-z]+(?: [a-z]+)*(?: {2,}|$)){2,}", re.M)


class Page(str):
    """A page as running text, however its lines were broken, and without the legend of its signs;
    large letters are as small ones, since a page begins a sentence with one."""

    __slots__ = ()

    def __new__(cls, text: str) -> Page:
        return super().__new__(cls, " ".join(LEGEND.sub("", text).split()))

    def __contains__(self, words: object) -> bool:
        return str(words).casefold() in self.casefold()


@pytest.fixture
def two(run: Run, monkeypatch: pytest.MonkeyPatch) -> Two:
    return Two(run, monkeypatch)


def steady(two: Two, ref: str, weeks: range, days: str = "1111111", clock: str = "17:30") -> None:
    """Deliver a promise on the days of these weeks that are marked with 1."""
    for week in weeks:
        for day, mark in enumerate(days):
            if mark == "1":
                two.at(week, day, clock)
                two.sam(f"deliver {ref}")


# -- harm, needs, pace ----------------------------------------------------------------------------


def test_01_harm_is_acknowledged_and_comes_back_word_for_word(two: Two) -> None:
    """“acknowledging harm, and clarifying expectations without excuses”"""
    two.at(2, TUE)
    told = two.sam.ref("disclose I answered a message from that time --on yesterday 12:00")
    sorry = two.sam.ref(
        "apologize for the evenings you had to guess --responsibility I chose not to tell you "
        "--repair write down what I understand --by sunday"
    )
    two.ana(f"acknowledge {told} it was hard to hear, and better than to find")

    assert "I answered a message from that time" in two.page(f"show {told}")
    assert "it was hard to hear, and better than to find" in two.page(f"show {told}")
    assert "I chose not to tell you" in two.page(f"show {sorry}")
    for page in (two.review(), two.export()):
        assert "I answered a message from that time" in page
        assert "I chose not to tell you" in page


def test_01_an_excuse_is_met_with_a_gentler_form_and_saved_as_it_is(two: Two) -> None:
    """“clarifying expectations without excuses”"""
    excuse = "I am sorry that I lied, but you were never at home"
    nudge = two.sam.heeds(f"add note {excuse}")

    assert nudge
    assert excuse in two.page("log")
    assert not two.sam.heeds("add note I am sorry that I lied to you about the evening")


def test_02_a_need_is_said_and_its_answer_stands_with_it(two: Two) -> None:
    """“articulating what you need moving forward”"""
    two.at(2, TUE)
    need = two.ana.ref("add need a quiet half hour after work")
    assert need in two.page("today")
    two.at(2, WED)
    two.sam(f"answer {need} I take the children until half past six")
    promise = two.sam.ref("commit playground until 18:30 --every weekday --need a quiet half hour")

    for page in (two.review(), two.page(f"show {need}"), two.export()):
        assert "I take the children until half past six" in page
    assert "a quiet half hour" in two.page(f"show {promise}")
    assert need not in two.page("today")


def test_02_declining_is_not_held_against_anyone(two: Two) -> None:
    """“articulating what you need moving forward”"""
    two.sam("commit text when leaving work --every weekday --at 18:00")
    two.at(2)
    asked = two.sam.ref("renegotiate c1 --at 19:00 --every weekday --why the late shift")
    assert "all right" in two.ana(f"decline {asked} --why six still matters to me")
    two.at(2, SUN)

    for page in ("ledger", "timeline", "review --no-input"):
        assert "declin" not in two.page(page)
    assert "six still matters to me" in two.page(f"show {asked}")


def test_03_the_hurt_partner_sets_the_pace(two: Two) -> None:
    """“the hurt partner may set pacing that suits their emotional recovery”"""
    two.sam("commit bring the letter --by wednesday")
    two.sam("commit text when leaving work --every weekday --at 18:00")
    two.at(1, MON, "17:45")
    two.sam("deliver text")
    two.at(1, TUE, "12:00")
    assert "Ana" in two.sam.refused("pace hold --until friday")
    assert "Ana" in two.sam.refused("pace slow --until friday")
    assert "--until" in two.ana.refused("pace hold", code=2)
    two.ana("pace hold --until friday --why I need to sleep")

    two.at(1, THU)
    once, again = two.report("ledger --since monday")["commitments"]
    assert once["standing"] == "open"
    assert again["missed"] == again["owned"] == 0
    assert "as Ana asked" in two.page("timeline")
    two.ana("pace lift")
    two.ana("pace slow --until sunday --why a heavy week")
    for page in ("today", "ledger", "timeline", "review --no-input"):
        assert "slow" in two.page(page)


def test_04_milestones_and_concrete_timelines_are_agreed(two: Two) -> None:
    """“agreed milestones, concrete timelines”"""
    two.at(2)
    milestone = two.sam.ref("milestone add a hundred days --by 9 december")
    assert "not agreed yet" in two.page("milestone")
    assert "planned: a hundred days" not in two.page("timeline")
    assert milestone in two.page("today", by="Ana")

    two.ana(f"agree {milestone}")
    assert "not agreed yet" not in two.page("milestone")
    assert "planned: a hundred days, for Wed 9 Dec" in two.page("timeline")
    assert "a hundred days" in two.page("agreement").casefold()


def test_05_a_doubt_is_carried_from_review_to_review_until_it_is_answered(two: Two) -> None:
    """“surface doubts before they become resentments”"""
    two.at(2, WED)
    doubt = two.ana.ref("add doubt I still check the clock at six")
    for week in (2, 3, 4):
        two.at(week, SUN)
        assert "I still check the clock at six" in two.review()
    assert "carried since" in two.review()
    assert "Sam" in two.ana.refused(f"answer {doubt} it will pass")

    two.at(5, MON)
    two.sam(f"answer {doubt} I will text before six")
    two.at(5, SUN)
    assert "I will text before six" in two.review()
    two.at(6, SUN)
    assert "check the clock" not in two.review()


# -- boundaries -----------------------------------------------------------------------------------


def test_06_nonnegotiables_are_named_by_what_they_guard(two: Two) -> None:
    """“naming nonnegotiables—privacy, honesty, and space”"""
    for value, text in (
        ("privacy", "we ask before we open a phone"),
        ("honesty", "hard things are told first"),
        ("space", "either may leave a loud talk"),
        ("privacy", "letters are opened by whose they are"),
    ):
        two.agreed(two.ana, f"boundary add {text} --value {value} --means we do so")

    listed = two.page("boundary list").casefold()
    order = ("honesty", "hard things", "privacy", "open a phone", "letters", "space", "loud talk")
    places = [listed.index(words) for words in order]
    assert places == sorted(places)


def test_07_a_boundary_without_a_behaviour_stays_a_draft(two: Two) -> None:
    """“and then translate them into practical behaviors”"""
    draft = two.ana.ref("boundary add honesty first --value honesty")
    assert "draft" in two.page("boundary list")
    two.sam.refused(f"agree {draft}")
    two.sam.refused(f"boundary crossed {draft} --what it was not told")

    two.ana(f"boundary revise {draft} --means we tell it the same evening")
    two.sam(f"agree {draft}")
    assert "draft" not in two.page("boundary list")
    assert "we tell it the same evening" in two.page("agreement")


def test_08_what_does_not_feel_attainable_comes_up_at_the_revisit(two: Two) -> None:
    """“agree on specifics that feel attainable”"""
    boundary = two.ana.ref(
        "boundary add we answer within the hour --means a word is enough --revisit in 3 weeks"
    )
    two.sam(f"agree {boundary} --attainable 2")
    assert "2 of 10" in two.page("agreement")
    two.at(4, MON)
    with Sitting(["agreement", "revisit"], columns=100, lines=40) as seat:
        seat.sees("we answer within the hour", "2 of 10")
        assert "other words" in seat.words


def test_09_steady_acts_outrank_one_grand_one(two: Two) -> None:
    """“Consistency matters more than intensity”"""
    small = two.sam.ref("commit a word before I leave --every day")
    grand = two.sam.ref("commit a weekend by the sea --every sunday")
    steady(two, small, range(1, 13), "1111011")
    two.at(3, SUN, "10:00")
    for _ in range(9):
        two.sam(f"deliver {grand}")
    two.at(12, SUN, "23:00")
    by_ref = {c["ref"]: c for c in two.report("ledger")["commitments"]}

    assert by_ref[small]["steadiness"] > 3 * by_ref[grand]["steadiness"]
    assert by_ref[grand]["extra"] == 8
    assert by_ref[grand]["kept"] == 1
    page = two.page("ledger")
    assert "steady" in page
    assert "best" not in page


def test_09_a_slip_dents_and_never_resets(two: Two) -> None:
    """“a steady pattern of reliable acts builds confidence”"""
    promise = two.sam.ref("commit a word before I leave --every day")
    steady(two, promise, range(1, 9))
    two.at(8, SUN, "23:30")
    [before] = two.report("ledger")["commitments"]
    two.at(9, WED, "12:00")
    [after] = two.report("ledger")["commitments"]

    assert after["missed"] == 2
    assert before["steadiness"] > after["steadiness"] > 0.8 * before["steadiness"]
    assert after["rate_28d"] >= 0.9


def crossed(two: Two, week: int, by: Person | None = None) -> tuple[str, str]:
    """An agreed boundary that was crossed; both references."""
    boundary = two.agreed(
        two.ana, "boundary add we ask before we open a phone --means each hands over their own"
    )
    two.at(week, WED)
    return boundary, (by or two.ana).ref(f"boundary crossed {boundary} --what mine was read")


def test_10_a_crossing_is_met_with_the_boundary_and_corrective_steps(two: Two) -> None:
    """“minimal drama, restating the boundary, and outlining corrective steps”"""
    two.at(2)
    boundary = two.ana.ref(
        "boundary add we ask before we open a phone --means each hands over their own"
    )
    two.sam(f"agree {boundary}")
    two.at(3, WED)
    said = two.ana(f"boundary crossed {boundary} --what mine was read")
    assert "we ask before we open a phone" in said.casefold()

    step = two.sam.ref(f"boundary step {boundary} ask out loud each time --by sunday")
    two.ana.refused(f"boundary repaired {boundary}")
    for page in (two.review(), two.page(f"boundary show {boundary}"), two.export()):
        assert "ask out loud each time" in page
        assert "Sun" in page
    two.at(3, SAT)
    two.sam(f"deliver {step}")
    two.ana(f"boundary repaired {boundary}")
    assert "repaired" in two.page("timeline")


def test_11_nothing_asks_for_the_details(two: Two) -> None:
    """“The goal is not to replay every detail but to illuminate the underlying impact on trust”"""
    boundary, _ = crossed(two, 2)
    told = [two.run.ok(f"{name} --help").out.casefold() for name in WRITING]

    for text in told:
        for asks in re.findall(r"[^.\n]*(?:detail|exactly what|describe|replay)[^.\n]*", text):
            assert "no detail" in asks, asks
    assert "effect" in two.run.ok("trigger add --help").out
    with Sitting(["boundary", "crossed", boundary, "--as", "Sam"], columns=100, lines=40) as seat:
        seat.sees("What did it do to you", "details are needed")


WRITING = (
    *("boundary crossed", "boundary step", "trigger add", "trigger meant", "trigger settle"),
    *("miss", "disclose", "apologize", "setback", "checkin", "talk add", "acknowledge", "confirm"),
)


def test_12_feelings_are_owned_and_blame_is_met_gently(two: Two) -> None:
    """“use “I” statements to own your feelings and avoid weaponizing blame”"""
    two.at(2, TUE)
    said = "You always leave me alone with it"
    blame = two.run.ok(["talk", "the evening", "--said", said, "--as", "Ana"])
    assert blame.err.strip()
    assert said in two.page("talk list") or said in two.review()

    own = "I felt lonely on Tuesday, and I would like an evening with you"
    assert not two.run.ok(["talk", "the evening", "--said", own, "--as", "Ana"]).err.strip()


def test_13_updates_stand_with_the_promise_and_in_the_review(two: Two) -> None:
    """“regular, nondefensive updates about changes they are implementing”"""
    promise = two.sam.ref("commit text when leaving work --every weekday --at 18:00")
    two.at(2, TUE)
    two.sam(f"add update I moved the late meeting to the morning --about {promise}")

    for page in (two.page(f"show {promise}"), two.review(), two.export()):
        assert "I moved the late meeting to the morning" in page


# -- conversations --------------------------------------------------------------------------------


def test_14_only_the_speaker_confirms_what_was_heard_and_every_round_is_kept(two: Two) -> None:
    """“paraphrasing what was heard to verify understanding”"""
    two.at(2, WED)
    talk = two.ana.ref("talk the late reply --said I was afraid --heard you forgot the time")
    assert "Sam" in two.ana.refused(f"confirm {talk}")
    assert talk in two.page("today")
    two.sam(f"confirm {talk} --correct I was ashamed of the time")
    two.sam.refused(f"confirm {talk}")
    second = two.ana.ref(f"talk heard {talk} you were ashamed of the time")
    two.ana.refused(f"confirm {second}")
    two.sam(f"confirm {second}")

    for page in (two.review(), two.page(f"show {talk}"), two.export()):
        for words in ("you forgot the time", "I was ashamed of the time", "you were ashamed"):
            assert words in page


def test_15_both_accounts_stand_beside_each_other_and_a_summary_takes_both(two: Two) -> None:
    """“a shared narrative rather than competing interpretations”"""
    two.at(2, WED)
    talk = two.ana.ref("talk the late reply --said I was afraid")
    two.sam(f"talk the late reply --said I was ashamed --about {talk}")
    summary = two.sam.ref(f"talk summary {talk} we were both alone with it")
    two.sam.refused(f"agree {summary}")
    for page in (two.review(), two.export()):
        assert "I was afraid" in page
        assert "I was ashamed" in page

    two.ana(f"agree {summary}")
    for page in (two.review(), two.page(f"show {talk}"), two.export()):
        for words in ("I was afraid", "I was ashamed", "we were both alone with it"):
            assert words in page


def test_15_a_trigger_has_two_accounts_and_a_joint_summary_too(two: Two) -> None:
    """“a shared narrative rather than competing interpretations”"""
    two.at(2, WED)
    trigger = two.ana.ref("trigger a late reply --effect I was back in August")
    two.sam(f"trigger meant {trigger} I was on the train")
    two.agreed(two.sam, f"talk summary {trigger} a train and an old fear met")

    page = two.review()
    for words in ("I was back in August", "I was on the train", "train and an old fear met"):
        assert words in page


# -- privacy --------------------------------------------------------------------------------------


def test_16_what_is_private_is_nowhere_else(two: Two, tmp_path: Path, journal_path: Path) -> None:
    """“respecting privacy limits agreed upon by both people”"""
    two.at(2, TUE)
    two.ana("add note a zebra in my dream --private")
    two.ana("add care the zebra again, at the zoo")
    two.sam("add note the kitchen is painted")
    backup = tmp_path / "copy.db"
    two.run.ok(["backup", str(backup)])

    for page in (*PAGES[:-2], "search kitchen"):
        for by in ("Sam", "Ana"):
            assert "zebra" not in two.page(page, by=by)
    assert "is painted" in two.page("search kitchen")
    assert "dream" not in two.page("search zebra")
    assert "zebra" not in two.run.ok("export --format json").out
    for file in (journal_path, journal_path.with_name(f"{journal_path.name}-wal"), backup):
        assert not file.exists() or b"zebra" not in file.read_bytes()
    assert "zebra" in two.page("log --private", by="Ana")
    assert "zebra" not in two.run("log --private --as Sam").out


def test_16_an_export_holds_anothers_words_only_while_they_consent(two: Two) -> None:
    """“respecting privacy limits agreed upon by both people”"""
    two.at(2, TUE)
    two.ana("add doubt I still check the clock at six")
    for whom in ("partner", "therapist"):
        assert "check the clock" not in two.export(f"--for {whom}")
    assert "check the clock" in two.export("--for me")

    two.ana("consent export")
    assert "check the clock" in two.export("--for therapist")
    two.ana("consent export --withdraw")
    assert "check the clock" not in two.export("--for therapist")
    assert "check the clock" in two.export("--for therapist", by="Ana")


# -- words and deeds ------------------------------------------------------------------------------


def test_17_commitments_are_documented_and_a_week_without_review_is_shown(two: Two) -> None:
    """“document commitments and review them weekly”"""
    two.sam("commit text when leaving work --every weekday --at 18:00")
    two.at(1, SUN)
    held()
    assert "reviewed on Sun 6 by Sam and Ana" in two.review()
    two.at(2, WED, "17:50")
    two.sam("deliver text")
    two.at(3, WED)

    assert "the week before was not reviewed" in two.review()
    assert "reviews ●○" in two.page("timeline")


def held() -> None:
    """The review of this week at a terminal, gone through to its end; everything else for later."""
    with Sitting(["review"], columns=100, lines=40) as seat:
        seat.sees("1 of ")
        last = int(re.findall(r"1 of (\d+)", seat.words)[0])
        for place in range(1, last):
            seat.sees(f"{place} of {last}")
            seat.press(ENTER)
        seat.sees("left for later.")
        seat.press(ENTER)
        seat.sees("who was present?")
        seat.press("y")
        seat.ends()


def test_18_promised_delivered_challenging_in_review_ledger_and_export(two: Two) -> None:
    """“what was promised, what was delivered, what remains challenging”"""
    two.sam("commit text when leaving work --every weekday --at 18:00")
    two.sam("commit Sunday plan --every sunday")
    for day in (MON, TUE, THU):
        two.at(1, day, "17:45")
        two.sam("deliver c1")
    two.at(1, SUN)
    for page in (two.review(), two.export()):
        for part in ("what was promised", "delivered", "what remains challenging"):
            assert part in page.casefold()
    report = two.report("review --no-input")
    assert [p["ref"] for p in report["promised"]] == ["c1", "c2"]
    assert len(report["delivered"]) == 3
    assert any(c["ref"] == "c1" for c in report["challenging"])

    two.at(2, SUN)
    [carried] = [
        c
        for c in two.report("review --no-input --week today")["challenging"]
        if c["ref"] == "c1" and c["carried"]
    ]
    assert carried["days"]
    two.sam(f"miss c1 --for {two.day(1, WED)} --own I let it slide")
    two.sam(f"miss c1 --for {two.day(1, FRI)} --own I let it slide again")
    two.at(3, SUN)
    for entry in two.report("review --no-input --week today")["challenging"]:
        assert str(two.day(1, WED)) not in entry["days"]


def test_19_what_was_misread_shows_its_age_until_it_is_cleared(two: Two) -> None:
    """“address them promptly rather than letting ambiguity fester”"""
    two.at(2, WED)
    misread = two.ana.ref("add misread I took the short reply for anger")
    other = two.sam.ref("add misread I took your silence for a verdict")
    two.at(3, SUN)
    page = two.review()
    assert "I took the short reply for anger" in page
    assert "carried since" in page

    two.sam(f"answer {misread} I was typing with one hand")
    two.sam(f"talk breakfast --said I was worried --about {other}")
    two.at(4, SUN)
    page = two.review()
    assert "short reply for anger" not in page
    assert "silence for a verdict" not in page


def test_20_a_small_deed_is_one_line_and_counts(two: Two) -> None:
    """“Emphasize small, reliable demonstrations of trust”"""
    two.sam("commit text when leaving work --every weekday --at 18:00")
    two.at(1, TUE, "17:50")
    assert "kept" in two.sam("deliver text leaving")
    [promise] = two.report("ledger")["commitments"]
    assert promise["kept"] == 1
    assert promise["run"] == 1


# -- relief and vigilance, needs that change -------------------------------------------------------


def test_21_safety_and_vigilance_are_two_scales_drawn_over_time(two: Two) -> None:
    """“includes both relief and lingering vigilance”"""
    for week in range(1, 13):
        two.at(week, WED, "22:00")
        two.ana(f"checkin --safety {min(week, 9)} --vigilance 9")
    two.at(12, SUN)
    page = two.review()
    assert "safety" in page
    assert "watchful" in page
    assert "Ana, safe" in two.export()
    report = two.report("review --no-input --week today")["checkins"]["scales"]
    assert {s["scale"]: max(v for v in s["days"].values() if v) for s in report} == {
        "safety": 9,
        "vigilance": 9,
    }
    month = two.page("review --month --no-input")
    assert "safe" in month
    assert "watchful" in month


def test_22_new_terms_and_a_revision_take_both_and_the_old_stays_readable(two: Two) -> None:
    """“a willingness to renegotiate needs as insights arise”"""
    promise = two.sam.ref("commit text when leaving work --every weekday --at 18:00")
    boundary = two.ana.ref("boundary add no visitors --means we say: later --value space")
    two.sam(f"agree {boundary}")
    two.at(4)
    terms = two.sam.ref(f"renegotiate {promise} --every weekday --at 19:00 --why the new shift")
    words = two.ana.ref(
        f"boundary revise {boundary} visitors on Sundays --means we ask first "
        "--why we miss our friends"
    )
    two.sam.refused(f"agree {terms}")
    two.ana.refused(f"agree {words}")
    assert "18:00" in two.page("ledger")

    two.ana(f"agree {terms}")
    two.sam(f"agree {words}")
    two.at(4, WED)
    assert "19:00" in two.page("ledger")
    for old in ("18:00", "the new shift"):
        assert old in two.page(f"show {promise}")
    for old in ("no visitors", "visitors on Sundays", "we miss our friends"):
        assert old in two.page(f"boundary show {boundary}")


# -- triggers -------------------------------------------------------------------------------------


def test_23_triggers_are_told_apart_and_counted_by_the_month(two: Two) -> None:
    """“conflicts, reminders of the breach, or external stressors”"""
    two.at(2, TUE)
    two.ana("trigger a song on the radio --kind reminder --intensity 5")
    two.ana("trigger we argued about the bill --kind conflict --intensity 6")
    two.ana("trigger two hours in traffic --kind stressor --intensity 4")
    listed = two.page("trigger list --kind reminder")
    assert "a song on the radio" in listed
    assert "bill" not in listed

    two.at(3, TUE)
    two.ana("trigger her name in a film --kind reminder --intensity 4")
    two.at(6, WED)
    month = two.page("review --month --no-input")
    for kind in ("conflict", "reminder", "stressor"):
        assert kind in month
    assert "reminder 2" in month


def test_24_the_response_is_agreed_beforehand_and_a_pause_says_when_one_is_back(two: Two) -> None:
    """“choosing constructive formats for communication rather than reactive cycles”"""
    two.agreed(two.ana, "agreement response time-out we part and say when we are back --pause")
    two.at(2, TUE, "19:00")
    assert "--back" in two.ana.refused("trigger a loud word --response time-out", code=2)
    trigger = two.ana.ref("trigger a loud word --response time-out --back 19:30")
    for by in ("Sam", "Ana"):
        assert "19:30" in two.page("today", by=by)
    assert "we part and say when we are back" in two.page("agreement")

    two.at(2, TUE, "21:00")
    two.ana(f"trigger settle {trigger} --intensity 2 --helped we walked round the block")
    assert "19:30" not in two.page("today")
    assert "we walked round the block" in two.review()
    assert "time-out" in two.page(f"show {trigger}")


# -- check-ins ------------------------------------------------------------------------------------


def test_25_check_ins_are_punctual_late_or_silent_across_the_end_of_summer_time(two: Two) -> None:
    """“reliability through punctual check‑ins”"""
    two.agreed(two.sam, "agreement cadence daily --at 21:30")
    two.agreed(two.sam, "agreement cadence monthly --at 20:00")
    for day, clock in ((FRI, "21:00"), (SAT, "21:29"), (SUN, "21:31")):
        two.at(8, day, clock)  # the clocks go back in the night to Sunday
        two.sam("checkin --safety 5")
    two.at(8, SUN, "23:00")
    days = of(two.report("review --no-input --week today")["checkins"]["held"], "daily", "Sam")
    assert days[str(two.day(8, FRI))] == days[str(two.day(8, SAT))] == "kept"
    assert days[str(two.day(8, SUN))] == "late"
    assert days[str(two.day(8, THU))] == "missed"
    assert "○ ● ● ◐" in two.review()

    two.at(9, SAT, "19:59")  # the last of October
    two.sam("checkin monthly --summary steadier")
    two.at(9, SUN, "20:00")
    two.ana("checkin monthly --summary quieter --on yesterday 20:01")
    held = two.report("review --no-input --week today")["checkins"]["held"]
    assert of(held, "monthly", "Sam")[str(two.day(9, SAT))] == "kept"
    assert of(held, "monthly", "Ana")[str(two.day(9, SAT))] == "late"


def of(held: list[dict[str, Any]], cadence: str, who: str) -> dict[str, str]:
    """The days of one person's check-ins."""
    [days] = [h["days"] for h in held if (h["cadence"], h["who"]) == (cadence, who)]
    assert isinstance(days, dict)
    return days


# -- words that a deed completes -------------------------------------------------------------------


def test_26_words_alone_leave_an_apology_open_until_its_repair_is_done(two: Two) -> None:
    """“visible remorse expressed through actions, not only words”"""
    two.at(2, TUE)
    apology = two.sam.ref(
        "apologize for the hidden bill --responsibility I put it into a drawer "
        "--repair show you the account --by sunday"
    )
    two.ana(f"acknowledge {apology}")
    two.at(3, WED)
    open_then = two.page(f"show {apology}")
    assert "open" in open_then
    assert "the hidden bill" in two.review()
    assert "complete" not in two.page("timeline")

    two.sam("deliver account")
    closed = two.page(f"show {apology}")
    assert "complete" in closed
    assert "hidden bill" in two.page("timeline")
    two.at(4, SUN)
    assert "the hidden bill" not in two.review()


def test_27_care_is_ones_own(two: Two, journal_path: Path) -> None:
    """“cultivate self‑care practices that stabilize mood and reduce reactivity”"""
    two.at(2, TUE)
    said = two.ana("add care twenty minutes by the river")
    assert "private" in said
    for page in ("log", "review --no-input", "timeline", "export", "export --format json"):
        assert "river" not in two.run.ok(page).out
    assert b"river" not in journal_path.read_bytes()
    assert "river" in two.page("log --private", by="Ana")


def test_28_a_pattern_gets_its_name_from_both(two: Two) -> None:
    """“old dynamics from resurfacing, such as secrecy, withdrawal, or gaslighting”"""
    boundary, _ = crossed(two, 2)
    name = two.ana.ref(f"boundary pattern {boundary} secrecy")
    two.ana.refused(f"agree {name}")
    waiting = two.page(f"boundary show {boundary}")
    assert "waits for Sam" in waiting
    two.sam(f"agree {name}")
    two.at(2, SUN)
    for page in (two.page(f"boundary show {boundary}"), two.review(), two.export()):
        assert "secrecy" in page


def test_29_the_agreement_says_who_agreed_to_which_version_and_what_lapsed(two: Two) -> None:
    """“codify boundaries in a mutual agreement that is revisited regularly”"""
    rule = two.sam.ref("agreement rule at most 45 minutes --revisit in 3 weeks --attainable 9")
    assert "for Ana: repairlog agree" in two.page("agreement")
    two.at(1, TUE)
    two.ana(f"agree {rule} --attainable 7")
    two.at(2)
    two.agreed(two.ana, f"agreement rule at most 30 minutes --instead {rule} --revisit in 4 weeks")
    page = two.page("agreement")
    assert "30 minutes" in page
    assert "version 2" in page
    assert "Ana proposed it Mon 7 Sep, Sam agreed Mon 7 Sep" in page
    assert "45 minutes" in two.page(f"show {rule}")

    two.at(7)
    for page in (two.page("agreement"), two.review()):
        assert "lapsed Mon 5 Oct" in page
    with Sitting(["agreement", "revisit"], columns=100, lines=40) as seat:
        seat.sees("30 minutes")


def test_30_repeats_of_one_boundary_ask_for_other_terms_or_for_support(two: Two) -> None:
    """“neither will tolerate repeated patterns that erode trust”"""
    boundary, _ = crossed(two, 2)
    assert "someone from outside" not in two.page(f"boundary show {boundary}")
    two.ana(f"boundary repaired {boundary}")
    two.at(3, WED)
    two.sam(f"boundary crossed {boundary} --what the drawer was opened")
    two.sam(f"boundary repaired {boundary}")
    two.at(4, WED)
    said = two.ana(f"boundary crossed {boundary} --what mine was read again")

    for page in (said, two.page(f"boundary show {boundary}"), two.review()):
        assert "other words" in page
        assert "someone from outside" in page
        assert not re.search(r"(?i)(sam|ana)\W+(crossed )?(it )?(\d|twice|three times)", page)


# -- curiosity ------------------------------------------------------------------------------------


def test_31_behaviour_and_effect_by_one_the_meaning_by_the_other(two: Two) -> None:
    """“describing the observable behavior, the effect it had, and the intended meaning”"""
    two.at(2, TUE)
    trigger = two.ana.ref("trigger a late reply --effect my stomach dropped --intensity 6")
    assert "Sam" in two.ana.refused(f"trigger meant {trigger} you did not care")
    two.sam.refused(f"trigger settle {trigger} --intensity 1")
    assert trigger in two.page("today")
    two.sam(f"trigger meant {trigger} I was in a meeting")

    for page in (two.review(), two.export(), two.page(f"show {trigger}")):
        for words in ("a late reply", "my stomach dropped", "I was in a meeting"):
            assert words in page


def test_32_questions_are_curious_and_no_field_holds_a_verdict(two: Two) -> None:
    """“compassionate curiosity instead of punitive judgments”"""
    crossed(two, 2)
    two.ana("trigger a late reply --effect my stomach dropped")
    two.at(2, SUN)
    keys = set(_keys(two.report("review --no-input"))) | set(_keys(two.report("ledger")))
    assert not keys & {"verdict", "fault", "guilt", "blame", "score", "grade", "points", "rank"}
    for name in WRITING:
        told = two.page(f"{name} --help").casefold().replace("no verdict", "")
        assert not re.search(r"\b(fault|guilt\w*|verdict|blame|offen[cs]e|violat\w+)\b", told), name
    with Sitting(["review"], columns=100, lines=40) as seat:
        seat.sees("how was this week for you?")


def _keys(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for key, inner in value.items():
                yield key
                yield from _keys(inner)
        case list():
            for inner in value:
                yield from _keys(inner)


def test_33_one_thing_shared_comes_back_in_each_review(two: Two) -> None:
    """“revisiting shared values, goals, and memories that originally bonded the relationship”"""
    shared = ("we tell each other first", "a weekend by the sea", "the night train")
    for kind, text in zip(("value", "goal", "memory"), shared, strict=True):
        two.sam(f"add {kind} {text}")
    seen = set()
    for week in range(2, 6):
        two.at(week, SUN)
        page = two.review().casefold()
        here = {text for text in shared if text in page}
        assert len(here) == 1
        seen |= here
    assert seen == set(shared)


def test_34_an_apology_takes_responsibility_and_a_repair_and_asks_no_forgiveness(two: Two) -> None:
    """“a ritual of apology that includes corrective action”"""
    two.at(2, TUE)
    assert "--responsibility" in two.sam.refused("apologize I hid it --repair tell you", code=2)
    assert "--repair" in two.sam.refused("apologize I hid it --responsibility mine", code=2)
    plain = two.sam.ref("apologize I hid it --responsibility it was mine --repair tell you first")
    asking = two.sam.ref(
        "apologize I was loud --responsibility it was mine --repair stop at noon --forgiveness"
    )
    assert "forgive" not in two.page(f"show {plain}")
    assert "forgive" in two.page(f"show {asking}")


def test_35_a_project_of_both_says_when_only_one_has_steps(two: Two) -> None:
    """“a joint project that requires collaboration”"""
    two.at(2, TUE)
    project = two.ana.ref("add project the shelf in the hall")
    two.sam(f"commit measure the hall --by sunday --project {project}")
    assert "one of Ana's would make it joint" in two.review()
    assert "Measure the hall" in two.page(f"show {project}")

    two.ana(f"commit choose the wood --by sunday --project {project}")
    assert "would make it joint" not in two.review()
    assert "Choose the wood" in two.page(f"show {project}")


def test_36_safe_topics_time_limits_and_no_contempt(two: Two) -> None:
    """“safe topics, time limits for conversations, and a rule against name‑calling or contempt”"""
    two.agreed(two.ana, "agreement rule a hard talk takes at most 45 minutes")
    two.agreed(two.ana, "agreement rule safe topics: money, the children")
    two.agreed(two.sam, "agreement rule no name-calling and no contempt")
    page = two.page("agreement")
    assert "45 minutes" in page
    assert "money, the children" in page
    assert "no name-calling" in page.casefold()

    two.at(2, WED)
    assert "45" not in two.sam("talk money --minutes 40 --said I would like a plan")
    over = two.sam("talk money --minutes 70 --said I would like a plan")
    assert "45" in over
    off = two.sam("talk the holidays --minutes 20 --said I would like to go north")
    assert "money" in off
    for note in (over, off):
        assert not re.search(r"\b(violat\w+|broke\w*|must|wrong)\b", note)


def test_37_three_cadences_have_three_forms_and_a_month_is_compared(two: Two) -> None:
    """“short daily summaries, extended weekly conversations, and monthly reviews of progress”"""
    for cadence, asked in FORMS.items():
        with Sitting(["checkin", cadence, "--as", "Ana"], columns=100, lines=40) as seat:
            for question, answer in asked:
                seat.sees(question)
                seat.type(answer)
            seat.ends()
    for _, answer in (pair for asked in FORMS.values() for pair in asked if len(pair[1]) > 1):
        assert answer in two.page("log")
    for answer in ("a calm week", "the evenings", "we say it first"):
        assert answer in two.review()

    for week in range(1, 10):
        for day in range(6):
            two.at(week, day, "22:00")
            two.ana("checkin --safety 5 --vigilance 6")
            two.sam("checkin --safety 6 --vigilance 3")
        two.ana("trigger a song --kind reminder --intensity 4")
    two.at(10, WED)
    month = two.page("review --month --no-input")
    assert "October 2026 · beside September" in month
    for part in ("triggers", "check-ins", "safety", "weekly reviews"):
        assert part in month


FORMS = {
    "daily": (("How safe", "4"), ("how watchful", "7"), ("The day in a sentence", "a calm day")),
    "weekly": (
        *(("How safe", "5"), ("how watchful", "6"), ("How was this week", "a calm week")),
        *(("challenging", "the evenings"), ("for the week to come", "an evening off")),
    ),
    "monthly": (
        *(("what has changed", "we say it first"), ("want to keep", "the Sunday tea")),
        *(("has not moved", "the nights"), ("in the month to come", "a free weekend")),
        *(("How safe", "5"), ("how watchful", "6")),
    ),
}


def test_38_progress_and_stale_plans_show_without_being_asked_for(two: Two) -> None:
    """“feeling heard without having to advocate relentlessly”"""
    boundary, _ = crossed(two, 2)
    two.sam(f"boundary step {boundary} ask out loud --by friday")
    two.sam("apologize for the look --responsibility it was mine --repair put it on the shelf")
    two.at(2, THU)
    two.sam("deliver ask out loud --note twice already")
    assert "Ask out loud" in two.page("today", by="Ana")
    two.at(2, SUN)
    assert "Ask out loud" in two.review()

    two.at(6, WED)
    for page in (two.page("today", by="Ana"), two.review()):
        assert "put it on the shelf" in page
        assert "nothing said since" in page


def test_39_a_mistake_is_owned_with_a_repair_plan_and_followed_through(two: Two) -> None:
    """“own them fully, outline a clear repair plan, and follow through”"""
    two.sam("commit text when leaving work --every weekday --at 18:00")
    two.at(1, MON, "17:45")
    two.sam("deliver text")
    two.at(1, TUE, "23:00")
    two.sam("miss c1 --own I let it slide --repair set an alarm --by thursday")
    two.at(1, THU, "12:00")
    [text, alarm] = two.report("ledger")["commitments"]
    assert (text["owned"], text["missed"]) == (1, 1)
    assert (alarm["what"], alarm["standing"]) == ("set an alarm", "open")
    two.sam("deliver alarm")
    page = two.review()
    assert "I let it slide" in page
    assert "Set an alarm" in page
    assert "repairs c1" in two.page("ledger")


# -- never punitive -------------------------------------------------------------------------------


def lived(two: Two) -> None:
    """Twelve weeks with everything in them."""
    boundary, _ = crossed(two, 1)
    promise = two.sam.ref("commit text when leaving work --every weekday --at 18:00")
    two.agreed(two.sam, f"milestone add a good start --when {promise} kept 5")
    two.agreed(two.ana, "agreement rule at most 45 minutes --revisit in 4 weeks")
    two.agreed(two.ana, "agreement response time-out we part for a while --pause")
    two.agreed(two.sam, "agreement cadence daily --at 22:00")
    project = two.ana.ref("add project the shelf in the hall")
    two.sam(f"commit measure the hall --by sunday --project {project}")
    for week in range(2, 13):
        for day in (MON, TUE, THU):
            two.at(week, day, "17:40")
            two.sam(f"deliver {promise}")
        two.at(week, WED, "21:00")
        two.ana(f"checkin --safety {week % 7} --vigilance {9 - week % 7}")
        two.sam("checkin --safety 6 --vigilance 2 --summary an even day")
        two.ana(
            "trigger a late reply --kind reminder --intensity 5 --response time-out --back 22:00"
        )
        talk = two.ana.ref(
            "talk the late reply --said I was afraid --heard you forgot --minutes 50"
        )
        two.sam(f"confirm {talk}" if week % 2 else f"confirm {talk} --correct I was ashamed")
    two.sam(f"miss {promise} --own I let it slide --repair set an alarm --by sunday")
    two.ana(f"boundary crossed {boundary} --what it was read")
    two.ana("consent growth")
    told = two.sam.ref("disclose I looked at the old messages --on yesterday 12:00")
    two.ana(f"acknowledge {told}")
    two.sam("apologize for the bill --responsibility I hid it --repair show it --by friday")
    two.sam(f"setback two weeks of silence --about {promise} --plan begin with Mondays --by sunday")
    two.at(12, SUN)


def test_40_no_page_names_points_ranks_resets_or_a_persons_total(two: Two) -> None:
    """“The climate of accountability should never become punitive”"""
    lived(two)
    for page in PAGES:
        for shown in (two.page(page), Page(two.run.ok(f"{page} --demo").out)):
            found = PUNITIVE.search(shown)
            assert not found, f"{page}: {found}"
    assert "as it was written" in two.page("doctor")


PAGES = (
    *("review --no-input", "review --month --no-input", "ledger --all", "timeline", "today"),
    *("boundary list", "milestone list", "trigger list", "talk list", "agreement show"),
    *("consent show", "log --all", "export", "export --for therapist", "show c1", "show b1"),
)
PUNITIVE = re.compile(
    r"(?i)\b(points?|rank\w*|grades?|scores?|streaks?|resets?|failed|failures?|worst|better than|"
    r"worse than|broken|violat\w+|punish\w*|guilty|(?:sam|ana|kim|noa)(?: kept| missed|:) \d+)\b"
)


def test_41_contempt_is_met_with_a_gentler_form_and_healthy_words_are_not(two: Two) -> None:
    """“avoiding sarcasm or belittling language, and recognizing the impact of tone”"""
    for contempt in ("You are pathetic", "Oh great, another promise from the big liar"):
        assert two.ana.heeds(f"add note {contempt}")
    for healthy in (
        "I feel betrayed, and I do not know yet how to sleep",
        "You always make me tea when I am tired, and I love it",
        "I never want to forget this evening with you",
        "I was late, but I texted you at five",
    ):
        assert not two.ana.heeds(f"add note {healthy}")


# -- celebrating ----------------------------------------------------------------------------------


def test_42_disclosures_that_were_received_reach_a_milestone(two: Two) -> None:
    """“the first days of truthful disclosures”"""
    milestone = two.agreed(two.ana, "milestone add two things told --when disclosures 2")
    for week in (1, 2, 3):
        two.at(week, WED, "19:00")
        told = two.sam.ref(f"disclose something of week {week} --on today 12:00")
        if week != 2:
            two.ana(f"acknowledge {told}")
        page = two.page("milestone")
        assert ("★" in page) == (week == 3)
    two.at(3, SUN)
    assert "★" in two.review()
    two.sam(f"milestone celebrate {milestone} --note the good cake")
    assert "the good cake" in two.page("timeline")


def test_43_the_first_punctual_week_is_celebrated_and_an_empty_one_is_none(two: Two) -> None:
    """“the first week with punctual replies”"""
    promise = two.sam.ref("commit answer by eight --every day --at 20:00")
    two.agreed(two.sam, f"milestone add a punctual week --when {promise} punctual 7")
    two.at(4, SUN)
    assert "★" not in two.page("timeline")
    steady(two, promise, range(5, 6))
    two.at(5, SUN)
    assert "★" in two.page("timeline")
    assert "★" in two.page("milestone")


@pytest.mark.parametrize("logged", [True, False])
def test_44_fewer_reminders_count_only_where_both_months_were_logged(
    two: Two, logged: bool
) -> None:
    """“the first month with fewer triggering reminders of harm”"""
    two.agreed(two.ana, "milestone add a calmer month --when triggers down month")
    for week in range(1, 10):
        for day in range(7):
            two.at(week, day, "21:00")
            if two.day(week, day).month == 9 or logged:
                two.ana("checkin --safety 5 --vigilance 5")
        if week % 2 and two.day(week).month < 10:
            two.ana("trigger a song --kind reminder --intensity 6")
            two.ana("trigger a street --kind reminder --intensity 6")
    two.at(10, WED)
    assert ("★" in two.page("timeline")) == logged
    assert ("★" in two.page("milestone")) == logged


def test_45_a_setback_opens_a_new_plan_of_both_and_what_was_done_stands(two: Two) -> None:
    """“respond with a renewed commitment to the repair plan”"""
    promise = two.sam.ref("commit text when leaving work --every weekday --at 18:00")
    steady(two, promise, range(1, 4), "1111100")
    two.at(4, WED)
    two.sam(f"setback two days without a word --about {promise} --plan ask Mira")
    two.sam.refused("agree mira")
    assert "waits for Ana" in two.review()
    two.ana("agree mira")
    two.sam("deliver mira")
    two.at(6, WED)
    two.sam(f"setback and again a Wednesday --about {promise} --plan hang the coat by the phone")
    two.ana("agree coat")

    page = two.page(f"show {promise}")
    for words in ("ask Mira", "done once so far", "hang the coat by the phone", "done 15 times"):
        assert words in page
    [text] = [c for c in two.report("ledger")["commitments"] if c["ref"] == promise]
    assert text["kept"] == 15
    assert "two days without a word" in two.page("timeline")
    assert "by both" in two.review()


def test_46_both_consent_to_going_on_and_either_can_leave_with_their_own(
    two: Two, tmp_path: Path
) -> None:
    """“Both partners must consent to continuous growth, even after the initial wounds close”"""
    two.at(2)
    two.agreed(two.sam, "agreement rule no sarcasm --revisit in 4 weeks")
    assert "it holds once Ana says so too" in two.sam("consent growth")
    assert "Ana nothing said yet" in two.page("agreement")
    two.ana("consent growth")
    assert "both have said yes" in two.page("consent")
    two.sam("add note we painted the kitchen")
    two.at(6)
    with Sitting(["agreement", "revisit"], columns=100, lines=40) as seat:
        seat.sees("No sarcasm")
        seat.press(ENTER)
        seat.sees("going on together")
    two.at(8)
    two.ana("consent growth --withdraw")
    assert "taken back" in two.page("agreement")
    two.ana("add note I need to go my own way")
    leaving = tmp_path / "mine.json"
    two.run.ok(["export", "--for", "me", "--format", "json", "-o", str(leaving), "--as", "Ana"])
    own = tmp_path / "own.db"
    two.run.ok(["import", str(leaving), "--journal", str(own)])
    for page in ("log", "consent", "agreement"):
        assert two.run.ok([page, "--journal", str(own)]).out == two.run.ok(page).out


def test_47_support_is_kept_and_a_summary_for_the_therapist_leaves_out_what_is_not_ones_own(
    two: Two,
) -> None:
    """“individual therapy to process personal hurt and couples therapy to align goals”"""
    two.at(2, TUE)
    two.sam("add support first session with the couples therapist")
    two.ana("add doubt I still check the clock at six")
    assert "first session with the couples therapist" in two.review()

    summary = two.export("--for therapist --initials")
    assert "first session with the couples therapist" in summary
    assert "check the clock" not in summary
    assert "Sam" not in summary
    assert "left out" in summary


def test_every_feature_is_tried() -> None:
    tried = {int(name[5:7]) for name in globals() if re.match(r"test_\d\d_", name)}
    assert tried == set(range(1, 48))
