"""Plan what is done about a risk, and say when it is done."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan_web.programme.models import Mitigation, Risk
from placeplan_web.programme.operations.refusal import need_past, need_words
from placeplan_web.registers.operations import check_version, lock_record, save_record


def plan_mitigation(
    *,
    by: UUID | str,
    risk: Risk,
    wanted: Mapping[str, Any],
    at: datetime,
    expected_version: int | None = None,
) -> Mitigation:
    """Add something that is done about a risk.

    `wanted` has its `title`, and may have `milestone`, `due_on` and `owner_post`.

    Raises
    ------
    ClashError
        Somebody else has written since `expected_version`.
    django.core.exceptions.ValidationError
        No words, a day beside a milestone, or a milestone of another programme.
    """
    need_words(wanted.get("title", ""), "title", "Say what is done.")
    milestone = wanted.get("milestone")
    if milestone and milestone.programme_id != risk.programme_id:
        raise ValidationError({"milestone": "Choose a milestone of this programme."})
    if milestone and wanted.get("due_on"):
        words = "It is due when its milestone is. Leave this empty."
        raise ValidationError({"due_on": words})
    with transaction.atomic():
        held = lock_record(risk)
        check_version(held, expected_version)
        if held.is_withdrawn or held.closed_on:
            raise ValidationError(f"{held.reference} is closed or withdrawn.")
        fresh = Mitigation(programme=held.programme, risk=held)
        return save_record(by=by, record=fresh, changes=wanted, at=at)


def finish_mitigation(
    *, by: UUID | str, mitigation: Mitigation, finished_on: date, at: datetime
) -> Mitigation:
    """Say on which day a mitigation that has no milestone was done."""
    need_past(finished_on, at, "finished_on")
    with transaction.atomic():
        held = lock_record(mitigation)
        if held.milestone_id:
            words = f"It is done when {held.milestone} is reached."
            raise ValidationError({"mitigation": words})
        changes = {"finished_on": finished_on}
        return save_record(by=by, record=held, changes=changes, at=at, verb="complete")
