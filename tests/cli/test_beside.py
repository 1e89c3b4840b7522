"""What is computed beside comes to the same as in its turn, and reaches nothing else."""

from __future__ import annotations

import os

import pytest

from repairlog.cli.beside import beside


@pytest.fixture(params=["two processors", "one"], autouse=True)
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1 if request.param == "one" else 2)


def test_it_comes_to_what_the_work_does() -> None:
    with beside(lambda: ["a", "é\n", *["long"] * 50_000]) as came_to:
        assert came_to()[:3] == ["a", "é\n", "long"]
        assert len(came_to()) == 50_002


def test_what_it_raises_is_raised_where_it_is_asked_for() -> None:
    def work() -> list[str]:
        raise LookupError("nothing there")

    with beside(work):
        pass
    with pytest.raises(LookupError, match="nothing there"), beside(work) as came_to:
        came_to()


def test_it_is_over_when_its_context_is(capfd: pytest.CaptureFixture[str]) -> None:
    print("once", flush=False)
    with pytest.raises(KeyboardInterrupt), beside(lambda: ["x"] * 500_000):
        raise KeyboardInterrupt
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    assert capfd.readouterr().out == "once\n"
