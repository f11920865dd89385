"""Sheets of official workbooks, old (.xls) or new (.xlsx), as text."""

from collections.abc import Iterable

import fastexcel

from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.sheet import AGAIN, Sheet, StrPath, open_official
from placeplan.tables.spreadsheet import load_cells, open_workbook


def read_workbook_sheets(
    path: StrPath, *, wanted: Iterable[str] | None = None
) -> tuple[str, dict[str, Sheet]]:
    """Read sheets of a workbook.

    Parameters
    ----------
    path : str or Path
        The workbook.
    wanted : iterable of str or None
        Names of the sheets to read, without space around them; all when None.

    Returns
    -------
    tuple of str and dict of str to Sheet
        Name of the file, and those of the sheets that are there, by name.

    Raises
    ------
    InputError
        If the file is no workbook, is damaged, or is too large unpacked.
    """
    loaded = open_official(path)
    names = None if wanted is None else set(wanted)
    book = open_workbook(loaded)
    sheets = {
        name.strip(): _load_sheet(book, name, loaded.name)
        for name in book.sheet_names
        if names is None or name.strip() in names
    }
    return loaded.name, sheets


def get_sheets(path: StrPath, names: Iterable[str]) -> dict[str, Sheet]:
    """Read sheets that must be there.

    Raises
    ------
    InputError
        As `read_workbook_sheets`; and if a sheet is missing, each by its name.
    """
    wanted = list(names)
    file, sheets = read_workbook_sheets(path, wanted=wanted)
    faults = FaultList(file)
    for name in wanted:
        if name not in sheets:
            faults.add("", f"a sheet '{name}'", "none", AGAIN)
    faults.stop_if_any()
    return sheets


def _load_sheet(book: fastexcel.ExcelReader, name: str, file: str) -> Sheet:
    rows = tuple(
        tuple("" if cell is None else cell.strip() for cell in row)
        for row in load_cells(book, name, file=file, may_be_empty=True).iter_rows()
    )
    return Sheet(file, name.strip(), rows)
