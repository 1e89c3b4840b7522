"""`settings`: see what holds, or change one thing; what is shared takes both."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Annotated

import typer

from repairlog.cli import beginning, echo, proposals, show
from repairlog.cli.commands.init import day_end
from repairlog.cli.options import Together
from repairlog.cli.session import Session, known_person, session
from repairlog.dates import WEEKDAYS, day_text, quoted, read_day_name
from repairlog.errors import Misread, Refused
from repairlog.kinds.assent import SettingChange
from repairlog.kinds.keeping import Setting
from repairlog.text import visible

NAMES = ("me", "partner", "repairing", "hurt", "week-starts", "day-ends", "tone", "backup")

LONGEST_DAYS = 730

TONE = {
    "on": "a gentler form is offered where a text could hurt; on this device.",
    "off": "texts are saved without a word about them; on this device.",
}


def settings(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help=", ".join(NAMES))] = None,
    value: Annotated[list[str] | None, typer.Argument(metavar="VALUE")] = None,
    together: Together = False,
) -> None:
    """See the settings, or change one. What is shared holds once both want it, from then on.

    Example: repairlog settings partner Sam
    """
    if value and context.obj.private:
        raise Misread(
            "A private journal follows the settings of the shared one and has none of its own.",
            f"repairlog settings {name} {' '.join(value)}",
        )
    with session(context) as s:
        if name is None:
            _show(s)
        elif name not in NAMES:
            raise Misread(f"There is no setting {quoted(name)}.", f"Settings: {', '.join(NAMES)}")
        elif not value:
            raise Misread(f"It is not said what {name} should be.", f"repairlog settings {name} …")
        else:
            _change(s, name, " ".join(value), together)


def as_rows(s: Session) -> dict[str, str | None]:
    """Every setting as it would be typed."""
    held = s.settings
    return {
        "me": held.me or "ask",
        "partner": held.other(held.people[0]),
        "repairing": held.repairing,
        "hurt": held.hurt,
        "week-starts": WEEKDAYS[held.calendar.week_starts],
        "day-ends": f"{held.calendar.day_ends:%H:%M}",
        "tone": "on" if held.tone else "off",
        "backup": _often(held.backup),
    }


def _show(s: Session) -> None:
    rows = as_rows(s)
    if s.said.json:
        show.as_json({"settings": rows})
        return
    for name, value in rows.items():
        print(f"{name:<12} {visible(value or 'not said')}")
    print(f"\nJournal      {visible(str(s.journal.path))}")


def _change(s: Session, name: str, words: str, together: bool) -> None:
    value = _understood(s, name, words)
    if name in ("me", "partner", "tone", "backup"):
        with s.writing() as writer:
            entry = writer.append(s.draft(Setting(name=name, value=value)))
        echo.wrote(
            _since_then(s, name, value), [entry], [echo.headed(entry.ref, _own(name, value))]
        )
        return
    _refuse_again(s, name, value)
    answer = proposals.ask_together(
        s, together, f"{name}: {words}, from {day_text(s.today, s.now)}"
    )
    with s.writing() as writer:
        _refuse_again(s, name, value)
        body = SettingChange(name=name, value=value)
        proposal = proposals.propose(s, writer, body, None, answer)
    lines = [f"{name}: {words}", echo.INDENT + proposals.outcome(s, proposal, answer)]
    echo.wrote(s, writer.written, lines)


def _refuse_again(s: Session, name: str, value: str) -> None:
    """A shared setting is proposed where it is another, and once."""
    shown = WEEKDAYS[int(value)] if name == "week-starts" else value
    if as_rows(s)[name] == shown:
        raise Refused(f"{name} is {shown} already; nothing was written.", "repairlog settings")
    _, waiting = proposals.all_waiting(s)
    for item in waiting:
        if item.body == SettingChange(name=name, value=value):
            raise proposals.waits_already(s, item, f"That {name} be {shown}")


def _own(name: str, value: str) -> str:
    """What holds from now, of what takes one person only."""
    if name == "partner":
        return f"{value} joins this journal."
    if name == "tone":
        return TONE[value]
    if name == "backup":
        return _reminded(int(value))
    return "each command asks who writes." if value == "ask" else f"{value} writes at this account."


def _since_then(s: Session, name: str, value: str) -> Session:
    """The session as the next command will find it, still with this one's writer."""
    if name != "me":
        return s
    held = replace(s.settings, me=None if value == "ask" else value)
    return replace(s, settings=held, said=replace(s.said, as_=s.writer))


def _understood(s: Session, name: str, words: str) -> str:
    so = f"repairlog settings {name}"
    match name:
        case "me":
            return "ask" if words.casefold() == "ask" else known_person(s.settings, words, so)
        case "partner":
            return _partner(s, words)
        case "tone":
            return _tone(words)
        case "backup":
            return _days(words)
        case "week-starts":
            return str(read_day_name(words))
        case "day-ends":
            return f"{day_end(words):%H:%M}"
    return known_person(s.settings, words, so)


def _tone(words: str) -> str:
    said = words.casefold()
    if said not in TONE:
        raise Misread(
            f"{quoted(words)} is neither on nor off.",
            "repairlog settings tone off\nrepairlog settings tone on",
        )
    return said


def _days(words: str) -> str:
    """After how many days, from words."""
    if words.casefold() == "off":
        return "0"
    found = re.fullmatch(r"(\d{1,3}|an?|every)? ?(day|week)s?", words.casefold().strip())
    times = found[1] if found else None
    days = (int(times) if times and times.isdecimal() else 1) * (
        7 if found and found[2] == "week" else 1
    )
    if found is None or not 1 <= days <= LONGEST_DAYS:
        raise Misread(
            f"{quoted(words)} is no number of days or weeks, up to two years.",
            "repairlog settings backup 4 weeks\nrepairlog settings backup off",
        )
    return str(days)


def _often(days: int) -> str:
    if not days:
        return "off"
    count, unit = (days, "day") if days % 7 else (days // 7, "week")
    return f"{count} {unit}{'s' if count > 1 else ''}"


def _reminded(days: int) -> str:
    if not days:
        return "today's page says nothing of backups; on this device."
    return f"today's page says so where the last backup is {_often(days)} old; on this device."


def _partner(s: Session, words: str) -> str:
    joining = beginning.name(words)
    if not s.settings.alone:
        raise Refused(
            f"This journal is {' and '.join(s.settings.people)}'s already; nothing was written.",
            "repairlog settings",
        )
    if joining.casefold() == s.settings.people[0].casefold():
        raise Refused(f"{joining} writes here already; nothing was written.", "repairlog settings")
    return joining
