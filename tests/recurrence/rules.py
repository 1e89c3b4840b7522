"""Raw rules of every shape that may be written, for Hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def _listed(items: st.SearchStrategy[str], most: int = 3) -> st.SearchStrategy[str]:
    return st.lists(items, min_size=1, max_size=most, unique=True).map(",".join)


def _numbers(least: int, greatest: int) -> st.SearchStrategy[str]:
    return _listed(st.integers(least, greatest).filter(bool).map(str))


_WEEKDAYS = _listed(st.sampled_from(DAYS))
_NTH = st.builds(lambda n, day: f"{n or ''}{day}", st.integers(-4, 4), st.sampled_from(DAYS))
_PLACES = st.sampled_from(["1", "-1", "2", "1,-1"])

# For each frequency, the parts that it may have.
_PARTS = {
    "DAILY": {"BYMONTH": _numbers(1, 12), "BYMONTHDAY": _numbers(-31, 31), "BYDAY": _WEEKDAYS},
    "WEEKLY": {"BYMONTH": _numbers(1, 12), "BYDAY": _WEEKDAYS},
    "MONTHLY": {
        "BYMONTH": _numbers(1, 12),
        "BYMONTHDAY": _numbers(-31, 31),
        "BYDAY": _listed(_NTH),
    },
    "YEARLY": {
        "BYMONTH": _numbers(1, 12),
        "BYMONTHDAY": _numbers(-31, 31),
        "BYDAY": _WEEKDAYS,
        "BYYEARDAY": _numbers(-366, 366),
        "BYWEEKNO": _numbers(-53, 53),
    },
}


@st.composite
def raw_rules(draw: st.DrawFn, interval: int | None = None) -> str:
    """An RRULE with some of the parts that its frequency allows; it may never fall on a day."""
    freq = draw(st.sampled_from(sorted(_PARTS)))
    parts = {"FREQ": freq}
    names = draw(st.lists(st.sampled_from(sorted(_PARTS[freq])), max_size=2, unique=True))
    parts |= {name: draw(_PARTS[freq][name]) for name in names}
    if names and freq != "DAILY" and draw(st.booleans()):
        parts["BYSETPOS"] = draw(_PLACES)
    if draw(st.booleans()):
        parts["WKST"] = draw(st.sampled_from(DAYS))
    every = draw(st.integers(1, 5)) if interval is None else interval
    if every > 1:
        parts["INTERVAL"] = str(every)
    return ";".join(f"{name}={value}" for name, value in parts.items())
