"""Sheets of official workbooks, old (.xls) or new (.xlsx), let in only when sane.

A small file can unpack to a huge one, and one cell far down and far right makes a huge
table. Both are refused before any sheet is read. Checksums inside an .xlsx show whether
it was damaged on the way.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable
from typing import IO, Final

import fastexcel

from placeplan.errors import Fault, InputError
from placeplan.tables.file import LoadedFile
from placeplan.tables.official.fault_list import FaultList
from placeplan.tables.official.sheet import AGAIN, Sheet, StrPath, open_official

UNPACKED_LIMIT_BYTES: Final = 300_000_000
"""Largest size of all parts of a workbook together, unpacked: 300 MB."""

CELL_LIMIT: Final = 20_000_000
"""Most cells a sheet may span: small areas of England by age and sex take 7 million."""

_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REFERENCE: Final = re.compile(rb"""\sr\s*=\s*["']([^"']{0,40})["']""")
_CHUNK_BYTES: Final = 1 << 20
_OVERLAP_BYTES: Final = 80


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
    _refuse_unsafe(loaded)
    names = None if wanted is None else set(wanted)
    try:
        book = fastexcel.read_excel(loaded.content)
        sheets = {
            name.strip(): _load_sheet(book, name, loaded.name)
            for name in book.sheet_names
            if names is None or name.strip() in names
        }
    except fastexcel.FastExcelError as error:
        raise _refuse(loaded, "an Excel workbook", str(error).splitlines()[0]) from None
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
    loaded = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
    rows = tuple(
        tuple("" if cell is None else cell.strip() for cell in row)
        for row in loaded.to_polars().iter_rows()
    )
    return Sheet(file, name.strip(), rows)


def _refuse(loaded: LoadedFile, expected: str, found: str) -> InputError:
    return InputError([Fault(loaded.name, "", expected, found, AGAIN)])


def _refuse_unsafe(loaded: LoadedFile) -> None:
    if loaded.content.startswith(_OLD):
        return  # .xls: never compressed, at most 65,536 rows of 256 cells
    try:
        with zipfile.ZipFile(io.BytesIO(loaded.content)) as packed:
            _refuse_unsafe_parts(loaded, packed)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise _refuse(loaded, "an Excel workbook", f"a broken file: {error}") from None


def _refuse_unsafe_parts(loaded: LoadedFile, packed: zipfile.ZipFile) -> None:
    parts = packed.infolist()
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names or names & {"content.xml", "xl/workbook.bin"}:
        raise _refuse(loaded, "an Excel workbook (.xls or .xlsx)", "another kind")
    size = sum(part.file_size for part in parts)
    if size > UNPACKED_LIMIT_BYTES:
        expected = f"at most {UNPACKED_LIMIT_BYTES / 1e6:,.0f} MB unpacked"
        raise _refuse(loaded, expected, f"{size / 1e6:,.0f} MB")
    for part in parts:
        with packed.open(part) as content:
            cells = _measure_span(content)
        if cells > CELL_LIMIT:
            expected = f"sheets of at most {CELL_LIMIT:,} cells"
            raise _refuse(loaded, expected, f"one that spans {cells:,}")


def _measure_span(content: IO[bytes]) -> int:
    """Count the cells of the smallest table that holds every cell named in a part."""
    rows = columns = 1
    tail = b""
    while chunk := content.read(_CHUNK_BYTES):
        for reference in _REFERENCE.findall(tail + chunk):
            row, column = _locate(reference)
            rows, columns = max(rows, row), max(columns, column)
        tail = chunk[-_OVERLAP_BYTES:]
    return rows * columns


def _locate(reference: bytes) -> tuple[int, int]:
    """Find row and column of a reference such as B12; a far corner if it is odd."""
    found = re.fullmatch(rb"([A-Z]{0,3})(\d{1,7})", reference)
    if not found:
        return (1, 1) if re.fullmatch(rb"[\w.:-]*", reference) else (1 << 20, 1 << 14)
    column = 0
    for letter in found[1]:
        column = column * 26 + letter - 64
    return int(found[2]), column
