"""Say which bodies delegate by an instrument."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan_web.governance.models import (
    Body,
    DecisionInstrument,
    DelegatingBody,
    Instrument,
)
from placeplan_web.registers.operations import check_version, lock_record, note_rows


def set_delegating_bodies(
    *,
    by: UUID | str,
    instrument: Instrument,
    bodies: Collection[Body],
    at: datetime,
    reason: str = "",
    expected_version: int | None = None,
) -> Instrument:
    """Let exactly these bodies delegate by an instrument.

    What was there before stands in the audit. An instrument by which something was
    decided keeps its bodies: it is ended, and another made.

    Raises
    ------
    ClashError
        Somebody else has changed the instrument, or its bodies, since.
    django.core.exceptions.ValidationError
        Every member delegates by it, or a decision rests on it.
    """
    with transaction.atomic():
        held = lock_record(instrument)
        check_version(held, expected_version)
        before = {each.body.slug: each for each in held.bodies.select_related("body")}
        wanted = {each.slug: each for each in bodies}
        gone, new = set(before) - set(wanted), set(wanted) - set(before)
        if not gone and not new:
            return held
        _check_instrument(held, gone)
        for slug in sorted(gone):
            before[slug].delete()  # a tie, which the audit keeps with both its ends
        for slug in sorted(new):
            row = DelegatingBody(instrument=held, body=wanted[slug])
            row.full_clean()
            row.save()
        rows = {
            "taken_out": sorted(str(before[slug].body.public_id) for slug in gone),
            "added": sorted(str(wanted[slug].public_id) for slug in new),
        }
        return note_rows(
            by=by, record=held, rows=rows, at=at, verb="set-bodies", reason=reason
        )


def _check_instrument(instrument: Instrument, gone: Collection[str]) -> None:
    if instrument.is_withdrawn:
        raise ValidationError(f"{instrument.reference} is withdrawn: restore it first.")
    if instrument.is_for_all_members:
        words = (
            "Every member of the group delegates by it. Change that in the instrument "
            "first, and then choose bodies."
        )
        raise ValidationError({"bodies": words})
    if gone and DecisionInstrument.objects.filter(instrument=instrument).exists():
        words = (
            "A decision rests on this instrument as it is. End it, and record another "
            "without those bodies."
        )
        raise ValidationError({"bodies": words})
