"""Give a post a seat or an office of a group, and end it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan_web.governance.models import (
    Group,
    GroupOffice,
    OfficeKind,
    Seat,
    SeatHolding,
)
from placeplan_web.governance.queries.period import stands_on
from placeplan_web.places.models import Post
from placeplan_web.registers.note import note_act
from placeplan_web.registers.operations import check_version, lock_record, note_rows


def give_seat(
    *,
    by: UUID | str,
    seat: Seat,
    post: Post,
    starts_on: date,
    at: datetime,
    ends_on: date | None = None,
    expected_version: int | None = None,
) -> SeatHolding:
    """Let a post have a seat, from one day to another.

    Raises
    ------
    ClashError
        Somebody else has changed the seat, or who has it, since.
    django.core.exceptions.ValidationError
        Another post has the seat on one of these days; or seat or post do not stand on
        all of them.
    """
    with transaction.atomic():
        held = lock_record(seat)
        check_version(held, expected_version)
        holding = SeatHolding(
            seat=held, post=post, starts_on=starts_on, ends_on=ends_on
        )
        _keep_holding(holding)
        note_rows(by=by, record=held, rows=_tell(holding), at=at, verb="seat")
    return holding


def end_seat(
    *,
    by: UUID | str,
    holding: SeatHolding,
    ends_on: date,
    at: datetime,
    expected_version: int | None = None,
) -> SeatHolding:
    """Say on which day a post last has its seat."""
    return correct_holding(
        by=by,
        holding=holding,
        period=(holding.starts_on, ends_on),
        at=at,
        verb="unseat",
        expected_version=expected_version,
    )


def correct_holding(
    *,
    by: UUID | str,
    holding: SeatHolding,
    period: tuple[date, date | None],
    at: datetime,
    post: Post | None = None,
    verb: str = "correct-holding",
    reason: str = "",
    expected_version: int | None = None,
) -> SeatHolding:
    """Write anew from when to when a post has a seat, or which post it is.

    Nothing is lost: the audit tells what stood there before.

    Raises
    ------
    ClashError
        Somebody else has changed the seat, or who has it, since.
    django.core.exceptions.ValidationError
        As `give_seat`.
    """
    with transaction.atomic():
        seat = lock_record(holding.seat)
        check_version(seat, expected_version)
        held = SeatHolding.objects.select_related("post").get(pk=holding.pk)
        before = _tell(held)
        held.seat, held.post = seat, post or held.post
        held.starts_on, held.ends_on = period
        _keep_holding(held)
        after = _tell(held)
        rows = {name: [before[name], after[name]] for name in after}
        note_rows(by=by, record=seat, rows=rows, at=at, verb=verb, reason=reason)
    return held


def _keep_holding(holding: SeatHolding) -> None:
    """Save who has a seat, or say everything that is wrong with it."""
    first, last = holding.starts_on, holding.ends_on or date.max
    faults: dict[str, str] = {}
    if last < first:
        faults["ends_on"] = "It ends before it starts. Correct one of the two days."
    others = holding.seat.holdings.exclude(pk=holding.pk).select_related("post")
    taken = others.filter(starts_on__lte=last).exclude(ends_on__lt=first).first()
    if taken:
        faults["post"] = (
            f"{taken.post.title} has this seat on those days. End that first, or "
            "choose other days."
        )
    for name, whole in (("seat", holding.seat), ("post", holding.post)):
        if not _holds_within(whole, first, holding.ends_on):
            faults.setdefault(
                "starts_on", f"The {name} does not stand on all of those days."
            )
    if faults:
        raise ValidationError(faults)
    holding.full_clean()
    holding.save()


def _holds_within(whole: Seat | Post, first: date, last: date | None) -> bool:
    """Tell whether days lie within those of a seat or post; no last day is open."""
    early = whole.starts_on is not None and first < whole.starts_on
    late = whole.ends_on is not None and (last or first) > whole.ends_on
    return not early and not late


def _tell(holding: SeatHolding) -> dict[str, Any]:
    """Give a holding as the audit has it."""
    ends_on = holding.ends_on
    return {
        "post": str(holding.post.public_id),
        "starts_on": holding.starts_on.isoformat(),
        "ends_on": ends_on.isoformat() if ends_on else None,
    }


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
        note_act(by=by, verb="give-office", about=group, changes=changes, at=at)
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
        note_act(by=by, verb="end-office", about=held.group, changes=changes, at=at)
    return held


def find_chair(group: Group, day: date) -> Seat | None:
    """Find the chair's seat on a day; none where it has still to be elected."""
    chair: Seat | None = group.seats.filter(
        stands_on(day), is_chair=True, withdrawn_at=None
    ).first()
    return chair
