"""What one needs, and the other's answer to it: a no is all right, and an answer stands apart."""

from __future__ import annotations

from tests.program import Run


def page(run: Run, line: str = "review --no-input") -> str:
    return " ".join(run.ok(line).out.split())


def test_a_no_to_a_need_closes_it_and_is_all_right(couple: Run) -> None:
    couple.ok("add need a quiet half hour")
    said = couple.ok("--as Sam decline e2 --why not tonight").out

    assert "Sam said no to it, and that is all right." in said
    for line in ("review --no-input", "export", "log", "show e2"):
        assert "said no to it, and that is all right" in page(couple, line)
    assert "not tonight" in page(couple)
    assert "waiting" not in couple.ok("--as Sam").out


def test_a_no_is_the_others_and_said_once(couple: Run) -> None:
    couple.ok("add doubt do you mean it")

    assert "is Sam's" in couple.refused("decline e2")
    couple.ok("--as Sam decline e2")
    assert "answered already" in couple.refused("--as Sam decline e2")


def test_what_was_answered_stands_apart_from_what_still_remains(couple: Run) -> None:
    couple.ok("add need a quiet half hour")
    couple.ok("add doubt do you mean it")
    couple.ok("--as Sam answer e2 yes, from six")

    told = page(couple)
    assert told.index("do you mean it") < told.index("Answered this week:")
    assert told.index("Answered this week:") < told.index("a quiet half hour")
    summary = page(couple, "export")
    assert summary.index("### Answered this week") < summary.index("a quiet half hour")


def test_what_a_talk_leaves_open_is_called_still_open(couple: Run) -> None:
    couple.ok("talk the holiday --said I felt left out --still who tells your mother")

    for line in ("show e3", "log", "export", "review --no-input"):
        assert "still open" in page(couple, line)
        assert "misread" not in page(couple, line)
