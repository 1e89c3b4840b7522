"""What the commands of the agreement share: the part that is meant, the day on which it is looked
at again, and how a next version is proposed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from repairlog.cli import echo, find, load, proposals, texts
from repairlog.cli.rule_words import minutes_in, names_a_length, topics_in
from repairlog.cli.session import Session
from repairlog.dates import day_text, quoted
from repairlog.entries import Entry
from repairlog.errors import Refused
from repairlog.kinds.agreement import Cadence, Ending, Response, Rule
from repairlog.kinds.body import Body
from repairlog.readings.agreed_words import Part, called, known_by, limits, title
from repairlog.readings.agreement import Agreement, agreement
from repairlog.readings.ratings import LOW
from repairlog.readings.record import Item, Record
from repairlog.readings.versions import Course, course, courses
from repairlog.readings.waiting import waits
from repairlog.readings.wording import sentence

PART = find.Sought(
    ("rule", "response", "cadence"), "p", "part of the agreement", "repairlog agreement"
)


@dataclass(frozen=True, slots=True)
class Found:
    """One rule, response or cadence, with the record that it stands in."""

    record: Record
    course: Course

    @property
    def latest(self) -> Item:
        """The version that holds; while none does, the last one that was proposed."""
        return self.course.current.item if self.course.current else self.course.proposed[-1]

    @property
    def ref(self) -> str:
        return self.latest.ref

    @property
    def revisit(self) -> date | None:
        """When it was to be looked at again, as it stands."""
        return self.course.current.revisit if self.course.current else self.body.revisit

    @property
    def body(self) -> Part:
        body = self.latest.body
        assert isinstance(body, Part)
        return body


def refuse_private(s: Session, command: str) -> None:
    """The agreement is of both, so it has no place in a private journal."""
    if s.private:
        raise Refused(
            "The agreement belongs to both, so it stands in the shared journal; "
            "nothing was written.",
            f"Without --private: repairlog agreement {command}",
        )


def look(s: Session) -> tuple[Record, Agreement]:
    """What holds now of rules, responses and cadences."""
    record = load.agreement(s.journal)
    return record, agreement(record, s.settings, s.now)


def live(s: Session) -> list[Found]:
    """All that holds, and all that waits for an answer, in the order of writing."""
    record = load.agreement(s.journal)
    every = (Found(record, one) for one in courses(record, s.settings.partner_since))
    return [found for found in every if _is_live(s, found)]


def named(s: Session, words: Sequence[str], command: str) -> Found:
    """The part of the agreement that the words mean, by reference, by name or by its words.
    Raises Refused for none, for several, and for what holds no more."""
    if words and all(map(find.is_reference, words)):
        return standing(s, find.one(s, words, PART.to(f"agreement {command}")))
    wanted = [word.casefold() for word in words]
    fitting = [f for f in live(s) if all(word in called(f.body).casefold() for word in wanted)]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise Refused(
            f"{quoted(' '.join(words))} fits nothing in the agreement; nothing was written.",
            f"To see it: {PART.listing}",
        )
    listed = [f"{f.ref:<4} {called(f.body)}" for f in fitting[: find.SHOWN]]
    raise Refused(
        f"{quoted(' '.join(words))} fits {len(fitting)} parts of the agreement; "
        "nothing was written:",
        "\n".join([*listed, f"Say which: repairlog agreement {command} {fitting[0].ref}"]),
    )


def standing(s: Session, entry: Entry) -> Found:
    """The part that an entry is a version of. Raises Refused where it holds no more."""
    record = load.agreement(s.journal)
    item = record.get(entry.uid)
    assert item is not None
    found = Found(record, course(record, item, s.settings.partner_since))
    if _is_live(s, found):
        return found
    became = "was declined"
    if found.course.ended:
        became = f"ended on {day_text(found.course.ended.day, s.now)}"
    raise Refused(
        f"{entry.ref} {became}, so there is nothing to change; nothing was written.",
        f"To see it: repairlog show {entry.ref}\nWhat holds now: {PART.listing}",
    )


def of_name(s: Session, name: str) -> Found | None:
    """The response of this name that holds or waits; None where there is none."""
    wanted = known_by(name)
    for found in live(s):
        if isinstance(found.body, Response) and known_by(found.body.name) == wanted:
            return found
    return None


def of_cadence(s: Session, cadence: str) -> Found | None:
    """The cadence of this name that holds or waits; None where there is none."""
    every = (f for f in live(s) if isinstance(f.body, Cadence) and f.body.cadence == cadence)
    return next(every, None)


def revisit(s: Session, words: str | None) -> date | None:
    """The day on which it is looked at again. Raises Refused for one that is past."""
    return s.to_come(words, "one looks at it again on a day to come", "--revisit in 4 weeks")


# -- proposing -----------------------------------------------------------------------------------


def put_forward(
    s: Session, body: Part, before: Callable[[], Found | None], *, together: bool
) -> None:
    """Propose it, as the next version of what ``before`` finds, and say what becomes of it."""
    _refuse_same(s, body, before())
    answer = proposals.ask_together(s, together, title(body), rates=True)
    with s.writing() as writer:
        found = before()
        _refuse_same(s, body, found)
        about = found.latest.uid if found else None
        proposal = proposals.propose(s, writer, body, about, answer)
    lines = [echo.headed(proposal.ref, title(body))]
    lines += [echo.INDENT + line for line in understood(s, body)]
    if isinstance(body, Rule) and body.minutes is None and names_a_length(body.text):
        outright = f"repairlog agreement rule --instead {proposal.ref} --minutes N"
        lines.append(
            f"{echo.INDENT}No limit for a talk was understood from these words. If they set one: "
            f"{outright}"
        )
    if found and found.course.current:
        lines.append(f"{echo.INDENT}Instead of {found.ref}, which holds until then.")
    lines.append(echo.INDENT + proposals.outcome(s, proposal, answer))
    echo.wrote(s, writer.written, lines)


def _refuse_same(s: Session, body: Part, found: Found | None) -> None:
    """Refuse what holds or waits in these very words already."""
    for item in found.course.proposed if found else ():
        holds = found and found.course.current and found.course.current.item is item
        if not holds and not _waits(s, found, item):
            continue
        if _same(body, item.body) and not item.erased:
            mend = f"To see it: repairlog show {item.ref}"
            if not holds and item.by != s.writer:
                mend = f"To say yes to it: repairlog agree {item.ref}"
            raise Refused(f"{item.ref} says so already; nothing was written.", mend)


def _same(body: Part, other: object) -> bool:
    """Whether both would hold the same; a reason or a rating makes no difference."""
    if type(body) is not type(other):
        return False
    assert isinstance(other, Part)
    return replace(body, why=None, attainable=None) == replace(other, why=None, attainable=None)


def end(s: Session, find_it: Callable[[], Found], why: str | None, *, together: bool) -> None:
    """Propose that it binds no more; what the other never agreed to ends by its writer's word."""
    found = find_it()
    takes_both = _refuse_end(s, found)
    what = f"end {called(found.body)}"
    answer = proposals.ask_together(s, together, what) if takes_both else None
    with texts.kept_in_sight(why or ""), s.writing() as writer:
        found = find_it()
        takes_both = _refuse_end(s, found)
        proposal = proposals.propose(s, writer, Ending(why=why), found.latest.uid, answer)
    became = proposals.outcome(s, proposal, answer)
    if not takes_both:
        became = "It was your own, so it ends now."
    lines = [echo.headed(found.ref, what), echo.INDENT + became]
    echo.wrote(s, writer.written, lines)


def _refuse_end(s: Session, found: Found) -> bool:
    """Whether both have to agree. Raises Refused where it is not the writer's, or asked already."""
    own = all(item.by == s.writer for item in found.course.proposed)
    if not found.course.agreed and not own:
        author = found.latest.by
        raise Refused(
            f"{found.ref} is {author}'s own so far, so {author} ends it; nothing was written.",
            f"To say no to it: repairlog decline {found.ref}"
            if _waits(s, found, found.latest)
            else f"To see it: repairlog show {found.ref}",
        )
    for item in found.record.about(found.latest.uid, Ending):
        if _waits(s, found, item):
            raise proposals.waits_already(s, item, f"That {found.ref} ends")
    return found.course.agreed


def reworded(body: Rule, text: str) -> Rule:
    """The rule in other words: what its words said of limits and topics goes with them, what an
    option said of them stays."""
    minutes = body.minutes if body.minutes != minutes_in(body.text) else None
    topics = body.topics if body.topics != topics_in(body.text) else ()
    return replace(
        body, text=text, minutes=minutes_in(text) or minutes, topics=topics_in(text) or topics
    )


def limits_of(body: Body) -> tuple[str, ...]:
    """What is understood of a part of the agreement; of anything else nothing."""
    return limits(body) if isinstance(body, Part) else ()


def understood(s: Session, body: Part) -> list[str]:
    """What was understood of it, a line each."""
    lines = [f"{sentence(line)}." for line in limits(body)]
    if body.revisit:
        lines.append(f"You look at it again together on {day_text(body.revisit, s.now)}.")
    if body.attainable is not None:
        low = "; other words may suit better" if body.attainable <= LOW else ""
        lines.append(f"How attainable {s.writer} finds it: {body.attainable} of 10{low}.")
    return lines


def _is_live(s: Session, found: Found) -> bool:
    return bool(found.course.current) or any(_waits(s, found, i) for i in found.course.proposed)


def _waits(s: Session, found: Found | None, item: Item) -> bool:
    return found is not None and waits(found.record, item, s.settings.partner_since)
