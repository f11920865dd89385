"""Write thousands of records at once: as `save_record` does, in few statements.

Whoever calls this has checked every record; the database checks each one again.
"""

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from placeplan_web.audit.operations import Happening, record_all
from placeplan_web.registers.changes import note_changes
from placeplan_web.registers.models import RegisterRecord
from placeplan_web.registers.operations import KEPT
from placeplan_web.registers.reference import give_references

ROWS_AT_ONCE = 250
LEFT_ALONE = frozenset({"id", "public_id", "reference"})


class StaleBatchError(Exception):
    """Records that somebody changed since the batch was made; nothing was written."""

    def __init__(self, references: Sequence[str]) -> None:
        self.references = tuple(references)
        super().__init__(", ".join(references))


@dataclass(frozen=True, slots=True)
class BatchWrite:
    """A record and what is to change in it.

    `record` is unsaved for a new one; else it is as it stood when it was looked at, and
    has to have the same version still.
    """

    record: RegisterRecord
    changes: Mapping[str, Any]
    verb: str
    reason: str = ""


def save_records(
    *,
    by: UUID | str,
    writes: Sequence[BatchWrite],
    at: datetime,
    tell: Callable[[int], None] = lambda _done: None,
) -> int:
    """Write all or none, each with a version, a history, an audit row; give how many.

    Raises
    ------
    StaleBatchError
        Some are no longer the version that was looked at.
    django.db.IntegrityError
        The database refuses one.
    """
    if not writes:
        return 0
    model = type(writes[0].record)
    with transaction.atomic():
        before = _lock(model, writes)
        made = [_make(write, before, by, at) for write in writes]
        give_references([after for old, after, _ in made if old is None])
        noted = [(old, after, write, _note(old, after)) for old, after, write in made]
        changed = [each for each in noted if each[3] or each[0] is None]
        _write_all(model, [after for old, after, *_ in changed if old is None], [])
        fields = sorted({*KEPT, *(name for *_, note in changed for name in note)})
        _write_all(model, [after for old, after, *_ in changed if old], fields)
        tell(len(changed))
        happenings = [
            Happening(
                write.verb,
                model._meta.label_lower,
                after.public_id,
                {**note, "version": after.version},
            )
            for _, after, write, note in changed
        ]
        record_all(by=by, happenings=happenings, at=at)
    return len(changed)


def _lock(
    model: type[RegisterRecord], writes: Sequence[BatchWrite]
) -> Mapping[int, RegisterRecord]:
    """Read the records anew and keep others off; complain of those that moved."""
    seen = {w.record.pk: w.record for w in writes if w.record.pk is not None}
    locked = model._default_manager.select_for_update(of=("self",)).in_bulk(list(seen))
    moved = [
        old.reference
        for pk, old in seen.items()
        if pk not in locked or locked[pk].version != old.version
    ]
    if moved:
        raise StaleBatchError(moved)
    return locked


def _make(
    write: BatchWrite, before: Mapping[int, Any], by: UUID | str, at: datetime
) -> tuple[Any, Any, BatchWrite]:
    old = before.get(write.record.pk) if write.record.pk is not None else None
    after: Any = copy(old) if old is not None else write.record
    for field, value in write.changes.items():
        setattr(after, field, value)
    after.version = old.version + 1 if old is not None else 1
    after.changed_at, after.changed_by = at, str(by)
    after._change_reason = write.reason or None
    return old, after, write


def _note(old: Any, after: Any) -> dict[str, object]:
    fields = [field.name for field in after._meta.concrete_fields]
    return note_changes(old, after, [name for name in fields if name not in KEPT])


def _write_all(
    model: Any, records: Sequence[RegisterRecord], fields: Sequence[str]
) -> None:
    """Insert new records, or write `fields` of those that are there; with history."""
    if not records:
        return
    is_change = bool(fields)
    upsert: dict[str, Any] = {}
    if is_change:
        updated = [name for name in fields if name not in LEFT_ALONE]
        upsert = {
            "update_conflicts": True,
            "unique_fields": ["id"],
            "update_fields": updated,
        }
    model.objects.bulk_create(records, batch_size=ROWS_AT_ONCE, **upsert)
    model.history.bulk_history_create(
        records, batch_size=ROWS_AT_ONCE, update=is_change
    )
