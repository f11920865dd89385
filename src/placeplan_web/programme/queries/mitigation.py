"""Mitigations of a risk as the library's rules take them."""

from collections.abc import Sequence

from placeplan.programme import Mitigation
from placeplan_web.programme import models


def read_mitigations(risk: models.Risk) -> Sequence[Mitigation]:
    """Give what is done about a risk; finished with its milestone, or on its day."""
    rows = risk.mitigations.filter(withdrawn_at=None).select_related("milestone")
    return [
        Mitigation(
            row.reference,
            risk.reference,
            row.title,
            row.milestone.reference if row.milestone else "",
            row.milestone.finished_on if row.milestone else row.finished_on,
        )
        for row in rows.order_by("reference_order")
    ]
