"""`undo`, `amend`, `erase`: one's own entries taken back, put right, or emptied for good."""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated

import typer

from repairlog.cli import ask, echo, find, mend, texts
from repairlog.cli.proposals import outcome, propose, waits_already
from repairlog.cli.session import Session, session
from repairlog.dates import When
from repairlog.entries import Entry
from repairlog.errors import Refused
from repairlog.kinds.agreement import Consent, Rule
from repairlog.kinds.assent import Decline, Erasure
from repairlog.kinds.body import Proposal, words_of
from repairlog.kinds.boundaries import Boundary
from repairlog.kinds.commitments import Commitment, Delivery, Terms
from repairlog.kinds.conversations import Confirmation, Paraphrase
from repairlog.kinds.keeping import Init
from repairlog.kinds.mending import Amend, Undo
from repairlog.readings.assent import bound
from repairlog.readings.record import MAIN_WORDS, NOTES, Item, Record
from repairlog.readings.waiting import adopted, waits
from repairlog.readings.wording import happened
from repairlog.text import check, one_line, visible


def undo(context: typer.Context) -> None:
    """Take back your latest command, whole, while nobody has answered it.

    Example: repairlog undo
    """
    with session(context) as s:
        with s.writing() as writer:
            command = mend.latest_command(s)
            _refuse_undo(s, command)
            lines = [echo.headed(e.ref, f"taken back: {_described(s, e)}") for e in command]
            for entry in reversed(command):
                writer.append(s.draft(Undo(), about=entry.uid))
        if s.said.json:
            echo.wrote(s, writer.written, [])
            return
        for line in lines:
            print(line)
        whose = f"{visible(s.writer)}'s latest{' private one' if s.private else ''}"
        print(f"{echo.INDENT}It was {whose}, and counts as if never written.")


def _refuse_undo(s: Session, command: list[Entry]) -> None:
    if not command or command[0].kind == "init":
        raise Refused(f"There is nothing of {s.writer}'s to take back.", "repairlog log")
    if any(entry.kind == "erase" for entry in command):
        raise Refused(
            "The latest command erased words, and they are gone for good; nothing was written.",
            "repairlog log",
        )
    answer = mend.answered_by(s, command)
    if answer is not None:
        ref = command[0].ref
        raise Refused(
            f"{answer.by} has answered {ref} already ({answer.ref}), so it stands; "
            "nothing was written.",
            f"To put it right together: repairlog show {ref}",
        )


def _described(s: Session, entry: Entry) -> str:
    from repairlog.readings.told import told

    record, item = find.item_of(s, entry)
    line = told(record, item, s.settings, s.now)
    did = f"{line.label} ({line.subject})" if line.subject else line.label
    words = find.own_words(item) or line.text or line.detail
    when = happened(item.day, item.at, s.now)
    return f"{did}, {when}{': ' + one_line(words) if words else ''}"


def amend(
    context: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="one of your own: c3, e40 …")],
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT…", help="the words as they should be")
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="its note instead")] = None,
    on: Annotated[str | None, typer.Option(metavar="WHEN", help="when it really was")] = None,
    edit: Annotated[bool, typer.Option("--edit", help="change the text in your editor")] = False,
) -> None:
    """Put your own words or time right, while the other has not answered.

    Example: repairlog amend e40 --on yesterday 17:50
    """
    with session(context) as s:
        entry = find.one(s, [ref], find.ANYTHING.to("amend"))
        record, item = find.item_of(s, entry)
        with texts.kept_in_sight("\n".join(filter(None, [texts.typed(text), note]))):
            mend.refuse_foreign(s, item, "amend")
            _refuse_answered(s, record, item)
            when = s.past(on, f"repairlog amend {item.ref} --on …")
        words = _new_words(s, item, text or [], edit=edit, asks=not (note or on))
        with texts.kept_in_sight("\n".join(filter(None, [words, note]))):
            _refuse_unfitting(s, item, words, note, when)
            body = Amend(
                text=words,
                note=check(note) if note else None,
                day=when.day if when else None,
                at=when.at if when else None,
            )
            with s.writing() as writer:
                writer.append(s.draft(body, about=entry.uid, on=when))
        line = echo.headed(entry.ref, f"put right: {find.title(s, entry)}")
        moved = f"{echo.INDENT}It was {when.echo(s.calendar, s.now)}." if when else ""
        told = [line, moved, *(echo.INDENT + words for words in _voided(s, record, item))]
        echo.wrote(s, writer.written, filter(None, told))


def _voided(s: Session, record: Record, item: Item) -> list[str]:
    """That the other's yes was to what a proposal said before, where there was one."""
    if not isinstance(item.body, Proposal):
        return []
    agreed = bound(record, item, s.settings.partner_since)
    if agreed is None or agreed.assent is None:
        return []
    other = agreed.assent.by
    return [
        f"{other} said yes to it as it was, so it binds no more until {other} says yes to this: "
        f"repairlog agree {item.ref}"
    ]


def _new_words(s: Session, item: Item, text: list[str], *, edit: bool, asks: bool) -> str | None:
    if edit and not text:
        text = [find.own_words(item)]
    if not text and not asks:
        return None
    quotes = isinstance(item.body, Paraphrase)
    ask = "How should it read?"
    return texts.take(text, edit=edit, ask=ask, json=s.said.json, quotes=quotes)


def _refuse_answered(s: Session, record: Record, item: Item) -> None:
    if adopted(record, item, s.settings.partner_since):
        mends = {
            Boundary: f"repairlog boundary revise {item.ref} TEXT… --why TEXT",
            Commitment: f"repairlog renegotiate {item.ref} --text TEXT --why TEXT",
        }
        raise Refused(
            f"Both agreed to {item.ref}, so its words are changed together; nothing was written.",
            mends.get(type(item.body), "repairlog milestone add TEXT…"),
        )
    answers = mend.answers(record, item)
    no = next((one for one in answers if isinstance(one.body, Decline)), None)
    if no:
        raise Refused(
            f"{no.by} said no to {item.ref} as it is ({no.ref}); nothing was written.",
            "It can be proposed anew, in other words or at another time.",
        )
    if answers:
        answer = answers[0]
        raise Refused(
            f"{answer.by} has answered {item.ref} already ({answer.ref}), so it stands as it is; "
            "nothing was written.",
            f"To add to it: repairlog add note TEXT… --about {item.ref}",
        )


def _refuse_unfitting(
    s: Session, item: Item, text: str | None, note: str | None, when: When | None
) -> None:
    named = {f.name for f in fields(item.body)}
    if item.erased or isinstance(item.body, Init):
        raise Refused(f"{item.ref} has no words to put right.", f"repairlog show {item.ref}")
    plain_yes = isinstance(item.body, Confirmation) and item.body.correct is None
    if text is not None and (plain_yes or not named & set(MAIN_WORDS)):
        raise Refused(f"{item.ref} has no text of its own.", f"repairlog amend {item.ref} --note …")
    if note is not None and not named & set(NOTES):
        raise Refused(f"{item.ref} has no note.", f"repairlog amend {item.ref} TEXT…")
    if text is not None and isinstance(item.body, Rule):
        _refuse_other_limits(item, item.body, text)
    if when is None:
        return
    if isinstance(item.body, Consent):
        raise Refused(
            "A word of consent holds from when it was said; nothing was written.",
            f"To take it back: repairlog consent {item.body.to} --withdraw",
        )
    if isinstance(item.body, Terms) or not words_of(type(item.body)):
        raise Refused(
            f"The dates of {item.ref} are its terms, and terms change by agreement; "
            "nothing was written.",
            f"repairlog renegotiate {item.ref} --by WHEN",
        )
    if isinstance(item.body, Delivery):
        _refuse_before_beginning(s, item, when)


def _refuse_other_limits(item: Item, rule: Rule, text: str) -> None:
    """Refuse words that say another limit, or other safe topics, than the ones that would hold."""
    from repairlog.cli.agreements import reworded

    meant = reworded(rule, text)
    if (meant.minutes, meant.topics) != (rule.minutes, rule.topics):
        raise Refused(
            f"These words say another limit, or other safe topics, than {item.ref} holds, so they "
            "are its next version; nothing was written.",
            f"repairlog agreement rule TEXT… --instead {item.ref}",
        )


def _refuse_before_beginning(s: Session, item: Item, when: When) -> None:
    from repairlog.cli import commitments
    from repairlog.readings import refusals

    [promise] = s.journal.above([item.entry])[:1]
    path, _ = commitments.course_of(s, promise)
    if when.day < path.first:
        raise refusals.too_early(path, when.day)


def erase(
    context: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="one of your own: c3, e40 …")],
) -> None:
    """Remove your own words for good; what both agreed to takes both.

    Example: repairlog erase e40
    """
    with session(context) as s:
        entry = find.one(s, [ref], find.ANYTHING.to("erase"))
        record, item = find.item_of(s, entry)
        mend.refuse_foreign(s, item, "erase")
        if item.erased or not find.own_words(item):
            raise Refused(f"{entry.ref} holds no words; nothing was written.", "repairlog log")
        if mend.agreed_by_both(s, record, item):
            _refuse_second_erasure(s, record, item)
            _propose_erasure(s, entry)
            return
        if s.asks and not _erases(entry, item):
            print("Nothing was erased.")
            return
        with s.writing() as writer:
            said = mend.erase_words(s, writer, record, item)
        if s.said.json:
            echo.wrote(s, said, [])
            return
        print(echo.headed(entry.ref, "its words are gone from this journal, for good."))
        print(f"{echo.INDENT}A backup or an export made before still holds them.")


def _erases(entry: Entry, item: Item) -> bool:
    """Whether its author, who sees the words once more, wants them gone."""
    question = f"{echo.headed(entry.ref, find.own_words(item))}\nRemove these words for good?"
    return ask.choose(question, {"y": "yes, for good", "n": "no"}) == "y"


def _refuse_second_erasure(s: Session, record: Record, item: Item) -> None:
    for proposal in record.about(item.uid, Erasure):
        if waits(record, proposal, s.settings.partner_since):
            raise waits_already(s, proposal, f"That the words of {item.ref} be erased")


def _propose_erasure(s: Session, entry: Entry) -> None:
    with s.writing() as writer:
        proposal = propose(s, writer, Erasure(), entry.uid, None)
    what = f"erase {entry.ref}, which both agreed to"
    lines = [echo.headed(proposal.ref, what), echo.INDENT + outcome(s, proposal, None)]
    echo.wrote(s, writer.written, lines)
