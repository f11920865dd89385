"""What a workbook would do to a draft: what would be added, and what changed."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final

from django.core.exceptions import ValidationError

from placeplan.demand.initiative_inputs import INITIATIVES
from placeplan.errors import Fault
from placeplan.tables import LoadedFile
from placeplan_web.initiatives.models import Draft, Initiative
from placeplan_web.initiatives.queries.difference import compare_tables
from placeplan_web.initiatives.queries.draft import write_tables
from placeplan_web.initiatives.queries.fields import make_fields
from placeplan_web.initiatives.queries.table import OWNER, PARTS
from placeplan_web.initiatives.queries.workbook import (
    Sent,
    list_row_cells,
    read_workbook,
)

NEW: Final = "new"
CHANGED: Final = "changed"
Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """An initiative that would be added or changed, and the fields that differ."""

    record: Initiative
    fields: Fields
    outcome: str


@dataclass(slots=True)
class WorkbookPlan:
    """What a workbook would do, or every fault in it."""

    steps: list[Step] = field(default_factory=list)
    unchanged: int = 0
    left_out: int = 0
    faults: list[Fault] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """Tell these differences from those that the file would make later."""
        said = [
            [each.record.slug, each.record.version, each.outcome, dict(each.fields)]
            for each in self.steps
        ]
        return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def plan_workbook(draft: Draft, file: LoadedFile) -> WorkbookPlan:
    """Compare a workbook with a draft.

    An initiative that the workbook does not name stays as it is; one that it names gets
    the rows that the workbook has of it, and no others.

    Raises
    ------
    placeplan.errors.InputError
        The file is no workbook that can be opened.
    """
    sent = read_workbook(file)
    known = {each.slug: each for each in draft.initiatives.all()}
    plan = WorkbookPlan(faults=list(sent.faults))
    if not plan.faults:
        plan.faults += _find_strangers(file.name, sent)
    named = {row["id"] for _, row in list_row_cells(sent, INITIATIVES)}
    for number, row in list_row_cells(sent, INITIATIVES):
        record = known.get(row["id"]) or Initiative(draft=draft)
        fields = make_fields(row, sent.tables)
        plan.faults += _find_misfits(file.name, number, record, fields)
        _compare(plan, record, fields)
    plan.left_out = sum(
        not each.is_withdrawn for slug, each in known.items() if slug not in named
    )
    return plan


def _compare(plan: WorkbookPlan, record: Initiative, fields: Fields) -> None:
    if record._state.adding:
        plan.steps.append(Step(record, fields, NEW))
        return
    after = Initiative(draft=record.draft, **fields)
    found = compare_tables(write_tables([record]), write_tables([after]))
    differing = {
        name: value
        for name, value in fields.items()
        if name != "rows" and getattr(record, name) != value
    }
    if any(each.contract in PARTS for each in found):
        differing["rows"] = {**record.rows, **fields["rows"]}
    if found:
        plan.steps.append(Step(record, differing, CHANGED))
    else:
        plan.unchanged += 1


def _find_strangers(file: str, sent: Sent) -> Iterator[Fault]:
    """Refuse rows of an initiative that the first sheet does not have."""
    known = {row["id"] for _, row in list_row_cells(sent, INITIATIVES)}
    for part in PARTS:
        for number, row in list_row_cells(sent, part):
            if row[OWNER] not in known:
                yield Fault(
                    file,
                    f"sheet '{part.name}', row {number}",
                    f"an initiative of the sheet '{INITIATIVES.name}'",
                    row[OWNER],
                    "Correct the id, or add the initiative there.",
                )


def _find_misfits(
    file: str, number: int, record: Initiative, fields: Fields
) -> Sequence[Fault]:
    """Say what the records of this site cannot keep."""
    where = f"sheet '{INITIATIVES.name}', row {number}"
    if record.is_withdrawn:
        remedy = "Restore it on its page first, or take its rows out."
        found = f"{record.reference}, which is withdrawn"
        return [Fault(file, where, "an initiative in use", found, remedy)]
    trial = Initiative(**fields)
    exclude = {
        name.name for name in trial._meta.concrete_fields if name.name not in fields
    }
    try:
        trial.clean_fields(exclude={*exclude, "rows"})
    except ValidationError as error:
        return [
            Fault(
                file,
                f"{where}, column {name}",
                "a value that fits",
                str(fields[name]),
                words,
            )
            for name, found in error.message_dict.items()
            for words in found
        ]
    return []
