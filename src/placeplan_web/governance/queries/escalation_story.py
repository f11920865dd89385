"""Where an escalated risk stands before each group, and how it came to that."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone

from placeplan.governance.escalation import EscalationAge
from placeplan_web.governance.models import AgendaItem, Escalation, Group
from placeplan_web.governance.queries.escalation import list_ages
from placeplan_web.governance.queries.privacy import is_private


@dataclass(frozen=True, slots=True)
class EscalationEvent:
    """What happened to a risk, before which group; on which agenda it was put."""

    on: date
    words: str
    who: str
    item: AgendaItem | None = None


@dataclass(frozen=True, slots=True)
class EscalationStory:
    """A risk before a group, the same risk before others, and what happened."""

    escalation: Escalation
    beside: Sequence[tuple[Escalation, EscalationAge]]
    events: Sequence[EscalationEvent]


def find_escalation(reference: str) -> Escalation | None:
    known = Escalation.objects.select_related(
        "risk__programme",
        "group",
        "crossing__score",
        "item__meeting__group",
        "item__meeting__part",
    )
    return known.filter(reference=reference, withdrawn_at=None).first()


def read_story(escalation: Escalation, day: date, readable: Q) -> EscalationStory:
    """Read where a risk stands before the groups of a reader, as known on a day."""
    rows = Escalation.objects.filter(
        risk=escalation.risk_id,
        raised_on__lte=day,
        withdrawn_at=None,
        group__in=Group.objects.filter(readable),
    )
    known = list(
        rows.select_related(
            "risk__programme",
            "group",
            "item__meeting__group",
            "item__meeting__part",
            "crossing__score",
        ).prefetch_related("told__body")
    )
    events = [event for each in known for event in _tell(each, day)]
    return EscalationStory(
        escalation,
        list_ages(known, day),
        sorted(
            [*events, *_tell_agendas(known, day)], key=lambda each: (each.on, each.who)
        ),
    )


def _tell(each: Escalation, day: date) -> list[EscalationEvent]:
    """Tell what one group did with it, by a day."""
    who = each.group.name
    score = each.crossing.score
    words = f"Laid before it, at {score.impact} times {score.likelihood}"
    events = [EscalationEvent(each.raised_on, words, who)]
    if each.discussed_on is not None:
        is_kept = each.item is not None and is_private(each.item)
        said = "Discussed in private" if is_kept else f"Discussed: {each.discussion}"
        events.append(EscalationEvent(each.discussed_on, said, who, each.item))
    if each.stood_down_on is not None:
        said = f"Stood down: {each.stood_down_reason}"
        events.append(EscalationEvent(each.stood_down_on, said, who))
    for told in each.told.all():
        said = f"Escalated to {told.body.name}: {told.reason}"
        events.append(EscalationEvent(timezone.localdate(told.at), said, who))
    return [event for event in events if event.on <= day]


def _tell_agendas(rows: Sequence[Escalation], day: date) -> list[EscalationEvent]:
    """Tell of every agenda on which it was put, in three questions for all groups."""
    groups = {each.pk: each.group.name for each in rows}
    versions = list(
        Escalation.history.filter(id__in=groups, item__isnull=False).order_by(
            "id", "version"
        )
    )
    wanted = {each.item_id for each in versions}
    items = AgendaItem.objects.select_related("meeting").in_bulk(wanted)
    first: dict[tuple[int, int], date] = {}
    for each in versions:
        on = timezone.localdate(each.history_date)
        first.setdefault((each.id, each.item_id), on)
    return [
        EscalationEvent(on, "Put on the agenda", groups[key], items[item])
        for (key, item), on in first.items()
        if on <= day
    ]
