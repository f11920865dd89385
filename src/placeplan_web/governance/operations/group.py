"""Give a post a seat or an office of a group, and end it."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan_web.audit.operations import record
from placeplan_web.governance.models import (
    Group,
    GroupOffice,
    OfficeKind,
    Seat,
    SeatHolding,
)
from placeplan_web.governance.queries.period import stands_on
from placeplan_web.places.models import Post
from placeplan_web.registers.models import RegisterRecord


def give_seat(
    *,
    by: UUID | str,
    seat: Seat,
    post: Post,
    starts_on: date,
    at: datetime,
    ends_on: date | None = None,
) -> SeatHolding:
    """Let a post have a seat, from one day to another.

    Raises
    ------
    django.core.exceptions.ValidationError
        Another post has the seat on one of these days.
    """
    with transaction.atomic():
        Seat.objects.select_for_update(of=("self",)).get(pk=seat.pk)
        last = ends_on or date.max
        taken = seat.holdings.filter(starts_on__lte=last).exclude(
            ends_on__isnull=False, ends_on__lt=starts_on
        )
        if taken.exists():
            raise ValidationError({"post": "Another post has this seat on those days."})
        holding = SeatHolding(
            seat=seat, post=post, starts_on=starts_on, ends_on=ends_on
        )
        holding.full_clean()
        holding.save()
        changes = {
            "post": str(post.public_id),
            "starts_on": starts_on.isoformat(),
            "ends_on": ends_on.isoformat() if ends_on else None,
        }
        _note(by, "seat", seat, changes, at)
    return holding


def end_seat(
    *, by: UUID | str, holding: SeatHolding, ends_on: date, at: datetime
) -> SeatHolding:
    """Say on which day a post last has its seat."""
    with transaction.atomic():
        held = SeatHolding.objects.select_for_update(of=("self",)).get(pk=holding.pk)
        held.ends_on = ends_on
        held.full_clean()
        held.save(update_fields=["ends_on"])
        changes = {
            "post": str(held.post.public_id),
            "ends_on": ends_on.isoformat(),
        }
        _note(by, "unseat", held.seat, changes, at)
    return held


def give_office(
    *,
    by: UUID | str,
    group: Group,
    post: Post,
    kind: OfficeKind,
    starts_on: date,
    at: datetime,
    ends_on: date | None = None,
) -> GroupOffice:
    """Let a post work for a group, such as its committee officer."""
    with transaction.atomic():
        office = GroupOffice(
            group=group, post=post, kind=kind, starts_on=starts_on, ends_on=ends_on
        )
        office.full_clean()
        office.save()
        changes = {
            "post": str(post.public_id),
            "kind": str(kind),
            "starts_on": starts_on.isoformat(),
        }
        _note(by, "give-office", group, changes, at)
    return office


def end_office(
    *, by: UUID | str, office: GroupOffice, ends_on: date, at: datetime
) -> GroupOffice:
    """Say on which day an office ends."""
    with transaction.atomic():
        held = GroupOffice.objects.select_for_update(of=("self",)).get(pk=office.pk)
        held.ends_on = ends_on
        held.full_clean()
        held.save(update_fields=["ends_on"])
        changes = {"post": str(held.post.public_id), "ends_on": ends_on.isoformat()}
        _note(by, "end-office", held.group, changes, at)
    return held


def find_chair(group: Group, day: date) -> Seat | None:
    """Find the chair's seat on a day; none where it has still to be elected."""
    chair: Seat | None = group.seats.filter(
        stands_on(day), is_chair=True, withdrawn_at=None
    ).first()
    return chair


def _note(
    by: UUID | str,
    verb: str,
    about: RegisterRecord,
    changes: Mapping[str, object],
    at: datetime,
) -> None:
    record(
        by=by,
        verb=verb,
        kind=about._meta.label_lower,
        identifier=about.public_id,
        changes=changes,
        at=at,
    )
