"""The things of the pages as plain values, the same in every `--json`: days are ISO dates, what is
unknown or was erased is null."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from repairlog.readings.boundaries import BoundaryReport, CrossingReport
from repairlog.readings.conversations import Conversation, JointSummary, Round
from repairlog.readings.milestones import MilestoneReport
from repairlog.readings.moments import Said
from repairlog.readings.plans import Plan
from repairlog.readings.projects import ProjectReport
from repairlog.readings.repair import DisclosureReport, Owned, Repairs, state_of
from repairlog.readings.standing import Occurrence
from repairlog.readings.steps import Step
from repairlog.readings.triggers import TriggerReport

Row = dict[str, Any]


def day_of(day: date | None) -> str | None:
    """The day as an ISO date."""
    return str(day) if day else None


def moment_of(at: datetime | None) -> str | None:
    """The moment as an ISO date-time with its offset."""
    return at.isoformat(timespec="seconds") if at else None


def occurrence_row(occurrence: Occurrence) -> Row:
    """An occurrence of a promise: what fell due, and how it stands."""
    return {
        "day": str(occurrence.day),
        "deadline": occurrence.deadline.isoformat(timespec="minutes"),
        "standing": occurrence.standing,
        "partly": len(occurrence.partly),
    }


def said_row(one: Said) -> Row:
    """What was said in passing, with its answers."""
    return {
        "ref": one.ref,
        "kind": one.kind,
        "by": one.by,
        "day": str(one.day),
        "text": None if one.erased else one.text,
        "answers": [said_row(answer) for answer in one.answers],
    }


def step_rows(steps: Iterable[Step]) -> list[Row]:
    """The steps of a plan."""
    return [
        {
            "ref": step.ref,
            "who": step.who,
            "text": None if step.erased else step.text,
            "standing": step.standing,
            "by": day_of(step.by),
            "done": day_of(step.done),
            "updates": [said_row(update) for update in step.updates],
        }
        for step in steps
    ]


def repairs_row(repairs: Repairs) -> Row:
    """What was told unasked, owned and repaired, and the repairs that have grown silent."""
    return {
        "disclosures": [disclosure_row(one) for one in repairs.disclosures],
        "apologies": [owned_row(one) for one in repairs.owned if one.kind == "apology"],
        "setbacks": [owned_row(one) for one in repairs.owned if one.kind == "setback"],
        "silent": [
            {**step_rows([one.step])[0], "since": str(one.since), "repairs": one.repairs}
            for one in repairs.silent
        ],
    }


def disclosure_row(one: DisclosureReport) -> Row:
    """Something told unasked, and whether the other has received it."""
    return {
        "ref": one.ref,
        "by": one.by,
        "day": str(one.day),
        "told": str(one.told_on),
        "after": one.after or None,
        "about": one.about,
        "text": None if one.erased else one.text,
        "received": said_row(one.received) if one.received else None,
        "asks": one.asks,
    }


def owned_row(one: Owned) -> Row:
    """An apology or a setback, and how far its repair has come."""
    row = {
        "ref": one.ref,
        "kind": one.kind,
        "by": one.by,
        "day": str(one.day),
        "about": one.about,
        "text": None if one.erased else one.text,
        "state": state_of(one),
        "done": day_of(one.mended),
        "open": not one.over,
        "steps": step_rows(one.steps),
        "updates": [said_row(update) for update in one.updates],
        "received": said_row(one.received) if one.received else None,
    }
    if one.plan:
        return {**row, "version": one.plan.number, "plan": plan_row(one.plan)}
    return {**row, "responsibility": one.responsibility or None, "forgiveness": one.forgiveness}


def plan_row(plan: Plan) -> Row:
    """One version of a plan: who agreed to it, and its steps."""
    return {
        "version": plan.number,
        "ref": plan.ref,
        "by": plan.by,
        "day": str(plan.day),
        "text": plan.text,
        "state": plan.state,
        "agreed": day_of(plan.agreed),
        "proposal": plan.proposal,
        "asks": plan.asks,
        "steps": step_rows(plan.steps),
    }


def project_row(one: ProjectReport) -> Row:
    """A joint project and its steps."""
    return {
        "ref": one.ref,
        "by": one.by,
        "day": str(one.day),
        "text": None if one.erased else one.text,
        "steps": step_rows(one.steps),
        "hint": one.hint or None,
    }


def boundary_row(one: BoundaryReport) -> Row:
    """A boundary as it stands."""
    version = one.version
    return {
        "ref": one.ref,
        "by": one.by,
        "value": version.value,
        "text": None if version.erased else version.text,
        "means": list(version.means),
        "version": version.number,
        "agreed": day_of(one.agreed),
        "draft": one.draft,
        "retired": day_of(one.retired),
        "revisit": day_of(version.revisit),
        "patterns": list(one.patterns),
        "crossed_lately": one.lately,
    }


def crossing_row(boundary: BoundaryReport, one: CrossingReport) -> Row:
    """A crossing, with the words that it crossed."""
    return {
        "boundary": boundary.ref,
        "ref": one.ref,
        "by": one.by,
        "day": str(one.day),
        "what": None if one.erased else one.what,
        "restated": None if one.crossed.erased else one.crossed.text,
        "steps": step_rows(one.steps),
        "repaired": day_of(one.repaired),
    }


def trigger_row(one: TriggerReport) -> Row:
    """A trigger with both accounts."""
    return {
        "ref": one.ref,
        "by": one.by,
        "day": str(one.day),
        "kind": one.sort,
        "observed": None if one.erased else one.text,
        "effect": one.effect,
        "intensity": one.intensity,
        "response": one.response,
        "back": moment_of(one.back),
        "meant": [said_row(said) for said in one.meant],
        "asks": one.asked,
        "settled": day_of(one.settled),
        "settled_at": one.settled_at,
        "helped": one.helped,
        "steps": step_rows(one.steps),
        "summaries": [_summary_row(summary) for summary in one.summaries],
    }


def conversation_rows(conversation: Conversation) -> list[Row]:
    """Each account of a conversation, with the references of the others."""
    return [
        {
            "ref": one.ref,
            "by": one.by,
            "day": str(one.day),
            "at": moment_of(one.at),
            "about": conversation.about,
            "topic": None if one.erased else one.topic,
            "said": one.said,
            "heard": one.heard,
            "minutes": one.minutes,
            "still": [said_row(open_still) for open_still in one.still],
            "rounds": [_round_row(each) for each in one.rounds],
            "accounts": [other.ref for other in conversation.accounts if other is not one],
            "summaries": [_summary_row(summary) for summary in conversation.summaries],
            "notes": list(one.remarks),
        }
        for one in conversation.accounts
    ]


def _round_row(one: Round) -> Row:
    return {
        "ref": one.ref,
        "by": one.by,
        "day": str(one.day),
        "heard": one.heard or None,
        "speaker": one.speaker,
        "state": one.state,
        "correct": (one.answer.text or None) if one.answer else None,
        "answered": str(one.answer.day) if one.answer else None,
        "asks": one.asks,
    }


def _summary_row(one: JointSummary) -> Row:
    """What both could say of it, or what one proposed."""
    return {
        "ref": one.ref,
        "by": one.by,
        "day": str(one.day),
        "text": None if one.erased else one.text,
        "agreed": day_of(one.agreed),
        "asks": one.asks,
    }


def milestone_row(one: MilestoneReport) -> Row:
    """A milestone as it stands."""
    return {
        "ref": one.ref,
        "text": None if one.erased else one.text,
        "by": day_of(one.planned),
        "when": one.condition.words if one.condition else None,
        "agreed": day_of(one.agreed),
        "own": one.own,
        "declined": one.declined,
        "so_far": one.so_far,
        "over": one.over or None,
        "reached": day_of(one.reached),
        "celebrated": day_of(one.celebrated.day) if one.celebrated else None,
    }
