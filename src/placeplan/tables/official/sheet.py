"""One sheet of an official file: its cells as text, with the row numbers one sees."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from placeplan.errors import Fault, InputError
from placeplan.tables.file import LoadedFile, load_file
from placeplan.tables.grid import decode_text

StrPath = str | Path
"""How a caller names a file."""

AGAIN = "Download the file again from its publisher."


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of a CSV file or of one sheet of a workbook.

    Parameters
    ----------
    file : str
        Name of the file.
    name : str
        Name of the sheet; empty for a CSV file.
    rows : tuple of tuple of str
        Row 1 first, blank rows included; text without space around it.

    Examples
    --------
    >>> Sheet("mye.xls", "MYE2 - Males", ()).where(7, "90+")
    "sheet 'MYE2 - Males', row 7, column '90+'"
    >>> Sheet("etr.csv", "", ()).where(7)
    'row 7'
    """

    file: str
    name: str
    rows: tuple[tuple[str, ...], ...]

    def where(self, row: int | None = None, column: str = "") -> str:
        """Name a place in the sheet as a fault does."""
        parts = [f"sheet '{self.name}'"] if self.name else []
        parts += [] if row is None else [f"row {row}"]
        parts += [f"column '{column}'"] if column else []
        return ", ".join(parts)


def open_official(path: StrPath) -> LoadedFile:
    """Read the bytes of an official file.

    Raises
    ------
    InputError
        If it is missing, unreadable or too large.
    """
    loaded = load_file(Path(path).name, folder=Path(path).absolute().parent)
    if isinstance(loaded, Fault):
        raise InputError([loaded])
    return loaded


def read_csv_sheet(path: StrPath) -> Sheet:
    """Read a comma or tab separated official file.

    Tabs part the cells when the first line holds one, else commas. An official file
    ends with a line break; one that does not was cut short, so its last figure cannot
    be trusted.

    Parameters
    ----------
    path : str or Path
        The file, in UTF-8 with or without a byte-order mark: none of the layouts here
        is published otherwise.

    Raises
    ------
    InputError
        If the text cannot be decoded or split, or was cut short.
    """
    loaded = open_official(path)
    text = decode_text(loaded)
    if isinstance(text, Fault):
        raise InputError([text])
    if not text.endswith(("\n", "\r")):
        last = f"row {text.count(chr(10)) + 1}"
        found = "a last line without one: the file was cut short"
        raise InputError(
            [Fault(loaded.name, last, "a line break at the end", found, AGAIN)]
        )
    delimiter = "\t" if "\t" in text.partition("\n")[0] else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = tuple(tuple(cell.strip() for cell in row) for row in reader)
    except csv.Error as error:
        where = f"line {reader.line_num}"
        fault = Fault(loaded.name, where, "cells that can be split", str(error), AGAIN)
        raise InputError([fault]) from None
    return Sheet(loaded.name, "", rows)
