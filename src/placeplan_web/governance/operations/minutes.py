"""Draft minutes from what happened, correct them, agree them at a later meeting."""

from collections.abc import Iterable, Mapping
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
    MinutesPart,
    MinutesState,
)
from placeplan_web.governance.operations.moment import lock_meeting
from placeplan_web.governance.queries.minutes_draft import write_draft
from placeplan_web.governance.queries.minutes_parts import list_parts, write_whole
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
        minutes = save_record(
            by=by, record=Minutes(meeting=held), changes={}, at=at, verb="draft"
        )
        parts = write_draft(held)
        for position, part in enumerate(parts):
            part.position = position
        _write_parts(by, minutes, parts, at)
        return minutes


def correct_minutes(
    *,
    by: UUID | str,
    minutes: Minutes,
    texts: Mapping[int, str],
    correction: str,
    at: datetime,
    post: Post | None = None,
    expected_version: int | None = None,
) -> Minutes:
    """Write parts of a draft anew, and keep what was asked for and by which post.

    `texts` are words by the position of their part; other parts stay as they are.

    Raises
    ------
    django.core.exceptions.ValidationError
        The minutes are agreed, or nothing says what is corrected.
    """
    need_words(correction, "correction", "Say what is corrected, and why.")
    with transaction.atomic():
        held = _lock_draft(minutes)
        standing = {each.position: each for each in list_parts(held)}
        if unknown := sorted(set(texts) - set(standing)):
            raise ValidationError({"text": f"There is no part {unknown[0]}."})
        said = {at: part.text for at, part in standing.items()} | {
            at: _tidy(text) for at, text in texts.items()
        }
        need_words(write_whole(said.values()), "text", "Minutes are never empty.")
        row = MinutesCorrection(minutes=held, post=post)
        append_row(by=by, row=row, at=at, reason=correction)
        written = save_record(
            by=by,
            record=held,
            changes={"draft": held.draft + 1},
            at=at,
            expected_version=expected_version,
            verb="redraft",
            reason=correction,
        )
        changed = [
            MinutesPart(position=e.position, place=e.place, item=e.item, text=said[key])
            for key, e in standing.items()
            if said[key] != e.text
        ]
        _write_parts(by, written, changed, at)
        return written


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
            "text_hash": hash_text(write_whole(e.text for e in list_parts(held))),
        }
        return save_record(
            by=by,
            record=held,
            changes=changes,
            at=at,
            expected_version=expected_version,
            verb="agree",
        )


def _write_parts(
    by: UUID | str, minutes: Minutes, parts: Iterable[MinutesPart], at: datetime
) -> None:
    for part in parts:
        part.minutes, part.draft = minutes, minutes.draft
        append_row(by=by, row=part, at=at)


def _tidy(text: str) -> str:
    return "\n".join(text.strip().splitlines())


def _lock_draft(minutes: Minutes) -> Minutes:
    held = lock_record(minutes)
    if held.state == MinutesState.AGREED:
        raise ValidationError(f"{held.reference} is agreed and locked.")
    return held
