"""Give a post a part in a programme, and end it."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan_web.places.models import Post
from placeplan_web.programme.models import Programme, ProgrammeRole, RoleKind
from placeplan_web.registers.note import note_act


def give_role(
    *,
    by: UUID | str,
    programme: Programme,
    post: Post,
    role: RoleKind,
    starts_on: date,
    at: datetime,
    ends_on: date | None = None,
) -> ProgrammeRole:
    """Let the holders of a post do what a role may, from one day to another."""
    with transaction.atomic():
        part = ProgrammeRole(
            programme=programme,
            post=post,
            role=role,
            starts_on=starts_on,
            ends_on=ends_on,
        )
        part.full_clean()
        part.save()
        changes = {
            "post": str(post.public_id),
            "role": str(role),
            "starts_on": starts_on.isoformat(),
            "ends_on": ends_on.isoformat() if ends_on else None,
        }
        note_act(by=by, verb="give-role", about=part.programme, changes=changes, at=at)
    return part


def end_role(
    *, by: UUID | str, part: ProgrammeRole, ends_on: date, at: datetime
) -> ProgrammeRole:
    """Say on which day a part ends."""
    with transaction.atomic():
        held = ProgrammeRole.objects.select_for_update(of=("self",)).get(pk=part.pk)
        if ends_on < held.starts_on:
            raise ValidationError({"ends_on": "It cannot end before it began."})
        before, held.ends_on = held.ends_on, ends_on
        held.full_clean()
        held.save(update_fields=["ends_on"])
        days = [before.isoformat() if before else None, ends_on.isoformat()]
        changes = {"post": str(held.post.public_id), "ends_on": days}
        note_act(by=by, verb="end-role", about=held.programme, changes=changes, at=at)
    return held
