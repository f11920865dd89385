"""Draft minutes from what happened, correct them, agree them at a later meeting."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan.governance.ratification import hash_text
from placeplan_web.governance.models import (
    Meeting,
    MeetingState,
    Minutes,
    MinutesCorrection,
    MinutesState,
)
from placeplan_web.governance.operations.moment import lock_meeting
from placeplan_web.governance.queries.minutes_draft import write_draft
from placeplan_web.places.models import Post
from placeplan_web.programme.operations.refusal import need_words
from placeplan_web.registers.operations import append_row, lock_record, save_record


def draft_minutes(*, by: UUID | str, meeting: Meeting, at: datetime) -> Minutes:
    """Write the first draft of what happened in a meeting that is over.

    Raises
    ------
    django.core.exceptions.ValidationError
        The meeting is not over, or has its minutes already.
    """
    with transaction.atomic():
        held = lock_meeting(meeting, (MeetingState.CLOSED,))
        if Minutes.objects.filter(meeting=held).exists():
            raise ValidationError("This meeting has its minutes: correct those.")
        return save_record(
            by=by,
            record=Minutes(meeting=held),
            changes={"text": write_draft(held)},
            at=at,
            verb="draft",
        )


def correct_minutes(
    *,
    by: UUID | str,
    minutes: Minutes,
    text: str,
    correction: str,
    at: datetime,
    post: Post | None = None,
    expected_version: int | None = None,
) -> Minutes:
    """Change a draft, and keep what was asked for and by which post.

    Raises
    ------
    django.core.exceptions.ValidationError
        The minutes are agreed, or nothing says what is corrected.
    """
    need_words(correction, "correction", "Say what is corrected, and why.")
    need_words(text, "text", "Minutes are never empty.")
    with transaction.atomic():
        held = _lock_draft(minutes)
        row = MinutesCorrection(minutes=held, post=post)
        append_row(by=by, row=row, at=at, reason=correction)
        return save_record(
            by=by,
            record=held,
            changes={"text": text},
            at=at,
            expected_version=expected_version,
            verb="redraft",
            reason=correction,
        )


def agree_minutes(
    *,
    by: UUID | str,
    minutes: Minutes,
    at_meeting: Meeting,
    at: datetime,
    expected_version: int | None = None,
) -> Minutes:
    """Agree the minutes at a later meeting of the group; nobody changes them after.

    Raises
    ------
    django.core.exceptions.ValidationError
        They are agreed already, or the meeting is of another group, not later, or not
        under way.
    """
    with transaction.atomic():
        held = _lock_draft(minutes)
        later = lock_meeting(at_meeting, (MeetingState.OPEN,))
        same = later.group_id == held.meeting.group_id
        if not same or later.held_on <= held.meeting.held_on:
            raise ValidationError(
                {"at_meeting": "They are agreed at a later meeting of the same group."}
            )
        changes = {
            "state": MinutesState.AGREED,
            "agreed_at_meeting": later,
            "agreed_on": later.held_on,
            "text_hash": hash_text(held.text),
        }
        return save_record(
            by=by,
            record=held,
            changes=changes,
            at=at,
            expected_version=expected_version,
            verb="agree",
        )


def _lock_draft(minutes: Minutes) -> Minutes:
    held = lock_record(minutes)
    if held.state == MinutesState.AGREED:
        raise ValidationError(f"{held.reference} is agreed and locked.")
    return held
