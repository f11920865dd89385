"""Change the rows of one part of an initiative; two who do so at once clash."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from placeplan.tables import TableContract
from placeplan_web.initiatives.models import Initiative
from placeplan_web.initiatives.queries.table import Row
from placeplan_web.registers.clash import ClashError
from placeplan_web.registers.operations import lock_record, save_record


def change_rows(
    *,
    by: UUID | str,
    record: Initiative,
    contract: TableContract,
    rows: Sequence[Row],
    expected_version: int,
    at: datetime,
    reason: str = "",
) -> Initiative:
    """Let a part of an initiative have these rows, which the library has read.

    Whoever changed another part meanwhile is not in the way.

    Raises
    ------
    ClashError
        Somebody else has changed this part since.
    django.core.exceptions.ValidationError
        The initiative is withdrawn.
    """
    with transaction.atomic():
        now = lock_record(record)
        wanted = {**now.rows, contract.name: [dict(row) for row in rows]}
        if expected_version != now.version:
            _refuse_same_part(now, contract, expected_version, wanted)
        return save_record(
            by=by,
            record=now,
            changes={"rows": wanted},
            at=at,
            expected_version=now.version,
            reason=reason,
        )


def _refuse_same_part(
    now: Initiative, contract: TableContract, version: int, wanted: Any
) -> None:
    history: Any = Initiative.history
    seen = history.filter(public_id=now.public_id, version=version).first()
    before = seen.rows.get(contract.name, []) if seen else None
    if now.rows.get(contract.name, []) != before:
        raise ClashError(now, seen, {"rows": wanted})
