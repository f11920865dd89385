"""Open an item; find it inquorate through interests, and choose a way out."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan_web.governance.models import (
    AgendaItem,
    Group,
    ItemState,
    Meeting,
    MeetingState,
    QuorumExit,
)
from placeplan_web.governance.operations.moment import (
    OPEN_ITEM,
    lock_item,
    lock_meeting,
    need_under_way,
)
from placeplan_web.governance.queries.exempt_reason import list_reasons_of
from placeplan_web.governance.queries.quorum import find_quorum
from placeplan_web.programme.operations.refusal import need_words
from placeplan_web.registers.operations import save_record

AFTER_EXIT = {
    QuorumExit.DEFER: ItemState.DEFERRED,
    QuorumExit.INVITE: ItemState.INQUORATE,  # until enough of them have come
    QuorumExit.REFER_UP: ItemState.REFERRED,
}


def open_item(*, by: UUID | str, item: AgendaItem, at: datetime) -> AgendaItem:
    """Begin an item of a meeting that is under way; one is open at a time."""
    with transaction.atomic():
        meeting = lock_meeting(item.meeting, (MeetingState.OPEN,))
        need_under_way(meeting, at)
        held = lock_item(item, (ItemState.PLANNED,))
        under_way = meeting.items.filter(
            state__in=(ItemState.OPEN, ItemState.INQUORATE), quorum_exit=""
        )
        if other := under_way.first():
            raise ValidationError(f"Item {other.number} is still under discussion.")
        opened = save_record(
            by=by, record=held, changes={"state": ItemState.OPEN}, at=at, verb="open"
        )
        return settle_quorum(by=by, item=opened, at=at)


def settle_quorum(*, by: UUID | str, item: AgendaItem, at: datetime) -> AgendaItem:
    """Let the state of an open item say whether interests leave it without a quorum."""
    if item.state not in (ItemState.OPEN, ItemState.INQUORATE):
        return item
    found = find_quorum(item, at).state == ItemState.INQUORATE
    state = ItemState.INQUORATE if found else ItemState.OPEN
    if state == item.state:
        return item
    with transaction.atomic():
        verb = "find-inquorate" if found else "open"
        return save_record(
            by=by, record=item, changes={"state": state}, at=at, verb=verb
        )


def follow_quorum(*, by: UUID | str, meeting: Meeting, at: datetime) -> None:
    """Settle the quorum of every open item, as when somebody comes or goes."""
    for item in meeting.items.filter(state__in=(ItemState.OPEN, ItemState.INQUORATE)):
        settle_quorum(by=by, item=item, at=at)


def leave_inquorate(
    *,
    by: UUID | str,
    item: AgendaItem,
    way: QuorumExit,
    reason: str,
    at: datetime,
    referred_to: Group | None = None,
) -> AgendaItem:
    """Choose a way out for an item that is inquorate through interests.

    It is put off, members are invited to it, or another group takes it; it is never
    decided.

    Raises
    ------
    django.core.exceptions.ValidationError
        The item is not in that state, no reason is given, or no group to refer it to.
    """
    need_words(reason, "exit_reason", "Say why this way is chosen: it is minuted.")
    if (way == QuorumExit.REFER_UP) != (referred_to is not None):
        raise ValidationError({"referred_to": "Name the group to refer it to."})
    with transaction.atomic():
        held = lock_item(item, (ItemState.INQUORATE,))
        changes = {
            "quorum_exit": way,
            "exit_reason": reason.strip(),
            "referred_to": referred_to,
            "state": AFTER_EXIT[way],
        }
        return save_record(
            by=by,
            record=held,
            changes=changes,
            at=at,
            verb="leave-inquorate",
            reason=reason,
        )


def resolve_exclusion(*, by: UUID | str, item: AgendaItem, at: datetime) -> AgendaItem:
    """Record that the meeting resolved to keep the public out of an exempt item.

    Raises
    ------
    django.core.exceptions.ValidationError
        The item is public, or its reason is none of the regime of its group.
    """
    with transaction.atomic():
        need_under_way(item.meeting, at)
        held = lock_item(item, (*OPEN_ITEM, ItemState.INQUORATE))
        if not held.is_private:
            raise ValidationError("This item is public.")
        day = held.meeting.held_on
        known = {reason.reason for reason in list_reasons_of(day)}
        if held.exempt_reason not in known:
            raise ValidationError({"exempt_reason": "This is no reason in law."})
        return save_record(
            by=by,
            record=held,
            changes={"is_exclusion_resolved": True},
            at=at,
            verb="resolve-exclusion",
        )


def finish_item(
    *, by: UUID | str, item: AgendaItem, outcome: str, at: datetime
) -> AgendaItem:
    """Say what came of an item, in a sentence; it is then taken."""
    need_words(outcome, "outcome_words", "Say what came of it.")
    with transaction.atomic():
        need_under_way(item.meeting, at)
        held = lock_item(item, (ItemState.OPEN,))
        changes = {"state": ItemState.TAKEN, "outcome_words": outcome.strip()}
        return save_record(by=by, record=held, changes=changes, at=at, verb="take")


def defer_item(
    *, by: UUID | str, item: AgendaItem, reason: str, at: datetime
) -> AgendaItem:
    """Put an item off, and say why."""
    need_words(reason, "outcome_words", "Say why it is put off.")
    with transaction.atomic():
        held = lock_item(item, OPEN_ITEM)
        changes = {"state": ItemState.DEFERRED, "outcome_words": reason.strip()}
        return save_record(by=by, record=held, changes=changes, at=at, verb="defer")
