"""Meetings of the groups in which somebody sits or works, and what they owe."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from placeplan_web.governance.models import (
    Action,
    ActionState,
    AgendaItem,
    Meeting,
    MeetingState,
)
from placeplan_web.governance.queries.conflict import find_matches, list_interests
from placeplan_web.programme.rules import list_posts

MOST_PAST = 10


def list_own_actions(user: Any, day: date) -> list[Action]:
    """Give the open actions of the posts that somebody holds."""
    held = Action.objects.filter(
        owner_post__in=list_posts(user, day),
        state=ActionState.OPEN,
        raised_on__lte=day,
        withdrawn_at=None,
    )
    return list(held.select_related("group").order_by("due_on", "pk"))


def split_meetings(
    meetings: Sequence[Meeting], day: date
) -> tuple[list[Meeting], list[Meeting]]:
    """Give meetings ahead, the next first, then those before, the last first."""
    ahead = [
        each
        for each in meetings
        if each.held_on >= day and each.state != MeetingState.CANCELLED
    ]
    before = [each for each in reversed(meetings) if each.held_on < day]
    return ahead, before[:MOST_PAST]


def list_own_conflicts(
    user: Any, meetings: Sequence[Meeting], day: date
) -> list[tuple[Meeting, str, str]]:
    """Give items of meetings that an interest of somebody touches. Four questions."""
    found = list_interests(list_posts(user, day), day)
    interests = [each for of_post in found.values() for each in of_post]
    if not interests:
        return []
    items = AgendaItem.objects.filter(meeting__in=meetings, withdrawn_at=None)
    known = items.select_related("meeting").prefetch_related("body_links__body")
    return [
        (item.meeting, str(item), f"{interest.nature} ({', '.join(matches)})")
        for item in known
        for interest in interests
        if (matches := find_matches(item, interest))
    ]
