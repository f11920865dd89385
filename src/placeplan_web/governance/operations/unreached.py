"""Carry what a meeting did not reach to the next agenda that is still being written."""

from datetime import datetime
from typing import Final
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from placeplan_web.governance.models import (
    AgendaItem,
    ItemState,
    Meeting,
    MeetingState,
)
from placeplan_web.governance.operations.carried_item import copy_item
from placeplan_web.governance.operations.escalation import place_escalations
from placeplan_web.governance.operations.moment import lock_item, lock_meeting
from placeplan_web.governance.queries.next_meeting import find_next_planned
from placeplan_web.registers.operations import save_record

NOT_REACHED: Final = "Not reached before the meeting closed."
NO_MEETING: Final = "No later meeting of the group is planned. Plan one, then carry."


def list_unreached(meeting: Meeting) -> list[AgendaItem]:
    """List the items that a meeting left without opening them."""
    return list(meeting.items.filter(state=ItemState.PLANNED, withdrawn_at=None))


def carry_unreached(
    *, by: UUID | str, meeting: Meeting, at: datetime
) -> tuple[Meeting, list[AgendaItem]]:
    """Put off each item that a meeting did not reach, and lay it before the next.

    A risk that waits for the group goes there as it does by itself. An agenda that has
    been published takes no more: the next one is that of a meeting still to be called.

    Returns
    -------
    Meeting, list of AgendaItem
        Where they are carried to, and the items that were put off.

    Raises
    ------
    django.core.exceptions.ValidationError
        The meeting is not closed, it reached every item, or no later one is planned.
    """
    with transaction.atomic():
        held = lock_meeting(meeting, (MeetingState.CLOSED,))
        left = list_unreached(held)
        if not left:
            raise ValidationError("The meeting reached every item.")
        found = find_next_planned(held, timezone.localdate(at))
        if found is None:
            raise ValidationError(NO_MEETING)
        to = lock_meeting(found, (MeetingState.PLANNED,))
        put_off = [_carry(by, item, to, at) for item in left]
        place_escalations(by=by, meeting=to, at=at)
    return to, put_off


def _carry(by: UUID | str, item: AgendaItem, to: Meeting, at: datetime) -> AgendaItem:
    held = lock_item(item, (ItemState.PLANNED,))
    if not held.escalations.exists():
        copy_item(by, held, to, at)
    changes = {"state": ItemState.DEFERRED, "outcome_words": NOT_REACHED}
    return save_record(by=by, record=held, changes=changes, at=at, verb="defer")
