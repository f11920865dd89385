"""The order of an agenda: an item moves one place up or down."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan_web.governance.models import AgendaItem, ItemState, MeetingState
from placeplan_web.governance.operations.moment import lock_item, lock_meeting
from placeplan_web.registers.operations import save_record

NOT_OVER = (MeetingState.PLANNED, MeetingState.CALLED, MeetingState.OPEN)


def move_item(
    *, by: UUID | str, item: AgendaItem, up: bool, at: datetime
) -> AgendaItem:
    """Let an item change places with the one above it or below; its number stays.

    Raises
    ------
    django.core.exceptions.ValidationError
        The meeting is over, the item has begun, or there is none to change with.
    """
    with transaction.atomic():
        meeting = lock_meeting(item.meeting, NOT_OVER)
        held = lock_item(item, (ItemState.PLANNED,))
        order = list(meeting.items.filter(withdrawn_at=None))
        here = next(at for at, each in enumerate(order) if each.pk == held.pk)
        there = here - 1 if up else here + 1
        if not 0 <= there < len(order):
            words = "first" if up else "last"
            raise ValidationError(f"Item {held.number} is the {words}.")
        order.insert(there, order.pop(here))
        for position, each in enumerate(order, 1):
            if each.position != position:
                changes = {"position": position}
                save_record(by=by, record=each, changes=changes, at=at, verb="move")
        held.refresh_from_db()
    return held
