"""The file that somebody imports: its headers and its rows, as texts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from placeplan.errors import Fault, InputError
from placeplan.tables import LoadedFile
from placeplan.tables.grid import CellGrid, decode_text, split_cells
from placeplan.tables.spreadsheet import (
    NEW_MARK,
    OLD_MARK,
    WorkbookLimits,
    load_cells,
    open_workbook,
)
from placeplan_web.registers.export import REFERENCE

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 25_000
LIMITS = WorkbookLimits(parts=500, total_bytes=200_000_000, cells=4_000_000)
ROWS_ABOVE = 30  # a workbook may have a heading and notes above its table
NO_TABLE = (
    f"a row of headers that starts with {REFERENCE}",
    "none",
    "Export the register, change that file, and send it.",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it came: row numbers are those that a spreadsheet shows."""

    file: str
    header_row: int
    headers: Sequence[str]
    rows: Sequence[tuple[int, Sequence[str | None]]]


def read_sheet(file: LoadedFile) -> Sheet:
    """Read a workbook or a CSV file.

    Raises
    ------
    InputError
        Everything that keeps it from being read.
    """
    if len(file.content) > MOST_BYTES:
        most = f"at most {MOST_BYTES // 1024 // 1024} MB"
        found = f"{len(file.content) / 1024 / 1024:,.1f} MB"
        remedy = "Send the rows in several files."
        raise InputError([Fault(file.name, "", most, found, remedy)])
    is_workbook = file.content.startswith((NEW_MARK, OLD_MARK))
    sheet = _read_workbook(file) if is_workbook else _read_csv(file)
    if len(sheet.rows) > MOST_ROWS:
        found, remedy = f"{len(sheet.rows):,}", "Send the rows in several files."
        expected = f"at most {MOST_ROWS:,} rows"
        raise InputError([Fault(file.name, "", expected, found, remedy)])
    return sheet


def _read_csv(file: LoadedFile) -> Sheet:
    text = decode_text(file)
    grid = text if isinstance(text, Fault) else split_cells(file.name, text)
    if isinstance(grid, Fault):
        raise InputError([grid])
    if grid.faults:
        raise InputError(grid.faults)
    headers = [header.strip() for header in grid.header]
    if REFERENCE not in headers:
        raise InputError([Fault(file.name, "row 1", *NO_TABLE)])
    return Sheet(file.name, 1, headers, list(_number_rows(grid)))


def _number_rows(grid: CellGrid) -> Iterator[tuple[int, Sequence[str | None]]]:
    columns = [column.to_list() for column in grid.columns]
    cells = zip(*columns, strict=True)
    return zip(grid.rows.to_list(), cells, strict=True)


def _read_workbook(file: LoadedFile) -> Sheet:
    """Read the first sheet that has the headers."""
    book = open_workbook(file, limits=LIMITS)
    for name in book.sheet_names:
        cells = load_cells(book, name, file=file.name, may_be_empty=True)
        above = cells.head(ROWS_ABOVE).rows()
        for at, row in enumerate(above):
            if REFERENCE in [(cell or "").strip() for cell in row]:
                return _cut_table(file, cells, at)
    raise InputError([Fault(file.name, "", *NO_TABLE)])


def _cut_table(file: LoadedFile, cells: pl.DataFrame, at: int) -> Sheet:
    headers = [(cell or "").strip() for cell in cells.row(at)]
    while headers and not headers[-1]:
        headers.pop()
    rows = [
        (number, row[: len(headers)])
        for number, row in enumerate(cells.slice(at + 1).rows(), start=at + 2)
        if any(row)
    ]
    return Sheet(file.name, at + 1, headers, rows)
