"""Call a meeting with notice, open it, close it, or cancel it."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from placeplan.governance.notice import NoticeCheck, check_notice
from placeplan_web.governance.models import Meeting, MeetingState, NoticeState
from placeplan_web.governance.operations.action import carry_actions
from placeplan_web.governance.operations.attendance import end_every_stay
from placeplan_web.governance.operations.carried_item import (
    carry_waiting,
    leave_unfinished,
)
from placeplan_web.governance.operations.escalation import place_escalations
from placeplan_web.governance.operations.moment import lock_meeting
from placeplan_web.governance.queries.standing import find_terms
from placeplan_web.programme.operations.refusal import need_words, refuse_in_words
from placeplan_web.registers.operations import check_version, save_record


def call_meeting(
    *,
    by: UUID | str,
    meeting: Meeting,
    at: datetime,
    urgency_reason: str = "",
    expected_version: int | None = None,
) -> Meeting:
    """Give notice of a meeting, now: its agenda is open to the public from this moment.

    Open actions and escalated risks of the group are put on the agenda with it.

    Raises
    ------
    django.core.exceptions.ValidationError
        Notice is shorter than the group's kind of body needs, and no reason for the
        urgency is given; or the day is over, or the meeting was called before.
    """
    with transaction.atomic():
        held = lock_meeting(meeting, (MeetingState.PLANNED,))
        check_version(held, expected_version)
        check = find_notice(held, at, urgency_reason)
        if check is not None and check.state == "short":
            raise ValidationError({"urgency_reason": list(check.reasons)})
        changes = {
            "state": MeetingState.CALLED,
            "notice_published_at": at,
            "notice_state": check.state if check else NoticeState.NOT_STATED,
            "notice_days": check.given if check else None,
            "urgency_reason": urgency_reason.strip(),
        }
        called = save_record(by=by, record=held, changes=changes, at=at, verb="call")
        carry_actions(by=by, meeting=called, at=at)
        place_escalations(by=by, meeting=called, at=at)
    return called


def find_notice(
    meeting: Meeting, at: datetime, urgency_reason: str = ""
) -> NoticeCheck | None:
    """Find how long notice given at a moment would be; None where none is laid down.

    Raises
    ------
    django.core.exceptions.ValidationError
        The meeting is past, or lies in a year whose bank holidays are not known.
    """
    day = timezone.localdate(at)
    if meeting.held_on < day:
        raise ValidationError(
            {"held_on": "Nobody can be called to a day that is over."}
        )
    terms = find_terms(meeting.group, meeting.held_on)
    if terms is None or not terms.notice_body:
        return None
    with refuse_in_words("held_on"):
        return check_notice(
            terms.notice_body, day, meeting.held_on, urgency_reason=urgency_reason
        )


def open_meeting(*, by: UUID | str, meeting: Meeting, at: datetime) -> Meeting:
    """Open a meeting that was called; only on its day."""
    with transaction.atomic():
        held = lock_meeting(meeting, (MeetingState.CALLED,))
        if timezone.localdate(at) != held.held_on:
            raise ValidationError({"held_on": "It is held on another day."})
        changes = {"state": MeetingState.OPEN, "opened_at": at}
        return save_record(by=by, record=held, changes=changes, at=at, verb="open")


def close_meeting(*, by: UUID | str, meeting: Meeting, at: datetime) -> Meeting:
    """Close a meeting: whoever is still there leaves with it.

    What is still under discussion, and what was put off, goes on the next agenda.
    """
    with transaction.atomic():
        held = lock_meeting(meeting, (MeetingState.OPEN,))
        leave_unfinished(by=by, meeting=held, at=at)
        end_every_stay(by=by, meeting=held, at=at)
        changes = {"state": MeetingState.CLOSED, "closed_at": at}
        closed = save_record(by=by, record=held, changes=changes, at=at, verb="close")
        carry_waiting(by=by, group=closed.group, at=at)
    return closed


def cancel_meeting(
    *,
    by: UUID | str,
    meeting: Meeting,
    reason: str,
    at: datetime,
    expected_version: int | None = None,
) -> Meeting:
    """Cancel a meeting that has not been opened, and say why."""
    need_words(reason, "cancelled_reason", "Say why it is cancelled.")
    with transaction.atomic():
        held = lock_meeting(meeting, (MeetingState.PLANNED, MeetingState.CALLED))
        check_version(held, expected_version)
        changes = {
            "state": MeetingState.CANCELLED,
            "cancelled_reason": reason.strip(),
        }
        return save_record(
            by=by, record=held, changes=changes, at=at, verb="cancel", reason=reason
        )
