"""The form of one part of an initiative: a box for each cell of its table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from placeplan.errors import Fault
from placeplan.tables import PROVENANCE, STATUSES, Column, TableContract
from placeplan_web.initiatives.queries.fault_row import find_cell, move_rows
from placeplan_web.initiatives.queries.table import (
    OWNER,
    Row,
    check_rows,
    list_columns,
    name_column,
)

MORE_ROWS: Final = 3
MOST_ROWS: Final = 400
MOST_LETTERS: Final = 500
_KNOWN: Final[Mapping[str, Sequence[str]]] = {"flag": ("yes", "no"), "status": STATUSES}
_TRACE: Final = frozenset(column.name for column in PROVENANCE)


@dataclass(slots=True)
class Box:
    """One cell: its name in the form, its words, what is in it, what is wrong."""

    column: Column
    name: str
    value: str
    fault: str = ""

    @property
    def label(self) -> str:
        return name_column(self.column)

    @property
    def options(self) -> list[tuple[str, str]]:
        """The choices of a list; none where anything may be typed."""
        known = _KNOWN.get(self.column.kind) or sorted(self.column.choices or ())
        if not known:
            return []
        return [("", ""), *((each, each.replace("_", " ")) for each in known)]


@dataclass(slots=True)
class FormRow:
    """A row of boxes."""

    number: int
    boxes: list[Box]
    is_dropped: bool = False


@dataclass(slots=True)
class PartForm:
    """The rows of a part as they are typed.

    Parameters
    ----------
    contract : TableContract
        Which part.
    slug : str
        Id of the initiative.
    defaults : mapping
        What a new row says of its source and status.
    """

    contract: TableContract
    slug: str
    defaults: Row
    rows: list[FormRow] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def show(self, rows: Sequence[Row]) -> None:
        """Lay out rows as they stand, and room for more."""
        for row in rows:
            self._add(row)
        self.add_rows(1 if rows else MORE_ROWS)

    def read(self, sent: Mapping[str, Any]) -> None:
        """Lay out what was sent."""
        text = str(sent.get("count", ""))
        count = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0
        for number in range(1, min(count, MOST_ROWS) + 1):
            names = {c.name: f"row-{number}-{c.name}" for c in self._columns}
            row = {
                column: str(sent.get(name, ""))[:MOST_LETTERS].strip()
                for column, name in names.items()
            }
            self._add(row, is_dropped=bool(sent.get(f"row-{number}-drop")))

    def add_rows(self, many: int) -> None:
        """Lay out empty rows."""
        for _ in range(many):
            self._add(self.defaults)

    def check(self) -> list[dict[str, str]] | None:
        """Let the library read the rows; None when it found faults, which are noted."""
        kept = [row for row in self.rows if not row.is_dropped and _is_typed(row)]
        texts = [self._read_row(row) for row in kept]
        read, faults = check_rows(self.contract, texts)
        for fault in faults:
            self._note(fault, kept)
        if faults:
            return None
        return [{name: row[name] for name in row if name != OWNER} for row in read]

    @property
    def explained(self) -> list[tuple[str, str]]:
        """What each cell holds, for whoever fills it in."""
        return [(name_column(c), c.about) for c in self._columns if c.about]

    @property
    def count(self) -> int:
        return len(self.rows)

    @property
    def problems(self) -> list[tuple[str, str]]:
        """Words of every fault, and the box that mends it."""
        of_boxes = [
            (f"Row {row.number}, {box.label.lower()}: {box.fault}", box.name)
            for row in self.rows
            for box in row.boxes
            if box.fault
        ]
        first = self.rows[0].boxes[0].name if self.rows else "count"
        return [*((words, first) for words in self.faults), *of_boxes]

    @property
    def _columns(self) -> tuple[Column, ...]:
        return list_columns(self.contract)

    def _add(self, row: Row, *, is_dropped: bool = False) -> None:
        number = len(self.rows) + 1
        boxes = [
            Box(column, f"row-{number}-{column.name}", row.get(column.name, ""))
            for column in self._columns
        ]
        self.rows.append(FormRow(number, boxes, is_dropped))

    def _read_row(self, row: FormRow) -> dict[str, str]:
        return {OWNER: self.slug, **{box.column.name: box.value for box in row.boxes}}

    def _note(self, fault: Fault, kept: Sequence[FormRow]) -> None:
        words = f"{fault.expected} was expected, not {fault.found}. {fault.remedy}"
        row, column = find_cell(fault.where) or (0, "")
        if 0 <= row - 2 < len(kept):
            for box in kept[row - 2].boxes:
                if box.column.name == column:
                    box.fault = f"{box.fault} {words}".strip()
                    return

        def find(row: int) -> int:
            return kept[row - 2].number if 0 <= row - 2 < len(kept) else row

        self.faults.append(f"{move_rows(fault.where, find)}: {words}")


def _is_typed(row: FormRow) -> bool:
    """Whether somebody filled in more than what a new row says already."""
    return any(box.value for box in row.boxes if box.column.name not in _TRACE)
