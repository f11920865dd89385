"""Refusals that many operations share: the wrong state, the wrong moment."""

from collections.abc import Collection
from datetime import datetime

from django.core.exceptions import ValidationError

from placeplan_web.governance.models import (
    AgendaItem,
    ItemState,
    Meeting,
    MeetingState,
)
from placeplan_web.registers.operations import lock_record

OPEN_ITEM = (ItemState.PLANNED, ItemState.OPEN)


def lock_meeting(meeting: Meeting, states: Collection[str]) -> Meeting:
    """Read a meeting anew, keep others off it, and refuse it in another state."""
    held = lock_record(meeting)
    if held.is_withdrawn or held.state not in states:
        wanted = " or ".join(MeetingState(each).label.lower() for each in states)
        raise ValidationError(
            f"{held.reference} is {held.get_state_display().lower()}, not {wanted}."
        )
    return held


def lock_item(item: AgendaItem, states: Collection[str] = OPEN_ITEM) -> AgendaItem:
    """Read an item anew, keep others off it, and refuse it in another state."""
    held = lock_record(item)
    if held.is_withdrawn or held.state not in states:
        wanted = " or ".join(ItemState(each).label.lower() for each in states)
        raise ValidationError(
            f"Item {held.number} is {held.get_state_display().lower()}, not {wanted}."
        )
    return held


def need_under_way(meeting: Meeting, at: datetime) -> None:
    """Refuse what can only happen in a meeting that is open at that moment."""
    if meeting.state != MeetingState.OPEN:
        raise ValidationError("The meeting is not under way.")
    if meeting.opened_at and at < meeting.opened_at:
        raise ValidationError({"at": "The meeting was not open yet at that moment."})
