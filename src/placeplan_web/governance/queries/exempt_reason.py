"""Reasons in law for keeping an item private, on the day of its meeting."""

from datetime import date

from placeplan.errors import InputError
from placeplan.governance.exempt import ExemptReason, list_exempt_reasons

REGIMES = ("local_government", "nhs")


def list_reasons_of(day: date) -> list[ExemptReason]:
    """List the reasons of councils and of the NHS; none of a law not yet given."""
    found: list[ExemptReason] = []
    for regime in REGIMES:
        try:
            found += list_exempt_reasons(regime, day)
        except InputError:
            continue  # the law of that body knew no reasons on that day
    return found
