"""Plan what is done about an impact, and who does it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan_web.programme.models import ImpactAssessment, ImpactMitigation
from placeplan_web.programme.operations.refusal import need_words
from placeplan_web.registers.operations import lock_record, save_record


def plan_impact_mitigation(
    *,
    by: UUID | str,
    assessment: ImpactAssessment,
    wanted: Mapping[str, Any],
    at: datetime,
) -> ImpactMitigation:
    """Add what is done about a domain or a characteristic that gets worse.

    `wanted` has its `title` and `owner_post`, a `domain` or a `characteristic`, and may
    have `due_on`.

    Raises
    ------
    django.core.exceptions.ValidationError
        No words, nobody who owns it, or nothing that it is for.
    """
    need_words(wanted.get("title", ""), "title", "Say what is done.")
    if wanted.get("owner_post") is None:
        raise ValidationError({"owner_post": "Choose the post that does it."})
    if not (wanted.get("domain") or wanted.get("characteristic")):
        raise ValidationError(
            {"domain": "Say which domain or characteristic it helps."}
        )
    with transaction.atomic():
        held = lock_record(assessment)
        if held.is_withdrawn:
            raise ValidationError(f"{held.reference} is withdrawn.")
        fresh = ImpactMitigation(programme=held.programme, assessment=held)
        return save_record(by=by, record=fresh, changes=wanted, at=at)
