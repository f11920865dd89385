"""What time, or a newly planned meeting, brings: the next agenda of a group fills."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from placeplan_web.governance.models import (
    Action,
    ActionState,
    AgendaItem,
    CarriedAction,
    Group,
)
from placeplan_web.governance.operations.action import carry_actions
from placeplan_web.governance.operations.carried_item import (
    carry_waiting,
    list_waiting,
)
from placeplan_web.governance.operations.escalation import place_escalations
from placeplan_web.governance.queries.next_meeting import find_next_meeting


def carry_to_next_agendas(*, by: UUID | str, at: datetime) -> list[CarriedAction]:
    """Put open actions on the next agenda of their group, planned or called, once."""
    waiting = Action.objects.filter(state=ActionState.OPEN, withdrawn_at=None)
    groups = Group.objects.filter(pk__in=waiting.values("group")).order_by("pk")
    carried: list[CarriedAction] = []
    for group in groups:
        meeting = find_next_meeting(group, timezone.localdate(at))
        if meeting is not None:
            carried += carry_actions(by=by, meeting=meeting, at=at)
    return carried


def carry_items_to_next_agendas(*, by: UUID | str, at: datetime) -> list[AgendaItem]:
    """Put what meetings left unfinished on the next agenda of their group, once."""
    groups = Group.objects.filter(pk__in=list_waiting().values("meeting__group"))
    return [
        item
        for group in groups.order_by("pk")
        for item in carry_waiting(by=by, group=group, at=at)
    ]


def fill_next_agenda(*, by: UUID | str, group: Group, at: datetime) -> None:
    """Put what waits for a group on its next agenda: open actions, items and risks."""
    carry_waiting(by=by, group=group, at=at)
    meeting = find_next_meeting(group, timezone.localdate(at))
    if meeting is not None:
        carry_actions(by=by, meeting=meeting, at=at)
        place_escalations(by=by, meeting=meeting, at=at)
