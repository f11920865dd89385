"""The next meeting of a group that has still to be held."""

from datetime import date

from placeplan_web.governance.models import Group, Meeting, MeetingState


def find_next_meeting(group: Group, day: date) -> Meeting | None:
    """Find the first meeting of a group from a day on, planned or called."""
    coming = Meeting.objects.filter(
        group=group,
        state__in=(MeetingState.PLANNED, MeetingState.CALLED),
        held_on__gte=day,
        withdrawn_at=None,
    )
    return coming.order_by("held_on", "starts_at", "pk").first()
