"""What a workbook would do, in words that are kept with it."""

from typing import Any

from placeplan.demand.initiative_inputs import INITIATIVES
from placeplan_web.initiatives.queries.difference import Difference, compare_tables
from placeplan_web.initiatives.queries.draft import write_tables
from placeplan_web.initiatives.queries.table import OWNER, Row
from placeplan_web.initiatives.queries.workbook_plan import Step, WorkbookPlan


def show_steps(plan: WorkbookPlan) -> list[dict[str, Any]]:
    """Give each initiative that would be written, and each cell that differs."""
    return [_show(step) for step in plan.steps]


def _show(step: Step) -> dict[str, Any]:
    record = step.record
    is_new = record._state.adding
    fields = {**({} if is_new else _read(record)), **step.fields}
    after = type(record)(draft=record.draft, **fields)
    before = write_tables([] if is_new else [record])
    return {
        "reference": record.reference,
        "title": after.name,
        "outcome": step.outcome,
        "changes": [
            line
            for each in compare_tables(before, write_tables([after]))
            for line in list_lines(each)
        ],
    }


def _read(record: Any) -> dict[str, Any]:
    names = [column.name for column in INITIATIVES.columns if column.name != "id"]
    return {name: getattr(record, name) for name in ("slug", "rows", *names)}


def list_lines(difference: Difference) -> list[tuple[str, str, str]]:
    """Give each cell or row that differs: where, what was and what is to be."""
    table = difference.contract.name.replace("_", " ")
    lines = [
        (
            f"{table}, {name_row(difference, after)}, {name}",
            before[name] or "empty",
            after[name] or "empty",
        )
        for before, after in difference.changed
        for name in after
        if before[name] != after[name]
    ]
    lines += [(table, "not there", write_whole(row)) for row in difference.added]
    return lines + [(table, write_whole(row), "gone") for row in difference.withdrawn]


def name_row(difference: Difference, row: Row) -> str:
    """Name a row by its key, without what is empty."""
    return ", ".join(row[name] for name in difference.contract.key if row[name])


def write_whole(row: Row) -> str:
    """Write a whole row, without what is empty and whose it is."""
    given = (f"{name} {text}" for name, text in row.items() if text and name != OWNER)
    return ", ".join(given)
