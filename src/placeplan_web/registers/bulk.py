"""Give many records one value, all or none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from placeplan_web.registers.clash import ClashError
from placeplan_web.registers.editing import Writing
from placeplan_web.registers.explain import explain_error
from placeplan_web.registers.kind import RegisterKind
from placeplan_web.registers.operations import save_record
from placeplan_web.registers.values import Codes, as_changes, list_differences

MOST_CHOSEN = 500


class BulkRefusedError(Exception):
    """A row that cannot be changed so; nothing was. The words say which, and why."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A record that somebody ticked, and the version that they saw."""

    public_id: UUID
    version: int


def read_chosen(texts: Sequence[str]) -> list[Chosen]:
    """Read what was ticked; what cannot be is left out."""
    chosen = []
    for text in texts[:MOST_CHOSEN]:
        identifier, _, version = text.partition(":")
        try:
            chosen.append(Chosen(UUID(identifier), int(version)))
        except ValueError:
            continue
    return chosen


def find_chosen(
    kind: RegisterKind, scope: Any, chosen: Sequence[Chosen]
) -> list[tuple[Any, Chosen]]:
    """Find the records of a register that were ticked, in their order."""
    by_id = {each.public_id: each for each in chosen}
    found = kind.list_records(scope).filter(public_id__in=by_id, withdrawn_at=None)
    return [(each, by_id[each.public_id]) for each in found.order_by("reference_order")]


def list_bulk_changes(
    kind: RegisterKind, record: Any, wanted: Mapping[str, Any]
) -> dict[str, tuple[Any, Any]]:
    """Give what would differ in one record."""
    return list_differences(kind.read_typed(record), wanted)


def change_many(
    *,
    writing: Writing,
    kind: RegisterKind,
    records: Sequence[tuple[Any, Chosen]],
    wanted: Mapping[str, Any],
    codes: Codes,
) -> int:
    """Change every record, or none; give how many were changed.

    Raises
    ------
    BulkRefusedError
        Of one of them, why.
    """
    done = 0
    with transaction.atomic():
        for record, seen in records:
            found = list_bulk_changes(kind, record, wanted)
            changes = {name: after for name, (_, after) in found.items()}
            done += bool(changes)
            _refuse_unsound(kind, record, changes)
            try:
                save_record(
                    by=writing.by,
                    record=record,
                    changes=as_changes(kind, changes, codes),
                    at=writing.at,
                    expected_version=seen.version,
                    reason=writing.reason,
                )
            except ClashError as clash:
                raise BulkRefusedError(
                    f"{record.reference} was changed by somebody else since you chose "
                    "it, so none was changed. Look at it, and choose again."
                ) from clash
            except ValidationError as error:
                words = " ".join(each.words for each in explain_error(kind, error))
                raise _refuse(record, words) from error
    return done


def _refuse_unsound(
    kind: RegisterKind, record: Any, changes: Mapping[str, Any]
) -> None:
    problems = kind.find_problems({**kind.read_values(record), **changes})
    if problems:
        raise _refuse(record, " ".join(problem.words for problem in problems))


def _refuse(record: Any, words: str) -> BulkRefusedError:
    return BulkRefusedError(f"{record.reference}: {words} None was changed.")
