"""`consent`: each one's own word; nobody gives it for the other, and either can take it back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands.conftest import Untouched
from tests.program import Run


def words(run: Run, to: str = "growth") -> dict[str, Any]:
    return {word["who"]: word for word in run.ok("consent --json").report[to]}


def together(run: Run) -> str | None:
    found: str | None = run.ok("consent --json").report["together"]
    return found


# -- going on --------------------------------------------------------------------------------------


def test_going_on_holds_while_both_say_so(couple: Run) -> None:
    first = couple.ok("consent growth --why I see how much you carry").out
    assert "It holds once Sam says so too: repairlog consent growth" in first
    assert together(couple) is None

    second = couple.at("2026-11-25T18:00").ok("--as Sam consent growth").out
    assert "it holds since Wed 25 Nov" in second
    assert together(couple) == "2026-11-25"
    page = couple.ok("consent").out
    assert "yes, since Mon 23 Nov" in page
    assert "“I see how much you carry”" in page


def test_nobody_says_it_for_the_other(couple: Run) -> None:
    couple.ok("consent growth")

    assert words(couple)["Sam"]["given"] is False
    assert "nothing said yet" in couple.ok("consent").out


def test_taking_it_back_is_met_calmly_and_one_leaves_with_ones_own(couple: Run) -> None:
    couple.ok("consent growth")
    couple.ok("--as Sam consent growth")
    said = couple.at("2026-11-25T18:00").ok("--as Sam consent growth --withdraw").out

    assert "That is all right." in said
    assert "repairlog export --for me --since 2026-11-23 -o FILE" in said
    assert together(couple) is None
    assert words(couple)["Sam"]["since"] == "2026-11-25"
    couple.ok("--as Sam export --for me --since 2026-11-23")


def test_it_is_said_again_on_another_day_but_not_twice_on_one(
    couple: Run, untouched: Untouched
) -> None:
    couple.ok("consent growth")
    with untouched():
        assert "has said so since Mon 23 Nov" in couple.refused("consent growth")
    again = couple.at("2026-11-30T18:00").ok("consent growth").out

    assert "once more" in again
    ana = words(couple)["Ana"]
    assert (ana["since"], ana["renewed"]) == ("2026-11-23", "2026-11-30")


@pytest.mark.parametrize("to", ["growth", "export"])
def test_what_was_not_given_cannot_be_withdrawn(couple: Run, untouched: Untouched, to: str) -> None:
    with untouched():
        assert "has not given it" in couple.refused(f"consent {to} --withdraw")
    couple.ok(f"consent {to}")
    couple.ok(f"consent {to} --withdraw")
    with untouched():
        assert "took it back on Mon 23 Nov" in couple.refused(f"consent {to} --withdraw")


def test_it_is_undone_as_anything_is(couple: Run) -> None:
    couple.ok("consent export")
    couple.ok("consent export --withdraw")
    couple.ok("undo")

    assert words(couple, "export")["Ana"]["given"] is True


def test_it_holds_from_when_it_was_said(couple: Run, untouched: Untouched) -> None:
    ref = couple.ok("consent growth --why I hope --json").report["written"][0]["ref"]
    with untouched():
        assert "from when it was said" in couple.refused(f"amend {ref} --on 2026-11-01")
        assert "only Ana" in couple.refused(f"--as Sam amend {ref} --note I hope not")

    couple.ok(f"amend {ref} --note I hope, and try")
    assert words(couple)["Ana"]["why"] == "I hope, and try"
    couple.ok(f"erase {ref}")
    assert (words(couple)["Ana"]["why"], words(couple)["Ana"]["given"]) == (None, True)


def test_alone_it_is_ones_own_word(alone: Run) -> None:
    assert "one person here" in alone.ok("consent growth").out
    assert together(alone) == "2026-11-23"
    assert "once somebody joins" in alone.ok("consent export").out

    alone.at("2026-11-24T18:00").ok("settings partner Sam")
    assert together(alone) is None
    assert words(alone, "export")["Ana"]["given"] is True


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("consent everything", 2, "consent"),
        ("consent growth yes", 2, ""),
        ("consent growth --why", 2, "--why"),
        ("consent growth --as Kim", 1, "Kim"),
        ("--private consent growth", 1, "journal of both"),
        (["consent", "growth", "--why", "a\x1b[31m"], 2, "\\x1b"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_written(
    couple: Run, untouched: Untouched, line: str | list[str], code: int, told: str
) -> None:
    with untouched():
        assert told in couple.refused(line, code=code)


def test_a_refused_reason_is_shown_back(couple: Run) -> None:
    couple.ok("consent export")

    assert "my own reason" in couple.refused("consent export --why my own reason")


def test_the_timeline_tells_it_as_it_was_said(couple: Run) -> None:
    couple.ok("consent growth")
    couple.ok("--as Sam consent export")
    couple.at("2026-11-25T18:00").ok("consent growth --withdraw --why I need to think")
    page = couple.ok("timeline").out

    assert "Ana said yes to going on together" in page
    assert "Ana took back the yes to going on together" in page
    assert "“I need to think”" in page
    assert "Sam said yes to their own words in the other's exports" in page
    sorts = [e["sort"] for m in couple.ok("timeline --json").report["months"] for e in m["events"]]
    assert sorts == ["consented", "consented", "withdrew"]


# -- exports ---------------------------------------------------------------------------------------


@pytest.fixture
def spoken(couple: Run) -> Run:
    """A doubt of Sam's, which is Sam's own to give away."""
    couple.ok("--as Sam add doubt whether I am enough")
    return couple


@pytest.mark.parametrize("audience", ["partner", "therapist"])
def test_the_others_words_are_shown_while_they_consent(spoken: Run, audience: str) -> None:
    line = f"export --since 2026-11-23 --for {audience}"
    before = spoken.ok(line).out
    assert "whether I am enough" not in before
    assert "Sam has not agreed to have them in what Ana exports." in before
    assert "Sam's own word changes it: repairlog consent export" in before

    spoken.at("2026-11-24T18:00").ok("--as Sam consent export")
    given = spoken.ok(line).out
    assert "whether I am enough" in given
    assert "Sam's own words are here, with Sam's consent of Tuesday 24 November 2026." in given
    assert "has not agreed" not in given

    spoken.at("2026-11-25T18:00").ok("--as Sam consent export --withdraw")
    after = spoken.ok(line).out
    assert "whether I am enough" not in after
    assert "Sam took back the consent to have them here on Wed 25 Nov 2026." in after


def test_ones_own_consent_opens_nothing_of_the_others(spoken: Run) -> None:
    spoken.ok("consent export")

    assert "whether I am enough" not in spoken.ok("export --since 2026-11-23 --for therapist").out
    assert (
        "whether I am enough" in spoken.ok("--as Sam export --for therapist --since 2026-11-23").out
    )


def test_the_whole_record_stays_ones_own_whatever_was_consented_to(
    spoken: Run, tmp_path: Path
) -> None:
    spoken.ok("--as Sam consent export")

    file = tmp_path / "record.json"
    spoken.refused(f"export --format json --for partner -o {file}", code=2)
    assert not file.exists()


def test_an_export_without_consent_tells_nothing_of_it_and_keeps_to_it(spoken: Run) -> None:
    spoken.ok("--as Sam consent export")
    told = spoken.ok("export --since 2026-11-23 --for therapist --without consent").out

    assert "consented to" not in told
    assert "whether I am enough" in told
    assert [e["kind"] for e in spoken.ok("log --kind consent --json").report["entries"]] == [
        "consent"
    ]


def test_initials_stand_in_what_is_said_of_consent_too(spoken: Run) -> None:
    line = "export --since 2026-11-23 --for therapist --initials"
    assert "Sam" not in spoken.ok(line).out
    spoken.ok("--as Sam consent export --why Sam is fine with it")

    assert "Sam" not in spoken.ok(line).out
    assert "S's own words are here, with S's consent" in spoken.ok(line).out


def test_consent_to_exports_says_that_it_covers_what_was_written_before_too(couple: Run) -> None:
    couple.ok("--as Sam trigger the late phone call")
    said = couple.ok("--as Sam consent export").out
    assert "all that were written so far, as well as those to come" in said
    assert "the late phone call" in couple.ok("export --week today --for therapist").out

    back = couple.ok("--as Sam consent export --withdraw").out
    assert "those so far and those to come, are left out" in back
    assert "the late phone call" not in couple.ok("export --week today --for therapist").out


def test_consent_is_told_as_what_was_said(couple: Run) -> None:
    couple.ok("consent growth")
    couple.ok("consent export")
    log = " ".join(couple.ok("log").out.split())

    assert "said yes to going on together" in log
    assert "said yes to their own words in the other's exports" in log
    assert "of consent" not in log
