"""The workbook of a draft: a sheet for each table, out and in."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import polars as pl

from placeplan.demand.initiative_inputs import INITIATIVE_TABLES
from placeplan.errors import Fault, InputError
from placeplan.tables import LoadedFile, TableContract, parse_table
from placeplan.tables.reader import name_spreadsheet_column
from placeplan.tables.spreadsheet import WorkbookLimits, load_cells, open_workbook
from placeplan.tables.workbook import Sheet
from placeplan_web.initiatives.queries.fault_row import find_cell, move_rows
from placeplan_web.initiatives.queries.table import NUMBERS, Row, Tables, list_rows

LIMITS: Final = WorkbookLimits(cells=400_000)
ROWS_ABOVE: Final = 30
DECIMALS: Final = 3


@dataclass(slots=True)
class Sent:
    """What a workbook says: the tables, where each row stood, and every fault."""

    tables: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    numbers: dict[str, list[int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def make_sheets(tables: Tables) -> list[Sheet]:
    """Lay the tables out as sheets, under what each is about."""
    return [_make_sheet(contract, tables) for contract in INITIATIVE_TABLES]


def _make_sheet(contract: TableContract, tables: Tables) -> Sheet:
    rows = tables.get(contract.name, ())
    columns = [
        _make_column(
            column.name, column.kind, [row.get(column.name, "") for row in rows]
        )
        for column in contract.columns
    ]
    notes = [
        contract.about,
        *(f"{c.name}: {c.about}" for c in contract.columns if c.about),
    ]
    heading = contract.name.replace("_", " ").capitalize()
    return Sheet(contract.name, heading, notes, pl.DataFrame(columns), DECIMALS)


def _make_column(name: str, kind: str, texts: Sequence[str]) -> pl.Series:
    """Let numbers be numbers, unless a workbook would round one of them."""
    if kind not in NUMBERS or any(_is_rounded(text) for text in texts):
        return pl.Series(name, [text or None for text in texts], pl.String)
    numbers = [float(text) if text else None for text in texts]
    if all(number is None or number.is_integer() for number in numbers):
        whole = [None if number is None else int(number) for number in numbers]
        return pl.Series(name, whole, pl.Int64)
    return pl.Series(name, numbers, pl.Float64)


def _is_rounded(text: str) -> bool:
    """Whether the fifteen or sixteen figures of a spreadsheet say something else."""
    try:
        return bool(text) and float(f"{float(text):.15G}") != float(text)
    except ValueError:
        return True


def read_workbook(file: LoadedFile) -> Sent:
    """Read every sheet against its contract; faults name the sheet and the cell.

    Raises
    ------
    InputError
        The file is no workbook that can be opened.
    """
    book = open_workbook(file, limits=LIMITS)
    sent = Sent()
    for contract in INITIATIVE_TABLES:
        try:
            cells = load_cells(book, contract.name, file=file.name, may_be_empty=True)
        except InputError as error:
            sent.faults += error.faults
        else:
            _read_sheet(file.name, contract, cells, sent)
    return sent


def _read_sheet(
    file: str, contract: TableContract, cells: pl.DataFrame, sent: Sent
) -> None:
    rows = [[(cell or "").strip() for cell in row] for row in cells.rows()]
    first = contract.columns[0].name
    top = next(
        (
            at
            for at, row in enumerate(rows[: ROWS_ABOVE + 1])
            if row and row[0] == first
        ),
        None,
    )
    where = f"sheet '{contract.name}'"
    if top is None:
        remedy = "Download the workbook, change that one, and send it."
        expected = f"a row of headings that starts with {first}"
        sent.faults.append(Fault(file, where, expected, "none", remedy))
        return
    header = list(rows[top])
    while header and not header[-1]:
        header.pop()
    kept = [
        (number, row[: len(header)])
        for number, row in enumerate(rows[top + 1 :], start=top + 2)
        if any(row)
    ]
    sheet = _Sheet(file, contract, header, top + 1, [number for number, _ in kept])
    sheet.read([row for _, row in kept], sent)


@dataclass(frozen=True, slots=True)
class _Sheet:
    file: str
    contract: TableContract
    header: Sequence[str]
    header_row: int
    numbers: Sequence[int]

    def read(self, rows: Sequence[Sequence[str]], sent: Sent) -> None:
        name = self.contract.name
        sent.tables[name], sent.numbers[name] = [], list(self.numbers)
        if not rows:
            return
        frame, faults = parse_table(
            LoadedFile(self.file, self._write(rows)), self.contract
        )
        sent.faults += [self._place(fault) for fault in faults]
        if not faults:
            sent.tables[name] = list_rows(frame, self.contract)

    def _write(self, rows: Sequence[Sequence[str]]) -> bytes:
        opened = io.StringIO()
        csv.writer(opened, lineterminator="\n").writerows([self.header, *rows])
        return opened.getvalue().encode()

    def _place(self, fault: Fault) -> Fault:
        """Say where in the workbook a fault of the table stands."""
        sheet = f"sheet '{self.contract.name}'"
        where = fault.where
        if cell := find_cell(where):
            row, column = cell
            where = f"row {self._find_row(row)}"
            if column in self.header:
                where = f"cell {self._name_column(column)}{self._find_row(row)}"
        elif where.startswith("cell "):
            letters = where.removeprefix("cell ").rstrip("0123456789")
            where = f"cell {letters}{self.header_row}"
        else:
            where = move_rows(where, self._find_row)
        where = ", ".join(filter(None, (sheet, where)))
        return replace(fault, file=self.file, where=where)

    def _name_column(self, column: str) -> str:
        return name_spreadsheet_column(list(self.header).index(column))

    def _find_row(self, row: int) -> int:
        at = row - 2
        return self.numbers[at] if 0 <= at < len(self.numbers) else self.header_row


def list_row_cells(sent: Sent, contract: TableContract) -> list[tuple[int, Row]]:
    """Give each row of a table with its number in the sheet."""
    rows = sent.tables.get(contract.name, [])
    return list(zip(sent.numbers.get(contract.name, []), rows, strict=False))
