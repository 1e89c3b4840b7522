"""`disclose`, `acknowledge`, `apologize`, `setback`: told unasked, received, owned, begun anew.

Nothing here asks for what happened: a sentence is enough, and the effect matters more than details.
"""

from __future__ import annotations

from typing import Annotated

import typer

from repairlog.cli import boundaries, commitments, echo, find, proposals, texts
from repairlog.cli.asked import Asked, Needs, by_when, rest
from repairlog.cli.options import Edit, Together
from repairlog.cli.session import Session, session
from repairlog.cli.terms import Said, read_terms
from repairlog.dates import When, day_text
from repairlog.entries import Entry
from repairlog.errors import Refused
from repairlog.journal import Draft
from repairlog.kinds.assent import Adoption
from repairlog.kinds.commitments import Commitment, Terms
from repairlog.kinds.repair import Acknowledgement, Apology, Disclosure, Setback
from repairlog.readings.plans import plans, root_of
from repairlog.readings.record import Item, Record
from repairlog.readings.repair import disclosure, owned
from repairlog.readings.wording import GONE, number, sentence
from repairlog.text import one_line

RECEIVED = find.Sought(
    ("disclosure", "apology", "setback"),
    "e",
    "disclosure",
    "repairlog log",
    "acknowledge",
    theirs=True,
)
SET_BACK = (
    *("commitment", "boundary", "crossing", "trigger", "miss", "apology", "setback"),
    *("milestone", "goal", "ritual", "project"),
)
"""What a setback can set back."""

Text = Annotated[list[str] | None, typer.Argument(metavar="TEXT…")]
By = Annotated[str | None, typer.Option(metavar="WHEN", help="by when")]

# -- told unasked, and received ------------------------------------------------------------------


def disclose(
    context: typer.Context,
    text: Text = None,
    on: Annotated[str | None, typer.Option(metavar="WHEN", help="when it happened")] = None,
    about: Annotated[
        str | None, typer.Option(metavar="REF", help="what it is about: b1, t2, c3 …")
    ] = None,
    edit: Edit = False,
) -> None:
    """Tell something unasked; how long after it happened is kept with it.

    Example: repairlog disclose she wrote to me, and I did not answer --on today 17:20
    """
    with session(context) as s:
        ask = "What do you want the other to know? A sentence is enough."
        words = texts.take(text or [], edit=edit, ask=ask, json=s.said.json)
        with texts.kept_in_sight(words):
            when = s.past(on, "What is still ahead: repairlog commit TEXT…, or add update TEXT…")
            subject = find.one(s, about.split(), find.ABOUT) if about else None
            draft = s.draft(Disclosure(text=words), about=subject.uid if subject else None, on=when)
            with s.writing() as writer:
                entry = writer.append(draft)
        echo.wrote(s, [entry], _disclosed(s, entry, subject, when))


def _disclosed(s: Session, entry: Entry, subject: Entry | None, when: When | None) -> list[str]:
    report = disclosure(*find.item_of(s, entry), s.settings)
    about = f"about {subject.ref}" if subject else ""
    moment = f" ({when.echo(s.calendar, s.now)})" if when else ""
    told = f"{report.after or 'told unasked'}{moment}"
    lines = [echo.headed(entry.ref, sentence(one_line(report.text)), told, about) + "."]
    if when is None:
        lines.append(f"When it happened, if that was earlier: repairlog amend {entry.ref} --on …")
    if report.asks:
        lines.append(f"{report.asks} can say that it was received: {_receive(entry)}")
    return [lines[0], *(echo.INDENT + line for line in lines[1:])]


def _receive(entry: Entry) -> str:
    return f"repairlog acknowledge {entry.ref}"


def acknowledge(
    context: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="e5, 5, or a word of it")],
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT…", help="a word about it, if you like")
    ] = None,
    edit: Edit = False,
) -> None:
    """Say that you received what the other told, apologised for, or met as a setback.

    It says nothing of whether you believe it or forgive it.

    Example: repairlog acknowledge e5 thank you for telling me
    """
    with session(context) as s:
        with texts.kept_in_sight(texts.typed(text)):
            entry = find.one(s, [ref], RECEIVED)
            _refuse_received(s, *find.item_of(s, entry))
        words = texts.take(text or [], edit=edit, ask="", json=s.said.json) if text or edit else ""
        with texts.kept_in_sight(words), s.writing() as writer:
            _refuse_received(s, *find.item_of(s, entry))
            writer.append(s.draft(Acknowledgement(note=words or None), about=entry.uid))
        said = sentence(one_line(words))
        echo.wrote(s, writer.written, [echo.headed(entry.ref, "received", said)])


def _refuse_received(s: Session, record: Record, item: Item) -> None:
    """Only the other receives it, and once."""
    other = s.settings.other(s.writer)
    if other is None:
        raise Refused(
            "There is one person in this journal, so nobody else can receive it; "
            "nothing was written.",
            "To let the other join: repairlog settings partner NAME",
        )
    if item.by == s.writer:
        raise Refused(
            f"{item.ref} is {s.writer}'s own, so it is {other} who receives it; "
            "nothing was written.",
            f"If {other} is here: repairlog --as {other} acknowledge {item.ref}",
        )
    known = record.about(item.uid, Acknowledgement)
    mine = [one for one in known if one.by == s.writer]
    if mine:
        raise Refused(
            f"{item.ref} was received on {day_text(mine[0].day, s.now)} already; "
            "nothing was written.",
            f"To add to it: repairlog add note TEXT… --about {item.ref}",
        )


# -- apologies -----------------------------------------------------------------------------------


APOLOGY = (
    Asked("TEXT…", "What are you sorry for? The effect it had is enough; no details are needed."),
    Asked("--responsibility TEXT", "What in it is yours to own? Without a but."),
    Asked("--repair TEXT", "What will you do to repair it?"),
)
SETBACK = (
    Asked("TEXT…", "What set you back? A sentence is enough; no details are needed."),
    Asked("--plan TEXT", "What is the plan from here on?"),
)


def apologize(
    context: typer.Context,
    text: Text = None,
    responsibility: Annotated[
        str | None, typer.Option(metavar="TEXT", help="what in it is yours to own")
    ] = None,
    repair: Annotated[
        str | None, typer.Option(metavar="TEXT", help="what you will do; it becomes a promise")
    ] = None,
    by: By = None,
    forgiveness: Annotated[
        bool, typer.Option("--forgiveness", help="ask to be forgiven; nobody has to answer")
    ] = False,
    edit: Edit = False,
) -> None:
    """Apologise: what you own, and the deed that repairs it. It is complete when that is done.

    Example: repairlog apologize I hurt your trust --responsibility I hid it --repair tell you first
    """
    with session(context) as s:
        given = [" ".join(text or []), responsibility, repair]
        needs = Needs("apologize", APOLOGY, rest(by=by, forgiveness=forgiveness))
        with texts.kept_in_sight("\n".join(filter(None, given))):
            read_terms(s, Said(by=by))
            words, owns, mends = needs.all_of(s, given, edit=edit)
        with texts.kept_in_sight("\n".join((words, owns, mends))):
            if by is None and needs.missing(given, edit=edit):
                by = by_when(s)
            terms = read_terms(s, Said(by=by))
        with texts.kept_in_sight("\n".join((words, owns, mends))), s.writing() as writer:
            body = Apology(text=words, responsibility=owns, forgiveness=forgiveness)
            apology = writer.append(s.draft(body))
            promised = writer.append(s.draft(commitments.promise(terms, mends), about=apology.uid))
        echo.wrote(s, writer.written, _apologized(s, apology, promised))


def _apologized(s: Session, apology: Entry, promised: Entry) -> list[str]:
    report = owned(*find.item_of(s, apology), s.settings, s.now)
    lines = [echo.headed(apology.ref, sentence(one_line(report.text)), "an apology") + "."]
    lines.append(f"{echo.INDENT}What you own: {one_line(report.responsibility)}")
    lines += _promised(s, promised, f"repairs {apology.ref}")
    lines.append(f"{echo.INDENT}It is complete once {promised.ref} is done.")
    if report.forgiveness:
        lines.append(f"{echo.INDENT}It asks to be forgiven; nobody has to answer that.")
    return lines


def _promised(s: Session, entry: Entry, more: str) -> list[str]:
    path, _ = commitments.course_of(s, entry)
    words = sentence(commitments.shown(path))
    line = echo.headed(entry.ref, words, commitments.due(s, path), more) + "."
    past = commitments.overdue(s, path)
    return [line, f"{echo.INDENT}That is past already."] if past else [line]


# -- setbacks ------------------------------------------------------------------------------------


def setback(
    context: typer.Context,
    text: Text = None,
    about: Annotated[
        str | None, typer.Option(metavar="REF", help="what it set back: c3, b1, e5 …")
    ] = None,
    plan: Annotated[
        str | None, typer.Option(metavar="TEXT", help="what you will do from here on")
    ] = None,
    by: By = None,
    together: Together = False,
    edit: Edit = False,
) -> None:
    """Say that there was a setback, with a new version of the plan; what was done before stands.

    Example: repairlog setback I hid my phone again --about b1 --plan leave it on the shelf
    """
    with session(context) as s:
        given = [" ".join(text or []), plan]
        needs = Needs("setback", SETBACK, rest(about=about, by=by, together=together))
        with texts.kept_in_sight("\n".join(filter(None, given))):
            subject = _set_back(s, about) if about else None
            read_terms(s, Said(by=by))
            words, planned = needs.all_of(s, given, edit=edit)
        with texts.kept_in_sight(f"{words}\n{planned}"):
            if by is None and needs.missing(given, edit=edit):
                by = by_when(s)
            terms = read_terms(s, Said(by=by))
            answer = proposals.ask_together(s, together, f"plan: {planned}")
            written = _set_back_anew(s, words, subject, terms, planned, answer)
        echo.wrote(s, written, _begun_anew(s, written, subject, answer))


def _set_back(s: Session, words: str) -> Entry:
    """What was set back. Raises Refused for what cannot be, or binds nobody any more."""
    entry = find.one(s, words.split(), find.ABOUT)
    if entry.kind not in SET_BACK:
        raise Refused(
            f"{entry.ref} is nothing that a setback sets back: {find.title(s, entry)}. "
            "Nothing was written.",
            "--about a promise, a boundary, a trigger, a crossing, an apology or a setback",
        )
    _refuse_others_own(s, entry)
    if entry.kind == "boundary":
        boundaries.standing(s, entry)
    if entry.kind == "commitment":
        path, _ = commitments.course_of(s, entry)
        if path.released:
            raise Refused(
                f"{entry.ref} was released on {day_text(path.released.day, s.now)}, so nothing "
                "sets it back; nothing was written.",
                "Without --about: repairlog setback TEXT… --plan TEXT",
            )
    return entry


def _refuse_others_own(s: Session, entry: Entry) -> None:
    """People say of their own promises and apologies what set them back."""
    if entry.kind not in ("commitment", "miss", "apology"):
        return
    _, item = find.item_of(s, entry, summed=True)
    who = item.body.who or item.by if isinstance(item.body, Commitment) else item.by
    if who != s.writer:
        raise Refused(
            f"{entry.ref} is {who}'s, so {who} says what set it back; nothing was written.",
            f"If {who} is here: repairlog --as {who} setback TEXT… --about {entry.ref} --plan TEXT",
        )


def _set_back_anew(
    s: Session,
    words: str,
    subject: Entry | None,
    terms: Terms,
    plan: str,
    answer: proposals.Answer | None,
) -> list[Entry]:
    """The setback, its plan, and that it shall be both's: in one command."""
    with s.writing() as writer:
        about = subject.uid if subject else None
        met = writer.append(s.draft(Setback(text=words), about=about))
        body = commitments.promise(terms, plan)
        promised = writer.append(Draft(body, s.writer, s.today, s.now, about=met.uid))
        proposals.propose(s, writer, Adoption(), promised.uid, answer)
        return list(writer.written)


def _begun_anew(
    s: Session, written: list[Entry], subject: Entry | None, answer: proposals.Answer | None
) -> list[str]:
    met, promised, proposal = written[:3]
    record, item = find.item_of(s, met)
    record, root = find.item_of(s, root_of(record, item).entry)
    versions = plans(record, root, s.settings, s.now)
    mine = next(version for version in versions if version.ref == met.ref)
    about = f"about {subject.ref}" if subject else ""
    words = GONE if item.erased else sentence(one_line(mine.text or ""))
    lines = [echo.headed(met.ref, words, about, "a setback") + "."]
    lines += _promised(s, promised, f"version {mine.number} of the plan")
    lines.append(echo.INDENT + proposals.outcome(s, proposal, answer))
    before = sum(version.done for version in versions if version.number < mine.number)
    if before:
        times = "once" if before == 1 else f"{number(before)} times"
        lines.append(f"{echo.INDENT}What was done of it before stands: {times}.")
    return lines
