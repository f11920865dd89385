"""What a file would do to a register: every difference, every fault; nothing done."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError

from placeplan.errors import Fault
from placeplan.tables import LoadedFile
from placeplan_web.registers.batch import BatchWrite
from placeplan_web.registers.condition import list_broken_constraints
from placeplan_web.registers.explain import explain_constraint, explain_error
from placeplan_web.registers.export import REFERENCE, VERSION, WITHDRAW
from placeplan_web.registers.kind import Problem, RegisterKind
from placeplan_web.registers.row_act import RowAct
from placeplan_web.registers.row_reading import ReadRow, RowReader, fill_new
from placeplan_web.registers.sheet import read_sheet
from placeplan_web.registers.values import Codes, as_changes, find_codes

ROWS_BETWEEN_WORDS = 250


class Outcome(Enum):
    """What a row would do."""

    NEW = "new"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class RowPlan:
    """A row, the record that it is about, and each value that would differ."""

    row: int
    reference: str
    outcome: Outcome
    changes: Mapping[str, tuple[Any, Any]]
    record: Any
    withdraw: str = ""
    act: RowAct = field(default_factory=RowAct)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Everything that a file would do, in the order of its rows.

    With a fault anywhere nothing would be done. `left_out` counts records of the
    register that the file does not name: they stay as they are.
    """

    file: str
    rows: Sequence[RowPlan]
    faults: Sequence[Fault]
    left_out: int
    codes: Codes

    def count(self, outcome: Outcome) -> int:
        return sum(row.outcome is outcome for row in self.rows)

    @property
    def different(self) -> list[RowPlan]:
        return [row for row in self.rows if row.outcome is not Outcome.UNCHANGED]

    @property
    def digest(self) -> str:
        """Tell two plans apart: the same file, on a register that has moved on."""
        lines = [
            [row.row, row.reference, row.outcome.value, row.withdraw, _plain(row)]
            for row in self.different
        ]
        return sha256(json.dumps(lines, default=str).encode()).hexdigest()


def _plain(row: RowPlan) -> list[Any]:
    told = {**row.changes, **row.act.moves}
    return [[name, *values] for name, values in told.items()] + [row.act.reason]


def plan_import(
    kind: RegisterKind,
    scope: Any,
    file: LoadedFile,
    *,
    tell: Callable[[int, int], None] = lambda _done, _all: None,
) -> ImportPlan:
    """Compare a file with a register.

    Raises
    ------
    placeplan.errors.InputError
        The file cannot be read at all.
    """
    sheet = read_sheet(file)
    codes = find_codes(kind, scope)
    reader = RowReader(kind, sheet, codes)
    faults = reader.list_header_faults()
    rows = reader.read_rows()
    known = {record.reference: record for record in kind.list_records(scope)}
    comparer = _Comparer(kind, scope, sheet.file, codes, known)
    plans = []
    for done, row in enumerate(rows):
        if done % ROWS_BETWEEN_WORDS == 0:
            tell(done, len(rows))
        plans.append(comparer.plan_row(row))
        faults += row.faults
    named = {row.reference for row in rows}
    left_out = sum(
        reference not in named and not record.is_withdrawn
        for reference, record in known.items()
    )
    return ImportPlan(sheet.file, plans, faults, left_out, codes)


@dataclass(frozen=True, slots=True)
class _Comparer:
    kind: RegisterKind
    scope: Any
    file: str
    codes: Codes
    known: Mapping[str, Any]

    def plan_row(self, row: ReadRow) -> RowPlan:
        record = self.known.get(row.reference)
        if record is None:
            return self._plan_new(row)
        before = self.kind.read_values(record)
        if record.is_withdrawn:
            return self._plan_withdrawn(row, record, before)
        changes = {
            name: (before[name], value)
            for name, value in row.values.items()
            if before[name] != value
        }
        after = {**before, **row.values}
        self._check_worked_out(row, before, after)
        self._check_needed(row, after)
        act = self._read_act(row, before, after)
        outcome = Outcome.CHANGED if changes or act else Outcome.UNCHANGED
        outcome = Outcome.WITHDRAWN if row.withdraw else outcome
        if outcome is not Outcome.UNCHANGED:
            self._check_version(row, record)
        if changes and row.is_sound:
            self._check_record(row, self._copy(record), after, changes)
        return RowPlan(
            row.number, row.reference, outcome, changes, record, row.withdraw, act
        )

    def _plan_new(self, row: ReadRow) -> RowPlan:
        record = self.kind.make_record(self.scope)
        record.reference = row.reference
        fill_new(row, self.kind.typed_columns, self.kind.read_typed(record))
        self._check_needed(row, row.values)
        self._check_worked_out(row, {}, row.values)
        if row.withdraw:
            self._add_fault(
                row, WITHDRAW, "nothing for a new record", row.withdraw, "Delete it."
            )
        changes = {n: (None, v) for n, v in row.values.items() if v is not None}
        if row.is_sound:
            self._check_record(row, record, row.values, changes)
        act = self._read_act(row, {}, row.values)
        return RowPlan(row.number, row.reference, Outcome.NEW, changes, record, act=act)

    def _plan_withdrawn(
        self, row: ReadRow, record: Any, before: Mapping[str, Any]
    ) -> RowPlan:
        same = all(before[name] == value for name, value in row.values.items())
        same = same and not self._read_act(row, before, before)
        if not same or row.withdraw not in ("", record.withdrawn_reason):
            remedy = "Restore it on its page first, or delete the row."
            expected = "a record in use"
            self._add_fault(row, REFERENCE, expected, "a withdrawn one", remedy)
        return RowPlan(row.number, row.reference, Outcome.UNCHANGED, {}, record)

    def _read_act(
        self, row: ReadRow, before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> RowAct:
        """Give what the row does besides, and tell what is wrong with it."""
        acts = self.kind.acts
        if acts is None:
            return RowAct()
        act = acts.read(self.kind.columns, before, row.worked_out)
        if act and row.withdraw:
            words = "Withdraw the record, or leave these as they were."
            self._add_fault(row, WITHDRAW, "one of the two", row.withdraw, words)
        at_fault = {fault.where.rpartition(" ")[2] for fault in row.faults}
        for name, words in acts.check(act, after):
            if name not in at_fault:
                self._add_fault(row, name, "a sound record", "", words)
        return act

    def _check_needed(self, row: ReadRow, values: Mapping[str, Any]) -> None:
        at_fault = {fault.where for fault in row.faults}
        for column in self.kind.typed_columns:
            where = f"row {row.number}, column {column.name}"
            emptied = column.name in row.empty and column.name not in row.values
            missing = values.get(column.name) is None or emptied
            if column.needed and missing and where not in at_fault:
                expected = column.describe(self.codes.get(column.name))
                self._add_fault(row, column.name, expected, "", "Fill in the cell.")

    def _check_worked_out(
        self, row: ReadRow, before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> None:
        """Refuse what the system works out, unless it repeats what that is."""
        acts = self.kind.acts
        moved = (*acts.columns, acts.reason.name) if acts else ()
        filled = {n: v for n, v in row.worked_out.items() if v is not None}
        for name, value in row.worked_out.items():
            if name in moved:
                continue
            column = self.kind.get_column(name)
            allowed = [before.get(name), None]
            if column.work_out is not None:
                allowed.append(column.work_out({**after, **filled}))
            if value not in allowed:
                now = column.write_text(before.get(name)) or "an empty cell"
                expected = f"{now}: it is worked out, and never typed"
                found = column.write_text(value)
                remedy = "Leave the cell as it was exported, or empty."
                self._add_fault(row, name, expected, found, remedy)

    def _check_version(self, row: ReadRow, record: Any) -> None:
        if row.version is None or row.version == record.version:
            return
        expected = f"version {record.version}, which is the newest"
        remedy = (
            "Somebody changed it after the file was exported: export again, or empty "
            "the cell to write over what they did."
        )
        self._add_fault(row, VERSION, expected, f"{row.version}", remedy)

    def _check_record(
        self,
        row: ReadRow,
        record: Any,
        values: Mapping[str, Any],
        changes: Mapping[str, tuple[Any, Any]],
    ) -> None:
        """Ask the rules of the register, then the model, then the database's own."""
        problems = list(self.kind.find_problems(values))
        if not problems:
            wanted = {name: after for name, (_, after) in changes.items()}
            for field, value in as_changes(self.kind, wanted, self.codes).items():
                setattr(record, field, value)
            problems = list(_ask_model(self.kind, record))
        for problem in problems:
            column = problem.column or REFERENCE
            value = values.get(problem.column)
            known = self.kind.by_name.get(problem.column)
            found = known.write_text(value) if known and value is not None else ""
            self._add_fault(row, column, "a sound record", found, problem.words)

    def _add_fault(
        self, row: ReadRow, column: str, expected: str, found: str, remedy: str
    ) -> None:
        where = f"row {row.number}, column {column}"
        row.faults.append(Fault(self.file, where, expected, found, remedy))

    def _copy(self, record: Any) -> Any:
        fields = [field.attname for field in record._meta.concrete_fields]
        return type(record)(**{name: getattr(record, name) for name in fields})


def _ask_model(kind: RegisterKind, record: Any) -> Iterator[Problem]:
    """Ask what one field alone can tell, then the constraints."""
    not_typed = {"changed_at", "changed_by"} | {
        field.name for field in record._meta.concrete_fields if field.is_relation
    }
    if not record.reference:
        not_typed.add("reference")
    try:
        record.clean_fields(exclude=not_typed)
        record.clean()
    except ValidationError as error:
        yield from explain_error(kind, error)
        return
    for name in list_broken_constraints(record):
        yield explain_constraint(kind, name)


def list_writes(plan: ImportPlan, kind: RegisterKind, at: Any) -> list[BatchWrite]:
    """Give what has to be written for a plan without faults."""
    writes = []
    for row in plan.different:
        wanted = {name: after for name, (_, after) in row.changes.items()}
        changes = as_changes(kind, wanted, plan.codes)
        verb = "add" if row.outcome is Outcome.NEW else "change"
        if row.outcome is Outcome.WITHDRAWN:
            changes |= {"withdrawn_at": at, "withdrawn_reason": row.withdraw}
            verb = "withdraw"
        writes.append(BatchWrite(row.record, changes, verb, row.withdraw))
    return writes
