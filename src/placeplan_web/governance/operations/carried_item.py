"""What a meeting left unfinished goes on the next agenda of the group by itself.

An agenda that has been published takes no more: the next one is that of a meeting of
the same part of the group which has still to be called. Where there is none, the item
waits until one is planned.
"""

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from placeplan_web.governance.models import (
    AgendaItem,
    Escalation,
    Group,
    ItemBody,
    ItemState,
    Meeting,
    MeetingState,
)
from placeplan_web.governance.operations.agenda import find_last_place
from placeplan_web.governance.operations.escalation import SECTION
from placeplan_web.governance.operations.moment import lock_item, lock_meeting
from placeplan_web.governance.queries.next_meeting import find_next_planned
from placeplan_web.programme.operations.refusal import need_words
from placeplan_web.registers.operations import (
    lock_record,
    save_record,
    withdraw_record,
)

NOT_FINISHED: Final = "Not finished when the meeting closed."
NO_QUORUM: Final = "Without a quorum when the meeting closed: nothing was decided."
SETTLED: Final = "Settled as recorded before the meeting closed."
CANCELLED: Final = "Not heard: the meeting was cancelled."
FRONT_SHEET: Final = (
    *("section", "title", "purpose", "minutes_planned", "presenter_post"),
    *("presenter_words", "classification", "exempt_reason", "balance_words", "subject"),
    *("tags", "suppliers", "value_pounds", "is_key_decision", "wards", "money_words"),
    *("law_words", "risk_words", "equality_words", "consultees", "consultation"),
    *("background_papers", "recommendation"),
)
"""What an item takes along; its papers are asked for anew, as they may have aged."""


def leave_unfinished(*, by: UUID | str, meeting: Meeting, at: datetime) -> None:
    """Say of each item still under discussion as a meeting closes that it goes on.

    One on which something was settled, or whose risk was discussed, is taken.
    """
    under_way = (ItemState.OPEN, ItemState.INQUORATE)
    for item in meeting.items.filter(state__in=under_way, withdrawn_at=None):
        if _is_settled(item):
            changes, verb = {"state": ItemState.TAKEN, "outcome_words": SETTLED}, "take"
        else:
            is_quorate = item.state == ItemState.OPEN
            words = NOT_FINISHED if is_quorate else NO_QUORUM
            changes, verb = _put_off(words), "defer"
        save_record(by=by, record=item, changes=changes, at=at, verb=verb)


def carry_waiting(*, by: UUID | str, group: Group, at: datetime) -> list[AgendaItem]:
    """Put each item that waits to go on before the next meeting of a group, once.

    Whoever takes such an item off that agenda has ended it; when that meeting is
    cancelled, it goes on to the one after.
    """
    carried = []
    with transaction.atomic():
        for item in list_waiting().filter(meeting__group=group):
            found = find_next_planned(item.meeting, timezone.localdate(at))
            if found is None:
                continue
            to = lock_meeting(found, (MeetingState.PLANNED,))
            held = lock_record(item)
            if held.state == ItemState.PLANNED:  # of a meeting that was cancelled
                changes = _put_off(CANCELLED)
                held = save_record(
                    by=by, record=held, changes=changes, at=at, verb="defer"
                )
            carried.append(copy_item(by, held, to, at))
    return carried


def list_waiting() -> QuerySet[AgendaItem]:
    """List the items that go on, and stand on no later agenda yet.

    A risk that was laid before a group goes on by itself until it is discussed.
    """
    put_off = Q(state=ItemState.DEFERRED, meeting__state=MeetingState.CLOSED)
    lost = Q(
        state=ItemState.PLANNED,
        meeting__state=MeetingState.CANCELLED,
        carried_from__isnull=False,
    )
    waiting = AgendaItem.objects.filter(
        put_off | lost, withdrawn_at=None, carried_to=None
    )
    laid = Escalation.objects.filter(item__isnull=False, discussed_on=None)
    own = waiting.exclude(section=SECTION).exclude(pk__in=laid.values("item"))
    return own.select_related("meeting__group")


def copy_item(
    by: UUID | str, item: AgendaItem, to: Meeting, at: datetime
) -> AgendaItem:
    """Put an item with its front sheet at the end of a later agenda."""
    fields = {name: getattr(item, name) for name in FRONT_SHEET}
    fields.update(find_last_place(to), carried_from=item)
    new = save_record(
        by=by, record=AgendaItem(meeting=to), changes=fields, at=at, verb="carry"
    )
    for body in item.body_links.values_list("body_id", flat=True):
        ItemBody.objects.create(item=new, body_id=body)
    return new


def take_off(
    *,
    by: UUID | str,
    item: AgendaItem,
    reason: str,
    at: datetime,
    expected_version: int | None = None,
) -> AgendaItem:
    """Take an item off an agenda that has not been published, and say why.

    Raises
    ------
    ClashError
        Somebody else has changed it since.
    django.core.exceptions.ValidationError
        The meeting was called already, the item has begun, or no reason is given.
    """
    need_words(reason, "reason", "Say why it is taken off: whoever put it there asks.")
    with transaction.atomic():
        lock_meeting(item.meeting, (MeetingState.PLANNED,))
        held = lock_item(item, (ItemState.PLANNED,))
        return withdraw_record(
            by=by, record=held, reason=reason, at=at, expected_version=expected_version
        )


def _is_settled(item: AgendaItem) -> bool:
    heard = item.escalations.filter(discussed_on__isnull=False)
    return item.decisions.exists() or heard.exists()


def _put_off(words: str) -> dict[str, str]:
    return {"state": ItemState.DEFERRED, "outcome_words": words}
