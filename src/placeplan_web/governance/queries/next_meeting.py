"""The next meeting of a group that has still to be held."""

from collections.abc import Iterable
from datetime import date

from placeplan_web.governance.models import Group, Meeting, MeetingState


def find_next_meeting(group: Group, day: date) -> Meeting | None:
    """Find the first meeting of a group from a day on, planned or called."""
    return _find_first(group, day, (MeetingState.PLANNED, MeetingState.CALLED))


def find_next_planned(group: Group, day: date) -> Meeting | None:
    """Find the first from a day on whose agenda has not been published yet."""
    return _find_first(group, day, (MeetingState.PLANNED,))


def _find_first(group: Group, day: date, states: Iterable[str]) -> Meeting | None:
    coming = Meeting.objects.filter(
        group=group, state__in=states, held_on__gte=day, withdrawn_at=None
    )
    return coming.order_by("held_on", "starts_at", "pk").first()
