"""Read one table against its contract."""

from dataclasses import replace
from pathlib import Path

import polars as pl

from placeplan.errors import Fault
from placeplan.tables.column_check import check_column, suggest_nearest
from placeplan.tables.contract import TableContract
from placeplan.tables.file import (
    DEFAULT_LIMIT_BYTES,
    LoadedFile,
    is_absent,
    load_file,
)
from placeplan.tables.grid import CellGrid, decode_text, split_cells
from placeplan.tables.row_check import ROW, CheckedTable, check_rows


def read_table(
    path: str | Path,
    contract: TableContract,
    *,
    folder: Path,
    limit_bytes: int = DEFAULT_LIMIT_BYTES,
) -> tuple[pl.DataFrame, tuple[Fault, ...]]:
    """Read a CSV file of a folder against its contract.

    Parameters
    ----------
    path : str or Path
        File, relative to the folder.
    contract : TableContract
        What it must hold.
    folder : Path
        The folder that the user gave; links may not lead out of it.
    limit_bytes : int
        Largest size allowed.

    Returns
    -------
    tuple of pl.DataFrame and tuple of Fault
        The frame, always with the columns and types of the contract, in its order; and
        every fault of the file. A cell at fault is null in the frame, a row that cannot
        be split is left out, and a file that cannot be read gives no rows. A file that
        is not there is a fault only when the contract requires it.
    """
    if contract.optional and is_absent(path, folder):
        return contract.make_empty(), ()
    loaded = load_file(path, folder=folder, limit_bytes=limit_bytes)
    if isinstance(loaded, Fault):
        return contract.make_empty(), (loaded,)
    frame, faults = parse_table(loaded, contract)
    return frame.drop(ROW), faults


def parse_table(
    file: LoadedFile, contract: TableContract
) -> tuple[pl.DataFrame, tuple[Fault, ...]]:
    r"""Check the bytes of a CSV file against a contract.

    Parameters
    ----------
    file : LoadedFile
        The file.
    contract : TableContract
        What it must hold.

    Returns
    -------
    tuple of pl.DataFrame and tuple of Fault
        As `read_table`, with the row number of each row in an extra last column.

    Examples
    --------
    >>> from placeplan.tables import Column
    >>> contract = TableContract("beds", "beds.csv", (Column("site", "text"),
    ...     Column("beds", "number", least=0)), key=("site",), sourced=False)
    >>> frame, faults = parse_table(
    ...     LoadedFile("beds.csv", b"site,beds\nqeqm,319\nqeqm,-2\n"), contract)
    >>> for fault in faults:
    ...     print(f"{fault.where}: {fault.expected}, not {fault.found}")
    row 3, column beds: a number of 0 or more, not -2
    rows 2, 3: one row for each site, not 2 for site qeqm
    """
    text = decode_text(file)
    grid = text if isinstance(text, Fault) else split_cells(file.name, text)
    if isinstance(grid, Fault):
        return make_no_rows(contract), (grid,)
    faults = check_header(grid.header, contract, file=file.name)
    if not len(grid.rows) and not grid.faults:
        remedy = "Add rows, or take the file away if the plan does not need it."
        faults.append(
            Fault(file.name, "row 2", "at least one row", "a header alone", remedy)
        )
    table, cell_faults = _check_cells(grid, contract)
    faults += [*grid.faults, *cell_faults, *check_rows(table, contract)]
    faults = [replace(fault, file=file.name) for fault in faults]
    return table.frame, tuple(faults)


def make_no_rows(contract: TableContract) -> pl.DataFrame:
    """Make a frame of no rows as `parse_table` gives it."""
    return contract.make_empty().with_columns(pl.lit(None, pl.Int64).alias(ROW))


def _check_cells(
    grid: CellGrid, contract: TableContract
) -> tuple[CheckedTable, list[Fault]]:
    columns: list[pl.Series] = []
    unsound: dict[str, pl.Series] = {}
    faults: list[Fault] = []
    for column in contract.columns:
        if grid.header.count(column.name) == 1:
            texts = grid.columns[grid.header.index(column.name)]
            values, found = check_column(texts, grid.rows, column, file=contract.path)
            faults += found
            unsound[column.name] = values.is_null() & (
                texts.is_not_null() | (not column.nullable)
            )
        else:
            dtype = contract.schema[column.name]
            values = pl.repeat(None, len(grid.rows), dtype=dtype, eager=True)
        columns.append(values.alias(column.name))
    frame = pl.DataFrame([*columns, grid.rows.alias(ROW)])
    return CheckedTable(frame, unsound, is_whole=not grid.faults), faults


def check_header(
    header: tuple[str, ...], contract: TableContract, *, file: str
) -> list[Fault]:
    """List what is wrong with a header: missing, unknown or repeated names.

    Examples
    --------
    >>> from placeplan.tables import Column
    >>> contract = TableContract("beds", "beds.csv", (Column("site", "text"),
    ...     Column("beds", "number")), key=("site",), sourced=False)
    >>> for fault in check_header(("site", "bed"), contract, file="beds.csv"):
    ...     print(fault)
    beds.csv, row 1: expected a column beds, found none. Add the column.
    beds.csv, cell B1: expected only the columns site, beds, found 'bed'. Did you mean \
'beds'?
    """
    names = [column.name for column in contract.columns]
    faults = [
        Fault(file, "row 1", f"a column {column.name}", "none", "Add the column.")
        for column in contract.columns
        if column.name not in header and not column.optional
    ]
    only = "only the columns " + ", ".join(names)
    for at, name in enumerate(header):
        cell = f"cell {name_spreadsheet_column(at)}1"
        if name not in names:
            shown = f"'{name}'" if name else "an empty header"
            missing = [each for each in names if each not in header]
            remedy = suggest_nearest(name, missing)
            if not remedy.startswith("Did"):
                remedy = "Delete the column, or correct its name."
            faults.append(Fault(file, cell, only, shown, remedy))
        elif name in header[:at]:
            remedy = "Delete one of the two columns."
            found = f"'{name}' a second time"
            faults.append(Fault(file, cell, "each column once", found, remedy))
    return faults


def name_spreadsheet_column(at: int) -> str:
    """Name a column as a spreadsheet does, counted from 0.

    Examples
    --------
    >>> name_spreadsheet_column(0), name_spreadsheet_column(25)
    ('A', 'Z')
    >>> name_spreadsheet_column(26), name_spreadsheet_column(702)
    ('AA', 'AAA')
    """
    name, left = "", at + 1
    while left:
        left, letter = divmod(left - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
