"""The cells of a CSV file as text, with the row numbers that a spreadsheet shows."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

import polars as pl

from placeplan.errors import Fault
from placeplan.tables.file import LoadedFile

SLICE_ROWS = 50_000
"""Rows turned into columns at a time: Python's texts take five times Polars' room."""

MOST_COLUMNS = 500
"""No table of a plan comes near to this."""

SHOWN = 20
"""Faults of one sort written out in one column; the rest are counted in one line."""


@dataclass(frozen=True, slots=True)
class CellGrid:
    """A header and the texts below it.

    Parameters
    ----------
    header : tuple of str
        First row, as it stands.
    columns : tuple of pl.Series
        One series of text for each header, in order; empty cells are null.
    rows : pl.Series
        Row number of each line of cells; the header is row 1.
    faults : tuple of Fault
        Rows that were left out, and why.
    """

    header: tuple[str, ...]
    columns: tuple[pl.Series, ...]
    rows: pl.Series
    faults: tuple[Fault, ...] = ()


def decode_text(file: LoadedFile) -> str | Fault:
    r"""Decode a file as UTF-8, with or without a byte-order mark.

    Parameters
    ----------
    file : LoadedFile
        The bytes.

    Returns
    -------
    str or Fault
        Its text, or why it is none: another encoding, zero bytes, or nothing at all.

    Examples
    --------
    >>> decode_text(LoadedFile("names.csv", b"\xef\xbb\xbfid"))
    'id'
    >>> fault = decode_text(LoadedFile("names.csv", b"id\nCaf\xe9"))
    >>> fault.where, fault.found
    ('line 2', "the byte 0xE9 after 'Caf'")
    """
    kind = "CSV UTF-8" if file.name.lower().endswith(".csv") else "UTF-8"
    remedy = f"Save the file as '{kind}' and put it in place again."
    if file.content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Fault(file.name, "", "text in UTF-8", "text in UTF-16", remedy)
    if (at := file.content.find(b"\0")) >= 0:
        where = _line(file.content, at)
        return Fault(file.name, where, "text", "a zero byte (NUL)", remedy)
    try:
        text = file.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        body = error.object  # without the byte-order mark, to which positions refer
        before = body[: error.start].decode("utf-8").rpartition("\n")[2][-20:]
        found = f"the byte 0x{body[error.start]:02X}"
        found += f" after '{before}'" if before else ""
        return Fault(
            file.name, _line(body, error.start), "text in UTF-8", found, remedy
        )
    if not text.strip():
        remedy = "Fill it in, or take it away if the plan does not need it."
        return Fault(file.name, "", "a file with content", "an empty file", remedy)
    return text


def _line(content: bytes, at: int) -> str:
    breaks = content.count(b"\n", 0, at)
    return f"line {breaks + 1}"


@dataclass(slots=True)
class _Gathered:
    """Rows of the right width so far, and what was wrong with the others."""

    file: str
    width: int
    pieces: list[pl.DataFrame] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    left_out: int = 0

    def take(self, numbered: list[tuple[int, list[str]]]) -> None:
        good: list[list[str]] = []
        for number, cells in numbered:
            if len(cells) == self.width and any(cells):
                good.append(cells)
                self.numbers.append(number)
            else:
                self.leave_out(number, cells)
        columns = list(zip(*good, strict=True)) if good else [()] * self.width
        named = {str(at): column for at, column in enumerate(columns)}
        schema = dict.fromkeys(named, pl.String)
        self.pieces.append(pl.DataFrame(named, schema=schema))

    def leave_out(self, number: int, cells: list[str]) -> None:
        self.left_out += 1
        if self.left_out > SHOWN:
            return
        where, expected = f"row {number}", f"{self.width} cells"
        if any(cells):
            remedy = "Put quotation marks around a text that holds a comma."
            self.faults.append(
                Fault(self.file, where, expected, f"{len(cells)} cells", remedy)
            )
        else:
            remedy = "Delete the empty row."
            self.faults.append(Fault(self.file, where, expected, "none", remedy))


def split_cells(file: str, text: str) -> CellGrid | Fault:
    r"""Split the text of a CSV file into its cells.

    Parameters
    ----------
    file : str
        Name used in faults.
    text : str
        The whole file.

    Returns
    -------
    CellGrid or Fault
        The cells. Rows that are empty or have too few or too many cells are left out
        and told of in ``faults``. A single fault when the file cannot be split at all.

    Examples
    --------
    >>> grid = split_cells("beds.csv", "site,beds\nqeqm,319\n")
    >>> grid.header, grid.columns[1].to_list(), grid.rows.to_list()
    (('site', 'beds'), ['319'], [2])
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader)
    except csv.Error as error:
        return _broken(file, reader.line_num, error)
    if len(header) == 1 and (mark := _other_mark(header[0])):
        remedy = "Save the file with commas between the cells."
        return Fault(file, "row 1", "commas between the cells", mark, remedy)
    if len(header) > MOST_COLUMNS:
        expected, found = f"at most {MOST_COLUMNS} columns", f"{len(header):,}"
        remedy = "Delete the columns that the table does not have."
        return Fault(file, "row 1", expected, found, remedy)
    gathered = _Gathered(file, len(header))
    numbered: Iterator[tuple[int, list[str]]] = enumerate(reader, start=2)
    try:
        while rows := list(islice(numbered, SLICE_ROWS)):
            gathered.take(rows)
    except csv.Error as error:
        gathered.faults.append(_broken(file, reader.line_num, error))
    if gathered.left_out > SHOWN:
        more = f"{gathered.left_out - SHOWN} more rows like these"
        expected = f"{gathered.width} cells"
        gathered.faults.append(Fault(file, "", expected, more, "Mend them likewise."))
    return _finish(tuple(header), gathered)


def _finish(header: tuple[str, ...], gathered: _Gathered) -> CellGrid:
    schema = {str(at): pl.String for at in range(gathered.width)}
    frame = pl.concat([pl.DataFrame(schema=schema), *gathered.pieces])
    filled = frame.select(pl.all().replace("", None))
    rows = pl.Series("row", gathered.numbers, dtype=pl.Int64)
    return CellGrid(header, tuple(filled.get_columns()), rows, tuple(gathered.faults))


def _other_mark(header: str) -> str | None:
    marks = {";": "semicolons", "\t": "tabs", "|": "upright bars"}
    return next((word for mark, word in marks.items() if mark in header), None)


def _broken(file: str, line: int, error: csv.Error) -> Fault:
    remedy = "Close the quotation mark, and write a mark inside a text twice."
    return Fault(
        file, f"line {line}", "cells that can be told apart", str(error), remedy
    )
