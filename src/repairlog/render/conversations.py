"""Conversations on a page: the accounts side by side, what each heard, and whose turn it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rich.text import Text

from repairlog.dates import day_text
from repairlog.readings.conversations import Account, Conversation, JointSummary, Round
from repairlog.readings.lists import AsOf, TalkList
from repairlog.readings.moments import Said
from repairlog.readings.wording import sentence
from repairlog.render.sheet import LONGEST_NAME, REF, Sheet, shifted, with_more
from repairlog.render.theme import DOT, Page, fit, heading, quoted, row, title, wrapped

GAP = 3
"""Cells between two accounts that stand side by side."""
NARROWEST_ACCOUNT = 28
"""With fewer cells for each, the accounts stand one below the other."""


def talks_page(report: TalkList) -> Page:
    """The page of conversations."""
    return Page(lambda width: _listed(report, width))


def _listed(report: TalkList, width: int) -> Iterator[Text]:
    """Each one; older ones of which something still waits come last."""
    as_of = report.as_of
    sheet = Talks(as_of.people, width, _days(as_of))
    yield from title("Conversations", f"as of {sheet.day(as_of.today)}, {as_of.at:%H:%M}", width)
    if not report.here:
        since = sheet.day(report.since)
        yield from sheet.full(Text(f"Since {since}: no conversation was written down."))
    for one in report.here:
        yield Text()
        yield from sheet.whole(one, REF, sheet.day(one.day))
    if report.earlier:
        yield Text()
        yield heading("older, and still waiting for something")
    for one in report.earlier:
        yield Text()
        yield from sheet.whole(one, REF, sheet.day(one.day))


def _days(as_of: AsOf) -> Callable[[date], str]:
    return lambda day: day_text(day, as_of.at)


@dataclass(frozen=True, slots=True)
class Talks(Sheet):
    """Conversations on a page of one width; ``day`` says a day as the page does."""

    day: Callable[[date], str]

    def whole(self, one: Conversation, ref: int, note: str) -> Iterator[Text]:
        """One conversation: its topic, the accounts, the summary of both, the gentle notes.

        ``ref``: how wide the column of references is. ``note`` stands at the right edge.
        """
        first = one.accounts[0]
        topic = None if first.erased else sentence(first.topic)
        about = f"about {one.about}" if one.about else ""
        lines = with_more(topic, about, self.room(ref, len(note) + 2))
        yield from self.columns([(Text(one.ref, "quiet"), ref)], lines, note)
        yield from self.inside(one, 4 + ref)

    def waiting(self, one: Conversation, ref: int, note: str) -> list[Text]:
        """An earlier conversation on a line: its topic, and what of it still waits."""
        first = one.accounts[0]
        topic = None if first.erased else sentence(first.topic)
        rounds = [each for account in one.accounts for each in account.rounds if each.asks]
        told = [self._turn(each) for each in rounds]
        told += [f"waits for {self._short(s.asks)}: agree {s.ref}" for s in one.summaries if s.asks]
        lines = with_more(topic, DOT.join(told), self.room(ref, len(note) + 2))
        return self.columns([(Text(one.ref, "quiet"), ref)], lines, note)

    @staticmethod
    def _short(name: str) -> str:
        return fit(name, LONGEST_NAME)

    def inside(self, one: Conversation, indent: int) -> Iterator[Text]:
        """What stands below the topic."""
        room = self.width - 2 - indent
        yield from self._accounts(one, indent, room)
        for summary in one.summaries:
            yield from shifted(self.summary(summary, room), indent)
        for note in dict.fromkeys(note for account in one.accounts for note in account.remarks):
            yield from shifted(wrapped(Text(fit(note, 1_000_000), "quiet"), room), indent)

    def _accounts(self, one: Conversation, indent: int, room: int) -> Iterable[Text]:
        """A column for each person, where there is room for two."""
        beside = (room - GAP) // 2
        people = one.people
        if len(people) < 2 or beside < NARROWEST_ACCOUNT:
            return shifted([line for p in people for line in self._by(one, p, room)], indent)
        left, right = (self._by(one, person, beside) for person in people[:2])
        return row((left, beside + GAP), (right, beside), indent=indent)

    def _by(self, one: Conversation, person: str, room: int) -> list[Text]:
        """All that one person told of it."""
        mine = [account for account in one.accounts if account.by == person]
        return [line for account in mine for line in self._account(one, account, room)]

    def _account(self, one: Conversation, account: Account, room: int) -> Iterator[Text]:
        first = one.accounts[0]
        long = f"{account.minutes} minutes" if account.minutes is not None else ""
        ref = account.ref if account is not first else ""
        day = self.day(account.day) if account.day != first.day else ""
        head = DOT.join(part for part in (self._short(account.by), ref, long, day) if part)
        yield from wrapped(Text(head, "quiet"), room)
        if account is not first and (account.erased or account.topic != first.topic):
            topic = None if account.erased else sentence(account.topic)
            yield from with_more(topic, "", room)
        if account.said:
            yield from self._told("said:", account.said, room)
        for each in account.rounds:
            yield from self._round(account, each, room)
        for still in account.still:
            yield from self._still(still, room)

    def _round(self, account: Account, one: Round, room: int) -> Iterator[Text]:
        """What was heard, and the speaker's word on it."""
        who = "" if one.by == account.by else f"{self._short(one.by)} "
        whom = f" {self._short(one.speaker)} say" if one.speaker else ""
        heard = None if one.erased else one.heard
        yield from self._told(f"{who}heard{whom}:", heard, room)
        if one.state == "corrected" and one.answer:
            lead = f"{self._short(one.answer.by)} meant:"
            meant = None if one.answer.erased else one.answer.text
            yield from shifted(self._told(lead, meant, room - 2), 2)
        if words := self._turn(one):
            yield from shifted(wrapped(Text(words, "quiet"), room - 2), 2)

    def _turn(self, one: Round) -> str:
        """How the round stands, in the page's own words."""
        if one.state == "confirmed" and one.answer:
            return f"as {self._short(one.answer.by)} meant it, {self.day(one.answer.day)}"
        if one.state == "said again":
            return "said again since"
        if one.asks is None:
            return ""
        name = self._short(one.asks)
        if one.state == "waits":
            return f"waits for {name}: confirm {one.ref}"
        return f"{name} says again what they hear: talk heard {one.ref}"

    def _still(self, one: Said, room: int) -> list[Text]:
        """What it left open, and whether that was cleared."""
        cleared = f"cleared {self.day(one.answers[0].day)}, " if one.answers else "still open, "
        return self._told(f"{cleared}{one.ref}:", None if one.erased else one.text, room)

    def _told(self, lead: str, text: str | None, room: int) -> list[Text]:
        """A person's words after a lead; in a narrow column they go on below it."""
        whole = Text().append(f"{lead} ", "quiet").append_text(quoted(text, 1_000_000)[0])
        if whole.cell_len <= room:
            return [whole]
        first, *rest = wrapped(whole, room - 2)
        return [first, *shifted(rest, 2)]

    def summary(self, one: JointSummary, room: int) -> Iterator[Text]:
        """What both say of it; or what one proposes, and whose answer it waits for."""
        name = self._short(one.by)
        text = None if one.erased else one.text
        if one.agreed:
            yield from self._told("what both say of it:", text, room)
        elif one.asks is None:
            yield from self._told("in sum:", text, room)
        else:
            yield from self._told(f"{name} proposes as what both say, {one.ref}:", text, room)
            waits = f"waits for {self._short(one.asks)}: agree {one.ref}"
            yield from shifted(wrapped(Text(waits, "quiet"), room - 2), 2)
