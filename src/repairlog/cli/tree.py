"""Every command, where it is, and where the list of commands shows it (DESIGN 4)."""

from __future__ import annotations

from repairlog.cli.lines import Group, Place

EVERY_DAY = "Every day"
EACH_WEEK = "Each week"
AGREEMENT = "The agreement"
LOOK = "Look"
KEEP = "Keep"

FIRST = ("commit", "deliver", "boundary", "trigger", "review")


def _at(module: str, name: str) -> str:
    return f"repairlog.cli.commands.{module}:{name}"


def _place(
    name: str,
    line: str,
    panel: str,
    module: str = "",
    *,
    reads: bool = False,
    words_lead: bool = False,
) -> tuple[str, Place]:
    function = name.replace("-", "_")
    at = _at(module or function, function)
    return name, Place(at, line, panel, reads, words_lead=words_lead)


COMMANDS: dict[str, Place] = dict(
    (
        _place("commit", "promise something, once or again and again", EVERY_DAY),
        _place("deliver", "say that it was done", EVERY_DAY),
        _place("miss", "own that it was not, and say what repairs it", EVERY_DAY),
        _place("trigger", "what set something off, its effect, and what was meant", EVERY_DAY),
        _place("talk", "a conversation: what each said and heard", EVERY_DAY),
        _place("confirm", "say whether the other heard what you meant", EVERY_DAY, "talk"),
        _place("disclose", "tell something unasked", EVERY_DAY, "repair"),
        _place("acknowledge", "say that you received what the other told", EVERY_DAY, "repair"),
        _place("apologize", "own it, and promise the deed that repairs it", EVERY_DAY, "repair"),
        _place("setback", "a setback, and a new version of the plan", EVERY_DAY, "repair"),
        _place("checkin", "how you are: safe, watchful, in words", EVERY_DAY, words_lead=True),
        _place("add", "keep a moment: a win, a doubt, a need, a memory …", EVERY_DAY),
        _place("answer", "answer what the other wrote", EVERY_DAY, "add"),
        _place("review", "the week, gone through together", EACH_WEEK, reads=True),
        _place("ledger", "what was promised, and how each promise stands", EACH_WEEK, reads=True),
        _place("timeline", "the months: reached, agreed, crossed, repaired", EACH_WEEK, reads=True),
        _place("boundary", "what is nonnegotiable, and what it means", AGREEMENT),
        _place("agree", "say yes to what the other proposed", AGREEMENT, "consent"),
        _place("decline", "say no to it; it is never held against anyone", AGREEMENT, "consent"),
        _place("renegotiate", "propose new terms for a promise", AGREEMENT, "changes"),
        _place("release", "propose to let a promise go", AGREEMENT, "changes"),
        _place("ease", "propose a pause of one promise", AGREEMENT, "changes"),
        _place("pace", "slow down, hold, or go on: the hurt person's to say", AGREEMENT),
        _place("agreement", "all that binds now, and when you look at it again", AGREEMENT),
        _place("consent", "what each says yes to, for themselves", AGREEMENT, "consenting"),
        _place("milestone", "something to look forward to, and to celebrate", AGREEMENT),
        ("today", Place(_at("today", "today"), "what is due now", LOOK, reads=True, hidden=True)),
        _place("log", "the entries in order, the newest at the end", LOOK, reads=True),
        _place("show", "one thing with its whole history", LOOK, reads=True),
        _place("search", "what was written, by its words", LOOK, reads=True),
        _place("init", "begin a journal", KEEP),
        _place("settings", "see the settings, or change one", KEEP),
        _place("amend", "put your own words or time right", KEEP, "mending"),
        _place("undo", "take back your latest command", KEEP, "mending"),
        _place("erase", "remove your own words for good", KEEP, "mending"),
        _place("export", "a summary as text, or the whole record", KEEP, reads=True),
        ("import", Place(_at("import_", "import_"), "begin a journal with a whole record", KEEP)),
        _place("backup", "a copy of the journal, read back and compared", KEEP),
        _place("restore", "a backup becomes the journal again", KEEP),
        _place("lock", "a passphrase for the journal", KEEP),
        _place("unlock", "take the passphrase off", KEEP, "lock"),
        _place("doctor", "whether all is as it was written; what a seal covered", KEEP),
        _place("away", "clear the screen at once", KEEP),
        ("help", Place(_at("help_", "help_"), "a command, or how to use this safely", KEEP)),
    )
)

REPAIRLOG = Group(
    "repairlog",
    COMMANDS,
    help="One honest record for two people: what was promised, what was delivered, "
    "what remains challenging.",
    alone="today",
    first=FIRST,
)
