"""Standings against the slow reference: every form of rule, every thing that can be written."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from repairlog.dates import Calendar
from repairlog.errors import Refused
from repairlog.kinds.changes import Ease, Release, Renegotiation
from repairlog.kinds.commitments import Commitment, Delivery, Miss, Terms
from repairlog.kinds.keeping import Init
from repairlog.readings.binding import bind, bind_miss
from repairlog.readings.course import Course, course
from repairlog.readings.people import Settings
from repairlog.readings.record import Record
from repairlog.readings.refusals import Ambiguous
from repairlog.readings.standing import Checkpoint, Standing, next_checkpoint, reckon
from repairlog.recurrence import read_rule
from tests import reference
from tests.build import entry
from tests.reference import Case
from tests.strategies import Probe, Scene, probes, scenes

MANY = settings(max_examples=400)

FIGURES = ("kept", "late", "owned", "missed", "eased", "extra", "run", "best_run", "steadiness")


def aware(wall: datetime) -> datetime:
    return wall.astimezone()


class Life:
    """A scene of the strategies, written down as the program's own entries, by one person alone
    (so that what is proposed stands at once)."""

    def __init__(self, scene: Scene) -> None:
        case = self.case = scene.case
        calendar = Calendar(day_ends=case.day_ends, week_starts=case.week_starts)
        self.settings = Settings(me="Ana", people=("Ana",), calendar=calendar)
        self.now = aware(scene.now)
        init = Init(me="Ana", day_ends=case.day_ends, week_starts=case.week_starts)
        made = case.made.isoformat()
        self.entries = [entry(init, at=made, calendar=calendar)]
        terms = self._terms(case)
        body = Commitment(text="a promise", **_fields(terms))
        self.promise = entry(body, at=made, calendar=calendar)
        self.entries.append(self.promise)
        for writing in scene.written:
            self._write(writing.what, writing.index, writing.at)

    def _terms(self, case: Case) -> Terms:
        calendar = self.settings.calendar
        if case.once:
            by, at = case.by or (None, None)
            return Terms(start=case.first, by=by, at=at)
        assert case.rule is not None
        rule, times = read_rule(case.rule, case.first, calendar)
        return Terms(
            start=case.first,
            every=rule.words,
            rrule=rule.rrule,
            whole=rule.whole,
            times=times or case.times,
            at=case.at,
            until=case.until,
        )

    def _write(self, what: str, index: int, at: datetime) -> None:
        case, text = self.case, at.isoformat()
        match what:
            case "deliveries":
                self._deliver(case.deliveries[index], text)
            case "misses":
                self._append(Miss(own="mine", of=case.misses[index]), text)
            case "pauses":
                first, last = case.pauses[index]
                self._append(Ease(start=first, until=last), text)
            case "released":
                self._append(Release(), text)
            case "renegotiations":
                self._append(self._new_terms(index), text)

    def _append(self, body: Any, at: str) -> None:
        calendar = self.settings.calendar
        self.entries.append(entry(body, at=at, about=self.promise, calendar=calendar))

    def _deliver(self, said: reference.Delivery, written: str) -> None:
        from dataclasses import replace

        body = Delivery(of=said.bound, partly=said.partly)
        told = entry(body, at=written, about=self.promise, calendar=self.settings.calendar)
        at = aware(said.moment) if said.moment else None
        self.entries.append(replace(told, uid=said.uid, day=said.day, at=at))

    def _new_terms(self, index: int) -> Renegotiation:
        case = self.case
        _, new = case.renegotiations[index]
        if case.once:
            by, at = new.get("by") or (None, None)
            return Renegotiation(start=case.first, by=by, at=at)
        agreed = case.renegotiations[index][0]
        start = reference.day_of(case, agreed)
        rule, times = read_rule(new["rule"], start, self.settings.calendar)
        return Renegotiation(
            start=start,
            every=rule.words,
            rrule=rule.rrule,
            whole=rule.whole,
            times=times or new["times"],
            at=new["at"],
            until=new["until"],
        )

    def course(self, *, but: frozenset[str] = frozenset()) -> Course:
        record = Record(e for e in self.entries if e.uid not in but)
        item = record.get(self.promise.uid)
        assert item is not None
        return course(record, item, self.settings)


def _fields(terms: Terms) -> dict[str, Any]:
    from dataclasses import fields

    return {f.name: getattr(terms, f.name) for f in fields(terms)}


def shown(standing: Standing) -> dict[str, Any]:
    """The standing in the reference's words."""
    found = {name: getattr(standing.tally, name) for name in FIGURES}
    return {
        **found,
        "settled": standing.tally.settled,
        "standing": standing.standing,
        "open": standing.open,
        "rate": standing.rate,
        "rate_28d": standing.rate_28d,
        "punctual": standing.punctual,
        "next": standing.next
        and {"day": standing.next.day, "deadline": standing.next.deadline.replace(fold=0)},
        "occurrences": [
            {
                "day": o.day,
                "deadline": o.deadline.replace(fold=0),
                "standing": o.standing,
                "partly": bool(o.partly),
            }
            for o in standing.occurrences
        ],
    }


@pytest.fixture(autouse=True)
def no_daylight_saving(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reference counts on a naive clock; what DST does to a deadline is tested with dates."""
    import time

    monkeypatch.setenv("TZ", "UTC")
    time.tzset()


@MANY
@given(scenes(once=False))
def test_every_figure_of_a_recurring_promise_is_as_the_rules_say(scene: Scene) -> None:
    life = Life(scene)
    expected = reference.reckon(scene.case, scene.now)
    found = shown(reckon(life.course(), life.now))
    assert found["steadiness"] == pytest.approx(expected.pop("steadiness"), abs=1e-9)
    del found["steadiness"]
    assert found == expected


@given(scenes(once=True))
def test_every_standing_of_a_promise_kept_once_is_as_the_rules_say(scene: Scene) -> None:
    life = Life(scene)
    expected = reference.reckon(scene.case, scene.now)
    found = shown(reckon(life.course(), life.now))
    names = ("standing", "kept", "late", "owned", "missed", "open", "extra", "settled")
    assert {n: found[n] for n in names} == {n: expected[n] for n in names}


@given(st.data(), scenes(once=False))
def test_a_delivery_belongs_to_the_occurrence_that_the_rules_name(
    data: st.DataObject, scene: Scene
) -> None:
    if scene.case.released:
        return
    probe = data.draw(probes(scene))
    expected = reference.bind(
        scene.case, scene.now, probe.day, probe.moment, probe.late, probe.for_day, probe.partly
    )
    life = Life(scene)
    at = aware(probe.moment) if probe.moment else None
    found = _bound(life, probe, at)
    if isinstance(expected, reference.Refusal):
        assert found == "refused"
    elif isinstance(expected, reference.Ambiguous):
        assert found == (expected.preceding, expected.owner)
    else:
        assert found in (None, expected)


def _bound(life: Life, probe: Probe, at: datetime | None) -> date | tuple[date, date] | str | None:
    """What the program binds the delivery to: None for its day's own occurrence, two days where
    it could mean two."""
    try:
        return bind(
            life.course(),
            life.now,
            probe.day,
            at,
            late=probe.late,
            named=probe.for_day,
            partly=probe.partly,
        )
    except Ambiguous as two:
        return two.before.day, two.running.day
    except Refused:
        return "refused"


@given(st.data(), scenes())
def test_a_miss_belongs_to_the_occurrence_that_the_rules_name(
    data: st.DataObject, scene: Scene
) -> None:
    if scene.case.released:
        return
    near = st.integers(-20, 20).map(lambda days: scene.now.date() + timedelta(days))
    named = None if scene.case.once else data.draw(st.none() | near)
    expected = reference.bind_miss(scene.case, scene.now, named)
    life = Life(scene)
    try:
        found = bind_miss(life.course(), life.now, named)
    except Refused:
        assert isinstance(expected, reference.Refusal)
    else:
        assert found is None if scene.case.once else found == expected


@given(scenes(once=False), st.integers(0, 400))
def test_a_checkpoint_changes_no_figure(scene: Scene, later: int) -> None:
    life = Life(scene)
    now = life.now + timedelta(days=later)
    whole = life.course()
    checkpoint = next_checkpoint(whole, now, None)
    if checkpoint is None:
        return
    checkpoint = Checkpoint.from_text(checkpoint.through, checkpoint.to_text())
    covered = frozenset(
        e.uid
        for e in life.entries
        if e.kind in ("delivery", "miss") and e.day <= checkpoint.through
    )
    since = reckon(life.course(but=covered), now, checkpoint)
    fully = shown(reckon(whole, now))
    quick = shown(since)
    recent = [o for o in fully["occurrences"] if o["day"] > checkpoint.through]
    assert quick == {**fully, "occurrences": recent}


@MANY
@given(scenes(once=False))
def test_the_order_of_arrival_changes_nothing(scene: Scene) -> None:
    life = Life(scene)
    there = reckon(life.course(), life.now)
    life.entries.reverse()
    assert shown(reckon(life.course(), life.now)) == shown(there)


def _sundays() -> tuple[Course, datetime]:
    first = date(2026, 8, 31)
    terms = read_rule("sunday", first, Calendar())[0]
    body = Commitment(
        text="the Sunday plan", start=first, every=terms.words, rrule=terms.rrule, whole=None
    )
    promise = entry(body, at="2026-08-31T18:00")
    days = [date(2026, 9, 6) + timedelta(weeks=n) for n in range(12)]
    done = [entry(Delivery(), at=f"{day}T18:00", about=promise) for day in days]
    record = Record([promise, *done])
    item = record.get(promise.uid)
    assert item is not None
    alone = Settings(me="Ana", people=("Ana",), calendar=Calendar())
    return course(record, item, alone), aware(datetime(2026, 11, 22, 20))


def test_twelve_perfect_sundays_make_a_steadiness_of_082() -> None:
    standing = reckon(*_sundays())
    assert standing.tally.kept == standing.tally.run == 12
    assert round(standing.tally.steadiness, 2) == 0.82
