"""Carry open actions to the agenda of the next meeting, and close them."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan_web.governance.models import (
    Action,
    ActionState,
    CarriedAction,
    Meeting,
)
from placeplan_web.programme.operations.refusal import need_past, need_words
from placeplan_web.registers.operations import append_row, lock_record, save_record


def carry_actions(
    *, by: UUID | str, meeting: Meeting, at: datetime
) -> list[CarriedAction]:
    """Put each open action of a group on the agenda of a meeting, once."""
    with transaction.atomic():
        waiting = Action.objects.filter(
            group=meeting.group,
            state=ActionState.OPEN,
            withdrawn_at=None,
            raised_on__lte=meeting.held_on,
        ).exclude(carried__meeting=meeting)
        return [
            append_row(
                by=by,
                row=CarriedAction(action=action, meeting=meeting),
                at=at,
                verb="carry",
            )
            for action in waiting.exclude(item__meeting=meeting)
        ]


def close_action(
    *,
    by: UUID | str,
    action: Action,
    state: ActionState,
    closed_on: date,
    reason: str,
    at: datetime,
    expected_version: int | None = None,
) -> Action:
    """Say that an action is done or dropped, and what came of it.

    Raises
    ------
    django.core.exceptions.ValidationError
        It is closed already, no reason is given, or the day has not come.
    """
    need_words(reason, "closed_reason", "Say what came of it.")
    need_past(closed_on, at, "closed_on")
    if state == ActionState.OPEN:
        raise ValidationError({"state": "Say whether it is done or dropped."})
    with transaction.atomic():
        held = lock_record(action)
        if held.state != ActionState.OPEN:
            raise ValidationError(f"{held.reference} is closed already.")
        changes = {
            "state": state,
            "closed_on": closed_on,
            "closed_reason": reason.strip(),
        }
        return save_record(
            by=by,
            record=held,
            changes=changes,
            at=at,
            expected_version=expected_version,
            verb="close",
            reason=reason,
        )
