"""Today's page: what comes first on it, and what no longer does."""

from __future__ import annotations

from datetime import datetime

from repairlog.kinds.triggers import Trigger
from repairlog.readings.today import today_report
from repairlog.render.today import today_page
from tests.build import Book, moment, promise
from tests.render.looked_at import text_of


def test_a_pause_of_long_ago_stands_below_what_is_due() -> None:
    book = Book()
    back = datetime.fromisoformat("2026-11-20T17:20+01:00")
    book.write(Trigger(text="a late reply", back=back), by="Ben", at="2026-11-20T16:50")
    book.write(
        promise("call", start="2026-11-20", by="2026-11-23"), by="Ben", at="2026-11-20T17:00"
    )

    def lines(at: str) -> list[str]:
        page = text_of(today_page(today_report(book.record, book.settings, moment(at), "Ben")), 80)
        return [line for line in page.splitlines() if "t1" in line or "c1" in line]

    soon, later = lines("2026-11-22T12:00"), lines("2026-11-23T12:00")
    assert "t1" in soon[0]
    assert "how is it now?" in soon[0]
    assert "c1" in later[0]
    assert "t1  not called settled yet" in later[1]
