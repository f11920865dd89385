"""The life story of a decision: what became of its matter, in every body, by a day.

The matter is the item on which it was settled and, where it has a subject, every item
on the same subject that the public may read. Nothing else that is private is told: who
reads the page may read the item of the decision.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.db.models import Q
from django.utils import timezone

from placeplan_web.governance.models import (
    Action,
    ActionState,
    AgendaItem,
    Decision,
    Escalation,
    ForwardPlanEntry,
    ItemState,
    Meeting,
    PaperKind,
    PaperVersion,
)
from placeplan_web.governance.queries.privacy import narrow_open_items
from placeplan_web.governance.queries.ratification import BodyLine

Items = Mapping[int, AgendaItem]
_RECORD: Final = "governance:record"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a matter: on which day, where, and in which words.

    `page` and `parts` name the address that tells more; without them it is that of the
    decision or the meeting.
    """

    on: date
    words: str
    who: str
    meeting: Meeting | None = None
    decision: Decision | None = None
    page: str = ""
    parts: Mapping[str, Any] = field(default_factory=dict)


def tell_story(decision: Decision, lines: Sequence[BodyLine], day: date) -> list[Event]:
    """Tell what happened to a matter in every body that took it up, by a day.

    The number of questions is fixed, whatever happened.
    """
    items = _list_matter(decision, day)
    told = [
        *(_tell_items(items) if decision.subject else ()),
        *_tell_consultations(items),
        *_tell_plans(decision, items),
        *_tell_risks(items),
        *_tell_decisions(decision, day),
        *_tell_actions(items),
        *_tell_boards(lines),
    ]
    return [event for event in told if event.on <= day]


def _list_matter(decision: Decision, day: date) -> Items:
    """Give the item of a decision, and open ones on the same subject, by a day."""
    matter = Q(pk=decision.item_id)
    if decision.subject:
        is_open = narrow_open_items() & Q(meeting__group__is_public=True)
        matter |= Q(subject__iexact=decision.subject) & is_open
    items = AgendaItem.objects.filter(
        matter, meeting__held_on__lte=day, withdrawn_at=None
    )
    return {each.pk: each for each in items.select_related("meeting__group")}


def _tell_items(items: Items) -> Iterable[Event]:
    """Tell of agenda items, and what became of each."""
    for item in items.values():
        state = ItemState(item.state).label.lower()
        words = f"Item {item.number}: {item.title} ({state})"
        yield Event(item.meeting.held_on, words, _name(item), item.meeting)


def _tell_consultations(items: Items) -> Iterable[Event]:
    """Tell on which consultations items rest, and when their results came."""
    for item in items.values():
        if item.consultation:
            words = f"Rests on a consultation: {item.consultation}"
            yield Event(item.meeting.held_on, words, _name(item), item.meeting)
    versions = PaperVersion.objects.filter(
        paper__item__in=items,
        paper__kind=PaperKind.RESULTS,
        paper__is_exempt=False,
        paper__withdrawn_at=None,
        is_exempt=False,
        number=1,
    )
    for each in versions.select_related("paper"):
        parts = {"public_id": each.paper.public_id, "number": each.number}
        yield Event(
            timezone.localdate(each.published_at),
            f"Results of the consultation published: {each.paper.title}",
            _name(items[each.paper.item_id]),
            page="governance:paper",
            parts=parts,
        )


def _tell_plans(decision: Decision, items: Items) -> Iterable[Event]:
    """Tell when the public was told of it beforehand; else when it was expected."""
    tied = Q(item__in=items)
    if decision.subject:
        known = Q(subject__iexact=decision.subject, group__is_public=True)
        tied |= known & Q(is_private=False, item=None)
    entries = ForwardPlanEntry.objects.filter(tied, withdrawn_at=None)
    for each in entries.select_related("group"):
        on = each.published_on or each.due_starts_on
        if on is not None:
            said = "Announced" if each.published_on else "To be decided from this day"
            words = f"{said} in the forward plan: {each.title}"
            parts = _name_record("forward-plan", each.reference)
            yield Event(on, words, each.group.name, page=_RECORD, parts=parts)


def _tell_risks(items: Items) -> Iterable[Event]:
    """Tell of risks that stood on an item, though they stand on a later one now."""
    stood = Escalation.history.filter(item_id__in=items).values("id")
    rows = Escalation.objects.filter(
        Q(item__in=items) | Q(pk__in=stood), withdrawn_at=None
    )
    for each in rows.select_related("risk", "group"):
        risk = f"risk {each.risk.reference} {each.risk.title}"
        told = [(each.raised_on, f"Laid before the group: {risk}")]
        if each.discussed_on and each.item_id in items:
            words = f"Discussed, {risk}: {each.discussion}"
            told.append((each.discussed_on, words))
        if each.stood_down_on:
            words = f"Stood down, {risk}: {each.stood_down_reason}"
            told.append((each.stood_down_on, words))
        parts = {"reference": each.reference}
        for on, words in told:
            page = "governance:escalation"
            yield Event(on, words, each.group.name, page=page, parts=parts)


def _tell_decisions(decision: Decision, day: date) -> Iterable[Event]:
    same = Q(pk=decision.follows_id) | Q(follows=decision)
    if decision.subject:
        same |= Q(subject__iexact=decision.subject)
    is_open = narrow_open_items("item__") & Q(item__meeting__group__is_public=True)
    told = Q(pk=decision.pk) | (same & is_open)
    made = Decision.objects.filter(told, decided_on__lte=day)
    for each in made.select_related("item__meeting__group").distinct():
        kind = each.get_kind_display().lower()
        yield Event(
            each.decided_on,
            f"{each.reference}, {kind}: {each.title}",
            each.item.meeting.group.name,
            decision=each,
            meeting=each.item.meeting,
        )


def _tell_actions(items: Items) -> Iterable[Event]:
    """Tell whom the items gave what to do, and what came of it."""
    rows = Action.objects.filter(item__in=items, withdrawn_at=None)
    for each in rows.select_related("owner_post", "group"):
        owner = each.owner_post or each.owner_words or "nobody named"
        told = [(each.raised_on, f"Action {each.reference} for {owner}: {each.text}")]
        if each.closed_on:
            state = ActionState(each.state).label.lower()
            words = f"Action {each.reference} {state}: {each.closed_reason}"
            told.append((each.closed_on, words))
        parts = _name_record("actions", each.reference)
        for on, words in told:
            yield Event(on, words, each.group.name, page=_RECORD, parts=parts)


def _tell_boards(lines: Sequence[BodyLine]) -> Iterable[Event]:
    for line in lines:
        body = line.ratification.body.name
        asked = line.ratification.asked_on
        yield Event(asked, "Asked to ratify the recommendation", body)
        for answer in line.ratification.answers.all():
            said = answer.get_outcome_display()
            yield Event(answer.answered_on, said, body)


def _name(item: AgendaItem) -> str:
    return item.meeting.group.name


def _name_record(register: str, reference: str) -> dict[str, str]:
    return {"scope": "all", "register": register, "reference": reference}
