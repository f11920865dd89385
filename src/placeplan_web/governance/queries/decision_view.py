"""A decision and all that its page tells of it, across the bodies that touched it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from placeplan.governance.ratification import Ratification as RatificationState
from placeplan_web.evidence.fact_register import get_register
from placeplan_web.governance.models import (
    Attendance,
    Decision,
    DecisionInstrument,
    Declaration,
    Dissent,
    EvidenceKind,
    PaperVersion,
)
from placeplan_web.governance.queries.decision_story import Event, tell_story
from placeplan_web.governance.queries.evidence_changed import (
    EvidenceNow,
    list_evidence,
)
from placeplan_web.governance.queries.paper_access import may_read_paper
from placeplan_web.governance.queries.ratification import (
    BodyLine,
    list_lines,
    settle,
)


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision, and what was known of it on a day.

    `values` gives the value of each version of a fact that was cited or stands now.
    """

    decision: Decision
    instruments: Sequence[DecisionInstrument]
    evidence: Sequence[EvidenceNow]
    values: Mapping[tuple[str, str], str]
    declarations: Sequence[Declaration]
    stays: Sequence[Attendance]
    dissents: Sequence[Dissent]
    lines: Sequence[BodyLine]
    state: RatificationState | None
    story: Sequence[Event]


def find_decision(reference: str) -> Decision | None:
    known = Decision.objects.select_related(
        "item__meeting__group", "vote", "lead_body", "follows"
    )
    return known.filter(reference=reference).first()


def read_decision(decision: Decision, day: date) -> DecisionView:
    """Read all that the page of a decision shows, as known on a day."""
    item = decision.item
    declared = item.declarations.filter(withdrawn_at=None)
    stays = item.meeting.attendances.select_related("seat", "post")
    evidence = list_evidence(decision, day)
    lines = list_lines(decision, day)
    return DecisionView(
        decision,
        list(decision.instrument_links.select_related("instrument")),
        evidence,
        _read_values(evidence),
        list(declared.select_related("seat", "post", "interest")),
        [each for each in stays if _was_there(each, decision)],
        list(decision.dissents.select_related("seat")),
        lines,
        settle(decision, lines, day),
        sorted(tell_story(decision, lines, day), key=lambda each: each.on),
    )


def list_withheld(
    user: Any, evidence: Sequence[EvidenceNow], day: date
) -> frozenset[tuple[str, str]]:
    """Give versions of papers that are cited and that this reader is not served."""
    papers = {
        each.cited.identifier
        for each in evidence
        if each.cited.kind == EvidenceKind.PAPER
    }
    versions = PaperVersion.objects.filter(paper__public_id__in=papers).select_related(
        "paper__item__meeting__group", "paper__item__meeting__part"
    )
    return frozenset(
        (str(each.paper.public_id), str(each.number))
        for each in versions
        if not may_read_paper(user, each.paper, day, each)
    )


def _was_there(stay: Attendance, decision: Decision) -> bool:
    """Tell whether a stay holds at the moment at which it was settled."""
    if decision.at < stay.joined_at:
        return False
    return stay.left_at is None or decision.at <= stay.left_at


def _read_values(evidence: Sequence[EvidenceNow]) -> dict[tuple[str, str], str]:
    wanted = {
        each.cited.identifier
        for each in evidence
        if each.cited.kind == EvidenceKind.FACT
    }
    if not wanted:
        return {}
    versions = get_register().versions
    return {
        (fact.id, str(fact.version)): write_value(fact)
        for fact in versions
        if fact.id in wanted
    }


def write_value(fact: Any) -> str:
    """Write the value of a fact with its unit."""
    return f"{fact.value.shown} {fact.unit}".strip()
