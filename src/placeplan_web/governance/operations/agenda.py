"""The order of an agenda: where a new item goes, and one that moves up or down."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from placeplan_web.governance.models import AgendaItem, ItemState, Meeting, MeetingState
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


def find_last_place(meeting: Meeting) -> dict[str, Any]:
    """Give the fields of an item that comes last: a free number, and its place."""
    last = meeting.items.aggregate(last=Max("position"))["last"] or 0
    taken = set(meeting.items.values_list("number", flat=True))
    number = next(
        n for n in range(last + 1, last + 2 + len(taken)) if str(n) not in taken
    )
    return {"number": str(number), "position": last + 1}
