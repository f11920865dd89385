"""The next meeting of a group that has still to be held."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from placeplan_web.governance.models import Group, Meeting, MeetingState


def find_next_meeting(group: Group, day: date) -> Meeting | None:
    """Find the first meeting of a group from a day on, planned or called."""
    states = (MeetingState.PLANNED, MeetingState.CALLED)
    return _list_coming(group, day, states).first()


def find_next_planned(meeting: Meeting, day: date) -> Meeting | None:
    """Find where a matter of a meeting goes on: the first agenda not published yet.

    It is of the same part of the group: what is heard in private stays there.
    """
    coming = _list_coming(meeting.group, day, (MeetingState.PLANNED,))
    return coming.filter(part=meeting.part_id).exclude(pk=meeting.pk).first()


def _list_coming(group: Group, day: date, states: Iterable[str]) -> QuerySet[Meeting]:
    coming = Meeting.objects.filter(
        group=group, state__in=states, held_on__gte=day, withdrawn_at=None
    )
    return coming.order_by("held_on", "starts_at", "pk")
