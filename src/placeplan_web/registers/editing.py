"""Write what was typed into a form: only what differs, and never over somebody else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from placeplan_web.registers.kind import RegisterKind
from placeplan_web.registers.operations import save_record
from placeplan_web.registers.values import Codes, as_changes, list_differences


@dataclass(frozen=True, slots=True)
class Writing:
    """Who writes, when and why."""

    by: UUID | str
    at: datetime
    reason: str = ""


def add_typed(
    *,
    writing: Writing,
    kind: RegisterKind,
    scope: Any,
    values: Mapping[str, Any],
    codes: Codes,
) -> Any:
    """Add a record that says what was typed."""
    return save_record(
        by=writing.by,
        record=kind.make_record(scope),
        changes=as_changes(kind, values, codes),
        at=writing.at,
        reason=writing.reason,
    )


def change_typed(
    *,
    writing: Writing,
    kind: RegisterKind,
    record: Any,
    values: Mapping[str, Any],
    codes: Codes,
    version: int,
) -> Any:
    """Change what differs from the record, as long as it is the version seen."""
    wanted = list_differences(kind.read_typed(record), values)
    changed = {name: after for name, (_, after) in wanted.items()}
    return save_record(
        by=writing.by,
        record=record,
        changes=as_changes(kind, changed, codes),
        at=writing.at,
        expected_version=version,
        reason=writing.reason,
    )


def find_version(kind: RegisterKind, record: Any, version: int) -> Any | None:
    """Find a record as it stood at a version."""
    history: Any = kind.model.history
    versions = history.filter(public_id=record.public_id, version=version)
    return versions.select_related(*kind.related).first()


def list_all_versions(kind: RegisterKind, record: Any) -> list[Any]:
    """Give every version of a record, the oldest first."""
    history: Any = kind.model.history
    versions = history.filter(public_id=record.public_id)
    related = versions.select_related(*kind.related)
    return list(related.order_by("version", "history_id"))
