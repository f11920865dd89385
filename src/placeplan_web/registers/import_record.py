"""What an import is about, and how its record and its audit tell it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from placeplan.errors import PlaceplanError
from placeplan_web.audit.operations import record as add_entry
from placeplan_web.registers.import_plan import ImportPlan, Outcome
from placeplan_web.registers.import_words import show_differences
from placeplan_web.registers.kind import RegisterKind
from placeplan_web.registers.models import RegisterImport
from placeplan_web.registers.room import RegisterRoom, find_room


@dataclass(frozen=True, slots=True)
class Place:
    """Where an import belongs."""

    room: RegisterRoom
    scope: Any
    kind: RegisterKind


def find_place(row: RegisterImport) -> Place:
    """Find the register of an import; one that is gone cannot be written to."""
    room = find_room(row.room)
    scope = room.find_scope(row.scope) if room else None
    if room is None or scope is None or row.register not in room.kinds:
        raise PlaceplanError("The register of this import is no longer there.")
    return Place(room, scope, room.kinds[row.register])


def describe_plan(plan: ImportPlan, kind: RegisterKind) -> dict[str, Any]:
    counts = {outcome.value: plan.count(outcome) for outcome in Outcome}
    return {
        "shown": show_differences(plan, kind),
        "counts": {**counts, "left_out": plan.left_out},
        "digest": plan.digest,
    }


def note_import(row: RegisterImport, by: str, verb: str, at: datetime) -> None:
    changes = {name: count for name, count in dict(row.counts).items() if count}
    add_entry(
        by=by,
        verb=verb,
        kind="registers.import",
        identifier=row.public_id,
        changes={"register": row.register, "scope": row.scope, **changes},
        at=at,
    )
