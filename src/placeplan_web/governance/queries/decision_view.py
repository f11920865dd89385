"""A decision and all that its page tells of it, across the bodies that touched it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from placeplan.governance.ratification import Ratification as RatificationState
from placeplan_web.evidence.fact_register import get_register
from placeplan_web.governance.models import (
    AgendaItem,
    Attendance,
    Decision,
    DecisionInstrument,
    Declaration,
    Dissent,
    EvidenceKind,
    ItemState,
    Meeting,
    PaperVersion,
)
from placeplan_web.governance.queries.evidence_changed import (
    EvidenceNow,
    list_evidence,
)
from placeplan_web.governance.queries.paper_access import may_read_paper
from placeplan_web.governance.queries.privacy import narrow_open_items
from placeplan_web.governance.queries.ratification import (
    BodyLine,
    list_lines,
    settle,
)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a matter: on which day, where, and in which words."""

    on: date
    words: str
    who: str
    meeting: Meeting | None = None
    decision: Decision | None = None


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


def tell_story(decision: Decision, lines: Sequence[BodyLine], day: date) -> list[Event]:
    """Tell what happened to a matter in every body that took it up, by a day."""
    return [
        *_tell_items(decision, day),
        *_tell_decisions(decision, day),
        *_tell_boards(lines, day),
    ]


def _tell_items(decision: Decision, day: date) -> list[Event]:
    """Tell of agenda items on the same subject, and what became of each."""
    if not decision.subject:
        return []
    items = AgendaItem.objects.filter(
        subject__iexact=decision.subject,
        meeting__held_on__lte=day,
        meeting__group__is_public=True,
        withdrawn_at=None,
    ).select_related("meeting__group")
    return [
        Event(
            item.meeting.held_on,
            f"Item {item.number}: {item.title} ({_say_state(item)})",
            item.meeting.group.name,
            item.meeting,
        )
        for item in items
    ]


def _say_state(item: AgendaItem) -> str:
    return ItemState(item.state).label.lower()


def _tell_decisions(decision: Decision, day: date) -> list[Event]:
    same = Q(pk=decision.follows_id) | Q(follows=decision)
    if decision.subject:
        same |= Q(subject__iexact=decision.subject)
    is_open = narrow_open_items("item__") & Q(item__meeting__group__is_public=True)
    told = Q(pk=decision.pk) | (same & is_open)
    made = Decision.objects.filter(told, decided_on__lte=day)
    return [
        Event(
            each.decided_on,
            f"{each.reference}, {each.get_kind_display().lower()}: {each.title}",
            each.item.meeting.group.name,
            decision=each,
            meeting=each.item.meeting,
        )
        for each in made.select_related("item__meeting__group").distinct()
    ]


def _tell_boards(lines: Sequence[BodyLine], day: date) -> list[Event]:
    events = []
    for line in lines:
        body = line.ratification.body.name
        asked = line.ratification.asked_on
        events.append(Event(asked, "Asked to ratify the recommendation", body))
        for answer in line.ratification.answers.all():
            if answer.answered_on <= day:
                said = answer.get_outcome_display()
                events.append(Event(answer.answered_on, said, body))
    return events
