"""What time alone brings to groups: actions and risks that go to the next agenda."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from placeplan_web.governance.models import CarriedAction, Meeting, MeetingState
from placeplan_web.governance.operations.action import carry_actions


def carry_to_called_meetings(*, by: UUID | str, at: datetime) -> list[CarriedAction]:
    """Put actions that were given since notice went out on agendas still to come."""
    coming = Meeting.objects.filter(
        state=MeetingState.CALLED,
        held_on__gte=timezone.localdate(at),
        withdrawn_at=None,
    )
    return [
        row
        for meeting in coming.order_by("held_on", "pk")
        for row in carry_actions(by=by, meeting=meeting, at=at)
    ]
