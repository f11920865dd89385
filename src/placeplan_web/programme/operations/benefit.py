"""Say what a benefit was found to be on a day."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan_web.programme.models import Benefit, BenefitReading
from placeplan_web.programme.operations.refusal import need_past, need_words
from placeplan_web.registers.operations import append_row, lock_record


def record_reading(
    *,
    by: UUID | str,
    benefit: Benefit,
    read_on: date,
    value: float,
    evidence: str,
    at: datetime,
    reason: str = "",
) -> BenefitReading:
    """Add what was found; a second one for a day corrects the first and says why.

    Raises
    ------
    django.core.exceptions.ValidationError
        The benefit has no unit, the day has not come, nothing shows it, or a
        correction gives no reason.
    """
    need_past(read_on, at, "read_on")
    need_words(evidence, "evidence", "Say where this figure comes from.")
    with transaction.atomic():
        held = lock_record(benefit)
        if held.is_withdrawn:
            raise ValidationError(f"{held.reference} is withdrawn.")
        if not held.unit:
            raise ValidationError(
                "A benefit without a unit cannot be measured. Give it one first."
            )
        if held.readings.filter(read_on=read_on).exists():
            need_words(reason, "reason", "There is a figure for this day. Say why not.")
        row = BenefitReading(
            benefit=held, read_on=read_on, value=value, evidence=evidence.strip()
        )
        return append_row(by=by, row=row, at=at, reason=reason, verb="read")
