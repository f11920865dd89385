"""Add a seat to a group, change it, end it, undo what was added by mistake."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan_web.governance.models import Attendance, Ballot, Group, Seat
from placeplan_web.registers.operations import (
    check_version,
    lock_record,
    note_rows,
    restore_record,
    save_record,
    withdraw_record,
)


def add_seat(
    *,
    by: UUID | str,
    group: Group,
    fields: Mapping[str, Any],
    at: datetime,
    expected_version: int | None = None,
) -> Seat:
    """Add a seat to a group.

    Raises
    ------
    ClashError
        Somebody else has changed the group, or its seats, since.
    django.core.exceptions.ValidationError
        Everything that does not fit: a second chair, a deputy of a seat elsewhere.
    """
    with transaction.atomic():
        held = lock_record(group)
        check_version(held, expected_version)
        _check_fields(held, fields, None)
        seat = save_record(by=by, record=Seat(group=held), changes=fields, at=at)
        rows = {"seat": str(seat.public_id)}
        note_rows(by=by, record=held, rows=rows, at=at, verb="add-seat")
    return seat


def change_seat(
    *,
    by: UUID | str,
    seat: Seat,
    fields: Mapping[str, Any],
    at: datetime,
    expected_version: int | None = None,
) -> Seat:
    """Correct a seat; who has it is kept beside it, and stays."""
    with transaction.atomic():
        group = lock_record(seat.group)
        _check_fields(group, fields, seat)
        return save_record(
            by=by,
            record=seat,
            changes=fields,
            at=at,
            expected_version=expected_version,
        )


def close_seat(
    *,
    by: UUID | str,
    seat: Seat,
    ends_on: date,
    at: datetime,
    reason: str = "",
    expected_version: int | None = None,
) -> Seat:
    """Say on which day a seat last stands; whoever has it then leaves it with it.

    Raises
    ------
    django.core.exceptions.ValidationError
        It would end before it starts, or somebody is to have it only after that day.
    """
    with transaction.atomic():
        held = lock_record(seat)
        check_version(held, expected_version)
        _check_end(held, ends_on)
        left = [each for each in held.holdings.all() if _lasts_beyond(each, ends_on)]
        for each in left:
            each.ends_on = ends_on
            each.full_clean()
            each.save(update_fields=["ends_on"])
        changes = {"ends_on": ends_on}
        ended = save_record(
            by=by, record=held, changes=changes, at=at, verb="end", reason=reason
        )
        posts = [str(each.post.public_id) for each in left]
        if posts:
            rows = {"posts": posts, "ends_on": ends_on.isoformat()}
            ended = note_rows(by=by, record=ended, rows=rows, at=at, verb="unseat")
    return ended


def withdraw_seat(
    *,
    by: UUID | str,
    seat: Seat,
    reason: str,
    at: datetime,
    expected_version: int | None = None,
) -> Seat:
    """Undo the adding of a seat that nobody has used.

    Raises
    ------
    django.core.exceptions.ValidationError
        Somebody sat in it, voted from it, or has had it: it is ended instead.
    """
    with transaction.atomic():
        held = lock_record(seat)
        used = (
            held.holdings.exists()
            or held.deputies.filter(withdrawn_at=None).exists()
            or Attendance.objects.filter(seat=held).exists()
            or Ballot.objects.filter(seat=held).exists()
        )
        if used:
            words = "Somebody had this seat, or deputises for it. End it instead."
            raise ValidationError(words)
        return withdraw_record(
            by=by,
            record=held,
            reason=reason,
            at=at,
            expected_version=expected_version,
        )


def restore_seat(
    *,
    by: UUID | str,
    seat: Seat,
    at: datetime,
    expected_version: int | None = None,
) -> Seat:
    """Bring back a seat whose adding was undone.

    Raises
    ------
    ClashError
        Somebody else has changed it since.
    django.core.exceptions.ValidationError
        It is not withdrawn, or what stands now leaves no place for it: another seat is
        in the chair, or the one that it deputises for is gone.
    """
    with transaction.atomic():
        group = lock_record(seat.group)
        held = lock_record(seat)
        kept = {name: getattr(held, name) for name in ("is_chair", "starts_on", "part")}
        try:
            _check_fields(group, {**kept, "deputy_of": held.deputy_of}, held)
        except ValidationError as error:  # no form has these fields
            raise ValidationError(error.messages) from error
        return restore_record(
            by=by, record=held, at=at, expected_version=expected_version
        )


def _check_fields(group: Group, fields: Mapping[str, Any], seat: Seat | None) -> None:
    faults: dict[str, str] = {}
    first, last = fields.get("starts_on"), getattr(seat, "ends_on", None)
    others = group.seats.filter(withdrawn_at=None)
    if seat is not None:
        others = others.exclude(pk=seat.pk)
    if fields.get("is_chair"):
        chairs = others.filter(is_chair=True).exclude(ends_on__lt=first or date.min)
        chair = chairs.exclude(starts_on__gt=last or date.max).first()
        if chair:
            faults["is_chair"] = f"{chair.title} is in the chair. End that seat first."
    deputy_of = fields.get("deputy_of")
    if deputy_of and (deputy_of.group_id != group.pk or deputy_of.is_withdrawn):
        faults["deputy_of"] = "Choose a seat of this group."
    elif deputy_of and deputy_of.deputy_of_id:
        faults["deputy_of"] = "That is a deputy itself. Choose a seat that is none."
    part = fields.get("part")
    if part and part.group_id != group.pk:
        faults["part"] = "This is a part of another group."
    if faults:
        raise ValidationError(faults)


def _check_end(seat: Seat, ends_on: date) -> None:
    if seat.starts_on and ends_on < seat.starts_on:
        words = "It ends before it starts. If it was added by mistake, withdraw it."
        raise ValidationError({"ends_on": words})
    later = seat.holdings.filter(starts_on__gt=ends_on).select_related("post").first()
    if later:
        words = f"{later.post.title} has it only after that day. Correct that first."
        raise ValidationError({"ends_on": words})


def _lasts_beyond(holding: Any, day: date) -> bool:
    return holding.ends_on is None or holding.ends_on > day
