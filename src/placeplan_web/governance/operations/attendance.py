"""Who joins a meeting and who leaves it; the quorum of its open item follows."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan_web.audit.operations import record
from placeplan_web.governance.models import (
    Attendance,
    Meeting,
    MeetingState,
    Seat,
)
from placeplan_web.governance.operations.item import follow_quorum
from placeplan_web.governance.operations.moment import lock_meeting, need_under_way
from placeplan_web.governance.queries.standing import (
    find_terms,
    list_holders,
    list_seats,
)
from placeplan_web.places.models import Post


def join_meeting(
    *,
    by: UUID | str,
    meeting: Meeting,
    at: datetime,
    seat: Seat | None = None,
    post: Post | None = None,
    by_video: bool = False,
) -> Attendance:
    """Note that whoever has a seat, or a post without one, is there from a moment on.

    Another post in a seat is a substitute, which the terms of the group must allow.

    Raises
    ------
    django.core.exceptions.ValidationError
        The seat is of another group, somebody is there already, or it is a substitute
        where the terms let none in.
    """
    with transaction.atomic():
        held = lock_meeting(meeting, (MeetingState.OPEN,))
        need_under_way(held, at)
        stay = Attendance(
            meeting=held, seat=seat, post=post, joined_at=at, by_video=by_video
        )
        if seat is not None:
            _fill_seat(stay, held, seat, post)
        stay.full_clean()
        stay.save()
        _note(by, "join", stay, {"by_video": by_video}, at)
        follow_quorum(by=by, meeting=held, at=at)
    return stay


def leave_meeting(*, by: UUID | str, stay: Attendance, at: datetime) -> Attendance:
    """Note that somebody left; who comes back joins again."""
    with transaction.atomic():
        meeting = lock_meeting(stay.meeting, (MeetingState.OPEN,))
        held = Attendance.objects.select_for_update(of=("self",)).get(pk=stay.pk)
        if held.left_at is not None:
            raise ValidationError("They have left already.")
        _end(by, held, at)
        follow_quorum(by=by, meeting=meeting, at=at)
    return held


def end_every_stay(*, by: UUID | str, meeting: Meeting, at: datetime) -> None:
    """Let everybody leave, as when a meeting closes."""
    with transaction.atomic():
        for stay in meeting.attendances.filter(left_at=None):
            _end(by, stay, at)


def _fill_seat(
    stay: Attendance, meeting: Meeting, seat: Seat, post: Post | None
) -> None:
    seats = list_seats(meeting.group, meeting.held_on, meeting.part)
    if seat not in seats:
        raise ValidationError({"seat": "This seat is none of this meeting."})
    holder = list_holders([seat], meeting.held_on).get(seat.pk)
    stay.post = post or holder
    stay.is_substitute = bool(post and holder and post != holder)
    terms = find_terms(meeting.group, meeting.held_on)
    if stay.is_substitute and not (terms and terms.substitutes_allowed):
        raise ValidationError({"post": "The terms of this group allow no substitutes."})


def _end(by: UUID | str, stay: Attendance, at: datetime) -> None:
    if at <= stay.joined_at:
        raise ValidationError({"at": "Nobody leaves before they came."})
    stay.left_at = at
    stay.save(update_fields=["left_at"])
    _note(by, "leave", stay, {}, at)


def _note(
    by: UUID | str,
    verb: str,
    stay: Attendance,
    changes: Mapping[str, object],
    at: datetime,
) -> None:
    whose = {
        "meeting": str(stay.meeting.public_id),
        "seat": str(stay.seat.public_id) if stay.seat else None,
        "post": str(stay.post.public_id) if stay.post else None,
    }
    record(
        by=by,
        verb=verb,
        kind="governance.attendance",
        identifier=stay.public_id,
        changes={**whose, **changes},
        at=at,
    )
