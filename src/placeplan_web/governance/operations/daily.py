"""What time alone brings to groups: open actions go to the next agenda."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from placeplan_web.governance.models import (
    Action,
    ActionState,
    CarriedAction,
    Group,
    Meeting,
    MeetingState,
)
from placeplan_web.governance.operations.action import carry_actions


def carry_to_next_agendas(*, by: UUID | str, at: datetime) -> list[CarriedAction]:
    """Put open actions on the next agenda of their group, planned or called, once."""
    waiting = Action.objects.filter(state=ActionState.OPEN, withdrawn_at=None)
    groups = Group.objects.filter(pk__in=waiting.values("group")).order_by("pk")
    carried: list[CarriedAction] = []
    for group in groups:
        meeting = _find_next(group, at)
        if meeting is not None:
            carried += carry_actions(by=by, meeting=meeting, at=at)
    return carried


def _find_next(group: Group, at: datetime) -> Meeting | None:
    coming = Meeting.objects.filter(
        group=group,
        state__in=(MeetingState.PLANNED, MeetingState.CALLED),
        held_on__gte=timezone.localdate(at),
        withdrawn_at=None,
    )
    return coming.order_by("held_on", "starts_at", "pk").first()
