"""The differences of an import in words, as they are kept and shown."""

from typing import Any

from placeplan_web.registers.import_plan import ImportPlan, RowPlan
from placeplan_web.registers.kind import RegisterKind
from placeplan_web.registers.presenters.history import write_change


def show_differences(plan: ImportPlan, kind: RegisterKind) -> list[dict[str, Any]]:
    """Give each row that would do something, field by field."""
    return [_show(row, kind) for row in plan.different]


def _show(row: RowPlan, kind: RegisterKind) -> dict[str, Any]:
    changes = [
        write_change(kind, name, was, now)
        for name, (was, now) in {
            **row.changes,
            **row.act.moves,
            **row.act.shown,
        }.items()
    ]
    told = [[each.label, each.before, each.after] for each in changes]
    if kind.acts and row.act:
        told.append([kind.acts.reason.label, "", row.act.reason])
    title = row.changes.get(kind.title_column, (None, None))[1]
    return {
        "row": row.row,
        "reference": row.reference or "to be given",
        "title": title or kind.name_record(row.record),
        "outcome": row.outcome.value,
        "withdraw": row.withdraw,
        "changes": told,
    }
