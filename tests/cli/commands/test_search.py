"""`search` as people run it: the index only makes it quicker."""

from __future__ import annotations

import json
import shlex
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repairlog.cli.commands.search import gather
from repairlog.cli.grammar import Globals
from repairlog.cli.session import Session
from repairlog.journal import Draft, Journal, Query, memory_journal
from repairlog.journal.word_index import MARK
from repairlog.kinds import Body
from repairlog.kinds.checkins import Checkin
from repairlog.kinds.keeping import Init
from repairlog.kinds.mending import Amend, Undo
from repairlog.kinds.moments import Doubt, Note
from repairlog.readings.people import settings
from repairlog.readings.record import Record
from repairlog.readings.search import Wanted, read_terms, scan
from tests.build import moment
from tests.locked import open_journal
from tests.program import Run


@pytest.fixture
def lived(couple: Run) -> Run:
    """A few entries of both."""
    couple.at("2026-11-20T18:00").ok("add note The evening was quiet")
    couple.at("2026-11-21T18:00").ok("--as Sam add doubt Is the quiet evening for me, too?")
    couple.at("2026-11-22T18:00").ok("answer e3 Every evening is")
    couple.at("2026-11-23T18:00")
    return couple


def refs(run: Run, line: str) -> list[str]:
    return [one["ref"] for one in run.ok(f"search {line} --json").report["found"]]


def test_it_shows_the_newest_first_with_the_words_marked(lived: Run) -> None:
    assert lived.ok("search evening").out == (
        "  Search                                                                evening\n"
        " ──────────────────────────────────────────────────────────────────────────────\n"
        "\n"
        "  Sunday 22 November 2026\n"
        "    18:00  e4  Ana  answered (e3): Every ‹evening› is\n"
        "                    about e3: Is the quiet evening for me, too?\n"
        "\n"
        "  Saturday 21 November 2026\n"
        "    18:00  e3  Sam  doubt: Is the quiet ‹evening› for me, too?\n"
        "\n"
        "  Friday 20 November 2026\n"
        "    18:00  e2  Ana  note: The ‹evening› was quiet\n"
    )


def test_words_phrases_beginnings_and_conditions(lived: Run) -> None:
    assert refs(lived, "quiet evening") == ["e3", "e2"]
    assert refs(lived, "'quiet evening'") == refs(lived, "quiet evening --phrase") == ["e3"]
    assert refs(lived, "'\"quiet evening\"'") == ["e3"]
    assert refs(lived, "even*") == ["e4", "e3", "e2"]
    assert refs(lived, "EVENING --kind doubt answer") == ["e4", "e3"]
    assert refs(lived, "evening --who sam") == ["e3"]
    assert refs(lived, "evening --since 2026-11-21 --until 2026-11-21") == ["e3"]


@pytest.mark.parametrize(
    "line",
    [
        '"AND"', "'evening OR'", "'(evening'", "'\"evening'", "'evening\"'", "evening^", "'a:b'",
        "'evening NEAR quiet'", "'*'", "'%'", "'; DROP TABLE words; --'", "-- -evening", "e{2}",
        "evening + quiet", "'\\'", "$(evening)", "'\ud83d'",
    ],
)  # fmt: skip
def test_no_sign_is_a_fault(lived: Run, line: str) -> None:
    words = [
        word.encode(errors="surrogatepass").decode(errors="surrogateescape")
        for word in shlex.split(line)
    ]
    outcome = lived(["search", *words])
    assert outcome.code in (0, 2)
    assert "fts5" not in outcome.err
    assert "damaged" not in outcome.err


def test_it_says_that_there_is_more(lived: Run) -> None:
    said = lived.ok("search evening --limit 2").out
    assert "e2" not in said
    assert "These are the newest 2; there is more." in said
    assert "--limit 10" in said
    assert "--until 2026-11-21" in said
    assert lived.ok("search evening --limit 2 --json").report["more"] is True
    assert lived.ok("search evening --limit 3 --json").report["more"] is False
    assert "--limit" in lived.refused("search evening --limit 0", code=2)


def test_where_nothing_is_found_it_says_what_would_find_something(lived: Run) -> None:
    said = lived.ok("search even --kind note").out
    assert "Nothing of the kind note holds “even”." in said
    assert "With words that begin so there is something:\n    repairlog search 'even*'" in said
    said = lived.ok("search evening --who Ana --since today").out
    assert "Nothing by Ana since Mon 23 Nov holds “evening”." in said
    assert "repairlog search evening\n" in said
    said = lived.ok("search evening zebra").out
    assert "Nothing here holds “evening” and “zebra” together." in said
    assert "repairlog search evening\n" in said
    assert "there is something" not in lived.ok("search zebra").out


def test_what_was_put_right_and_taken_back_is_found_as_it_reads_now(lived: Run) -> None:
    lived.ok("add note a dull meeting")
    lived.ok("amend e5 a lively meeting")
    assert (refs(lived, "dull"), refs(lived, "lively meeting")) == ([], ["e5"])
    lived.ok("undo")
    assert (refs(lived, "dull"), refs(lived, "lively")) == (["e5"], [])
    lived.ok("undo")
    assert refs(lived, "meeting") == []


def test_erased_words_are_found_no_more_nor_is_a_byte_of_them_left(
    lived: Run, journal_path: Path
) -> None:
    lived.ok("add note xylophone in anger")
    lived.ok("amend e5 quodlibet in anger")
    lived.ok("undo")
    lived.ok("erase e5")
    assert refs(lived, "anger") == []
    held = b"".join(one.read_bytes() for one in journal_path.parent.iterdir())
    assert b"xyloph" not in held
    assert b"quodlib" not in held


def test_the_private_journal_is_searched_alone(lived: Run) -> None:
    lived.ok("add care a quiet bath")
    assert refs(lived, "quiet") == ["e3", "e2"]
    said = lived.ok("search quiet --private").out
    assert "Ana's private search" in said
    assert "bath" in said
    assert "clock" not in said
    assert "repairlog search 'bat*' --private" in lived.ok("search bat --private").out


def test_it_reads_the_words_from_standard_input_and_needs_some(lived: Run) -> None:
    assert "‹Every› ‹evening›" in lived.ok("search -", stdin="every evening\n").out
    assert "There is no text." in lived.refused("search", code=2)
    assert "no word to look for" in lived.refused("search ...", code=2)


def test_without_its_index_it_finds_the_same(lived: Run, journal_path: Path) -> None:
    before = [lived.ok(f"search {line}").out for line in ("evening", "'quiet evening'", "zebra")]
    with open_journal(journal_path) as journal:
        journal._db.execute(MARK)
    assert before == [
        lived.ok(f"search {line}").out for line in ("evening", "'quiet evening'", "zebra")
    ]
    assert "made again from them" in lived.ok("doctor").out
    assert "made again from them" not in lived.ok("doctor").out


def test_a_demonstration_can_be_searched(run: Run) -> None:
    assert "‹" in run.ok("search evening --demo").out
    assert json.loads(run.ok("--demo search evening --json").out)["found"]


# -- exactly what a slow scan finds --------------------------------------------------------------

NOW = moment("2026-11-23T18:00")
DAY = date(2026, 11, 20)
WORDS = st.text("ab é信", min_size=1, max_size=3)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["note", "doubt", "amend", "move", "undo", "line"]),
        st.lists(WORDS, max_size=4).map(" ".join),
        st.integers(0, 9),
        st.sampled_from(["Ana", "Sam"]),
    ),
    max_size=12,
)
WANTED = st.builds(
    Wanted,
    terms=st.lists(WORDS | WORDS.map("{}*".format), min_size=1, max_size=2)
    .filter(lambda said: any(char.isalnum() for word in said for char in word))
    .map(read_terms),
    kinds=st.sampled_from([(), ("note",), ("doubt", "checkin")]),
    who=st.sampled_from([None, None, "Ana"]),
    since=st.none() | st.integers(-4, 1).map(lambda back: DAY + timedelta(days=back)),
    until=st.none() | st.integers(-4, 1).map(lambda back: DAY + timedelta(days=back)),
)


def write(journal: Journal, step: str, text: str, at: int, by: str) -> None:
    entries = journal.read(Query(undone=True))[1:]
    about = entries[at % len(entries)] if entries else None
    if step in ("amend", "move", "undo", "line"):
        if about is None:
            return
        by = about.by
    bodies: dict[str, Body] = {
        "note": Note(text=text),
        "doubt": Doubt(text=text),
        "amend": Amend(text=text),
        "move": Amend(day=DAY - timedelta(days=at % 4)),
        "undo": Undo(),
        "line": Checkin(cadence="daily", summary=text),
    }
    uid = None if step in ("note", "doubt") or about is None else about.uid
    day = about.day if step == "line" and about else DAY - timedelta(days=at % 3)
    with journal.writing(NOW) as writer:
        writer.append(Draft(bodies[step], by, day, None, uid))


@given(STEPS, WANTED, st.integers(1, 4))
def test_it_finds_exactly_what_a_slow_scan_finds(
    steps: list[tuple[str, str, int, str]], wanted: Wanted, limit: int
) -> None:
    with memory_journal() as journal:
        with journal.writing(NOW) as writer:
            writer.append(Draft(Init(me="Ana", partner="Sam"), "Ana", DAY, NOW))
        for step in steps:
            write(journal, *step)
        entries = journal.read(Query())
        session = Session(journal, NOW, settings(Record(entries), journal.device), Globals())
        found = gather(session, wanted, limit)
        slow = [item.uid for item in scan(entries, wanted)]
        assert [one.told.item.uid for one in found.found] == slow[:limit]
        assert found.more == (len(slow) > limit)
