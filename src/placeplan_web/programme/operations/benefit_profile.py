"""Plan what a benefit is to be worth by a day."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan_web.programme.models import Benefit, BenefitProfile
from placeplan_web.registers.note import note_act
from placeplan_web.registers.operations import lock_record


def plan_value(
    *, by: UUID | str, benefit: Benefit, on: date, value: float, at: datetime
) -> BenefitProfile:
    """Plan a value for a day; one that was planned for that day gives way.

    Raises
    ------
    django.core.exceptions.ValidationError
        The benefit has no unit, or is withdrawn.
    """
    with transaction.atomic():
        held = lock_record(benefit)
        if held.is_withdrawn:
            raise ValidationError(f"{held.reference} is withdrawn.")
        if not held.unit:
            raise ValidationError("A value needs a unit. Give the benefit one first.")
        before = held.profile.filter(on=on).first()
        point = before or BenefitProfile(benefit=held, on=on)
        was, point.value = (before.value if before else None), value
        point.full_clean()
        point.save()
        changes = {"on": on.isoformat(), "value": [was, value]}
        note_act(
            by=by,
            verb="plan",
            about=held,
            changes=changes,
            at=at,
        )
    return point
