"""A line in the audit about a record that something other than its fields changed."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from placeplan_web.audit.operations import record as add_entry
from placeplan_web.registers.models import RegisterRecord


def note_act(
    *,
    by: UUID | str,
    verb: str,
    about: RegisterRecord,
    changes: Mapping[str, object],
    at: datetime,
) -> None:
    """Tell the audit what was done with a record, in ids, days and numbers only.

    Its own version stays: two people may do so at once without a clash.
    """
    add_entry(
        by=by,
        verb=verb,
        kind=about._meta.label_lower,
        identifier=about.public_id,
        changes=changes,
        at=at,
    )
